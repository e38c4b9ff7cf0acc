//! What somebody has to do now, from all places where that is kept, in one statement.

use chrono::{DateTime, NaiveDate, Utc};
use guanxi_domain::{Result, UserId};
use serde::Serialize;
use sqlx::FromRow;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::Tx;

/// More than this nobody counts.
pub const MOST: i64 = 100;

#[derive(Debug, Clone, Serialize, FromRow, ToSchema)]
pub struct Todo {
    #[serde(skip)]
    pub kind: String,
    pub resource: String,
    pub id: Uuid,
    pub title: String,
    pub at: DateTime<Utc>,
    /// What it is hidden by: when this changes, it comes back.
    pub date: String,
    /// How many there are of this kind and resource.
    #[serde(skip)]
    pub count: i64,
}

/// The times between which a day lies, and what else is asked with.
#[derive(Debug, Clone)]
pub struct Asked {
    pub user: UserId,
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
    /// How many of each kind are shown.
    pub shown: i64,
    /// The kinds of report that he writes, and the first dates of the periods that are due.
    pub reports: Vec<String>,
    pub periods: Vec<NaiveDate>,
}

macro_rules! branch {
    ($kind:literal, $resource:literal, $title:literal, $at:literal, $date:literal, $from:expr) => {
        concat!(
            "(select '",
            $kind,
            "' as kind, '",
            $resource,
            "' as resource, found.*, count(*) over () as count from (select t.id, ",
            $title,
            " as title, ",
            $at,
            " as at, (",
            $date,
            ")::text as date from ",
            $from,
            " and not exists (select 1 from todo_dismissals d where d.tenant_id = $1 and d.user_id = $2 and d.kind = '",
            $kind,
            "' and d.record_id = t.id and d.date = (",
            $date,
            ")::text) order by ",
            $at,
            ", t.id limit 101) found order by at, id limit $5)"
        )
    };
}

macro_rules! contacts {
    ($kind:literal, $records:literal, $when:literal) => {
        branch!(
            $kind,
            $records,
            "t.name",
            "t.next_contact_at",
            "t.next_contact_at",
            concat!($records, " t where t.tenant_id = $1 and t.owner_id = $2 and t.deleted_at is null and ", $when)
        )
    };
}

const ALL: &str = concat!(
    contacts!("contact_today", "customers", "t.next_contact_at >= $3 and t.next_contact_at < $4"),
    " union all ",
    contacts!("contact_today", "leads", "t.next_contact_at >= $3 and t.next_contact_at < $4"),
    " union all ",
    contacts!("contact_overdue", "customers", "t.next_contact_at < $3"),
    " union all ",
    contacts!("contact_overdue", "leads", "t.next_contact_at < $3"),
    " union all ",
    branch!(
        "untouched",
        "customers",
        "t.name",
        "t.owned_since",
        "t.owned_since",
        "customers t where t.tenant_id = $1 and t.owner_id = $2 and t.last_activity_at is null
         and t.deleted_at is null"
    ),
    " union all ",
    branch!(
        "untouched",
        "leads",
        "t.name",
        "t.owned_since",
        "t.owned_since",
        "leads t where t.tenant_id = $1 and t.owner_id = $2 and t.status = 'pending' and t.deleted_at is null"
    ),
    " union all ",
    branch!(
        "plans_today",
        "follow-up-plans",
        "left(t.content, 200)",
        "t.planned_at",
        "t.planned_at",
        "follow_up_plans t where t.tenant_id = $1 and t.owner_id = $2 and t.deleted_at is null
         and t.status in ('planned', 'in_progress', 'missed') and t.planned_at >= $3 and t.planned_at < $4"
    ),
    " union all ",
    branch!(
        "plans_missed",
        "follow-up-plans",
        "left(t.content, 200)",
        "t.planned_at",
        "t.planned_at",
        "follow_up_plans t where t.tenant_id = $1 and t.owner_id = $2 and t.deleted_at is null
         and t.status in ('planned', 'in_progress', 'missed') and t.planned_at < $3"
    ),
    " union all ",
    branch!(
        "events_today",
        "calendar-events",
        "t.title",
        "t.start_at",
        "t.start_at",
        "calendar_events t where t.tenant_id = $1 and (t.owner_id = $2 or t.attendee_ids @> array[$2])
         and t.deleted_at is null and t.start_at >= $3 and t.start_at < $4"
    ),
    " union all ",
    branch!(
        "report_missing",
        "work-reports",
        "t.kind",
        "t.period_start::timestamp at time zone $8",
        "t.kind || ' ' || t.period_start",
        "(select $2 as id, kind, period_start from unnest($6::text[], $7::date[]) due (kind, period_start)
          where exists (select 1 from work_reports w where w.tenant_id = $1 and w.kind = due.kind
                        and w.deleted_at is null)
            and not exists (select 1 from work_reports w where w.tenant_id = $1 and w.owner_id = $2
                            and w.kind = due.kind and w.period_start = due.period_start and w.status <> 'draft'
                            and w.deleted_at is null)) t where true"
    ),
);

/// The first to-dos of each kind and resource with how many there are.
pub async fn all(tx: &mut Tx, asked: &Asked) -> Result<Vec<Todo>> {
    let (tenant, zone) = (tx.tenant(), tx.actor().zone.name());
    let sql = sqlx::query_as(ALL)
        .bind(tenant)
        .bind(asked.user)
        .bind(asked.from)
        .bind(asked.until)
        .bind(asked.shown)
        .bind(&asked.reports)
        .bind(&asked.periods)
        .bind(zone);
    Ok(sql.fetch_all(tx.conn()).await?)
}

/// Hides a to-do until its date changes.
pub async fn dismiss(tx: &mut Tx, user: UserId, kind: &str, record: Uuid, date: &str) -> Result<()> {
    let now = tx.now();
    let sql = "insert into todo_dismissals (user_id, kind, record_id, date, at) values ($1, $2, $3, $4, $5)
               on conflict (tenant_id, user_id, kind, record_id, date) do update set at = $5";
    sqlx::query(sql).bind(user).bind(kind).bind(record).bind(date).bind(now).execute(tx.conn()).await?;
    Ok(())
}

/// What somebody hid of one kind, and the dates that it had.
pub async fn dismissed(tx: &mut Tx, user: UserId, kind: &str) -> Result<Vec<(Uuid, String)>> {
    let sql = "select record_id, date from todo_dismissals where tenant_id = $1 and user_id = $2 and kind = $3";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(user).bind(kind).fetch_all(tx.conn()).await?)
}

/// Forgets what was hidden long ago.
pub async fn forget(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64> {
    let sql = "delete from todo_dismissals where tenant_id = $1 and at < $2";
    Ok(sqlx::query(sql).bind(tx.tenant()).bind(before).execute(tx.conn()).await?.rows_affected())
}

/// How many contacts of one person wait.
#[derive(Debug, Clone, Serialize, FromRow)]
pub struct Waiting {
    pub owner_id: UserId,
    pub today: i64,
    pub overdue: i64,
}

/// Everybody whose contacts are due today or before.
pub async fn waiting(tx: &mut Tx, from: DateTime<Utc>, until: DateTime<Utc>) -> Result<Vec<Waiting>> {
    let sql = "
        select owner_id, count(*) filter (where next_contact_at >= $2) as today,
            count(*) filter (where next_contact_at < $2) as overdue
        from (select owner_id, next_contact_at from customers
              where tenant_id = $1 and owner_id is not null and next_contact_at < $3 and deleted_at is null
              union all
              select owner_id, next_contact_at from leads
              where tenant_id = $1 and owner_id is not null and next_contact_at < $3 and deleted_at is null) due
        group by owner_id order by owner_id";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(from).bind(until).fetch_all(tx.conn()).await?)
}
