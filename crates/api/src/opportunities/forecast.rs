//! Forecasts over HTTP.

use actix_web::http::Method;
use guanxi_app::opportunities::forecast::{self, ForecastAnswer, Of, Override, Submission};
use guanxi_domain::{DepartmentId, UserId, opportunities::forecast as permissions};
use guanxi_persistence::opportunities::forecast::Forecast;
use serde::Deserialize;

use super::TAG;
use crate::{Call, Endpoint, Json, Records, Reply, endpoint::needs, records, schema};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    #[serde(default)]
    period: Option<String>,
    #[serde(default)]
    owner_id: Option<UserId>,
    #[serde(default)]
    department_id: Option<DepartmentId>,
}

pub fn endpoints() -> Vec<Endpoint> {
    let now = needs(permissions::READ, Method::GET, "/forecast")
        .named("get_forecast_of_period", TAG, "Tell what is expected to come in within a month or a quarter.")
        .param("period", schema::string())
        .param("owner_id", schema::uuid())
        .param("department_id", schema::uuid())
        .returns::<ForecastAnswer>(200)
        .to(async |call: Call| {
            let asked: Asked = call.query()?;
            call.read(async |tx| {
                let period = forecast::period(tx, asked.period.as_deref()).await?;
                let whose = Of { owner: asked.owner_id, department: asked.department_id };
                Reply::json(&forecast::of(tx, &period, whose).await?)
            })
            .await
        });
    let submit = needs(permissions::SUBMIT, Method::POST, "/forecasts/submit")
        .named("submit_forecast", TAG, "Submit one's own forecast of a period.")
        .answers(200, schema::reference("Forecast"))
        .to(async |call: Call<Json<Submission>>| {
            call.write(async |tx| {
                let saved = forecast::submit(tx, &call.body.0).await?;
                records::reply::<Forecast>(tx, saved).await
            })
            .await
        });
    Records::reading::<Forecast>(TAG)
        .verb::<Forecast, Json<Override>, _>(
            "override",
            permissions::OVERRIDE,
            "Say what will come in, in the place of somebody's forecast.",
            async |tx, id, Json(asked)| forecast::override_one(tx, id, asked).await,
        )
        .and(now)
        .and(submit)
        .endpoints()
}
