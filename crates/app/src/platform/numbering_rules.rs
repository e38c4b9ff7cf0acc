//! How records are numbered.

use guanxi_domain::{Permission, Result, access, platform::numbering_rule::NumberingRuleDetails};
use guanxi_persistence::{Locked, Tx, numbering, write};
use serde_json::Map;

use crate::records::{Editable, Saved, insert, save};

pub use guanxi_persistence::platform::numbering_rules::NumberingRule;

impl Editable for NumberingRule {
    type Details = NumberingRuleDetails;
    const CREATE: Permission = access::numbering_rule::UPDATE;
    const UPDATE: Permission = access::numbering_rule::UPDATE;
    const DELETE: Permission = access::numbering_rule::UPDATE;

    async fn create(tx: &mut Tx, details: NumberingRuleDetails) -> Result<Saved> {
        details.check()?;
        let id = insert::<Self>(tx, &details, Map::new()).await?;
        numbering::forget(tx.tenant(), &details.object).await;
        Ok(Saved::new(id))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, details: NumberingRuleDetails) -> Result<Saved> {
        details.check()?;
        save(tx, record, &details, Map::new()).await?;
        numbering::forget(tx.tenant(), &details.object).await;
        Ok(Saved::new(record.id))
    }

    /// Records of this kind are then numbered as the product does by itself.
    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        write::delete(tx, record).await?;
        numbering::forget(tx.tenant(), record.text("object").unwrap_or_default()).await;
        Ok(())
    }
}
