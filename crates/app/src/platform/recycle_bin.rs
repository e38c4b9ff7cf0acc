//! The recycle bin: what is deleted lies there for a while, can come back, and then goes.

use guanxi_domain::{Code, Error, Result, access, settings::RECYCLE_BIN_DAYS, time};
use guanxi_persistence::{Table, Tx, platform::recycle_bin, read, settings, tables};
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// How many records of one kind go in one night at most.
const MOST: i64 = 5_000;

/// The table whose deleted records are meant, where the actor may see into it.
pub fn table(tx: &Tx, resource: &str) -> Result<&'static Table> {
    let known = recycle_bin::tables_of(tx.actor()).into_iter().find(|table| table.path() == resource);
    known.ok_or_else(|| Error::not_found("resource"))
}

/// Brings a record back.
pub async fn restore(tx: &mut Tx, resource: &str, id: Uuid) -> Result<()> {
    let table = table(tx, resource)?;
    if table.name == "leads" {
        let lead = read::lock_deleted(tx, access::recycle_bin::RESTORE, id).await?;
        crate::leads::restore(tx, &lead).await?;
    }
    recycle_bin::restore(tx, table, id).await?;
    match table.name {
        "customers" => crate::customers::customer::restored(tx, id).await?,
        "contacts" => crate::customers::contact::restored(tx, id).await?,
        "opportunities" => crate::opportunities::opportunity::restored(tx, id).await?,
        _ => {}
    }
    forget(tx, table).await;
    tx.emit(&format!("{}.restored", table.noun), table.name, id, json!({})).await
}

/// Takes a record away for good.
pub async fn purge(tx: &mut Tx, resource: &str, id: Uuid) -> Result<()> {
    let table = table(tx, resource)?;
    recycle_bin::purge(tx, table, id).await?;
    tx.emit(&format!("{}.purged", table.noun), table.name, id, json!({})).await
}

/// What came back counts at once.
async fn forget(tx: &Tx, table: &Table) {
    if table.name == "dictionaries" {
        guanxi_persistence::platform::dictionaries::forget(tx.tenant()).await;
    }
}

/// The night's purge: what has lain in the bin for its days. A record that others still refer to stays until they go.
pub async fn purge_expired(tx: &mut Tx, dry_run: bool) -> Result<Value> {
    tx.actor().access.scope(access::recycle_bin::PURGE)?;
    let settings = settings::load(tx).await?;
    let before = time::minus(tx.today(), settings.get(RECYCLE_BIN_DAYS));
    let (mut purged, mut kept) = (Map::new(), Map::new());
    // What refers to others was added behind them.
    for table in tables::all().into_iter().rev() {
        let (mut gone, mut held) = (0, 0);
        for id in recycle_bin::expired(tx, table, before, MOST).await? {
            tx.mark().await?;
            match recycle_bin::purge(tx, table, id).await {
                Ok(()) => gone += 1,
                Err(Error::Refused(refusal)) if matches!(refusal.code, Code::HasDependents | Code::NotFound) => {
                    tx.undo().await?;
                    held += 1;
                }
                Err(error) => return Err(error),
            }
        }
        for (counts, count) in [(&mut purged, gone), (&mut kept, held)] {
            if count > 0 {
                counts.insert(table.path(), count.into());
            }
        }
    }
    Ok(json!({ "dry_run": dry_run, "before": before, "purged": purged, "kept": kept }))
}
