//! What happens that people may be told of (annex D).

use super::rule::{Channel, RecipientKind};

/// How often somebody hears the same of the same record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Once {
    /// Once on a business date.
    Day,
    /// Each time.
    Each,
    /// Once for each value of this in what the event carries.
    For(&'static str),
}

/// An event that the product has words for.
#[derive(Debug, Clone, Copy)]
pub struct Event {
    pub name: &'static str,
    /// The table of the record it is about.
    pub resource: &'static str,
    /// What it is called, Chinese and English.
    pub label: [&'static str; 2],
    /// Who is told where the organisation has no rule of its own; nobody where this is empty.
    pub to: &'static [RecipientKind],
    pub channels: &'static [Channel],
    pub once: Once,
    /// Told only when this is true in what the event carries.
    pub only: Option<&'static str>,
    /// Whether nobody is disturbed by it before the morning: it sums up what was.
    pub morning: bool,
    /// Whether it comes at any hour and however much went out that day, whatever a rule says.
    pub urgent: bool,
    /// Up to how many of them at once are told of one by one; of more, somebody hears in one message a day.
    pub singly: usize,
    /// What it carries that templates may say, as `detail.…`. What is called like a column is covered like it.
    pub details: &'static [&'static str],
    /// What else of it shows the values of a column: (detail, column).
    pub shows: &'static [(&'static str, &'static str)],
    /// Title and body, Chinese.
    pub zh: [&'static str; 2],
    /// Title and body, English.
    pub en: [&'static str; 2],
}

impl Event {
    pub(super) const fn new(name: &'static str, resource: &'static str, label: [&'static str; 2]) -> Self {
        Self {
            name,
            resource,
            label,
            to: &[],
            channels: &[],
            once: Once::Day,
            only: None,
            morning: false,
            urgent: false,
            singly: MANY,
            details: &[],
            shows: &[],
            zh: USUAL,
            en: USUAL,
        }
    }

    pub(super) const fn to(mut self, to: &'static [RecipientKind]) -> Self {
        self.to = to;
        self
    }

    pub(super) const fn by(mut self, channels: &'static [Channel]) -> Self {
        self.channels = channels;
        self
    }

    pub(super) const fn each(mut self) -> Self {
        self.once = Once::Each;
        self
    }

    pub(super) const fn once_for(mut self, key: &'static str) -> Self {
        self.once = Once::For(key);
        self
    }

    pub(super) const fn in_the_morning(mut self) -> Self {
        self.morning = true;
        self
    }

    pub(super) const fn urgent(mut self) -> Self {
        self.urgent = true;
        self
    }

    /// What comes in numbers, by night mostly: more than one of them are told of together.
    pub(super) const fn gathered(mut self) -> Self {
        self.singly = 1;
        self
    }

    pub(super) const fn shows(mut self, columns: &'static [(&'static str, &'static str)]) -> Self {
        self.shows = columns;
        self
    }

    pub(super) const fn only(mut self, key: &'static str) -> Self {
        self.only = Some(key);
        self
    }

    pub(super) const fn carries(mut self, details: &'static [&'static str]) -> Self {
        self.details = details;
        self
    }

    pub(super) const fn zh(mut self, title: &'static str, body: &'static str) -> Self {
        self.zh = [title, body];
        self
    }

    pub(super) const fn en(mut self, title: &'static str, body: &'static str) -> Self {
        self.en = [title, body];
        self
    }
}

/// More messages of one kind than this, at once, nobody reads.
pub const MANY: usize = 20;

/// The words for many events of one kind.
pub fn many(label: &str, count: i64, english: bool) -> String {
    if english { format!("{label}: {count}") } else { format!("{label}：{count} 条") }
}

/// The words for an event that has none of its own.
pub const USUAL: [&str; 2] = ["{{event}}: {{record}}", "{{actor.name}}"];

/// What every template may say.
pub const EVERYWHERE: &[&str] = &["event", "record", "actor.name", "recipient.name", "organisation", "date", "link"];

/// Finds an event by its name.
pub fn find(name: &str) -> Option<&'static Event> {
    super::preset::EVENTS.iter().find(|event| event.name == name)
}

/// The words for a verb that every kind of record has: `lead.updated`.
pub const LIFE: &[(&str, [&str; 2])] = &[
    ("created", ["已新建", "created"]),
    ("updated", ["已修改", "updated"]),
    ("deleted", ["已删除", "deleted"]),
    ("restored", ["已恢复", "restored"]),
];

#[cfg(test)]
mod tests {
    use super::super::{preset::EVENTS, template};

    #[test]
    fn every_event_has_a_name_of_its_own_and_words_that_can_be_filled() {
        let mut names: Vec<_> = EVENTS.iter().map(|event| event.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), EVENTS.len());
        for event in EVENTS {
            assert!(event.name.contains('.') && !event.label[0].is_empty() && !event.label[1].is_empty());
            for words in event.zh.iter().chain(&event.en) {
                for name in template::variables(words).unwrap() {
                    let detail = name.strip_prefix("detail.");
                    assert!(detail.is_none_or(|detail| event.details.contains(&detail)), "{}: {name}", event.name);
                }
            }
        }
    }
}
