//! Search by any two characters. A rare word goes by its index, a common one by the page's order, newest first.

use std::{sync::LazyLock, time::Duration};

use guanxi_domain::{
    Error, Result,
    fields::Kind,
    search::{Query, query_tokens},
};
use moka::future::Cache;
use sqlx::{Postgres, QueryBuilder};
use uuid::Uuid;

use super::condition::push_cover;
use crate::{Table, Tx};

/// From here on it is cheaper to walk the list until a page is full than to fetch all that match and sort them.
const COMMON: i64 = 2_000;

/// Words asked for in one tenant's table.
type Words = (Uuid, &'static str, Vec<String>);

/// Which words are common is only a hint: a wrong one costs time, never an answer.
static HINTS: LazyLock<Cache<Words, bool>> =
    LazyLock::new(|| Cache::builder().max_capacity(100_000).time_to_live(Duration::from_secs(600)).build());

/// What a list is asked to have in it.
pub struct Question {
    words: Query,
    has_digits: bool,
    /// Whether many records have its words.
    pub common: bool,
}

impl Question {
    pub async fn of(table: &'static Table, text: Option<&str>, tx: &mut Tx) -> Result<Option<Self>> {
        let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Ok(None) };
        if !table.searchable {
            return Err(Error::malformed("q"));
        }
        let words = query_tokens(text);
        let common = !words.tokens.is_empty() && is_common(table, &words, tx).await?;
        Ok(Some(Self { has_digits: text.bytes().any(|byte| byte.is_ascii_digit()), words, common }))
    }

    /// Adds `and …` for its words.
    pub fn push(&self, sql: &mut QueryBuilder<Postgres>, table: &Table, tx: &Tx) {
        if self.words.is_empty() {
            sql.push(" and false");
            return;
        }
        if self.has_digits {
            // Digits may be those of a phone that a pool covers.
            for column in table.columns.iter().filter(|column| column.kind == Kind::Phone) {
                sql.push(" and (true");
                push_cover(sql, table, column.key, tx.actor());
                sql.push(")");
            }
        }
        let mut patterns = self.words.patterns.clone();
        if self.common {
            // The text alone says the same; it is read faster, and has no index that the planner could prefer.
            patterns = self.words.all_patterns();
        } else if !self.words.tokens.is_empty() {
            // Few are found: their ids lead to them, whatever else is asked.
            sql.push(" and t.id = any(array(select found.id");
            push_found(sql, table, tx, &self.words.tokens);
            sql.push("))");
        }
        for pattern in patterns {
            sql.push(" and t.search_text like ").push_bind(pattern);
        }
    }
}

/// Whether more than [`COMMON`] records have all these tokens.
async fn is_common(table: &'static Table, query: &Query, tx: &mut Tx) -> Result<bool> {
    let key = (tx.tenant(), table.name, query.tokens.clone());
    if let Some(common) = HINTS.get(&key).await {
        return Ok(common);
    }
    let mut sql = QueryBuilder::<Postgres>::new("select count(*) from (select 1");
    push_found(&mut sql, table, tx, &query.tokens);
    sql.push(" limit ").push_bind(COMMON).push(") found");
    let found: i64 = sql.build_query_scalar().fetch_one(tx.conn()).await?;
    HINTS.insert(key, found == COMMON).await;
    Ok(found == COMMON)
}

/// Adds `from …` for the records that have all these tokens, by the index beside their table.
fn push_found(sql: &mut QueryBuilder<Postgres>, table: &Table, tx: &Tx, tokens: &[String]) {
    sql.push(" from ").push(table.name).push("_tokens found where found.tenant_id = ").push_bind(tx.tenant());
    sql.push(" and found.tokens @> ").push_bind(tokens.to_vec());
}
