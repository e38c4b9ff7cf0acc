//! Pools of leads: who belongs to them, and what they ask of those who take from them (2.2).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::{
    AssignmentRuleId, DepartmentId, RoleId, UserId,
    ownership::{Audience, LeadRecycleRule, Level, RecycleMode},
    text::{Name, Note, Tag},
};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LeadPoolDetails {
    pub name: Name,
    #[serde(default)]
    pub description: Option<Note>,
    #[serde(default = "yes")]
    pub enabled: bool,
    /// Exactly one pool is the default; making another one the default takes it from the first.
    #[serde(default)]
    pub is_default: bool,
    /// The members; a pool that names nobody is everybody's.
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
    #[serde(default)]
    #[validate(length(max = 100))]
    pub admin_ids: Vec<UserId>,
    /// Otherwise only its admins see what lies in it, and assign.
    #[serde(default = "yes")]
    pub visible_to_members: bool,
    /// Keys that members see covered until the lead is theirs.
    #[serde(default)]
    #[validate(length(max = 50))]
    pub masked_fields: Vec<Tag>,
    #[serde(default = "yes")]
    pub members_may_claim: bool,
    /// Claims of one person on one date; null is any number.
    #[serde(default = "twenty")]
    #[validate(range(min = 0, max = 10000))]
    pub daily_limit: Option<u32>,
    #[serde(default = "seven")]
    #[validate(range(max = 365))]
    pub prev_owner_freeze_days: u32,
    #[serde(default)]
    #[validate(range(max = 365))]
    pub new_data_wait_days: u32,
    /// The one rule that is asked about leads that enter; null: every rule that speaks of this pool or of none.
    #[serde(default)]
    pub auto_assign_rule_id: Option<AssignmentRuleId>,
    #[serde(default = "yes")]
    pub recycle_enabled: bool,
    #[serde(default = "fifteen")]
    #[validate(range(min = 1, max = 3650))]
    pub no_followup_days: Option<u32>,
    #[serde(default = "sixty")]
    #[validate(range(min = 1, max = 3650))]
    pub not_converted_days: Option<u32>,
    #[serde(default)]
    pub recycle_mode: RecycleMode,
    #[serde(default = "three")]
    #[validate(range(max = 60))]
    pub remind_days: u32,
    #[serde(default)]
    pub working_days_only: bool,
    /// Leads of these levels and tags, and of owners in these roles, are never taken back.
    #[serde(default)]
    #[validate(length(max = 4))]
    pub exempt_levels: Vec<Level>,
    #[serde(default)]
    #[validate(length(max = 50))]
    pub exempt_tags: Vec<Tag>,
    #[serde(default)]
    #[validate(length(max = 50))]
    pub exempt_role_ids: Vec<RoleId>,
}

fn yes() -> bool {
    true
}

fn three() -> u32 {
    3
}

fn seven() -> u32 {
    7
}

#[expect(clippy::unnecessary_wraps, reason = "null is one of the values")]
fn fifteen() -> Option<u32> {
    Some(15)
}

#[expect(clippy::unnecessary_wraps, reason = "null is one of the values")]
fn twenty() -> Option<u32> {
    Some(20)
}

#[expect(clippy::unnecessary_wraps, reason = "null is one of the values")]
fn sixty() -> Option<u32> {
    Some(60)
}

impl LeadPoolDetails {
    pub fn members(&self) -> Audience {
        Audience {
            users: self.user_ids.clone(),
            roles: self.role_ids.clone(),
            departments: self.department_ids.clone(),
        }
    }

    pub fn recycle_rule(&self) -> LeadRecycleRule {
        LeadRecycleRule {
            enabled: self.recycle_enabled,
            no_followup_days: self.no_followup_days,
            not_converted_days: self.not_converted_days,
            mode: self.recycle_mode,
            remind_days: self.remind_days,
            working_days_only: self.working_days_only,
        }
    }
}
