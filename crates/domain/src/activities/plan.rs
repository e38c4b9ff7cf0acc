//! What somebody means to do, and what became of it (4.3).

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveDateTime, TimeZone, Utc, Weekday};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use strum::IntoEnumIterator;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::activity::{ActivityKind, Subject};
use crate::{
    ContactId, Error, FieldCode, Result, UserId,
    customers::choices,
    text::{self, LongText},
    time,
};

pub use crate::access::follow_up_plan::*;

choices! {
    /// Where a plan came from.
    #[derive(Default)]
    PlanSource {
        #[default] Manual = "manual", AutoContact = "auto_contact", Playbook = "playbook", Care = "care",
        Prediction = "prediction", Alert = "alert", Approval = "approval",
    }
}

text::text! {
    /// How often a plan comes again: `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=10`.
    Recurrence: One, 200, |text| match Rule::parse(text) {
        Some(_) => Ok(text.to_owned()),
        None => Err(FieldCode::Invalid),
    };
}

/// What people plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanDetails {
    pub subject: Subject,
    pub subject_id: Uuid,
    #[serde(default)]
    pub contact_id: Option<ContactId>,
    /// Who is to do it; oneself if it is left out.
    #[serde(default)]
    pub owner_id: Option<UserId>,
    pub planned_at: DateTime<Utc>,
    pub method: ActivityKind,
    pub content: LongText,
    /// As the settings say, if it is left out.
    #[serde(default)]
    #[validate(range(max = 20_160))]
    pub remind_before_min: Option<u32>,
    /// A subset of RFC 5545; at most 52 times.
    #[serde(default)]
    pub recurrence: Option<Recurrence>,
}

/// The word for a plan's state, as stored and shown.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema, strum::IntoStaticStr, strum::EnumString, strum::EnumIter,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum PlanStatus {
    Planned,
    InProgress,
    Done,
    Cancelled,
    Missed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumIter)]
#[strum(serialize_all = "snake_case")]
pub enum PlanEvent {
    Start,
    Complete,
    Cancel,
    /// Its day went by.
    Miss,
}

impl PlanStatus {
    pub const WORDS: &'static [&'static str] = &["planned", "in_progress", "done", "cancelled", "missed"];

    /// The whole life of a plan. What was missed can still be done.
    pub fn transition(self, event: PlanEvent) -> Result<Self> {
        match (self, event) {
            (Self::Planned | Self::Missed, PlanEvent::Start) => Ok(Self::InProgress),
            (Self::Planned | Self::InProgress | Self::Missed, PlanEvent::Complete) => Ok(Self::Done),
            (Self::Planned | Self::InProgress | Self::Missed, PlanEvent::Cancel) => Ok(Self::Cancelled),
            (Self::Planned, PlanEvent::Miss) => Ok(Self::Missed),
            (state, event) => {
                let allowed: Vec<&str> = PlanEvent::iter()
                    .filter(|event| *event != PlanEvent::Miss && state.allows(*event))
                    .map(Into::into)
                    .collect();
                Err(Error::invalid_state(state.into(), event.into(), &allowed))
            }
        }
    }

    fn allows(self, event: PlanEvent) -> bool {
        match event {
            PlanEvent::Start => matches!(self, Self::Planned | Self::Missed),
            PlanEvent::Complete | PlanEvent::Cancel => self.is_open(),
            PlanEvent::Miss => self == Self::Planned,
        }
    }

    /// Whether it is still to be done.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Planned | Self::InProgress | Self::Missed)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumString)]
#[strum(serialize_all = "UPPERCASE")]
enum Every {
    Daily,
    Weekly,
    Monthly,
}

/// A recurrence, read.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Rule {
    every: Every,
    interval: u32,
    count: u32,
    until: Option<NaiveDate>,
    days: Vec<Weekday>,
}

impl Rule {
    fn parse(text: &str) -> Option<Self> {
        let (mut every, mut interval, mut count, mut until, mut days) = (None, 1, MOST_TIMES, None, Vec::new());
        for part in text.split(';') {
            let (key, value) = part.split_once('=')?;
            match key {
                "FREQ" => every = value.parse().ok(),
                "INTERVAL" => interval = value.parse().ok().filter(|n| (1..=365).contains(n))?,
                "COUNT" => count = value.parse().ok().filter(|n| (1..=MOST_TIMES).contains(n))?,
                "UNTIL" => until = Some(NaiveDate::parse_from_str(value.get(..8)?, "%Y%m%d").ok()?),
                "BYDAY" => days = value.split(',').map(weekday).collect::<Option<_>>()?,
                _ => return None,
            }
        }
        let every = every?;
        (days.is_empty() || every == Every::Weekly).then_some(Self { every, interval, count, until, days })
    }

    /// The date `n` steps after the first one: the last day of a month that is too short.
    fn step(&self, first: NaiveDate, n: u32) -> Option<NaiveDate> {
        let n = n.checked_mul(self.interval)?;
        match self.every {
            Every::Daily => first.checked_add_days(Days::new(n.into())),
            Every::Weekly => first.checked_add_days(Days::new(u64::from(n) * 7)),
            Every::Monthly => first.checked_add_months(Months::new(n)),
        }
    }
}

const MOST_TIMES: u32 = 52;

fn weekday(text: &str) -> Option<Weekday> {
    match text {
        "MO" => Some(Weekday::Mon),
        "TU" => Some(Weekday::Tue),
        "WE" => Some(Weekday::Wed),
        "TH" => Some(Weekday::Thu),
        "FR" => Some(Weekday::Fri),
        "SA" => Some(Weekday::Sat),
        "SU" => Some(Weekday::Sun),
        _ => None,
    }
}

impl Recurrence {
    /// When it is to be done, at the same time of the organisation's clock each time; the first time is `first`.
    pub fn times(&self, first: DateTime<Utc>, zone: Tz) -> Vec<DateTime<Utc>> {
        let Some(rule) = Rule::parse(self) else { return vec![first] };
        let local: NaiveDateTime = zone.from_utc_datetime(&first.naive_utc()).naive_local();
        let monday = time::minus(local.date(), local.date().weekday().num_days_from_monday());
        let mut dates: Vec<NaiveDate> = Vec::new();
        for n in 0..=MOST_TIMES {
            if rule.days.is_empty() {
                dates.extend(rule.step(local.date(), n));
            } else {
                let week = rule.step(monday, n);
                let mut days: Vec<u32> = rule.days.iter().map(Weekday::num_days_from_monday).collect();
                days.sort_unstable();
                days.dedup();
                dates.extend(week.into_iter().flat_map(|week| days.iter().map(move |day| time::plus(week, *day))));
            }
        }
        let until = rule.until.unwrap_or(NaiveDate::MAX);
        let most = usize::try_from(rule.count).unwrap_or_default();
        let later = dates.into_iter().filter(|date| *date > local.date() && *date <= until);
        let later = later.map(|date| time::at(date, local.time(), zone));
        std::iter::once(first).chain(later).take(most).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn times(rule: &str, first: &str, zone: Tz) -> Vec<String> {
        let times = Recurrence::new(rule).unwrap().times(first.parse().unwrap(), zone);
        times.iter().map(|at| at.with_timezone(&zone).format("%m-%d %H:%M").to_string()).collect()
    }

    #[test]
    fn a_plan_comes_again_by_its_rule() {
        let zone = Tz::Asia__Shanghai;
        let first = "2026-01-31T10:00:00+08:00";
        assert_eq!(times("FREQ=MONTHLY;COUNT=3", first, zone), ["01-31 10:00", "02-28 10:00", "03-31 10:00"]);
        assert_eq!(
            times("FREQ=DAILY;INTERVAL=2;UNTIL=20260204", first, zone),
            ["01-31 10:00", "02-02 10:00", "02-04 10:00"]
        );
        let monday = "2026-03-02T09:00:00+08:00";
        assert_eq!(
            times("FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4", monday, zone),
            ["03-02 09:00", "03-05 09:00", "03-09 09:00", "03-12 09:00"]
        );
        assert_eq!(times("FREQ=DAILY", monday, zone).len(), 52);
        // Clocks change on 8 March in New York; nine o'clock stays nine o'clock.
        let times = times("FREQ=WEEKLY;COUNT=2", "2026-03-02T09:00:00-05:00", Tz::America__New_York);
        assert_eq!(times, ["03-02 09:00", "03-09 09:00"]);
    }

    #[test]
    fn what_is_no_rule_is_refused() {
        for wrong in [
            "",
            "FREQ=YEARLY",
            "COUNT=3",
            "FREQ=DAILY;COUNT=53",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=DAILY;BYDAY=MO",
            "FREQ=WEEKLY;BYDAY=XX",
            "FREQ=DAILY;UNTIL=2026",
            "FREQ=DAILY;BYHOUR=3",
            "nonsense",
        ] {
            assert!(Recurrence::new(wrong).is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn what_is_done_stays_done(events in prop::collection::vec(prop::sample::select(PlanEvent::iter().collect::<Vec<_>>()), 0..10)) {
            let mut state = PlanStatus::Planned;
            for event in events {
                let ended = matches!(state, PlanStatus::Done | PlanStatus::Cancelled);
                let next = state.transition(event);
                prop_assert!(next.is_ok() == state.allows(event));
                prop_assert!(!ended || next.is_err());
                state = next.unwrap_or(state);
            }
        }
    }
}
