//! From what happened to who is told: reads the stream of events of each organisation where it was left, tells
//! everybody concerned, and moves on, all in one transaction. Told twice, nothing is told again.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    time::Duration,
};

use chrono_tz::Tz;
use guanxi_domain::{
    Actor, Error, Permission, Result, UserId,
    access::{self, Locale},
    notifications::{
        delivery::{self, QuietHours, dedupe_key, not_before},
        people::goes,
        rule::Channel,
    },
    settings::{SMS_QUIET_HOURS, Settings},
    time,
};
use guanxi_persistence::{
    Db, Table, Tx,
    feed::Place,
    notifications::{
        self as store, StoredTemplate, Told,
        dispatch::{self as places, Happening, Organisation},
        people::{self, Person},
        sending::{self, Outgoing},
        webhook,
    },
    read, settings, tables,
};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{
    calls,
    catalogue::{self, Known, Rule},
    compose::{Matter, compose},
    readers,
    recipients::{Event, Finder},
};

/// So many events are told of in one transaction.
const BATCH: i64 = 200;

/// One process's look at whom there is something to tell.
#[derive(Default)]
pub struct Scout {
    place: Option<Place>,
    /// Those who could not be served the last time.
    again: HashSet<Organisation>,
}

impl Scout {
    /// Everybody is looked at anew, also those of whom nothing new has happened.
    pub fn forget(&mut self) {
        self.place = None;
    }

    /// Tells all there is to tell now.
    pub async fn round(&mut self, db: &Db) -> Result<()> {
        let (news, place) = places::news(db, self.place).await?;
        let mut organisations = std::mem::take(&mut self.again);
        organisations.extend(news);
        self.place = Some(place);
        for organisation in organisations {
            match serve(db, organisation).await {
                Ok(true) => {}
                Ok(false) => {
                    self.again.insert(organisation);
                }
                Err(error) => {
                    tracing::error!(tenant.id = %organisation.tenant, %error, "events could not be told of");
                    self.again.insert(organisation);
                }
            }
        }
        Ok(())
    }
}

/// How often an event is tried again before it is left behind, and the first pause.
const ATTEMPTS: u32 = 4;
const PAUSE: Duration = Duration::from_millis(500);

/// Tells of everything in one organisation; false where somebody else is at it. An event that nobody can be told of does
/// not keep the others waiting.
async fn serve(db: &Db, organisation: Organisation) -> Result<bool> {
    loop {
        match step(db, organisation, BATCH, false).await {
            Ok(Step::Taken) => return Ok(false),
            Ok(Step::Done) => return Ok(true),
            Ok(Step::More) => {}
            Err(Error::Retry) => return Ok(false),
            Err(error) => {
                tracing::error!(tenant.id = %organisation.tenant, %error, "events could not be told of at once");
                one_by_one(db, organisation).await?;
            }
        }
    }
}

async fn one_by_one(db: &Db, organisation: Organisation) -> Result<()> {
    let mut failures = 0;
    for _ in 0..BATCH {
        match step(db, organisation, 1, false).await {
            Ok(Step::More) => failures = 0,
            Ok(Step::Done | Step::Taken) | Err(Error::Retry) => return Ok(()),
            // What failed once may have been the database's fault: the same event is tried again, later and later.
            Err(error) if failures < ATTEMPTS => {
                failures += 1;
                tracing::warn!(tenant.id = %organisation.tenant, %error, failures, "nobody was told of an event yet");
                tokio::time::sleep(PAUSE * failures).await;
            }
            Err(error) => {
                failures = 0;
                tracing::error!(tenant.id = %organisation.tenant, %error, "nobody is told of an event");
                step(db, organisation, 1, true).await?;
            }
        }
    }
    Ok(())
}

enum Step {
    Taken,
    Done,
    More,
}

async fn step(db: &Db, organisation: Organisation, most: i64, skip: bool) -> Result<Step> {
    let mut tx = db.begin(Actor::system(organisation.tenant, organisation.zone)).await?;
    let Some(place) = places::take(&mut tx).await? else {
        tx.rollback().await?;
        return Ok(Step::Taken);
    };
    let rules = catalogue::rules(&mut tx).await?;
    let listeners = webhook::listeners(&mut tx).await?;
    let mut kinds: BTreeSet<String> = rules.keys().cloned().collect();
    kinds.extend(calls::kinds(&listeners));
    let kinds: Vec<String> = kinds.into_iter().collect();
    let (happened, end, more) = places::happened(&mut tx, place, &kinds, most).await?;
    if !skip && !happened.is_empty() {
        tell(&mut tx, &happened, &rules).await?;
        calls::tell(&mut tx, &happened, &listeners).await?;
    }
    places::leave(&mut tx, end).await?;
    tx.commit().await?;
    Ok(if more { Step::More } else { Step::Done })
}

/// What one person is to be told of one event.
struct Message {
    happening: usize,
    recipient: UserId,
    channels: BTreeSet<Channel>,
    urgent: bool,
}

async fn tell(tx: &mut Tx, happened: &[Happening], rules: &HashMap<String, Vec<Rule>>) -> Result<()> {
    let known: HashMap<String, Known> = catalogue::all().into_iter().map(|known| (known.name.clone(), known)).collect();
    let facts = Facts::read(tx, happened).await?;
    let mut messages = messages(tx, happened, rules, &known, &facts).await?;
    if messages.is_empty() {
        return Ok(());
    }
    let ids: Vec<UserId> =
        messages.iter().map(|message| message.recipient).collect::<BTreeSet<_>>().into_iter().collect();
    let people: HashMap<UserId, Person> =
        people::people(tx, &ids).await?.into_iter().map(|person| (person.id, person)).collect();
    let mut seen = Seen::default();
    let epoch = readers::epoch(tx).await?;
    for person in people.values() {
        seen.ask(tx, epoch, person.id, &messages, happened, &facts).await?;
    }
    messages.retain(|message| {
        people.contains_key(&message.recipient) && seen.may(message.recipient, &happened[message.happening])
    });
    let writer = Writer {
        own: store::templates(tx).await?,
        organisation: people::organisation(tx).await?,
        actors: actors(tx, happened).await?,
        settings: settings::load(tx).await?,
        zone: tx.actor().zone,
    };
    let mut told = Vec::new();
    let mut outgoing = Vec::new();
    let now = tx.now();
    for message in &messages {
        let happening = &happened[message.happening];
        let (Some(known), Some(person)) = (known.get(&happening.kind), people.get(&message.recipient)) else {
            continue;
        };
        let date = time::business_date(happening.occurred_at, writer.zone);
        let details = facts.details(happening, seen.records(message.recipient));
        let record = seen.records(message.recipient).get(&happening.record_id);
        let write = |channel| writer.write(known, person, happening, record, &details, channel);
        let (title, body) = write(Channel::InApp);
        let id = Uuid::now_v7();
        told.push(Told {
            id,
            recipient: person.id,
            event: happening.kind.clone(),
            title,
            body,
            resource: happening.resource.replace('_', "-"),
            record: happening.record_id,
            urgent: message.urgent,
            dedupe_key: dedupe_key(&happening.kind, happening.record_id, date, known.once(), happening.id, &details),
        });
        for channel in message.channels.iter().copied().filter(|channel| *channel != Channel::InApp) {
            let address = if channel == Channel::Email { person.email.clone() } else { person.mobile.clone() };
            if address.is_none() && matches!(channel, Channel::Email | Channel::Sms) {
                continue;
            }
            let (subject, body) = write(channel);
            outgoing.push(Outgoing {
                notification: Some(id),
                event: happening.kind.clone(),
                recipient: person.id,
                channel: channel.word(),
                address,
                subject,
                body,
                urgent: message.urgent,
                not_before: if message.urgent {
                    now
                } else {
                    not_before(now, writer.zone, &writer.quiet(known, person, channel))
                },
            });
        }
    }
    let fresh: HashSet<Uuid> = store::tell(tx, &told).await?.into_iter().collect();
    outgoing.retain(|message| message.notification.is_some_and(|id| fresh.contains(&id)));
    sending::enqueue(tx, &outgoing).await?;
    Ok(())
}

/// Who is to be told of what, before it is asked what he may see.
async fn messages(
    tx: &mut Tx,
    happened: &[Happening],
    rules: &HashMap<String, Vec<Rule>>,
    known: &HashMap<String, Known>,
    facts: &Facts,
) -> Result<Vec<Message>> {
    let mut finder = Finder::default();
    let mut found: BTreeMap<(usize, UserId), (BTreeSet<Channel>, bool)> = BTreeMap::new();
    for (index, happening) in happened.iter().enumerate() {
        let only = known.get(&happening.kind).and_then(|known| known.preset?.only);
        if only.is_some_and(|flag| happening.payload.get(flag) != Some(&Value::Bool(true))) {
            continue;
        }
        let event = Event { happening, record: facts.records.get(&happening.record_id) };
        for rule in rules.get(&happening.kind).into_iter().flatten() {
            for user in finder.find(tx, &event, &rule.recipients).await? {
                let (channels, urgent) = found.entry((index, user)).or_default();
                channels.extend(&rule.channels);
                *urgent |= rule.urgent;
            }
        }
    }
    let ids: Vec<UserId> = found.keys().map(|(_, user)| *user).collect::<BTreeSet<_>>().into_iter().collect();
    let choices: HashMap<UserId, _> =
        people::people(tx, &ids).await?.into_iter().map(|person| (person.id, person.choices)).collect();
    let message = |((happening, recipient), (in_rule, urgent)): ((usize, UserId), (BTreeSet<Channel>, bool))| {
        let chosen = choices.get(&recipient).and_then(|choices| choices.as_ref()?.get(&happened[happening].kind));
        let channels = Channel::ALL.into_iter().filter(|channel| {
            goes(*channel, in_rule.contains(channel), chosen.and_then(|chosen| chosen.get(channel.word())).copied())
        });
        Message { happening, recipient, channels: channels.collect(), urgent }
    };
    Ok(found.into_iter().map(message).collect())
}

/// What the product knows of the records of a batch.
struct Facts {
    records: HashMap<Uuid, Map<String, Value>>,
    comments: HashMap<Uuid, String>,
}

impl Facts {
    async fn read(tx: &mut Tx, happened: &[Happening]) -> Result<Self> {
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

    /// What templates may say as `detail.…`: what the event carries, one level deep, and what it only names.
    fn details(&self, happening: &Happening, seen: &HashMap<Uuid, Map<String, Value>>) -> Map<String, Value> {
        let mut details = happening.payload.as_object().cloned().unwrap_or_default();
        let nested: Vec<(String, Value)> = details
            .values()
            .filter_map(Value::as_object)
            .flatten()
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect();
        details.extend(nested);
        if let Some(comment) = id_in(&happening.payload, "comment_id") {
            let text = self.comments.get(&comment).cloned().unwrap_or_default();
            details.insert("comment".to_owned(), text.into());
        }
        if let Some(plans) = happening.payload.get("plans").and_then(Value::as_array) {
            let lines = plans.iter().filter_map(|plan| Some(line(seen.get(&id_in(plan, "id")?)?)));
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

/// The table of records that people read, and the permission to.
pub(super) fn readable(name: &str) -> Option<(&'static Table, Permission)> {
    let table = tables::all().into_iter().find(|table| table.name == name)?;
    Some((table, access::permission(&format!("{}:read", table.noun))?))
}

/// What each recipient may see of the records of a batch.
#[derive(Default)]
struct Seen {
    by_person: HashMap<UserId, HashMap<Uuid, Map<String, Value>>>,
}

impl Seen {
    /// One question for each kind of record, about all that somebody is to be told of.
    async fn ask(
        &mut self,
        tx: &mut Tx,
        epoch: i64,
        user: UserId,
        messages: &[Message],
        happened: &[Happening],
        facts: &Facts,
    ) -> Result<()> {
        let Some(reader) = readers::reader(tx, epoch, user).await? else { return Ok(()) };
        let mut by_table: BTreeMap<&str, BTreeSet<Uuid>> = BTreeMap::new();
        for message in messages.iter().filter(|message| message.recipient == user) {
            let happening = &happened[message.happening];
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
        self.by_person.insert(user, records);
        Ok(())
    }

    fn records(&self, user: UserId) -> &HashMap<Uuid, Map<String, Value>> {
        static NOTHING: std::sync::LazyLock<HashMap<Uuid, Map<String, Value>>> = std::sync::LazyLock::new(HashMap::new);
        self.by_person.get(&user).unwrap_or(&NOTHING)
    }

    /// Whether somebody may be told of an event: he sees its record, or it is about himself, or about what only he and
    /// the product know of.
    fn may(&self, user: UserId, happening: &Happening) -> bool {
        let Some(records) = self.by_person.get(&user) else { return false };
        let is_record = readable(&happening.resource).is_some();
        records.contains_key(&happening.record_id) || happening.record_id == Uuid::from(user) || !is_record
    }
}

/// The names of those who did it.
async fn actors(tx: &mut Tx, happened: &[Happening]) -> Result<HashMap<UserId, String>> {
    let ids: Vec<UserId> = happened.iter().filter_map(|happening| happening.actor_id).collect();
    Ok(people::names(tx, &ids).await?.into_iter().collect())
}

/// Writes messages.
struct Writer {
    own: Vec<StoredTemplate>,
    organisation: String,
    actors: HashMap<UserId, String>,
    settings: Settings,
    zone: Tz,
}

impl Writer {
    fn write(
        &self,
        known: &Known,
        person: &Person,
        happening: &Happening,
        record: Option<&Map<String, Value>>,
        details: &Map<String, Value>,
        channel: Channel,
    ) -> (String, String) {
        let english = person.locale == "en";
        let actor = happening.actor_id.and_then(|actor| self.actors.get(&actor)).map(String::as_str);
        let zone = person.timezone.as_deref().and_then(|zone| zone.parse().ok()).unwrap_or(self.zone);
        let matter = Matter {
            event: &known.label[usize::from(english)],
            table: known.table,
            record,
            details,
            actor: actor.unwrap_or(if english { "Guanxi" } else { "系统" }),
            recipient: &person.name,
            organisation: &self.organisation,
            date: &time::business_date(happening.occurred_at, self.zone).to_string(),
            link: &format!("/{}/{}", happening.resource.replace('_', "-"), happening.record_id),
            locale: if english { Locale::En } else { Locale::ZhCn },
            zone,
        };
        compose(&matter, channel, catalogue::words(&self.own, known, channel, &person.locale))
    }

    /// When somebody is not to be disturbed by a channel.
    fn quiet(&self, known: &Known, person: &Person, channel: Channel) -> Vec<QuietHours> {
        let own = person.quiet_hours.as_ref().and_then(|quiet| serde_json::from_value(quiet.0.clone()).ok());
        let [from, to] = self.settings.get(SMS_QUIET_HOURS);
        let night = (channel == Channel::Sms).then_some(QuietHours { from, to });
        let digest = known.preset.filter(|event| event.morning).map(|_| delivery::night());
        own.into_iter().chain(night).chain(digest).collect()
    }
}
