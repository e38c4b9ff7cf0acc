//! The pools of the public sea: one is the default, the last one in use stays.

use guanxi_domain::{
    Error, Permission, Result,
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
    ownership::{self as held, CUSTOMER},
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
        ownership::switch::<Self>(tx, &CUSTOMER, None, details.enabled, details.is_default).await?;
        Ok(Saved::new(records::insert::<Self>(tx, &details, Map::new()).await?))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, mut details: CustomerPoolDetails) -> Result<Saved> {
        check(tx, &mut details).await?;
        ownership::switch(tx, &CUSTOMER, Some(record), details.enabled, details.is_default).await?;
        let before: CustomerPoolDetails = records::details(record)?;
        let rules_changed = before.recycle_rules != details.recycle_rules;
        let more = if rules_changed { ownership::recycled_later(tx).await? } else { Map::new() };
        records::save(tx, record, &details, more).await?;
        Ok(Saved::new(record.id))
    }

    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        ownership::may_go(tx, &CUSTOMER, record.id).await?;
        let pools = held::pools(tx, &CUSTOMER).await?;
        if let Some(default) = pools.iter().find(|pool| pool.choice.is_default) {
            store::forget_origin(tx, record.id, default.choice.id).await?;
        }
        write::delete(tx, record).await
    }
}

/// What the type cannot say, and what the settings say where nothing is said.
async fn check(tx: &mut Tx, details: &mut CustomerPoolDetails) -> Result<()> {
    let mut wrong = details.wrong_rules();
    let masked = details.masked_fields.iter().map(|key| key.as_str());
    wrong.extend(ownership::uncoverable(tx, &[Customer::TABLE, Contact::TABLE], masked).await?);
    if !wrong.is_empty() {
        return Err(Error::fields(wrong));
    }
    if details.recycle_rules.is_none() {
        details.recycle_rules = Some(pool::usual_rules(&settings::load(tx).await?));
    }
    Ok(())
}
