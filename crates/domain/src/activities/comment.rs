//! Words beside an activity or a report, and whom they are for.

use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

use crate::{UserId, text::Note};

#[derive(Debug, Clone, PartialEq, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommentDetails {
    pub content: Note,
    /// Who is spoken to.
    #[serde(default)]
    #[validate(length(max = 20))]
    pub mention_ids: Vec<UserId>,
}
