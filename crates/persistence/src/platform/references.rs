//! Lists of ids have no foreign keys: whom and what they name is looked up when they are written.

use std::collections::HashSet;

use guanxi_domain::{FieldCode, FieldError, Result, access, fields::Kind};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::{Table, Tx, read, tables};

/// Who and what can be named, by the path of the resource.
const NAMED: &[(&str, &str)] = &[
    (
        "users",
        "select id from users where tenant_id = $1 and id = any($2) and deleted_at is null
         and status in ('invited', 'active', 'on_leave')",
    ),
    ("roles", "select id from roles where tenant_id = $1 and id = any($2) and deleted_at is null"),
    ("competitors", "select id from competitors where tenant_id = $1 and id = any($2) and deleted_at is null"),
    (
        "departments",
        "select id from departments where tenant_id = $1 and id = any($2) and deleted_at is null and active",
    ),
];

/// Whether all of these are there, by the path of their resource.
pub async fn all_exist(tx: &mut Tx, path: &str, ids: &[Uuid]) -> Result<bool> {
    let Some((_, statement)) = NAMED.iter().find(|(known, _)| *known == path).copied() else { return Ok(false) };
    let known: Vec<Uuid> = sqlx::query_scalar(statement).bind(tx.tenant()).bind(ids).fetch_all(tx.conn()).await?;
    let known: HashSet<Uuid> = known.into_iter().collect();
    Ok(ids.iter().all(|id| known.contains(id)))
}

/// Names the ids among these that nobody here has, or nobody any more. What a record has already may stay. Single ids of
/// the product's own columns have foreign keys.
pub async fn check(
    tx: &mut Tx,
    table: &Table,
    values: &Map<String, Value>,
    current: Option<&Map<String, Value>>,
) -> Result<Vec<FieldError>> {
    let mut wrong = Vec::new();
    for column in table.own_columns().filter(|column| column.is_stored()) {
        let is_list = matches!(column.kind, Kind::Ids(_));
        let Some(path) = column.kind.target().filter(|_| is_list || column.custom.is_some()) else { continue };
        let old = current.and_then(|current| column.held(current)).map(items).unwrap_or_default();
        let new = values.get(column.key).map(items).unwrap_or_default();
        let new = new.iter().enumerate().filter(|(_, id)| !old.contains(id));
        let new: Vec<(usize, Uuid)> = new.filter_map(|(index, id)| Some((index, id.as_str()?.parse().ok()?))).collect();
        if new.is_empty() {
            continue;
        }
        let ids: Vec<Uuid> = new.iter().map(|(_, id)| *id).collect();
        let Some(known) = known(tx, path, &ids).await? else { continue };
        let missing = new.into_iter().filter(|(_, id)| !known.contains(id));
        wrong.extend(missing.map(|(index, _)| {
            let pointer = if is_list { format!("/{}/{index}", column.key) } else { format!("/{}", column.key) };
            FieldError::new(pointer, FieldCode::UnknownReference)
        }));
    }
    Ok(wrong)
}

/// Those of these ids that can be named; nothing where they are of a kind that is not looked up.
async fn known(tx: &mut Tx, path: &str, ids: &[Uuid]) -> Result<Option<HashSet<Uuid>>> {
    if let Some((_, statement)) = NAMED.iter().find(|(known, _)| *known == path).copied() {
        let known: Vec<Uuid> = sqlx::query_scalar(statement).bind(tx.tenant()).bind(ids).fetch_all(tx.conn()).await?;
        return Ok(Some(known.into_iter().collect()));
    }
    // A record can be named by whoever sees it.
    let Some(table) = tables::by_path(path).filter(|table| table.is_open()) else { return Ok(None) };
    let permission = access::permission(&format!("{}:read", table.noun));
    let Some(permission) = permission.filter(|permission| tx.actor().access.may(*permission)) else {
        return Ok(Some(HashSet::new()));
    };
    let seen = read::living(tx, table, permission, ids).await?;
    Ok(Some(seen.into_iter().collect()))
}

/// The ids of a field, which holds one or a list.
fn items(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_else(|| vec![value.clone()])
}
