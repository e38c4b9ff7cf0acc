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
use uuid::Uuid;

use crate::platform::schedules::{Done, PART, last};

/// How many days before its end a lock is spoken of (3.15).
const LOCK_WARNING_DAYS: u32 = 3;

/// Tells owners whose lock is about to end.
pub async fn tell_of_locks(tx: &mut Tx, after: Option<Uuid>) -> Result<Done> {
    let today = tx.today();
    let ending = recycle::locks_ending(tx, today, time::plus(today, LOCK_WARNING_DAYS), after, PART).await?;
    let last = last(&ending, |(record, ..)| *record);
    let warnings: Vec<Warning> = ending
        .into_iter()
        .map(|(record, owner, until)| Warning {
            record,
            kind: "lock_expiring",
            about: until,
            payload: json!({ "owner_id": owner, "until": until }),
        })
        .collect();
    let told = warn(tx, &CUSTOMER, "customer.lock_expiring", &warnings).await?;
    Ok(Done { told: json!({ "locks": told }), last })
}
