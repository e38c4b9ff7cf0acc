//! What records hold of added fields: every type, its rules, and what is unique.

use serde_json::{Value, json};

use super::{add, lead, words, wrong};
use crate::kit::World;

#[tokio::test]
async fn s121_a_field_of_every_type_is_there_at_once() {
    let world = World::new().await;
    let boss = world.id("boss").to_string();
    let root = world.root().await.to_string();
    words(&world, "terms", &["now", "later"]).await;
    let customer = world.post("boss", "/customers", json!({"name": "海纳百货"})).await.expect(201).id().to_string();
    for (kind, more) in [
        ("text", json!({})),
        ("long_text", json!({})),
        ("number", json!({"scale": 3})),
        ("money", json!({})),
        ("percent", json!({})),
        ("date", json!({})),
        ("datetime", json!({})),
        ("select", json!({"dictionary": "terms"})),
        ("multi_select", json!({"dictionary": "terms"})),
        ("boolean", json!({})),
        ("phone", json!({})),
        ("email", json!({})),
        ("url", json!({})),
        ("user", json!({})),
        ("department", json!({})),
        ("relation", json!({"target": "customers"})),
        ("region", json!({})),
        ("auto_number", json!({})),
    ] {
        let mut field = json!({"key": format!("c_{kind}"), "type": kind, "label": kind});
        field.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        add(&world, field).await.expect(201);
    }
    let values = json!({
        "c_text": "上门自提", "c_long_text": "一\n二", "c_number": "12.125", "c_money": "99.5", "c_percent": "0.125",
        "c_date": "2026-03-02", "c_datetime": "2026-03-02T09:00:00+08:00", "c_select": "now",
        "c_multi_select": ["later", "now"], "c_boolean": false, "c_phone": "13800138000", "c_email": "ann@example.com",
        "c_url": "https://example.com", "c_user": boss, "c_department": root, "c_relation": customer,
        "c_region": "310000",
    });
    let made = lead(&world, values.clone()).await.expect(201);
    let seen = world.get("boss", &format!("/leads/{}", made.id())).await.expect(200);
    for answer in [&made, &seen] {
        for (key, value) in values.as_object().unwrap() {
            let value = if key == "c_money" { &json!("99.50") } else { value };
            assert_eq!(&answer[key.as_str()], value, "{key}");
        }
        assert_eq!(answer["c_auto_number"], "000001");
        assert_eq!(answer["c_relation_name"], "海纳百货");
        assert_eq!(answer["c_department_name"], "云帆科技");
        assert!(answer["c_user_name"].is_string());
        assert!(answer.json.get("custom").is_none(), "values stand beside the others");
    }
    assert_eq!(lead(&world, json!({})).await.expect(201)["c_auto_number"], "000002");
    let meta = world.get("boss", "/meta/leads").await.expect(200);
    let fields = meta["fields"].as_array().unwrap();
    let of = |key: &str| fields.iter().find(|field| field["key"] == key).unwrap();
    assert_eq!((&of("c_select")["kind"], &of("c_select")["custom"]), (&json!("dictionary"), &json!(true)));
    assert_eq!(of("c_multi_select")["kind"], "items");
    assert_eq!(of("c_multi_select")["options"].as_array().unwrap().len(), 2);
    assert_eq!(of("c_number")["rules"]["scale"], 3);
    assert_eq!(of("c_auto_number")["writable"], false);
    assert!(of("name").get("rules").is_none());
}

#[tokio::test]
async fn a_patch_changes_one_field_and_null_clears_it() {
    let world = World::new().await;
    add(&world, json!({"key": "c_a", "type": "text"})).await.expect(201);
    add(&world, json!({"key": "c_b", "type": "number"})).await.expect(201);
    let id = lead(&world, json!({"c_a": "一", "c_b": "2"})).await.expect(201).id();
    let path = format!("/leads/{id}");
    let changed = world.patch("boss", &path, json!({"c_b": 3})).await.expect(200);
    assert_eq!((&changed["c_a"], &changed["c_b"]), (&json!("一"), &json!("3")));
    let cleared = world.patch("boss", &path, json!({"c_a": null})).await.expect(200);
    assert_eq!((&cleared["c_a"], &cleared["c_b"]), (&Value::Null, &json!("3")));
    // Nothing changed: no new version.
    assert_eq!(world.patch("boss", &path, json!({"c_b": "3"})).await.expect(200).version(), cleared.version());
    let history = world.get("boss", &format!("{path}/history")).await.expect(200);
    let changes: Vec<(Value, Value, Value)> = history
        .items()
        .iter()
        .flat_map(|entry| entry["changes"].as_array().unwrap())
        .filter(|change| change["field"].as_str().unwrap().starts_with("c_"))
        .map(|change| (change["field"].clone(), change["old"].clone(), change["new"].clone()))
        .collect();
    assert!(changes.contains(&(json!("c_b"), json!("2"), json!("3"))), "{changes:?}");
    assert!(changes.contains(&(json!("c_a"), json!("一"), Value::Null)), "{changes:?}");
}

#[tokio::test]
async fn all_mistakes_are_named_with_their_field() {
    let world = World::new().await;
    words(&world, "terms", &["now"]).await;
    for field in [
        json!({"key": "c_code", "type": "text", "pattern": "[A-Z]{2}[0-9]+", "required": true}),
        json!({"key": "c_area", "type": "number", "min": "1", "max": "500"}),
        json!({"key": "c_terms", "type": "select", "dictionary": "terms"}),
        json!({"key": "c_many", "type": "multi_select", "dictionary": "terms"}),
        json!({"key": "c_who", "type": "user"}),
        json!({"key": "c_no", "type": "auto_number"}),
    ] {
        add(&world, field).await.expect(201);
    }
    let refused = lead(
        &world,
        json!({"c_area": "501", "c_terms": "never", "c_many": ["now", "no"], "c_who": uuid::Uuid::now_v7(), "c_no": "7"}),
    )
    .await;
    let found = wrong(&refused);
    for (pointer, code) in [
        ("/c_code", "required"),
        ("/c_area", "out_of_range"),
        ("/c_terms", "not_one_of"),
        ("/c_many/1", "not_one_of"),
        ("/c_who", "unknown_reference"),
        ("/c_no", "read_only"),
    ] {
        assert!(found.contains(&(pointer.to_owned(), code.to_owned())), "{pointer} {code} in {found:?}");
    }
    let refused = lead(&world, json!({"c_code": "ab1"})).await.refused(422, "VALIDATION");
    assert_eq!(wrong(&refused), [("/c_code".to_owned(), "invalid".to_owned())]);
    lead(&world, json!({"c_code": "AB1", "c_nothing": 1})).await.refused(400, "UNKNOWN_FIELD");
    lead(&world, json!({"c_code": "AB1", "custom": {"c_area": "7"}})).await.refused(400, "UNKNOWN_FIELD");
    lead(&world, json!({"c_code": "AB1"})).await.expect(201);
}

#[tokio::test]
async fn required_later_is_asked_of_new_saves_only() {
    let world = World::new().await;
    let old = lead(&world, json!({})).await.expect(201).id();
    add(&world, json!({"key": "c_need", "type": "text", "required": true})).await.expect(201);
    let path = format!("/leads/{old}");
    assert_eq!(world.get("boss", &path).await.expect(200)["c_need"], Value::Null);
    // A verb is no save of the form.
    world.post("boss", &format!("{path}/return"), json!({"reason": "no_time"})).await;
    let refused = lead(&world, json!({})).await;
    assert_eq!(wrong(&refused), [("/c_need".to_owned(), "required".to_owned())]);
    let refused = world.patch("boss", &path, json!({"title": "经理"})).await;
    assert_eq!(wrong(&refused), [("/c_need".to_owned(), "required".to_owned())]);
    world.patch("boss", &path, json!({"title": "经理", "c_need": "有"})).await.expect(200);
}

#[tokio::test]
async fn a_new_record_begins_with_the_default() {
    let world = World::new().await;
    add(&world, json!({"key": "c_terms", "type": "text", "default_value": "月结"})).await.expect(201);
    assert_eq!(lead(&world, json!({})).await.expect(201)["c_terms"], "月结");
    assert_eq!(lead(&world, json!({"c_terms": "现结"})).await.expect(201)["c_terms"], "现结");
    assert_eq!(lead(&world, json!({"c_terms": null})).await.expect(201)["c_terms"], Value::Null);
}

#[tokio::test]
async fn p60_what_is_unique_is_there_once_even_for_twenty_at_once() {
    let world = World::new().await;
    add(&world, json!({"key": "c_code", "type": "text", "is_unique": true})).await.expect(201);
    let first = lead(&world, json!({"c_code": "Ab-1"})).await.expect(201).id();
    let refused = lead(&world, json!({"c_code": "ＡＢ-1"})).await;
    assert_eq!(wrong(&refused), [("/c_code".to_owned(), "duplicate".to_owned())]);
    // It may be written over itself, and comes free with its record.
    world.patch("boss", &format!("/leads/{first}"), json!({"c_code": "AB-1"})).await.expect(200);
    let many = (0..20).map(|_| lead(&world, json!({"c_code": "race"})));
    let done = futures_util::future::join_all(many).await;
    assert_eq!(done.iter().filter(|answer| answer.status == 201).count(), 1);
    world.delete("boss", &format!("/leads/{first}")).await.expect(204);
    let second = lead(&world, json!({"c_code": "ab-1"})).await.expect(201).id();
    let restore = format!("/recycle-bin/leads/{first}/restore");
    world.post("boss", &restore, json!({})).await.refused(409, "RESTORE_CONFLICT");
    world.patch("boss", &format!("/leads/{second}"), json!({"c_code": "other"})).await.expect(200);
    world.post("boss", &restore, json!({})).await;
    lead(&world, json!({"c_code": "ab-1"})).await.refused(422, "VALIDATION");
}

#[tokio::test]
async fn customers_and_contacts_have_them_too_and_a_lead_hands_them_on() {
    let world = World::new().await;
    for resource in ["leads", "customers", "contacts"] {
        add(&world, json!({"resource": resource, "key": "c_size", "type": "text"})).await.expect(201);
    }
    add(&world, json!({"resource": "customers", "key": "c_only", "type": "text"})).await.expect(201);
    let made = lead(&world, json!({"contact_name": "王芳", "c_size": "XL"})).await.expect(201);
    let body = json!({"customer": {"fields": {"c_only": "有"}}});
    let converted = world.post("boss", &format!("/leads/{}/convert", made.id()), body).await.expect(200);
    let customer = converted["customer_id"].as_str().unwrap();
    let contact = converted["contact_id"].as_str().unwrap();
    let customer = world.get("boss", &format!("/customers/{customer}")).await.expect(200);
    assert_eq!((&customer["c_size"], &customer["c_only"]), (&json!("XL"), &json!("有")));
    let contact = format!("/contacts/{contact}");
    assert_eq!(world.get("boss", &contact).await.expect(200)["c_size"], "XL");
    assert_eq!(world.patch("boss", &contact, json!({"c_size": "M"})).await.expect(200)["c_size"], "M");
}
