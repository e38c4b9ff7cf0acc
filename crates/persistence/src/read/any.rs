//! Reading where the kind of record is only known at run time.

use std::collections::HashMap;

use guanxi_domain::{DepartmentId, Error, Permission, Result, UserId};
use serde_json::{Map, Value};
use sqlx::{Postgres, QueryBuilder, Row};
use uuid::Uuid;

use super::{prepare, push_scope, select::Selection};
use crate::{Facts, Table, Tx};

/// The facts of a record that `permission` reaches; of one in the recycle bin only where `deleted`.
pub async fn facts(
    tx: &mut Tx,
    table: &'static Table,
    permission: Permission,
    id: Uuid,
    deleted: bool,
) -> Result<Option<Facts>> {
    let column = |key: &'static str, kind: &'static str| if table.has(key) { ("t.", key) } else { ("null::", kind) };
    let mut sql = QueryBuilder::<Postgres>::new("select ");
    for (index, (key, kind)) in [
        ("status", "text"),
        ("owner_id", "uuid"),
        ("owner_department_id", "uuid"),
        ("pool_id", "uuid"),
        ("created_by", "uuid"),
    ]
    .into_iter()
    .enumerate()
    {
        let (prefix, name) = column(key, kind);
        sql.push(if index == 0 { "" } else { ", " }).push(prefix).push(name);
    }
    sql.push(" from ").push(table.name).push(" t where ").push(if deleted { "true" } else { "t.deleted_at is null" });
    push_scope(&mut sql, table, tx, permission)?;
    sql.push(" and t.id = ").push_bind(id);
    let Some(row) = sql.build().fetch_optional(tx.conn()).await? else { return Ok(None) };
    Ok(Some(Facts {
        status: row.try_get(0)?,
        owner: row.try_get::<Option<UserId>, _>(1)?,
        department: row.try_get::<Option<DepartmentId>, _>(2)?,
        pool: row.try_get(3)?,
        creator: row.try_get::<Option<UserId>, _>(4)?,
        team: false,
    }))
}

/// Which of these records `permission` reaches, and at which version they are; those in the recycle bin too.
pub async fn reached(
    tx: &mut Tx,
    table: &'static Table,
    permission: Permission,
    ids: &[Uuid],
) -> Result<Vec<(Uuid, i64)>> {
    let mut sql = QueryBuilder::<Postgres>::new("select t.id, t.version from ");
    sql.push(table.name).push(" t where true");
    push_scope(&mut sql, table, tx, permission)?;
    sql.push(" and t.id = any(").push_bind(ids.to_vec()).push(")");
    Ok(sql.build_query_as().fetch_all(tx.conn()).await?)
}

/// Those of these records that `permission` reaches and that are not deleted.
pub async fn living(tx: &mut Tx, table: &'static Table, permission: Permission, ids: &[Uuid]) -> Result<Vec<Uuid>> {
    let mut sql = QueryBuilder::<Postgres>::new("select t.id from ");
    sql.push(table.name).push(" t where t.deleted_at is null");
    push_scope(&mut sql, table, tx, permission)?;
    sql.push(" and t.id = any(").push_bind(ids.to_vec()).push(")");
    Ok(sql.build_query_scalar().fetch_all(tx.conn()).await?)
}

/// Those of these records that `permission` reaches, as the caller may see them; those in the recycle bin too.
pub async fn shown(
    tx: &mut Tx,
    table: &'static Table,
    permission: Permission,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Map<String, Value>>> {
    let table = prepare(tx, table).await?;
    let selection = Selection::new(table, tx, None, false)?;
    let mut sql = selection.select_from(table.name, tx);
    sql.push(" t where true");
    push_scope(&mut sql, table, tx, permission)?;
    sql.push(" and t.id = any(").push_bind(ids.to_vec()).push(")");
    let mut found = HashMap::new();
    for row in sql.build().fetch_all(tx.conn()).await? {
        let mut json = Vec::with_capacity(1536);
        selection.write(&mut json, &row, tx.actor())?;
        found.insert(row.try_get(0)?, serde_json::from_slice(&json).map_err(Error::unexpected)?);
    }
    Ok(found)
}
