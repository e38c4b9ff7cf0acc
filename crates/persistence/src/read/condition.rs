//! A filter becomes a condition. Names come from the table, values are bound.

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};
use guanxi_domain::{
    Actor, Code, Error, FieldCode, Result,
    error::FieldError,
    fields::Kind,
    filter::{Filter, Leaf, Op},
    time,
};
use rust_decimal::Decimal;
use serde_json::Value;
use sqlx::{Postgres, QueryBuilder};
use uuid::Uuid;

use super::{cover::push_cover, search::push_any, select::unknown_field};
use crate::{Column, Table, Tx, custom};

/// Adds `and …` for a filter, after checking every name and value in it.
pub fn push_filter(sql: &mut QueryBuilder<Postgres>, table: &'static Table, filter: &Filter, tx: &Tx) -> Result<()> {
    sql.push(" and ");
    push(sql, table, filter, tx)
}

fn push(sql: &mut QueryBuilder<Postgres>, table: &'static Table, filter: &Filter, tx: &Tx) -> Result<()> {
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
    table: &'static Table,
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
pub fn seen_column(
    table: &'static Table,
    key: &str,
    actor: &Actor,
    parameter: &'static str,
) -> Result<&'static Column> {
    let column = table.column(key).ok_or_else(|| unknown_field(parameter, key))?;
    let right = table.right(&actor.access, column);
    if !right.is_seen_in_full() {
        return Err(Error::new(Code::FieldForbidden).with("field", key));
    }
    Ok(column)
}

fn push_leaf(sql: &mut QueryBuilder<Postgres>, table: &'static Table, leaf: &Leaf, tx: &Tx) -> Result<()> {
    let column = seen_column(table, &leaf.field, tx.actor(), "filter")?;
    if !column.filter {
        return Err(unknown_field("filter", &leaf.field));
    }
    sql.push("(");
    push_test(sql, column, leaf, tx)?;
    push_narrow(sql, column, leaf, tx);
    push_words(sql, table, column, leaf, tx);
    push_cover(sql, table, column, tx.actor());
    sql.push(")");
    Ok(())
}

/// Writes what a test is about: a column of the table, or what is computed in its place.
pub fn push_target(sql: &mut QueryBuilder<Postgres>, column: &Column, tx: &Tx) {
    match (column.live, column.custom) {
        (None, None) => {
            sql.push("t.").push(column.key);
        }
        (None, Some(field)) => custom::push_value(sql, column, field, tx),
        (Some(live), _) => {
            sql.push("(");
            (live.push)(sql, tx);
            sql.push(")");
        }
    }
}

/// Where rows are wanted that have one of these computed values, an index finds those that may.
fn push_narrow(sql: &mut QueryBuilder<Postgres>, column: &Column, leaf: &Leaf, tx: &Tx) {
    if let Some(narrow) = column.live.and_then(|live| live.narrow).filter(|_| tx.narrows()) {
        narrow(sql, leaf, tx);
    }
}

/// Where few records have an added field's value, its index finds them.
fn push_words(sql: &mut QueryBuilder<Postgres>, table: &Table, column: &Column, leaf: &Leaf, tx: &Tx) {
    let words = custom::words_of(column, leaf, tx);
    if let Some(words) = words.filter(|words| words.iter().all(|word| tx.is_rare(word))) {
        push_any(sql, table, tx, &words);
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "what does not fit the kind is refused")]
fn push_test(sql: &mut QueryBuilder<Postgres>, column: &Column, leaf: &Leaf, tx: &Tx) -> Result<()> {
    let kind = column.kind;
    let target = |sql: &mut QueryBuilder<Postgres>| push_target(sql, column, tx);
    let listed = matches!(kind, Kind::Tags | Kind::Items(_) | Kind::Ids(_));
    // Lists of added fields are JSON.
    let [has, has_close, meets] = match column.custom {
        Some(_) => [" ? ", "", " ?| "],
        None => [" @> array[", "]", " && "],
    };
    match leaf.op {
        Op::IsNull | Op::IsNotNull => {
            target(sql);
            sql.push(if leaf.op == Op::IsNull { " is null" } else { " is not null" });
        }
        Op::Contains if listed => {
            target(sql);
            sql.push(has);
            bind(sql, kind, &leaf.value, tx)?;
            sql.push(has_close);
        }
        Op::Eq | Op::Ne | Op::In | Op::NotIn if listed => {
            target(sql);
            sql.push(meets);
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
    if column.live.is_some() && column.kind == Kind::Date {
        // What is computed is computed once.
        sql.push("daterange(").push_bind(from).push(", ").push_bind(to).push(") @> ");
        push_target(sql, column, tx);
        return;
    }
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
        | Kind::Items(_)
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
        | Kind::Items(_)
        | Kind::Tags => {
            sql.push_bind(values.iter().map(words).collect::<Result<Vec<_>>>()?);
        }
    }
    Ok(())
}

pub fn id(value: &Value, tx: &Tx) -> Result<Uuid> {
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
