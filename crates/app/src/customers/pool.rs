//! The pools of the public sea: one is the default, the last one in use stays.

use guanxi_domain::{
    Code, Error, FieldCode, Permission, Result,
    customers::pool::{self, CustomerPoolDetails},
    settings as keys,
};
use guanxi_persistence::{
    Locked, Record, Tx,
    customers::{
        contact::Contact,
        customer::Customer,
        pool::{self as store, CustomerPool},
    },
    settings, write,
};
use serde_json::{Map, Value, json};

use crate::{
    body, ownership,
    records::{self, Editable, Saved},
};

/// What the pool of a new organisation is called.
const FIRST: &str = "公海";

/// Gives a new organisation its default pool.
pub async fn set_up(tx: &mut Tx) -> Result<()> {
    let rules = pool::usual_rules(&settings::load(tx).await?);
    store::set_up(tx, FIRST, json!(rules)).await?;
    Ok(())
}

impl Editable for CustomerPool {
    type Details = CustomerPoolDetails;
    const CREATE: Permission = pool::CREATE;
    const UPDATE: Permission = pool::UPDATE;
    const DELETE: Permission = pool::DELETE;

    async fn begins_with(tx: &mut Tx) -> Result<Map<String, Value>> {
        let settings = settings::load(tx).await?;
        body::object(&json!({
            "daily_limit": settings.get(keys::CUSTOMER_DAILY_LIMIT),
            "prev_owner_freeze_days": settings.get(keys::CUSTOMER_FREEZE_DAYS),
            "new_data_wait_days": settings.get(keys::CUSTOMER_WAIT_DAYS),
            "remind_days": settings.get(keys::CUSTOMER_REMIND_DAYS),
        }))
    }

    async fn create(tx: &mut Tx, mut details: CustomerPoolDetails) -> Result<Saved> {
        check(tx, &mut details).await?;
        if details.is_default {
            refuse_disabled_default(&details)?;
            store::clear_default(tx).await?;
        }
        let id = records::insert::<Self>(tx, &details, Map::new()).await?;
        Ok(Saved::new(id))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, mut details: CustomerPoolDetails) -> Result<Saved> {
        check(tx, &mut details).await?;
        let before: CustomerPoolDetails = records::details(record)?;
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
        let mut more = Map::new();
        if before.recycle_rules != details.recycle_rules
            && let Some(date) = ownership::not_before(tx).await?
        {
            more.insert("recycle_not_before".to_owned(), json!(date));
        }
        records::save(tx, record, &details, more).await?;
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

/// What the type cannot say, and what the settings say where nothing is said.
async fn check(tx: &mut Tx, details: &mut CustomerPoolDetails) -> Result<()> {
    let mut wrong = details.wrong_rules();
    wrong.extend(ownership::uncoverable(
        &[Customer::TABLE, Contact::TABLE],
        details.masked_fields.iter().map(|key| key.as_str()),
    ));
    if !wrong.is_empty() {
        return Err(Error::fields(wrong));
    }
    if details.recycle_rules.is_none() {
        details.recycle_rules = Some(pool::usual_rules(&settings::load(tx).await?));
    }
    Ok(())
}

fn is(record: &Locked<CustomerPool>, key: &str) -> bool {
    record.row.get(key).and_then(Value::as_bool).unwrap_or_default()
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
