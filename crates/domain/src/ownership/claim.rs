//! Who may take a record out of a pool, and when (2.5.1, 2.5.2).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{CapScope, HoldCap, Quota};
use crate::{Code, Error, time::plus};

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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

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
    }
}
