//! Saved views.

use guanxi_domain::{Permission, Result, UserId, access, fields::Kind};
use uuid::Uuid;

use crate::{Action, Column, Record, ScopeRule, Table, Tx, table::named};

pub struct View;

impl Record for View {
    const TABLE: &'static Table = &Table {
        name: "views",
        noun: "view",
        label: ["视图", "View"],
        columns: &[
            Column::new("resource", Kind::Text, "列表", "List").max(60).required().once(),
            Column::new("name", Kind::Text, "名称", "Name").max(60).required(),
            Column::new("owner_id", Kind::User, "所有人", "Owner").filled().never(),
            Column::new("owner_name", Kind::Text, "所有人", "Owner").named(named!("users", "owner_id")),
            Column::new("shared", Kind::Bool, "共享", "Shared").filled(),
            Column::new("columns", Kind::Json, "列", "Columns").filled(),
            Column::new("filter", Kind::Json, "筛选", "Filter"),
            Column::new("sort", Kind::Text, "排序", "Order").max(200),
            Column::new("pinned", Kind::Bool, "置顶", "Pinned").filled(),
            Column::new("is_default", Kind::Bool, "默认", "Default").filled(),
            Column::new("position", Kind::Int, "顺序", "Position").filled(),
        ],
        scope: ScopeRule::Shared(&[]),
        actions: &[Action::new("update", access::view::READ), Action::new("delete", access::view::READ)],
        sort: "position",
        shown: &["name", "resource", "shared", "owner_name"],
        added: &[],
        searchable: false,
        internal: &["owner_id"],
    };
    const READ: Permission = access::view::READ;
}

/// One list begins with one view of a person's own.
pub async fn only_default(tx: &mut Tx, view: Uuid, owner: UserId, resource: &str) -> Result<()> {
    sqlx::query(
        "update views set is_default = false
         where tenant_id = $1 and owner_id = $2 and resource = $3 and id <> $4 and is_default and deleted_at is null",
    )
    .bind(tx.tenant())
    .bind(owner)
    .bind(resource)
    .bind(view)
    .execute(tx.conn())
    .await?;
    Ok(())
}
