//! What nearly every record shows or asks and hardly ever changes, known by heart: the names of people, departments,
//! pools, pipelines and stages, the rules by which pools take back and leads are rated, the days that are worked, and the fields and
//! layouts of the organisation.
//!
//! It is as fresh as rights are: what changes one of these tables changes the state of its tenant's rights, and whoever
//! finds a new state reads it anew. A transaction that changes any of it knows nothing.

use std::{collections::HashMap, sync::Arc, time::Duration};

use guanxi_domain::{Result, leads::scoring::ScoringRule};
use moka::{ops::compute::Op, sync::Cache};
use uuid::Uuid;

use crate::{
    Table, Tx,
    custom::{self, OwnTables},
    customers, leads,
    platform::{calendars::Working, layouts},
};

const FORGOTTEN_AFTER: Duration = Duration::from_secs(3600);

/// The tables that it is read from.
const SOURCES: [&str; 10] = [
    "users",
    "departments",
    "lead_pools",
    "customer_pools",
    "pipelines",
    "stages",
    "calendars",
    "scoring_rules",
    "custom_fields",
    "layouts",
];

/// Whoever writes one of its tables changes what is known.
pub fn written(tx: &mut Tx, table: &Table) {
    if SOURCES.contains(&table.name) {
        tx.rights_change();
    }
}

/// What is known of one tenant.
pub struct Known {
    /// The state of rights that it belongs to.
    epoch: i64,
    names: HashMap<Uuid, Box<str>>,
    pub lead_pools: leads::recycle::PoolRules,
    pub customer_pools: customers::recycle::PoolRules,
    pub working: Working,
    pub scoring: Arc<[ScoringRule]>,
    pub own_tables: OwnTables,
    pub layouts: Arc<[layouts::Known]>,
}

impl Known {
    /// The name of a person, a department, a pool, a pipeline or a stage.
    pub fn name(&self, id: &Uuid) -> Option<&str> {
        self.names.get(id).map(AsRef::as_ref)
    }
}

/// What is known of all tenants that were here lately.
pub struct KnownTenants(Cache<Uuid, Arc<Known>>);

impl Default for KnownTenants {
    fn default() -> Self {
        Self(Cache::builder().max_capacity(10_000).time_to_idle(FORGOTTEN_AFTER).build())
    }
}

impl KnownTenants {
    pub fn of(&self, tenant: Uuid) -> Option<Arc<Known>> {
        self.0.get(&tenant)
    }
}

/// Learns what there is to know of the caller's tenant, unless it is known for this state of its rights.
pub async fn keep_fresh(tx: &mut Tx, epoch: i64) -> Result<()> {
    let tenant = tx.tenant();
    if tx.db().known().of(tenant).is_none_or(|known| known.epoch != epoch) {
        let known = Arc::new(Known { epoch, ..read(tx).await? });
        // Who read slowly puts nothing older in the place of what is newer.
        tx.db().known().0.entry(tenant).and_compute_with(|other| match other {
            Some(other) if other.value().epoch > epoch => Op::Nop,
            Some(_) | None => Op::Put(known),
        });
    }
    Ok(())
}

/// Reads it as it is now.
pub async fn read(tx: &mut Tx) -> Result<Known> {
    let tenant = tx.tenant();
    let names: Vec<(Uuid, String)> = sqlx::query_as(
        "select id, name from users where tenant_id = $1
         union all select id, name from departments where tenant_id = $1
         union all select id, name from lead_pools where tenant_id = $1
         union all select id, name from customer_pools where tenant_id = $1
         union all select id, name from pipelines where tenant_id = $1
         union all select id, name from stages where tenant_id = $1",
    )
    .bind(tenant)
    .fetch_all(tx.conn())
    .await?;
    let names = names.into_iter().map(|(id, name)| (id, name.into_boxed_str())).collect();
    let lead_pools = leads::recycle::PoolRules::read(tx).await?;
    let customer_pools = customers::recycle::PoolRules::read(tx).await?;
    let working = Working::read(tx).await?;
    let scoring = leads::rules::read_scoring(tx).await?;
    let own_tables = custom::read(tx).await?;
    let layouts = layouts::read(tx).await?;
    Ok(Known { epoch: 0, names, lead_pools, customer_pools, working, scoring, own_tables, layouts })
}
