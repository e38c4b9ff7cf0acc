//! What the clock does with contacts and plans. Each looks at dates, so that one run makes up for those that were
//! missed, and a second changes nothing.

use std::collections::BTreeMap;

use guanxi_domain::{
    Error, Result, UserId,
    filter::Filter,
    settings::CONTACT_SEVERE_ALERT,
    time::{self, DateRange},
};
use guanxi_persistence::{
    Record, Tx,
    activities::{
        about as people,
        plan::{self as plans, Plan},
        todo,
    },
    customers::customer::Customer,
    leads::Lead,
    notifications::people as notified,
    read, settings,
};
use serde_json::{Value, json};

/// So many plans are named in one digest.
const NAMED: usize = 50;

/// Lets plans whose day went by count as missed; tells their owners, and their superiors in one digest each.
pub async fn miss_plans(tx: &mut Tx) -> Result<Value> {
    let today = tx.today();
    let missed = plans::miss(tx, today).await?;
    let mut owners: Vec<UserId> = missed.iter().map(|plan| plan.owner_id).collect();
    owners.sort_unstable();
    owners.dedup();
    let superiors: BTreeMap<UserId, UserId> = people::superiors(tx, &owners).await?.into_iter().collect();
    let mut digests: BTreeMap<UserId, Vec<Value>> = BTreeMap::new();
    let mut told_of = Vec::with_capacity(missed.len());
    for plan in &missed {
        let told = serde_json::to_value(plan).map_err(Error::unexpected)?;
        told_of.push((plan.id, told.clone()));
        if let Some(superior) = superiors.get(&plan.owner_id) {
            digests.entry(*superior).or_default().push(told);
        }
    }
    tx.emit_all("plan.missed", Plan::TABLE.name, &told_of).await?;
    for (superior, mut plans) in digests {
        let count = plans.len();
        plans.truncate(NAMED);
        let told = json!({"recipient_id": superior, "count": count, "plans": plans});
        tx.emit("plan.missed_digest", "users", superior, told).await?;
    }
    Ok(json!({"missed": missed.len(), "plans": missed.iter().map(|plan| plan.id).collect::<Vec<_>>()}))
}

/// The morning's digest: whom everybody is to speak to today, and who waits already. Superiors are told where too many
/// of one person have waited too long.
pub async fn contacts_due(tx: &mut Tx) -> Result<Value> {
    let today = tx.today();
    let (from, until) = DateRange { from: today, until: time::plus(today, 1) }.times(tx.actor().zone);
    let most = i64::from(settings::load(tx).await?.get(CONTACT_SEVERE_ALERT));
    let waiting = todo::waiting(tx, from, until).await?;
    let owners: Vec<UserId> = waiting.iter().map(|one| one.owner_id).collect();
    let superiors: BTreeMap<UserId, UserId> = people::superiors(tx, &owners).await?.into_iter().collect();
    let names: BTreeMap<UserId, String> = notified::names(tx, &owners).await?.into_iter().collect();
    for one in &waiting {
        let severe = if one.overdue > most { severe(tx, one.owner_id).await? } else { 0 };
        let superior = superiors.get(&one.owner_id).filter(|_| severe > most);
        let told = json!({
            "owner_id": one.owner_id, "today": one.today, "overdue": one.overdue, "severe": severe,
            "superior_id": superior,
        });
        tx.emit("contact.overdue", "users", one.owner_id, told).await?;
        if let Some(superior) = superior {
            let name = names.get(&one.owner_id);
            let told = json!({
                "recipient_id": superior, "owner_id": one.owner_id, "owner_name": name, "severe": severe,
            });
            tx.emit("contact.severe", "users", one.owner_id, told).await?;
        }
    }
    todo::forget(tx, time::start_of_day(time::minus(today, 180), tx.actor().zone)).await?;
    Ok(json!({"told": waiting.len()}))
}

/// How many contacts of somebody are long overdue.
async fn severe(tx: &mut Tx, owner: UserId) -> Result<i64> {
    let filter =
        Filter::And(vec![Filter::equals("owner_id", owner.to_string()), Filter::equals("contact_color", "severe")]);
    let customers = read::count::<Customer>(tx, Some(filter.clone())).await?;
    Ok(customers + read::count::<Lead>(tx, Some(filter)).await?)
}
