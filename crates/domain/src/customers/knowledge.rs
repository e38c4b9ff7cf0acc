//! What is known about customers, and who wants to be told of it (3.13).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::{choices, or_default};
use crate::{
    CustomerId, DepartmentId, RoleId, UserId,
    ownership::Level,
    text::{Code, LongText},
};

choices! {
    KnowledgeKind {
        Preference = "preference", Channel = "channel", Behaviour = "behaviour",
        DecisionProcess = "decision_process", Competitor = "competitor", Risk = "risk", Other = "other",
    }
    #[derive(Default)]
    Confidence { Low = "low", #[default] Mid = "mid", High = "high" }
    /// Who reads what is published: those who see the customer, or everybody in the organisation.
    #[derive(Default)]
    Visibility { #[default] Customer = "customer", Organisation = "organisation" }
}

/// What people write about a customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct KnowledgeDetails {
    pub customer_id: CustomerId,
    pub kind: KnowledgeKind,
    pub text: LongText,
    /// The resource and the id of what it was learned from.
    #[serde(default)]
    pub source_resource: Option<Code>,
    #[serde(default)]
    pub source_id: Option<Uuid>,
    #[serde(default, deserialize_with = "or_default")]
    pub confidence: Confidence,
    /// The last day on which it counts.
    #[serde(default)]
    pub valid_until: Option<NaiveDate>,
    #[serde(default, deserialize_with = "or_default")]
    pub visibility: Visibility,
}

/// Who is told of what is published. Naming no kind, level or industry, it is about all.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubscriptionDetails {
    /// Whoever makes it, if nobody is named.
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 500))]
    pub user_ids: Vec<UserId>,
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 100))]
    pub role_ids: Vec<RoleId>,
    /// With the departments below them.
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 100))]
    pub department_ids: Vec<DepartmentId>,
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 20))]
    pub kinds: Vec<KnowledgeKind>,
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 10))]
    pub levels: Vec<Level>,
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 100))]
    pub industries: Vec<Code>,
}

impl SubscriptionDetails {
    /// Whether it is for this person and nobody else.
    pub fn is_for_only(&self, user: UserId) -> bool {
        self.user_ids == [user] && self.role_ids.is_empty() && self.department_ids.is_empty()
    }
}
