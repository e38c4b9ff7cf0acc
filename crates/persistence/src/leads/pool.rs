//! Pools of leads.

use guanxi_domain::{
    Permission, Result,
    access::lead_pool::{DELETE, READ, UPDATE},
    fields::Kind,
};
use uuid::Uuid;

use crate::{Action, Column, Record, ScopeRule, Table, Tx, ownership::pool_columns};

pub struct LeadPool;

impl Record for LeadPool {
    const TABLE: &'static Table = &TABLE;
    const READ: Permission = READ;
}

static TABLE: Table = Table {
    name: "lead_pools",
    noun: "lead_pool",
    label: ["线索池", "Lead pool"],
    columns: pool_columns![
        Column::new("auto_assign_rule_id", Kind::Reference("assignment-rules"), "自动分配规则", "Assignment rule"),
        Column::new("auto_assign_rule_name", Kind::Text, "自动分配规则名称", "Name of the assignment rule").computed(
            "(select r.name from assignment_rules r where r.tenant_id = t.tenant_id and r.id = t.auto_assign_rule_id)",
        ),
        Column::new("recycle_enabled", Kind::Bool, "启用自动回收", "Recycles").filled(),
        Column::new("no_followup_days", Kind::Int, "未跟进天数", "Days without follow-up"),
        Column::new("not_converted_days", Kind::Int, "未转化天数", "Days without conversion"),
        Column::new("recycle_mode", Kind::Choice(&["any", "all"]), "回收条件关系", "One reason or all").filled(),
        Column::new("remind_days", Kind::Int, "提前提醒天数", "Days of warning").filled(),
        Column::new("working_days_only", Kind::Bool, "仅计工作日", "Counts working days only").filled(),
        Column::new("exempt_levels", Kind::Tags, "豁免级别", "Levels never recycled").filled(),
        Column::new("exempt_tags", Kind::Tags, "豁免标签", "Tags never recycled").filled(),
        Column::new("exempt_role_ids", Kind::Ids("roles"), "豁免角色", "Roles never recycled from").filled(),
    ],
    scope: ScopeRule::Tenant,
    actions: &[Action::new("update", UPDATE), Action::new("delete", DELETE)],
    sort: "-created_at",
    shown: &["name", "enabled", "is_default", "daily_limit", "prev_owner_freeze_days", "no_followup_days"],
    added: &[],
    searchable: false,
    internal: &["recycle_not_before"],
};

/// The pool that an organisation begins with: everybody's, and the default.
pub async fn insert_first(tx: &mut Tx, id: Uuid) -> Result<()> {
    sqlx::query(
        "insert into lead_pools (id, name, is_default)
         select $1, case when locale like 'zh%' then '默认线索池' else 'Default pool' end, true
         from tenants where id = $2",
    )
    .bind(id)
    .bind(tx.tenant())
    .execute(tx.conn())
    .await?;
    Ok(())
}
