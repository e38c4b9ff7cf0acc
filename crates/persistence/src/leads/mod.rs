//! Leads, their pools, and the rules by which they are shared out and rated.

pub mod lead;
pub mod pool;
pub mod recycle;
pub mod rules;

pub use lead::Lead;
pub use pool::LeadPool;
pub use rules::{AssignmentRule, CapacityRule, ScoringRule};
