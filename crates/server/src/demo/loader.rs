//! Streams many rows into the tables of a tenant.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use chrono::{DateTime, Utc};
use guanxi_domain::search::tokens;
use serde_json::json;
use sqlx::{Acquire, PgConnection, Postgres, Transaction};
use uuid::Uuid;

use super::rows::{self, Row};

/// More rows than this do without a history of their creation: it would be larger than they are.
const WITH_HISTORY: u64 = 20_000;

/// Begins to fill the tables with `count` records. Many go in without triggers, which a superuser may do, and tables that
/// are empty without the indexes that only help to find: those are made of the whole afterwards. It is one transaction,
/// so that a filling that is stopped leaves everything as it was.
pub async fn begin(connection: &mut PgConnection, count: u64) -> Result<Filling<'_>> {
    let mut tx = connection.begin().await?;
    let mut indexes = Vec::new();
    if count > WITH_HISTORY && is_superuser(&mut tx).await? {
        execute(&mut tx, "set local session_replication_role = replica".to_owned()).await?;
        for table in ["leads", "customers", "contacts", "claim_log"] {
            if is_empty(&mut tx, table).await? {
                indexes.extend(drop_indexes(&mut tx, table).await?);
                indexes.extend(drop_indexes(&mut tx, &format!("{table}_tokens")).await?);
            }
        }
    }
    Ok(Filling { tx, indexes })
}

/// A filling that has begun.
pub struct Filling<'c> {
    pub tx: Transaction<'c, Postgres>,
    /// The statements that make the indexes again.
    indexes: Vec<String>,
}

impl Filling<'_> {
    pub async fn finish(mut self) -> Result<()> {
        for index in self.indexes {
            tracing::debug!("{index}");
            execute(&mut self.tx, index).await?;
        }
        Ok(self.tx.commit().await?)
    }
}

async fn is_superuser(tx: &mut Transaction<'_, Postgres>) -> Result<bool> {
    let sql = "select rolsuper from pg_roles where rolname = current_user";
    Ok(sqlx::query_scalar(sql).fetch_one(&mut **tx).await?)
}

#[expect(clippy::disallowed_methods, reason = "names of tables are ours and cannot be bound")]
async fn is_empty(tx: &mut Transaction<'_, Postgres>, table: &'static str) -> Result<bool> {
    let sql = sqlx::AssertSqlSafe(format!("select not exists (select from {table})"));
    Ok(sqlx::query_scalar(sql).fetch_one(&mut **tx).await?)
}

async fn drop_indexes(tx: &mut Transaction<'_, Postgres>, table: &str) -> Result<Vec<String>> {
    let found: Vec<(String, String)> = sqlx::query_as(
        "select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) from pg_index i
         where i.indrelid = to_regclass($1) and not i.indisunique",
    )
    .bind(table)
    .fetch_all(&mut **tx)
    .await?;
    for (name, _) in &found {
        execute(tx, format!("drop index {name}")).await?;
    }
    Ok(found.into_iter().map(|(_, definition)| definition).collect())
}

/// Writes batches of rows, each at its own time.
pub struct Loader<'c> {
    connection: &'c mut PgConnection,
    count: u64,
    done: u64,
}

impl<'c> Loader<'c> {
    pub fn new(connection: &'c mut PgConnection, count: u64) -> Self {
        Self { connection, count, done: 0 }
    }

    /// Writes rows of several tables as if it were `at` now; the first table is what is counted.
    pub async fn write(&mut self, at: DateTime<Utc>, tables: &[(&'static str, Vec<Row>)]) -> Result<()> {
        let tx = self.connection.begin().await?;
        write(tx, at, tables).await?.commit().await?;
        if let Some((table, rows)) = tables.first() {
            self.done += u64::try_from(rows.len())?;
            if self.count > WITH_HISTORY {
                tracing::info!("{table}: {} of {}", self.done, self.count);
            }
        }
        Ok(())
    }

    /// Writes rows in the name of somebody else.
    pub async fn write_as(&mut self, user: Uuid, at: DateTime<Utc>, tables: &[(&'static str, Vec<Row>)]) -> Result<()> {
        let mut tx = self.connection.begin().await?;
        let usual: String = sqlx::query_scalar("select current_setting('app.actor', true)").fetch_one(&mut *tx).await?;
        act_as(&mut tx, &user.to_string()).await?;
        let mut tx = write(tx, at, tables).await?;
        act_as(&mut tx, &usual).await?;
        Ok(tx.commit().await?)
    }
}

async fn act_as(tx: &mut Transaction<'_, Postgres>, user: &str) -> Result<()> {
    sqlx::query("select set_config('app.actor', $1, true)").bind(user).execute(&mut **tx).await?;
    Ok(())
}

async fn write<'t>(
    mut tx: Transaction<'t, Postgres>,
    at: DateTime<Utc>,
    tables: &[(&'static str, Vec<Row>)],
) -> Result<Transaction<'t, Postgres>> {
    sqlx::query("select set_config('app.now', $1, true)").bind(at.to_rfc3339()).execute(&mut *tx).await?;
    for (table, rows) in tables {
        fill(&mut tx, table, rows).await?;
    }
    Ok(tx)
}

/// Writes a few rows.
pub async fn insert(connection: &mut PgConnection, table: &'static str, rows: Vec<Row>) -> Result<()> {
    let mut tx = connection.begin().await?;
    fill(&mut tx, table, &rows).await?;
    tx.commit().await?;
    Ok(())
}

/// Writes rows, and beside them what they are found by.
async fn fill(tx: &mut Transaction<'_, Postgres>, table: &str, rows: &[Row]) -> Result<()> {
    copy(tx, table, rows).await.with_context(|| format!("filling {table}"))?;
    let found_by = |row: &Row| {
        let text = row.get("search_text")?.as_str()?;
        Some(rows::object(json!({"id": row.get("id")?, "tokens": tokens(text)})))
    };
    let tokens: Vec<Row> = rows.iter().filter_map(found_by).collect();
    if tokens.is_empty() { Ok(()) } else { copy(tx, &format!("{table}_tokens"), &tokens).await }
}

/// COPY does not pass the fence, so it goes into a table of the transaction first, one JSON object for each row.
async fn copy(tx: &mut Transaction<'_, Postgres>, table: &str, rows: &[Row]) -> Result<()> {
    let mut columns = BTreeSet::new();
    let mut text = Vec::with_capacity(rows.len() * 1024);
    for row in rows {
        columns.extend(row.keys().map(String::as_str));
        write_line(&mut text, row)?;
    }
    execute(tx, "create temporary table if not exists incoming (row jsonb not null) on commit drop".to_owned()).await?;
    execute(tx, "truncate incoming".to_owned()).await?;
    let mut copy = tx.copy_in_raw("copy incoming (row) from stdin").await?;
    copy.send(text).await?;
    copy.finish().await?;
    let columns = columns.into_iter().collect::<Vec<_>>().join(", ");
    let from = format!("incoming, jsonb_populate_record(null::{table}, incoming.row) as made");
    let made = columns.replace(", ", ", made.");
    // What a trigger would write, were it awake.
    let (by, actor) =
        if is_record(tx, table).await? { (", created_by, updated_by", ", app.actor(), app.actor()") } else { ("", "") };
    execute(tx, format!("insert into {table} ({columns}{by}) select made.{made}{actor} from {from}")).await
}

async fn is_record(tx: &mut Transaction<'_, Postgres>, table: &str) -> Result<bool> {
    let sql = "select exists (select from pg_trigger where tgrelid = $1::regclass and tgname = 'before_write')";
    Ok(sqlx::query_scalar(sql).bind(table).fetch_one(&mut **tx).await?)
}

#[expect(clippy::disallowed_methods, reason = "names of tables and columns are ours and cannot be bound")]
async fn execute(tx: &mut Transaction<'_, Postgres>, sql: String) -> Result<()> {
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(&mut **tx).await?;
    Ok(())
}

/// COPY takes a backslash for the start of an escape; JSON has no raw tabs or line ends.
fn write_line(text: &mut Vec<u8>, row: &Row) -> Result<()> {
    for byte in serde_json::to_vec(row)? {
        if byte == b'\\' {
            text.push(b'\\');
        }
        text.push(byte);
    }
    text.push(b'\n');
    Ok(())
}
