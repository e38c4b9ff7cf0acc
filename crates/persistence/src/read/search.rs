//! Search by any two characters. A rare word goes by its index, a common one by the page's order, newest first.

use std::{sync::LazyLock, time::Duration};

use guanxi_domain::{
    Actor, Error, Result,
    filter::Filter,
    search::{Query, lines_of, query_tokens},
};
use moka::future::Cache;
use sqlx::{Postgres, QueryBuilder};
use uuid::Uuid;

use super::cover::covering_seats;
use crate::{Table, Tx, custom};

/// From here on it is cheaper to walk the list until a page is full than to fetch all that match and sort them.
const COMMON: i64 = 2_000;

/// Words asked for in one tenant's table.
type Words = (Uuid, &'static str, &'static str, Vec<String>);

/// Which words are common is only a hint: a wrong one costs time, never an answer.
static HINTS: LazyLock<Cache<Words, bool>> =
    LazyLock::new(|| Cache::builder().max_capacity(100_000).time_to_live(Duration::from_secs(600)).build());

/// What a list is asked to have in it.
pub struct Question {
    words: Query,
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
        let common = !words.tokens.is_empty() && is_common(table, ALL, &words.tokens, tx).await?;
        Ok(Some(Self { words, common }))
    }

    /// Adds `and …` for its words.
    pub fn push(&self, sql: &mut QueryBuilder<Postgres>, table: &Table, tx: &Tx) {
        if self.words.is_empty() {
            sql.push(" and false");
            return;
        }
        let mut patterns = self.words.patterns.clone();
        if self.common {
            // The text alone says the same; it is read faster, and has no index that the planner could prefer.
            patterns = self.words.all_patterns();
        } else if !self.words.tokens.is_empty() {
            push_few(sql, table, tx, ALL, &self.words.tokens);
        }
        for pattern in patterns {
            sql.push(" and t.search_text like ").push_bind(pattern);
        }
        self.push_open(sql, table, tx.actor());
    }

    /// Adds `and …` for what the caller sees: a word that stands in a field closed to him is no answer.
    fn push_open(&self, sql: &mut QueryBuilder<Postgres>, table: &Table, actor: &Actor) {
        let patterns = self.words.all_patterns();
        let mut push = |pool: Option<Uuid>, closed: &[&str]| {
            if closed.is_empty() {
                return;
            }
            sql.push(" and (");
            if let Some(pool) = pool {
                sql.push("t.pool_id is distinct from ").push_bind(pool).push(" or ");
            }
            sql.push("regexp_replace(t.search_text, ").push_bind(lines_of(closed.iter().copied()));
            sql.push(", '', 'g') like all(").push_bind(patterns.clone()).push("))");
        };
        let closed: Vec<&str> = table
            .own_columns()
            .filter(|column| !table.right(&actor.access, column).is_seen_in_full())
            .map(|column| column.key)
            .collect();
        push(None, &closed);
        for seat in covering_seats(table, actor) {
            let covered: Vec<&str> =
                closed.iter().copied().chain(seat.masked_fields.iter().map(String::as_str)).collect();
            push(Some(seat.pool), &covered);
        }
    }
}

/// Notes which values of added fields that a filter asks for few records have.
pub async fn find_rare(tx: &mut Tx, table: &'static Table, filter: Option<&Filter>) -> Result<()> {
    let Some(filter) = filter.filter(|_| !table.added.is_empty()) else { return Ok(()) };
    for words in custom::words_in(filter, table, tx) {
        if !is_common(table, ANY, &words, tx).await? {
            tx.finds_rare(words);
        }
    }
    Ok(())
}

/// Whether more than [`COMMON`] records have all these tokens, or any of them.
async fn is_common(table: &'static Table, test: &'static str, tokens: &[String], tx: &mut Tx) -> Result<bool> {
    let key = (tx.tenant(), table.name, test, tokens.to_vec());
    if let Some(common) = HINTS.get(&key).await {
        return Ok(common);
    }
    let mut sql = QueryBuilder::<Postgres>::new("select count(*) from (select 1");
    push_found(&mut sql, table, tx, test, tokens);
    sql.push(" limit ").push_bind(COMMON).push(") found");
    let found: i64 = sql.build_query_scalar().fetch_one(tx.conn()).await?;
    HINTS.insert(key, found == COMMON).await;
    Ok(found == COMMON)
}

const ALL: &str = " @> ";
const ANY: &str = " && ";

/// Adds `and …`: few records have any of these tokens, and their ids lead to them, whatever else is asked.
pub fn push_any(sql: &mut QueryBuilder<Postgres>, table: &Table, tx: &Tx, tokens: &[String]) {
    push_few(sql, table, tx, ANY, tokens);
}

fn push_few(sql: &mut QueryBuilder<Postgres>, table: &Table, tx: &Tx, test: &'static str, tokens: &[String]) {
    sql.push(" and t.id = any(array(select found.id");
    push_found(sql, table, tx, test, tokens);
    sql.push("))");
}

/// Adds `from …` for the records that have these tokens, by the index beside their table.
fn push_found(sql: &mut QueryBuilder<Postgres>, table: &Table, tx: &Tx, test: &'static str, tokens: &[String]) {
    sql.push(" from ").push(table.name).push("_tokens found where found.tenant_id = ").push_bind(tx.tenant());
    sql.push(" and found.tokens").push(test).push_bind(tokens.to_vec());
}
