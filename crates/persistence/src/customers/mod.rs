//! Customers, contacts and the public sea as they are stored.

pub mod contact;
pub mod customer;
pub mod duplicates;
pub mod knowledge;
pub mod pool;
pub mod recycle;
pub mod relation;
pub mod team;
