//! What was deleted and can still come back.

use std::cmp::Reverse;

use chrono::{DateTime, NaiveDate, Utc};
use guanxi_domain::{
    Actor, Code, Error, Permission, Result,
    access::{self, FieldAccess, Mask},
    time,
};
use sqlx::{Postgres, QueryBuilder, Row};
use uuid::Uuid;

use super::custom_fields::{self, CustomFieldRecord};
use crate::{Column, Record, Table, Tx, custom, known, read::push_scope, tables};

/// A deleted record, as one who sees into the recycle bin may know it.
pub struct Deleted {
    pub table: &'static Table,
    pub id: Uuid,
    pub title: Option<String>,
    pub no: Option<String>,
    pub owner_id: Option<Uuid>,
    pub owner_name: Option<String>,
    pub deleted_at: DateTime<Utc>,
    pub deleted_by: Option<Uuid>,
    pub deleted_by_name: Option<String>,
}

/// Which records are deleted together with another, come back with it (those that were deleted in the same transaction,
/// and so at the same time) and are purged with it: (table, its table of children, the column that names the parent).
const CHILDREN: &[(&str, &str, &str)] =
    &[("customers", "contacts", "customer_id"), ("pipelines", "stages", "pipeline_id")];

/// Where the next page starts.
pub type Place = (DateTime<Utc>, Uuid);

/// The tables whose deleted records the actor may see: he must also be allowed to read the living ones.
pub fn tables_of(actor: &Actor) -> Vec<&'static Table> {
    let may = |noun: &str| access::permission(&format!("{noun}:read")).is_some_and(|read| actor.access.may(read));
    tables::all().into_iter().filter(|table| may(table.noun)).collect()
}

/// The latest deleted records of these tables that are reached.
pub async fn page(tx: &mut Tx, tables: &[&'static Table], before: Option<Place>, limit: i64) -> Result<Vec<Deleted>> {
    let mut found = Vec::new();
    for table in tables {
        found.extend(page_of(tx, table, before, limit).await?);
    }
    found.sort_by_key(|deleted| Reverse((deleted.deleted_at, deleted.id)));
    found.truncate(usize::try_from(limit).unwrap_or_default());
    Ok(found)
}

async fn page_of(tx: &mut Tx, table: &'static Table, before: Option<Place>, limit: i64) -> Result<Vec<Deleted>> {
    let mut sql = QueryBuilder::<Postgres>::new("select t.id, t.deleted_at, t.deleted_by, ");
    sql.push("(select u.name from users u where u.tenant_id = t.tenant_id and u.id = t.deleted_by), ");
    push_text(&mut sql, title(table), table, tx.actor());
    push_text(&mut sql, table.column("no"), table, tx.actor());
    match table.has("owner_id") {
        true => {
            sql.push("t.owner_id, (select u.name from users u where u.tenant_id = t.tenant_id and u.id = t.owner_id)")
        }
        false => sql.push("null::uuid, null::text"),
    };
    sql.push(" from ").push(table.name).push(" t where t.deleted_at is not null");
    push_scope(&mut sql, table, tx, access::recycle_bin::READ)?;
    if let Some((at, id)) = before {
        sql.push(" and (t.deleted_at, t.id) < (").push_bind(at).push(", ").push_bind(id).push(")");
    }
    sql.push(" order by t.deleted_at desc, t.id desc limit ").push_bind(limit);
    let rows = sql.build().fetch_all(tx.conn()).await?;
    rows.iter()
        .map(|row| {
            Ok(Deleted {
                table,
                id: row.try_get(0)?,
                deleted_at: row.try_get(1)?,
                deleted_by: row.try_get(2)?,
                deleted_by_name: row.try_get(3)?,
                title: row.try_get(4)?,
                no: row.try_get(5)?,
                owner_id: row.try_get(6)?,
                owner_name: row.try_get(7)?,
            })
        })
        .collect()
}

/// What a record is called: its name, or the first column of its list.
fn title(table: &'static Table) -> Option<&'static Column> {
    let first = || table.shown.first().and_then(|key| table.column(key));
    table.column("name").or_else(first).filter(|column| column.sql.is_none() && column.kind.is_text())
}

fn push_text(sql: &mut QueryBuilder<Postgres>, column: Option<&'static Column>, table: &Table, actor: &Actor) {
    let open = column.filter(|column| {
        let right = actor.access.field(table.noun, column.right_key());
        right.access != FieldAccess::Hidden && right.mask == Mask::None
    });
    match open {
        Some(column) => sql.push("t.").push(column.key).push("::text, "),
        None => sql.push("null::text, "),
    };
}

/// Locks a deleted record that `permission` reaches.
async fn lock(tx: &mut Tx, table: &'static Table, permission: Permission, id: Uuid) -> Result<DateTime<Utc>> {
    let mut sql = QueryBuilder::<Postgres>::new("select t.deleted_at from ");
    sql.push(table.name).push(" t where t.deleted_at is not null");
    push_scope(&mut sql, table, tx, permission)?;
    sql.push(" and t.id = ").push_bind(id).push(" for update of t");
    let found = sql.build_query_scalar().fetch_optional(tx.conn()).await?;
    found.ok_or_else(|| Error::not_found(table.noun))
}

/// Brings a record back, with what went with it. Where another has taken its place, it stays where it is.
pub async fn restore(tx: &mut Tx, table: &'static Table, id: Uuid) -> Result<()> {
    known::written(tx, table);
    let deleted_at = lock(tx, table, access::recycle_bin::RESTORE, id).await?;
    let mut sql = QueryBuilder::<Postgres>::new("update ");
    sql.push(table.name).push(" set deleted_at = null, deleted_by = null where tenant_id = ");
    sql.push_bind(tx.tenant()).push(" and id = ").push_bind(id);
    sql.build().execute(tx.conn()).await.map_err(conflict)?;
    custom::refuse_restored(tx, table, id).await?;
    if table.name == CustomFieldRecord::TABLE.name {
        custom_fields::tidy(tx, id).await?;
    }
    for (child, column) in children(table) {
        let mut sql = QueryBuilder::<Postgres>::new("update ");
        sql.push(child).push(" set deleted_at = null, deleted_by = null where tenant_id = ").push_bind(tx.tenant());
        sql.push(" and ").push(column).push(" = ").push_bind(id);
        sql.push(" and deleted_at = ").push_bind(deleted_at);
        sql.build().execute(tx.conn()).await.map_err(conflict)?;
    }
    Ok(())
}

/// What would clash with a living record cannot come back.
fn conflict(error: sqlx::Error) -> Error {
    match Error::from(error) {
        Error::Refused(mut refusal)
            if matches!(
                refusal.code,
                Code::Duplicate | Code::DuplicateNumber | Code::DuplicateCustomer | Code::DuplicateLead
            ) =>
        {
            refusal.params.insert("conflict".to_owned(), refusal.code.to_string().into());
            refusal.code = Code::RestoreConflict;
            Error::Refused(refusal)
        }
        other @ (Error::Refused(_) | Error::Retry | Error::Unexpected(_)) => other,
    }
}

/// Takes a deleted record away for good; its history stays. What others still refer to stays too.
pub async fn purge(tx: &mut Tx, table: &'static Table, id: Uuid) -> Result<()> {
    lock(tx, table, access::recycle_bin::PURGE, id).await?;
    if table.name == CustomFieldRecord::TABLE.name {
        custom_fields::tidy(tx, id).await?;
    }
    known::written(tx, table);
    for (child, column) in children(table) {
        let mut sql = QueryBuilder::<Postgres>::new("delete from ");
        sql.push(child).push(" where tenant_id = ").push_bind(tx.tenant());
        sql.push(" and ").push(column).push(" = ").push_bind(id).push(" and deleted_at is not null");
        sql.build().execute(tx.conn()).await?;
    }
    let mut sql = QueryBuilder::<Postgres>::new("delete from ");
    sql.push(table.name).push(" where tenant_id = ").push_bind(tx.tenant()).push(" and id = ").push_bind(id);
    sql.build().execute(tx.conn()).await?;
    Ok(())
}

/// The records that were deleted before this date began, the oldest first.
pub async fn expired(tx: &mut Tx, table: &'static Table, before: NaiveDate, limit: i64) -> Result<Vec<Uuid>> {
    let start = time::start_of_day(before, tx.actor().zone);
    let mut sql = QueryBuilder::<Postgres>::new("select t.id from ");
    sql.push(table.name).push(" t where t.tenant_id = ").push_bind(tx.tenant());
    sql.push(" and t.deleted_at < ").push_bind(start);
    sql.push(" order by t.deleted_at, t.id limit ").push_bind(limit);
    Ok(sql.build_query_scalar().fetch_all(tx.conn()).await?)
}

fn children(table: &Table) -> impl Iterator<Item = (&'static str, &'static str)> {
    let name = table.name;
    CHILDREN.iter().filter(move |(parent, ..)| *parent == name).map(|(_, child, column)| (*child, *column))
}
