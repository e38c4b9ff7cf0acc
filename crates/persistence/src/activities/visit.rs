//! Visits.

use guanxi_domain::{
    Permission, Result,
    activities::visit::{self, VisitStatus},
    fields::Kind,
};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::about;
use crate::{Action, Column, Record, ScopeRule, Table, Tx};

pub struct Visit;

impl Record for Visit {
    const READ: Permission = visit::READ;
    const TABLE: &'static Table = &Table {
        name: "visits",
        noun: "visit",
        label: ["拜访签到", "Visit"],
        columns: &[
            about::SUBJECT.required().once(),
            about::SUBJECT_ID.required().once(),
            Column::new("status", Kind::Choice(VisitStatus::WORDS), "状态", "Status").filled().state(),
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
            Column::new("plan_id", Kind::Reference("follow-up-plans"), "跟进计划", "Plan").once(),
            Column::new("check_in_at", Kind::Timestamp, "签到时间", "Checked in at").never(),
            Column::new("check_in_lat", Kind::Decimal, "签到纬度", "Latitude of check-in").never(),
            Column::new("check_in_lng", Kind::Decimal, "签到经度", "Longitude of check-in").never(),
            Column::new("check_in_address", Kind::Text, "签到地址", "Place of check-in").never(),
            Column::new("photos", Kind::Json, "签到照片", "Photos").filled().never(),
            Column::new("check_out_at", Kind::Timestamp, "签退时间", "Checked out at").never(),
            Column::new("check_out_lat", Kind::Decimal, "签退纬度", "Latitude of check-out").never(),
            Column::new("check_out_lng", Kind::Decimal, "签退经度", "Longitude of check-out").never(),
            Column::new("check_out_address", Kind::Text, "签退地址", "Place of check-out").never(),
            Column::new("minutes", Kind::Int, "时长（分钟）", "Minutes").never(),
            Column::new("distance_m", Kind::Int, "距客户（米）", "Metres from the customer").never(),
            Column::new("flagged", Kind::Bool, "位置异常", "Too far away").filled().never(),
            Column::new("activity_id", Kind::Reference("activities"), "跟进记录", "Activity").never(),
        ],
        scope: ScopeRule::Owned { pool: None, team: None },
        actions: &[
            Action::new("check-in", visit::UPDATE).when(&["planned"]),
            Action::new("check-out", visit::UPDATE).when(&["checked_in"]),
            Action::new("delete", visit::DELETE).when(&["planned"]),
        ],
        sort: "-created_at",
        shown: &[
            "customer_name",
            "lead_name",
            "owner_name",
            "check_in_at",
            "minutes",
            "distance_m",
            "flagged",
            "status",
        ],
        added: &[],
        searchable: false,
        internal: &[],
    };
}

/// Where a customer is, as far as that is known.
pub async fn place_of(tx: &mut Tx, customer: Uuid) -> Result<Option<(Decimal, Decimal)>> {
    let sql = "select lat, lng from customers where tenant_id = $1 and id = $2 and lat is not null and lng is not null";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(customer).fetch_optional(tx.conn()).await?)
}
