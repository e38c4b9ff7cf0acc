//! Leads: made, edited, rated, and handed from one to the next (2).

pub mod assignment;
mod bulk;
pub mod convert;
pub mod duplicates;
pub mod nightly;
pub mod pools;
pub mod rules;
pub mod score;
pub mod verbs;

use guanxi_domain::{
    Code, Error, FieldCode, LeadPoolId, Permission, Result, UserId,
    access::lead,
    error::FieldError,
    leads::{
        lead::LeadDetails,
        state::{LeadColumns, LeadState, LeadStatus},
    },
    ownership::HeldObject,
    search::{self, Part},
    settings,
    text::{Phone, name_key},
};
use guanxi_persistence::{
    Locked, Tx,
    leads::{self as store, Lead},
    numbering,
    ownership::{self as held, Handover, LEAD},
    write,
};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::{
    activities::dates,
    body, ownership,
    records::{self, Editable, Saved},
};

impl Editable for Lead {
    type Details = LeadDetails;
    const CREATE: Permission = lead::CREATE;
    const UPDATE: Permission = lead::UPDATE;
    const DELETE: Permission = lead::DELETE;

    fn derived(details: &LeadDetails) -> Map<String, Value> {
        let norm = |phone: &Option<Phone>| phone.as_ref().map(Phone::norm);
        let values = json!({
            "name_key": details.company_name.as_deref().map(name_key).unwrap_or_default(),
            "phone_norm": norm(&details.phone),
            "mobile_norm": norm(&details.mobile),
        });
        object(values)
    }

    async fn create(tx: &mut Tx, mut details: LeadDetails) -> Result<Saved> {
        check(tx, &mut details).await?;
        let owner = match begin(tx, &details).await? {
            Begin::Owner(owner) => Some(ownership::lock_receiver(tx, &LEAD, owner, "/owner_id").await?),
            Begin::Pool => {
                assignment::lock_people(tx, &[]).await?;
                None
            }
        };
        if let Some(owner) = &owner {
            ownership::may_give(tx, lead::ASSIGN, owner)?;
            ownership::admit(tx, &LEAD, owner, &[None]).await?;
        }
        let warnings = duplicates::refuse(tx, None, &details).await?;
        let pools = held::pools(tx, &LEAD).await?;
        let pool = match (details.pool_id, &owner) {
            (Some(pool), _) => {
                held::must_receive(&pools, pool.0, "/pool_id")?;
                pool.0
            }
            (None, owner) => ownership::pool_for(&pools, None, owner.as_ref())?,
        };
        (details.owner_id, details.pool_id) = match &owner {
            Some(owner) => (Some(owner.id), None),
            None => (None, Some(LeadPoolId(pool))),
        };
        let (now, today) = (tx.now(), tx.today());
        let mut more = match &owner {
            Some(owner) => object(json!({
                "status": LeadStatus::Pending, "owner_department_id": owner.department_id, "owned_since": now,
                "owned_on": today, "next_contact_at": ownership::first_contact(tx).await?,
            })),
            None => object(json!({
                "status": LeadStatus::Unassigned, "pooled_at": now, "pooled_on": today, "pooled_by": "creation",
            })),
        };
        more.insert("origin_pool_id".to_owned(), json!(pool));
        more.extend(score::of(tx, &details, &more).await?);
        // The number's counter is locked until the end: it is drawn last.
        let no = numbering::draw(tx, LEAD.object).await?;
        more.extend(words(&details, &no));
        more.insert("no".to_owned(), no.into());
        let id = records::insert::<Self>(tx, &details, more).await?;
        let to = (details.owner_id, details.pool_id.map(|pool| pool.0));
        held::log(tx, &LEAD, id, Handover::Create, (None, None), to, (None, None)).await?;
        if owner.is_none() {
            assignment::share_out(tx, &[id], pool, None).await?;
        }
        Ok(Saved { id, warnings })
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, mut details: LeadDetails) -> Result<Saved> {
        check(tx, &mut details).await?;
        let new = body::object(&details)?;
        let changed: Vec<&String> =
            new.iter().filter(|(key, value)| record.row.get(*key) != Some(*value)).map(|(key, _)| key).collect();
        if changed.is_empty() {
            return Ok(Saved::new(record.id));
        }
        let state = state(record)?;
        if !state.is_editable() && changed.iter().any(|key| key.as_str() != "tags") {
            return Err(Error::invalid_state(state.status().into(), "update", &[]));
        }
        let touches = |keys: &[&str]| changed.iter().any(|key| keys.contains(&key.as_str()));
        let mut warnings = Vec::new();
        if state.is_editable() && touches(&["phone", "mobile", "email", "company_name"]) {
            warnings = if touches(&["phone", "mobile"]) {
                duplicates::refuse(tx, Some(record.id), &details).await?
            } else {
                duplicates::find(tx, Some(record.id), &details).await?.warnings()
            };
        }
        let mut more = words(&details, record.text("no").unwrap_or_default());
        let before = (record.row.get("score").cloned(), record.row.get("grade").cloned());
        let rated = score::of(tx, &details, &record.row).await?;
        let after = (rated.get("score").cloned(), rated.get("grade").cloned());
        more.extend(rated);
        records::save(tx, record, &details, more).await?;
        if touches(&["level"]) {
            dates::reschedule(tx, HeldObject::Lead, record.id).await?;
        }
        if before != after {
            score::tell(tx, record.id, before.1.as_ref(), after.1.as_ref()).await?;
        }
        Ok(Saved { id: record.id, warnings })
    }

    /// An owned lead goes before anybody worked on it; one in a pool by the pool's admins.
    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        let state = state(record)?;
        let pooled = state.columns().pool_id.is_some();
        if !(pooled || state.status() == LeadStatus::Pending) {
            return Err(Error::invalid_state(state.status().into(), "delete", &[]));
        }
        if !pooled && store::lead::has_activities(tx, record.id).await? {
            return Err(Error::new(Code::HasDependents));
        }
        write::delete(tx, record).await
    }
}

/// Whom a new lead belongs to first.
enum Begin {
    Owner(UserId),
    Pool,
}

/// Its creator's, unless he says otherwise or only makes leads for others.
async fn begin(tx: &mut Tx, details: &LeadDetails) -> Result<Begin> {
    let access = tx.actor().access.clone();
    let me = tx.actor().user;
    match (details.owner_id, details.pool_id) {
        (Some(_), Some(_)) => Err(Error::field("/pool_id", FieldCode::Invalid)),
        (None, Some(_)) => Ok(Begin::Pool),
        (Some(owner), None) => {
            access.scope(lead::CLAIM)?;
            Ok(Begin::Owner(owner))
        }
        (None, None) => match me.filter(|_| access.may(lead::CLAIM)) {
            Some(me) => Ok(Begin::Owner(me)),
            None => Ok(Begin::Pool),
        },
    }
}

/// What the type cannot say.
async fn check(tx: &mut Tx, details: &mut LeadDetails) -> Result<()> {
    let mut wrong = Vec::new();
    if details.name().is_none() {
        wrong.push(FieldError::new("/company_name", FieldCode::Required));
    }
    if details.external_id.is_some() != details.external_source.is_some() {
        let missing = if details.external_id.is_some() { "/external_source" } else { "/external_id" };
        wrong.push(FieldError::new(missing, FieldCode::Required));
    }
    if !wrong.is_empty() {
        return Err(Error::fields(wrong));
    }
    let mut seen = std::collections::HashSet::new();
    details.tags.retain(|tag| seen.insert(tag.clone()));
    if details.budget.is_some() && details.currency.is_none() {
        let settings = guanxi_persistence::settings::load(tx).await?;
        details.currency = Some(settings.get(settings::BASE_CURRENCY));
    }
    Ok(())
}

/// What a lead is found by.
fn words(details: &LeadDetails, no: &str) -> Map<String, Value> {
    let text = search::search_text([
        Part::name("company_name", details.company_name.as_deref()),
        Part::name("contact_name", details.contact_name.as_deref()),
        Part::plain("no", no),
        Part::plain("phone", details.phone.as_deref()),
        Part::plain("mobile", details.mobile.as_deref()),
        Part::plain("email", details.email.as_deref()),
        Part::plain("wechat", details.wechat.as_deref()),
    ]);
    object(json!({ "search_text": text }))
}

pub(crate) fn object(value: Value) -> Map<String, Value> {
    if let Value::Object(object) = value { object } else { Map::new() }
}

/// Where a locked lead is on its way.
pub fn state(record: &Locked<Lead>) -> Result<LeadState> {
    let status = record.text("status").and_then(|status| status.parse::<LeadStatus>().ok());
    LeadState::try_from(LeadColumns {
        status: status.ok_or_else(|| Error::unexpected("a lead without a status"))?,
        owner_id: record.id_of("owner_id").map(Into::into),
        pool_id: record.id_of("pool_id").map(Into::into),
        customer_id: record.id_of("customer_id").map(Into::into),
    })
}

/// What every organisation begins with: one pool, everybody's.
pub async fn set_up(tx: &mut Tx) -> Result<()> {
    store::pool::insert_first(tx, Uuid::now_v7()).await
}

/// Lets a lead come back out of the recycle bin: no twin may have taken its place, and its owner must have room for it.
/// If its owner is gone, or its pool, it begins anew in a pool.
pub async fn restore(tx: &mut Tx, record: &Locked<Lead>) -> Result<()> {
    let before = state(record)?;
    let owner = match record.facts.owner {
        Some(owner) => held::lock_receivers(tx, &LEAD, &[owner]).await?.pop().filter(ownership::is_at_work),
        None => None,
    };
    if !before.is_open() {
        return Ok(());
    }
    let details = body::parse(records::details_of(record).into())?;
    duplicates::refuse(tx, Some(record.id), &details).await.map_err(|error| match error {
        Error::Refused(mut refusal) => {
            if refusal.code == Code::DuplicateLead {
                refusal.code = Code::RestoreConflict;
            }
            Error::Refused(refusal)
        }
        error @ (Error::Retry | Error::Unexpected(_)) => error,
    })?;
    if let Some(owner) = &owner {
        return ownership::admit(tx, &LEAD, owner, &[None]).await;
    }
    let pools = held::pools(tx, &LEAD).await?;
    let target = ownership::home(tx, &pools, record).await?;
    if record.facts.pool == Some(target) {
        return Ok(());
    }
    let by = ownership::pooled_by(tx, record.facts.owner);
    held::take(tx, &LEAD, &[(ownership::holder(record), target)], by, Handover::Restore.into()).await
}
