//! What somebody wants to be told, and how.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::{delivery::QuietHours, rule::Channel};
use crate::text::ShortText;

/// By event and channel: yes or no; where nothing is said, the rule holds.
pub type Choices = BTreeMap<String, BTreeMap<String, bool>>;

/// The words of a message by one channel in one language.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TemplateDetails {
    pub event: ShortText,
    pub channel: Channel,
    pub locale: crate::access::Locale,
    pub subject: ShortText,
    pub body: crate::text::LongText,
}

/// What is looked at before it is kept.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TemplateDraft {
    pub event: ShortText,
    pub channel: Channel,
    pub subject: ShortText,
    pub body: crate::text::LongText,
    /// The record that it is tried on; without it, names stand for values.
    #[serde(default)]
    pub record_id: Option<uuid::Uuid>,
}

#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Preferences {
    #[serde(default)]
    pub quiet_hours: Option<QuietHours>,
    #[validate(length(max = 500), nested)]
    pub events: Vec<EventPreference>,
}

#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventPreference {
    pub event: ShortText,
    /// What people call it; not read.
    #[serde(default)]
    pub label: Option<Words>,
    #[validate(length(max = 6))]
    pub channels: Vec<ChannelPreference>,
}

/// One thing in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub zh: String,
    pub en: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChannelPreference {
    pub channel: Channel,
    pub on: bool,
    /// Not his to choose; not read.
    #[serde(default)]
    pub fixed: bool,
}

/// Whether a message goes by a channel: the product itself always tells; a text message costs, so only what the rule
/// sends may be switched, the rest everybody chooses for himself.
pub fn goes(channel: Channel, in_rule: bool, choice: Option<bool>) -> bool {
    if is_fixed(channel, in_rule) { channel == Channel::InApp || in_rule } else { choice.unwrap_or(in_rule) }
}

/// Whether somebody has no choice.
pub fn is_fixed(channel: Channel, in_rule: bool) -> bool {
    // What costs money, or is read by a whole group, is the organisation's to decide.
    channel == Channel::InApp || (channel != Channel::Email && !in_rule)
}

/// What somebody has chosen otherwise than the rules say, so that a rule that changes later changes it for him too.
pub fn choices(preferences: &Preferences, in_rule: impl Fn(&str, Channel) -> bool) -> Choices {
    let mut choices = Choices::new();
    for event in &preferences.events {
        let chosen = event.channels.iter().filter(|choice| {
            let in_rule = in_rule(&event.event, choice.channel);
            !is_fixed(choice.channel, in_rule) && choice.on != in_rule
        });
        let chosen: BTreeMap<_, _> = chosen.map(|choice| (choice.channel.word().to_owned(), choice.on)).collect();
        if !chosen.is_empty() {
            choices.insert(event.event.to_string(), chosen);
        }
    }
    choices
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_chooses_but_for_the_product_itself_and_what_costs() {
        assert!(goes(Channel::InApp, false, Some(false)));
        assert!(goes(Channel::Email, false, Some(true)) && !goes(Channel::Email, true, Some(false)));
        assert!(!goes(Channel::Sms, false, Some(true)) && !goes(Channel::Sms, true, Some(false)));
        assert!(goes(Channel::Sms, true, None) && !goes(Channel::Feishu, false, None));
    }
}
