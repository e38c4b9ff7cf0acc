//! Plans are made, carried out, given up and forgotten (4.3).

use chrono::{DateTime, Duration, Utc};
use futures_util::FutureExt;
use guanxi_domain::{
    Actor, Error, FieldCode, Permission, Result,
    activities::plan::{self, PlanDetails, PlanEvent, PlanStatus},
    settings::PLAN_REMIND_MINUTES,
    text::Note,
    time,
};
use guanxi_persistence::{
    Db, Locked, Record, Tx,
    activities::{
        activity::Activity,
        plan::{self as store, Plan},
    },
    jobs::{self, Job},
    read, settings, write,
};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::{about, follow_up};
use crate::{
    body,
    records::{self, Editable, Saved},
    worker::Kind,
};

/// Tells owners of plans in time.
pub const KIND: Kind = Kind { name: "plan_due", run: |db, job| due(db, job).boxed_local() };

impl Editable for Plan {
    type Details = PlanDetails;
    const CREATE: Permission = plan::CREATE;
    const UPDATE: Permission = plan::UPDATE;
    const DELETE: Permission = plan::DELETE;

    /// A plan that comes again becomes as many plans at once.
    async fn create(tx: &mut Tx, mut details: PlanDetails) -> Result<Saved> {
        if details.planned_at < time::start_of_day(tx.today(), tx.actor().zone) {
            return Err(Error::field("/planned_at", FieldCode::OutOfRange));
        }
        let contact = details.contact_id.map(Uuid::from);
        let about = about::must_see(tx, details.subject, details.subject_id, contact).await?;
        let (owner, department) = about::worker(tx, details.owner_id, plan::CREATE).await?;
        details.owner_id = Some(owner);
        with_warning(tx, &mut details).await?;
        let times = match &details.recurrence {
            Some(rule) => rule.times(details.planned_at, tx.actor().zone),
            None => vec![details.planned_at],
        };
        let series = details.recurrence.is_some().then(Uuid::now_v7);
        let mut first = None;
        for planned_at in times {
            details.planned_at = planned_at;
            let mut more = about.columns();
            more.extend(dates(tx, &details));
            more.insert("owner_department_id".to_owned(), json!(department));
            more.insert("series_id".to_owned(), json!(series));
            let id = records::insert::<Self>(tx, &details, more).await?;
            wake(tx, &details).await?;
            first.get_or_insert(id);
        }
        Ok(Saved::new(first.unwrap_or_default()))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, mut details: PlanDetails) -> Result<Saved> {
        let status = status(record)?;
        if !status.is_open() {
            return Err(Error::invalid_state(status.into(), "update", &[]));
        }
        with_warning(tx, &mut details).await?;
        let mut more = dates(tx, &details);
        let remind_at = more.get("remind_at").cloned();
        if moved(record, remind_at.as_ref()) {
            more.insert("reminded_at".to_owned(), Value::Null);
            wake(tx, &details).await?;
        }
        // Put off, it is not missed any more.
        if status == PlanStatus::Missed && details.planned_at >= time::start_of_day(tx.today(), tx.actor().zone) {
            more.insert("status".to_owned(), json!(PlanStatus::Planned));
        }
        records::save(tx, record, &details, more).await?;
        Ok(Saved::new(record.id))
    }
}

async fn with_warning(tx: &mut Tx, details: &mut PlanDetails) -> Result<()> {
    if details.remind_before_min.is_none() {
        details.remind_before_min = Some(settings::load(tx).await?.get(PLAN_REMIND_MINUTES));
    }
    Ok(())
}

fn remind_at(details: &PlanDetails) -> DateTime<Utc> {
    details.planned_at - Duration::minutes(details.remind_before_min.unwrap_or_default().into())
}

fn dates(tx: &Tx, details: &PlanDetails) -> Map<String, Value> {
    let planned_on = time::business_date(details.planned_at, tx.actor().zone);
    body::object(&json!({"planned_on": planned_on, "remind_at": remind_at(details)})).unwrap_or_default()
}

fn moved(record: &Locked<Plan>, remind_at: Option<&Value>) -> bool {
    let before = record.text("planned_at").and_then(|text| DateTime::parse_from_rfc3339(text).ok());
    let warning = record.row.get("remind_before_min").and_then(Value::as_i64).unwrap_or_default();
    let before = before.map(|at| json!(at.with_timezone(&Utc) - Duration::minutes(warning)));
    before.as_ref() != remind_at
}

/// Has the owner told when it is time.
async fn wake(tx: &mut Tx, details: &PlanDetails) -> Result<()> {
    wake_at(tx, remind_at(details)).await
}

pub async fn wake_at(tx: &mut Tx, at: DateTime<Utc>) -> Result<()> {
    jobs::enqueue_at(tx, KIND.name, &json!({}), at).await?;
    Ok(())
}

fn status(record: &Locked<Plan>) -> Result<PlanStatus> {
    record.text("status").unwrap_or_default().parse().map_err(Error::unexpected)
}

/// What was done, or where it is written down already.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Completion {
    /// An activity; what it is about, its kind and its text are the plan's unless it says otherwise.
    #[serde(default)]
    #[schema(value_type = Object)]
    pub activity: Option<Map<String, Value>>,
    #[serde(default)]
    pub activity_id: Option<Uuid>,
}

#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Cancellation {
    pub reason: Note,
    /// With all that come after it in its series.
    #[serde(default)]
    pub series: bool,
}

pub async fn start(tx: &mut Tx, id: Uuid) -> Result<Saved> {
    let record = read::lock::<Plan>(tx, plan::UPDATE, id).await?;
    let next = status(&record)?.transition(PlanEvent::Start)?;
    write::update(tx, &record, Map::from_iter([("status".to_owned(), json!(next))])).await?;
    Ok(Saved::new(id))
}

pub async fn complete(tx: &mut Tx, id: Uuid, done: &Completion) -> Result<Saved> {
    let record = read::lock::<Plan>(tx, plan::UPDATE, id).await?;
    status(&record)?.transition(PlanEvent::Complete)?;
    let activity = match (done.activity_id, &done.activity) {
        (Some(_), Some(_)) => return Err(Error::field("/activity_id", FieldCode::Invalid)),
        (Some(known), None) => {
            if !read::exists::<Activity>(tx, Activity::READ, known).await? {
                return Err(Error::field("/activity_id", FieldCode::UnknownReference));
            }
            known
        }
        (None, said) => {
            let get = |key: &str| record.row.get(key).cloned().unwrap_or_default();
            let mut activity = Map::new();
            for (key, from) in [
                ("subject", "subject"),
                ("subject_id", "subject_id"),
                ("contact_id", "contact_id"),
                ("kind", "method"),
                ("content", "content"),
            ] {
                activity.insert(key.to_owned(), get(from));
            }
            activity.extend(said.clone().unwrap_or_default());
            let plan = Map::from_iter([("plan_id".to_owned(), json!(id))]);
            follow_up(tx, Value::Object(activity), plan).await?
        }
    };
    carried_out(tx, &record, activity).await?;
    Ok(Saved::new(id))
}

/// A plan was carried out; the activity tells how.
pub async fn carried_out(tx: &mut Tx, record: &Locked<Plan>, activity: Uuid) -> Result<()> {
    let next = status(record)?.transition(PlanEvent::Complete)?;
    let planned_at = record.text("planned_at").and_then(|text| DateTime::parse_from_rfc3339(text).ok());
    let planned_on = planned_at.map(|at| time::business_date(at.with_timezone(&Utc), tx.actor().zone));
    let late = planned_on.is_some_and(|day| day < tx.today());
    let values = json!({"status": next, "done_at": tx.now(), "done_late": late, "activity_id": activity});
    write::update(tx, record, body::object(&values)?).await?;
    let told = json!({"owner_id": record.facts.owner, "activity_id": activity, "late": late});
    tx.emit("plan.done", Plan::TABLE.name, record.id, told).await
}

pub async fn cancel(tx: &mut Tx, id: Uuid, why: &Cancellation) -> Result<Saved> {
    let record = read::lock::<Plan>(tx, plan::UPDATE, id).await?;
    status(&record)?.transition(PlanEvent::Cancel)?;
    let mut ids = vec![id];
    let planned_at = record.text("planned_at").and_then(|text| DateTime::parse_from_rfc3339(text).ok());
    if let (true, Some(series), Some(at)) = (why.series, record.id_of("series_id"), planned_at) {
        ids.extend(store::rest_of_series(tx, series, at.with_timezone(&Utc)).await?);
    }
    store::cancel(tx, &ids, &why.reason).await?;
    Ok(Saved::new(id))
}

async fn due(db: &Db, job: &Job) -> Result<()> {
    let mut tx = db.begin(Actor::system(job.tenant, job.zone)).await?;
    remind(&mut tx).await?;
    tx.commit().await
}

/// Tells of all plans whose time of warning has come and that were not told of: each once.
pub async fn remind(tx: &mut Tx) -> Result<Value> {
    let found = store::remind(tx).await?;
    let told = |told: &store::Told| Ok((told.id, serde_json::to_value(told).map_err(Error::unexpected)?));
    let told: Vec<(Uuid, Value)> = found.iter().map(told).collect::<Result<_>>()?;
    tx.emit_all("plan.due", Plan::TABLE.name, &told).await?;
    Ok(json!({"told": told.len()}))
}
