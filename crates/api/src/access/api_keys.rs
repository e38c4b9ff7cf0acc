//! Keys that programs call with.

use actix_web::http::Method;
use guanxi_app::access::api_keys;
use guanxi_domain::{
    Result,
    access::{ApiKeyDetails, api_key},
};
use guanxi_persistence::access::ApiKey;
use utoipa::openapi::{AllOfBuilder, ObjectBuilder, RefOr, Schema};

use super::people::with;
use crate::{Call, Endpoint, Json, Records, Reply, endpoint::needs, records::reply, schema};

const TAG: &str = "access";

pub fn endpoints() -> Vec<Endpoint> {
    let secret = ObjectBuilder::new().property("secret", schema::string()).required("secret");
    let created = AllOfBuilder::new().item(schema::reference("ApiKey")).item(secret).build();
    let create = needs(api_key::CREATE, Method::POST, "/api-keys")
        .named("create_api_key", TAG, "Make an API key; its secret is shown this once.")
        .answers(201, RefOr::T(Schema::AllOf(created)))
        .to(create);
    Records::reading::<ApiKey>(TAG)
        .and(create)
        .and(Records::updating::<ApiKey>(TAG))
        .and(Records::deleting::<ApiKey>(TAG))
        .endpoints()
}

async fn create(call: Call<Json<ApiKeyDetails>>) -> Result<Reply> {
    let secret = std::cell::RefCell::new(None);
    let answer = call
        .write(async |tx| {
            let (saved, text) = api_keys::create(tx, call.body.0.clone()).await?;
            secret.replace(Some(text));
            let id = saved.id;
            Ok(reply::<ApiKey>(tx, saved).await?.created(format!("/api/v1/api-keys/{id}")))
        })
        .await?;
    // A repeated request has made no key, and there is no secret to show.
    match secret.take() {
        Some(text) => with(answer, "secret", &text),
        None => Ok(answer),
    }
}
