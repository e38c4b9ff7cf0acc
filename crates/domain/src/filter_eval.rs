//! Whether one record meets a condition: the filter grammar without a database, for rules that assign and score.
//!
//! Means the same as the reading engine's SQL: an empty field meets `ne`, `not_in`, `is_null` and `not …` alone.

use std::cmp::Ordering;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use rust_decimal::Decimal;
use serde_json::{Map, Value};

use crate::{
    filter::{Filter, Leaf, Op},
    time::{business_date, relative_range, start_of_day},
};

/// When and where a condition is asked.
#[derive(Debug, Clone, Copy)]
pub struct Moment<'a> {
    pub today: NaiveDate,
    pub zone: Tz,
    pub fiscal_start_month: u32,
    /// The id that `me` stands for.
    pub me: Option<&'a str>,
}

/// Whether `record` meets `filter`.
pub fn matches(filter: &Filter, record: &Map<String, Value>, moment: &Moment<'_>) -> bool {
    match filter {
        Filter::And(parts) => parts.iter().all(|part| matches(part, record, moment)),
        Filter::Or(parts) => parts.iter().any(|part| matches(part, record, moment)),
        Filter::Not(part) => !matches(part, record, moment),
        Filter::Leaf(leaf) => meets(leaf, field(record, &leaf.field).unwrap_or(&Value::Null), moment),
    }
}

/// A field of a record, or one that the organisation added, which lies in `custom`.
pub fn field<'r>(record: &'r Map<String, Value>, key: &str) -> Option<&'r Value> {
    record.get(key).or_else(|| record.get("custom")?.get(key))
}

fn meets(leaf: &Leaf, value: &Value, moment: &Moment<'_>) -> bool {
    let wanted = if leaf.value == "me" { moment.me.map(Value::from) } else { None };
    let wanted = wanted.as_ref().unwrap_or(&leaf.value);
    let order = |bound: &Value| if value.is_null() { None } else { compare(value, bound, moment) };
    match leaf.op {
        Op::Eq | Op::In => is_one_of(value, wanted, moment),
        Op::Ne | Op::NotIn => !is_one_of(value, wanted, moment),
        Op::Lt => order(wanted).is_some_and(Ordering::is_lt),
        Op::Lte => order(wanted).is_some_and(Ordering::is_le),
        Op::Gt => order(wanted).is_some_and(Ordering::is_gt),
        Op::Gte => order(wanted).is_some_and(Ordering::is_ge),
        Op::Between => match wanted.as_array().map(Vec::as_slice) {
            Some([from, to]) => order(from).is_some_and(Ordering::is_ge) && order(to).is_some_and(Ordering::is_le),
            Some(_) | None => false,
        },
        Op::Contains => match value.as_array() {
            Some(items) => items.iter().any(|item| is_equal(item, wanted, moment)),
            None => text(value).zip(text(wanted)).is_some_and(|(text, part)| text.contains(&part)),
        },
        Op::StartsWith => text(value).zip(text(wanted)).is_some_and(|(text, part)| text.starts_with(&part)),
        Op::IsNull => value.is_null(),
        Op::IsNotNull => !value.is_null(),
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
        | Op::NextNDays => {
            let count = wanted.as_u64().or_else(|| wanted.as_str()?.parse().ok());
            let count = count.and_then(|count| u32::try_from(count).ok()).unwrap_or_default();
            let range = relative_range(leaf.op, count, moment.today, moment.fiscal_start_month);
            range.zip(date_of(value, moment)).is_some_and(|(range, date)| range.contains(date))
        }
    }
}

/// Text is compared without regard to case where a part of it is asked for.
fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_lowercase)
}

/// A list meets a list, or a single value, that it shares something with.
fn is_one_of(value: &Value, wanted: &Value, moment: &Moment<'_>) -> bool {
    let has = |value: &Value| match wanted.as_array() {
        Some(items) => items.iter().any(|item| is_equal(value, item, moment)),
        None => is_equal(value, wanted, moment),
    };
    value.as_array().map_or_else(|| has(value), |values| values.iter().any(has))
}

fn is_equal(value: &Value, wanted: &Value, moment: &Moment<'_>) -> bool {
    match (value.as_str(), wanted.as_str()) {
        // `007` is not `7`, but `12.50` is `12.5`.
        (Some(text), Some(other)) => {
            text == other || same_day(text, other, moment) || (text.contains('.') && is_same_number(value, wanted))
        }
        _ => value == wanted || is_same_number(value, wanted),
    }
}

fn is_same_number(value: &Value, wanted: &Value) -> bool {
    number(value).zip(number(wanted)).is_some_and(|(a, b)| a == b)
}

/// A point of time equals a date when it lies on it.
fn same_day(text: &str, date: &str, moment: &Moment<'_>) -> bool {
    instant(text).zip(date.parse::<NaiveDate>().ok()).is_some_and(|(at, date)| business_date(at, moment.zone) == date)
}

fn compare(value: &Value, bound: &Value, moment: &Moment<'_>) -> Option<Ordering> {
    if let Some((a, b)) = number(value).zip(number(bound)) {
        return Some(a.cmp(&b));
    }
    let (a, b) = (value.as_str()?, bound.as_str()?);
    let begin = |text: &str| {
        let date = || text.parse().ok().map(|date| start_of_day(date, moment.zone));
        instant(text).or_else(date)
    };
    if let Some((a, b)) = begin(a).zip(begin(b)) {
        return Some(a.cmp(&b));
    }
    Some(a.cmp(b))
}

fn number(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number(number) => number.to_string().parse().ok(),
        Value::String(text) => text.parse().ok(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

fn instant(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(text).ok().map(|at| at.with_timezone(&Utc))
}

fn date_of(value: &Value, moment: &Moment<'_>) -> Option<NaiveDate> {
    let text = value.as_str()?;
    text.parse().ok().or_else(|| instant(text).map(|at| business_date(at, moment.zone)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn meets(condition: Value) -> bool {
        let record = json!({
            "level": "A", "score": 72, "budget": "120000.50", "code": "007", "tags": ["vip", "east"],
            "company_name": "Acme 上海", "owner_id": "u1", "region": null,
            "created_at": "2026-03-15T16:30:00Z", "expected_date": "2026-03-20",
        });
        let moment = Moment {
            today: "2026-03-16".parse().unwrap(),
            zone: Tz::Asia__Shanghai,
            fiscal_start_month: 1,
            me: Some("u1"),
        };
        matches(&Filter::from_value(&condition).unwrap(), record.as_object().unwrap(), &moment)
    }

    #[test]
    fn conditions_mean_what_lists_mean() {
        for condition in [
            json!({"field": "level", "op": "eq", "value": "A"}),
            json!({"field": "level", "op": "in", "value": ["A", "B"]}),
            json!({"field": "score", "op": "between", "value": [60, 79]}),
            json!({"field": "score", "op": "gte", "value": "72"}),
            json!({"field": "budget", "op": "gt", "value": "20000"}),
            json!({"field": "budget", "op": "eq", "value": "120000.5"}),
            json!({"field": "code", "op": "ne", "value": "7"}),
            json!({"field": "tags", "op": "contains", "value": "vip"}),
            json!({"field": "tags", "op": "in", "value": ["north", "east"]}),
            json!({"field": "company_name", "op": "contains", "value": "ACME"}),
            json!({"field": "company_name", "op": "starts_with", "value": "acme"}),
            json!({"field": "owner_id", "value": "me"}),
            json!({"field": "region", "op": "is_null"}),
            json!({"field": "region", "op": "ne", "value": "310000"}),
            json!({"field": "region", "op": "not_in", "value": ["310000"]}),
            json!({"field": "nothing", "op": "is_null"}),
            json!({"field": "created_at", "op": "today"}),
            json!({"field": "created_at", "op": "eq", "value": "2026-03-16"}),
            json!({"field": "created_at", "op": "gte", "value": "2026-03-16"}),
            json!({"field": "created_at", "op": "last_n_days", "value": 1}),
            json!({"field": "expected_date", "op": "this_week"}),
            json!({"field": "expected_date", "op": "next_n_days", "value": 5}),
            json!({"and": []}),
            json!({"not": {"or": []}}),
            json!({"and": [{"field": "level", "value": "A"}, {"or": [{"field": "score", "op": "lt", "value": 1},
                {"not": {"field": "level", "value": "B"}}]}]}),
        ] {
            assert!(meets(condition.clone()), "{condition}");
        }
        for condition in [
            json!({"field": "region", "op": "eq", "value": "310000"}),
            json!({"field": "region", "op": "lt", "value": 5}),
            json!({"field": "tags", "op": "contains", "value": "vi"}),
            json!({"field": "created_at", "op": "yesterday"}),
            json!({"field": "expected_date", "op": "next_n_days", "value": 4}),
            json!({"field": "score", "op": "between", "value": [73, 90]}),
            json!({"field": "score", "op": "between", "value": 72}),
            json!({"field": "level", "op": "gt", "value": 3}),
        ] {
            assert!(!meets(condition.clone()), "{condition}");
        }
    }

    proptest! {
        #[test]
        fn an_operator_and_its_opposite_never_agree(level in prop::sample::select(vec!["A", "B", "", "310000"]), field in
            prop::sample::select(vec!["level", "region", "tags", "score", "nothing"])) {
            let ask = |op: &str| meets(json!({"field": field, "op": op, "value": level}));
            prop_assert_ne!(ask("eq"), ask("ne"));
            prop_assert_ne!(ask("in"), ask("not_in"));
            prop_assert_ne!(ask("is_null"), ask("is_not_null"));
            prop_assert_ne!(ask("eq"), meets(json!({"not": {"field": field, "op": "eq", "value": level}})));
        }
    }
}
