//! When a customer goes back to the public sea (3.5): by level, by rules of which the earliest counts.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Countdown, Due, RecycleReason, RecycleTerms, recycle_due};
use crate::time::plus;

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

/// When an owned customer goes back under the rules of its pool, and by which of them. What is locked until after that
/// goes when the lock ends.
pub fn customer_due(
    rules: &[CustomerRecycleRule],
    customer: &CustomerFacts<'_>,
    terms: &RecycleTerms,
    is_working_day: impl Fn(NaiveDate) -> bool,
) -> Option<Due> {
    let due = recycle_due(&countdowns(rules, customer), terms, is_working_day)?;
    Some(Due { on: customer.locked_until.map_or(due.on, |until| due.on.max(until)), ..due })
}

fn countdowns(rules: &[CustomerRecycleRule], customer: &CustomerFacts<'_>) -> Vec<Countdown> {
    if customer.is_key_account || customer.has_open_case_or_approval {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ownership::RecycleMode, time::is_weekday};

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    const TERMS: RecycleTerms = RecycleTerms { mode: RecycleMode::Any, working_days_only: false, not_before: None };

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
        let due =
            |facts: &CustomerFacts<'_>| customer_due(&rules, facts, &TERMS, is_weekday).map(|due| due.on.to_string());
        assert_eq!(due(&facts()).as_deref(), Some("2026-03-16"));
        assert_eq!(due(&CustomerFacts { level: None, ..facts() }).as_deref(), Some("2026-05-30"));
        assert_eq!(due(&CustomerFacts { leave_days: 4, ..facts() }).as_deref(), Some("2026-03-20"));
        let tags = ["vip".to_owned()];
        for exempt in [
            CustomerFacts { is_dealt: true, ..facts() },
            CustomerFacts { is_key_account: true, ..facts() },
            CustomerFacts { has_open_opportunity: true, ..facts() },
            CustomerFacts { has_open_case_or_approval: true, ..facts() },
            CustomerFacts { tags: &tags, ..facts() },
        ] {
            assert_eq!(due(&exempt), None);
        }
        let locked = |until| CustomerFacts { locked_until: Some(date(until)), ..facts() };
        assert_eq!(due(&locked("2026-05-01")).as_deref(), Some("2026-05-01"));
        assert_eq!(due(&locked("2026-03-10")).as_deref(), Some("2026-03-16"));
    }
}
