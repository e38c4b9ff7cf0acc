//! Calendar events, what else a calendar shows, and the secrets under which calendars are read from outside.

use chrono::{DateTime, Utc};
use guanxi_domain::{Permission, Result, UserId, activities::event, fields::Kind};
use serde::Serialize;
use sqlx::FromRow;
use utoipa::ToSchema;
use uuid::Uuid;

use super::about;
use crate::{Action, Column, Record, ScopeRule, Table, Tx};

pub struct CalendarEvent;

impl Record for CalendarEvent {
    const READ: Permission = event::READ;
    const TABLE: &'static Table = &Table {
        name: "calendar_events",
        noun: "calendar_event",
        label: ["日程", "Calendar event"],
        columns: &[
            Column::new("title", Kind::Text, "标题", "Title").required().max(200),
            Column::new("start_at", Kind::Timestamp, "开始时间", "Begins at").required(),
            Column::new("end_at", Kind::Timestamp, "结束时间", "Ends at").required(),
            Column::new("all_day", Kind::Bool, "全天", "All day").filled(),
            Column::new("location", Kind::Text, "地点", "Place").max(200),
            Column::new("content", Kind::LongText, "说明", "Description").max(5000),
            about::OWNER_ID.filled().never(),
            about::OWNER_NAME,
            Column::new("attendee_ids", Kind::Ids("users"), "参与人", "Attendees").filled(),
            Column::new("rsvp", Kind::Json, "回复", "Answers").filled().never(),
            Column::new("reminders", Kind::Json, "提醒（分钟）", "Minutes of warning").filled(),
            Column::new("shared", Kind::Bool, "公开", "Seen by all").filled(),
            Column::new("source", Kind::Text, "来源", "Source").filled().never(),
            about::SUBJECT,
            about::SUBJECT_ID,
            about::LEAD_ID,
            about::LEAD_NAME,
            about::CUSTOMER_ID,
            about::CUSTOMER_NAME,
            about::CONTACT_ID.never(),
            about::CONTACT_NAME,
            about::OPPORTUNITY_ID,
            about::OPPORTUNITY_NAME,
        ],
        scope: ScopeRule::Shared(&["attendee_ids"]),
        actions: &[Action::new("update", event::UPDATE), Action::new("delete", event::DELETE)],
        sort: "-start_at",
        shown: &["title", "start_at", "end_at", "location", "customer_name", "owner_name"],
        added: &[],
        searchable: false,
        internal: &["owner_id"],
    };
}

/// Writes down what an invited person says.
pub async fn answer(tx: &mut Tx, event: Uuid, user: UserId, answer: &str) -> Result<()> {
    let sql = "update calendar_events set rsvp = rsvp || jsonb_build_object($3::text, $4::text)
               where tenant_id = $1 and id = $2";
    sqlx::query(sql).bind(tx.tenant()).bind(event).bind(user.to_string()).bind(answer).execute(tx.conn()).await?;
    Ok(())
}

/// Something that a calendar shows.
#[derive(Debug, Clone, Serialize, FromRow, ToSchema)]
pub struct Entry {
    /// `event`, `plan` or `contact`.
    pub kind: String,
    /// Of the event, the plan, or whom to speak to: `calendar-events`, `follow-up-plans`, `leads`, `customers`.
    pub resource: String,
    pub id: Uuid,
    pub title: String,
    pub start_at: DateTime<Utc>,
    pub end_at: Option<DateTime<Utc>>,
    pub all_day: bool,
    pub location: Option<String>,
    /// The state of a plan; one's own answer to an invitation.
    pub status: Option<String>,
    pub lead_id: Option<Uuid>,
    pub customer_id: Option<Uuid>,
    pub owner_id: Option<UserId>,
    #[serde(skip)]
    pub updated_at: DateTime<Utc>,
}

/// What a person has to do between two times: events that he made or is invited to, his plans, and the contacts that
/// are due, in their order.
pub async fn entries(
    tx: &mut Tx,
    user: UserId,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    most: i64,
) -> Result<Vec<Entry>> {
    let sql = "
        select * from (
            (select 'event' as kind, 'calendar-events' as resource, id, title, start_at, end_at, all_day, location,
                 rsvp ->> $2::text as status, lead_id, customer_id, owner_id, updated_at
             from calendar_events
             where tenant_id = $1 and (owner_id = $2 or attendee_ids @> array[$2]) and deleted_at is null
               and start_at < $4 and end_at > $3 order by start_at limit $5)
            union all
            (select 'plan', 'follow-up-plans', p.id, left(p.content, 200), p.planned_at, null, false, null, p.status,
                 p.lead_id, p.customer_id, p.owner_id, p.updated_at
             from follow_up_plans p
             where p.tenant_id = $1 and p.owner_id = $2 and p.deleted_at is null
               and p.status in ('planned', 'in_progress', 'missed') and p.planned_at >= $3 and p.planned_at < $4
             order by p.planned_at limit $5)
            union all
            (select 'contact', 'customers', c.id, c.name, c.next_contact_at, null, true, null, null, null, c.id,
                 c.owner_id, c.updated_at
             from customers c
             where c.tenant_id = $1 and c.owner_id = $2 and c.deleted_at is null
               and c.next_contact_at >= $3 and c.next_contact_at < $4 order by c.next_contact_at limit $5)
            union all
            (select 'contact', 'leads', l.id, l.name, l.next_contact_at, null, true, null, null, l.id, null,
                 l.owner_id, l.updated_at
             from leads l
             where l.tenant_id = $1 and l.owner_id = $2 and l.deleted_at is null
               and l.next_contact_at >= $3 and l.next_contact_at < $4 order by l.next_contact_at limit $5)) entry
        order by start_at, id limit $5";
    let sql = sqlx::query_as(sql).bind(tx.tenant()).bind(user).bind(from).bind(until).bind(most);
    Ok(sql.fetch_all(tx.conn()).await?)
}

/// Gives a person a new secret for his calendar; an older one opens nothing any more.
pub async fn set_feed(tx: &mut Tx, user: UserId, hash: &[u8]) -> Result<()> {
    let now = tx.now();
    let sql = "insert into calendar_feeds (user_id, secret_hash, created_at) values ($1, $2, $3)
               on conflict (tenant_id, user_id) do update set secret_hash = $2, created_at = $3";
    sqlx::query(sql).bind(user).bind(hash).bind(now).execute(tx.conn()).await?;
    Ok(())
}

pub async fn drop_feed(tx: &mut Tx, user: UserId) -> Result<()> {
    let sql = "delete from calendar_feeds where tenant_id = $1 and user_id = $2";
    sqlx::query(sql).bind(tx.tenant()).bind(user).execute(tx.conn()).await?;
    Ok(())
}

/// The secret of a person's calendar, hashed, and since when it is good.
pub async fn feed(tx: &mut Tx, user: UserId) -> Result<Option<(Vec<u8>, DateTime<Utc>)>> {
    let sql = "select secret_hash, created_at from calendar_feeds where tenant_id = $1 and user_id = $2";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(user).fetch_optional(tx.conn()).await?)
}
