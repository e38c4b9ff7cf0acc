//! `/exports`: order a list as a file, follow it, fetch it.

use actix_web::{
    HttpResponse,
    body::SizedStream,
    http::{Method, header},
    web::Bytes,
};
use chrono::{DateTime, Utc};
use futures_util::stream::{self, Stream};
use guanxi_app::transfer::{
    exporting::{self, ExportRequest},
    resource,
};
use guanxi_domain::{
    Actor, Error, Result,
    transfer::{ExportStatus, Format},
};
use guanxi_persistence::{
    Db,
    access::audit::{self, Entry},
    transfer::exports::{self, ExportRow},
};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Paging, allow, imports::disposition};
use crate::{Call, Endpoint, Json, Reply, endpoint::signed_in, problem::Language, schema};

/// An export as it stands.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Export)]
struct ExportView {
    id: Uuid,
    resource: String,
    format: Format,
    status: ExportStatus,
    /// The rows written, of so many.
    rows: i64,
    total: i64,
    /// From 0 to 100.
    progress: i64,
    /// How long the file is, once it is done.
    size: i64,
    #[schema(required = true)]
    error: Option<String>,
    created_at: DateTime<Utc>,
    #[schema(required = true)]
    finished_at: Option<DateTime<Utc>>,
    /// When the file can no longer be fetched.
    expires_at: DateTime<Utc>,
}

#[derive(Debug, Serialize, ToSchema)]
struct ExportPage {
    items: Vec<ExportView>,
    #[schema(required = true)]
    next_cursor: Option<String>,
}

const TAG: &str = "platform";

pub fn endpoints() -> Vec<Endpoint> {
    let ask = signed_in(Method::POST, "/exports")
        .named("create_export", TAG, "Order a list as a file; it is written in the background.")
        .returns::<ExportView>(202)
        .to(async |call: Call<Json<ExportRequest>>| {
            let request = &call.body.0;
            allow(&call, resource(&request.resource)?, |resource| resource.export).await?;
            let english = Language::of(&call.request) == Language::En;
            call.write(async |tx| {
                let export = exporting::ask(tx, request, english).await?;
                let location = format!("/api/v1/exports/{}", export.id);
                Ok(Reply::json(&view(export))?.accepted().header("location", location))
            })
            .await
        });
    let list = signed_in(Method::GET, "/exports")
        .named("list_exports", TAG, "List one's own exports, the latest first.")
        .param("cursor", schema::string())
        .param("limit", schema::integer())
        .returns::<ExportPage>(200)
        .to(list);
    let get = signed_in(Method::GET, "/exports/{id}")
        .named("get_export", TAG, "Read one export.")
        .returns::<ExportView>(200)
        .to(async |call: Call| {
            let id = call.id()?;
            call.read(async |tx| Reply::json(&view(exporting::see(tx, id).await?))).await
        });
    let cancel = signed_in(Method::POST, "/exports/{id}/cancel")
        .named("cancel_export", TAG, "Stop an export.")
        .returns::<ExportView>(200)
        .to(async |call: Call| {
            let id = call.id()?;
            call.write(async |tx| Reply::json(&view(exporting::cancel(tx, id).await?))).await
        });
    let file = signed_in(Method::GET, "/exports/{id}/file")
        .named("get_export_file", TAG, "Fetch the file of an export, within 24 hours.")
        .sends("application/octet-stream")
        .to(file);
    vec![ask, list, get, cancel, file]
}

async fn list(call: Call) -> Result<Reply> {
    let paging: Paging = call.query()?;
    let limit = paging.limit()?;
    call.read(async |tx| {
        let mut found = exporting::list(tx, paging.cursor, limit + 1).await?;
        let has_more = found.len() > usize::try_from(limit).unwrap_or(usize::MAX);
        if has_more {
            found.pop();
        }
        let next_cursor = found.last().filter(|_| has_more).map(|last| last.id.to_string());
        Reply::json(&ExportPage { items: found.into_iter().map(view).collect(), next_cursor })
    })
    .await
}

async fn file(call: Call) -> Result<Reply> {
    let (id, actor) = (call.id()?, call.actor()?.clone());
    let mut tx = call.app.db.begin(actor.clone()).await?;
    let export = exporting::open(&mut tx, id).await?;
    let details = json!({"resource": export.resource, "rows": export.rows});
    audit::record(&mut tx, Entry::new("export.fetched", audit::Outcome::Done, details).about("exports", id)).await?;
    let day = export.created_at.with_timezone(&actor.zone).format("%Y%m%d");
    let ending: &str = export.format.0.into();
    let name = format!("{}-{day}.{ending}", export.resource);
    tx.commit().await?;
    let size = u64::try_from(export.size).map_err(Error::unexpected)?;
    let parts = parts(call.app.db.clone(), actor, export.clone());
    let response = HttpResponse::Ok()
        .content_type(export.format.0.media_type())
        .insert_header((header::CONTENT_DISPOSITION, disposition(&name)))
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .body(SizedStream::new(size, Box::pin(parts)));
    Ok(Reply::response(response))
}

/// The parts of a file, one after the other: never more than one of them is in memory.
fn parts(db: Db, actor: Actor, export: ExportRow) -> impl Stream<Item = Result<Bytes>> {
    stream::unfold(0, move |number| {
        let (db, actor, export) = (db.clone(), actor.clone(), export.clone());
        async move {
            if number >= export.parts {
                return None;
            }
            let read = async {
                let mut tx = db.read(actor).await?;
                let bytes = exports::part(&mut tx, export.id, number).await?;
                tx.commit().await?;
                Ok(Bytes::from(bytes))
            };
            let part: Result<Bytes> = read.await;
            let next = if part.is_ok() { number + 1 } else { export.parts };
            Some((part, next))
        }
    })
}

fn view(export: ExportRow) -> ExportView {
    let done = export.status.0 == ExportStatus::Done;
    let progress = if done { 100 } else { (100 * export.rows / export.total.max(1)).clamp(0, 99) };
    ExportView {
        id: export.id,
        resource: export.resource,
        format: export.format.0,
        status: export.status.0,
        rows: export.rows,
        total: export.total,
        progress,
        size: export.size,
        error: export.error,
        created_at: export.created_at,
        finished_at: export.finished_at,
        expires_at: export.expires_at,
    }
}
