//! What nobody followed up goes back to its pool, and its owner is told before (2.5.6, 3.5). What goes is found once a
//! night and taken in parts, each a transaction of its own, so that nobody waits for long and a run that broke off is
//! gone on with; what cannot be taken leaves the rest alone.

use std::collections::HashMap;

use chrono::NaiveDate;
use guanxi_domain::{Error, Result, UserId, dictionaries::SYSTEM_RECYCLE, ownership::Reminder, time};
use guanxi_persistence::{
    Tx,
    ownership::{
        self as store, Because, Handover, Held, Owned, PooledBy,
        recycle::{self as due, Soon, Warning},
    },
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Holdable, home_of};
use crate::platform::schedules::{Done, PART, last};

/// Takes back a part of what is late. A dry run tells who would go.
pub async fn recycle<R: Holdable>(tx: &mut Tx, dry_run: bool) -> Result<Done> {
    let owned = R::KIND;
    if !due::is_begun(tx, owned).await? {
        R::before_recycling(tx).await?;
        store::forget_counters(tx, time::minus(tx.today(), 7)).await?;
        due::find(tx, owned).await?;
    }
    if dry_run {
        let (would_go, records) = (due::waiting(tx, owned).await?, due::list(tx, owned).await?);
        let told = json!({ "recycled": 0, "would_go": would_go, "records": records, "failed": [] });
        return Ok(Done { told, last: None });
    }
    let ids = due::next(tx, owned, PART).await?;
    let (recycled, failed) = take_back::<R>(tx, &ids).await?;
    let more = due::is_begun(tx, owned).await?;
    let last = ids.last().copied().filter(|_| more);
    Ok(Done { told: json!({ "recycled": recycled, "failed": failed }), last })
}

/// Puts these records into their pools: all at once, or one by one where that fails.
async fn take_back<R: Holdable>(tx: &mut Tx, ids: &[Uuid]) -> Result<(usize, Vec<Value>)> {
    let pools = store::pools(tx, R::KIND).await?;
    R::before_pooling(tx).await?;
    tx.mark().await?;
    match put_back::<R>(tx, &pools, ids).await {
        Ok(taken) => return Ok((taken, Vec::new())),
        Err(Error::Retry) => return Err(Error::Retry),
        Err(Error::Refused(_) | Error::Unexpected(_)) => tx.undo().await?,
    }
    let (mut recycled, mut failed) = (0, Vec::new());
    for id in ids {
        tx.mark().await?;
        match put_back::<R>(tx, &pools, &[*id]).await {
            Ok(taken) => recycled += taken,
            Err(Error::Retry) => return Err(Error::Retry),
            Err(error @ (Error::Refused(_) | Error::Unexpected(_))) => {
                tx.undo().await?;
                tracing::error!(record.id = %id, %error, "a record could not be taken back");
                failed.push(json!({ "id": id, "error": error.to_string() }));
            }
        }
    }
    Ok((recycled, failed))
}

async fn put_back<R: Holdable>(tx: &mut Tx, pools: &[store::Pool], ids: &[Uuid]) -> Result<usize> {
    let mut homes: HashMap<(Uuid, UserId), Uuid> = HashMap::new();
    let mut moved = Vec::with_capacity(ids.len());
    for late in due::lock(tx, R::KIND, ids).await? {
        let key = (late.origin_pool_id, late.owner_id);
        let home = match homes.get(&key) {
            Some(home) => *home,
            None => home_of(tx, R::KIND, pools, Some(late.origin_pool_id), Some(late.owner_id)).await?,
        };
        homes.insert(key, home);
        moved.push((Held { id: late.id, owner: Some(late.owner_id), pool: None }, home));
    }
    if !moved.is_empty() {
        let because = Because { reason: Some(SYSTEM_RECYCLE), ..Handover::Recycle.into() };
        store::take(tx, R::KIND, &moved, PooledBy::System, because).await?;
        R::pooled(tx, &moved).await?;
    }
    Ok(moved.len())
}

/// Tells owners what they are about to lose: once when the days of warning begin, and once on the last day.
pub async fn remind(tx: &mut Tx, owned: &Owned, after: Option<Uuid>) -> Result<Done> {
    let found = due::soon(tx, owned, after, PART).await?;
    let warnings = warnings(tx.today(), &found)?;
    let told = due::warn(tx, owned, &format!("{}.recycle_warning", owned.object), &warnings).await?;
    Ok(Done { told: json!({ "told": told, owned.records: told }), last: last(&found, |soon| soon.id) })
}

fn warnings(today: NaiveDate, found: &[Soon]) -> Result<Vec<Warning>> {
    let mut warnings = Vec::new();
    for soon in found {
        let due = soon.due()?;
        let Some(reminder) = due.reminder(today, soon.remind_days()) else { continue };
        let kind = match reminder {
            Reminder::Window => "recycle_window",
            Reminder::LastDay => "recycle_last_day",
        };
        let payload = json!({
            "owner_id": soon.owner_id, "due_on": due.on, "reason": due.reason, "days_left": due.days_left(today),
            "kind": kind,
        });
        warnings.push(Warning { record: soon.id, kind, about: due.on, payload });
    }
    Ok(warnings)
}
