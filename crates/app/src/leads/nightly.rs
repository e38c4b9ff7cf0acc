//! What is done with leads by the clock: spoken of, rated anew (2.6, 2.9). Each looks at dates, so that
//! one run makes up for those that were missed and a second changes nothing.

use std::collections::HashSet;

use chrono::NaiveDate;
use guanxi_domain::{
    Result,
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
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::score::Scorer;

/// So many leads are looked at in one go.
const PART: i64 = 500;

/// Tells of leads that nobody was given for too long, and of those that nobody has touched.
pub async fn alert(tx: &mut Tx, _dry_run: bool) -> Result<Value> {
    let settings = guanxi_persistence::settings::load(tx).await?;
    let unassigned = unassigned(tx, settings.get(settings::LEAD_UNASSIGNED_ALERT_HOURS)).await?;
    let untouched = untouched(tx, settings.get(settings::LEAD_UNTOUCHED_ALERT_HOURS)).await?;
    Ok(json!({ "unassigned": unassigned, "untouched": untouched }))
}

async fn unassigned(tx: &mut Tx, hours: u32) -> Result<usize> {
    let since = tx.now() - chrono::Duration::hours(hours.into());
    let (mut after, mut count) = (None, 0);
    loop {
        let found = store::unassigned_since(tx, since, after, PART).await?;
        let Some((last, ..)) = found.last() else { return Ok(count) };
        after = Some(*last);
        let noted: Vec<(Uuid, NaiveDate)> = found.iter().map(|(id, _, pooled_on)| (*id, *pooled_on)).collect();
        let fresh: HashSet<Uuid> = store::notice(tx, "unassigned", &noted).await?.into_iter().collect();
        let told = |(id, pool, _): &(Uuid, Uuid, NaiveDate)| {
            fresh.contains(id).then(|| (*id, json!({ "pool_id": pool, "hours": hours })))
        };
        let told: Vec<(Uuid, Value)> = found.iter().filter_map(told).collect();
        count += told.len();
        tx.emit_all("lead.unassigned_too_long", LEAD.records, &told).await?;
    }
}

async fn untouched(tx: &mut Tx, hours: u32) -> Result<usize> {
    let working = calendars::usual(tx).await?;
    // So many working hours take at least as long by the clock.
    let since = tx.now() - chrono::Duration::hours(hours.into());
    let (mut after, mut count) = (None, 0);
    loop {
        let found = store::untouched(tx, since, after, PART).await?;
        let Some((last, ..)) = found.last() else { return Ok(count) };
        after = Some(*last);
        let is_late = |since| working.add(since, hours * 60).is_some_and(|at| at <= tx.now());
        let late: Vec<Untouched> = found.into_iter().filter(|(_, _, since, _)| is_late(*since)).collect();
        let noted: Vec<(Uuid, NaiveDate)> = late.iter().map(|(id, .., owned_on)| (*id, *owned_on)).collect();
        let fresh: HashSet<Uuid> = store::notice(tx, "untouched", &noted).await?.into_iter().collect();
        let told = |(id, owner, ..): &Untouched| {
            fresh.contains(id).then(|| (*id, json!({ "owner_id": owner, "working_hours": hours })))
        };
        let told: Vec<(Uuid, Value)> = late.iter().filter_map(told).collect();
        count += told.len();
        tx.emit_all("lead.untouched_too_long", LEAD.records, &told).await?;
    }
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
