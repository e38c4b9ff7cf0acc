//! Work reports.

use actix_web::http::Method;
use chrono::NaiveDate;
use guanxi_app::activities::reports;
use guanxi_domain::{
    Error, Result,
    access::work_report,
    activities::report::{ReportKind, Review},
};
use guanxi_persistence::activities::report::{Missing, Stats, WorkReport};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::TAG;
use crate::{Call, Endpoint, Json, Records, Reply, endpoint::needs, schema};

/// Those whose report is not there.
#[derive(Debug, Serialize, ToSchema)]
struct MissingReports {
    items: Vec<Missing>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Period {
    #[serde(default)]
    kind: Option<String>,
    #[serde(default)]
    date: Option<NaiveDate>,
}

/// Which reports a request is about: the daily ones if it does not say.
fn period(call: &Call) -> Result<(ReportKind, Option<NaiveDate>)> {
    let Period { kind, date } = call.query()?;
    let kind = match kind.as_deref() {
        None | Some("daily") => ReportKind::Daily,
        Some("weekly") => ReportKind::Weekly,
        Some("monthly") => ReportKind::Monthly,
        Some(_) => return Err(Error::malformed("kind")),
    };
    Ok((kind, date))
}

pub fn endpoints() -> Vec<Endpoint> {
    let records = Records::editing::<WorkReport>(TAG)
        .verb::<WorkReport, (), _>(
            "submit",
            work_report::UPDATE,
            "Hand a report in, with the figures of its time.",
            async |tx, id, ()| reports::submit(tx, id).await,
        )
        .verb::<WorkReport, Json<Review>, _>(
            "review",
            work_report::REVIEW,
            "Say what one thinks of a report.",
            async |tx, id, Json(said)| reports::review(tx, id, said).await,
        );
    let figures = needs(work_report::CREATE, Method::GET, "/work-reports/figures")
        .named("read_work_report_figures", TAG, "Read the figures of one's own day, week or month as they are now.")
        .param("kind", schema::string())
        .param("date", schema::string())
        .returns::<Stats>(200)
        .to(async |call: Call| {
            let (kind, date) = period(&call)?;
            call.read(async |tx| {
                let (me, date) = (tx.actor().person()?, date.unwrap_or(tx.today()));
                Reply::json(&reports::figures(tx, me, kind, date).await?)
            })
            .await
        });
    let missing = needs(work_report::READ, Method::GET, "/work-reports/missing")
        .named(
            "list_missing_work_reports",
            TAG,
            "List those whose report is not there; of the latest period that is due.",
        )
        .param("kind", schema::string())
        .param("date", schema::string())
        .returns::<MissingReports>(200)
        .to(async |call: Call| {
            let (kind, date) = period(&call)?;
            call.read(async |tx| Reply::json(&MissingReports { items: reports::missing(tx, kind, date).await? })).await
        });
    records.and(figures).and(missing).endpoints()
}
