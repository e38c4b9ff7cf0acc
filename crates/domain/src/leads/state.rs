//! The life of a lead (2.3).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Code, CustomerId, Error, LeadPoolId, Result, UserId, life::Life, ownership::Holder};

/// The word for a lead's state, as stored and shown.
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
pub enum LeadStatus {
    Unassigned,
    Pending,
    Following,
    Invalid,
    Converted,
}

/// Where a lead is on its way, with what is known only there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeadState {
    /// It lies in a pool.
    Unassigned {
        pool_id: LeadPoolId,
    },
    /// Somebody has it and has not yet spoken to it.
    Pending {
        owner_id: UserId,
    },
    Following {
        owner_id: UserId,
    },
    /// It leads nowhere; it stays with whom it was, for the statistics.
    Invalid {
        holder: Holder<LeadPoolId>,
    },
    Converted {
        owner_id: UserId,
        customer_id: CustomerId,
    },
}

/// What can happen to a lead. [`LeadAction`] is the same without the details.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumDiscriminants)]
#[strum(prefix = "lead.", serialize_all = "snake_case")]
#[strum_discriminants(name(LeadAction), derive(Hash, strum::EnumIter))]
pub enum LeadEvent {
    Claimed {
        by: UserId,
    },
    Assigned {
        to: UserId,
    },
    /// The pool's rules found somebody.
    AutoAssigned {
        to: UserId,
    },
    /// Put into another pool.
    Moved {
        to: LeadPoolId,
    },
    /// The first real contact, or another one.
    FollowedUp,
    Returned {
        to: LeadPoolId,
    },
    /// Taken back by the night's job.
    Recycled {
        to: LeadPoolId,
    },
    Transferred {
        to: UserId,
    },
    Invalidated,
    Restored {
        to: LeadPoolId,
    },
    Converted {
        into: CustomerId,
    },
}

/// The parts of a state, as columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeadColumns {
    pub status: LeadStatus,
    pub owner_id: Option<UserId>,
    pub pool_id: Option<LeadPoolId>,
    pub customer_id: Option<CustomerId>,
}

impl LeadState {
    /// A lead begins with an owner or in a pool.
    pub fn new(holder: Holder<LeadPoolId>) -> Self {
        match holder {
            Holder::Owner(owner_id) => Self::Pending { owner_id },
            Holder::Pool(pool_id) => Self::Unassigned { pool_id },
        }
    }

    pub fn status(self) -> LeadStatus {
        self.columns().status
    }

    pub fn owner(self) -> Option<UserId> {
        self.columns().owner_id
    }

    fn holder(self) -> Option<Holder<LeadPoolId>> {
        let LeadColumns { owner_id, pool_id, .. } = self.columns();
        owner_id.map(Holder::Owner).or(pool_id.map(Holder::Pool))
    }

    /// What people typed in may change; of a converted lead only notes and tags may.
    pub fn is_editable(self) -> bool {
        self.status() != LeadStatus::Converted
    }

    /// It may still become a customer.
    pub fn is_open(self) -> bool {
        match self {
            Self::Unassigned { .. } | Self::Pending { .. } | Self::Following { .. } => true,
            Self::Invalid { .. } | Self::Converted { .. } => false,
        }
    }

    /// The state taken apart.
    pub fn columns(self) -> LeadColumns {
        let columns = |status, owner_id, pool_id, customer_id| LeadColumns { status, owner_id, pool_id, customer_id };
        match self {
            Self::Unassigned { pool_id } => columns(LeadStatus::Unassigned, None, Some(pool_id), None),
            Self::Pending { owner_id } => columns(LeadStatus::Pending, Some(owner_id), None, None),
            Self::Following { owner_id } => columns(LeadStatus::Following, Some(owner_id), None, None),
            Self::Invalid { holder: Holder::Owner(id) } => columns(LeadStatus::Invalid, Some(id), None, None),
            Self::Invalid { holder: Holder::Pool(id) } => columns(LeadStatus::Invalid, None, Some(id), None),
            Self::Converted { owner_id, customer_id } => {
                columns(LeadStatus::Converted, Some(owner_id), None, Some(customer_id))
            }
        }
    }
}

impl Life for LeadState {
    type Event = LeadEvent;
    type Action = LeadAction;

    /// The whole life of a lead.
    fn next(self, event: LeadEvent) -> Option<Self> {
        use LeadEvent as E;
        match (self, event) {
            (
                Self::Unassigned { .. },
                E::Claimed { by: owner_id } | E::Assigned { to: owner_id } | E::AutoAssigned { to: owner_id },
            ) => Some(Self::Pending { owner_id }),
            (Self::Unassigned { .. }, E::Moved { to: pool_id }) => Some(Self::Unassigned { pool_id }),
            (Self::Pending { owner_id } | Self::Following { owner_id }, E::FollowedUp) => {
                Some(Self::Following { owner_id })
            }
            (
                Self::Pending { .. } | Self::Following { .. },
                E::Returned { to: pool_id } | E::Recycled { to: pool_id },
            ) => Some(Self::Unassigned { pool_id }),
            (Self::Pending { .. }, E::Transferred { to: owner_id }) => Some(Self::Pending { owner_id }),
            (Self::Following { .. }, E::Transferred { to: owner_id }) => Some(Self::Following { owner_id }),
            (Self::Unassigned { .. } | Self::Pending { .. } | Self::Following { .. }, E::Invalidated) => {
                self.holder().map(|holder| Self::Invalid { holder })
            }
            (Self::Invalid { .. }, E::Restored { to: pool_id }) => Some(Self::Unassigned { pool_id }),
            (Self::Pending { owner_id } | Self::Following { owner_id }, E::Converted { into: customer_id }) => {
                Some(Self::Converted { owner_id, customer_id })
            }
            _ => None,
        }
    }

    fn word(self) -> &'static str {
        self.status().into()
    }

    fn verb(action: LeadAction) -> &'static str {
        match action {
            LeadAction::Claimed => "claim",
            LeadAction::Assigned => "assign",
            LeadAction::AutoAssigned => "auto_assign",
            LeadAction::Moved => "move",
            LeadAction::FollowedUp => "follow_up",
            LeadAction::Returned => "return",
            LeadAction::Recycled => "recycle",
            LeadAction::Transferred => "transfer",
            LeadAction::Invalidated => "invalidate",
            LeadAction::Restored => "restore",
            LeadAction::Converted => "convert",
        }
    }

    fn example(action: LeadAction) -> LeadEvent {
        let (user, pool, customer) =
            (UserId(uuid::Uuid::nil()), LeadPoolId(uuid::Uuid::nil()), CustomerId(uuid::Uuid::nil()));
        match action {
            LeadAction::Claimed => LeadEvent::Claimed { by: user },
            LeadAction::Assigned => LeadEvent::Assigned { to: user },
            LeadAction::AutoAssigned => LeadEvent::AutoAssigned { to: user },
            LeadAction::Moved => LeadEvent::Moved { to: pool },
            LeadAction::FollowedUp => LeadEvent::FollowedUp,
            LeadAction::Returned => LeadEvent::Returned { to: pool },
            LeadAction::Recycled => LeadEvent::Recycled { to: pool },
            LeadAction::Transferred => LeadEvent::Transferred { to: user },
            LeadAction::Invalidated => LeadEvent::Invalidated,
            LeadAction::Restored => LeadEvent::Restored { to: pool },
            LeadAction::Converted => LeadEvent::Converted { into: customer },
        }
    }

    fn objection(self, event: LeadEvent) -> Option<Error> {
        match (self, event) {
            (Self::Converted { .. }, LeadEvent::Converted { .. }) => Some(Error::new(Code::LeadAlreadyConverted)),
            (_, LeadEvent::Claimed { .. }) => Some(Error::new(Code::LeadAlreadyClaimed)),
            _ => None,
        }
    }
}

impl TryFrom<LeadColumns> for LeadState {
    type Error = Error;

    /// Puts a state together again; a row that contradicts itself is an error, not a guess.
    fn try_from(columns: LeadColumns) -> Result<Self> {
        match (columns.status, columns.owner_id, columns.pool_id, columns.customer_id) {
            (LeadStatus::Unassigned, None, Some(pool_id), None) => Ok(Self::Unassigned { pool_id }),
            (LeadStatus::Pending, Some(owner_id), None, None) => Ok(Self::Pending { owner_id }),
            (LeadStatus::Following, Some(owner_id), None, None) => Ok(Self::Following { owner_id }),
            (LeadStatus::Invalid, Some(id), None, None) => Ok(Self::Invalid { holder: Holder::Owner(id) }),
            (LeadStatus::Invalid, None, Some(id), None) => Ok(Self::Invalid { holder: Holder::Pool(id) }),
            (LeadStatus::Converted, Some(owner_id), None, Some(customer_id)) => {
                Ok(Self::Converted { owner_id, customer_id })
            }
            _ => Err(Error::unexpected(format!("not a lead state: {columns:?}"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;
    use strum::IntoEnumIterator;

    use super::*;

    fn event() -> impl Strategy<Value = LeadEvent> {
        let (user, pool) = (UserId::new(), LeadPoolId::new());
        let told_apart = [
            LeadEvent::Claimed { by: user },
            LeadEvent::Transferred { to: user },
            LeadEvent::Returned { to: pool },
            LeadEvent::Restored { to: pool },
        ];
        let examples = LeadAction::iter().map(LeadState::example);
        prop::sample::select(examples.chain(told_apart).collect::<Vec<_>>())
    }

    fn start() -> LeadState {
        LeadState::new(Holder::Pool(LeadPoolId::new()))
    }

    fn verbs(state: LeadState) -> Vec<&'static str> {
        state.allowed().map(LeadState::verb).collect()
    }

    #[test]
    fn every_state_allows_what_the_specification_says() {
        let pending = start().transition(LeadEvent::Claimed { by: UserId::new() }).unwrap();
        let following = pending.transition(LeadEvent::FollowedUp).unwrap();
        let invalid = following.transition(LeadEvent::Invalidated).unwrap();
        let converted = following.transition(LeadEvent::Converted { into: CustomerId::new() }).unwrap();
        let owned = ["follow_up", "return", "recycle", "transfer", "invalidate", "convert"];
        assert_eq!(verbs(start()), ["claim", "assign", "auto_assign", "move", "invalidate"]);
        assert_eq!(verbs(pending), owned);
        assert_eq!(verbs(following), owned);
        assert_eq!(verbs(invalid), ["restore"]);
        assert!(verbs(converted).is_empty() && !converted.is_editable());
        let name: &str = LeadEvent::FollowedUp.into();
        assert_eq!(name, "lead.followed_up");
    }

    #[test]
    fn refusals_are_precise() {
        let owned = LeadState::new(Holder::Owner(UserId::new()));
        let converted = owned.transition(LeadEvent::Converted { into: CustomerId::new() }).unwrap();
        let code = |state: LeadState, event| state.transition(event).unwrap_err().code();
        assert_eq!(code(owned, LeadEvent::Claimed { by: UserId::new() }), Code::LeadAlreadyClaimed);
        assert_eq!(code(converted, LeadEvent::Converted { into: CustomerId::new() }), Code::LeadAlreadyConverted);
        assert_eq!(code(converted, LeadEvent::Invalidated), Code::InvalidState);
        assert_eq!(code(start(), LeadEvent::FollowedUp), Code::InvalidState);
    }

    #[test]
    fn a_contradictory_row_is_no_lead() {
        let columns = LeadColumns { owner_id: Some(UserId::new()), ..start().columns() };
        assert!(LeadState::try_from(columns).is_err());
    }

    #[test]
    fn every_status_is_reached() {
        let mut seen: HashSet<LeadStatus> = HashSet::new();
        let mut states = vec![start()];
        while let Some(state) = states.pop() {
            if seen.insert(state.status()) {
                states.extend(state.allowed().filter_map(|action| state.transition(LeadState::example(action)).ok()));
            }
        }
        assert_eq!(seen.len(), LeadStatus::iter().count());
    }

    proptest! {
        #[test]
        fn whatever_happens_a_lead_is_held_by_one_and_stays_converted(events in prop::collection::vec(event(), 0..16)) {
            let mut state = start();
            for event in events {
                let before = state;
                let allowed = before.allowed().any(|action| action == LeadAction::from(event));
                match before.transition(event) {
                    Ok(next) => {
                        prop_assert!(allowed && before.status() != LeadStatus::Converted);
                        state = next;
                    }
                    Err(_) => prop_assert!(!allowed),
                }
                let columns = state.columns();
                prop_assert_eq!(LeadState::try_from(columns).unwrap(), state);
                prop_assert!(columns.owner_id.is_some() != columns.pool_id.is_some());
                if let LeadEvent::Claimed { by: now } | LeadEvent::Transferred { to: now } = event && state != before {
                    prop_assert_eq!(state.owner(), Some(now));
                }
            }
        }
    }
}
