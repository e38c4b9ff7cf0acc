//! What the lives of records have in common: one `match` says what comes next, and from it follows what is allowed and
//! how a refusal reads.

use strum::IntoEnumIterator;

use crate::{Error, Result};

/// A state machine.
pub trait Life: Copy {
    /// What can happen, with its details.
    type Event: Copy;
    /// The same without them.
    type Action: Copy + IntoEnumIterator + From<Self::Event>;

    /// The whole life: the state behind an event, none where it cannot happen.
    fn next(self, event: Self::Event) -> Option<Self>;

    /// The word for the state, as stored and shown.
    fn word(self) -> &'static str;

    /// The verb of an action in permissions, paths and `allowed_actions`.
    fn verb(action: Self::Action) -> &'static str;

    /// An event of this kind: whether it can happen does not depend on whom it names.
    fn example(action: Self::Action) -> Self::Event;

    /// Why an event is refused, where there is more to say than that it does not fit the state.
    fn objection(self, _event: Self::Event) -> Option<Error> {
        None
    }

    /// Lets something happen, or refuses.
    fn transition(self, event: Self::Event) -> Result<Self> {
        self.next(event).ok_or_else(|| {
            self.objection(event).unwrap_or_else(|| {
                let allowed: Vec<_> = self.allowed().map(Self::verb).collect();
                Error::invalid_state(self.word(), Self::verb(event.into()), &allowed)
            })
        })
    }

    /// What can happen now, permissions apart.
    fn allowed(self) -> impl Iterator<Item = Self::Action> {
        Self::Action::iter().filter(move |action| self.next(Self::example(*action)).is_some())
    }
}
