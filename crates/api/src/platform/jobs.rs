//! The jobs by the clock: what ran, and running one now.

use actix_web::http::Method;
use guanxi_app::platform::schedules::{self, When};
use guanxi_domain::{Error, access};
use guanxi_persistence::runs::{self, Run};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::TAG;
use crate::{Call, Endpoint, Json, Reply, endpoint::needs, schema};

#[derive(Debug, Serialize, ToSchema)]
pub struct ScheduleList {
    pub items: Vec<ScheduleMeta>,
}

/// Something that is done for the organisation by its clock.
#[derive(Debug, Serialize, ToSchema)]
pub struct ScheduleMeta {
    pub name: String,
    /// On the organisation's clock: `01:00`; `:05` where it is every hour.
    pub at: String,
    /// The day of the month, where it is not every day.
    #[schema(required = true)]
    pub day: Option<u32>,
}

#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RunJob {
    /// Only tell what would be done.
    #[serde(default)]
    pub dry_run: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct RunPage {
    pub items: Vec<Run>,
    #[schema(required = true)]
    pub next_cursor: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RunQuery {
    #[serde(default)]
    job: Option<String>,
    #[serde(default)]
    limit: Option<String>,
    #[serde(default)]
    cursor: Option<String>,
}

pub fn endpoints() -> Vec<Endpoint> {
    let list = needs(access::job::READ, Method::GET, "/admin/jobs")
        .named("list_jobs", TAG, "List the jobs that run by the clock.")
        .returns::<ScheduleList>(200)
        .to(async |_: Call| {
            let items = schedules::all().map(|schedule| {
                let (at, day) = match schedule.when {
                    When::Hourly { minute } => (format!(":{minute:02}"), None),
                    When::Daily { hour, minute } => (format!("{hour:02}:{minute:02}"), None),
                    When::Monthly { day, hour, minute } => (format!("{hour:02}:{minute:02}"), Some(day)),
                };
                ScheduleMeta { name: schedule.name.to_owned(), at, day }
            });
            Reply::json(&ScheduleList { items: items.collect() })
        });
    let run = needs(access::job::RUN, Method::POST, "/admin/jobs/{name}/run")
        .named("run_job", TAG, "Run a job now, in the background; a dry run only tells what would be done.")
        .returns::<Run>(202)
        .to(async |call: Call<Json<RunJob>>| {
            call.write(async |tx| {
                let id = schedules::ask(tx, call.path("name"), call.body.0.dry_run).await?;
                let run = runs::run(tx, id).await?.ok_or_else(|| Error::not_found("job"))?;
                Ok(Reply::json(&run)?.accepted().header("location", format!("/api/v1/jobs/runs/{id}")))
            })
            .await
        });
    let runs = needs(access::job::READ, Method::GET, "/jobs/runs")
        .named("list_job_runs", TAG, "List what ran, the latest first.")
        .param("job", schema::string())
        .param("limit", schema::integer())
        .param("cursor", schema::string())
        .returns::<RunPage>(200)
        .to(async |call: Call| {
            let query: RunQuery = call.query()?;
            let limit = super::limit(query.limit.as_deref())?;
            let before: Option<Uuid> = super::parsed("cursor", query.cursor.as_deref())?;
            call.read(async |tx| {
                let mut items = runs::runs(tx, query.job.as_deref(), before, limit + 1).await?;
                let more = super::cut(&mut items, limit);
                let next_cursor = items.last().filter(|_| more).map(|run| run.id.to_string());
                Reply::json(&RunPage { items, next_cursor })
            })
            .await
        });
    let get = needs(access::job::READ, Method::GET, "/jobs/runs/{id}")
        .named("get_job_run", TAG, "Read how one run went.")
        .returns::<Run>(200)
        .to(async |call: Call| {
            let id = call.id()?;
            call.read(async |tx| {
                let run = runs::run(tx, id).await?;
                Reply::json(&run.ok_or_else(|| Error::not_found("job"))?)
            })
            .await
        });
    vec![list, run, runs, get]
}
