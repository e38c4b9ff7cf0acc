//! Signing in, people and their rights.

mod auth;

use crate::Endpoint;

pub fn endpoints() -> Vec<Endpoint> {
    auth::endpoints()
}
