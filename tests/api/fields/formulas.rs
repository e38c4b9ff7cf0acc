//! Formulas: computed when they are read, filtered and sorted like any other field.

use serde_json::{Value, json};

use super::{add, filter, lead, named};
use crate::kit::World;

#[tokio::test]
async fn a_formula_follows_what_it_names() {
    let world = World::new().await;
    for field in [
        json!({"key": "c_area", "type": "number"}),
        json!({"key": "c_price", "type": "money"}),
        json!({"key": "c_due", "type": "date"}),
        json!({"key": "c_total", "type": "formula", "scale": 2,
            "formula": "IF(c_area > 100, c_area * c_price * 0.9, c_area * c_price)"}),
        json!({"key": "c_each", "type": "formula", "scale": 4, "formula": "budget / c_area"}),
        json!({"key": "c_left", "type": "formula", "scale": 0, "formula": "DAYS(c_due, TODAY())"}),
        json!({"key": "c_remind", "type": "formula", "formula": "ADDDAYS(c_due, -7)"}),
        json!({"key": "c_text", "type": "formula", "formula": "company_name & ' / ' & c_area"}),
        json!({"key": "c_big", "type": "formula", "formula": "c_area >= 100 AND NOT ISBLANK(c_price)"}),
    ] {
        add(&world, field).await.expect(201);
    }
    world.clock("2026-03-10T09:00:00+08:00").await;
    let body = json!({"company_name": "大", "c_area": "200", "c_price": "10", "c_due": "2026-03-15", "budget": "100"});
    let big = lead(&world, body).await.expect(201);
    for (key, value) in [
        ("c_total", json!("1800")),
        ("c_each", json!("0.5")),
        ("c_left", json!("5")),
        ("c_remind", json!("2026-03-08")),
        ("c_text", json!("大 / 200")),
        ("c_big", json!(true)),
    ] {
        assert_eq!(big[key], value, "{key}");
    }
    let small =
        lead(&world, json!({"company_name": "小", "c_area": "0", "c_price": "10", "budget": "5"})).await.expect(201);
    assert_eq!((&small["c_total"], &small["c_each"], &small["c_left"]), (&json!("0"), &Value::Null, &Value::Null));
    lead(&world, json!({"company_name": "空"})).await.expect(201);
    assert_eq!(named(&world, "boss", &filter("c_total", "gt", json!(1000))).await, ["大"]);
    assert_eq!(named(&world, "boss", &filter("c_left", "lte", json!(5))).await, ["大"]);
    assert_eq!(named(&world, "boss", "sort=-c_total").await, ["大", "小", "空"]);
    world.clock("2026-03-12T09:00:00+08:00").await;
    assert_eq!(world.get("boss", &format!("/leads/{}", big.id())).await.expect(200)["c_left"], "3");
    let changed = world.patch("boss", &format!("/leads/{}", big.id()), json!({"c_area": "50"})).await.expect(200);
    assert_eq!(changed["c_total"], "500");
    // Nobody writes it, and nothing that it follows from goes.
    let refused = world.patch("boss", &format!("/leads/{}", big.id()), json!({"c_total": "1"})).await;
    assert_eq!(super::wrong(&refused), [("/c_total".to_owned(), "read_only".to_owned())]);
    let fields = world.get("boss", "/custom-fields?key=c_area").await.expect(200);
    let id = fields.items()[0]["id"].as_str().unwrap().to_owned();
    world.delete("boss", &format!("/custom-fields/{id}")).await.refused(409, "HAS_DEPENDENTS");
}

#[tokio::test]
async fn no_numbers_break_a_list() {
    let world = World::new().await;
    for field in [
        json!({"key": "c_a", "type": "number", "scale": 6}),
        json!({"key": "c_d", "type": "date"}),
        json!({"key": "c_mean", "type": "formula", "scale": 6, "formula": "c_a / (c_a - c_a)"}),
        json!({"key": "c_huge", "type": "formula", "formula": "c_a * c_a * c_a"}),
        json!({"key": "c_far", "type": "formula", "formula": "c_d + c_a"}),
    ] {
        add(&world, field).await.expect(201);
    }
    lead(&world, json!({"c_a": "9999999999999999", "c_d": "9999-12-31"})).await.expect(201);
    lead(&world, json!({"c_a": "-0.000001", "c_d": "0001-01-01"})).await.expect(201);
    let seen = world.get("boss", "/leads?sort=c_mean").await.expect(200);
    assert_eq!(seen.items().len(), 2);
    world.get("boss", &format!("/leads?{}", filter("c_far", "lt", json!("2026-01-01")))).await.expect(200);
}
