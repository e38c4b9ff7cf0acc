//! Import and export: sheets in, sheets out, by the same rules as every request.

pub mod exporting;
pub mod files;
pub mod importing;
mod resources;
mod rows;
pub mod sheet;

use guanxi_domain::{Actor, ActorKind, Code, Error, Result};
use guanxi_persistence::{
    Db, Tx,
    access::rights,
    jobs::Job,
    transfer::{exports, imports},
};
use serde_json::{Value, json};

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
        access: holder.access.into(),
        zone: holder.zone,
        request_id: None,
    })
}

/// Forgets sheets and files whose days are over.
pub async fn sweep(tx: &mut Tx) -> Result<Value> {
    let imports = imports::sweep(tx).await?;
    let exports = exports::sweep(tx).await?;
    Ok(json!({ "import_chunks": imports, "export_parts": exports }))
}
