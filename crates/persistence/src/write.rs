//! The one place that writes records by their columns. Verbs with a statement of their own stand in their areas.

use guanxi_domain::{DepartmentId, Error, Result, UserId, search::tokens};
use serde_json::{Map, Value};
use sqlx::{Postgres, QueryBuilder};
use uuid::Uuid;

use crate::{Column, Locked, Record, ScopeRule, Table, Tx, custom, known, tables};

/// Inserts a row from a map of column to value. Its id is given, so that references can be made beforehand.
pub async fn insert<R: Record>(tx: &mut Tx, id: Uuid, mut values: Map<String, Value>) -> Result<()> {
    known::written(tx, R::TABLE);
    values.insert("id".to_owned(), id.to_string().into());
    // Nothing said of a column that is always filled means its default; of another it means nothing.
    values.retain(|key, value| !value.is_null() || R::TABLE.column(key).is_none_or(Column::nullable));
    let words = custom::complete_new(tx, R::TABLE, std::slice::from_mut(&mut values)).await?;
    let columns = columns(R::TABLE, &values)?;
    let mut sql = QueryBuilder::<Postgres>::new("");
    if R::TABLE.searchable {
        sql.push("with tokens as (insert into ").push(R::TABLE.name).push("_tokens (id, tokens) values (");
        let tokens = found_by(&values, words.into_iter().flatten().collect());
        sql.push_bind(id).push(", ").push_bind(tokens).push(")) ");
    }
    sql.push("insert into ").push(R::TABLE.name).push(" (").push(&columns).push(") select ").push(&columns);
    sql.push(" from jsonb_populate_record(null::").push(R::TABLE.name).push(", ");
    sql.push_bind(Value::Object(values)).push(")");
    sql.build().execute(tx.conn()).await?;
    Ok(())
}

/// Inserts many rows at once, each a map of column to value with its id. All have the same columns: what a row does not
/// name is null, not the default.
pub async fn insert_many<R: Record>(tx: &mut Tx, mut rows: Vec<Map<String, Value>>) -> Result<()> {
    known::written(tx, R::TABLE);
    let words = custom::complete_new(tx, R::TABLE, &mut rows).await?;
    let mut named = Map::new();
    for (key, value) in rows.iter().flatten().filter(|(_, value)| !value.is_null()) {
        if !named.contains_key(key) {
            named.insert(key.clone(), value.clone());
        }
    }
    let columns = columns(R::TABLE, &named)?;
    let mut sql = QueryBuilder::<Postgres>::new("");
    if R::TABLE.searchable {
        let ids = rows.iter().map(|row| row.get("id").and_then(Value::as_str).and_then(|id| id.parse().ok()));
        let ids: Option<Vec<Uuid>> = ids.collect();
        let ids = ids.ok_or_else(|| Error::unexpected("a row without its id"))?;
        // No token has a control character.
        let tokens = rows.iter().zip(words).map(|(row, words)| found_by(row, words).join("\u{1f}"));
        let tokens: Vec<String> = tokens.collect();
        sql.push("with tokens as (insert into ").push(R::TABLE.name).push("_tokens (id, tokens)");
        sql.push(" select id, string_to_array(tokens, E'\\x1f') from unnest(").push_bind(ids).push(", ");
        sql.push_bind(tokens).push(") made (id, tokens)) ");
    }
    sql.push("insert into ").push(R::TABLE.name).push(" (").push(&columns).push(") select ").push(&columns);
    sql.push(" from jsonb_populate_recordset(null::").push(R::TABLE.name).push(", ");
    sql.push_bind(Value::Array(rows.into_iter().map(Value::Object).collect())).push(")");
    sql.build().execute(tx.conn()).await?;
    Ok(())
}

/// Writes these columns of a locked record; the others stay.
pub async fn update<R: Record>(tx: &mut Tx, record: &Locked<R>, mut values: Map<String, Value>) -> Result<()> {
    if values.is_empty() {
        return Ok(());
    }
    known::written(tx, R::TABLE);
    let words = custom::complete(tx, R::TABLE, record.id, &record.row, &mut values).await?;
    let columns = columns(R::TABLE, &values)?;
    let tenant = tx.tenant();
    let mut sql = QueryBuilder::<Postgres>::new("");
    if values.contains_key("search_text") {
        // Words that are as they were leave the index alone.
        let tokens = found_by(&values, words);
        sql.push("with tokens as (update ").push(R::TABLE.name).push("_tokens set tokens = ").push_bind(tokens.clone());
        sql.push(" where tenant_id = ").push_bind(tenant).push(" and id = ").push_bind(record.id);
        sql.push(" and tokens <> ").push_bind(tokens).push(") ");
    }
    sql.push("update ").push(R::TABLE.name).push(" set (").push(&columns).push(") = (select ").push(&columns);
    sql.push(" from jsonb_populate_record(null::").push(R::TABLE.name).push(", ");
    sql.push_bind(Value::Object(values)).push(")) where tenant_id = ");
    sql.push_bind(tenant).push(" and id = ").push_bind(record.id);
    let done = sql.build().execute(tx.conn()).await?.rows_affected();
    if done == 1 { Ok(()) } else { Err(Error::not_found(R::TABLE.noun)) }
}

/// Puts a locked record into the recycle bin.
pub async fn delete<R: Record>(tx: &mut Tx, record: &Locked<R>) -> Result<()> {
    known::written(tx, R::TABLE);
    let (tenant, now, actor) = (tx.tenant(), tx.now(), tx.actor().user);
    let mut sql = QueryBuilder::<Postgres>::new("update ");
    sql.push(R::TABLE.name).push(" set deleted_at = ").push_bind(now);
    sql.push(", deleted_by = ").push_bind(actor).push(" where tenant_id = ");
    sql.push_bind(tenant).push(" and id = ").push_bind(record.id);
    sql.build().execute(tx.conn()).await?;
    Ok(())
}

/// Moves what somebody owns, of every kind, to the department that he works in now.
pub async fn follow_owner(tx: &mut Tx, owner: UserId, department: DepartmentId) -> Result<()> {
    let tenant = tx.tenant();
    for table in tables::all() {
        if !matches!(table.scope, ScopeRule::Owned { .. } | ScopeRule::Told(_)) {
            continue;
        }
        let mut sql = QueryBuilder::<Postgres>::new("update ");
        sql.push(table.name).push(" set owner_department_id = ").push_bind(department);
        sql.push(" where tenant_id = ").push_bind(tenant).push(" and owner_id = ").push_bind(owner);
        sql.push(" and owner_department_id is distinct from ").push_bind(department);
        sql.build().execute(tx.conn()).await?;
    }
    Ok(())
}

/// What a record is found by, where its table is searched: pieces of its text, and words of added fields.
pub(crate) fn found_by(values: &Map<String, Value>, words: Vec<String>) -> Vec<String> {
    let mut found_by = tokens(values.get("search_text").and_then(Value::as_str).unwrap_or_default());
    found_by.extend(words);
    found_by
}

/// The column list, every name of which is the table's own.
fn columns(table: &Table, values: &Map<String, Value>) -> Result<String> {
    let mut names = String::new();
    for key in values.keys() {
        let known = table.column(key).filter(|column| column.sql.is_none()).map(|column| column.key);
        let known = known.or_else(|| table.internal.iter().copied().find(|name| name == key));
        let name = known.ok_or_else(|| Error::unexpected(format!("{} has no column {key}", table.name)))?;
        if !names.is_empty() {
            names.push_str(", ");
        }
        names.push_str(name);
    }
    Ok(names)
}
