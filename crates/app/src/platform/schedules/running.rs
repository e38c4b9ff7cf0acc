//! How schedules run: by the clock, once each time they are due, and out of turn for whoever asks. A run has parts, each
//! a transaction of its own that writes down how far it got: nobody waits for a long night, not even a server that is
//! to stop, and whoever comes next goes on from there.

use std::{
    collections::{HashMap, HashSet, VecDeque},
    pin::pin,
    time::Duration,
};

use chrono::{DateTime, Utc};
use futures_util::{
    FutureExt, StreamExt,
    stream::{self, FuturesUnordered},
};
use guanxi_domain::{Actor, Error, Result, time};
use guanxi_persistence::{
    Clock, Db, Tx,
    jobs::{self, Job},
    runs::{self, Progress},
};
use serde_json::{Map, Value, json};
use tokio::{
    sync::watch,
    time::{MissedTickBehavior, interval, timeout},
};
use uuid::Uuid;

use super::{Part, SCHEDULES, Schedule, find};
use crate::worker::Kind;

/// The kind of job that a part of a run becomes when somebody asks for it out of turn.
pub const KIND: Kind = Kind { name: "schedule", run: |db, job| asked_for(db, job).boxed_local() };

/// After so many failures in a day somebody has to look.
const MOST_FAILURES: i32 = 5;
/// How often a part is begun again when the database asks for it.
const ATTEMPTS: u32 = 5;
/// So many organisations have their jobs done at once: one's long night makes no other late.
const SIDE_BY_SIDE: usize = 3;

/// Lets a schedule run now, in the background. Answers with the id of the run.
pub async fn ask(tx: &mut Tx, name: &str, dry_run: bool) -> Result<Uuid> {
    let schedule = find(name)?;
    let run = runs::begin(tx, schedule.name, tx.today(), dry_run).await?;
    enqueue(tx, schedule, run.id, dry_run).await?;
    Ok(run.id)
}

async fn enqueue(tx: &mut Tx, schedule: &Schedule, run: Uuid, dry_run: bool) -> Result<()> {
    jobs::enqueue(tx, KIND.name, &json!({"schedule": schedule.name, "dry_run": dry_run, "run": run})).await?;
    Ok(())
}

/// One part of what somebody asked for; the next is a job of its own.
async fn asked_for(db: &Db, job: &Job) -> Result<()> {
    let text = |key: &str| job.payload.get(key).and_then(Value::as_str).unwrap_or_default();
    let schedule = find(text("schedule"))?;
    let run = text("run").parse().map_err(Error::unexpected)?;
    let dry_run = job.payload.get("dry_run").and_then(Value::as_bool).unwrap_or_default();
    let mut actor = Actor::system(job.tenant, job.zone);
    actor.request_id = Some(job.id);
    part(db, &actor, schedule, &Why::Asked { run, dry_run }).await?;
    Ok(())
}

/// One organisation and what is due there: which schedules, since when.
type Due = (runs::Organisation, Vec<(&'static Schedule, DateTime<Utc>)>);

/// Does what is due, for everybody, until told to stop; the parts that are underway then have a while to end.
pub async fn keep(db: &Db, every: Duration, mut stopped: watch::Receiver<bool>, patience: Duration) {
    let (mut underway, mut whose) = (FuturesUnordered::new(), HashSet::new());
    let mut waiting: VecDeque<Due> = VecDeque::new();
    let mut ticks = interval(every);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    // The first is at once; a server that starts has other things to do.
    ticks.tick().await;
    let mut looks = pin!(stream::unfold(ticks, async |mut ticks| {
        ticks.tick().await;
        Some((due(db).await, ticks))
    }));
    loop {
        while whose.len() < SIDE_BY_SIDE
            && let Some((organisation, due)) = waiting.pop_front()
        {
            whose.insert(organisation.tenant);
            let stopped = stopped.clone();
            underway.push(async move {
                let tenant = organisation.tenant;
                serve(db, organisation, due, &stopped).await;
                tenant
            });
        }
        tokio::select! {
            _ = stopped.wait_for(|stop| *stop) => break,
            Some(tenant) = underway.next() => {
                whose.remove(&tenant);
            }
            Some(found) = looks.next() => match found {
                Ok(due) => {
                    waiting = due.into_iter().filter(|(organisation, _)| !whose.contains(&organisation.tenant)).collect();
                }
                Err(error) => tracing::error!(%error, "what is due could not be found"),
            },
        }
    }
    // A part that is not done by then was never begun.
    let _ = timeout(patience, async { while underway.next().await.is_some() {} }).await;
}

/// What is due now, by organisation.
async fn due(db: &Db) -> Result<Vec<Due>> {
    let now = Clock::real();
    let lately: HashMap<(Uuid, String), runs::Lately> =
        runs::lately(db).await?.into_iter().map(|one| ((one.tenant_id, one.job.clone()), one)).collect();
    let mut found = Vec::new();
    for organisation in runs::organisations(db).await? {
        if db.clock().stands(organisation.tenant) {
            continue;
        }
        let due = SCHEDULES.iter().filter_map(|schedule| {
            let known = lately.get(&(organisation.tenant.0, schedule.name.to_owned()));
            let at = schedule.when.last(now, organisation.zone)?;
            let is_due = at >= organisation.since && known.and_then(|known| known.done_at) < Some(at);
            let is_hopeless = known.is_some_and(|known| known.failures >= MOST_FAILURES);
            (is_due && !is_hopeless).then_some((schedule, at))
        });
        let due: Vec<_> = due.collect();
        if !due.is_empty() {
            found.push((organisation, due));
        }
    }
    Ok(found)
}

async fn serve(
    db: &Db,
    organisation: runs::Organisation,
    due: Vec<(&'static Schedule, DateTime<Utc>)>,
    stopped: &watch::Receiver<bool>,
) {
    let actor = Actor::system(organisation.tenant, organisation.zone);
    for (schedule, since) in due {
        loop {
            if *stopped.borrow() {
                return;
            }
            match part(db, &actor, schedule, &Why::Due { since }).await {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    tracing::error!(job.name = schedule.name, tenant.id = %organisation.tenant, %error, "a schedule failed");
                    break;
                }
            }
        }
    }
}

/// Why something runs.
enum Why {
    /// It is due since then.
    Due { since: DateTime<Utc> },
    /// Somebody asked for this run.
    Asked { run: Uuid, dry_run: bool },
}

impl Why {
    /// The run that is gone on with, or a new one.
    async fn progress(&self, tx: &mut Tx, schedule: &Schedule) -> Result<Progress> {
        let since = match self {
            Self::Asked { run, .. } => return runs::asked_for(tx, *run).await,
            Self::Due { since } => *since,
        };
        match runs::underway(tx, schedule.name).await? {
            Some(begun) => Ok(begun),
            None => {
                let date = time::business_date(since, tx.actor().zone);
                runs::begin(tx, schedule.name, date, false).await
            }
        }
    }
}

/// Does the next part of a run, and tells whether there is more.
async fn part(db: &Db, actor: &Actor, schedule: &Schedule, why: &Why) -> Result<bool> {
    let mut attempt = 0;
    let error = loop {
        attempt += 1;
        match transaction(db, actor, schedule, why).await {
            Ok(more) => return Ok(more),
            Err(Error::Retry) if attempt < ATTEMPTS => {}
            Err(error) => break error,
        }
    };
    let mut tx = db.begin(actor.clone()).await?;
    let run = why.progress(&mut tx, schedule).await?;
    runs::fail(&mut tx, &run, &error.to_string()).await?;
    tx.commit().await?;
    Err(error)
}

/// The work and the note of it, together or not at all.
async fn transaction(db: &Db, actor: &Actor, schedule: &Schedule, why: &Why) -> Result<bool> {
    let mut tx = db.begin(actor.clone()).await?;
    runs::alone(&mut tx, schedule.name).await?;
    if let Why::Due { since } = why
        && runs::was_done(&mut tx, schedule.name, *since).await?
        && runs::underway(&mut tx, schedule.name).await?.is_none()
    {
        tx.rollback().await?;
        return Ok(false);
    }
    let dry_run = matches!(why, Why::Asked { dry_run: true, .. });
    let mut run = why.progress(&mut tx, schedule).await?;
    let mut told = run.result.as_object().cloned().unwrap_or_default();
    let begun = usize::try_from(run.step).unwrap_or_default();
    for step in schedule.steps.iter().skip(begun) {
        let done = step(&mut tx, Part { dry_run, after: run.after_id }).await?;
        add(&mut told, done.told);
        run.after_id = done.last;
        if run.after_id.is_some() {
            break;
        }
        run.step += 1;
    }
    run.result = Value::Object(told);
    if dry_run {
        tx.rollback().await?;
        tx = db.begin(actor.clone()).await?;
    }
    let more = run.after_id.is_some();
    if more {
        runs::go_on(&mut tx, &run).await?;
    } else {
        runs::end(&mut tx, &run).await?;
    }
    if more && let Why::Asked { run, dry_run } = why {
        enqueue(&mut tx, schedule, *run, *dry_run).await?;
    }
    tx.commit().await?;
    Ok(more)
}

/// What one more part did, on top of what the others did.
fn add(done: &mut Map<String, Value>, part: Value) {
    let Value::Object(part) = part else { return };
    for (key, value) in part {
        match (done.get_mut(&key), value) {
            (Some(Value::Object(known)), more @ Value::Object(_)) => add(known, more),
            (Some(Value::Array(known)), Value::Array(more)) => known.extend(more),
            (Some(known @ Value::Number(_)), Value::Number(more)) => {
                *known = (known.as_i64().unwrap_or_default() + more.as_i64().unwrap_or_default()).into();
            }
            (_, value) => {
                done.insert(key, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_parts_of_a_run_did_is_added_up() {
        let mut done = Map::new();
        for part in
            [json!({"gone": {"a": 2}, "ids": [1], "before": "x"}), json!({"gone": {"a": 3, "b": 1}, "ids": [2]})]
        {
            add(&mut done, part);
        }
        assert_eq!(Value::Object(done), json!({"gone": {"a": 5, "b": 1}, "ids": [1, 2], "before": "x"}));
    }
}
