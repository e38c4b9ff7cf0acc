//! Those whom we meet at our customers (5.2).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::text::{LongText, Name, Url};

pub use crate::access::competitor::*;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CompetitorDetails {
    pub name: Name,
    #[serde(default)]
    pub website: Option<Url>,
    #[serde(default)]
    pub products: Option<LongText>,
    #[serde(default)]
    pub strengths: Option<LongText>,
    #[serde(default)]
    pub weaknesses: Option<LongText>,
}
