//! Signing in, people and their rights.

use reqwest::Method;
use serde_json::json;

use crate::kit::{PASSWORD, World};

#[tokio::test]
async fn who_signs_up_is_the_administrator_of_his_own_organisation() {
    let world = World::new().await;
    let me = world.get("boss", "/auth/me").await.expect(200);
    assert_eq!(me["user"]["login"], "boss");
    assert_eq!(me["tenant"]["code"], world.tenant.as_str());
    assert_eq!(me["permissions"]["lead:claim"], "all");
    let body = json!({"tenant": world.tenant, "login": "BOSS ", "password": PASSWORD});
    let signed_in = world.ask(Method::POST, "/auth/login", None, Some(&body), &[]).await.expect(200);
    assert_eq!(signed_in["token_type"], "Bearer");
    assert!(signed_in["refresh_token"].is_null());
    let cookie = signed_in.header("set-cookie").unwrap();
    assert!(cookie.starts_with("guanxi_refresh=ey") && cookie.contains("HttpOnly; SameSite=Strict"), "{cookie}");
    let again = json!({"tenant": world.tenant, "company": "x", "login": "b", "name": "b", "password": PASSWORD});
    world.ask(Method::POST, "/auth/sign-up", None, Some(&again), &[]).await.refused(409, "DUPLICATE");
}
