//! Scope and filter become conditions. Names come from the table, values are bound.

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};
use guanxi_domain::{
    Actor, Code, Error, FieldCode, Permission, Result, Scope,
    access::{FieldAccess, Mask},
    error::FieldError,
    fields::Kind,
    filter::{Filter, Leaf, Op},
    time,
};
use rust_decimal::Decimal;
use serde_json::Value;
use sqlx::{Postgres, QueryBuilder};
use uuid::Uuid;

use super::select::unknown_field;
use crate::{
    Column, Table, Tx,
    table::{ScopeRule, Told, grants, made_is_enough, makes_for_others, team_gives},
};

/// Adds `and …` for the tenant and the rows that `permission` reaches.
pub fn push_scope(sql: &mut QueryBuilder<Postgres>, table: &Table, tx: &Tx, permission: Permission) -> Result<()> {
    // The fence says the same; saying it here lets the planner fold it away.
    sql.push(" and t.tenant_id = ").push_bind(tx.tenant());
    push_reach(sql, table, tx, permission, "t")
}

fn push_reach(
    sql: &mut QueryBuilder<Postgres>,
    table: &Table,
    tx: &Tx,
    permission: Permission,
    alias: &str,
) -> Result<()> {
    let actor = tx.actor();
    let scope = actor.access.scope(permission)?;
    if let (ScopeRule::Told(told), Some(me)) = (&table.scope, actor.user) {
        // However far somebody reaches: a draft is its author's alone.
        sql.push(" and (").push(alias).push(".status <> '").push(told.draft).push("' or ");
        sql.push(alias).push(".owner_id = ").push_bind(Uuid::from(me)).push(")");
    }
    match (&table.scope, scope) {
        (ScopeRule::Tenant, _) | (ScopeRule::Owned { .. } | ScopeRule::Told(_), Scope::All) => {}
        (ScopeRule::Shared(lists), _) => {
            let me: Option<Uuid> = actor.user.map(Into::into);
            sql.push(" and (").push(alias).push(".shared or ").push(alias).push(".owner_id = ").push_bind(me);
            push_lists(sql, lists, alias, me);
            sql.push(")");
        }
        (ScopeRule::Told(told), Scope::Reach(reach)) => {
            sql.push(" and (").push(alias).push(".owner_id = any(").push_bind(reach.users.clone()).push(") or ");
            sql.push(alias).push(".owner_department_id = any(").push_bind(reach.departments.clone()).push(")");
            let lists = told.lists(permission);
            if !lists.is_empty() {
                sql.push(" or ");
                push_told(sql, told, &lists, alias, tx);
            }
            sql.push(")");
        }
        (ScopeRule::Personal(column), _) => {
            let me: Option<Uuid> = actor.user.map(Into::into);
            sql.push(" and ").push(alias).push(".").push(column).push(" = ").push_bind(me);
        }
        (ScopeRule::Owned { pool, team }, Scope::Reach(reach)) => {
            let seats: Vec<Uuid> = pool
                .iter()
                .flat_map(|object| actor.access.visible_seats(object))
                .filter(|seat| grants(seat, scope, permission))
                .map(|seat| seat.pool)
                .collect();
            sql.push(" and (").push(alias);
            match reach.users[..] {
                [me] => sql.push(".owner_id = ").push_bind(Uuid::from(me)),
                _ => sql.push(".owner_id = any(").push_bind(reach.users.clone()).push(")"),
            };
            if !reach.departments.is_empty() {
                sql.push(" or ").push(alias).push(".owner_department_id = any(");
                sql.push_bind(reach.departments.clone()).push(")");
            }
            if !seats.is_empty() {
                sql.push(" or ").push(alias).push(".pool_id = any(").push_bind(seats).push(")");
            }
            if let Some(me) = actor.user.filter(|_| pool.is_some() && made_is_enough(permission, true))
                && makes_for_others(&actor.access, permission)
            {
                sql.push(" or ").push(alias).push(".created_by = ").push_bind(Uuid::from(me));
                if !made_is_enough(permission, false) {
                    sql.push(" and ").push(alias).push(".pool_id is not null");
                }
            }
            if let (Some(column), Some(writes)) = (team, team_gives(table, permission)) {
                sql.push(" or ").push(alias).push(".").push(column);
                push_team(sql, tx, writes);
            }
            sql.push(")");
        }
        (ScopeRule::Through(parents), _) => push_through(sql, table, parents, tx, permission)?,
    }
    Ok(())
}

/// Those who stand in one of a row's lists of people.
fn push_lists(sql: &mut QueryBuilder<Postgres>, lists: &[&'static str], alias: &str, me: Option<Uuid>) {
    for list in lists {
        sql.push(" or ").push(alias).push(".").push(*list).push(" @> array[").push_bind(me).push("::uuid]");
    }
}

/// Whether a row is told to the caller as one of these lists.
pub fn push_told(sql: &mut QueryBuilder<Postgres>, told: &Told, lists: &[&'static str], alias: &str, tx: &Tx) {
    let me: Option<Uuid> = tx.actor().user.map(Into::into);
    sql.push("(").push(alias).push(".status <> '").push(told.draft).push("' and (false");
    push_lists(sql, lists, alias, me);
    sql.push("))");
}

/// Adds ` = any (…)`: the customers in whose teams the caller is now. They are asked for once, so that an index finds
/// the rows.
pub fn push_team(sql: &mut QueryBuilder<Postgres>, tx: &Tx, writes: bool) {
    let me: Option<Uuid> = tx.actor().user.map(Into::into);
    sql.push(" = any(array(select m.customer_id from customer_team m where m.tenant_id = ").push_bind(tx.tenant());
    sql.push(" and m.user_id = ").push_bind(me).push(" and (m.expires_at is null or m.expires_at > ");
    sql.push_bind(tx.now()).push(if writes { ") and m.access = 'read_write'))" } else { ")))" });
}

/// A row is reached when one of the records it is about is.
fn push_through(
    sql: &mut QueryBuilder<Postgres>,
    table: &Table,
    parents: &[(&'static str, &'static Table, Permission)],
    tx: &Tx,
    permission: Permission,
) -> Result<()> {
    let actor = tx.actor();
    let scope = actor.access.scope(permission)?;
    sql.push(" and (");
    let mut first = true;
    for (column, parent, permission) in parents {
        if !actor.access.may(*permission) {
            continue;
        }
        if !first {
            sql.push(" or ");
        }
        first = false;
        sql.push("exists (select 1 from ").push(parent.name).push(" p where p.tenant_id = t.tenant_id and p.id = t.");
        sql.push(column).push(" and p.deleted_at is null");
        push_reach(sql, parent, tx, *permission, "p")?;
        sql.push(")");
    }
    if let Some(me) = actor.user.filter(|_| *scope != Scope::All) {
        sql.push(if first { "" } else { " or " }).push("t.created_by = ").push_bind(Uuid::from(me));
        first = false;
    }
    if permission.action() == "read" && table.has("shared") {
        sql.push(if first { "" } else { " or " }).push("t.shared");
        first = false;
    }
    if first {
        sql.push(if *scope == Scope::All { "true" } else { "false" });
    }
    sql.push(")");
    Ok(())
}

/// Adds `and …` for a filter, after checking every name and value in it.
pub fn push_filter(sql: &mut QueryBuilder<Postgres>, table: &Table, filter: &Filter, tx: &Tx) -> Result<()> {
    sql.push(" and ");
    push(sql, table, filter, tx)
}

fn push(sql: &mut QueryBuilder<Postgres>, table: &Table, filter: &Filter, tx: &Tx) -> Result<()> {
    match filter {
        Filter::And(parts) => push_joined(sql, table, parts, " and ", "true", tx),
        Filter::Or(parts) => push_joined(sql, table, parts, " or ", "false", tx),
        Filter::Not(part) => {
            sql.push("(");
            push(sql, table, part, tx)?;
            sql.push(") is not true");
            Ok(())
        }
        Filter::Leaf(leaf) => push_leaf(sql, table, leaf, tx),
    }
}

fn push_joined(
    sql: &mut QueryBuilder<Postgres>,
    table: &Table,
    parts: &[Filter],
    joint: &str,
    empty: &str,
    tx: &Tx,
) -> Result<()> {
    if parts.is_empty() {
        sql.push(empty);
        return Ok(());
    }
    sql.push("(");
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            sql.push(joint);
        }
        push(sql, table, part, tx)?;
    }
    sql.push(")");
    Ok(())
}

/// Finds the column of a filter or sort; what the caller may not see he may not ask for either.
pub fn seen_column<'t>(table: &'t Table, key: &str, actor: &Actor, parameter: &'static str) -> Result<&'t Column> {
    let column = table.column(key).ok_or_else(|| unknown_field(parameter, key))?;
    let right = actor.access.field(table.noun, column.right_key());
    if right.access == FieldAccess::Hidden || right.mask != Mask::None {
        return Err(Error::new(Code::FieldForbidden).with("field", key));
    }
    Ok(column)
}

fn push_leaf(sql: &mut QueryBuilder<Postgres>, table: &Table, leaf: &Leaf, tx: &Tx) -> Result<()> {
    let column = seen_column(table, &leaf.field, tx.actor(), "filter")?;
    if !column.filter {
        return Err(unknown_field("filter", &leaf.field));
    }
    sql.push("(");
    push_test(sql, column, leaf, tx)?;
    push_narrow(sql, column, leaf, tx);
    push_cover(sql, table, column.key, tx.actor());
    sql.push(")");
    Ok(())
}

/// Writes what a test is about: a column of the table, or what is computed in its place.
fn push_target(sql: &mut QueryBuilder<Postgres>, column: &Column, tx: &Tx) {
    match column.live {
        None => {
            sql.push("t.").push(column.key);
        }
        Some(live) => {
            sql.push("(");
            (live.push)(sql, tx);
            sql.push(")");
        }
    }
}

/// Where rows are wanted that have one of these computed values, an index finds those that may.
fn push_narrow(sql: &mut QueryBuilder<Postgres>, column: &Column, leaf: &Leaf, tx: &Tx) {
    let Some(narrow) = column.live.and_then(|live| live.narrow).filter(|_| tx.narrows()) else { return };
    let single = [leaf.value.clone()];
    let values = leaf.value.as_array().map_or(&single[..], Vec::as_slice);
    let values: Option<Vec<&str>> = values.iter().map(Value::as_str).collect();
    if let Some(values) = values.filter(|_| matches!(leaf.op, Op::Eq | Op::In)) {
        narrow(sql, &values, tx);
    }
}

/// A field that a pool covers cannot be guessed by asking for it.
pub fn push_cover(sql: &mut QueryBuilder<Postgres>, table: &Table, key: &str, actor: &Actor) {
    if !matches!(table.scope, ScopeRule::Owned { pool: Some(_), .. }) {
        return;
    }
    let covering: Vec<Uuid> = actor
        .access
        .seats
        .iter()
        .filter(|seat| !seat.admin && seat.masked_fields.iter().any(|masked| masked == key))
        .map(|seat| seat.pool)
        .collect();
    if !covering.is_empty() {
        sql.push(" and (t.pool_id is null or t.pool_id <> all(").push_bind(covering).push("))");
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "what does not fit the kind is refused")]
fn push_test(sql: &mut QueryBuilder<Postgres>, column: &Column, leaf: &Leaf, tx: &Tx) -> Result<()> {
    let kind = column.kind;
    let target = |sql: &mut QueryBuilder<Postgres>| push_target(sql, column, tx);
    let listed = matches!(kind, Kind::Tags | Kind::Ids(_));
    match leaf.op {
        Op::IsNull | Op::IsNotNull => {
            target(sql);
            sql.push(if leaf.op == Op::IsNull { " is null" } else { " is not null" });
        }
        Op::Contains if listed => {
            target(sql);
            sql.push(" @> array[");
            bind(sql, kind, &leaf.value, tx)?;
            sql.push("]");
        }
        Op::Eq | Op::Ne | Op::In | Op::NotIn if listed => {
            target(sql);
            sql.push(" && ");
            bind_list(sql, kind, &leaf.value, tx)?;
            if matches!(leaf.op, Op::Ne | Op::NotIn) {
                sql.push(" is not true");
            }
        }
        Op::Contains | Op::StartsWith if kind.is_text() => {
            let Some(part) = leaf.value.as_str() else { return Err(wrong(leaf, FieldCode::WrongType)) };
            target(sql);
            let start = if leaf.op == Op::Contains { "%" } else { "" };
            sql.push(" ilike ").push_bind(format!("{start}{}%", escape_like(part)));
        }
        Op::Eq | Op::Ne if leaf.value.is_null() => {
            target(sql);
            sql.push(if leaf.op == Op::Eq { " is null" } else { " is not null" });
        }
        Op::Eq | Op::Ne if kind == Kind::Timestamp && day(&leaf.value).is_some() => {
            let date = day(&leaf.value).unwrap_or_default();
            push_days(sql, column, date, time::plus(date, 1), tx);
            if leaf.op == Op::Ne {
                sql.push(" is not true");
            }
        }
        Op::Eq => compare(sql, column, " = ", leaf, tx)?,
        Op::Ne => compare(sql, column, " is distinct from ", leaf, tx)?,
        Op::In | Op::NotIn => {
            target(sql);
            sql.push(" = any(");
            bind_list(sql, kind, &leaf.value, tx).map_err(|_| wrong(leaf, FieldCode::WrongType))?;
            sql.push(if leaf.op == Op::In { ")" } else { ") is not true" });
        }
        Op::Lt | Op::Lte | Op::Gt | Op::Gte if kind.is_ordered() => {
            let symbol = match leaf.op {
                Op::Lt => " < ",
                Op::Lte => " <= ",
                Op::Gt => " > ",
                _ => " >= ",
            };
            compare(sql, column, symbol, leaf, tx)?;
        }
        Op::Between if kind.is_ordered() => {
            let Some([from, to]) = leaf.value.as_array().map(Vec::as_slice) else {
                return Err(wrong(leaf, FieldCode::WrongType));
            };
            target(sql);
            sql.push(" between ");
            bind(sql, kind, from, tx)?;
            sql.push(" and ");
            bind(sql, kind, to, tx)?;
        }
        Op::Today
        | Op::Yesterday
        | Op::Tomorrow
        | Op::ThisWeek
        | Op::LastWeek
        | Op::ThisMonth
        | Op::LastMonth
        | Op::ThisQuarter
        | Op::ThisYear
        | Op::LastNDays
        | Op::NextNDays
            if matches!(kind, Kind::Date | Kind::Timestamp) =>
        {
            let count = leaf.value.as_u64().or_else(|| leaf.value.as_str()?.parse().ok()).filter(|n| *n <= 36_500);
            if matches!(leaf.op, Op::LastNDays | Op::NextNDays) && count.is_none() {
                return Err(wrong(leaf, FieldCode::WrongType));
            }
            let (from, to) = time::calendar_range(leaf.op, tx.today(), count.unwrap_or_default())
                .ok_or_else(|| wrong(leaf, FieldCode::UnknownOperator))?;
            push_days(sql, column, from, to, tx);
        }
        _ => return Err(wrong(leaf, FieldCode::UnknownOperator)),
    }
    Ok(())
}

fn compare(sql: &mut QueryBuilder<Postgres>, column: &Column, symbol: &str, leaf: &Leaf, tx: &Tx) -> Result<()> {
    push_target(sql, column, tx);
    sql.push(symbol);
    bind(sql, column.kind, &leaf.value, tx).map_err(|_| wrong(leaf, FieldCode::WrongType))
}

/// From the first day to the last, the latter left out.
fn push_days(sql: &mut QueryBuilder<Postgres>, column: &Column, from: NaiveDate, to: NaiveDate, tx: &Tx) {
    let start = |date| time::start_of_day(date, tx.actor().zone);
    sql.push("(");
    for (joint, symbol, date) in [("", " >= ", from), (" and ", " < ", to)] {
        sql.push(joint);
        push_target(sql, column, tx);
        sql.push(symbol);
        if column.kind == Kind::Date {
            sql.push_bind(date);
        } else {
            sql.push_bind(start(date));
        }
    }
    sql.push(")");
}

/// Binds one JSON value as what the column holds.
pub fn bind(sql: &mut QueryBuilder<Postgres>, kind: Kind, value: &Value, tx: &Tx) -> Result<()> {
    match kind {
        Kind::Id | Kind::User | Kind::Department | Kind::Reference(_) | Kind::Ids(_) => {
            sql.push_bind(id(value, tx)?);
        }
        Kind::Int => {
            sql.push_bind(whole(value)?);
        }
        Kind::Decimal | Kind::Money => {
            sql.push_bind(decimal(value)?);
        }
        Kind::Bool => {
            let truth = value.as_bool().or_else(|| value.as_str()?.parse().ok());
            sql.push_bind(truth.ok_or_else(mistyped)?);
        }
        Kind::Date => {
            sql.push_bind(day(value).ok_or_else(mistyped)?);
        }
        Kind::Timestamp => {
            sql.push_bind(instant(value, tx)?);
        }
        Kind::Json => return Err(mistyped()),
        Kind::Text
        | Kind::LongText
        | Kind::Phone
        | Kind::Email
        | Kind::Url
        | Kind::Choice(_)
        | Kind::Dictionary(_)
        | Kind::Tags => {
            sql.push_bind(words(value)?);
        }
    }
    Ok(())
}

fn bind_list(sql: &mut QueryBuilder<Postgres>, kind: Kind, value: &Value, tx: &Tx) -> Result<()> {
    let single = [value.clone()];
    let values = value.as_array().map_or(&single[..], Vec::as_slice);
    match kind {
        Kind::Id | Kind::User | Kind::Department | Kind::Reference(_) | Kind::Ids(_) => {
            sql.push_bind(values.iter().map(|value| id(value, tx)).collect::<Result<Vec<_>>>()?);
        }
        Kind::Int => {
            sql.push_bind(values.iter().map(whole).collect::<Result<Vec<_>>>()?);
        }
        Kind::Decimal | Kind::Money => {
            sql.push_bind(values.iter().map(decimal).collect::<Result<Vec<_>>>()?);
        }
        Kind::Date => {
            sql.push_bind(values.iter().map(|value| day(value).ok_or_else(mistyped)).collect::<Result<Vec<_>>>()?);
        }
        Kind::Timestamp => {
            sql.push_bind(values.iter().map(|value| instant(value, tx)).collect::<Result<Vec<_>>>()?);
        }
        Kind::Bool | Kind::Json => return Err(mistyped()),
        Kind::Text
        | Kind::LongText
        | Kind::Phone
        | Kind::Email
        | Kind::Url
        | Kind::Choice(_)
        | Kind::Dictionary(_)
        | Kind::Tags => {
            sql.push_bind(values.iter().map(words).collect::<Result<Vec<_>>>()?);
        }
    }
    Ok(())
}

fn id(value: &Value, tx: &Tx) -> Result<Uuid> {
    match value.as_str() {
        Some("me") => Ok(tx.actor().person()?.into()),
        Some(text) => text.parse().map_err(|_| mistyped()),
        None => Err(mistyped()),
    }
}

fn whole(value: &Value) -> Result<i64> {
    value.as_i64().or_else(|| value.as_str()?.parse().ok()).ok_or_else(mistyped)
}

fn decimal(value: &Value) -> Result<Decimal> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => return Err(mistyped()),
    };
    Decimal::from_str(&text).map_err(|_| mistyped())
}

fn day(value: &Value) -> Option<NaiveDate> {
    value.as_str()?.parse().ok()
}

fn instant(value: &Value, tx: &Tx) -> Result<DateTime<Utc>> {
    if let Some(date) = day(value) {
        return Ok(time::start_of_day(date, tx.actor().zone));
    }
    let text = value.as_str().ok_or_else(mistyped)?;
    Ok(DateTime::parse_from_rfc3339(text).map_err(|_| mistyped())?.with_timezone(&Utc))
}

/// PostgreSQL keeps no NUL in text; nothing can match it.
fn words(value: &Value) -> Result<String> {
    value.as_str().filter(|text| !text.contains('\0')).map(str::to_owned).ok_or_else(mistyped)
}

fn mistyped() -> Error {
    malformed_filter(FieldError::new("filter", FieldCode::WrongType))
}

fn wrong(leaf: &Leaf, code: FieldCode) -> Error {
    let op: &str = leaf.op.into();
    malformed_filter(FieldError::new("filter", code).with("field", leaf.field.as_str()).with("op", op))
}

fn malformed_filter(field: FieldError) -> Error {
    let mut error = Error::malformed("filter");
    if let Error::Refused(refusal) = &mut error {
        refusal.fields.push(field);
    }
    error
}

/// Makes text mean itself in a `like` pattern.
pub fn escape_like(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}
