//! An organisation's own rules and words for events.

use chrono_tz::Tz;
use guanxi_domain::{
    Error, FieldCode, FieldError, Permission, Result,
    access::{Locale, notification_delivery, notification_rule, notification_template},
    notifications::{
        people::{TemplateDetails, TemplateDraft},
        rule::{Channel, RuleDetails},
        template,
    },
};
use guanxi_persistence::{
    Locked, Tx,
    notifications::{
        Delivery, Rule, Template,
        people::{self, Person},
        sending::{self, Outgoing},
    },
    platform::references,
    read,
};
use serde::Serialize;
use serde_json::{Map, Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    catalogue::{self, Known},
    compose::{Matter, compose},
    seen::readable,
};
use crate::records::{self, Editable, Saved};

impl Editable for Rule {
    type Details = RuleDetails;
    const CREATE: Permission = notification_rule::CREATE;
    const UPDATE: Permission = notification_rule::UPDATE;
    const DELETE: Permission = notification_rule::DELETE;

    async fn create(tx: &mut Tx, mut details: RuleDetails) -> Result<Saved> {
        check(tx, &mut details).await?;
        Ok(Saved::new(records::insert::<Self>(tx, &details, Map::new()).await?))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, mut details: RuleDetails) -> Result<Saved> {
        check(tx, &mut details).await?;
        records::save(tx, record, &details, Map::new()).await?;
        Ok(Saved::new(record.id))
    }
}

async fn check(tx: &mut Tx, details: &mut RuleDetails) -> Result<()> {
    details.channels.sort_unstable();
    details.channels.dedup();
    known_event(&details.event)?;
    for (index, recipient) in details.recipients.iter().enumerate() {
        if !recipient.kind.takes_ids() {
            continue;
        }
        let path = recipient.kind.word();
        if !references::all_exist(tx, path, &recipient.ids).await? {
            return Err(Error::field(format!("/recipients/{index}/ids"), FieldCode::UnknownReference));
        }
    }
    Ok(())
}

fn known_event(name: &str) -> Result<&'static Known> {
    catalogue::find(name).ok_or_else(|| Error::field("/event", FieldCode::NotOneOf))
}

impl Editable for Template {
    type Details = TemplateDetails;
    const CREATE: Permission = notification_template::CREATE;
    const UPDATE: Permission = notification_template::UPDATE;
    const DELETE: Permission = notification_template::DELETE;

    async fn create(tx: &mut Tx, details: TemplateDetails) -> Result<Saved> {
        check_words(&details.event, &details.subject, &details.body)?;
        Ok(Saved::new(records::insert::<Self>(tx, &details, Map::new()).await?))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, details: TemplateDetails) -> Result<Saved> {
        check_words(&details.event, &details.subject, &details.body)?;
        records::save(tx, record, &details, Map::new()).await?;
        Ok(Saved::new(record.id))
    }
}

/// Refuses what cannot be filled in.
fn check_words(event: &str, subject: &str, body: &str) -> Result<&'static Known> {
    let known = known_event(event)?;
    let variables = known.variables();
    let mut wrong = Vec::new();
    for (pointer, text) in [("/subject", subject), ("/body", body)] {
        match template::variables(text) {
            None => wrong.push(FieldError::new(pointer, FieldCode::Invalid)),
            Some(names) => {
                let unknown = names.into_iter().find(|name| !variables.iter().any(|known| known == name));
                if let Some(name) = unknown {
                    wrong.push(FieldError::new(pointer, FieldCode::UnknownField).with("field", name));
                }
            }
        }
    }
    if wrong.is_empty() { Ok(known) } else { Err(Error::fields(wrong)) }
}

/// A template with its blanks filled.
#[derive(Debug, Serialize, ToSchema)]
pub struct Preview {
    pub subject: String,
    pub body: String,
}

/// Fills a template in, as the caller would be told.
pub async fn preview(tx: &mut Tx, draft: &TemplateDraft) -> Result<Preview> {
    let known = check_words(&draft.event, &draft.subject, &draft.body)?;
    let record = match (draft.record_id, known.table.and_then(|table| readable(table.name))) {
        (Some(id), Some((table, permission))) => {
            let mut found = read::shown(tx, table, permission, &[id]).await?;
            Some(found.remove(&id).ok_or_else(|| Error::field("/record_id", FieldCode::UnknownReference))?)
        }
        (Some(_), None) => return Err(Error::field("/record_id", FieldCode::Invalid)),
        (None, _) => None,
    };
    let me = myself(tx).await?;
    let (subject, body) = fill(tx, known, &me, draft.channel, record, [&draft.subject, &draft.body]).await?;
    Ok(Preview { subject, body })
}

/// Sends a template to the caller, by its channel.
pub async fn test(tx: &mut Tx, id: Uuid) -> Result<Saved> {
    let record = read::lock::<Template>(tx, notification_template::UPDATE, id).await?;
    let details: TemplateDetails = records::details::<Template>(&record)?;
    let known = known_event(&details.event)?;
    let me = myself(tx).await?;
    let (subject, body) = fill(tx, known, &me, details.channel, None, [&details.subject, &details.body]).await?;
    let address = me.address(details.channel)?;
    let now = tx.now();
    let message = Outgoing {
        notification: None,
        event: details.event.to_string(),
        recipient: me.id,
        channel: details.channel.word(),
        address,
        subject,
        body,
        urgent: true,
        not_before: now,
    };
    sending::enqueue(tx, &[message]).await?;
    Ok(Saved::new(id))
}

pub(super) async fn myself(tx: &mut Tx) -> Result<Person> {
    let me = tx.actor().person()?;
    people::people(tx, &[me]).await?.pop().ok_or_else(|| Error::not_found("user"))
}

/// Without a record, names stand for its values.
async fn fill(
    tx: &mut Tx,
    known: &Known,
    me: &Person,
    channel: Channel,
    record: Option<Map<String, Value>>,
    words: [&str; 2],
) -> Result<(String, String)> {
    let english = me.locale == "en";
    let label = usize::from(english);
    let example = |table: &guanxi_persistence::Table| {
        table.all_columns().map(|column| (column.key.to_owned(), json!(column.label[label]))).collect::<Map<_, _>>()
    };
    let record = record.or_else(|| known.table.map(example));
    let details = known.preset.iter().flat_map(|event| event.details);
    let details = details.map(|name| ((*name).to_owned(), json!(name))).collect();
    let organisation = people::organisation(tx).await?;
    let (today, zone): (_, Tz) = (tx.today(), tx.actor().zone);
    let matter = Matter {
        event: &known.label[label],
        table: known.table,
        record: record.as_ref(),
        details: &details,
        actor: &me.name,
        recipient: &me.name,
        organisation: &organisation,
        date: &today.to_string(),
        link: "/",
        locale: if english { Locale::En } else { Locale::ZhCn },
        zone,
    };
    Ok(compose(&matter, channel, words))
}

/// Tries to send once more what could not be sent.
pub async fn retry(tx: &mut Tx, id: Uuid) -> Result<Saved> {
    let delivery = read::lock::<Delivery>(tx, notification_delivery::RETRY, id).await?;
    let status = delivery.text("status").unwrap_or_default();
    if !matches!(status, "failed" | "simulated") {
        return Err(Error::invalid_state(status, "retry", &[]));
    }
    sending::again(tx, id).await?;
    Ok(Saved::new(id))
}
