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
    let compile =
        || regex::RegexBuilder::new(&format!("^(?:{pattern})$")).size_limit(1 << 18).build().ok().map(Arc::new);
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
            FieldType::Attachment | FieldType::Image => self.read_files(value)?,
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
        let text = if self.kind == FieldType::Phone {
            Phone::new(raw).map(String::from)
        } else if self.kind == FieldType::Email {
            Email::new(raw).map(String::from)
        } else if self.kind == FieldType::Url {
            Url::new(raw).map(String::from)
        } else {
            Ok(raw.to_owned())
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
        let bound =
            |bound: &Option<crate::text::ShortText>| bound.as_deref().and_then(|text| text.parse::<Decimal>().ok());
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
        let bound =
            |bound: &Option<crate::text::ShortText>| bound.as_deref().and_then(|text| text.parse::<NaiveDate>().ok());
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
        let bound =
            |bound: &Option<crate::text::ShortText>| bound.as_deref().and_then(|text| text.parse::<usize>().ok());
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

    /// The ids of files: what a record holds of them is looked up when it is written.
    fn read_files(&self, value: &Value) -> Result<Value, FieldError> {
        const MOST: usize = 20;
        let items = value.as_array().ok_or_else(|| self.wrong(FieldCode::WrongType))?;
        let mut ids: Vec<String> = Vec::with_capacity(items.len());
        for item in items {
            let id = item.as_str().or_else(|| item.get("id")?.as_str()).and_then(|id| id.parse::<Uuid>().ok());
            let id = id.ok_or_else(|| self.wrong(FieldCode::WrongType))?.to_string();
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let most = self.max.as_deref().and_then(|max| max.parse().ok()).unwrap_or(MOST).min(MOST);
        if ids.len() > most {
            return Err(self.wrong(FieldCode::TooMany).with("max", most));
        }
        Ok(if ids.is_empty() { Value::Null } else { ids.into() })
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
        let number = if self.kind == FieldType::Phone { phone_norm(text) } else { None };
        let normal = number.unwrap_or_else(|| fold(text));
        Some(format!("{}!{normal}", self.key))
    }

    /// What a record is found by.
    pub fn searched<'v>(&'v self, value: &'v Value) -> Option<Part<'v>> {
        let text = value.as_str().filter(|_| self.searchable)?;
        let end = text.char_indices().nth(LONGEST_SEARCHED).map_or(text.len(), |(end, _)| end);
        let text = &text[..end];
        let part = if self.kind == FieldType::Text { Part::name } else { Part::plain };
        Some(part(&self.key, text))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;
    use strum::IntoEnumIterator;

    use super::*;

    fn field(more: Value) -> CustomFieldDetails {
        let mut all = json!({"resource": "leads", "key": "c_field", "type": "text", "label": "字段"});
        for (key, value) in more.as_object().unwrap() {
            all[key] = value.clone();
        }
        serde_json::from_value(all).unwrap()
    }

    #[test]
    fn a_field_holds_what_its_type_says() {
        for (kind, given, kept) in [
            ("text", json!(" 上门 自提 "), json!("上门 自提")),
            ("long_text", json!("a\nb"), json!("a\nb")),
            ("number", json!("12.50"), json!("12.5")),
            ("number", json!(7), json!("7")),
            ("money", json!(7), json!("7.00")),
            ("percent", json!("0.125"), json!("0.125")),
            ("date", json!("2026-03-02"), json!("2026-03-02")),
            ("datetime", json!("2026-03-02T09:00:00+08:00"), json!("2026-03-02T01:00:00Z")),
            ("select", json!("east"), json!("east")),
            ("multi_select", json!(["a", "b", "a"]), json!(["a", "b"])),
            ("multi_select", json!([]), Value::Null),
            ("boolean", json!(false), json!(false)),
            ("phone", json!("138-0013-8000"), json!("138-0013-8000")),
            ("email", json!("Ann@Example.com"), json!("ann@example.com")),
            ("url", json!("https://example.com"), json!("https://example.com")),
        ] {
            assert_eq!(field(json!({"type": kind})).read(&given), Ok(kept), "{kind} {given}");
        }
    }

    #[test]
    fn what_does_not_fit_is_told_precisely() {
        for (more, given, code) in [
            (json!({"type": "text"}), json!(7), FieldCode::WrongType),
            (json!({"type": "text"}), json!(" "), FieldCode::Required),
            (json!({"type": "text", "max": "3"}), json!("四个汉字"), FieldCode::TooLong),
            (json!({"type": "text", "min": "3"}), json!("ab"), FieldCode::TooShort),
            (json!({"type": "text", "pattern": "[A-Z]{2}\\d+"}), json!("AB12x"), FieldCode::Invalid),
            (json!({"type": "number"}), json!("twelve"), FieldCode::WrongType),
            (json!({"type": "number", "scale": 0}), json!("1.5"), FieldCode::OutOfRange),
            (json!({"type": "number", "min": "0", "max": "100"}), json!("100.01"), FieldCode::OutOfRange),
            (json!({"type": "number"}), json!("10000000000000000"), FieldCode::OutOfRange),
            (json!({"type": "date"}), json!("2026-02-30"), FieldCode::NotADate),
            (json!({"type": "date", "min": "2026-01-01"}), json!("2025-12-31"), FieldCode::OutOfRange),
            (json!({"type": "datetime"}), json!("2026-03-02"), FieldCode::NotADate),
            (json!({"type": "multi_select", "dictionary": "terms", "max": "1"}), json!(["a", "b"]), FieldCode::TooMany),
            (json!({"type": "multi_select", "dictionary": "terms"}), json!("a"), FieldCode::WrongType),
            (json!({"type": "boolean"}), json!("yes"), FieldCode::WrongType),
            (json!({"type": "phone"}), json!("call me"), FieldCode::NotAPhone),
            (json!({"type": "email"}), json!("ann"), FieldCode::NotAnEmail),
            (json!({"type": "url"}), json!("javascript:alert(1)"), FieldCode::NotAUrl),
            (json!({"type": "user"}), json!("ann"), FieldCode::WrongType),
            (json!({"type": "formula", "formula": "1"}), json!("1"), FieldCode::ReadOnly),
        ] {
            let wrong = field(more.clone()).read(&given).unwrap_err();
            assert_eq!((&*wrong.pointer, wrong.code), ("/c_field", code), "{more} {given}");
        }
    }

    #[test]
    fn a_definition_says_what_cannot_be() {
        for (more, pointer) in [
            (json!({"resource": "users"}), "/resource"),
            (json!({"type": "select"}), "/dictionary"),
            (json!({"type": "text", "dictionary": "level"}), "/dictionary"),
            (json!({"type": "relation"}), "/target"),
            (json!({"type": "relation", "target": "users"}), "/target"),
            (json!({"type": "formula"}), "/formula"),
            (json!({"type": "boolean", "is_unique": true}), "/is_unique"),
            (json!({"type": "text", "searchable": true, "sensitive": true}), "/searchable"),
            (json!({"type": "text", "pattern": "("}), "/pattern"),
            (json!({"type": "text", "min": "a"}), "/min"),
            (json!({"type": "number", "min": "2", "max": "1"}), "/max"),
            (json!({"type": "date", "max": "soon"}), "/max"),
            (json!({"type": "money", "scale": 6}), "/scale"),
            (json!({"type": "number", "default_value": "many"}), "/default_value"),
            (json!({"type": "auto_number", "required": true}), "/required"),
        ] {
            let Err(crate::Error::Refused(refusal)) = field(more.clone()).check() else { panic!("{more} was taken") };
            assert!(refusal.fields.iter().any(|wrong| wrong.pointer == pointer), "{more}: {refusal:?}");
        }
        for key in ["name", "c_", "c_1", "C_a", "c_a_name", "c_a-b"] {
            assert!(super::super::custom_field::FieldKey::new(key).is_err(), "{key}");
        }
    }

    #[test]
    fn a_type_changes_only_where_nothing_is_lost() {
        let change =
            |old: &str, new: &str| field(json!({"type": old})).check_change(&field(json!({"type": new}))).is_ok();
        for (old, new) in [("text", "long_text"), ("phone", "text"), ("number", "money"), ("auto_number", "text")] {
            assert!(change(old, new), "{old} to {new}");
        }
        for (old, new) in [("long_text", "text"), ("text", "number"), ("text", "phone"), ("date", "datetime")] {
            assert!(!change(old, new), "{old} to {new}");
        }
        let scaled = |scale: u8| field(json!({"type": "number", "scale": scale}));
        assert!(scaled(2).check_change(&scaled(4)).is_ok() && scaled(4).check_change(&scaled(2)).is_err());
        for kind in FieldType::iter() {
            let name: &str = kind.into();
            assert!(change(name, name));
        }
    }

    #[test]
    fn what_is_unique_is_so_however_it_is_written() {
        let word =
            |kind: &str, value: &str| field(json!({"type": kind, "is_unique": true})).unique_token(&json!(value));
        assert_eq!(word("text", "Ab-1"), word("text", "ＡＢ-1"));
        assert_eq!(word("phone", "+86 138 0013 8000"), word("phone", "13800138000"));
        assert_ne!(word("text", "Ab-1"), word("text", "Ab-2"));
        assert_eq!(field(json!({})).unique_token(&json!("a")), None);
    }

    proptest! {
        #[test]
        fn what_was_kept_is_kept_again(text in "\\PC{0,40}|-?[0-9]{1,8}(\\.[0-9]{1,4})?|[0-9]{4}-[01][0-9]-[0-3][0-9]", kind in
            prop::sample::select(FieldType::iter().collect::<Vec<_>>())) {
            let name: &str = kind.into();
            let field = field(json!({"type": name}));
            for given in [json!(text), json!([text]), json!({"a": text})] {
                if let Ok(kept) = field.read(&given) {
                    prop_assert_eq!(field.read(&kept), Ok(kept.clone()));
                    let _ = (field.tokens(&kept), field.searched(&kept), field.unique_token(&kept));
                }
            }
        }
    }
}
