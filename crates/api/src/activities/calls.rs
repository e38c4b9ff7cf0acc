//! Calls and mails as they are told of, and what calls were like.

use actix_web::http::Method;
use chrono::NaiveDate;
use guanxi_app::activities::{
    analysis::{self, CallAnalysis},
    calls::{self, Match},
};
use guanxi_domain::{
    Error, Permission, Result,
    access::{call, email},
    activities::call::{CallDetails, EmailDetails},
};
use guanxi_persistence::{
    Record, Tx,
    activities::call::{Call as CallRecord, Email},
};
use serde::Deserialize;
use serde_json::Value;

use super::TAG;
use crate::{Call, Endpoint, Json, Records, Reply, call::Body, endpoint::needs, records::reply, schema};

pub fn endpoints() -> Vec<Endpoint> {
    let calls = Records::reading::<CallRecord>(TAG)
        .verb::<CallRecord, Json<Match>, _>(
            "match",
            call::CREATE,
            "Say with whom a call was.",
            async |tx, id, Json(with)| calls::match_call(tx, id, with).await,
        )
        .and(telling::<CallRecord, CallDetails>(call::CREATE, async |tx, told| calls::tell_call(tx, told).await))
        .and(Records::deleting::<CallRecord>(TAG));
    let emails = Records::reading::<Email>(TAG)
        .and(telling::<Email, EmailDetails>(email::CREATE, async |tx, told| calls::tell_email(tx, told).await))
        .and(Records::deleting::<Email>(TAG));
    let analysis = needs(call::READ, Method::GET, "/reports/call-analysis")
        .named("read_call_analysis", TAG, "Tell what calls were like: by person and by hour of the day.")
        .param("from", schema::string())
        .param("to", schema::string())
        .returns::<CallAnalysis>(200)
        .to(async |call: Call| {
            let Dates { from, to } = call.query()?;
            call.read(async |tx| Reply::json(&analysis::of_calls(tx, from, to).await?)).await
        });
    [calls.endpoints(), emails.endpoints(), vec![analysis]].into_iter().flatten().collect()
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Dates {
    #[serde(default)]
    from: Option<NaiveDate>,
    #[serde(default)]
    to: Option<NaiveDate>,
}

/// Takes what is told of, once: 201 when it is news, else 200 with what is known.
fn telling<R: Record, D>(
    permission: Permission,
    tell: impl AsyncFn(&mut Tx, Value) -> Result<(guanxi_app::records::Saved, bool)> + Clone + 'static,
) -> Endpoint
where
    Json<D>: Body,
{
    let table = R::TABLE;
    let summary = format!("Tell of a {}; told again, it is known.", table.noun);
    let mut endpoint = needs(permission, Method::POST, format!("/{}", table.path()))
        .named(format!("create_{}", table.noun), TAG, summary)
        .answers(201, schema::reference(&schema::type_name(table.noun)));
    endpoint.body = <Json<D> as Body>::describe(&mut endpoint.schemas);
    endpoint.to(move |call: Call<Value>| {
        let tell = tell.clone();
        async move {
            call.write(async |tx| {
                if !call.body.is_object() {
                    return Err(Error::malformed("body"));
                }
                let (saved, is_new) = tell(tx, call.body.clone()).await?;
                let id = saved.id;
                let known = reply::<R>(tx, saved).await?;
                Ok(if is_new { known.created(format!("/api/v1/{}/{id}", R::TABLE.path())) } else { known })
            })
            .await
        }
    })
}
