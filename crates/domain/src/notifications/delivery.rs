//! How a message goes on its way: when it may, when again, and when no more.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::event::Once;
use crate::{settings::NaiveClock, time};

/// Where a message is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum DeliveryStatus {
    Queued,
    Sent,
    /// Nobody has said how to send by this channel: the message is kept, and goes nowhere.
    Simulated,
    Failed,
}

impl DeliveryStatus {
    pub const WORDS: &[&str] = &["queued", "sent", "simulated", "failed"];
}

/// What came of one attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attempt {
    Sent,
    Simulated,
    /// It may work another time.
    Failed(Trouble),
    /// It never will: there is no such address.
    Refused(Trouble),
}

impl Attempt {
    pub fn trouble(&self) -> Option<Trouble> {
        match self {
            Self::Sent | Self::Simulated => None,
            Self::Failed(trouble) | Self::Refused(trouble) => Some(*trouble),
        }
    }
}

/// Why something did not get there: a code, which pages put into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::Display)]
#[strum(serialize_all = "snake_case")]
pub enum Trouble {
    /// Whoever it was for does not work here any more.
    RecipientLeft,
    /// Whoever asked for it does not work here any more.
    OwnerLeft,
    /// As many as may go on a day have gone: it waits for the next.
    DailyLimit,
    NoAddress,
    /// It cannot be written as a mail.
    Unwritable,
    NoAnswer,
    NoConnection,
    /// Nothing has that name, or what has it lies in the installation's own network.
    NoHost,
    /// The certificate is not to be trusted.
    NoTrust,
    /// The request could not be made.
    NoRequest,
    /// The robot took it and said no.
    NotTaken,
    /// The other side's status: `answered:503`.
    #[strum(to_string = "answered:{0}")]
    Answered(u16),
}

/// What is to be done after an attempt: the state, and when it is tried again.
pub fn after(
    attempt: &Attempt,
    tries: u32,
    pauses: &[u32],
    now: DateTime<Utc>,
) -> (DeliveryStatus, Option<DateTime<Utc>>) {
    match attempt {
        Attempt::Sent => (DeliveryStatus::Sent, None),
        Attempt::Simulated => (DeliveryStatus::Simulated, None),
        Attempt::Refused(_) => (DeliveryStatus::Failed, None),
        Attempt::Failed(_) => match usize::try_from(tries).ok().and_then(|tries| pauses.get(tries.saturating_sub(1))) {
            Some(minutes) => (DeliveryStatus::Queued, Some(now + Duration::minutes((*minutes).into()))),
            None => (DeliveryStatus::Failed, None),
        },
    }
}

/// Hours in which nobody is disturbed; they may go over midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuietHours {
    #[schema(value_type = String)]
    pub from: NaiveClock,
    #[schema(value_type = String)]
    pub to: NaiveClock,
}

impl QuietHours {
    fn holds(self, at: NaiveTime) -> bool {
        let (from, to) = (self.from.0, self.to.0);
        if from <= to { from <= at && at < to } else { from <= at || at < to }
    }
}

/// The first time from `now` on at which none of these hours is quiet, each where its clock stands.
pub fn not_before(now: DateTime<Utc>, quiet: &[(QuietHours, Tz)]) -> DateTime<Utc> {
    let mut at = now;
    // Each pass leaves one stretch; hours that cover the whole day together hold nothing back for ever.
    for _ in 0..=quiet.len() * 2 {
        let holds = |(hours, zone): &&(QuietHours, Tz)| hours.holds(at.with_timezone(zone).time());
        let Some((hours, zone)) = quiet.iter().find(holds) else { return at };
        let local = at.with_timezone(zone);
        let date = local.date_naive();
        let date = if hours.to.0 > local.time() { date } else { time::plus(date, 1) };
        at = time::at(date, hours.to.0, *zone);
    }
    now
}

/// The hours before digests come: nobody reads them at midnight.
pub fn night() -> QuietHours {
    let clock = |hour, minute| NaiveClock(NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default());
    QuietHours { from: clock(20, 0), to: clock(8, 30) }
}

/// What tells one message to a person from another: he hears the same once a day, each time, or once for something.
pub fn dedupe_key(
    event: &str,
    record: Uuid,
    date: NaiveDate,
    once: Once,
    event_id: Uuid,
    details: &serde_json::Map<String, serde_json::Value>,
) -> String {
    match once {
        Once::Day => format!("{event} {record} {date}"),
        Once::Each => format!("{event} {record} {event_id}"),
        Once::For(key) => format!("{event} {record} {}", details.get(key).map(ToString::to_string).unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn clock(text: &str) -> NaiveClock {
        text.to_owned().try_into().unwrap()
    }

    fn hours(from: &str, to: &str) -> QuietHours {
        QuietHours { from: clock(from), to: clock(to) }
    }

    fn held(now: &str, quiet: &[QuietHours]) -> String {
        let quiet: Vec<_> = quiet.iter().map(|hours| (*hours, Tz::Asia__Shanghai)).collect();
        not_before(now.parse().unwrap(), &quiet).with_timezone(&Tz::Asia__Shanghai).to_rfc3339()
    }

    #[test]
    fn the_night_is_quiet_until_eight() {
        let night = [hours("21:00", "08:00")];
        for (now, then) in [
            ("2026-03-16T20:59:59+08:00", "2026-03-16T20:59:59+08:00"),
            ("2026-03-16T21:00:00+08:00", "2026-03-17T08:00:00+08:00"),
            ("2026-03-17T03:00:00+08:00", "2026-03-17T08:00:00+08:00"),
            ("2026-03-17T08:00:00+08:00", "2026-03-17T08:00:00+08:00"),
        ] {
            assert_eq!(held(now, &night), then);
        }
        let both = [hours("21:00", "08:00"), hours("07:00", "09:30")];
        assert_eq!(held("2026-03-17T03:00:00+08:00", &both), "2026-03-17T09:30:00+08:00");
        assert_eq!(held("2026-03-17T03:00:00+08:00", &[]), "2026-03-17T03:00:00+08:00");
        assert_eq!(held("2026-03-17T03:00:00+08:00", &[hours("08:00", "08:00")]), "2026-03-17T03:00:00+08:00");
    }

    #[test]
    fn everybodys_night_is_where_he_is() {
        let now = "2026-03-16T20:00:00+08:00".parse().unwrap();
        let london = [(hours("08:00", "13:00"), Tz::Europe__London)];
        assert_eq!(not_before(now, &london), "2026-03-16T13:00:00Z".parse::<DateTime<Utc>>().unwrap());
        assert_eq!(not_before(now, &[(hours("08:00", "13:00"), Tz::Asia__Shanghai)]), now);
    }

    #[test]
    fn what_fails_is_tried_again_and_then_no_more() {
        let now: DateTime<Utc> = "2026-03-16T01:00:00Z".parse().unwrap();
        let failed = Attempt::Failed(Trouble::NoAnswer);
        for (tries, minutes) in [(1, 1), (2, 5), (3, 30)] {
            let again = now + Duration::minutes(minutes);
            assert_eq!(after(&failed, tries, &[1, 5, 30], now), (DeliveryStatus::Queued, Some(again)));
        }
        assert_eq!(after(&failed, 4, &[1, 5, 30], now), (DeliveryStatus::Failed, None));
        assert_eq!(after(&Attempt::Refused(Trouble::NoAddress), 1, &[1, 5, 30], now), (DeliveryStatus::Failed, None));
        assert_eq!(after(&Attempt::Simulated, 1, &[1], now), (DeliveryStatus::Simulated, None));
    }

    prop_compose! {
        fn any_hours()(from in 0u32..1440, to in 0u32..1440) -> QuietHours {
            let clock = |minutes: u32| NaiveClock(NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0).unwrap());
            QuietHours { from: clock(from), to: clock(to) }
        }
    }

    proptest! {
        #[test]
        fn a_message_waits_a_day_at_most_and_ends_where_one_may_be_disturbed(
            seconds in 0i64..(3 * 366 * 86_400), quiet in any_hours(), zone in prop::sample::select(vec![Tz::Asia__Shanghai, Tz::America__New_York, Tz::UTC]),
        ) {
            let now = "2025-01-01T00:00:00Z".parse::<DateTime<Utc>>().unwrap() + Duration::seconds(seconds);
            let then = not_before(now, &[(quiet, zone)]);
            prop_assert!(then >= now && then <= now + Duration::hours(26));
            prop_assert_eq!(not_before(then, &[(quiet, zone)]), then);
        }

        #[test]
        fn every_message_ends_sooner_or_later(pauses in prop::collection::vec(1u32..1440, 0..10)) {
            let mut now = DateTime::<Utc>::UNIX_EPOCH;
            let mut tries = 0;
            loop {
                tries += 1;
                match after(&Attempt::Failed(Trouble::NoAnswer), tries, &pauses, now) {
                    (DeliveryStatus::Queued, Some(next)) => {
                        prop_assert!(next > now);
                        now = next;
                    }
                    (status, next) => {
                        prop_assert_eq!((status, next), (DeliveryStatus::Failed, None));
                        break;
                    }
                }
            }
            prop_assert_eq!(usize::try_from(tries).unwrap(), pauses.len() + 1);
        }
    }
}
