//! Activities.

use guanxi_domain::{
    Permission, Result,
    access::{customer, lead, opportunity},
    activities::activity::{self, Direction},
    fields::Kind,
};
use uuid::Uuid;

use super::about;
use crate::{
    Action, Column, Record, ScopeRule, Table, Tx, customers::customer::Customer, leads::Lead,
    opportunities::opportunity::Opportunity, table::named,
};

pub struct Activity;

impl Record for Activity {
    const READ: Permission = activity::READ;
    const TABLE: &'static Table = &Table {
        name: "activities",
        noun: "activity",
        label: ["跟进记录", "Activity"],
        columns: &[
            about::SUBJECT.required().once(),
            about::SUBJECT_ID.required().once(),
            Column::new("kind", Kind::Dictionary("activity_kind"), "跟进方式", "Kind").required(),
            Column::new("direction", Kind::Choice(Direction::WORDS), "方向", "Direction").filled(),
            Column::new("content", Kind::LongText, "内容", "Content").required().max(5000),
            Column::new("outcome", Kind::Dictionary("activity_outcome"), "结果", "Outcome"),
            Column::new("occurred_at", Kind::Timestamp, "发生时间", "When").filled(),
            Column::new("duration_s", Kind::Int, "时长（秒）", "Seconds"),
            Column::new("participant_ids", Kind::Ids("users"), "参与人", "Participants").filled(),
            Column::new("location", Kind::Text, "地点", "Place").max(200),
            Column::new("attachments", Kind::Json, "附件", "Attachments").filled(),
            Column::new("next_contact_at", Kind::Timestamp, "下次联系时间", "Next contact"),
            Column::new("counts_as_contact", Kind::Bool, "计为有效跟进", "Counts as contact").filled().never(),
            about::LEAD_ID,
            about::LEAD_NAME,
            about::CUSTOMER_ID,
            about::CUSTOMER_NAME,
            about::CONTACT_ID.once(),
            about::CONTACT_NAME,
            about::OPPORTUNITY_ID,
            about::OPPORTUNITY_NAME,
            Column::new("plan_id", Kind::Reference("follow-up-plans"), "跟进计划", "Plan").never(),
            Column::new("created_by_name", Kind::Text, "跟进人", "Author").named(named!("users", "created_by")),
            Column::new("system", Kind::Bool, "系统记录", "Written by the system").filled().never(),
        ],
        scope: ScopeRule::Through(&[
            ("customer_id", Customer::TABLE, customer::READ),
            ("lead_id", Lead::TABLE, lead::READ),
            ("opportunity_id", Opportunity::TABLE, opportunity::READ),
        ]),
        actions: &[Action::new("update", activity::UPDATE), Action::new("delete", activity::DELETE)],
        sort: "-occurred_at",
        shown: &["occurred_at", "kind", "customer_name", "lead_name", "content", "outcome", "created_by_name"],
        added: &[],
        searchable: false,
        internal: &[],
    };
}

/// How many activities a customer has, at most 10,000.
pub async fn count_of(tx: &mut Tx, customer: Uuid) -> Result<i64> {
    let sql = "select count(*) from (select 1 from activities
               where tenant_id = $1 and customer_id = $2 and deleted_at is null limit 10000) found";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(customer).fetch_one(tx.conn()).await?)
}
