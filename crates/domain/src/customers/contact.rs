//! The people at a customer (3.2).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use validator::Validate;

use super::{choices, or_default};
use crate::{
    ContactId, CustomerId, FieldCode,
    search::{self, Part},
    text::{Address, Code, Email, LongText, Name, Phone, ShortText, Tag, text},
};

pub use crate::access::contact::*;

choices! {
    Gender { Male = "male", Female = "female", Unknown = "unknown" }
    RoleInDeal {
        DecisionMaker = "decision_maker", Influencer = "influencer", User = "user", Champion = "champion",
        Blocker = "blocker", Finance = "finance", Purchasing = "purchasing",
    }
    #[derive(Default)]
    BirthdayCalendar { #[default] Solar = "solar", Lunar = "lunar" }
    #[derive(Default)]
    ContactStatus { #[default] Active = "active", Left = "left" }
    /// The ways to reach somebody.
    Channel { Phone = "phone", Sms = "sms", Email = "email", Wechat = "wechat", Visit = "visit", Mail = "mail" }
}

text! {
    /// A birthday: `1990-05-01`, or `--05-01` where the year is not known.
    Birthday: One, 10, |text| if is_birthday(text) { Ok(text.to_owned()) } else { Err(FieldCode::NotADate) };
}

/// A lunar month has up to thirty days, so that a date that the sun does not know may still be one.
fn is_birthday(text: &str) -> bool {
    if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
        return false;
    }
    let (year, rest) = match text.strip_prefix("--") {
        Some(rest) => (None, rest),
        None => match text.split_once('-') {
            Some((year, rest)) if year.len() == 4 => (year.parse::<i32>().ok(), rest),
            _ => return false,
        },
    };
    if !text.starts_with("--") && year.is_none_or(|year| !(1850..=2200).contains(&year)) {
        return false;
    }
    let Some((month, day)) = rest.split_once('-').filter(|(month, day)| month.len() == 2 && day.len() == 2) else {
        return false;
    };
    let (Ok(month), Ok(day)) = (month.parse::<u32>(), day.parse::<u32>()) else { return false };
    // A leap year, so that 29 February is a birthday.
    NaiveDate::from_ymd_opt(year.unwrap_or(2000), month, day).is_some() || (month == 2 && day <= 30 && day > 0)
}

/// What people type in about a contact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactDetails {
    pub customer_id: CustomerId,
    pub name: Name,
    #[serde(default)]
    pub gender: Option<Gender>,
    #[serde(default)]
    pub title: Option<ShortText>,
    #[serde(default)]
    pub department: Option<ShortText>,
    #[serde(default)]
    pub role_in_deal: Option<RoleInDeal>,
    #[serde(default)]
    pub mobile: Option<Phone>,
    #[serde(default)]
    pub phone: Option<Phone>,
    #[serde(default)]
    pub email: Option<Email>,
    #[serde(default)]
    pub wechat: Option<ShortText>,
    #[serde(default)]
    pub address: Option<Address>,
    #[serde(default)]
    pub birthday: Option<Birthday>,
    #[serde(default, deserialize_with = "or_default")]
    pub birthday_calendar: BirthdayCalendar,
    #[serde(default, deserialize_with = "or_default")]
    #[validate(nested)]
    pub preferences: Preferences,
    /// Accounts elsewhere, by the name of the network.
    #[serde(default, deserialize_with = "or_default")]
    #[schema(value_type = Object)]
    pub social: Map<String, Value>,
    #[serde(default)]
    pub reports_to_id: Option<ContactId>,
    /// The one to speak to first; whoever was it before no longer is.
    #[serde(default)]
    pub is_primary: Option<bool>,
    /// Ways in which he does not want to be reached.
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 6))]
    pub do_not_contact: Vec<Channel>,
    /// Whether he agreed to be written to; unknown if nobody asked.
    #[serde(default)]
    pub consent: Option<bool>,
    #[serde(default, deserialize_with = "or_default")]
    pub status: ContactStatus,
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 50))]
    pub tags: Vec<Tag>,
    /// What the organisation added, checked before it comes here. People write it field by field.
    #[serde(default)]
    #[schema(ignore)]
    pub custom: Map<String, Value>,
    #[serde(default)]
    pub remark: Option<LongText>,
    #[serde(default)]
    pub external_source: Option<Code>,
    #[serde(default)]
    pub external_id: Option<ShortText>,
}

/// How somebody likes to be treated.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Preferences {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub best_time: Option<ShortText>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<ShortText>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gifts: Option<ShortText>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hobbies: Option<ShortText>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[validate(length(max = 50))]
    pub taboos: Vec<Tag>,
}

impl ContactDetails {
    /// A contact of whom only the name is known.
    pub fn named(customer_id: CustomerId, name: Name) -> Self {
        Self {
            customer_id,
            name,
            gender: None,
            title: None,
            department: None,
            role_in_deal: None,
            mobile: None,
            phone: None,
            email: None,
            wechat: None,
            address: None,
            birthday: None,
            birthday_calendar: BirthdayCalendar::default(),
            preferences: Preferences::default(),
            social: Map::new(),
            reports_to_id: None,
            is_primary: None,
            do_not_contact: Vec::new(),
            consent: None,
            status: ContactStatus::default(),
            tags: Vec::new(),
            custom: Map::new(),
            remark: None,
            external_source: None,
            external_id: None,
        }
    }

    pub fn mobile_norm(&self) -> Option<String> {
        self.mobile.as_ref().map(Phone::norm)
    }

    pub fn search_text(&self) -> String {
        search::search_text([
            Part::name("name", &*self.name),
            Part::plain("mobile", self.mobile.as_deref()),
            Part::plain("phone", self.phone.as_deref()),
            Part::plain("email", self.email.as_deref()),
            Part::plain("wechat", self.wechat.as_deref()),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_birthday_may_have_no_year() {
        for sound in ["1990-05-01", "--05-01", "--02-29", "2000-02-29", "1999-02-29", "--02-30", "--12-30"] {
            assert!(Birthday::new(sound).is_ok(), "{sound}");
        }
        for wrong in
            ["05-01", "-05-01", "1990-13-01", "--02-31", "1990-5-1", "--00-10", "--04-31", "99990-01-01", "--+1-01"]
        {
            assert!(Birthday::new(wrong).is_err(), "{wrong}");
        }
    }
}
