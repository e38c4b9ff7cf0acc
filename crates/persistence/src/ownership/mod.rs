//! Who holds what, who took it from where, and how many more he may: leads and customers share these statements.
//!
//! Locks are taken in one order, so that nobody waits in a circle: capacity rows by user, counters, then records by
//! id. What is counted is counted by a statement of its own after the lock, because a statement that had to wait
//! for a lock still sees the time before.

mod columns;
mod handover;
mod kinds;
mod log;
mod people;
mod pools;
pub mod recycle;

pub(crate) use columns::pool_columns;
pub use handover::{Because, Handover, Held, Offered, PooledBy, give, offered, take};
pub use kinds::{CUSTOMER, LEAD, Owned, all};
pub use log::{history, log, log_new};
pub use people::{
    CapacityLine, NamedPeople, Receiver, find_receiver, forget_counters, held, last_assigned, lock_receivers,
    lock_rules, seats,
};
pub use pools::{Pool, PoolLimit, lies_in, must_receive, no_default, pool_limits, pools, sees};
