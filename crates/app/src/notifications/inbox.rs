//! What one was told, and how one wants to be told.

use guanxi_domain::{
    Error, FieldCode, Result,
    notifications::{
        people::{self as wishes, ChannelPreference, EventPreference, Preferences, Words},
        rule::Channel,
    },
};
use guanxi_persistence::{
    Tx,
    notifications::{self as store, people},
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::catalogue;

/// What was read: some messages, or all.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadMarks {
    #[serde(default)]
    #[validate(length(max = 500))]
    pub ids: Option<Vec<Uuid>>,
    #[serde(default)]
    pub all: Option<bool>,
}

#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct Unread {
    /// Not counted further than a thousand.
    pub unread: i64,
}

pub async fn unread(tx: &mut Tx) -> Result<Unread> {
    Ok(Unread { unread: store::unread(tx).await? })
}

pub async fn read(tx: &mut Tx, marks: &ReadMarks) -> Result<Unread> {
    let ids = match (&marks.ids, marks.all) {
        (Some(ids), None | Some(false)) => Some(ids.as_slice()),
        (None, Some(true)) => None,
        (Some(_), Some(true)) => return Err(Error::field("/all", FieldCode::Invalid)),
        (None, None | Some(false)) => return Err(Error::field("/ids", FieldCode::Required)),
    };
    if store::mark_read(tx, ids).await? > 0 {
        let me = tx.actor().person()?;
        // Whoever watches in another place sees it, too.
        tx.emit("notification.read", "notifications", me, json!({"recipient_id": me})).await?;
    }
    unread(tx).await
}

/// Every event that somebody may be told of, with how he is told now.
pub async fn preferences(tx: &mut Tx) -> Result<Preferences> {
    let me = tx.actor().person()?;
    let (quiet_hours, choices) = people::preferences(tx, me).await?;
    let rules = catalogue::rules(tx).await?;
    let events = catalogue::all().iter().filter_map(|known| {
        let rules = rules.get(&known.name)?;
        let channels = Channel::ALL.into_iter().map(|channel| {
            let in_rule = rules.iter().any(|rule| rule.channels.contains(&channel));
            let choice = choices.get(&known.name).and_then(|chosen| chosen.get(channel.word())).copied();
            ChannelPreference {
                channel,
                on: wishes::goes(channel, in_rule, choice),
                fixed: wishes::is_fixed(channel, in_rule),
            }
        });
        let [zh, en] = known.label.clone();
        let event = known.name.as_str().try_into().ok()?;
        Some(EventPreference { event, label: Some(Words { zh, en }), channels: channels.collect() })
    });
    let quiet_hours = quiet_hours.and_then(|quiet| serde_json::from_value(quiet).ok());
    Ok(Preferences { quiet_hours, events: events.collect() })
}

pub async fn prefer(tx: &mut Tx, wanted: &Preferences) -> Result<Preferences> {
    let me = tx.actor().person()?;
    for (index, event) in wanted.events.iter().enumerate() {
        if catalogue::find(&event.event).is_none() {
            return Err(Error::field(format!("/events/{index}/event"), FieldCode::NotOneOf));
        }
        // Yes and no to the same is neither.
        let twice =
            |place: usize| event.channels[..place].iter().any(|one| one.channel == event.channels[place].channel);
        if let Some(place) = (0..event.channels.len()).find(|place| twice(*place)) {
            return Err(Error::field(format!("/events/{index}/channels/{place}"), FieldCode::Duplicate));
        }
    }
    let quiet_hours = wanted.quiet_hours.map(serde_json::to_value).transpose().map_err(Error::unexpected)?;
    let rules = catalogue::rules(tx).await?;
    let in_rule = |event: &str, channel| {
        rules.get(event).is_some_and(|rules| rules.iter().any(|rule| rule.channels.contains(&channel)))
    };
    people::prefer(tx, me, quiet_hours.as_ref(), &wishes::choices(wanted, in_rule)).await?;
    preferences(tx).await
}
