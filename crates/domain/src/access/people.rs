//! What is typed in about departments, people and roles.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::{FieldRule, Grant, RoleCode};
use crate::{
    DepartmentId, RoleId, UserId,
    text::{Email, Login, Note, Phone, ShortText},
};

crate::text::text! {
    /// What a department or a role is called, or a person.
    Title: One, 100, |text| Ok(text.to_owned());
}

#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DepartmentDetails {
    pub name: Title,
    #[serde(default)]
    pub parent_id: Option<DepartmentId>,
    #[serde(default)]
    pub manager_id: Option<UserId>,
    #[serde(default)]
    #[validate(range(min = 0, max = 1_000_000))]
    pub position: i32,
    #[serde(default = "yes")]
    pub active: bool,
}

/// The languages that the product speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema, Default)]
pub enum Locale {
    #[default]
    #[serde(rename = "zh-CN")]
    ZhCn,
    #[serde(rename = "en")]
    En,
}

#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UserDetails {
    #[serde(default)]
    #[validate(length(max = 40))]
    pub no: Option<String>,
    pub login: Login,
    pub name: Title,
    #[serde(default)]
    pub mobile: Option<Phone>,
    #[serde(default)]
    pub email: Option<Email>,
    pub department_id: DepartmentId,
    #[serde(default)]
    #[validate(length(max = 20))]
    pub extra_department_ids: Vec<DepartmentId>,
    #[serde(default)]
    pub superior_id: Option<UserId>,
    #[validate(length(min = 1, max = 20))]
    pub role_ids: Vec<RoleId>,
    #[serde(default)]
    pub locale: Locale,
    /// A time zone of his own changes what he is shown, and no rule.
    #[serde(default)]
    #[validate(custom(function = "zone"))]
    pub timezone: Option<ShortText>,
}

/// Somebody goes to work in another department.
#[derive(Debug, Clone, Copy, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DepartmentMove {
    pub department_id: DepartmentId,
    #[serde(default)]
    pub owner_records: OwnerRecords,
}

/// Which department sees what he owns from then on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OwnerRecords {
    /// The one he goes to.
    #[default]
    Move,
    /// The one he leaves, until the records change hands.
    Stay,
}

#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoleDetails {
    pub code: RoleCode,
    pub name: Title,
    #[serde(default)]
    pub description: Option<Note>,
    #[serde(default)]
    #[validate(length(max = 500))]
    pub grants: Vec<Grant>,
    #[serde(default)]
    #[validate(length(max = 500))]
    pub fields: Vec<FieldRule>,
}

#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApiKeyDetails {
    pub name: Title,
    /// In whose name the key acts; whoever makes it, where nobody is named.
    #[serde(default)]
    pub user_id: Option<UserId>,
    /// The permissions that the key is cut down to.
    #[validate(length(min = 1, max = 500))]
    pub scopes: Vec<String>,
    /// The addresses and networks it may call from; any, where none is named.
    #[serde(default)]
    #[validate(length(max = 100))]
    pub ip_allow: Vec<String>,
    #[serde(default)]
    pub expires_at: Option<DateTime<Utc>>,
    #[serde(default)]
    #[validate(range(min = 1, max = 60_000))]
    pub rate_per_minute: Option<i32>,
}

fn yes() -> bool {
    true
}

fn zone(zone: &ShortText) -> Result<(), validator::ValidationError> {
    let known = zone.as_str().parse::<chrono_tz::Tz>();
    known.map(|_| ()).map_err(|_| validator::ValidationError::new("not_one_of"))
}
