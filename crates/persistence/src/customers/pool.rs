//! The pools of the public sea.

use guanxi_domain::{Permission, Result, customers::pool, fields::Kind};
use serde_json::Value;
use uuid::Uuid;

use crate::{Action, Column, Record, ScopeRule, Table, Tx, ownership::pool_columns};

pub struct CustomerPool;

impl Record for CustomerPool {
    const READ: Permission = pool::READ;
    const TABLE: &'static Table = &Table {
        name: "customer_pools",
        noun: "customer_pool",
        label: ["客户公海", "Customer pool"],
        columns: pool_columns![
            Column::new("member_may_transfer", Kind::Bool, "成员可转移公海", "Members may move to other pools")
                .filled(),
            Column::new("hold_limit", Kind::Int, "每人持有上限", "Held per person"),
            Column::new("dealt_counts", Kind::Bool, "成交客户占用数量", "Customers who bought count").filled(),
            Column::new("clear_team", Kind::Bool, "更换负责人时清空团队", "Clear the team with the owner").filled(),
            Column::new("remind_days", Kind::Int, "回收提前提醒天数", "Days of warning").filled(),
            Column::new("recycle_rules", Kind::Json, "回收规则", "Recycling rules").filled(),
            Column::new("customer_count", Kind::Int, "客户数", "Customers").filled().computed(
                "(select count(*) from (select 1 from customers c where c.tenant_id = t.tenant_id and c.pool_id = t.id
                  and c.deleted_at is null limit 10000) held)",
            ),
        ],
        scope: ScopeRule::Tenant,
        actions: &[Action::new("update", pool::UPDATE), Action::new("delete", pool::DELETE)],
        sort: "name",
        shown: &["name", "enabled", "is_default", "daily_limit", "customer_count"],
        added: &[],
        searchable: false,
        internal: &["recycle_not_before"],
    };
}

/// Moves the origin of customers from a pool that goes to the default one.
pub async fn forget_origin(tx: &mut Tx, pool: Uuid, instead: Uuid) -> Result<()> {
    let sql =
        "update customers set origin_pool_id = $3 where tenant_id = $1 and origin_pool_id = $2 and pool_id is null";
    sqlx::query(sql).bind(tx.tenant()).bind(pool).bind(instead).execute(tx.conn()).await?;
    Ok(())
}

/// The default pool of a new organisation.
pub async fn set_up(tx: &mut Tx, name: &str, rules: Value) -> Result<Uuid> {
    let id = Uuid::now_v7();
    let sql = "insert into customer_pools (id, name, is_default, recycle_rules) values ($1, $2, true, $3)";
    sqlx::query(sql).bind(id).bind(name).bind(rules).execute(tx.conn()).await?;
    Ok(id)
}
