//! The recycle bin.

use actix_web::http::Method;
use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use chrono_tz::Tz;
use guanxi_app::platform::recycle_bin as bin;
use guanxi_domain::{
    access,
    settings::RECYCLE_BIN_DAYS,
    time::{business_date, plus},
};
use guanxi_persistence::{
    platform::recycle_bin::{self, Deleted, Place},
    settings,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{TAG, cut, history::local, limit, malformed, parsed};
use crate::{Call, Endpoint, Reply, endpoint::needs, schema};

#[derive(Debug, Serialize, ToSchema)]
pub struct DeletedPage {
    pub items: Vec<DeletedRecord>,
    #[schema(required = true)]
    pub next_cursor: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DeletedRecord {
    pub resource: String,
    pub id: Uuid,
    #[schema(required = true)]
    pub title: Option<String>,
    #[schema(required = true)]
    pub no: Option<String>,
    #[schema(required = true)]
    pub owner_id: Option<Uuid>,
    #[schema(required = true)]
    pub owner_name: Option<String>,
    pub deleted_at: DateTime<FixedOffset>,
    #[schema(required = true)]
    pub deleted_by: Option<Uuid>,
    #[schema(required = true)]
    pub deleted_by_name: Option<String>,
    /// The date on which it goes for good.
    pub purged_on: NaiveDate,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct BinQuery {
    resource: Option<String>,
    limit: Option<String>,
    cursor: Option<String>,
}

pub fn endpoints() -> Vec<Endpoint> {
    let list = needs(access::recycle_bin::READ, Method::GET, "/recycle-bin")
        .named("list_deleted_records", TAG, "List deleted records of one kind or of all, the latest first.")
        .param("resource", schema::string())
        .param("limit", schema::integer())
        .param("cursor", schema::string())
        .returns::<DeletedPage>(200)
        .to(async |call: Call| {
            let query: BinQuery = call.query()?;
            let limit = limit(query.limit.as_deref())?;
            let before = query.cursor.as_deref().map(place).transpose()?;
            let zone = call.actor()?.zone;
            call.read(async |tx| {
                let tables = match &query.resource {
                    Some(resource) => vec![bin::table(tx, resource)?],
                    None => recycle_bin::tables_of(tx.actor()),
                };
                let days = settings::load(tx).await?.get(RECYCLE_BIN_DAYS);
                let mut found = recycle_bin::page(tx, &tables, before, limit + 1).await?;
                let more = cut(&mut found, limit);
                let last = found.last().filter(|_| more);
                let next_cursor = last.map(|last| format!("{}_{}", last.deleted_at.timestamp_micros(), last.id));
                let items = found.into_iter().map(|deleted| tell(deleted, zone, days)).collect();
                Reply::json(&DeletedPage { items, next_cursor })
            })
            .await
        });
    let restore = needs(access::recycle_bin::RESTORE, Method::POST, "/recycle-bin/{resource}/{id}/restore")
        .named("restore_record", TAG, "Bring a deleted record back, with what went with it.")
        .answers_nothing()
        .to(async |call: Call| {
            let id = call.id()?;
            call.write(async |tx| {
                bin::restore(tx, call.path("resource"), id).await?;
                Ok(Reply::nothing())
            })
            .await
        });
    let purge = needs(access::recycle_bin::PURGE, Method::DELETE, "/recycle-bin/{resource}/{id}")
        .named("purge_record", TAG, "Take a deleted record away for good; its history stays.")
        .answers_nothing()
        .to(async |call: Call| {
            let id = call.id()?;
            call.write(async |tx| {
                bin::purge(tx, call.path("resource"), id).await?;
                Ok(Reply::nothing())
            })
            .await
        });
    vec![list, restore, purge]
}

fn place(cursor: &str) -> guanxi_domain::Result<Place> {
    let wrong = || malformed(guanxi_domain::FieldError::new("cursor", guanxi_domain::FieldCode::BadCursor));
    let (micros, id) = cursor.split_once('_').ok_or_else(wrong)?;
    let micros = parsed::<i64>("cursor", Some(micros))?;
    let at = micros.and_then(DateTime::<Utc>::from_timestamp_micros).ok_or_else(wrong)?;
    Ok((at, parsed("cursor", Some(id))?.ok_or_else(wrong)?))
}

fn tell(deleted: Deleted, zone: Tz, days: u32) -> DeletedRecord {
    DeletedRecord {
        resource: deleted.table.path(),
        id: deleted.id,
        title: deleted.title,
        no: deleted.no,
        owner_id: deleted.owner_id,
        owner_name: deleted.owner_name,
        deleted_at: local(deleted.deleted_at, zone),
        deleted_by: deleted.deleted_by,
        deleted_by_name: deleted.deleted_by_name,
        purged_on: plus(business_date(deleted.deleted_at, zone), days + 1),
    }
}
