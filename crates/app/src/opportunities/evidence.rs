//! What a deal has to show for the stages that it leaves.

use guanxi_domain::{Result, opportunities::stage::Evidence};
use guanxi_persistence::{Record, Table, Tx, opportunities::opportunity::Opportunity};
use rust_decimal::Decimal;
use serde_json::{Map, Value};

pub(super) struct Shown {
    table: &'static Table,
    row: Map<String, Value>,
    activities: u32,
}

/// A row, with how often somebody spoke about it.
pub(super) async fn of(tx: &mut Tx, row: Map<String, Value>, activities: u32) -> Result<Shown> {
    let table = tx.table(Opportunity::TABLE).await?;
    Ok(Shown { table, row, activities })
}

impl Evidence for Shown {
    /// No money, no words and an empty list are nothing. A field that is gone is not asked for.
    fn is_filled(&self, field: &str) -> bool {
        let Some(column) = self.table.column(field) else { return true };
        match column.held(&self.row) {
            None | Some(Value::Null) => false,
            Some(Value::String(text)) => !text.is_empty() && text.parse() != Ok(Decimal::ZERO),
            Some(Value::Array(items)) => !items.is_empty(),
            Some(Value::Bool(_) | Value::Number(_) | Value::Object(_)) => true,
        }
    }

    fn is_done(&self, task: &str) -> bool {
        let done = self.row.get("done_tasks").and_then(Value::as_array);
        done.is_some_and(|done| done.iter().any(|name| name == task))
    }

    fn activities(&self) -> u32 {
        self.activities
    }
}
