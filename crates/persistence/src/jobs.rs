//! What is done later: the queue of jobs.

use std::time::Duration;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use guanxi_domain::{Error, Result, TenantId, UserId};
use serde_json::Value;
use sqlx::{FromRow, postgres::types::PgInterval, types::Json};
use uuid::Uuid;

use crate::{Db, Tx};

/// A job that this worker has taken, and nobody else works on while its lease lasts.
#[derive(Debug, Clone)]
pub struct Job {
    pub tenant: TenantId,
    /// The organisation's zone.
    pub zone: Tz,
    pub id: Uuid,
    pub name: String,
    pub payload: Value,
    /// How often it was taken, this time included.
    pub attempts: i32,
    /// Who asked for it.
    pub actor: Option<UserId>,
}

/// Puts a job into the queue; it is done when, and only if, this transaction commits.
pub async fn enqueue(tx: &mut Tx, name: &str, payload: &Value) -> Result<Uuid> {
    let id = Uuid::now_v7();
    sqlx::query("insert into jobs (id, name, payload) values ($1, $2, $3)")
        .bind(id)
        .bind(name)
        .bind(payload)
        .execute(tx.conn())
        .await?;
    Ok(id)
}

/// Puts a job into the queue that is not to be done before `at`.
pub async fn enqueue_at(tx: &mut Tx, name: &str, payload: &Value, at: DateTime<Utc>) -> Result<Uuid> {
    let id = Uuid::now_v7();
    sqlx::query("insert into jobs (id, name, payload, run_at) values ($1, $2, $3, $4)")
        .bind(id)
        .bind(name)
        .bind(payload)
        .bind(at)
        .execute(tx.conn())
        .await?;
    Ok(id)
}

/// Takes the job that has waited longest, or one whose worker has not been heard of since its lease ran out.
pub async fn take(db: &Db, lease: Duration) -> Result<Option<Job>> {
    type Row = (Uuid, String, Uuid, String, Json<Value>, i32, Option<Uuid>);
    let mut tx = db.dispatch().await?;
    let row: Option<Row> = sqlx::query_as(
        "with next as (
             select tenant_id, id from jobs where status in ('waiting', 'running') and run_at <= now()
             order by run_at for update skip locked limit 1
         )
         update jobs set status = 'running', attempts = attempts + 1, run_at = now() + $1
         from next join tenants on tenants.id = next.tenant_id
         where jobs.tenant_id = next.tenant_id and jobs.id = next.id
         returning jobs.tenant_id, tenants.timezone, jobs.id, jobs.name, jobs.payload, jobs.attempts, jobs.actor_id",
    )
    .bind(interval(lease)?)
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    let Some((tenant, zone, id, name, Json(payload), attempts, actor)) = row else { return Ok(None) };
    let zone = zone.parse().map_err(Error::unexpected)?;
    Ok(Some(Job { tenant: tenant.into(), zone, id, name, payload, attempts, actor: actor.map(Into::into) }))
}

/// Says that the worker still lives.
pub async fn extend(db: &Db, job: &Job, lease: Duration) -> Result<()> {
    let statement = "update jobs set run_at = now() + $4
        where tenant_id = $1 and id = $2 and attempts = $3 and status = 'running'";
    let query = sqlx::query(statement).bind(Uuid::from(job.tenant)).bind(job.id).bind(job.attempts);
    let mut tx = db.dispatch().await?;
    query.bind(interval(lease)?).execute(&mut *tx).await?;
    Ok(tx.commit().await?)
}

/// Ends a job well.
pub async fn finish(db: &Db, job: &Job) -> Result<()> {
    let statement = "update jobs set status = 'done', finished_at = now(), error = null
        where tenant_id = $1 and id = $2 and attempts = $3 and status = 'running'";
    let mut tx = db.dispatch().await?;
    sqlx::query(statement).bind(Uuid::from(job.tenant)).bind(job.id).bind(job.attempts).execute(&mut *tx).await?;
    Ok(tx.commit().await?)
}

/// Ends an attempt badly: the job waits to be taken again, or has failed for good.
pub async fn fail(db: &Db, job: &Job, error: &str, again_in: Option<Duration>) -> Result<()> {
    let statement =
        "update jobs set error = $4, status = case when $5::interval is null then 'failed' else 'waiting' end,
            run_at = now() + coalesce($5, interval '0'), finished_at = case when $5::interval is null then now() end
        where tenant_id = $1 and id = $2 and attempts = $3 and status = 'running'";
    let again_in = again_in.map(interval).transpose()?;
    let query = sqlx::query(statement).bind(Uuid::from(job.tenant)).bind(job.id).bind(job.attempts);
    let mut tx = db.dispatch().await?;
    query.bind(error).bind(again_in).execute(&mut *tx).await?;
    Ok(tx.commit().await?)
}

/// How the queue is doing.
#[derive(Debug, Clone, Copy, Default, FromRow)]
pub struct Health {
    pub waiting: i64,
    /// How long the job that is due longest has waited.
    pub oldest_seconds: i64,
    pub failed_today: i64,
}

pub async fn health(db: &Db) -> Result<Health> {
    let mut tx = db.dispatch().await?;
    let health = sqlx::query_as(
        "select count(*) filter (where status = 'waiting') as waiting,
             coalesce(extract(epoch from now() - min(run_at) filter (where status = 'waiting' and run_at <= now())), 0)
                 ::bigint as oldest_seconds,
             count(*) filter (where status = 'failed' and finished_at > now() - interval '1 day') as failed_today
         from jobs where status in ('waiting', 'running', 'failed')",
    )
    .fetch_one(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(health)
}

fn interval(duration: Duration) -> Result<PgInterval> {
    PgInterval::try_from(duration).map_err(Error::Unexpected)
}
