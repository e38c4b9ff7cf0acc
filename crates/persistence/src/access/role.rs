//! Roles: what people may do, how far it reaches, and which fields they see.

use guanxi_domain::{Permission, Result, access::role, fields::Kind};
use uuid::Uuid;

use crate::{Action, Column, Record, ScopeRule, Table, Tx};

pub struct Role;

impl Record for Role {
    const READ: Permission = role::READ;
    const TABLE: &'static Table = &Table {
        name: "roles",
        noun: "role",
        label: ["角色", "Role"],
        columns: &[
            Column::new("code", Kind::Text, "编码", "Code").required().once().max(40),
            Column::new("name", Kind::Text, "名称", "Name").required().max(100),
            Column::new("description", Kind::LongText, "说明", "Description").max(1000),
            Column::new("system", Kind::Bool, "预置", "Preset").filled().never(),
            Column::new("grants", Kind::Json, "权限", "Permissions").filled(),
            Column::new("fields", Kind::Json, "字段权限", "Field rights").filled(),
            Column::new("user_count", Kind::Int, "人数", "People").filled().computed(
                "(select count(*) from users u where u.tenant_id = t.tenant_id and t.id = any(u.role_ids) \
                  and u.deleted_at is null)",
            ),
        ],
        scope: ScopeRule::Tenant,
        actions: &[Action::new("update", role::UPDATE), Action::new("delete", role::DELETE)],
        sort: "created_at",
        shown: &["name", "code", "description", "user_count", "system"],
        added: &[],
        searchable: false,
        internal: &[],
    };
}

/// How many people have the role.
pub async fn people(tx: &mut Tx, role: Uuid) -> Result<i64> {
    let tenant = tx.tenant();
    let count = sqlx::query_scalar(
        "select count(*) from users where tenant_id = $1 and $2 = any(role_ids) and deleted_at is null",
    );
    Ok(count.bind(tenant).bind(role).fetch_one(tx.conn()).await?)
}

/// Who has a role, with the names of all roles that he has: of this one, or of these people alone.
pub async fn held(tx: &mut Tx, role: Option<Uuid>, users: &[Uuid]) -> Result<Vec<(Uuid, Vec<String>)>> {
    let sql = "select u.id, array(select r.name from roles r where r.tenant_id = u.tenant_id and r.id = any(u.role_ids)
                                  and r.deleted_at is null order by r.name)
               from users u where u.tenant_id = $1 and u.deleted_at is null
                 and ($2 = any(u.role_ids) or u.id = any($3))";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(role).bind(users).fetch_all(tx.conn()).await?)
}
