//! Connections for reading that remember their tenant: a read costs one round trip.
//!
//! Through the usual pool a read behind the fence costs six. A connection whose use did not end well (an error of the
//! database, a request that was dropped half-way) is closed, never lent again.

use std::{
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use guanxi_domain::{Error, Result};
use sqlx::{ConnectOptions, PgConnection, postgres::PgConnectOptions};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use uuid::Uuid;

const MAX_IDLE: Duration = Duration::from_secs(300);
const PATIENCE: Duration = Duration::from_secs(10);

pub struct TenantPool {
    options: PgConnectOptions,
    idle: Mutex<Vec<Idle>>,
    permits: Arc<Semaphore>,
}

struct Idle {
    connection: PgConnection,
    tenant: Uuid,
    since: Instant,
}

/// A connection lent to one reader; back in the pool only after [`Lent::give_back`].
pub struct Lent {
    connection: PgConnection,
    tenant: Uuid,
    pool: Arc<TenantPool>,
    _permit: OwnedSemaphorePermit,
}

impl TenantPool {
    pub fn new(options: PgConnectOptions, size: usize) -> Arc<Self> {
        Arc::new(Self { options, idle: Mutex::default(), permits: Arc::new(Semaphore::new(size)) })
    }

    /// Lends a connection that sees `tenant` only.
    pub async fn lend(self: &Arc<Self>, tenant: Uuid) -> Result<Lent> {
        let waiting = tokio::time::timeout(PATIENCE, self.permits.clone().acquire_owned());
        let permit = waiting.await.map_err(Error::unexpected)?.map_err(Error::unexpected)?;
        let found = self.take(tenant);
        let (mut connection, current) = match found {
            Some(idle) => (idle.connection, Some(idle.tenant)),
            None => (self.options.connect().await?, None),
        };
        if current != Some(tenant) {
            sqlx::query("select set_config('app.tenant', $1, false)")
                .bind(tenant.to_string())
                .execute(&mut connection)
                .await?;
        }
        Ok(Lent { connection, tenant, pool: self.clone(), _permit: permit })
    }

    fn take(&self, tenant: Uuid) -> Option<Idle> {
        let mut idle = self.idle.lock().ok()?;
        idle.retain(|idle| idle.since.elapsed() < MAX_IDLE);
        match idle.iter().rposition(|idle| idle.tenant == tenant) {
            Some(index) => Some(idle.swap_remove(index)),
            None => idle.pop(),
        }
    }
}

impl Lent {
    pub fn connection(&mut self) -> &mut PgConnection {
        &mut self.connection
    }

    /// Says that the use ended well.
    pub fn give_back(self) {
        if let Ok(mut idle) = self.pool.idle.lock() {
            idle.push(Idle { connection: self.connection, tenant: self.tenant, since: Instant::now() });
        }
    }
}
