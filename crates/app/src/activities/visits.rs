//! Somebody goes to see a customer: in, out, and what was said there (4.2).

use chrono::{DateTime, Utc};
use guanxi_domain::{
    Error, FieldCode, FieldError, Permission, Result,
    activities::{
        plan,
        visit::{self, CheckIn, CheckOut, VisitDetails, VisitEvent, VisitStatus, distance_m, point},
    },
    settings::VISIT_FLAG_DISTANCE,
};
use guanxi_persistence::{
    Locked, Record, Tx,
    activities::{
        plan::Plan,
        visit::{self as store, Visit},
    },
    platform::files,
    read, settings, write,
};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{about, follow_up, may_write, plans};
use crate::{
    body,
    records::{self, Editable, Saved},
};

impl Editable for Visit {
    type Details = VisitDetails;
    const CREATE: Permission = visit::CREATE;
    const UPDATE: Permission = visit::UPDATE;
    const DELETE: Permission = visit::DELETE;

    async fn create(tx: &mut Tx, mut details: VisitDetails) -> Result<Saved> {
        let contact = details.contact_id.map(Uuid::from);
        let about = about::must_see(tx, details.subject, details.subject_id, contact).await?;
        let (owner, department) = about::worker(tx, details.owner_id, visit::CREATE).await?;
        details.owner_id = Some(owner);
        if let Some(plan) = details.plan_id
            && !read::exists::<Plan>(tx, plan::UPDATE, plan).await?
        {
            return Err(Error::field("/plan_id", FieldCode::UnknownReference));
        }
        let mut more = about.columns();
        more.insert("owner_department_id".to_owned(), json!(department));
        Ok(Saved::new(records::insert::<Self>(tx, &details, more).await?))
    }

    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        match status(record)? {
            VisitStatus::Planned => write::delete(tx, record).await,
            begun @ (VisitStatus::CheckedIn | VisitStatus::Done) => {
                Err(Error::invalid_state(begun.into(), "delete", &[]))
            }
        }
    }
}

fn status(record: &Locked<Visit>) -> Result<VisitStatus> {
    record.text("status").unwrap_or_default().parse().map_err(Error::unexpected)
}

/// Notes where the visitor is, and how far from the customer. Only who may write there begins what he is to end.
pub async fn check_in(tx: &mut Tx, id: Uuid, there: &CheckIn) -> Result<Saved> {
    let record = read::lock::<Visit>(tx, visit::UPDATE, id).await?;
    status(&record)?.transition(VisitEvent::CheckIn)?;
    let here = point(there.lat, there.lng).ok_or_else(|| Error::field("/lat", FieldCode::OutOfRange))?;
    let VisitDetails { subject, subject_id, contact_id, .. } = records::details(&record)?;
    let found = about::find(tx, subject, subject_id, contact_id.map(Uuid::from)).await?;
    may_write(tx, &found, tx.now()).await?;
    let customer = match record.id_of("customer_id") {
        Some(customer) => store::place_of(tx, customer).await?,
        None => None,
    };
    let distance = customer.and_then(|(lat, lng)| point(lat, lng)).map(|place| distance_m(here, place));
    let most = settings::load(tx).await?.get(VISIT_FLAG_DISTANCE);
    let photos = files::hold(tx, "photo_id", None, there.photo_id.as_slice(), true).await?;
    let photos = photos.map_err(|wrong| {
        Error::fields(wrong.into_iter().map(|wrong| FieldError::new("/photo_id", wrong.code)).collect())
    })?;
    let values = json!({
        "status": "checked_in", "check_in_at": tx.now(), "check_in_lat": there.lat.round_dp(6),
        "check_in_lng": there.lng.round_dp(6), "check_in_address": there.address, "photos": photos,
        "distance_m": distance, "flagged": distance.is_some_and(|metres| metres > most.into()),
    });
    write::update(tx, &record, body::object(&values)?).await?;
    if let Some(plan) = record.id_of("plan_id") {
        // A plan that was begun already goes on.
        tx.if_allowed(async |tx| plans::start(tx, plan).await).await?;
    }
    tx.emit("visit.checked_in", Visit::TABLE.name, id, json!({"distance_m": distance})).await?;
    Ok(Saved::new(id))
}

/// Ends a visit: it becomes an activity, and the plan behind it is done. Where the visitor may not write any more, it
/// ends without.
pub async fn check_out(tx: &mut Tx, id: Uuid, said: &CheckOut) -> Result<Saved> {
    let record = read::lock::<Visit>(tx, visit::UPDATE, id).await?;
    status(&record)?.transition(VisitEvent::CheckOut)?;
    if let (Some(lat), Some(lng)) = (said.lat, said.lng)
        && point(lat, lng).is_none()
    {
        return Err(Error::field("/lat", FieldCode::OutOfRange));
    }
    let began = record.text("check_in_at").and_then(|text| DateTime::parse_from_rfc3339(text).ok());
    let began = began.map_or(tx.now(), |at| at.with_timezone(&Utc)).min(tx.now());
    let spent = tx.now() - began;
    let get = |key: &str| record.row.get(key).cloned().unwrap_or_default();
    let activity = json!({
        "subject": get("subject"), "subject_id": get("subject_id"), "contact_id": get("contact_id"),
        "kind": "visit", "direction": "out", "content": said.content, "outcome": said.outcome, "occurred_at": began,
        "duration_s": spent.num_seconds().clamp(0, 604_800), "location": short(&get("check_in_address")),
    });
    let plan = match record.id_of("plan_id") {
        Some(plan) => read::lock_known::<Plan>(tx, &[plan]).await?.pop(),
        None => None,
    };
    let more = Map::from_iter([("plan_id".to_owned(), json!(record.id_of("plan_id")))]);
    let activity = tx.if_allowed(async |tx| follow_up(tx, activity, more).await).await?;
    let values = json!({
        "status": "done", "check_out_at": tx.now(), "check_out_lat": said.lat.map(|lat| lat.round_dp(6)),
        "check_out_lng": said.lng.map(|lng| lng.round_dp(6)), "check_out_address": said.address,
        "minutes": spent.num_minutes(), "activity_id": activity,
    });
    write::update(tx, &record, body::object(&values)?).await?;
    let open = plan.filter(|plan| plan.text("status").is_some_and(|status| status != "done" && status != "cancelled"));
    if let (Some(plan), Some(activity)) = (open, activity) {
        plans::carried_out(tx, &plan, activity).await?;
    }
    tx.emit("visit.checked_out", Visit::TABLE.name, id, json!({"activity_id": activity})).await?;
    Ok(Saved::new(id))
}

/// As much of an address as a place takes.
fn short(address: &Value) -> Option<String> {
    address.as_str().map(|address| address.chars().take(200).collect())
}
