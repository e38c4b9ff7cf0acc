//! Business dates: what day it is for the organisation, and the ranges that people name.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

use crate::filter::Op;

/// The organisation's date at an instant.
pub fn business_date(at: DateTime<Utc>, zone: Tz) -> NaiveDate {
    at.with_timezone(&zone).date_naive()
}

/// The instant at which a date begins for the organisation.
pub fn start_of_day(date: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let midnight = date.and_time(NaiveTime::MIN);
    // Where summer time skips midnight the day begins when the clock goes on.
    let begin = zone.from_local_datetime(&midnight).earliest();
    begin.map_or_else(|| Utc.from_utc_datetime(&midnight), |begin| begin.with_timezone(&Utc))
}

/// The days that a relative operator means, the last one left out; `None` for operators that mean no days.
///
/// `last_n_days` ends with today and `next_n_days` begins with it; weeks begin on Monday.
pub fn calendar_range(op: Op, today: NaiveDate, count: u64) -> Option<(NaiveDate, NaiveDate)> {
    let (day, week) = (Days::new(1), Days::new(7));
    let monday = today - Days::new(today.weekday().num_days_from_monday().into());
    let first = today.with_day(1)?;
    let year = first.with_month(1)?;
    let range = match op {
        Op::Today => (today, today + day),
        Op::Yesterday => (today - day, today),
        Op::Tomorrow => (today + day, today + day + day),
        Op::ThisWeek => (monday, monday + week),
        Op::LastWeek => (monday - week, monday),
        Op::ThisMonth => (first, first + Months::new(1)),
        Op::LastMonth => (first - Months::new(1), first),
        Op::ThisQuarter => {
            let begin = first.with_month(first.month0() / 3 * 3 + 1)?;
            (begin, begin + Months::new(3))
        }
        Op::ThisYear => (year, year + Months::new(12)),
        Op::LastNDays => (today.checked_sub_days(Days::new(count.saturating_sub(1)))?, today + day),
        Op::NextNDays => (today, today.checked_add_days(Days::new(count))?),
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
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn relative_days_are_half_open() {
        let today = date("2026-03-18"); // a Wednesday
        for (op, from, to) in [
            (Op::Today, "2026-03-18", "2026-03-19"),
            (Op::ThisWeek, "2026-03-16", "2026-03-23"),
            (Op::LastWeek, "2026-03-09", "2026-03-16"),
            (Op::LastMonth, "2026-02-01", "2026-03-01"),
            (Op::ThisQuarter, "2026-01-01", "2026-04-01"),
            (Op::LastNDays, "2026-03-12", "2026-03-19"),
            (Op::NextNDays, "2026-03-18", "2026-03-25"),
        ] {
            assert_eq!(calendar_range(op, today, 7), Some((date(from), date(to))));
        }
    }

    #[test]
    fn a_day_is_the_organisations() {
        let late: DateTime<Utc> = "2026-03-31T16:30:00Z".parse().unwrap();
        assert_eq!(business_date(late, Tz::Asia__Shanghai), date("2026-04-01"));
        assert_eq!(business_date(late, Tz::America__New_York), date("2026-03-31"));
        assert_eq!(
            start_of_day(date("2026-04-01"), Tz::Asia__Shanghai),
            "2026-03-31T16:00:00Z".parse::<DateTime<Utc>>().unwrap()
        );
    }
}
