//! Streams many rows into the tables of a tenant.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use chrono::{DateTime, Utc};
use sqlx::{Acquire, PgConnection, Postgres, Transaction};
use uuid::Uuid;

use super::rows::Row;

/// More rows than this do without a history of their creation: it would be larger than they are.
const WITH_HISTORY: u64 = 20_000;

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
        let quiet = self.count > WITH_HISTORY;
        write(tx, at, tables, quiet).await?;
        if let Some((table, rows)) = tables.first() {
            self.done += u64::try_from(rows.len())?;
            if quiet {
                tracing::info!("{table}: {} of {}", self.done, self.count);
            }
        }
        Ok(())
    }

    /// Writes rows in the name of somebody else.
    pub async fn write_as(&mut self, user: Uuid, at: DateTime<Utc>, tables: &[(&'static str, Vec<Row>)]) -> Result<()> {
        let mut tx = self.connection.begin().await?;
        sqlx::query("select set_config('app.actor', $1, true)").bind(user.to_string()).execute(&mut *tx).await?;
        write(tx, at, tables, self.count > WITH_HISTORY).await
    }
}

async fn write(
    mut tx: Transaction<'_, Postgres>,
    at: DateTime<Utc>,
    tables: &[(&'static str, Vec<Row>)],
    quiet: bool,
) -> Result<()> {
    sqlx::query("select set_config('app.now', $1, true)").bind(at.to_rfc3339()).execute(&mut *tx).await?;
    for (table, rows) in tables {
        let quiet = quiet && has_history(&mut tx, table).await?;
        if quiet {
            execute(&mut tx, format!("alter table {table} disable trigger after_write")).await?;
        }
        copy(&mut tx, table, rows).await.with_context(|| format!("filling {table}"))?;
        if quiet {
            execute(&mut tx, format!("alter table {table} enable trigger after_write")).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

/// Writes a few rows.
pub async fn insert(connection: &mut PgConnection, table: &'static str, rows: Vec<Row>) -> Result<()> {
    let mut tx = connection.begin().await?;
    copy(&mut tx, table, &rows).await.with_context(|| format!("filling {table}"))?;
    tx.commit().await?;
    Ok(())
}

/// COPY does not pass the fence, so it goes into a table of the transaction first, one JSON object for each row.
async fn copy(tx: &mut Transaction<'_, Postgres>, table: &'static str, rows: &[Row]) -> Result<()> {
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
    execute(tx, format!("insert into {table} ({columns}) select made.{made} from {from}")).await
}

async fn has_history(tx: &mut Transaction<'_, Postgres>, table: &'static str) -> Result<bool> {
    let sql = "select exists (select from pg_trigger where tgrelid = $1::regclass and tgname = 'after_write')";
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
