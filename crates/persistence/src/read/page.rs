//! Lists: one page, all ids that match, or every record in turn.

use guanxi_domain::{
    Error, FieldCode, Permission, Result,
    error::FieldError,
    filter::Filter,
    page::{Count, ListQuery, Sort, Total},
};
use serde_json::{Map, Value};
use sqlx::{Postgres, QueryBuilder};
use uuid::Uuid;

use super::{
    condition::{push_filter, push_target, seen_column},
    order::Order,
    scope::{Parted, push_scope_of},
    search::{Question, find_rare},
    select::Selection,
};
use crate::{Record, Table, Tx, cursor};

const DEFAULT_LIMIT: u16 = 50;
const MAX_LIMIT: u16 = 200;
const MAX_OFFSET: u32 = 10_000;
const COUNT_CAP: i64 = 10_000;

/// One page as it goes out.
pub struct PageBody {
    /// A JSON array of records.
    pub items: Vec<u8>,
    pub next_cursor: Option<String>,
    pub total: Option<Total>,
}

pub async fn page<R: Record>(tx: &mut Tx, query: &ListQuery) -> Result<PageBody> {
    page_of(tx, R::TABLE, R::READ, query, " and t.deleted_at is null").await
}

/// Refuses what a list of this table would refuse: fields that are unknown or hidden, values that do not fit.
pub async fn check(tx: &mut Tx, table: &'static Table, filter: Option<&Filter>, sort: Vec<Sort>) -> Result<()> {
    let table = super::prepare(tx, table).await?;
    Order::of(table, &ListQuery { sort, ..ListQuery::default() }, tx)?;
    match filter {
        Some(filter) => push_filter(&mut QueryBuilder::new(""), table, filter, tx),
        None => Ok(()),
    }
}

/// A page of a table that is only known at run time.
pub(crate) async fn page_of_table(
    tx: &mut Tx,
    table: &'static Table,
    permission: Permission,
    query: &ListQuery,
) -> Result<PageBody> {
    page_of(tx, table, permission, query, " and t.deleted_at is null").await
}

pub(crate) async fn page_of(
    tx: &mut Tx,
    table: &'static Table,
    permission: Permission,
    query: &ListQuery,
    condition: &'static str,
) -> Result<PageBody> {
    let limit = query.limit.unwrap_or(DEFAULT_LIMIT);
    if limit == 0 || limit > MAX_LIMIT {
        return Err(out_of_range("limit", MAX_LIMIT.into()));
    }
    let table = super::prepare(tx, table).await?;
    find_rare(tx, table, query.filter.as_ref()).await?;
    let order = Order::of(table, query, tx)?;
    let selection = Selection::new(table, tx, query.fields.as_deref(), true)?;
    let question = Question::of(table, query.q.as_deref(), tx).await?;
    let offset = query.offset.unwrap_or_default();
    if offset > MAX_OFFSET {
        return Err(out_of_range("offset", MAX_OFFSET));
    }
    let after = query.cursor.as_deref();
    let after = after.map(|text| cursor::open(tx.db().secret(), &order.signature(table, tx), text)).transpose()?;
    let asked = |sql: &mut QueryBuilder<Postgres>, tx: &Tx| {
        push_asked(sql, table, query.filter.as_ref(), question.as_ref(), tx)?;
        match &after {
            Some(values) => order.push_after(sql, values, tx),
            None => Ok(()),
        }
    };
    let walks = order.is_of_creation() && question.as_ref().is_none_or(|question| question.common);
    let parts = if walks { Parted::of(table, tx, permission, query.filter.as_ref())? } else { None };
    tx.narrow(order.is_of_live(table));
    let mut sql = QueryBuilder::new("");
    selection.push(&mut sql, tx);
    for key in order.keys() {
        sql.push(", ");
        key.push(&mut sql, tx);
    }
    sql.push(" from ");
    match parts {
        None => {
            sql.push(table.name).push(" t where true").push(condition);
            push_scope_of(&mut sql, table, tx, permission, query.filter.as_ref())?;
            asked(&mut sql, tx)?;
        }
        Some(parts) => {
            // The first rows of each part are enough to have the first of all.
            for index in 0..parts.len() {
                sql.push(if index == 0 { "((select t.* from " } else { " union all (select t.* from " });
                sql.push(table.name).push(" t where true").push(condition);
                parts.push(&mut sql, index, tx);
                asked(&mut sql, tx)?;
                order.push_order(&mut sql, tx);
                sql.push(" limit ").push_bind(i64::from(limit) + i64::from(offset) + 1).push(")");
            }
            sql.push(") t");
        }
    }
    tx.narrow(true);
    order.push_order(&mut sql, tx);
    sql.push(" limit ").push_bind(i64::from(limit) + 1);
    if offset > 0 {
        sql.push(" offset ").push_bind(i64::from(offset));
    }
    let rows = sql.build().fetch_all(tx.conn()).await?;
    let shown = &rows[..rows.len().min(usize::from(limit))];
    let mut items = Vec::with_capacity(1024 * shown.len() + 2);
    items.push(b'[');
    for (index, row) in shown.iter().enumerate() {
        if index > 0 {
            items.push(b',');
        }
        selection.write(&mut items, row, tx.actor())?;
    }
    items.push(b']');
    let next_cursor = match shown.last() {
        Some(last) if rows.len() > shown.len() => Some(order.seal(table, last, selection.width(), tx)?),
        _ => None,
    };
    let total = total(tx, table, permission, query, condition).await?;
    Ok(PageBody { items, next_cursor, total })
}

/// Filter and search of a request.
pub(super) fn push_asked(
    sql: &mut QueryBuilder<Postgres>,
    table: &'static Table,
    filter: Option<&Filter>,
    question: Option<&Question>,
    tx: &Tx,
) -> Result<()> {
    if let Some(filter) = filter {
        push_filter(sql, table, filter, tx)?;
    }
    if let Some(question) = question {
        question.push(sql, table, tx);
    }
    Ok(())
}

async fn total(
    tx: &mut Tx,
    table: &'static Table,
    permission: Permission,
    query: &ListQuery,
    condition: &'static str,
) -> Result<Option<Total>> {
    let cap = match query.count {
        Count::None => return Ok(None),
        Count::Capped => COUNT_CAP,
        Count::Exact => i64::MAX - 1,
    };
    let table = super::prepare(tx, table).await?;
    find_rare(tx, table, query.filter.as_ref()).await?;
    let question = Question::of(table, query.q.as_deref(), tx).await?;
    let mut sql = QueryBuilder::<Postgres>::new("select count(*) from (select 1 from ");
    sql.push(table.name).push(" t where true").push(condition);
    push_scope_of(&mut sql, table, tx, permission, query.filter.as_ref())?;
    push_asked(&mut sql, table, query.filter.as_ref(), question.as_ref(), tx)?;
    sql.push(" limit ").push_bind(cap + 1).push(") found");
    let found: i64 = sql.build_query_scalar().fetch_one(tx.conn()).await?;
    Ok(Some(Total { value: found.min(cap), capped: found > cap }))
}

/// How many records match a filter, all of them counted.
pub async fn count<R: Record>(tx: &mut Tx, filter: Option<Filter>) -> Result<i64> {
    let query = ListQuery { filter, count: Count::Exact, ..ListQuery::default() };
    let total = total(tx, R::TABLE, R::READ, &query, " and t.deleted_at is null").await?;
    Ok(total.map_or(0, |total| total.value))
}

/// The ids that match a filter under `permission`, at most `limit` of them.
pub async fn ids<R: Record>(tx: &mut Tx, permission: Permission, filter: &Filter, limit: i64) -> Result<Vec<Uuid>> {
    let table = super::prepare(tx, R::TABLE).await?;
    let mut sql = QueryBuilder::<Postgres>::new("select t.id from ");
    sql.push(table.name).push(" t where t.deleted_at is null");
    push_scope_of(&mut sql, table, tx, permission, Some(filter))?;
    push_filter(&mut sql, table, filter, tx)?;
    sql.push(" order by t.id limit ").push_bind(limit);
    Ok(sql.build_query_scalar().fetch_all(tx.conn()).await?)
}

/// Up to `limit` records behind `after` in the order of their ids, as the caller may see them in a list.
pub async fn each<R: Record>(
    tx: &mut Tx,
    permission: Permission,
    query: &ListQuery,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Map<String, Value>>> {
    let table = super::prepare(tx, R::TABLE).await?;
    let (selection, mut sql) = asked_for(tx, table, permission, query).await?;
    if let Some(after) = after {
        sql.push(" and t.id > ").push_bind(after);
    }
    sql.push(" order by t.id limit ").push_bind(limit);
    maps(tx, &selection, sql).await
}

/// The up to `limit` records in which a live column comes first, as the caller may see them in a list.
pub async fn first_by<R: Record>(
    tx: &mut Tx,
    permission: Permission,
    query: &ListQuery,
    live: &str,
    limit: i64,
) -> Result<Vec<Map<String, Value>>> {
    let table = super::prepare(tx, R::TABLE).await?;
    let (selection, mut sql) = asked_for(tx, table, permission, query).await?;
    sql.push(" order by ");
    push_target(&mut sql, seen_column(table, live, tx.actor(), "sort")?, tx);
    sql.push(", t.id limit ").push_bind(limit);
    maps(tx, &selection, sql).await
}

async fn asked_for(
    tx: &mut Tx,
    table: &'static Table,
    permission: Permission,
    query: &ListQuery,
) -> Result<(Selection<'static>, QueryBuilder<Postgres>)> {
    let question = Question::of(table, query.q.as_deref(), tx).await?;
    let selection = Selection::new(table, tx, query.fields.as_deref(), true)?;
    let mut sql = selection.select_from(table.name, tx);
    sql.push(" t where t.deleted_at is null");
    push_scope_of(&mut sql, table, tx, permission, query.filter.as_ref())?;
    push_asked(&mut sql, table, query.filter.as_ref(), question.as_ref(), tx)?;
    Ok((selection, sql))
}

async fn maps(
    tx: &mut Tx,
    selection: &Selection<'_>,
    mut sql: QueryBuilder<Postgres>,
) -> Result<Vec<Map<String, Value>>> {
    let rows = sql.build().fetch_all(tx.conn()).await?;
    let mut buffer = Vec::new();
    rows.iter()
        .map(|row| {
            buffer.clear();
            selection.write(&mut buffer, row, tx.actor())?;
            serde_json::from_slice(&buffer).map_err(Error::unexpected)
        })
        .collect()
}

pub fn out_of_range(parameter: &'static str, max: u32) -> Error {
    let mut error = Error::malformed(parameter);
    if let Error::Refused(refusal) = &mut error {
        refusal.fields.push(FieldError::new(parameter, FieldCode::OutOfRange).with("max", max));
    }
    error
}
