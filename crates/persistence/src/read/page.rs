//! Lists: one page, all ids that match, or every record in turn.

use guanxi_domain::{
    Error, FieldCode, Permission, Result,
    error::FieldError,
    filter::Filter,
    page::{Count, ListQuery, Sort, Total},
};
use serde_json::{Map, Value};
use sqlx::{Postgres, QueryBuilder, postgres::PgRow};
use uuid::Uuid;

use super::{
    condition::{bind, covering_pools, push_filter, push_target, seen_column},
    scope::{Parted, push_scope_of},
    search::{Question, find_rare},
    select::Selection,
};
use crate::{Column, Record, Table, Tx, cursor, json};

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

/// The order of a list, ending in the id.
struct Order {
    keys: Vec<Key>,
}

struct Key {
    column: &'static Column,
    descending: bool,
    /// The pools in which it is covered: what lies there has no place in the order.
    covered_in: Vec<Uuid>,
}

impl Key {
    fn is_nullable(&self) -> bool {
        self.column.nullable() || !self.covered_in.is_empty()
    }

    fn push(&self, sql: &mut QueryBuilder<Postgres>, tx: &Tx) {
        if self.covered_in.is_empty() {
            return push_target(sql, self.column, tx);
        }
        sql.push("(case when t.pool_id is null or t.pool_id <> all(").push_bind(self.covered_in.clone());
        sql.push(") then ");
        push_target(sql, self.column, tx);
        sql.push(" end)");
    }
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
    for key in &order.keys {
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
fn push_asked(
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

impl Order {
    fn of(table: &'static Table, query: &ListQuery, tx: &Tx) -> Result<Self> {
        let asked = if query.sort.is_empty() { Sort::parse(table.sort) } else { query.sort.clone() };
        if asked.len() > 4 {
            return Err(out_of_range("sort", 4));
        }
        let mut keys = Vec::with_capacity(asked.len() + 1);
        for Sort { field, descending } in &asked {
            let column = seen_column(table, field, tx.actor(), "sort")?;
            if !column.sort && column.key != "id" {
                return Err(super::select::unknown_field("sort", field));
            }
            let stored = column.live.and_then(|live| table.column(live.order?)).unwrap_or(column);
            let covered_in = covering_pools(table, column, tx.actor());
            keys.push(Key { column: stored, descending: *descending, covered_in });
        }
        if !keys.iter().any(|key| key.column.key == "id") {
            let descending = keys.first().is_some_and(|key| key.descending);
            let column = table.column("id").ok_or_else(|| Error::unexpected("a table without id"))?;
            keys.push(Key { column, descending, covered_in: Vec::new() });
        }
        Ok(Self { keys })
    }

    /// Whether it begins with a column that a live one has its order from.
    fn is_of_live(&self, table: &Table) -> bool {
        let first = self.keys.first().map(|key| key.column.key);
        table.columns.iter().filter_map(|column| column.live).any(|live| live.order.is_some() && live.order == first)
    }

    /// Whether it is that of creation, in which an index has all that one person or one pool holds.
    fn is_of_creation(&self) -> bool {
        self.is_plain() && self.keys.iter().map(|key| key.column.key).eq(["created_at", "id"])
    }

    /// What a cursor is good for: this tenant's list in this order.
    fn signature(&self, table: &Table, tx: &Tx) -> String {
        let mut signature = format!("{} {}", tx.tenant(), table.name);
        for key in &self.keys {
            signature.push(if key.descending { '-' } else { '+' });
            signature.push_str(key.column.key);
        }
        signature
    }

    /// Whether one comparison of rows says it all, so that an index answers.
    fn is_plain(&self) -> bool {
        let direction = self.keys.first().is_some_and(|key| key.descending);
        self.keys.iter().all(|key| key.descending == direction && !key.is_nullable())
    }

    fn push_order(&self, sql: &mut QueryBuilder<Postgres>, tx: &Tx) {
        for (index, key) in self.keys.iter().enumerate() {
            sql.push(if index == 0 { " order by " } else { ", " });
            key.push(sql, tx);
            sql.push(if key.descending { " desc" } else { "" });
            if key.is_nullable() {
                sql.push(" nulls last");
            }
        }
    }

    /// Adds `and …` for the rows behind the one whose values the cursor holds.
    fn push_after(&self, sql: &mut QueryBuilder<Postgres>, values: &[Value], tx: &Tx) -> Result<()> {
        if values.len() != self.keys.len() {
            return Err(Error::malformed("cursor"));
        }
        if self.is_plain() {
            sql.push(" and (");
            for (index, key) in self.keys.iter().enumerate() {
                sql.push(if index == 0 { "t." } else { ", t." }).push(key.column.key);
            }
            let descending = self.keys.first().is_some_and(|key| key.descending);
            sql.push(if descending { ") < (" } else { ") > (" });
            for (index, (key, value)) in self.keys.iter().zip(values).enumerate() {
                if index > 0 {
                    sql.push(", ");
                }
                bind(sql, key.column.kind, value, tx)?;
            }
            sql.push(")");
            return Ok(());
        }
        sql.push(" and ");
        self.push_behind(sql, values, 0, tx)
    }

    /// Behind in the first key, or level in it and behind in the rest. Nulls are last.
    fn push_behind(&self, sql: &mut QueryBuilder<Postgres>, values: &[Value], at: usize, tx: &Tx) -> Result<()> {
        let (Some(key), Some(value)) = (self.keys.get(at), values.get(at)) else {
            sql.push("false");
            return Ok(());
        };
        let target = |sql: &mut QueryBuilder<Postgres>, before: &str, after: &str| {
            sql.push(before);
            key.push(sql, tx);
            sql.push(after);
        };
        sql.push("(");
        if value.is_null() {
            target(sql, "", " is null");
        } else {
            target(sql, "", if key.descending { " < " } else { " > " });
            bind(sql, key.column.kind, value, tx)?;
            if key.is_nullable() {
                target(sql, " or ", " is null");
            }
            target(sql, " or (", " = ");
            bind(sql, key.column.kind, value, tx)?;
        }
        sql.push(" and ");
        self.push_behind(sql, values, at + 1, tx)?;
        sql.push(if value.is_null() { ")" } else { "))" });
        Ok(())
    }

    /// Seals the sort values of a row, which stand behind its `width` other columns.
    fn seal(&self, table: &Table, row: &PgRow, width: usize, tx: &Tx) -> Result<String> {
        let mut values = Vec::with_capacity(self.keys.len());
        let mut buffer = Vec::new();
        for (index, key) in self.keys.iter().enumerate() {
            buffer.clear();
            json::write_value(&mut buffer, row, width + index, key.column.kind, tx.actor().zone)?;
            values.push(serde_json::from_slice(&buffer).map_err(Error::unexpected)?);
        }
        cursor::seal(tx.db().secret(), &self.signature(table, tx), &values)
    }
}

fn out_of_range(parameter: &'static str, max: u32) -> Error {
    let mut error = Error::malformed(parameter);
    if let Error::Refused(refusal) = &mut error {
        refusal.fields.push(FieldError::new(parameter, FieldCode::OutOfRange).with("max", max));
    }
    error
}
