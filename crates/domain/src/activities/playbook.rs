//! What to do with whom: contact by contact, with the words and the means that help (3.2).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::activity::ActivityKind;
use crate::{
    customers::{choices, customer::Lifecycle, or_default},
    ownership::HeldObject,
    ownership::Level,
    text::{Code, LongText, Name, ShortText},
};

pub use crate::access::playbook::*;

choices! {
    ValueClass { A = "A", B = "B", C = "C" }
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Days after the playbook begins.
    #[validate(range(max = 730))]
    pub offset_days: u32,
    pub method: ActivityKind,
    pub talking_points: LongText,
    #[serde(default)]
    pub closing_technique: Option<LongText>,
    #[serde(default)]
    pub material: Option<ShortText>,
}

/// For whom it is, and what is to be done. What is not named fits everybody.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlaybookDetails {
    pub name: Name,
    pub object: HeldObject,
    #[serde(default)]
    pub level: Option<Level>,
    #[serde(default)]
    pub value_class: Option<ValueClass>,
    #[serde(default)]
    pub lifecycle: Option<Lifecycle>,
    #[serde(default)]
    pub need_type: Option<Code>,
    /// Of a lead.
    #[serde(default)]
    pub grade: Option<Level>,
    #[validate(length(min = 1, max = 20), nested)]
    pub steps: Vec<Step>,
    #[serde(default = "on", deserialize_with = "or_default")]
    pub active: bool,
}

fn on() -> bool {
    true
}

/// What of a record a playbook looks at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Traits {
    pub level: Option<String>,
    pub value_class: Option<String>,
    pub lifecycle: Option<String>,
    pub need_types: Vec<String>,
    pub grade: Option<String>,
}

impl PlaybookDetails {
    /// How many traits it names, if the record has them all.
    fn fits(&self, traits: &Traits) -> Option<usize> {
        let need = self.need_type.as_deref();
        let named = [
            (self.level.map(<&str>::from), traits.level.as_deref()),
            (self.value_class.map(ValueClass::word), traits.value_class.as_deref()),
            (self.lifecycle.map(Lifecycle::word), traits.lifecycle.as_deref()),
            (need, traits.need_types.iter().map(String::as_str).find(|known| need == Some(*known))),
            (self.grade.map(<&str>::from), traits.grade.as_deref()),
        ];
        let fits = named.iter().all(|(wanted, found)| wanted.is_none() || wanted == found);
        fits.then(|| named.iter().filter(|(wanted, _)| wanted.is_some()).count())
    }
}

/// The playbook that says most of such a record; the eldest of several.
pub fn best<'a, T>(playbooks: &'a [(T, PlaybookDetails)], traits: &Traits) -> Option<&'a (T, PlaybookDetails)> {
    let fitting = playbooks.iter().rev().filter_map(|known| Some((known.1.fits(traits)?, known)));
    fitting.max_by_key(|(named, _)| *named).map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn playbook(name: &str, more: serde_json::Value) -> (usize, PlaybookDetails) {
        let steps = json!([{"offset_days": 0, "method": "call", "talking_points": "问候"}]);
        let mut body = json!({"name": name, "object": "customer", "steps": steps});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        (0, serde_json::from_value(body).unwrap())
    }

    #[test]
    fn the_playbook_that_says_most_is_followed() {
        let known = [
            playbook("all", json!({})),
            playbook("A", json!({"level": "A"})),
            playbook("A too", json!({"level": "A"})),
            playbook("A, delivery", json!({"level": "A", "need_type": "delivery"})),
        ];
        let name = |traits: Traits| best(&known, &traits).map(|(_, book)| book.name.to_string());
        let level = |level: &str| Traits { level: Some(level.to_owned()), ..Traits::default() };
        assert_eq!(name(Traits::default()).as_deref(), Some("all"));
        assert_eq!(name(level("A")).as_deref(), Some("A"));
        let needs = vec!["price".to_owned(), "delivery".to_owned()];
        assert_eq!(name(Traits { need_types: needs, ..level("A") }).as_deref(), Some("A, delivery"));
        assert!(best(&known[1..], &level("B")).is_none());
    }
}
