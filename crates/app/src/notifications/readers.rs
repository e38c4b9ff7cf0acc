//! What people may see, asked for each of them once as long as nobody's rights change.

use std::sync::{Arc, LazyLock};

use chrono_tz::Tz;
use guanxi_domain::{Access, Actor, ActorKind, Result, UserId};
use guanxi_persistence::{Tx, access::rights, notifications::people};
use moka::sync::Cache;
use uuid::Uuid;

/// The state of rights that something was loaded for, and what a person may do.
type Loaded = (i64, Option<Arc<Access>>);

/// By tenant and person.
static KNOWN: LazyLock<Cache<(Uuid, UserId), Loaded>> = LazyLock::new(|| Cache::builder().max_capacity(20_000).build());

/// Somebody as a reader, with the rights of this moment; nobody where he may not sign in.
pub async fn reader(tx: &mut Tx, epoch: i64, user: UserId) -> Result<Option<Actor>> {
    let key = (tx.tenant(), user);
    let access = match KNOWN.get(&key) {
        Some((known, access)) if known == epoch => access,
        _ => {
            let access = rights::load(tx, user).await?.map(|holder| Arc::new(holder.access));
            KNOWN.insert(key, (epoch, access.clone()));
            access
        }
    };
    Ok(access.map(|access| as_reader(tx, user, access)))
}

fn as_reader(tx: &Tx, user: UserId, access: Arc<Access>) -> Actor {
    let zone: Tz = tx.actor().zone;
    Actor { tenant: tx.actor().tenant, user: Some(user), kind: ActorKind::System, access, zone, request_id: None }
}

/// The state of rights now.
pub async fn epoch(tx: &mut Tx) -> Result<i64> {
    people::epoch(tx).await
}
