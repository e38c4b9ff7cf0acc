//! Lists: added fields are filtered, sorted, searched and chosen like any other.

use serde_json::{Value, json};

use super::{add, filter, lead, named, words};
use crate::kit::World;

/// Four leads: a number, a date, a choice, several choices, a truth and a person; the last has nothing.
async fn four() -> World {
    let world = World::new().await;
    words(&world, "terms", &["now", "later", "never"]).await;
    for field in [
        json!({"key": "c_area", "type": "number"}),
        json!({"key": "c_due", "type": "date"}),
        json!({"key": "c_at", "type": "datetime"}),
        json!({"key": "c_terms", "type": "select", "dictionary": "terms"}),
        json!({"key": "c_ways", "type": "multi_select", "dictionary": "terms"}),
        json!({"key": "c_vip", "type": "boolean"}),
        json!({"key": "c_buyer", "type": "user"}),
        json!({"key": "c_note", "type": "text", "searchable": true}),
    ] {
        add(&world, field).await.expect(201);
    }
    let boss = world.id("boss").to_string();
    for (name, fields) in [
        (
            "甲",
            json!({"c_area": "9", "c_due": "2026-03-01", "c_at": "2026-03-01T23:30:00+08:00", "c_terms": "now",
            "c_ways": ["now", "later"], "c_vip": true, "c_buyer": boss, "c_note": "玻璃幕墙"}),
        ),
        (
            "乙",
            json!({"c_area": "10", "c_due": "2026-03-15", "c_at": "2026-03-02T00:30:00+08:00", "c_terms": "later",
            "c_ways": ["never"], "c_vip": false, "c_note": "XK-2077"}),
        ),
        ("丙", json!({"c_area": "100.5", "c_due": "2026-04-01", "c_terms": "now"})),
        ("丁", json!({})),
    ] {
        let mut fields = fields;
        fields["company_name"] = name.into();
        lead(&world, fields).await.expect(201);
    }
    world
}

#[tokio::test]
async fn filters_mean_what_they_mean_for_any_other_field() {
    let world = four().await;
    for (field, op, value, expected) in [
        ("c_area", "eq", json!("10.00"), "乙"),
        ("c_area", "gt", json!(9), "乙丙"),
        ("c_area", "between", json!([9, "10"]), "甲乙"),
        ("c_area", "is_null", Value::Null, "丁"),
        ("c_area", "ne", json!(9), "丁丙乙"),
        ("c_area", "in", json!(["9", "100.5"]), "丙甲"),
        ("c_due", "lte", json!("2026-03-15"), "甲乙"),
        ("c_due", "eq", json!("2026-04-01"), "丙"),
        ("c_at", "eq", json!("2026-03-01"), "甲"),
        ("c_at", "gte", json!("2026-03-02"), "乙"),
        ("c_terms", "eq", json!("now"), "丙甲"),
        ("c_terms", "in", json!(["now", "later"]), "丙乙甲"),
        ("c_terms", "not_in", json!(["now"]), "丁乙"),
        ("c_ways", "contains", json!("later"), "甲"),
        ("c_ways", "in", json!(["never", "now"]), "乙甲"),
        ("c_ways", "ne", json!("never"), "丁丙甲"),
        ("c_ways", "is_not_null", Value::Null, "乙甲"),
        ("c_vip", "eq", json!(true), "甲"),
        ("c_buyer", "eq", json!("me"), "甲"),
        ("c_note", "contains", json!("xk"), "乙"),
        ("c_note", "starts_with", json!("玻璃"), "甲"),
    ] {
        let mut found = named(&world, "boss", &filter(field, op, value.clone())).await;
        let mut expected: Vec<String> = expected.chars().map(String::from).collect();
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "{field} {op} {value}");
    }
    let both =
        json!({"and": [{"field": "c_terms", "value": "now"}, {"not": {"field": "c_area", "op": "lt", "value": 50}}]});
    let query = format!("filter={}", super::encoded(&both.to_string()));
    assert_eq!(named(&world, "boss", &query).await, ["丙"]);
    assert_eq!(named(&world, "boss", "c_terms=later").await, ["乙"]);
    let counted = world.get("boss", "/leads?c_terms=now&count=exact").await.expect(200);
    assert_eq!(counted["total"]["value"], 2);
    for (query, code) in [
        (filter("c_area", "eq", json!("much")), "MALFORMED"),
        (filter("c_area", "contains", json!("1")), "MALFORMED"),
        (filter("c_nothing", "eq", json!("1")), "UNKNOWN_FIELD"),
        ("c_nothing=1".to_owned(), "UNKNOWN_FIELD"),
        ("sort=c_nothing".to_owned(), "UNKNOWN_FIELD"),
        ("fields=c_nothing".to_owned(), "UNKNOWN_FIELD"),
    ] {
        world.get("boss", &format!("/leads?{query}")).await.refused(400, code);
    }
}

#[tokio::test]
async fn lists_are_sorted_page_by_page_with_nothing_last() {
    let world = four().await;
    for (sort, expected) in
        [("c_area", "甲乙丙丁"), ("-c_area", "丙乙甲丁"), ("-c_due", "丙乙甲丁"), ("c_note", "乙甲丙丁")]
    {
        let mut seen = String::new();
        let mut cursor = String::new();
        loop {
            let page = world.get("boss", &format!("/leads?sort={sort}&limit=1{cursor}")).await.expect(200);
            seen.extend(page.all("company_name"));
            let Some(next) = page["next_cursor"].as_str() else { break };
            cursor = format!("&cursor={}", super::encoded(next));
        }
        let seen: String = if sort == "c_note" { seen.chars().take(2).collect() } else { seen };
        let expected: String = if sort == "c_note" { expected.chars().take(2).collect() } else { expected.to_owned() };
        assert_eq!(seen, expected, "{sort}");
    }
}

#[tokio::test]
async fn words_are_found_and_fields_chosen() {
    let world = four().await;
    assert_eq!(named(&world, "boss", &format!("q={}", super::encoded("幕墙"))).await, ["甲"]);
    assert_eq!(named(&world, "boss", "q=2077").await, ["乙"]);
    assert_eq!(named(&world, "boss", "q=blmq").await, ["甲"]);
    // The name changes, and what the field says is still found.
    let id = world.get("boss", "/leads?q=2077").await.expect(200).items()[0]["id"].as_str().unwrap().to_owned();
    world.patch("boss", &format!("/leads/{id}"), json!({"company_name": "戊"})).await.expect(200);
    assert_eq!(named(&world, "boss", "q=2077").await, ["戊"]);
    world.patch("boss", &format!("/leads/{id}"), json!({"c_note": null})).await.expect(200);
    assert!(named(&world, "boss", "q=2077").await.is_empty());
    let chosen = world.get("boss", "/leads?fields=company_name,c_area,c_buyer_name&c_vip=true").await.expect(200);
    let item = &chosen.items()[0];
    assert_eq!((&item["c_area"], item.get("c_terms")), (&json!("9"), None));
    assert!(item["c_buyer_name"].is_string(), "{item}");
    let view = json!({"resource": "leads", "name": "面积", "columns": [{"key": "c_area"}], "sort": "-c_area",
        "filter": {"field": "c_area", "op": "gt", "value": 1}});
    world.post("boss", "/views", view.clone()).await.expect(201);
    let mut wrong = view;
    wrong["columns"] = json!([{"key": "c_nothing"}]);
    world.post("boss", "/views", wrong).await.refused(422, "VALIDATION");
}

#[tokio::test]
async fn rules_and_bulk_changes_know_them() {
    let world = four().await;
    let rule = json!({"name": "大面积", "kind": "fit", "points": 40,
        "condition": {"field": "c_area", "op": "gte", "value": 50}});
    world.post("boss", "/scoring-rules", rule.clone()).await.expect(201);
    let scored = lead(&world, json!({"c_area": "60"})).await.expect(201);
    let plain = lead(&world, json!({"c_area": "6"})).await.expect(201);
    assert!(scored["score"].as_i64() > plain["score"].as_i64(), "{} {}", scored["score"], plain["score"]);
    let mut wrong = rule;
    wrong["name"] = "另一条".into();
    wrong["condition"]["field"] = "c_nothing".into();
    world.post("boss", "/scoring-rules", wrong).await.refused(422, "VALIDATION");
    let change = json!({"filter": {"field": "c_terms", "value": "now"}, "changes": {"c_terms": "later"}});
    let done = world.post("boss", "/leads/batch/update", change).await.expect(200);
    assert_eq!(done["succeeded"].as_array().unwrap().len(), 2);
    assert_eq!(named(&world, "boss", "c_terms=later").await.len(), 3);
}
