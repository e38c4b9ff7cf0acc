//! Who may own a record, for how long, and where it goes when it is let go: the rules that leads and customers share
//! (2.5, 3.4, 3.5). Dates are business dates. Facts come in, a decision comes out; nothing here looks anything up.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    Code, DepartmentId, Error, RoleId, UserId,
    time::{days, minus, plus, plus_working_days},
};

// ── Who holds a record ───────────────────────────────────────────────────────────────────

/// A record is owned by one person or lies in one pool, never both, never neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holder<PoolId> {
    Owner(UserId),
    Pool(PoolId),
}

// ── Who is meant ─────────────────────────────────────────────────────────────────────────

/// The people a pool or a rule is for. Naming nobody, it is for the whole organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Audience {
    pub users: Vec<UserId>,
    pub roles: Vec<RoleId>,
    /// With the departments below them.
    pub departments: Vec<DepartmentId>,
}

/// A person's place in the organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub user: UserId,
    pub roles: Vec<RoleId>,
    /// The departments he is in and those above, with how far above: 0 for his own.
    pub departments: Vec<(DepartmentId, u32)>,
}

/// How closely a rule means a person; the closest comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closeness {
    User,
    Role,
    Department { above: u32 },
    Organisation,
}

impl Audience {
    /// How closely this means `person`, if at all.
    pub fn closeness(&self, person: &Person) -> Option<Closeness> {
        if self.users.contains(&person.user) {
            return Some(Closeness::User);
        }
        if self.roles.iter().any(|role| person.roles.contains(role)) {
            return Some(Closeness::Role);
        }
        let nearest =
            person.departments.iter().filter(|(id, _)| self.departments.contains(id)).map(|(_, above)| *above);
        if let Some(above) = nearest.min() {
            return Some(Closeness::Department { above });
        }
        self.is_organisation().then_some(Closeness::Organisation)
    }

    pub fn is_organisation(&self) -> bool {
        self.users.is_empty() && self.roles.is_empty() && self.departments.is_empty()
    }

    /// Whether both name the same user, the same role, the same department or both nobody: then neither is closer.
    pub fn clashes(&self, other: &Self) -> bool {
        self.users.iter().any(|id| other.users.contains(id))
            || self.roles.iter().any(|id| other.roles.contains(id))
            || self.departments.iter().any(|id| other.departments.contains(id))
            || (self.is_organisation() && other.is_organisation())
    }
}

// ── How many one may hold ────────────────────────────────────────────────────────────────

/// How many records the people of an audience may hold; None is any number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapacityRule<Id> {
    pub id: Id,
    pub audience: Audience,
    pub max_owned: Option<u32>,
    /// Of two that are equally close the lower counts.
    pub priority: i32,
}

/// The rule that counts for a person: the closest. Rules that were equally close when they were made are refused by
/// [`refuse_clash`]; where people later came to hold two such roles, the priority counts,
/// then the more generous.
pub fn capacity_for<'a, Id: Ord>(rules: &'a [CapacityRule<Id>], person: &Person) -> Option<&'a CapacityRule<Id>> {
    rules
        .iter()
        .filter_map(|rule| rule.audience.closeness(person).map(|closeness| (closeness, rule)))
        .min_by(|(a_closeness, a), (b_closeness, b)| {
            a_closeness
                .cmp(b_closeness)
                .then_with(|| a.priority.cmp(&b.priority))
                .then_with(|| b.max_owned.unwrap_or(u32::MAX).cmp(&a.max_owned.unwrap_or(u32::MAX)))
                .then_with(|| a.id.cmp(&b.id))
        })
        .map(|(_, rule)| rule)
}

/// Refuses a rule that is exactly as close to somebody as another one.
pub fn refuse_clash<Id: PartialEq>(new: &CapacityRule<Id>, others: &[CapacityRule<Id>]) -> Result<(), Error> {
    let clash = others.iter().any(|other| other.id != new.id && other.audience.clashes(&new.audience));
    if clash { Err(Error::new(Code::CapacityScopeDuplicate)) } else { Ok(()) }
}

/// Which limit was hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum CapScope {
    /// What one person may hold of everything.
    Owner,
    /// What one person may hold out of one pool.
    Pool,
}

/// A limit and how much of it is used. None is no limit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Quota {
    pub limit: Option<u32>,
    pub used: u32,
}

impl Quota {
    pub const NONE: Self = Self { limit: None, used: 0 };

    /// What is left; None is any number.
    pub fn remaining(self) -> Option<u32> {
        self.limit.map(|limit| limit.saturating_sub(self.used))
    }

    pub fn has_room_for(self, n: u32) -> bool {
        self.remaining().is_none_or(|remaining| n <= remaining)
    }
}

/// What a person may still hold: of everything, and out of the pool he takes from (3.4).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct HoldCap {
    pub owner: Quota,
    pub pool: Quota,
}

impl HoldCap {
    pub fn of(owner: Quota) -> Self {
        Self { owner, pool: Quota::NONE }
    }

    /// What is left of the tighter of the two.
    pub fn remaining(self) -> Option<u32> {
        match (self.owner.remaining(), self.pool.remaining()) {
            (Some(owner), Some(pool)) => Some(owner.min(pool)),
            (left, None) | (None, left) => left,
        }
    }

    /// Refuses to take `n` more. Asked for claim, assignment, transfer, creation with an owner, import, restore and
    /// conversion alike.
    pub fn admit(self, n: u32) -> Result<(), ClaimRefusal> {
        for (quota, scope) in [(self.owner, CapScope::Owner), (self.pool, CapScope::Pool)] {
            if let Some(remaining) = quota.remaining().filter(|remaining| n > *remaining) {
                return Err(ClaimRefusal::HoldCapExceeded { remaining, scope });
            }
        }
        Ok(())
    }
}

// ── Claiming ─────────────────────────────────────────────────────────────────────────────

/// What a pool asks of those who take from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ClaimRule {
    /// Claims of one person on one date; none is any number.
    pub daily_limit: Option<u32>,
    /// How long somebody who let a record go may not take it again; 0 is off.
    pub prev_owner_freeze_days: u32,
    /// How long a record lies in the pool before it may be taken.
    pub new_data_wait_days: u32,
    /// Otherwise the pool's admins assign.
    pub members_may_claim: bool,
}

impl Default for ClaimRule {
    fn default() -> Self {
        Self { daily_limit: Some(20), prev_owner_freeze_days: 7, new_data_wait_days: 0, members_may_claim: true }
    }
}

/// What somebody is to a pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    Stranger,
    Member,
    Admin,
}

/// A person in front of a pool, on a date: what counts for every record he wants.
#[derive(Debug, Clone, Copy)]
pub struct Claimer {
    pub today: NaiveDate,
    pub seat: Seat,
    pub pool_enabled: bool,
    pub rule: ClaimRule,
    /// His claims in this pool today, from the claim log: a returned record does not give its claim back.
    pub claimed_today: u32,
    pub cap: HoldCap,
}

/// A record that somebody wants.
#[derive(Debug, Clone, Copy)]
pub struct Claimed {
    /// It lies in the pool: nobody owns it.
    pub is_free: bool,
    pub pooled_on: NaiveDate,
    /// When the claimer himself last let it go. Every former owner waits, not only the latest.
    pub let_go_on: Option<NaiveDate>,
}

/// Why somebody may not have a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimRefusal {
    NotPoolMember,
    AlreadyClaimed,
    NotYetClaimable { claimable_on: NaiveDate },
    PreviousOwnerFrozen { claimable_on: NaiveDate },
    DailyClaimLimit { remaining: u32 },
    HoldCapExceeded { remaining: u32, scope: CapScope },
}

impl ClaimRefusal {
    /// Whether it speaks about the claimer's quota: then it ends a whole batch (2.5.4).
    pub fn is_quota(self) -> bool {
        match self {
            Self::DailyClaimLimit { .. } | Self::HoldCapExceeded { .. } => true,
            Self::NotPoolMember
            | Self::AlreadyClaimed
            | Self::NotYetClaimable { .. }
            | Self::PreviousOwnerFrozen { .. } => false,
        }
    }

    /// As the caller is told; `already_claimed` is the code for this kind of record.
    pub fn into_error(self, already_claimed: Code) -> Error {
        match self {
            Self::NotPoolMember => Error::new(Code::NotPoolMember),
            Self::AlreadyClaimed => Error::new(already_claimed),
            Self::NotYetClaimable { claimable_on } => {
                Error::new(Code::NotYetClaimable).with("claimable_on", claimable_on.to_string())
            }
            Self::PreviousOwnerFrozen { claimable_on } => {
                Error::new(Code::PreviousOwnerFrozen).with("claimable_on", claimable_on.to_string())
            }
            Self::DailyClaimLimit { remaining } => Error::new(Code::DailyClaimLimit).with("remaining", remaining),
            Self::HoldCapExceeded { remaining, scope } => {
                let scope: &str = scope.into();
                Error::new(Code::HoldCapExceeded).with("remaining", remaining).with("scope", scope)
            }
        }
    }
}

impl Claimer {
    /// What he may still claim today; None is any number.
    pub fn daily(&self) -> Quota {
        match self.seat {
            Seat::Admin => Quota::NONE,
            Seat::Member | Seat::Stranger => Quota { limit: self.rule.daily_limit, used: self.claimed_today },
        }
    }

    /// Whether he may take from this pool at all.
    pub fn may_claim(&self) -> Result<(), ClaimRefusal> {
        let seated = match self.seat {
            Seat::Admin => true,
            Seat::Member => self.rule.members_may_claim,
            Seat::Stranger => false,
        };
        if seated && self.pool_enabled { Ok(()) } else { Err(ClaimRefusal::NotPoolMember) }
    }

    /// Whether he has quota for `n` records. A batch is asked once, for all of it.
    pub fn has_quota(&self, n: u32) -> Result<(), ClaimRefusal> {
        if let Some(remaining) = self.daily().remaining().filter(|remaining| n > *remaining) {
            return Err(ClaimRefusal::DailyClaimLimit { remaining });
        }
        self.cap.admit(n)
    }

    /// Whether one record may be had, his quota apart.
    pub fn may_have(&self, record: &Claimed) -> Result<(), ClaimRefusal> {
        if !record.is_free {
            return Err(ClaimRefusal::AlreadyClaimed);
        }
        let claimable_on = plus(record.pooled_on, self.rule.new_data_wait_days);
        if self.seat != Seat::Admin && self.today < claimable_on {
            return Err(ClaimRefusal::NotYetClaimable { claimable_on });
        }
        match thawed_on(record.let_go_on, self.rule.prev_owner_freeze_days) {
            Some(claimable_on) if self.today < claimable_on => Err(ClaimRefusal::PreviousOwnerFrozen { claimable_on }),
            Some(_) | None => Ok(()),
        }
    }

    /// All that is asked before one claim, in the order of 2.5.1; the first failure is told.
    pub fn check(&self, record: &Claimed) -> Result<(), ClaimRefusal> {
        self.may_claim()?;
        self.may_have(record)?;
        self.has_quota(1)
    }
}

/// The first date on which a former owner may take a record again.
pub fn thawed_on(let_go_on: Option<NaiveDate>, freeze_days: u32) -> Option<NaiveDate> {
    let_go_on.filter(|_| freeze_days > 0).map(|date| plus(date, freeze_days))
}

// ── Recycling ────────────────────────────────────────────────────────────────────────────

/// Whether one reason is enough, or all must be given.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    ToSchema,
    strum::IntoStaticStr,
    strum::EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum RecycleMode {
    #[default]
    Any,
    All,
}

/// Why a record goes back.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema, strum::IntoStaticStr, strum::EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum RecycleReason {
    NoFollowup,
    NotConverted,
    NoOpportunity,
    NoDeal,
}

/// One reason's clock: it runs out `days` days after `base`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Countdown {
    pub reason: RecycleReason,
    pub base: NaiveDate,
    pub days: u32,
}

/// When a record goes back if nothing happens. It is still its owner's on the date itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct Due {
    pub on: NaiveDate,
    pub reason: RecycleReason,
}

/// What holds for all clocks of a pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecycleTerms {
    pub mode: RecycleMode,
    pub working_days_only: bool,
    /// When an admin last changed the rule: nothing is recycled in the days after, whatever the new rule says.
    pub rule_changed_on: Option<NaiveDate>,
    pub grace_days: u32,
}

/// The due date over all clocks: the earliest if any reason is enough, else the latest. None if no clock runs.
pub fn recycle_due(
    countdowns: &[Countdown],
    terms: &RecycleTerms,
    is_working_day: impl Fn(NaiveDate) -> bool,
) -> Option<Due> {
    let dues = countdowns.iter().map(|clock| {
        let on = if terms.working_days_only {
            plus_working_days(clock.base, clock.days, &is_working_day)
        } else {
            plus(clock.base, clock.days)
        };
        Due { on, reason: clock.reason }
    });
    let due = match terms.mode {
        RecycleMode::Any => dues.min_by_key(|due| due.on),
        RecycleMode::All => dues.max_by_key(|due| due.on),
    }?;
    // Recycling happens the day after the due date.
    let grace = terms.rule_changed_on.filter(|_| terms.grace_days > 0);
    let earliest = grace.map_or(NaiveDate::MIN, |changed| plus(changed, terms.grace_days - 1));
    Some(Due { on: due.on.max(earliest), ..due })
}

impl Due {
    /// Whether the record goes back today: on the first date after the due date, or whenever a missed job runs next.
    pub fn is_past(self, today: NaiveDate) -> bool {
        today > self.on
    }

    /// How many days are left, 0 on the due date, negative after it.
    pub fn days_left(self, today: NaiveDate) -> i64 {
        days(today, self.on)
    }

    /// The reminder that belongs to today, if any. Sent once each: see [`Reminder`].
    pub fn reminder(self, today: NaiveDate, remind_days: u32) -> Option<Reminder> {
        if today == self.on {
            Some(Reminder::LastDay)
        } else if minus(self.on, remind_days) <= today && today < self.on {
            Some(Reminder::Window)
        } else {
            None
        }
    }
}

/// Owners are told twice: when the window opens (or by the first job that runs in it), and on the last day. The key of
/// a reminder is (record, due date, reminder), so that a new due date reminds anew and a second run does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Reminder {
    Window,
    LastDay,
}

/// A lead pool's rule (2.2); none for days is: this reason does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct LeadRecycleRule {
    pub enabled: bool,
    pub no_followup_days: Option<u32>,
    pub not_converted_days: Option<u32>,
    pub mode: RecycleMode,
    pub remind_days: u32,
    pub working_days_only: bool,
}

impl Default for LeadRecycleRule {
    fn default() -> Self {
        Self {
            enabled: true,
            no_followup_days: Some(15),
            not_converted_days: Some(60),
            mode: RecycleMode::Any,
            remind_days: 3,
            working_days_only: false,
        }
    }
}

impl LeadRecycleRule {
    /// The clocks of a lead owned since `owned_since` and last followed up on `last_activity`.
    pub fn countdowns(&self, owned_since: NaiveDate, last_activity: Option<NaiveDate>) -> Vec<Countdown> {
        if !self.enabled {
            return Vec::new();
        }
        let followed = last_activity.map_or(owned_since, |date| date.max(owned_since));
        let clocks = [
            (RecycleReason::NoFollowup, followed, self.no_followup_days),
            (RecycleReason::NotConverted, owned_since, self.not_converted_days),
        ];
        clocks.into_iter().filter_map(|(reason, base, days)| Some(Countdown { reason, base, days: days? })).collect()
    }
}

/// A customer's level; without one the most patient counts.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    ToSchema,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::EnumIter,
)]
pub enum Level {
    A,
    B,
    C,
    D,
}

/// Days per level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LevelDays {
    #[serde(rename = "A")]
    pub a: Option<u32>,
    #[serde(rename = "B")]
    pub b: Option<u32>,
    #[serde(rename = "C")]
    pub c: Option<u32>,
    #[serde(rename = "D")]
    pub d: Option<u32>,
}

impl LevelDays {
    pub const fn all(days: u32) -> Self {
        Self { a: Some(days), b: Some(days), c: Some(days), d: Some(days) }
    }

    pub fn of(self, level: Option<Level>) -> Option<u32> {
        match level {
            Some(Level::A) => self.a,
            Some(Level::B) => self.b,
            Some(Level::C) => self.c,
            Some(Level::D) | None => self.d,
        }
    }
}

/// One rule of a customer pool (3.5); the rules of a pool are OR-ed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CustomerRecycleRule {
    pub kind: RecycleReason,
    pub days: LevelDays,
    #[serde(default)]
    pub include_dealt: bool,
    #[serde(default)]
    pub include_with_open_opportunity: bool,
    #[serde(default)]
    pub exempt_tags: Vec<String>,
    pub enabled: bool,
}

/// What counts when a customer may have to go back.
#[derive(Debug, Clone, Copy)]
pub struct CustomerFacts<'a> {
    pub level: Option<Level>,
    pub owned_since: NaiveDate,
    pub last_activity: Option<NaiveDate>,
    /// An opportunity was created since it is owned.
    pub had_opportunity: bool,
    pub has_open_opportunity: bool,
    pub has_open_case_or_approval: bool,
    pub is_dealt: bool,
    pub is_key_account: bool,
    /// Until when it is locked, if it is.
    pub locked_until: Option<NaiveDate>,
    pub tags: &'a [String],
    /// Days of the owner's leaves of three working days and more since the base date: the clock stood still.
    pub leave_days: u32,
}

/// The clocks of an owned customer under the rules of its pool.
pub fn customer_countdowns(
    rules: &[CustomerRecycleRule],
    customer: &CustomerFacts<'_>,
    today: NaiveDate,
) -> Vec<Countdown> {
    let locked = customer.locked_until.is_some_and(|until| today <= until);
    if locked || customer.is_key_account || customer.has_open_case_or_approval {
        return Vec::new();
    }
    let exempt = |rule: &CustomerRecycleRule| {
        !rule.enabled
            || (customer.is_dealt && !rule.include_dealt)
            || (customer.has_open_opportunity && !rule.include_with_open_opportunity)
            || rule.exempt_tags.iter().any(|tag| customer.tags.contains(tag))
    };
    let clock = |rule: &CustomerRecycleRule| {
        let followed = customer.last_activity.map_or(customer.owned_since, |date| date.max(customer.owned_since));
        let (runs, base) = match rule.kind {
            RecycleReason::NoFollowup => (true, followed),
            RecycleReason::NoOpportunity => (!customer.had_opportunity, customer.owned_since),
            RecycleReason::NoDeal => (!customer.is_dealt, customer.owned_since),
            RecycleReason::NotConverted => (false, customer.owned_since),
        };
        let days = rule.days.of(customer.level)?;
        runs.then(|| Countdown { reason: rule.kind, base: plus(base, customer.leave_days), days })
    };
    rules.iter().filter(|rule| !exempt(rule)).filter_map(clock).collect()
}

// ── Where it goes ────────────────────────────────────────────────────────────────────────

/// A pool that could receive a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PoolChoice<Id> {
    pub id: Id,
    pub enabled: bool,
    pub is_default: bool,
    pub members: Audience,
}

/// The pool that a record goes to when it is let go (2.5.9): the one it came from; else the one closest to its owner;
/// else the default. A default pool that is off still receives: a record is never left without owner and pool.
pub fn target_pool<Id: Ord + Copy>(
    pools: &[PoolChoice<Id>],
    came_from: Option<Id>,
    owner: Option<&Person>,
) -> Option<Id> {
    let enabled = || pools.iter().filter(|pool| pool.enabled);
    if let Some(pool) = enabled().find(|pool| Some(pool.id) == came_from) {
        return Some(pool.id);
    }
    let closest = owner.and_then(|owner| {
        enabled()
            .filter(|pool| !pool.members.is_organisation())
            .filter_map(|pool| Some((pool.members.closeness(owner)?, pool.id)))
            .min()
    });
    let default = || pools.iter().find(|pool| pool.is_default).map(|pool| pool.id);
    let any = || enabled().map(|pool| pool.id).min();
    closest.map(|(_, id)| id).or_else(default).or_else(any)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::time::is_weekday;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn claimer(today: &str) -> Claimer {
        Claimer {
            today: date(today),
            seat: Seat::Member,
            pool_enabled: true,
            rule: ClaimRule::default(),
            claimed_today: 0,
            cap: HoldCap::of(Quota { limit: Some(50), used: 0 }),
        }
    }

    fn record(pooled_on: &str) -> Claimed {
        Claimed { is_free: true, pooled_on: date(pooled_on), let_go_on: None }
    }

    #[test]
    fn a_former_owner_waits_the_frozen_days() {
        let returned = Claimed { let_go_on: Some(date("2026-03-10")), ..record("2026-03-10") };
        let refused = ClaimRefusal::PreviousOwnerFrozen { claimable_on: date("2026-03-17") };
        assert_eq!(claimer("2026-03-16").check(&returned), Err(refused));
        assert_eq!(claimer("2026-03-17").check(&returned), Ok(()));
        assert_eq!(claimer("2026-03-16").check(&record("2026-03-10")), Ok(()), "somebody else may");
        let mut lax = claimer("2026-03-10");
        lax.rule.prev_owner_freeze_days = 0;
        assert_eq!(lax.check(&returned), Ok(()));
        let told = refused.into_error(Code::LeadAlreadyClaimed);
        assert_eq!(told.code(), Code::PreviousOwnerFrozen);
    }

    #[test]
    fn new_records_wait_for_members_and_not_for_admins() {
        let mut ann = claimer("2026-03-11");
        ann.rule.new_data_wait_days = 2;
        let refused = ClaimRefusal::NotYetClaimable { claimable_on: date("2026-03-12") };
        assert_eq!(ann.check(&record("2026-03-10")), Err(refused));
        ann.seat = Seat::Admin;
        assert_eq!(ann.check(&record("2026-03-10")), Ok(()));
        ann.seat = Seat::Member;
        ann.today = date("2026-03-12");
        assert_eq!(ann.check(&record("2026-03-10")), Ok(()));
    }

    #[test]
    fn returning_does_not_give_the_claim_back() {
        let mut ann = claimer("2026-03-10");
        ann.rule.daily_limit = Some(3);
        ann.claimed_today = 3; // and returned one of them
        ann.cap.owner.used = 2;
        assert_eq!(ann.check(&record("2026-03-01")), Err(ClaimRefusal::DailyClaimLimit { remaining: 0 }));
        ann.seat = Seat::Admin;
        assert_eq!(ann.check(&record("2026-03-01")), Ok(()));
        ann.cap.owner.used = 50;
        let full = ClaimRefusal::HoldCapExceeded { remaining: 0, scope: CapScope::Owner };
        assert_eq!(ann.check(&record("2026-03-01")), Err(full), "admins are not exempt from the cap");
    }

    #[test]
    fn the_first_failure_is_told() {
        let mut worst = claimer("2026-03-10");
        worst.pool_enabled = false;
        worst.rule.new_data_wait_days = 5;
        worst.claimed_today = 20;
        worst.cap.owner.used = 50;
        let mut wanted = Claimed { is_free: false, pooled_on: date("2026-03-09"), let_go_on: Some(date("2026-03-09")) };
        assert_eq!(worst.check(&wanted), Err(ClaimRefusal::NotPoolMember));
        worst.pool_enabled = true;
        assert_eq!(worst.check(&wanted), Err(ClaimRefusal::AlreadyClaimed));
        wanted.is_free = true;
        assert!(matches!(worst.check(&wanted), Err(ClaimRefusal::NotYetClaimable { .. })));
        worst.rule.new_data_wait_days = 0;
        assert!(matches!(worst.check(&wanted), Err(ClaimRefusal::PreviousOwnerFrozen { .. })));
        wanted.let_go_on = None;
        assert!(matches!(worst.check(&wanted), Err(ClaimRefusal::DailyClaimLimit { .. })));
        worst.claimed_today = 0;
        assert!(matches!(worst.check(&wanted), Err(ClaimRefusal::HoldCapExceeded { .. })));
        worst.cap.owner.used = 49;
        assert_eq!(worst.check(&wanted), Ok(()));
    }

    #[test]
    fn strangers_and_members_of_assign_only_pools_do_not_claim() {
        let mut ann = claimer("2026-03-10");
        ann.rule.members_may_claim = false;
        assert_eq!(ann.may_claim(), Err(ClaimRefusal::NotPoolMember));
        ann.seat = Seat::Admin;
        assert_eq!(ann.may_claim(), Ok(()));
        ann.seat = Seat::Stranger;
        assert_eq!(ann.may_claim(), Err(ClaimRefusal::NotPoolMember));
    }

    #[test]
    fn the_tighter_of_two_caps_counts() {
        let mut cap = HoldCap { owner: Quota { limit: Some(10), used: 7 }, pool: Quota { limit: Some(5), used: 4 } };
        assert_eq!(cap.remaining(), Some(1));
        assert_eq!(cap.admit(1), Ok(()));
        cap.owner.used += 1;
        cap.pool.used += 1;
        assert_eq!(cap.admit(1), Err(ClaimRefusal::HoldCapExceeded { remaining: 0, scope: CapScope::Pool }));
        let twenty = Quota { limit: Some(20), used: 0 };
        assert_eq!(HoldCap { owner: Quota { limit: Some(10), used: 0 }, pool: twenty }.remaining(), Some(10));
    }

    const TERMS: RecycleTerms =
        RecycleTerms { mode: RecycleMode::Any, working_days_only: false, rule_changed_on: None, grace_days: 3 };

    fn due(since: &str, last_activity: Option<&str>) -> Due {
        let clocks = LeadRecycleRule::default().countdowns(date(since), last_activity.map(date));
        recycle_due(&clocks, &TERMS, is_weekday).unwrap()
    }

    #[test]
    fn a_rep_has_all_his_days() {
        let due_on = due("2026-03-01", None);
        assert_eq!(due_on, Due { on: date("2026-03-16"), reason: RecycleReason::NoFollowup });
        let reminders: Vec<_> = (10..=18)
            .filter_map(|day| {
                let today = date(&format!("2026-03-{day}"));
                due_on.reminder(today, 3).map(|reminder| (day, reminder))
            })
            .collect();
        let window = |day| (day, Reminder::Window);
        assert_eq!(reminders, [window(13), window(14), window(15), (16, Reminder::LastDay)]);
        assert!(!due_on.is_past(date("2026-03-16")) && due_on.is_past(date("2026-03-17")));
        assert_eq!(due("2026-03-01", Some("2026-03-10")).on, date("2026-03-25"));
        assert_eq!(
            due("2026-03-01", Some("2026-02-10")).on,
            date("2026-03-16"),
            "an earlier owner's call does not count"
        );
        assert_eq!(due("2026-03-01", Some("2026-04-29")).reason, RecycleReason::NotConverted);
    }

    #[test]
    fn all_reasons_or_any() {
        let clocks = LeadRecycleRule::default().countdowns(date("2026-03-01"), None);
        let all = RecycleTerms { mode: RecycleMode::All, ..TERMS };
        assert_eq!(recycle_due(&clocks, &all, is_weekday).unwrap().on, date("2026-04-30"));
        let off = LeadRecycleRule { enabled: false, ..LeadRecycleRule::default() };
        assert_eq!(recycle_due(&off.countdowns(date("2026-03-01"), None), &TERMS, is_weekday), None);
    }

    #[test]
    fn a_changed_rule_empties_nobodys_list_over_night() {
        let clocks = LeadRecycleRule::default().countdowns(date("2026-01-01"), None);
        let changed = RecycleTerms { rule_changed_on: Some(date("2026-03-10")), ..TERMS };
        let due = recycle_due(&clocks, &changed, is_weekday).unwrap();
        assert!(!due.is_past(date("2026-03-12")) && due.is_past(date("2026-03-13")));
        let at_once = RecycleTerms { grace_days: 0, ..changed };
        assert!(recycle_due(&clocks, &at_once, is_weekday).unwrap().is_past(date("2026-03-10")));
    }

    #[test]
    fn working_days_alone_can_count() {
        let rule =
            LeadRecycleRule { no_followup_days: Some(5), not_converted_days: None, ..LeadRecycleRule::default() };
        let terms = RecycleTerms { working_days_only: true, ..TERMS };
        let due = recycle_due(&rule.countdowns(date("2026-03-12"), None), &terms, is_weekday).unwrap();
        assert_eq!(due.on, date("2026-03-19"));
    }

    fn facts() -> CustomerFacts<'static> {
        CustomerFacts {
            level: Some(Level::A),
            owned_since: date("2026-03-01"),
            last_activity: None,
            had_opportunity: false,
            has_open_opportunity: false,
            has_open_case_or_approval: false,
            is_dealt: false,
            is_key_account: false,
            locked_until: None,
            tags: &[],
            leave_days: 0,
        }
    }

    #[test]
    fn customers_go_back_by_level_unless_exempt() {
        let rule = |kind, days| CustomerRecycleRule {
            kind,
            days,
            include_dealt: false,
            include_with_open_opportunity: false,
            exempt_tags: vec!["vip".to_owned()],
            enabled: true,
        };
        let by_level = LevelDays { a: Some(15), b: Some(30), c: Some(60), d: Some(90) };
        let rules = [rule(RecycleReason::NoFollowup, by_level), rule(RecycleReason::NoDeal, LevelDays::all(180))];
        let today = date("2026-03-05");
        let due = |facts: &CustomerFacts<'_>| {
            recycle_due(&customer_countdowns(&rules, facts, today), &TERMS, is_weekday).map(|due| due.on.to_string())
        };
        assert_eq!(due(&facts()).as_deref(), Some("2026-03-16"));
        assert_eq!(due(&CustomerFacts { level: None, ..facts() }).as_deref(), Some("2026-05-30"));
        assert_eq!(due(&CustomerFacts { leave_days: 4, ..facts() }).as_deref(), Some("2026-03-20"));
        let tags = ["vip".to_owned()];
        for exempt in [
            CustomerFacts { is_dealt: true, ..facts() },
            CustomerFacts { is_key_account: true, ..facts() },
            CustomerFacts { has_open_opportunity: true, ..facts() },
            CustomerFacts { has_open_case_or_approval: true, ..facts() },
            CustomerFacts { locked_until: Some(today), ..facts() },
            CustomerFacts { tags: &tags, ..facts() },
        ] {
            assert_eq!(due(&exempt), None);
        }
        assert!(due(&CustomerFacts { locked_until: Some(minus(today, 1)), ..facts() }).is_some());
    }

    fn person() -> Person {
        let (team, branch) = (DepartmentId::new(), DepartmentId::new());
        Person { user: UserId::new(), roles: vec![RoleId::new()], departments: vec![(team, 0), (branch, 1)] }
    }

    fn rule(id: u32, max_owned: u32, audience: Audience) -> CapacityRule<u32> {
        CapacityRule { id, audience, max_owned: Some(max_owned), priority: 0 }
    }

    #[test]
    fn the_closest_rule_counts() {
        let ann = person();
        let mut rules = vec![rule(1, 50, Audience::default())];
        let pick = |rules: &[CapacityRule<u32>]| capacity_for(rules, &ann).map(|rule| rule.id);
        assert_eq!(pick(&rules), Some(1));
        rules.push(rule(2, 60, Audience { departments: vec![ann.departments[1].0], ..Audience::default() }));
        assert_eq!(pick(&rules), Some(2));
        rules.push(rule(3, 5, Audience { departments: vec![ann.departments[0].0], ..Audience::default() }));
        assert_eq!(pick(&rules), Some(3));
        rules.push(rule(4, 70, Audience { roles: ann.roles.clone(), ..Audience::default() }));
        assert_eq!(pick(&rules), Some(4));
        rules.push(rule(5, 1, Audience { users: vec![ann.user], ..Audience::default() }));
        assert_eq!(pick(&rules), Some(5));
        rules.push(rule(6, 9, Audience { users: vec![UserId::new()], ..Audience::default() }));
        assert_eq!(pick(&rules), Some(5));
        assert_eq!(capacity_for(&rules[5..], &ann), None);
    }

    #[test]
    fn two_rules_do_not_name_one_user() {
        let (ann, bob) = (UserId::new(), UserId::new());
        let of = |id, users: &[UserId]| rule(id, 10, Audience { users: users.to_vec(), ..Audience::default() });
        let others = [of(1, &[ann]), rule(2, 50, Audience::default())];
        assert_eq!(refuse_clash(&of(3, &[bob, ann]), &others).unwrap_err().code(), Code::CapacityScopeDuplicate);
        assert!(refuse_clash(&of(3, &[bob]), &others).is_ok());
        assert!(refuse_clash(&of(1, &[ann, bob]), &others).is_ok(), "a rule does not clash with itself");
        assert!(refuse_clash(&rule(3, 50, Audience::default()), &others).is_err());
    }

    #[test]
    fn a_record_goes_back_where_it_belongs() {
        let ann = person();
        let pool = |id, enabled, is_default, members| PoolChoice { id, enabled, is_default, members };
        let anns_team = Audience { departments: vec![ann.departments[0].0], ..Audience::default() };
        let anns_branch = Audience { departments: vec![ann.departments[1].0], ..Audience::default() };
        let mut pools = vec![
            pool(1, true, true, Audience::default()),
            pool(2, true, false, anns_branch),
            pool(3, true, false, anns_team),
            pool(4, true, false, Audience { users: vec![UserId::new()], ..Audience::default() }),
        ];
        assert_eq!(target_pool(&pools, Some(4), Some(&ann)), Some(4));
        pools[3].enabled = false;
        assert_eq!(target_pool(&pools, Some(4), Some(&ann)), Some(3));
        pools[2].enabled = false;
        assert_eq!(target_pool(&pools, Some(4), Some(&ann)), Some(2));
        assert_eq!(target_pool(&pools, None, None), Some(1));
        pools[1].enabled = false;
        assert_eq!(target_pool(&pools, None, Some(&ann)), Some(1));
    }

    proptest! {
        #[test]
        fn quota_is_never_exceeded(limit in 0..8_u32, cap in 0..8_u32, batches in prop::collection::vec(1..4_u32, 0..12)) {
            let mut ann = claimer("2026-03-10");
            ann.rule.daily_limit = Some(limit);
            ann.cap.owner.limit = Some(cap);
            for n in batches {
                match ann.has_quota(n) {
                    Ok(()) => {
                        ann.claimed_today += n;
                        ann.cap.owner.used += n;
                    }
                    Err(refusal) => {
                        prop_assert!(refusal.is_quota());
                        prop_assert!(ann.claimed_today + n > limit || ann.cap.owner.used + n > cap);
                    }
                }
                prop_assert!(ann.claimed_today <= limit && ann.cap.owner.used <= cap);
            }
        }

        #[test]
        fn the_frozen_days_are_counted_exactly(let_go in 0..400_u32, freeze in 1..60_u32, after in 0..80_u32) {
            let let_go_on = plus(date("2026-01-01"), let_go);
            let mut ann = claimer("2026-01-01");
            ann.today = plus(let_go_on, after);
            ann.rule.prev_owner_freeze_days = freeze;
            let wanted = Claimed { is_free: true, pooled_on: let_go_on, let_go_on: Some(let_go_on) };
            prop_assert_eq!(ann.check(&wanted).is_ok(), after >= freeze);
        }

        #[test]
        fn nothing_is_recycled_before_its_time(
            since in 0..400_u32, activity in prop::option::of(0..400_u32), days in 1..100_u32, today in 0..600_u32,
        ) {
            let start = date("2026-01-01");
            let rule = LeadRecycleRule { no_followup_days: Some(days), not_converted_days: None, ..LeadRecycleRule::default() };
            let clocks = rule.countdowns(plus(start, since), activity.map(|day| plus(start, day)));
            let due = recycle_due(&clocks, &TERMS, is_weekday).unwrap();
            let base = since.max(activity.unwrap_or(0));
            prop_assert_eq!(due.is_past(plus(start, today)), today > base + days);
            let reminded = due.reminder(plus(start, today), 3).is_some();
            prop_assert_eq!(reminded, (base + days).saturating_sub(3) <= today && today <= base + days);
        }

        #[test]
        fn a_change_never_recycles_within_its_grace(changed in 0..400_u32, grace in 1..10_u32, today in 0..500_u32) {
            let start = date("2026-01-01");
            let changed_on = plus(start, changed);
            let terms = RecycleTerms { rule_changed_on: Some(changed_on), grace_days: grace, ..TERMS };
            let clocks = LeadRecycleRule::default().countdowns(date("2025-01-01"), None);
            let due = recycle_due(&clocks, &terms, is_weekday).unwrap();
            prop_assert_eq!(due.is_past(plus(start, today)), today >= changed + grace);
        }
    }
}
