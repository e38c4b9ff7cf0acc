//! The pools of the public sea: one is the default, the last one in use stays.

use guanxi_domain::{
    Code, Error, FieldCode, Permission, Result,
    customers::pool::{self, CustomerPoolDetails},
};
use guanxi_persistence::{
    Locked, Tx,
    customers::pool::{self as store, CustomerPool},
    write,
};
use serde_json::Map;

use crate::records::{self, Editable, Saved};

/// What the pool of a new organisation is called.
const FIRST: &str = "公海";

/// Gives a new organisation its default pool.
pub async fn set_up(tx: &mut Tx) -> Result<()> {
    store::set_up(tx, FIRST).await?;
    Ok(())
}

impl Editable for CustomerPool {
    type Details = CustomerPoolDetails;
    const CREATE: Permission = pool::CREATE;
    const UPDATE: Permission = pool::UPDATE;
    const DELETE: Permission = pool::DELETE;

    async fn create(tx: &mut Tx, details: CustomerPoolDetails) -> Result<Saved> {
        if details.is_default {
            refuse_disabled_default(&details)?;
            store::clear_default(tx).await?;
        }
        let id = records::insert::<Self>(tx, &details, Map::new()).await?;
        Ok(Saved::new(id))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, details: CustomerPoolDetails) -> Result<Saved> {
        let was_default = is(record, "is_default");
        if was_default && !details.is_default {
            // Another pool is made the default instead: there is always one.
            return Err(Error::field("/is_default", FieldCode::Invalid));
        }
        if details.is_default {
            refuse_disabled_default(&details)?;
        }
        if is(record, "enabled") && !details.enabled {
            must_be_dispensable(tx, record).await?;
        }
        if details.is_default && !was_default {
            store::clear_default(tx).await?;
        }
        records::save(tx, record, &details, Map::new()).await?;
        Ok(Saved::new(record.id))
    }

    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        must_be_dispensable(tx, record).await?;
        if is(record, "is_default") {
            return Err(Error::new(Code::LastPool));
        }
        let default = store::default_pool(tx).await?.ok_or_else(|| Error::new(Code::LastPool))?;
        store::forget_origin(tx, record.id, default).await?;
        write::delete(tx, record).await
    }
}

fn is(record: &Locked<CustomerPool>, key: &str) -> bool {
    record.row.get(key).and_then(serde_json::Value::as_bool).unwrap_or_default()
}

fn refuse_disabled_default(details: &CustomerPoolDetails) -> Result<()> {
    if details.enabled { Ok(()) } else { Err(Error::field("/enabled", FieldCode::Invalid)) }
}

/// A pool that goes or is switched off must be empty, and not the last one.
async fn must_be_dispensable(tx: &mut Tx, record: &Locked<CustomerPool>) -> Result<()> {
    let held = store::held(tx, record.id).await?;
    if held > 0 {
        return Err(Error::new(Code::PoolNotEmpty).with("customers", held));
    }
    if store::others_enabled(tx, record.id).await? == 0 {
        return Err(Error::new(Code::LastPool));
    }
    Ok(())
}
