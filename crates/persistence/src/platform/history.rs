//! What became of a record, as its reader may know it.

use chrono::{DateTime, Utc};
use guanxi_domain::{
    Actor, Error, Permission, Result,
    access::{self, FieldAccess, Mask},
    fields::Kind,
};
use serde_json::{Map, Value};
use sqlx::{FromRow, Postgres, QueryBuilder, types::Json};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

use crate::{Column, Table, Tx, read, tables};

/// One write of one record.
pub struct Entry {
    pub id: i64,
    pub resource: String,
    pub record_id: Uuid,
    pub version: i64,
    pub action: String,
    pub at: DateTime<Utc>,
    pub actor_id: Option<Uuid>,
    pub actor_name: Option<String>,
    pub request_id: Option<Uuid>,
    pub changes: Vec<Change>,
}

/// One field before and after.
pub struct Change {
    pub column: &'static Column,
    pub old: Value,
    pub new: Value,
    /// The names of people, departments and pools.
    pub old_name: Option<String>,
    pub new_name: Option<String>,
}

#[derive(FromRow)]
struct Row {
    id: i64,
    resource: String,
    record_id: Uuid,
    version: i64,
    action: String,
    at: DateTime<Utc>,
    actor_id: Option<Uuid>,
    actor_name: Option<String>,
    request_id: Option<Uuid>,
    changes: Json<Map<String, Value>>,
}

/// The history of a record that `permission` reaches, the latest first. What is in the recycle bin has one too, for
/// those who see into it.
pub async fn of_record(
    tx: &mut Tx,
    table: &'static Table,
    permission: Permission,
    id: Uuid,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<Entry>> {
    let deleted = tx.actor().access.may(access::recycle_bin::READ);
    let table = tx.table(table).await?;
    let found = read::facts(tx, table, permission, id, deleted).await?;
    let facts = found.ok_or_else(|| Error::not_found(table.noun))?;
    let rows: Vec<Row> = sqlx::query_as(
        "select h.*, u.name as actor_name from history h
         left join users u on u.tenant_id = h.tenant_id and u.id = h.actor_id
         where h.tenant_id = $1 and h.record_id = $2 and h.resource = $3 and ($4::bigint is null or h.id < $4)
         order by h.id desc limit $5",
    )
    .bind(tx.tenant())
    .bind(id)
    .bind(table.name)
    .bind(before)
    .bind(limit)
    .fetch_all(tx.conn())
    .await?;
    let mut entries = Vec::with_capacity(rows.len());
    for row in rows {
        let changes = row.changes(table, tx.actor(), facts.pool);
        entries.push(row.entry(changes));
    }
    name_people(tx, &mut entries).await?;
    Ok(entries)
}

/// What was written lately, of one kind of record or of all, for those who audit.
pub async fn latest(
    tx: &mut Tx,
    resource: Option<&str>,
    actor: Option<Uuid>,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<Entry>> {
    tx.actor().access.scope(access::audit_log::READ)?;
    let rows: Vec<Row> = sqlx::query_as(
        "select h.*, u.name as actor_name from history h
         left join users u on u.tenant_id = h.tenant_id and u.id = h.actor_id
         where h.tenant_id = $1 and ($2::text is null or h.resource = $2) and ($3::uuid is null or h.actor_id = $3)
           and ($4::bigint is null or h.id < $4)
         order by h.id desc limit $5",
    )
    .bind(tx.tenant())
    .bind(resource)
    .bind(actor)
    .bind(before)
    .bind(limit)
    .fetch_all(tx.conn())
    .await?;
    let all = tables::all();
    let mut entries = Vec::with_capacity(rows.len());
    for row in rows {
        let changes = match all.iter().find(|table| table.name == row.resource) {
            Some(table) => row.changes(tx.table(table).await?, tx.actor(), None),
            None => Vec::new(),
        };
        entries.push(row.entry(changes));
    }
    name_people(tx, &mut entries).await?;
    Ok(entries)
}

impl Row {
    fn entry(self, changes: Vec<Change>) -> Entry {
        Entry {
            id: self.id,
            resource: self.resource,
            record_id: self.record_id,
            version: self.version,
            action: self.action,
            at: self.at,
            actor_id: self.actor_id,
            actor_name: self.actor_name,
            request_id: self.request_id,
            changes,
        }
    }

    /// The fields that the reader may see, covered where he sees them covered.
    fn changes(&self, table: &'static Table, actor: &Actor, pool: Option<Uuid>) -> Vec<Change> {
        let seat = pool.and_then(|pool| actor.access.seat(pool)).filter(|seat| !seat.admin);
        let mut changes = Vec::new();
        for column in table.own_columns().filter(|column| column.is_stored()) {
            let Some((old, new)) = self.sides(column) else { continue };
            let right = table.right(&actor.access, column);
            if right.access == FieldAccess::Hidden {
                continue;
            }
            let is_covered = right.mask != Mask::None
                || seat.is_some_and(|seat| seat.masked_fields.iter().any(|key| key == column.key));
            let shown = |value: &Value| if is_covered { cover(column.kind, value) } else { plain(column.kind, value) };
            changes.push(Change { column, old: shown(old), new: shown(new), old_name: None, new_name: None });
        }
        changes
    }

    /// What a column was and is. A record that is made or purged keeps the one side that it has; what is empty says
    /// nothing there.
    fn sides(&self, column: &Column) -> Option<(&Value, &Value)> {
        let is_whole = matches!(self.action.as_str(), "create" | "purge");
        let kept = if is_whole { column.held(&self.changes)? } else { self.changes.get(column.key)? };
        let is_empty = kept.as_array().is_some_and(Vec::is_empty) || kept.as_object().is_some_and(Map::is_empty);
        match self.action.as_str() {
            "create" | "purge" if is_empty => None,
            "create" => Some((&Value::Null, kept)),
            "purge" => Some((kept, &Value::Null)),
            _ => kept.as_array().and_then(|pair| Some((pair.first()?, pair.get(1)?))),
        }
    }
}

fn cover(kind: Kind, value: &Value) -> Value {
    value.as_str().filter(|_| kind.is_text()).map(|text| kind.mask(text).into()).unwrap_or_default()
}

/// Exact numbers are strings wherever they are told.
fn plain(kind: Kind, value: &Value) -> Value {
    match (kind, value) {
        (Kind::Decimal | Kind::Money, Value::Number(number)) => number.to_string().into(),
        _ => value.clone(),
    }
}

/// Puts names beside the ids of people, departments and pools, which everybody may know.
async fn name_people(tx: &mut Tx, entries: &mut [Entry]) -> Result<()> {
    let mut wanted: HashMap<&'static str, HashSet<Uuid>> = HashMap::new();
    for change in entries.iter().flat_map(|entry| &entry.changes) {
        let Some(table) = named(change.column.kind) else { continue };
        let ids = [&change.old, &change.new].into_iter().filter_map(|value| value.as_str()?.parse::<Uuid>().ok());
        wanted.entry(table).or_default().extend(ids);
    }
    let mut names: HashMap<Uuid, String> = HashMap::new();
    for (table, ids) in wanted {
        let mut sql = QueryBuilder::<Postgres>::new("select t.id, t.name from ");
        sql.push(table).push(" t where t.tenant_id = ").push_bind(tx.tenant());
        sql.push(" and t.id = any(").push_bind(ids.into_iter().collect::<Vec<_>>()).push(")");
        let found: Vec<(Uuid, String)> = sql.build_query_as().fetch_all(tx.conn()).await?;
        names.extend(found);
    }
    let name = |value: &Value| names.get(&value.as_str()?.parse().ok()?).cloned();
    for change in entries.iter_mut().flat_map(|entry| &mut entry.changes) {
        if named(change.column.kind).is_some() {
            (change.old_name, change.new_name) = (name(&change.old), name(&change.new));
        }
    }
    Ok(())
}

fn named(kind: Kind) -> Option<&'static str> {
    if kind == Kind::User {
        return Some("users");
    }
    if kind == Kind::Department {
        return Some("departments");
    }
    let Kind::Reference(path) = kind else { return None };
    tables::by_path(path).filter(|_| path.ends_with("-pools")).map(|table| table.name)
}
