//! Pools of leads: exactly one is the default, and none goes while something lies in it (2.2).

use guanxi_domain::{
    Code, Error, FieldCode, Permission, Result, access::lead_pool, error::FieldError, fields::Kind,
    leads::pool::LeadPoolDetails, settings, time,
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
    ownership,
    records::{self, Editable, Saved},
};

impl Editable for LeadPool {
    type Details = LeadPoolDetails;
    const CREATE: Permission = lead_pool::CREATE;
    const UPDATE: Permission = lead_pool::UPDATE;
    const DELETE: Permission = lead_pool::DELETE;

    async fn create(tx: &mut Tx, details: LeadPoolDetails) -> Result<Saved> {
        check(&details)?;
        if details.is_default {
            store::no_default(tx).await?;
        }
        tx.rights_change();
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
        tx.rights_change();
        let rule_changed = before.recycle_rule() != details.recycle_rule()
            || before.exempt_levels != details.exempt_levels
            || before.exempt_tags != details.exempt_tags
            || before.exempt_role_ids != details.exempt_role_ids;
        records::save(tx, record, &details, Map::new()).await?;
        if rule_changed {
            let settings = guanxi_persistence::settings::load(tx).await?;
            let grace = settings.get(settings::RECYCLE_GRACE_DAYS);
            if grace > 0 {
                // What is due goes back the day after.
                let date = time::plus(tx.today(), grace - 1);
                store::recycle_not_before(tx, record.id, date).await?;
            }
        }
        Ok(Saved::new(record.id))
    }

    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        must_be_empty(tx, record.id).await?;
        must_not_be_last(tx, record.id).await?;
        tx.rights_change();
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
    for (index, key) in details.masked_fields.iter().enumerate() {
        let column = Lead::TABLE.columns.iter().find(|column| column.key == key.as_str() && column.sql.is_none());
        let coverable = column.is_some_and(|column| column.kind.is_text() && !matches!(column.kind, Kind::Choice(_)));
        if !coverable {
            wrong.push(FieldError::new(format!("/masked_fields/{index}"), FieldCode::NotOneOf));
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::fields(wrong)) }
}

/// What somebody may still take out of the pools he sits at, and hold of everything.
pub async fn quotas(tx: &mut Tx, object: Option<&str>) -> Result<Vec<Value>> {
    let me = tx.actor().person()?;
    let settings = guanxi_persistence::settings::load(tx).await?;
    let today = tx.today();
    let mut lines = Vec::new();
    for owned in held::all().into_iter().filter(|owned| object.is_none_or(|object| object == owned.object)) {
        let receiver = held::find_receiver(tx, owned, me).await?.ok_or_else(|| Error::not_found("user"))?;
        let cap = ownership::quota(tx, owned, &receiver, &settings).await?;
        let seats = tx.actor().access.seats.clone();
        let claims = tx.actor().access.grants.contains_key(format!("{}:claim", owned.object).as_str());
        for pool in held::pool_limits(tx, owned).await? {
            let Some(seat) = seats.iter().find(|seat| seat.pool == pool.id) else { continue };
            let used = held::claims_on(tx, me, pool.id, today).await?;
            let limit = pool.daily_limit.filter(|_| !seat.admin).and_then(|limit| u32::try_from(limit).ok());
            let daily = guanxi_domain::ownership::Quota { limit, used };
            lines.push(json!({
                "object": owned.object,
                "pool_id": pool.id,
                "pool_name": pool.name,
                "is_admin": seat.admin,
                "may_claim": claims && (seat.admin || (seat.visible && seat.members_claim)),
                "daily_limit": daily.limit,
                "claimed_today": daily.used,
                "daily_remaining": daily.remaining(),
                "cap": cap.limit,
                "held": cap.used,
                "cap_remaining": cap.remaining(),
            }));
        }
    }
    Ok(lines)
}
