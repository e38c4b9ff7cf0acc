//! A field that an organisation adds to its records (12.6): what it is, and what may be said of one.

use std::str::FromStr;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use validator::Validate;

use super::dictionary::ListCode;
use crate::{
    Error, FieldCode, FieldError, Result,
    fields::Kind,
    numbering::NumberingRule,
    text::{Email, LongText, Name, Note, Phone, ShortText, text},
};

/// What all names of added fields begin with, so that the product's own never meet them.
pub const PREFIX: &str = "c_";

/// How many fields an organisation adds to one kind of record; those in the recycle bin count.
pub const MOST: i64 = 200;

/// The kinds of records that fields are added to, by their path.
pub const RESOURCES: &[&str] = &["leads", "customers", "contacts", "opportunities"];

text! {
    /// What programs call a field: `c_delivery_terms`.
    FieldKey: One, 40, |text| {
        let known = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        let stem = text.strip_prefix(PREFIX).unwrap_or_default();
        // The name beside an id ends so.
        let free = !text.ends_with("_name");
        let named = stem.starts_with(|c: char| c.is_ascii_lowercase()) && stem.chars().all(known);
        if named && free { Ok(text.to_owned()) } else { Err(FieldCode::Invalid) }
    };
}

#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    ToSchema,
    strum::IntoStaticStr,
    strum::EnumIter,
    strum::VariantNames,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum FieldType {
    Text,
    LongText,
    Number,
    /// In the organisation's base currency.
    Money,
    /// A fraction: `"0.125"` is 12.5 %.
    Percent,
    Date,
    Datetime,
    Select,
    MultiSelect,
    Boolean,
    Phone,
    Email,
    Url,
    User,
    Department,
    Relation,
    Region,
    Attachment,
    /// An attachment that can be shown.
    Image,
    Formula,
    AutoNumber,
}

/// What people say of a field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CustomFieldDetails {
    /// The records that have it: `leads`.
    pub resource: ShortText,
    pub key: FieldKey,
    #[serde(rename = "type")]
    pub kind: FieldType,
    #[validate(length(max = 60))]
    pub label: Name,
    #[serde(default)]
    #[validate(length(max = 60))]
    pub label_en: Option<Name>,
    #[serde(default)]
    pub help: Option<Note>,
    /// Asked for whenever a record is saved from now on.
    #[serde(default)]
    pub required: bool,
    #[serde(default)]
    pub is_unique: bool,
    /// Whether records are found by it.
    #[serde(default)]
    pub searchable: bool,
    /// Covered in lists for everybody whose roles do not say otherwise, and in the history.
    #[serde(default)]
    pub sensitive: bool,
    #[serde(default)]
    #[schema(value_type = Option<Value>)]
    pub default_value: Option<Value>,
    /// The least: a number, a date, or how long a text or a list is.
    #[serde(default)]
    pub min: Option<ShortText>,
    #[serde(default)]
    pub max: Option<ShortText>,
    /// A regular expression that the whole text meets.
    #[serde(default)]
    pub pattern: Option<ShortText>,
    /// How many decimals a number has.
    #[serde(default)]
    #[validate(range(max = 6))]
    pub scale: Option<u8>,
    /// The list that holds the words of a select.
    #[serde(default)]
    pub dictionary: Option<ListCode>,
    /// The records that a relation points to.
    #[serde(default)]
    pub target: Option<ShortText>,
    #[serde(default)]
    pub formula: Option<LongText>,
    /// How an auto-number is made.
    #[serde(default)]
    pub numbering: Option<NumberingRule>,
    #[serde(default)]
    #[validate(range(min = 0, max = 100_000))]
    pub position: i32,
}

impl FieldType {
    /// Whether the product fills it.
    pub fn is_computed(self) -> bool {
        matches!(self, Self::Formula | Self::AutoNumber)
    }

    /// Whether it holds a text that people type.
    pub fn is_typed_text(self) -> bool {
        matches!(self, Self::Text | Self::LongText | Self::Phone | Self::Email | Self::Url)
    }

    /// Whether it holds files.
    pub fn is_file(self) -> bool {
        matches!(self, Self::Attachment | Self::Image)
    }

    pub fn is_number(self) -> bool {
        matches!(self, Self::Number | Self::Money | Self::Percent)
    }

    fn may_be_unique(self) -> bool {
        matches!(self, Self::Text | Self::Number | Self::Phone | Self::Email | Self::Url | Self::User | Self::Relation)
    }

    /// Whether everything that was kept as one is as good as the other, and is compared alike.
    fn becomes(self, other: Self) -> bool {
        let is_word = matches!(self, Self::Select | Self::Region | Self::Phone | Self::Email | Self::Url | Self::Text);
        match other {
            _ if self == other => true,
            Self::Text => is_word || self == Self::AutoNumber,
            Self::LongText => is_word || self == Self::AutoNumber,
            Self::Attachment => self == Self::Image,
            Self::Number | Self::Money | Self::Percent => self.is_number(),
            Self::Date
            | Self::Datetime
            | Self::Select
            | Self::MultiSelect
            | Self::Boolean
            | Self::Phone
            | Self::Email
            | Self::Url
            | Self::User
            | Self::Department
            | Self::Relation
            | Self::Region
            | Self::Image
            | Self::Formula
            | Self::AutoNumber => false,
        }
    }
}

impl CustomFieldDetails {
    /// What the engine takes it for. `kept` makes a name last as long as the process.
    pub fn column_kind(&self, kept: impl Fn(&str) -> &'static str) -> Kind {
        match self.kind {
            FieldType::Text | FieldType::AutoNumber => Kind::Text,
            FieldType::LongText => Kind::LongText,
            FieldType::Number | FieldType::Percent => Kind::Decimal,
            FieldType::Money => Kind::Money,
            FieldType::Date => Kind::Date,
            FieldType::Datetime => Kind::Timestamp,
            FieldType::Select => Kind::Dictionary(kept(self.dictionary.as_deref().unwrap_or_default())),
            FieldType::MultiSelect => Kind::Items(kept(self.dictionary.as_deref().unwrap_or_default())),
            FieldType::Region => Kind::Dictionary(crate::dictionaries::REGION),
            FieldType::Attachment | FieldType::Image => Kind::Json,
            FieldType::Boolean => Kind::Bool,
            FieldType::Phone => Kind::Phone,
            FieldType::Email => Kind::Email,
            FieldType::Url => Kind::Url,
            FieldType::User => Kind::User,
            FieldType::Department => Kind::Department,
            FieldType::Relation => Kind::Reference(kept(self.target.as_deref().unwrap_or_default())),
            // Its formula says more, once its fields are known.
            FieldType::Formula => Kind::Decimal,
        }
    }

    /// The list that its words are from.
    pub fn list(&self) -> Option<&str> {
        let region = (self.kind == FieldType::Region).then_some(crate::dictionaries::REGION);
        self.dictionary.as_deref().or(region)
    }

    /// How many decimals its numbers have at most.
    pub fn decimals(&self) -> u32 {
        let usual = if self.kind == FieldType::Percent { 4 } else { 2 };
        self.scale.unwrap_or(usual).into()
    }

    /// How long its text may be.
    pub fn longest(&self) -> usize {
        let most = [
            (FieldType::LongText, LongText::MAX),
            (FieldType::Phone, Phone::MAX),
            (FieldType::Email, Email::MAX),
            // The index holds it whole.
            (self.kind, if self.is_unique { 200 } else { 500 }),
        ];
        let most = most.into_iter().find(|(kind, _)| *kind == self.kind).map_or(500, |(_, most)| most);
        self.max.as_deref().and_then(|max| max.parse().ok()).unwrap_or(most).min(most)
    }

    /// Refuses what cannot be: everything that is wrong is named. Its formula is read where its fields are known.
    pub fn check(&self) -> Result<()> {
        let mut wrong = Vec::new();
        let mut refuse = |key: &'static str, code| wrong.push(FieldError::new(format!("/{key}"), code));
        let kind = self.kind;
        if !RESOURCES.contains(&&*self.resource) {
            refuse("resource", FieldCode::NotOneOf);
        }
        for (key, given, fits) in [
            ("required", self.required, !kind.is_computed()),
            ("is_unique", self.is_unique, kind.may_be_unique()),
            ("searchable", self.searchable, (kind.is_typed_text() || kind == FieldType::AutoNumber) && !self.sensitive),
            ("default_value", self.default_value.is_some(), !kind.is_computed() && !kind.is_file() && !self.is_unique),
            ("pattern", self.pattern.is_some(), kind.is_typed_text()),
            ("scale", self.scale.is_some(), kind.is_number() || kind == FieldType::Formula),
            ("dictionary", self.dictionary.is_some(), matches!(kind, FieldType::Select | FieldType::MultiSelect)),
            ("target", self.target.is_some(), kind == FieldType::Relation),
            ("formula", self.formula.is_some(), kind == FieldType::Formula),
            ("numbering", self.numbering.is_some(), kind == FieldType::AutoNumber),
        ] {
            if given && !fits {
                refuse(key, FieldCode::Invalid);
            }
        }
        for (key, given, needed) in [
            ("dictionary", self.dictionary.is_some(), matches!(kind, FieldType::Select | FieldType::MultiSelect)),
            ("target", self.target.is_some(), kind == FieldType::Relation),
            ("formula", self.formula.is_some(), kind == FieldType::Formula),
        ] {
            if needed && !given {
                refuse(key, FieldCode::Required);
            }
        }
        if kind == FieldType::Money && self.decimals() > 4 {
            refuse("scale", FieldCode::OutOfRange);
        }
        if self.target.as_deref().is_some_and(|target| !RESOURCES.contains(&target)) {
            refuse("target", FieldCode::NotOneOf);
        }
        if self.pattern.as_deref().is_some_and(|pattern| super::custom_value::expression(pattern).is_none()) {
            refuse("pattern", FieldCode::Invalid);
        }
        wrong.extend(self.wrong_bounds());
        if let Some(numbering) = &self.numbering
            && let Err(Error::Refused(refusal)) = numbering.check()
        {
            wrong.extend(refusal.fields.into_iter().map(|mut field| {
                field.pointer = format!("/numbering{}", field.pointer).into();
                field
            }));
        }
        if let Some(value) = self.default_value.as_ref().filter(|_| wrong.is_empty())
            && let Err(mut flaw) = self.read(value)
        {
            flaw.pointer = "/default_value".into();
            wrong.push(flaw);
        }
        if wrong.is_empty() { Ok(()) } else { Err(Error::fields(wrong)) }
    }

    fn wrong_bounds(&self) -> Vec<FieldError> {
        let mut wrong = Vec::new();
        let bounds = [("/min", self.min.as_deref()), ("/max", self.max.as_deref())];
        let read = bounds.map(|(pointer, bound)| {
            let order = bound.map(|bound| self.bound(bound));
            if order.is_some_and(|order| order.is_none()) {
                wrong.push(FieldError::new(pointer, FieldCode::WrongType));
            }
            order.flatten()
        });
        if let [Some(min), Some(max)] = read
            && min > max
        {
            wrong.push(FieldError::new("/max", FieldCode::OutOfRange));
        }
        wrong
    }

    /// A bound as something that can be compared: dates as their days.
    fn bound(&self, bound: &str) -> Option<Decimal> {
        use chrono::Datelike;
        let days = |text: &str| Some(Decimal::from(NaiveDate::from_str(text).ok()?.num_days_from_ce()));
        match self.kind {
            FieldType::Number | FieldType::Money | FieldType::Percent => bound.parse().ok(),
            FieldType::Date | FieldType::Datetime => days(bound),
            FieldType::Text
            | FieldType::LongText
            | FieldType::MultiSelect
            | FieldType::Attachment
            | FieldType::Image => bound.parse::<u16>().ok().map(Decimal::from),
            FieldType::Select
            | FieldType::Boolean
            | FieldType::Phone
            | FieldType::Email
            | FieldType::Url
            | FieldType::User
            | FieldType::Department
            | FieldType::Relation
            | FieldType::Region
            | FieldType::Formula
            | FieldType::AutoNumber => None,
        }
    }

    /// Refuses a change by which something that was kept would be lost or mean something else.
    pub fn check_change(&self, new: &Self) -> Result<()> {
        let mut wrong = Vec::new();
        let narrower = self.kind.is_number() && new.kind.is_number() && new.decimals() < self.decimals();
        if !self.kind.becomes(new.kind) {
            let [from, to]: [&str; 2] = [self.kind.into(), new.kind.into()];
            wrong.push(FieldError::new("/type", FieldCode::Invalid).with("from", from).with("to", to));
        } else if narrower {
            wrong.push(FieldError::new("/scale", FieldCode::OutOfRange).with("min", self.decimals()));
        }
        if wrong.is_empty() { Ok(()) } else { Err(Error::fields(wrong)) }
    }
}
