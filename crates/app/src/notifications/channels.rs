//! How an organisation's messages leave the product: whose group a robot speaks to, who mails come from, how many go.

use std::collections::BTreeMap;

use guanxi_domain::{
    Error, FieldCode, Permission, Result,
    access::notification_channel,
    notifications::{
        channel::{ChannelDetails, RobotAddress},
        rule::Channel,
    },
};
use guanxi_persistence::{
    Locked, Tx,
    access::audit::{self, Entry, Outcome},
    notifications::{
        NotificationChannel,
        channel::{self as store, Stored},
        sending::{self, Outgoing},
    },
    read, sealed, write,
};
use serde_json::{Map, json};
use url::Url;
use uuid::Uuid;

use super::{rules::myself, webhooks};
use crate::records::{self, Editable, Saved};

/// What addresses are sealed for.
const PURPOSE: &str = "notification channel";

impl Editable for NotificationChannel {
    type Details = ChannelDetails;
    const CREATE: Permission = notification_channel::CREATE;
    const UPDATE: Permission = notification_channel::UPDATE;
    const DELETE: Permission = notification_channel::DELETE;

    async fn create(tx: &mut Tx, details: ChannelDetails) -> Result<Saved> {
        check(&details)?;
        Ok(Saved::new(records::insert::<Self>(tx, &details, Map::new()).await?))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, details: ChannelDetails) -> Result<Saved> {
        check(&details)?;
        records::save(tx, record, &details, Map::new()).await?;
        Ok(Saved::new(record.id))
    }

    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        store::set_address(tx, record.id, None, None).await?;
        write::delete(tx, record).await
    }
}

fn check(details: &ChannelDetails) -> Result<()> {
    let wrong = details.wrong();
    if wrong.is_empty() { Ok(()) } else { Err(Error::fields(wrong)) }
}

fn channel_of(record: &Locked<NotificationChannel>) -> Result<Channel> {
    record.text("channel").and_then(Channel::parse).ok_or_else(|| Error::unexpected("a channel without a name"))
}

/// Says where the robot of a channel is. `private` says whether this installation lets messages into its own network.
pub async fn set_address(tx: &mut Tx, id: Uuid, address: &RobotAddress, private: bool) -> Result<Saved> {
    let record = read::lock::<NotificationChannel>(tx, notification_channel::UPDATE, id).await?;
    // Whoever hears a robot reads what many may not.
    webhooks::in_person(tx, notification_channel::UPDATE)?;
    if !channel_of(&record)?.is_robot() {
        // Mails and text messages go where the installation sends them.
        return Err(Error::field("/url", FieldCode::ReadOnly));
    }
    let url = webhooks::address(&address.url, private).map_err(|code| Error::field("/url", code))?;
    let host = Url::parse(&url).ok().and_then(|url| url.host_str().map(str::to_owned));
    let text = json!({"url": url, "secret": address.secret}).to_string();
    let sealed = sealed::seal(tx.db(), tx.actor().tenant, PURPOSE, &text)?;
    store::set_address(tx, id, host.as_deref(), Some(&sealed)).await?;
    let entry = Entry::new("notification_channel.address_changed", Outcome::Done, json!({"host": host}));
    audit::record(tx, entry.about("notification_channels", id)).await?;
    Ok(Saved::new(id))
}

/// Sends the caller a word by a channel.
pub async fn test(tx: &mut Tx, id: Uuid) -> Result<Saved> {
    let record = read::lock::<NotificationChannel>(tx, notification_channel::UPDATE, id).await?;
    let (channel, me, now) = (channel_of(&record)?, myself(tx).await?, tx.now());
    let words = if me.locale == "en" { ["A test", "It works."] } else { ["测试消息", "渠道已接通。"] };
    let message = Outgoing {
        notification: None,
        event: "notification_channel.test".to_owned(),
        recipient: me.id,
        channel: channel.word(),
        address: me.address(channel)?,
        subject: words[0].to_owned(),
        body: words[1].to_owned(),
        urgent: true,
        not_before: now,
    };
    sending::enqueue(tx, &[message]).await?;
    Ok(Saved::new(id))
}

/// How one organisation's messages go by one channel.
#[derive(Debug, Clone, Default)]
pub struct Way {
    /// Where its robot is, and what that wants its messages signed with.
    pub robot: Option<RobotAddress>,
    pub sender: Option<String>,
    pub reply_to: Option<String>,
    /// How many may go on a day.
    pub daily_limit: Option<i32>,
}

/// The ways that the organisation has said something of.
pub async fn ways(tx: &mut Tx) -> Result<BTreeMap<Channel, Way>> {
    let stored = store::all(tx).await?;
    stored
        .into_iter()
        .filter_map(|one| Some((Channel::parse(&one.channel)?, one)))
        .map(|(c, one)| Ok((c, way(tx, one)?)))
        .collect()
}

fn way(tx: &Tx, stored: Stored) -> Result<Way> {
    let opened = match &stored.sealed {
        Some(sealed) => sealed::open(tx.db(), tx.actor().tenant, PURPOSE, sealed)?,
        None => None,
    };
    Ok(Way {
        robot: opened.and_then(|text| serde_json::from_str(&text).ok()),
        sender: stored.sender,
        reply_to: stored.reply_to,
        daily_limit: stored.daily_limit,
    })
}
