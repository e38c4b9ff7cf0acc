//! One question to several kinds of records at once.

use std::cmp::Reverse;

use guanxi_domain::{
    Result, access,
    page::{Count, ListQuery},
};
use serde_json::Value;

use crate::{Table, Tx, read, tables};

/// The kinds of records that are searched, and what is told of each beside its name.
const SEARCHED: &[(&str, &[&str])] = &[
    ("customers", &["no", "owner_name"]),
    ("leads", &["no", "owner_name"]),
    ("contacts", &["customer_name", "title"]),
    ("opportunities", &["customer_name", "owner_name"]),
    ("users", &["login", "department_name"]),
];

/// A record that was found.
pub struct Hit {
    pub table: &'static Table,
    pub id: String,
    pub title: String,
    pub subtitle: Option<String>,
}

/// The best matches of each kind that the actor may see, `limit` in all.
pub async fn search(tx: &mut Tx, question: &str, limit: usize) -> Result<Vec<Hit>> {
    let mut kinds = Vec::new();
    for (path, beside) in SEARCHED {
        let Some(table) = tables::by_path(path).filter(|table| table.searchable) else { continue };
        let Some(read) = access::permission(&format!("{}:read", table.noun)) else { continue };
        if !tx.actor().access.may(read) {
            continue;
        }
        let beside: Vec<&str> = beside.iter().copied().filter(|key| table.has(key)).collect();
        let query = ListQuery {
            q: Some(question.to_owned()),
            limit: Some(20),
            fields: Some(["name"].iter().chain(&beside).map(|key| (*key).to_owned()).collect()),
            count: Count::None,
            ..ListQuery::default()
        };
        let found = read::page_of_table(tx, table, read, &query).await?;
        let items: Vec<Value> = serde_json::from_slice(&found.items).map_err(guanxi_domain::Error::unexpected)?;
        let mut hits: Vec<Hit> = items.iter().map(|item| hit(table, item, &beside)).collect();
        hits.sort_by_key(|hit| Reverse(rank(&hit.title, question)));
        kinds.push(hits.into_iter());
    }
    let mut hits = Vec::new();
    // Each kind in turn, so that none crowds the others out.
    while hits.len() < limit {
        let before = hits.len();
        hits.extend(kinds.iter_mut().filter_map(Iterator::next));
        if hits.len() == before {
            break;
        }
    }
    hits.truncate(limit);
    hits.sort_by_key(|hit| SEARCHED.iter().position(|(path, _)| *path == hit.table.path()));
    Ok(hits)
}

fn hit(table: &'static Table, item: &Value, beside: &[&str]) -> Hit {
    let text = |key: &str| item.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
    let subtitle: Vec<&str> = beside.iter().filter_map(|key| text(key)).collect();
    Hit {
        table,
        id: text("id").unwrap_or_default().to_owned(),
        title: text("name").unwrap_or_default().to_owned(),
        subtitle: (!subtitle.is_empty()).then(|| subtitle.join(" · ")),
    }
}

/// The same before what begins so, before the rest.
fn rank(title: &str, question: &str) -> u8 {
    let (title, question) = (title.to_lowercase(), question.trim().to_lowercase());
    match (title == question, title.starts_with(&question)) {
        (true, _) => 2,
        (false, true) => 1,
        (false, false) => 0,
    }
}
