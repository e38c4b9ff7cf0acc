//! What is done with customers by the clock.

use guanxi_domain::{Result, time};
use guanxi_persistence::{
    Tx,
    customers::recycle,
    ownership::{
        CUSTOMER,
        recycle::{Warning, warn},
    },
};
use serde_json::json;

/// How many days before its end a lock is spoken of (3.15).
const LOCK_WARNING_DAYS: u32 = 3;

/// Tells owners whose lock is about to end.
pub async fn tell_of_locks(tx: &mut Tx) -> Result<i64> {
    let today = tx.today();
    let ending = recycle::locks_ending(tx, today, time::plus(today, LOCK_WARNING_DAYS)).await?;
    let warnings: Vec<Warning> = ending
        .into_iter()
        .map(|(record, owner, until)| Warning {
            record,
            kind: "lock_expiring",
            about: until,
            payload: json!({ "owner_id": owner, "until": until }),
        })
        .collect();
    warn(tx, &CUSTOMER, "customer.lock_expiring", &warnings).await
}
