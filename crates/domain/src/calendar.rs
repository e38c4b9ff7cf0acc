//! Work calendars: which days are worked, and when (12.9).

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use validator::{Validate, ValidationError};

use crate::{
    Error, FieldCode, FieldError, Result,
    text::{Name, ShortText},
    time,
};

/// The holidays of China and the working days in lieu, as the State Council announced them: data of `chinese-days`.
const OFFICIAL: &[&str] =
    &[include_str!("../data/chinese-days/2025.json"), include_str!("../data/chinese-days/2026.json")];

/// What office hours are where nobody says otherwise.
const USUAL: [(u32, u32); 2] = [(9 * 60, 12 * 60), (13 * 60 + 30, 18 * 60)];

/// A time of the clock in minutes, written `09:00`; the end of a day is `24:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, example = "09:00")]
pub struct ClockTime(u32);

const DAY: u32 = 24 * 60;

impl TryFrom<String> for ClockTime {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let (hour, minute) = text.split_once(':').ok_or("invalid")?;
        let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() == 2);
        let minutes = number(hour).zip(number(minute).filter(|minute| *minute < 60)).map(|(h, m)| h * 60 + m);
        minutes.filter(|minutes| *minutes <= DAY).map(Self).ok_or("invalid")
    }
}

impl From<ClockTime> for String {
    fn from(time: ClockTime) -> Self {
        time.to_string()
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl ClockTime {
    fn on(self, date: NaiveDate, zone: Tz) -> DateTime<Utc> {
        match NaiveTime::from_hms_opt(self.0 / 60, self.0 % 60, 0) {
            Some(time) => time::at(date, time, zone),
            None => time::start_of_day(time::plus(date, 1), zone),
        }
    }
}

/// From when to when work is done on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    pub from: ClockTime,
    pub to: ClockTime,
}

/// Hours of each week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WeeklyHours {
    /// 1 is Monday, 7 is Sunday.
    #[validate(range(min = 1, max = 7))]
    pub day: u32,
    pub from: ClockTime,
    pub to: ClockTime,
}

/// A date that is not what its day of the week says: a holiday, or a working day in lieu of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    pub date: NaiveDate,
    pub working: bool,
    #[serde(default)]
    pub name: Option<ShortText>,
    /// When work is done on it; null: as on the first working day of the week.
    #[serde(default)]
    #[validate(length(min = 1, max = 12))]
    pub hours: Option<Vec<Hours>>,
}

crate::text::text! {
    /// The name of a time zone: `Asia/Shanghai`.
    ZoneName: One, 60, |text| {
        text.parse::<Tz>().map(|zone| zone.name().to_owned()).map_err(|_| FieldCode::Invalid)
    };
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CalendarDetails {
    pub name: Name,
    /// Left out, it is the organisation's.
    pub time_zone: ZoneName,
    /// Left out, it is Monday to Friday.
    #[validate(length(min = 1, max = 84), nested, custom(function = no_overlap))]
    pub weekly: Vec<WeeklyHours>,
    /// Holidays, and working days in lieu of them.
    #[serde(default)]
    #[validate(length(max = 2000), nested, custom(function = sound))]
    pub exceptions: Vec<Exception>,
    /// Whether it counts wherever nobody names another.
    #[serde(default)]
    pub is_default: bool,
}

fn follow_each_other(mut hours: Vec<Hours>) -> bool {
    hours.sort_unstable();
    hours.iter().all(|hours| hours.from < hours.to) && hours.windows(2).all(|pair| pair[0].to <= pair[1].from)
}

fn no_overlap(weekly: &[WeeklyHours]) -> Result<(), ValidationError> {
    let sound = (1..=7).all(|day| follow_each_other(hours_of(weekly, day)));
    if sound { Ok(()) } else { Err(ValidationError::new("invalid")) }
}

fn sound(exceptions: &[Exception]) -> Result<(), ValidationError> {
    let dates: BTreeSet<NaiveDate> = exceptions.iter().map(|exception| exception.date).collect();
    let fits = |exception: &Exception| {
        exception.hours.as_ref().is_none_or(|hours| exception.working && follow_each_other(hours.clone()))
    };
    let all = exceptions.iter().all(fits);
    match (dates.len() == exceptions.len(), all) {
        (false, _) => Err(ValidationError::new("duplicate")),
        (true, false) => Err(ValidationError::new("invalid")),
        (true, true) => Ok(()),
    }
}

fn hours_of(weekly: &[WeeklyHours], day: u32) -> Vec<Hours> {
    let mut hours: Vec<_> =
        weekly.iter().filter(|line| line.day == day).map(|line| Hours { from: line.from, to: line.to }).collect();
    hours.sort_unstable();
    hours
}

/// Monday to Friday in office hours.
pub fn usual_week() -> Vec<WeeklyHours> {
    let line = |day| USUAL.map(|(from, to)| WeeklyHours { day, from: ClockTime(from), to: ClockTime(to) });
    (1..=5).flat_map(line).collect()
}

/// The official days of the years that come with the product.
pub fn official_days() -> Vec<Exception> {
    OFFICIAL.iter().filter_map(|text| read_days(text).ok()).flatten().collect()
}

/// Which days are worked and when: the rules of one calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    zone: Tz,
    week: [Vec<Hours>; 7],
    /// Hours of the dates that are not as their week says; none: off.
    exceptions: BTreeMap<NaiveDate, Vec<Hours>>,
}

impl Calendar {
    pub fn new(zone: Tz, weekly: &[WeeklyHours], exceptions: &[Exception]) -> Self {
        let week = [1, 2, 3, 4, 5, 6, 7].map(|day| hours_of(weekly, day));
        let usual = week.iter().find(|hours| !hours.is_empty()).cloned().unwrap_or_default();
        let hours = |exception: &Exception| match (&exception.hours, exception.working) {
            (Some(hours), true) => {
                let mut hours = hours.clone();
                hours.sort_unstable();
                hours
            }
            (None, true) => usual.clone(),
            (_, false) => Vec::new(),
        };
        let exceptions = exceptions.iter().map(|exception| (exception.date, hours(exception))).collect();
        Self { zone, week, exceptions }
    }

    /// What holds where an organisation keeps no calendar.
    pub fn usual(zone: Tz) -> Self {
        Self::new(zone, &usual_week(), &official_days())
    }

    fn hours(&self, date: NaiveDate) -> &[Hours] {
        let of_week = || usize::try_from(date.weekday().num_days_from_monday()).ok().and_then(|day| self.week.get(day));
        self.exceptions.get(&date).or_else(of_week).map_or(&[], Vec::as_slice)
    }

    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        !self.hours(date).is_empty()
    }

    fn shifts(&self, from: NaiveDate) -> impl Iterator<Item = (DateTime<Utc>, DateTime<Utc>)> {
        /// Nobody counts working hours over more years than this.
        const LONGEST: usize = 40 * 366;
        from.iter_days().take(LONGEST).flat_map(move |date| {
            self.hours(date).iter().map(move |hours| (hours.from.on(date, self.zone), hours.to.on(date, self.zone)))
        })
    }

    /// When so many working minutes after `start` are over.
    pub fn add(&self, start: DateTime<Utc>, minutes: u32) -> Option<DateTime<Utc>> {
        let mut left = Duration::minutes(minutes.into());
        if left.is_zero() {
            return Some(start);
        }
        for (from, to) in self.shifts(time::business_date(start, self.zone)) {
            let from = from.max(start);
            let worked = to - from;
            if worked >= left {
                return Some(from + left);
            }
            left -= worked.max(Duration::zero());
        }
        None
    }

    /// How much work is done from `start` to `end`.
    pub fn between(&self, start: DateTime<Utc>, end: DateTime<Utc>) -> Duration {
        let shifts = self.shifts(time::business_date(start, self.zone)).take_while(|(from, _)| *from < end);
        shifts.map(|(from, to)| (to.min(end) - from.max(start)).max(Duration::zero())).sum()
    }

    /// The years from that of `start` to that of `end` whose holidays nobody has entered: only the week counts there.
    pub fn missing_years(&self, start: DateTime<Utc>, end: DateTime<Utc>) -> Vec<i32> {
        let year = |at| time::business_date(at, self.zone).year();
        let known: BTreeSet<i32> = self.exceptions.keys().map(Datelike::year).collect();
        (year(start)..=year(end)).filter(|year| !known.contains(year)).collect()
    }

    /// All working days around `today`, as far as something is known of them or they are near.
    pub fn working_days(&self, today: NaiveDate) -> Vec<NaiveDate> {
        const NEAR: i32 = 3;
        let known = || self.exceptions.keys().map(Datelike::year);
        let first = known().min().unwrap_or(today.year()).min(today.year() - NEAR);
        let last = known().max().unwrap_or(today.year()).max(today.year() + NEAR);
        let begin = NaiveDate::from_yo_opt(first, 1).unwrap_or(today);
        begin.iter_days().take_while(|date| date.year() <= last).filter(|date| self.is_working_day(*date)).collect()
    }
}

/// Reads the special days of some years from a file: JSON as `chinese-days` or `holiday-cn` publish it, or CSV of
/// `date,working,name`.
pub fn read_days(text: &str) -> Result<Vec<Exception>> {
    let text = text.trim_start_matches('\u{feff}').trim();
    let days = if text.starts_with('{') { read_json(text) } else { read_csv(text) };
    let mut days = days.map_err(|line| {
        let wrong = FieldError::new("", FieldCode::Invalid);
        Error::fields(vec![if line > 0 { wrong.with("line", line) } else { wrong }])
    })?;
    days.sort_by_key(|day| day.date);
    days.dedup_by_key(|day| day.date);
    if days.is_empty() { Err(Error::field("", FieldCode::Required)) } else { Ok(days) }
}

fn read_json(text: &str) -> Result<Vec<Exception>, usize> {
    let json: Value = serde_json::from_str(text).map_err(|error| error.line())?;
    let day = |date: &str, working: bool, name: Option<&str>| {
        let date = date.parse().map_err(|_| 0_usize)?;
        Ok(Exception { date, working, name: name.and_then(|name| ShortText::new(name).ok()), hours: None })
    };
    if let Some(days) = json.get("days").and_then(Value::as_array) {
        let text = |of: &Value, key: &str| of.get(key).and_then(Value::as_str).map(str::to_owned);
        return days
            .iter()
            .map(|of| {
                let off = of.get("isOffDay").and_then(Value::as_bool).ok_or(0_usize)?;
                day(&text(of, "date").ok_or(0_usize)?, !off, text(of, "name").as_deref())
            })
            .collect();
    }
    let mut days = Vec::new();
    for (key, working) in [("workdays", true), ("holidays", false)] {
        for (date, words) in json.get(key).and_then(Value::as_object).into_iter().flatten() {
            // "Spring Festival,春节,4"
            days.push(day(date, working, words.as_str().and_then(|words| words.split(',').nth(1)))?);
        }
    }
    Ok(days)
}

fn read_csv(text: &str) -> Result<Vec<Exception>, usize> {
    let mut days = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let mut cells = line.split(',').map(|cell| cell.trim().trim_matches('"'));
        let (date, working, name) = (cells.next().unwrap_or_default(), cells.next(), cells.next());
        let Ok(date) = date.replace('/', "-").parse() else {
            // A heading, or an empty line.
            if index == 0 || line.trim().is_empty() {
                continue;
            }
            return Err(index + 1);
        };
        let working = match working.unwrap_or_default().to_lowercase().as_str() {
            "true" | "1" | "work" | "班" | "上班" => true,
            "false" | "0" | "off" | "休" | "放假" => false,
            _ => return Err(index + 1),
        };
        days.push(Exception { date, working, name: name.and_then(|name| ShortText::new(name).ok()), hours: None });
    }
    Ok(days)
}

/// What is there, with `new` in place of all that was known of its years.
pub fn with_years_of(mut known: Vec<Exception>, new: Vec<Exception>) -> Vec<Exception> {
    let years: BTreeSet<i32> = new.iter().map(|day| day.date.year()).collect();
    known.retain(|day| !years.contains(&day.date.year()));
    known.extend(new);
    known.sort_by_key(|day| day.date);
    known
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        format!("{text}:00+08:00").parse().unwrap()
    }

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn china() -> Calendar {
        Calendar::usual(Tz::Asia__Shanghai)
    }

    #[test]
    fn business_minutes_leave_out_lunch_nights_and_holidays() {
        let china = china();
        assert_eq!(china.add(at("2026-03-09T09:00"), 480), Some(at("2026-03-10T09:30")));
        assert_eq!(china.between(at("2026-03-09T11:00"), at("2026-03-10T10:00")), Duration::minutes(390));
        assert_eq!(china.add(at("2026-03-10T09:30"), 390), Some(at("2026-03-10T17:30")));
        // Saturday the 14th is worked in lieu; then nine days are off.
        assert_eq!(china.add(at("2026-02-13T17:30"), 60), Some(at("2026-02-14T09:30")));
        assert_eq!(china.add(at("2026-02-14T17:30"), 60), Some(at("2026-02-24T09:30")));
        assert_eq!(china.add(at("2026-03-14T17:30"), 0), Some(at("2026-03-14T17:30")));
        assert_eq!(china.missing_years(at("2024-12-31T00:00"), at("2027-01-01T00:00")), [2024, 2027]);
    }

    #[test]
    fn a_holiday_is_off_and_a_working_sunday_is_not() {
        let china = china();
        for (day, working) in [
            ("2025-10-06", false),
            ("2026-01-04", true),
            ("2026-02-23", false),
            ("2026-02-28", true),
            ("2026-10-10", true),
            ("2027-10-01", true),
        ] {
            assert_eq!(china.is_working_day(date(day)), working, "{day}");
        }
        assert_eq!(time::plus_working_days(date("2026-02-13"), 2, |day| china.is_working_day(day)), date("2026-02-24"));
    }

    #[test]
    fn files_are_read_as_they_are_published() {
        let off = |day: &str, name: &str| Exception {
            date: date(day),
            working: false,
            name: ShortText::new(name).ok(),
            hours: None,
        };
        let json = r#"{"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}"#;
        assert_eq!(read_days(json).unwrap(), [off("2027-01-01", "元旦")]);
        assert_eq!(read_days("\u{feff}日期,上班,名称\n2027/01/01,休,元旦").unwrap(), [off("2027-01-01", "元旦")]);
        for wrong in ["", "{}", "a,b\n2027-01-01,maybe", r#"{"days": [{"date": "soon", "isOffDay": true}]}"#] {
            assert!(read_days(wrong).is_err(), "{wrong}");
        }
        let known = with_years_of(official_days(), vec![off("2026-05-01", "劳动节")]);
        assert_eq!(known.iter().filter(|day| day.date.year() == 2026).count(), 1);
        assert!(known.iter().any(|day| day.date.year() == 2025));
    }

    proptest! {
        #[test]
        fn what_is_added_lies_between(offset in 0..1_000_000_u32, minutes in 1..50_000_u32) {
            let (china, start) = (china(), at("2025-01-01T00:00") + Duration::minutes(offset.into()));
            let end = china.add(start, minutes).unwrap();
            prop_assert_eq!(china.between(start, end), Duration::minutes(minutes.into()));
            prop_assert!(china.is_working_day(time::business_date(end, Tz::Asia__Shanghai)));
            let middle = china.add(start, minutes / 2).unwrap();
            prop_assert_eq!(china.add(middle, minutes - minutes / 2), Some(end));
        }

        #[test]
        fn the_list_of_working_days_says_what_each_day_does(offset in 0..1500_u32) {
            let (china, day) = (china(), time::plus(date("2024-01-01"), offset));
            let days = china.working_days(date("2026-01-01"));
            prop_assert_eq!(days.binary_search(&day).is_ok(), china.is_working_day(day));
        }
    }
}
