//! Lists of words.

use guanxi_domain::{
    Code, Error, Permission, Result, access,
    platform::dictionary::{DictionaryDetails, Item, in_use, replace},
};
use guanxi_persistence::{Locked, Tx, platform::dictionaries, write};
use serde_json::Map;

use crate::records::{Editable, Saved, insert, save};

pub use guanxi_persistence::platform::dictionaries::Dictionary;

impl Editable for Dictionary {
    type Details = DictionaryDetails;
    const CREATE: Permission = access::dictionary::UPDATE;
    const UPDATE: Permission = access::dictionary::UPDATE;
    const DELETE: Permission = access::dictionary::UPDATE;

    async fn create(tx: &mut Tx, mut details: DictionaryDetails) -> Result<Saved> {
        replace(&[], &mut details.items, false)?;
        let id = insert::<Self>(tx, &details, Map::new()).await?;
        dictionaries::forget(tx.tenant()).await;
        Ok(Saved::new(id))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, mut details: DictionaryDetails) -> Result<Saved> {
        let old = items(record)?;
        let removed = replace(&old, &mut details.items, is(record, "fixed"))?;
        for code in removed {
            if let Some(resource) = dictionaries::user_of(tx, &details.code, &code).await? {
                return Err(in_use(&code, &resource));
            }
        }
        save(tx, record, &details, Map::new()).await?;
        dictionaries::forget(tx.tenant()).await;
        Ok(Saved::new(record.id))
    }

    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        if is(record, "system") {
            return Err(Error::new(Code::HasDependents).with("system", true));
        }
        let list = record.text("code").unwrap_or_default();
        for item in items(record)? {
            if let Some(resource) = dictionaries::user_of(tx, list, &item.code).await? {
                return Err(in_use(&item.code, &resource));
            }
        }
        write::delete(tx, record).await?;
        dictionaries::forget(tx.tenant()).await;
        Ok(())
    }
}

fn items(record: &Locked<Dictionary>) -> Result<Vec<Item>> {
    let items = record.get("items").cloned().unwrap_or_default();
    serde_json::from_value(items).map_err(Error::unexpected)
}

fn is(record: &Locked<Dictionary>, key: &str) -> bool {
    record.get(key).and_then(serde_json::Value::as_bool).unwrap_or_default()
}
