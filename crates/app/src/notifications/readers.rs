//! What people may see who are told of something, or whose programs are.

use guanxi_domain::{Actor, ActorKind, Result, UserId};
use guanxi_persistence::{Tx, access::rights};

/// Somebody as a reader, with his rights in this state of them; nobody where he may not sign in.
pub async fn reader(tx: &mut Tx, epoch: i64, user: UserId) -> Result<Option<Actor>> {
    let holder = rights::known(tx, user, epoch).await?;
    Ok(holder.map(|holder| Actor {
        tenant: tx.actor().tenant,
        user: Some(user),
        kind: ActorKind::System,
        access: holder.access.clone(),
        zone: tx.actor().zone,
        request_id: None,
    }))
}
