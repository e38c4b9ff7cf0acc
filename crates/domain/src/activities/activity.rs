//! A record of a call, a visit, a mail, a note (4.2, 2.5.7).

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use crate::{
    ContactId, FieldCode, FieldError, UserId,
    customers::{choices, or_default},
    platform::file::FileId,
    text::{LongText, ShortText},
};

pub use crate::access::activity::*;

choices! {
    /// What it is about.
    Subject { Lead = "lead", Customer = "customer", Contact = "contact", Opportunity = "opportunity" }
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
    /// Files that were sent before (`POST /files`).
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 20))]
    pub attachments: Vec<FileId>,
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

#[cfg(test)]
mod tests {
    use super::*;

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
            attachments: Vec::new(),
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
