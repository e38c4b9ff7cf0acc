//! How many records one may hold (2.5.3, 3.4).

use super::{Audience, ClaimRefusal, Person};
use crate::{
    Code, Error,
    settings::{self, Settings},
};

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

/// The states of leads that count against the cap; where no rule names any, those that the settings say.
pub fn leads_that_count(rule: Option<&[String]>, settings: &Settings) -> Vec<String> {
    let usual =
        || settings.get(settings::LEAD_CAPACITY_STATUSES).into_iter().map(|status| <&str>::from(status).to_owned());
    rule.map_or_else(|| usual().collect(), <[String]>::to_vec)
}

/// Which customers count against the cap, in words; where no rule says whether those do who bought, the settings do.
pub fn customers_that_count(dealt_counts: Option<bool>, settings: &Settings) -> Vec<String> {
    let dealt = dealt_counts.unwrap_or_else(|| settings.get(settings::CUSTOMER_DEALT_COUNTS));
    let key_accounts = settings.get(settings::CUSTOMER_KEY_ACCOUNTS_COUNT);
    let words = [("none", true), ("dealt", dealt), ("key_account", key_accounts)];
    words.into_iter().filter(|(_, counts)| *counts).map(|(word, _)| word.to_owned()).collect()
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

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::{DepartmentId, RoleId, UserId, ownership::Audience};

    pub fn person() -> Person {
        let (team, branch) = (DepartmentId::new(), DepartmentId::new());
        Person { user: UserId::new(), roles: vec![RoleId::new()], departments: vec![(team, 0), (branch, 1)] }
    }

    fn rule(id: u32, max_owned: u32, audience: Audience) -> CapacityRule<u32> {
        CapacityRule { id, audience, max_owned: Some(max_owned), priority: 0 }
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
}
