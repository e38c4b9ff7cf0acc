//! What a list is asked for.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::filter::Filter;

/// One page of a list, as asked. Names are checked against the resource's columns before they become SQL.
#[derive(Debug, Clone, Default)]
pub struct ListQuery {
    pub filter: Option<Filter>,
    pub sort: Vec<Sort>,
    pub cursor: Option<String>,
    pub offset: Option<u32>,
    pub limit: Option<u16>,
    pub q: Option<String>,
    pub fields: Option<Vec<String>>,
    pub count: Count,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sort {
    pub field: String,
    pub descending: bool,
}

/// Whether the matching records are counted, and how far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema, strum::EnumString)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Count {
    #[default]
    None,
    /// Stops at 10,000.
    Capped,
    Exact,
}

/// How many records match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct Total {
    pub value: i64,
    pub capped: bool,
}

impl Sort {
    /// Reads `-created_at,name`.
    pub fn parse(text: &str) -> Vec<Self> {
        text.split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(|part| match part.strip_prefix('-') {
                Some(field) => Self { field: field.to_owned(), descending: true },
                None => Self { field: part.to_owned(), descending: false },
            })
            .collect()
    }
}
