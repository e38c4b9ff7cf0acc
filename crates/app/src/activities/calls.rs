//! Calls and mails, as they are told of: once each, and matched with whom they were (4.7).

use std::collections::HashSet;

use chrono::Duration;
use guanxi_domain::{
    Code, Error, FieldCode, Permission, Result, UserId,
    access::{call, contact, customer, email, lead},
    activities::{
        activity::{Direction, Subject},
        call::{CallDetails, EmailDetails, Known, matched},
    },
    settings::LOCALE,
    text::phone_norm,
};
use guanxi_persistence::{
    Record, Tx,
    activities::call::{self as store, Call, Email},
    customers::{contact::Contact, customer::Customer},
    leads::Lead,
    read, settings, write,
};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::{
    about::{self, About},
    follow_up,
};
use crate::{
    body,
    records::{self, Editable, Saved},
};

impl Editable for Call {
    type Details = CallDetails;
    const CREATE: Permission = call::CREATE;
    const UPDATE: Permission = call::CREATE;
    const DELETE: Permission = call::DELETE;

    async fn create(tx: &mut Tx, mut details: CallDetails) -> Result<Saved> {
        let (owner, department) = about::worker(tx, details.owner_id, call::CREATE).await?;
        details.owner_id = Some(owner);
        if details.started_at > tx.now() + Duration::minutes(5) {
            return Err(Error::field("/started_at", FieldCode::OutOfRange));
        }
        let norm = phone_norm(&details.number);
        let having = match &norm {
            Some(norm) => store::with_number(tx, norm).await?,
            None => Vec::new(),
        };
        let known = visible(tx, having).await?;
        let with = matched(&known, Some(owner)).cloned();
        let mut more = Map::new();
        if let Some(with) = &with {
            more.extend(subject_columns(with));
            more.insert("activity_id".to_owned(), json!(note_call(tx, &details, with).await?));
        } else {
            more.insert("candidates".to_owned(), json!(known));
        }
        more.insert("owner_department_id".to_owned(), json!(department));
        more.insert("number_norm".to_owned(), json!(norm));
        let id = records::insert::<Self>(tx, &details, more).await?;
        let told = json!({"owner_id": owner, "connected": details.connected, "talk_s": details.talk_s});
        tx.emit("call.logged", Call::TABLE.name, id, told).await?;
        Ok(Saved::new(id))
    }
}

/// A call, and whether it is news.
pub async fn tell_call(tx: &mut Tx, told: Value) -> Result<(Saved, bool)> {
    tx.actor().access.scope(call::CREATE)?;
    if let Some(provider_id) = told.get("provider_id").and_then(Value::as_str).map(str::trim) {
        store::alone(tx, provider_id).await?;
        if let Some(known) = store::told_call(tx, provider_id).await? {
            return Ok((again::<Call>(tx, known, "/provider_id").await?, false));
        }
    }
    Ok((records::create::<Call>(tx, told).await?, true))
}

/// What was told of before is shown to those who see it and to whoever told of it; others learn that it is known.
async fn again<R: Record>(tx: &mut Tx, (id, teller): (Uuid, Option<UserId>), pointer: &'static str) -> Result<Saved> {
    let told_it = teller.is_some() && teller == tx.actor().user;
    if told_it || (tx.actor().access.may(R::READ) && read::exists::<R>(tx, R::READ, id).await?) {
        return Ok(Saved::new(id));
    }
    let mut error = Error::field(pointer, FieldCode::Duplicate);
    if let Error::Refused(refusal) = &mut error {
        refusal.code = Code::Duplicate;
    }
    Err(error)
}

/// With whom a call was after all.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Match {
    pub subject: Subject,
    pub subject_id: Uuid,
}

pub async fn match_call(tx: &mut Tx, id: Uuid, with: &Match) -> Result<Saved> {
    let record = read::lock::<Call>(tx, call::CREATE, id).await?;
    if record.text("activity_id").is_some() {
        return Err(Error::invalid_state("matched", "match", &[]));
    }
    let about = about::must_see(tx, with.subject, with.subject_id, None).await?;
    let with = Known {
        object: with.subject.word().to_owned(),
        id: with.subject_id,
        name: String::new(),
        customer_id: about.customer,
        owner_id: None,
    };
    let details: CallDetails = records::details(&record)?;
    let activity = note_call(tx, &details, &with).await?;
    let mut values = subject_columns(&with);
    values.extend(body::object(&json!({"candidates": [], "activity_id": activity}))?);
    write::update(tx, &record, values).await?;
    Ok(Saved::new(id))
}

/// Those of these that the caller may know of.
async fn visible(tx: &mut Tx, known: Vec<Known>) -> Result<Vec<Known>> {
    let mut seen = HashSet::new();
    for (object, table, permission) in [
        ("lead", Lead::TABLE, lead::READ),
        ("customer", Customer::TABLE, customer::READ),
        ("contact", Contact::TABLE, contact::READ),
    ] {
        let ids: Vec<Uuid> = known.iter().filter(|one| one.object == object).map(|one| one.id).collect();
        if !ids.is_empty() && tx.actor().access.may(permission) {
            seen.extend(read::reached(tx, table, permission, &ids).await?.into_iter().map(|(id, _)| id));
        }
    }
    Ok(known.into_iter().filter(|one| seen.contains(&one.id)).collect())
}

fn about_of(with: &Known) -> About {
    About {
        lead: (with.object == "lead").then_some(with.id),
        customer: with.customer_id,
        contact: (with.object == "contact").then_some(with.id),
        opportunity: None,
    }
}

fn subject_columns(with: &Known) -> Map<String, Value> {
    let mut columns = about_of(with).columns();
    columns.insert("subject".to_owned(), with.object.clone().into());
    columns.insert("subject_id".to_owned(), json!(with.id));
    columns
}

/// Writes a call down as an activity; where the caller may not write there, or it was too long ago, it stays a call.
async fn note_call(tx: &mut Tx, call: &CallDetails, with: &Known) -> Result<Option<Uuid>> {
    let english = settings::load(tx).await?.get(LOCALE) == "en";
    let content = match (call.direction, call.connected, english) {
        (Direction::Out, true, false) => format!("呼出电话，通话 {} 秒", call.talk_s),
        (Direction::Out, false, false) => "呼出电话，未接通".to_owned(),
        (Direction::In, true, false) => format!("来电，通话 {} 秒", call.talk_s),
        (Direction::In, false, false) => "来电，未接听".to_owned(),
        (Direction::Out, true, true) => format!("Called; talked for {} s", call.talk_s),
        (Direction::Out, false, true) => "Called; no answer".to_owned(),
        (Direction::In, true, true) => format!("Was called; talked for {} s", call.talk_s),
        (Direction::In, false, true) => "Missed call".to_owned(),
    };
    let activity = json!({
        "subject": with.object, "subject_id": with.id, "kind": "call", "direction": call.direction,
        "content": content, "outcome": if call.connected { "reached" } else { "no_answer" },
        "occurred_at": call.started_at.min(tx.now()), "duration_s": call.talk_s,
    });
    tx.if_allowed(async |tx| follow_up(tx, activity, Map::new()).await).await
}

impl Editable for Email {
    type Details = EmailDetails;
    const CREATE: Permission = email::CREATE;
    const UPDATE: Permission = email::CREATE;
    const DELETE: Permission = email::DELETE;

    /// One log, as many activities as there are leads and customers who had it.
    async fn create(tx: &mut Tx, mut details: EmailDetails) -> Result<Saved> {
        let (owner, department) = about::worker(tx, details.owner_id, email::CREATE).await?;
        details.owner_id = Some(owner);
        let others: Vec<String> = match details.direction {
            Direction::In => vec![details.sender.to_string()],
            Direction::Out => details.recipients.iter().chain(&details.copies).map(ToString::to_string).collect(),
        };
        let having = store::with_addresses(tx, &others).await?;
        let known = visible(tx, having).await?;
        let (mut leads, mut customers, mut contacts) = (Vec::new(), Vec::new(), Vec::new());
        let mut activities: Vec<Uuid> = Vec::new();
        for with in &known {
            let About { lead, customer, contact, .. } = about_of(with);
            contacts.extend(contact);
            // Contacts come first: a customer is spoken to once, through them where they are known.
            let is_new = lead.is_some_and(|lead| !leads.contains(&lead))
                || customer.is_some_and(|customer| !customers.contains(&customer));
            leads.extend(lead.filter(|lead| !leads.contains(lead)));
            customers.extend(customer.filter(|customer| !customers.contains(customer)));
            if is_new {
                activities.extend(note_email(tx, &details, with).await?);
            }
        }
        let more = json!({
            "owner_department_id": department, "lead_ids": leads, "customer_ids": customers, "contact_ids": contacts,
            "activity_ids": activities,
        });
        Ok(Saved::new(records::insert::<Self>(tx, &details, body::object(&more)?).await?))
    }
}

/// A mail, and whether it is news.
pub async fn tell_email(tx: &mut Tx, told: Value) -> Result<(Saved, bool)> {
    tx.actor().access.scope(email::CREATE)?;
    if let Some(message_id) = told.get("message_id").and_then(Value::as_str).map(str::trim) {
        store::alone(tx, message_id).await?;
        if let Some(known) = store::told_email(tx, message_id).await? {
            return Ok((again::<Email>(tx, known, "/message_id").await?, false));
        }
    }
    Ok((records::create::<Email>(tx, told).await?, true))
}

async fn note_email(tx: &mut Tx, mail: &EmailDetails, with: &Known) -> Result<Option<Uuid>> {
    let activity = json!({
        "subject": with.object, "subject_id": with.id, "kind": "email", "direction": mail.direction,
        "content": mail.topic, "occurred_at": mail.sent_at.min(tx.now()),
    });
    tx.if_allowed(async |tx| follow_up(tx, activity, Map::new()).await).await
}
