//! How people see the records of a kind.

use std::sync::Arc;

use guanxi_domain::{
    Permission, Result, access,
    fields::Kind,
    platform::{custom_field::RESOURCES, layout::LayoutDetails},
};
use serde_json::Value;
use sqlx::types::Json;
use uuid::Uuid;

use crate::{Action, Column, Record, ScopeRule, Table, Tx};

pub struct Layout;

impl Record for Layout {
    const TABLE: &'static Table = &Table {
        name: "layouts",
        noun: "layout",
        label: ["布局", "Layout"],
        columns: &[
            Column::new("resource", Kind::Choice(RESOURCES), "对象", "Object").required().once(),
            Column::new("name", Kind::Text, "名称", "Name").max(200).required(),
            Column::new("role_ids", Kind::Ids("roles"), "适用角色", "Roles").filled(),
            Column::new("condition", Kind::Json, "适用记录", "Records"),
            Column::new("sections", Kind::Json, "分组", "Sections").filled(),
            Column::new("list_columns", Kind::Tags, "列表列", "Columns of the list").filled(),
            Column::new("position", Kind::Int, "顺序", "Position").filled(),
            Column::new("is_active", Kind::Bool, "启用", "Active").filled(),
        ],
        added: &[],
        scope: ScopeRule::Tenant,
        actions: &[Action::new("update", access::layout::UPDATE), Action::new("delete", access::layout::UPDATE)],
        sort: "position",
        shown: &["name", "resource", "role_ids", "position", "is_active"],
        searchable: false,
        internal: &[],
    };
    const READ: Permission = access::layout::READ;
}

/// A layout that counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    pub id: Uuid,
    pub details: LayoutDetails,
}

/// All that count, in their order.
pub(crate) async fn read(tx: &mut Tx) -> Result<Arc<[Known]>> {
    let stored: Vec<(Uuid, Json<Value>)> = sqlx::query_as(
        "select id, to_jsonb(l) - array['tenant_id', 'id', 'version', 'created_at', 'created_by', 'updated_at',
             'updated_by', 'deleted_at', 'deleted_by']
         from layouts l where tenant_id = $1 and is_active and deleted_at is null order by position, id",
    )
    .bind(tx.tenant())
    .fetch_all(tx.conn())
    .await?;
    let known = |(id, Json(details))| Some(Known { id, details: serde_json::from_value(details).ok()? });
    Ok(stored.into_iter().filter_map(known).collect())
}

/// The layouts of one kind of record that are the caller's, in their order.
pub async fn of_caller(tx: &mut Tx, table: &Table) -> Result<Vec<Known>> {
    if !table.is_open() || tx.actor().user.is_none() {
        return Ok(Vec::new());
    }
    let all = tx.layouts().await?;
    let path = table.path();
    let roles = &tx.actor().access.roles;
    Ok(all.iter().filter(|known| *known.details.resource == *path && known.details.is_for(roles)).cloned().collect())
}
