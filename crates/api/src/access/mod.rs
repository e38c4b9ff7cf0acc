//! Signing in, people and their rights.

mod api_keys;
mod auth;
mod people;

use crate::Endpoint;

pub fn endpoints() -> Vec<Endpoint> {
    [auth::endpoints(), people::endpoints(), api_keys::endpoints()].into_iter().flatten().collect()
}
