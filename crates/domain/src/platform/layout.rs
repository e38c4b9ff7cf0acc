//! How people see the records of a kind (12.6): sections, what is asked for and when, the columns of the list.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use crate::{
    FieldCode, FieldError,
    filter::Filter,
    filter_eval::{Moment, field, matches},
    text::{Name, ShortText},
};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LayoutDetails {
    /// The records that are seen so: `leads`.
    pub resource: ShortText,
    pub name: Name,
    /// Whose layout it is; none: everybody's.
    #[serde(default)]
    #[validate(length(max = 100))]
    pub role_ids: Vec<Uuid>,
    /// Which records it is for, as a filter; none: all.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    pub condition: Option<Value>,
    #[serde(default)]
    #[validate(length(max = 50), nested)]
    pub sections: Vec<Section>,
    /// Left to right; none: those of the list.
    #[serde(default)]
    #[validate(length(max = 100))]
    pub list_columns: Vec<ShortText>,
    /// The first that fits counts.
    #[serde(default)]
    #[validate(range(min = 0, max = 100_000))]
    pub position: i32,
    #[serde(default = "yes")]
    pub is_active: bool,
}

fn yes() -> bool {
    true
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = LayoutSection)]
pub struct Section {
    pub title: Name,
    #[serde(default)]
    pub title_en: Option<Name>,
    /// In their order.
    #[validate(length(max = 300))]
    pub fields: Vec<Placed>,
}

/// A field in its place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = LayoutField)]
pub struct Placed {
    pub key: ShortText,
    #[serde(default)]
    pub read_only: bool,
    #[serde(default)]
    pub required: bool,
    /// A filter over the record: shown only where it fits.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    pub show_when: Option<Value>,
    /// A filter over the record: required where it fits.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    pub require_when: Option<Value>,
}

impl LayoutDetails {
    pub fn fields(&self) -> impl Iterator<Item = &Placed> {
        self.sections.iter().flat_map(|section| &section.fields)
    }

    /// Whether it is one of somebody with these roles.
    pub fn is_for(&self, roles: &[Uuid]) -> bool {
        self.is_active && (self.role_ids.is_empty() || self.role_ids.iter().any(|role| roles.contains(role)))
    }

    /// Whether it is the one of this record.
    pub fn fits(&self, record: &Map<String, Value>, moment: &Moment<'_>) -> bool {
        meets(self.condition.as_ref(), record, moment)
    }

    /// What it asks of a record that somebody saves, where he wrote these fields. A field that is not shown is not
    /// asked for.
    pub fn missing(&self, record: &Map<String, Value>, written: &[&str], moment: &Moment<'_>) -> Vec<FieldError> {
        let mut wrong = Vec::new();
        for placed in self.fields() {
            let refuse = |code| FieldError::new(format!("/{}", placed.key.as_str()), code);
            if placed.read_only && written.contains(&placed.key.as_str()) {
                wrong.push(refuse(FieldCode::ReadOnly));
            }
            let is_asked =
                placed.required || placed.require_when.as_ref().is_some_and(|when| meets(Some(when), record, moment));
            let is_shown = meets(placed.show_when.as_ref(), record, moment);
            if is_asked && is_shown && is_empty(field(record, &placed.key)) {
                wrong.push(refuse(FieldCode::Required));
            }
        }
        wrong
    }
}

/// A condition that can no longer be read asks for nothing.
fn meets(condition: Option<&Value>, record: &Map<String, Value>, moment: &Moment<'_>) -> bool {
    let Some(condition) = condition.filter(|condition| !condition.is_null()) else { return true };
    Filter::from_value(condition).is_ok_and(|filter| matches(&filter, record, moment))
}

fn is_empty(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => true,
        Some(Value::Array(items)) => items.is_empty(),
        Some(Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_)) => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn wrong(field: Value, record: Value, written: &[&str]) -> Vec<FieldCode> {
        let layout = json!({"resource": "leads", "name": "表单", "sections": [{"title": "基本", "fields": [field]}]});
        let layout: LayoutDetails = serde_json::from_value(layout).unwrap();
        let moment = Moment {
            today: "2026-03-16".parse().unwrap(),
            zone: chrono_tz::Tz::Asia__Shanghai,
            fiscal_start_month: 1,
            me: None,
        };
        let found = layout.missing(record.as_object().unwrap(), written, &moment);
        found.into_iter().map(|error| error.code).collect()
    }

    #[test]
    fn a_field_is_asked_for_where_it_is_shown_and_the_condition_fits() {
        let vip = json!({"field": "c_vip", "value": true});
        let required = json!({"key": "title", "required": true});
        assert_eq!(wrong(required.clone(), json!({}), &[]), [FieldCode::Required]);
        assert_eq!(wrong(required, json!({"title": "经理"}), &[]), []);
        let when = json!({"key": "c_size", "require_when": vip});
        assert_eq!(wrong(when.clone(), json!({"custom": {"c_vip": true}}), &[]), [FieldCode::Required]);
        assert_eq!(wrong(when.clone(), json!({"custom": {"c_vip": true, "c_size": "XL"}}), &[]), []);
        assert_eq!(wrong(when, json!({"custom": {}}), &[]), []);
        let shown = json!({"key": "tags", "required": true, "show_when": vip});
        assert_eq!(wrong(shown.clone(), json!({"tags": []}), &[]), []);
        assert_eq!(wrong(shown, json!({"tags": [], "custom": {"c_vip": true}}), &[]), [FieldCode::Required]);
        let fixed = json!({"key": "title", "read_only": true});
        assert_eq!(wrong(fixed.clone(), json!({"title": "x"}), &["title"]), [FieldCode::ReadOnly]);
        assert_eq!(wrong(fixed, json!({"title": "x"}), &[]), []);
    }
}
