//! The rules that an organisation keeps: who may hold how many, who gets what enters a pool, what a lead is worth.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use validator::{Validate, ValidationError};

use super::{
    assignment::{Method, Share, Target},
    scoring::RuleKind,
    state::LeadStatus,
};
use crate::{
    DepartmentId, LeadPoolId, RoleId, UserId,
    ownership::{Audience, HeldObject},
    text::Name,
};
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CapacityRuleDetails {
    pub name: Name,
    pub object: HeldObject,
    /// Whom it is for; naming nobody, the whole organisation.
    #[serde(default)]
    #[validate(length(max = 1000))]
    pub user_ids: Vec<UserId>,
    #[serde(default)]
    #[validate(length(max = 200))]
    pub role_ids: Vec<RoleId>,
    /// With the departments below them.
    #[serde(default)]
    #[validate(length(max = 500))]
    pub department_ids: Vec<DepartmentId>,
    /// Null is any number.
    #[serde(default)]
    #[validate(range(max = 1_000_000))]
    pub max_owned: Option<u32>,
    /// The states of leads that count; null: as the settings say.
    #[serde(default)]
    #[validate(length(min = 1, max = 4))]
    pub count_statuses: Option<Vec<LeadStatus>>,
    /// Whether customers who bought count; null: as the settings say.
    #[serde(default)]
    pub dealt_counts: Option<bool>,
    /// Where two rules are equally close to a person, the lower number counts.
    #[serde(default)]
    #[validate(range(min = -1000, max = 1000))]
    pub priority: i32,
}

impl CapacityRuleDetails {
    pub fn audience(&self) -> Audience {
        Audience {
            users: self.user_ids.clone(),
            roles: self.role_ids.clone(),
            departments: self.department_ids.clone(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignmentRuleDetails {
    pub name: Name,
    /// The pool that it speaks of; null is every pool.
    #[serde(default)]
    pub pool_id: Option<LeadPoolId>,
    /// The smallest is asked first; the first whose condition is met decides.
    #[serde(default)]
    #[validate(range(min = -1_000_000, max = 1_000_000))]
    pub priority: i32,
    #[serde(default = "yes")]
    pub active: bool,
    /// A filter over the lead; null is every lead.
    #[serde(default)]
    #[schema(value_type = Object)]
    pub condition: Value,
    pub method: Method,
    #[serde(default)]
    #[validate(length(max = 500))]
    pub user_ids: Vec<UserId>,
    /// For `weighted`: how many turns each of `user_ids` has, in their order.
    #[serde(default)]
    #[validate(length(max = 500), custom(function = "are_weights"))]
    pub weights: Vec<i32>,
    /// Puts leads into this pool instead of giving them to somebody.
    #[serde(default)]
    pub target_pool_id: Option<LeadPoolId>,
    #[serde(default = "yes")]
    pub skip_full: bool,
    #[serde(default = "yes")]
    pub skip_on_leave: bool,
}

fn yes() -> bool {
    true
}

fn are_weights(weights: &[i32]) -> Result<(), ValidationError> {
    let fit = weights.iter().all(|weight| (0..=1000).contains(weight));
    if fit { Ok(()) } else { Err(ValidationError::new("out_of_range")) }
}

impl AssignmentRuleDetails {
    /// Where it sends leads.
    pub fn target(&self) -> Target {
        if let Some(pool_id) = self.target_pool_id {
            return Target::Pool { pool_id };
        }
        let weight = |at: usize| self.weights.get(at).and_then(|weight| u32::try_from(*weight).ok()).unwrap_or(1);
        let share = |(at, user_id): (usize, &UserId)| Share { user_id: *user_id, weight: weight(at) };
        Target::Users { users: self.user_ids.iter().enumerate().map(share).collect() }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScoringRuleDetails {
    pub name: Name,
    #[validate(custom(function = "is_of_fields"))]
    pub kind: RuleKind,
    /// A filter over the lead.
    #[schema(value_type = Object)]
    pub condition: Value,
    #[validate(range(min = -100, max = 100))]
    pub points: i32,
    /// The most that it contributes.
    #[serde(default = "hundred")]
    #[validate(range(min = 0, max = 100))]
    pub max_points: i32,
    #[serde(default = "yes")]
    pub active: bool,
}

fn hundred() -> i32 {
    100
}

/// What a lead does is not known before campaigns, forms and mails are kept.
fn is_of_fields(kind: &RuleKind) -> Result<(), ValidationError> {
    match kind {
        RuleKind::Fit | RuleKind::Negative => Ok(()),
        RuleKind::Behaviour => Err(ValidationError::new("not_one_of")),
    }
}
