//! What people were told, and whether they have read it.

use guanxi_domain::{Permission, Result, UserId, access::notification, fields::Kind};
use serde::Serialize;
use sqlx::FromRow;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{Column, Record, ScopeRule, Table, Tx};

pub struct Notification;

impl Record for Notification {
    const READ: Permission = notification::READ;
    const TABLE: &'static Table = &Table {
        name: "notifications",
        noun: "notification",
        label: ["通知", "Notification"],
        columns: &[
            Column::new("event", Kind::Text, "事件", "Event").filled().never(),
            Column::new("title", Kind::Text, "标题", "Title").filled().never(),
            Column::new("body", Kind::LongText, "内容", "Text").filled().never(),
            Column::new("resource", Kind::Text, "对象", "Resource").filled().never(),
            Column::new("record_id", Kind::Id, "记录", "Record").filled().never(),
            Column::new("urgent", Kind::Bool, "紧急", "Urgent").filled().never(),
            Column::new("count", Kind::Int, "数量", "Count").filled().never(),
            Column::new("read_at", Kind::Timestamp, "阅读时间", "Read at").never(),
        ],
        scope: ScopeRule::Personal("recipient_id"),
        actions: &[],
        sort: "-created_at",
        shown: &["title", "body", "event", "created_at", "read_at"],
        added: &[],
        searchable: false,
        internal: &[],
    };
}

/// One message to one person.
#[derive(Debug, Clone)]
pub struct Told {
    pub id: Uuid,
    pub recipient: UserId,
    pub event: String,
    pub title: String,
    pub body: String,
    /// The path of the resource.
    pub resource: String,
    pub record: Uuid,
    pub urgent: bool,
    pub dedupe_key: String,
    /// Of how many events it speaks.
    pub count: i64,
}

/// A message about many events of one kind, to which more may come on the same day.
#[derive(Debug, Clone, FromRow)]
pub struct Gathered {
    pub id: Uuid,
    pub recipient_id: UserId,
    pub dedupe_key: String,
    pub body: String,
    pub count: i64,
}

/// The messages about many that these people have, by how their keys end.
pub async fn gathered(tx: &mut Tx, people: &[UserId], end: &str) -> Result<Vec<Gathered>> {
    let sql = "select id, recipient_id, dedupe_key, body, count::bigint from notifications
               where tenant_id = $1 and recipient_id = any($2) and count > 1 and dedupe_key like '%' || $3
                 and created_at > $4";
    // Those of today alone: the index goes by time.
    let since = tx.now() - chrono::Duration::hours(26);
    let found = sqlx::query_as(sql).bind(tx.tenant()).bind(people).bind(end).bind(since);
    Ok(found.fetch_all(tx.conn()).await?)
}

/// Tells people what they were not told yet, and of how much more where they were told of many: such a message is new
/// again, and comes first. Those who watch hear of it with the commit. Answers with what was never there.
pub async fn tell(tx: &mut Tx, told: &[Told]) -> Result<Vec<Uuid>> {
    if told.is_empty() {
        return Ok(Vec::new());
    }
    let column = |text: fn(&Told) -> &str| told.iter().map(|one| text(one).to_owned()).collect::<Vec<_>>();
    let sql = "with new as (
                   select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[],
                       $7::uuid[], $8::bool[], $9::text[], $10::uuid[], $11::int[])
                       as x (id, recipient_id, event, title, body, resource, record_id, urgent, dedupe_key, event_id,
                           count)),
               made as (
                   insert into notifications (id, recipient_id, event, title, body, resource, record_id, urgent,
                       dedupe_key, count)
                   select id, recipient_id, event, title, body, resource, record_id, urgent, dedupe_key, count from new
                   on conflict (tenant_id, recipient_id, dedupe_key) do update
                       set title = excluded.title, body = excluded.body, count = excluded.count, read_at = null,
                           created_at = app.now(), updated_at = app.now(), version = notifications.version + 1
                       where excluded.count > notifications.count
                   returning id, version),
               told as (
                   insert into outbox (id, type, resource, record_id, payload)
                   select new.event_id, 'notification.created', 'notifications', new.id,
                       jsonb_build_object('recipient_id', new.recipient_id)
                   from made join new using (id))
               select id from made where version = 1";
    Ok(sqlx::query_scalar(sql)
        .bind(told.iter().map(|one| one.id).collect::<Vec<_>>())
        .bind(told.iter().map(|one| one.recipient).collect::<Vec<_>>())
        .bind(column(|one| &one.event))
        .bind(column(|one| &one.title))
        .bind(column(|one| &one.body))
        .bind(column(|one| &one.resource))
        .bind(told.iter().map(|one| one.record).collect::<Vec<_>>())
        .bind(told.iter().map(|one| one.urgent).collect::<Vec<_>>())
        .bind(column(|one| &one.dedupe_key))
        .bind(told.iter().map(|_| Uuid::now_v7()).collect::<Vec<_>>())
        .bind(told.iter().map(|one| i32::try_from(one.count).unwrap_or(i32::MAX)).collect::<Vec<_>>())
        .fetch_all(tx.conn())
        .await?)
}

/// What somebody who watches is told of a message.
#[derive(Debug, Clone, Serialize, FromRow, ToSchema)]
pub struct Fresh {
    pub id: Uuid,
    pub title: String,
    pub resource: String,
    pub record_id: Uuid,
    pub urgent: bool,
}

/// Those of these messages that are the caller's.
pub async fn fresh(tx: &mut Tx, ids: &[Uuid]) -> Result<Vec<Fresh>> {
    let me: Option<Uuid> = tx.actor().user.map(Into::into);
    let sql = "select id, title, resource, record_id, urgent from notifications
               where tenant_id = $1 and recipient_id = $2 and id = any($3)";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(me).bind(ids).fetch_all(tx.conn()).await?)
}

/// How many messages the caller has not read; more than this is not counted.
pub async fn unread(tx: &mut Tx) -> Result<i64> {
    const MOST: i64 = 1_000;
    let me: Option<Uuid> = tx.actor().user.map(Into::into);
    let sql = "select count(*) from (select 1 from notifications
               where tenant_id = $1 and recipient_id = $2 and read_at is null and deleted_at is null limit $3) counted";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(me).bind(MOST).fetch_one(tx.conn()).await?)
}

/// Notes that the caller has read these messages of his; all of them where none is named.
pub async fn mark_read(tx: &mut Tx, ids: Option<&[Uuid]>) -> Result<u64> {
    let me: Option<Uuid> = tx.actor().user.map(Into::into);
    let sql = "update notifications set read_at = $4, version = version + 1, updated_at = $4, updated_by = $2
               where tenant_id = $1 and recipient_id = $2 and read_at is null
                 and ($3::uuid[] is null or id = any($3))";
    let now = tx.now();
    let done = sqlx::query(sql).bind(tx.tenant()).bind(me).bind(ids).bind(now);
    Ok(done.execute(tx.conn()).await?.rows_affected())
}
