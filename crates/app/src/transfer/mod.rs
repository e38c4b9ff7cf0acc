//! Import and export: sheets in, sheets out, by the same rules as every request.

pub mod exporting;
pub mod files;
pub mod importing;
mod resources;
mod rows;
pub mod sheet;

use guanxi_domain::{Actor, ActorKind, Code, Error, Result};
use guanxi_persistence::{Db, access::rights, jobs::Job};

pub use resources::{Given, Importable, Resource, one_by_one, resource, resources};

/// Who asked for a job, with the rights that he has now.
async fn actor_of(db: &Db, job: &Job) -> Result<Actor> {
    let user = job.actor.ok_or_else(|| Error::new(Code::Forbidden))?;
    let mut tx = db.read(Actor::system(job.tenant, job.zone)).await?;
    let holder = rights::load(&mut tx, user).await?;
    tx.commit().await?;
    let holder = holder.ok_or_else(|| Error::new(Code::Forbidden))?;
    Ok(Actor {
        tenant: job.tenant,
        user: Some(user),
        kind: ActorKind::System,
        access: holder.access,
        zone: holder.zone,
        request_id: None,
    })
}
