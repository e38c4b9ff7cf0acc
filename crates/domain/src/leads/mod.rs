//! Leads: people and companies that may become customers (2).

pub mod assignment;
pub mod scoring;
pub mod state;
