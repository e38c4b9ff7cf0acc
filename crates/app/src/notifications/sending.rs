//! Messages go out: taken under a lease, sent, and noted. A server that dies in between sends again what it had taken;
//! the message keeps its id, by which whoever gets it twice can tell.

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use guanxi_domain::{
    Actor, Result,
    notifications::{
        delivery::{Attempt, after},
        rule::Channel,
    },
    settings::NOTIFY_RETRY_MINUTES,
};
use guanxi_persistence::{
    Db,
    notifications::{
        dispatch::Organisation,
        sending::{self, Taken},
        webhook,
    },
    settings,
};
use tokio::{sync::Semaphore, task::JoinSet, time::timeout};
use uuid::Uuid;

use super::webhooks;

/// One message as a channel sends it.
#[derive(Debug, Clone)]
pub struct Message {
    /// The same each time it is tried.
    pub id: Uuid,
    pub address: Option<String>,
    pub subject: String,
    pub body: String,
    pub urgent: bool,
}

/// A way out of the product.
pub trait Driver: Send + Sync {
    fn send<'a>(&'a self, message: &'a Message) -> BoxFuture<'a, Attempt>;
}

/// A request to another program.
#[derive(Debug, Clone)]
pub struct HttpCall {
    pub url: String,
    /// Whether it may go into the installation's own network.
    pub private: bool,
    pub headers: Vec<(&'static str, String)>,
    pub body: String,
}

/// All ways out that this installation has.
pub trait Outbound: Send + Sync {
    fn driver(&self, channel: Channel) -> &dyn Driver;

    /// Posts JSON. Answers with the status, or why there was none.
    fn call(&self, call: HttpCall) -> BoxFuture<'_, Result<u16, String>>;
}

/// Where nobody has said how to send: that there was a message is noted, and nothing of what it said.
#[derive(Debug)]
pub struct Log;

impl Driver for Log {
    fn send<'a>(&'a self, message: &'a Message) -> BoxFuture<'a, Attempt> {
        tracing::info!(message.id = %message.id, "a message was not sent: its channel is not set up");
        Box::pin(async { Attempt::Simulated })
    }
}

/// How long one attempt may take, and how long a message is its sender's: longer, or two would send it at once.
const PATIENCE: Duration = Duration::from_secs(30);
const LEASE: Duration = Duration::from_secs(45);
/// So many messages of one organisation are taken at once, and so many in all are on their way.
const MOST: i64 = 20;
const AT_ONCE: usize = 32;

/// What one process has on its way.
pub struct Sender {
    db: Db,
    outbound: Arc<dyn Outbound>,
    lines: Arc<Semaphore>,
    underway: JoinSet<()>,
}

impl Sender {
    pub fn new(db: Db, outbound: Arc<dyn Outbound>) -> Self {
        Self { db, outbound, lines: Arc::new(Semaphore::new(AT_ONCE)), underway: JoinSet::new() }
    }

    /// Lets everything go that is due, as far as there are lines for it.
    pub async fn round(&mut self) -> Result<()> {
        while self.underway.try_join_next().is_some() {}
        self.messages().await?;
        self.calls().await
    }

    /// Waits a while for what is underway, so that nothing that has gone out goes out again.
    pub async fn settle(&mut self, patience: Duration) {
        let all = async { while self.underway.join_next().await.is_some() {} };
        // What is not done by then is taken again by another when its lease is over.
        let _ = timeout(patience, all).await;
    }

    async fn calls(&mut self) -> Result<()> {
        for organisation in webhook::due(&self.db).await? {
            let Some(most) = self.free() else { break };
            let mut tx = self.db.begin(system(organisation)).await?;
            let taken = webhook::take(&mut tx, LEASE, most).await?;
            tx.commit().await?;
            for taken in taken {
                let (db, outbound) = (self.db.clone(), self.outbound.clone());
                let line = self.lines.clone().acquire_owned().await;
                self.underway.spawn(async move {
                    let _line = line;
                    if let Err(error) = webhooks::call(&db, &*outbound, organisation, &taken).await {
                        tracing::error!(call.id = %taken.id, %error, "what came of a call could not be noted");
                    }
                });
            }
        }
        Ok(())
    }

    /// How many more can be underway.
    fn free(&self) -> Option<i64> {
        let free = i64::try_from(self.lines.available_permits()).unwrap_or(MOST).min(MOST);
        (free > 0).then_some(free)
    }

    async fn messages(&mut self) -> Result<()> {
        for organisation in sending::due(&self.db).await? {
            let Some(most) = self.free() else { break };
            let mut tx = self.db.begin(system(organisation)).await?;
            let taken = sending::take(&mut tx, LEASE, most).await?;
            let pauses = settings::load(&mut tx).await?.get(NOTIFY_RETRY_MINUTES);
            tx.commit().await?;
            for taken in taken {
                let (db, outbound, pauses) = (self.db.clone(), self.outbound.clone(), pauses.clone());
                let line = self.lines.clone().acquire_owned().await;
                self.underway.spawn(async move {
                    let _line = line;
                    if let Err(error) = send(&db, &*outbound, organisation, &taken, &pauses).await {
                        tracing::error!(message.id = %taken.id, %error, "what came of a message could not be noted");
                    }
                });
            }
        }
        Ok(())
    }
}

pub(super) fn system(organisation: Organisation) -> Actor {
    Actor::system(organisation.tenant, organisation.zone)
}

async fn send(
    db: &Db,
    outbound: &dyn Outbound,
    organisation: Organisation,
    taken: &Taken,
    pauses: &[u32],
) -> Result<()> {
    let message = Message {
        id: taken.id,
        address: taken.address.clone(),
        subject: taken.subject.clone(),
        body: taken.body.clone(),
        urgent: taken.urgent,
    };
    let attempt = match Channel::parse(&taken.channel) {
        Some(channel) => {
            let sent = timeout(PATIENCE, outbound.driver(channel).send(&message)).await;
            sent.unwrap_or_else(|_| Attempt::Failed("no answer in time".to_owned()))
        }
        None => Attempt::Refused("no such channel".to_owned()),
    };
    let tries = u32::try_from(taken.tries).unwrap_or(u32::MAX);
    let now: DateTime<Utc> = db.clock().now(organisation.tenant);
    let (status, next) = after(&attempt, tries, pauses, now);
    let error = match &attempt {
        Attempt::Failed(error) | Attempt::Refused(error) => Some(error.as_str()),
        Attempt::Sent | Attempt::Simulated => None,
    };
    let mut tx = db.begin(system(organisation)).await?;
    sending::end(&mut tx, taken, status, next, error).await?;
    tx.commit().await
}
