//! An import and its rows, as they are shown.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use guanxi_app::transfer::{
    Resource,
    files::{self, PreviewRow},
    importing::{self},
};
use guanxi_domain::{
    Result, UserId,
    transfer::{Cell, Counts, Duplicates, ImportStatus, Mode, Outcome, Working},
};
use guanxi_persistence::{
    Table, Tx,
    transfer::imports::{ImportRow, RowError},
};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use uuid::Uuid;

use super::SAMPLE_ROWS;
use crate::{
    Reply,
    problem::{self, Language},
};

/// An import as it stands.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Import)]
pub(super) struct ImportView {
    id: Uuid,
    resource: String,
    filename: String,
    status: ImportStatus,
    /// What goes on in the background.
    #[schema(required = true)]
    working: Option<Working>,
    /// The headers of the sheet.
    columns: Vec<String>,
    /// The first rows.
    #[schema(value_type = Vec<Vec<Value>>)]
    sample: Vec<Vec<Cell>>,
    /// The field of each column; null for one that is left out.
    #[schema(value_type = BTreeMap<String, Option<String>>)]
    mapping: Map<String, Value>,
    /// The fields that a column can be given to.
    fields: Vec<FieldView>,
    /// The fields by which records can be found.
    keys: Vec<String>,
    mode: Mode,
    duplicates: Duplicates,
    #[schema(required = true)]
    key: Option<String>,
    #[schema(required = true)]
    owner_id: Option<Uuid>,
    #[schema(required = true)]
    pool_id: Option<Uuid>,
    ignore_caps: bool,
    /// What became of the rows; after a check, what would.
    counts: Counts,
    /// How many rows the work in the background has gone through.
    processed: i32,
    undone: i32,
    #[schema(required = true)]
    error: Option<String>,
    allowed_actions: Vec<&'static str>,
    created_at: DateTime<Utc>,
    created_by: UserId,
    #[schema(required = true)]
    created_by_name: Option<String>,
    #[schema(required = true)]
    finished_at: Option<DateTime<Utc>>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportField)]
pub(super) struct FieldView {
    key: String,
    #[schema(inline)]
    label: BTreeMap<&'static str, &'static str>,
    required: bool,
    /// Names a record, and is not written.
    only_key: bool,
}

/// One row of the sheet and what became of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportRow)]
pub(super) struct RowView {
    /// Its number in the sheet.
    row: u32,
    #[schema(value_type = Vec<Value>)]
    cells: Vec<Cell>,
    #[schema(required = true)]
    outcome: Option<Outcome>,
    #[schema(required = true)]
    record_id: Option<Uuid>,
    errors: Vec<ErrorView>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportRowError)]
pub(super) struct ErrorView {
    /// The header of the cell that is wrong; null where it is the row.
    #[schema(required = true)]
    column: Option<String>,
    code: String,
    message: String,
}

pub(super) async fn view(tx: &mut Tx, id: Uuid) -> Result<Reply> {
    let (import, resource) = importing::see(tx, id).await?;
    let sample = files::preview(tx, id, false, 0, SAMPLE_ROWS).await?;
    let sample = sample.into_iter().map(|row| row.cells).collect();
    let table = tx.table(resource.table).await?;
    Reply::json(&shown(&import, resource, table, &tx.actor().access, sample, tx.now())?)
}

pub(super) fn shown(
    import: &ImportRow,
    resource: &Resource,
    table: &'static Table,
    access: &guanxi_domain::Access,
    sample: Vec<Vec<Cell>>,
    now: DateTime<Utc>,
) -> Result<ImportView> {
    let options = importing::options(import)?;
    let fields = resource.targets(table, access).map(|column| FieldView {
        key: column.key.to_owned(),
        label: BTreeMap::from([("zh", column.label[0]), ("en", column.label[1])]),
        required: column.required || column.custom.is_some_and(|field| field.required),
        only_key: !resource.is_writable(column, access),
    });
    Ok(ImportView {
        id: import.id,
        resource: import.resource.clone(),
        filename: import.filename.clone(),
        status: import.status.0,
        working: import.working(),
        columns: import.columns.clone(),
        sample,
        mapping: importing::mapping(import),
        fields: fields.collect(),
        keys: std::iter::once("id").chain(resource.keys.iter().copied()).map(str::to_owned).collect(),
        mode: options.mode,
        duplicates: options.duplicates,
        key: options.key,
        owner_id: options.owner_id,
        pool_id: options.pool_id,
        ignore_caps: options.ignore_caps,
        counts: import.counts(),
        processed: import.counts().processed(),
        undone: import.undone,
        error: import.error.clone(),
        allowed_actions: import.life().allowed(now),
        created_at: import.created_at,
        created_by: import.created_by,
        created_by_name: import.creator.clone(),
        finished_at: import.finished_at,
    })
}

pub(super) fn row_view(row: PreviewRow, table: &Table, language: Language) -> RowView {
    let PreviewRow { number, cells, result } = row;
    let errors = result.iter().flat_map(|result| &result.errors);
    let errors = errors.map(|error| ErrorView {
        column: error.column.clone(),
        code: error.code.clone(),
        message: words(error, table, language),
    });
    let errors = errors.collect();
    let (outcome, record_id) = result.map_or((None, None), |result| (Some(result.outcome), result.id));
    RowView { row: number, cells, outcome, record_id, errors }
}

/// What a row is told, naming the field where no column of the sheet is it.
pub(super) fn words(error: &RowError, table: &Table, language: Language) -> String {
    let message = problem::message_of(&error.code, &error.params, language);
    let field = error.params.get("field").and_then(Value::as_str).filter(|_| error.column.is_none());
    match field.and_then(|key| table.column(key)) {
        Some(column) => format!("{}: {message}", column.label[usize::from(language == Language::En)]),
        None => message,
    }
}
