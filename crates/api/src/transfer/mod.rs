//! Import and export.

mod exports;
mod imports;

pub use imports::attachment;

use guanxi_app::transfer::Resource;
use guanxi_domain::{Error, Permission, Result};
use serde::Deserialize;
use uuid::Uuid;

use crate::{Call, Endpoint};

pub fn endpoints() -> Vec<Endpoint> {
    [imports::endpoints(), exports::endpoints()].into_iter().flatten().collect()
}

/// Which part of a list of imports or exports is wanted.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Paging {
    /// The last one of the page before.
    cursor: Option<Uuid>,
    limit: Option<String>,
}

const DEFAULT_LIMIT: i64 = 50;
const MAX_LIMIT: i64 = 200;

impl Paging {
    fn limit(&self) -> Result<i64> {
        let Some(limit) = &self.limit else { return Ok(DEFAULT_LIMIT) };
        let limit = limit.parse().map_err(|_| Error::malformed("limit"))?;
        if (1..=MAX_LIMIT).contains(&limit) { Ok(limit) } else { Err(Error::malformed("limit")) }
    }
}

/// Refuses, and writes it down, where the caller's roles do not grant what this resource asks for.
async fn allow<B>(call: &Call<B>, resource: &Resource, permission: fn(&Resource) -> Permission) -> Result<()> {
    let (actor, permission) = (call.actor()?, permission(resource));
    if actor.access.may(permission) {
        return Ok(());
    }
    call.app.gate.denied(actor, permission, call.request.method().as_str(), call.request.path()).await;
    actor.access.scope(permission).map(drop)
}
