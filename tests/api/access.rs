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

#[tokio::test]
async fn people_are_employed_and_find_their_way() {
    let world = World::new().await;
    let team = world.department("一组", None).await;
    let ann = world.person("ann", &["account_manager"], Some(team)).await;
    let me = world.get("ann", "/auth/me").await.expect(200);
    assert_eq!(me["user"]["id"], ann.to_string());
    assert_eq!(me["permissions"]["lead:claim"], "self");
    assert!(me["permissions"]["user:create"].is_null());
    let seen = world.get("ann", &format!("/users/{ann}")).await.expect(200);
    assert_eq!((&seen["department_name"], &seen["status"]), (&json!("一组"), &json!("active")));
    assert_eq!(seen["allowed_actions"], json!([]));
    assert_eq!(world.get("ann", "/users?q=an").await.expect(200).all("name"), ["ann"]);
    world.post("ann", "/users", json!({})).await.refused(403, "FORBIDDEN");
}
