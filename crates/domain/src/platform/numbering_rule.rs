//! How the numbers of one kind of record are made, as people set it up (6.12).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::{
    Error, FieldCode, FieldError, Result,
    numbering::{NumberingRule, PREFIXES, Reset, Segment},
    text::Code,
};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NumberingRuleDetails {
    /// The kind of record: `lead`.
    pub object: Code,
    pub segments: Vec<Segment>,
    #[serde(default = "dash")]
    pub separator: String,
    pub reset: Reset,
}

fn dash() -> String {
    "-".to_owned()
}

impl NumberingRuleDetails {
    pub fn rule(&self) -> NumberingRule {
        NumberingRule { segments: self.segments.clone(), separator: self.separator.clone(), reset: self.reset }
    }

    /// Refuses a rule for what has no numbers, or whose numbers would not be unique.
    pub fn check(&self) -> Result<()> {
        let objects: Vec<&str> = PREFIXES.iter().map(|(object, _)| *object).collect();
        if !objects.contains(&self.object.as_str()) {
            return Err(Error::fields(vec![FieldError::new("/object", FieldCode::NotOneOf).with("allowed", objects)]));
        }
        self.rule().check()
    }
}
