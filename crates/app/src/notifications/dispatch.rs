//! Reads the stream of events of each organisation where it was left, tells everybody concerned, and moves on, all in one
//! transaction. An event that comes again makes no second message; only one about many may count it once more.

use std::{
    collections::{BTreeSet, HashMap},
    time::Duration,
};

use futures_util::{StreamExt, stream};
use guanxi_domain::{Actor, Error, Result};
use guanxi_persistence::{
    Db,
    feed::Place,
    notifications::{
        dispatch::{self as places, Organisation},
        webhook,
    },
};
use tokio::{sync::watch, time::Instant};

use super::{calls, catalogue, tell::tell};

/// So many events are told of in one transaction.
const BATCH: i64 = 200;
/// So many organisations are served side by side, each for so long before others have their turn.
const SIDE_BY_SIDE: usize = 3;
const TURN: Duration = Duration::from_secs(2);
/// How often an event is tried again before it is left behind, and the first pause.
const ATTEMPTS: u32 = 4;
const PAUSE: Duration = Duration::from_millis(500);

/// One process's look at whom there is something to tell.
#[derive(Default)]
pub struct Scout {
    place: Option<Place>,
    /// Those who could not be served to the end the last time.
    again: HashMap<Organisation, Trouble>,
}

/// What stands in the way of an organisation's events.
#[derive(Default)]
struct Trouble {
    /// So many are told of one by one, because some could not be told of together.
    singly: i64,
    /// How often the next one has failed, and how long it is left alone.
    failures: u32,
    until: Option<Instant>,
}

impl Scout {
    /// Everybody is looked at anew, also those of whom nothing new has happened.
    pub fn forget(&mut self) {
        self.place = None;
    }

    /// Tells what there is to tell now: of nobody for long, and to an end only where that is soon reached.
    pub async fn round(&mut self, db: &Db, stopped: &watch::Receiver<bool>) -> Result<()> {
        let (news, place) = places::news(db, self.place).await?;
        let mut organisations = std::mem::take(&mut self.again);
        for organisation in news {
            organisations.entry(organisation).or_default();
        }
        self.place = Some(place);
        let turns = organisations.into_iter().map(|(organisation, mut trouble)| async move {
            let is_done = turn(db, organisation, &mut trouble, stopped).await;
            (organisation, trouble, is_done)
        });
        let ended: Vec<_> = stream::iter(turns).buffer_unordered(SIDE_BY_SIDE).collect().await;
        let left = ended.into_iter().filter(|(.., is_done)| !is_done);
        self.again.extend(left.map(|(organisation, trouble, _)| (organisation, trouble)));
        Ok(())
    }
}

/// Tells of what happened in one organisation until its turn is over; whether that was all. An event that nobody can be
/// told of does not keep the others waiting for ever.
async fn turn(db: &Db, organisation: Organisation, trouble: &mut Trouble, stopped: &watch::Receiver<bool>) -> bool {
    let end = Instant::now() + TURN;
    while Instant::now() < end && !*stopped.borrow() && trouble.until.is_none_or(|until| until <= Instant::now()) {
        let most = if trouble.singly > 0 { 1 } else { BATCH };
        match step(db, organisation, most, false).await {
            Ok(Step::More) => *trouble = Trouble { singly: (trouble.singly - 1).max(0), ..Trouble::default() },
            Ok(Step::Done) => return true,
            // Somebody else is at it.
            Ok(Step::Taken) | Err(Error::Retry) => return false,
            Err(error) if trouble.singly == 0 => {
                tracing::error!(tenant.id = %organisation.tenant, %error, "events could not be told of at once");
                trouble.singly = BATCH;
            }
            // What failed once may have been the database's fault: the same event is tried again, later and later.
            Err(error) if trouble.failures < ATTEMPTS => {
                trouble.failures += 1;
                trouble.until = Some(Instant::now() + PAUSE * trouble.failures);
                let failures = trouble.failures;
                tracing::warn!(tenant.id = %organisation.tenant, %error, failures, "nobody was told of an event yet");
            }
            Err(error) => {
                tracing::error!(tenant.id = %organisation.tenant, %error, "nobody is told of an event");
                if step(db, organisation, 1, true).await.is_ok() {
                    *trouble = Trouble { singly: trouble.singly, ..Trouble::default() };
                }
            }
        }
    }
    false
}

enum Step {
    Taken,
    Done,
    More,
}

async fn step(db: &Db, organisation: Organisation, most: i64, skip: bool) -> Result<Step> {
    let mut tx = db.begin(Actor::system(organisation.tenant, organisation.zone)).await?;
    let Some(place) = places::take(&mut tx).await? else {
        tx.rollback().await?;
        return Ok(Step::Taken);
    };
    let rules = catalogue::rules(&mut tx).await?;
    let listeners = webhook::listeners(&mut tx).await?;
    let mut kinds: BTreeSet<String> = rules.keys().cloned().collect();
    kinds.extend(calls::kinds(&listeners));
    let kinds: Vec<String> = kinds.into_iter().collect();
    let (happened, mut end, mut more) = places::happened(&mut tx, place, &kinds, most).await?;
    if !skip && !happened.is_empty() {
        let told = tell(&mut tx, &happened, &rules).await?;
        let (told, left) = happened.split_at(told);
        calls::tell(&mut tx, told, &listeners).await?;
        if let (Some(last), false) = (told.last(), left.is_empty()) {
            (end, more) = (last.place(), true);
        }
    }
    places::leave(&mut tx, end).await?;
    tx.commit().await?;
    Ok(if more { Step::More } else { Step::Done })
}
