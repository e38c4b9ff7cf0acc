//! The background of an import: checked, run and undone chunk by chunk.

use std::time::Duration;

use futures_util::future::LocalBoxFuture;
use guanxi_domain::{
    Actor, Error, Result,
    transfer::{Counts, ImportStatus, Working, import::ImportEvent},
};
use guanxi_persistence::{
    Db, Tx,
    jobs::Job,
    transfer::imports::{self, ImportRow},
};
use serde_json::Value;
use uuid::Uuid;

use super::{ATTEMPTS, LAST_ATTEMPT, fields, finished, options};
use crate::transfer::{
    actor_of,
    resources::{Resource, resource},
    rows::{Run, Seen},
};

pub(super) fn run<'a>(db: &'a Db, job: &'a Job) -> LocalBoxFuture<'a, Result<()>> {
    Box::pin(async move {
        let id = job.payload.get("id").and_then(Value::as_str).and_then(|id| id.parse().ok());
        let id: Uuid = id.ok_or_else(|| Error::unexpected("an import without id"))?;
        let error = match work(db, job, id).await {
            Ok(()) => return Ok(()),
            Err(error @ (Error::Retry | Error::Unexpected(_))) if job.attempts < LAST_ATTEMPT => return Err(error),
            Err(error) => error,
        };
        give_up(db, job, id, &error).await?;
        Err(error)
    })
}

async fn work(db: &Db, job: &Job, id: Uuid) -> Result<()> {
    let actor = actor_of(db, job).await?;
    let mut tx = db.read(actor.clone()).await?;
    let import = imports::get(&mut tx, id).await?;
    tx.commit().await?;
    match import.working() {
        None => Ok(()),
        Some(Working::Check) => check_all(db, job, &actor, id).await,
        Some(Working::Run) => run_all(db, job, &actor, id).await,
        Some(Working::Undo) => {
            // Undoing is part of importing: it needs no right to delete.
            let actor = Actor { user: actor.user, ..Actor::system(actor.tenant, actor.zone) };
            undo_all(db, &actor, id).await
        }
    }
}

/// What cannot be done ends where it is, and says why.
async fn give_up(db: &Db, job: &Job, id: Uuid, error: &Error) -> Result<()> {
    let mut tx = db.begin(Actor { user: job.actor, ..Actor::system(job.tenant, job.zone) }).await?;
    let mut import = imports::lock(&mut tx, id).await?;
    if import.working() == Some(Working::Run) {
        import.status.0 = ImportStatus::Cancelled;
        import.finished_at = Some(tx.now());
    }
    import.working = None;
    import.error = Some(error.code().to_string());
    imports::save(&mut tx, &import).await?;
    finished(&mut tx, &import, "import.failed").await?;
    tx.commit().await
}

/// Does one step in a transaction of its own, again where the database asks for it.
async fn step<T>(db: &Db, actor: &Actor, work: impl AsyncFn(&mut Tx) -> Result<T>) -> Result<T> {
    let mut attempt = 0;
    loop {
        attempt += 1;
        let mut tx = db.begin(actor.clone()).await?;
        match work(&mut tx).await {
            Ok(done) => {
                tx.commit().await?;
                return Ok(done);
            }
            Err(Error::Retry) if attempt < ATTEMPTS => {
                tx.rollback().await?;
                tokio::time::sleep(Duration::from_millis(20 << attempt)).await;
            }
            Err(error) => return Err(error),
        }
    }
}

/// Prepares to go through the rows of an import.
async fn prepare(tx: &mut Tx, job: &Job, import: &ImportRow) -> Result<(Run, &'static Resource)> {
    let resource = resource(&import.resource)?;
    let options = options(import)?;
    let fields = fields(tx, resource, import, &options).await?;
    let mut run = Run::new(tx, resource.table, &import.columns, &fields, options).await?;
    run.lenient = job.attempts > 1;
    Ok((run, resource))
}

async fn check_all(db: &Db, job: &Job, actor: &Actor, id: Uuid) -> Result<()> {
    let (run, resource, chunks) = step(db, actor, async |tx| {
        let mut import = imports::lock(tx, id).await?;
        let (run, resource) = prepare(tx, job, &import).await?;
        import.next_chunk = 0;
        import.set_counts(Counts::default());
        imports::save(tx, &import).await?;
        Ok((run, resource, import.chunks))
    })
    .await?;
    let mut seen = Seen::default();
    for number in 0..chunks {
        let mut tx = db.begin(actor.clone()).await?;
        let chunk = imports::chunk(&mut tx, id, number).await?;
        let results = (resource.check)(&mut tx, &run, chunk.rows, &mut seen).await?;
        tx.rollback().await?;
        let goes_on = step(db, actor, async |tx| {
            let mut import = imports::lock(tx, id).await?;
            if import.working() != Some(Working::Check) || import.next_chunk != number {
                return Ok(false);
            }
            imports::write_outcomes(tx, id, number, &results).await?;
            let mut counts = import.counts();
            results.iter().for_each(|result| counts.add(result.outcome));
            import.set_counts(counts);
            import.next_chunk = number + 1;
            if import.next_chunk == chunks {
                import.status.0 = import.status.0.after(ImportEvent::Checked)?;
                import.working = None;
            }
            imports::save(tx, &import).await?;
            Ok(true)
        });
        if !goes_on.await? {
            return Ok(());
        }
    }
    Ok(())
}

async fn run_all(db: &Db, job: &Job, actor: &Actor, id: Uuid) -> Result<()> {
    let prepared = step(db, actor, async |tx| {
        let import = imports::get(tx, id).await?;
        prepare(tx, job, &import).await
    });
    let (run, resource) = prepared.await?;
    while step(db, actor, async |tx| run_chunk(tx, &run, resource, id).await).await? {}
    Ok(())
}

/// Writes the next chunk and says that it is written, in one transaction. False when there is nothing left to do.
async fn run_chunk(tx: &mut Tx, run: &Run, resource: &Resource, id: Uuid) -> Result<bool> {
    let mut import = imports::lock(tx, id).await?;
    if import.working() != Some(Working::Run) {
        return Ok(false);
    }
    if import.next_chunk < import.chunks {
        let chunk = imports::chunk(tx, id, import.next_chunk).await?;
        let results = (resource.run)(tx, run, chunk.rows).await?;
        imports::write_outcomes(tx, id, chunk.number, &results).await?;
        let mut counts = import.counts();
        results.iter().for_each(|result| counts.add(result.outcome));
        import.set_counts(counts);
        import.next_chunk += 1;
    }
    let goes_on = import.next_chunk < import.chunks;
    if !goes_on {
        import.status.0 = import.status.0.after(import.counts().finish())?;
        import.working = None;
        import.finished_at = Some(tx.now());
        finished(tx, &import, "import.finished").await?;
    }
    imports::save(tx, &import).await?;
    Ok(goes_on)
}

async fn undo_all(db: &Db, actor: &Actor, id: Uuid) -> Result<()> {
    while step(db, actor, async |tx| undo_chunk(tx, id).await).await? {}
    Ok(())
}

async fn undo_chunk(tx: &mut Tx, id: Uuid) -> Result<bool> {
    let mut import = imports::lock(tx, id).await?;
    if import.working() != Some(Working::Undo) {
        return Ok(false);
    }
    if import.next_chunk < import.chunks {
        let chunk = imports::chunk(tx, id, import.next_chunk).await?;
        let created = chunk.outcomes.unwrap_or_default();
        let created = created.into_iter().filter(|result| result.outcome == guanxi_domain::transfer::Outcome::Created);
        let ids: Vec<Uuid> = created.filter_map(|result| result.id).collect();
        let count = (resource(&import.resource)?.undo)(tx, &ids).await?;
        import.undone += i32::try_from(count).map_err(Error::unexpected)?;
        import.next_chunk += 1;
    }
    let goes_on = import.next_chunk < import.chunks;
    if !goes_on {
        import.status.0 = import.status.0.after(ImportEvent::Undone)?;
        import.working = None;
        finished(tx, &import, "import.undone").await?;
    }
    imports::save(tx, &import).await?;
    Ok(goes_on)
}
