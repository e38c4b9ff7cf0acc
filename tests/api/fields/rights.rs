//! Rights: what is hidden or covered is so for added fields too, and other organisations have none of them.

use serde_json::json;

use super::{add, filter, lead};
use crate::kit::World;

/// Somebody who reads and writes all leads, with these field rules.
async fn with_rules(world: &World, name: &str, fields: serde_json::Value) {
    let grants = ["lead:read", "lead:update", "lead:create", "lead:export"];
    let grants: Vec<_> = grants.iter().map(|it| json!({"permission": it, "scope": "all"})).collect();
    let role = json!({"code": format!("role_{name}"), "name": name, "grants": grants, "fields": fields});
    let role = world.post("boss", "/roles", role).await.expect(201).id();
    let id = world.person(name, &["trainer"], None).await;
    world.patch("boss", &format!("/users/{id}"), json!({"role_ids": [role]})).await.expect(200);
}

#[tokio::test]
async fn p25_a_hidden_field_is_nowhere() {
    let world = World::new().await;
    add(&world, json!({"key": "c_secret", "type": "text", "searchable": false})).await.expect(201);
    add(&world, json!({"key": "c_cost", "type": "number"})).await.expect(201);
    add(&world, json!({"key": "c_double", "type": "formula", "formula": "c_cost * 2"})).await.expect(201);
    let rules = json!([
        {"object": "lead", "field": "c_secret", "access": "hidden"},
        {"object": "lead", "field": "c_cost", "access": "read", "mask": "always"},
    ]);
    with_rules(&world, "ann", rules).await;
    let id = lead(&world, json!({"c_secret": "玄武湖", "c_cost": "7"})).await.expect(201).id();
    let path = format!("/leads/{id}");
    for path in [path.clone(), "/leads".to_owned(), format!("{path}/history"), "/meta/leads".to_owned()] {
        let answer = world.get("ann", &path).await.expect(200);
        let text = answer.json.to_string();
        assert!(!text.contains("c_secret") && !text.contains("玄武湖"), "{path}: {text}");
    }
    let seen = world.get("ann", &path).await.expect(200);
    assert!(seen["c_cost"].is_null() && seen["c_double"].is_null(), "{}", seen.json);
    for query in [
        filter("c_secret", "eq", json!("玄武湖")),
        filter("c_cost", "gt", json!(1)),
        filter("c_double", "gt", json!(1)),
        "c_secret=x".to_owned(),
        "sort=c_secret".to_owned(),
        "sort=-c_cost".to_owned(),
    ] {
        world.get("ann", &format!("/leads?{query}")).await.refused(403, "FIELD_FORBIDDEN");
    }
    for body in [json!({"c_secret": "x"}), json!({"c_cost": "1"})] {
        world.patch("ann", &path, body.clone()).await.refused(403, "FIELD_FORBIDDEN");
    }
    let order = json!({"resource": "leads", "fields": ["company_name", "c_secret"]});
    world.post("ann", "/exports", order).await.refused(403, "FIELD_FORBIDDEN");
    world
        .post(
            "boss",
            "/roles",
            json!({"code": "odd", "name": "odd", "grants": [], "fields": [
        {"object": "lead", "field": "c_nothing", "access": "hidden"}]}),
        )
        .await
        .refused(422, "VALIDATION");
    // What somebody may not see he does not lose by saving.
    world.patch("ann", &path, json!({"title": "经理"})).await.expect(200);
    assert_eq!(world.get("boss", &path).await.expect(200)["c_secret"], "玄武湖");
}

#[tokio::test]
async fn what_somebody_may_not_write_is_not_asked_of_him() {
    let world = World::new().await;
    add(&world, json!({"key": "c_hidden", "type": "text"})).await.expect(201);
    let seen = add(&world, json!({"key": "c_seen", "type": "text"})).await.expect(201).id();
    let id = lead(&world, json!({})).await.expect(201).id();
    let rules = json!([
        {"object": "lead", "field": "c_hidden", "access": "hidden"},
        {"object": "lead", "field": "c_seen", "access": "read"},
    ]);
    with_rules(&world, "ann", rules).await;
    world.patch("boss", &format!("/custom-fields/{seen}"), json!({"required": true})).await.expect(200);
    let layout = json!({"resource": "leads", "name": "表单", "sections": [
        {"title": "基本", "fields": [{"key": "c_hidden", "required": true}, {"key": "title", "required": true}]}]});
    world.post("boss", "/layouts", layout).await.expect(201);
    let path = format!("/leads/{id}");
    let refused = world.patch("boss", &path, json!({"title": "经理"})).await.refused(422, "VALIDATION");
    assert_eq!(refused["errors"][0]["pointer"], "/c_seen");
    let refused = world.patch("ann", &path, json!({"wechat": "ann"})).await.refused(422, "VALIDATION");
    assert_eq!(refused["errors"].as_array().unwrap().len(), 1);
    assert_eq!(refused["errors"][0]["pointer"], "/title");
    world.patch("ann", &path, json!({"title": "经理"})).await.expect(200);
    // Nor what there is no more.
    let gone = world.get("boss", "/custom-fields").await.expect(200);
    for field in gone.items() {
        world.delete("boss", &format!("/custom-fields/{}", field["id"].as_str().unwrap())).await.expect(204);
    }
    lead(&world, json!({"title": "经理"})).await.expect(201);
}

#[tokio::test]
async fn what_is_sensitive_is_covered_in_lists_unless_a_role_says_otherwise() {
    let world = World::new().await;
    add(&world, json!({"key": "c_card", "type": "phone", "sensitive": true})).await.expect(201);
    with_rules(&world, "ann", json!([])).await;
    with_rules(&world, "eva", json!([{"object": "lead", "field": "c_card", "access": "write"}])).await;
    let id = lead(&world, json!({"c_card": "13800138000"})).await.expect(201).id();
    let listed = async |who: &str| world.get(who, "/leads").await.expect(200).items()[0]["c_card"].clone();
    assert_eq!(listed("ann").await, "138****8000");
    assert_eq!((listed("eva").await, listed("boss").await), (json!("13800138000"), json!("13800138000")));
    assert_eq!(world.get("ann", &format!("/leads/{id}")).await.expect(200)["c_card"], "13800138000");
    let history = world.get("ann", &format!("/leads/{id}/history")).await.expect(200);
    assert!(!history.json.to_string().contains("13800138000"));
}

#[tokio::test]
async fn a_pool_covers_them_for_its_members() {
    let world = World::new().await;
    add(&world, json!({"key": "c_line", "type": "phone", "searchable": true})).await.expect(201);
    let pool = world.get("boss", "/lead-pools").await.expect(200).items()[0]["id"].as_str().unwrap().to_owned();
    let covers = json!({"masked_fields": ["c_line"]});
    world.patch("boss", &format!("/lead-pools/{pool}"), covers).await.expect(200);
    world
        .patch("boss", &format!("/lead-pools/{pool}"), json!({"masked_fields": ["c_nothing"]}))
        .await
        .refused(422, "VALIDATION");
    world.person("ann", &["account_manager"], None).await;
    lead(&world, json!({"c_line": "13800138000", "pool_id": pool})).await.expect(201);
    let seen = world.get("ann", "/leads").await.expect(200);
    assert_eq!(seen.items()[0]["c_line"], "138****8000");
    assert!(world.get("ann", "/leads?q=13800138000").await.expect(200).items().is_empty());
    assert!(world.get("ann", "/leads?c_line=13800138000").await.expect(200).items().is_empty());
    lead(&world, json!({"c_line": "13900139000"})).await.expect(201);
    assert_eq!(world.get("boss", "/leads?q=13900139000").await.expect(200).items().len(), 1);
}

#[tokio::test]
async fn every_organisation_has_its_own() {
    let (world, other) = (World::new().await, World::new().await);
    add(&world, json!({"key": "c_ours", "type": "text"})).await.expect(201);
    add(&other, json!({"key": "c_theirs", "type": "number"})).await.expect(201);
    lead(&world, json!({"c_theirs": "1"})).await.refused(400, "UNKNOWN_FIELD");
    let ours = lead(&world, json!({"c_ours": "一"})).await.expect(201);
    assert!(ours.json.get("c_theirs").is_none());
    other.get("boss", "/leads?c_ours=x").await.refused(400, "UNKNOWN_FIELD");
    // Whoever may not set up fields reads nothing of their definitions.
    world.person("ann", &["account_manager"], None).await;
    world.get("ann", "/custom-fields").await.refused(403, "FORBIDDEN");
    world.post("ann", "/custom-fields", json!({})).await.refused(403, "FORBIDDEN");
}
