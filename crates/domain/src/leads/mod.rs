//! Leads: people and companies that may become customers (2).

pub mod assignment;
pub mod lead;
pub mod pool;
pub mod rules;
pub mod scoring;
pub mod state;
