//! The clock of one tenant, which tests stop and move. Servers without a test clock know nothing of it.

use actix_web::http::Method;
use chrono::{DateTime, Datelike, Utc};
use guanxi_domain::{Error, FieldCode, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::TAG;
use crate::{Call, Endpoint, Json, Reply, call::Body, endpoint::signed_in};

#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TestClock {
    pub now: DateTime<Utc>,
}

pub fn endpoints() -> Vec<Endpoint> {
    let set = signed_in(Method::PUT, "/test/clock")
        .named("set_test_clock", TAG, "Stop the clock of the caller's organisation at a time (test servers only).")
        .returns::<TestClock>(200)
        .to(async |call: Call<Json<TestClock>>| {
            let TestClock { now } = call.body.0;
            if !(1970..2200).contains(&now.year()) {
                return Err(Error::field("/now", FieldCode::OutOfRange));
            }
            stop(&call, Some(now))?;
            Reply::json(&TestClock { now })
        });
    let reset = signed_in(Method::DELETE, "/test/clock")
        .named("reset_test_clock", TAG, "Let the clock of the caller's organisation run again (test servers only).")
        .answers_nothing()
        .to(async |call: Call| {
            stop(&call, None)?;
            Ok(Reply::nothing())
        });
    vec![set, reset]
}

fn stop<B: Body>(call: &Call<B>, now: Option<DateTime<Utc>>) -> Result<()> {
    let tenant = call.actor()?.tenant;
    if call.app.db.clock().set(tenant, now) { Ok(()) } else { Err(Error::not_found("route")) }
}
