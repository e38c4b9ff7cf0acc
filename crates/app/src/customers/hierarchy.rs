//! The tree that a customer stands in, as far as the caller sees it (3.9).

use std::collections::HashMap;

use guanxi_domain::{
    Result,
    access::{contact, customer},
    filter::{Filter, Leaf, Op},
    page::ListQuery,
};
use guanxi_persistence::{
    Tx,
    customers::customer::{self as store, Customer},
    read,
};
use serde::Serialize;
use serde_json::{Map, Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

/// The most customers of a tree that are shown.
const MOST: i64 = 500;
const SHOWN: &[&str] = &[
    "id",
    "no",
    "name",
    "level",
    "status",
    "owner_id",
    "owner_name",
    "pool_id",
    "deal_status",
    "is_key_account",
    "last_activity_at",
];

#[derive(Debug, Serialize, ToSchema)]
pub struct Hierarchy {
    /// Those above it that the caller sees, the topmost first.
    #[schema(value_type = Vec<Object>)]
    pub ancestors: Vec<Value>,
    /// It and those below it that the caller sees, each with its `parent_id` and its `depth` below the customer.
    #[schema(value_type = Vec<Object>)]
    pub nodes: Vec<Value>,
    /// Whether there are more than are shown.
    pub partial: bool,
    #[schema(required = true)]
    pub rollup: Option<Rollup>,
}

/// What those shown in `nodes` have together; null where the caller may not know.
#[derive(Debug, Serialize, ToSchema)]
pub struct Rollup {
    pub customers: usize,
    pub dealt: Option<usize>,
    pub contacts: Option<i64>,
    pub last_activity_at: Option<String>,
}

pub async fn of(tx: &mut Tx, id: Uuid, rollup: bool) -> Result<Hierarchy> {
    read::must_see::<Customer>(tx, id).await?;
    let mut above = store::ancestors(tx, id, super::customer::DEEPEST).await?;
    above.retain(|other| *other != id);
    above.reverse();
    let tree = store::descendants(tx, id, MOST + 1).await?;
    let shown: Vec<Uuid> = tree.iter().take(usize::try_from(MOST).unwrap_or_default()).map(|(id, ..)| *id).collect();
    let all: Vec<Uuid> = above.iter().chain(&shown).copied().collect();
    let mut seen = seen(tx, &all).await?;
    let partial = seen.len() < above.len() + tree.len();
    let ancestors = above.iter().filter_map(|id| seen.remove(id)).map(Value::Object).collect();
    let visible: Vec<Uuid> = shown.iter().filter(|id| seen.contains_key(id)).copied().collect();
    let mut nodes = Vec::with_capacity(visible.len());
    for (id, parent, depth) in &tree {
        let Some(mut node) = seen.remove(id) else { continue };
        let parent = parent.filter(|parent| visible.contains(parent));
        node.insert("parent_id".to_owned(), json!(parent));
        node.insert("depth".to_owned(), json!(depth));
        nodes.push(Value::Object(node));
    }
    let rollup = if rollup { Some(summed(tx, &visible, &nodes).await?) } else { None };
    Ok(Hierarchy { ancestors, nodes, partial, rollup })
}

/// Those of these customers that the caller may see, as he may see them.
async fn seen(tx: &mut Tx, ids: &[Uuid]) -> Result<HashMap<Uuid, Map<String, Value>>> {
    let leaf = Leaf { field: "id".to_owned(), op: Op::In, value: json!(ids) };
    let fields = SHOWN.iter().map(|key| (*key).to_owned()).collect();
    let query = ListQuery { filter: Some(Filter::Leaf(leaf)), fields: Some(fields), ..ListQuery::default() };
    let rows = read::each::<Customer>(tx, customer::READ, &query, None, 2 * MOST).await?;
    let id = |row: &Map<String, Value>| row.get("id")?.as_str()?.parse().ok();
    Ok(rows.into_iter().filter_map(|row| Some((id(&row)?, row))).collect())
}

async fn summed(tx: &mut Tx, ids: &[Uuid], nodes: &[Value]) -> Result<Rollup> {
    let texts = |key: &'static str| nodes.iter().filter_map(move |node| node[key].as_str());
    let knows_deals = nodes.iter().all(|node| node["deal_status"].is_string());
    let contacts = if tx.actor().access.may(contact::READ) { Some(store::contacts_of(tx, ids).await?) } else { None };
    Ok(Rollup {
        customers: nodes.len(),
        dealt: knows_deals.then(|| texts("deal_status").filter(|status| *status == "dealt").count()),
        contacts,
        last_activity_at: texts("last_activity_at").max().map(str::to_owned),
    })
}
