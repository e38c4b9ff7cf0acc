//! Search by any two characters. A rare word goes by its index, a common one by the page's order, newest first.

use std::{sync::LazyLock, time::Duration};

use guanxi_domain::{Result, search::Query};
use moka::future::Cache;
use sqlx::{Postgres, QueryBuilder};
use uuid::Uuid;

use crate::{Table, Tx};

/// From here on it is cheaper to walk the list until a page is full than to fetch all that match and sort them.
const COMMON: i64 = 2_000;

/// Words asked for in one tenant's table.
type Words = (Uuid, &'static str, Vec<String>);

/// Which words are common is only a hint: a wrong one costs time, never an answer.
static HINTS: LazyLock<Cache<Words, bool>> =
    LazyLock::new(|| Cache::builder().max_capacity(100_000).time_to_live(Duration::from_secs(600)).build());

/// Adds `and …` for the words of a question.
pub async fn push_search(
    sql: &mut QueryBuilder<Postgres>,
    table: &'static Table,
    query: &Query,
    tx: &mut Tx,
) -> Result<()> {
    if !query.tokens.is_empty() {
        let common = is_common(table, query, tx).await?;
        // `|| '{}'` hides the column from its index, so that the planner walks the list.
        let column = if common { " and (t.search_tokens || '{}') @> " } else { " and t.search_tokens @> " };
        sql.push(column).push_bind(query.tokens.clone());
    }
    for pattern in &query.patterns {
        sql.push(" and t.search_text like ").push_bind(pattern.clone());
    }
    Ok(())
}

/// Whether more than [`COMMON`] records have all these tokens.
async fn is_common(table: &'static Table, query: &Query, tx: &mut Tx) -> Result<bool> {
    let key = (tx.tenant(), table.name, query.tokens.clone());
    if let Some(common) = HINTS.get(&key).await {
        return Ok(common);
    }
    let mut sql = QueryBuilder::<Postgres>::new("select count(*) from (select 1 from ");
    sql.push(table.name).push(" t where t.tenant_id = ").push_bind(tx.tenant());
    sql.push(" and t.search_tokens @> ").push_bind(query.tokens.clone());
    sql.push(" limit ").push_bind(COMMON).push(") found");
    let found: i64 = sql.build_query_scalar().fetch_one(tx.conn()).await?;
    HINTS.insert(key, found == COMMON).await;
    Ok(found == COMMON)
}
