//! Records change hands: claim, assign, transfer, put back. The same for leads and customers.

mod capacity;
mod claim;
mod handover;
mod pools;
mod recycle;

use guanxi_domain::{Permission, Result, UserId, settings::Settings};
use guanxi_persistence::{
    Locked, Record, Tx,
    ownership::{Held, Owned},
};
use uuid::Uuid;

pub use capacity::{admit, is_at_work, limit, lock_receiver, may_give, person, quota, quotas};
pub use claim::{claim, claim_all, first_contact};
pub use handover::{
    LetGo, ToUser, assign, assign_all, came_out_of, decide, hand_over, holder, let_go, let_go_all, move_all, only,
    reason, transfer, transfer_all,
};
pub use pools::{home, home_of, is_member, may_go, pool_for, pooled_by, recycled_later, switch, uncoverable};
pub use recycle::{recycle, remind};

/// A kind of record that people hold: what the verbs ask of it.
pub trait Holdable: Record + Sized {
    const KIND: &'static Owned;
    const ASSIGN: Permission;
    const TRANSFER: Permission;
    const LET_GO: Permission;
    /// The dictionary of reasons to put one back.
    const REASONS: &'static str;

    /// Refuses what the life of a record does not know in its state.
    fn check(tx: &Tx, record: &Locked<Self>, step: Step) -> Result<()>;

    /// Whether only members of a pool are given what lies in it.
    fn members_only(settings: &Settings) -> bool;

    /// What is done before the night's run looks what is late.
    fn before_recycling(_tx: &mut Tx) -> impl Future<Output = Result<()>> {
        async { Ok(()) }
    }

    /// What is locked before records are that may be put into pools.
    fn before_pooling(_tx: &mut Tx) -> impl Future<Output = Result<()>> {
        async { Ok(()) }
    }

    /// What follows when records have been put into pools, each with who had it.
    fn pooled(_tx: &mut Tx, _records: &[(Held, Uuid)]) -> impl Future<Output = Result<()>> {
        async { Ok(()) }
    }
}

/// What may happen to a record that people hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Assign(UserId),
    Transfer(UserId),
    LetGo(Uuid),
    Move(Uuid),
}
