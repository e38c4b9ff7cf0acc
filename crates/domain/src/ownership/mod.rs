//! Who may own a record, for how long, and where it goes when it is let go: the rules that leads and customers share
//! (2.5, 3.4, 3.5). Dates are business dates. Facts come in, a decision comes out; nothing here looks anything up.

mod audience;
mod capacity;
mod claim;
mod customer;
mod recycle;

pub use audience::{Audience, Closeness, Person, PoolChoice, target_pool};
pub use capacity::{
    CapScope, CapacityRule, HoldCap, Quota, capacity_for, customers_that_count, leads_that_count, refuse_clash,
};
pub use claim::{ClaimRefusal, ClaimRule, Claimed, Claimer, Seat, thawed_on};
pub use customer::{CustomerFacts, CustomerRecycleRule, Level, LevelDays, customer_due};
pub use recycle::{
    Countdown, Due, LeadRecycleRule, RecycleMode, RecycleReason, RecycleTerms, Reminder, grace_until, recycle_due,
};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::UserId;

/// A record is owned by one person or lies in one pool, never both, never neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holder<PoolId> {
    Owner(UserId),
    Pool(PoolId),
}

/// Kinds of records that people hold.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema, strum::IntoStaticStr, strum::EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum HeldObject {
    Lead,
    Customer,
}
