//! What one has to do (4.5).

use std::collections::BTreeMap;

use serde_json::json;

use super::{
    MONDAY, customer, note,
    plans::{events, plan, run},
};
use crate::kit::World;

async fn counts(world: &World, who: &str) -> BTreeMap<String, i64> {
    let todos = world.get(who, "/me/todos").await.expect(200);
    let pair =
        |group: &serde_json::Value| (group["kind"].as_str().unwrap().to_owned(), group["count"].as_i64().unwrap());
    todos.items().iter().map(pair).filter(|(_, count)| *count > 0).collect()
}

fn expected(pairs: &[(&str, i64)]) -> BTreeMap<String, i64> {
    pairs.iter().map(|(kind, count)| ((*kind).to_owned(), *count)).collect()
}

#[tokio::test]
async fn to_dos_are_found_where_they_are_and_come_back_when_their_date_changes() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    world.person("ann", &["account_manager"], None).await;
    assert_eq!(counts(&world, "ann").await, expected(&[]));
    let record = customer(&world, "ann", json!({"name": "云帆", "level": "A"})).await;
    world.post("ann", "/leads", json!({"company_name": "新线索"})).await.expect(201);
    assert_eq!(counts(&world, "ann").await, expected(&[("untouched", 2)]));
    note(&world, "ann", "customer", &record, json!({})).await.expect(201);
    plan(&world, "ann", &record, json!({})).await.expect(201);
    let report = json!({"kind": "daily", "period_start": "2026-03-02"});
    world.post("ann", "/work-reports", report).await.expect(201);
    assert_eq!(counts(&world, "ann").await, expected(&[("untouched", 1), ("plans_today", 1)]));

    world.clock("2026-03-03T09:00:00+08:00").await;
    let day = [("untouched", 1), ("plans_missed", 1), ("contact_today", 1), ("report_missing", 1)];
    assert_eq!(counts(&world, "ann").await, expected(&day));
    world.clock("2026-03-10T09:00:00+08:00").await;
    let todos = world.get("ann", "/me/todos?shown=1").await.expect(200);
    let overdue = todos.items().iter().find(|group| group["kind"] == "contact_overdue").unwrap();
    assert_eq!((&overdue["count"], overdue["items"].as_array().unwrap().len()), (&json!(2), 1));
    // What she wants to see no more is gone until something changes.
    let all = world.get("ann", "/me/todos").await.expect(200);
    let overdue = all.items().iter().find(|group| group["kind"] == "contact_overdue").unwrap();
    let first = overdue["items"].as_array().unwrap().iter().find(|item| item["title"] == "云帆").unwrap();
    let hide = json!({"kind": "contact_overdue", "id": first["id"], "date": first["date"]});
    world.post("ann", "/me/todos/dismiss", hide).await.expect(204);
    assert_eq!(counts(&world, "ann").await["contact_overdue"], 1);
    note(&world, "ann", "customer", &record, json!({"next_contact_at": "2026-03-11T09:00:00+08:00"})).await.expect(201);
    world.clock("2026-03-12T09:00:00+08:00").await;
    assert_eq!(counts(&world, "ann").await["contact_overdue"], 2);
    world.post("ann", "/me/todos/dismiss", json!({"kind": "all", "id": first["id"], "date": "x"})).await.expect(422);
    world.get("ann", "/me/todos?shown=0").await.refused(400, "MALFORMED");

    // The lead goes back to its pool after fifteen days.
    world.clock("2026-03-16T09:00:00+08:00").await;
    assert_eq!(counts(&world, "ann").await["recycle_soon"], 1);
}

#[tokio::test]
async fn each_report_that_is_missing_is_hidden_on_its_own() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    world.person("ann", &["account_manager"], None).await;
    for kind in ["daily", "weekly"] {
        let report = json!({"kind": kind, "period_start": "2026-03-02"});
        world.post("boss", "/work-reports", report).await.expect(201);
    }
    world.clock("2026-03-10T09:00:00+08:00").await;
    for left in [1, 0] {
        let todos = world.get("ann", "/me/todos").await.expect(200);
        let missing = todos.items().iter().find(|group| group["kind"] == "report_missing").unwrap();
        let first = &missing["items"][0];
        if left == 1 {
            // The day begins where the organisation is.
            let at = chrono::DateTime::parse_from_rfc3339(first["at"].as_str().unwrap()).unwrap();
            assert_eq!(at, chrono::DateTime::parse_from_rfc3339("2026-03-02T00:00:00+08:00").unwrap());
        }
        let hide = json!({"kind": "report_missing", "id": first["id"], "date": first["date"]});
        world.post("ann", "/me/todos/dismiss", hide).await.expect(204);
        assert_eq!(counts(&world, "ann").await.get("report_missing").copied().unwrap_or_default(), left);
    }
}

#[tokio::test]
async fn who_may_not_see_whose_records_are_has_his_other_to_dos() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    let own = |permission: &str| json!({"permission": permission, "scope": "self"});
    let role = json!({"code": "blind", "name": "盲", "grants": [
        own("customer:read"), own("customer:create"), own("lead:read"), own("lead:create"), own("lead:claim"),
    ], "fields": [
        {"object": "lead", "field": "owner_id", "access": "hidden"},
        {"object": "customer", "field": "owner_id", "access": "read", "mask": "always"},
    ]});
    let role = world.post("boss", "/roles", role).await.expect(201).id();
    world.person("ann", &["account_manager"], None).await;
    world.patch("boss", &format!("/users/{}", world.id("ann")), json!({"role_ids": [role]})).await.expect(200);
    world.post("ann", "/leads", json!({"company_name": "新线索"})).await.expect(201);
    world.clock("2026-03-16T09:00:00+08:00").await;
    let todos = counts(&world, "ann").await;
    assert_eq!((todos.get("untouched"), todos.get("recycle_soon")), (Some(&1), None));
}

#[tokio::test]
async fn the_morning_tells_everybody_who_waits_and_those_above_of_who_waits_too_long() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    let team = world.department("一组", None).await;
    world.person("sue", &["sales_supervisor"], Some(team)).await;
    world.person("ann", &["account_manager"], Some(team)).await;
    world.patch("boss", &format!("/departments/{team}"), json!({"manager_id": world.id("sue")})).await.expect(200);
    for name in ["甲", "乙", "丙", "丁"] {
        let record = customer(&world, "ann", json!({"name": name, "level": "A"})).await;
        note(&world, "ann", "customer", &record, json!({})).await.expect(201);
    }
    world.clock("2026-03-09T08:30:00+08:00").await;
    run(&world, "contact_due").await;
    let told = events(&world, "contact.overdue").await;
    assert_eq!((&told[0]["today"], &told[0]["overdue"], &told[0]["superior_id"]), (&json!(4), &json!(0), &json!(null)));
    world.clock("2026-03-17T08:30:00+08:00").await;
    run(&world, "contact_due").await;
    let told = events(&world, "contact.overdue").await;
    assert_eq!((&told[1]["severe"], &told[1]["superior_id"]), (&json!(4), &json!(world.id("sue"))));
}
