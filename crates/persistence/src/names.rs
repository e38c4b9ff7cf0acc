//! The names of people, departments and pools, which nearly every record shows, known by heart.
//!
//! They are as fresh as rights are: what changes one of these tables changes the state of its tenant's rights, and
//! whoever finds a new state reads the names anew. Where none are known, a column's own statement reads them.

use std::{collections::HashMap, sync::Arc, time::Duration};

use guanxi_domain::Result;
use moka::sync::Cache;
use uuid::Uuid;

use crate::Tx;

const FORGOTTEN_AFTER: Duration = Duration::from_secs(3600);

/// The names of one tenant, by id.
#[derive(Debug, Default)]
pub struct Names {
    /// The state of rights that they belong to.
    epoch: i64,
    by_id: HashMap<Uuid, Box<str>>,
}

impl Names {
    pub fn get(&self, id: &Uuid) -> Option<&str> {
        self.by_id.get(id).map(AsRef::as_ref)
    }
}

/// The names of all tenants that were here lately.
pub struct KnownNames(Cache<Uuid, Arc<Names>>);

impl Default for KnownNames {
    fn default() -> Self {
        Self(Cache::builder().max_capacity(10_000).time_to_idle(FORGOTTEN_AFTER).build())
    }
}

impl KnownNames {
    pub fn of(&self, tenant: Uuid) -> Option<Arc<Names>> {
        self.0.get(&tenant)
    }
}

/// Reads the names of the caller's tenant unless those of this state of its rights are known.
pub async fn keep_fresh(tx: &mut Tx, epoch: i64) -> Result<()> {
    let tenant = tx.tenant();
    if tx.db().known_names().of(tenant).is_some_and(|names| names.epoch == epoch) {
        return Ok(());
    }
    let rows: Vec<(Uuid, String)> = sqlx::query_as(
        "select id, name from users where tenant_id = $1
         union all select id, name from departments where tenant_id = $1
         union all select id, name from lead_pools where tenant_id = $1
         union all select id, name from customer_pools where tenant_id = $1",
    )
    .bind(tenant)
    .fetch_all(tx.conn())
    .await?;
    let by_id = rows.into_iter().map(|(id, name)| (id, name.into_boxed_str())).collect();
    tx.db().known_names().0.insert(tenant, Arc::new(Names { epoch, by_id }));
    Ok(())
}
