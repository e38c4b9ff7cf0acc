//! Follow-up plans.

use chrono::{DateTime, NaiveDate, Utc};
use guanxi_domain::{
    Permission, Result, UserId,
    activities::plan::{self, PlanSource, PlanStatus},
    fields::Kind,
};
use sqlx::FromRow;
use uuid::Uuid;

use super::about;
use crate::{Action, Column, Record, ScopeRule, Table, Tx};

pub struct Plan;

const OPEN: &[&str] = &["planned", "in_progress", "missed"];

impl Record for Plan {
    const READ: Permission = plan::READ;
    const TABLE: &'static Table = &Table {
        name: "follow_up_plans",
        noun: "follow_up_plan",
        label: ["跟进计划", "Follow-up plan"],
        columns: &[
            about::SUBJECT.required().once(),
            about::SUBJECT_ID.required().once(),
            Column::new("planned_at", Kind::Timestamp, "计划时间", "Planned for").required(),
            Column::new("method", Kind::Dictionary("activity_kind"), "跟进方式", "Method").required(),
            Column::new("content", Kind::LongText, "内容", "Content").required().max(5000),
            Column::new("status", Kind::Choice(PlanStatus::WORDS), "状态", "Status").filled().state(),
            about::OWNER_ID.filled().once(),
            about::OWNER_NAME,
            about::DEPARTMENT_ID,
            about::DEPARTMENT_NAME,
            about::LEAD_ID,
            about::LEAD_NAME,
            about::CUSTOMER_ID,
            about::CUSTOMER_NAME,
            about::CONTACT_ID.once(),
            about::CONTACT_NAME,
            about::OPPORTUNITY_ID,
            about::OPPORTUNITY_NAME,
            Column::new("remind_before_min", Kind::Int, "提前提醒（分钟）", "Minutes of warning").filled(),
            Column::new("recurrence", Kind::Text, "重复", "Comes again").max(200).once(),
            Column::new("series_id", Kind::Id, "重复系列", "Series").never(),
            Column::new("source", Kind::Choice(PlanSource::WORDS), "来源", "Source").filled().never(),
            Column::new("playbook_id", Kind::Reference("playbooks"), "跟进策略", "Playbook").never(),
            Column::new("closing_technique", Kind::LongText, "促单方法", "Closing technique").never(),
            Column::new("material", Kind::Text, "资料", "Material").never(),
            Column::new("cancel_reason", Kind::LongText, "取消原因", "Reason for cancelling").state(),
            Column::new("done_at", Kind::Timestamp, "完成时间", "Done at").never(),
            Column::new("done_late", Kind::Bool, "逾期完成", "Done late").never(),
            Column::new("activity_id", Kind::Reference("activities"), "跟进记录", "Activity").never(),
        ],
        scope: ScopeRule::Owned { pool: None, team: None },
        actions: &[
            Action::new("update", plan::UPDATE).when(OPEN),
            Action::new("start", plan::UPDATE).when(&["planned", "missed"]),
            Action::new("complete", plan::UPDATE).when(OPEN),
            Action::new("cancel", plan::UPDATE).when(OPEN),
            Action::new("delete", plan::DELETE),
        ],
        sort: "-planned_at",
        shown: &["planned_at", "method", "customer_name", "lead_name", "content", "status", "owner_name"],
        added: &[],
        searchable: false,
        internal: &["planned_on", "remind_at", "reminded_at"],
    };
}

/// A plan whose time to be told of has come, or whose day went by.
#[derive(Debug, Clone, FromRow, serde::Serialize)]
pub struct Told {
    pub id: Uuid,
    pub owner_id: UserId,
    pub planned_at: DateTime<Utc>,
    pub planned_on: NaiveDate,
    pub content: String,
    pub lead_id: Option<Uuid>,
    pub customer_id: Option<Uuid>,
}

/// Notes of all plans whose time of warning has come that their owners are told now.
pub async fn remind(tx: &mut Tx) -> Result<Vec<Told>> {
    let now = tx.now();
    let sql = "update follow_up_plans set reminded_at = $2
               where tenant_id = $1 and status in ('planned', 'in_progress') and reminded_at is null
                 and remind_at <= $2 and deleted_at is null
               returning id, owner_id, planned_at, planned_on, content, lead_id, customer_id";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(now).fetch_all(tx.conn()).await?)
}

/// Lets all plans count as missed whose day went by untouched.
pub async fn miss(tx: &mut Tx, today: NaiveDate) -> Result<Vec<Told>> {
    let sql = "update follow_up_plans set status = 'missed'
               where tenant_id = $1 and status = 'planned' and planned_on < $2 and deleted_at is null
               returning id, owner_id, planned_at, planned_on, content, lead_id, customer_id";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(today).fetch_all(tx.conn()).await?)
}

/// The later plans of a series that are still to be done.
pub async fn rest_of_series(tx: &mut Tx, series: Uuid, after: DateTime<Utc>) -> Result<Vec<Uuid>> {
    let sql = "select id from follow_up_plans where tenant_id = $1 and series_id = $2 and planned_at > $3
                 and status in ('planned', 'in_progress', 'missed') and deleted_at is null order by id";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(series).bind(after).fetch_all(tx.conn()).await?)
}

/// The steps of playbooks that are still to be done with a record.
pub async fn open_steps(tx: &mut Tx, record: Uuid) -> Result<Vec<(Uuid, Option<Uuid>, UserId)>> {
    let sql = "select id, playbook_id, owner_id from follow_up_plans
               where tenant_id = $1 and (lead_id = $2 or customer_id = $2) and source = 'playbook'
                 and status in ('planned', 'in_progress', 'missed') and deleted_at is null order by id for update";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(record).fetch_all(tx.conn()).await?)
}

/// Whether a playbook was begun with a record by whoever has it now, since he has it.
pub async fn was_laid(tx: &mut Tx, record: Uuid, playbook: Uuid, owner: UserId) -> Result<bool> {
    let sql = "select exists (
                   select 1 from follow_up_plans p
                   where p.tenant_id = $1 and (p.lead_id = $2 or p.customer_id = $2) and p.playbook_id = $3
                     and p.owner_id = $4 and p.status <> 'cancelled' and p.deleted_at is null
                     and p.created_at >= coalesce(
                         (select owned_since from customers where tenant_id = $1 and id = $2),
                         (select owned_since from leads where tenant_id = $1 and id = $2)))";
    let sql = sqlx::query_scalar(sql).bind(tx.tenant()).bind(record).bind(playbook).bind(owner);
    Ok(sql.fetch_one(tx.conn()).await?)
}

/// Cancels plans that nobody is to carry out any more; one that was carried out meanwhile stays so.
pub async fn cancel(tx: &mut Tx, ids: &[Uuid], reason: &str) -> Result<()> {
    let sql = "update follow_up_plans set status = 'cancelled', cancel_reason = $3
               where tenant_id = $1 and id = any($2) and status in ('planned', 'in_progress', 'missed')";
    sqlx::query(sql).bind(tx.tenant()).bind(ids).bind(reason).execute(tx.conn()).await?;
    Ok(())
}
