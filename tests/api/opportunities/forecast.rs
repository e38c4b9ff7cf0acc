//! The board and the forecast: figures are the sums of what one sees.

use serde_json::{Value, json};

use super::Sales;
use crate::kit::World;

/// The deals of 5-B: what stage they stand in, and what for.
async fn deals_of_5b(sales: &Sales) {
    for (stage, amount, more) in [
        ("商务谈判", "100000", json!({})),
        ("商务谈判", "200000", json!({})),
        ("方案报价", "300000", json!({})),
        ("需求发现", "150000", json!({})),
        ("方案报价", "80000", json!({"forecast_override": "omitted"})),
    ] {
        let mut deal = json!({"amount": amount, "stage_id": sales.stage(stage).await});
        deal.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        sales.create("ann", deal).await.expect(201);
    }
    let won = sales.create("ann", json!({"amount": "110000"})).await.expect(201).id();
    sales.act("ann", won, "win", json!({"won_amount": "120000"})).await.expect(200);
}

#[tokio::test]
async fn scenario_5b_a_forecast_rolls_up_what_is_sure_and_what_is_likely() {
    let sales = Sales::new().await;
    deals_of_5b(&sales).await;
    // Of another period, of another person, lost, and late.
    sales.create("ann", json!({"amount": "7000", "expected_close_on": "2026-04-01"})).await.expect(201);
    let late = json!({"amount": "9000", "expected_close_on": "2026-02-27"});
    sales.create("ann", late).await.expect(201);
    let lost = sales.create("ann", json!({"amount": "5000"})).await.expect(201).id();
    sales.act("ann", lost, "lose", json!({"reason": "price"})).await.expect(200);
    sales.create("sue", json!({"amount": "10000"})).await.expect(201);
    let forecast = sales.world.get("ann", "/forecast?period=2026-03").await.expect(200);
    for (key, amount) in [
        ("closed", "120000.00"),
        ("commit", "420000.00"),
        ("best_case", "720000.00"),
        ("open_pipeline", "750000.00"),
        ("weighted", "570000.00"),
        ("commit_only", "300000.00"),
    ] {
        assert_eq!(forecast[key], amount, "{key}");
    }
    assert_eq!(forecast["slipped"], json!({"count": 1, "amount": "9000.00"}));
    assert_eq!((&forecast["to"], &forecast["currency"]), (&json!("2026-03-31"), &json!("CNY")));
    assert_eq!(sales.world.get("ann", "/forecast").await.expect(200)["commit"], "420000.00");
    assert_eq!(sales.world.get("ann", "/forecast?period=2026-Q1").await.expect(200)["open_pipeline"], "759000.00");
    assert_eq!(sales.world.get("ann", "/forecast?period=2026-Q2").await.expect(200)["open_pipeline"], "7000.00");
    let led = sales.world.get("sue", "/forecast?period=2026-03").await.expect(200);
    assert_eq!(led["open_pipeline"], "760000.00");
    let names: Vec<&Value> = led["owners"].as_array().unwrap().iter().map(|line| &line["owner_name"]).collect();
    assert_eq!(names, ["ann", "sue"]);
    let one = format!("/forecast?period=2026-03&owner_id={}", sales.world.id("sue"));
    assert_eq!(sales.world.get("sue", &one).await.expect(200)["open_pipeline"], "10000.00");
    assert_eq!(sales.world.get("ben", "/forecast?period=2026-03").await.expect(200)["closed"], "0.00");
    sales.world.get("ann", "/forecast?period=2026-13").await.expect(400);
}

#[tokio::test]
async fn a_forecast_is_submitted_overridden_and_measured() {
    let sales = Sales::new().await;
    deals_of_5b(&sales).await;
    let said = json!({"period": "2026-03", "commit_amount": "400000", "comment": "一单可能延后"});
    let submitted = sales.world.post("ann", "/forecasts/submit", said).await.expect(200);
    assert_eq!(
        (&submitted["figures"]["commit"], &submitted["commit_amount"], &submitted["best_case_amount"]),
        (&json!("420000.00"), &json!("400000.00"), &json!("720000.00"),)
    );
    assert_eq!(submitted["opportunity_ids"].as_array().unwrap().len(), 6);
    let path = format!("/forecasts/{}/override", submitted.id());
    sales.world.post("ann", &path, json!({"commit_amount": "1"})).await.expect(403);
    sales.world.post("ben", &path, json!({"commit_amount": "1"})).await.expect(403);
    let lower = json!({"commit_amount": "350000", "note": "按历史完成率"});
    let lower = sales.world.post("sue", &path, lower).await.expect(200);
    assert_eq!((&lower["override_commit"], &lower["overridden_by_name"]), (&json!("350000.00"), &json!("sue")));
    // What is said again takes the place of what was said.
    let again = json!({"period": "2026-03", "commit_amount": "410000"});
    let again = sales.world.post("ann", "/forecasts/submit", again).await.expect(200);
    assert_eq!((again.id(), &again["override_commit"]), (submitted.id(), &json!("350000.00")));
    assert_eq!(sales.world.get("sue", "/forecasts?period=2026-03").await.expect(200).items().len(), 1);
    assert!(sales.world.get("ben", "/forecasts").await.expect(200).items().is_empty());
    sales.world.clock("2026-04-02T09:00:00+08:00").await;
    let over = sales.world.get("sue", "/forecast?period=2026-03").await.expect(200);
    let line = &over["owners"][0];
    // Said 410,000, closed 120,000.
    assert_eq!((&line["accuracy"], &line["submission"]["commit_amount"]), (&json!("-141.67"), &json!("410000.00")));
    sales.world.post("ann", "/forecasts/submit", json!({"period": "2026-03"})).await.expect(422);
}

#[tokio::test]
async fn the_board_shows_what_each_stage_comes_to_and_its_first_deals() {
    let sales = Sales::new().await;
    deals_of_5b(&sales).await;
    sales.create("sue", json!({"name": "批量采购", "amount": "10000"})).await.expect(201);
    let board = sales.world.get("sue", "/opportunities/board?limit=1").await.expect(200);
    let lanes: Vec<(&str, i64, &str, &str)> = board["stages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|lane| {
            (
                lane["name"].as_str().unwrap(),
                lane["count"].as_i64().unwrap(),
                lane["amount"].as_str().unwrap(),
                lane["weighted_amount"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        lanes,
        [
            ("需求发现", 2, "160000.00", "32000.00"),
            ("需求确认", 0, "0.00", "0.00"),
            ("方案报价", 2, "380000.00", "228000.00"),
            ("商务谈判", 2, "300000.00", "240000.00"),
        ]
    );
    let first = &board["stages"][0];
    assert_eq!((first["items"].as_array().unwrap().len(), &first["items"][0]["name"]), (1, &json!("批量采购")));
    let rest = format!(
        "/opportunities?status=open&stage_id={}&limit=1&cursor={}",
        first["id"].as_str().unwrap(),
        first["next_cursor"].as_str().unwrap(),
    );
    assert_eq!(sales.world.get("sue", &rest).await.expect(200).all("amount"), ["150000.00"]);
    let asked = format!("/opportunities/board?owner_id={}&q=批量", sales.world.id("sue"));
    let asked = sales.world.get("sue", &asked).await.expect(200);
    assert_eq!((&asked["stages"][0]["count"], &asked["stages"][2]["count"]), (&json!(1), &json!(0)));
    sales.world.get("sue", "/opportunities/board?no_such_field=1").await.expect(400);
    sales.world.get("sue", &format!("/opportunities/board?pipeline_id={}", sales.customer)).await.expect(404);
}

#[tokio::test]
async fn p26_every_figure_is_the_sum_of_what_one_sees() {
    let world = World::new().await;
    let hidden = json!([{"object": "opportunity", "field": "amount", "access": "hidden"}]);
    let read = |permission: &str| json!({"permission": permission, "scope": "all"});
    let role = json!({
        "code": "viewer", "name": "只读", "fields": hidden,
        "grants": [read("opportunity:read"), read("forecast:read"), read("user:read")],
    });
    world.post("boss", "/roles", role).await.expect(201);
    let sales = Sales::within(world).await;
    sales.world.person("vic", &["viewer"], None).await;
    deals_of_5b(&sales).await;
    sales.create("sue", json!({"amount": "10000"})).await.expect(201);
    for who in ["ann", "ben", "sue", "boss"] {
        let listed = sales.world.get(who, "/opportunities?status=open&limit=100").await.expect(200);
        let cents = |value: &Value| value.as_str().unwrap().replace('.', "").parse::<i64>().unwrap();
        let seen: i64 = listed.items().iter().map(|deal| cents(&deal["amount_base"])).sum();
        let board = sales.world.get(who, "/opportunities/board").await.expect(200);
        let shown: i64 = board["stages"].as_array().unwrap().iter().map(|lane| cents(&lane["amount"])).sum();
        assert_eq!(seen, shown, "{who}");
        let forecast = sales.world.get(who, "/forecast?period=2026-03").await.expect(200);
        let counted: i64 = listed
            .items()
            .iter()
            .filter(|deal| deal["forecast_category"] != "omitted")
            .map(|deal| cents(&deal["amount_base"]))
            .sum();
        assert_eq!(counted, cents(&forecast["open_pipeline"]), "{who}");
    }
    // Who may not see amounts sees no sums of them.
    let board = sales.world.get("vic", "/opportunities/board").await.expect(200);
    assert_eq!(
        (&board["stages"][0]["amount"], &board["stages"][1]["amount"], &board["stages"][0]["count"]),
        (&Value::Null, &Value::Null, &json!(2),)
    );
    sales.world.get("vic", "/forecast").await.refused(403, "FIELD_FORBIDDEN");
}
