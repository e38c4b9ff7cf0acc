//! Work calendars.

use chrono::Datelike;
use guanxi_domain::{
    Error, FieldCode, Permission, Result, access,
    calendar::{self, CalendarDetails},
};
use guanxi_persistence::{Locked, Tx, platform::calendars as store, read, write};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::records::{self, Editable, Saved};

pub use guanxi_persistence::platform::calendars::Calendar;

impl Editable for Calendar {
    type Details = CalendarDetails;
    const CREATE: Permission = access::calendar::UPDATE;
    const UPDATE: Permission = access::calendar::UPDATE;
    const DELETE: Permission = access::calendar::UPDATE;

    async fn begins_with(tx: &mut Tx) -> Result<Map<String, Value>> {
        crate::body::object(&json!({"time_zone": tx.actor().zone.name(), "weekly": calendar::usual_week()}))
    }

    async fn create(tx: &mut Tx, details: CalendarDetails) -> Result<Saved> {
        if details.is_default {
            store::no_default(tx).await?;
        }
        Ok(Saved::new(records::insert::<Self>(tx, &details, Map::new()).await?))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, details: CalendarDetails) -> Result<Saved> {
        match (is_default(record), details.is_default) {
            (true, false) => return Err(Error::field("/is_default", FieldCode::Required)),
            (false, true) => store::no_default(tx).await?,
            (true, true) | (false, false) => {}
        }
        records::save(tx, record, &details, Map::new()).await?;
        Ok(Saved::new(record.id))
    }

    /// Another has to be the default first.
    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        if is_default(record) {
            return Err(Error::invalid_state("default", "delete", &["update", "import"]));
        }
        write::delete(tx, record).await
    }
}

fn is_default(record: &Locked<Calendar>) -> bool {
    record.get("is_default") == Some(&Value::Bool(true))
}

/// Takes the special days of some years out of a file, in place of what was known of these years. No file means the
/// years that come with the product.
pub async fn import(tx: &mut Tx, id: Uuid, file: &[u8]) -> Result<Saved> {
    let record = read::lock::<Calendar>(tx, access::calendar::UPDATE, id).await?;
    let text = std::str::from_utf8(file).map_err(|_| Error::malformed("the file is not UTF-8"))?;
    let days = if text.trim().is_empty() { calendar::official_days() } else { calendar::read_days(text)? };
    let known = serde_json::from_value(record.get("exceptions").cloned().unwrap_or_default());
    let days = calendar::with_years_of(known.map_err(Error::unexpected)?, days);
    let mut details: CalendarDetails = records::details(&record)?;
    details.exceptions = days;
    validator::Validate::validate(&details).map_err(|_| Error::field("/exceptions", FieldCode::TooMany))?;
    records::save(tx, &record, &details, Map::new()).await?;
    tx.emit("calendar.imported", "calendars", id, json!({})).await?;
    Ok(Saved::new(id))
}

/// Administrators are told of calendars that say nothing of a year: from December on of the next, before of this one.
pub async fn tell_of_missing_years(tx: &mut Tx) -> Result<Value> {
    let today = tx.today();
    let year = if today.month() == 12 { today.year() + 1 } else { today.year() };
    let missing = store::without_year(tx, year).await?;
    for id in store::untold(tx, &missing, year).await? {
        tx.emit("calendar.year_missing", "calendars", id, json!({"year": year})).await?;
    }
    Ok(json!({"year": year, "calendars": missing.len()}))
}
