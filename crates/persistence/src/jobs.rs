//! What is done later: the queue of jobs, and the book of what ran on which business date.

use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use guanxi_domain::{Error, Result, TenantId, UserId};
use serde::Serialize;
use serde_json::Value;
use sqlx::{FromRow, postgres::types::PgInterval, types::Json};
use utoipa::ToSchema;
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

/// How a scheduled job went lately: when it was last done, and how often it has failed since, within a day.
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

/// Whether the job was done at that time or later.
pub async fn was_done(tx: &mut Tx, job: &str, since: DateTime<Utc>) -> Result<bool> {
    let done = sqlx::query_scalar(
        "select exists (select 1 from job_runs where tenant_id = $1 and job = $2 and started_at >= $3
             and status = 'done' and not dry_run)",
    );
    Ok(done.bind(tx.tenant()).bind(job).bind(since).fetch_one(tx.conn()).await?)
}

/// Opens a page of the book for a run that somebody asked for.
pub async fn begin_run(tx: &mut Tx, job: &str, dry_run: bool) -> Result<Uuid> {
    let id = Uuid::now_v7();
    write_run(tx, id, job, tx.today(), dry_run, "running", &Value::Object(serde_json::Map::new()), None).await?;
    Ok(id)
}

/// Writes how a run went, over what was written when it was asked for.
#[expect(clippy::too_many_arguments, reason = "one for each column")]
pub async fn write_run(
    tx: &mut Tx,
    id: Uuid,
    job: &str,
    date: NaiveDate,
    dry_run: bool,
    status: &str,
    result: &Value,
    error: Option<&str>,
) -> Result<()> {
    let finished = (status != "running").then(|| tx.now());
    sqlx::query(
        "insert into job_runs (id, job, business_date, dry_run, status, result, error, finished_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (tenant_id, id) do update
             set status = excluded.status, result = excluded.result, error = excluded.error,
                 finished_at = excluded.finished_at",
    )
    .bind(id)
    .bind(job)
    .bind(date)
    .bind(dry_run)
    .bind(status)
    .bind(result)
    .bind(error)
    .bind(finished)
    .execute(tx.conn())
    .await?;
    let state = match status {
        _ if dry_run => return Ok(()),
        "done" => {
            "insert into job_states (job, done_at) values ($1, app.now()) on conflict (tenant_id, job) do update
             set done_at = greatest(job_states.done_at, excluded.done_at), failures = 0"
        }
        "failed" => {
            "insert into job_states as s (job, failed_at, failures) values ($1, now(), 1)
             on conflict (tenant_id, job) do update set failed_at = now(),
                 failures = case when s.failed_at > now() - interval '1 day' then s.failures + 1 else 1 end"
        }
        _ => return Ok(()),
    };
    sqlx::query(state).bind(job).execute(tx.conn()).await?;
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
