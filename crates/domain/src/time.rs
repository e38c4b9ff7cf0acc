//! Business dates: every rule that counts days counts dates of the organisation's zone, never blocks of 24 hours.

use chrono::{DateTime, Datelike, Days, Duration, Months, NaiveDate, NaiveTime, TimeZone, Utc, Weekday};
use chrono_tz::Tz;

use crate::filter::Op;

/// The date on the wall calendar of the organisation.
pub fn business_date(at: DateTime<Utc>, zone: Tz) -> NaiveDate {
    at.with_timezone(&zone).date_naive()
}

/// How many dates lie from `a` to `b`; negative if `b` is earlier.
pub fn days(a: NaiveDate, b: NaiveDate) -> i64 {
    b.signed_duration_since(a).num_days()
}

/// The date `n` days later; the end of time if there is none.
pub fn plus(date: NaiveDate, n: u32) -> NaiveDate {
    date.checked_add_days(Days::new(n.into())).unwrap_or(NaiveDate::MAX)
}

/// The date `n` days earlier.
pub fn minus(date: NaiveDate, n: u32) -> NaiveDate {
    date.checked_sub_days(Days::new(n.into())).unwrap_or(NaiveDate::MIN)
}

/// When a date begins in the zone. Where clocks jump over midnight it begins at the jump.
pub fn start_of_day(date: NaiveDate, zone: Tz) -> DateTime<Utc> {
    at(date, NaiveTime::MIN, zone)
}

/// A time of the clock on a date. A time that clocks jump over is the next one there is.
pub fn at(date: NaiveDate, time: NaiveTime, zone: Tz) -> DateTime<Utc> {
    let mut local = date.and_time(time);
    for _ in 0..8 {
        if let Some(at) = zone.from_local_datetime(&local).earliest() {
            return at.with_timezone(&Utc);
        }
        local += Duration::minutes(30);
    }
    Utc.from_utc_datetime(&local)
}

/// Monday to Friday: what counts as a working day where no calendar says otherwise.
pub fn is_weekday(date: NaiveDate) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The `n`th working day after `date`. A calendar without working days counts like the days of the year.
pub fn plus_working_days(date: NaiveDate, n: u32, is_working_day: impl Fn(NaiveDate) -> bool) -> NaiveDate {
    const LONGEST_HOLIDAY: u32 = 60;
    let mut day = date;
    for _ in 0..n {
        day = (1..=LONGEST_HOLIDAY).map(|n| plus(day, n)).find(|day| is_working_day(*day)).unwrap_or(plus(day, 1));
    }
    day
}

/// [`relative_range`] where the fiscal year is the calendar's, as first and last date, the last one left out.
pub fn calendar_range(op: Op, today: NaiveDate, count: u64) -> Option<(NaiveDate, NaiveDate)> {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    relative_range(op, count, today, 1).map(|range| (range.from, range.until))
}

/// Dates from `from` up to, not including, `until`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateRange {
    pub from: NaiveDate,
    pub until: NaiveDate,
}

impl DateRange {
    pub fn contains(self, date: NaiveDate) -> bool {
        self.from <= date && date < self.until
    }

    /// The same range as points of time.
    pub fn times(self, zone: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
        (start_of_day(self.from, zone), start_of_day(self.until, zone))
    }
}

fn months(from: NaiveDate, count: u32) -> DateRange {
    DateRange { from, until: from.checked_add_months(Months::new(count)).unwrap_or(NaiveDate::MAX) }
}

fn span(from: NaiveDate, count: u32) -> DateRange {
    DateRange { from, until: plus(from, count) }
}

fn first_of_month(date: NaiveDate) -> NaiveDate {
    date.with_day(1).unwrap_or(date)
}

/// The month of the fiscal year that `date` lies in, 0 for the first.
fn fiscal_month(date: NaiveDate, fiscal_start_month: u32) -> u32 {
    (date.month() + 12 - fiscal_start_month.clamp(1, 12)) % 12
}

fn months_before(date: NaiveDate, count: u32) -> NaiveDate {
    first_of_month(date).checked_sub_months(Months::new(count)).unwrap_or(NaiveDate::MIN)
}

/// The fiscal year around a date.
pub fn fiscal_year(date: NaiveDate, fiscal_start_month: u32) -> DateRange {
    months(months_before(date, fiscal_month(date, fiscal_start_month)), 12)
}

/// The fiscal quarter around a date.
pub fn fiscal_quarter(date: NaiveDate, fiscal_start_month: u32) -> DateRange {
    months(months_before(date, fiscal_month(date, fiscal_start_month) % 3), 3)
}

/// The dates that a relative operator means today. `n` counts for `last_n_days` and `next_n_days`: so many dates,
/// today among them. None for operators that mean no dates.
pub fn relative_range(op: Op, n: u32, today: NaiveDate, fiscal_start_month: u32) -> Option<DateRange> {
    let monday = minus(today, today.weekday().num_days_from_monday());
    let first = first_of_month(today);
    let range = match op {
        Op::Today => span(today, 1),
        Op::Yesterday => span(minus(today, 1), 1),
        Op::Tomorrow => span(plus(today, 1), 1),
        Op::ThisWeek => span(monday, 7),
        Op::LastWeek => span(minus(monday, 7), 7),
        Op::ThisMonth => months(first, 1),
        Op::LastMonth => months(months_before(today, 1), 1),
        Op::ThisQuarter => fiscal_quarter(today, fiscal_start_month),
        Op::ThisYear => fiscal_year(today, fiscal_start_month),
        Op::LastNDays => DateRange { from: minus(today, n.saturating_sub(1)), until: plus(today, n.min(1)) },
        Op::NextNDays => span(today, n),
        Op::Eq
        | Op::Ne
        | Op::Lt
        | Op::Lte
        | Op::Gt
        | Op::Gte
        | Op::In
        | Op::NotIn
        | Op::Between
        | Op::Contains
        | Op::StartsWith
        | Op::IsNull
        | Op::IsNotNull => return None,
    };
    Some(range)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use strum::IntoEnumIterator;

    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn range(op: Op, n: u32, today: &str, fiscal: u32) -> (String, String) {
        let range = relative_range(op, n, date(today), fiscal).unwrap();
        (range.from.to_string(), range.until.to_string())
    }

    #[test]
    fn a_day_begins_at_the_organisations_midnight() {
        let shanghai = Tz::Asia__Shanghai;
        let late: DateTime<Utc> = "2026-03-15T16:30:00Z".parse().unwrap();
        assert_eq!(business_date(late, shanghai), date("2026-03-16"));
        assert_eq!(start_of_day(date("2026-03-16"), shanghai).to_rfc3339(), "2026-03-15T16:00:00+00:00");
        // Clocks in Beirut jump from midnight to one o'clock.
        assert_eq!(start_of_day(date("2026-03-29"), Tz::Asia__Beirut).to_rfc3339(), "2026-03-28T22:00:00+00:00");
        assert_eq!(days(date("2026-03-01"), date("2026-03-16")), 15);
    }

    #[test]
    fn ranges_are_half_open() {
        let of = |from: &str, until: &str| (from.to_owned(), until.to_owned());
        // A Monday.
        assert_eq!(range(Op::Today, 0, "2026-03-16", 1), of("2026-03-16", "2026-03-17"));
        assert_eq!(range(Op::ThisWeek, 0, "2026-03-22", 1), of("2026-03-16", "2026-03-23"));
        assert_eq!(range(Op::LastWeek, 0, "2026-03-16", 1), of("2026-03-09", "2026-03-16"));
        assert_eq!(range(Op::ThisMonth, 0, "2026-12-31", 1), of("2026-12-01", "2027-01-01"));
        assert_eq!(range(Op::LastMonth, 0, "2026-03-31", 1), of("2026-02-01", "2026-03-01"));
        assert_eq!(range(Op::ThisQuarter, 0, "2026-05-31", 1), of("2026-04-01", "2026-07-01"));
        assert_eq!(range(Op::ThisQuarter, 0, "2026-03-31", 4), of("2026-01-01", "2026-04-01"));
        assert_eq!(range(Op::ThisYear, 0, "2026-03-31", 4), of("2025-04-01", "2026-04-01"));
        assert_eq!(range(Op::LastNDays, 7, "2026-03-16", 1), of("2026-03-10", "2026-03-17"));
        assert_eq!(range(Op::NextNDays, 7, "2026-03-16", 1), of("2026-03-16", "2026-03-23"));
        assert_eq!(range(Op::LastNDays, 0, "2026-03-16", 1), of("2026-03-16", "2026-03-16"));
    }

    #[test]
    fn working_days_skip_week_ends_and_holidays() {
        let friday = date("2026-03-13");
        assert_eq!(plus_working_days(friday, 1, is_weekday), date("2026-03-16"));
        assert_eq!(plus_working_days(friday, 0, is_weekday), friday);
        let holiday = date("2026-03-16");
        assert_eq!(plus_working_days(friday, 2, |day| is_weekday(day) && day != holiday), date("2026-03-18"));
        assert_eq!(plus_working_days(friday, 3, |_| false), date("2026-03-16"));
    }

    proptest! {
        #[test]
        fn today_lies_in_every_present_range(offset in 0..20_000_u32, n in 1..400_u32, fiscal in 1..=12_u32) {
            let today = plus(date("1990-01-01"), offset);
            for op in Op::iter() {
                let Some(range) = relative_range(op, n, today, fiscal) else { continue };
                prop_assert!(range.from < range.until);
                let past_or_future = matches!(op, Op::Yesterday | Op::Tomorrow | Op::LastWeek | Op::LastMonth);
                prop_assert_eq!(range.contains(today), !past_or_future);
                if matches!(op, Op::LastNDays | Op::NextNDays) {
                    prop_assert_eq!(days(range.from, range.until), i64::from(n));
                }
            }
        }

        #[test]
        fn every_date_begins_somewhere(offset in 0..30_000_u32, zone in 0..chrono_tz::TZ_VARIANTS.len()) {
            let (day, zone) = (plus(date("1975-01-01"), offset), chrono_tz::TZ_VARIANTS[zone]);
            let start = start_of_day(day, zone);
            // Two islands once jumped over a whole day.
            if !matches!(zone.name(), "Pacific/Kwajalein" | "Kwajalein" | "Pacific/Enderbury" | "Pacific/Kanton"
                | "Pacific/Kiritimati" | "Pacific/Apia" | "Pacific/Fakaofo") {
                prop_assert_eq!(business_date(start, zone), day);
            }
        }
    }
}
