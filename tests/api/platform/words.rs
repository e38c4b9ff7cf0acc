//! Lists of words, and numbers of records.

use serde_json::json;

use super::item;
use crate::kit::World;

#[tokio::test]
async fn words_are_renamed_and_switched_off_but_codes_stay() {
    let world = World::new().await;
    let all = world.get("boss", "/dictionaries?limit=200").await.expect(200);
    let sources = item(&all, "code", "lead_source");
    let path = format!("/dictionaries/{}", sources["id"].as_str().unwrap());
    let mut items = sources["items"].as_array().unwrap().clone();
    assert!(items.iter().any(|item| item["code"] == "exhibition" && item["zh"] == "展会"));

    items.push(json!({"code": "tiktok", "zh": "抖音", "color": "red"}));
    items[0]["zh"] = "公司官网".into();
    let changed = world.patch("boss", &path, json!({"items": items})).await.expect(200);
    let last = changed["items"].as_array().unwrap().last().unwrap();
    assert_eq!((&last["en"], &last["active"], &last["system"]), (&json!("抖音"), &json!(true), &json!(false)));
    assert_eq!(changed["items"][0]["zh"], "公司官网");

    let without_first = &items[1..];
    world.patch("boss", &path, json!({"items": without_first})).await.refused(422, "VALIDATION");
    world.patch("boss", &path, json!({"code": "other"})).await.refused(422, "STATE_FIELD");
    world.delete("boss", &path).await.refused(409, "HAS_DEPENDENTS");
    let twice = json!({"items": [items[0], items[0]]});
    world.patch("boss", &path, twice).await.refused(422, "VALIDATION");

    let level = item(&all, "code", "level");
    let mut levels = level["items"].as_array().unwrap().clone();
    levels.push(json!({"code": "E", "zh": "E 级"}));
    let path = format!("/dictionaries/{}", level["id"].as_str().unwrap());
    world.patch("boss", &path, json!({"items": levels})).await.refused(422, "VALIDATION");
}

#[tokio::test]
async fn an_organisation_adds_lists_of_its_own_and_their_codes_can_be_used_again() {
    let world = World::new().await;
    let list =
        json!({"code": "hobby", "name": "爱好", "name_en": "Hobby", "items": [{"code": "golf", "zh": "高尔夫"}]});
    let hobby = world.post("boss", "/dictionaries", list.clone()).await.expect(201);
    world.post("boss", "/dictionaries", list.clone()).await.refused(409, "DUPLICATE");
    world.delete("boss", &format!("/dictionaries/{}", hobby.id())).await.expect(204);
    world.post("boss", "/dictionaries", list).await.expect(201);
    for code in ["Hobby", "x", "a b", "'; drop table users; --"] {
        let list = json!({"code": code, "name": "爱好", "name_en": "Hobby"});
        world.post("boss", "/dictionaries", list).await.refused(422, "VALIDATION");
    }
}

#[tokio::test]
async fn a_numbering_rule_must_give_unique_numbers() {
    let world = World::new().await;
    let rules = world.get("boss", "/numbering-rules?limit=200").await.expect(200);
    let lead = item(&rules, "object", "lead");
    let path = format!("/numbering-rules/{}", lead["id"].as_str().unwrap());
    let monthly = json!({"segments": [{"kind": "text", "text": "NO"}, {"kind": "date", "format": "YYYYMM"},
        {"kind": "sequence", "start": 1, "step": 1, "width": 5}], "reset": "monthly"});
    assert_eq!(world.patch("boss", &path, monthly).await.expect(200)["reset"], "monthly");
    let refused = world.patch("boss", &path, json!({"reset": "daily"})).await.refused(422, "VALIDATION");
    assert_eq!(refused["errors"][0]["pointer"], "/reset");
    let unknown = json!({"object": "weather", "segments": lead["segments"], "reset": "daily"});
    world.post("boss", "/numbering-rules", unknown).await.refused(422, "VALIDATION");
}

#[tokio::test]
async fn a_field_with_words_takes_words_of_its_list_only() {
    let world = World::new().await;
    let meta = world.get("boss", "/meta/leads").await.expect(200);
    let source = meta["fields"].as_array().unwrap().iter().find(|field| field["key"] == "source").unwrap();
    let option = source["options"].as_array().unwrap().iter().find(|option| option["value"] == "exhibition").unwrap();
    assert_eq!((&option["label"]["zh"], &option["active"]), (&json!("展会"), &json!(true)));
}

async fn fifty_numbers(world: &World, path: &str, word: &str) -> Vec<String> {
    let made = futures_util::future::join_all((0..50).map(|at| async move {
        let (phone, name) = (format!("139{at:08}"), format!("{word}{at:03}"));
        let body = match path {
            "/leads" => json!({"contact_name": name, "phone": phone}),
            _ => json!({"name": name, "phone": phone}),
        };
        world.post("boss", path, body).await.expect(201)["no"].as_str().unwrap().to_owned()
    }));
    let mut numbers = made.await;
    numbers.sort();
    numbers
}

#[tokio::test]
async fn scenario_6h_numbering_gives_fifty_at_once_fifty_numbers_and_begins_anew_next_day() {
    let world = World::new().await;
    world.patch("boss", "/settings", json!({"lead.capacity": null, "customer.capacity": null})).await.expect(200);
    for (path, prefix) in [("/leads", "XS"), ("/customers", "KH")] {
        world.clock("2026-03-02T09:00:00+08:00").await;
        let expected: Vec<String> = (1..=50).map(|n| format!("{prefix}-20260302-{n:04}")).collect();
        assert_eq!(fifty_numbers(&world, path, "甲").await, expected);
        // Half past midnight in Shanghai, still the second of March in UTC.
        world.clock("2026-03-02T16:30:00Z").await;
        let name = if path == "/leads" { "contact_name" } else { "name" };
        let body = json!({name: "次日"});
        let next = world.post("boss", path, body).await.expect(201);
        assert_eq!(next["no"], format!("{prefix}-20260303-0001"));
    }
}

#[tokio::test]
async fn a_new_rule_never_gives_a_number_twice() {
    let world = World::new().await;
    world.clock("2026-03-02T09:00:00+08:00").await;
    let lead = async |phone: &str| {
        let made = world.post("boss", "/leads", json!({"contact_name": "甲", "phone": phone})).await.expect(201);
        made["no"].as_str().unwrap().to_owned()
    };
    assert_eq!(lead("13900000001").await, "XS-20260302-0001");
    let rules = world.get("boss", "/numbering-rules?object=lead").await.expect(200);
    let path = format!("/numbering-rules/{}", rules.items()[0]["id"].as_str().unwrap());
    world.patch("boss", &path, json!({"reset": "never"})).await.expect(200);
    assert_eq!(lead("13900000002").await, "XS-20260302-0002");
    world.patch("boss", &path, json!({"reset": "daily"})).await.expect(200);
    assert_eq!(lead("13900000003").await, "XS-20260302-0003");
}

#[tokio::test]
async fn a_word_that_records_carry_is_switched_off_not_taken_away() {
    let world = World::new().await;
    let sources = world.get("boss", "/dictionaries?code=lead_source").await.expect(200).items()[0].clone();
    let path = format!("/dictionaries/{}", sources["id"].as_str().unwrap());
    let items = sources["items"].as_array().unwrap();
    let with = |active: Option<bool>| {
        let own = active.map(|active| json!({"code": "radio", "zh": "电台", "active": active}));
        json!({"items": items.iter().cloned().chain(own).collect::<Vec<_>>()})
    };
    world.patch("boss", &path, with(Some(true))).await.expect(200);
    let lead = world.post("boss", "/leads", json!({"contact_name": "甲", "source": "radio"})).await.expect(201);
    let refused = world.patch("boss", &path, with(None)).await.refused(409, "HAS_DEPENDENTS");
    assert_eq!(refused["params"], json!({"item": "radio", "resource": "leads"}));
    world.patch("boss", &path, with(Some(false))).await.expect(200);

    let refused = world.post("boss", "/leads", json!({"contact_name": "乙", "source": "radio"})).await;
    assert_eq!(refused.refused(422, "VALIDATION")["errors"][0]["pointer"], "/source");
    let path = format!("/leads/{}", lead.id());
    let kept = world.patch("boss", &path, json!({"source": "radio", "title": "经理"})).await.expect(200);
    assert_eq!(kept["source"], "radio", "what a record has may stay");
    let wrong = json!({"contact_name": "丙", "source": "nowhere", "phone": "x"});
    let refused = world.post("boss", "/leads", wrong).await.refused(422, "VALIDATION");
    assert_eq!(refused["errors"].as_array().unwrap().len(), 2, "all mistakes are named at once");
}
