//! What time it is. The only place that asks the machine; tests move it, one tenant at a time.

use std::{collections::HashMap, sync::Mutex};

use chrono::{DateTime, SubsecRound, Utc};
use guanxi_domain::TenantId;

pub enum Clock {
    Real,
    /// Stands still for the tenants named, and is real for the others.
    Test(Mutex<HashMap<TenantId, DateTime<Utc>>>),
}

impl Clock {
    pub fn test() -> Self {
        Self::Test(Mutex::default())
    }

    /// The time to the microsecond, which is what PostgreSQL keeps.
    pub fn now(&self, tenant: TenantId) -> DateTime<Utc> {
        let moved = match self {
            Self::Real => None,
            Self::Test(times) => times.lock().ok().and_then(|times| times.get(&tenant).copied()),
        };
        moved.unwrap_or_else(Self::real).trunc_subsecs(6)
    }

    /// Stops the tenant's clock at `time`, or lets it run again. False where the clock cannot be moved.
    pub fn set(&self, tenant: TenantId, time: Option<DateTime<Utc>>) -> bool {
        let Self::Test(times) = self else { return false };
        let Ok(mut times) = times.lock() else { return false };
        match time {
            Some(time) => times.insert(tenant, time),
            None => times.remove(&tenant),
        };
        true
    }

    /// Whether a test has stopped the tenant's clock.
    pub fn stands(&self, tenant: TenantId) -> bool {
        match self {
            Self::Real => false,
            Self::Test(times) => times.lock().is_ok_and(|times| times.contains_key(&tenant)),
        }
    }

    /// Those whose clocks tests have stopped.
    pub fn standing(&self) -> Vec<TenantId> {
        match self {
            Self::Real => Vec::new(),
            Self::Test(times) => times.lock().map(|times| times.keys().copied().collect()).unwrap_or_default(),
        }
    }

    /// The machine's own time, for what tests do not move: tokens, lock-outs, rate limits.
    #[expect(clippy::disallowed_methods, reason = "this is the clock")]
    pub fn real() -> DateTime<Utc> {
        Utc::now()
    }
}
