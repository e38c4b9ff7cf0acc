//! Calendars: events and invitations, what else is to be done, and the same for programs outside (4.2, 4.5).

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Duration, NaiveDate, Utc};
use chrono_tz::Tz;
use futures_util::FutureExt;
use guanxi_domain::{
    Actor, Code, Error, FieldCode, Permission, Result, TenantId, UserId,
    access::{FieldAccess, Mask, customer, lead},
    activities::{
        event::{self, EventDetails, Rsvp},
        plan,
    },
    time::{self, DateRange},
};
use guanxi_persistence::{
    Db, Locked, Record, Tx,
    access::rights::{self, Holder},
    activities::event::{self as store, CalendarEvent, Entry},
    jobs::{self, Job},
    read, write,
};
use icalendar::{Calendar, Component, Event, EventLike};
use rand::RngCore;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::about::{self, About};
use crate::{
    access::Gate,
    records::{self, Editable, Saved},
    worker::Kind,
};

/// Tells of events in time.
pub const KIND: Kind = Kind { name: "event_due", run: |db, job| due(db, job).boxed_local() };

/// The longest time that one look at a calendar shows.
const MOST_DAYS: i64 = 100;
const MOST_ENTRIES: i64 = 1_000;
/// What programs outside see, around today.
const FEED_DAYS: (u32, u32) = (30, 180);

impl Editable for CalendarEvent {
    type Details = EventDetails;
    const CREATE: Permission = event::CREATE;
    const UPDATE: Permission = event::UPDATE;
    const DELETE: Permission = event::DELETE;

    async fn create(tx: &mut Tx, details: EventDetails) -> Result<Saved> {
        let mut more = subject(tx, &details).await?;
        more.insert("owner_id".to_owned(), json!(tx.actor().person()?));
        let id = records::insert::<Self>(tx, &details, more).await?;
        invite(tx, id, &details, &[]).await?;
        wake(tx, id, &details).await?;
        Ok(Saved::new(id))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, details: EventDetails) -> Result<Saved> {
        must_own(tx, record, event::UPDATE)?;
        let before: EventDetails = records::details(record)?;
        let mut more = subject(tx, &details).await?;
        // Who is asked anew must answer anew.
        let moved = (before.start_at, before.end_at) != (details.start_at, details.end_at);
        if moved {
            more.insert("rsvp".to_owned(), json!({}));
        }
        records::save(tx, record, &details, more).await?;
        invite(tx, record.id, &details, &before.attendee_ids).await?;
        if moved {
            let told =
                json!({"attendee_ids": before.attendee_ids, "title": details.title, "start_at": details.start_at});
            tx.emit("calendar_event.moved", Self::TABLE.name, record.id, told).await?;
        }
        if moved || before.reminders != details.reminders {
            wake(tx, record.id, &details).await?;
        }
        Ok(Saved::new(record.id))
    }

    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        must_own(tx, record, event::DELETE)?;
        let details: EventDetails = records::details(record)?;
        let told = json!({"attendee_ids": details.attendee_ids, "title": details.title, "start_at": details.start_at});
        tx.emit("calendar_event.cancelled", Self::TABLE.name, record.id, told).await?;
        write::delete(tx, record).await
    }
}

/// Whoever is invited may not change what he is invited to.
fn must_own(tx: &Tx, record: &Locked<CalendarEvent>, permission: Permission) -> Result<()> {
    let owns = record.facts.owner.is_some() && record.facts.owner == tx.actor().user;
    if owns || tx.actor().access.is_admin { Ok(()) } else { Err(Error::forbidden(permission.0)) }
}

async fn subject(tx: &mut Tx, details: &EventDetails) -> Result<Map<String, Value>> {
    let about = match (details.subject, details.subject_id) {
        (Some(subject), Some(id)) => about::must_see(tx, subject, id, None).await?,
        _ => About::default(),
    };
    Ok(about.columns())
}

/// Tells those who were not invited before.
async fn invite(tx: &mut Tx, id: Uuid, details: &EventDetails, before: &[UserId]) -> Result<()> {
    let new: Vec<UserId> = details.attendee_ids.iter().copied().filter(|user| !before.contains(user)).collect();
    about::all_at_work(tx, &new, "/attendee_ids").await?;
    if new.is_empty() {
        return Ok(());
    }
    let told = json!({"attendee_ids": new, "title": details.title, "start_at": details.start_at});
    tx.emit("calendar_event.invited", CalendarEvent::TABLE.name, id, told).await
}

async fn wake(tx: &mut Tx, id: Uuid, details: &EventDetails) -> Result<()> {
    for minutes in &details.reminders {
        let at = details.start_at - Duration::minutes((*minutes).into());
        if at > tx.now() {
            jobs::enqueue_at(tx, KIND.name, &json!({"id": id, "start_at": details.start_at, "minutes": minutes}), at)
                .await?;
        }
    }
    Ok(())
}

/// Tells of an event, unless it was moved or taken back meanwhile.
async fn due(db: &Db, job: &Job) -> Result<()> {
    let mut tx = db.begin(Actor::system(job.tenant, job.zone)).await?;
    let get = |key: &str| job.payload.get(key).cloned().unwrap_or_default();
    let id = get("id").as_str().and_then(|id| id.parse::<Uuid>().ok()).unwrap_or_default();
    if let Some(record) = read::lock_known::<CalendarEvent>(&mut tx, &[id]).await?.pop() {
        let details: EventDetails = records::details(&record)?;
        let as_told = json!(details.start_at) == get("start_at")
            && json!(details.reminders).as_array().is_some_and(|minutes| minutes.contains(&get("minutes")));
        let minutes = get("minutes").as_i64().unwrap_or_default();
        if as_told && details.start_at - Duration::minutes(minutes) <= tx.now() {
            let told = json!({
                "owner_id": record.facts.owner, "attendee_ids": details.attendee_ids, "title": details.title,
                "start_at": details.start_at, "minutes": minutes,
            });
            tx.emit("calendar_event.due", CalendarEvent::TABLE.name, id, told).await?;
        }
    }
    tx.commit().await
}

/// What an invited person says.
pub async fn answer(tx: &mut Tx, id: Uuid, said: &Rsvp) -> Result<Saved> {
    let record = read::lock::<CalendarEvent>(tx, event::READ, id).await?;
    let me = tx.actor().person()?;
    let details: EventDetails = records::details(&record)?;
    if !details.attendee_ids.contains(&me) {
        return Err(Error::forbidden(event::READ.0).with("reason", "not_invited"));
    }
    store::answer(tx, id, me, said.answer.word()).await?;
    let told = json!({"owner_id": record.facts.owner, "user_id": me, "answer": said.answer});
    tx.emit("calendar_event.answered", CalendarEvent::TABLE.name, id, told).await?;
    Ok(Saved::new(id))
}

/// What the caller has to do on these dates, the last one among them.
pub async fn look(tx: &mut Tx, from: NaiveDate, to: NaiveDate) -> Result<Vec<Entry>> {
    let range = DateRange { from, until: time::plus(to, 1) };
    let days = time::days(from, to);
    if !(0..MOST_DAYS).contains(&days) {
        let mut error = Error::field("to", FieldCode::OutOfRange).with("max", MOST_DAYS);
        if let Error::Refused(refusal) = &mut error {
            refusal.code = Code::Malformed;
        }
        return Err(error);
    }
    let (from, until) = range.times(tx.actor().zone);
    let me = tx.actor().person()?;
    store::entries(tx, me, from, until, MOST_ENTRIES).await
}

const PREFIX: &str = "gxc_";

/// A new secret address for the caller's calendar; the one before opens nothing any more.
pub async fn open_feed(tx: &mut Tx) -> Result<String> {
    let me = tx.actor().person()?;
    let mut secret = [0; 32];
    rand::rng().fill_bytes(&mut secret);
    store::set_feed(tx, me, &Sha256::digest(secret)).await?;
    let (tenant, user) = (tx.tenant(), Uuid::from(me));
    let bytes = [tenant.as_bytes().as_slice(), user.as_bytes(), &secret].concat();
    Ok(format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(bytes)))
}

pub async fn close_feed(tx: &mut Tx) -> Result<()> {
    let me = tx.actor().person()?;
    store::drop_feed(tx, me).await
}

/// Since when the caller's calendar is read from outside.
pub async fn feed_since(tx: &mut Tx) -> Result<Option<DateTime<Utc>>> {
    let me = tx.actor().person()?;
    Ok(store::feed(tx, me).await?.map(|(_, since)| since))
}

/// A person's calendar for whoever knows its secret: what he himself may read, by his organisation's clock.
pub async fn feed(gate: &Gate, token: &str, ip: Option<&str>) -> Result<String> {
    gate.count_feed(ip)?;
    let unknown = || Error::not_found("calendar");
    let bytes = token.strip_prefix(PREFIX).and_then(|text| URL_SAFE_NO_PAD.decode(text).ok()).ok_or_else(unknown)?;
    let (tenant, rest) = bytes.split_at_checked(16).ok_or_else(unknown)?;
    let (user, secret) = rest.split_at_checked(16).ok_or_else(unknown)?;
    let tenant: TenantId = Uuid::from_slice(tenant).map_err(|_| unknown())?.into();
    let user: UserId = Uuid::from_slice(user).map_err(|_| unknown())?.into();
    let mut tx = gate.db.read(Actor::system(tenant, Tz::UTC)).await?;
    let known = store::feed(&mut tx, user).await?;
    let is_it = known.is_some_and(|(hash, _)| hash == Sha256::digest(secret).as_slice());
    let holder = if is_it { rights::load(&mut tx, user).await? } else { None };
    tx.commit().await?;
    let Holder { access, zone } = holder.ok_or_else(unknown)?;
    let reads = |entry: &Entry| {
        let (permission, name) = match entry.resource.as_str() {
            "calendar-events" => (event::READ, None),
            "follow-up-plans" => (plan::READ, None),
            "customers" => (customer::READ, Some("customer")),
            _ => (lead::READ, Some("lead")),
        };
        let right = |object| access.field(object, "name");
        let named = |object| right(object).access != FieldAccess::Hidden && right(object).mask == Mask::None;
        access.may(permission) && name.is_none_or(named)
    };
    let mut tx = gate.db.read(Actor::system(tenant, zone)).await?;
    let (from, until) = (time::minus(tx.today(), FEED_DAYS.0), time::plus(tx.today(), FEED_DAYS.1));
    let (from, until) = DateRange { from, until }.times(zone);
    let mut entries = store::entries(&mut tx, user, from, until, MOST_ENTRIES).await?;
    tx.commit().await?;
    entries.retain(reads);
    Ok(written(&entries, zone))
}

/// The entries in the words of RFC 5545; days are those of the organisation.
fn written(entries: &[Entry], zone: Tz) -> String {
    let mut calendar = Calendar::new();
    calendar.name("Guanxi");
    for entry in entries {
        let mut event = Event::new();
        event.uid(&format!("{}@guanxi", entry.id)).summary(&entry.title).timestamp(entry.updated_at);
        if entry.all_day && entry.kind != "contact" {
            let (first, until) = whole_days(entry.start_at, entry.end_at.unwrap_or(entry.start_at), zone);
            event.starts(first);
            event.ends(until);
        } else {
            event.starts(entry.start_at);
            event.ends(entry.end_at.unwrap_or(entry.start_at + Duration::minutes(30)));
        }
        if let Some(location) = &entry.location {
            event.location(location);
        }
        calendar.push(event.done());
    }
    calendar.to_string()
}

/// The first day that is touched, and the one after the last: a day that is only begun is whole, one that is not, is
/// none.
fn whole_days(start: DateTime<Utc>, end: DateTime<Utc>, zone: Tz) -> (NaiveDate, NaiveDate) {
    let first = time::business_date(start, zone);
    let last = time::business_date(end, zone);
    let until = if end > time::start_of_day(last, zone) { time::plus(last, 1) } else { last };
    (first, until.max(time::plus(first, 1)))
}
