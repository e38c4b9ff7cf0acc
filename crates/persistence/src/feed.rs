//! What has just happened, for those who watch: one look at the outbox for all watchers of a process.

use std::{
    collections::HashMap,
    fmt,
    str::FromStr,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering as Memory},
    },
    time::Duration,
};

use guanxi_domain::Result;
use sqlx::FromRow;
use tokio::sync::{Mutex, broadcast, watch};
use uuid::Uuid;

use crate::{Db, Tx};

const PAUSE: Duration = Duration::from_millis(500);
/// A watcher that is so many looks behind has lost the thread.
const KEPT: usize = 64;
const MOST: i64 = 5_000;

/// Where in the stream of events something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub transaction: i64,
    pub sequence: i64,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.transaction, self.sequence)
    }
}

impl FromStr for Place {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (transaction, sequence) = text.split_once('-').ok_or(())?;
        Ok(Self { transaction: transaction.parse().map_err(|_| ())?, sequence: sequence.parse().map_err(|_| ())? })
    }
}

/// One event, with what a watcher needs to know of it.
#[derive(Debug, Clone, FromRow)]
pub struct Event {
    pub tenant_id: Uuid,
    #[sqlx(flatten)]
    pub place: PlaceRow,
    /// `lead.claimed`
    #[sqlx(rename = "type")]
    pub kind: String,
    /// The table of the record.
    pub resource: String,
    pub record_id: Uuid,
    /// The only one whom it concerns, where that is one person.
    pub recipient_id: Option<Uuid>,
}

/// The event of a new message.
const MESSAGE: &str = "notification.created";
/// The event of messages that were read.
const READING: &str = "notification.read";

#[derive(Debug, Clone, Copy, FromRow)]
pub struct PlaceRow {
    transaction: i64,
    sequence: i64,
}

impl Event {
    pub fn place(&self) -> Place {
        Place { transaction: self.place.transaction, sequence: self.place.sequence }
    }

    /// Whether it is a message to somebody, and no change of a record.
    pub fn is_message(&self) -> bool {
        self.kind == MESSAGE
    }

    /// Whether somebody has read messages of his.
    pub fn is_reading(&self) -> bool {
        self.kind == READING
    }
}

/// The events of one look, by tenant, each in their order.
pub type Look = Arc<HashMap<Uuid, Vec<Event>>>;

/// One process's eye on the outbox. It looks only while somebody watches.
pub struct Feed {
    looks: broadcast::Sender<Look>,
    looking: AtomicBool,
    /// Held while a look is begun, so that whoever comes second begins behind it.
    beginning: Mutex<()>,
    closed: watch::Sender<bool>,
}

impl Default for Feed {
    fn default() -> Self {
        Self {
            looks: broadcast::Sender::new(KEPT),
            looking: AtomicBool::new(false),
            beginning: Mutex::default(),
            closed: watch::Sender::new(false),
        }
    }
}

impl Db {
    /// Watches what happens from now on: what stands behind the place that comes with it will be seen.
    pub async fn watch(&self) -> Result<(broadcast::Receiver<Look>, Place)> {
        let feed = self.feed();
        let _beginning = feed.beginning.lock().await;
        let watcher = feed.looks.subscribe();
        let end = self.feed_end().await?;
        if !feed.looking.swap(true, Memory::SeqCst) {
            tokio::spawn(look(self.clone(), end));
        }
        Ok((watcher, end))
    }

    /// Turns true when the server stops, so that those who watch let go.
    pub fn feed_closed(&self) -> watch::Receiver<bool> {
        self.feed().closed.subscribe()
    }

    pub fn close_feed(&self) {
        self.feed().closed.send_replace(true);
    }

    /// The end of the stream now: every event that is still to be seen stands behind it.
    pub async fn feed_end(&self) -> Result<Place> {
        let mut tx = self.dispatch().await?;
        let statement = "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1";
        let transaction = sqlx::query_scalar(statement).fetch_one(&mut *tx).await?;
        tx.commit().await?;
        Ok(Place { transaction, sequence: i64::MAX })
    }

    async fn after(&self, place: Place) -> Result<Vec<Event>> {
        let mut tx = self.dispatch().await?;
        let events = sqlx::query_as(
            "select tenant_id, transaction::text::bigint as transaction, sequence, type, resource, record_id,
                 case when resource = 'notifications'
                     or type in ('user.new_device', 'permission.changed', 'api_key.expiring')
                     then (payload->>'recipient_id')::uuid end as recipient_id
             from outbox
             where (transaction, sequence) > ($1::text::xid8, $2)
               and transaction < pg_snapshot_xmin(pg_current_snapshot())
             order by outbox.transaction, outbox.sequence limit $3",
        )
        .bind(place.transaction.to_string())
        .bind(place.sequence)
        .bind(MOST)
        .fetch_all(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(events)
    }
}

/// Looks again and again until nobody watches any more.
async fn look(db: Db, mut place: Place) {
    let feed = db.feed();
    let is_wanted = || feed.looks.receiver_count() > 0 && !*feed.closed.borrow();
    loop {
        while is_wanted() {
            match look_once(&db, place).await {
                Ok(next) => place = next,
                Err(error) => tracing::error!(%error, "the outbox cannot be read"),
            }
            tokio::time::sleep(PAUSE).await;
        }
        feed.looking.store(false, Memory::SeqCst);
        // Somebody may have come while the light was being put out.
        if !is_wanted() || feed.looking.swap(true, Memory::SeqCst) {
            return;
        }
    }
}

async fn look_once(db: &Db, place: Place) -> Result<Place> {
    let events = db.after(place).await?;
    let last = events.last().map_or(place, Event::place);
    if !events.is_empty() {
        let mut look: HashMap<Uuid, Vec<Event>> = HashMap::new();
        for event in events {
            look.entry(event.tenant_id).or_default().push(event);
        }
        // Nobody listening is no failure.
        let _ = db.feed().looks.send(Arc::new(look));
    }
    Ok(last)
}

/// What the actor's tenant missed since `place`; none if it is too much to tell.
pub async fn missed(tx: &mut Tx, place: Place, most: usize) -> Result<Option<Vec<Event>>> {
    let limit = i64::try_from(most).unwrap_or(i64::MAX);
    let me = tx.actor().user.map(|me| me.to_string());
    let events: Vec<Event> = sqlx::query_as(
        "select tenant_id, transaction::text::bigint as transaction, sequence, type, resource, record_id,
                 case when resource = 'notifications'
                     or type in ('user.new_device', 'permission.changed', 'api_key.expiring')
                     then (payload->>'recipient_id')::uuid end as recipient_id
             from outbox
         where tenant_id = $1 and (transaction, sequence) > ($2::text::xid8, $3)
           and transaction < pg_snapshot_xmin(pg_current_snapshot())
           and (resource <> 'notifications' or payload->>'recipient_id' = $5)
         order by outbox.transaction, outbox.sequence limit $4",
    )
    .bind(tx.tenant())
    .bind(place.transaction.max(0).to_string())
    .bind(place.sequence)
    .bind(limit.saturating_add(1))
    .bind(me)
    .fetch_all(tx.conn())
    .await?;
    Ok((events.len() <= most).then_some(events))
}
