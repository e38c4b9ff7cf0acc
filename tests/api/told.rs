//! What people are told and what not: as far as they may see it, when they may be disturbed, once.

use guanxi_persistence::Clock;
use reqwest::Method;
use serde_json::{Value, json};

use crate::{
    activities::plans::events,
    kit::{PASSWORD, World, until},
    notifications::{everything, told},
    platform::events::Watcher,
    server,
    sink::Receiver,
    telling::{customer, robot, tell_all},
};

/// Employs somebody with a role of these grants, whom these fields are hidden from.
async fn with_role(world: &World, name: &str, grants: &[(&str, &str)], hidden: &[(&str, &str)]) {
    let grants: Vec<Value> =
        grants.iter().map(|(permission, scope)| json!({"permission": permission, "scope": scope})).collect();
    let fields: Vec<Value> =
        hidden.iter().map(|(object, field)| json!({"object": object, "field": field, "access": "hidden"})).collect();
    let role = json!({"code": format!("{name}_role"), "name": name, "grants": grants, "fields": fields});
    let role = world.post("boss", "/roles", role).await.expect(201).id();
    let first = "First-sign-in-1";
    let user = json!({
        "login": name, "name": name, "password": first, "department_id": world.root().await, "role_ids": [role],
    });
    world.post("boss", "/users", user).await.expect(201);
    let token = world.sign_in(name, first).await.expect(200)["access_token"].as_str().unwrap().to_owned();
    let change = json!({"current": first, "new": PASSWORD});
    world.ask(Method::POST, "/auth/password", Some(&token), Some(&change), &[]).await.expect(204);
    world.remember(name, &token).await;
}

#[tokio::test]
async fn what_fails_is_not_tried_again_in_somebodys_quiet_hours() {
    let world = World::new().await;
    world.clock("2026-03-16T09:30:00+08:00").await;
    let ann = world.person("ann", &["sales_director"], None).await;
    // She works in Tokyo: half past ten there is half past nine here.
    world.patch("boss", &format!("/users/{ann}"), json!({"timezone": "Asia/Tokyo"})).await.expect(200);
    let wish = json!({"quiet_hours": {"from": "10:31", "to": "13:00"}, "events": []});
    world.put("ann", "/me/notification-preferences", wish).await.expect(200);
    let receiver = Receiver::answering(&[500]);
    robot(&world, "dingtalk", &receiver.url).await;
    tell_all(&world, "customer.created", &["dingtalk"]).await;
    customer(&world, "云帆科技").await;
    until("a try that fails", async || {
        let list = world.get("boss", "/notification-deliveries?channel=dingtalk").await.expect(200);
        let one = list.items().first().filter(|one| one["error"] != Value::Null)?.clone();
        assert_eq!(one["next_try_at"], "2026-03-16T12:00:00+08:00");
        Some(())
    })
    .await;
}

#[tokio::test]
async fn what_a_role_hides_no_message_tells() {
    let world = World::new().await;
    let grants = [
        ("work_report:read", "self"),
        ("work_report:create", "self"),
        ("work_report:update", "self"),
        ("notification:read", "self"),
    ];
    with_role(&world, "ann", &grants, &[("work_report", "score")]).await;
    let body = json!({"kind": "daily", "period_start": "2026-03-02", "reviewer_ids": [world.id("boss")]});
    let report = world.post("ann", "/work-reports", body).await.expect(201).id();
    world.act("ann", &format!("/work-reports/{report}/submit")).await.expect(200);
    world.post("boss", &format!("/work-reports/{report}/review"), json!({"score": 2})).await.expect(200);
    let told = told(&world, "ann", "work_report.reviewed").await;
    assert_eq!(told["body"], "boss 点评了您的工作报告，评分 ***。");
}

#[tokio::test]
async fn of_what_somebody_did_for_himself_no_rule_tells_others() {
    let world = World::new().await;
    world.person("ann", &["sales_director"], None).await;
    let people = json!([{"kind": "users", "ids": [world.id("ann"), world.id("boss")]}, {"kind": "named"}]);
    let rule = json!({"event": "export.finished", "recipients": people});
    world.post("boss", "/notification-rules", rule).await.expect(201);
    customer(&world, "云帆科技").await;
    let export = json!({"resource": "customers", "format": "csv"});
    world.post("boss", "/exports", export).await.expect(202);
    told(&world, "boss", "export.finished").await;
    assert!(!everything(&world, "ann").await.all("event").contains(&"export.finished"));
}

#[tokio::test]
async fn who_comes_into_a_team_is_told_once_and_who_stays_is_not() {
    let world = World::new().await;
    for name in ["ann", "bob"] {
        world.person(name, &["sales_director"], None).await;
    }
    let path = format!("/customers/{}/team", customer(&world, "云帆科技").await);
    let member = |name: &str, access: &str| json!({"user_id": world.id(name), "access": access});
    for members in [
        json!([member("ann", "read")]),
        json!([member("ann", "read")]),
        json!([member("ann", "read_write"), member("bob", "read")]),
        json!([member("bob", "read")]),
    ] {
        world.put("boss", &path, json!({ "members": members })).await.expect(200);
    }
    let told = events(&world, "customer.team_changed").await;
    let (ann, bob) = (world.id("ann"), world.id("bob"));
    assert_eq!(
        told,
        [
            json!({"user_ids": [ann], "removed_ids": []}),
            json!({"user_ids": [bob], "removed_ids": []}),
            json!({"user_ids": [], "removed_ids": [ann]}),
        ]
    );
    for name in ["ann", "bob"] {
        let all = everything(&world, name).await;
        assert_eq!(all.all("event").iter().filter(|event| **event == "customer.team_changed").count(), 1, "{name}");
    }
}

#[tokio::test]
async fn what_was_read_in_one_place_is_read_in_the_other() {
    let world = World::new().await;
    world.person("ann", &["sales_director"], None).await;
    world.person("bob", &["sales_director"], None).await;
    tell_all(&world, "customer.created", &[]).await;
    customer(&world, "云帆科技").await;
    told(&world, "ann", "customer.created").await;
    let (mut ann, mut bob) = (Watcher::of(&world, "ann", None).await, Watcher::of(&world, "bob", None).await);
    world.post("ann", "/notifications/read", json!({"all": true})).await.expect(200);
    loop {
        let told = ann.next().await;
        if told.event.as_deref() == Some("unread") {
            assert_eq!(told.data, json!({"unread": 0}));
            break;
        }
    }
    customer(&world, "海川物流").await;
    loop {
        let told = bob.next().await;
        assert_ne!(told.event.as_deref(), Some("unread"), "it is nobody else's");
        if told.data["resource"] == "customers" {
            break;
        }
    }
}

#[tokio::test]
async fn messages_to_others_are_nothing_that_somebody_missed() {
    let world = World::new().await;
    world.person("ann", &["sales_director"], None).await;
    let start = Watcher::of(&world, "ann", None).await.start;
    let busy = "insert into outbox (tenant_id, id, type, resource, record_id, payload)
        select t.id, gen_random_uuid(), 'notification.created', 'notifications', gen_random_uuid(),
            jsonb_build_object('recipient_id', gen_random_uuid())
        from tenants t, generate_series(1, 600) where t.code = $1";
    let database = server::database().await;
    sqlx::query(busy).bind(&world.tenant).execute(&database).await.unwrap();
    let made = customer(&world, "云帆科技").await;
    until("all to be seen", async || {
        let seen = "select count(*) from outbox o join tenants t on t.id = o.tenant_id
            where t.code = $1 and o.type in ('notification.created', 'customer.created')
              and o.transaction < pg_snapshot_xmin(pg_current_snapshot())";
        let seen: i64 = sqlx::query_scalar(seen).bind(&world.tenant).fetch_one(&database).await.unwrap();
        (seen == 601).then_some(())
    })
    .await;
    let mut back = Watcher::of(&world, "ann", Some(&start)).await;
    loop {
        let told = back.next().await;
        assert_ne!(told.event.as_deref(), Some("reset"));
        if told.data["id"] == json!(made) {
            break;
        }
    }
}

#[tokio::test]
async fn whoever_signs_in_on_a_new_device_is_told() {
    let world = World::new().await;
    world.person("ann", &["sales_director"], None).await;
    let login = json!({"tenant": world.tenant, "login": "ann", "password": PASSWORD});
    // The same browser, four weeks later, is no news.
    for version in ["130.0", "131.0"] {
        let device = format!("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/{version} Safari/537.36");
        let headers = [("user-agent", &*device)];
        world.ask(Method::POST, "/auth/login", None, Some(&login), &headers).await.expect(200);
    }
    let told = told(&world, "ann", "user.new_device").await;
    assert!(told["body"].as_str().unwrap().contains("Chrome · Windows"), "{told}");
    assert_eq!(told["urgent"], true);
    let count = async || {
        let all = everything(&world, "ann").await;
        all.all("event").iter().filter(|event| **event == "user.new_device").count()
    };
    assert_eq!(count().await, 1);
    // After a long absence nothing is left of where one was signed in.
    let gone = "delete from sessions where user_id = $1";
    sqlx::query(gone).bind(world.id("ann")).execute(&server::database().await).await.unwrap();
    let headers = [("user-agent", "curl/8.5.0")];
    let back = world.ask(Method::POST, "/auth/login", None, Some(&login), &headers).await.expect(200);
    world.remember("ann", back["access_token"].as_str().unwrap()).await;
    until("the second", async || (count().await == 2).then_some(())).await;
}

#[tokio::test]
async fn whoever_may_do_other_things_now_is_told() {
    let world = World::new().await;
    world.person("bob", &["trainer"], None).await;
    with_role(&world, "ann", &[("customer:read", "self"), ("notification:read", "self")], &[]).await;
    let role = world.get("boss", "/roles?code=ann_role").await.expect(200).items()[0]["id"].clone();
    let path = format!("/roles/{}", role.as_str().unwrap());
    let grants = json!([
        {"permission": "customer:read", "scope": "all"}, {"permission": "notification:read", "scope": "self"},
    ]);
    world.patch("boss", &path, json!({"name": "客户助理"})).await.expect(200);
    world.patch("boss", &path, json!({ "grants": grants })).await.expect(200);
    let about_role = told(&world, "ann", "permission.changed").await;
    assert_eq!(about_role["body"], "boss 调整了您的权限，当前角色：客户助理。");
    let roles = json!({"role_ids": [world.role("trainer").await, role]});
    world.patch("boss", &format!("/users/{}", world.id("bob")), roles).await.expect(200);
    told(&world, "bob", "permission.changed").await;
    // A new name is no new right.
    assert_eq!(events(&world, "permission.changed").await.len(), 2);
}

#[tokio::test]
async fn whose_key_ends_soon_is_told_once() {
    let world = World::new().await;
    let key = |name: &str, days: i64| {
        let end = Clock::real() + chrono::Duration::days(days);
        json!({"name": name, "scopes": ["lead:read"], "expires_at": end.to_rfc3339()})
    };
    world.post("boss", "/api-keys", key("erp", 3)).await.expect(201);
    world.post("boss", "/api-keys", key("later", 60)).await.expect(201);
    assert_eq!(world.job("api_key_expiry", false).await["result"]["told"], 1);
    assert_eq!(world.job("api_key_expiry", false).await["result"]["told"], 0);
    let told = told(&world, "boss", "api_key.expiring").await;
    assert_eq!(told["title"], "接口密钥即将到期：erp");
}

#[tokio::test]
async fn a_team_hears_of_its_customer() {
    let world = World::new().await;
    for name in ["ann", "cat"] {
        world.person(name, &["account_manager"], None).await;
    }
    let made = json!({"name": "云帆科技", "owner_id": world.id("boss")});
    let made = world.post("boss", "/customers", made).await.expect(201).id();
    let team = json!({"members": [{"user_id": world.id("cat"), "access": "read"}]});
    world.put("boss", &format!("/customers/{made}/team"), team).await.expect(200);
    let people = json!([{"kind": "team"}, {"kind": "users", "ids": [world.id("ann")]}]);
    let rule = json!({"event": "customer.level_changed", "recipients": people});
    world.post("boss", "/notification-rules", rule).await.expect(201);
    let mut watcher = Watcher::of(&world, "cat", None).await;
    world.patch("boss", &format!("/customers/{made}"), json!({"level": "A"})).await.expect(200);
    loop {
        let hint = watcher.next().await;
        if hint.data["id"] == json!(made) && hint.data["action"] == "updated" {
            break;
        }
    }
    told(&world, "cat", "customer.level_changed").await;
    // Who sees nothing of it hears nothing of it.
    assert!(!everything(&world, "ann").await.all("event").contains(&"customer.level_changed"));
}
