//! Who gets in, for how long, and who does not.

use jsonwebtoken::{Algorithm, EncodingKey, Header};
use reqwest::Method;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    kit::{Answer, PASSWORD, World},
    server::SECRET,
};

#[tokio::test]
async fn who_signs_up_is_the_administrator_of_his_own_organisation() {
    let world = World::new().await;
    let me = world.get("boss", "/auth/me").await.expect(200);
    assert_eq!(me["user"]["login"], "boss");
    assert_eq!(me["tenant"]["code"], world.tenant.as_str());
    assert_eq!(me["permissions"]["lead:claim"], "all");
    let signed_in = world.sign_in("BOSS ", PASSWORD).await.expect(200);
    assert_eq!(signed_in["token_type"], "Bearer");
    assert!(signed_in["refresh_token"].is_null());
    let cookie = signed_in.header("set-cookie").unwrap();
    assert!(cookie.starts_with("guanxi_refresh=ey") && cookie.contains("HttpOnly; SameSite=Strict"), "{cookie}");
    assert!(cookie.contains("Path=/api/v1/auth"), "{cookie}");
    let again = json!({"tenant": world.tenant, "company": "x", "login": "b", "name": "b", "password": PASSWORD});
    world.ask(Method::POST, "/auth/sign-up", None, Some(&again), &[]).await.refused(409, "DUPLICATE");
}

#[tokio::test]
async fn a_sign_up_hears_of_all_its_mistakes() {
    let world = World::new().await;
    let wrong = json!({"tenant": "Not a code!", "company": "", "login": "a b", "name": "x", "password": "short"});
    let answer = world.ask(Method::POST, "/auth/sign-up", None, Some(&wrong), &[]).await.refused(422, "VALIDATION");
    assert_eq!(answer["errors"].as_array().unwrap().len(), 3, "{}", answer.json);
    let weak = json!({"tenant": "weak-one", "company": "x", "login": "ab", "name": "x", "password": "alllowercase"});
    let answer = world.ask(Method::POST, "/auth/sign-up", None, Some(&weak), &[]).await.refused(422, "VALIDATION");
    assert_eq!(answer["errors"][0]["pointer"], "/password");
}

/// An access token as the server makes them, with other claims or another algorithm.
fn token(world: &World, change: impl Fn(&mut Value)) -> String {
    let mut claims = claims(&world.token("boss"));
    change(&mut claims);
    let key = Sha256::new().chain_update(SECRET).chain_update([0]).chain_update("access token").finalize();
    jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &EncodingKey::from_secret(&key)).unwrap()
}

fn claims(token: &str) -> Value {
    jsonwebtoken::dangerous::insecure_decode::<Value>(token).unwrap().claims
}

#[tokio::test]
async fn forged_expired_and_unsigned_tokens_are_refused() {
    let world = World::new().await;
    let other = World::new().await;
    let try_token = async |token: &str| world.ask(Method::GET, "/auth/me", Some(token), None, &[]).await;
    try_token(&token(&world, |_| ())).await.expect(200);
    let now = claims(&world.token("boss"))["iat"].as_i64().unwrap();
    // Clocks may differ by a minute.
    try_token(&token(&world, |claims| claims["exp"] = json!(now - 30))).await.expect(200);
    try_token(&token(&world, |claims| claims["exp"] = json!(now - 90))).await.refused(401, "TOKEN_EXPIRED");
    for key in ["tid", "sid", "sub"] {
        let foreign = claims(&other.token("boss"))[key].clone();
        try_token(&token(&world, |claims| claims[key] = foreign.clone())).await.refused(401, "UNAUTHENTICATED");
        try_token(&token(&world, |claims| claims[key] = json!(Uuid::now_v7()))).await.refused(401, "UNAUTHENTICATED");
    }
    let good = world.token("boss");
    let [head, body, signature] = good.split('.').collect::<Vec<_>>()[..] else { panic!("no token") };
    let others = other.token("boss");
    let foreign = others.split('.').nth(1).unwrap();
    // {"typ":"JWT","alg":"none"} and {"alg":"HS384","typ":"JWT"}
    for none in ["eyJ0eXAiOiJKV1QiLCJhbGciOiJub25lIn0", "eyJhbGciOiJIUzM4NCIsInR5cCI6IkpXVCJ9"] {
        try_token(&format!("{none}.{body}.")).await.expect(401);
        try_token(&format!("{none}.{body}.{signature}")).await.expect(401);
    }
    try_token(&format!("{head}.{foreign}.{signature}")).await.expect(401);
    try_token(&format!("{head}.{body}.{}", signature.to_uppercase())).await.expect(401);
    for nonsense in ["", " ", "null", "..", "gx_", &"a".repeat(5000)] {
        try_token(nonsense).await.expect(401);
    }
}

async fn refresh(world: &World, token: &str) -> Answer {
    world.ask(Method::POST, "/auth/refresh", None, Some(&json!({"refresh_token": token})), &[]).await
}

async fn sign_in_for_tokens(world: &World, login: &str) -> (String, String) {
    let body = json!({"tenant": world.tenant, "login": login, "password": PASSWORD, "token_in_body": true});
    let answer = world.ask(Method::POST, "/auth/login", None, Some(&body), &[]).await.expect(200);
    assert!(answer.header("set-cookie").is_none());
    tokens(&answer)
}

fn tokens(answer: &Answer) -> (String, String) {
    let text = |key: &str| answer[key].as_str().unwrap().to_owned();
    (text("access_token"), text("refresh_token"))
}

#[tokio::test]
async fn a_refresh_token_is_good_once_and_a_thief_ends_the_session() {
    let world = World::new().await;
    let (_, first) = sign_in_for_tokens(&world, "boss").await;
    let (access, second) = tokens(&refresh(&world, &first).await.expect(200));
    world.ask(Method::GET, "/auth/me", Some(&access), None, &[]).await.expect(200);
    refresh(&world, &first).await.refused(401, "TOKEN_REUSED");
    refresh(&world, &second).await.refused(401, "TOKEN_REUSED");
    world.ask(Method::GET, "/auth/me", Some(&access), None, &[]).await.refused(401, "UNAUTHENTICATED");
    // Other sessions go on; and an access token renews nothing.
    world.get("boss", "/auth/me").await.expect(200);
    refresh(&world, &world.token("boss")).await.expect(401);
    refresh(&world, "nonsense").await.expect(401);
    world.ask(Method::POST, "/auth/refresh", None, None, &[]).await.refused(401, "UNAUTHENTICATED");
    let log = world.get("boss", "/audit-logs?action=auth.refresh").await.expect(200);
    assert_eq!(log.items()[0]["result"], "denied");
}

#[tokio::test]
async fn two_that_refresh_at_once_do_not_both_go_on() {
    let world = World::new().await;
    let (_, token) = sign_in_for_tokens(&world, "boss").await;
    let (one, two) = tokio::join!(refresh(&world, &token), refresh(&world, &token));
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 401]);
}

#[tokio::test]
async fn a_browser_keeps_its_session_in_a_cookie_and_signs_out() {
    let world = World::new().await;
    let signed_in = world.sign_in("boss", PASSWORD).await.expect(200);
    let access = signed_in["access_token"].as_str().unwrap().to_owned();
    let cookie = signed_in.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
    let renewed = world.ask(Method::POST, "/auth/refresh", None, None, &[("cookie", &cookie)]).await.expect(200);
    assert!(renewed["refresh_token"].is_null());
    let cookie = renewed.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
    let out = world.ask(Method::POST, "/auth/logout", None, None, &[("cookie", &cookie)]).await.expect(204);
    assert!(out.header("set-cookie").unwrap().contains("Max-Age=0"));
    world.ask(Method::GET, "/auth/me", Some(&access), None, &[]).await.expect(401);
    world.ask(Method::POST, "/auth/refresh", None, None, &[("cookie", &cookie)]).await.expect(401);
}

#[tokio::test]
async fn everyone_sees_his_own_sessions_and_ends_them() {
    let world = World::new().await;
    world.person("ann", &["account_manager"], None).await;
    let second = world.sign_in("ann", PASSWORD).await.expect(200)["access_token"].as_str().unwrap().to_owned();
    let sessions = world.get("ann", "/auth/sessions").await.expect(200);
    assert_eq!(sessions.items().len(), 2);
    let other = sessions.items().iter().find(|session| session["current"] == false).unwrap();
    let path = format!("/auth/sessions/{}", other["id"].as_str().unwrap());
    world.delete("boss", &path).await.refused(404, "NOT_FOUND");
    world.delete("ann", &path).await.expect(204);
    world.ask(Method::GET, "/auth/me", Some(&second), None, &[]).await.expect(401);
    world.delete("ann", &path).await.expect(404);
    world.get("ann", "/auth/me").await.expect(200);
}

#[tokio::test]
async fn scenario_12h_five_wrong_passwords_lock_even_the_right_one_out() {
    let world = World::new().await;
    world.person("ann", &["account_manager"], None).await;
    for _ in 0..5 {
        world.sign_in("ann", "wrong").await.refused(401, "WRONG_CREDENTIALS");
    }
    let locked = world.sign_in("ann", PASSWORD).await.refused(423, "ACCOUNT_LOCKED");
    let wait: u64 = locked.header("retry-after").unwrap().parse().unwrap();
    assert!((890..=900).contains(&wait), "{wait}");
    // A lock is of the real clock.
    world.clock("2099-01-01T00:00:00Z").await;
    world.sign_in("ann", PASSWORD).await.refused(423, "ACCOUNT_LOCKED");
    // Who is signed in goes on, and others sign in.
    world.get("ann", "/auth/me").await.expect(200);
    world.sign_in("boss", PASSWORD).await.expect(200);
    // An administrator lifts it with a new password.
    let ann = format!("/users/{}/reset-password", world.id("ann"));
    world.post("boss", &ann, json!({"password": "Another-start-9"})).await.expect(200);
    let back = world.sign_in("ann", "Another-start-9").await.expect(200);
    assert_eq!(back["must_change_password"], true);
}

#[tokio::test]
async fn nobody_learns_which_logins_there_are() {
    let world = World::new().await;
    for _ in 0..5 {
        world.sign_in("nobody", "wrong").await.refused(401, "WRONG_CREDENTIALS");
    }
    world.sign_in("nobody", "wrong").await.refused(423, "ACCOUNT_LOCKED");
    let body = json!({"tenant": "no-such-tenant", "login": "boss", "password": PASSWORD});
    world.ask(Method::POST, "/auth/login", None, Some(&body), &[]).await.refused(401, "WRONG_CREDENTIALS");
    // Four mistakes and a success begin anew.
    for _ in 0..2 {
        for _ in 0..4 {
            world.sign_in("boss", "wrong").await.expect(401);
        }
        world.sign_in("boss", PASSWORD).await.expect(200);
    }
}

#[tokio::test]
async fn many_guesses_at_once_are_counted_one_by_one() {
    let world = World::new().await;
    let guesses = (0..12).map(|_| world.sign_in("boss", "wrong"));
    let statuses: Vec<u16> = futures_util::future::join_all(guesses).await.iter().map(|answer| answer.status).collect();
    assert!(statuses.iter().filter(|status| **status == 401).count() <= 5, "{statuses:?}");
    world.sign_in("boss", PASSWORD).await.refused(423, "ACCOUNT_LOCKED");
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn an_address_that_tries_too_often_must_wait() {
    let world = World::new().await;
    let body = json!({"tenant": "no-such-tenant", "login": "boss", "password": "x"});
    for _ in 0..400 {
        let answer = world.ask(Method::POST, "/auth/login", None, Some(&body), &[]).await;
        if answer.status == 429 {
            let answer = answer.refused(429, "RATE_LIMITED");
            assert!(answer.header("retry-after").is_some());
            World::new().await;
            return;
        }
    }
    panic!("the address was never limited");
}

#[tokio::test]
async fn a_first_password_is_changed_before_anything_else() {
    let world = World::new().await;
    let role = world.role("account_manager").await;
    let new = json!({
        "login": "ann", "name": "安", "password": "First-sign-in-1", "department_id": world.root().await, "role_ids": [role],
    });
    world.post("boss", "/users", new).await.expect(201);
    let first = world.sign_in("ann", "First-sign-in-1").await.expect(200);
    assert_eq!(first["must_change_password"], true);
    let token = first["access_token"].as_str().unwrap();
    world.remember("ann", token).await;
    for path in ["/leads", "/users", "/meta/leads"] {
        world.get("ann", path).await.refused(403, "PASSWORD_CHANGE_REQUIRED");
    }
    let change = async |current: &str, new: &str| {
        world.post("ann", "/auth/password", json!({"current": current, "new": new})).await
    };
    let problem = async |answer: Answer| {
        let answer = answer.refused(422, "VALIDATION");
        (answer["errors"][0]["pointer"].clone(), answer["errors"][0]["code"].clone())
    };
    assert_eq!(problem(change("nonsense", "Second-one-22").await).await, (json!("/current"), json!("invalid")));
    assert_eq!(problem(change("First-sign-in-1", "short-1A").await).await, (json!("/new"), json!("too_short")));
    assert_eq!(
        problem(change("First-sign-in-1", "onlylowercase").await).await,
        (json!("/new"), json!("weak_password"))
    );
    assert_eq!(problem(change("First-sign-in-1", "First-sign-in-1").await).await, (json!("/new"), json!("reused")));
    let mut current = "First-sign-in-1".to_owned();
    for number in 1..=5 {
        let next = format!("Next-password-{number}");
        change(&current, &next).await.expect(204);
        current = next;
    }
    world.get("ann", "/leads").await.expect(200);
    assert_eq!(problem(change(&current, "Next-password-1").await).await, (json!("/new"), json!("reused")));
    change(&current, "First-sign-in-1").await.expect(204);
    world.sign_in("ann", &current).await.expect(401);
    world.sign_in("ann", "First-sign-in-1").await.expect(200);
}

#[tokio::test]
async fn another_password_ends_all_other_sessions() {
    let world = World::new().await;
    let (elsewhere, stolen) = sign_in_for_tokens(&world, "boss").await;
    let change = json!({"current": PASSWORD, "new": "Brand-new-2026"});
    world.post("boss", "/auth/password", change).await.expect(204);
    world.ask(Method::GET, "/auth/me", Some(&elsewhere), None, &[]).await.expect(401);
    refresh(&world, &stolen).await.expect(401);
    world.get("boss", "/auth/me").await.expect(200);
}

#[tokio::test]
async fn what_happens_at_the_door_is_in_the_audit_log() {
    let world = World::new().await;
    world.person("ann", &["account_manager"], None).await;
    world.sign_in("ann", "wrong").await.expect(401);
    world.get("ann", "/audit-logs").await.refused(403, "FORBIDDEN");
    let log = world.get("boss", "/audit-logs?limit=100").await.expect(200);
    let found = |action: &str, result: &str| {
        log.items().iter().any(|entry| entry["action"] == action && entry["result"] == result)
    };
    for (action, result) in [
        ("auth.sign_up", "done"),
        ("auth.login", "done"),
        ("auth.login", "failed"),
        ("auth.password", "done"),
        ("permission.changed", "done"),
        ("denied", "denied"),
    ] {
        assert!(found(action, result), "{action} {result}: {}", log.json);
    }
    assert!(!log.json.to_string().contains("wrong\""), "no password is ever kept");
}
