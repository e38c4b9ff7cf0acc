//! Daily, weekly and monthly reports of one's work (4.6).

use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use strum::IntoEnumIterator;
use utoipa::ToSchema;
use validator::Validate;

use crate::{
    Error, Result, UserId,
    customers::{choices, or_default},
    settings::{NaiveClock, Settings},
    text::LongText,
    time::{self, DateRange},
};

pub use crate::access::work_report::*;

choices! {
    /// How much time a report is about.
    ReportKind { Daily = "daily", Weekly = "weekly", Monthly = "monthly" }
}

/// What people write.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WorkReportDetails {
    pub kind: ReportKind,
    /// A date in the period; it is kept as its first.
    pub period_start: NaiveDate,
    #[serde(default)]
    pub done: Option<LongText>,
    #[serde(default)]
    pub problems: Option<LongText>,
    #[serde(default)]
    pub next_plan: Option<LongText>,
    /// One's superior, if nobody is named.
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 20))]
    pub reviewer_ids: Vec<UserId>,
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 50))]
    pub cc_ids: Vec<UserId>,
}

/// What a reviewer says.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Review {
    #[serde(default)]
    #[validate(range(min = 1, max = 5))]
    pub score: Option<u8>,
    #[serde(default)]
    pub note: Option<LongText>,
}

impl ReportKind {
    /// The period around a date.
    pub fn period(self, date: NaiveDate) -> DateRange {
        let from = match self {
            Self::Daily => date,
            Self::Weekly => time::minus(date, date.weekday().num_days_from_monday()),
            Self::Monthly => date.with_day(1).unwrap_or(date),
        };
        let until = match self {
            Self::Daily => time::plus(from, 1),
            Self::Weekly => time::plus(from, 7),
            Self::Monthly => from.checked_add_months(Months::new(1)).unwrap_or(NaiveDate::MAX),
        };
        DateRange { from, until }
    }

    /// Until when a report is in time: on a working day, at the time that the organisation says.
    pub fn deadline(
        self,
        from: NaiveDate,
        settings: &Settings,
        zone: Tz,
        is_working_day: impl Fn(NaiveDate) -> bool,
    ) -> DateTime<Utc> {
        use crate::settings::{REPORT_DAILY_BY, REPORT_MONTHLY_BY, REPORT_WEEKLY_BY};
        let until = self.period(from).until;
        let (day, NaiveClock(clock)): (NaiveDate, NaiveClock) = match self {
            Self::Daily => (until, settings.get(REPORT_DAILY_BY)),
            Self::Weekly => (until, settings.get(REPORT_WEEKLY_BY)),
            Self::Monthly => (time::plus(until, 1), settings.get(REPORT_MONTHLY_BY)),
        };
        let day = time::plus_working_days(time::minus(day, 1), 1, is_working_day);
        time::at(day, clock, zone)
    }

    /// The period whose report is due at `now`, the latest whose end has come.
    pub fn latest(self, today: NaiveDate) -> DateRange {
        self.period(time::minus(self.period(today).from, 1))
    }
}

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema, strum::IntoStaticStr, strum::EnumString, strum::EnumIter,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ReportStatus {
    Draft,
    Submitted,
    Reviewed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumIter)]
#[strum(serialize_all = "snake_case")]
pub enum ReportEvent {
    Update,
    Submit,
    Review,
}

impl ReportStatus {
    pub const WORDS: &'static [&'static str] = &["draft", "submitted", "reviewed"];

    /// What was submitted can be changed, and reviewed again, until it is reviewed.
    pub fn transition(self, event: ReportEvent) -> Result<Self> {
        match (self, event) {
            (Self::Draft | Self::Submitted, ReportEvent::Update) => Ok(self),
            (Self::Draft, ReportEvent::Submit) => Ok(Self::Submitted),
            (Self::Submitted, ReportEvent::Review) => Ok(Self::Reviewed),
            (state, event) => {
                let allowed: Vec<&str> = ReportEvent::iter()
                    .filter(|event| match event {
                        ReportEvent::Update => state != Self::Reviewed,
                        ReportEvent::Submit => state == Self::Draft,
                        ReportEvent::Review => state == Self::Submitted,
                    })
                    .map(Into::into)
                    .collect();
                Err(Error::invalid_state(state.into(), event.into(), &allowed))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_are_due_on_working_days() {
        let due = |kind: ReportKind, from: &str| {
            let at = kind.deadline(from.parse().unwrap(), &Settings::default(), Tz::Asia__Shanghai, time::is_weekday);
            at.with_timezone(&Tz::Asia__Shanghai).format("%m-%d %H:%M").to_string()
        };
        assert_eq!(due(ReportKind::Daily, "2026-03-02"), "03-03 10:00");
        // Of a Friday: on Monday.
        assert_eq!(due(ReportKind::Daily, "2026-03-06"), "03-09 10:00");
        assert_eq!(due(ReportKind::Weekly, "2026-03-02"), "03-09 12:00");
        assert_eq!(due(ReportKind::Monthly, "2026-03-01"), "04-02 12:00");
        // The 2nd of May is a Saturday.
        assert_eq!(due(ReportKind::Monthly, "2026-04-01"), "05-04 12:00");
    }

    #[test]
    fn a_period_is_whole() {
        let day: NaiveDate = "2026-03-18".parse().unwrap();
        assert_eq!(ReportKind::Weekly.period(day).from.to_string(), "2026-03-16");
        assert_eq!(ReportKind::Monthly.period(day).until.to_string(), "2026-04-01");
        assert_eq!(ReportKind::Weekly.latest(day).from.to_string(), "2026-03-09");
        assert_eq!(ReportKind::Monthly.latest(day).from.to_string(), "2026-02-01");
        assert_eq!(ReportKind::Daily.latest(day).from.to_string(), "2026-03-17");
    }
}
