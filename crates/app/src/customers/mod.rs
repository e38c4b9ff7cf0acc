//! Customers, their contacts, and the public sea.

pub mod contact;
pub mod customer;
pub mod duplicates;
pub mod hierarchy;
pub mod knowledge;
pub mod nightly;
pub mod pool;
mod relation;
pub mod team;
pub mod verbs;

pub use customer::{create, fill_empty, follow_owner};
pub use pool::set_up;
