//! What a list comes to: the records that it would show, counted and summed up, for each value of some columns. Scope,
//! filter and search are those of the list, so that every figure is the sum of what the reader may see.

use guanxi_domain::{Permission, Result, page::ListQuery};
use rust_decimal::Decimal;
use sqlx::{Postgres, QueryBuilder, Row};

use super::{
    condition::seen_column,
    page::push_asked,
    scope::push_scope_of,
    search::{Question, find_rare},
};
use crate::{Record, Tx};

/// What the records with the same values come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Total {
    /// The values, in the order of the columns that were asked for.
    pub of: Vec<Option<String>>,
    pub count: i64,
    /// Nothing where the reader may not see the column.
    pub sums: Vec<Option<Decimal>>,
}

/// Whether the caller sees all of a column, so that he may know what it comes to.
pub fn shows<R: Record>(tx: &Tx, key: &str) -> bool {
    let right = R::TABLE.column(key).map(|column| R::TABLE.right(&tx.actor().access, column));
    right.is_some_and(|right| right.is_seen_in_full())
}

/// Sums up the columns `sums` of what matches, for each combination of values of the columns `by`.
pub async fn totals<R: Record>(
    tx: &mut Tx,
    permission: Permission,
    query: &ListQuery,
    by: &[&'static str],
    sums: &[&'static str],
) -> Result<Vec<Total>> {
    let table = super::prepare(tx, R::TABLE).await?;
    find_rare(tx, table, query.filter.as_ref()).await?;
    let question = Question::of(table, query.q.as_deref(), tx).await?;
    let mut sql = QueryBuilder::<Postgres>::new("select count(*)");
    for key in by {
        sql.push(", t.").push(seen_column(table, key, tx.actor(), "filter")?.key).push("::text");
    }
    for key in sums {
        match shows::<R>(tx, key) {
            true => sql.push(", coalesce(sum(t.").push(*key).push("), 0)"),
            false => sql.push(", null::numeric"),
        };
    }
    sql.push(" from ").push(table.name).push(" t where t.deleted_at is null");
    push_scope_of(&mut sql, table, tx, permission, query.filter.as_ref())?;
    push_asked(&mut sql, table, query.filter.as_ref(), question.as_ref(), tx)?;
    for (index, key) in by.iter().enumerate() {
        sql.push(if index == 0 { " group by t." } else { ", t." }).push(*key);
    }
    let rows = sql.build().fetch_all(tx.conn()).await?;
    rows.iter()
        .map(|row| {
            let of = (1..=by.len()).map(|index| row.try_get(index)).collect::<Result<_, _>>()?;
            let sums = (1..=sums.len()).map(|index| row.try_get(by.len() + index)).collect::<Result<_, _>>()?;
            Ok(Total { count: row.try_get(0)?, of, sums })
        })
        .collect()
}
