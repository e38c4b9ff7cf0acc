//! From what happened to who is told: the people whom rules mean, as far as they may see it, in their words and by the
//! ways they chose. Of much at once they hear in one message.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;
use guanxi_domain::{
    Result, UserId,
    access::Locale,
    notifications::{
        delivery::{self, QuietHours, dedupe_key, not_before},
        event::{MANY, many},
        people::goes,
        rule::Channel,
    },
    settings::Settings,
    time,
};
use guanxi_persistence::{
    Tx,
    access::rights,
    notifications::{
        self as store, Gathered, StoredTemplate, Told,
        dispatch::Happening,
        people::{self, Person},
        sending::{self, Outgoing},
    },
    settings,
};
use serde_json::Value;
use uuid::Uuid;

use super::{
    catalogue::{self, Known, Rule},
    compose::{Matter, compose},
    recipients::{Event, Finder},
    seen::{Facts, Reader, Seen},
};

/// So many messages are made in one transaction, unless one event alone is told to more.
const MOST: usize = 4_000;
/// So many records are named in a message about many.
const NAMED: usize = 10;
/// How long a mail about many waits for those that come yet.
const GATHERING: Duration = Duration::minutes(5);

/// What one person is to be told of one event.
struct Message<'a> {
    known: &'a Known,
    happening: &'a Happening,
    recipient: UserId,
    channels: BTreeSet<Channel>,
    urgent: bool,
}

/// Tells of what happened, and of how many of it: not more than is done at once.
pub async fn tell(tx: &mut Tx, happened: &[Happening], rules: &HashMap<String, Vec<Rule>>) -> Result<usize> {
    let facts = Facts::read(tx, happened).await?;
    let (found, reached) = concerned(tx, happened, rules, &facts).await?;
    let ids: BTreeSet<UserId> = found.keys().map(|(_, user)| *user).collect();
    let ids: Vec<UserId> = ids.into_iter().collect();
    let people: BTreeMap<UserId, Person> =
        people::people(tx, &ids).await?.into_iter().map(|person| (person.id, person)).collect();
    let messages = found.into_iter().filter_map(|((happening, recipient), (in_rule, urgent))| {
        let (happening, person) = (&happened[happening], people.get(&recipient)?);
        let chosen = person.choices.as_ref().and_then(|choices| choices.get(&happening.kind));
        let channels = Channel::ALL.into_iter().filter(|channel| {
            goes(*channel, in_rule.contains(channel), chosen.and_then(|chosen| chosen.get(channel.word())).copied())
        });
        let known = catalogue::find(&happening.kind)?;
        let urgent = urgent || known.preset.is_some_and(|event| event.urgent);
        Some(Message { known, happening, recipient, channels: channels.collect(), urgent })
    });
    let mut by_person: BTreeMap<UserId, BTreeMap<&str, Vec<Message>>> = BTreeMap::new();
    for message in messages {
        by_person.entry(message.recipient).or_default().entry(&message.known.name).or_default().push(message);
    }
    let mut seen = Seen::default();
    let epoch = rights::epoch(tx).await?;
    for (person, kinds) in &mut by_person {
        seen.ask(tx, epoch, *person, kinds.values().flatten().map(|message| message.happening), &facts).await?;
        for messages in kinds.values_mut() {
            messages.retain(|message| seen.may(*person, message.happening));
        }
    }
    let mut writer = Writer {
        facts: &facts,
        own: store::templates(tx).await?,
        organisation: people::organisation(tx).await?,
        actors: actors(tx, happened).await?,
        settings: settings::load(tx).await?,
        zone: tx.actor().zone,
        now: tx.now(),
        gathered: store::gathered(tx, &ids, &gathered_key("", tx.now(), tx.actor().zone)).await?,
        told: Vec::new(),
        keys: HashSet::new(),
        outgoing: Vec::new(),
    };
    for (id, kinds) in by_person {
        let (Some(person), Some(reader)) = (people.get(&id), seen.by(id)) else { continue };
        for (_, messages) in kinds {
            writer.write(person, reader, &messages);
        }
    }
    let Writer { told, mut outgoing, .. } = writer;
    let fresh: HashSet<Uuid> = store::tell(tx, &told).await?.into_iter().collect();
    let (new, more): (Vec<_>, Vec<_>) =
        outgoing.drain(..).partition(|one| one.notification.is_some_and(|id| fresh.contains(&id)));
    sending::enqueue(tx, &new).await?;
    sending::amend(tx, &more).await?;
    Ok(reached)
}

/// Of an event, whom it concerns: by which channels, and whether at any hour.
type Concerned = BTreeMap<(usize, UserId), (BTreeSet<Channel>, bool)>;

/// Who is to be told of what, before it is asked what he may see; and of how many events that is.
async fn concerned(
    tx: &mut Tx,
    happened: &[Happening],
    rules: &HashMap<String, Vec<Rule>>,
    facts: &Facts,
) -> Result<(Concerned, usize)> {
    let mut finder = Finder::default();
    let mut found = Concerned::new();
    for (index, happening) in happened.iter().enumerate() {
        if found.len() >= MOST {
            return Ok((found, index));
        }
        let only = catalogue::find(&happening.kind).and_then(|known| known.preset?.only);
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
    Ok((found, happened.len()))
}

/// The names of those who did it.
async fn actors(tx: &mut Tx, happened: &[Happening]) -> Result<HashMap<UserId, String>> {
    let ids: Vec<UserId> = happened.iter().filter_map(|happening| happening.actor_id).collect();
    Ok(people::names(tx, &ids).await?.into_iter().collect())
}

/// What tells the message about many of one kind within an hour from others; without a kind, how all of that hour end.
fn gathered_key(kind: &str, now: DateTime<Utc>, zone: Tz) -> String {
    format!("{kind} gathered {}", now.with_timezone(&zone).format("%Y-%m-%d %H"))
}

/// Writes messages.
struct Writer<'a> {
    facts: &'a Facts,
    own: Vec<StoredTemplate>,
    organisation: String,
    actors: HashMap<UserId, String>,
    settings: Settings,
    zone: Tz,
    now: DateTime<Utc>,
    /// The messages about many that there are today already.
    gathered: Vec<Gathered>,
    told: Vec<Told>,
    /// Who is told what by them.
    keys: HashSet<(UserId, String)>,
    outgoing: Vec<Outgoing>,
}

impl Writer<'_> {
    /// Writes what somebody is told of events of one kind: one by one, or of all together.
    fn write(&mut self, person: &Person, reader: &Reader, messages: &[Message]) {
        // What is urgent goes by itself.
        let (urgent, messages): (Vec<&Message>, Vec<&Message>) = messages.iter().partition(|message| message.urgent);
        for message in urgent {
            self.write_one(person, reader, message);
        }
        let Some(first) = messages.first() else { return };
        let key = gathered_key(&first.known.name, self.now, self.zone);
        let before = self.gathered.iter().find(|one| one.recipient_id == person.id && one.dedupe_key == key);
        let singly = first.known.preset.map_or(MANY, |event| event.singly);
        if messages.len() <= singly && before.is_none() {
            for message in messages {
                self.write_one(person, reader, message);
            }
            return;
        }
        let count = before.map_or(0, |before| before.count) + i64::try_from(messages.len()).unwrap_or_default();
        let english = person.locale == "en";
        let title = many(&first.known.label[usize::from(english)], count, english);
        let name = |message: &&Message| self.words(person, reader, message, Channel::InApp, Some(["{{record}}", ""])).0;
        let mut names: Vec<String> = messages.iter().take(NAMED).map(name).collect();
        // What is new comes first.
        names.extend(before.iter().flat_map(|before| before.body.lines()).map(str::to_owned));
        if usize::try_from(count).is_ok_and(|count| count > NAMED) {
            names.truncate(NAMED);
            names.push("…".to_owned());
        }
        let names = names.join("\n");
        let id = before.map_or_else(Uuid::now_v7, |before| before.id);
        let channels: BTreeSet<Channel> = messages.iter().flat_map(|message| &message.channels).copied().collect();
        self.told.push(Told {
            id,
            recipient: person.id,
            event: first.known.name.clone(),
            title: title.clone(),
            body: names.clone(),
            resource: first.happening.resource.replace('_', "-"),
            record: first.happening.record_id,
            urgent: false,
            dedupe_key: key,
            count,
        });
        for channel in channels {
            self.send(person, first.known, id, channel, false, (title.clone(), names.clone()), GATHERING);
        }
    }

    fn write_one(&mut self, person: &Person, reader: &Reader, message: &Message) {
        let Message { known, happening, .. } = message;
        let date = time::business_date(happening.occurred_at, self.zone);
        let details = self.facts.details(known, happening, reader);
        let key = dedupe_key(&happening.kind, happening.record_id, date, known.once(), happening.id, &details);
        // Twice in one step is once.
        if !self.keys.insert((person.id, key.clone())) {
            return;
        }
        let (title, body) = self.words(person, reader, message, Channel::InApp, None);
        let id = Uuid::now_v7();
        self.told.push(Told {
            id,
            recipient: person.id,
            event: happening.kind.clone(),
            title,
            body,
            resource: happening.resource.replace('_', "-"),
            record: happening.record_id,
            urgent: message.urgent,
            dedupe_key: key,
            count: 1,
        });
        for channel in &message.channels {
            let words = self.words(person, reader, message, *channel, None);
            self.send(person, known, id, *channel, message.urgent, words, Duration::zero());
        }
    }

    /// Puts a message out to be sent, where the channel leads out of the product and there is an address for it.
    #[expect(clippy::too_many_arguments, reason = "one message is all of these")]
    fn send(
        &mut self,
        person: &Person,
        known: &Known,
        notification: Uuid,
        channel: Channel,
        urgent: bool,
        (subject, body): (String, String),
        wait: Duration,
    ) {
        let Ok(address) = person.address(channel) else { return };
        if channel == Channel::InApp {
            return;
        }
        let earliest = self.now + wait;
        let not_before = if urgent { earliest } else { not_before(earliest, &self.quiet(known, person, channel)) };
        self.outgoing.push(Outgoing {
            notification: Some(notification),
            event: known.name.clone(),
            recipient: person.id,
            channel: channel.word(),
            address,
            subject,
            body,
            urgent,
            not_before,
        });
    }

    /// Title and body for somebody; by these words, or those that there are for the event.
    fn words(
        &self,
        person: &Person,
        reader: &Reader,
        message: &Message,
        channel: Channel,
        words: Option<[&str; 2]>,
    ) -> (String, String) {
        let Message { known, happening, .. } = message;
        let english = person.locale == "en";
        let actor = happening.actor_id.and_then(|actor| self.actors.get(&actor)).map(String::as_str);
        let matter = Matter {
            event: &known.label[usize::from(english)],
            table: known.table,
            record: reader.records.get(&happening.record_id),
            details: &self.facts.details(known, happening, reader),
            actor: actor.unwrap_or(if english { "Guanxi" } else { "系统" }),
            recipient: &person.name,
            organisation: &self.organisation,
            date: &time::business_date(happening.occurred_at, self.zone).to_string(),
            link: &format!("/{}/{}", happening.resource.replace('_', "-"), happening.record_id),
            locale: if english { Locale::En } else { Locale::ZhCn },
            zone: person.zone().unwrap_or(self.zone),
        };
        let words = words.unwrap_or_else(|| catalogue::words(&self.own, known, channel, &person.locale));
        compose(&matter, channel, words)
    }

    /// When somebody is not to be disturbed by a channel.
    fn quiet(&self, known: &Known, person: &Person, channel: Channel) -> Vec<(QuietHours, Tz)> {
        let digest = known.preset.filter(|event| event.morning).map(|_| (delivery::night(), self.zone));
        person.quiet(channel, &self.settings, self.zone).into_iter().chain(digest).collect()
    }
}
