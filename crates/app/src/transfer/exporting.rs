//! Lists that leave the house: within the caller's scope, without the fields he may not see, so many rows a day, and
//! every one of them in the audit log.

use std::{collections::HashMap, fs::File, io::Seek};

use chrono::{DateTime, Duration};
use futures_util::future::LocalBoxFuture;
use guanxi_domain::{
    Actor, Code, Error, FieldCode, Result,
    access::FieldAccess,
    error::FieldError,
    fields::{Kind, choice_label},
    filter::Filter,
    page::{Count, ListQuery, Sort},
    settings,
    transfer::{
        ExportStatus, Format,
        export::{LINK_HOURS, inert},
    },
};
use guanxi_persistence::{
    Column, Db, Tx,
    access::audit::{self, Entry},
    jobs::{self, Job},
    settings as stored,
    transfer::{
        exports::{self, ExportRow, NewExport},
        names,
    },
};
use rust_xlsxwriter::{DocProperties, Workbook, Worksheet, XlsxError};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use tokio::io::AsyncReadExt;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::{
    actor_of,
    files::{failed, header_format},
    resources::{Resource, resource},
};
use crate::worker::Kind as JobKind;

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
        fields: fields(resource, tx.actor(), request.fields.as_deref())?,
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
fn fields(resource: &Resource, actor: &Actor, asked: Option<&[String]>) -> Result<Vec<String>> {
    let table = resource.table;
    let is_hidden = |column: &Column| actor.access.field(table.noun, column.right_key()).access == FieldAccess::Hidden;
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
        Format::Csv => write_csv(db, &actor, &paper, id).await,
        Format::Xlsx => write_workbook(db, &actor, &paper, id).await,
    }
}

/// What a file is made of, and how its cells are written.
struct Paper {
    resource: &'static Resource,
    query: Query,
    columns: Vec<Printed>,
    total: i64,
    /// Who had it made, and when.
    mark: String,
}

struct Printed {
    title: String,
    /// The key that is read; the name beside an id, where there is one.
    key: &'static str,
    kind: Kind,
    words: HashMap<String, String>,
}

/// A cell as it goes out.
enum Out {
    Number(String),
    Text(String),
}

impl Paper {
    async fn new(tx: &mut Tx, resource: &'static Resource, export: &ExportRow) -> Result<Self> {
        let query: Query = serde_json::from_value(export.query.clone()).map_err(Error::unexpected)?;
        // Rights may have changed since it was asked for.
        let fields = fields(resource, tx.actor(), Some(&query.fields))?;
        let language = usize::from(query.english);
        let mut columns = Vec::with_capacity(fields.len());
        for column in fields.iter().filter_map(|key| resource.table.column(key)) {
            let words = if let Kind::Choice(codes) = column.kind {
                codes.iter().map(|code| ((*code).to_owned(), choice_label(code)[language].clone())).collect()
            } else if let Kind::Dictionary(code) = column.kind {
                let labels = names::labels(tx, code).await?.into_iter();
                labels.map(|(code, [zh, en])| (code, if query.english { en } else { zh })).collect()
            } else {
                HashMap::new()
            };
            let named = named_beside(resource, column);
            let (key, kind) = named.map_or((column.key, column.kind), |named| (named.key, named.kind));
            columns.push(Printed { title: column.label[language].to_owned(), key, kind, words });
        }
        let now = tx.now().with_timezone(&tx.actor().zone).format("%Y-%m-%d %H:%M:%S");
        let who = exports::who(tx).await?;
        let mark = if query.english {
            format!("Exported by {who} at {now}")
        } else {
            format!("导出人：{who}　导出时间：{now}")
        };
        Ok(Self { resource, query, columns, total: export.total, mark })
    }

    fn read(&self) -> Vec<String> {
        self.columns.iter().map(|column| column.key.to_owned()).collect()
    }

    /// The next rows behind `after`, and where the rows behind them begin.
    async fn slice(
        &self,
        tx: &mut Tx,
        after: Option<&str>,
        left: i64,
    ) -> Result<(Vec<Map<String, Value>>, Option<String>)> {
        let mut list = self.query.list(self.read())?;
        if list.sort.is_empty() {
            let after = after.map(str::parse).transpose().map_err(Error::unexpected)?;
            let wanted = SLICE.min(left);
            let rows = (self.resource.each)(tx, &list, after, wanted).await?;
            let full = i64::try_from(rows.len()).map_err(Error::unexpected)? == wanted;
            let last = rows.last().and_then(|row| row.get("id")).and_then(Value::as_str).map(str::to_owned);
            return Ok((rows, last.filter(|_| full)));
        }
        list.cursor = after.map(str::to_owned);
        list.limit = Some(u16::try_from(left).unwrap_or(PAGE).clamp(1, PAGE));
        let page = (self.resource.page)(tx, &list).await?;
        Ok((serde_json::from_slice(&page.items).map_err(Error::unexpected)?, page.next_cursor))
    }

    fn cell(&self, column: &Printed, row: &Map<String, Value>) -> Option<Out> {
        let text = |text: &str| Some(Out::Text(inert(text)));
        match row.get(column.key)? {
            Value::Null => None,
            Value::Bool(value) => {
                let words = if self.query.english { ["no", "yes"] } else { ["否", "是"] };
                text(words[usize::from(*value)])
            }
            Value::Number(number) => Some(Out::Number(number.to_string())),
            Value::String(value) if matches!(column.kind, Kind::Decimal | Kind::Money) => {
                Some(Out::Number(value.clone()))
            }
            Value::String(value) if column.kind == Kind::Timestamp => text(&clock(value)),
            Value::String(value) => text(column.words.get(value).unwrap_or(value)),
            Value::Array(items) => {
                let items: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
                text(&items.join("、"))
            }
            object @ Value::Object(_) => text(&object.to_string()),
        }
    }
}

/// The column with the name of what an id names.
fn named_beside(resource: &Resource, column: &Column) -> Option<&'static Column> {
    let is_id = matches!(column.kind, Kind::User | Kind::Department | Kind::Reference(_));
    let name = format!("{}_name", column.key.strip_suffix("_id").unwrap_or(column.key));
    let columns: &'static [Column] = resource.table.columns;
    columns.iter().find(|named| is_id && named.sql.is_some() && named.key == name)
}

/// `2026-03-02 10:00:00` of `2026-03-02T10:00:00+08:00`: the clock of the organisation.
fn clock(text: &str) -> String {
    let read = DateTime::parse_from_rfc3339(text);
    read.map_or_else(|_| text.to_owned(), |at| at.format("%Y-%m-%d %H:%M:%S").to_string())
}

async fn write_csv(db: &Db, actor: &Actor, paper: &Paper, id: Uuid) -> Result<()> {
    loop {
        let mut tx = db.begin(actor.clone()).await?;
        let mut export = exports::lock(&mut tx, id).await?;
        if export.status.0 != ExportStatus::Running {
            return tx.commit().await;
        }
        let mut out = Vec::new();
        if export.parts == 0 {
            // Excel takes a file without this mark for one in the local encoding.
            out.extend_from_slice("\u{feff}".as_bytes());
            record(&mut out, paper.columns.iter().map(|column| column.title.as_str()))?;
        }
        let mut left = paper.total - export.rows;
        let mut after = export.after.take();
        let mut has_more = left > 0;
        while has_more && u64::try_from(out.len()).is_ok_and(|size| size < PART) {
            let (rows, next) = paper.slice(&mut tx, after.as_deref(), left).await?;
            for row in &rows {
                let cells: Vec<Option<Out>> = paper.columns.iter().map(|column| paper.cell(column, row)).collect();
                let text = |cell: &Option<Out>| match cell {
                    Some(Out::Number(text) | Out::Text(text)) => text.clone(),
                    None => String::new(),
                };
                record(&mut out, cells.iter().map(text))?;
            }
            let count = i64::try_from(rows.len()).map_err(Error::unexpected)?;
            (export.rows, left) = (export.rows + count, left - count);
            has_more = left > 0 && next.is_some();
            after = next;
        }
        export.after = after;
        if !has_more {
            record(&mut out, [paper.mark.as_str()])?;
        }
        keep(&mut tx, &mut export, &out).await?;
        if has_more {
            exports::save(&mut tx, &export).await?;
            tx.commit().await?;
            continue;
        }
        done(&mut tx, export).await?;
        return tx.commit().await;
    }
}

fn record<T: AsRef<[u8]>>(out: &mut Vec<u8>, cells: impl IntoIterator<Item = T>) -> Result<()> {
    let mut writer = csv::WriterBuilder::new().flexible(true).terminator(csv::Terminator::CRLF).from_writer(out);
    writer.write_record(cells).map_err(Error::unexpected)?;
    writer.flush().map_err(Error::unexpected)
}

async fn write_workbook(db: &Db, actor: &Actor, paper: &Paper, id: Uuid) -> Result<()> {
    let mut book = Workbook::new();
    let properties = DocProperties::new().set_title(paper.resource.table.label[0]).set_comment(&paper.mark);
    book.set_properties(&properties);
    let sheet = book.add_worksheet_with_constant_memory().map_err(failed)?;
    sheet.set_freeze_panes(1, 0).map_err(failed)?;
    sheet.set_footer(format!("&L{}&R&P / &N", paper.mark.replace('&', "&&")));
    let header = header_format();
    for (place, column) in (0_u16..).zip(&paper.columns) {
        sheet.set_column_width(place, 18).map_err(failed)?;
        sheet.write_with_format(0, place, column.title.as_str(), &header).map_err(failed)?;
    }
    let (mut row, mut written, mut after) = (0, 0, None);
    loop {
        let mut tx = db.begin(actor.clone()).await?;
        let mut export = exports::lock(&mut tx, id).await?;
        if export.status.0 != ExportStatus::Running {
            return tx.commit().await;
        }
        let (rows, next) = paper.slice(&mut tx, after.as_deref(), paper.total - written).await?;
        for record in &rows {
            row += 1;
            write_row(sheet, row, paper, record)?;
        }
        written += i64::try_from(rows.len()).map_err(Error::unexpected)?;
        export.rows = written;
        exports::save(&mut tx, &export).await?;
        tx.commit().await?;
        after = next;
        if after.is_none() || written >= paper.total {
            break;
        }
    }
    sheet.write(row + 2, 0, paper.mark.as_str()).map_err(failed)?;
    // Packing takes its time, and other jobs go on meanwhile.
    let packed = tokio::task::spawn_blocking(move || pack(book)).await.map_err(Error::unexpected)?;
    let mut file = tokio::fs::File::from_std(packed.map_err(failed)?);
    let mut tx = db.begin(actor.clone()).await?;
    let mut export = exports::lock(&mut tx, id).await?;
    if export.status.0 == ExportStatus::Running {
        loop {
            let mut part = Vec::new();
            (&mut file).take(PART).read_to_end(&mut part).await.map_err(Error::unexpected)?;
            if part.is_empty() {
                break;
            }
            keep(&mut tx, &mut export, &part).await?;
        }
        done(&mut tx, export).await?;
    }
    tx.commit().await
}

/// Packs a workbook into a file without a name, so that its size is the disk's concern.
fn pack(mut book: Workbook) -> Result<File, XlsxError> {
    let mut file = tempfile::tempfile()?;
    book.save_to_writer(&mut file)?;
    file.rewind()?;
    Ok(file)
}

fn write_row(sheet: &mut Worksheet, row: u32, paper: &Paper, record: &Map<String, Value>) -> Result<()> {
    for (place, column) in (0_u16..).zip(&paper.columns) {
        let written = match paper.cell(column, record) {
            None => continue,
            Some(Out::Text(text)) => sheet.write(row, place, text),
            Some(Out::Number(text)) => match text.parse::<f64>() {
                // A spreadsheet would round what is longer.
                Ok(number) if text.len() <= MOST_DIGITS => sheet.write(row, place, number),
                _ => sheet.write(row, place, text),
            },
        };
        written.map_err(failed)?;
    }
    Ok(())
}

async fn keep(tx: &mut Tx, export: &mut ExportRow, bytes: &[u8]) -> Result<()> {
    exports::insert_part(tx, export.id, export.parts, bytes).await?;
    export.parts += 1;
    export.size += i64::try_from(bytes.len()).map_err(Error::unexpected)?;
    Ok(())
}

async fn done(tx: &mut Tx, mut export: ExportRow) -> Result<()> {
    export.status.0 = ExportStatus::Done;
    export.finished_at = Some(tx.now());
    exports::save(tx, &export).await?;
    let details = json!({"resource": export.resource, "rows": export.rows, "format": export.format.0});
    tx.emit("export.finished", "exports", export.id, details).await
}
