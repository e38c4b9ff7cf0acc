//! A rule: who is told of an event, and by which channels.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::{Validate, ValidationError};

use crate::text::ShortText;

crate::customers::choices! {
    /// How a message gets to somebody.
    #[derive(PartialOrd, Ord)]
    Channel {
        InApp = "in_app",
        Email = "email",
        Sms = "sms",
        Wecom = "wecom",
        Dingtalk = "dingtalk",
        Feishu = "feishu",
    }

    /// Who is told, as seen from the event.
    RecipientKind {
        /// Who has the record now.
        Owner = "owner",
        PreviousOwner = "previous_owner",
        /// Who made the record.
        Author = "author",
        /// Who did it.
        Actor = "actor",
        /// Who stands above its owner.
        Superior = "superior",
        /// The team of the customer.
        Team = "team",
        PoolAdmins = "pool_admins",
        PoolMembers = "pool_members",
        /// Who was named in a comment.
        Mentioned = "mentioned",
        /// Who is invited.
        Attendees = "attendees",
        /// Whom a report was written for.
        Reviewers = "reviewers",
        /// Whom the event itself names.
        Named = "named",
        /// Who subscribed to what it is about.
        Subscribers = "subscribers",
        Admins = "admins",
        Users = "users",
        Roles = "roles",
        Departments = "departments",
    }
}

impl Channel {
    pub const ALL: [Self; 6] = [Self::InApp, Self::Email, Self::Sms, Self::Wecom, Self::Dingtalk, Self::Feishu];

    /// Whether it is a robot that speaks to a whole group.
    pub fn is_robot(self) -> bool {
        matches!(self, Self::Wecom | Self::Dingtalk | Self::Feishu)
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.word() == word)
    }
}

/// Some of those who are told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    pub kind: RecipientKind,
    /// The people, roles or departments; only where the kind is one of these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<Uuid>,
}

impl RecipientKind {
    /// Whether it says nothing without ids.
    pub fn takes_ids(self) -> bool {
        matches!(self, Self::Users | Self::Roles | Self::Departments)
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleDetails {
    pub event: ShortText,
    #[validate(length(min = 1, max = 20), custom(function = "named"))]
    pub recipients: Vec<Recipient>,
    /// Besides the product itself, which always tells.
    #[serde(default)]
    #[validate(length(max = 6))]
    pub channels: Vec<Channel>,
    /// Told at any hour.
    #[serde(default)]
    pub urgent: bool,
    #[serde(default = "yes")]
    pub is_active: bool,
}

fn yes() -> bool {
    true
}

fn named(recipients: &[Recipient]) -> Result<(), ValidationError> {
    let fits =
        |recipient: &Recipient| recipient.kind.takes_ids() != recipient.ids.is_empty() && recipient.ids.len() <= 200;
    if recipients.iter().all(fits) { Ok(()) } else { Err(ValidationError::new("invalid")) }
}
