//! How far permissions reach: records and fields.

use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::kit::World;

/// A role for customers that reaches so far, and somebody who has it.
async fn reader(world: &World, name: &str, scope: Value, department: Uuid) {
    let mut grant = json!({"permission": "customer:read", "scope": scope["scope"]});
    if let Some(departments) = scope.get("departments") {
        grant["departments"] = departments.clone();
    }
    let role = json!({"code": format!("role_{name}"), "name": name, "grants": [grant]});
    let role = world.post("boss", "/roles", role).await.expect(201).id();
    let user = world.person(name, &["trainer"], Some(department)).await;
    world.patch("boss", &format!("/users/{user}"), json!({"role_ids": [role]})).await.expect(200);
}

async fn sees(world: &World, who: &str) -> Vec<String> {
    let list = world.get(who, "/customers?sort=name").await.expect(200);
    list.all("name").into_iter().map(str::to_owned).collect()
}

#[tokio::test]
async fn scenario_12a_everyone_sees_as_far_as_his_scope() {
    let world = World::new().await;
    let sales = world.department("销售部", None).await;
    let (one, two) = (world.department("一组", Some(sales)).await, world.department("二组", Some(sales)).await);
    let abroad = world.department("海外部", None).await;
    let mut customers = Vec::new();
    for (name, department) in [("a1", one), ("a2", one), ("b1", two), ("c1", abroad)] {
        world.person(name, &["account_manager"], Some(department)).await;
        customers.push(world.post(name, "/customers", json!({"name": format!("客户-{name}")})).await.expect(201).id());
    }
    assert_eq!(sees(&world, "a1").await, ["客户-a1"]);
    reader(&world, "s1", json!({"scope": "department"}), one).await;
    assert_eq!(sees(&world, "s1").await, ["客户-a1", "客户-a2"]);
    reader(&world, "head", json!({"scope": "department_and_below"}), sales).await;
    assert_eq!(sees(&world, "head").await, ["客户-a1", "客户-a2", "客户-b1"]);
    reader(&world, "all", json!({"scope": "all"}), one).await;
    assert_eq!(sees(&world, "all").await, ["客户-a1", "客户-a2", "客户-b1", "客户-c1"]);
    reader(&world, "chosen", json!({"scope": "custom_departments", "departments": [two, abroad]}), one).await;
    assert_eq!(sees(&world, "chosen").await, ["客户-b1", "客户-c1"]);
    // What one may not see does not exist; what one may not do is forbidden.
    world.get("a1", &format!("/customers/{}", customers[1])).await.refused(404, "NOT_FOUND");
    world.get("s1", &format!("/customers/{}", customers[2])).await.refused(404, "NOT_FOUND");
    world.post("s1", "/customers", json!({"name": "新"})).await.refused(403, "FORBIDDEN");
    // Two departments are both one's own.
    let s1 = format!("/users/{}", world.id("s1"));
    world.patch("boss", &s1, json!({"extra_department_ids": [abroad]})).await.expect(200);
    assert_eq!(sees(&world, "s1").await, ["客户-a1", "客户-a2", "客户-c1"]);
    // A moved branch takes its people's records along.
    world.patch("boss", &format!("/departments/{abroad}"), json!({"parent_id": sales})).await.expect(200);
    assert_eq!(sees(&world, "head").await.len(), 4);
}

#[tokio::test]
async fn two_roles_reach_together_what_each_reaches_and_edit_only_what_one_lets_edit() {
    let world = World::new().await;
    let read = json!({"code": "sees", "name": "看全部", "grants": [{"permission": "customer:read", "scope": "all"}]});
    let edit = json!({"code": "edits", "name": "改自己的", "grants": [
        {"permission": "customer:read", "scope": "self"}, {"permission": "customer:update", "scope": "self"},
        {"permission": "customer:create", "scope": "self"},
    ]});
    let mut roles = Vec::new();
    for role in [read, edit] {
        roles.push(world.post("boss", "/roles", role).await.expect(201).id());
    }
    let ann = world.person("ann", &["trainer"], None).await;
    world.patch("boss", &format!("/users/{ann}"), json!({"role_ids": roles})).await.expect(200);
    let his = world.post("boss", "/customers", json!({"name": "别人的"})).await.expect(201).id();
    let hers = world.post("ann", "/customers", json!({"name": "自己的"})).await.expect(201).id();
    assert_eq!(sees(&world, "ann").await.len(), 2);
    let seen = world.get("ann", &format!("/customers/{his}")).await.expect(200);
    assert!(!seen["allowed_actions"].to_string().contains("update"));
    world.patch("ann", &format!("/customers/{hers}"), json!({"short_name": "己"})).await.expect(200);
    world.patch("ann", &format!("/customers/{his}"), json!({"short_name": "他"})).await.refused(403, "FORBIDDEN");
}

#[tokio::test]
async fn a_superior_sees_what_his_people_own_until_the_organisation_says_no() {
    let world = World::new().await;
    let team = world.department("一组", None).await;
    world.person("ann", &["account_manager"], Some(team)).await;
    let bob = world.person("bob", &["account_manager"], Some(team)).await;
    let eve = world.person("eve", &["account_manager"], None).await;
    world.post("ann", "/customers", json!({"name": "安的客户"})).await.expect(201);
    assert!(sees(&world, "bob").await.is_empty());
    // Whoever manages the department is the superior of all in it who name no other.
    world.patch("boss", &format!("/departments/{team}"), json!({"manager_id": bob})).await.expect(200);
    world.patch("boss", &format!("/users/{bob}"), json!({"superior_id": eve})).await.expect(200);
    assert_eq!(sees(&world, "bob").await, ["安的客户"]);
    assert_eq!(sees(&world, "eve").await, ["安的客户"]);
    let id = world.get("bob", "/customers").await.items()[0]["id"].as_str().unwrap().to_owned();
    world.patch("bob", &format!("/customers/{id}"), json!({"short_name": "x"})).await.refused(403, "FORBIDDEN");
    world.patch("boss", "/settings", json!({"access.superior_sees": false})).await.expect(200);
    assert!(sees(&world, "bob").await.is_empty());
}

#[tokio::test]
async fn who_moves_to_another_department_takes_his_records_along() {
    let world = World::new().await;
    let (one, two) = (world.department("一组", None).await, world.department("二组", None).await);
    let ann = world.person("ann", &["account_manager"], Some(one)).await;
    world.post("ann", "/customers", json!({"name": "安的客户"})).await.expect(201);
    reader(&world, "first", json!({"scope": "department"}), one).await;
    reader(&world, "second", json!({"scope": "department"}), two).await;
    assert_eq!((sees(&world, "first").await.len(), sees(&world, "second").await.len()), (1, 0));
    world.patch("boss", &format!("/users/{ann}"), json!({"department_id": two})).await.expect(200);
    assert_eq!((sees(&world, "first").await.len(), sees(&world, "second").await.len()), (0, 1));
    // Unless it is said that they stay.
    let back = json!({"department_id": one, "owner_records": "stay"});
    let moved = world.post("boss", &format!("/users/{ann}/move"), back).await.expect(200);
    assert_eq!(moved["department_name"], "一组");
    assert_eq!((sees(&world, "first").await.len(), sees(&world, "second").await.len()), (0, 1));
    let nowhere = json!({"department_id": ann});
    world.post("boss", &format!("/users/{ann}/move"), nowhere).await.refused(422, "VALIDATION");
    // And sees from where he is now.
    let first = format!("/users/{}", world.id("first"));
    world.patch("boss", &first, json!({"department_id": two})).await.expect(200);
    assert_eq!(sees(&world, "first").await.len(), 1);
}

#[tokio::test]
async fn scenario_12c_p25_a_hidden_field_is_nowhere() {
    let world = World::new().await;
    let hidden = json!({"code": "no_phone", "name": "不看电话", "grants": [
        {"permission": "customer:read", "scope": "all"}, {"permission": "customer:update", "scope": "all"},
        {"permission": "customer:create", "scope": "all"},
    ], "fields": [
        {"object": "customer", "field": "phone", "access": "hidden"},
        {"object": "customer", "field": "short_name", "access": "read"},
        {"object": "customer", "field": "email", "access": "write", "mask": "list"},
    ]});
    let role = world.post("boss", "/roles", hidden).await.expect(201).id();
    let ann = world.person("ann", &["trainer"], None).await;
    world.patch("boss", &format!("/users/{ann}"), json!({"role_ids": [role]})).await.expect(200);
    let body = json!({"name": "云帆", "phone": "13800138000", "short_name": "帆", "email": "info@yunfan.cn"});
    let id = world.post("boss", "/customers", body).await.expect(201).id();
    let one = world.get("ann", &format!("/customers/{id}")).await.expect(200);
    assert!(one.json.get("phone").is_none() && one["email"] == "info@yunfan.cn", "{}", one.json);
    let list = world.get("ann", "/customers").await.expect(200);
    assert!(list.items()[0].get("phone").is_none());
    assert_ne!(list.items()[0]["email"], "info@yunfan.cn");
    assert!(!list.json.to_string().contains("13800138000"));
    let filter = r#"{"field":"phone","op":"eq","value":"13800138000"}"#;
    let query = reqwest::Url::parse_with_params("http://x/", [("filter", filter)]).unwrap();
    world.get("ann", &format!("/customers?{}", query.query().unwrap())).await.refused(403, "FIELD_FORBIDDEN");
    for path in ["/customers?phone=13800138000", "/customers?sort=phone"] {
        world.get("ann", path).await.refused(403, "FIELD_FORBIDDEN");
    }
    let path = format!("/customers/{id}");
    world.patch("ann", &path, json!({"phone": "13900139000"})).await.refused(403, "FIELD_FORBIDDEN");
    world.patch("ann", &path, json!({"short_name": "x"})).await.refused(403, "FIELD_FORBIDDEN");
    world.post("ann", "/customers", json!({"name": "x", "phone": "13900139000"})).await.refused(403, "FIELD_FORBIDDEN");
    let meta = world.get("ann", "/meta/customers").await.expect(200);
    assert!(!meta["fields"].as_array().unwrap().iter().any(|field| field["key"] == "phone"));
    let me = world.get("ann", "/auth/me").await.expect(200);
    assert_eq!(me["fields"]["customer"]["phone"]["access"], "hidden");
    // A second role that says nothing of the field opens it; one that has nothing to do with customers does not.
    let user = format!("/users/{ann}");
    world.patch("boss", &user, json!({"role_ids": [role, world.role("trainer").await]})).await.expect(200);
    assert!(world.get("ann", &path).await.expect(200).json.get("phone").is_none());
    world.patch("boss", &user, json!({"role_ids": [role, world.role("finance").await]})).await.expect(200);
    assert_eq!(world.get("ann", &path).await.expect(200)["phone"], "13800138000");
}

#[tokio::test]
async fn scenario_12c_a_pool_shows_its_members_covered_phones() {
    let world = World::new().await;
    let pool = world.get("boss", "/lead-pools").await.expect(200).items()[0]["id"].as_str().unwrap().to_owned();
    world.patch("boss", &format!("/lead-pools/{pool}"), json!({"masked_fields": ["phone"]})).await.expect(200);
    let body = json!({"company_name": "云帆", "phone": "13800138000", "pool_id": pool});
    let lead = world.post("boss", "/leads", body).await.expect(201).id();
    world.person("ann", &["account_manager"], None).await;
    let list = world.get("ann", "/leads").await.expect(200);
    assert_eq!(list.items()[0]["phone"], "138****8000");
    world.act("ann", &format!("/leads/{lead}/claim")).await.expect(200);
    assert_eq!(world.get("ann", &format!("/leads/{lead}")).await.expect(200)["phone"], "13800138000");
}

#[tokio::test]
async fn scenario_12g_what_was_changed_and_what_was_denied_is_on_record() {
    let world = World::new().await;
    let customer = world.post("boss", "/customers", json!({"name": "云帆", "level": "A"})).await.expect(201).id();
    world.patch("boss", &format!("/customers/{customer}"), json!({"level": "B"})).await.expect(200);
    let history = world.get("boss", &format!("/customers/{customer}/history")).await.expect(200);
    let change = &history.items()[0];
    assert_eq!(change["actor_id"], world.id("boss").to_string());
    let level = change["changes"].as_array().unwrap().iter().find(|change| change["field"] == "level").unwrap();
    assert_eq!((&level["old"], &level["new"]), (&json!("A"), &json!("B")));
    let ann = world.person("ann", &["account_manager"], None).await;
    world.get("ann", "/audit-logs").await.refused(403, "FORBIDDEN");
    let log = world.get("boss", "/audit-logs?action=denied").await.expect(200);
    assert_eq!(log.items()[0]["result"], "denied");
    assert_eq!(log.items()[0]["actor_id"], ann.to_string());
    assert_eq!(log.items()[0]["details"]["permission"], "audit_log:read");
    let token = world.token("boss");
    for method in [Method::PATCH, Method::DELETE, Method::PUT, Method::POST] {
        let answer = world.ask(method, "/audit-logs", Some(&token), None, &[]).await;
        answer.refused(405, "METHOD_NOT_ALLOWED");
    }
}

#[tokio::test]
async fn an_organisation_knows_nothing_of_another() {
    let (ours, theirs) = (World::new().await, World::new().await);
    let department = theirs.department("他们的", None).await;
    let user = theirs.person("ann", &["account_manager"], Some(department)).await;
    let role = theirs.role("finance").await;
    let customer = theirs.post("ann", "/customers", json!({"name": "他们的"})).await.expect(201).id();
    for (path, id) in [("departments", department), ("users", user), ("roles", role), ("customers", customer)] {
        let path = format!("/{path}/{id}");
        ours.get("boss", &path).await.refused(404, "NOT_FOUND");
        ours.patch("boss", &path, json!({"name": "我们的"})).await.refused(404, "NOT_FOUND");
    }
    ours.delete("boss", &format!("/departments/{department}")).await.refused(404, "NOT_FOUND");
    ours.act("boss", &format!("/users/{user}/disable")).await.refused(404, "NOT_FOUND");
    // Nor can it be named from here.
    let (root, finance) = (ours.root().await, ours.role("finance").await);
    for (department, role, superior) in [(department, finance, None), (root, role, None), (root, finance, Some(user))] {
        let user = json!({
            "login": "x1", "name": "x", "department_id": department, "role_ids": [role], "superior_id": superior,
        });
        ours.post("boss", "/users", user).await.refused(422, "VALIDATION");
    }
    ours.post("boss", "/customers", json!({"name": "x", "owner_id": user})).await.expect(422);
    assert!(ours.get("boss", "/customers").await.expect(200).items().is_empty());
    assert!(ours.get("boss", "/users?q=ann").await.expect(200).items().is_empty());
}
