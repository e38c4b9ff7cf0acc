//! What is done to customers.

mod bulk;

use guanxi_domain::{
    Code, DepartmentId, Error, FieldCode, LeadId, Permission, Result, UserId,
    customers::customer::{self, CustomerDetails, Identity},
    duplicates::MatchedOn,
    ownership::HeldObject,
    settings::{self, UsccCheck},
};
use guanxi_persistence::{
    Locked, Record, Tx,
    customers::{
        customer::{self as store, Customer},
        duplicates::lock_name,
    },
    numbering,
    ownership::{self as kernel, CUSTOMER, Handover},
    read, settings as stored,
    table::CUSTOM,
    write,
};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::duplicates;
use crate::{
    activities::dates,
    added, ownership,
    records::{self, Editable, Saved},
};

/// The deepest tree of customers.
pub(super) const DEEPEST: i32 = 10;

impl Editable for Customer {
    type Details = CustomerDetails;
    const CREATE: Permission = customer::CREATE;
    const UPDATE: Permission = customer::UPDATE;
    const DELETE: Permission = customer::DELETE;

    async fn create(tx: &mut Tx, details: CustomerDetails) -> Result<Saved> {
        insert(tx, details, None).await
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, details: CustomerDetails) -> Result<Saved> {
        if let Some(into) = record.text("merged_into") {
            return Err(Error::new(Code::CustomerMerged).with("merged_into", into));
        }
        let before: CustomerDetails = crate::body::read(Value::Object(records::details_of(record)))?;
        let mut saved = Saved::new(record.id);
        if before == details {
            return Ok(saved);
        }
        let mut details = details;
        if before.uscc != details.uscc {
            saved.warnings.extend(check_uscc(tx, &details).await?);
        }
        if before.parent_id != details.parent_id {
            check_parent(tx, Some(record.id), &details).await?;
        }
        let (old, new) = (before.identity(), details.identity());
        if old != new {
            let given = details.duplicate_reason != before.duplicate_reason;
            let found = check_duplicates(tx, &details, &new, Some((record.id, &old)), given).await?;
            saved.warnings.extend(found.warnings);
            match found.overridden {
                Some(told) => tx.emit("customer.duplicate_overridden", "customers", record.id, told).await?,
                None => details.duplicate_reason = before.duplicate_reason.clone(),
            }
        } else {
            details.duplicate_reason = before.duplicate_reason.clone();
        }
        let more = derived(&details, &new, record.text("no").unwrap_or_default());
        records::save(tx, record, &details, more).await?;
        if (&before.level, &before.relationship) != (&details.level, &details.relationship) {
            dates::reschedule(tx, HeldObject::Customer, record.id).await?;
        }
        if before.level != details.level {
            let level = json!({"from": before.level, "to": details.level});
            tx.emit("customer.level_changed", "customers", record.id, level).await?;
        }
        Ok(saved)
    }

    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        let dependents = store::dependents(tx, record.id).await?;
        if !dependents.is_empty() {
            let counts: Map<String, Value> = dependents.into_iter().map(|(kind, count)| (kind, count.into())).collect();
            return Err(Error::new(Code::HasDependents).with("counts", counts));
        }
        store::bury_contacts(tx, record.id).await?;
        write::delete(tx, record).await
    }
}

/// Creates a customer, for a lead's conversion as for a request: caps, duplicates, number and log are the same. The
/// caller's permission was checked by his verb.
pub async fn create(tx: &mut Tx, details: CustomerDetails, lead: Option<LeadId>) -> Result<Saved> {
    let saved = insert(tx, details, lead).await?;
    tx.emit("customer.created", "customers", saved.id, json!({"lead_id": lead})).await?;
    Ok(saved)
}

async fn insert(tx: &mut Tx, mut details: CustomerDetails, lead: Option<LeadId>) -> Result<Saved> {
    let mut warnings: Vec<Value> = check_uscc(tx, &details).await?.into_iter().collect();
    if details.parent_id.is_some() {
        check_parent(tx, None, &details).await?;
    }
    let place = place(tx, &details).await?;
    let identity = details.identity();
    let found = check_duplicates(tx, &details, &identity, None, details.duplicate_reason.is_some()).await?;
    warnings.extend(found.warnings);
    if found.overridden.is_none() {
        details.duplicate_reason = None;
    }
    let no = numbering::draw(tx, "customer").await?;
    let mut more = derived(&details, &identity, &no);
    more.insert("no".to_owned(), no.into());
    more.insert("lead_id".to_owned(), json!(lead));
    more.extend(place.columns(tx).await?);
    let id = records::insert::<Customer>(tx, &details, more).await?;
    let kind = if lead.is_some() { Handover::Convert } else { Handover::Create };
    kernel::log(tx, &CUSTOMER, id, kind, (None, None), place.log(), (None, None)).await?;
    if let Some(told) = found.overridden {
        tx.emit("customer.duplicate_overridden", "customers", id, told).await?;
    }
    Ok(Saved { id, warnings })
}

/// Who gets a new customer.
#[derive(Clone)]
enum Place {
    Owner { id: UserId, department: DepartmentId, origin: Uuid },
    Pool(Uuid),
}

impl Place {
    async fn columns(&self, tx: &mut Tx) -> Result<Map<String, Value>> {
        let (now, today) = (json!(tx.now()), json!(tx.today()));
        crate::body::object(&match self {
            Self::Owner { id, department, origin } => json!({
                "status": "owned", "owner_id": id, "owner_department_id": department, "owned_since": now,
                "owned_on": today, "pool_id": null, "origin_pool_id": origin,
                "next_contact_at": ownership::first_contact(tx).await?,
            }),
            Self::Pool(pool) => json!({
                "status": "pooled", "owner_id": null, "pool_id": pool, "pooled_at": now, "pooled_on": today,
                "pooled_by": "creation", "origin_pool_id": pool,
            }),
        })
    }

    fn log(&self) -> (Option<UserId>, Option<Uuid>) {
        match self {
            Self::Owner { id, .. } => (Some(*id), None),
            Self::Pool(pool) => (None, Some(*pool)),
        }
    }
}

/// The owner that is named, else the pool that is named, else whoever creates it. Others than oneself are given
/// customers by those who may assign. The product itself creates into the default pool.
async fn place(tx: &mut Tx, details: &CustomerDetails) -> Result<Place> {
    if details.owner_id.is_some() && details.pool_id.is_some() {
        return Err(Error::field("/pool_id", FieldCode::Invalid));
    }
    let pools = kernel::pools(tx, &CUSTOMER).await?;
    if let Some(pool) = details.pool_id.map(Uuid::from) {
        kernel::must_receive(&pools, pool, "/pool_id")?;
        return Ok(Place::Pool(pool));
    }
    let Some(owner) = details.owner_id.or(tx.actor().user) else {
        return Ok(Place::Pool(ownership::pool_for(&pools, None, None)?));
    };
    let receiver = ownership::lock_receiver(tx, &CUSTOMER, owner, "/owner_id").await?;
    let origin = ownership::pool_for(&pools, None, Some(&receiver))?;
    ownership::may_give(tx, customer::ASSIGN, &receiver)?;
    ownership::admit(tx, &CUSTOMER, &receiver, &[None]).await?;
    Ok(Place::Owner { id: owner, department: receiver.department_id, origin })
}

/// Fills those fields of a customer that are empty, and no others: what a lead brings overwrites nothing.
pub async fn fill_empty(tx: &mut Tx, id: Uuid, mut values: Map<String, Value>) -> Result<()> {
    let record = read::lock::<Customer>(tx, customer::UPDATE, id).await?;
    let empty = |value: Option<&Value>| match value {
        None | Some(Value::Null) => true,
        Some(Value::Array(items)) => items.is_empty(),
        Some(Value::Object(fields)) => fields.is_empty(),
        Some(_) => false,
    };
    let table = tx.table(Customer::TABLE).await?;
    let held = |key: &str| table.column(key).map_or_else(|| record.row.get(key), |column| column.held(&record.row));
    values.retain(|key, value| !value.is_null() && empty(held(key)));
    if values.is_empty() {
        return Ok(());
    }
    let mut details = records::details_of(&record);
    details.extend(values);
    let wrong = added::gather(table, &mut details, record.row.get(CUSTOM));
    let details = records::with(crate::body::read(Value::Object(details)), wrong)?;
    Customer::update(tx, &record, details).await?;
    tx.emit("customer.updated", "customers", id, json!({})).await
}

/// Gives the contacts of a customer its owner and pool: called wherever these change, and nowhere else are they set.
pub async fn follow_owner(tx: &mut Tx, id: Uuid) -> Result<()> {
    store::follow_owner(tx, id).await?;
    Ok(())
}

/// A customer came out of the recycle bin: its contacts follow it, and the cap and the rules against duplicates count
/// as for a new one.
pub async fn restored(tx: &mut Tx, id: Uuid) -> Result<()> {
    store::leave_lost_pool(tx, id).await?;
    let record = read::lock_known::<Customer>(tx, &[id]).await?.pop().ok_or_else(|| Error::not_found("customer"))?;
    if let Some(owner) = record.facts.owner {
        let receiver = kernel::lock_receivers(tx, &CUSTOMER, &[owner]).await?.pop();
        let settings = stored::load(tx).await?;
        if let Some(receiver) = receiver {
            let quota = ownership::quota(tx, &CUSTOMER, &receiver, &settings).await?;
            if quota.limit.is_some_and(|limit| quota.used > limit) {
                return Err(Error::new(Code::HoldCapExceeded).with("remaining", 0).with("scope", "owner"));
            }
        }
    }
    let details: CustomerDetails = crate::body::read(Value::Object(records::details_of(&record)))?;
    let identity = details.identity();
    lock_names(tx, &identity).await?;
    let (candidates, blocking) = duplicates::matches(tx, &identity, None, Some(id)).await?;
    if let Some(matched_on) = blocking.filter(|_| details.duplicate_reason.is_none()) {
        let word: &str = matched_on.into();
        let candidates = serde_json::to_value(candidates).map_err(Error::unexpected)?;
        return Err(Error::new(Code::RestoreConflict).with("matched_on", word).with("candidates", candidates));
    }
    follow_owner(tx, id).await
}

/// Keys to compare by and words to search by.
fn derived(details: &CustomerDetails, identity: &Identity, no: &str) -> Map<String, Value> {
    let mut derived = Map::new();
    derived.insert("name_key".to_owned(), identity.name_key.clone().into());
    derived.insert("match_keys".to_owned(), [identity.match_keys(), identity.alike_keys()].concat().into());
    derived.insert("search_text".to_owned(), details.search_text(no).into());
    derived
}

/// A code with a wrong check character is refused, or warned of, as the organisation wants.
async fn check_uscc(tx: &mut Tx, details: &CustomerDetails) -> Result<Option<Value>> {
    let Some(code) = details.uscc.as_ref().filter(|code| !code.is_sound()) else { return Ok(None) };
    match stored::load(tx).await?.get(settings::USCC_CHECK) {
        UsccCheck::Warn => Ok(Some(json!({"code": "USCC_CHECKSUM", "field": "uscc", "value": code.as_str()}))),
        UsccCheck::Error => {
            let mut error = Error::field("/uscc", FieldCode::UsccChecksum);
            if let Error::Refused(refusal) = &mut error {
                refusal.code = Code::UsccChecksum;
            }
            Err(error)
        }
    }
}

/// A tree without circles, at most [`DEEPEST`] levels deep, of customers that the caller sees.
async fn check_parent(tx: &mut Tx, id: Option<Uuid>, details: &CustomerDetails) -> Result<()> {
    let Some(parent) = details.parent_id.map(Uuid::from) else { return Ok(()) };
    if !read::exists::<Customer>(tx, customer::READ, parent).await? {
        return Err(Error::field("/parent_id", FieldCode::UnknownReference));
    }
    store::lock_hierarchy(tx).await?;
    let above = store::ancestors(tx, parent, DEEPEST).await?;
    if id.is_some_and(|id| above.contains(&id)) {
        return Err(Error::new(Code::HierarchyCycle).with("field", "parent_id"));
    }
    let below = match id {
        Some(id) => store::depth_below(tx, id, DEEPEST).await?,
        None => 0,
    };
    let levels = i32::try_from(above.len()).unwrap_or(DEEPEST) + 1 + below;
    if levels > DEEPEST {
        let mut error = Error::field("/parent_id", FieldCode::TooDeep).with("max", DEEPEST);
        if let Error::Refused(refusal) = &mut error {
            refusal.code = Code::HierarchyCycle;
        }
        return Err(error);
    }
    Ok(())
}

struct Found {
    warnings: Vec<Value>,
    /// What is told of a customer that is written though it is known already.
    overridden: Option<Value>,
}

/// Looks for duplicates while nobody else can write one, and refuses unless the caller may and does say why not.
async fn check_duplicates(
    tx: &mut Tx,
    details: &CustomerDetails,
    identity: &Identity,
    before: Option<(Uuid, &Identity)>,
    reason_given: bool,
) -> Result<Found> {
    lock_names(tx, identity).await?;
    let (id, old) = before.unzip();
    let (candidates, blocking) = duplicates::matches(tx, identity, old, id).await?;
    let Some(matched_on) = blocking else {
        return Ok(Found { warnings: duplicates::warnings(&candidates), overridden: None });
    };
    // One code, one customer: that is not for anybody to override.
    let reason = details.duplicate_reason.as_ref().filter(|_| reason_given && matched_on != MatchedOn::Uscc);
    let Some(reason) = reason else { return Err(duplicates::refused(&candidates, matched_on)) };
    tx.actor().access.scope(customer::CREATE_DUPLICATE)?;
    let word: &str = matched_on.into();
    let known: Vec<Option<Uuid>> = candidates.iter().filter(|known| known.blocking).map(|known| known.id).collect();
    let told = json!({"name": details.name, "matched_on": word, "reason": reason, "duplicates": known});
    Ok(Found { warnings: duplicates::warnings(&candidates), overridden: Some(told) })
}

/// One lock for the name, and one for each number of a person, always in the same order.
async fn lock_names(tx: &mut Tx, identity: &Identity) -> Result<()> {
    let mut keys = vec![identity.name_key.clone()];
    if identity.is_person {
        keys.extend(identity.phones.iter().cloned());
    }
    keys.sort_unstable();
    keys.dedup();
    for key in keys.iter().filter(|key| !key.is_empty()) {
        lock_name(tx, key).await?;
    }
    Ok(())
}
