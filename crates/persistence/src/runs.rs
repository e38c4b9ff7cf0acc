//! The jobs by the clock: for whom they run, how they stand, and the book of what ran on which business date.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use guanxi_domain::{Error, Result, TenantId};
use serde::Serialize;
use serde_json::Value;
use sqlx::FromRow;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{Db, Tx};

/// A tenant as its schedules see it.
#[derive(Debug, Clone)]
pub struct Organisation {
    pub tenant: TenantId,
    pub zone: Tz,
    pub since: DateTime<Utc>,
}

/// Everybody whose jobs run at night.
pub async fn organisations(db: &Db) -> Result<Vec<Organisation>> {
    let mut tx = db.dispatch().await?;
    let rows: Vec<(Uuid, String, DateTime<Utc>)> =
        sqlx::query_as("select id, timezone, created_at from tenants where active").fetch_all(&mut *tx).await?;
    tx.commit().await?;
    rows.into_iter()
        .map(|(id, zone, since)| {
            Ok(Organisation { tenant: id.into(), zone: zone.parse().map_err(Error::unexpected)?, since })
        })
        .collect()
}

/// How a job went lately: when the last run began that was done, and how often it has failed since, within a day.
#[derive(Debug, Clone, FromRow)]
pub struct Lately {
    pub tenant_id: Uuid,
    pub job: String,
    pub done_at: Option<DateTime<Utc>>,
    pub failures: i32,
}

/// How the jobs of everybody went lately; those that never ran are left out.
pub async fn lately(db: &Db) -> Result<Vec<Lately>> {
    let mut tx = db.dispatch().await?;
    let rows = sqlx::query_as(
        "select tenant_id, job, done_at,
             case when failed_at > now() - interval '1 day' then failures else 0 end as failures from job_states",
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(rows)
}

/// Waits until nobody else runs this job for the tenant, and keeps others waiting until the transaction ends.
pub async fn alone(tx: &mut Tx, job: &str) -> Result<()> {
    let key = format!("{} {job}", tx.tenant());
    sqlx::query("select pg_advisory_xact_lock(hashtextextended($1, 0))").bind(key).execute(tx.conn()).await?;
    Ok(())
}

/// Whether a run that began at that time or later is done.
pub async fn was_done(tx: &mut Tx, job: &str, since: DateTime<Utc>) -> Result<bool> {
    let sql = "select exists (select 1 from job_states where tenant_id = $1 and job = $2 and done_at >= $3)";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(job).bind(since).fetch_one(tx.conn()).await?)
}

/// How far a run has got: what its parts did, and where the next one begins.
#[derive(Debug, FromRow)]
pub struct Progress {
    pub id: Uuid,
    pub result: Value,
    pub step: i32,
    pub after_id: Option<Uuid>,
}

/// Opens a page of the book.
pub async fn begin(tx: &mut Tx, job: &str, date: NaiveDate, dry_run: bool) -> Result<Progress> {
    let sql = "insert into job_runs (id, job, business_date, dry_run, status) values ($1, $2, $3, $4, 'running')
               returning id, result, step, after_id";
    let begun = sqlx::query_as(sql).bind(Uuid::now_v7()).bind(job).bind(date).bind(dry_run);
    Ok(begun.fetch_one(tx.conn()).await?)
}

/// A run that somebody asked for.
pub async fn asked_for(tx: &mut Tx, id: Uuid) -> Result<Progress> {
    let sql = "select id, result, step, after_id from job_runs where tenant_id = $1 and id = $2";
    let found: Option<Progress> = sqlx::query_as(sql).bind(tx.tenant()).bind(id).fetch_optional(tx.conn()).await?;
    found.ok_or_else(|| Error::not_found("job"))
}

/// The run by the clock that was begun and not ended, by whatever server.
pub async fn underway(tx: &mut Tx, job: &str) -> Result<Option<Progress>> {
    let sql = "select id, result, step, after_id from job_runs
               where tenant_id = $1 and job = $2 and status = 'running' and actor_id is null order by id limit 1";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(job).fetch_optional(tx.conn()).await?)
}

/// Writes down a part of a run, after which there is more.
pub async fn go_on(tx: &mut Tx, run: &Progress) -> Result<()> {
    sqlx::query(
        "update job_runs set status = 'running', result = $3, step = $4, after_id = $5, error = null,
             finished_at = null
         where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant())
    .bind(run.id)
    .bind(&run.result)
    .bind(run.step)
    .bind(run.after_id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Writes down the last part of a run.
pub async fn end(tx: &mut Tx, run: &Progress) -> Result<()> {
    sqlx::query(
        "with done as (
             update job_runs set status = 'done', result = $3, step = $4, after_id = null, error = null,
                 finished_at = app.now()
             where tenant_id = $1 and id = $2 returning job, started_at, dry_run)
         insert into job_states (job, done_at) select job, started_at from done where not dry_run
         on conflict (tenant_id, job) do update
             set done_at = greatest(job_states.done_at, excluded.done_at), failures = 0",
    )
    .bind(tx.tenant())
    .bind(run.id)
    .bind(&run.result)
    .bind(run.step)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Writes down that a run failed; what its parts did stays. Failures of what somebody asked for are his, and keep
/// nothing from running by the clock.
pub async fn fail(tx: &mut Tx, run: &Progress, error: &str) -> Result<()> {
    sqlx::query(
        "with failed as (
             update job_runs set status = 'failed', error = $3, finished_at = app.now()
             where tenant_id = $1 and id = $2 returning job, actor_id)
         insert into job_states as s (job, failed_at, failures)
             select job, now(), 1 from failed where actor_id is null
         on conflict (tenant_id, job) do update set failed_at = now(),
             failures = case when s.failed_at > now() - interval '1 day' then s.failures + 1 else 1 end",
    )
    .bind(tx.tenant())
    .bind(run.id)
    .bind(error)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// One run of a scheduled job.
#[derive(Debug, Serialize, FromRow, ToSchema)]
pub struct Run {
    pub id: Uuid,
    pub job: String,
    pub business_date: NaiveDate,
    pub dry_run: bool,
    pub status: String,
    pub started_at: DateTime<Utc>,
    pub finished_at: Option<DateTime<Utc>>,
    /// What was done, or would have been.
    pub result: Value,
    pub error: Option<String>,
    pub actor_id: Option<Uuid>,
    pub actor_name: Option<String>,
}

pub async fn run(tx: &mut Tx, id: Uuid) -> Result<Option<Run>> {
    let run = sqlx::query_as(
        "select r.*, u.name as actor_name from job_runs r
         left join users u on u.tenant_id = r.tenant_id and u.id = r.actor_id
         where r.tenant_id = $1 and r.id = $2",
    );
    Ok(run.bind(tx.tenant()).bind(id).fetch_optional(tx.conn()).await?)
}

/// The latest runs, of one job or of all, before the run `before`.
pub async fn runs(tx: &mut Tx, job: Option<&str>, before: Option<Uuid>, limit: i64) -> Result<Vec<Run>> {
    let runs = sqlx::query_as(
        "select r.*, u.name as actor_name from job_runs r
         left join users u on u.tenant_id = r.tenant_id and u.id = r.actor_id
         where r.tenant_id = $1 and ($2::text is null or r.job = $2) and ($3::uuid is null or r.id < $3)
         order by r.id desc limit $4",
    );
    Ok(runs.bind(tx.tenant()).bind(job).bind(before).bind(limit).fetch_all(tx.conn()).await?)
}
