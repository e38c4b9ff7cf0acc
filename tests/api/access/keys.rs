//! API keys.

use reqwest::Method;
use serde_json::json;

use crate::kit::{Answer, World};

async fn key(world: &World, who: &str, body: serde_json::Value) -> Answer {
    world.post(who, "/api-keys", body).await.expect(201)
}

#[tokio::test]
async fn a_key_does_what_its_scopes_say_in_the_name_of_its_owner() {
    let world = World::new().await;
    let made = key(&world, "boss", json!({"name": "ERP", "scopes": ["lead:read", "lead:create"]})).await;
    let secret = made["secret"].as_str().unwrap().to_owned();
    assert!(secret.starts_with("gx_") && secret.ends_with(made["hint"].as_str().unwrap()));
    let call = async |method: Method, path: &str, body: Option<serde_json::Value>| {
        world.ask(method, path, Some(&secret), body.as_ref(), &[]).await
    };
    let lead = call(Method::POST, "/leads", Some(json!({"company_name": "云帆"}))).await.expect(201);
    assert_eq!(lead["created_by"], world.id("boss").to_string());
    let list = call(Method::GET, "/leads", None).await.expect(200);
    assert_eq!(list.header("ratelimit-limit"), Some("600"));
    call(Method::GET, "/customers", None).await.refused(403, "KEY_SCOPE");
    call(Method::POST, &format!("/leads/{}/return", lead.id()), Some(json!({}))).await.refused(403, "KEY_SCOPE");
    let me = call(Method::GET, "/auth/me", None).await.expect(200);
    assert_eq!(me["permissions"], json!({"lead:read": "all", "lead:create": "all"}));
    // The secret is never seen again.
    for path in ["/api-keys".to_owned(), format!("/api-keys/{}", made.id())] {
        let seen = world.get("boss", &path).await.expect(200);
        assert!(!seen.json.to_string().contains(&secret) && !seen.json.to_string().contains("secret"));
    }
    world.delete("boss", &format!("/api-keys/{}", made.id())).await.expect(204);
    call(Method::GET, "/leads", None).await.refused(401, "UNAUTHENTICATED");
}

#[tokio::test]
async fn a_key_is_no_wider_than_its_owner_and_ends_with_him() {
    let world = World::new().await;
    let ann = world.person("ann", &["account_manager"], None).await;
    world.post("ann", "/api-keys", json!({"name": "x", "scopes": ["lead:read"]})).await.refused(403, "FORBIDDEN");
    let body = json!({"name": "安的", "user_id": ann, "scopes": ["lead:read", "user:create", "api_key:create"]});
    let secret = key(&world, "boss", body).await["secret"].as_str().unwrap().to_owned();
    world.post("boss", "/leads", json!({"company_name": "老板的"})).await.expect(201);
    let mine = world.ask(Method::GET, "/leads", Some(&secret), None, &[]).await.expect(200);
    assert_eq!(mine.items().len(), 0);
    world.ask(Method::POST, "/users", Some(&secret), Some(&json!({})), &[]).await.refused(403, "FORBIDDEN");
    world.act("boss", &format!("/users/{ann}/disable")).await.expect(200);
    world.ask(Method::GET, "/leads", Some(&secret), None, &[]).await.refused(401, "UNAUTHENTICATED");
}

#[tokio::test]
async fn a_key_makes_no_keys_and_grants_no_roles() {
    let world = World::new().await;
    let all = json!({"name": "x", "scopes": ["api_key:create", "role:create", "role:update", "user:update", "lead:read", "webhook:create"]});
    let secret = key(&world, "boss", all).await["secret"].as_str().unwrap().to_owned();
    let post = async |path: &str, body| world.ask(Method::POST, path, Some(&secret), Some(&body), &[]).await;
    post("/api-keys", json!({"name": "y", "scopes": ["lead:delete"]})).await.refused(403, "KEY_SCOPE");
    // What a webhook is told is what its owner sees, not what his key does.
    let hook = json!({"name": "x", "url": "https://hooks.example.com/x", "events": ["*"]});
    post("/webhooks", hook).await.refused(403, "KEY_SCOPE");
    let role = |permission: &str| json!({"code": "sneaky", "name": "x", "grants": [{"permission": permission, "scope": "all"}]});
    post("/roles", role("lead:delete")).await.refused(403, "FORBIDDEN");
    post("/roles", role("lead:read")).await.expect(201);
    let change = json!({"role_ids": [world.role("finance").await]});
    let path = format!("/users/{}", world.id("boss"));
    world.ask(Method::PATCH, &path, Some(&secret), Some(&change), &[("if-match", "*")]).await.refused(403, "FORBIDDEN");
}

#[tokio::test]
async fn a_key_is_kept_to_its_addresses_its_time_and_its_rate() {
    let world = World::new().await;
    let away = json!({"name": "x", "scopes": ["lead:read"], "ip_allow": ["10.0.0.0/8"]});
    let secret = key(&world, "boss", away).await["secret"].as_str().unwrap().to_owned();
    world.ask(Method::GET, "/leads", Some(&secret), None, &[]).await.refused(401, "UNAUTHENTICATED");
    let here = json!({"name": "x", "scopes": ["lead:read"], "ip_allow": ["127.0.0.0/8"], "rate_per_minute": 2});
    let made = key(&world, "boss", here).await;
    let secret = made["secret"].as_str().unwrap().to_owned();
    let get = async || world.ask(Method::GET, "/leads", Some(&secret), None, &[]).await;
    assert_eq!(get().await.expect(200).header("ratelimit-remaining"), Some("1"));
    get().await.expect(200);
    let limited = get().await.refused(429, "RATE_LIMITED");
    assert!(limited.header("retry-after").is_some());
    let path = format!("/api-keys/{}", made.id());
    world.patch("boss", &path, json!({"rate_per_minute": 100})).await.expect(200);
    get().await.expect(200);
    world.patch("boss", &path, json!({"ip_allow": ["10.0.0.1"]})).await.expect(200);
    get().await.refused(401, "UNAUTHENTICATED");

    let wrong = json!({
        "name": "x", "scopes": ["lead:fly"], "ip_allow": ["10.0.0.0/99"], "expires_at": "2001-01-01T00:00:00Z",
    });
    let answer = world.post("boss", "/api-keys", wrong).await.refused(422, "VALIDATION");
    assert_eq!(answer["errors"].as_array().unwrap().len(), 3, "{}", answer.json);
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn the_address_behind_a_proxy_of_ours_counts_and_no_others_word() {
    let world = World::new().await;
    let body = json!({"name": "x", "scopes": ["lead:read"], "ip_allow": ["203.0.113.0/24"]});
    let secret = key(&world, "boss", body).await["secret"].as_str().unwrap().to_owned();
    let url = format!("{}/api/v1/leads", crate::server::base_url().await);
    let ask = async |client: &reqwest::Client, forwarded: &str| {
        let request = client.get(&url).bearer_auth(&secret).header("x-forwarded-for", forwarded);
        request.send().await.unwrap().status().as_u16()
    };
    let proxy = reqwest::Client::builder().local_address(std::net::IpAddr::from([127, 254, 254, 7])).build().unwrap();
    assert_eq!(ask(&world.client, "203.0.113.9").await, 401, "anybody can say that");
    assert_eq!(ask(&proxy, "203.0.113.9").await, 200);
    assert_eq!(ask(&proxy, "203.0.113.9, 198.51.100.1").await, 401, "the caller made up who stands first");
    assert_eq!(ask(&proxy, "198.51.100.1, 203.0.113.9").await, 200);
}

#[tokio::test]
async fn a_repeated_request_makes_no_second_key_and_tells_no_secret() {
    let world = World::new().await;
    let body = json!({"name": "x", "scopes": ["lead:read"]});
    let once = [("idempotency-key", "make-the-key")];
    let token = world.token("boss");
    let make = async || world.ask(Method::POST, "/api-keys", Some(&token), Some(&body), &once).await.expect(201);
    let (first, second) = (make().await, make().await);
    assert_eq!(first.id(), second.id());
    assert!(first["secret"].is_string() && second["secret"].is_null());
}
