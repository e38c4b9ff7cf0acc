//! Work calendars, and counting in their time.

use actix_web::http::Method;
use chrono::{DateTime, FixedOffset};
use guanxi_app::platform::calendars::{self, Calendar};
use guanxi_domain::{Error, FieldCode, Result, access, calendar::Calendar as Rules};
use guanxi_persistence::{Tx, platform::calendars as stored};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{TAG, history::local, parsed};
use crate::{Call, Endpoint, Records, Reply, call::Raw, endpoint::needs, schema};

/// Where working time leads to.
#[derive(Debug, Serialize, ToSchema)]
pub struct WorkingTime {
    pub start: DateTime<FixedOffset>,
    pub end: DateTime<FixedOffset>,
    pub minutes: i64,
    /// Years whose holidays nobody has entered: there only the days of the week count.
    pub missing_years: Vec<i32>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    start: String,
    #[serde(default)]
    minutes: Option<String>,
    #[serde(default)]
    end: Option<String>,
}

pub fn endpoints() -> Vec<Endpoint> {
    let count = |name: &str, summary: &str| {
        needs(access::calendar::READ, Method::GET, format!("/calendars/{{id}}/{name}"))
            .named(if name == "add" { "add_working_time" } else { "working_time_between" }, TAG, summary)
            .param("start", schema::string())
            .returns::<WorkingTime>(200)
    };
    let add = count("add", "Find when so many working minutes are over.").param("minutes", schema::integer()).to(
        async |call: Call| {
            let asked: Asked = call.query()?;
            let (start, minutes) = (time("start", Some(&asked.start))?, parsed("minutes", asked.minutes.as_deref())?);
            let minutes: u32 = minutes.ok_or_else(|| Error::malformed("minutes"))?;
            call.read(async |tx| {
                let rules = rules(tx, call.id()?).await?;
                let end = rules.add(start.to_utc(), minutes);
                let end = end.ok_or_else(|| Error::field("minutes", FieldCode::OutOfRange))?;
                answer(tx, &rules, start, local(end, tx.actor().zone), minutes.into())
            })
            .await
        },
    );
    let between = count("between", "Count the working minutes between two times.").param("end", schema::string()).to(
        async |call: Call| {
            let asked: Asked = call.query()?;
            let (start, end) = (time("start", Some(&asked.start))?, time("end", asked.end.as_deref())?);
            call.read(async |tx| {
                let rules = rules(tx, call.id()?).await?;
                let minutes = rules.between(start.to_utc(), end.to_utc()).num_minutes();
                answer(tx, &rules, start, end, minutes)
            })
            .await
        },
    );
    Records::editing::<Calendar>(TAG)
        .verb::<Calendar, Raw, _>(
            "import",
            access::calendar::UPDATE,
            "Take the holidays of some years out of a file (JSON or CSV), in place of those known; without a file, the years that come with the product.",
            async |tx, id, Raw(file)| calendars::import(tx, id, file).await,
        )
        .and(add)
        .and(between)
        .endpoints()
}

async fn rules(tx: &mut Tx, id: Uuid) -> Result<Rules> {
    stored::of(tx, id).await?.ok_or_else(|| Error::not_found("calendar"))
}

fn time(name: &'static str, value: Option<&str>) -> Result<DateTime<FixedOffset>> {
    parsed(name, value)?.ok_or_else(|| Error::malformed(name))
}

fn answer(
    tx: &Tx,
    rules: &Rules,
    start: DateTime<FixedOffset>,
    end: DateTime<FixedOffset>,
    minutes: i64,
) -> Result<Reply> {
    let zone = tx.actor().zone;
    let missing_years = rules.missing_years(start.to_utc(), end.to_utc());
    let (start, end) = (local(start.to_utc(), zone), local(end.to_utc(), zone));
    Reply::json(&WorkingTime { start, end, minutes, missing_years })
}
