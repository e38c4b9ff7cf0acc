//! The pools of the public sea (3.2, 3.4, 3.5).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::or_default;
use crate::{
    DepartmentId, FieldCode, FieldError, RoleId, UserId,
    ownership::{CustomerRecycleRule, LevelDays, RecycleReason},
    settings::{self, Settings},
    text::{Code, Name, Note},
};

pub use crate::access::customer_pool::*;

fn yes() -> bool {
    true
}

fn daily_limit() -> Option<u32> {
    Some(10)
}

fn freeze_days() -> u32 {
    15
}

fn remind_days() -> u32 {
    7
}

/// What people set about a pool.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CustomerPoolDetails {
    pub name: Name,
    #[serde(default)]
    pub description: Option<Note>,
    /// Its members; naming nobody in any of the three, it is for everybody.
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 500))]
    pub user_ids: Vec<UserId>,
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 100))]
    pub role_ids: Vec<RoleId>,
    /// With the departments below them.
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 500))]
    pub department_ids: Vec<DepartmentId>,
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 100))]
    pub admin_ids: Vec<UserId>,
    /// Otherwise only its admins see what lies in it, and assign.
    #[serde(default = "yes")]
    pub visible_to_members: bool,
    /// Keys of fields that are covered for members until they own the customer.
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 100))]
    pub masked_fields: Vec<Code>,
    #[serde(default = "yes")]
    pub enabled: bool,
    /// Where customers go for whom there is no better pool; exactly one is it.
    #[serde(default)]
    pub is_default: bool,
    #[serde(default = "yes")]
    pub members_may_claim: bool,
    #[serde(default)]
    pub member_may_transfer: bool,
    /// Claims of one person on one date; none is any number.
    #[serde(default = "daily_limit")]
    #[validate(range(max = 10_000))]
    pub daily_limit: Option<u32>,
    #[serde(default = "freeze_days")]
    #[validate(range(max = 365))]
    pub prev_owner_freeze_days: u32,
    #[serde(default)]
    #[validate(range(max = 365))]
    pub new_data_wait_days: u32,
    /// What one person may hold out of this pool; none is any number.
    #[serde(default)]
    #[validate(range(max = 1_000_000))]
    pub hold_limit: Option<u32>,
    #[serde(default)]
    pub dealt_counts: bool,
    #[serde(default)]
    pub clear_team: bool,
    #[serde(default = "remind_days")]
    #[validate(range(max = 60))]
    pub remind_days: u32,
    /// Where nothing is said, the rules that the organisation's settings name.
    #[serde(default)]
    #[validate(length(max = 20))]
    pub recycle_rules: Option<Vec<CustomerRecycleRule>>,
}

/// The rules of a pool for which nobody made any (3.5).
pub fn usual_rules(settings: &Settings) -> Vec<CustomerRecycleRule> {
    let rule = |kind, days| CustomerRecycleRule {
        kind,
        days,
        include_dealt: settings.get(settings::CUSTOMER_RECYCLE_DEALT),
        include_with_open_opportunity: settings.get(settings::CUSTOMER_RECYCLE_WITH_OPPORTUNITY),
        exempt_tags: Vec::new(),
        enabled: true,
    };
    let no_deal = settings.get(settings::CUSTOMER_NO_DEAL_DAYS);
    let followup = rule(RecycleReason::NoFollowup, settings.get(settings::CUSTOMER_NO_FOLLOWUP_DAYS));
    std::iter::once(followup).chain(no_deal.map(|days| rule(RecycleReason::NoDeal, LevelDays::all(days)))).collect()
}

impl CustomerPoolDetails {
    /// The rules that cannot be kept: of another kind of record, about what is not recorded, with days that are none.
    pub fn wrong_rules(&self) -> Vec<FieldError> {
        let mut wrong = Vec::new();
        for (index, rule) in self.recycle_rules.iter().flatten().enumerate() {
            if !matches!(rule.kind, RecycleReason::NoFollowup | RecycleReason::NoDeal) {
                wrong.push(FieldError::new(format!("/recycle_rules/{index}/kind"), FieldCode::NotOneOf));
            }
            let LevelDays { a, b, c, d } = rule.days;
            if [a, b, c, d].into_iter().flatten().any(|days| !(1..=3650).contains(&days)) {
                let days = FieldError::new(format!("/recycle_rules/{index}/days"), FieldCode::OutOfRange);
                wrong.push(days.with("min", 1).with("max", 3650));
            }
        }
        wrong
    }

    /// Who is admin or member by name, for the check that they exist.
    pub fn users(&self) -> Vec<Uuid> {
        self.user_ids.iter().chain(&self.admin_ids).map(|id| id.0).collect()
    }
}
