//! Departments: a tree, whose paths are kept so that one comparison finds everything below.

use guanxi_domain::{DepartmentId, Permission, Result, access::department, fields::Kind};
use uuid::Uuid;

use crate::{Action, Column, Record, ScopeRule, Table, Tx, table::named};

pub struct Department;

impl Record for Department {
    const READ: Permission = department::READ;
    const TABLE: &'static Table = &Table {
        name: "departments",
        noun: "department",
        label: ["部门", "Department"],
        columns: &[
            Column::new("name", Kind::Text, "名称", "Name").required().max(100),
            Column::new("parent_id", Kind::Department, "上级部门", "Parent"),
            Column::new("parent_name", Kind::Text, "上级部门", "Parent").named(named!("departments", "parent_id")),
            Column::new("manager_id", Kind::User, "负责人", "Manager"),
            Column::new("manager_name", Kind::Text, "负责人", "Manager").named(named!("users", "manager_id")),
            Column::new("position", Kind::Int, "排序", "Position").filled(),
            Column::new("active", Kind::Bool, "启用", "Active").filled(),
            Column::new("path", Kind::Ids("departments"), "路径", "Path").filled().never().unfiltered(),
            Column::new("user_count", Kind::Int, "人数", "People").filled().computed(
                "(select count(*) from users u where u.tenant_id = t.tenant_id and u.deleted_at is null \
                  and u.status <> 'left' and (u.department_id = t.id or t.id = any(u.extra_department_ids)))",
            ),
        ],
        scope: ScopeRule::Tenant,
        actions: &[Action::new("update", department::UPDATE), Action::new("delete", department::DELETE)],
        sort: "position",
        shown: &["name", "parent_name", "manager_name", "user_count", "active"],
        added: &[],
        searchable: false,
        internal: &[],
    };
}

/// Lets one change of the tree or of superiors happen at a time, so that two of them never make a circle together.
pub async fn lock_hierarchy(tx: &mut Tx) -> Result<()> {
    let tenant = tx.tenant();
    sqlx::query("select pg_advisory_xact_lock(hashtextextended('hierarchy' || $1::text, 0))")
        .bind(tenant)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The ids from the root to a department; nothing where there is none.
pub async fn path(tx: &mut Tx, id: DepartmentId) -> Result<Option<Vec<Uuid>>> {
    let tenant = tx.tenant();
    let path =
        sqlx::query_scalar("select path from departments where tenant_id = $1 and id = $2 and deleted_at is null");
    Ok(path.bind(tenant).bind(id).fetch_optional(tx.conn()).await?)
}

/// How many levels the departments below this one add.
pub async fn height(tx: &mut Tx, id: Uuid) -> Result<usize> {
    let tenant = tx.tenant();
    let height: i32 = sqlx::query_scalar(
        "select coalesce(max(cardinality(path) - array_position(path, $2)), 0) from departments
         where tenant_id = $1 and path @> array[$2] and deleted_at is null",
    )
    .bind(tenant)
    .bind(id)
    .fetch_one(tx.conn())
    .await?;
    Ok(usize::try_from(height).unwrap_or_default())
}

/// Hangs a department and all below it under the path of another.
pub async fn repath(tx: &mut Tx, id: Uuid, above: &[Uuid]) -> Result<()> {
    let tenant = tx.tenant();
    sqlx::query(
        "update departments set path = $3 || path[array_position(path, $2):]
         where tenant_id = $1 and path @> array[$2]",
    )
    .bind(tenant)
    .bind(id)
    .bind(above)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// How many people and departments depend on this one.
pub async fn dependents(tx: &mut Tx, id: Uuid) -> Result<(i64, i64)> {
    let tenant = tx.tenant();
    let counts = sqlx::query_as(
        "select (select count(*) from users u where u.tenant_id = $1 and u.deleted_at is null
                 and (u.department_id = $2 or $2 = any(u.extra_department_ids))),
                (select count(*) from departments d where d.tenant_id = $1 and d.parent_id = $2
                 and d.deleted_at is null)",
    );
    Ok(counts.bind(tenant).bind(id).fetch_one(tx.conn()).await?)
}

/// Those of the departments that exist.
pub async fn existing(tx: &mut Tx, ids: &[DepartmentId]) -> Result<Vec<DepartmentId>> {
    let tenant = tx.tenant();
    let found =
        sqlx::query_scalar("select id from departments where tenant_id = $1 and id = any($2) and deleted_at is null");
    Ok(found.bind(tenant).bind(ids).fetch_all(tx.conn()).await?)
}
