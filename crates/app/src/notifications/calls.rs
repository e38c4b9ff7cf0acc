//! What webhooks are told: records as those who asked for it may see them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use guanxi_domain::{Result, UserId, notifications::webhook::ALL};
use guanxi_persistence::{
    Tx,
    access::rights,
    notifications::{
        dispatch::Happening,
        webhook::{self, Call, Listener},
    },
    read,
};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{catalogue, readers, seen::readable, webhooks};

/// The events that any of them wants to hear of.
pub fn kinds(listeners: &[Listener]) -> Vec<String> {
    if listeners.iter().any(|listener| listener.events.iter().any(|event| event == ALL)) {
        return catalogue::all().iter().map(|known| known.name.clone()).collect();
    }
    listeners.iter().flat_map(|listener| listener.events.iter().cloned()).collect()
}

/// Puts a call into the queue for each event that a webhook wants to hear of and its owner may see.
pub async fn tell(tx: &mut Tx, happened: &[Happening], listeners: &[Listener]) -> Result<()> {
    if listeners.is_empty() {
        return Ok(());
    }
    let epoch = rights::epoch(tx).await?;
    let mut calls = Vec::new();
    let mut by_owner: BTreeMap<UserId, Vec<&Listener>> = BTreeMap::new();
    for listener in listeners {
        by_owner.entry(listener.owner_id).or_default().push(listener);
    }
    for (owner, listeners) in by_owner {
        let Some(seen) = seen(tx, epoch, owner, happened, &listeners).await? else { continue };
        for happening in happened {
            let is_record = readable(&happening.resource).is_some();
            let record = seen.get(&happening.record_id);
            if is_record && record.is_none() {
                continue;
            }
            let payload = payload(happening, record);
            let call = |listener: &&Listener| Call {
                webhook: listener.id,
                event_id: happening.id,
                event: happening.kind.clone(),
                payload: payload.clone(),
            };
            calls.extend(listeners.iter().filter(|listener| wants(listener, &happening.kind)).map(call));
        }
    }
    webhook::enqueue(tx, &calls).await
}

fn wants(listener: &Listener, kind: &str) -> bool {
    listener.events.iter().any(|event| event == kind || event == ALL)
}

/// The records as the owner sees them; nothing where he may not sign in.
async fn seen(
    tx: &mut Tx,
    epoch: i64,
    owner: UserId,
    happened: &[Happening],
    listeners: &[&Listener],
) -> Result<Option<HashMap<Uuid, Map<String, Value>>>> {
    let Some(reader) = readers::reader(tx, epoch, owner).await? else { return Ok(None) };
    let mut by_table: BTreeMap<&str, BTreeSet<Uuid>> = BTreeMap::new();
    for happening in happened.iter().filter(|one| listeners.iter().any(|listener| wants(listener, &one.kind))) {
        by_table.entry(&happening.resource).or_default().insert(happening.record_id);
    }
    let mut seen = HashMap::new();
    for (name, ids) in by_table {
        let Some((table, permission)) = readable(name) else { continue };
        if reader.access.may(permission) {
            let ids: Vec<Uuid> = ids.into_iter().collect();
            let work = async |tx: &mut Tx| read::shown(tx, table, permission, &ids).await;
            seen.extend(tx.acting(reader.clone(), work).await?);
        }
    }
    Ok(Some(seen))
}

/// Ids of what the event carries, and the record; what else it carries may be hidden from the owner.
fn payload(happening: &Happening, record: Option<&Map<String, Value>>) -> String {
    let ids = happening.payload.as_object().into_iter().flatten().filter(|(_, value)| is_id(value));
    let details: Map<String, Value> = ids.map(|(key, value)| (key.clone(), value.clone())).collect();
    let record = record.map(|record| {
        let mut record = record.clone();
        record.remove("allowed_actions");
        record
    });
    let now = record.as_ref().and_then(|record| record.get("version")?.as_i64());
    let data = json!({
        "resource": happening.resource.replace('_', "-"), "record_id": happening.record_id,
        "actor_id": happening.actor_id, "details": details, "record": record,
    });
    let version = happening.version.or(now).unwrap_or(1);
    webhooks::body(happening.id, &happening.kind, happening.occurred_at, &data, version)
}

fn is_id(value: &Value) -> bool {
    match value {
        Value::String(text) => text.parse::<Uuid>().is_ok(),
        Value::Array(items) => items.iter().all(is_id),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => false,
    }
}
