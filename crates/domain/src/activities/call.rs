//! Calls and mails as their providers tell of them, and whom they were with (4.2, 4.7).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::activity::Direction;
use crate::{
    FieldCode, UserId,
    customers::{choices, or_default},
    text::{Email, LongText, ShortText, Url, text},
};

text! {
    /// By what mailboxes know a mail: no longer than a line of its head (RFC 5322).
    MessageId: One, 998, |text| if text.len() <= 998 { Ok(text.to_owned()) } else { Err(FieldCode::TooLong) };
}

choices! {
    /// Who ended a call.
    Hangup { Caller = "caller", Callee = "callee", System = "system" }
}

/// A call as a provider or a person tells of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CallDetails {
    /// Who called or was called; oneself if it is left out.
    #[serde(default)]
    pub owner_id: Option<UserId>,
    #[serde(default, deserialize_with = "or_default")]
    pub direction: Direction,
    /// The number of the other side; anything that a network shows.
    pub number: ShortText,
    pub started_at: DateTime<Utc>,
    #[serde(default, deserialize_with = "or_default")]
    #[validate(range(max = 86_400))]
    pub ring_s: u32,
    #[serde(default, deserialize_with = "or_default")]
    #[validate(range(max = 86_400))]
    pub talk_s: u32,
    #[serde(default, deserialize_with = "or_default")]
    pub connected: bool,
    #[serde(default)]
    pub hangup: Option<Hangup>,
    #[serde(default)]
    pub recording_url: Option<Url>,
    /// By what the provider knows it: told twice, it is one call.
    #[serde(default)]
    pub provider_id: Option<ShortText>,
}

/// A mail as a mailbox tells of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EmailDetails {
    #[serde(default)]
    pub owner_id: Option<UserId>,
    #[serde(default, deserialize_with = "or_default")]
    pub direction: Direction,
    /// Told twice, it is one mail.
    pub message_id: MessageId,
    pub sender: Email,
    #[validate(length(min = 1, max = 100))]
    pub recipients: Vec<Email>,
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 100))]
    pub copies: Vec<Email>,
    pub topic: LongText,
    #[serde(default)]
    pub snippet: Option<LongText>,
    pub sent_at: DateTime<Utc>,
    #[serde(default, deserialize_with = "or_default")]
    #[validate(range(max = 1_000_000))]
    pub opened_count: u32,
}

/// Somebody who has a number or an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Known {
    pub object: String,
    pub id: Uuid,
    pub name: String,
    pub customer_id: Option<Uuid>,
    #[serde(skip)]
    pub owner_id: Option<UserId>,
}

/// With whom a call was: whoever is the only one, or the only one of his own. A customer and its contact are one.
pub fn matched(known: &[Known], caller: Option<UserId>) -> Option<&Known> {
    let people: Vec<&Known> = known
        .iter()
        .filter(|one| {
            let covered = |other: &Known| other.object == "contact" && other.customer_id == Some(one.id);
            one.object != "customer" || !known.iter().any(covered)
        })
        .collect();
    let own: Vec<&Known> =
        people.iter().copied().filter(|one| one.owner_id.is_some() && one.owner_id == caller).collect();
    match (&people[..], &own[..]) {
        ([only], _) | (_, [only]) => Some(only),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(object: &str, owner: UserId, customer: Option<Uuid>) -> Known {
        Known {
            object: object.to_owned(),
            id: Uuid::now_v7(),
            name: object.to_owned(),
            customer_id: customer,
            owner_id: Some(owner),
        }
    }

    #[test]
    fn ones_own_come_first_and_several_are_nobody() {
        let (ann, bob) = (UserId::new(), UserId::new());
        let customer = known("customer", ann, None);
        let contact = known("contact", ann, Some(customer.id));
        assert_eq!(matched(&[customer.clone(), contact.clone()], None), Some(&contact));
        let other = known("contact", bob, Some(Uuid::now_v7()));
        let both = [contact.clone(), other.clone()];
        assert_eq!(matched(&both, Some(ann)), Some(&contact));
        assert_eq!(matched(&both, Some(bob)), Some(&other));
        assert_eq!(matched(&both, Some(UserId::new())), None);
        assert_eq!(matched(&both, None), None);
        let second = known("lead", ann, None);
        assert_eq!(matched(&[contact, other, second], Some(ann)), None);
        assert_eq!(matched(&[], Some(ann)), None);
    }
}
