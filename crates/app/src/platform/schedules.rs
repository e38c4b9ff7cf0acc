//! Jobs by the clock of each organisation: once each time they are due, caught up when that was missed.

use std::{
    collections::{HashMap, HashSet, VecDeque},
    time::Duration,
};

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Timelike, Utc};
use chrono_tz::Tz;
use futures_util::{FutureExt, StreamExt, future::LocalBoxFuture, stream::FuturesUnordered};
use guanxi_domain::{Actor, Error, Result, time};
use guanxi_persistence::{
    Clock, Db, Tx,
    customers::customer::Customer,
    jobs::{self, Job},
    leads::Lead,
    ownership::{CUSTOMER, LEAD},
};
use serde_json::{Map, Value, json};
use tokio::{
    sync::watch,
    time::{MissedTickBehavior, interval, timeout},
};
use uuid::Uuid;

use super::{calendars, recycle_bin, retention};
use crate::{
    access::api_keys,
    activities::{daily, plans, reports},
    customers::nightly as customers,
    leads::nightly as leads,
    ownership,
    worker::Kind,
};

/// Something that is done for each organisation by its clock. It looks at the records, not at when it last ran, so
/// that one run makes up for any that were missed, and a second changes nothing.
pub struct Schedule {
    pub name: &'static str,
    pub when: When,
    /// Does it and tells what was done. A dry run is rolled back, whatever it did. Where there is too much for one
    /// transaction, it does a part and says `"more": true`: that part is committed, and it is asked again.
    pub run: for<'a> fn(&'a mut Tx, dry_run: bool) -> LocalBoxFuture<'a, Result<Value>>,
}

/// When something is due, on the organisation's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    Hourly { minute: u32 },
    Daily { hour: u32, minute: u32 },
    Monthly { day: u32, hour: u32, minute: u32 },
}

const fn daily(hour: u32, minute: u32) -> When {
    When::Daily { hour, minute }
}

/// Every schedule there is (0.7).
pub const SCHEDULES: &[Schedule] = &[
    Schedule {
        name: "plan_missed",
        when: daily(0, 5),
        run: |tx, dry_run| daily::miss_plans(tx, dry_run).boxed_local(),
    },
    // Each plan has a job of its own; this finds what such a job did not come to.
    Schedule { name: "plan_due", when: When::Hourly { minute: 0 }, run: |tx, _| plans::remind(tx).boxed_local() },
    Schedule {
        name: "contact_due",
        when: daily(8, 30),
        run: |tx, dry_run| daily::contacts_due(tx, dry_run).boxed_local(),
    },
    Schedule {
        name: "work_report_missing",
        when: When::Hourly { minute: 10 },
        run: |tx, dry_run| reports::remind(tx, dry_run).boxed_local(),
    },
    Schedule {
        name: "lead_recycle",
        when: daily(1, 0),
        run: |tx, dry_run| ownership::recycle::<Lead>(tx, dry_run).boxed_local(),
    },
    Schedule {
        name: "customer_recycle",
        when: daily(1, 10),
        run: |tx, dry_run| ownership::recycle::<Customer>(tx, dry_run).boxed_local(),
    },
    Schedule { name: "lead_score", when: daily(2, 0), run: |tx, dry_run| leads::rate(tx, dry_run).boxed_local() },
    Schedule {
        name: "purge",
        when: daily(4, 0),
        run: |tx, dry_run| recycle_bin::purge_expired(tx, dry_run).boxed_local(),
    },
    Schedule { name: "retention", when: daily(4, 30), run: |tx, dry_run| retention::forget(tx, dry_run).boxed_local() },
    Schedule { name: "recycle_reminder", when: daily(8, 0), run: |tx, _| remind(tx).boxed_local() },
    Schedule {
        name: "calendar_year",
        when: daily(9, 0),
        run: |tx, _| calendars::tell_of_missing_years(tx).boxed_local(),
    },
    Schedule { name: "api_key_expiry", when: daily(9, 0), run: |tx, _| api_keys::warn(tx).boxed_local() },
    Schedule {
        name: "lead_alerts",
        when: When::Hourly { minute: 5 },
        run: |tx, dry_run| leads::alert(tx, dry_run).boxed_local(),
    },
];

/// Tells owners what they are about to lose.
async fn remind(tx: &mut Tx) -> Result<Value> {
    let (leads, customers) = (ownership::remind(tx, &LEAD).await?, ownership::remind(tx, &CUSTOMER).await?);
    let locks = customers::tell_of_locks(tx).await?;
    Ok(json!({ "told": leads + customers, "leads": leads, "customers": customers, "locks": locks }))
}

/// The kind of job that a schedule becomes when somebody asks for it out of turn.
pub const KIND: Kind = Kind { name: "schedule", run: |db, job| asked_for(db, job).boxed_local() };

/// After so many failures in a day somebody has to look.
const MOST_FAILURES: i32 = 5;
/// How often a run is begun again when the database asks for it.
const ATTEMPTS: u32 = 5;

pub fn all() -> impl Iterator<Item = &'static Schedule> {
    SCHEDULES.iter()
}

/// Finds a schedule by its name.
pub fn find(name: &str) -> Result<&'static Schedule> {
    SCHEDULES.iter().find(|schedule| schedule.name == name).ok_or_else(|| Error::not_found("job"))
}

/// Lets a schedule run now, in the background. Answers with the id of the run.
pub async fn ask(tx: &mut Tx, name: &str, dry_run: bool) -> Result<Uuid> {
    let schedule = find(name)?;
    let run = jobs::begin_run(tx, schedule.name, dry_run).await?;
    jobs::enqueue(tx, KIND.name, &json!({"schedule": schedule.name, "dry_run": dry_run, "run": run})).await?;
    Ok(run)
}

async fn asked_for(db: &Db, job: &Job) -> Result<()> {
    let text = |key: &str| job.payload.get(key).and_then(Value::as_str).unwrap_or_default();
    let schedule = find(text("schedule"))?;
    let id = text("run").parse().map_err(Error::unexpected)?;
    let dry_run = job.payload.get("dry_run").and_then(Value::as_bool).unwrap_or_default();
    let mut actor = Actor::system(job.tenant, job.zone);
    actor.request_id = Some(job.id);
    let today = time::business_date(db.clock().now(job.tenant), job.zone);
    run(db, &actor, schedule, Run { id, date: today, dry_run, unless_since: None }).await
}

/// So many organisations have their jobs done at once: one's long night makes no other late.
const SIDE_BY_SIDE: usize = 3;

/// One organisation and what is due there: which schedules, since when.
type Due = (jobs::Organisation, Vec<(&'static Schedule, DateTime<Utc>)>);

/// Does what is due, for everybody, until told to stop; what is underway then has a while to end.
pub async fn keep(db: &Db, every: Duration, mut stopped: watch::Receiver<bool>, patience: Duration) {
    let (mut underway, mut whose) = (FuturesUnordered::new(), HashSet::new());
    let mut waiting: VecDeque<Due> = VecDeque::new();
    let mut ticks = interval(every);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    // The first is at once; a server that starts has other things to do.
    ticks.tick().await;
    loop {
        while whose.len() < SIDE_BY_SIDE
            && let Some((organisation, due)) = waiting.pop_front()
        {
            whose.insert(organisation.tenant);
            underway.push(async move {
                let tenant = organisation.tenant;
                serve(db, organisation, due).await;
                tenant
            });
        }
        tokio::select! {
            _ = stopped.wait_for(|stop| *stop) => break,
            Some(tenant) = underway.next() => {
                whose.remove(&tenant);
            }
            _ = ticks.tick() => match due(db).await {
                Ok(due) => {
                    waiting = due.into_iter().filter(|(organisation, _)| !whose.contains(&organisation.tenant)).collect();
                }
                Err(error) => tracing::error!(%error, "what is due could not be found"),
            },
        }
    }
    // What is not done by then was never begun: it is one transaction, or the next of its parts.
    let _ = timeout(patience, async { while underway.next().await.is_some() {} }).await;
}

/// What is due now, by organisation.
async fn due(db: &Db) -> Result<Vec<Due>> {
    let now = Clock::real();
    let lately: HashMap<(Uuid, String), jobs::Lately> =
        jobs::lately(db).await?.into_iter().map(|one| ((one.tenant_id, one.job.clone()), one)).collect();
    let mut found = Vec::new();
    for organisation in jobs::organisations(db).await? {
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

async fn serve(db: &Db, organisation: jobs::Organisation, due: Vec<(&'static Schedule, DateTime<Utc>)>) {
    for (schedule, at) in due {
        let actor = Actor::system(organisation.tenant, organisation.zone);
        let date = time::business_date(at, organisation.zone);
        let this = Run { id: Uuid::now_v7(), date, dry_run: false, unless_since: Some(at) };
        if let Err(error) = run(db, &actor, schedule, this).await {
            tracing::error!(job.name = schedule.name, tenant.id = %organisation.tenant, %error, "a schedule failed");
        }
    }
}

/// One run that is to be made.
struct Run {
    id: Uuid,
    date: NaiveDate,
    dry_run: bool,
    /// Not at all if it was done since then.
    unless_since: Option<DateTime<Utc>>,
}

async fn run(db: &Db, actor: &Actor, schedule: &Schedule, run: Run) -> Result<()> {
    let mut attempt = 0;
    let error = loop {
        attempt += 1;
        match transaction(db, actor, schedule, &run).await {
            Ok(()) => return Ok(()),
            Err(Error::Retry) if attempt < ATTEMPTS => {}
            Err(error) => break error,
        }
    };
    let mut tx = db.begin(actor.clone()).await?;
    let (text, none) = (error.to_string(), json!({}));
    jobs::write_run(&mut tx, run.id, schedule.name, run.date, run.dry_run, "failed", &none, Some(&text)).await?;
    tx.commit().await?;
    Err(error)
}

/// The work and the note that it was done, together or not at all; where the work has parts, the note with the last.
async fn transaction(db: &Db, actor: &Actor, schedule: &Schedule, run: &Run) -> Result<()> {
    let mut done = Map::new();
    loop {
        let mut tx = db.begin(actor.clone()).await?;
        jobs::alone(&mut tx, schedule.name).await?;
        if let Some(since) = run.unless_since
            && jobs::was_done(&mut tx, schedule.name, since).await?
        {
            return tx.rollback().await;
        }
        let part = (schedule.run)(&mut tx, run.dry_run).await?;
        let mut part = part.as_object().cloned().unwrap_or_default();
        let more = part.remove("more") == Some(Value::Bool(true));
        add(&mut done, part);
        if run.dry_run {
            tx.rollback().await?;
            tx = db.begin(actor.clone()).await?;
        } else if more {
            tx.commit().await?;
            continue;
        }
        let result = Value::Object(done);
        jobs::write_run(&mut tx, run.id, schedule.name, run.date, run.dry_run, "done", &result, None).await?;
        return tx.commit().await;
    }
}

/// What one more part did, on top of what the others did.
fn add(done: &mut Map<String, Value>, part: Map<String, Value>) {
    for (key, value) in part {
        match (done.get_mut(&key), value) {
            (Some(Value::Object(known)), Value::Object(more)) => add(known, more),
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

impl When {
    /// The latest time that it was due.
    fn last(self, now: DateTime<Utc>, zone: Tz) -> Option<DateTime<Utc>> {
        if let Self::Hourly { minute } = self {
            let past = i64::from((now.with_timezone(&zone).minute() + 60 - minute) % 60);
            return (now - chrono::Duration::minutes(past)).with_second(0)?.with_nanosecond(0);
        }
        let today = time::business_date(now, zone);
        let mut times = (0..32).map(|ago| time::minus(today, ago)).filter_map(|date| self.on(date, zone));
        times.find(|at| *at <= now)
    }

    /// When it is due on a date.
    fn on(self, date: NaiveDate, zone: Tz) -> Option<DateTime<Utc>> {
        let (hour, minute) = match self {
            Self::Monthly { day, hour, minute } if day == date.day() => (hour, minute),
            Self::Daily { hour, minute } => (hour, minute),
            Self::Hourly { .. } | Self::Monthly { .. } => return None,
        };
        Some(time::at(date, NaiveTime::from_hms_opt(hour, minute, 0)?, zone))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(when: When, now: &str) -> String {
        when.last(now.parse().unwrap(), Tz::Asia__Shanghai).unwrap().to_rfc3339()
    }

    #[test]
    fn something_is_due_when_its_time_has_come_on_the_organisations_clock() {
        // 00:59 and 01:00 in Shanghai.
        assert_eq!(due(daily(1, 0), "2026-03-15T16:59:00Z"), "2026-03-14T17:00:00+00:00");
        assert_eq!(due(daily(1, 0), "2026-03-15T17:00:00Z"), "2026-03-15T17:00:00+00:00");
        let monthly = |day| When::Monthly { day, hour: 3, minute: 0 };
        assert_eq!(due(monthly(1), "2026-03-15T17:00:00Z"), "2026-02-28T19:00:00+00:00");
        assert_eq!(due(monthly(31), "2026-04-15T17:00:00Z"), "2026-03-30T19:00:00+00:00");
        let hourly = When::Hourly { minute: 5 };
        assert_eq!(due(hourly, "2026-03-15T17:04:59.9Z"), "2026-03-15T16:05:00+00:00");
        assert_eq!(due(hourly, "2026-03-15T17:05:00.1Z"), "2026-03-15T17:05:00+00:00");
    }

    #[test]
    fn what_the_parts_of_a_run_did_is_added_up() {
        let mut done = Map::new();
        for part in
            [json!({"gone": {"a": 2}, "ids": [1], "before": "x"}), json!({"gone": {"a": 3, "b": 1}, "ids": [2]})]
        {
            add(&mut done, part.as_object().unwrap().clone());
        }
        assert_eq!(Value::Object(done), json!({"gone": {"a": 5, "b": 1}, "ids": [1, 2], "before": "x"}));
    }
}
