//! When customers and leads are to be spoken to next: it follows what was said and agreed (4.4).

use chrono::{DateTime, Utc};
use guanxi_domain::{
    Result,
    activities::rhythm::{Rhythms, evening},
    ownership::HeldObject,
    time,
};
use guanxi_persistence::{
    Tx,
    activities::{
        dates::{self as store, Dates, Waiting},
        playbook,
    },
    platform::calendars,
    settings,
};
use uuid::Uuid;

/// Something was said at `at`, or was not after all: unless that was before the last time, it decides when the lead or
/// customer is due again.
pub async fn follow(tx: &mut Tx, lead: Option<Uuid>, customer: Option<Uuid>, at: DateTime<Utc>) -> Result<()> {
    let (object, id) = match (lead, customer) {
        (_, Some(customer)) => (HeldObject::Customer, customer),
        (Some(lead), None) => (HeldObject::Lead, lead),
        (None, None) => return Ok(()),
    };
    let Some(waiting) = store::lock(tx, object, id).await? else { return Ok(()) };
    if waiting.last_activity_at.is_some_and(|last| last > at) {
        return Ok(());
    }
    let latest = store::latest(tx, object, id).await?;
    let zone = tx.actor().zone;
    let next = match (latest.agreed_next, latest.last_at) {
        // Nobody has a date to keep with what lies in a pool or is done with.
        _ if waiting.owner_id.is_none() => None,
        (Some(agreed), _) => Some(agreed),
        (None, Some(last)) => usual(tx, object, &waiting, last).await?,
        (None, None) => {
            let working = calendars::usual(tx).await?;
            let next = |day| time::plus_working_days(day, 1, |day| working.is_working_day(day));
            waiting.owned_on.map(|day| evening(next(day), zone))
        }
    };
    let explicit = next.is_some() && latest.agreed_next.is_some();
    let on = latest.last_at.map(|last| time::business_date(last, zone));
    store::write(tx, object, id, &Dates { latest, on, next, explicit }).await
}

/// Something was said about an opportunity, or was not after all: it decides when the deal is due again.
pub async fn follow_opportunity(tx: &mut Tx, id: Uuid) -> Result<()> {
    store::follow_opportunity(tx, id).await
}

/// The level or what else decides over the rhythm changed: a date that nobody agreed on follows it, and so does the
/// playbook.
pub async fn reschedule(tx: &mut Tx, object: HeldObject, id: Uuid) -> Result<()> {
    playbook::ask(tx, object, &[id]).await?;
    let Some(waiting) = store::lock(tx, object, id).await? else { return Ok(()) };
    let (Some(last), false, Some(_)) = (waiting.last_activity_at, waiting.next_contact_explicit, waiting.owner_id)
    else {
        return Ok(());
    };
    let next = usual(tx, object, &waiting, last).await?;
    store::due(tx, object, id, next).await
}

async fn usual(
    tx: &mut Tx,
    object: HeldObject,
    waiting: &Waiting,
    last: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let rhythms = Rhythms::of(object, &settings::load(tx).await?);
    let working = calendars::usual(tx).await?;
    Ok(rhythms.next(last, &waiting.party(), tx.actor().zone, |day| working.is_working_day(day)))
}
