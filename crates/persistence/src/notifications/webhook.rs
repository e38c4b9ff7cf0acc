//! Webhooks, and what they were told.

use std::time::Duration;

use chrono::{DateTime, Utc};
use guanxi_domain::{Error, Permission, Result, TenantId, UserId, access::webhook, fields::Kind};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use sqlx::FromRow;
use uuid::Uuid;

use super::{dispatch::Organisation, sending::organisations};
use crate::{Action, Column, Db, Record, ScopeRule, Table, Tx, table::named};

pub struct Webhook;

impl Record for Webhook {
    const READ: Permission = webhook::READ;
    const TABLE: &'static Table = &Table {
        name: "webhooks",
        noun: "webhook",
        label: ["Webhook", "Webhook"],
        columns: &[
            Column::new("name", Kind::Text, "名称", "Name").required().max(200),
            Column::new("url", Kind::Url, "地址", "URL").required().max(2000),
            Column::new("events", Kind::Tags, "事件", "Events").required(),
            Column::new("is_active", Kind::Bool, "启用", "Active").filled(),
            Column::new("allow_private", Kind::Bool, "允许内网地址", "May be private").filled().once(),
            Column::new("status", Kind::Choice(&["active", "paused", "dead"]), "状态", "Status").filled().never(),
            Column::new("owner_id", Kind::User, "创建人", "Owner").filled().never(),
            Column::new("owner_name", Kind::Text, "创建人", "Owner").named(named!("users", "owner_id")),
            Column::new("failing_since", Kind::Timestamp, "开始失败时间", "Failing since").computed(
                "(select s.failing_since from webhook_states s where s.tenant_id = t.tenant_id and s.webhook_id = t.id)",
            ),
            Column::new("dead_at", Kind::Timestamp, "停用时间", "Disabled at").never(),
        ],
        scope: ScopeRule::Tenant,
        actions: &[
            Action::new("update", webhook::UPDATE),
            Action::new("delete", webhook::DELETE),
            Action::new("rotate-secret", webhook::UPDATE),
            Action::new("test", webhook::UPDATE),
            Action::new("replay", webhook::REPLAY),
        ],
        sort: "-created_at",
        shown: &["name", "url", "events", "status", "owner_name", "failing_since"],
        added: &[],
        searchable: false,
        internal: &[],
    };
}

pub struct WebhookDelivery;

impl Record for WebhookDelivery {
    const READ: Permission = webhook::READ;
    const TABLE: &'static Table = &Table {
        name: "webhook_deliveries",
        noun: "webhook",
        label: ["Webhook 推送记录", "Webhook delivery"],
        columns: &[
            Column::new("webhook_id", Kind::Id, "Webhook", "Webhook").filled().never(),
            Column::new("event_id", Kind::Id, "事件编号", "Id of the event").filled().never(),
            Column::new("event", Kind::Text, "事件", "Event").filled().never(),
            Column::new("status", Kind::Choice(&["queued", "sent", "dead"]), "状态", "Status").filled().never(),
            Column::new("tries", Kind::Int, "尝试次数", "Tries").filled().never(),
            Column::new("next_try_at", Kind::Timestamp, "下次尝试", "Next try").never(),
            Column::new("response_status", Kind::Int, "响应状态", "Answer").never(),
            Column::new("error", Kind::Text, "错误", "Error").never(),
            Column::new("sent_at", Kind::Timestamp, "发送时间", "Sent at").never(),
        ],
        scope: ScopeRule::Tenant,
        actions: &[],
        sort: "-created_at",
        shown: &["event", "status", "tries", "response_status", "error", "created_at"],
        added: &[],
        searchable: false,
        internal: &["payload"],
    };
}

/// A webhook that wants to be told.
#[derive(Debug, Clone, FromRow)]
pub struct Listener {
    pub id: Uuid,
    pub owner_id: UserId,
    pub events: Vec<String>,
}

/// The webhooks that are told of events now.
pub async fn listeners(tx: &mut Tx) -> Result<Vec<Listener>> {
    let sql = "select id, owner_id, events from webhooks
               where tenant_id = $1 and deleted_at is null and status = 'active' order by id";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).fetch_all(tx.conn()).await?)
}

/// Something that a webhook is to be told.
#[derive(Debug, Clone)]
pub struct Call {
    pub webhook: Uuid,
    pub event_id: Uuid,
    pub event: String,
    pub payload: String,
}

/// Puts calls into the queue; what a webhook was told already it is not told again.
pub async fn enqueue(tx: &mut Tx, calls: &[Call]) -> Result<()> {
    if calls.is_empty() {
        return Ok(());
    }
    let now = tx.now();
    let sql = "insert into webhook_deliveries (id, webhook_id, event_id, event, payload, next_try_at)
               select x.*, $6 from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[]) x
               on conflict (tenant_id, webhook_id, event_id) do nothing";
    sqlx::query(sql)
        .bind(calls.iter().map(|_| Uuid::now_v7()).collect::<Vec<_>>())
        .bind(calls.iter().map(|call| call.webhook).collect::<Vec<_>>())
        .bind(calls.iter().map(|call| call.event_id).collect::<Vec<_>>())
        .bind(calls.iter().map(|call| call.event.clone()).collect::<Vec<_>>())
        .bind(calls.iter().map(|call| call.payload.clone()).collect::<Vec<_>>())
        .bind(now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Everybody who has calls that are due, by his own clock.
pub async fn due(db: &Db) -> Result<Vec<Organisation>> {
    let sql = "select t.id, t.timezone from tenants t where t.active and t.id in (
                   select tenant_id from webhook_deliveries
                   where status = 'queued' and (next_try_at <= $1 or tenant_id = any($2)))";
    organisations(db, sql).await
}

/// A call that this process has taken.
#[derive(Debug, Clone, FromRow)]
pub struct Taken {
    pub id: Uuid,
    pub webhook_id: Uuid,
    pub event_id: Uuid,
    pub payload: String,
    pub tries: i32,
    pub url: String,
    pub allow_private: bool,
    pub secret_number: i32,
    /// Whether whoever asked for it still works here.
    pub is_owned: bool,
}

/// So often it is looked whether a webhook that is switched off is on again, and at so many of its calls at once.
const ASLEEP: chrono::Duration = chrono::Duration::hours(1);
const ASLEEP_AT_ONCE: i64 = 500;

/// Takes calls that are due. Should this process die, they are due again when the lease is over. What a webhook that is
/// switched off was to be told waits until it is switched on.
pub async fn take(tx: &mut Tx, lease: Duration, most: i64) -> Result<Vec<Taken>> {
    let now = tx.now();
    let asleep = "with due as materialized (
                      select d.id from webhook_deliveries d
                      join webhooks w on w.tenant_id = d.tenant_id and w.id = d.webhook_id
                      where d.tenant_id = $1 and d.status = 'queued' and d.next_try_at <= $2
                        and (w.status <> 'active' or w.deleted_at is not null)
                      limit $4 for update of d skip locked)
                  update webhook_deliveries d set next_try_at = $3 from due where d.tenant_id = $1 and d.id = due.id";
    sqlx::query(asleep).bind(tx.tenant()).bind(now).bind(now + ASLEEP).bind(ASLEEP_AT_ONCE).execute(tx.conn()).await?;
    let until = now + chrono::Duration::from_std(lease).map_err(Error::unexpected)?;
    // Chosen once, beside the update: in its condition they might be chosen again for each row, and be more.
    let sql = "with due as materialized (
                   select d.id from webhook_deliveries d
                   join webhooks w on w.tenant_id = d.tenant_id and w.id = d.webhook_id
                   where d.tenant_id = $1 and d.status = 'queued' and d.next_try_at <= $2
                     and w.status = 'active' and w.deleted_at is null
                   order by d.next_try_at for update of d skip locked limit $4)
               update webhook_deliveries d set tries = tries + 1, next_try_at = $3
               from due, webhooks w
               join users u on u.tenant_id = w.tenant_id and u.id = w.owner_id
               left join webhook_states s on s.tenant_id = w.tenant_id and s.webhook_id = w.id
               where d.tenant_id = $1 and d.id = due.id and w.tenant_id = $1 and w.id = d.webhook_id
               returning d.id, d.webhook_id, d.event_id, d.payload, d.tries, w.url, w.allow_private,
                   coalesce(s.secret_number, 1) as secret_number,
                   u.deleted_at is null and u.status in ('invited', 'active', 'on_leave') as is_owned";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(now).bind(until).bind(most).fetch_all(tx.conn()).await?)
}

/// What came of a call.
#[derive(Debug, Clone, Copy)]
pub struct End<'a> {
    /// `sent`, `queued` or `dead`.
    pub status: &'a str,
    pub next: Option<DateTime<Utc>>,
    pub response: Option<i32>,
    pub error: Option<&'a str>,
}

/// Writes down what came of a call, unless another has taken it meanwhile.
pub async fn end(tx: &mut Tx, taken: &Taken, end: End<'_>) -> Result<()> {
    let now = tx.now();
    let sql = "update webhook_deliveries
               set status = $4, next_try_at = $5, response_status = $6, error = $7, version = version + 1,
                   updated_at = $8, sent_at = case when $4 = 'sent' then $8 end
               where tenant_id = $1 and id = $2 and tries = $3 and status = 'queued'";
    sqlx::query(sql)
        .bind(tx.tenant())
        .bind(taken.id)
        .bind(taken.tries)
        .bind(end.status)
        .bind(end.next)
        .bind(end.response)
        .bind(end.error)
        .bind(now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Notes that a webhook answers, or since when it does not. Answers with the latter.
pub async fn note(tx: &mut Tx, webhook: Uuid, answers: bool) -> Result<Option<DateTime<Utc>>> {
    let now = tx.now();
    let sql =
        "insert into webhook_states as s (webhook_id, failing_since) values ($2, case when $3 then null else $4 end)
               on conflict (tenant_id, webhook_id) do update
               set failing_since = case when $3 then null else coalesce(s.failing_since, $4) end
               where s.tenant_id = $1
               returning failing_since";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(webhook).bind(answers).bind(now).fetch_one(tx.conn()).await?)
}

/// Forgets since when a webhook does not answer.
pub async fn forgive(tx: &mut Tx, webhook: Uuid) -> Result<()> {
    let sql = "update webhook_states set failing_since = null where tenant_id = $1 and webhook_id = $2";
    sqlx::query(sql).bind(tx.tenant()).bind(webhook).execute(tx.conn()).await?;
    Ok(())
}

/// Tells a webhook nothing any more; whether it was told until now. What it was still to be told can be replayed.
pub async fn give_up(tx: &mut Tx, webhook: Uuid) -> Result<bool> {
    let now = tx.now();
    let sql =
        "update webhook_deliveries set status = 'dead', next_try_at = null, version = version + 1, updated_at = $3
               where tenant_id = $1 and webhook_id = $2 and status = 'queued'";
    sqlx::query(sql).bind(tx.tenant()).bind(webhook).bind(now).execute(tx.conn()).await?;
    let sql =
        "update webhooks set dead_at = $3, is_active = false where tenant_id = $1 and id = $2 and dead_at is null";
    Ok(sqlx::query(sql).bind(tx.tenant()).bind(webhook).bind(now).execute(tx.conn()).await?.rows_affected() == 1)
}

/// Lets what waited for a webhook to be switched on go now.
pub async fn wake(tx: &mut Tx, webhook: Uuid) -> Result<()> {
    let now = tx.now();
    let sql = "update webhook_deliveries set next_try_at = $3
               where tenant_id = $1 and webhook_id = $2 and status = 'queued'";
    sqlx::query(sql).bind(tx.tenant()).bind(webhook).bind(now).execute(tx.conn()).await?;
    Ok(())
}

/// What a webhook's calls are signed with. It follows from the server's own secret, so that nobody finds it in the
/// database.
pub fn secret(db: &Db, tenant: TenantId, webhook: Uuid, number: i32) -> Result<Vec<u8>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(db.secret()).map_err(Error::unexpected)?;
    mac.update(format!("webhook {tenant} {webhook} {number}").as_bytes());
    Ok(mac.finalize().into_bytes().to_vec())
}

/// The next secret, from now on.
pub async fn rotate(tx: &mut Tx, webhook: Uuid) -> Result<i32> {
    let sql = "insert into webhook_states as s (webhook_id, secret_number) values ($2, 2)
               on conflict (tenant_id, webhook_id) do update set secret_number = s.secret_number + 1
               where s.tenant_id = $1 returning secret_number";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(webhook).fetch_one(tx.conn()).await?)
}

/// So many calls are told once more at once.
const MOST_REPLAYED: i64 = 10_000;

/// Puts calls into the queue once more: these, or all since a time, the first first. How many they were, and how many
/// that leaves.
pub async fn replay(
    tx: &mut Tx,
    webhook: Uuid,
    ids: Option<&[Uuid]>,
    since: Option<DateTime<Utc>>,
) -> Result<(i64, i64)> {
    let now = tx.now();
    let sql = "with wanted as (
                   select id, row_number() over (order by created_at, id) as place from webhook_deliveries
                   where tenant_id = $1 and webhook_id = $2 and status <> 'queued'
                     and ($3::uuid[] is null or id = any($3)) and ($4::timestamptz is null or created_at >= $4)),
               told as (
                   update webhook_deliveries d
                   set status = 'queued', tries = 0, next_try_at = $5, error = null, response_status = null,
                       sent_at = null, version = version + 1, updated_at = $5
                   from wanted w where d.tenant_id = $1 and d.id = w.id and w.place <= $6 returning 1)
               select (select count(*) from told), (select count(*) from wanted where place > $6)";
    let done = sqlx::query_as(sql).bind(tx.tenant()).bind(webhook).bind(ids).bind(since).bind(now).bind(MOST_REPLAYED);
    Ok(done.fetch_one(tx.conn()).await?)
}

/// Whose webhook was told this by this call.
pub async fn owner_of(tx: &mut Tx, webhook: Uuid, call: Uuid) -> Result<Option<UserId>> {
    let sql = "select w.owner_id from webhook_deliveries d
               join webhooks w on w.tenant_id = d.tenant_id and w.id = d.webhook_id
               where d.tenant_id = $1 and d.webhook_id = $2 and d.id = $3 and w.deleted_at is null";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(webhook).bind(call).fetch_optional(tx.conn()).await?)
}

/// What a webhook was told by one call.
pub async fn payload(tx: &mut Tx, call: Uuid) -> Result<Option<String>> {
    let sql = "select payload from webhook_deliveries where tenant_id = $1 and id = $2";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(call).fetch_optional(tx.conn()).await?)
}
