//! What a list is asked for, read from its query string.

use guanxi_domain::{
    Error, Result,
    filter::{Filter, Leaf, Op},
    page::{Count, ListQuery, Sort},
    platform::custom_field,
};
use guanxi_persistence::Table;
use serde_json::Value;

/// Reads filter, sort, page and the short forms `?status=a,b&owner_id=me`.
pub fn read(query: &str, table: &Table) -> Result<ListQuery> {
    let mut list = ListQuery::default();
    let mut short = Vec::new();
    for (key, value) in pairs(query) {
        match key.as_str() {
            "filter" => list.filter = Some(Filter::parse(&value)?),
            "sort" => list.sort = Sort::parse(&value),
            "cursor" => list.cursor = Some(value),
            "offset" => list.offset = Some(number(&key, &value)?),
            "limit" => list.limit = Some(number(&key, &value)?),
            "q" => list.q = Some(value),
            "fields" => list.fields = Some(value.split(',').map(str::to_owned).collect()),
            "count" => list.count = value.parse::<Count>().map_err(|_| Error::malformed("count"))?,
            "resource" if !table.has("resource") => {}
            "locale" => {}
            _ => short.push(short_form(&key, &value, table)?),
        }
    }
    if !short.is_empty() {
        let all = Filter::And(short);
        list.filter = Some(all.and(list.filter.take()));
    }
    Ok(list)
}

/// `level=A,B` means one of the two; an empty value means that there is none.
fn short_form(key: &str, value: &str, table: &Table) -> Result<Filter> {
    // What the organisation added is known when the list is read.
    let is_added = table.is_open() && key.starts_with(custom_field::PREFIX);
    if !is_added && table.column(key).is_none_or(|column| !column.filter) {
        return Err(guanxi_persistence::read::unknown_field("query", key));
    }
    let leaf = |op, value| Filter::Leaf(Leaf { field: key.to_owned(), op, value });
    Ok(match value {
        "" => leaf(Op::IsNull, Value::Null),
        _ if value.contains(',') => leaf(Op::In, value.split(',').map(Value::from).collect()),
        _ => leaf(Op::Eq, value.into()),
    })
}

fn number<T: std::str::FromStr>(key: &str, value: &str) -> Result<T> {
    value.parse().map_err(|_| Error::malformed(key))
}

/// The pairs of a query string, decoded.
pub fn pairs(query: &str) -> Vec<(String, String)> {
    actix_web::web::Query::<Vec<(String, String)>>::from_query(query)
        .map(|pairs| pairs.into_inner())
        .unwrap_or_default()
}
