//! What is done with leads by the clock: recycled, announced, rated anew (2.5.6, 2.6, 2.9). Each looks at dates, so that
//! one run makes up for those that were missed and a second changes nothing.

use guanxi_domain::{
    Error, Result,
    dictionaries::SYSTEM_RECYCLE,
    filter::{Filter, Leaf, Op},
    ownership::{Due, Reminder},
    page::ListQuery,
    settings, time,
};
use guanxi_persistence::{
    Tx,
    leads::{Lead, lead as store, recycle as due},
    ownership::{self as held, Because, Handover, LEAD, PooledBy},
    read,
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{assignment, score::Scorer};
use crate::ownership;

/// Takes back what nobody followed up or converted in time. One lead that cannot be taken leaves the others alone.
pub async fn recycle(tx: &mut Tx, _dry_run: bool) -> Result<Value> {
    let today = tx.today();
    let late = due::past(tx, today).await?;
    let pools = held::pools(tx, &LEAD).await?;
    let (mut recycled, mut failed) = (Vec::new(), Vec::new());
    for id in late {
        tx.mark().await?;
        match recycle_one(tx, &pools, id).await {
            Ok(true) => recycled.push(id),
            Ok(false) => {}
            Err(Error::Retry) => return Err(Error::Retry),
            Err(error) => {
                tx.undo().await?;
                failed.push(json!({ "id": id, "error": error.to_string() }));
            }
        }
    }
    held::forget_counters(tx, time::minus(today, 7)).await?;
    Ok(json!({ "recycled": recycled.len(), "leads": recycled, "failed": failed }))
}

async fn recycle_one(tx: &mut Tx, pools: &[held::Pool], id: Uuid) -> Result<bool> {
    let Some(record) = read::lock_known::<Lead>(tx, &[id]).await?.pop() else { return Ok(false) };
    // Somebody may have spoken to it since it was found.
    if !due::is_past(tx, id, tx.today()).await? {
        return Ok(false);
    }
    let target = ownership::home(tx, pools, &record).await?;
    let because = Because { reason: Some(SYSTEM_RECYCLE), ..Handover::Recycle.into() };
    held::take(tx, &LEAD, &[(ownership::holder(&record), target)], PooledBy::System, because).await?;
    assignment::share_out(tx, &[id], target, record.facts.owner).await?;
    Ok(true)
}

/// Tells owners what they are about to lose: once when the days of warning begin, and once on the last day.
pub async fn remind(tx: &mut Tx, _dry_run: bool) -> Result<Value> {
    let today = tx.today();
    let mut told = 0;
    for soon in due::soon(tx, today).await? {
        let due = Due { on: soon.due_on, reason: soon.reason()? };
        let Some(reminder) = due.reminder(today, soon.remind_days()) else { continue };
        let kind = match reminder {
            Reminder::Window => "recycle_window",
            Reminder::LastDay => "recycle_last_day",
        };
        if !store::notice(tx, soon.id, kind, due.on).await? {
            continue;
        }
        told += 1;
        let payload = json!({
            "owner_id": soon.owner_id, "due_on": due.on, "reason": due.reason, "days_left": due.days_left(today),
            "kind": kind,
        });
        tx.emit("lead.recycle_warning", LEAD.records, soon.id, payload).await?;
    }
    Ok(json!({ "told": told }))
}

/// Tells of leads that nobody was given for too long, and of those that nobody has touched.
pub async fn alert(tx: &mut Tx, _dry_run: bool) -> Result<Value> {
    let settings = guanxi_persistence::settings::load(tx).await?;
    let hours = settings.get(settings::LEAD_UNASSIGNED_ALERT_HOURS);
    let since = tx.now() - chrono::Duration::hours(hours.into());
    let (mut unassigned, mut untouched) = (0, 0);
    for (id, pool, pooled_on) in store::unassigned_since(tx, since).await? {
        if store::notice(tx, id, "unassigned", pooled_on).await? {
            unassigned += 1;
            tx.emit("lead.unassigned_too_long", LEAD.records, id, json!({ "pool_id": pool, "hours": hours })).await?;
        }
    }
    let hours = settings.get(settings::LEAD_UNTOUCHED_ALERT_HOURS);
    let zone = tx.actor().zone;
    for (id, owner, since, owned_on) in store::untouched(tx).await? {
        if tx.now() < time::plus_working_hours(since, hours, zone, time::is_weekday) {
            continue;
        }
        if store::notice(tx, id, "untouched", owned_on).await? {
            untouched += 1;
            let payload = json!({ "owner_id": owner, "working_hours": hours });
            tx.emit("lead.untouched_too_long", LEAD.records, id, payload).await?;
        }
    }
    Ok(json!({ "unassigned": unassigned, "untouched": untouched }))
}

/// Rates all open leads anew: rules speak of dates, and rules change.
pub async fn rate(tx: &mut Tx, _dry_run: bool) -> Result<Value> {
    const PAGE: i64 = 500;
    let scorer = Scorer::load(tx).await?;
    let open = Filter::Leaf(Leaf {
        field: "status".to_owned(),
        op: Op::In,
        value: json!(["unassigned", "pending", "following"]),
    });
    let query = ListQuery { filter: Some(open), ..ListQuery::default() };
    let (mut after, mut changed) = (None, 0);
    loop {
        let leads = read::each::<Lead>(tx, guanxi_domain::access::lead::READ, &query, after, PAGE).await?;
        for lead in &leads {
            after = lead.get("id").and_then(Value::as_str).and_then(|id| id.parse().ok());
            let (score, grade) = scorer.rate(tx, lead);
            let (old, old_grade) = (lead.get("score"), lead.get("grade"));
            if old == Some(&json!(score)) && old_grade == Some(&json!(grade)) {
                continue;
            }
            let Some(id) = after else { continue };
            changed += 1;
            store::rate(tx, id, i32::try_from(score).unwrap_or_default(), grade).await?;
            super::score::tell(tx, id, old_grade, Some(&json!(grade))).await?;
        }
        if i64::try_from(leads.len()).unwrap_or_default() < PAGE {
            return Ok(json!({ "changed": changed }));
        }
    }
}
