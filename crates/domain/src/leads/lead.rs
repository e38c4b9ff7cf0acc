//! What people type in about a lead (2.2).

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::{Validate, ValidationError};

use crate::{
    LeadPoolId, UserId,
    ownership::Level,
    text::{Address, Code, Email, LongText, Name, Phone, ShortText, Tag},
};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LeadDetails {
    /// A lead has the name of a company, of a person, or both.
    #[serde(default)]
    pub company_name: Option<Name>,
    #[serde(default)]
    pub contact_name: Option<Name>,
    #[serde(default)]
    pub title: Option<ShortText>,
    #[serde(default)]
    pub phone: Option<Phone>,
    #[serde(default)]
    pub mobile: Option<Phone>,
    #[serde(default)]
    pub email: Option<Email>,
    #[serde(default)]
    pub wechat: Option<ShortText>,
    #[serde(default)]
    pub region: Option<ShortText>,
    #[serde(default)]
    pub address: Option<Address>,
    /// An item of the dictionary `industry`.
    #[serde(default)]
    pub industry: Option<Code>,
    #[serde(default)]
    pub level: Option<Level>,
    /// An item of the dictionary `lead_source`.
    #[serde(default)]
    pub source: Option<Code>,
    #[serde(default)]
    #[validate(length(max = 50))]
    pub intended_product_ids: Vec<Uuid>,
    #[serde(default)]
    pub requirement: Option<LongText>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    #[validate(custom(function = "is_an_amount"))]
    pub budget: Option<Decimal>,
    #[serde(default)]
    #[validate(custom(function = "is_a_currency"))]
    pub currency: Option<String>,
    #[serde(default)]
    pub expected_date: Option<NaiveDate>,
    #[serde(default)]
    #[validate(length(max = 50))]
    pub tags: Vec<Tag>,
    /// What the organisation added, checked before it comes here. People write it field by field.
    #[serde(default)]
    #[schema(ignore)]
    pub custom: Map<String, Value>,
    /// Where another system keeps it, and under which id.
    #[serde(default)]
    pub external_source: Option<Code>,
    #[serde(default)]
    pub external_id: Option<ShortText>,
    /// Who owns it from the start. Without owner and pool it is its creator's, if he may claim leads.
    #[serde(default)]
    pub owner_id: Option<UserId>,
    /// The pool it begins in.
    #[serde(default)]
    pub pool_id: Option<LeadPoolId>,
}

/// What fits `numeric(20, 4)` and is not less than nothing.
fn is_an_amount(amount: &Decimal) -> Result<(), ValidationError> {
    let fits = !amount.is_sign_negative() && amount.trunc() < Decimal::from(10_000_000_000_000_000_u64);
    if fits && amount.normalize().scale() <= 4 { Ok(()) } else { Err(ValidationError::new("out_of_range")) }
}

fn is_a_currency(code: &str) -> Result<(), ValidationError> {
    if crate::settings::CURRENCIES.contains(&code) { Ok(()) } else { Err(ValidationError::new("not_one_of")) }
}

impl LeadDetails {
    /// The company's name, or the person's.
    pub fn name(&self) -> Option<&str> {
        self.company_name.as_deref().or(self.contact_name.as_deref())
    }

    /// The numbers by which it is recognised.
    pub fn phones(&self) -> Vec<String> {
        let mut phones: Vec<String> = [&self.phone, &self.mobile].into_iter().flatten().map(Phone::norm).collect();
        phones.sort_unstable();
        phones.dedup();
        phones
    }
}
