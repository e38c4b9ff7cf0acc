//! Jobs by the clock of each organisation: once each time they are due, caught up when that was missed.

mod running;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Timelike, Utc};
use chrono_tz::Tz;
use futures_util::{FutureExt, TryFutureExt, future::LocalBoxFuture};
use guanxi_domain::{Error, Result, time};
use guanxi_persistence::{
    Tx,
    customers::customer::Customer,
    leads::Lead,
    ownership::{CUSTOMER, LEAD},
};
use serde_json::Value;
use uuid::Uuid;

pub use self::running::{KIND, ask, keep};
use super::{calendars, recycle_bin, retention};
use crate::{
    access::api_keys,
    activities::{daily, plans, reports},
    customers::nightly as customers,
    leads::nightly as leads,
    opportunities::nightly as opportunities,
    ownership,
};

/// Something that is done for each organisation by its clock. It looks at the records, not at when it last ran, so
/// that one run makes up for any that were missed, and a second changes nothing.
pub struct Schedule {
    pub name: &'static str,
    pub when: When,
    /// What is done, one after the other.
    pub steps: &'static [Step],
}

/// Does something and tells what was done. A dry run is rolled back, whatever it did. Where there is too much for one
/// transaction, it does a part and says behind which record there is more: that part is committed, and it is asked
/// again.
pub type Step = for<'a> fn(&'a mut Tx, Part) -> LocalBoxFuture<'a, Result<Done>>;

/// What is to be done.
pub struct Part {
    pub dry_run: bool,
    /// The last record of the part before.
    pub after: Option<Uuid>,
}

/// What was done.
pub struct Done {
    pub told: Value,
    /// The last record of this part, if there is another.
    pub last: Option<Uuid>,
}

/// So many records are looked at in one part.
pub const PART: i64 = 500;

/// The last of a full part: there may be more behind it.
pub fn last<T>(found: &[T], id: impl Fn(&T) -> Uuid) -> Option<Uuid> {
    let is_full = i64::try_from(found.len()).is_ok_and(|count| count >= PART);
    found.last().filter(|_| is_full).map(id)
}

/// What is done in one transaction.
fn whole<'a>(work: impl Future<Output = Result<Value>> + 'a) -> LocalBoxFuture<'a, Result<Done>> {
    work.map_ok(|told| Done { told, last: None }).boxed_local()
}

/// When something is due, on the organisation's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    Hourly { minute: u32 },
    Daily { hour: u32, minute: u32 },
    Monthly { day: u32, hour: u32, minute: u32 },
}

const fn daily(hour: u32, minute: u32) -> When {
    When::Daily { hour, minute }
}

/// Every schedule there is (0.7).
pub const SCHEDULES: &[Schedule] = &[
    Schedule { name: "plan_missed", when: daily(0, 5), steps: &[|tx, _| whole(daily::miss_plans(tx))] },
    // Each plan has a job of its own; this finds what such a job did not come to.
    Schedule { name: "plan_due", when: When::Hourly { minute: 0 }, steps: &[|tx, _| whole(plans::remind(tx))] },
    Schedule { name: "contact_due", when: daily(8, 30), steps: &[|tx, _| whole(daily::contacts_due(tx))] },
    Schedule {
        name: "work_report_missing",
        when: When::Hourly { minute: 10 },
        steps: &[|tx, _| whole(reports::remind(tx))],
    },
    Schedule {
        name: "lead_recycle",
        when: daily(1, 0),
        steps: &[|tx, part| ownership::recycle::<Lead>(tx, part.dry_run).boxed_local()],
    },
    Schedule {
        name: "customer_recycle",
        when: daily(1, 10),
        steps: &[|tx, part| ownership::recycle::<Customer>(tx, part.dry_run).boxed_local()],
    },
    Schedule { name: "lead_score", when: daily(2, 0), steps: &[|tx, part| leads::rate(tx, part.after).boxed_local()] },
    Schedule {
        name: "purge",
        when: daily(4, 0),
        steps: &[|tx, part| whole(recycle_bin::purge_expired(tx, part.dry_run))],
    },
    Schedule {
        name: "retention",
        when: daily(4, 30),
        steps: &[|tx, part| retention::forget(tx, part.dry_run).boxed_local()],
    },
    // Tells owners what they are about to lose.
    Schedule {
        name: "recycle_reminder",
        when: daily(8, 0),
        steps: &[
            |tx, part| ownership::remind(tx, &LEAD, part.after).boxed_local(),
            |tx, part| ownership::remind(tx, &CUSTOMER, part.after).boxed_local(),
            |tx, part| customers::tell_of_locks(tx, part.after).boxed_local(),
        ],
    },
    Schedule {
        name: "opportunity_alerts",
        when: daily(8, 20),
        steps: &[
            |tx, part| opportunities::stalled(tx, part.after).boxed_local(),
            |tx, part| opportunities::overdue(tx, part.after).boxed_local(),
        ],
    },
    Schedule { name: "forecast_due", when: daily(9, 0), steps: &[|tx, _| whole(opportunities::ask_for_forecasts(tx))] },
    Schedule {
        name: "calendar_year",
        when: daily(9, 0),
        steps: &[|tx, _| whole(calendars::tell_of_missing_years(tx))],
    },
    Schedule { name: "api_key_expiry", when: daily(9, 0), steps: &[|tx, _| whole(api_keys::warn(tx))] },
    Schedule {
        name: "lead_alerts",
        when: When::Hourly { minute: 5 },
        steps: &[
            |tx, part| leads::unassigned(tx, part.after).boxed_local(),
            |tx, part| leads::untouched(tx, part.after).boxed_local(),
        ],
    },
];

pub fn all() -> impl Iterator<Item = &'static Schedule> {
    SCHEDULES.iter()
}

/// Finds a schedule by its name.
pub fn find(name: &str) -> Result<&'static Schedule> {
    SCHEDULES.iter().find(|schedule| schedule.name == name).ok_or_else(|| Error::not_found("job"))
}

impl When {
    /// The latest time that it was due.
    fn last(self, now: DateTime<Utc>, zone: Tz) -> Option<DateTime<Utc>> {
        if let Self::Hourly { minute } = self {
            let past = i64::from((now.with_timezone(&zone).minute() + 60 - minute) % 60);
            return (now - chrono::Duration::minutes(past)).with_second(0)?.with_nanosecond(0);
        }
        let today = time::business_date(now, zone);
        let mut times = (0..32).map(|ago| time::minus(today, ago)).filter_map(|date| self.on(date, zone));
        times.find(|at| *at <= now)
    }

    /// When it is due on a date.
    fn on(self, date: NaiveDate, zone: Tz) -> Option<DateTime<Utc>> {
        let (hour, minute) = match self {
            Self::Monthly { day, hour, minute } if day == date.day() => (hour, minute),
            Self::Daily { hour, minute } => (hour, minute),
            Self::Hourly { .. } | Self::Monthly { .. } => return None,
        };
        Some(time::at(date, NaiveTime::from_hms_opt(hour, minute, 0)?, zone))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(when: When, now: &str) -> String {
        when.last(now.parse().unwrap(), Tz::Asia__Shanghai).unwrap().to_rfc3339()
    }

    #[test]
    fn something_is_due_when_its_time_has_come_on_the_organisations_clock() {
        // 00:59 and 01:00 in Shanghai.
        assert_eq!(due(daily(1, 0), "2026-03-15T16:59:00Z"), "2026-03-14T17:00:00+00:00");
        assert_eq!(due(daily(1, 0), "2026-03-15T17:00:00Z"), "2026-03-15T17:00:00+00:00");
        let monthly = |day| When::Monthly { day, hour: 3, minute: 0 };
        assert_eq!(due(monthly(1), "2026-03-15T17:00:00Z"), "2026-02-28T19:00:00+00:00");
        assert_eq!(due(monthly(31), "2026-04-15T17:00:00Z"), "2026-03-30T19:00:00+00:00");
        let hourly = When::Hourly { minute: 5 };
        assert_eq!(due(hourly, "2026-03-15T17:04:59.9Z"), "2026-03-15T16:05:00+00:00");
        assert_eq!(due(hourly, "2026-03-15T17:05:00.1Z"), "2026-03-15T17:05:00+00:00");
    }
}
