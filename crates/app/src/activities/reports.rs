//! Reports of one's work: written, handed in with the figures of their time, looked at (4.6).

use chrono::NaiveDate;
use guanxi_domain::{
    Code, Error, Permission, Result, UserId,
    activities::report::{self, ReportEvent, ReportKind, ReportStatus, Review, WorkReportDetails},
    time,
};
use guanxi_persistence::{
    Locked, Record, Tx,
    activities::{
        about as people,
        report::{self as store, Missing, Stats, WorkReport},
    },
    platform::calendars,
    read, settings, write,
};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::about;
use crate::{
    body,
    records::{self, Editable, Saved},
};

impl Editable for WorkReport {
    type Details = WorkReportDetails;
    const CREATE: Permission = report::CREATE;
    const UPDATE: Permission = report::UPDATE;
    const DELETE: Permission = report::DELETE;

    async fn create(tx: &mut Tx, mut details: WorkReportDetails) -> Result<Saved> {
        let me = tx.actor().person()?;
        let period = details.kind.period(details.period_start);
        details.period_start = period.from;
        if let Some(known) = store::existing(tx, me, details.kind.word(), period.from).await? {
            return Err(Error::new(Code::ReportExists).with("id", known.to_string()));
        }
        if details.reviewer_ids.is_empty() {
            details.reviewer_ids = people::superiors(tx, &[me]).await?.into_iter().map(|(_, above)| above).collect();
        }
        check_readers(tx, &details).await?;
        let more = json!({
            "owner_id": me, "owner_department_id": people::department_of(tx, me).await?,
            "period_end": time::minus(period.until, 1),
        });
        Ok(Saved::new(records::insert::<Self>(tx, &details, body::object(&more)?).await?))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, details: WorkReportDetails) -> Result<Saved> {
        must_be_author(tx, record)?;
        status(record)?.transition(ReportEvent::Update)?;
        check_readers(tx, &details).await?;
        records::save(tx, record, &details, Map::new()).await?;
        Ok(Saved::new(record.id))
    }

    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        must_be_author(tx, record)?;
        match status(record)? {
            ReportStatus::Draft => write::delete(tx, record).await,
            handed_in @ (ReportStatus::Submitted | ReportStatus::Reviewed) => {
                Err(Error::invalid_state(handed_in.into(), "delete", &[]))
            }
        }
    }
}

async fn check_readers(tx: &mut Tx, details: &WorkReportDetails) -> Result<()> {
    about::all_at_work(tx, &details.reviewer_ids, "/reviewer_ids").await?;
    about::all_at_work(tx, &details.cc_ids, "/cc_ids").await
}

fn must_be_author(tx: &Tx, record: &Locked<WorkReport>) -> Result<()> {
    let mine = record.facts.owner.is_some() && record.facts.owner == tx.actor().user;
    if mine { Ok(()) } else { Err(Error::forbidden(report::UPDATE.0).with("reason", "not_author")) }
}

fn status(record: &Locked<WorkReport>) -> Result<ReportStatus> {
    record.text("status").unwrap_or_default().parse().map_err(Error::unexpected)
}

/// The figures of a person's time, as they are now.
pub async fn figures(tx: &mut Tx, user: UserId, kind: ReportKind, date: NaiveDate) -> Result<Stats> {
    let (from, until) = kind.period(date).times(tx.actor().zone);
    store::stats(tx, user, from, until).await
}

/// Hands a report in: its figures stay as they are now.
pub async fn submit(tx: &mut Tx, id: Uuid) -> Result<Saved> {
    let record = read::lock::<WorkReport>(tx, report::UPDATE, id).await?;
    must_be_author(tx, &record)?;
    let next = status(&record)?.transition(ReportEvent::Submit)?;
    let details: WorkReportDetails = records::details(&record)?;
    let author = tx.actor().person()?;
    let stats = figures(tx, author, details.kind, details.period_start).await?;
    let settings = settings::load(tx).await?;
    let (zone, working) = (tx.actor().zone, calendars::usual(tx).await?);
    let deadline = details.kind.deadline(details.period_start, &settings, zone, |day| working.is_working_day(day));
    let late = tx.now() > deadline;
    let values = json!({"status": next, "stats": stats, "submitted_at": tx.now(), "late": late});
    write::update(tx, &record, body::object(&values)?).await?;
    let told =
        json!({"owner_id": author, "reviewer_ids": details.reviewer_ids, "cc_ids": details.cc_ids, "late": late});
    tx.emit("work_report.submitted", WorkReport::TABLE.name, id, told).await?;
    Ok(Saved::new(id))
}

pub async fn review(tx: &mut Tx, id: Uuid, said: &Review) -> Result<Saved> {
    let record = read::lock::<WorkReport>(tx, report::REVIEW, id).await?;
    let me = tx.actor().person()?;
    if record.facts.owner == Some(me) {
        return Err(Error::forbidden(report::REVIEW.0).with("reason", "own"));
    }
    let next = status(&record)?.transition(ReportEvent::Review)?;
    let values = json!({
        "status": next, "reviewed_at": tx.now(), "reviewed_by": me, "score": said.score, "review_note": said.note,
    });
    write::update(tx, &record, body::object(&values)?).await?;
    let told = json!({"owner_id": record.facts.owner, "reviewed_by": me, "score": said.score});
    tx.emit("work_report.reviewed", WorkReport::TABLE.name, id, told).await?;
    Ok(Saved::new(id))
}

/// Those whose report of a period is not there, as far as the caller may read theirs.
pub async fn missing(tx: &mut Tx, kind: ReportKind, date: Option<NaiveDate>) -> Result<Vec<Missing>> {
    let scope = tx.actor().access.scope(report::READ)?.clone();
    let period = date.map_or_else(|| kind.latest(tx.today()), |date| kind.period(date));
    let found = store::missing(tx, kind.word(), period.from).await?;
    Ok(found.into_iter().filter(|one| scope.covers(Some(one.user_id), Some(one.department_id))).collect())
}

/// Tells those who are late, and their superiors, once for each report: when its deadline has gone by.
pub async fn remind(tx: &mut Tx) -> Result<Value> {
    let settings = settings::load(tx).await?;
    let working = calendars::usual(tx).await?;
    let mut told = 0;
    for kind in [ReportKind::Daily, ReportKind::Weekly, ReportKind::Monthly] {
        let period = kind.latest(tx.today());
        let deadline = kind.deadline(period.from, &settings, tx.actor().zone, |day| working.is_working_day(day));
        let worked = kind != ReportKind::Daily || working.is_working_day(period.from);
        if tx.now() <= deadline || !worked || !store::is_written(tx, kind.word()).await? {
            continue;
        }
        let mut late = Vec::new();
        for one in store::missing(tx, kind.word(), period.from).await? {
            if store::notice(tx, one.user_id, kind.word(), period.from).await? {
                late.push(one.user_id);
            }
        }
        told += late.len();
        let above = people::superiors(tx, &late).await?;
        let payload = |user: UserId| {
            let superior = above.iter().find(|(below, _)| *below == user).map(|(_, superior)| *superior);
            let told = json!({"owner_id": user, "superior_id": superior, "kind": kind, "period_start": period.from});
            (user.into(), told)
        };
        let told: Vec<(Uuid, Value)> = late.into_iter().map(payload).collect();
        tx.emit_all("work_report.missing", "users", &told).await?;
    }
    Ok(json!({"told": told}))
}
