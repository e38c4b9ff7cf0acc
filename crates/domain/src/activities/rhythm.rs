//! How often customers and leads are to be spoken to, and the colour of one that waits (4.4).

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::{
    customers::{choices, customer::Lifecycle},
    ownership::HeldObject,
    ownership::Level,
    settings::{CONTACT_DUE_SOON_DAYS, CONTACT_INTERVAL, CONTACT_RULES, CONTACT_SHIFT, LEAD_CONTACT_DAYS, Settings},
    text::Code,
    time,
};

choices! {
    /// How urgent it is to speak to somebody.
    Color { Severe = "severe", Overdue = "overdue", DueSoon = "due_soon", Normal = "normal", None = "none" }
}

/// What an organisation says of some of its customers or leads, beside the intervals of its levels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written")]
pub struct ContactRule {
    pub object: HeldObject,
    pub level: Option<Level>,
    pub lifecycle: Option<Lifecycle>,
    pub relationship: Option<Code>,
    /// Null: they are not due by themselves.
    pub days: Option<u32>,
    pub due_soon_days: Option<u32>,
    pub active: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    object: HeldObject,
    #[serde(default)]
    level: Option<Level>,
    #[serde(default)]
    lifecycle: Option<Lifecycle>,
    #[serde(default)]
    relationship: Option<Code>,
    days: Option<u32>,
    #[serde(default)]
    due_soon_days: Option<u32>,
    #[serde(default = "on")]
    active: bool,
}

fn on() -> bool {
    true
}

impl TryFrom<Written> for ContactRule {
    type Error = &'static str;

    fn try_from(rule: Written) -> Result<Self, Self::Error> {
        let Written { object, level, lifecycle, relationship, days, due_soon_days, active } = rule;
        let sound = days.is_none_or(|days| (1..=3650).contains(&days)) && due_soon_days.is_none_or(|days| days <= 60);
        let fits = object == HeldObject::Customer || (lifecycle.is_none() && relationship.is_none());
        if !sound || !fits {
            return Err("out of bounds");
        }
        Ok(Self { object, level, lifecycle, relationship, days, due_soon_days, active })
    }
}

/// What of a customer or a lead decides over its rhythm.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Party {
    pub level: Option<Level>,
    pub is_key_account: bool,
    pub lifecycle: Option<Lifecycle>,
    pub relationship: Option<String>,
}

impl Party {
    /// As it lies in the database.
    pub fn stored(
        level: Option<&str>,
        is_key_account: bool,
        lifecycle: Option<&str>,
        relationship: Option<String>,
    ) -> Self {
        Self {
            level: level.and_then(|level| level.parse().ok()),
            is_key_account,
            lifecycle: lifecycle.and_then(Lifecycle::of_word),
            relationship,
        }
    }
}

/// For whom, how often, and how many days before somebody is due soon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub level: Option<Level>,
    pub lifecycle: Option<Lifecycle>,
    pub relationship: Option<Code>,
    pub days: Option<u32>,
    pub due_soon: u32,
}

impl Line {
    fn fits(&self, party: &Party) -> bool {
        let level = if party.is_key_account { Some(Level::A) } else { party.level };
        (self.level.is_none() || self.level == level)
            && (self.lifecycle.is_none() || self.lifecycle == party.lifecycle)
            && self.relationship.as_deref().is_none_or(|wanted| Some(wanted) == party.relationship.as_deref())
    }
}

/// Where a contact day that is no working day goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shift {
    None,
    Next,
    Previous,
}

/// The rhythms of one kind of record: the first line that fits decides; the last fits everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rhythms {
    pub lines: Vec<Line>,
    pub shift: Shift,
}

impl Rhythms {
    /// The organisation's rules, those that name most first; then the intervals of the levels. Who is about to be lost
    /// is spoken to twice as often, unless a rule speaks of just him.
    pub fn of(object: HeldObject, settings: &Settings) -> Self {
        let soon = settings.get(CONTACT_DUE_SOON_DAYS);
        let mut rules = settings.get(CONTACT_RULES);
        rules.retain(|rule| rule.active && rule.object == object);
        let named = |rule: &ContactRule| {
            u8::from(rule.level.is_some()) + u8::from(rule.lifecycle.is_some()) + u8::from(rule.relationship.is_some())
        };
        rules.sort_by_key(|rule| std::cmp::Reverse((named(rule), rule.lifecycle.is_some())));
        let mut plain: Vec<Line> = rules
            .into_iter()
            .map(|rule| Line {
                level: rule.level,
                lifecycle: rule.lifecycle,
                relationship: rule.relationship,
                days: rule.days,
                due_soon: rule.due_soon_days.unwrap_or(soon),
            })
            .collect();
        let usual = |level, days| Line { level, lifecycle: None, relationship: None, days, due_soon: soon };
        match object {
            HeldObject::Lead => plain.push(usual(None, Some(settings.get(LEAD_CONTACT_DAYS)))),
            HeldObject::Customer => {
                let days = settings.get(CONTACT_INTERVAL);
                let levels = [Some(Level::A), Some(Level::B), Some(Level::C), None];
                plain.extend(levels.map(|level| usual(level, days.of(level))));
            }
        }
        let lines = plain.into_iter().flat_map(|line| match object {
            HeldObject::Customer if line.lifecycle.is_none() => vec![at_risk(&line), line],
            HeldObject::Customer | HeldObject::Lead => vec![line],
        });
        let shift = match settings.get(CONTACT_SHIFT).as_str() {
            "next" => Shift::Next,
            "previous" => Shift::Previous,
            _ => Shift::None,
        };
        Self { lines: lines.collect(), shift }
    }

    pub fn line(&self, party: &Party) -> Option<&Line> {
        self.lines.iter().find(|line| line.fits(party))
    }

    /// The evening of the day on which somebody who was spoken to `last` is due again. None where no interval is set.
    pub fn next(
        &self,
        last: DateTime<Utc>,
        party: &Party,
        zone: Tz,
        is_working_day: impl Fn(NaiveDate) -> bool,
    ) -> Option<DateTime<Utc>> {
        const LONGEST_HOLIDAY: u32 = 60;
        let day = time::plus(time::business_date(last, zone), self.line(party)?.days?);
        let mut around = (0..LONGEST_HOLIDAY).map(|n| match self.shift {
            Shift::None => day,
            Shift::Next => time::plus(day, n),
            Shift::Previous => time::minus(day, n),
        });
        let day = if self.shift == Shift::None { day } else { around.find(|day| is_working_day(*day)).unwrap_or(day) };
        Some(evening(day, zone))
    }

    /// The colour of somebody who is due on `next`.
    pub fn color(&self, next: Option<NaiveDate>, party: &Party, today: NaiveDate) -> Color {
        let (Some(next), Some(line)) = (next, self.line(party)) else { return Color::None };
        let left = time::days(today, next);
        if left > line.due_soon.into() {
            Color::Normal
        } else if left >= 0 {
            Color::DueSoon
        } else if line.days.is_some_and(|days| -left > i64::from(days)) {
            Color::Severe
        } else {
            Color::Overdue
        }
    }
}

fn at_risk(line: &Line) -> Line {
    Line { lifecycle: Some(Lifecycle::Retention), days: line.days.map(|days| days.div_ceil(2)), ..line.clone() }
}

/// The time of a day at which contacts are due.
pub fn evening(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    time::at(day, NaiveTime::from_hms_opt(18, 0, 0).unwrap_or_default(), zone)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    fn rhythms(object: HeldObject, set: &[(&str, Value)]) -> Rhythms {
        Rhythms::of(object, &set.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect())
    }

    fn level(level: Level) -> Party {
        Party { level: Some(level), ..Party::default() }
    }

    fn days(rhythms: &Rhythms, party: &Party) -> Option<u32> {
        rhythms.line(party).and_then(|line| line.days)
    }

    #[test]
    fn the_level_says_how_often_and_rules_know_better() {
        let usual = rhythms(HeldObject::Customer, &[]);
        let retention = Some(Lifecycle::Retention);
        assert_eq!(days(&usual, &level(Level::B)), Some(15));
        assert_eq!(days(&usual, &Party::default()), Some(60));
        assert_eq!(days(&usual, &Party { is_key_account: true, ..level(Level::D) }), Some(7));
        assert_eq!(days(&usual, &Party { lifecycle: retention, ..level(Level::A) }), Some(4));
        assert_eq!(days(&rhythms(HeldObject::Lead, &[]), &level(Level::A)), Some(3));
        let rules = json!([
            {"object": "customer", "level": "A", "days": 5},
            {"object": "customer", "lifecycle": "retention", "days": 6},
            {"object": "customer", "level": "B", "relationship": "strategic", "days": 2, "due_soon_days": 1},
            {"object": "customer", "relationship": "strategic", "days": null},
            {"object": "customer", "level": "C", "days": 1, "active": false},
            {"object": "lead", "level": "A", "days": 1},
        ]);
        let ruled = rhythms(HeldObject::Customer, &[("contact.rules", rules.clone())]);
        let strategic = |of| Party { relationship: Some("strategic".to_owned()), ..level(of) };
        assert_eq!(days(&ruled, &level(Level::A)), Some(5));
        assert_eq!(days(&ruled, &Party { lifecycle: retention, ..level(Level::A) }), Some(6));
        assert_eq!(days(&ruled, &strategic(Level::B)), Some(2));
        assert_eq!(ruled.line(&strategic(Level::B)).unwrap().due_soon, 1);
        assert_eq!(days(&ruled, &strategic(Level::C)), None);
        assert_eq!(days(&ruled, &level(Level::C)), Some(30));
        assert_eq!(days(&rhythms(HeldObject::Lead, &[("contact.rules", rules)]), &level(Level::A)), Some(1));
    }

    #[test]
    fn a_rule_out_of_bounds_is_none() {
        for wrong in [
            json!({"object": "customer", "days": 0}),
            json!({"object": "customer", "level": "E", "days": 1}),
            json!({"object": "lead", "lifecycle": "retention", "days": 1}),
            json!({"object": "customer", "days": 1, "due_soon_days": 61}),
            json!({"object": "customer", "days": 1, "color": "red"}),
        ] {
            assert!(serde_json::from_value::<ContactRule>(wrong.clone()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_contact_is_due_in_the_evening_of_a_day_that_fits() {
        let next = |last: &str, shift: &str, of| {
            let rhythms = rhythms(HeldObject::Customer, &[("contact.shift_to_workday", json!(shift))]);
            let at = rhythms.next(last.parse().unwrap(), &level(of), Tz::Asia__Shanghai, time::is_weekday);
            at.unwrap().with_timezone(&Tz::Asia__Shanghai).to_rfc3339()
        };
        // Half past eleven at night still is that day.
        assert_eq!(next("2026-03-02T15:30:00Z", "none", Level::A), "2026-03-09T18:00:00+08:00");
        // A Saturday.
        assert_eq!(next("2026-03-07T02:00:00Z", "none", Level::A), "2026-03-14T18:00:00+08:00");
        assert_eq!(next("2026-03-07T02:00:00Z", "next", Level::A), "2026-03-16T18:00:00+08:00");
        assert_eq!(next("2026-03-07T02:00:00Z", "previous", Level::A), "2026-03-13T18:00:00+08:00");
        // A leap day.
        assert_eq!(next("2028-02-22T02:00:00Z", "none", Level::A), "2028-02-29T18:00:00+08:00");
        assert_eq!(next("2028-02-29T02:00:00Z", "none", Level::A), "2028-03-07T18:00:00+08:00");
    }

    #[test]
    fn the_colour_follows_the_date() {
        let rhythms = rhythms(HeldObject::Customer, &[]);
        let due = "2026-03-09".parse().ok();
        for (today, color) in [
            ("2026-03-06", Color::Normal),
            ("2026-03-07", Color::DueSoon),
            ("2026-03-09", Color::DueSoon),
            ("2026-03-10", Color::Overdue),
            ("2026-03-16", Color::Overdue),
            ("2026-03-17", Color::Severe),
        ] {
            assert_eq!(rhythms.color(due, &level(Level::A), today.parse().unwrap()), color, "{today}");
        }
        assert_eq!(rhythms.color(None, &level(Level::A), "2026-03-09".parse().unwrap()), Color::None);
    }

    proptest! {
        #[test]
        fn waiting_never_makes_it_better(wait in 0_u32..400, of in prop::sample::select(vec![Level::A, Level::B, Level::D])) {
            let rhythms = rhythms(HeldObject::Customer, &[]);
            let (due, today) = ("2026-03-09".parse().ok(), time::plus("2026-01-01".parse().unwrap(), wait));
            let rank = |color: Color| Color::WORDS.iter().position(|word| *word == color.word());
            let (now, later) = (rhythms.color(due, &level(of), today), rhythms.color(due, &level(of), time::plus(today, 1)));
            prop_assert!(rank(now) >= rank(later));
        }
    }
}
