//! Messages go out: taken under a lease, sent, and noted. A server that dies in between sends again what it had taken;
//! the message keeps its id, by which whoever gets it twice can tell.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    panic::AssertUnwindSafe,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use futures_util::{FutureExt, StreamExt, future::BoxFuture, stream::FuturesUnordered};
use guanxi_domain::{
    Actor, Result, TenantId, UserId,
    notifications::{
        delivery::{Attempt, QuietHours, Trouble, after, not_before},
        rule::Channel,
    },
    settings::NOTIFY_RETRY_MINUTES,
    time,
};
use guanxi_persistence::{
    Db, Tx,
    notifications::{
        channel,
        dispatch::Organisation,
        people,
        sending::{self, Taken},
        webhook,
    },
    settings,
};
use tokio::{
    task::JoinSet,
    time::{Instant, timeout},
};
use uuid::Uuid;

use super::{
    channels::{self, Way},
    webhooks,
};

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
    /// Sends a message as its organisation has said; what is not set up only notes that there was one.
    fn send<'a>(&'a self, channel: Channel, way: &'a Way, message: &'a Message) -> BoxFuture<'a, Attempt>;

    /// Posts JSON. Answers with the status, or why there was none.
    fn call(&self, call: HttpCall) -> BoxFuture<'_, Result<u16, Trouble>>;
}

/// How long one attempt may take, and how long a message is its sender's: longer, or two would send it at once.
const PATIENCE: Duration = Duration::from_secs(30);
const LEASE: Duration = Duration::from_secs(45);
/// So many of one organisation's messages are on their way at once: who answers slowly holds up nobody else.
const LINES: usize = 4;
/// So many organisations are served at once, by turns.
const AT_ONCE: usize = 32;
/// How long an organisation's turn is.
const TURN: Duration = Duration::from_secs(5);
/// How soon within it is looked for more, where what is on its way takes long.
const LOOK: Duration = Duration::from_millis(400);

/// What one process has on its way: messages to people and calls of programs, which do not wait for each other.
pub struct Sender {
    db: Db,
    outbound: Arc<dyn Outbound>,
    stopping: Arc<AtomicBool>,
    messages: Turns,
    calls: Turns,
}

/// The organisations whose turn it is.
#[derive(Default)]
struct Turns {
    underway: JoinSet<TenantId>,
    whose: HashSet<TenantId>,
    last: Option<TenantId>,
}

impl Turns {
    /// Those of them who are served now: the next after the one who came last, as far as there is place.
    fn next(&mut self, mut due: Vec<Organisation>) -> Vec<Organisation> {
        while let Some(ended) = self.underway.try_join_next() {
            self.whose.retain(|tenant| ended.as_ref().ok() != Some(tenant));
        }
        due.sort_by_key(|organisation| (Some(organisation.tenant) <= self.last, organisation.tenant));
        due.retain(|organisation| !self.whose.contains(&organisation.tenant));
        due.truncate(AT_ONCE.saturating_sub(self.whose.len()));
        self.whose.extend(due.iter().map(|organisation| organisation.tenant));
        self.last = due.last().map(|organisation| organisation.tenant).or(self.last);
        due
    }
}

impl Sender {
    pub fn new(db: Db, outbound: Arc<dyn Outbound>) -> Self {
        Self { db, outbound, stopping: Arc::default(), messages: Turns::default(), calls: Turns::default() }
    }

    /// Lets everything go that is due, as far as there are lines for it.
    pub async fn round(&mut self) -> Result<()> {
        for organisation in self.messages.next(sending::due(&self.db).await?) {
            let (db, outbound) = (self.db.clone(), self.outbound.clone());
            let take = async move |most| messages(&db, &outbound, organisation, most).await;
            self.messages.underway.spawn(turn(organisation, self.stopping.clone(), take));
        }
        for organisation in self.calls.next(webhook::due(&self.db).await?) {
            let (db, outbound) = (self.db.clone(), self.outbound.clone());
            let take = async move |most| calls(&db, &outbound, organisation, most).await;
            self.calls.underway.spawn(turn(organisation, self.stopping.clone(), take));
        }
        Ok(())
    }

    /// Takes nothing more, and waits a while for what is underway, so that nothing that has gone out goes out again.
    pub async fn settle(&mut self, patience: Duration) {
        self.stopping.store(true, Ordering::Release);
        let all = async {
            while self.messages.underway.join_next().await.is_some() {}
            while self.calls.underway.join_next().await.is_some() {}
        };
        // What is not done by then is taken again by another when its lease is over.
        let _ = timeout(patience, all).await;
    }
}

/// One organisation's turn, which ends also where something panics.
async fn turn<T>(organisation: Organisation, stopping: Arc<AtomicBool>, take: T) -> TenantId
where
    T: AsyncFn(i64) -> Result<Vec<Underway>>,
{
    if AssertUnwindSafe(send_all(organisation, &stopping, take)).catch_unwind().await.is_err() {
        tracing::error!(tenant.id = %organisation.tenant, "sending panicked");
    }
    organisation.tenant
}

/// What is on its way.
type Underway = BoxFuture<'static, ()>;

/// Sends what is due until nothing is left or the turn is over. Whoever answers slowly holds one line, not all.
async fn send_all<T>(organisation: Organisation, stopping: &AtomicBool, take: T)
where
    T: AsyncFn(i64) -> Result<Vec<Underway>>,
{
    let (mut underway, end) = (FuturesUnordered::new(), Instant::now() + TURN);
    loop {
        let free = LINES.saturating_sub(underway.len());
        if free > 0 && Instant::now() < end && !stopping.load(Ordering::Acquire) {
            match take(i64::try_from(free).unwrap_or_default()).await {
                Ok(taken) => underway.extend(taken),
                Err(error) => tracing::error!(tenant.id = %organisation.tenant, %error, "messages could not be taken"),
            }
        }
        // Where nobody answers for a while, what has come meanwhile gets a line that is free.
        if let Ok(None) = timeout(LOOK, underway.next()).await {
            return;
        }
    }
}

async fn calls(db: &Db, outbound: &Arc<dyn Outbound>, organisation: Organisation, most: i64) -> Result<Vec<Underway>> {
    let mut tx = db.begin(system(organisation)).await?;
    let taken = webhook::take(&mut tx, LEASE, most).await?;
    tx.commit().await?;
    let call = |taken: webhook::Taken| {
        let (db, outbound) = (db.clone(), outbound.clone());
        async move {
            if let Err(error) = webhooks::call(&db, &*outbound, organisation, &taken).await {
                tracing::error!(call.id = %taken.id, %error, "what came of a call could not be noted");
            }
        }
        .boxed()
    };
    Ok(taken.into_iter().map(call).collect())
}

async fn messages(
    db: &Db,
    outbound: &Arc<dyn Outbound>,
    organisation: Organisation,
    most: i64,
) -> Result<Vec<Underway>> {
    let mut tx = db.begin(system(organisation)).await?;
    let taken = sending::take(&mut tx, LEASE, most).await?;
    if taken.is_empty() {
        tx.rollback().await?;
        return Ok(Vec::new());
    }
    let settings = settings::load(&mut tx).await?;
    let ways = channels::ways(&mut tx).await?;
    let ids: Vec<UserId> = taken.iter().map(|taken| taken.recipient_id).collect();
    let people = people::people(&mut tx, &ids).await?;
    let (mut going, mut waiting) = (Vec::new(), Vec::new());
    for taken in taken {
        let Some(channel) = Channel::parse(&taken.channel) else { continue };
        let person = people.iter().find(|person| person.id == taken.recipient_id);
        let quiet = person.map(|person| person.quiet(channel, &settings, organisation.zone));
        // What could not go before may be due again in the night.
        let held = quiet.as_deref().filter(|_| !taken.urgent).unwrap_or_default();
        let at = not_before(tx.now(), held);
        if at > tx.now() {
            waiting.push((taken.id, at));
            continue;
        }
        let way = ways.get(&channel).cloned().unwrap_or_default();
        let counted = way.daily_limit.map(|_| tx.today());
        going.push((taken, One { channel, way, quiet, pauses: settings.get(NOTIFY_RETRY_MINUTES), counted }));
    }
    sending::postpone(&mut tx, &waiting, None).await?;
    let going = within_limits(&mut tx, going).await?;
    tx.commit().await?;
    let send = |(taken, one): (Taken, One)| {
        let (db, outbound) = (db.clone(), outbound.clone());
        async move {
            if let Err(error) = send(&db, &*outbound, organisation, &taken, &one).await {
                tracing::error!(message.id = %taken.id, %error, "what came of a message could not be noted");
            }
        }
        .boxed()
    };
    Ok(going.into_iter().map(send).collect())
}

/// Those of these messages that may still go today. The others wait for the next business day, with everything else that
/// is due by their channel; what is urgent goes however much has gone.
async fn within_limits(tx: &mut Tx, going: Vec<(Taken, One)>) -> Result<Vec<(Taken, One)>> {
    let limited: BTreeMap<Channel, i32> =
        going.iter().filter_map(|(_, one)| Some((one.channel, one.way.daily_limit?))).collect();
    let (today, mut left) = (tx.today(), BTreeMap::new());
    for (channel, limit) in &limited {
        left.insert(*channel, limit - channel::gone(tx, channel.word(), today).await?);
    }
    let (mut gone, mut over): (BTreeMap<Channel, i32>, Vec<(Channel, Uuid)>) = Default::default();
    let may_go = |(taken, one): &(Taken, One)| {
        let Some(left) = left.get_mut(&one.channel) else { return true };
        if *left <= 0 && !taken.urgent {
            over.push((one.channel, taken.id));
            return false;
        }
        *left -= 1;
        *gone.entry(one.channel).or_default() += 1;
        true
    };
    let going = going.into_iter().filter(may_go).collect();
    for (channel, count) in gone {
        channel::count(tx, channel.word(), today, count).await?;
    }
    if !over.is_empty() {
        let (tomorrow, why) =
            (time::start_of_day(time::plus(today, 1), tx.actor().zone), Trouble::DailyLimit.to_string());
        let waiting: Vec<_> = over.iter().map(|(_, id)| (*id, tomorrow)).collect();
        sending::postpone(tx, &waiting, Some(&why)).await?;
        for channel in over.iter().map(|(channel, _)| *channel).collect::<BTreeSet<_>>() {
            sending::postpone_all(tx, channel.word(), tomorrow, &why).await?;
        }
    }
    Ok(going)
}

pub(super) fn system(organisation: Organisation) -> Actor {
    Actor::system(organisation.tenant, organisation.zone)
}

/// What is to be known of one message that goes out.
struct One {
    channel: Channel,
    way: Way,
    /// When its recipient is not to be disturbed; nothing where he does not work here any more.
    quiet: Option<Vec<(QuietHours, Tz)>>,
    pauses: Vec<u32>,
    /// The day on which it counts, where so many may go.
    counted: Option<NaiveDate>,
}

async fn send(db: &Db, outbound: &dyn Outbound, organisation: Organisation, taken: &Taken, one: &One) -> Result<()> {
    let message = Message {
        id: taken.id,
        address: taken.address.clone(),
        subject: taken.subject.clone(),
        body: taken.body.clone(),
        urgent: taken.urgent,
    };
    let attempt = if one.quiet.is_none() {
        Attempt::Refused(Trouble::RecipientLeft)
    } else {
        let sent = timeout(PATIENCE, outbound.send(one.channel, &one.way, &message)).await;
        sent.unwrap_or(Attempt::Failed(Trouble::NoAnswer))
    };
    let tries = u32::try_from(taken.tries).unwrap_or(u32::MAX);
    let now: DateTime<Utc> = db.clock().now(organisation.tenant);
    let (status, next) = after(&attempt, tries, &one.pauses, now);
    // A pause may end in the night.
    let quiet = one.quiet.as_deref().filter(|_| !taken.urgent).unwrap_or_default();
    let next = next.map(|at| not_before(at, quiet));
    let error = attempt.trouble().map(|trouble| trouble.to_string());
    let mut tx = db.begin(system(organisation)).await?;
    sending::end(&mut tx, taken, status, next, error.as_deref()).await?;
    if let (Some(day), false) = (one.counted, attempt == Attempt::Sent) {
        channel::count(&mut tx, &taken.channel, day, -1).await?;
    }
    tx.commit().await
}
