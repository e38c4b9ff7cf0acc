//! `/imports`: upload, map, check, run, follow, undo.

use std::{collections::BTreeMap, time::Duration};

use actix_web::{
    HttpResponse,
    http::{Method, header},
    web::Bytes,
};
use chrono::{DateTime, Utc};
use futures_util::stream::{self, Stream};
use guanxi_app::transfer::{
    Resource,
    files::{self, PreviewRow},
    importing::{self, ImportPlan},
    resource,
};
use guanxi_domain::{
    Actor, Error, Result, UserId,
    transfer::{Cell, Counts, Duplicates, ImportStatus, Mode, Outcome, Working},
};
use guanxi_persistence::{
    Db, Tx,
    transfer::imports::{self, ImportRow, RowError},
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Paging, allow};
use crate::{
    Call, Endpoint, Json, Raw, Reply,
    endpoint::signed_in,
    problem::{self, Language},
    schema,
};

const SAMPLE_ROWS: usize = 5;
const PREVIEW_ROWS: usize = 20;
const MAX_ROWS: usize = 200;
/// How often the state of an import is looked at for those who follow it.
const PULSE: Duration = Duration::from_millis(300);
/// A line is sent now and then even if nothing happens, or proxies hang up.
const QUIET: u32 = 50;
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// An import as it stands.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Import)]
struct ImportView {
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
struct FieldView {
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
struct RowView {
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
struct ErrorView {
    /// The header of the cell that is wrong; null where it is the row.
    #[schema(required = true)]
    column: Option<String>,
    code: String,
    message: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Upload {
    resource: String,
    #[serde(default)]
    filename: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    resource: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rows {
    #[serde(default)]
    failed: Option<String>,
    /// The last row of the page before.
    #[serde(default)]
    cursor: Option<String>,
    #[serde(default)]
    limit: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
struct ImportPage {
    #[schema(inline)]
    items: Vec<ImportView>,
    #[schema(required = true)]
    next_cursor: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
struct ImportRowPage {
    items: Vec<RowView>,
    #[schema(required = true)]
    next_cursor: Option<String>,
}

const TAG: &str = "platform";

pub fn endpoints() -> Vec<Endpoint> {
    let id = |path: &str| format!("/imports/{{id}}{path}");
    let upload = signed_in(Method::POST, "/imports")
        .named(
            "create_import",
            TAG,
            "Upload a sheet (XLSX or CSV, at most 20 MB) to import; its columns are mapped as well as can be guessed.",
        )
        .param("resource", schema::string())
        .param("filename", schema::string())
        .returns::<ImportView>(201)
        .to(upload);
    let list = signed_in(Method::GET, "/imports")
        .named("list_imports", TAG, "List imports, the latest first.")
        .param("cursor", schema::string())
        .param("limit", schema::integer())
        .returns::<ImportPage>(200)
        .to(list);
    let template = signed_in(Method::GET, "/imports/template")
        .named("get_import_template", TAG, "Fetch an empty sheet with the columns that can be imported.")
        .param("resource", schema::string())
        .sends(XLSX)
        .to(template);
    let get = signed_in(Method::GET, id(""))
        .named("get_import", TAG, "Read one import.")
        .returns::<ImportView>(200)
        .to(async |call: Call| {
            let id = call.id()?;
            call.read(async |tx| view(tx, id).await).await
        });
    let map = signed_in(Method::PATCH, id(""))
        .named("update_import", TAG, "Give columns their fields and say how rows become records.")
        .returns::<ImportView>(200)
        .to(async |call: Call<Json<ImportPlan>>| {
            let id = call.id()?;
            call.write(async |tx| {
                importing::map(tx, id, &call.body.0).await?;
                view(tx, id).await
            })
            .await
        });
    let progress = signed_in(Method::GET, id("/progress"))
        .named("follow_import", TAG, "Follow an import as server-sent events, until nothing goes on any more.")
        .sends("text/event-stream")
        .to(progress);
    let rows = signed_in(Method::GET, id("/rows"))
        .named("list_import_rows", TAG, "Look at rows of the sheet and what became of them, or of the failed ones.")
        .param("failed", schema::boolean())
        .param("cursor", schema::string())
        .param("limit", schema::integer())
        .returns::<ImportRowPage>(200)
        .to(rows);
    let result = signed_in(Method::GET, id("/result"))
        .named("get_import_result", TAG, "Fetch the sheet with what became of each row.")
        .sends(XLSX)
        .to(result);
    vec![upload, list, template, get, map, progress, rows, result]
        .into_iter()
        .chain([
            verb(
                "check",
                "check_import",
                "Go through all rows in the background without writing anything.",
                async |tx, id| importing::check(tx, id).await,
            ),
            verb("run", "run_import", "Write the rows in the background.", async |tx, id| {
                importing::start(tx, id).await
            }),
            verb("cancel", "cancel_import", "Stop an import; what was written stays.", async |tx, id| {
                importing::cancel(tx, id).await
            }),
            verb(
                "undo",
                "undo_import",
                "Put what an import created, and nobody touched since, into the recycle bin (within 24 hours).",
                async |tx, id| importing::undo(tx, id).await,
            ),
        ])
        .collect()
}

fn verb<F>(name: &str, operation: &str, summary: &str, work: F) -> Endpoint
where
    F: AsyncFn(&mut Tx, Uuid) -> Result<()> + Clone + 'static,
{
    signed_in(Method::POST, format!("/imports/{{id}}/{name}"))
        .named(operation, TAG, summary)
        .returns::<ImportView>(202)
        .to(move |call: Call| {
            let work = work.clone();
            async move {
                let id = call.id()?;
                call.write(async |tx| {
                    work(tx, id).await?;
                    Ok(view(tx, id).await?.accepted())
                })
                .await
            }
        })
}

async fn upload(call: Call<Raw>) -> Result<Reply> {
    let Upload { resource: path, filename } = call.query()?;
    let resource = resource(&path)?;
    allow(&call, resource, |resource| resource.import).await?;
    let mut tx = call.app.db.read(call.actor()?.clone()).await?;
    let most = importing::max_rows(&mut tx).await?;
    tx.commit().await?;
    let sheet = importing::parse(call.body.0.clone(), most).await?;
    call.write(async |tx| {
        let import = importing::upload(tx, resource, &filename, sheet.clone()).await?;
        let location = format!("/api/v1/imports/{}", import.id);
        Ok(view(tx, import.id).await?.created(location))
    })
    .await
}

async fn list(call: Call) -> Result<Reply> {
    let paging: Paging = call.query()?;
    let limit = paging.limit()?;
    call.read(async |tx| {
        let now = tx.now();
        let mut found = importing::list(tx, paging.cursor, limit + 1).await?;
        let has_more = found.len() > usize::try_from(limit).unwrap_or(usize::MAX);
        if has_more {
            found.pop();
        }
        let next_cursor = found.last().filter(|_| has_more).map(|last| last.id.to_string());
        let access = tx.actor().access.clone();
        let views =
            found.into_iter().map(|import| shown(&import, resource(&import.resource)?, &access, Vec::new(), now));
        Reply::json(&ImportPage { items: views.collect::<Result<_>>()?, next_cursor })
    })
    .await
}

async fn template(call: Call) -> Result<Reply> {
    let Wanted { resource: path } = call.query()?;
    let resource = resource(&path)?;
    allow(&call, resource, |resource| resource.import).await?;
    call.read(async |tx| Ok(attachment(files::template(tx, resource).await?, &format!("{path}-template.xlsx"), XLSX)))
        .await
}

async fn rows(call: Call) -> Result<Reply> {
    let asked: Rows = call.query()?;
    let failed = match asked.failed.as_deref() {
        None | Some("false") => false,
        Some("true") => true,
        Some(_) => return Err(Error::malformed("failed")),
    };
    let number = |text: &Option<String>, name: &str| {
        text.as_deref().map(str::parse::<u32>).transpose().map_err(|_| Error::malformed(name))
    };
    let from = number(&asked.cursor, "cursor")?.unwrap_or(0);
    let limit = number(&asked.limit, "limit")?.map_or(Ok(PREVIEW_ROWS), usize::try_from).map_err(Error::unexpected)?;
    if !(1..=MAX_ROWS).contains(&limit) {
        return Err(Error::malformed("limit"));
    }
    let (id, language) = (call.id()?, Language::of(&call.request));
    call.read(async |tx| {
        let (_, resource) = importing::see(tx, id).await?;
        let mut found = files::preview(tx, id, failed, from, limit + 1).await?;
        let has_more = found.len() > limit;
        found.truncate(limit);
        let next_cursor = found.last().filter(|_| has_more).map(|last| last.number.to_string());
        let items = found.into_iter().map(|row| row_view(row, resource, language)).collect();
        Reply::json(&ImportRowPage { items, next_cursor })
    })
    .await
}

async fn result(call: Call) -> Result<Reply> {
    let (id, language) = (call.id()?, Language::of(&call.request));
    call.read(async |tx| {
        let (import, resource) = importing::see(tx, id).await?;
        let words = |error: &RowError| {
            let column = error.column.as_deref().map(|column| format!("{column}: ")).unwrap_or_default();
            format!("{column}{} ({})", words(error, resource, language), error.code)
        };
        let bytes = files::result(tx, &import, words).await?;
        Ok(attachment(bytes, &format!("{}-result.xlsx", stem(&import.filename)), XLSX))
    })
    .await
}

async fn progress(call: Call) -> Result<Reply> {
    let (id, actor) = (call.id()?, call.actor()?.clone());
    // What may not be seen is refused before the stream begins.
    let mut tx = call.app.db.read(actor.clone()).await?;
    importing::see(&mut tx, id).await?;
    tx.commit().await?;
    let response = HttpResponse::Ok()
        .content_type("text/event-stream")
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .insert_header(("x-accel-buffering", "no"))
        .streaming(pulses(call.app.db.clone(), actor, id));
    Ok(Reply::response(response))
}

/// What those who follow an import have been told.
struct Followed {
    db: Db,
    actor: Actor,
    id: Uuid,
    told: String,
    quiet: u32,
    over: bool,
}

/// The state of an import whenever it changes; the last message says that nothing goes on any more. It is read from the
/// database each time, so that it does not matter which server works, or which one is asked.
fn pulses(db: Db, actor: Actor, id: Uuid) -> impl Stream<Item = Result<Bytes>> {
    let followed = Followed { db, actor, id, told: String::new(), quiet: 0, over: false };
    stream::unfold(followed, |mut followed| async move {
        if followed.over {
            return None;
        }
        loop {
            if !followed.told.is_empty() {
                tokio::time::sleep(PULSE).await;
            }
            // A server that stops does not wait for those who follow; they ask the next one.
            if *followed.db.feed_closed().borrow() {
                return None;
            }
            match followed.look().await {
                Err(error) => {
                    followed.over = true;
                    return Some((Err(error), followed));
                }
                Ok(Some(message)) => return Some((Ok(message), followed)),
                Ok(None) => {}
            }
        }
    })
}

impl Followed {
    async fn look(&mut self) -> Result<Option<Bytes>> {
        let mut tx = self.db.read(self.actor.clone()).await?;
        let import = imports::get(&mut tx, self.id).await?;
        tx.commit().await?;
        let counts = import.counts();
        let state = json!({
            "id": import.id, "status": import.status.0, "working": import.working, "total": counts.total,
            "processed": counts.processed(), "counts": counts, "undone": import.undone, "error": import.error,
        })
        .to_string();
        self.over = import.working.is_none();
        if state == self.told && !self.over {
            self.quiet += 1;
            let speaks = self.quiet.is_multiple_of(QUIET);
            return Ok(speaks.then(|| Bytes::from_static(b": still there\n\n")));
        }
        let event = if self.over { "done" } else { "progress" };
        let message = format!("event: {event}\ndata: {state}\n\n");
        self.told = state;
        Ok(Some(message.into()))
    }
}

async fn view(tx: &mut Tx, id: Uuid) -> Result<Reply> {
    let (import, resource) = importing::see(tx, id).await?;
    let sample = files::preview(tx, id, false, 0, SAMPLE_ROWS).await?;
    let sample = sample.into_iter().map(|row| row.cells).collect();
    Reply::json(&shown(&import, resource, &tx.actor().access, sample, tx.now())?)
}

fn shown(
    import: &ImportRow,
    resource: &Resource,
    access: &guanxi_domain::Access,
    sample: Vec<Vec<Cell>>,
    now: DateTime<Utc>,
) -> Result<ImportView> {
    let options = importing::options(import)?;
    let fields = resource.targets(access).map(|column| FieldView {
        key: column.key.to_owned(),
        label: BTreeMap::from([("zh", column.label[0]), ("en", column.label[1])]),
        required: column.required,
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

fn row_view(row: PreviewRow, resource: &Resource, language: Language) -> RowView {
    let PreviewRow { number, cells, result } = row;
    let errors = result.iter().flat_map(|result| &result.errors);
    let errors = errors.map(|error| ErrorView {
        column: error.column.clone(),
        code: error.code.clone(),
        message: words(error, resource, language),
    });
    let errors = errors.collect();
    let (outcome, record_id) = result.map_or((None, None), |result| (Some(result.outcome), result.id));
    RowView { row: number, cells, outcome, record_id, errors }
}

/// What a row is told, naming the field where no column of the sheet is it.
fn words(error: &RowError, resource: &Resource, language: Language) -> String {
    let message = problem::message_of(&error.code, &error.params, language);
    let field = error.params.get("field").and_then(Value::as_str).filter(|_| error.column.is_none());
    match field.and_then(|key| resource.table.column(key)) {
        Some(column) => format!("{}: {message}", column.label[usize::from(language == Language::En)]),
        None => message,
    }
}

fn stem(filename: &str) -> &str {
    filename.rsplit_once('.').map_or(filename, |(stem, _)| stem)
}

/// A file to be saved; its name in every browser's way.
pub fn attachment(bytes: Vec<u8>, name: &str, media: &'static str) -> Reply {
    let response = HttpResponse::Ok()
        .content_type(media)
        .insert_header((header::CONTENT_DISPOSITION, disposition(name)))
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .body(bytes);
    Reply::response(response)
}

pub fn disposition(name: &str) -> String {
    let ascii: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || ".-_".contains(c) { c } else { '_' }).collect();
    let encoded: String = name
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect();
    format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{encoded}")
}
