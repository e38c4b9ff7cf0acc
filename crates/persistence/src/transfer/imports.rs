//! Imports, the rows of their sheets, and what became of them.

use chrono::{DateTime, Utc};
use guanxi_domain::{
    Error, Result, UserId,
    transfer::{Cell, Counts, Import, ImportStatus, Outcome, Working},
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sqlx::{FromRow, types::Json};
use uuid::Uuid;

use crate::Tx;

#[derive(Debug, Clone, FromRow)]
pub struct ImportRow {
    pub id: Uuid,
    pub resource: String,
    pub filename: String,
    #[sqlx(try_from = "String")]
    pub status: Stored<ImportStatus>,
    pub working: Option<String>,
    #[sqlx(json)]
    pub columns: Vec<String>,
    #[sqlx(json)]
    pub mapping: Map<String, Value>,
    #[sqlx(json)]
    pub options: Value,
    pub total: i32,
    pub chunks: i32,
    pub next_chunk: i32,
    pub created: i32,
    pub updated: i32,
    pub skipped: i32,
    pub failed: i32,
    pub undone: i32,
    pub error: Option<String>,
    pub created_by: UserId,
    pub creator: Option<String>,
    pub created_at: DateTime<Utc>,
    pub started_at: Option<DateTime<Utc>>,
    pub finished_at: Option<DateTime<Utc>>,
}

/// A word of the domain as the database keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stored<T>(pub T);

impl<T: std::str::FromStr> TryFrom<String> for Stored<T> {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        text.parse().map(Self).map_err(|_| Error::unexpected(format!("{text} is no state")))
    }
}

/// One row of a sheet: its number there, and its cells.
pub type SheetRow = (u32, Vec<Cell>);

/// What became of one row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RowResult {
    pub outcome: Outcome,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<RowError>,
}

/// Why, and by which cell. The words are made when they are read, in the language of the reader.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RowError {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    pub code: String,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub params: Map<String, Value>,
}

#[derive(Debug, Clone, FromRow)]
pub struct Chunk {
    pub number: i32,
    #[sqlx(json)]
    pub rows: Vec<SheetRow>,
    #[sqlx(json(nullable))]
    pub outcomes: Option<Vec<RowResult>>,
}

impl ImportRow {
    /// The import as far as its life is concerned.
    pub fn life(&self) -> Import {
        Import { status: self.status.0, working: self.working(), finished_at: self.finished_at }
    }

    pub fn working(&self) -> Option<Working> {
        self.working.as_deref().and_then(|working| working.parse().ok())
    }

    pub fn counts(&self) -> Counts {
        let Self { total, created, updated, skipped, failed, .. } = *self;
        Counts { total, created, updated, skipped, failed }
    }

    pub fn set_counts(&mut self, counts: Counts) {
        self.created = counts.created;
        self.updated = counts.updated;
        self.skipped = counts.skipped;
        self.failed = counts.failed;
    }

    /// Begins work in the background, from the first row.
    pub fn begin(&mut self, working: Working) {
        let word: &str = working.into();
        self.working = Some(word.to_owned());
        self.next_chunk = 0;
        self.error = None;
        if working != Working::Undo {
            self.set_counts(Counts::default());
        }
    }
}

pub struct NewImport<'a> {
    pub id: Uuid,
    pub resource: &'a str,
    pub filename: &'a str,
    pub columns: &'a [String],
    pub mapping: &'a Map<String, Value>,
    pub total: usize,
}

/// Keeps a sheet, `size` rows to a chunk.
pub async fn insert(tx: &mut Tx, import: &NewImport<'_>, rows: &[SheetRow], size: usize) -> Result<()> {
    let chunks = i32::try_from(rows.len().div_ceil(size)).map_err(Error::unexpected)?;
    sqlx::query(
        "insert into imports (id, resource, filename, columns, mapping, total, chunks)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(import.id)
    .bind(import.resource)
    .bind(import.filename)
    .bind(Json(import.columns))
    .bind(Json(import.mapping))
    .bind(i32::try_from(import.total).map_err(Error::unexpected)?)
    .bind(chunks)
    .execute(tx.conn())
    .await?;
    for (number, rows) in (0_i32..).zip(rows.chunks(size)) {
        sqlx::query("insert into import_chunks (import_id, number, rows) values ($1, $2, $3)")
            .bind(import.id)
            .bind(number)
            .bind(Json(rows))
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}

pub async fn get(tx: &mut Tx, id: Uuid) -> Result<ImportRow> {
    let found = sqlx::query_as(
        "select i.*, u.name as creator from imports i
         left join users u on u.tenant_id = i.tenant_id and u.id = i.created_by
         where i.tenant_id = $1 and i.id = $2",
    );
    let found = found.bind(tx.tenant()).bind(id).fetch_optional(tx.conn()).await?;
    found.ok_or_else(|| Error::not_found("import"))
}

/// Opens an import, and keeps everybody else from it until the transaction ends.
pub async fn lock(tx: &mut Tx, id: Uuid) -> Result<ImportRow> {
    let found = sqlx::query_as(
        "select i.*, null::text as creator from imports i where i.tenant_id = $1 and i.id = $2 for update",
    );
    let found = found.bind(tx.tenant()).bind(id).fetch_optional(tx.conn()).await?;
    found.ok_or_else(|| Error::not_found("import"))
}

/// The latest imports of these resources, of one person or of all, before the import `before`.
pub async fn list(
    tx: &mut Tx,
    resources: &[String],
    creator: Option<UserId>,
    before: Option<Uuid>,
    limit: i64,
) -> Result<Vec<ImportRow>> {
    let found = sqlx::query_as(
        "select i.*, u.name as creator from imports i
         left join users u on u.tenant_id = i.tenant_id and u.id = i.created_by
         where i.tenant_id = $1 and i.resource = any($2) and ($3::uuid is null or i.created_by = $3)
           and ($4::uuid is null
                or (i.created_at, i.id) < (select b.created_at, b.id from imports b
                                           where b.tenant_id = $1 and b.id = $4))
         order by i.created_at desc, i.id desc limit $5",
    );
    let found = found.bind(tx.tenant()).bind(resources).bind(creator).bind(before).bind(limit);
    Ok(found.fetch_all(tx.conn()).await?)
}

/// Writes what changes in the life of an import.
pub async fn save(tx: &mut Tx, import: &ImportRow) -> Result<()> {
    let status: &str = import.status.0.into();
    sqlx::query(
        "update imports set status = $3, working = $4, mapping = $5, options = $6, next_chunk = $7, created = $8,
             updated = $9, skipped = $10, failed = $11, undone = $12, error = $13, started_at = $14, finished_at = $15
         where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant())
    .bind(import.id)
    .bind(status)
    .bind(&import.working)
    .bind(Json(&import.mapping))
    .bind(&import.options)
    .bind(import.next_chunk)
    .bind(import.created)
    .bind(import.updated)
    .bind(import.skipped)
    .bind(import.failed)
    .bind(import.undone)
    .bind(&import.error)
    .bind(import.started_at)
    .bind(import.finished_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Some rows of the sheet. Gone after a while.
pub async fn chunk(tx: &mut Tx, import: Uuid, number: i32) -> Result<Chunk> {
    let found = sqlx::query_as(
        "select number, rows, outcomes from import_chunks where tenant_id = $1 and import_id = $2 and number = $3",
    );
    let found = found.bind(tx.tenant()).bind(import).bind(number).fetch_optional(tx.conn()).await?;
    found.ok_or_else(|| Error::new(guanxi_domain::Code::Purged))
}

/// The first chunk from `number` on, or the first in which rows failed.
pub async fn chunk_from(tx: &mut Tx, import: Uuid, number: i32, failed: bool) -> Result<Option<Chunk>> {
    let found = sqlx::query_as(
        "select number, rows, outcomes from import_chunks
         where tenant_id = $1 and import_id = $2 and number >= $3 and (failed > 0 or not $4)
         order by number limit 1",
    );
    let found = found.bind(tx.tenant()).bind(import).bind(number).bind(failed);
    Ok(found.fetch_optional(tx.conn()).await?)
}

/// Writes what became of the rows of a chunk.
pub async fn write_outcomes(tx: &mut Tx, import: Uuid, number: i32, results: &[RowResult]) -> Result<()> {
    let failed = results.iter().filter(|result| result.outcome == Outcome::Failed).count();
    sqlx::query(
        "update import_chunks set outcomes = $4, failed = $5 where tenant_id = $1 and import_id = $2 and number = $3",
    )
    .bind(tx.tenant())
    .bind(import)
    .bind(number)
    .bind(Json(results))
    .bind(i32::try_from(failed).map_err(Error::unexpected)?)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Forgets what became of rows, before they are gone through again.
pub async fn forget_outcomes(tx: &mut Tx, import: Uuid) -> Result<()> {
    sqlx::query(
        "update import_chunks set outcomes = null, failed = 0
         where tenant_id = $1 and import_id = $2 and outcomes is not null",
    )
    .bind(tx.tenant())
    .bind(import)
    .execute(tx.conn())
    .await?;
    Ok(())
}
