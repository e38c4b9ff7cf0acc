//! The order of a list, and where in it a page begins.

use guanxi_domain::{
    Error, Result,
    page::{ListQuery, Sort},
};
use serde_json::Value;
use sqlx::{Postgres, QueryBuilder, postgres::PgRow};
use uuid::Uuid;

use super::{
    condition::{bind, push_target, seen_column},
    cover::covering_pools,
    page::out_of_range,
    select::unknown_field,
};
use crate::{Column, Table, Tx, cursor, json};

/// The order of a list, ending in the id.
pub struct Order {
    keys: Vec<Key>,
}

pub struct Key {
    column: &'static Column,
    descending: bool,
    /// The pools in which it is covered: what lies there has no place in the order.
    covered_in: Vec<Uuid>,
}

impl Key {
    fn is_nullable(&self) -> bool {
        self.column.nullable() || !self.covered_in.is_empty()
    }

    pub fn push(&self, sql: &mut QueryBuilder<Postgres>, tx: &Tx) {
        if self.covered_in.is_empty() {
            return push_target(sql, self.column, tx);
        }
        sql.push("(case when t.pool_id is null or t.pool_id <> all(").push_bind(self.covered_in.clone());
        sql.push(") then ");
        push_target(sql, self.column, tx);
        sql.push(" end)");
    }
}

impl Order {
    pub fn of(table: &'static Table, query: &ListQuery, tx: &Tx) -> Result<Self> {
        let asked = if query.sort.is_empty() { Sort::parse(table.sort) } else { query.sort.clone() };
        if asked.len() > 4 {
            return Err(out_of_range("sort", 4));
        }
        let mut keys = Vec::with_capacity(asked.len() + 1);
        for Sort { field, descending } in &asked {
            let column = seen_column(table, field, tx.actor(), "sort")?;
            if !column.sort && column.key != "id" {
                return Err(unknown_field("sort", field));
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

    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// Whether it begins with a column that a live one has its order from.
    pub fn is_of_live(&self, table: &Table) -> bool {
        let first = self.keys.first().map(|key| key.column.key);
        table.columns.iter().filter_map(|column| column.live).any(|live| live.order.is_some() && live.order == first)
    }

    /// Whether it is that of creation, in which an index has all that one person or one pool holds.
    pub fn is_of_creation(&self) -> bool {
        self.is_plain() && self.keys.iter().map(|key| key.column.key).eq(["created_at", "id"])
    }

    /// What a cursor is good for: this tenant's list in this order.
    pub fn signature(&self, table: &Table, tx: &Tx) -> String {
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

    pub fn push_order(&self, sql: &mut QueryBuilder<Postgres>, tx: &Tx) {
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
    pub fn push_after(&self, sql: &mut QueryBuilder<Postgres>, values: &[Value], tx: &Tx) -> Result<()> {
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
    pub fn seal(&self, table: &Table, row: &PgRow, width: usize, tx: &Tx) -> Result<String> {
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
