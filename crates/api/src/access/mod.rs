//! Signing in, people and their rights.

mod api_keys;
mod auth;
mod people;

pub(crate) use people::with;

use crate::Endpoint;

pub fn endpoints() -> Vec<Endpoint> {
    [auth::endpoints(), people::endpoints(), api_keys::endpoints()].into_iter().flatten().collect()
}
