//! When a record goes back to its pool if nothing happens (2.5.6, 3.5).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::time::{days, minus, plus, plus_working_days};

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
    /// The earliest due date, whatever the rule says: see [`grace_until`].
    pub not_before: Option<NaiveDate>,
}

/// The earliest due date under a rule that an admin changed: nothing goes in the days after, so that a change empties
/// nobody's list over night. What is due goes back the day after.
pub fn grace_until(changed_on: NaiveDate, grace_days: u32) -> Option<NaiveDate> {
    (grace_days > 0).then(|| plus(changed_on, grace_days - 1))
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
    Some(Due { on: terms.not_before.map_or(due.on, |earliest| due.on.max(earliest)), ..due })
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::time::is_weekday;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    const TERMS: RecycleTerms = RecycleTerms { mode: RecycleMode::Any, working_days_only: false, not_before: None };

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
        let changed = RecycleTerms { not_before: grace_until(date("2026-03-10"), 3), ..TERMS };
        let due = recycle_due(&clocks, &changed, is_weekday).unwrap();
        assert!(!due.is_past(date("2026-03-12")) && due.is_past(date("2026-03-13")));
        let at_once = RecycleTerms { not_before: grace_until(date("2026-03-10"), 0), ..TERMS };
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

    proptest! {
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
            let terms = RecycleTerms { not_before: grace_until(changed_on, grace), ..TERMS };
            let clocks = LeadRecycleRule::default().countdowns(date("2025-01-01"), None);
            let due = recycle_due(&clocks, &terms, is_weekday).unwrap();
            prop_assert_eq!(due.is_past(plus(start, today)), today >= changed + grace);
        }
    }
}
