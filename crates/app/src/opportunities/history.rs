//! Where a deal stood, as far as the reader may see what it was worth then.

use guanxi_domain::{
    Result,
    access::{FieldAccess, Mask},
};
use guanxi_persistence::{
    Record, Tx,
    opportunities::{history as store, opportunity::Opportunity},
    read,
};
use serde_json::{Map, Value};
use uuid::Uuid;

/// All stages that a deal stood in, the first one first.
pub async fn of(tx: &mut Tx, id: Uuid) -> Result<Vec<Map<String, Value>>> {
    read::must_see::<Opportunity>(tx, id).await?;
    let mut rows = store::of(tx, id).await?;
    let table = tx.table(Opportunity::TABLE).await?;
    let access = &tx.actor().access;
    for key in ["amount", "currency", "probability", "expected_close_on"] {
        let right = table.column(key).map(|column| table.right(access, column));
        if right.is_none_or(|right| right.access == FieldAccess::Hidden || right.mask == Mask::Always) {
            rows.iter_mut().for_each(|row| drop(row.remove(key)));
        }
    }
    Ok(rows)
}
