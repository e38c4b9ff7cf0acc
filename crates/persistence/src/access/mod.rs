//! Tenants, people and their rights, sessions, keys, and the log of who did what.

pub mod accounts;
pub mod audit;
pub mod rights;
pub mod sessions;
