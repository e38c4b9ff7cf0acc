//! What is known of the records that events are about: by the product, and by each person who is to be told.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::{Arc, LazyLock},
};

use guanxi_domain::{
    Access, Permission, Result, UserId,
    access::{self, FieldAccess, Mask},
    notifications::template::COVERED,
};
use guanxi_persistence::{
    Table, Tx,
    notifications::{dispatch::Happening, people},
    read, tables,
};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{catalogue::Known, readers};

type Records = HashMap<Uuid, Map<String, Value>>;

/// The table of records that people read, and the permission to.
pub fn readable(name: &str) -> Option<(&'static Table, Permission)> {
    static READABLE: LazyLock<HashMap<&str, (&Table, Permission)>> = LazyLock::new(|| {
        let read = |table: &'static Table| access::permission(&format!("{}:read", table.noun));
        tables::all().into_iter().filter_map(|table| Some((table.name, (table, read(table)?)))).collect()
    });
    READABLE.get(name).copied()
}

/// What the product knows of the records of a batch.
pub struct Facts {
    pub records: Records,
    comments: HashMap<Uuid, String>,
}

impl Facts {
    pub async fn read(tx: &mut Tx, happened: &[Happening]) -> Result<Self> {
        let mut by_table: BTreeMap<&str, Vec<Uuid>> = BTreeMap::new();
        for happening in happened {
            by_table.entry(&happening.resource).or_default().push(happening.record_id);
        }
        let mut records = HashMap::new();
        for (name, ids) in by_table {
            let Some((table, permission)) = readable(name) else { continue };
            records.extend(read::shown(tx, table, permission, &ids).await?);
        }
        let ids: Vec<Uuid> = happened.iter().filter_map(|one| id_in(&one.payload, "comment_id")).collect();
        let comments = if ids.is_empty() { Vec::new() } else { people::comments(tx, &ids).await? };
        Ok(Self { records, comments: comments.into_iter().collect() })
    }

    /// What templates may say as `detail.…`: what the event carries, one level deep, and what it only names; values of
    /// columns as far as somebody may see those.
    pub fn details(&self, known: &Known, happening: &Happening, reader: &Reader) -> Map<String, Value> {
        let mut details = happening.payload.as_object().cloned().unwrap_or_default();
        let nested: Vec<(String, Value)> = details
            .values()
            .filter_map(Value::as_object)
            .flatten()
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect();
        details.extend(nested);
        if let Some(table) = known.table {
            let shows = known.preset.map_or(&[][..], |event| event.shows);
            for (key, value) in &mut details {
                let column = shows.iter().find(|(detail, _)| detail == key).map_or(key.as_str(), |(_, column)| column);
                if table.has(column)
                    && let Some(covered) = reader.cover(table, column, happening.record_id)
                {
                    *value = covered;
                }
            }
        }
        if let Some(comment) = id_in(&happening.payload, "comment_id") {
            let text = self.comments.get(&comment).cloned().unwrap_or_default();
            details.insert("comment".to_owned(), text.into());
        }
        if let Some(plans) = happening.payload.get("plans").and_then(Value::as_array) {
            let lines = plans.iter().filter_map(|plan| Some(line(reader.records.get(&id_in(plan, "id")?)?)));
            details.insert("plans".to_owned(), lines.collect::<Vec<_>>().join("\n").into());
        }
        details
    }
}

/// A plan in a digest.
fn line(plan: &Map<String, Value>) -> String {
    let keys = ["owner_name", "customer_name", "lead_name", "content"];
    keys.into_iter().filter_map(|key| plan.get(key)?.as_str()).collect::<Vec<_>>().join(" · ")
}

fn id_in(value: &Value, key: &str) -> Option<Uuid> {
    value.get(key)?.as_str()?.parse().ok()
}

/// What somebody may do, and the records of a batch as he sees them.
pub struct Reader {
    access: Arc<Access>,
    pub records: Records,
}

impl Reader {
    /// What he sees in the place of a column's value, where that is less than everything.
    fn cover(&self, table: &Table, column: &str, record: Uuid) -> Option<Value> {
        let right = self.access.field(table.noun, column);
        if right.access == FieldAccess::Hidden {
            return Some(COVERED.into());
        }
        let shown = || self.records.get(&record).and_then(|record| record.get(column)).cloned();
        (right.mask != Mask::None).then(|| shown().unwrap_or_else(|| COVERED.into()))
    }
}

/// What each recipient may see of the records of a batch.
#[derive(Default)]
pub struct Seen {
    by_person: HashMap<UserId, Reader>,
}

impl Seen {
    /// One question for each kind of record, about all that somebody is to be told of.
    pub async fn ask(
        &mut self,
        tx: &mut Tx,
        epoch: i64,
        user: UserId,
        happened: impl Iterator<Item = &Happening>,
        facts: &Facts,
    ) -> Result<()> {
        let Some(reader) = readers::reader(tx, epoch, user).await? else { return Ok(()) };
        let mut by_table: BTreeMap<&str, BTreeSet<Uuid>> = BTreeMap::new();
        for happening in happened {
            if facts.records.contains_key(&happening.record_id) {
                by_table.entry(&happening.resource).or_default().insert(happening.record_id);
            }
            for plan in happening.payload.get("plans").and_then(Value::as_array).into_iter().flatten() {
                by_table.entry("follow_up_plans").or_default().extend(id_in(plan, "id"));
            }
        }
        let mut records = HashMap::new();
        for (name, ids) in by_table {
            let Some((table, permission)) = readable(name) else { continue };
            if !reader.access.may(permission) {
                continue;
            }
            let ids: Vec<Uuid> = ids.into_iter().collect();
            let work = async |tx: &mut Tx| read::shown(tx, table, permission, &ids).await;
            records.extend(tx.acting(reader.clone(), work).await?);
        }
        self.by_person.insert(user, Reader { access: reader.access, records });
        Ok(())
    }

    pub fn by(&self, user: UserId) -> Option<&Reader> {
        self.by_person.get(&user)
    }

    /// Whether somebody may be told of an event: he sees its record, or it is about himself; of what is no record of
    /// people only he hears for whom it was done, and administrators.
    pub fn may(&self, user: UserId, happening: &Happening) -> bool {
        let Some(reader) = self.by_person.get(&user) else { return false };
        if readable(&happening.resource).is_some() {
            return reader.records.contains_key(&happening.record_id) || happening.record_id == Uuid::from(user);
        }
        reader.access.is_admin || id_in(&happening.payload, "recipient_id") == Some(user.into())
    }
}
