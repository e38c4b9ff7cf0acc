//! The life of an opportunity (5.4).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::life::Life;

/// The word for an opportunity's state, as stored and shown.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    ToSchema,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::EnumIter,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    Open,
    Won,
    Lost,
    Abandoned,
}

/// What can happen to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::EnumIter)]
pub enum Event {
    /// Into another stage of its pipeline.
    Moved,
    /// Into the first stage of another pipeline.
    Rerouted,
    Transferred,
    Won,
    Lost,
    Abandoned,
    Reopened,
    Deleted,
}

impl Life for Status {
    type Event = Event;
    type Action = Event;

    /// The whole life of an opportunity.
    fn next(self, event: Event) -> Option<Self> {
        match (self, event) {
            (Self::Open, Event::Moved | Event::Rerouted | Event::Transferred | Event::Deleted) => Some(Self::Open),
            (Self::Open, Event::Won) => Some(Self::Won),
            (Self::Open, Event::Lost) => Some(Self::Lost),
            (Self::Open, Event::Abandoned) => Some(Self::Abandoned),
            (Self::Won | Self::Lost | Self::Abandoned, Event::Reopened) => Some(Self::Open),
            _ => None,
        }
    }

    fn word(self) -> &'static str {
        self.into()
    }

    fn verb(event: Event) -> &'static str {
        match event {
            Event::Moved => "stage",
            Event::Rerouted => "change-pipeline",
            Event::Transferred => "transfer",
            Event::Won => "win",
            Event::Lost => "lose",
            Event::Abandoned => "abandon",
            Event::Reopened => "reopen",
            Event::Deleted => "delete",
        }
    }

    fn example(event: Event) -> Event {
        event
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use strum::IntoEnumIterator;

    use super::*;

    fn verbs(status: Status) -> Vec<&'static str> {
        status.allowed().map(Status::verb).collect()
    }

    #[test]
    fn what_has_ended_is_only_opened_again() {
        let open = ["stage", "change-pipeline", "transfer", "win", "lose", "abandon", "delete"];
        assert_eq!(verbs(Status::Open), open);
        for ended in [Status::Won, Status::Lost, Status::Abandoned] {
            assert_eq!(verbs(ended), ["reopen"]);
        }
    }

    proptest! {
        #[test]
        fn whatever_happens_a_refusal_says_what_would_go(
            events in prop::collection::vec(prop::sample::select(Event::iter().collect::<Vec<_>>()), 0..20),
        ) {
            let mut status = Status::Open;
            for event in events {
                let allowed = status.allowed().any(|other| other == event);
                match status.transition(event) {
                    Ok(next) => { prop_assert!(allowed); status = next; }
                    Err(_) => prop_assert!(!allowed),
                }
            }
        }
    }
}
