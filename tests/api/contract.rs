//! Rules for all operations, driven by the contract: an operation that is added is tested without a line.

use std::collections::HashSet;

use guanxi_api::{
    endpoint::{Endpoint, Guard},
    endpoints,
};
use uuid::Uuid;

use crate::server::base_url;

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
