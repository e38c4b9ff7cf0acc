//! A lead becomes a customer, with a contact and an opportunity, all at once or not at all (2.7).

use guanxi_domain::{
    Code, ContactId, CustomerId, Error, FieldCode, LeadId, Result,
    access::{contact, customer, lead},
    customers::{contact::ContactDetails, customer::CustomerDetails},
    duplicates::MatchedOn,
    leads::state::{LeadEvent, LeadState},
    life::Life,
    ownership::HeldObject,
    text::Note,
};
use guanxi_persistence::{
    Locked, Record, Tx,
    activities::playbook,
    customers::{contact::Contact, customer::Customer},
    leads::{Lead, lead as store},
    opportunities::opportunity::Opportunity,
    ownership::{self as held, CUSTOMER, Handover, LEAD},
    platform::files,
    read,
    table::{CUSTOM, Write},
    write,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::{object, state};
use crate::{
    added, body,
    customers::{self, duplicates::Candidate},
    records::{self, Saved},
};

#[derive(Debug, Clone, Default, Serialize, Deserialize, Validate, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Conversion {
    pub customer: CustomerPart,
    pub contact: ContactPart,
    pub opportunity: OpportunityPart,
    /// Makes a customer though there is one like it; needs the right to, and a reason.
    pub override_duplicate: bool,
    pub reason: Option<Note>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CustomerMode {
    #[default]
    Create,
    Link,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CustomerPart {
    pub mode: CustomerMode,
    /// The customer to link.
    pub id: Option<CustomerId>,
    /// What is written instead of what the lead says.
    #[schema(value_type = Object)]
    pub fields: Map<String, Value>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ContactMode {
    Create,
    Link,
    None,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ContactPart {
    /// Without it a contact is made of a lead that names a person.
    pub mode: Option<ContactMode>,
    /// The contact to link.
    pub id: Option<ContactId>,
    /// What is written instead of what the lead says.
    #[schema(value_type = Object)]
    pub fields: Map<String, Value>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OpportunityMode {
    Create,
    #[default]
    None,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct OpportunityPart {
    pub mode: OpportunityMode,
    /// The fields of the opportunity: `name` (the customer's, if it is left out), `expected_close_on`, `pipeline_id`,
    /// `amount` and all others.
    #[serde(flatten)]
    #[schema(value_type = Object)]
    pub fields: Map<String, Value>,
}

/// What a conversion would write, and what stands in its way.
#[derive(Debug, Serialize, ToSchema)]
pub struct Preview {
    /// The customer's fields, as the lead fills them.
    #[schema(value_type = Object)]
    pub customer: Map<String, Value>,
    /// The contact's fields; null where the lead names no person.
    #[schema(value_type = Option<Object>, required = true)]
    pub contact: Option<Map<String, Value>>,
    /// Filled fields of the lead that nothing takes over; they stay with the lead.
    pub unmapped: Vec<String>,
    pub duplicates: Vec<Candidate>,
}

/// The contact takes these over, the customer those of `for_customer`; the rest stays with the lead.
const TAKEN_OVER: &[&str] = &[
    "company_name",
    "contact_name",
    "title",
    "phone",
    "mobile",
    "email",
    "wechat",
    "region",
    "address",
    "industry",
    "level",
    "source",
    "requirement",
    "tags",
];

fn filled(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => true,
    }
}

/// The customer that a lead would become.
fn for_customer(lead: &Map<String, Value>) -> Map<String, Value> {
    let of = |key: &str| lead.get(key).cloned().unwrap_or_default();
    let first = |keys: &[&str]| keys.iter().map(|key| of(key)).find(filled).unwrap_or_default();
    let is_company = filled(&of("company_name"));
    let mut values = object(json!({
        "name": first(&["company_name", "contact_name"]),
        "kind": if is_company { "company" } else { "person" },
        // A person's own number is the customer's where the customer is the person, or nobody else has it.
        "phone": if is_company && filled(&of("contact_name")) { of("phone") } else { first(&["mobile", "phone"]) },
    }));
    for key in ["email", "wechat", "region", "address", "industry", "level", "source", "requirement", "tags"] {
        values.insert(key.to_owned(), of(key));
    }
    values.retain(|_, value| filled(value));
    values
}

/// The contact that a lead would become, if it names a person.
fn for_contact(lead: &Map<String, Value>) -> Option<Map<String, Value>> {
    let of = |key: &str| lead.get(key).cloned().unwrap_or_default();
    if !filled(&of("contact_name")) {
        return None;
    }
    let mut values = object(json!({ "name": of("contact_name") }));
    for key in ["title", "phone", "mobile", "email", "wechat"] {
        values.insert(key.to_owned(), of(key));
    }
    values.retain(|_, value| filled(value));
    Some(values)
}

/// Which field of the lead tells a field of the customer.
fn told_by<'k>(lead: &Map<String, Value>, key: &'k str) -> &'k str {
    let has = |key: &str| lead.get(key).is_some_and(filled);
    match key {
        "kind" => "company_name",
        "name" if has("company_name") => "company_name",
        "name" => "contact_name",
        "phone" if (has("company_name") && has("contact_name")) || !has("mobile") => "phone",
        "phone" => "mobile",
        same => same,
    }
}

/// What converting a lead would do. What its reader does not see in full goes along, untold.
pub async fn preview(tx: &mut Tx, id: Uuid) -> Result<Preview> {
    let record = read::peek::<Lead>(tx, lead::CONVERT, id).await?;
    let shown = read::shown(tx, Lead::TABLE, lead::CONVERT, &[id]).await?.remove(&id).unwrap_or_default();
    let added = record.get(CUSTOM).and_then(Value::as_object);
    let held = |key: &str| record.get(key).or_else(|| added?.get(key)).filter(|value| filled(value));
    let is_seen = |key: &str| held(key).is_none_or(|value| shown.get(key) == Some(value));
    let whole = for_customer(&record);
    let details: CustomerDetails = body::parse(whole.clone().into())?;
    let mut customer = joined(whole, handed_on::<Customer>(tx, &record).await?);
    let unseen = |key: &str| !is_seen(told_by(&record, key));
    let mut duplicates = candidates(tx, &details, id).await?;
    // Whatever likeness follows from what he does not see would tell it.
    duplicates.retain(|candidate| {
        !unseen(match candidate.matched_on {
            MatchedOn::NameKey | MatchedOn::SimilarName => "name",
            MatchedOn::Email | MatchedOn::EmailDomain => "email",
            MatchedOn::Phone => "phone",
            MatchedOn::Mobile => "mobile",
            MatchedOn::Uscc => "uscc",
            MatchedOn::Website => "website",
        })
    });
    customer.retain(|key, _| !unseen(key));
    let contact = match for_contact(&record) {
        Some(known) => {
            let mut contact = joined(known, handed_on::<Contact>(tx, &record).await?);
            contact.retain(|key, _| is_seen(if key == "name" { "contact_name" } else { key }));
            Some(contact)
        }
        None => None,
    };
    let own = details_keys();
    let unmapped = record.row.iter().filter(|(key, value)| own.contains(&key.as_str()) && filled(value));
    let unmapped = unmapped.filter(|(key, _)| is_seen(key)).map(|(key, _)| key.clone()).collect();
    Ok(Preview { customer, contact, unmapped, duplicates })
}

/// What the organisation added to leads and to what they become.
async fn handed_on<R: Record>(tx: &mut Tx, lead: &Locked<Lead>) -> Result<Map<String, Value>> {
    let (from, to) = (tx.table(Lead::TABLE).await?, tx.table(R::TABLE).await?);
    let given = added::handed_on(from, to, &lead.row);
    tx.hand_on(files::held_in(&given));
    Ok(given)
}

fn joined(mut values: Map<String, Value>, more: Map<String, Value>) -> Map<String, Value> {
    values.extend(more);
    values
}

/// The details of a new record, with what the organisation added to its kind.
async fn details<T: DeserializeOwned + Validate, R: Record>(tx: &mut Tx, mut values: Map<String, Value>) -> Result<T> {
    let table = tx.table(R::TABLE).await?;
    let mut wrong = added::gather(table, &mut values, None);
    wrong.extend(added::missing(table, &tx.actor().access, &values));
    records::with(body::read(values.into()), wrong)
}

/// The typed fields of a lead that are not taken over.
fn details_keys() -> Vec<&'static str> {
    let typed = Lead::TABLE.columns.iter().filter(|column| column.sql.is_none() && column.write == Write::Free);
    typed.map(|column| column.key).filter(|key| !TAKEN_OVER.contains(key)).collect()
}

/// Who may be the same as the new customer; the lead itself is no news.
async fn candidates(tx: &mut Tx, details: &CustomerDetails, lead: Uuid) -> Result<Vec<Candidate>> {
    let mut found = customers::duplicates::find(tx, &details.identity(), None).await?;
    found.retain(|candidate| candidate.id != Some(lead));
    Ok(found)
}

pub async fn convert(tx: &mut Tx, id: Uuid, asked: &Conversion) -> Result<Saved> {
    // His capacity is locked before the lead, as everywhere.
    let owner = store::owner(tx, id).await?;
    if let Some(owner) = owner {
        held::lock_receivers(tx, &CUSTOMER, &[owner]).await?;
    }
    let record = read::lock::<Lead>(tx, lead::CONVERT, id).await?;
    if record.facts.owner != owner {
        return Err(Error::Retry);
    }
    let before = state(&record)?;
    if let LeadState::Converted { .. } = before {
        let mut error = Error::new(Code::LeadAlreadyConverted);
        for key in ["customer_id", "contact_id", "opportunity_id"] {
            error = error.with(key, record.row.get(key).cloned().unwrap_or_default());
        }
        return Err(error);
    }
    before.transition(LeadEvent::Converted { into: CustomerId(Uuid::nil()) })?;

    let (customer, mut warnings) = customer(tx, &record, asked).await?;
    let contact = contact(tx, &record, customer, asked).await?;
    let opportunity = opportunity(tx, &record, customer, contact, &asked.opportunity)
        .await
        .map_err(|error| within("/opportunity", error))?;
    if let Some(saved) = &opportunity {
        warnings.extend(saved.warnings.iter().cloned());
    }
    let opportunity = opportunity.map(|saved| saved.id);

    let values = json!({
        "status": "converted", "converted_at": tx.now(), "converted_by": tx.actor().user, "customer_id": customer,
        "contact_id": contact, "opportunity_id": opportunity, "next_contact_at": null,
    });
    write::update(tx, &record, object(values)).await?;
    let holder = (record.facts.owner, None);
    held::log(tx, &LEAD, id, Handover::Convert, holder, holder, (None, None)).await?;
    let payload = json!({ "customer_id": customer, "contact_id": contact, "opportunity_id": opportunity });
    tx.emit("lead.converted", "leads", id, payload).await?;
    playbook::ask(tx, HeldObject::Lead, &[id]).await?;
    Ok(Saved { id, warnings })
}

/// Names the part of the body in which a mistake lies.
fn within(part: &str, error: Error) -> Error {
    match error {
        Error::Refused(mut refusal) => {
            for field in &mut refusal.fields {
                field.pointer = format!("{part}{}", field.pointer).into();
            }
            Error::Refused(refusal)
        }
        error @ (Error::Retry | Error::Unexpected(_)) => error,
    }
}

async fn customer(tx: &mut Tx, lead: &Locked<Lead>, asked: &Conversion) -> Result<(Uuid, Vec<Value>)> {
    let mut values = joined(for_customer(lead), handed_on::<Customer>(tx, lead).await?);
    let part = &asked.customer;
    match part.mode {
        CustomerMode::Link => {
            let id = part.id.ok_or_else(|| Error::field("/customer/id", FieldCode::Required))?;
            records::check_keys::<Customer>(tx, &part.fields, &[Write::Free])
                .await
                .map_err(|error| within("/customer/fields", error))?;
            values.remove("kind");
            values.extend(part.fields.clone());
            customers::customer::fill_empty(tx, id.into(), values)
                .await
                .map_err(|error| within("/customer/fields", error))?;
            Ok((id.into(), Vec::new()))
        }
        CustomerMode::Create => {
            if part.id.is_some() {
                return Err(Error::field("/customer/id", FieldCode::Invalid));
            }
            tx.actor().access.scope(customer::CREATE)?;
            let pointer = |error| within("/customer/fields", error);
            records::check_keys::<Customer>(tx, &part.fields, &[Write::Free, Write::Once]).await.map_err(pointer)?;
            values.extend(part.fields.clone());
            if !values.contains_key("owner_id") && !values.contains_key("pool_id") {
                values.insert("owner_id".to_owned(), json!(lead.facts.owner));
            }
            if asked.override_duplicate {
                tx.actor().access.scope(customer::CREATE_DUPLICATE)?;
                let Some(reason) = &asked.reason else {
                    return Err(Error::new(Code::ReasonRequired));
                };
                values.insert("duplicate_reason".to_owned(), json!(reason));
            } else {
                values.remove("duplicate_reason");
            }
            let details: CustomerDetails = details::<_, Customer>(tx, values).await.map_err(pointer)?;
            let saved = customers::customer::create(tx, details, Some(LeadId(lead.id))).await.map_err(pointer)?;
            Ok((saved.id, saved.warnings))
        }
    }
}

async fn contact(tx: &mut Tx, lead: &Locked<Lead>, customer: Uuid, asked: &Conversion) -> Result<Option<Uuid>> {
    let part = &asked.contact;
    let named = for_contact(lead);
    let usual = if named.is_some() || !part.fields.is_empty() { ContactMode::Create } else { ContactMode::None };
    match part.mode.unwrap_or(usual) {
        ContactMode::None => Ok(None),
        ContactMode::Link => {
            let id = part.id.ok_or_else(|| Error::field("/contact/id", FieldCode::Required))?;
            let known = read::peek::<Contact>(tx, contact::READ, id.into()).await?;
            if known.id_of("customer_id") == Some(customer) {
                return Ok(Some(id.into()));
            }
            Err(Error::field("/contact/id", FieldCode::Invalid))
        }
        ContactMode::Create => {
            tx.actor().access.scope(contact::CREATE)?;
            let pointer = |error| within("/contact/fields", error);
            records::check_keys::<Contact>(tx, &part.fields, &[Write::Free, Write::Once]).await.map_err(pointer)?;
            let mut values = joined(named.unwrap_or_default(), handed_on::<Contact>(tx, lead).await?);
            values.extend(part.fields.clone());
            values.insert("customer_id".to_owned(), json!(customer));
            let details: ContactDetails = details::<_, Contact>(tx, values).await.map_err(pointer)?;
            let (id, _) = customers::contact::create_or_find(tx, details).await.map_err(pointer)?;
            Ok(Some(id))
        }
    }
}

async fn opportunity(
    tx: &mut Tx,
    lead: &Locked<Lead>,
    customer: Uuid,
    contact: Option<Uuid>,
    asked: &OpportunityPart,
) -> Result<Option<Saved>> {
    if asked.mode == OpportunityMode::None {
        return if asked.fields.is_empty() { Ok(None) } else { Err(Error::field("/mode", FieldCode::Required)) };
    }
    let mut values = object(json!({
        "name": for_customer(lead).remove("name"), "customer_id": customer, "contact_id": contact, "lead_id": lead.id,
        "owner_id": lead.facts.owner, "source": lead.get("source"), "description": lead.get("requirement"),
    }));
    values.retain(|_, value| filled(value));
    values.extend(asked.fields.clone());
    records::create::<Opportunity>(tx, values.into()).await.map(Some)
}
