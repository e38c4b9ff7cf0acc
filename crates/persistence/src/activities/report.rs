//! Work reports, and what is counted for them.

use chrono::{DateTime, NaiveDate, Utc};
use guanxi_domain::{
    DepartmentId, Permission, Result, UserId,
    activities::report::{self, ReportKind, ReportStatus},
    fields::Kind,
};
use serde::Serialize;
use sqlx::FromRow;
use utoipa::ToSchema;
use uuid::Uuid;

use super::about;
use crate::{Action, Column, Record, ScopeRule, Table, Tx, table::Told};

pub struct WorkReport;

impl Record for WorkReport {
    const READ: Permission = report::READ;
    const TABLE: &'static Table = &Table {
        name: "work_reports",
        noun: "work_report",
        label: ["工作报告", "Work report"],
        columns: &[
            Column::new("kind", Kind::Choice(ReportKind::WORDS), "类型", "Kind").required().once(),
            Column::new("period_start", Kind::Date, "开始日期", "From").required().once(),
            Column::new("period_end", Kind::Date, "结束日期", "To").filled().never(),
            about::OWNER_ID.filled().never(),
            about::OWNER_NAME,
            about::DEPARTMENT_ID,
            about::DEPARTMENT_NAME,
            Column::new("status", Kind::Choice(ReportStatus::WORDS), "状态", "Status").filled().state(),
            Column::new("stats", Kind::Json, "统计", "Figures").filled().never(),
            Column::new("done", Kind::LongText, "已完成工作", "Done").max(5000),
            Column::new("problems", Kind::LongText, "问题与困难", "Problems").max(5000),
            Column::new("next_plan", Kind::LongText, "下期计划", "What comes next").max(5000),
            Column::new("reviewer_ids", Kind::Ids("users"), "点评人", "Reviewers").filled(),
            Column::new("cc_ids", Kind::Ids("users"), "抄送人", "Copies to").filled(),
            Column::new("submitted_at", Kind::Timestamp, "提交时间", "Submitted at").never(),
            Column::new("late", Kind::Bool, "迟交", "Late").never(),
            Column::new("reviewed_at", Kind::Timestamp, "点评时间", "Reviewed at").never(),
            Column::new("reviewed_by", Kind::User, "点评人", "Reviewed by").never(),
            Column::new("reviewed_by_name", Kind::Text, "点评人", "Reviewed by")
                .named(crate::table::named!("users", "reviewed_by")),
            Column::new("score", Kind::Int, "评分", "Score").state(),
            Column::new("review_note", Kind::LongText, "点评", "Review").state(),
        ],
        scope: ScopeRule::Told(&Told { reviewers: "reviewer_ids", readers: "cc_ids", draft: "draft" }),
        actions: &[
            Action::new("update", report::UPDATE).when(&["draft", "submitted"]),
            Action::new("submit", report::UPDATE).when(&["draft"]),
            Action::new("review", report::REVIEW).when(&["submitted"]),
            Action::new("delete", report::DELETE).when(&["draft"]),
        ],
        sort: "-period_start",
        shown: &["kind", "period_start", "owner_name", "status", "submitted_at", "late", "score"],
        added: &[],
        searchable: false,
        internal: &["owner_id"],
    };
}

/// What somebody did in a time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, FromRow, ToSchema)]
pub struct Stats {
    pub new_leads: i64,
    pub new_customers: i64,
    pub contacts_made: i64,
    pub customers_contacted: i64,
    pub calls: i64,
    pub calls_connected: i64,
    pub talk_s: i64,
    pub visits: i64,
    pub plans_done: i64,
    pub plans_missed: i64,
}

pub async fn stats(tx: &mut Tx, user: UserId, from: DateTime<Utc>, until: DateTime<Utc>) -> Result<Stats> {
    let sql = "
        select
            (select count(*) from leads where tenant_id = $1 and created_by = $2 and created_at >= $3
             and created_at < $4 and deleted_at is null) as new_leads,
            (select count(*) from claim_log where tenant_id = $1 and to_owner_id = $2 and object = 'customer'
             and at >= $3 and at < $4) as new_customers,
            made.contacts_made, made.customers_contacted,
            phoned.calls, phoned.calls_connected, phoned.talk_s,
            (select count(*) from visits where tenant_id = $1 and owner_id = $2 and check_in_at >= $3
             and check_in_at < $4 and deleted_at is null) as visits,
            planned.plans_done, planned.plans_missed
        from (select count(*) as contacts_made, count(distinct coalesce(customer_id, lead_id)) as customers_contacted
              from activities where tenant_id = $1 and created_by = $2 and occurred_at >= $3 and occurred_at < $4
                and counts_as_contact and deleted_at is null) made,
             (select count(*) as calls, count(*) filter (where connected) as calls_connected,
                  coalesce(sum(talk_s), 0) as talk_s
              from calls where tenant_id = $1 and owner_id = $2 and started_at >= $3 and started_at < $4
                and deleted_at is null) phoned,
             (select count(*) filter (where status = 'done') as plans_done,
                  count(*) filter (where status = 'missed') as plans_missed
              from follow_up_plans where tenant_id = $1 and owner_id = $2 and planned_at >= $3 and planned_at < $4
                and deleted_at is null) planned";
    let sql = sqlx::query_as(sql).bind(tx.tenant()).bind(user).bind(from).bind(until);
    Ok(sql.fetch_one(tx.conn()).await?)
}

/// Somebody whose report is not there.
#[derive(Debug, Clone, Serialize, FromRow, ToSchema)]
pub struct Missing {
    pub user_id: UserId,
    pub user_name: String,
    pub department_id: DepartmentId,
}

/// Those of whom a report of this period is expected, because their roles let them write one, and who did not submit
/// it.
pub async fn missing(tx: &mut Tx, kind: &str, from: NaiveDate) -> Result<Vec<Missing>> {
    let sql = "
        select u.id as user_id, u.name as user_name, u.department_id from users u
        where u.tenant_id = $1 and u.status = 'active' and u.deleted_at is null
          and exists (select 1 from roles r where r.tenant_id = $1 and r.id = any(u.role_ids) and not r.code = 'admin'
                      and r.deleted_at is null and r.grants @> '[{\"permission\": \"work_report:create\"}]')
          and not exists (select 1 from work_reports w where w.tenant_id = $1 and w.owner_id = u.id and w.kind = $2
                          and w.period_start = $3 and w.status <> 'draft' and w.deleted_at is null)
        order by u.name, u.id";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(kind).bind(from).fetch_all(tx.conn()).await?)
}

/// Whether such reports are written here at all: nobody is reminded of what nobody does.
pub async fn is_written(tx: &mut Tx, kind: &str) -> Result<bool> {
    let sql = "select exists (select 1 from work_reports where tenant_id = $1 and kind = $2 and deleted_at is null)";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(kind).fetch_one(tx.conn()).await?)
}

/// Notes that somebody is told that his report is missing; false if he was told before.
pub async fn notice(tx: &mut Tx, user: UserId, kind: &str, from: NaiveDate) -> Result<bool> {
    let sql =
        "insert into work_report_notices (user_id, kind, period_start) values ($1, $2, $3) on conflict do nothing";
    Ok(sqlx::query(sql).bind(user).bind(kind).bind(from).execute(tx.conn()).await?.rows_affected() == 1)
}

/// The report that somebody has of a period already.
pub async fn existing(tx: &mut Tx, user: UserId, kind: &str, from: NaiveDate) -> Result<Option<Uuid>> {
    let sql = "select id from work_reports where tenant_id = $1 and owner_id = $2 and kind = $3
                 and period_start = $4 and deleted_at is null";
    let sql = sqlx::query_scalar(sql).bind(tx.tenant()).bind(user).bind(kind).bind(from);
    Ok(sql.fetch_optional(tx.conn()).await?)
}
