//! Lists of words.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock},
    time::Duration,
};

use guanxi_domain::{
    FieldCode, FieldError, Permission, Result, access,
    fields::Kind,
    platform::dictionary::{Item, ItemCode},
};
use moka::future::Cache;
use serde_json::{Map, Value};
use sqlx::{Postgres, QueryBuilder, types::Json};
use uuid::Uuid;

use crate::{Action, Column, Record, ScopeRule, Table, Tx, read::push_target, tables};

pub struct Dictionary;

impl Record for Dictionary {
    const TABLE: &'static Table = &Table {
        name: "dictionaries",
        noun: "dictionary",
        label: ["数据字典", "Dictionary"],
        columns: &[
            Column::new("code", Kind::Text, "编码", "Code").max(40).required().once(),
            Column::new("name", Kind::Text, "名称", "Name").max(200).required(),
            Column::new("name_en", Kind::Text, "英文名称", "English name").max(200).required(),
            Column::new("fixed", Kind::Bool, "固定选项", "Fixed items").filled().never(),
            Column::new("system", Kind::Bool, "系统预置", "Comes with the product").filled().never(),
            Column::new("items", Kind::Json, "选项", "Items").filled(),
        ],
        scope: ScopeRule::Tenant,
        actions: &[
            Action::new("update", access::dictionary::UPDATE),
            Action::new("delete", access::dictionary::UPDATE),
        ],
        sort: "code",
        shown: &["code", "name", "name_en", "system", "updated_at"],
        added: &[],
        searchable: false,
        internal: &[],
    };
    const READ: Permission = access::dictionary::READ;
}

/// The words of each list, by its code.
pub type Lists = Arc<HashMap<String, Vec<Item>>>;

/// Another process may change a word; this one sees it a second later.
static KNOWN: LazyLock<Cache<Uuid, Lists>> =
    LazyLock::new(|| Cache::builder().max_capacity(2_000).time_to_live(Duration::from_secs(1)).build());

/// All lists of the actor's organisation, at most a second old.
pub async fn lists(tx: &mut Tx) -> Result<Lists> {
    if let Some(known) = KNOWN.get(&tx.tenant()).await {
        return Ok(known);
    }
    let rows: Vec<(String, Json<Vec<Item>>)> =
        sqlx::query_as("select code, items from dictionaries where tenant_id = $1 and deleted_at is null")
            .bind(tx.tenant())
            .fetch_all(tx.conn())
            .await?;
    let lists: Lists = Arc::new(rows.into_iter().map(|(code, Json(items))| (code, items)).collect());
    KNOWN.insert(tx.tenant(), lists.clone()).await;
    Ok(lists)
}

/// Forgets what is kept of a tenant's words, after they were changed.
pub async fn forget(tenant: Uuid) {
    KNOWN.invalidate(&tenant).await;
}

/// Names the values among these that are no active word of their dictionary. What a record has already may stay.
pub async fn check(
    tx: &mut Tx,
    table: &Table,
    values: &Map<String, Value>,
    current: Option<&Map<String, Value>>,
) -> Result<Vec<FieldError>> {
    let mut wrong = Vec::new();
    for column in table.own_columns() {
        let Some(code) = column.kind.dictionary() else { continue };
        let Some(value) = values.get(column.key) else { continue };
        let held = current.and_then(|current| column.held(current));
        let is_list = value.is_array();
        for (index, word) in words(value).enumerate() {
            if held.is_some_and(|held| words(held).any(|known| known == word)) || has(tx, code, word).await? {
                continue;
            }
            let pointer = if is_list { format!("/{}/{index}", column.key) } else { format!("/{}", column.key) };
            wrong.push(FieldError::new(pointer, FieldCode::NotOneOf));
        }
    }
    Ok(wrong)
}

/// The words of a field, which holds one or a list.
fn words(value: &Value) -> impl Iterator<Item = &str> {
    value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice).iter().filter_map(Value::as_str)
}

/// Whether a list has this word, and it can be chosen.
pub async fn has(tx: &mut Tx, list: &str, code: &str) -> Result<bool> {
    let lists = lists(tx).await?;
    Ok(lists.get(list).is_some_and(|items| items.iter().any(|item| item.active && *item.code == *code)))
}

/// The resource some record of which carries the word.
pub async fn user_of(tx: &mut Tx, list: &str, code: &ItemCode) -> Result<Option<String>> {
    for table in tables::all() {
        let table = tx.table(table).await?;
        for column in table.own_columns().filter(|column| column.is_stored() && column.kind.dictionary() == Some(list))
        {
            let mut sql = QueryBuilder::<Postgres>::new("select 1 from ");
            sql.push(table.name).push(" t where t.tenant_id = ").push_bind(tx.tenant());
            sql.push(" and ");
            push_target(&mut sql, column, tx);
            sql.push(if matches!(column.kind, Kind::Items(_)) { " ? " } else { " = " });
            sql.push_bind(code.as_str()).push(" limit 1");
            if sql.build().fetch_optional(tx.conn()).await?.is_some() {
                return Ok(Some(table.path()));
            }
        }
    }
    Ok(None)
}
