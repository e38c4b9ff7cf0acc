//! What is done with opportunities by the clock: told of, where they stand still, should have closed, or want a forecast
//! (5.9).

use chrono::{Datelike, Days, NaiveDate};
use guanxi_domain::{Result, opportunities::forecast::Period, time};
use guanxi_persistence::{
    Tx,
    opportunities::alerts::{self as store, Found},
    platform::calendars,
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::platform::schedules::{Done, PART, last};

/// So many working days before a period ends, its forecast is asked for.
const FORECAST_DAYS: u32 = 2;

/// Tells owners of deals that have stood still for too long, once in each stage.
pub async fn stalled(tx: &mut Tx, after: Option<Uuid>) -> Result<Done> {
    let found = store::stalled(tx, after, PART).await?;
    let noted: Vec<(Uuid, NaiveDate)> = found.iter().map(|(id, _, entered)| (*id, *entered)).collect();
    store::notice(tx, "stalled", &noted).await?;
    let today = tx.today();
    tell(tx, "opportunity.stalled", &found, |entered| json!({"days": time::days(entered, today)})).await?;
    Ok(Done { told: json!({ "stalled": found.len() }), last: last(&found, |(id, ..)| *id) })
}

/// Tells owners of deals that should have closed, once a week.
pub async fn overdue(tx: &mut Tx, after: Option<Uuid>) -> Result<Done> {
    let today = tx.today();
    let back = Days::new(today.weekday().num_days_from_monday().into());
    let monday = today.checked_sub_days(back).unwrap_or(today);
    let found = store::overdue(tx, monday, after, PART).await?;
    let noted: Vec<(Uuid, NaiveDate)> = found.iter().map(|(id, ..)| (*id, monday)).collect();
    store::notice(tx, "close_overdue", &noted).await?;
    tell(tx, "opportunity.close_overdue", &found, |expected| json!({"expected_close_on": expected})).await?;
    Ok(Done { told: json!({ "overdue": found.len() }), last: last(&found, |(id, ..)| *id) })
}

async fn tell(tx: &mut Tx, event: &str, found: &[Found], more: impl Fn(NaiveDate) -> Value) -> Result<()> {
    let told = found.iter().map(|(id, owner, about)| {
        let mut payload = more(*about);
        if let Some(payload) = payload.as_object_mut() {
            payload.insert("owner_id".to_owned(), json!(owner));
        }
        (*id, payload)
    });
    let told: Vec<(Uuid, Value)> = told.collect();
    tx.emit_all(event, "opportunities", &told).await
}

/// Asks for the forecast of this month two working days before it ends.
pub async fn ask_for_forecasts(tx: &mut Tx) -> Result<Value> {
    let Some(period) = Period::month(tx.today()) else { return Ok(json!({ "asked": 0 })) };
    let working = calendars::usual(tx).await?;
    let asked_on = time::plus_working_days(tx.today(), FORECAST_DAYS, |day| working.is_working_day(day));
    if asked_on < period.last_day() || !working.is_working_day(tx.today()) {
        return Ok(json!({ "asked": 0 }));
    }
    let owners = store::without_forecast(tx, &period).await?;
    let told: Vec<(Uuid, Value)> = owners
        .iter()
        .map(|owner| (owner.0, json!({"owner_id": owner, "period": period.name, "until": period.last_day()})))
        .collect();
    tx.emit_all("forecast.due", "users", &told).await?;
    Ok(json!({ "asked": told.len() }))
}
