//! Who has a customer: somebody, the public sea, or the customer it became one with (3.3).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Code, CustomerId, CustomerPoolId, Error, Result, UserId, life::Life, ownership::Holder};

/// The word for a customer's ownership, as stored and shown.
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
pub enum CustomerStatus {
    Pooled,
    Owned,
    Merged,
}

/// Who has a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CustomerState {
    Pooled {
        pool_id: CustomerPoolId,
    },
    /// A locked customer is never taken back by the night's job.
    Owned {
        owner_id: UserId,
        locked: bool,
    },
    /// It lives on in another one; it stays with whom it was.
    Merged {
        holder: Holder<CustomerPoolId>,
        into: CustomerId,
    },
}

/// What can happen to a customer. [`CustomerAction`] is the same without the details.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumDiscriminants)]
#[strum(prefix = "customer.", serialize_all = "snake_case")]
#[strum_discriminants(name(CustomerAction), derive(Hash, strum::EnumIter))]
pub enum CustomerEvent {
    Claimed {
        by: UserId,
    },
    Assigned {
        to: UserId,
    },
    /// Put into another pool.
    Moved {
        to: CustomerPoolId,
    },
    Released {
        to: CustomerPoolId,
    },
    /// Taken back by the night's job.
    Recycled {
        to: CustomerPoolId,
    },
    Transferred {
        to: UserId,
    },
    Locked,
    Unlocked,
    Merged {
        into: CustomerId,
    },
}

/// The parts of a state, as columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CustomerColumns {
    pub status: CustomerStatus,
    pub owner_id: Option<UserId>,
    pub pool_id: Option<CustomerPoolId>,
    pub locked: bool,
    pub merged_into: Option<CustomerId>,
}

impl CustomerState {
    /// A customer begins with an owner or in the public sea.
    pub fn new(holder: Holder<CustomerPoolId>) -> Self {
        match holder {
            Holder::Owner(owner_id) => Self::Owned { owner_id, locked: false },
            Holder::Pool(pool_id) => Self::Pooled { pool_id },
        }
    }

    pub fn status(self) -> CustomerStatus {
        self.columns().status
    }

    pub fn owner(self) -> Option<UserId> {
        self.columns().owner_id
    }

    fn holder(self) -> Option<Holder<CustomerPoolId>> {
        let CustomerColumns { owner_id, pool_id, .. } = self.columns();
        owner_id.map(Holder::Owner).or(pool_id.map(Holder::Pool))
    }

    pub fn is_editable(self) -> bool {
        self.status() != CustomerStatus::Merged
    }

    /// The state taken apart.
    pub fn columns(self) -> CustomerColumns {
        let held = |holder, status, locked, merged_into| match holder {
            Holder::Owner(id) => CustomerColumns { status, owner_id: Some(id), pool_id: None, locked, merged_into },
            Holder::Pool(id) => CustomerColumns { status, owner_id: None, pool_id: Some(id), locked, merged_into },
        };
        match self {
            Self::Pooled { pool_id } => held(Holder::Pool(pool_id), CustomerStatus::Pooled, false, None),
            Self::Owned { owner_id, locked } => held(Holder::Owner(owner_id), CustomerStatus::Owned, locked, None),
            Self::Merged { holder, into } => held(holder, CustomerStatus::Merged, false, Some(into)),
        }
    }
}

impl Life for CustomerState {
    type Event = CustomerEvent;
    type Action = CustomerAction;

    /// All that happens to a customer's ownership.
    fn next(self, event: CustomerEvent) -> Option<Self> {
        use CustomerEvent as E;
        match (self, event) {
            (Self::Pooled { .. }, E::Claimed { by: owner_id } | E::Assigned { to: owner_id }) => {
                Some(Self::Owned { owner_id, locked: false })
            }
            (Self::Pooled { .. }, E::Moved { to: pool_id }) => Some(Self::Pooled { pool_id }),
            (Self::Owned { .. }, E::Released { to: pool_id }) => Some(Self::Pooled { pool_id }),
            (Self::Owned { locked: false, .. }, E::Recycled { to: pool_id }) => Some(Self::Pooled { pool_id }),
            // A lock was its owner's, out of his lock capacity.
            (Self::Owned { .. }, E::Transferred { to: owner_id }) => Some(Self::Owned { owner_id, locked: false }),
            (Self::Owned { owner_id, locked: false }, E::Locked) => Some(Self::Owned { owner_id, locked: true }),
            (Self::Owned { owner_id, locked: true }, E::Unlocked) => Some(Self::Owned { owner_id, locked: false }),
            (Self::Pooled { .. } | Self::Owned { .. }, E::Merged { into }) => {
                self.holder().map(|holder| Self::Merged { holder, into })
            }
            _ => None,
        }
    }

    fn word(self) -> &'static str {
        self.status().into()
    }

    fn verb(action: CustomerAction) -> &'static str {
        match action {
            CustomerAction::Claimed => "claim",
            CustomerAction::Assigned => "assign",
            CustomerAction::Moved => "move",
            CustomerAction::Released => "release",
            CustomerAction::Recycled => "recycle",
            CustomerAction::Transferred => "transfer",
            CustomerAction::Locked => "lock",
            CustomerAction::Unlocked => "unlock",
            CustomerAction::Merged => "merge",
        }
    }

    fn example(action: CustomerAction) -> CustomerEvent {
        let (user, pool, customer) =
            (UserId(uuid::Uuid::nil()), CustomerPoolId(uuid::Uuid::nil()), CustomerId(uuid::Uuid::nil()));
        match action {
            CustomerAction::Claimed => CustomerEvent::Claimed { by: user },
            CustomerAction::Assigned => CustomerEvent::Assigned { to: user },
            CustomerAction::Moved => CustomerEvent::Moved { to: pool },
            CustomerAction::Released => CustomerEvent::Released { to: pool },
            CustomerAction::Recycled => CustomerEvent::Recycled { to: pool },
            CustomerAction::Transferred => CustomerEvent::Transferred { to: user },
            CustomerAction::Locked => CustomerEvent::Locked,
            CustomerAction::Unlocked => CustomerEvent::Unlocked,
            CustomerAction::Merged => CustomerEvent::Merged { into: customer },
        }
    }

    fn objection(self, event: CustomerEvent) -> Option<Error> {
        match (self, event) {
            (Self::Merged { into, .. }, _) => {
                Some(Error::new(Code::CustomerMerged).with("merged_into", into.to_string()))
            }
            (_, CustomerEvent::Claimed { .. }) => Some(Error::new(Code::CustomerAlreadyClaimed)),
            _ => None,
        }
    }
}

impl TryFrom<CustomerColumns> for CustomerState {
    type Error = Error;

    /// Puts a state together again; a row that contradicts itself is an error, not a guess.
    fn try_from(columns: CustomerColumns) -> Result<Self> {
        let CustomerColumns { status, owner_id, pool_id, locked, merged_into } = columns;
        match (status, owner_id, pool_id, locked, merged_into) {
            (CustomerStatus::Pooled, None, Some(pool_id), false, None) => Ok(Self::Pooled { pool_id }),
            (CustomerStatus::Owned, Some(owner_id), None, locked, None) => Ok(Self::Owned { owner_id, locked }),
            (CustomerStatus::Merged, Some(owner), None, false, Some(into)) => {
                Ok(Self::Merged { holder: Holder::Owner(owner), into })
            }
            (CustomerStatus::Merged, None, Some(pool), false, Some(into)) => {
                Ok(Self::Merged { holder: Holder::Pool(pool), into })
            }
            _ => Err(Error::unexpected(format!("not a customer state: {columns:?}"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;
    use strum::IntoEnumIterator;

    use super::*;

    fn event() -> impl Strategy<Value = CustomerEvent> {
        prop::sample::select(CustomerAction::iter().map(CustomerState::example).collect::<Vec<_>>())
    }

    fn start() -> CustomerState {
        CustomerState::new(Holder::Owner(UserId::new()))
    }

    fn verbs(state: CustomerState) -> Vec<&'static str> {
        state.allowed().map(CustomerState::verb).collect()
    }

    #[test]
    fn every_state_allows_what_the_specification_says() {
        let locked = start().transition(CustomerEvent::Locked).unwrap();
        let pooled = locked.transition(CustomerEvent::Released { to: CustomerPoolId::new() }).unwrap();
        let merged = pooled.transition(CustomerEvent::Merged { into: CustomerId::new() }).unwrap();
        assert_eq!(verbs(start()), ["release", "recycle", "transfer", "lock", "merge"]);
        assert_eq!(verbs(locked), ["release", "transfer", "unlock", "merge"]);
        assert_eq!(verbs(pooled), ["claim", "assign", "move", "merge"]);
        assert!(verbs(merged).is_empty() && !merged.is_editable());
    }

    #[test]
    fn refusals_are_precise() {
        let into = CustomerId::new();
        let merged = start().transition(CustomerEvent::Merged { into }).unwrap();
        let code = |state: CustomerState, event| state.transition(event).unwrap_err().code();
        assert_eq!(code(start(), CustomerEvent::Claimed { by: UserId::new() }), Code::CustomerAlreadyClaimed);
        assert_eq!(code(merged, CustomerEvent::Claimed { by: UserId::new() }), Code::CustomerMerged);
        assert_eq!(code(start(), CustomerEvent::Unlocked), Code::InvalidState);
    }

    #[test]
    fn every_status_is_reached() {
        let mut seen = HashSet::new();
        let mut states = vec![start()];
        while let Some(state) = states.pop() {
            if seen.insert(state.status()) {
                states
                    .extend(state.allowed().filter_map(|action| state.transition(CustomerState::example(action)).ok()));
            }
        }
        assert_eq!(seen.len(), CustomerStatus::iter().count());
    }

    proptest! {
        #[test]
        fn whatever_happens_a_customer_is_held_by_one_and_stays_merged(events in prop::collection::vec(event(), 0..16)) {
            let mut state = start();
            for event in events {
                let allowed = state.allowed().any(|action| action == CustomerAction::from(event));
                match state.transition(event) {
                    Ok(next) => {
                        prop_assert!(allowed && state.status() != CustomerStatus::Merged);
                        state = next;
                    }
                    Err(_) => prop_assert!(!allowed),
                }
                let columns = state.columns();
                prop_assert_eq!(CustomerState::try_from(columns).unwrap(), state);
                prop_assert!(columns.owner_id.is_some() != columns.pool_id.is_some());
            }
        }
    }
}
