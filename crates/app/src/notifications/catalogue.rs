//! Every event there is: what it is called, what can be said of it, and who hears of it.

use std::{collections::HashMap, sync::LazyLock};

use guanxi_domain::{
    Result,
    fields::Kind,
    notifications::{
        event::{self, Event, LIFE, Once, USUAL},
        preset,
        rule::{Channel, Recipient},
    },
};
use guanxi_persistence::{
    Table, Tx,
    notifications::{self as store, StoredTemplate},
    tables,
};

/// Kinds of records of which nothing is told: the messages themselves.
const SILENT: &[&str] = &["notifications", "notification_deliveries", "webhook_deliveries"];

/// An event, with what depends on its record.
#[derive(Clone)]
pub struct Known {
    pub name: String,
    pub label: [String; 2],
    /// The table of its record, where that is one people read.
    pub table: Option<&'static Table>,
    /// What the product knows of it; nothing of what happens to every kind of record alike.
    pub preset: Option<&'static Event>,
}

impl Known {
    pub fn once(&self) -> Once {
        self.preset.map_or(Once::Day, |event| event.once)
    }

    /// What a template may say.
    pub fn variables(&self) -> Vec<String> {
        let mut names: Vec<String> = event::EVERYWHERE.iter().map(|name| (*name).to_owned()).collect();
        if let Some(table) = self.table {
            for column in table.all_columns().filter(|column| column.kind != Kind::Json) {
                names.push(format!("{}.{}", table.noun, column.key));
                if let Some(stem) = column.key.strip_suffix("_name") {
                    names.push(format!("{stem}.name"));
                }
            }
        }
        names.extend(self.preset.iter().flat_map(|event| event.details).map(|detail| format!("detail.{detail}")));
        names.sort();
        names.dedup();
        names
    }

    /// The product's own words.
    pub fn words(&self, english: bool) -> [&'static str; 2] {
        match self.preset {
            Some(event) if english => event.en,
            Some(event) => event.zh,
            None => USUAL,
        }
    }
}

/// All events: those the product knows of, and what happens to every kind of record alike.
pub fn all() -> &'static [Known] {
    static ALL: LazyLock<Vec<Known>> = LazyLock::new(list);
    &ALL
}

pub fn find(name: &str) -> Option<&'static Known> {
    static BY_NAME: LazyLock<HashMap<&str, &Known>> =
        LazyLock::new(|| all().iter().map(|known| (known.name.as_str(), known)).collect());
    BY_NAME.get(name).copied()
}

fn list() -> Vec<Known> {
    let tables = tables::all();
    let by_name = |name: &str| tables.iter().find(|table| table.name == name).copied();
    let own = preset::EVENTS.iter().map(|event| Known {
        name: event.name.to_owned(),
        label: event.label.map(str::to_owned),
        table: by_name(event.resource),
        preset: Some(event),
    });
    let life = tables.iter().filter(|table| !SILENT.contains(&table.name)).flat_map(|table| {
        LIFE.iter().map(|(verb, [zh, en])| Known {
            name: format!("{}.{verb}", table.noun),
            label: [format!("{}{zh}", table.label[0]), format!("{} {en}", table.label[1])],
            table: Some(table),
            preset: None,
        })
    });
    own.chain(life.filter(|known| event::find(&known.name).is_none())).collect()
}

/// Who is told of an event, and by which channels.
#[derive(Debug, Clone)]
pub struct Rule {
    pub recipients: Vec<Recipient>,
    pub channels: Vec<Channel>,
    pub urgent: bool,
}

/// The rules in force, by event: the organisation's own, else the product's.
pub async fn rules(tx: &mut Tx) -> Result<HashMap<String, Vec<Rule>>> {
    let stored = store::rules(tx).await?;
    let mut rules: HashMap<String, Vec<Rule>> = HashMap::new();
    for event in preset::EVENTS.iter().filter(|event| !event.to.is_empty()) {
        rules.insert(event.name.to_owned(), vec![usual(event)]);
    }
    for rule in &stored {
        rules.remove(&rule.event);
    }
    for rule in stored.into_iter().filter(|rule| rule.is_active) {
        let recipients = serde_json::from_value(rule.recipients).unwrap_or_default();
        let channels = rule.channels.iter().filter_map(|word| Channel::parse(word)).collect();
        rules.entry(rule.event).or_default().push(Rule { recipients, channels, urgent: rule.urgent });
    }
    Ok(rules)
}

/// The product's own rule.
pub fn usual(event: &Event) -> Rule {
    let recipients = event.to.iter().map(|kind| Recipient { kind: *kind, ids: Vec::new() }).collect();
    Rule { recipients, channels: event.channels.to_vec(), urgent: false }
}

/// Title and body for a channel and a language: the organisation's own words, else the product's.
pub fn words<'a>(own: &'a [StoredTemplate], known: &Known, channel: Channel, locale: &str) -> [&'a str; 2] {
    let own = own.iter().find(|own| own.event == known.name && own.channel == channel.word() && own.locale == locale);
    match own {
        Some(own) => [&own.subject, &own.body],
        None => known.words(locale == "en"),
    }
}
