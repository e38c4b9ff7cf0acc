//! What records hold of a field follows when the field changes or goes: in parts, as a job.

use guanxi_domain::{Error, Result, search};
use serde_json::{Map, Value, json};
use sqlx::{Postgres, QueryBuilder, Row};
use uuid::Uuid;

use super::{Own, values};
use crate::{Table, Tx, jobs, table::CUSTOM, tables, write};

/// The job that [`tidy`] works for.
pub const TIDYING: &str = "custom_field";

/// So many records are brought up to date in one transaction.
const PART: i64 = 500;

/// Has the records that hold a field brought up to what it will be when this transaction is done.
pub async fn ask_for_tidying(tx: &mut Tx, resource: &str, key: &str) -> Result<()> {
    jobs::enqueue(tx, TIDYING, &json!({"resource": resource, "key": key})).await?;
    Ok(())
}

/// Whether records may still hold what a field of this key left behind.
pub async fn is_tidying(tx: &mut Tx, resource: &str, key: &str) -> Result<bool> {
    let sql = "select exists (select from jobs where tenant_id = $1 and name = $2
               and status in ('waiting', 'running', 'failed') and payload @> $3)";
    let asked = json!({"resource": resource, "key": key});
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(TIDYING).bind(asked).fetch_one(tx.conn()).await?)
}

/// Notes how far a job has got.
pub async fn note(tx: &mut Tx, job: Uuid, after: Uuid) -> Result<()> {
    let sql = "update jobs set payload = payload || $3 where tenant_id = $1 and id = $2";
    sqlx::query(sql).bind(tx.tenant()).bind(job).bind(json!({ "after": after })).execute(tx.conn()).await?;
    Ok(())
}

/// Writes anew, for the next records that hold a field, what they are found by; takes its value away where there is no
/// such field any more. Answers with the last of them.
pub async fn tidy(tx: &mut Tx, resource: &str, key: &str, after: Option<Uuid>) -> Result<Option<Uuid>> {
    let Some(table) = tables::by_path(resource).filter(|table| table.is_open()) else { return Ok(None) };
    let own = tx.own_table(table).await?;
    let mut sql = QueryBuilder::<Postgres>::new("select id, search_text, custom from ");
    sql.push(table.name).push(" where tenant_id = ").push_bind(tx.tenant()).push(" and custom ? ").push_bind(key);
    sql.push(" and id > ").push_bind(after.unwrap_or_default());
    sql.push(" order by id limit ").push_bind(PART).push(" for update");
    let rows = sql.build().fetch_all(tx.conn()).await?;
    sqlx::query("select set_config('app.tidies', 'on', true)").execute(tx.conn()).await?;
    let mut last = None;
    for row in rows {
        let (id, text, custom): (Uuid, String, Value) = (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
        rewrite(tx, table, own.as_ref(), id, key, &text, custom).await?;
        last = Some(id);
    }
    sqlx::query("select set_config('app.tidies', '', true)").execute(tx.conn()).await?;
    Ok(last)
}

async fn rewrite(
    tx: &mut Tx,
    table: &Table,
    own: Option<&Own>,
    id: Uuid,
    key: &str,
    text: &str,
    mut custom: Value,
) -> Result<()> {
    // A field in the recycle bin keeps its values, and nobody finds by it.
    let is_kept = own.is_some_and(|own| own.defined.iter().any(|field| *field.details.key == *key));
    let used = own.and_then(|own| own.fields().find(|field| *field.key == *key));
    let value = custom.get(key).cloned().unwrap_or_default();
    let text = search::with_line(text, key, used.and_then(|field| field.searched(&value)));
    if !is_kept {
        custom.as_object_mut().map(|custom| custom.remove(key));
    }
    let words = own.map(|own| values::words(own, &custom)).unwrap_or_default();
    let row = Map::from_iter([("search_text".to_owned(), text.into()), (CUSTOM.to_owned(), custom)]);
    let mut sql = QueryBuilder::<Postgres>::new("with tokens as (update ");
    sql.push(table.name).push("_tokens set tokens = ").push_bind(write::found_by(&row, words));
    sql.push(" where tenant_id = ").push_bind(tx.tenant()).push(" and id = ").push_bind(id).push(") update ");
    sql.push(table.name)
        .push(" set (search_text, custom) = (select search_text, custom from jsonb_populate_record(null::");
    sql.push(table.name).push(", ").push_bind(Value::Object(row)).push(")) where tenant_id = ");
    sql.push_bind(tx.tenant()).push(" and id = ").push_bind(id);
    let done = sql.build().execute(tx.conn()).await?.rows_affected();
    if done == 1 { Ok(()) } else { Err(Error::not_found(table.noun)) }
}
