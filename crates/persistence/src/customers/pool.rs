//! The pools of the public sea.

use guanxi_domain::{Permission, Result, customers::pool, fields::Kind};
use serde_json::Value;
use uuid::Uuid;

use crate::{Action, Column, Record, ScopeRule, Table, Tx};

pub struct CustomerPool;

impl Record for CustomerPool {
    const READ: Permission = pool::READ;
    const TABLE: &'static Table = &Table {
        name: "customer_pools",
        noun: "customer_pool",
        label: ["客户公海", "Customer pool"],
        columns: &[
            Column::new("name", Kind::Text, "名称", "Name").required().max(200),
            Column::new("description", Kind::LongText, "说明", "Description").max(1000),
            Column::new("enabled", Kind::Bool, "启用", "Enabled").filled(),
            Column::new("is_default", Kind::Bool, "默认公海", "Default").filled(),
            Column::new("user_ids", Kind::Ids("users"), "成员", "Members").filled(),
            Column::new("role_ids", Kind::Ids("roles"), "成员角色", "Member roles").filled(),
            Column::new("department_ids", Kind::Ids("departments"), "成员部门", "Member departments").filled(),
            Column::new("admin_ids", Kind::Ids("users"), "管理员", "Administrators").filled(),
            Column::new("visible_to_members", Kind::Bool, "成员可见", "Visible to members").filled(),
            Column::new("masked_fields", Kind::Tags, "领取前隐藏的字段", "Fields covered until claimed").filled(),
            Column::new("members_may_claim", Kind::Bool, "成员可领取", "Members may claim").filled(),
            Column::new("member_may_transfer", Kind::Bool, "成员可转移公海", "Members may move to other pools")
                .filled(),
            Column::new("daily_limit", Kind::Int, "每日领取上限", "Claims a day"),
            Column::new("prev_owner_freeze_days", Kind::Int, "前负责人冷冻天数", "Days a former owner waits").filled(),
            Column::new("new_data_wait_days", Kind::Int, "新数据等待天数", "Days before it may be claimed").filled(),
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
        searchable: false,
        internal: &["recycle_not_before"],
    };
}

/// The pool where customers go for whom there is no better one.
pub async fn default_pool(tx: &mut Tx) -> Result<Option<Uuid>> {
    let sql = "select id from customer_pools where tenant_id = $1 and is_default and deleted_at is null";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).fetch_optional(tx.conn()).await?)
}

/// Takes the default away from whichever pool has it, before another one becomes it.
pub async fn clear_default(tx: &mut Tx) -> Result<()> {
    let sql = "update customer_pools set is_default = false where tenant_id = $1 and is_default and deleted_at is null";
    sqlx::query(sql).bind(tx.tenant()).execute(tx.conn()).await?;
    Ok(())
}

/// How many customers lie in a pool. Those in the recycle bin do not count: restored, they go into the default pool if
/// this one is gone.
pub async fn held(tx: &mut Tx, pool: Uuid) -> Result<i64> {
    let sql = "select count(*) from customers where tenant_id = $1 and pool_id = $2 and deleted_at is null";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(pool).fetch_one(tx.conn()).await?)
}

/// How many pools other than this one are in use.
pub async fn others_enabled(tx: &mut Tx, pool: Uuid) -> Result<i64> {
    let sql = "select count(*) from customer_pools
               where tenant_id = $1 and id <> $2 and enabled and deleted_at is null";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(pool).fetch_one(tx.conn()).await?)
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
