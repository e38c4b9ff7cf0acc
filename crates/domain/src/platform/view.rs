//! A saved view of a list: its columns, filter and order (12.6).

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use validator::Validate;

use crate::text::{Name, ShortText};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ViewDetails {
    /// The list it is a view of: `leads`.
    pub resource: ShortText,
    #[validate(length(max = 60))]
    pub name: Name,
    /// Whether everybody who sees the list sees the view.
    #[serde(default)]
    pub shared: bool,
    /// Left to right; none: those of the list.
    #[serde(default)]
    #[validate(length(max = 100), nested)]
    pub columns: Vec<ViewColumn>,
    /// A filter as lists take it.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    pub filter: Option<Value>,
    /// `-created_at,name`
    #[serde(default)]
    pub sort: Option<ShortText>,
    #[serde(default)]
    pub pinned: bool,
    /// Whether the list begins with it.
    #[serde(default)]
    pub is_default: bool,
    #[serde(default)]
    #[validate(range(min = 0, max = 100_000))]
    pub position: i32,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ViewColumn {
    pub key: ShortText,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 20, max = 2000))]
    pub width: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pinned: Option<bool>,
}
