//! Who wrote what, and who may read that.

use serde_json::json;

use super::list;
use crate::kit::{Answer, World};

#[tokio::test]
async fn the_history_of_a_record_tells_every_write_with_who_and_when() {
    let world = World::new().await;
    let hobby = world.post("boss", "/dictionaries", list("hobby")).await.expect(201);
    let path = format!("/dictionaries/{}", hobby.id());
    world.patch("boss", &path, json!({"name": "兴趣"})).await.expect(200);
    let history = world.get("boss", &format!("{path}/history")).await.expect(200);
    let [update, create] = history.items() else { panic!("{}", history.json) };
    assert_eq!((&update["action"], &create["action"]), (&json!("update"), &json!("create")));
    assert_eq!((&update["actor_name"], &update["version"]), (&json!("boss"), &json!(2)));
    let change = &update["changes"][0];
    assert_eq!((&change["field"], &change["old"], &change["new"]), (&json!("name"), &json!("爱好"), &json!("兴趣")));
    assert_eq!(change["label"]["en"], "Name");

    let page = world.get("boss", &format!("{path}/history?limit=1")).await.expect(200);
    let cursor = page["next_cursor"].as_str().unwrap();
    let rest = world.get("boss", &format!("{path}/history?cursor={cursor}")).await.expect(200);
    assert_eq!(rest.all("action"), ["create"]);
    let stranger = World::new().await;
    stranger.get("boss", &format!("{path}/history")).await.refused(404, "NOT_FOUND");
    stranger.get("boss", "/leads/nonsense/history").await.refused(404, "NOT_FOUND");
}

#[tokio::test]
async fn auditors_see_who_signed_in_and_what_was_written() {
    let world = World::new().await;
    world.patch("boss", "/settings", json!({"lead.capacity": 7})).await.expect(200);
    let changes = world.get("boss", "/audit-logs/changes?resource=settings").await.expect(200);
    assert_eq!(changes.all("resource"), ["settings"]);
    assert_eq!(changes.items()[0]["actor_name"], "boss");
    let log = world.get("boss", "/audit-logs?limit=1").await.expect(200);
    assert_eq!(log.items().len(), 1);
    for path in ["/audit-logs?result=done", "/audit-logs?from=2026-01-01&until=2099-01-01&action=auth.sign_up"] {
        assert!(!world.get("boss", path).await.expect(200).items().is_empty(), "{path}");
    }
    world.get("boss", "/audit-logs?actor_id=nobody").await.refused(400, "MALFORMED");
    world.delete("boss", "/audit-logs").await.refused(405, "METHOD_NOT_ALLOWED");
}

#[tokio::test]
async fn the_history_hides_what_its_reader_may_not_see() {
    let world = World::new().await;
    let grants = json!([{"permission": "lead:read", "scope": "all"}, {"permission": "user:read", "scope": "all"}]);
    let fields = json!([{"object": "lead", "field": "email", "access": "hidden", "mask": "none"},
        {"object": "lead", "field": "phone", "access": "read", "mask": "always"}]);
    let role = json!({"code": "reader", "name": "只读", "grants": grants, "fields": fields});
    let role = world.post("boss", "/roles", role).await.expect(201).id();
    let ann = world.person("ann", &["auditor"], None).await;
    world.patch("boss", &format!("/users/{ann}"), json!({"role_ids": [role]})).await.expect(200);

    let lead = json!({"contact_name": "王芳", "phone": "13800138000", "email": "wang@example.com"});
    let lead = world.post("boss", "/leads", lead).await.expect(201);
    let path = format!("/leads/{}/history", lead.id());
    let all = world.get("boss", &path).await.expect(200);
    let change = |answer: &Answer, field: &str| {
        let changes = answer.items().last().unwrap()["changes"].as_array().unwrap().clone();
        changes.into_iter().find(|change| change["field"] == field)
    };
    assert_eq!(change(&all, "email").unwrap()["new"], "wang@example.com");
    assert_eq!(change(&all, "owner_id").unwrap()["new_name"], "boss");

    let some = tokio::time::timeout(std::time::Duration::from_secs(10), async {
        loop {
            let some = world.get("ann", &path).await.expect(200);
            if change(&some, "email").is_none() {
                return some;
            }
        }
    });
    let some = some.await.unwrap();
    assert_eq!(change(&some, "phone").unwrap()["new"], "138****8000");
    assert!(!String::from_utf8_lossy(&some.bytes).contains("wang@example.com"));
}
