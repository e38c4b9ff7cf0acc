//! Leads over HTTP (2).

mod lead;
mod pool;

use crate::Endpoint;

pub fn endpoints() -> Vec<Endpoint> {
    let mut endpoints = lead::endpoints();
    endpoints.extend(pool::endpoints());
    endpoints
}
