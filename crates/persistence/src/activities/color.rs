//! The colour of who waits to be spoken to: computed when it is read, from the date on which he is due, so that it is
//! never stale (4.4.3).

use std::slice;

use chrono::{DateTime, Utc};
use guanxi_domain::{
    Result,
    activities::rhythm::{Color, Line, Party, Rhythms},
    fields::Kind,
    filter::{Leaf, Op},
    ownership::HeldObject,
    time,
};
use serde_json::Value;
use sqlx::{Postgres, QueryBuilder};

use crate::{
    Column, Tx,
    live::{Live, LiveValue, Parts, Rule},
};

pub const OF_CUSTOMERS: Column = column(&Live {
    parts: &["next_contact_at", "level", "is_key_account", "lifecycle", "relationship"],
    rule: |tx| rule(HeldObject::Customer, tx),
    push: |sql, tx| push(sql, HeldObject::Customer, tx),
    narrow: Some(|sql, leaf, tx| narrow(sql, HeldObject::Customer, leaf, tx)),
    order: Some("next_contact_at"),
});

pub const OF_LEADS: Column = column(&Live {
    parts: &["next_contact_at", "level"],
    rule: |tx| rule(HeldObject::Lead, tx),
    push: |sql, tx| push(sql, HeldObject::Lead, tx),
    narrow: Some(|sql, leaf, tx| narrow(sql, HeldObject::Lead, leaf, tx)),
    order: Some("next_contact_at"),
});

const fn column(live: &'static Live) -> Column {
    Column::new("contact_color", Kind::Choice(Color::WORDS), "联系状态", "Contact status").filled().live(live)
}

fn rule(object: HeldObject, tx: &Tx) -> Rule {
    let (rhythms, today, zone) = (Rhythms::of(object, tx.settings()), tx.today(), tx.actor().zone);
    Box::new(move |row| {
        let next: Option<DateTime<Utc>> = row.get("next_contact_at")?;
        let next = next.map(|next| time::business_date(next, zone));
        Ok(Some(LiveValue::Word(rhythms.color(next, &party(object, row)?, today).word())))
    })
}

fn party(object: HeldObject, row: &Parts<'_>) -> Result<Party> {
    let level = row.get("level")?;
    Ok(match object {
        HeldObject::Lead => Party::stored(level, false, None, None),
        HeldObject::Customer => {
            Party::stored(level, row.get("is_key_account")?, row.get("lifecycle")?, row.get("relationship")?)
        }
    })
}

fn push(sql: &mut QueryBuilder<Postgres>, object: HeldObject, tx: &Tx) {
    let rhythms = Rhythms::of(object, tx.settings());
    let today = time::start_of_day(tx.today(), tx.actor().zone);
    sql.push("case when t.next_contact_at is null then 'none' when t.next_contact_at < ").push_bind(today);
    sql.push(" then case when t.next_contact_at < ");
    push_bound(sql, object, &rhythms, |line| severe_before(line, tx));
    sql.push(" then 'severe' else 'overdue' end when t.next_contact_at < ");
    push_bound(sql, object, &rhythms, |line| Some(normal_from(line, tx)));
    sql.push(" then 'due_soon' else 'normal' end");
}

/// Who was due before this is long overdue; nobody is without an interval.
fn severe_before(line: &Line, tx: &Tx) -> Option<DateTime<Utc>> {
    line.days.map(|days| time::start_of_day(time::minus(tx.today(), days), tx.actor().zone))
}

fn normal_from(line: &Line, tx: &Tx) -> DateTime<Utc> {
    time::start_of_day(time::plus(tx.today(), line.due_soon + 1), tx.actor().zone)
}

/// A time that depends on the line that fits the row.
fn push_bound(
    sql: &mut QueryBuilder<Postgres>,
    object: HeldObject,
    rhythms: &Rhythms,
    bound: impl Fn(&Line) -> Option<DateTime<Utc>>,
) {
    let Some((last, lines)) = rhythms.lines.split_last() else { return };
    if lines.iter().all(|line| bound(line) == bound(last)) {
        sql.push_bind(bound(last));
        return;
    }
    let level = match object {
        HeldObject::Customer => "case when t.is_key_account then 'A' else t.level end",
        HeldObject::Lead => "t.level",
    };
    sql.push("case");
    for line in lines {
        sql.push(" when true");
        if let Some(wanted) = line.level {
            sql.push(" and ").push(level).push(" = '").push(<&str>::from(wanted)).push("'");
        }
        if let Some(wanted) = line.lifecycle {
            sql.push(" and t.lifecycle = '").push(wanted.word()).push("'");
        }
        if let Some(wanted) = &line.relationship {
            sql.push(" and t.relationship = ").push_bind(wanted.as_str().to_owned());
        }
        sql.push(" then ").push_bind(bound(line)).push("::timestamptz");
    }
    sql.push(" else ").push_bind(bound(last)).push("::timestamptz end");
}

/// The dates that these colours lie between, whatever the level.
fn narrow(sql: &mut QueryBuilder<Postgres>, object: HeldObject, leaf: &Leaf, tx: &Tx) {
    let values = leaf.value.as_array().map_or(slice::from_ref(&leaf.value), Vec::as_slice);
    let wanted: Option<Vec<&str>> = values.iter().map(Value::as_str).collect();
    let Some(wanted) = wanted.filter(|_| matches!(leaf.op, Op::Eq | Op::In)) else { return };
    let rhythms = Rhythms::of(object, tx.settings());
    let today = time::start_of_day(tx.today(), tx.actor().zone);
    let normal = || rhythms.lines.iter().map(|line| normal_from(line, tx));
    let severe = || rhythms.lines.iter().map(|line| severe_before(line, tx));
    let has = |color: Color| wanted.contains(&color.word());
    if has(Color::None) {
        if wanted.iter().all(|color| *color == Color::None.word()) {
            sql.push(" and t.next_contact_at is null");
        }
        return;
    }
    let from = if has(Color::Severe) {
        None
    } else if has(Color::Overdue) {
        severe().min().flatten()
    } else if has(Color::DueSoon) {
        Some(today)
    } else {
        normal().min()
    };
    let until = if has(Color::Normal) {
        None
    } else if has(Color::DueSoon) {
        normal().max()
    } else if has(Color::Overdue) {
        Some(today)
    } else {
        severe().flatten().max()
    };
    if let Some(from) = from {
        sql.push(" and t.next_contact_at >= ").push_bind(from);
    }
    if let Some(until) = until {
        sql.push(" and t.next_contact_at < ").push_bind(until);
    }
}
