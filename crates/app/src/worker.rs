//! What runs beside the requests: the queue of jobs, and what is due by the clock.
//!
//! Any number of servers work side by side: a job is leased, a schedule runs once each time it is due. A worker
//! that is killed loses nothing; what it held is taken again when its lease runs out.

use std::{panic::AssertUnwindSafe, sync::Arc, time::Duration};

use futures_util::{
    FutureExt, TryFutureExt,
    future::{self, LocalBoxFuture},
};
use guanxi_domain::{Error, Result};
use guanxi_persistence::{
    Db,
    jobs::{self, Job},
};
use tokio::{sync::watch, time::sleep};

use crate::{
    activities::{calendar, plans, playbooks},
    notifications::{
        dispatch::Scout,
        sending::{Outbound, Sender},
    },
    platform::{custom_fields, schedules},
    transfer::{exporting, importing},
};

/// How many jobs one server works on at a time.
const LANES: usize = 2;
const IDLE: Duration = Duration::from_millis(250);
const LEASE: Duration = Duration::from_secs(20);
const TICK: Duration = Duration::from_secs(20);
/// How soon people are told of what happened.
const TELL: Duration = Duration::from_millis(400);
/// So many looks later everybody is looked at, also those of whom nothing new is known.
const LOOK_AROUND: u32 = 50;
/// How long a job may go on after the server was told to stop.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long to wait after each failed attempt; after the last, the job has failed.
const PAUSES: [u64; 4] = [5, 60, 300, 1800];

/// A kind of job: what [`jobs::enqueue`] names, and what is then done.
pub struct Kind {
    pub name: &'static str,
    pub run: for<'a> fn(&'a Db, &'a Job) -> LocalBoxFuture<'a, Result<()>>,
}

/// Every kind of job there is.
const KINDS: &[Kind] = &[
    schedules::KIND,
    importing::KIND,
    exporting::KIND,
    plans::KIND,
    calendar::KIND,
    playbooks::KIND,
    custom_fields::KIND,
];

/// Works until `shutdown` turns true.
pub async fn run(db: Db, outbound: Arc<dyn Outbound>, shutdown: watch::Receiver<bool>) {
    let lanes = (0..LANES).map(|_| lane(&db, shutdown.clone()));
    let schedules = schedules::keep(&db, TICK, shutdown.clone(), PATIENCE);
    let (mut scout, mut looks) = (Scout::default(), 0);
    let telling = every(TELL, shutdown.clone(), async || {
        looks += 1;
        if looks % LOOK_AROUND == 0 {
            scout.forget();
        }
        scout.round(&db, &shutdown).await
    });
    let mut sender = Sender::new(db.clone(), outbound);
    let sending = async {
        every(TELL, shutdown.clone(), async || sender.round().await).await;
        sender.settle(PATIENCE).await;
    };
    future::join4(future::join_all(lanes), schedules, telling, sending).await;
}

/// Does something again and again; what fails is logged and tried again the next time.
async fn every(pause: Duration, mut shutdown: watch::Receiver<bool>, mut work: impl AsyncFnMut() -> Result<()>) {
    loop {
        tokio::select! {
            _ = shutdown.wait_for(|stop| *stop) => return,
            () = sleep(pause) => {}
        }
        if let Err(error) = work().await {
            tracing::error!(%error, "the worker could not do its round");
        }
    }
}

async fn lane(db: &Db, mut shutdown: watch::Receiver<bool>) {
    while !*shutdown.borrow() {
        let pause = match jobs::take(db, LEASE).await {
            Ok(Some(job)) => {
                work_on(db, &job, shutdown.clone()).await;
                continue;
            }
            Ok(None) => IDLE,
            Err(error) => {
                tracing::error!(%error, "the queue of jobs cannot be read");
                TICK
            }
        };
        tokio::select! {
            _ = shutdown.wait_for(|stop| *stop) => return,
            () = sleep(pause) => {}
        }
    }
}

async fn work_on(db: &Db, job: &Job, mut shutdown: watch::Receiver<bool>) {
    let stopping = async {
        let _ = shutdown.wait_for(|stop| *stop).await;
        sleep(PATIENCE).await;
    };
    let ended = tokio::select! {
        done = attempt(db, job) => match done {
            Ok(()) => jobs::finish(db, job).await,
            Err(error) => {
                tracing::error!(job.name, job.id = %job.id, job.attempts, %error, "a job failed");
                jobs::fail(db, job, &error.to_string(), pause_after(job, &error)).await
            }
        },
        () = stopping => jobs::fail(db, job, "the server stopped", Some(Duration::ZERO)).await,
    };
    if let Err(error) = ended {
        tracing::error!(job.id = %job.id, %error, "the end of a job could not be written down");
    }
}

/// Runs a job, telling now and then that it goes on. A panic is one job's failure, not the worker's.
async fn attempt(db: &Db, job: &Job) -> Result<()> {
    let Some(kind) = KINDS.iter().find(|kind| kind.name == job.name) else {
        return Err(Error::unexpected(format!("no kind of job is called {}", job.name)));
    };
    let work = AssertUnwindSafe((kind.run)(db, job)).catch_unwind();
    let work = work.unwrap_or_else(|_| Err(Error::unexpected("the job panicked")));
    let alive = async {
        loop {
            sleep(LEASE / 3).await;
            if let Err(error) = jobs::extend(db, job, LEASE).await {
                tracing::warn!(job.id = %job.id, %error, "the lease of a job could not be extended");
            }
        }
    };
    tokio::select! {
        done = work => done,
        () = alive => Err(Error::unexpected("a lease has no end")),
    }
}

/// What the business refuses will be refused again; all else is tried again for a while.
fn pause_after(job: &Job, error: &Error) -> Option<Duration> {
    let index = usize::try_from(job.attempts - 1).unwrap_or_default();
    match error {
        Error::Refused(_) => None,
        Error::Retry | Error::Unexpected(_) => PAUSES.get(index).map(|seconds| Duration::from_secs(*seconds)),
    }
}
