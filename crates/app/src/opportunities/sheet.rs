//! Opportunities as they come in sheets: each is created alone, for each may be in a colleague's way.

use guanxi_domain::{
    Permission, Result,
    opportunities::opportunity::{self, OpportunityDetails},
};
use guanxi_persistence::{Tx, opportunities::opportunity::Opportunity};
use uuid::Uuid;

use crate::transfer::Importable;

impl Importable for Opportunity {
    const IMPORT: Permission = opportunity::IMPORT;
    const EXPORT: Permission = opportunity::EXPORT;
    const KEYS: &'static [&'static str] = &["no", "external_id"];

    /// One customer may buy the same again.
    fn marks(_: &OpportunityDetails) -> Vec<String> {
        Vec::new()
    }

    async fn known(_: &mut Tx, details: &[&OpportunityDetails]) -> Result<Vec<Option<Uuid>>> {
        Ok(vec![None; details.len()])
    }
}
