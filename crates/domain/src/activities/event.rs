//! Meetings and other entries of a calendar (4.2).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::{Validate, ValidationError};

use super::activity::Subject;
use crate::{
    UserId,
    customers::{choices, or_default},
    text::{LongText, Name, ShortText},
};

pub use crate::access::calendar_event::*;

choices! {
    /// What an invited person says.
    Answer { Accepted = "accepted", Tentative = "tentative", Declined = "declined" }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[validate(schema(function = "ends_after_it_starts", skip_on_field_errors = false))]
pub struct EventDetails {
    pub title: Name,
    pub start_at: DateTime<Utc>,
    pub end_at: DateTime<Utc>,
    #[serde(default, deserialize_with = "or_default")]
    pub all_day: bool,
    #[serde(default)]
    pub location: Option<ShortText>,
    #[serde(default)]
    pub content: Option<LongText>,
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 100))]
    pub attendee_ids: Vec<UserId>,
    /// The record it is about.
    #[serde(default)]
    pub subject: Option<Subject>,
    #[serde(default)]
    pub subject_id: Option<Uuid>,
    /// Minutes before it begins.
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 5))]
    pub reminders: Vec<u16>,
    /// Whether all colleagues see it; else those who are invited.
    #[serde(default, deserialize_with = "or_default")]
    pub shared: bool,
}

fn ends_after_it_starts(event: &EventDetails) -> Result<(), ValidationError> {
    if event.end_at <= event.start_at || event.reminders.iter().any(|minutes| *minutes > 20_160) {
        return Err(ValidationError::new("invalid"));
    }
    if event.subject.is_some() == event.subject_id.is_some() { Ok(()) } else { Err(ValidationError::new("invalid")) }
}

#[derive(Debug, Clone, Copy, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Rsvp {
    pub answer: Answer,
}
