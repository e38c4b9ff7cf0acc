//! What is stored: the tenant's transaction, the reading and writing engines, and the SQL of each area.

pub mod access;
pub mod activities;
pub mod clock;
mod cursor;
pub mod custom;
pub mod customers;
pub mod feed;
pub mod idempotency;
pub mod jobs;
mod json;
mod known;
pub mod leads;
mod live;
pub mod notifications;
pub mod numbering;
pub mod opportunities;
pub mod ownership;
pub mod platform;
mod pool;
pub mod read;
pub mod runs;
pub mod sealed;
pub mod settings;
pub mod table;
pub mod tables;
pub mod transfer;
pub mod tx;
pub mod write;

pub use clock::Clock;
pub use read::Locked;
pub use table::{Action, Column, Facts, Record, ScopeRule, Table};
pub use tx::{Db, DbConfig, Tx, migrate};
