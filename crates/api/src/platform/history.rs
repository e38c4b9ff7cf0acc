//! What became of each record, and the log for those who audit.

use actix_web::http::Method;
use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use chrono_tz::Tz;
use guanxi_domain::{Permission, access, fields::KindName, time};
use guanxi_persistence::{
    Table,
    platform::{
        audit_log::{self, AuditEntry, Question},
        history::{self, Change, Entry},
    },
    tables,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{TAG, cut, limit, parsed};
use crate::{Call, Endpoint, Reply, endpoint::needs, meta::Label, schema};

#[derive(Debug, Serialize, ToSchema)]
pub struct HistoryPage {
    pub items: Vec<HistoryEntry>,
    #[schema(required = true)]
    pub next_cursor: Option<String>,
}

/// One write of one record: who, when, and every field before and after.
#[derive(Debug, Serialize, ToSchema)]
pub struct HistoryEntry {
    pub id: i64,
    pub resource: String,
    pub record_id: Uuid,
    pub version: i64,
    /// `create`, `update`, `delete`, `restore` or `purge`.
    pub action: String,
    pub at: DateTime<FixedOffset>,
    #[schema(required = true)]
    pub actor_id: Option<Uuid>,
    #[schema(required = true)]
    pub actor_name: Option<String>,
    #[schema(required = true)]
    pub request_id: Option<Uuid>,
    pub changes: Vec<FieldChange>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct FieldChange {
    pub field: String,
    pub label: Label,
    pub kind: KindName,
    #[schema(value_type = Object)]
    pub old: Value,
    #[schema(value_type = Object)]
    pub new: Value,
    /// The names of people, departments and pools.
    #[schema(required = true)]
    pub old_name: Option<String>,
    #[schema(required = true)]
    pub new_name: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct AuditPage {
    pub items: Vec<AuditEntry>,
    #[schema(required = true)]
    pub next_cursor: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct HistoryQuery {
    limit: Option<String>,
    cursor: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct ChangesQuery {
    resource: Option<String>,
    actor_id: Option<String>,
    limit: Option<String>,
    cursor: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct AuditQuery {
    action: Option<String>,
    actor_id: Option<String>,
    record_id: Option<String>,
    result: Option<String>,
    from: Option<String>,
    until: Option<String>,
    limit: Option<String>,
    cursor: Option<String>,
}

pub fn endpoints() -> Vec<Endpoint> {
    let mut endpoints: Vec<Endpoint> = tables::all()
        .into_iter()
        .filter_map(|table| Some(of_table(table, access::permission(&format!("{}:read", table.noun))?)))
        .collect();
    endpoints.extend([audit(), changes()]);
    endpoints
}

fn of_table(table: &'static Table, permission: Permission) -> Endpoint {
    let spoken = table.noun.replace('_', " ");
    needs(permission, Method::GET, format!("/{}/{{id}}/history", table.path()))
        .named(
            format!("get_{}_history", table.noun),
            TAG,
            format!("Read what became of one {spoken}: every write with its fields before and after."),
        )
        .param("limit", schema::integer())
        .param("cursor", schema::string())
        .returns::<HistoryPage>(200)
        .to(async move |call: Call| {
            let id = call.id()?;
            let query: HistoryQuery = call.query()?;
            let limit = limit(query.limit.as_deref())?;
            let before = parsed("cursor", query.cursor.as_deref())?;
            let zone = call.actor()?.zone;
            call.read(async |tx| {
                let entries = history::of_record(tx, table, permission, id, before, limit + 1).await?;
                Reply::json(&page(entries, limit, zone))
            })
            .await
        })
}

fn changes() -> Endpoint {
    needs(access::audit_log::READ, Method::GET, "/audit-logs/changes")
        .named("list_changes", TAG, "List what was written lately, of one kind of record or of all.")
        .param("resource", schema::string())
        .param("actor_id", schema::uuid())
        .param("limit", schema::integer())
        .param("cursor", schema::string())
        .returns::<HistoryPage>(200)
        .to(async |call: Call| {
            let query: ChangesQuery = call.query()?;
            let limit = limit(query.limit.as_deref())?;
            let (before, actor) =
                (parsed("cursor", query.cursor.as_deref())?, parsed("actor_id", query.actor_id.as_deref())?);
            let resource = query.resource.map(|path| path.replace('-', "_"));
            let zone = call.actor()?.zone;
            call.read(async |tx| {
                let entries = history::latest(tx, resource.as_deref(), actor, before, limit + 1).await?;
                Reply::json(&page(entries, limit, zone))
            })
            .await
        })
}

fn audit() -> Endpoint {
    let mut endpoint = needs(access::audit_log::READ, Method::GET, "/audit-logs").named(
        "list_audit_logs",
        TAG,
        "List sign-ins, exports, denied attempts and changes of rights, the latest first.",
    );
    for name in ["action", "actor_id", "record_id", "result", "from", "until", "cursor"] {
        endpoint = endpoint.param(name, schema::string());
    }
    endpoint.param("limit", schema::integer()).returns::<AuditPage>(200).to(async |call: Call| {
        let query: AuditQuery = call.query()?;
        let limit = limit(query.limit.as_deref())?;
        let zone = call.actor()?.zone;
        let day = |name, text: Option<&str>| {
            parsed::<NaiveDate>(name, text).map(|date| date.map(|date| time::start_of_day(date, zone)))
        };
        let question = Question {
            action: query.action.as_deref(),
            actor: parsed("actor_id", query.actor_id.as_deref())?,
            record: parsed("record_id", query.record_id.as_deref())?,
            result: query.result.as_deref(),
            from: day("from", query.from.as_deref())?,
            until: day("until", query.until.as_deref())?,
            before: parsed("cursor", query.cursor.as_deref())?,
        };
        call.read(async |tx| {
            let mut items = audit_log::page(tx, &question, limit + 1).await?;
            let more = cut(&mut items, limit);
            let next_cursor = items.last().filter(|_| more).map(|entry| entry.id.to_string());
            Reply::json(&AuditPage { items, next_cursor })
        })
        .await
    })
}

fn page(mut entries: Vec<Entry>, limit: i64, zone: Tz) -> HistoryPage {
    let more = cut(&mut entries, limit);
    let next_cursor = entries.last().filter(|_| more).map(|entry| entry.id.to_string());
    HistoryPage { items: entries.into_iter().map(|entry| tell(entry, zone)).collect(), next_cursor }
}

fn tell(entry: Entry, zone: Tz) -> HistoryEntry {
    HistoryEntry {
        id: entry.id,
        resource: entry.resource.replace('_', "-"),
        record_id: entry.record_id,
        version: entry.version,
        action: entry.action,
        at: local(entry.at, zone),
        actor_id: entry.actor_id,
        actor_name: entry.actor_name,
        request_id: entry.request_id,
        changes: entry.changes.into_iter().map(field).collect(),
    }
}

fn field(change: Change) -> FieldChange {
    let [zh, en] = change.column.label;
    FieldChange {
        field: change.column.key.to_owned(),
        label: Label { zh: zh.to_owned(), en: en.to_owned() },
        kind: change.column.kind.name(),
        old: change.old,
        new: change.new,
        old_name: change.old_name,
        new_name: change.new_name,
    }
}

/// A time as the organisation's clocks show it.
pub fn local(at: DateTime<Utc>, zone: Tz) -> DateTime<FixedOffset> {
    at.with_timezone(&zone).fixed_offset()
}
