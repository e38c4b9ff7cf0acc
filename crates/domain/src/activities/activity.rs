//! A record of a call, a visit, a mail, a note; and when to speak to somebody next (4.2, 4.4, 2.5.7).

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use crate::{
    ContactId, FieldCode, FieldError, UserId,
    customers::{choices, or_default},
    ownership::{Level, LevelDays},
    text::{LongText, ShortText},
    time,
};

pub use crate::access::activity::*;

choices! {
    /// What it is about.
    Subject { Lead = "lead", Customer = "customer", Contact = "contact" }
    ActivityKind {
        Call = "call", Visit = "visit", Email = "email", Meeting = "meeting", Wechat = "wechat", Sms = "sms",
        Demo = "demo", Note = "note", Request = "request", Other = "other",
    }
    /// Who turned to whom: they to us, or we to them.
    #[derive(Default)]
    Direction { In = "in", #[default] Out = "out" }
    Outcome {
        Reached = "reached", NoAnswer = "no_answer", Refused = "refused", Interested = "interested",
        AgreedNext = "agreed_next", Other = "other",
    }
}

/// What people write down.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ActivityDetails {
    pub subject: Subject,
    pub subject_id: Uuid,
    /// With whom, where it is about a customer.
    #[serde(default)]
    pub contact_id: Option<ContactId>,
    pub kind: ActivityKind,
    #[serde(default, deserialize_with = "or_default")]
    pub direction: Direction,
    pub content: LongText,
    #[serde(default)]
    pub outcome: Option<Outcome>,
    /// Now, if it is left out.
    #[serde(default)]
    pub occurred_at: Option<DateTime<Utc>>,
    #[serde(default)]
    #[validate(range(max = 604_800))]
    pub duration_s: Option<u32>,
    /// Colleagues who were there.
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 50))]
    pub participant_ids: Vec<UserId>,
    #[serde(default)]
    pub location: Option<ShortText>,
    /// When to speak again; by the customer's level if it is left out.
    #[serde(default)]
    pub next_contact_at: Option<DateTime<Utc>>,
}

impl ActivityDetails {
    /// Whether somebody was spoken to: notes and calls that nobody answered do not count (2.5.7).
    pub fn counts_as_contact(&self) -> bool {
        match self.kind {
            ActivityKind::Note => false,
            ActivityKind::Call => self.outcome != Some(Outcome::NoAnswer),
            ActivityKind::Visit
            | ActivityKind::Email
            | ActivityKind::Meeting
            | ActivityKind::Wechat
            | ActivityKind::Sms
            | ActivityKind::Demo
            | ActivityKind::Request
            | ActivityKind::Other => true,
        }
    }

    /// Times that cannot be: it happened in the future or too long ago.
    pub fn check_times(&self, now: DateTime<Utc>, backdate_days: u32) -> Vec<FieldError> {
        const CLOCKS_DIFFER: Duration = Duration::minutes(5);
        let mut wrong = Vec::new();
        let oldest = now - Duration::days(backdate_days.into());
        if self.occurred_at.is_some_and(|at| at > now + CLOCKS_DIFFER || at < oldest) {
            wrong.push(FieldError::new("/occurred_at", FieldCode::OutOfRange).with("max_days", backdate_days));
        }
        wrong
    }
}

/// What decides when a customer is to be spoken to next.
#[derive(Debug, Clone, Copy)]
pub struct Rhythm {
    pub level: Option<Level>,
    pub is_key_account: bool,
    /// We are about to lose him: twice as often.
    pub is_at_risk: bool,
}

/// Where a contact day that is no working day goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shift {
    None,
    Next,
    Previous,
}

/// The evening of the day on which somebody spoken to `last` is due again (4.4.1). None where no interval is set.
pub fn next_contact(
    last: DateTime<Utc>,
    rhythm: Rhythm,
    intervals: LevelDays,
    shift: Shift,
    zone: Tz,
) -> Option<DateTime<Utc>> {
    let level = if rhythm.is_key_account { Some(Level::A) } else { rhythm.level };
    let days = intervals.of(level)?;
    let days = if rhythm.is_at_risk { days.div_ceil(2) } else { days };
    let mut day: NaiveDate = time::plus(time::business_date(last, zone), days);
    while shift != Shift::None && !time::is_weekday(day) {
        day = if shift == Shift::Next { time::plus(day, 1) } else { time::minus(day, 1) };
    }
    Some(time::at(day, NaiveTime::from_hms_opt(18, 0, 0).unwrap_or_default(), zone))
}

#[cfg(test)]
mod tests {
    use super::*;

    const INTERVALS: LevelDays = LevelDays { a: Some(7), b: Some(15), c: Some(30), d: Some(60) };
    const A: Rhythm = Rhythm { level: Some(Level::A), is_key_account: false, is_at_risk: false };

    fn details(kind: ActivityKind, outcome: Option<Outcome>) -> ActivityDetails {
        ActivityDetails {
            subject: Subject::Lead,
            subject_id: Uuid::nil(),
            contact_id: None,
            kind,
            direction: Direction::Out,
            content: LongText::new("…").unwrap(),
            outcome,
            occurred_at: None,
            duration_s: None,
            participant_ids: Vec::new(),
            location: None,
            next_contact_at: None,
        }
    }

    #[test]
    fn notes_and_unanswered_calls_are_no_contact() {
        assert!(!details(ActivityKind::Note, None).counts_as_contact());
        assert!(!details(ActivityKind::Call, Some(Outcome::NoAnswer)).counts_as_contact());
        assert!(details(ActivityKind::Call, Some(Outcome::Reached)).counts_as_contact());
        assert!(details(ActivityKind::Visit, Some(Outcome::NoAnswer)).counts_as_contact());
    }

    #[test]
    fn the_level_says_when_to_speak_again() {
        let next = |last: &str, rhythm, shift| {
            let at = next_contact(last.parse().unwrap(), rhythm, INTERVALS, shift, Tz::Asia__Shanghai);
            at.unwrap().with_timezone(&Tz::Asia__Shanghai).to_rfc3339()
        };
        // Half past eleven at night still is that day.
        assert_eq!(next("2026-03-02T15:30:00Z", A, Shift::None), "2026-03-09T18:00:00+08:00");
        let key = Rhythm { level: Some(Level::D), is_key_account: true, ..A };
        assert_eq!(next("2026-03-02T02:00:00Z", key, Shift::None), "2026-03-09T18:00:00+08:00");
        let at_risk = Rhythm { is_at_risk: true, ..A };
        assert_eq!(next("2026-03-02T02:00:00Z", at_risk, Shift::None), "2026-03-06T18:00:00+08:00");
        // A Saturday.
        assert_eq!(next("2026-03-07T02:00:00Z", A, Shift::None), "2026-03-14T18:00:00+08:00");
        assert_eq!(next("2026-03-07T02:00:00Z", A, Shift::Next), "2026-03-16T18:00:00+08:00");
        assert_eq!(next("2026-03-07T02:00:00Z", A, Shift::Previous), "2026-03-13T18:00:00+08:00");
        let never = LevelDays { d: None, ..INTERVALS };
        let nobody = Rhythm { level: None, ..A };
        assert_eq!(next_contact("2026-03-02T02:00:00Z".parse().unwrap(), nobody, never, Shift::None, Tz::UTC), None);
    }

    #[test]
    fn nothing_happened_tomorrow() {
        let now: DateTime<Utc> = "2026-03-16T01:00:00Z".parse().unwrap();
        let mut call = details(ActivityKind::Call, None);
        for (at, sound) in [
            ("2026-03-16T01:04:00Z", true),
            ("2026-03-16T01:06:00Z", false),
            ("2026-02-14T01:00:00Z", true),
            ("2026-02-14T00:59:00Z", false),
        ] {
            call.occurred_at = Some(at.parse().unwrap());
            assert_eq!(call.check_times(now, 30).is_empty(), sound, "{at}");
        }
    }
}
