//! What is done to contacts: each customer that has any has one primary, and they go where it goes.

mod bulk;

use guanxi_domain::{
    Code, Error, FieldCode, Permission, Result,
    access::customer,
    customers::contact::{self, ContactDetails},
};
use guanxi_persistence::{
    Locked, Tx,
    customers::{
        contact::{self as store, Contact},
        customer::Customer,
    },
    read, write,
};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::records::{self, Editable, Saved};

impl Editable for Contact {
    type Details = ContactDetails;
    const CREATE: Permission = contact::CREATE;
    const UPDATE: Permission = contact::UPDATE;
    const DELETE: Permission = contact::DELETE;

    async fn create(tx: &mut Tx, details: ContactDetails) -> Result<Saved> {
        let customer = lock_customer(tx, details.customer_id.into()).await?;
        if let Some((id, name, matched_on)) = same(tx, &details, None).await? {
            return Err(duplicate(id, &name, &matched_on));
        }
        Ok(Saved::new(insert(tx, &customer, details).await?))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, mut details: ContactDetails) -> Result<Saved> {
        let before: ContactDetails = crate::body::read(Value::Object(records::details_of(record)))?;
        // Null says nothing about who is the primary one.
        details.is_primary = details.is_primary.or(before.is_primary);
        if before == details {
            return Ok(Saved::new(record.id));
        }
        let customer: Uuid = details.customer_id.into();
        // The customer's row orders all writes to its contacts.
        lock_row(tx, customer).await?;
        if (before.mobile_norm(), &before.email) != (details.mobile_norm(), &details.email)
            && let Some((id, name, matched_on)) = same(tx, &details, Some(record.id)).await?
        {
            return Err(duplicate(id, &name, &matched_on));
        }
        if before.reports_to_id != details.reports_to_id {
            check_superior(tx, Some(record.id), &details).await?;
        }
        match (before.is_primary, details.is_primary) {
            (Some(true), Some(false)) => return Err(Error::field("/is_primary", FieldCode::Invalid)),
            (Some(false), Some(true)) => store::clear_primary(tx, customer).await?,
            _ => {}
        }
        records::save(tx, record, &details, derived(&details)).await?;
        Ok(Saved::new(record.id))
    }

    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        let customer = record.id_of("customer_id").ok_or_else(|| Error::unexpected("a contact without customer"))?;
        lock_row(tx, customer).await?;
        let was_primary = record.row.get("is_primary").and_then(Value::as_bool).unwrap_or_default();
        if was_primary {
            write::update(tx, record, object(json!({"is_primary": false}))).await?;
        }
        write::delete(tx, record).await?;
        if was_primary {
            store::promote(tx, customer).await?;
        }
        Ok(())
    }
}

/// Creates a contact, or finds the one of the same customer with the same mobile or mail; says which of the two.
pub async fn create_or_find(tx: &mut Tx, details: ContactDetails) -> Result<(Uuid, bool)> {
    let customer = lock_customer(tx, details.customer_id.into()).await?;
    if let Some((id, _, _)) = same(tx, &details, None).await? {
        return Ok((id, false));
    }
    let id = insert(tx, &customer, details).await?;
    tx.emit("contact.created", "contacts", id, json!({"customer_id": customer.id})).await?;
    Ok((id, true))
}

/// A contact came out of the recycle bin: not before its customer, and not beside one who took its place.
pub async fn restored(tx: &mut Tx, id: Uuid) -> Result<()> {
    let record = read::lock_known::<Contact>(tx, &[id]).await?.pop().ok_or_else(|| Error::not_found("contact"))?;
    let details: ContactDetails = crate::body::read(Value::Object(records::details_of(&record)))?;
    let customer: Uuid = details.customer_id.into();
    if !lock_row(tx, customer).await? {
        return Err(Error::new(Code::RestoreConflict).with("customer_id", customer.to_string()));
    }
    if let Some((twin, _, matched_on)) = same(tx, &details, Some(id)).await? {
        let error = Error::new(Code::RestoreConflict).with("contact_id", twin.to_string());
        return Err(error.with("matched_on", matched_on));
    }
    guanxi_persistence::customers::customer::follow_owner(tx, customer).await?;
    if store::primary_of(tx, customer).await?.is_none() {
        store::promote(tx, customer).await?;
    }
    Ok(())
}

async fn insert(tx: &mut Tx, customer: &Locked<Customer>, mut details: ContactDetails) -> Result<Uuid> {
    if details.reports_to_id.is_some() {
        check_superior(tx, None, &details).await?;
    }
    let primary = store::primary_of(tx, customer.id).await?;
    let wanted = details.is_primary.unwrap_or_default();
    details.is_primary = Some(wanted || primary.is_none());
    if wanted && primary.is_some() {
        store::clear_primary(tx, customer.id).await?;
    }
    let more = follows(&details, customer);
    records::insert::<Contact>(tx, &details, more).await
}

/// What follows from the details of a new contact and from whose its customer is.
fn follows(details: &ContactDetails, customer: &Locked<Customer>) -> Map<String, Value> {
    let mut columns = derived(details);
    for key in ["owner_id", "owner_department_id", "pool_id"] {
        columns.insert(key.to_owned(), customer.row.get(key).cloned().unwrap_or_default());
    }
    columns
}

/// The customer of a new contact: the caller may edit it, and nobody else changes it meanwhile.
async fn lock_customer(tx: &mut Tx, id: Uuid) -> Result<Locked<Customer>> {
    let unknown = |error: Error| match error.code() == Code::NotFound {
        true => Error::field("/customer_id", FieldCode::UnknownReference),
        false => error,
    };
    let customer = read::lock::<Customer>(tx, customer::UPDATE, id).await.map_err(unknown)?;
    if let Some(into) = customer.text("merged_into") {
        return Err(Error::new(Code::CustomerMerged).with("merged_into", into));
    }
    Ok(customer)
}

/// Orders the writes to the contacts of one customer; says whether it is there.
async fn lock_row(tx: &mut Tx, customer: Uuid) -> Result<bool> {
    guanxi_persistence::customers::customer::lock_row(tx, customer).await
}

async fn same(tx: &mut Tx, details: &ContactDetails, except: Option<Uuid>) -> Result<Option<(Uuid, String, String)>> {
    let mobile = details.mobile_norm();
    store::same(tx, details.customer_id.into(), mobile.as_deref(), details.email.as_deref(), except).await
}

fn duplicate(id: Uuid, name: &str, matched_on: &str) -> Error {
    let error = Error::new(Code::Duplicate).with("resource", "contact").with("id", id.to_string());
    error.with("name", name).with("matched_on", matched_on)
}

/// A superior is a contact of the same customer, and not below himself.
async fn check_superior(tx: &mut Tx, id: Option<Uuid>, details: &ContactDetails) -> Result<()> {
    let Some(superior) = details.reports_to_id.map(Uuid::from) else { return Ok(()) };
    if store::customer_of(tx, superior).await? != Some(details.customer_id.into()) {
        return Err(Error::field("/reports_to_id", FieldCode::UnknownReference));
    }
    if let Some(id) = id
        && store::superiors(tx, superior).await?.contains(&id)
    {
        return Err(Error::new(Code::HierarchyCycle).with("field", "reports_to_id"));
    }
    Ok(())
}

fn derived(details: &ContactDetails) -> Map<String, Value> {
    object(json!({"mobile_norm": details.mobile_norm(), "search_text": details.search_text()}))
}

fn object(value: Value) -> Map<String, Value> {
    crate::body::object(&value).unwrap_or_default()
}
