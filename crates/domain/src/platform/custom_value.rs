//! What a field that an organisation added may hold: read, checked and brought into the form in which it is kept.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, Mutex},
};

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use regex::Regex;
use rust_decimal::Decimal;
use serde_json::Value;
use uuid::Uuid;

use super::custom_field::{CustomFieldDetails, FieldType};
use crate::{
    FieldCode, FieldError,
    search::Part,
    text::{Email, Lines, Phone, Url, clean, fold, phone_norm},
};

/// So much of a value stands in the index.
const LONGEST_TOKEN: usize = 120;
/// Of a long text so much is found by search.
const LONGEST_SEARCHED: usize = 500;
const MOST_CHOSEN: usize = 100;

/// A regular expression for whole texts; none where it is none, or would be too large.
pub(super) fn expression(pattern: &str) -> Option<Arc<Regex>> {
    static KNOWN: LazyLock<Mutex<HashMap<String, Option<Arc<Regex>>>>> = LazyLock::new(Mutex::default);
    let mut known = KNOWN.lock().ok()?;
    if known.len() > 1_000 {
        known.clear();
    }
    let compile = || regex::RegexBuilder::new(&format!("^(?:{pattern})$")).size_limit(1 << 18).build().ok().map(Arc::new);
    known.entry(pattern.to_owned()).or_insert_with(compile).clone()
}

impl CustomFieldDetails {
    /// A value as it is kept; null where it holds nothing. What needs a look at other records is looked at elsewhere.
    pub fn read(&self, value: &Value) -> Result<Value, FieldError> {
        if self.kind.is_computed() {
            return Err(self.wrong(FieldCode::ReadOnly));
        }
        if value.is_null() {
            return Ok(Value::Null);
        }
        Ok(match self.kind {
            FieldType::Text | FieldType::LongText | FieldType::Phone | FieldType::Email | FieldType::Url => {
                self.read_text(value)?.into()
            }
            FieldType::Number | FieldType::Money | FieldType::Percent => self.read_number(value)?.into(),
            FieldType::Date => {
                let date = self.text(value)?.parse::<NaiveDate>().map_err(|_| self.wrong(FieldCode::NotADate))?;
                self.within_days(date)?;
                date.to_string().into()
            }
            FieldType::Datetime => {
                let time = DateTime::parse_from_rfc3339(self.text(value)?);
                let time = time.map_err(|_| self.wrong(FieldCode::NotADate))?.with_timezone(&Utc);
                self.within_days(time.date_naive())?;
                time.to_rfc3339_opts(SecondsFormat::AutoSi, true).into()
            }
            FieldType::Select | FieldType::Region => self.read_word(value)?.into(),
            FieldType::MultiSelect => self.read_words(value)?,
            FieldType::Boolean => value.as_bool().ok_or_else(|| self.wrong(FieldCode::WrongType))?.into(),
            FieldType::User | FieldType::Department | FieldType::Relation => {
                let id = self.text(value)?.parse::<Uuid>().map_err(|_| self.wrong(FieldCode::WrongType))?;
                id.to_string().into()
            }
            FieldType::Formula | FieldType::AutoNumber => Value::Null,
        })
    }

    fn wrong(&self, code: FieldCode) -> FieldError {
        FieldError::new(format!("/{}", self.key), code)
    }

    fn text<'v>(&self, value: &'v Value) -> Result<&'v str, FieldError> {
        value.as_str().ok_or_else(|| self.wrong(FieldCode::WrongType))
    }

    fn read_text(&self, value: &Value) -> Result<String, FieldError> {
        let pointer = format!("/{}", self.key);
        let lines = if self.kind == FieldType::LongText { Lines::Many } else { Lines::One };
        let raw = clean(self.text(value)?, lines, self.longest()).map_err(|flaw| flaw.at(pointer.clone()))?;
        let text = match self.kind {
            FieldType::Phone => Phone::new(raw).map(String::from),
            FieldType::Email => Email::new(raw).map(String::from),
            FieldType::Url => Url::new(raw).map(String::from),
            _ => Ok(raw.to_owned()),
        };
        let text = text.map_err(|flaw| flaw.at(pointer))?;
        let shortest = self.min.as_deref().and_then(|min| min.parse::<usize>().ok()).unwrap_or_default();
        if text.chars().count() < shortest {
            return Err(self.wrong(FieldCode::TooShort).with("min", shortest));
        }
        match &self.pattern {
            Some(pattern) if !expression(pattern).is_some_and(|pattern| pattern.is_match(&text)) => {
                Err(self.wrong(FieldCode::Invalid).with("pattern", pattern.as_str()))
            }
            _ => Ok(text),
        }
    }

    /// A number as text, so that no digit is lost.
    fn read_number(&self, value: &Value) -> Result<String, FieldError> {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => {
                return Err(self.wrong(FieldCode::WrongType));
            }
        };
        let number = Decimal::from_str_exact(&text).map_err(|_| self.wrong(FieldCode::WrongType))?;
        let mut number = number.normalize();
        if number.abs() >= Decimal::from(10_000_000_000_000_000_u64) {
            return Err(self.wrong(FieldCode::OutOfRange));
        }
        if number.scale() > self.decimals() {
            return Err(self.wrong(FieldCode::OutOfRange).with("scale", self.decimals()));
        }
        let bound = |bound: &Option<crate::text::ShortText>| bound.as_deref().and_then(|text| text.parse::<Decimal>().ok());
        let (min, max) = (bound(&self.min), bound(&self.max));
        if min.is_some_and(|min| number < min) || max.is_some_and(|max| number > max) {
            return Err(self.out_of_range());
        }
        if self.kind == FieldType::Money && number.scale() < 2 {
            number.rescale(2);
        }
        Ok(number.to_string())
    }

    fn within_days(&self, date: NaiveDate) -> Result<(), FieldError> {
        let bound = |bound: &Option<crate::text::ShortText>| bound.as_deref().and_then(|text| text.parse::<NaiveDate>().ok());
        let (min, max) = (bound(&self.min), bound(&self.max));
        let sound = (1..=9999).contains(&chrono::Datelike::year(&date));
        if !sound || min.is_some_and(|min| date < min) || max.is_some_and(|max| date > max) {
            return Err(self.out_of_range());
        }
        Ok(())
    }

    fn out_of_range(&self) -> FieldError {
        let mut wrong = self.wrong(FieldCode::OutOfRange);
        for (key, bound) in [("min", &self.min), ("max", &self.max)] {
            if let Some(bound) = bound {
                wrong = wrong.with(key, bound.as_str());
            }
        }
        wrong
    }

    fn read_word(&self, value: &Value) -> Result<String, FieldError> {
        let word = clean(self.text(value)?, Lines::One, 64).map_err(|flaw| flaw.at(format!("/{}", self.key)))?;
        Ok(word.to_owned())
    }

    fn read_words(&self, value: &Value) -> Result<Value, FieldError> {
        let items = value.as_array().ok_or_else(|| self.wrong(FieldCode::WrongType))?;
        let mut words: Vec<String> = Vec::with_capacity(items.len());
        for item in items {
            let word = self.read_word(item)?;
            if !words.contains(&word) {
                words.push(word);
            }
        }
        let bound = |bound: &Option<crate::text::ShortText>| bound.as_deref().and_then(|text| text.parse::<usize>().ok());
        let most = bound(&self.max).unwrap_or(MOST_CHOSEN).min(MOST_CHOSEN);
        if words.len() > most {
            return Err(self.wrong(FieldCode::TooMany).with("max", most));
        }
        let least = bound(&self.min).unwrap_or_default();
        if !words.is_empty() && words.len() < least {
            return Err(self.wrong(FieldCode::TooShort).with("min", least));
        }
        Ok(if words.is_empty() { Value::Null } else { words.into() })
    }

    /// Whether equality is asked of its tokens before it is asked of the value.
    pub fn has_tokens(&self) -> bool {
        matches!(
            self.kind,
            FieldType::Text
                | FieldType::Select
                | FieldType::MultiSelect
                | FieldType::Phone
                | FieldType::Email
                | FieldType::Url
                | FieldType::User
                | FieldType::Department
                | FieldType::Relation
                | FieldType::Region
                | FieldType::AutoNumber
        )
    }

    /// What stands in the index for a value of it: all texts that begin alike share one, where they are long.
    pub fn token(&self, value: &str) -> String {
        format!("{}={}", self.key, value.chars().take(LONGEST_TOKEN).collect::<String>())
    }

    /// The tokens of what a record holds.
    pub fn tokens(&self, value: &Value) -> Vec<String> {
        let words = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        let words = words.iter().filter_map(Value::as_str).filter(|_| self.has_tokens());
        words.map(|word| self.token(word)).chain(self.unique_token(value)).collect()
    }

    /// What no other record may have: the value without what makes no difference.
    pub fn unique_token(&self, value: &Value) -> Option<String> {
        let text = value.as_str().filter(|_| self.is_unique)?;
        let normal = match self.kind {
            FieldType::Phone => phone_norm(text).unwrap_or_else(|| fold(text)),
            _ => fold(text),
        };
        Some(format!("{}!{normal}", self.key))
    }

    /// What a record is found by.
    pub fn searched<'v>(&self, value: &'v Value) -> Option<Part<'v>> {
        let text = value.as_str().filter(|_| self.searchable)?;
        let end = text.char_indices().nth(LONGEST_SEARCHED).map_or(text.len(), |(end, _)| end);
        let text = &text[..end];
        Some(if self.kind == FieldType::Text { Part::Name(text) } else { Part::Plain(text) })
    }
}
