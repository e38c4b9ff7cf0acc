//! What was said and done, and what follows from it for the lead or customer it is about.

pub mod dates;
pub mod timeline;

use chrono::{DateTime, Utc};
use guanxi_domain::{
    Error, FieldCode, Permission, Result, Scope, UserId,
    access::{contact, customer, lead},
    activities::activity::{self, ActivityDetails, Subject},
    settings::{ACTIVITY_BACKDATE_DAYS, ACTIVITY_EDIT_HOURS},
};
use guanxi_persistence::{
    Locked, Tx,
    activities::activity::{self as store, Activity, Holder},
    customers::{contact as contacts, contact::Contact, customer::Customer},
    leads::Lead,
    read, settings, write,
};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::records::{self, Editable, Saved};

impl Editable for Activity {
    type Details = ActivityDetails;
    const CREATE: Permission = activity::CREATE;
    const UPDATE: Permission = activity::UPDATE;
    const DELETE: Permission = activity::DELETE;

    async fn create(tx: &mut Tx, mut details: ActivityDetails) -> Result<Saved> {
        let at = *details.occurred_at.get_or_insert(tx.now());
        check_times(tx, &details, true).await?;
        let about = about(tx, &details, at).await?;
        let counts = details.counts_as_contact();
        let mut more = about.columns();
        more.insert("counts_as_contact".to_owned(), counts.into());
        let id = records::insert::<Self>(tx, &details, more).await?;
        if counts || details.next_contact_at.is_some() {
            dates::follow(tx, about.lead, about.customer, at).await?;
        }
        Ok(Saved::new(id))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, mut details: ActivityDetails) -> Result<Saved> {
        may_change(tx, record, activity::UPDATE).await?;
        let before: ActivityDetails = crate::body::read(Value::Object(records::details_of(record)))?;
        details.occurred_at = details.occurred_at.or(before.occurred_at);
        if before == details {
            return Ok(Saved::new(record.id));
        }
        check_times(tx, &details, before.next_contact_at != details.next_contact_at).await?;
        let decides =
            |details: &ActivityDetails| (details.counts_as_contact(), details.occurred_at, details.next_contact_at);
        let more = Map::from_iter([("counts_as_contact".to_owned(), details.counts_as_contact().into())]);
        records::save(tx, record, &details, more).await?;
        if decides(&before) != decides(&details) {
            let at = details.occurred_at.max(before.occurred_at).unwrap_or_default();
            dates::follow(tx, record.id_of("lead_id"), record.id_of("customer_id"), at).await?;
        }
        Ok(Saved::new(record.id))
    }

    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        may_change(tx, record, activity::DELETE).await?;
        let details: ActivityDetails = crate::body::read(Value::Object(records::details_of(record)))?;
        write::delete(tx, record).await?;
        if details.counts_as_contact() || details.next_contact_at.is_some() {
            let at = details.occurred_at.unwrap_or_default();
            dates::follow(tx, record.id_of("lead_id"), record.id_of("customer_id"), at).await?;
        }
        Ok(())
    }
}

/// What an activity is about, found and held.
struct About {
    lead: Option<Uuid>,
    customer: Option<Uuid>,
    contact: Option<Uuid>,
}

impl About {
    fn columns(&self) -> Map<String, Value> {
        let columns = json!({"lead_id": self.lead, "customer_id": self.customer, "contact_id": self.contact});
        crate::body::object(&columns).unwrap_or_default()
    }
}

/// Finds the subject, which the caller must see and work on; or have had at the time, if he lost it since.
async fn about(tx: &mut Tx, details: &ActivityDetails, at: DateTime<Utc>) -> Result<About> {
    let id = details.subject_id;
    let unknown = || Error::field("/subject_id", FieldCode::UnknownReference);
    let contact = details.contact_id.map(Uuid::from);
    let (about, held, seen) = match details.subject {
        Subject::Lead => {
            if contact.is_some() {
                return Err(Error::field("/contact_id", FieldCode::Invalid));
            }
            let seen = tx.actor().access.may(lead::READ) && read::exists::<Lead>(tx, lead::READ, id).await?;
            let held = store::lead_holder(tx, id).await?;
            (About { lead: Some(id), customer: None, contact: None }, held, seen)
        }
        Subject::Customer => {
            let seen = sees_customer(tx, id).await?;
            let held = store::customer_holder(tx, id).await?;
            if let Some(contact) = contact
                && contacts::customer_of(tx, contact).await? != Some(id)
            {
                return Err(Error::field("/contact_id", FieldCode::UnknownReference));
            }
            (About { lead: None, customer: Some(id), contact }, held, seen)
        }
        Subject::Contact => {
            if contact.is_some_and(|contact| contact != id) {
                return Err(Error::field("/contact_id", FieldCode::Invalid));
            }
            let customer = contacts::customer_of(tx, id).await?.ok_or_else(unknown)?;
            let seen = tx.actor().access.may(contact::READ)
                && read::exists::<Contact>(tx, contact::READ, id).await?
                && sees_customer(tx, customer).await?;
            let held = store::customer_holder(tx, customer).await?;
            (About { lead: None, customer: Some(customer), contact: Some(id) }, held, seen)
        }
    };
    let held = held.ok_or_else(unknown)?;
    let record = about.lead.or(about.customer).unwrap_or(id);
    let works_on_it = seen && reaches(tx, &held)?;
    if works_on_it || had_it(tx, record, at).await? {
        return Ok(about);
    }
    Err(if seen { Error::forbidden(activity::CREATE.0).with("reason", "not_owned") } else { unknown() })
}

async fn sees_customer(tx: &mut Tx, id: Uuid) -> Result<bool> {
    Ok(tx.actor().access.may(customer::READ) && read::exists::<Customer>(tx, customer::READ, id).await?)
}

fn reaches(tx: &Tx, held: &Holder) -> Result<bool> {
    let scope = tx.actor().access.scope(activity::CREATE)?;
    Ok(scope.covers(held.owner_id, held.owner_department_id))
}

/// Whether the caller owned the record at that time: what is written down later still counts as his.
async fn had_it(tx: &mut Tx, record: Uuid, at: DateTime<Utc>) -> Result<bool> {
    let Some(me) = tx.actor().user else { return Ok(false) };
    Ok(store::owner_at(tx, record, at).await? == Some(me))
}

async fn check_times(tx: &mut Tx, details: &ActivityDetails, next_is_new: bool) -> Result<()> {
    let days = settings::load(tx).await?.get(ACTIVITY_BACKDATE_DAYS);
    let now = tx.now();
    let mut wrong = details.check_times(now, days);
    if next_is_new && details.next_contact_at.is_some_and(|next| next <= now) {
        wrong.push(guanxi_domain::FieldError::new("/next_contact_at", FieldCode::OutOfRange));
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::fields(wrong)) }
}

/// One's own may be changed for a day; later, and those of others, by those above their author.
async fn may_change(tx: &mut Tx, record: &Locked<Activity>, permission: Permission) -> Result<()> {
    let refused = |reason: &str| Error::forbidden(permission.0).with("reason", reason);
    if record.row.get("system").and_then(Value::as_bool).unwrap_or_default() {
        return Err(refused("system"));
    }
    let author = record.id_of("created_by").map(UserId::from);
    let me = tx.actor().user;
    let hours = settings::load(tx).await?.get(ACTIVITY_EDIT_HOURS);
    let written = record.text("created_at").and_then(|text| DateTime::parse_from_rfc3339(text).ok());
    let fresh = written.is_some_and(|at| tx.now() <= at + chrono::Duration::hours(hours.into()));
    let mine = author.is_some() && author == me;
    if mine && fresh {
        return Ok(());
    }
    let department = match author {
        Some(author) => store::department_of(tx, author).await?,
        None => None,
    };
    let above = match tx.actor().access.scope(permission)? {
        Scope::All => true,
        Scope::Reach(reach) if mine => {
            reach.users.len() > 1 || department.is_some_and(|department| reach.departments.contains(&department))
        }
        scope @ Scope::Reach(_) => scope.covers(author, department),
    };
    if above { Ok(()) } else { Err(refused(if mine { "too_late" } else { "not_author" })) }
}
