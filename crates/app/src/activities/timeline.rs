//! The time-line of a lead or a customer: activities, changes of owner, of fields and of contacts, as far as the
//! reader may see each of them.

use std::collections::BTreeSet;

use guanxi_domain::{
    Actor, Code, Error, FieldCode, Result,
    access::{FieldAccess, Mask, activity, contact, lead},
};
use guanxi_persistence::{
    Record, Table, Tx,
    activities::{
        activity::Activity,
        timeline::{self as store, Happened, Story, Telling},
    },
    customers::{contact::Contact, customer::Customer},
    leads::Lead,
    read,
    table::Write,
};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use uuid::Uuid;

const USUAL: i64 = 30;
const MOST: i64 = 200;

/// The kinds of event, as a reader chooses among them.
pub const KINDS: [&str; 5] = ["activity", "owner", "change", "contact", "created"];

/// Something that happened to a lead or a customer.
#[derive(Debug, Serialize, ToSchema)]
pub struct Event {
    pub id: String,
    /// `activity`, `owner`, `change`, `contact` or `created`.
    pub kind: String,
    /// What was done: the kind of activity, the way of changing hands, `create`, `update`, `delete` or `restore`.
    pub action: String,
    pub at: String,
    pub actor_id: Option<Uuid>,
    pub actor_name: Option<String>,
    pub resource: String,
    pub record_id: Uuid,
    /// The contact's name, where it is about one.
    pub record_name: Option<String>,
    /// An activity's text, who had it before and after, or each field's old and new value.
    #[schema(value_type = Object)]
    pub data: Map<String, Value>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Timeline {
    pub items: Vec<Event>,
    pub next_cursor: Option<String>,
}

/// What of a time-line is asked for.
#[derive(Debug, Default)]
pub struct Question {
    pub kinds: Vec<String>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

/// The time-line of a customer, with that of the leads it came from.
pub async fn of_customer(tx: &mut Tx, id: Uuid, question: &Question) -> Result<Timeline> {
    read::must_see::<Customer>(tx, id).await?;
    let leads = store::leads_of(tx, id).await?;
    let contacts = store::contacts_of(tx, id).await?;
    tell(tx, Story { customers: vec![id], leads, contacts }, question).await
}

pub async fn of_lead(tx: &mut Tx, id: Uuid, question: &Question) -> Result<Timeline> {
    read::must_see::<Lead>(tx, id).await?;
    tell(tx, Story { leads: vec![id], ..Story::default() }, question).await
}

async fn tell(tx: &mut Tx, story: Story, question: &Question) -> Result<Timeline> {
    if let Some(unknown) = question.kinds.iter().find(|kind| !KINDS.contains(&kind.as_str())) {
        return Err(Error::malformed("kind").with("value", unknown.as_str()));
    }
    let limit = question.limit.unwrap_or(USUAL);
    if !(1..=MOST).contains(&limit) {
        let mut error = Error::field("limit", FieldCode::OutOfRange).with("max", MOST);
        if let Error::Refused(refusal) = &mut error {
            refusal.code = Code::Malformed;
        }
        return Err(error);
    }
    let wants = |kind: &str| question.kinds.is_empty() || question.kinds.iter().any(|wanted| wanted == kind);
    let actor = tx.actor().clone();
    // A record's creation is told as such, its fields as changes: both lie in its history.
    let tables = [tx.table(Customer::TABLE).await?, tx.table(Lead::TABLE).await?, tx.table(Contact::TABLE).await?];
    let [customers, leads, contacts] = tables;
    let fields = |table: &Table, wanted: bool| if wanted { told_fields(table, &actor) } else { Vec::new() };
    let own = wants("change") || wants("created");
    let telling = Telling {
        activities: wants("activity") && actor.access.may(activity::READ),
        owners: wants("owner"),
        customer_fields: fields(customers, own),
        lead_fields: fields(leads, own && actor.access.may(lead::READ)),
        contact_fields: fields(contacts, wants("contact") && actor.access.may(contact::READ)),
        actions: own_actions(wants("created"), wants("change")),
        limit,
    };
    let covered: BTreeSet<String> = pooled_fields(&actor);
    let (found, next_cursor) = store::page(tx, &story, &telling, question.cursor.as_deref()).await?;
    let items = found.into_iter().map(|happened| event(happened, &tables, &actor, &covered)).collect();
    Ok(Timeline { items, next_cursor })
}

fn own_actions(created: bool, changed: bool) -> Vec<String> {
    let created = created.then_some("create");
    let changed: &[&str] = if changed { &["update", "delete", "restore"] } else { &[] };
    created.into_iter().chain(changed.iter().copied()).map(str::to_owned).collect()
}

/// The keys that people type, that the reader may see and that say something to people.
fn told_fields(table: &Table, actor: &Actor) -> Vec<String> {
    const SILENT: [&str; 3] = ["owner_id", "pool_id", "external_id"];
    const TOLD_STATES: [&str; 6] =
        ["is_key_account", "locked", "invalid_reason", "lifecycle", "deal_status", "is_primary"];
    table
        .own_columns()
        .filter(|column| column.is_stored() && !SILENT.contains(&column.key))
        .filter(|column| matches!(column.write, Write::Free | Write::Once) || TOLD_STATES.contains(&column.key))
        .filter(|column| table.right(&actor.access, column).access != FieldAccess::Hidden)
        .map(|column| column.key.to_owned())
        .collect()
}

/// Keys that some pool covers for this reader: their old values are nobody's business either.
fn pooled_fields(actor: &Actor) -> BTreeSet<String> {
    actor.access.seats.iter().filter(|seat| !seat.admin).flat_map(|seat| seat.masked_fields.iter().cloned()).collect()
}

fn event(happened: Happened, tables: &[&'static Table], actor: &Actor, covered: &BTreeSet<String>) -> Event {
    let Happened { at, key, source, resource, record_id, record_name, action, actor_id, actor_name, data } = happened;
    let kind = match (source.as_str(), resource.as_str(), action.as_str()) {
        ("activity", ..) => "activity",
        ("owner", ..) => "owner",
        (_, "contacts", _) => "contact",
        (_, _, "create") => "created",
        _ => "change",
    };
    let data = crate::body::object(&data.0).unwrap_or_default();
    let data = match kind {
        "activity" => visible(data, Activity::TABLE, actor),
        "owner" => data,
        "created" => Map::new(),
        _ => changes(data, &resource, tables, actor, covered),
    };
    Event {
        id: key,
        kind: kind.to_owned(),
        action,
        at: at.with_timezone(&actor.zone).to_rfc3339(),
        actor_id,
        actor_name,
        resource,
        record_id,
        record_name,
        data,
    }
}

fn visible(mut data: Map<String, Value>, table: &Table, actor: &Actor) -> Map<String, Value> {
    data.retain(|key, _| actor.access.field(table.noun, key).access != FieldAccess::Hidden);
    data
}

/// `{key: {"old", "new"}}` for the keys that are told; covered ones say only that they changed.
fn changes(
    data: Map<String, Value>,
    resource: &str,
    tables: &[&'static Table],
    actor: &Actor,
    covered: &BTreeSet<String>,
) -> Map<String, Value> {
    let Some(table) = tables.iter().find(|table| table.name == resource) else {
        return Map::new();
    };
    let told = told_fields(table, actor);
    let pairs = data.into_iter().filter(|(key, _)| told.contains(key)).map(|(key, pair)| {
        let right = table.column(&key).map(|column| table.right(&actor.access, column));
        let hidden = right.is_none_or(|right| right.mask != Mask::None) || covered.contains(&key);
        let side = |at: usize| if hidden { Value::Null } else { pair.get(at).cloned().unwrap_or_default() };
        let change = serde_json::json!({"old": side(0), "new": side(1), "covered": hidden});
        (key, change)
    });
    pairs.collect()
}
