//! Signing in, people and their rights.

mod auth;
mod people;

use crate::Endpoint;

pub fn endpoints() -> Vec<Endpoint> {
    [auth::endpoints(), people::endpoints()].into_iter().flatten().collect()
}
