//! A message for one person: in his language, with what he may read.

use guanxi_domain::{
    access::Locale,
    notifications::{
        rule::Channel,
        template::{self, one_line, show},
    },
};
use guanxi_persistence::Table;
use serde_json::{Map, Value};

use chrono_tz::Tz;

/// The longest title.
const TITLE: usize = 200;
const BODY: usize = 5_000;

/// What a message can speak of.
pub struct Matter<'a> {
    pub event: &'a str,
    pub table: Option<&'static Table>,
    /// The record as the recipient sees it; none where it is none that people read.
    pub record: Option<&'a Map<String, Value>>,
    pub details: &'a Map<String, Value>,
    pub actor: &'a str,
    pub recipient: &'a str,
    pub organisation: &'a str,
    pub date: &'a str,
    pub link: &'a str,
    pub locale: Locale,
    pub zone: Tz,
}

/// Title and body.
pub fn compose(matter: &Matter, channel: Channel, [title, body]: [&str; 2]) -> (String, String) {
    let value = |name: &str| matter.value(name);
    let title = one_line(&template::render(title, channel, value), TITLE);
    let body: String = template::render(body, channel, value).trim().chars().take(BODY).collect();
    let title = if title.is_empty() { one_line(matter.event, TITLE) } else { title };
    (title, body)
}

impl Matter<'_> {
    fn value(&self, name: &str) -> Option<String> {
        let known = |text: &str| Some(text.to_owned());
        match name {
            "event" => known(self.event),
            "actor.name" => known(self.actor),
            "recipient.name" => known(self.recipient),
            "organisation" => known(self.organisation),
            "date" => known(self.date),
            "link" => known(self.link),
            "record" => Some(self.title()),
            _ => self.detail(name).or_else(|| self.column(name)),
        }
    }

    fn detail(&self, name: &str) -> Option<String> {
        let key = name.strip_prefix("detail.")?;
        Some(self.details.get(key).map(|value| self.show(value)).unwrap_or_default())
    }

    /// What the record says; nothing where it is hidden from the recipient.
    fn column(&self, name: &str) -> Option<String> {
        let (object, key) = name.split_once('.')?;
        let own = self.table.filter(|table| table.noun == object);
        let value = match own {
            Some(table) if table.has(key) => self.record?.get(key)?,
            _ if key == "name" => {
                let table = self.table?;
                let key = format!("{object}_name");
                if table.has(&key) { self.record?.get(&key)? } else { return Some(String::new()) }
            }
            _ => return Some(String::new()),
        };
        Some(self.show(value))
    }

    /// What people call the record.
    fn title(&self) -> String {
        let Some(record) = self.record else { return String::new() };
        let keys = ["name", "title", "topic", "number", "no", "customer_name", "lead_name", "owner_name"];
        let found = keys.into_iter().filter_map(|key| record.get(key)?.as_str()).find(|text| !text.is_empty());
        found.map(str::to_owned).unwrap_or_default()
    }

    fn show(&self, value: &Value) -> String {
        show(value, self.locale, self.zone)
    }
}
