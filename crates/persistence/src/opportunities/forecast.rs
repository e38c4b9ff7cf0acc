//! Forecasts that people submitted.

use guanxi_domain::{Permission, Result, UserId, fields::Kind, opportunities::forecast};
use serde_json::Value;
use uuid::Uuid;

use crate::{Action, Column, Record, ScopeRule, Table, Tx, table::named};

pub struct Forecast;

impl Record for Forecast {
    const READ: Permission = forecast::READ;
    const TABLE: &'static Table = &Table {
        name: "forecasts",
        noun: "forecast",
        label: ["销售预测", "Forecast"],
        columns: &[
            Column::new("period", Kind::Text, "期间", "Period").filled().never(),
            Column::new("from_on", Kind::Date, "开始日期", "From").filled().never(),
            Column::new("until_on", Kind::Date, "结束日期（不含）", "Until").filled().never(),
            Column::new("owner_id", Kind::User, "负责人", "Owner").filled().never(),
            Column::new("owner_name", Kind::Text, "负责人", "Owner").named(named!("users", "owner_id")),
            Column::new("owner_department_id", Kind::Department, "负责部门", "Owner's department").never(),
            Column::new("owner_department_name", Kind::Text, "负责部门", "Owner's department")
                .named(named!("departments", "owner_department_id")),
            Column::new("figures", Kind::Json, "系统汇总", "Figures").filled().never(),
            Column::new("opportunity_ids", Kind::Ids("opportunities"), "商机", "Opportunities").filled().never(),
            Column::new("commit_amount", Kind::Money, "承诺预测", "Commit forecast").never(),
            Column::new("best_case_amount", Kind::Money, "最佳预测", "Best-case forecast").never(),
            Column::new("comment", Kind::LongText, "说明", "Comment").never(),
            Column::new("submitted_at", Kind::Timestamp, "提交时间", "Submitted").filled().never(),
            Column::new("override_commit", Kind::Money, "主管调整承诺", "Commit, overridden").never(),
            Column::new("override_best_case", Kind::Money, "主管调整最佳", "Best case, overridden").never(),
            Column::new("override_note", Kind::LongText, "调整说明", "Why overridden").never(),
            Column::new("overridden_by", Kind::User, "调整人", "Overridden by").never(),
            Column::new("overridden_by_name", Kind::Text, "调整人", "Overridden by")
                .named(named!("users", "overridden_by")),
            Column::new("overridden_at", Kind::Timestamp, "调整时间", "Overridden").never(),
        ],
        scope: ScopeRule::Owned { pool: None, team: None },
        actions: &[Action::new("override", forecast::OVERRIDE)],
        sort: "-submitted_at",
        shown: &["period", "owner_name", "commit_amount", "best_case_amount", "override_commit", "submitted_at"],
        added: &[],
        searchable: false,
        internal: &[],
    };
}

/// What somebody submitted for a period, locked.
pub async fn find(tx: &mut Tx, owner: UserId, period: &str) -> Result<Option<Uuid>> {
    let sql = "select id from forecasts where tenant_id = $1 and owner_id = $2 and period = $3 and deleted_at is null
               for update";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(owner).bind(period).fetch_optional(tx.conn()).await?)
}

/// What people are called.
pub async fn names(tx: &mut Tx, users: &[UserId]) -> Result<Vec<(UserId, String)>> {
    let sql = "select id, name from users where tenant_id = $1 and id = any($2)";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(users).fetch_all(tx.conn()).await?)
}

/// A submission as it stands beside the figures of today.
pub fn summary(row: &serde_json::Map<String, Value>) -> Value {
    const SHOWN: [&str; 9] = [
        "id",
        "commit_amount",
        "best_case_amount",
        "comment",
        "submitted_at",
        "override_commit",
        "override_best_case",
        "override_note",
        "overridden_by_name",
    ];
    SHOWN
        .iter()
        .filter_map(|key| Some(((*key).to_owned(), row.get(*key)?.clone())))
        .collect::<serde_json::Map<_, _>>()
        .into()
}
