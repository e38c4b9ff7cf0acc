//! Pools of leads: exactly one is the default, and none goes while something lies in it (2.2).

use guanxi_domain::{Error, Permission, Result, access::lead_pool, leads::pool::LeadPoolDetails, settings};
use guanxi_persistence::{
    Locked, Record, Tx,
    leads::{Lead, LeadPool},
    ownership::LEAD,
    write,
};
use serde_json::{Map, Value, json};

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
        check(tx, &details).await?;
        ownership::switch::<Self>(tx, &LEAD, None, details.enabled, details.is_default).await?;
        Ok(Saved::new(records::insert::<Self>(tx, &details, Map::new()).await?))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, details: LeadPoolDetails) -> Result<Saved> {
        check(tx, &details).await?;
        ownership::switch(tx, &LEAD, Some(record), details.enabled, details.is_default).await?;
        let before: LeadPoolDetails = records::details(record)?;
        let rule_changed = before.recycle_rule() != details.recycle_rule()
            || before.exempt_levels != details.exempt_levels
            || before.exempt_tags != details.exempt_tags
            || before.exempt_role_ids != details.exempt_role_ids;
        let more = if rule_changed { ownership::recycled_later(tx).await? } else { Map::new() };
        records::save(tx, record, &details, more).await?;
        Ok(Saved::new(record.id))
    }

    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        ownership::may_go(tx, &LEAD, record.id).await?;
        write::delete(tx, record).await
    }
}

/// What the type cannot say.
async fn check(tx: &mut Tx, details: &LeadPoolDetails) -> Result<()> {
    let masked = details.masked_fields.iter().map(|key| key.as_str());
    let wrong = ownership::uncoverable(tx, &[Lead::TABLE], masked).await?;
    if wrong.is_empty() { Ok(()) } else { Err(Error::fields(wrong)) }
}
