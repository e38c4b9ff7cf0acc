//! The filter grammar: one JSON expression, the same in lists, counts, exports, saved views, bulk actions and rules.

use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Map, Value};

use crate::{Error, FieldCode, Result, error::FieldError};

const MAX_DEPTH: usize = 4;
const MAX_LEAVES: usize = 50;

/// A condition over the fields of a record.
#[derive(Debug, Clone, PartialEq)]
pub enum Filter {
    And(Vec<Filter>),
    Or(Vec<Filter>),
    Not(Box<Filter>),
    Leaf(Leaf),
}

/// `{"field": "level", "op": "in", "value": ["A", "B"]}`
#[derive(Debug, Clone, PartialEq)]
pub struct Leaf {
    pub field: String,
    pub op: Op,
    pub value: Value,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::EnumString, strum::IntoStaticStr, strum::EnumIter)]
#[strum(serialize_all = "snake_case")]
pub enum Op {
    Eq,
    Ne,
    Lt,
    Lte,
    Gt,
    Gte,
    In,
    NotIn,
    Between,
    Contains,
    StartsWith,
    IsNull,
    IsNotNull,
    /// Calendar ranges in the organisation's zone, half open.
    Today,
    Yesterday,
    Tomorrow,
    ThisWeek,
    LastWeek,
    ThisMonth,
    LastMonth,
    ThisQuarter,
    ThisYear,
    LastNDays,
    NextNDays,
}

impl Filter {
    /// Reads a filter from JSON text.
    pub fn parse(text: &str) -> Result<Self> {
        let value: Value = serde_json::from_str(text).map_err(|error| wrong(FieldCode::Invalid).reason(&error))?;
        Self::from_value(&value)
    }

    pub fn from_value(value: &Value) -> Result<Self> {
        let mut leaves = 0;
        read(value, 1, &mut leaves)
    }

    /// A condition that one field equals one value.
    pub fn equals(field: &str, value: impl Into<Value>) -> Self {
        Self::Leaf(Leaf { field: field.to_owned(), op: Op::Eq, value: value.into() })
    }

    /// Both conditions, where there are two.
    #[must_use]
    pub fn and(self, other: Option<Self>) -> Self {
        match other {
            None => self,
            Some(other) => Self::And(vec![self, other]),
        }
    }

    /// The names of all fields it mentions.
    pub fn fields(&self) -> Vec<&str> {
        match self {
            Self::And(parts) | Self::Or(parts) => parts.iter().flat_map(Self::fields).collect(),
            Self::Not(part) => part.fields(),
            Self::Leaf(leaf) => vec![&leaf.field],
        }
    }
}

struct Wrong(FieldError);

fn wrong(code: FieldCode) -> Wrong {
    Wrong(FieldError::new("filter", code))
}

impl Wrong {
    fn reason(self, reason: &impl ToString) -> Error {
        Self(self.0.with("reason", reason.to_string())).into()
    }
}

impl From<Wrong> for Error {
    fn from(wrong: Wrong) -> Self {
        let mut error = Self::malformed("filter");
        if let Self::Refused(refusal) = &mut error {
            refusal.fields.push(wrong.0);
        }
        error
    }
}

fn read(value: &Value, depth: usize, leaves: &mut usize) -> Result<Filter> {
    if depth > MAX_DEPTH {
        return Err(wrong(FieldCode::TooDeep).into());
    }
    let object = value.as_object().ok_or_else(|| wrong(FieldCode::WrongType))?;
    if let [(key, inner)] = object.iter().collect::<Vec<_>>()[..] {
        match key.as_str() {
            "and" => return Ok(Filter::And(list(inner, depth, leaves)?)),
            "or" => return Ok(Filter::Or(list(inner, depth, leaves)?)),
            "not" => return Ok(Filter::Not(Box::new(read(inner, depth + 1, leaves)?))),
            _ => {}
        }
    }
    *leaves += 1;
    if *leaves > MAX_LEAVES {
        return Err(wrong(FieldCode::TooMany).into());
    }
    leaf(object)
}

fn list(value: &Value, depth: usize, leaves: &mut usize) -> Result<Vec<Filter>> {
    let parts = value.as_array().ok_or_else(|| wrong(FieldCode::WrongType))?;
    parts.iter().map(|part| read(part, depth + 1, leaves)).collect()
}

fn leaf(object: &Map<String, Value>) -> Result<Filter> {
    if let Some(unknown) = object.keys().find(|key| !matches!(key.as_str(), "field" | "op" | "value")) {
        return Err(wrong(FieldCode::UnknownField).reason(unknown));
    }
    let field =
        object.get("field").and_then(Value::as_str).ok_or_else(|| wrong(FieldCode::Required).reason(&"field"))?;
    let op = object.get("op").and_then(Value::as_str).unwrap_or("eq");
    let op = op.parse().map_err(|_| wrong(FieldCode::UnknownOperator).reason(&op))?;
    let value = object.get("value").cloned().unwrap_or(Value::Null);
    Ok(Filter::Leaf(Leaf { field: field.to_owned(), op, value }))
}

impl Serialize for Filter {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self {
            Self::And(parts) => map.serialize_entry("and", parts)?,
            Self::Or(parts) => map.serialize_entry("or", parts)?,
            Self::Not(part) => map.serialize_entry("not", part)?,
            Self::Leaf(Leaf { field, op, value }) => {
                let op: &str = op.into();
                map.serialize_entry("field", field)?;
                map.serialize_entry("op", op)?;
                if !value.is_null() {
                    map.serialize_entry("value", value)?;
                }
            }
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_filter_is_read_and_written_alike() {
        let json = json!({"and": [
            {"field": "level", "op": "in", "value": ["A", "B"]},
            {"not": {"field": "owner_id", "op": "is_null"}},
        ]});
        let filter = Filter::from_value(&json).unwrap();
        assert_eq!(serde_json::to_value(&filter).unwrap(), json);
        assert_eq!(filter.fields(), ["level", "owner_id"]);
    }

    #[test]
    fn a_hostile_filter_is_refused() {
        let mut deep = json!({"field": "a", "op": "is_null"});
        for _ in 0..4 {
            deep = json!({ "not": deep });
        }
        let wide = json!({"or": vec![json!({"field": "a", "op": "is_null"}); 51]});
        for bad in [deep, wide, json!([]), json!({"field": "a", "op": "like"}), json!({"field": 1}), json!({"x": 1})] {
            assert_eq!(Filter::from_value(&bad).unwrap_err().code(), crate::Code::Malformed, "{bad}");
        }
        assert!(Filter::parse("{").is_err());
    }
}
