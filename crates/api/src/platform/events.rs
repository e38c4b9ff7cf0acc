//! Live updates: hints that something has changed, for those who may see it.
//!
//! A hint names a record, never what is in it; whoever gets one asks again. What was missed is told to a client that
//! comes back with `Last-Event-ID`.

use std::{collections::HashMap, convert::Infallible, time::Duration};

use actix_web::{HttpResponse, http::Method, rt, web::Bytes};
use futures_util::stream;
use guanxi_app::{access::Credentials, notifications::inbox::Unread};
use guanxi_domain::{Actor, Result, access};
use guanxi_persistence::{
    Db,
    feed::{self, Event, Place},
    notifications::{self as inbox, Fresh},
    read, tables,
};
use serde::Serialize;
use tokio::sync::{
    broadcast::{Receiver, error::RecvError},
    mpsc::{self, Sender},
};
use utoipa::ToSchema;
use uuid::Uuid;

use super::TAG;
use crate::{App, Call, Endpoint, Reply, endpoint::signed_in};

/// So often something is sent, that nobody between takes the line for dead.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// Whoever missed more is told to look at everything again.
const MOST_MISSED: usize = 500;
/// How much may wait for a slow client.
const WAITING: usize = 64;

/// What one event says.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChangeHint {
    pub resource: String,
    pub id: Uuid,
    pub version: i64,
    /// `claimed` of `lead.claimed`.
    pub action: String,
}

/// A message to whoever watches.
#[derive(Debug, Serialize, ToSchema)]
pub struct MessageHint {
    #[serde(flatten)]
    pub message: Fresh,
    /// How many there are that he has not read.
    pub unread: i64,
}

pub fn endpoints() -> Vec<Endpoint> {
    let events = signed_in(Method::GET, "/events")
        .named("watch_events", TAG, "Watch what changes (Server-Sent Events); resumes behind `Last-Event-ID`.")
        .sends("text/event-stream")
        .schema("ChangeHint", <ChangeHint as utoipa::PartialSchema>::schema())
        .schema("Fresh", <Fresh as utoipa::PartialSchema>::schema())
        .schema("MessageHint", <MessageHint as utoipa::PartialSchema>::schema())
        .to(async |call: Call| {
            let since = call.header("last-event-id").and_then(|id| id.parse().ok());
            let credentials = Credentials {
                bearer: call.header("authorization").and_then(|value| value.strip_prefix("Bearer ")).map(str::to_owned),
                ip: call.ip(),
                request_id: Some(call.request_id),
            };
            let (lines, sent) = mpsc::channel(WAITING);
            let watcher = Watcher { app: call.app.clone(), credentials, actor: call.actor()?.clone(), lines };
            let (looks, start) = call.app.db.watch().await?;
            rt::spawn(watcher.watch(looks, since, start));
            let body = stream::unfold(sent, async |mut sent| Some((Ok::<_, Infallible>(sent.recv().await?), sent)));
            let response = HttpResponse::Ok()
                .content_type("text/event-stream")
                // Neither a proxy nor our own compression may hold lines back.
                .insert_header(("cache-control", "no-cache"))
                .insert_header(("x-accel-buffering", "no"))
                .insert_header(("content-encoding", "identity"))
                .streaming(Box::pin(body));
            Ok(Reply::response(response))
        });
    vec![events]
}

/// One client that watches.
struct Watcher {
    app: App,
    credentials: Credentials,
    actor: Actor,
    lines: Sender<Bytes>,
}

/// The client has gone, or may no longer watch.
struct Over;

impl Watcher {
    async fn watch(mut self, looks: Receiver<feed::Look>, since: Option<Place>, start: Place) {
        // However it ends, the stream does; the client comes back.
        let _ = self.tell(looks, since, start).await;
    }

    async fn tell(&mut self, mut looks: Receiver<feed::Look>, since: Option<Place>, start: Place) -> Result<(), Over> {
        let mut closed = self.app.db.feed_closed();
        let mut last = since.unwrap_or(start);
        self.send(format!("retry: 2000\nid: {last}\nevent: ready\ndata: {{}}\n\n")).await?;
        if since.is_some() {
            last = self.catch_up(last).await?;
        }
        let tenant = Uuid::from(self.actor.tenant);
        loop {
            tokio::select! {
                look = looks.recv() => match look {
                    Ok(look) => {
                        let new: Vec<&Event> =
                            look.get(&tenant).into_iter().flatten().filter(|event| event.place() > last).collect();
                        last = self.hint(&new).await?.unwrap_or(last);
                    }
                    Err(RecvError::Lagged(_)) => last = self.catch_up(last).await?,
                    Err(RecvError::Closed) => return Err(Over),
                },
                () = tokio::time::sleep(HEARTBEAT) => {
                    self.admit_again().await?;
                    self.send(": still here\n\n".to_owned()).await?;
                }
                _ = closed.wait_for(|closed| *closed) => return Err(Over),
                () = self.lines.closed() => return Err(Over),
            }
        }
    }

    /// Tells what was missed, or that it was too much.
    async fn catch_up(&mut self, since: Place) -> Result<Place, Over> {
        let end = self.app.db.feed_end().await.map_err(log)?;
        let missed = missed(&self.app.db, &self.actor, since).await.map_err(log)?;
        match missed {
            Some(events) => Ok(self.hint(&events.iter().collect::<Vec<_>>()).await?.unwrap_or(since)),
            None => {
                self.send(format!("id: {end}\nevent: reset\ndata: {{}}\n\n")).await?;
                Ok(end)
            }
        }
    }

    /// Hints at those of the events whose records the client may see. Answers with the place of the last.
    async fn hint(&mut self, events: &[&Event]) -> Result<Option<Place>, Over> {
        let Some(last) = events.last() else { return Ok(None) };
        let me = self.actor.user.map(Uuid::from);
        let events: Vec<&Event> =
            events.iter().copied().filter(|event| event.recipient_id.is_none() || event.recipient_id == me).collect();
        if events.is_empty() {
            return Ok(Some(last.place()));
        }
        self.admit_again().await?;
        let versions = seen(&self.app.db, &self.actor, &events).await.map_err(log)?;
        let (messages, unread) = messages(&self.app.db, &self.actor, &events).await.map_err(log)?;
        let mut lines = String::new();
        for (at, event) in events.iter().enumerate() {
            if let Some(message) = messages.get(&event.record_id).filter(|_| event.is_message()) {
                let data = serde_json::to_string(message).unwrap_or_default();
                lines.push_str(&format!("id: {}\nevent: notification\ndata: {data}\n\n", event.place()));
                continue;
            }
            if let Some(Unread { unread }) = unread.filter(|_| event.is_reading()) {
                lines.push_str(&format!("id: {}\nevent: unread\ndata: {{\"unread\":{unread}}}\n\n", event.place()));
                continue;
            }
            let Some(version) = versions.get(&event.record_id) else { continue };
            let again = |other: &&Event| other.record_id == event.record_id && other.kind == event.kind;
            if events.iter().skip(at + 1).any(again) {
                continue;
            }
            let hint = ChangeHint {
                resource: event.resource.replace('_', "-"),
                id: event.record_id,
                version: *version,
                action: event.kind.rsplit('.').next().unwrap_or_default().to_owned(),
            };
            let data = serde_json::to_string(&hint).unwrap_or_default();
            lines.push_str(&format!("id: {}\ndata: {data}\n\n", event.place()));
        }
        if !lines.is_empty() {
            self.send(lines).await?;
        }
        Ok(Some(last.place()))
    }

    /// Rights may have changed, and sessions end.
    async fn admit_again(&mut self) -> Result<(), Over> {
        self.actor = self.app.gate.admit(&self.credentials).await.map_err(|_| Over)?.actor;
        Ok(())
    }

    async fn send(&self, lines: String) -> Result<(), Over> {
        self.lines.send(lines.into()).await.map_err(|_| Over)
    }
}

fn log(error: guanxi_domain::Error) -> Over {
    tracing::error!(%error, "a client that watches was let go");
    Over
}

async fn missed(db: &Db, actor: &Actor, since: Place) -> Result<Option<Vec<Event>>> {
    let mut tx = db.read(actor.clone()).await?;
    let missed = feed::missed(&mut tx, since, MOST_MISSED).await?;
    tx.commit().await?;
    Ok(missed)
}

/// The records among these events that the actor may see, with their versions.
async fn seen(db: &Db, actor: &Actor, events: &[&Event]) -> Result<HashMap<Uuid, i64>> {
    let mut by_table: HashMap<&str, Vec<Uuid>> = HashMap::new();
    for event in events.iter().filter(|event| event.recipient_id.is_none()) {
        by_table.entry(&event.resource).or_default().push(event.record_id);
    }
    let all = tables::all();
    let mut versions = HashMap::new();
    if by_table.is_empty() {
        return Ok(versions);
    }
    let mut tx = db.read(actor.clone()).await?;
    for (name, ids) in by_table {
        let Some(table) = all.iter().find(|table| table.name == name) else { continue };
        let permission = access::permission(&format!("{}:read", table.noun));
        let Some(permission) = permission.filter(|permission| actor.access.may(*permission)) else { continue };
        versions.extend(read::reached(&mut tx, table, permission, &ids).await?);
    }
    tx.commit().await?;
    Ok(versions)
}

/// The messages among these events, and how many are unread.
async fn messages(db: &Db, actor: &Actor, events: &[&Event]) -> Result<(HashMap<Uuid, MessageHint>, Option<Unread>)> {
    if !events.iter().any(|event| event.is_message() || event.is_reading()) {
        return Ok((HashMap::new(), None));
    }
    let ids: Vec<Uuid> = events.iter().filter(|event| event.is_message()).map(|event| event.record_id).collect();
    let mut tx = db.read(actor.clone()).await?;
    let fresh = inbox::fresh(&mut tx, &ids).await?;
    let unread = inbox::unread(&mut tx).await?;
    tx.commit().await?;
    let hints = fresh.into_iter().map(|message| (message.id, MessageHint { message, unread })).collect();
    Ok((hints, Some(Unread { unread })))
}
