//! Lists of ids have no foreign keys: whom and what they name is looked up when they are written.

use std::collections::HashSet;

use guanxi_domain::{FieldCode, FieldError, Result, fields::Kind};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::{Table, Tx};

/// Who and what can be named, by the path of the resource.
const NAMED: &[(&str, &str)] = &[
    (
        "users",
        "select id from users where tenant_id = $1 and id = any($2) and deleted_at is null
         and status in ('invited', 'active', 'on_leave')",
    ),
    ("roles", "select id from roles where tenant_id = $1 and id = any($2) and deleted_at is null"),
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

/// Names the ids among these that nobody here has, or nobody any more. What a record has already may stay.
pub async fn check(
    tx: &mut Tx,
    table: &Table,
    values: &Map<String, Value>,
    current: Option<&Map<String, Value>>,
) -> Result<Vec<FieldError>> {
    let mut wrong = Vec::new();
    for column in table.columns {
        let Kind::Ids(path) = column.kind else { continue };
        let Some((_, statement)) = NAMED.iter().find(|(known, _)| *known == path).copied() else { continue };
        let items = |row: Option<&Map<String, Value>>| row.and_then(|row| row.get(column.key)?.as_array().cloned());
        let old = items(current).unwrap_or_default();
        let new = items(Some(values)).unwrap_or_default().into_iter().enumerate().filter(|(_, id)| !old.contains(id));
        let new: Vec<(usize, Uuid)> = new.filter_map(|(index, id)| Some((index, id.as_str()?.parse().ok()?))).collect();
        if new.is_empty() {
            continue;
        }
        let ids: Vec<Uuid> = new.iter().map(|(_, id)| *id).collect();
        let known = sqlx::query_scalar(statement).bind(tx.tenant()).bind(ids).fetch_all(tx.conn()).await?;
        let known: HashSet<Uuid> = known.into_iter().collect();
        let missing = new.into_iter().filter(|(_, id)| !known.contains(id));
        wrong.extend(
            missing.map(|(index, _)| FieldError::new(format!("/{}/{index}", column.key), FieldCode::UnknownReference)),
        );
    }
    Ok(wrong)
}
