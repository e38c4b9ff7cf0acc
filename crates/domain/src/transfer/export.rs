//! The life of an export, and what keeps a cell from being computed by the spreadsheet that opens it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::cell::is_formula_start;

/// How long an export can be fetched.
pub const LINK_HOURS: i64 = 24;

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema, strum::IntoStaticStr, strum::EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ExportStatus {
    Waiting,
    Running,
    Done,
    Failed,
    Cancelled,
    Expired,
}

impl ExportStatus {
    /// Whether nothing more will happen to it.
    pub fn is_over(self) -> bool {
        match self {
            Self::Waiting | Self::Running => false,
            Self::Done | Self::Failed | Self::Cancelled | Self::Expired => true,
        }
    }
}

#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    ToSchema,
    strum::IntoStaticStr,
    strum::EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Format {
    #[default]
    Xlsx,
    Csv,
}

impl Format {
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }
}

/// Text that a spreadsheet shows and does not compute.
pub fn inert(text: &str) -> String {
    if text.starts_with(is_formula_start) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_stays_text() {
        for text in ["=1+1", "+8613800138000", "-5", "@SUM(A1)", "\t=1", "\r=1", "＝1", "=HYPERLINK(\"http://x\")"] {
            assert_eq!(inert(text), format!("'{text}"));
        }
        for text in ["上海", "1-2", "a=b", "", "13800138000"] {
            assert_eq!(inert(text), text);
        }
    }
}
