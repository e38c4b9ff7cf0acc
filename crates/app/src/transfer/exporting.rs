//! Lists that leave the house: within the caller's scope, without the fields he may not see, so many rows a day, and
//! every one of them in the audit log.

use chrono::Duration;
use futures_util::future::LocalBoxFuture;
use guanxi_domain::{
    Actor, Code, Error, FieldCode, Result,
    access::FieldAccess,
    error::FieldError,
    filter::Filter,
    page::{Count, ListQuery, Sort},
    settings,
    transfer::{ExportStatus, Format, export::LINK_HOURS},
};
use guanxi_persistence::{
    Column, Db, Tx,
    access::audit::{self, Entry},
    jobs::{self, Job},
    settings as stored,
    transfer::exports::{self, ExportRow, NewExport},
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::{
    actor_of,
    resources::{Resource, resource},
};
use crate::worker::Kind as JobKind;

mod files;
mod paper;

use paper::Paper;

/// Rows that are read, and where the format allows it kept, at a time.
const SLICE: i64 = 1_000;
/// A page of a list that is sorted.
const PAGE: u16 = 200;
const PART: u64 = 1 << 20;
/// What a sheet of Excel holds, without header and mark.
const MOST_ROWS: i64 = 1_048_000;
const MOST_DIGITS: usize = 15;
const LAST_ATTEMPT: i32 = 5;

pub const KIND: JobKind = JobKind { name: "export", run };

/// What shall be exported.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportRequest {
    /// The path of the resource: `leads`.
    pub resource: String,
    #[serde(default)]
    pub format: Format,
    /// The filter of the list.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    pub filter: Option<Value>,
    #[serde(default)]
    #[validate(length(max = 200))]
    pub q: Option<String>,
    #[serde(default)]
    #[validate(length(max = 200))]
    pub sort: Option<String>,
    /// The columns, in this order; those of the list as it is first shown where none are named.
    #[serde(default)]
    #[validate(length(min = 1, max = 200))]
    pub fields: Option<Vec<String>>,
}

/// What was asked for, as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Query {
    filter: Option<Value>,
    q: Option<String>,
    sort: Option<String>,
    fields: Vec<String>,
    english: bool,
}

impl Query {
    fn list(&self, read: Vec<String>) -> Result<ListQuery> {
        Ok(ListQuery {
            filter: self.filter.as_ref().map(Filter::from_value).transpose()?,
            q: self.q.clone(),
            sort: self.sort.as_deref().map(Sort::parse).unwrap_or_default(),
            fields: Some(read),
            ..ListQuery::default()
        })
    }
}

/// Takes an order for an export, if the caller may have so many rows today.
pub async fn ask(tx: &mut Tx, request: &ExportRequest, english: bool) -> Result<ExportRow> {
    let resource = resource(&request.resource)?;
    tx.actor().access.scope(resource.export)?;
    let query = Query {
        filter: request.filter.clone().filter(|filter| !filter.is_null()),
        q: request.q.clone(),
        sort: request.sort.clone(),
        fields: fields(tx, resource, request.fields.as_deref()).await?,
        english,
    };
    let total = count(tx, resource, &query).await?;
    within_limits(tx, request.format, total).await?;
    let (id, expires_at) = (Uuid::now_v7(), tx.now() + Duration::hours(LINK_HOURS));
    let kept = serde_json::to_value(&query).map_err(Error::unexpected)?;
    let export = NewExport { id, resource: &request.resource, format: request.format, query: &kept, total, expires_at };
    exports::insert(tx, &export).await?;
    let details = json!({"resource": request.resource, "format": request.format, "rows": total, "filter": query.filter,
        "q": query.q, "fields": query.fields});
    audit::record(tx, Entry::new("export", audit::Outcome::Done, details).about("exports", id)).await?;
    jobs::enqueue(tx, KIND.name, &json!({ "id": id })).await?;
    exports::get(tx, id).await
}

/// The columns of the file. Hidden ones are not left out silently when they are asked for.
async fn fields(tx: &mut Tx, resource: &Resource, asked: Option<&[String]>) -> Result<Vec<String>> {
    let table = tx.table(resource.table).await?;
    let access = &tx.actor().access;
    let is_hidden = |column: &Column| table.right(access, column).access == FieldAccess::Hidden;
    let Some(asked) = asked else {
        let shown = table.shown.iter().filter(|key| table.column(key).is_some_and(|column| !is_hidden(column)));
        return Ok(shown.map(|key| (*key).to_owned()).collect());
    };
    let mut known: Vec<String> = Vec::with_capacity(asked.len());
    for (index, key) in asked.iter().enumerate() {
        let Some(column) = table.column(key) else {
            let mistake =
                FieldError::new(format!("/fields/{index}"), FieldCode::UnknownField).with("field", key.as_str());
            return Err(Error::fields(vec![mistake]));
        };
        if is_hidden(column) {
            return Err(Error::new(Code::FieldForbidden).with("field", key.as_str()));
        }
        if !known.contains(key) {
            known.push(key.clone());
        }
    }
    Ok(known)
}

async fn count(tx: &mut Tx, resource: &Resource, query: &Query) -> Result<i64> {
    let list = ListQuery { count: Count::Exact, limit: Some(1), ..query.list(vec!["id".to_owned()])? };
    let page = (resource.page)(tx, &list).await?;
    Ok(page.total.map_or(0, |total| total.value))
}

async fn within_limits(tx: &mut Tx, format: Format, total: i64) -> Result<()> {
    if format == Format::Xlsx && total > MOST_ROWS {
        return Err(Error::fields(vec![FieldError::new("/format", FieldCode::TooMany).with("max", MOST_ROWS)]));
    }
    let limit = i64::from(stored::load(tx).await?.get(settings::EXPORT_DAILY_ROWS));
    let remaining = (limit - exports::asked_today(tx).await?).max(0);
    if total > remaining {
        let error = Error::new(Code::RateLimited).with("limit", limit).with("remaining", remaining);
        return Err(error.with("requested", total));
    }
    Ok(())
}

/// Reads an export of the caller's own.
pub async fn see(tx: &mut Tx, id: Uuid) -> Result<ExportRow> {
    let export = exports::get(tx, id).await?;
    admit(tx.actor(), export)
}

fn admit(actor: &Actor, export: ExportRow) -> Result<ExportRow> {
    actor.access.scope(resource(&export.resource)?.export)?;
    if actor.user == Some(export.created_by) { Ok(export) } else { Err(Error::not_found("export")) }
}

pub async fn list(tx: &mut Tx, before: Option<Uuid>, limit: i64) -> Result<Vec<ExportRow>> {
    let me = tx.actor().person()?;
    exports::list(tx, me, before, limit).await
}

/// Reads an export whose file can be fetched.
pub async fn open(tx: &mut Tx, id: Uuid) -> Result<ExportRow> {
    let export = see(tx, id).await?;
    let state: &str = export.status.0.into();
    if export.status.0 == ExportStatus::Expired || tx.now() >= export.expires_at {
        return Err(Error::new(Code::LinkExpired));
    }
    if export.status.0 == ExportStatus::Done {
        return Ok(export);
    }
    Err(Error::invalid_state(state, "fetch", &[]))
}

pub async fn cancel(tx: &mut Tx, id: Uuid) -> Result<ExportRow> {
    let locked = exports::lock(tx, id).await?;
    let mut export = admit(tx.actor(), locked)?;
    if export.status.0.is_over() {
        let state: &str = export.status.0.into();
        return Err(Error::invalid_state(state, "cancel", &[]));
    }
    export.status.0 = ExportStatus::Cancelled;
    export.finished_at = Some(tx.now());
    exports::forget_parts(tx, id).await?;
    exports::save(tx, &export).await?;
    Ok(export)
}

fn run<'a>(db: &'a Db, job: &'a Job) -> LocalBoxFuture<'a, Result<()>> {
    Box::pin(async move {
        let id = job.payload.get("id").and_then(Value::as_str).and_then(|id| id.parse().ok());
        let id: Uuid = id.ok_or_else(|| Error::unexpected("an export without id"))?;
        let error = match work(db, job, id).await {
            Ok(()) => return Ok(()),
            Err(error @ (Error::Retry | Error::Unexpected(_))) if job.attempts < LAST_ATTEMPT => return Err(error),
            Err(error) => error,
        };
        let mut tx = db.begin(Actor { user: job.actor, ..Actor::system(job.tenant, job.zone) }).await?;
        let mut export = exports::lock(&mut tx, id).await?;
        export.status.0 = ExportStatus::Failed;
        export.error = Some(error.code().to_string());
        export.finished_at = Some(tx.now());
        exports::forget_parts(&mut tx, id).await?;
        exports::save(&mut tx, &export).await?;
        tx.commit().await?;
        Err(error)
    })
}

async fn work(db: &Db, job: &Job, id: Uuid) -> Result<()> {
    let actor = actor_of(db, job).await?;
    let mut tx = db.begin(actor.clone()).await?;
    let mut export = exports::lock(&mut tx, id).await?;
    if export.status.0.is_over() {
        return tx.commit().await;
    }
    let resource = resource(&export.resource)?;
    tx.actor().access.scope(resource.export)?;
    export.status.0 = ExportStatus::Running;
    if export.format.0 == Format::Xlsx {
        // A workbook is made as a whole.
        (export.rows, export.after, export.parts, export.size) = (0, None, 0, 0);
        exports::forget_parts(&mut tx, id).await?;
    }
    exports::save(&mut tx, &export).await?;
    let paper = Paper::new(&mut tx, resource, &export).await?;
    tx.commit().await?;
    match export.format.0 {
        Format::Csv => files::csv(db, &actor, &paper, id).await,
        Format::Xlsx => files::workbook(db, &actor, &paper, id).await,
    }
}
