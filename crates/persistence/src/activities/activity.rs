//! Activities.

use chrono::{DateTime, Utc};
use guanxi_domain::{
    DepartmentId, Permission, Result, UserId,
    access::{customer, lead},
    activities::activity::{self, Direction, Subject},
    fields::Kind,
};
use uuid::Uuid;

use crate::{Action, Column, Record, ScopeRule, Table, Tx, customers::customer::Customer, leads::Lead, table::named};

pub struct Activity;

impl Record for Activity {
    const READ: Permission = activity::READ;
    const TABLE: &'static Table = &Table {
        name: "activities",
        noun: "activity",
        label: ["跟进记录", "Activity"],
        columns: &[
            Column::new("subject", Kind::Choice(Subject::WORDS), "对象类型", "About").required().once(),
            Column::new("subject_id", Kind::Id, "对象", "About which").required().once(),
            Column::new("kind", Kind::Dictionary("activity_kind"), "跟进方式", "Kind").required(),
            Column::new("direction", Kind::Choice(Direction::WORDS), "方向", "Direction").filled(),
            Column::new("content", Kind::LongText, "内容", "Content").required().max(5000),
            Column::new("outcome", Kind::Dictionary("activity_outcome"), "结果", "Outcome"),
            Column::new("occurred_at", Kind::Timestamp, "发生时间", "When").filled(),
            Column::new("duration_s", Kind::Int, "时长（秒）", "Seconds"),
            Column::new("participant_ids", Kind::Ids("users"), "参与人", "Participants").filled(),
            Column::new("location", Kind::Text, "地点", "Place").max(200),
            Column::new("next_contact_at", Kind::Timestamp, "下次联系时间", "Next contact"),
            Column::new("counts_as_contact", Kind::Bool, "计为有效跟进", "Counts as contact").filled().never(),
            Column::new("lead_id", Kind::Reference("leads"), "线索", "Lead").never(),
            Column::new("lead_name", Kind::Text, "线索", "Lead")
                .computed("(select l.name from leads l where l.tenant_id = t.tenant_id and l.id = t.lead_id)"),
            Column::new("customer_id", Kind::Reference("customers"), "客户", "Customer").never(),
            Column::new("customer_name", Kind::Text, "客户", "Customer")
                .computed("(select c.name from customers c where c.tenant_id = t.tenant_id and c.id = t.customer_id)"),
            Column::new("contact_id", Kind::Reference("contacts"), "联系人", "Contact").once(),
            Column::new("contact_name", Kind::Text, "联系人", "Contact")
                .computed("(select c.name from contacts c where c.tenant_id = t.tenant_id and c.id = t.contact_id)"),
            Column::new("created_by_name", Kind::Text, "跟进人", "Author").named(named!("users", "created_by")),
            Column::new("system", Kind::Bool, "系统记录", "Written by the system").filled().never(),
        ],
        scope: ScopeRule::Through(&[
            ("customer_id", Customer::TABLE, customer::READ),
            ("lead_id", Lead::TABLE, lead::READ),
        ]),
        actions: &[Action::new("update", activity::UPDATE), Action::new("delete", activity::DELETE)],
        sort: "-occurred_at",
        shown: &["occurred_at", "kind", "customer_name", "lead_name", "content", "outcome", "created_by_name"],
        searchable: false,
        internal: &[],
    };
}

/// Who has what an activity is to be about.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct Holder {
    pub owner_id: Option<UserId>,
    pub owner_department_id: Option<DepartmentId>,
}

pub async fn lead_holder(tx: &mut Tx, id: Uuid) -> Result<Option<Holder>> {
    let sql = "select owner_id, owner_department_id from leads
               where tenant_id = $1 and id = $2 and deleted_at is null for no key update";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(id).fetch_optional(tx.conn()).await?)
}

pub async fn customer_holder(tx: &mut Tx, id: Uuid) -> Result<Option<Holder>> {
    let sql = "select owner_id, owner_department_id from customers
               where tenant_id = $1 and id = $2 and deleted_at is null and status <> 'merged' for no key update";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(id).fetch_optional(tx.conn()).await?)
}

/// Who had a record at a time, by the log of changing hands.
pub async fn owner_at(tx: &mut Tx, record: Uuid, at: DateTime<Utc>) -> Result<Option<UserId>> {
    let sql = "select to_owner_id from claim_log where tenant_id = $1 and record_id = $2 and at <= $3
               order by at desc, id desc limit 1";
    let owner: Option<Option<UserId>> =
        sqlx::query_scalar(sql).bind(tx.tenant()).bind(record).bind(at).fetch_optional(tx.conn()).await?;
    Ok(owner.flatten())
}

/// The department in which somebody works.
pub async fn department_of(tx: &mut Tx, user: UserId) -> Result<Option<DepartmentId>> {
    let sql = "select department_id from users where tenant_id = $1 and id = $2";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(user).fetch_optional(tx.conn()).await?)
}

/// How many activities a customer has, at most 10,000.
pub async fn count_of(tx: &mut Tx, customer: Uuid) -> Result<i64> {
    let sql = "select count(*) from (select 1 from activities
               where tenant_id = $1 and customer_id = $2 and deleted_at is null limit 10000) found";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(customer).fetch_one(tx.conn()).await?)
}
