//! Jobs by the clock of each organisation: once for each business date, caught up when a date was missed.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use futures_util::{FutureExt, future::LocalBoxFuture};
use guanxi_domain::{Actor, Error, Result, time};
use guanxi_persistence::{
    Clock, Db, Tx,
    jobs::{self, Job, Organisation},
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{leads::nightly as leads, platform::recycle_bin, transfer, worker::Kind};

/// Something that is done for each organisation at a time of its day. It looks at dates, not at when it last ran, so
/// that one run makes up for any that were missed, and a second changes nothing.
pub struct Schedule {
    pub name: &'static str,
    /// Hour and minute on the organisation's clock.
    pub at: (u32, u32),
    /// Which day of the month, where it is not every day.
    pub day: Option<u32>,
    /// Does it and tells what was done. A dry run is rolled back, whatever it did.
    pub run: for<'a> fn(&'a mut Tx, dry_run: bool) -> LocalBoxFuture<'a, Result<Value>>,
}

/// Every schedule there is (0.7).
pub const SCHEDULES: &[Schedule] = &[
    Schedule {
        name: "lead_recycle",
        at: (1, 0),
        day: None,
        run: |tx, dry_run| leads::recycle(tx, dry_run).boxed_local(),
    },
    Schedule { name: "lead_score", at: (2, 0), day: None, run: |tx, dry_run| leads::rate(tx, dry_run).boxed_local() },
    Schedule {
        name: "purge",
        at: (4, 0),
        day: None,
        run: |tx, dry_run| recycle_bin::purge_expired(tx, dry_run).boxed_local(),
    },
    Schedule { name: "transfer_sweep", at: (4, 30), day: None, run: |tx, _| transfer::sweep(tx).boxed_local() },
    Schedule {
        name: "recycle_reminder",
        at: (8, 0),
        day: None,
        run: |tx, dry_run| leads::remind(tx, dry_run).boxed_local(),
    },
    Schedule { name: "lead_alerts", at: (9, 0), day: None, run: |tx, dry_run| leads::alert(tx, dry_run).boxed_local() },
];

/// The kind of job that a schedule becomes when somebody asks for it out of turn.
pub const KIND: Kind = Kind { name: "schedule", run: |db, job| asked_for(db, job).boxed_local() };

/// After so many failures in a day somebody has to look.
const MOST_FAILURES: i64 = 5;
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
    run(db, &actor, schedule, Run { id, date: today, dry_run, once: false }).await
}

/// Runs what is due, for everybody.
pub async fn tick(db: &Db) -> Result<()> {
    let now = Clock::real();
    let lately = jobs::lately(db, time::minus(now.date_naive(), 40)).await?;
    for organisation in jobs::organisations(db).await? {
        if db.clock().stands(organisation.tenant) {
            continue;
        }
        for schedule in SCHEDULES {
            let known =
                lately.iter().find(|lately| lately.tenant_id == organisation.tenant.0 && lately.job == schedule.name);
            let done_on = known.and_then(|lately| lately.done_on);
            let Some(date) = schedule.due(now, &organisation).filter(|date| done_on < Some(*date)) else { continue };
            if known.is_some_and(|lately| lately.failures >= MOST_FAILURES) {
                continue;
            }
            let actor = Actor::system(organisation.tenant, organisation.zone);
            if let Err(error) =
                run(db, &actor, schedule, Run { id: Uuid::now_v7(), date, dry_run: false, once: true }).await
            {
                tracing::error!(job.name = schedule.name, tenant.id = %organisation.tenant, %error, "a schedule failed");
            }
        }
    }
    Ok(())
}

/// One run that is to be made.
struct Run {
    id: Uuid,
    date: NaiveDate,
    dry_run: bool,
    /// Not at all if it was done for this date already.
    once: bool,
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

/// The work and the note that it was done, together or not at all.
async fn transaction(db: &Db, actor: &Actor, schedule: &Schedule, run: &Run) -> Result<()> {
    let mut tx = db.begin(actor.clone()).await?;
    jobs::alone(&mut tx, schedule.name).await?;
    if run.once && jobs::was_done(&mut tx, schedule.name, run.date).await? {
        return tx.rollback().await;
    }
    let result = (schedule.run)(&mut tx, run.dry_run).await?;
    if run.dry_run {
        tx.rollback().await?;
        tx = db.begin(actor.clone()).await?;
    }
    jobs::write_run(&mut tx, run.id, schedule.name, run.date, run.dry_run, "done", &result, None).await?;
    tx.commit().await
}

impl Schedule {
    /// The latest business date whose time has come since the organisation exists.
    fn due(&self, now: DateTime<Utc>, organisation: &Organisation) -> Option<NaiveDate> {
        let today = time::business_date(now, organisation.zone);
        let recent =
            (0..32).map(|ago| time::minus(today, ago)).filter(|date| self.day.is_none_or(|day| day == date.day()));
        let mut past = recent.filter(|date| self.starts(*date, organisation.zone) <= now);
        past.next().filter(|date| self.starts(*date, organisation.zone) >= organisation.since)
    }

    fn starts(&self, date: NaiveDate, zone: Tz) -> DateTime<Utc> {
        time::at(date, NaiveTime::from_hms_opt(self.at.0, self.at.1, 0).unwrap_or_default(), zone)
    }
}

#[cfg(test)]
mod tests {
    use guanxi_domain::TenantId;

    use super::*;

    fn due(at: (u32, u32), day: Option<u32>, now: &str, since: &str) -> Option<String> {
        let schedule = Schedule { name: "test", at, day, run: |_, _| async { Ok(Value::Null) }.boxed_local() };
        let organisation =
            Organisation { tenant: TenantId::new(), zone: Tz::Asia__Shanghai, since: since.parse().unwrap() };
        schedule.due(now.parse().unwrap(), &organisation).map(|date| date.to_string())
    }

    #[test]
    fn a_date_is_due_when_its_time_has_come_on_the_organisations_clock() {
        let since = "2026-01-01T00:00:00Z";
        // 00:59 and 01:00 in Shanghai.
        assert_eq!(due((1, 0), None, "2026-03-15T16:59:00Z", since).as_deref(), Some("2026-03-15"));
        assert_eq!(due((1, 0), None, "2026-03-15T17:00:00Z", since).as_deref(), Some("2026-03-16"));
        assert_eq!(due((3, 0), Some(1), "2026-03-15T17:00:00Z", since).as_deref(), Some("2026-03-01"));
        assert_eq!(due((3, 0), Some(31), "2026-04-15T17:00:00Z", since).as_deref(), Some("2026-03-31"));
    }

    #[test]
    fn nothing_is_due_from_before_the_organisation_was() {
        assert_eq!(due((1, 0), None, "2026-03-15T18:00:00Z", "2026-03-15T17:30:00Z"), None);
        assert_eq!(due((1, 0), None, "2026-03-16T17:00:00Z", "2026-03-15T17:30:00Z").as_deref(), Some("2026-03-17"));
    }
}
