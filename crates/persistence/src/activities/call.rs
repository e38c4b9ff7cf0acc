//! Calls and mails, and who has a number or an address.

use chrono::{DateTime, Utc};
use guanxi_domain::{
    DepartmentId, Permission, Result, UserId,
    access::{call, email},
    activities::{
        activity::Direction,
        call::{Hangup, Known},
    },
    fields::Kind,
};
use uuid::Uuid;

use super::about;
use crate::{Action, Column, Record, ScopeRule, Table, Tx};

pub struct Call;

impl Record for Call {
    const READ: Permission = call::READ;
    const TABLE: &'static Table = &Table {
        name: "calls",
        noun: "call",
        label: ["通话记录", "Call"],
        columns: &[
            about::OWNER_ID.filled().once(),
            about::OWNER_NAME,
            about::DEPARTMENT_ID,
            about::DEPARTMENT_NAME,
            Column::new("direction", Kind::Choice(Direction::WORDS), "方向", "Direction").filled().once(),
            Column::new("number", Kind::Phone, "号码", "Number").required().max(200).once(),
            Column::new("started_at", Kind::Timestamp, "开始时间", "Began at").required().once(),
            Column::new("ring_s", Kind::Int, "振铃（秒）", "Seconds of ringing").filled().once(),
            Column::new("talk_s", Kind::Int, "通话（秒）", "Seconds of talk").filled().once(),
            Column::new("connected", Kind::Bool, "已接通", "Connected").filled().once(),
            Column::new("hangup", Kind::Choice(Hangup::WORDS), "挂断方", "Ended by").once(),
            Column::new("recording_url", Kind::Url, "录音", "Recording").max(500).once(),
            Column::new("provider_id", Kind::Text, "话务平台编号", "Id of the provider").max(200).once(),
            about::SUBJECT.never(),
            about::SUBJECT_ID.never(),
            about::LEAD_ID,
            about::LEAD_NAME,
            about::CUSTOMER_ID,
            about::CUSTOMER_NAME,
            about::CONTACT_ID.never(),
            about::CONTACT_NAME,
            about::OPPORTUNITY_ID,
            about::OPPORTUNITY_NAME,
            Column::new("candidates", Kind::Json, "可能的对象", "Who it may have been").filled().never(),
            Column::new("activity_id", Kind::Reference("activities"), "跟进记录", "Activity").never(),
        ],
        scope: ScopeRule::Owned { pool: None, team: None },
        actions: &[Action::new("match", call::CREATE), Action::new("delete", call::DELETE)],
        sort: "-started_at",
        shown: &[
            "started_at",
            "direction",
            "number",
            "customer_name",
            "lead_name",
            "connected",
            "talk_s",
            "owner_name",
        ],
        added: &[],
        searchable: false,
        internal: &["number_norm"],
    };
}

pub struct Email;

impl Record for Email {
    const READ: Permission = email::READ;
    const TABLE: &'static Table = &Table {
        name: "emails",
        noun: "email",
        label: ["邮件记录", "E-mail"],
        columns: &[
            about::OWNER_ID.filled().once(),
            about::OWNER_NAME,
            about::DEPARTMENT_ID,
            about::DEPARTMENT_NAME,
            Column::new("direction", Kind::Choice(Direction::WORDS), "方向", "Direction").filled().once(),
            Column::new("message_id", Kind::Text, "邮件标识", "Message id").required().max(998).unfiltered().once(),
            Column::new("sender", Kind::Email, "发件人", "From").required().max(254).once(),
            Column::new("recipients", Kind::Tags, "收件人", "To").required().once(),
            Column::new("copies", Kind::Tags, "抄送", "Copies").filled().once(),
            Column::new("topic", Kind::LongText, "主题", "Subject").required().max(5000).once(),
            Column::new("snippet", Kind::LongText, "摘要", "Snippet").max(5000).once(),
            Column::new("sent_at", Kind::Timestamp, "发送时间", "Sent at").required().once(),
            Column::new("opened_count", Kind::Int, "打开次数", "Times opened").filled().once(),
            Column::new("lead_ids", Kind::Ids("leads"), "相关线索", "Leads").filled().never(),
            Column::new("customer_ids", Kind::Ids("customers"), "相关客户", "Customers").filled().never(),
            Column::new("contact_ids", Kind::Ids("contacts"), "相关联系人", "Contacts").filled().never(),
            Column::new("activity_ids", Kind::Ids("activities"), "跟进记录", "Activities").filled().never(),
        ],
        scope: ScopeRule::Owned { pool: None, team: None },
        actions: &[Action::new("delete", email::DELETE)],
        sort: "-sent_at",
        shown: &["sent_at", "direction", "sender", "recipients", "topic", "opened_count", "owner_name"],
        added: &[],
        searchable: false,
        internal: &[],
    };
}

/// The call that a provider told of before, and in whose name.
pub async fn told_call(tx: &mut Tx, provider_id: &str) -> Result<Option<(Uuid, Option<UserId>)>> {
    let sql = "select id, created_by from calls where tenant_id = $1 and provider_id = $2";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(provider_id).fetch_optional(tx.conn()).await?)
}

/// The mail that was told of before, and by whom.
pub async fn told_email(tx: &mut Tx, message_id: &str) -> Result<Option<(Uuid, Option<UserId>)>> {
    let sql = "select id, created_by from emails where tenant_id = $1 and message_id = $2";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(message_id).fetch_optional(tx.conn()).await?)
}

/// Lets the same thing be told of by one at a time.
pub async fn alone(tx: &mut Tx, told: &str) -> Result<()> {
    let sql = "select pg_advisory_xact_lock(hashtextextended($1::text || $2, 3))";
    sqlx::query(sql).bind(tx.tenant().to_string()).bind(told).execute(tx.conn()).await?;
    Ok(())
}

type KnownRow = (String, Uuid, String, Option<Uuid>, Option<UserId>);

fn known((object, id, name, customer_id, owner_id): KnownRow) -> Known {
    Known { object, id, name, customer_id, owner_id }
}

/// Who has a telephone number.
pub async fn with_number(tx: &mut Tx, norm: &str) -> Result<Vec<Known>> {
    let sql = "
        (select 'contact' as object, c.id, c.name, c.customer_id, c.owner_id from contacts c
         where c.tenant_id = $1 and c.mobile_norm = $2 and c.deleted_at is null order by c.id limit 20)
        union all
        (select 'customer', c.id, c.name, c.id, c.owner_id from customers c
         where c.tenant_id = $1 and c.match_keys @> array['phone:' || $2] and c.deleted_at is null
           and c.status <> 'merged' order by c.id limit 20)
        union all
        (select 'lead', l.id, l.name, null, l.owner_id from (
             select * from leads where tenant_id = $1 and phone_norm = $2 and deleted_at is null
             union select * from leads where tenant_id = $1 and mobile_norm = $2 and deleted_at is null) l
         where l.status in ('unassigned', 'pending', 'following') order by l.id limit 20)";
    let rows: Vec<KnownRow> = sqlx::query_as(sql).bind(tx.tenant()).bind(norm).fetch_all(tx.conn()).await?;
    Ok(rows.into_iter().map(known).collect())
}

/// Who has one of these addresses.
pub async fn with_addresses(tx: &mut Tx, addresses: &[String]) -> Result<Vec<Known>> {
    let sql = "
        (select 'contact' as object, c.id, c.name, c.customer_id, c.owner_id from contacts c
         where c.tenant_id = $1 and c.email = any($2) and c.deleted_at is null order by c.id limit 50)
        union all
        (select 'customer', c.id, c.name, c.id, c.owner_id from unnest($2::text[]) given (mail), lateral (
             select * from customers where tenant_id = $1 and match_keys @> array['mail:' || given.mail]
               and deleted_at is null and status <> 'merged' limit 20) c)
        union all
        (select 'lead', l.id, l.name, null, l.owner_id from leads l
         where l.tenant_id = $1 and l.email = any($2) and l.deleted_at is null
           and l.status in ('unassigned', 'pending', 'following') order by l.id limit 50)";
    let rows: Vec<KnownRow> = sqlx::query_as(sql).bind(tx.tenant()).bind(addresses).fetch_all(tx.conn()).await?;
    Ok(rows.into_iter().map(known).collect())
}

/// What calls were like in one hour of somebody's days.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Hour {
    pub owner_id: UserId,
    pub owner_name: String,
    /// Of the organisation's clock.
    pub hour: i32,
    pub calls: i64,
    pub outbound: i64,
    pub connected: i64,
    pub reached: i64,
    pub talk_s: i64,
    pub effective: i64,
}

/// The calls between two times, of these people and departments or of all.
pub async fn hours(
    tx: &mut Tx,
    (from, until): (DateTime<Utc>, DateTime<Utc>),
    reach: Option<(&[UserId], &[DepartmentId])>,
    effective_from_s: i32,
) -> Result<Vec<Hour>> {
    let (users, departments) = reach.unwrap_or_default();
    let zone = tx.actor().zone.name();
    let sql = "
        select c.owner_id, coalesce(u.name, '') as owner_name, extract(hour from c.started_at at time zone $7)::int as hour,
            count(*) as calls, count(*) filter (where c.direction = 'out') as outbound,
            count(*) filter (where c.connected) as connected,
            count(*) filter (where c.connected and c.direction = 'out') as reached,
            coalesce(sum(c.talk_s) filter (where c.connected), 0) as talk_s,
            count(*) filter (where c.connected and c.talk_s >= $8) as effective
        from calls c left join users u on u.tenant_id = c.tenant_id and u.id = c.owner_id
        where c.tenant_id = $1 and c.started_at >= $2 and c.started_at < $3 and c.deleted_at is null
          and ($4 or c.owner_id = any($5) or c.owner_department_id = any($6))
        group by 1, 2, 3 order by 2, 1, 3";
    let sql = sqlx::query_as(sql).bind(tx.tenant()).bind(from).bind(until).bind(reach.is_none());
    let sql = sql.bind(users).bind(departments).bind(zone).bind(effective_from_s);
    Ok(sql.fetch_all(tx.conn()).await?)
}
