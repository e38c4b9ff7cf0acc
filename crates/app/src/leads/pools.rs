//! Pools of leads: exactly one is the default, and none goes while something lies in it (2.2).

use guanxi_domain::{
    Code, Error, FieldCode, Permission, Result, access::lead_pool, error::FieldError, leads::pool::LeadPoolDetails,
    settings,
};
use guanxi_persistence::{
    Locked, Record, Tx,
    leads::{Lead, LeadPool, pool as store},
    ownership::{self as held, LEAD},
    write,
};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::{
    body, ownership,
    records::{self, Editable, Saved},
};

impl Editable for LeadPool {
    type Details = LeadPoolDetails;
    const CREATE: Permission = lead_pool::CREATE;
    const UPDATE: Permission = lead_pool::UPDATE;
    const DELETE: Permission = lead_pool::DELETE;

    async fn begins_with(tx: &mut Tx) -> Result<Map<String, Value>> {
        let settings = guanxi_persistence::settings::load(tx).await?;
        body::object(&json!({
            "daily_limit": settings.get(settings::LEAD_DAILY_LIMIT),
            "prev_owner_freeze_days": settings.get(settings::LEAD_FREEZE_DAYS),
            "new_data_wait_days": settings.get(settings::LEAD_WAIT_DAYS),
            "no_followup_days": settings.get(settings::LEAD_NO_FOLLOWUP_DAYS),
            "not_converted_days": settings.get(settings::LEAD_NOT_CONVERTED_DAYS),
            "recycle_mode": settings.get(settings::LEAD_RECYCLE_MODE),
            "remind_days": settings.get(settings::LEAD_REMIND_DAYS),
        }))
    }

    async fn create(tx: &mut Tx, details: LeadPoolDetails) -> Result<Saved> {
        check(&details)?;
        if details.is_default {
            store::no_default(tx).await?;
        }
        Ok(Saved::new(records::insert::<Self>(tx, &details, Map::new()).await?))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, details: LeadPoolDetails) -> Result<Saved> {
        check(&details)?;
        let before: LeadPoolDetails =
            serde_json::from_value(records::details_of(record).into()).map_err(Error::unexpected)?;
        if before.is_default && !details.is_default {
            // Another pool becomes the default instead.
            return Err(Error::field("/is_default", FieldCode::Invalid));
        }
        if before.enabled && !details.enabled {
            must_be_empty(tx, record.id).await?;
            must_not_be_last(tx, record.id).await?;
        }
        if details.is_default && !before.is_default {
            store::no_default(tx).await?;
        }
        let rule_changed = before.recycle_rule() != details.recycle_rule()
            || before.exempt_levels != details.exempt_levels
            || before.exempt_tags != details.exempt_tags
            || before.exempt_role_ids != details.exempt_role_ids;
        records::save(tx, record, &details, Map::new()).await?;
        if rule_changed && let Some(date) = ownership::not_before(tx).await? {
            store::recycle_not_before(tx, record.id, date).await?;
        }
        Ok(Saved::new(record.id))
    }

    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        must_be_empty(tx, record.id).await?;
        must_not_be_last(tx, record.id).await?;
        write::delete(tx, record).await
    }
}

async fn must_be_empty(tx: &mut Tx, pool: Uuid) -> Result<()> {
    if store::has_leads(tx, pool).await? { Err(Error::new(Code::PoolNotEmpty)) } else { Ok(()) }
}

/// The default pool receives what no other does, so it cannot go; nor can the last one that is on.
async fn must_not_be_last(tx: &mut Tx, pool: Uuid) -> Result<()> {
    let pools = held::pools(tx, &LEAD).await?;
    let stays = pools.iter().any(|other| other.choice.id != pool && other.choice.enabled);
    let is_default = pools.iter().any(|other| other.choice.id == pool && other.choice.is_default);
    if stays && !is_default { Ok(()) } else { Err(Error::new(Code::LastPool).with("is_default", is_default)) }
}

/// What the type cannot say.
fn check(details: &LeadPoolDetails) -> Result<()> {
    let mut wrong = Vec::new();
    if details.is_default && !details.enabled {
        wrong.push(FieldError::new("/enabled", FieldCode::Invalid));
    }
    wrong.extend(ownership::uncoverable(&[Lead::TABLE], details.masked_fields.iter().map(|key| key.as_str())));
    if wrong.is_empty() { Ok(()) } else { Err(Error::fields(wrong)) }
}
