//! What is done with leads by the clock: spoken of, rated anew (2.6, 2.9). Each looks at dates, so that
//! one run makes up for those that were missed and a second changes nothing.

use guanxi_domain::{
    Result,
    filter::{Filter, Leaf, Op},
    page::ListQuery,
    settings,
};
use guanxi_persistence::{
    Tx,
    leads::{Lead, lead as store},
    ownership::LEAD,
    platform::calendars,
    read,
};
use serde_json::{Value, json};

use super::score::Scorer;

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
    let working = calendars::usual(tx).await?;
    for (id, owner, since, owned_on) in store::untouched(tx).await? {
        if working.add(since, hours * 60).is_none_or(|at| tx.now() < at) {
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
