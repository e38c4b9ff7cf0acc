//! Deals as records: money, likelihood, whose they are, who is in whose way.

use serde_json::{Value, json};

use super::Sales;
use crate::kit::World;

#[tokio::test]
async fn scenario_5f_the_amount_follows_from_the_lines() {
    let sales = Sales::new().await;
    let lines = json!([
        {"product": "羽绒服", "code": "YR-01", "quantity": "3", "unit_price": "199", "discount_rate": "0.10", "tax_rate": "0.13"},
        {"product": "围巾", "quantity": "5", "unit_price": "49.77", "tax_rate": "0.13"},
    ]);
    let both = sales.create("ann", json!({"lines": lines})).await.refused(422, "AMOUNT_DERIVED");
    assert_eq!(both["errors"][0]["pointer"], "/amount");
    let deal = sales.create("ann", json!({"lines": lines, "amount": null})).await.expect(201);
    assert_eq!((&deal["amount"], &deal["amount_source"]), (&json!("786.15"), &json!("lines")));
    assert_eq!(
        (&deal["lines"][0]["gross"], &deal["lines"][0]["net"], &deal["lines"][0]["tax"]),
        (&json!("537.30"), &json!("475.49"), &json!("61.81"),)
    );
    let path = format!("/opportunities/{}", deal.id());
    sales.world.patch("ann", &path, json!({"amount": "900"})).await.refused(422, "AMOUNT_DERIVED");
    let fewer = sales.world.patch("ann", &path, json!({"lines": [lines[1]]})).await.expect(200);
    assert_eq!(fewer["amount"], "248.85");
    sales.world.patch("ann", &path, json!({"name": "围巾"})).await.expect(200);
    let none = sales.world.patch("ann", &path, json!({"lines": [], "amount": "900"})).await.expect(200);
    assert_eq!((&none["amount"], &none["amount_source"]), (&json!("900.00"), &json!("manual")));
    for wrong in [
        json!({"product": "x", "quantity": "0", "unit_price": "1"}),
        json!({"product": "x", "quantity": "1", "unit_price": "-1"}),
        json!({"product": "x", "quantity": "1", "unit_price": "1", "tax_rate": "1.3"}),
        json!({"product": "", "quantity": "1", "unit_price": "1"}),
    ] {
        sales.world.patch("ann", &path, json!({"lines": [wrong]})).await.expect(422);
    }
}

#[tokio::test]
async fn scenario_5h_two_owners_do_not_sell_the_same_to_one_customer() {
    let sales = Sales::new().await;
    let share = json!({"members": [{"user_id": sales.world.id("ben"), "access": "read"}]});
    let team = format!("/customers/{}/team", sales.customer);
    sales.world.put("ann", &team, share).await.expect(200);
    sales.create("ben", json!({"categories": ["女装", "童装"]})).await.expect(201);
    let refused = sales.create("ann", json!({"categories": ["女装"]})).await.refused(409, "OPPORTUNITY_COLLISION");
    assert_eq!(refused["params"]["opportunities"][0]["owner_name"], "ben");
    let other = sales.create("ann", json!({"categories": ["配件"]})).await.expect(201);
    let path = format!("/opportunities/{}", other.id());
    sales
        .world
        .patch("ann", &path, json!({"categories": ["配件", "童装"]}))
        .await
        .refused(409, "OPPORTUNITY_COLLISION");
    // To say why is for who leads.
    let why = json!({"categories": ["女装"], "collision_reason": "两个事业部分别采购"});
    sales.create("ann", why.clone()).await.refused(403, "FORBIDDEN");
    let approved = sales.create("sue", why).await.expect(201);
    assert_eq!(approved["warnings"][0]["code"], "OPPORTUNITY_COLLISION");
    // One's own are none's business, and what has ended is in nobody's way.
    sales.create("ann", json!({"categories": ["配件"]})).await.expect(201);
    sales.world.patch("boss", "/settings", json!({"dup.collision_opportunity": "warn"})).await.expect(200);
    let warned = sales.create("ann", json!({"categories": ["女装"]})).await.expect(201);
    assert_eq!(warned["warnings"][0]["code"], "OPPORTUNITY_COLLISION");
}

#[tokio::test]
async fn p38_each_deal_keeps_its_currency_and_the_rate_of_its_day() {
    let sales = Sales::new().await;
    let rate = |on: &str, rate: &str| json!({"currency": "USD", "effective_on": on, "rate": rate});
    let usd = json!({"currency": "USD", "amount": "12345.67"});
    assert_eq!(sales.create("ann", usd.clone()).await.expect(422)["errors"][0]["code"], "no_exchange_rate");
    sales.world.post("boss", "/exchange-rates", rate("2026-03-01", "7.1234")).await.expect(201);
    let deal = sales.create("ann", usd).await.expect(201);
    assert_eq!(
        (&deal["amount_base"], &deal["fx_rate"], &deal["fx_rate_on"], &deal["weighted_amount"]),
        (&json!("87943.15"), &json!("7.1234"), &json!("2026-03-01"), &json!("17588.63"),)
    );
    sales.world.clock("2026-03-10T09:00:00+08:00").await;
    sales.world.post("boss", "/exchange-rates", rate("2026-03-10", "7")).await.expect(201);
    let path = format!("/opportunities/{}", deal.id());
    let dearer = sales.world.patch("ann", &path, json!({"amount": "20000"})).await.expect(200);
    assert_eq!((&dearer["fx_rate"], &dearer["amount_base"]), (&json!("7.1234"), &json!("142468.00")));
    sales.world.patch("ann", &path, json!({"currency": "CNY"})).await.expect(200);
    let back = sales.world.patch("ann", &path, json!({"currency": "USD"})).await.expect(200);
    assert_eq!((&back["fx_rate"], &back["amount_base"]), (&json!("7"), &json!("140000.00")));
    let yen = json!({"currency": "JPY", "effective_on": "2026-03-01", "rate": "0.05"});
    sales.world.post("boss", "/exchange-rates", yen).await.expect(201);
    let yen = sales.create("ann", json!({"currency": "JPY", "amount": "100.5"})).await.expect(201);
    assert_eq!((&yen["amount"], &yen["amount_base"]), (&json!("101.00"), &json!("5.05")));
}

#[tokio::test]
async fn to_say_that_a_deal_is_likelier_needs_the_right_and_has_its_bounds() {
    let sales = Sales::new().await;
    sales.create("ann", json!({"probability_override": 30})).await.refused(403, "FORBIDDEN");
    let deal = sales.create("ann", json!({})).await.expect(201);
    let path = format!("/opportunities/{}", deal.id());
    let wrong = sales.world.patch("sue", &path, json!({"probability_override": 51})).await.expect(422);
    assert_eq!(
        (&wrong["errors"][0]["pointer"], &wrong["errors"][0]["code"]),
        (&json!("/probability_override"), &json!("out_of_range"),)
    );
    for never in [0, 100] {
        sales.world.patch("sue", &path, json!({"probability_override": never})).await.expect(422);
    }
    let set = sales.world.patch("sue", &path, json!({"probability_override": 50})).await.expect(200);
    assert_eq!(set["probability"], 50);
    // It stays when the deal moves, and other edits of the owner leave it alone.
    let second = sales.stage("需求确认").await;
    assert_eq!(sales.act("ann", deal.id(), "stage", json!({"stage_id": second})).await.expect(200)["probability"], 50);
    sales.world.patch("ann", &path, json!({"next_step": "寄样品"})).await.expect(200);
    let cleared = sales.world.patch("sue", &path, json!({"probability_override": null})).await.expect(200);
    assert_eq!(cleared["probability"], 40);
    let category = sales.world.patch("ann", &path, json!({"forecast_override": "omitted"})).await.expect(200);
    assert_eq!(category["forecast_category"], "omitted");
    sales.world.patch("ann", &path, json!({"forecast_override": "closed"})).await.expect(422);
}

#[tokio::test]
async fn a_deal_that_stands_still_shows_it() {
    let sales = Sales::new().await;
    let deal = sales.create("ann", json!({"expected_close_on": "2026-03-10"})).await.expect(201).id();
    let states = async |on: &str| {
        sales.world.clock(&format!("2026-03-{on}T00:30:00+08:00")).await;
        let shown = sales.get("ann", deal).await;
        let listed = sales.world.get("ann", "/opportunities?stalled=true").await.expect(200).items().len();
        let late = sales.world.get("ann", "/opportunities?overdue_close=true").await.expect(200).items().len();
        assert_eq!((shown["stalled"] == true, shown["overdue_close"] == true), (listed == 1, late == 1));
        (shown["stage_age_days"].as_i64().unwrap(), listed, late)
    };
    assert_eq!(states("10").await, (8, 0, 0));
    assert_eq!(states("11").await, (9, 0, 1));
    assert_eq!(states("16").await, (14, 0, 1));
    assert_eq!(states("17").await, (15, 1, 1));
    let old = json!({"field": "stage_age_days", "op": "gt", "value": 14});
    assert_eq!(sales.world.get("ann", &format!("/opportunities?filter={old}")).await.expect(200).items().len(), 1);
    let second = sales.stage("需求确认").await;
    sales.act("ann", deal, "stage", json!({"stage_id": second})).await.expect(200);
    assert_eq!(sales.get("ann", deal).await["stalled"], true, "it was moved, but nobody spoke about it");
    let call = json!({
        "subject": "opportunity", "subject_id": deal, "kind": "call", "content": "确认需求", "outcome": "reached",
    });
    let call = sales.world.post("ann", "/activities", call).await.expect(201);
    assert_eq!((&call["customer_id"], &call["opportunity_name"]), (&json!(sales.customer), &json!("春季工装")));
    let now = sales.get("ann", deal).await;
    assert_eq!(
        (&now["stalled"], &now["last_activity_at"], &now["next_contact_at"]),
        (&json!(false), &json!("2026-03-17T00:30:00+08:00"), &json!("2026-03-24T18:00:00+08:00"),)
    );
    sales.world.delete("ann", &format!("/activities/{}", call.id())).await.expect(204);
    assert_eq!(sales.get("ann", deal).await["stalled"], true);
}

#[tokio::test]
async fn a_deal_is_asked_for_what_it_needs() {
    let sales = Sales::new().await;
    let later = sales.stage("需求确认").await;
    let warned = sales.create("ann", json!({"expected_close_on": "2026-03-01"})).await.expect(201);
    assert_eq!(warned["warnings"][0]["code"], "PAST_CLOSE");
    sales.world.patch("boss", "/settings", json!({"opportunity.past_close": "block"})).await.expect(200);
    sales.create("ann", json!({"expected_close_on": "2026-03-01"})).await.expect(422);
    // Only in the first stage a deal is about no money yet.
    let free = sales.create("ann", json!({"amount": "0"})).await.expect(201);
    let stuck = sales.act("ann", free.id(), "stage", json!({"stage_id": later})).await;
    assert_eq!(stuck.refused(422, "STAGE_REQUIREMENTS")["errors"][0]["pointer"], "/amount");
    sales.create("ann", json!({"amount": "0", "stage_id": later})).await.refused(422, "STAGE_REQUIREMENTS");
    let paid = sales.create("ann", json!({"stage_id": later})).await.expect(201);
    sales.world.patch("ann", &format!("/opportunities/{}", paid.id()), json!({"amount": "0"})).await.expect(422);
    // Customers that one does not see, contacts of others, and people who are not there.
    sales.world.post("ben", "/opportunities", sales.deal(&json!({}))).await.expect(422);
    let stranger =
        sales.world.post("ann", "/customers", json!({"name": "北京明华电子有限公司"})).await.expect(201).id();
    let contact = json!({"customer_id": stranger, "name": "欧阳娜"});
    let contact = sales.world.post("ann", "/contacts", contact).await.expect(201).id();
    sales.create("ann", json!({"contact_id": contact})).await.expect(422);
    sales.create("ann", json!({"owner_id": sales.world.id("ben")})).await.expect(422);
    let given = sales.create("sue", json!({"owner_id": sales.world.id("ben")})).await.expect(201);
    assert_eq!((&given["owner_name"], given["no"].as_str().unwrap()), (&json!("ben"), "SJ-20260302-0004"));
    let counts =
        sales.world.delete("ann", &format!("/customers/{}", sales.customer)).await.refused(409, "HAS_DEPENDENTS");
    assert_eq!(counts["params"]["counts"]["opportunities"], 4);
}

#[tokio::test]
async fn p25_an_amount_that_is_hidden_is_hidden_everywhere() {
    let world = World::new().await;
    let role = json!({
        "code": "viewer", "name": "只读", "fields": [{"object": "opportunity", "field": "amount", "access": "hidden"}],
        "grants": [{"permission": "opportunity:read", "scope": "all"}, {"permission": "user:read", "scope": "all"}],
    });
    world.post("boss", "/roles", role).await.expect(201);
    let sales = Sales::within(world).await;
    let deal = sales.create("ann", json!({})).await.expect(201).id();
    sales.world.person("vic", &["viewer"], None).await;
    let shown = sales.get("vic", deal).await.expect(200);
    for follows in ["amount", "amount_base", "weighted_amount", "lines", "won_amount", "won_amount_base"] {
        assert!(shown.json.get(follows).is_none(), "{follows} of {}", shown.json);
    }
    let board = sales.world.get("vic", "/opportunities/board").await.expect(200);
    let lane = board["stages"].as_array().unwrap().iter().find(|lane| lane["count"] == 1).unwrap();
    assert!(lane["amount"].is_null() && lane["weighted_amount"].is_null(), "{lane}");
    assert!(sales.world.get("vic", "/opportunities").await.items()[0].get("amount").is_none());
    for path in ["sort=amount", "amount=1000", "sort=weighted_amount", "sort=amount_base"] {
        sales.world.get("vic", &format!("/opportunities?{path}")).await.refused(403, "FIELD_FORBIDDEN");
    }
    let history = sales.world.get("vic", &format!("/opportunities/{deal}/stage-history")).await.expect(200);
    assert!(history.items()[0].get("amount").is_none() && history.items()[0].get("probability").is_some());
    let meta = sales.world.get("vic", "/meta/opportunities").await.expect(200);
    assert!(
        !meta["fields"].as_array().unwrap().iter().any(|field| field["key"] == "amount" && field["readable"] == true)
    );
    assert_eq!(sales.get("ann", deal).await["amount"], Value::from("1000.00"));
}
