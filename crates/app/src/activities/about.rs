//! What a plan, a visit, a call is about, and who does it.

use guanxi_domain::{
    DepartmentId, Error, FieldCode, Permission, Result, UserId,
    access::{contact, customer, lead, opportunity},
    activities::activity::Subject,
};
use guanxi_persistence::{
    Locked, Tx,
    activities::about::{self as store, Holder},
    customers::{contact as contacts, contact::Contact, customer::Customer},
    leads::Lead,
    opportunities::opportunity::Opportunity,
    read,
};
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// A lead, or a customer and perhaps one of its contacts or one of its opportunities.
#[derive(Debug, Clone, Copy, Default)]
pub struct About {
    pub lead: Option<Uuid>,
    pub customer: Option<Uuid>,
    pub contact: Option<Uuid>,
    pub opportunity: Option<Uuid>,
}

impl About {
    pub fn columns(&self) -> Map<String, Value> {
        let columns = json!({
            "lead_id": self.lead, "customer_id": self.customer, "contact_id": self.contact,
            "opportunity_id": self.opportunity,
        });
        crate::body::object(&columns).unwrap_or_default()
    }

    /// What a record of this kind is about.
    pub fn of<R>(record: &Locked<R>) -> Self {
        let id = |key: &str| record.id_of(key);
        Self {
            lead: id("lead_id"),
            customer: id("customer_id"),
            contact: id("contact_id"),
            opportunity: id("opportunity_id"),
        }
    }

    /// The lead or the customer.
    pub fn record(&self) -> Uuid {
        self.lead.or(self.customer).unwrap_or_default()
    }
}

/// A record, held, and whether the caller sees it.
pub struct Found {
    pub about: About,
    pub holder: Holder,
    pub seen: bool,
}

pub fn unknown() -> Error {
    Error::field("/subject_id", FieldCode::UnknownReference)
}

/// Finds what something is to be about.
pub async fn find(tx: &mut Tx, subject: Subject, id: Uuid, contact: Option<Uuid>) -> Result<Found> {
    let (about, holder, seen) = match subject {
        Subject::Lead => {
            if contact.is_some() {
                return Err(Error::field("/contact_id", FieldCode::Invalid));
            }
            let seen = tx.actor().access.may(lead::READ) && read::exists::<Lead>(tx, lead::READ, id).await?;
            let holder = store::lead_holder(tx, id).await?;
            (About { lead: Some(id), ..About::default() }, holder, seen)
        }
        Subject::Customer => {
            let seen = sees_customer(tx, id).await?;
            let holder = store::customer_holder(tx, id).await?;
            if let Some(contact) = contact
                && contacts::customer_of(tx, contact).await? != Some(id)
            {
                return Err(Error::field("/contact_id", FieldCode::UnknownReference));
            }
            (About { customer: Some(id), contact, ..About::default() }, holder, seen)
        }
        Subject::Contact => {
            if contact.is_some_and(|contact| contact != id) {
                return Err(Error::field("/contact_id", FieldCode::Invalid));
            }
            let customer = contacts::customer_of(tx, id).await?.ok_or_else(unknown)?;
            let seen = tx.actor().access.may(contact::READ)
                && read::exists::<Contact>(tx, contact::READ, id).await?
                && sees_customer(tx, customer).await?;
            let holder = store::customer_holder(tx, customer).await?;
            (About { customer: Some(customer), contact: Some(id), ..About::default() }, holder, seen)
        }
        Subject::Opportunity => {
            let (customer, holder) = store::opportunity_holder(tx, id).await?.ok_or_else(unknown)?;
            let seen = tx.actor().access.may(opportunity::READ)
                && read::exists::<Opportunity>(tx, opportunity::READ, id).await?;
            if let Some(contact) = contact
                && contacts::customer_of(tx, contact).await? != Some(customer)
            {
                return Err(Error::field("/contact_id", FieldCode::UnknownReference));
            }
            let about = About { customer: Some(customer), contact, opportunity: Some(id), lead: None };
            (about, Some(holder), seen)
        }
    };
    let holder = holder.ok_or_else(unknown)?;
    Ok(Found { about, holder, seen })
}

/// Finds what something is to be about; the caller must see it.
pub async fn must_see(tx: &mut Tx, subject: Subject, id: Uuid, contact: Option<Uuid>) -> Result<About> {
    let found = find(tx, subject, id, contact).await?;
    if found.seen { Ok(found.about) } else { Err(unknown()) }
}

async fn sees_customer(tx: &mut Tx, id: Uuid) -> Result<bool> {
    Ok(tx.actor().access.may(customer::READ) && read::exists::<Customer>(tx, customer::READ, id).await?)
}

/// Who is to do something, and where he works: oneself, or somebody whom the permission reaches.
pub async fn worker(
    tx: &mut Tx,
    asked: Option<UserId>,
    permission: Permission,
) -> Result<(UserId, Option<DepartmentId>)> {
    let owner = match (asked, tx.actor().user) {
        (Some(owner), _) | (None, Some(owner)) => owner,
        (None, None) => return Err(Error::field("/owner_id", FieldCode::Required)),
    };
    let department = store::department_of(tx, owner).await?;
    if Some(owner) == tx.actor().user {
        return Ok((owner, department));
    }
    if store::at_work(tx, &[owner]).await?.is_empty() {
        return Err(Error::field("/owner_id", FieldCode::UnknownReference));
    }
    if tx.actor().access.scope(permission)?.covers(Some(owner), department) {
        return Ok((owner, department));
    }
    Err(Error::field("/owner_id", FieldCode::Forbidden))
}

/// Refuses people who do not work here.
pub async fn all_at_work(tx: &mut Tx, users: &[UserId], pointer: &'static str) -> Result<()> {
    let found = store::at_work(tx, users).await?;
    let stranger = users.iter().any(|user| !found.contains(user));
    if stranger { Err(Error::field(pointer, FieldCode::UnknownReference)) } else { Ok(()) }
}
