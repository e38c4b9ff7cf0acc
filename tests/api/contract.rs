//! Rules for all operations, driven by the contract: an operation that is added is tested without a line.

use std::collections::HashSet;

use guanxi_api::{
    endpoint::{Endpoint, Guard},
    endpoints,
};
use serde_json::json;
use uuid::Uuid;

use crate::{
    kit::{Answer, World},
    server::base_url,
};

/// The operations that change something by nature of their method.
fn changes(endpoint: &Endpoint) -> bool {
    endpoint.method.as_str() != "GET"
}

/// The address with every parameter filled in.
pub fn address(endpoint: &Endpoint, id: Uuid) -> String {
    let parts = endpoint.path.split('/').map(|part| match part.strip_prefix('{').and_then(|p| p.strip_suffix('}')) {
        Some(name) if name == "id" || name.ends_with("_id") => id.to_string(),
        Some(_) => "leads".to_owned(),
        None => part.to_owned(),
    });
    format!("/api/v1{}", parts.collect::<Vec<_>>().join("/"))
}

#[test]
fn every_operation_is_named_described_and_guarded() {
    let mut ids = HashSet::new();
    for endpoint in endpoints() {
        let place = format!("{} {}", endpoint.method, endpoint.path);
        assert!(ids.insert(endpoint.id.clone()), "{place}: the name {} is taken", endpoint.id);
        assert!(endpoint.id.contains('_') && !endpoint.id.contains('-'), "{place}: {} is no verb_noun", endpoint.id);
        assert!(!endpoint.tag.is_empty(), "{place}: no area");
        assert!(endpoint.summary.ends_with('.'), "{place}: the summary is no sentence: {:?}", endpoint.summary);
        assert!(changes(&endpoint) || endpoint.body.is_none(), "{place}: a GET with a body");
    }
}

#[test]
fn p33_what_is_only_read_changes_nothing() {
    const CHANGING: &[&str] =
        &["create", "update", "delete", "set", "claim", "assign", "move", "restore", "purge", "send", "switch"];
    for endpoint in endpoints().into_iter().filter(|endpoint| !changes(endpoint)) {
        let verb = endpoint.id.split('_').next().unwrap_or_default();
        assert!(!CHANGING.contains(&verb) && endpoint.body.is_none(), "GET {} changes something", endpoint.path);
    }
}

#[test]
fn the_contract_refers_to_nothing_that_is_missing() {
    let text = serde_json::to_string(&guanxi_api::openapi::document()).unwrap();
    let document: serde_json::Value = serde_json::from_str(&text).unwrap();
    for piece in text.split("\"#/components/schemas/").skip(1) {
        let name = piece.split('"').next().unwrap();
        assert!(document["components"]["schemas"][name].is_object(), "{name} is not described");
    }
}

#[tokio::test]
async fn nobody_gets_in_without_a_token() {
    let client = reqwest::Client::new();
    for endpoint in endpoints().iter().filter(|endpoint| endpoint.guard != Guard::Public) {
        let url = format!("{}{}", base_url().await, address(endpoint, Uuid::now_v7()));
        for token in [None, Some("forged"), Some("gx_forged"), Some("a.b.c")] {
            // The body is hostile on purpose: who is not let in is not read.
            let mut request = client.request(endpoint.method.as_str().parse().unwrap(), &url).body("{]");
            if let Some(token) = token {
                request = request.bearer_auth(token);
            }
            let answer = request.send().await.unwrap();
            assert_eq!(answer.status(), 401, "{} {} with {token:?}", endpoint.method, endpoint.path);
            assert_eq!(answer.headers()["content-type"], "application/problem+json");
        }
    }
}

/// Asks for an operation with an empty body, as somebody.
async fn ask(world: &World, who: &str, endpoint: &Endpoint, id: Uuid) -> Answer {
    let address = address(endpoint, id);
    let path = address.strip_prefix("/api/v1").unwrap();
    let body = changes(endpoint).then(|| json!({}));
    let token = world.token(who);
    let method = endpoint.method.as_str().parse().unwrap();
    world.ask(method, path, Some(&token), body.as_ref(), &[("if-match", "*")]).await
}

#[tokio::test]
async fn whoever_lacks_the_permission_is_refused() {
    let world = World::new().await;
    let role = json!({"code": "guest", "name": "访客", "grants": [], "fields": []});
    world.post("boss", "/roles", role).await.expect(201);
    world.person("guest", &["guest"], None).await;
    for endpoint in endpoints().iter().filter(|endpoint| matches!(endpoint.guard, Guard::Needs(_))) {
        let answer = ask(&world, "guest", endpoint, Uuid::now_v7()).await;
        assert_eq!(answer.status, 403, "{} {}: {}", endpoint.method, endpoint.path, answer.json);
    }
}

#[tokio::test]
async fn p31_a_strangers_record_does_not_exist() {
    let (world, stranger) = (World::new().await, World::new().await);
    let lead = json!({"company_name": "上海云帆服饰有限公司", "mobile": "13912345678"});
    stranger.post("boss", "/leads", lead).await.expect(201);
    let customer = stranger.post("boss", "/customers", json!({"name": "北京明华电子有限公司"})).await.expect(201);
    let contact = json!({"customer_id": customer.id(), "name": "欧阳娜"});
    stranger.post("boss", "/contacts", contact).await.expect(201);
    let mut tried = 0;
    for endpoint in endpoints().iter().filter(|endpoint| endpoint.path.contains("{id}")) {
        let collection = endpoint.path.split("/{id}").next().unwrap();
        let Some(foreign) = first_of(&stranger, collection).await else { continue };
        let (theirs, nobodys) =
            (ask(&world, "boss", endpoint, foreign).await, ask(&world, "boss", endpoint, Uuid::now_v7()).await);
        let place = format!("{} {}", endpoint.method, endpoint.path);
        assert!(theirs.status >= 400, "{place}: {}", theirs.json);
        assert_eq!(
            (theirs.status, &theirs.json["code"]),
            (nobodys.status, &nobodys.json["code"]),
            "{place} tells a stranger's record from none"
        );
        tried += 1;
    }
    assert!(tried > 20, "only {tried} operations were tried");
}

/// The first record of a collection, if it is one.
async fn first_of(world: &World, collection: &str) -> Option<Uuid> {
    let listed = endpoints().iter().any(|endpoint| endpoint.path == collection && endpoint.method.as_str() == "GET");
    if !listed {
        return None;
    }
    let page = world.get("boss", collection).await;
    page.json["items"].as_array()?.first()?["id"].as_str()?.parse().ok()
}

#[tokio::test]
async fn every_list_keeps_its_limits() {
    let world = World::new().await;
    for endpoint in
        endpoints().iter().filter(|endpoint| endpoint.id.starts_with("list_") && !endpoint.path.contains('{'))
    {
        let paged = endpoint.parameters.iter().any(|parameter| parameter.name == "cursor");
        if !paged {
            continue;
        }
        let path = &endpoint.path;
        let page = world.get("boss", &format!("{path}?limit=1")).await.expect(200);
        assert!(page.items().len() <= 1 && page.json.get("next_cursor").is_some(), "{path}");
        for wrong in ["limit=0", "limit=1000", "cursor=x", "no_such_field=1", "sort=no_such_field", "filter=x"] {
            assert_eq!(world.get("boss", &format!("{path}?{wrong}")).await.status, 400, "{path}?{wrong}");
        }
    }
}
