//! What is known about customers: written by those who see them, published to those who want to know (3.13).

use guanxi_domain::{
    Actor, Error, FieldCode, Permission, Result, UserId,
    access::{customer, customer_knowledge, knowledge_subscription},
    customers::knowledge::{KnowledgeDetails, SubscriptionDetails},
};
use guanxi_persistence::{
    Facts, Locked, Record, Tx,
    access::rights,
    customers::{
        customer::Customer,
        knowledge::{self as store, Knowledge, Subscription},
        team,
    },
    read, table, write,
};
use serde_json::{Map, json};
use uuid::Uuid;

use crate::{
    body,
    records::{self, Editable, Saved},
};

impl Editable for Knowledge {
    type Details = KnowledgeDetails;
    const CREATE: Permission = customer_knowledge::CREATE;
    const UPDATE: Permission = customer_knowledge::UPDATE;
    const DELETE: Permission = customer_knowledge::DELETE;

    async fn create(tx: &mut Tx, details: KnowledgeDetails) -> Result<Saved> {
        check(&details)?;
        if !read::exists::<Customer>(tx, customer::READ, details.customer_id.0).await? {
            return Err(Error::field("/customer_id", FieldCode::UnknownReference));
        }
        let status = body::object(&json!({ "status": "draft" }))?;
        Ok(Saved::new(records::insert::<Self>(tx, &details, status).await?))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, details: KnowledgeDetails) -> Result<Saved> {
        check(&details)?;
        must_write(tx, record, customer_knowledge::UPDATE).await?;
        // To let everybody read what only some could is to publish it.
        let wider = record.text("visibility") != Some(details.visibility.word());
        if wider && record.text("status") == Some("published") {
            tx.actor().access.scope(customer_knowledge::PUBLISH)?;
        }
        records::save(tx, record, &details, Map::new()).await?;
        Ok(Saved::new(record.id))
    }

    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        must_write(tx, record, customer_knowledge::DELETE).await?;
        write::delete(tx, record).await
    }
}

fn check(details: &KnowledgeDetails) -> Result<()> {
    match (&details.source_resource, details.source_id) {
        (Some(_), None) => Err(Error::field("/source_id", FieldCode::Required)),
        (None, Some(_)) => Err(Error::field("/source_resource", FieldCode::Required)),
        _ => Ok(()),
    }
}

/// Its author writes an entry, and who may edit the customer.
async fn must_write(tx: &mut Tx, record: &Locked<Knowledge>, permission: Permission) -> Result<()> {
    let mine = tx.actor().user.is_some() && record.facts.creator == tx.actor().user;
    let customer = record.id_of("customer_id").unwrap_or_default();
    let edits = tx.actor().access.may(customer::UPDATE);
    if mine || (edits && read::exists::<Customer>(tx, customer::UPDATE, customer).await?) {
        return Ok(());
    }
    Err(Error::forbidden(permission.0).with("reason", "not_author"))
}

/// Lets those know who want to.
pub async fn publish(tx: &mut Tx, id: Uuid) -> Result<Saved> {
    let record = read::lock::<Knowledge>(tx, customer_knowledge::PUBLISH, id).await?;
    must_write(tx, &record, customer_knowledge::PUBLISH).await?;
    if record.text("status") != Some("draft") {
        return Err(Error::invalid_state("published", "publish", &["update", "delete"]));
    }
    let (now, me) = (tx.now(), tx.actor().user);
    let values = json!({ "status": "published", "published_at": now, "published_by": me });
    write::update(tx, &record, body::object(&values)?).await?;
    let told = json!({
        "customer_id": record.text("customer_id"), "kind": record.text("kind"), "visibility": record.text("visibility"),
    });
    tx.emit("knowledge.published", "customer_knowledge", id, told).await?;
    Ok(Saved::new(id))
}

/// Who is to be told of an entry: those whose subscriptions it fits, and who may read it.
pub async fn audience(tx: &mut Tx, entry: Uuid) -> Result<Vec<UserId>> {
    let subscribers = store::subscribers(tx, entry).await?;
    let Some(entry) = store::entry(tx, entry).await? else { return Ok(Vec::new()) };
    if entry.for_everybody {
        return Ok(subscribers);
    }
    let mut readers = Vec::with_capacity(subscribers.len());
    let epoch = rights::epoch(tx).await?;
    for user in subscribers {
        if sees(tx, epoch, user, &entry).await? {
            readers.push(user);
        }
    }
    Ok(readers)
}

/// Whether somebody else may read the customer that an entry is about.
async fn sees(tx: &mut Tx, epoch: i64, user: UserId, entry: &store::Entry) -> Result<bool> {
    let Some(holder) = rights::known(tx, user, epoch).await? else { return Ok(false) };
    let team = team::access_of(tx, entry.customer_id, user).await?.is_some();
    let facts = Facts { team, ..entry.facts() };
    let actor = Actor { user: Some(user), access: holder.access.clone(), ..tx.actor().clone() };
    Ok(table::reaches(Customer::TABLE, &facts, &actor, customer::READ))
}

impl Editable for Subscription {
    type Details = SubscriptionDetails;
    const CREATE: Permission = knowledge_subscription::CREATE;
    const UPDATE: Permission = knowledge_subscription::UPDATE;
    const DELETE: Permission = knowledge_subscription::DELETE;

    async fn create(tx: &mut Tx, mut details: SubscriptionDetails) -> Result<Saved> {
        let nobody = details.user_ids.is_empty() && details.role_ids.is_empty() && details.department_ids.is_empty();
        if let Some(me) = tx.actor().user.filter(|_| nobody) {
            details.user_ids = vec![me];
        }
        must_subscribe(tx, &details, knowledge_subscription::CREATE)?;
        Ok(Saved::new(records::insert::<Self>(tx, &details, Map::new()).await?))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, details: SubscriptionDetails) -> Result<Saved> {
        must_subscribe(tx, &records::details::<Self>(record)?, knowledge_subscription::UPDATE)?;
        must_subscribe(tx, &details, knowledge_subscription::UPDATE)?;
        records::save(tx, record, &details, Map::new()).await?;
        Ok(Saved::new(record.id))
    }

    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        must_subscribe(tx, &records::details::<Self>(record)?, knowledge_subscription::DELETE)?;
        write::delete(tx, record).await
    }
}

/// Everybody subscribes for himself; for others, who may for all.
fn must_subscribe(tx: &Tx, details: &SubscriptionDetails, permission: Permission) -> Result<()> {
    let for_all = *tx.actor().access.scope(permission)? == guanxi_domain::Scope::All;
    let for_me = tx.actor().user.is_some_and(|me| details.is_for_only(me));
    if for_all || for_me { Ok(()) } else { Err(Error::forbidden(permission.0).with("reason", "not_yourself")) }
}
