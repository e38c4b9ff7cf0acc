//! The pools of the public sea (3.2, 3.4, 3.5).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::or_default;
use crate::{
    DepartmentId, RoleId, UserId,
    ownership::CustomerRecycleRule,
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
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 20))]
    pub recycle_rules: Vec<CustomerRecycleRule>,
}

impl CustomerPoolDetails {
    /// Who is admin or member by name, for the check that they exist.
    pub fn users(&self) -> Vec<Uuid> {
        self.user_ids.iter().chain(&self.admin_ids).map(|id| id.0).collect()
    }
}
