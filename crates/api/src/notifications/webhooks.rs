//! Programs that are told of events.

use actix_web::http::Method;
use guanxi_app::notifications::webhooks::{self, Replay, Replayed};
use guanxi_domain::{Result, access::webhook, filter::Filter, notifications::webhook::WebhookDetails};
use guanxi_persistence::{
    Record, Tx,
    notifications::webhook::{Webhook, WebhookDelivery},
    read,
};
use utoipa::openapi::{AllOfBuilder, ObjectBuilder, RefOr, Schema};

use super::TAG;
use crate::{Call, Endpoint, Json, Records, Reply, access::with, endpoint::needs, records::reply, schema};

pub fn endpoints() -> Vec<Endpoint> {
    let create = needs(webhook::CREATE, Method::POST, "/webhooks")
        .named("create_webhook", TAG, "Let a program be told of events; its secret is shown this once.")
        .answers(201, with_secret())
        .to(create);
    let rotate = needs(webhook::UPDATE, Method::POST, "/webhooks/{id}/rotate-secret")
        .named("rotate_webhook_secret", TAG, "Give a webhook another secret; it is shown this once.")
        .answers(200, with_secret())
        .to(rotate);
    let deliveries = needs(webhook::READ, Method::GET, "/webhooks/{id}/deliveries")
        .named("list_webhook_deliveries", TAG, "List what a webhook was told, and what it answered.")
        .answers(200, schema::page(schema::reference("WebhookDelivery")))
        .schema("WebhookDelivery", schema::record(WebhookDelivery::TABLE));
    let deliveries = ["filter", "sort", "cursor", "q", "count"]
        .into_iter()
        .fold(deliveries, |endpoint, name| endpoint.param(name, schema::string()))
        .param("limit", schema::integer())
        .to(deliveries_of);
    let told = needs(webhook::READ, Method::GET, "/webhooks/{id}/deliveries/{delivery}")
        .named("get_webhook_delivery", TAG, "Read what a webhook was told by one call, with the body that was sent.")
        .answers(200, with_body())
        .to(async |call: Call| {
            let (id, delivery) = (call.id()?, call.path_id("delivery")?);
            call.read(async |tx| Ok(Reply::record(webhooks::told(tx, id, delivery).await?))).await
        });
    let replay = needs(webhook::REPLAY, Method::POST, "/webhooks/{id}/replay")
        .named("replay_webhook", TAG, "Tell once more: some calls (`ids`), or all `since` a time.")
        .returns::<Replayed>(200)
        .to(async |call: Call<Json<Replay>>| {
            let id = call.id()?;
            call.write(async |tx| Reply::json(&webhooks::replay(tx, id, &call.body.0).await?)).await
        });
    Records::reading::<Webhook>(TAG)
        .and(create)
        .and(Records::updating::<Webhook>(TAG))
        .and(Records::deleting::<Webhook>(TAG))
        .and(rotate)
        .verb::<Webhook, (), _>("test", webhook::UPDATE, "Tell a webhook something, to see whether it hears.", test)
        .and(deliveries)
        .and(told)
        .and(replay)
        .endpoints()
}

fn with_body() -> RefOr<Schema> {
    let body = ObjectBuilder::new().property("body", schema::any_object()).required("body");
    RefOr::T(Schema::AllOf(AllOfBuilder::new().item(schema::reference("WebhookDelivery")).item(body).build()))
}

fn with_secret() -> RefOr<Schema> {
    let secret = ObjectBuilder::new().property("secret", schema::string()).required("secret");
    RefOr::T(Schema::AllOf(AllOfBuilder::new().item(schema::reference("Webhook")).item(secret).build()))
}

async fn test(tx: &mut Tx, id: uuid::Uuid, (): &()) -> Result<guanxi_app::records::Saved> {
    webhooks::test(tx, id).await
}

async fn create(call: Call<Json<WebhookDetails>>) -> Result<Reply> {
    let secret = std::cell::RefCell::new(None);
    let private = call.app.private_webhooks;
    let answer = call
        .write(async |tx| {
            let (saved, text) = webhooks::create(tx, &call.body.0, private).await?;
            secret.replace(Some(text));
            let id = saved.id;
            Ok(reply::<Webhook>(tx, saved).await?.created(format!("/api/v1/webhooks/{id}")))
        })
        .await?;
    shown_once(answer, secret.take())
}

async fn rotate(call: Call) -> Result<Reply> {
    let (id, secret) = (call.id()?, std::cell::RefCell::new(None));
    let answer = call
        .write(async |tx| {
            let (saved, text) = webhooks::rotate(tx, id).await?;
            secret.replace(Some(text));
            reply::<Webhook>(tx, saved).await
        })
        .await?;
    shown_once(answer, secret.take())
}

/// A repeated request has made no secret, and there is none to show.
fn shown_once(answer: Reply, secret: Option<String>) -> Result<Reply> {
    match secret {
        Some(text) => with(answer, "secret", &text),
        None => Ok(answer),
    }
}

async fn deliveries_of(call: Call) -> Result<Reply> {
    let id = call.id()?;
    let mut query = call.list_query(WebhookDelivery::TABLE)?;
    query.filter = Some(Filter::equals("webhook_id", id.to_string()).and(query.filter.take()));
    call.read(async |tx| {
        read::must_see::<Webhook>(tx, id).await?;
        Reply::page(read::page::<WebhookDelivery>(tx, &query).await?)
    })
    .await
}
