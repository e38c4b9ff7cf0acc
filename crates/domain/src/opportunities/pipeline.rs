//! The way that deals of one sort go (5.2).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::{DepartmentId, customers::or_default, money::Currency, text::Name};

pub use crate::access::pipeline::*;

/// What people type in about a pipeline. Its stages are records of their own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PipelineDetails {
    pub name: Name,
    /// Whose it is; none: everybody's.
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 200))]
    pub department_ids: Vec<DepartmentId>,
    /// What its deals are in where nothing is said; none: the organisation's own.
    #[serde(default)]
    pub currency: Option<Currency>,
    /// Whether a deal may go back to a stage before.
    #[serde(default = "yes")]
    pub allow_backward: bool,
    /// Whether a deal may pass over stages.
    #[serde(default = "yes")]
    pub allow_skip: bool,
    /// Whether owners may open again what they lost or gave up.
    #[serde(default, deserialize_with = "or_default")]
    pub allow_reopen: bool,
    /// Whether deals go here where no pipeline is named.
    #[serde(default, deserialize_with = "or_default")]
    pub is_default: bool,
    #[serde(default = "yes")]
    pub active: bool,
}

fn yes() -> bool {
    true
}
