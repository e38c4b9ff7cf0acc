//! What is done with leads by the clock: spoken of, rated anew (2.6, 2.9). Each looks at dates, so that
//! one run makes up for those that were missed and a second changes nothing.

use std::collections::HashSet;

use chrono::NaiveDate;
use guanxi_domain::{
    Result, access,
    filter::{Filter, Leaf, Op},
    page::ListQuery,
    settings,
};
use guanxi_persistence::{
    Tx,
    leads::{
        Lead,
        lead::{self as store, Untouched},
    },
    ownership::LEAD,
    platform::calendars,
    read,
    settings::load,
};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::score::Scorer;
use crate::platform::schedules::{Done, PART, last};

/// Tells of leads that nobody was given for too long.
pub async fn unassigned(tx: &mut Tx, after: Option<Uuid>) -> Result<Done> {
    let hours = load(tx).await?.get(settings::LEAD_UNASSIGNED_ALERT_HOURS);
    let since = tx.now() - chrono::Duration::hours(hours.into());
    let found = store::unassigned_since(tx, since, after, PART).await?;
    let noted: Vec<(Uuid, NaiveDate)> = found.iter().map(|(id, _, pooled_on)| (*id, *pooled_on)).collect();
    let fresh: HashSet<Uuid> = store::notice(tx, "unassigned", &noted).await?.into_iter().collect();
    let told = |(id, pool, _): &(Uuid, Uuid, NaiveDate)| {
        fresh.contains(id).then(|| (*id, json!({ "pool_id": pool, "hours": hours })))
    };
    let told: Vec<(Uuid, Value)> = found.iter().filter_map(told).collect();
    tx.emit_all("lead.unassigned_too_long", LEAD.records, &told).await?;
    Ok(Done { told: json!({ "unassigned": told.len() }), last: last(&found, |(id, ..)| *id) })
}

/// Tells of leads that their owners have not touched for too long.
pub async fn untouched(tx: &mut Tx, after: Option<Uuid>) -> Result<Done> {
    let hours = load(tx).await?.get(settings::LEAD_UNTOUCHED_ALERT_HOURS);
    let working = calendars::usual(tx).await?;
    // So many working hours take at least as long by the clock.
    let since = tx.now() - chrono::Duration::hours(hours.into());
    let found = store::untouched(tx, since, after, PART).await?;
    let last = last(&found, |(id, ..)| *id);
    let is_late = |since| working.add(since, hours * 60).is_some_and(|at| at <= tx.now());
    let late: Vec<Untouched> = found.into_iter().filter(|(_, _, since, _)| is_late(*since)).collect();
    let noted: Vec<(Uuid, NaiveDate)> = late.iter().map(|(id, .., owned_on)| (*id, *owned_on)).collect();
    let fresh: HashSet<Uuid> = store::notice(tx, "untouched", &noted).await?.into_iter().collect();
    let told = |(id, owner, ..): &Untouched| {
        fresh.contains(id).then(|| (*id, json!({ "owner_id": owner, "working_hours": hours })))
    };
    let told: Vec<(Uuid, Value)> = late.iter().filter_map(told).collect();
    tx.emit_all("lead.untouched_too_long", LEAD.records, &told).await?;
    Ok(Done { told: json!({ "untouched": told.len() }), last })
}

/// Rates all open leads anew: rules speak of dates, and rules change.
pub async fn rate(tx: &mut Tx, after: Option<Uuid>) -> Result<Done> {
    let scorer = Scorer::load(tx).await?;
    let open = Filter::Leaf(Leaf {
        field: "status".to_owned(),
        op: Op::In,
        value: json!(["unassigned", "pending", "following"]),
    });
    let query = ListQuery { filter: Some(open), ..ListQuery::default() };
    let leads = read::each::<Lead>(tx, access::lead::READ, &query, after, PART).await?;
    let mut changed = 0;
    for lead in &leads {
        let (score, grade) = scorer.rate(tx, lead);
        let (old, old_grade) = (lead.get("score"), lead.get("grade"));
        if old == Some(&json!(score)) && old_grade == Some(&json!(grade)) {
            continue;
        }
        changed += 1;
        let id = id_of(lead);
        store::rate(tx, id, i32::try_from(score).unwrap_or_default(), grade).await?;
        super::score::tell(tx, id, old_grade, Some(&json!(grade))).await?;
    }
    Ok(Done { told: json!({ "changed": changed }), last: last(&leads, id_of) })
}

fn id_of(lead: &Map<String, Value>) -> Uuid {
    lead.get("id").and_then(Value::as_str).and_then(|id| id.parse().ok()).unwrap_or_default()
}
