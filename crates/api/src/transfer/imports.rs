//! `/imports`: upload, map, check, run, follow, undo.

use std::time::Duration;

use actix_web::{
    HttpResponse,
    http::{Method, header},
};
use guanxi_app::transfer::{
    files::{self},
    importing::{self, ImportPlan},
    resource,
};
use guanxi_domain::{Error, Result};
use guanxi_persistence::{Tx, transfer::imports::RowError};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Paging, allow};
use crate::{Call, Endpoint, Json, Raw, Reply, endpoint::signed_in, problem::Language, schema};

mod progress;
mod view;

use progress::progress;
use view::*;

const SAMPLE_ROWS: usize = 5;
const PREVIEW_ROWS: usize = 20;
const MAX_ROWS: usize = 200;
/// How often the state of an import is looked at for those who follow it.
const PULSE: Duration = Duration::from_millis(300);
/// A line is sent now and then even if nothing happens, or proxies hang up.
const QUIET: u32 = 50;
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
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
        let mut items = Vec::with_capacity(found.len());
        for import in found {
            let resource = resource(&import.resource)?;
            let table = tx.table(resource.table).await?;
            items.push(shown(&import, resource, table, &access, Vec::new(), now)?);
        }
        Reply::json(&ImportPage { items, next_cursor })
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
        let table = tx.table(resource.table).await?;
        let mut found = files::preview(tx, id, failed, from, limit + 1).await?;
        let has_more = found.len() > limit;
        found.truncate(limit);
        let next_cursor = found.last().filter(|_| has_more).map(|last| last.number.to_string());
        let items = found.into_iter().map(|row| row_view(row, table, language)).collect();
        Reply::json(&ImportRowPage { items, next_cursor })
    })
    .await
}

async fn result(call: Call) -> Result<Reply> {
    let (id, language) = (call.id()?, Language::of(&call.request));
    call.read(async |tx| {
        let (import, resource) = importing::see(tx, id).await?;
        let table = tx.table(resource.table).await?;
        let words = |error: &RowError| {
            let column = error.column.as_deref().map(|column| format!("{column}: ")).unwrap_or_default();
            format!("{column}{} ({})", words(error, table, language), error.code)
        };
        let bytes = files::result(tx, &import, words).await?;
        Ok(attachment(bytes, &format!("{}-result.xlsx", stem(&import.filename)), XLSX))
    })
    .await
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
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
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
