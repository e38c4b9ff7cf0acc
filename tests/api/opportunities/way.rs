//! Deals on their way: gates, ends, and back.

use serde_json::{Value, json};

use super::Sales;

#[tokio::test]
async fn scenario_5a_a_deal_passes_what_its_stages_ask_for() {
    let sales = Sales::new().await;
    let (first, offer, last) =
        (sales.stage("需求发现").await, sales.stage("方案报价").await, sales.stage("商务谈判").await);
    let asks = json!({"required_fields": ["need_type"], "required_tasks": ["需求调研"]});
    sales.world.patch("boss", &format!("/stages/{offer}"), asks).await.expect(200);
    let deal = sales.create("ann", json!({})).await.expect(201);
    assert_eq!(
        (&deal["stage_name"], &deal["probability"], &deal["forecast_category"]),
        (&json!("需求发现"), &json!(20), &json!("pipeline"),)
    );
    sales.world.clock("2026-03-04T09:00:00+08:00").await;
    let refused = sales.act("ann", deal.id(), "stage", json!({"stage_id": last})).await;
    let refused = refused.refused(422, "STAGE_REQUIREMENTS");
    let missing: Vec<&Value> = refused["errors"].as_array().unwrap().iter().map(|error| &error["pointer"]).collect();
    assert_eq!(missing, ["/need_type", "/done_tasks"]);
    let done = json!({"need_type": "quality", "done_tasks": ["需求调研"]});
    sales.world.patch("ann", &format!("/opportunities/{}", deal.id()), done).await.expect(200);
    let moved =
        sales.act("ann", deal.id(), "stage", json!({"stage_id": last, "from_stage_id": first})).await.expect(200);
    assert_eq!(
        (&moved["probability"], &moved["forecast_category"], &moved["stage_age_days"]),
        (&json!(80), &json!("commit"), &json!(0),)
    );
    assert_eq!(moved["next_contact_at"], "2026-03-11T18:00:00+08:00");
    let history = sales.world.get("ann", &format!("/opportunities/{}/stage-history", deal.id())).await.expect(200);
    let [begun, now] = history.items() else { panic!("{}", history.json) };
    assert_eq!((&begun["to_stage_name"], &begun["left_at"]), (&json!("需求发现"), &now["entered_at"]));
    assert_eq!(
        (&now["from_stage_name"], &now["left_at"], &now["by_name"]),
        (&json!("需求发现"), &Value::Null, &json!("ann"),)
    );
}

#[tokio::test]
async fn of_two_who_move_a_deal_at_once_the_second_is_told() {
    let sales = Sales::new().await;
    let (first, second, third) =
        (sales.stage("需求发现").await, sales.stage("需求确认").await, sales.stage("方案报价").await);
    let deal = sales.create("ann", json!({})).await.expect(201).id();
    let to = |stage| json!({"stage_id": stage, "from_stage_id": first});
    sales.act("ann", deal, "stage", to(second)).await.expect(200);
    let late = sales.act("sue", deal, "stage", to(third)).await.refused(409, "STALE_STAGE");
    assert_eq!(late["params"]["stage_id"], second.to_string());
}

#[tokio::test]
async fn p51_an_illegal_move_is_refused_and_says_where_one_may_go() {
    let sales = Sales::new().await;
    let pipeline = sales.world.get("boss", "/pipelines").await.items()[0]["id"].as_str().unwrap().to_owned();
    let narrow = json!({"allow_backward": false, "allow_skip": false});
    sales.world.patch("boss", &format!("/pipelines/{pipeline}"), narrow).await.expect(200);
    let (first, second, third, won) = (
        sales.stage("需求发现").await,
        sales.stage("需求确认").await,
        sales.stage("方案报价").await,
        sales.stage("赢单").await,
    );
    let deal = sales.create("ann", json!({})).await.expect(201).id();
    for illegal in [third, won, first] {
        let refused = sales.act("ann", deal, "stage", json!({"stage_id": illegal})).await.refused(409, "INVALID_STATE");
        assert_eq!(refused["params"]["allowed"], json!([second]));
    }
    sales.act("ann", deal, "stage", json!({"stage_id": deal})).await.refused(422, "VALIDATION");
    sales.act("ann", deal, "stage", json!({"stage_id": second})).await.expect(200);
    let back = sales.act("ann", deal, "stage", json!({"stage_id": first})).await.refused(409, "INVALID_STATE");
    assert_eq!(back["params"]["allowed"], json!([third]));
    // Nobody writes a state, and a stranger's deal is none.
    let path = format!("/opportunities/{deal}");
    sales.world.patch("ann", &path, json!({"status": "won"})).await.refused(422, "STATE_FIELD");
    sales.world.patch("ann", &path, json!({"stage_id": third})).await.refused(422, "STATE_FIELD");
    sales.act("ben", deal, "stage", json!({"stage_id": third})).await.expect(404);
    assert_eq!(sales.get("ann", deal).await["stage_name"], "需求确认");
}

#[tokio::test]
async fn scenario_5e_a_deal_is_lost_for_a_reason_and_opened_again_by_who_leads() {
    let sales = Sales::new().await;
    let offer = sales.stage("方案报价").await;
    let rival = sales.world.post("ann", "/competitors", json!({"name": "锦绣制衣"})).await.expect(201).id();
    let deal = sales.create("ann", json!({"stage_id": offer})).await.expect(201).id();
    sales.act("ann", deal, "lose", json!({})).await.refused(422, "REASON_REQUIRED");
    sales.act("ann", deal, "lose", json!({"reason": "other"})).await.refused(422, "REASON_REQUIRED");
    let refused = sales.act("ann", deal, "lose", json!({"reason": "competitor"})).await.expect(422);
    assert_eq!(refused["errors"][0]["pointer"], "/competitor_ids");
    sales.act("ann", deal, "lose", json!({"reason": "competitor", "competitor_ids": [deal]})).await.expect(422);
    let lost = json!({"reason": "competitor", "competitor_ids": [rival]});
    let lost = sales.act("ann", deal, "lose", lost).await.expect(200);
    assert_eq!(
        (&lost["status"], &lost["probability"], &lost["forecast_category"], &lost["actual_closed_on"]),
        (&json!("lost"), &json!(0), &json!("omitted"), &json!("2026-03-02"),)
    );
    assert_eq!(
        (&lost["weighted_amount"], &lost["stage_name"], &lost["stage_age_days"]),
        (&json!("0.00"), &json!("输单"), &Value::Null,)
    );
    sales.act("ann", deal, "win", json!({})).await.refused(409, "INVALID_STATE");
    sales.act("ann", deal, "reopen", json!({})).await.refused(403, "FORBIDDEN");
    sales.world.clock("2026-03-05T09:00:00+08:00").await;
    let again = sales.act("sue", deal, "reopen", json!({"note": "客户回心转意"})).await.expect(200);
    assert_eq!(
        (&again["status"], &again["stage_name"], &again["probability"]),
        (&json!("open"), &json!("方案报价"), &json!(60),)
    );
    let history = sales.world.get("ann", &format!("/opportunities/{deal}/stage-history")).await.expect(200);
    assert_eq!(history.all("to_stage_name"), ["方案报价", "输单", "方案报价"]);
    assert_eq!(history.all("status"), ["open", "lost", "open"]);
    let rows = history.items();
    assert!(rows.windows(2).all(|pair| pair[0]["left_at"] == pair[1]["entered_at"]), "{}", history.json);
}

#[tokio::test]
async fn p52_what_is_opened_again_forgets_how_it_ended() {
    let sales = Sales::new().await;
    let deal = sales.create("ann", json!({})).await.expect(201).id();
    sales.act("ann", deal, "win", json!({"actual_closed_on": "2026-03-03"})).await.expect(422);
    let won = json!({"won_amount": "888.885", "actual_closed_on": "2026-03-01"});
    let won = sales.act("ann", deal, "win", won).await.expect(200);
    assert_eq!(
        (&won["won_amount"], &won["amount"], &won["forecast_category"]),
        (&json!("888.89"), &json!("1000.00"), &json!("closed"),)
    );
    let customer = format!("/customers/{}", sales.customer);
    let bought = sales.world.get("ann", &customer).await;
    assert_eq!(
        (&bought["deal_status"], &bought["lifecycle"], &bought["first_deal_at"]),
        (&json!("dealt"), &json!("maintenance"), &json!("2026-03-01T00:00:00+08:00"),)
    );
    sales
        .world
        .patch("ann", &format!("/opportunities/{deal}"), json!({"amount": "5"}))
        .await
        .refused(409, "INVALID_STATE");
    sales.world.delete("ann", &format!("/opportunities/{deal}")).await.refused(409, "INVALID_STATE");
    let open = sales.act("sue", deal, "reopen", json!({})).await.expect(200);
    for key in ["won_amount", "won_amount_base", "actual_closed_on", "reason", "reason_note"] {
        assert_eq!(open[key], Value::Null, "{key}");
    }
    let bought = sales.world.get("ann", &customer).await;
    assert_eq!((&bought["deal_status"], &bought["lifecycle"]), (&json!("none"), &json!("acquisition")));
    let why = json!({"reason": "budget", "note": "明年再议"});
    let given_up = sales.act("ann", deal, "abandon", why).await.expect(200);
    assert_eq!((&given_up["status"], &given_up["reason_note"]), (&json!("abandoned"), &json!("明年再议")));
    let open = sales.act("sue", deal, "reopen", json!({})).await.expect(200);
    assert_eq!((&open["reason"], &open["stage_name"]), (&Value::Null, &json!("需求发现")));
}

#[tokio::test]
async fn owners_reopen_where_their_pipeline_lets_them() {
    let sales = Sales::new().await;
    let pipeline = sales.world.get("boss", "/pipelines").await.items()[0]["id"].as_str().unwrap().to_owned();
    let deal = sales.create("ann", json!({})).await.expect(201).id();
    sales.act("ann", deal, "abandon", json!({"reason": "timing"})).await.expect(200);
    sales.world.patch("boss", &format!("/pipelines/{pipeline}"), json!({"allow_reopen": true})).await.expect(200);
    sales.act("ann", deal, "reopen", json!({})).await.expect(200);
}

#[tokio::test]
async fn a_deal_goes_another_way_and_its_history_stays() {
    let sales = Sales::new().await;
    let offer = sales.stage("方案报价").await;
    let deal = sales.create("ann", json!({"stage_id": offer})).await.expect(201).id();
    let other = sales.world.post("boss", "/pipelines", json!({"name": "渠道销售"})).await.expect(201).id();
    let moved = sales.act("ann", deal, "change-pipeline", json!({"pipeline_id": other})).await.expect(200);
    assert_eq!((&moved["pipeline_name"], &moved["stage_name"]), (&json!("渠道销售"), &json!("需求发现")));
    let history = sales.world.get("ann", &format!("/opportunities/{deal}/stage-history")).await.expect(200);
    assert_eq!(history.items().len(), 2);
    // Nobody goes a way that is not his department's.
    let elsewhere = sales.world.department("市场部", None).await;
    sales.world.patch("boss", &format!("/pipelines/{other}"), json!({"department_ids": [elsewhere]})).await.expect(200);
    let body = json!({"pipeline_id": other});
    assert_eq!(sales.create("ann", body).await.expect(422)["errors"][0]["pointer"], "/pipeline_id");
    // What deals went through stays.
    sales.world.delete("boss", &format!("/pipelines/{other}")).await.refused(409, "HAS_DEPENDENTS");
    let standing = moved["stage_id"].as_str().unwrap();
    let refused = sales.world.delete("boss", &format!("/stages/{standing}")).await.refused(409, "HAS_DEPENDENTS");
    assert_eq!(refused["params"]["counts"]["opportunities"], 1);
}

#[tokio::test]
async fn a_stage_that_changes_counts_for_the_deals_that_stand_in_it() {
    let sales = Sales::new().await;
    let first = sales.stage("需求发现").await;
    let plain = sales.create("ann", json!({})).await.expect(201).id();
    let likely = sales.create("sue", json!({"probability_override": 50})).await.expect(201);
    assert_eq!((&likely["probability"], &likely["weighted_amount"]), (&json!(50), &json!("500.00")));
    let changed = json!({"probability": 30, "forecast_category": "best_case"});
    sales.world.patch("boss", &format!("/stages/{first}"), changed).await.expect(200);
    let plain_now = sales.get("ann", plain).await;
    assert_eq!(
        (&plain_now["probability"], &plain_now["forecast_category"], &plain_now["weighted_amount"]),
        (&json!(30), &json!("best_case"), &json!("300.00"),)
    );
    let likely = sales.get("sue", likely.id()).await;
    assert_eq!((&likely["probability"], &likely["forecast_category"]), (&json!(50), &json!("best_case")));
    // It was another one when the deal came there.
    let history = sales.world.get("ann", &format!("/opportunities/{plain}/stage-history")).await.expect(200);
    assert_eq!(history.items()[0]["probability"], 20);
}
