//! Numbers of records: `XS-20260302-0001` (6.12).

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Error, FieldCode, FieldError, Result};

/// How the numbers of one kind of record are made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NumberingRule {
    pub segments: Vec<Segment>,
    #[serde(default = "dash")]
    pub separator: String,
    pub reset: Reset,
}

fn dash() -> String {
    "-".to_owned()
}

/// A part of a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Segment {
    Text {
        text: String,
    },
    Date {
        format: DateFormat,
    },
    /// Counts from `start` by `step`, padded with zeros to `width`; a longer number is written in full.
    Sequence {
        start: u64,
        step: u64,
        width: u32,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub enum DateFormat {
    #[serde(rename = "YYYY")]
    Year,
    #[serde(rename = "YYYYMM")]
    Month,
    #[serde(rename = "YYYYMMDD")]
    Day,
}

/// When counting begins again.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema, strum::IntoStaticStr, strum::EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Reset {
    Daily,
    Monthly,
    Yearly,
    Never,
}

impl DateFormat {
    fn of(self, date: NaiveDate) -> String {
        let (year, month, day) = (date.year(), date.month(), date.day());
        match self {
            Self::Year => format!("{year:04}"),
            Self::Month => format!("{year:04}{month:02}"),
            Self::Day => format!("{year:04}{month:02}{day:02}"),
        }
    }
}

impl Reset {
    /// The name of the period around a date; a counter belongs to one period.
    pub fn period(self, date: NaiveDate) -> String {
        match self {
            Self::Daily => DateFormat::Day.of(date),
            Self::Monthly => DateFormat::Month.of(date),
            Self::Yearly => DateFormat::Year.of(date),
            Self::Never => String::new(),
        }
    }

    /// The least that a number must say about its date, lest a number of the next period be the same.
    fn needs(self, format: DateFormat) -> bool {
        match self {
            Self::Daily => format == DateFormat::Day,
            Self::Monthly => format != DateFormat::Year,
            Self::Yearly | Self::Never => true,
        }
    }
}

/// The prefixes of the numbers that a new organisation begins with.
pub const PREFIXES: &[(&str, &str)] = &[
    ("lead", "XS"),
    ("customer", "KH"),
    ("opportunity", "SJ"),
    ("quote", "BJ"),
    ("contract", "HT"),
    ("order", "DD"),
    ("receipt", "HK"),
    ("invoice_request", "FP"),
    ("return", "TH"),
    ("case", "FW"),
    ("work_order", "GD"),
];

impl NumberingRule {
    /// `000001`, and so on for ever.
    pub fn plain() -> Self {
        let segments = vec![Segment::Sequence { start: 1, step: 1, width: 6 }];
        Self { segments, separator: dash(), reset: Reset::Never }
    }

    /// `XS-20260302-0001`, counted anew each day.
    pub fn daily(prefix: &str) -> Self {
        Self {
            segments: vec![
                Segment::Text { text: prefix.to_owned() },
                Segment::Date { format: DateFormat::Day },
                Segment::Sequence { start: 1, step: 1, width: 4 },
            ],
            separator: dash(),
            reset: Reset::Daily,
        }
    }

    /// The rule that a kind of record begins with.
    pub fn preset(object: &str) -> Option<Self> {
        PREFIXES.iter().find(|(known, _)| *known == object).map(|(_, prefix)| Self::daily(prefix))
    }

    /// Refuses a rule whose numbers would not be unique or not readable.
    pub fn check(&self) -> Result<()> {
        let mut wrong = Vec::new();
        let mut flaw = |pointer: String, code| wrong.push(FieldError::new(pointer, code));
        let sequences = self.segments.iter().filter(|segment| matches!(segment, Segment::Sequence { .. })).count();
        if !(2..=8).contains(&self.segments.len()) || sequences != 1 {
            flaw("/segments".to_owned(), FieldCode::Invalid);
        }
        if self.separator.chars().count() > 2 || self.separator.chars().any(|c| c.is_alphanumeric() || c.is_control()) {
            flaw("/separator".to_owned(), FieldCode::Invalid);
        }
        let mut dated = self.reset == Reset::Never;
        for (at, segment) in self.segments.iter().enumerate() {
            match segment {
                Segment::Text { text } => {
                    let known = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.');
                    if text.is_empty() || text.chars().nth(20).is_some() || !text.chars().all(known) {
                        flaw(format!("/segments/{at}/text"), FieldCode::Invalid);
                    }
                }
                Segment::Date { format } => dated |= self.reset.needs(*format),
                Segment::Sequence { start, step, width } => {
                    if !(1..=12).contains(width) || !(1..=1000).contains(step) || *start > 1_000_000_000 {
                        flaw(format!("/segments/{at}"), FieldCode::OutOfRange);
                    }
                }
            }
        }
        if !dated {
            flaw("/reset".to_owned(), FieldCode::Invalid);
        }
        if wrong.is_empty() { Ok(()) } else { Err(Error::fields(wrong)) }
    }

    /// The `n`th number (from 0) of the period around `date`.
    pub fn number(&self, date: NaiveDate, n: u64) -> String {
        let parts = self.segments.iter().map(|segment| match segment {
            Segment::Text { text } => text.clone(),
            Segment::Date { format } => format.of(date),
            Segment::Sequence { start, step, width } => {
                let value = start.saturating_add(step.saturating_mul(n));
                let width = usize::try_from(*width).unwrap_or_default();
                format!("{value:0width$}")
            }
        });
        parts.collect::<Vec<_>>().join(&self.separator)
    }

    /// The counter that numbers of this date are drawn from.
    pub fn period(&self, date: NaiveDate) -> String {
        self.reset.period(date)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn numbers_begin_anew_each_day() {
        let rule = NumberingRule::preset("contract").unwrap();
        assert_eq!(rule.number(date("2026-03-02"), 0), "HT-20260302-0001");
        assert_eq!(rule.number(date("2026-03-02"), 49), "HT-20260302-0050");
        assert_eq!(rule.number(date("2026-03-03"), 0), "HT-20260303-0001");
        assert_ne!(rule.period(date("2026-03-02")), rule.period(date("2026-03-03")));
        assert_eq!(
            rule.number(date("2026-03-02"), 12344),
            "HT-20260302-12345",
            "more than the width is written in full"
        );
        assert_eq!(NumberingRule::preset("lead").unwrap().number(date("2026-03-02"), 0), "XS-20260302-0001");
    }

    #[test]
    fn rules_are_read_and_checked() {
        let rule = |json| serde_json::from_value::<NumberingRule>(json).unwrap();
        let monthly = rule(json!({"segments": [
            {"kind": "text", "text": "NO"}, {"kind": "date", "format": "YYYYMM"},
            {"kind": "sequence", "start": 100, "step": 10, "width": 5},
        ], "separator": "/", "reset": "monthly"}));
        assert!(monthly.check().is_ok());
        assert_eq!(monthly.number(date("2026-03-02"), 2), "NO/202603/00120");
        for (change, pointer) in [
            (NumberingRule { reset: Reset::Daily, ..monthly.clone() }, "/reset"),
            (NumberingRule { segments: monthly.segments[..2].to_vec(), ..monthly.clone() }, "/segments"),
            (NumberingRule { separator: "a".to_owned(), ..monthly.clone() }, "/separator"),
        ] {
            let Err(Error::Refused(refusal)) = change.check() else { panic!("accepted") };
            assert_eq!(refusal.fields[0].pointer, pointer);
        }
        for (object, _) in PREFIXES {
            assert!(NumberingRule::preset(object).unwrap().check().is_ok());
        }
    }

    proptest! {
        #[test]
        fn no_number_is_given_twice(
            days in prop::collection::vec((0..800_u32, 0..3000_u64), 2..40),
            reset in prop::sample::select(vec![Reset::Daily, Reset::Monthly, Reset::Yearly, Reset::Never]),
            format in prop::sample::select(vec![DateFormat::Year, DateFormat::Month, DateFormat::Day]),
            width in 1..6_u32,
        ) {
            let rule = NumberingRule {
                segments: vec![Segment::Date { format }, Segment::Sequence { start: 1, step: 3, width }],
                reset,
                separator: "-".to_owned(),
            };
            if rule.check().is_ok() {
                let mut drawn = std::collections::HashMap::new();
                for (day, n) in days {
                    let day = crate::time::plus(date("2026-01-01"), day);
                    let ticket = (rule.period(day), n);
                    let number = rule.number(day, n);
                    if let Some(other) = drawn.insert(number, ticket.clone()) {
                        prop_assert_eq!(other, ticket);
                    }
                }
            }
        }
    }
}
