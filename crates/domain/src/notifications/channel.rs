//! What an organisation says of the ways its messages go.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::rule::Channel;
use crate::{
    FieldCode, FieldError,
    text::{Email, ShortText},
};

#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChannelDetails {
    pub channel: Channel,
    /// The name that mails come from; their address is the installation's.
    #[serde(default)]
    pub sender: Option<ShortText>,
    /// Who gets the answers to mails.
    #[serde(default)]
    pub reply_to: Option<Email>,
    /// How many messages may go out on a day; nothing: as many as there are.
    #[serde(default)]
    #[validate(range(min = 0, max = 1_000_000))]
    pub daily_limit: Option<u32>,
}

impl ChannelDetails {
    /// What does not fit its channel.
    pub fn wrong(&self) -> Vec<FieldError> {
        let mail = self.channel == Channel::Email;
        let misplaced = [("/sender", self.sender.is_some()), ("/reply_to", self.reply_to.is_some())];
        let mut wrong: Vec<FieldError> = misplaced
            .into_iter()
            .filter(|(_, given)| *given && !mail)
            .map(|(pointer, _)| FieldError::new(pointer, FieldCode::ReadOnly))
            .collect();
        if self.channel == Channel::InApp {
            wrong.push(FieldError::new("/channel", FieldCode::NotOneOf));
        }
        wrong
    }
}

/// Where the robot of a group is. It holds a key, and is never shown again.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RobotAddress {
    #[validate(length(min = 1, max = 2000))]
    pub url: String,
    /// What its messages are signed with, where it wants that (DingTalk, Feishu).
    #[serde(default)]
    #[validate(length(min = 1, max = 200))]
    pub secret: Option<String>,
}
