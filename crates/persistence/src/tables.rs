//! All kinds of records that there are. Meta, recycle bin, imports, saved views and tests go through this list.

use crate::{
    Record, Table,
    leads::{AssignmentRule, CapacityRule, Lead, LeadPool, ScoringRule},
};

pub fn all() -> Vec<&'static Table> {
    vec![Lead::TABLE, LeadPool::TABLE, AssignmentRule::TABLE, ScoringRule::TABLE, CapacityRule::TABLE]
}

/// Finds a table by the path of its resource: `lead-pools`.
pub fn by_path(path: &str) -> Option<&'static Table> {
    all().into_iter().find(|table| table.path() == path)
}
