//! What pools cover of the records that lie in them.

use guanxi_domain::{Actor, access::PoolSeat};
use sqlx::{Postgres, QueryBuilder};
use uuid::Uuid;

use crate::{Column, ScopeRule, Table};

/// The seats in pools that cover something of what lies in them.
pub fn covering_seats<'a>(table: &Table, actor: &'a Actor) -> impl Iterator<Item = &'a PoolSeat> {
    let has_pools = matches!(table.scope, ScopeRule::Owned { pool: Some(_), .. });
    let seats = actor.access.seats.iter().filter(move |_| has_pools);
    seats.filter(|seat| !seat.admin && !seat.masked_fields.is_empty())
}

/// The pools in which a column is covered.
pub fn covering_pools(table: &Table, column: &Column, actor: &Actor) -> Vec<Uuid> {
    let seats = covering_seats(table, actor);
    seats.filter(|seat| seat.masked_fields.iter().any(|key| column.tells(key))).map(|seat| seat.pool).collect()
}

/// A field that a pool covers cannot be guessed by asking for it.
pub fn push_cover(sql: &mut QueryBuilder<Postgres>, table: &Table, column: &Column, actor: &Actor) {
    let covering = covering_pools(table, column, actor);
    if !covering.is_empty() {
        sql.push(" and (t.pool_id is null or t.pool_id <> all(").push_bind(covering).push("))");
    }
}
