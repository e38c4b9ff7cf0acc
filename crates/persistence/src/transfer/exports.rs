//! Exports and the parts of their files.

use chrono::{DateTime, Utc};
use guanxi_domain::{
    Error, Result, UserId,
    transfer::{ExportStatus, Format},
};
use serde_json::Value;
use sqlx::FromRow;
use uuid::Uuid;

use super::imports::Stored;
use crate::Tx;

#[derive(Debug, Clone, FromRow)]
pub struct ExportRow {
    pub id: Uuid,
    pub resource: String,
    #[sqlx(try_from = "String")]
    pub format: Stored<Format>,
    #[sqlx(try_from = "String")]
    pub status: Stored<ExportStatus>,
    pub query: Value,
    pub total: i64,
    pub rows: i64,
    pub after: Option<String>,
    pub parts: i32,
    pub size: i64,
    pub error: Option<String>,
    pub created_by: UserId,
    pub created_at: DateTime<Utc>,
    pub finished_at: Option<DateTime<Utc>>,
    pub expires_at: DateTime<Utc>,
}

pub struct NewExport<'a> {
    pub id: Uuid,
    pub resource: &'a str,
    pub format: Format,
    pub query: &'a Value,
    pub total: i64,
    pub expires_at: DateTime<Utc>,
}

/// The rows that the actor has asked for today; two who ask at once wait for each other.
pub async fn asked_today(tx: &mut Tx) -> Result<i64> {
    let user = tx.actor().person()?;
    sqlx::query("select pg_advisory_xact_lock(hashtextextended($1, 0))")
        .bind(format!("export {user}"))
        .execute(tx.conn())
        .await?;
    let rows: i64 = sqlx::query_scalar(
        "select coalesce(sum(case when status in ('waiting', 'running') then total else rows end), 0)::bigint
         from exports where tenant_id = $1 and created_by = $2 and on_date = $3",
    )
    .bind(tx.tenant())
    .bind(user)
    .bind(tx.today())
    .fetch_one(tx.conn())
    .await?;
    Ok(rows)
}

pub async fn insert(tx: &mut Tx, export: &NewExport<'_>) -> Result<()> {
    let format: &str = export.format.into();
    sqlx::query(
        "insert into exports (id, resource, format, query, total, on_date, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(export.id)
    .bind(export.resource)
    .bind(format)
    .bind(export.query)
    .bind(export.total)
    .bind(tx.today())
    .bind(export.expires_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub async fn get(tx: &mut Tx, id: Uuid) -> Result<ExportRow> {
    let found = sqlx::query_as("select * from exports where tenant_id = $1 and id = $2");
    let found = found.bind(tx.tenant()).bind(id).fetch_optional(tx.conn()).await?;
    found.ok_or_else(|| Error::not_found("export"))
}

pub async fn lock(tx: &mut Tx, id: Uuid) -> Result<ExportRow> {
    let found = sqlx::query_as("select * from exports where tenant_id = $1 and id = $2 for update");
    let found = found.bind(tx.tenant()).bind(id).fetch_optional(tx.conn()).await?;
    found.ok_or_else(|| Error::not_found("export"))
}

/// The latest exports of one person, before the export `before`.
pub async fn list(tx: &mut Tx, creator: UserId, before: Option<Uuid>, limit: i64) -> Result<Vec<ExportRow>> {
    let found = sqlx::query_as(
        "select e.* from exports e
         where e.tenant_id = $1 and e.created_by = $2
           and ($3::uuid is null
                or (e.created_at, e.id) < (select b.created_at, b.id from exports b
                                           where b.tenant_id = $1 and b.id = $3))
         order by e.created_at desc, e.id desc limit $4",
    );
    Ok(found.bind(tx.tenant()).bind(creator).bind(before).bind(limit).fetch_all(tx.conn()).await?)
}

pub async fn save(tx: &mut Tx, export: &ExportRow) -> Result<()> {
    let status: &str = export.status.0.into();
    sqlx::query(
        "update exports set status = $3, rows = $4, after = $5, parts = $6, size = $7, error = $8, finished_at = $9
         where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant())
    .bind(export.id)
    .bind(status)
    .bind(export.rows)
    .bind(&export.after)
    .bind(export.parts)
    .bind(export.size)
    .bind(&export.error)
    .bind(export.finished_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub async fn insert_part(tx: &mut Tx, export: Uuid, number: i32, bytes: &[u8]) -> Result<()> {
    sqlx::query("insert into export_parts (export_id, number, bytes) values ($1, $2, $3)")
        .bind(export)
        .bind(number)
        .bind(bytes)
        .execute(tx.conn())
        .await?;
    Ok(())
}

pub async fn part(tx: &mut Tx, export: Uuid, number: i32) -> Result<Vec<u8>> {
    let bytes =
        sqlx::query_scalar("select bytes from export_parts where tenant_id = $1 and export_id = $2 and number = $3");
    Ok(bytes.bind(tx.tenant()).bind(export).bind(number).fetch_one(tx.conn()).await?)
}

/// Forgets a file that was begun, so that it can be begun anew.
pub async fn forget_parts(tx: &mut Tx, export: Uuid) -> Result<()> {
    sqlx::query("delete from export_parts where tenant_id = $1 and export_id = $2")
        .bind(tx.tenant())
        .bind(export)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The actor as a file names him.
pub async fn who(tx: &mut Tx) -> Result<String> {
    let user = tx.actor().person()?;
    let who = sqlx::query_scalar("select name || ' (' || login || ')' from users where tenant_id = $1 and id = $2");
    Ok(who.bind(tx.tenant()).bind(user).fetch_one(tx.conn()).await?)
}
