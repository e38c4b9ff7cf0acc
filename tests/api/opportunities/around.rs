//! Deals and what is around them: owners who change, added fields, the recycle bin, sheets.

use serde_json::json;

use super::Sales;
use crate::{kit::parse_id, notifications::told};

#[tokio::test]
async fn scenario_3f_a_customer_that_is_transferred_takes_the_open_deals_of_its_owner_along() {
    let sales = Sales::new().await;
    let (ann, ben, sue) = (sales.world.id("ann"), sales.world.id("ben"), sales.world.id("sue"));
    let open = sales.create("ann", json!({})).await.expect(201).id();
    let won = sales.create("ann", json!({})).await.expect(201).id();
    sales.act("ann", won, "win", json!({})).await.expect(200);
    let others = sales.create("sue", json!({})).await.expect(201).id();
    let to = json!({"user_id": ben, "with": ["contacts", "opportunities"], "keep_me_as": "read"});
    sales.world.post("ann", &format!("/customers/{}/transfer", sales.customer), to).await.expect(200);
    for (deal, owner) in [(open, ben), (won, ann), (others, sue)] {
        assert_eq!(parse_id(&sales.get("sue", deal).await["owner_id"]), owner);
    }
    let path = format!("/opportunities/{open}");
    sales.get("ann", open).await.expect(200);
    sales.world.patch("ann", &path, json!({"name": "秋季工装"})).await.refused(403, "FORBIDDEN");
    sales.act("ann", open, "win", json!({})).await.refused(403, "FORBIDDEN");
}

#[tokio::test]
async fn a_deal_is_transferred_alone_and_with_others() {
    let sales = Sales::new().await;
    let ben = sales.world.id("ben");
    let (one, two, ended) = (
        sales.create("ann", json!({})).await.expect(201).id(),
        sales.create("ann", json!({})).await.expect(201).id(),
        sales.create("ann", json!({})).await.expect(201).id(),
    );
    sales.act("ann", ended, "abandon", json!({"reason": "timing"})).await.expect(200);
    let to = json!({"user_id": ben});
    assert_eq!(sales.act("ann", one, "transfer", to.clone()).await.expect(200)["owner_name"], "ben");
    sales.act("ann", one, "transfer", to.clone()).await.expect(404);
    sales.act("sue", one, "transfer", to.clone()).await.expect(422);
    let many = json!({"ids": [two, ended], "user_id": ben});
    let done = sales.world.post("ann", "/opportunities/batch/transfer", many).await.expect(200);
    assert_eq!(done["succeeded"], json!([two]));
    assert_eq!(done["failed"][0]["code"], "INVALID_STATE");
    sales.act("ann", ended, "transfer", json!({"user_id": one})).await.expect(422);
}

#[tokio::test]
async fn a_team_that_may_write_moves_a_deal_and_does_not_win_it() {
    let sales = Sales::new().await;
    let second = sales.stage("需求确认").await;
    let deal = sales.create("ann", json!({})).await.expect(201).id();
    let share = json!({"members": [{"user_id": sales.world.id("ben"), "access": "read_write"}]});
    sales.world.put("ann", &format!("/customers/{}/team", sales.customer), share).await.expect(200);
    let moved = sales.act("ben", deal, "stage", json!({"stage_id": second})).await.expect(200);
    let actions: Vec<&str> = moved["allowed_actions"].as_array().unwrap().iter().map(|a| a.as_str().unwrap()).collect();
    assert_eq!(actions, ["update", "stage", "change-pipeline"]);
    sales.act("ben", deal, "win", json!({})).await.refused(403, "FORBIDDEN");
}

#[tokio::test]
async fn an_organisation_adds_fields_that_its_stages_ask_for() {
    let sales = Sales::new().await;
    let field = json!({"resource": "opportunities", "key": "c_budget_holder", "type": "text", "label": "预算负责人", "searchable": true});
    sales.world.post("boss", "/custom-fields", field).await.expect(201);
    let (first, second) = (sales.stage("需求发现").await, sales.stage("需求确认").await);
    let asks = json!({"required_fields": ["c_budget_holder"], "min_activities": 1});
    sales.world.patch("boss", &format!("/stages/{first}"), asks).await.expect(200);
    let deal = sales.create("ann", json!({})).await.expect(201).id();
    let refused = sales.act("ann", deal, "stage", json!({"stage_id": second})).await.refused(422, "STAGE_REQUIREMENTS");
    let missing: Vec<&str> =
        refused["errors"].as_array().unwrap().iter().map(|error| error["pointer"].as_str().unwrap()).collect();
    assert_eq!(missing, ["/c_budget_holder", "/activities"]);
    sales.world.patch("ann", &format!("/opportunities/{deal}"), json!({"c_budget_holder": "欧阳娜"})).await.expect(200);
    let call = json!({"subject": "opportunity", "subject_id": deal, "kind": "visit", "content": "见面"});
    sales.world.post("ann", "/activities", call).await.expect(201);
    sales.act("ann", deal, "stage", json!({"stage_id": second})).await.expect(200);
    assert_eq!(sales.world.get("ann", "/opportunities?q=欧阳").await.expect(200).items().len(), 1);
    assert_eq!(sales.world.get("ann", "/opportunities?q=gongzhuang").await.expect(200).items().len(), 1);
    assert_eq!(sales.world.get("ann", "/search?q=春季").await.expect(200).items().len(), 1);
    // A stage asks only for what there is.
    let unknown = json!({"required_fields": ["c_nothing"]});
    let refused = sales.world.patch("boss", &format!("/stages/{second}"), unknown).await.expect(422);
    assert_eq!(refused["errors"][0]["pointer"], "/required_fields/0");
}

#[tokio::test]
async fn a_deal_comes_back_out_of_the_recycle_bin_not_before_its_customer() {
    let sales = Sales::new().await;
    let deal = sales.create("ann", json!({})).await.expect(201).id();
    sales.world.delete("ann", &format!("/opportunities/{deal}")).await.expect(204);
    sales.get("ann", deal).await.expect(404);
    sales.world.delete("ann", &format!("/customers/{}", sales.customer)).await.expect(204);
    let back = format!("/recycle-bin/opportunities/{deal}/restore");
    sales.world.act("sue", &back).await.refused(409, "RESTORE_CONFLICT");
    sales.world.act("sue", &format!("/recycle-bin/customers/{}/restore", sales.customer)).await.expect(204);
    sales.world.act("sue", &back).await.expect(204);
    let history = sales.world.get("ann", &format!("/opportunities/{deal}/history")).await.expect(200);
    assert_eq!(history.all("action"), ["restore", "delete", "create"]);
}

#[tokio::test]
async fn people_are_told_of_deals_that_are_won_lost_and_stand_still() {
    let sales = Sales::new().await;
    let (still, won, lost) = (
        sales.create("ann", json!({"name": "久拖不决", "expected_close_on": "2026-03-05"})).await.expect(201).id(),
        sales.create("ann", json!({"name": "春季工装", "amount": "600000"})).await.expect(201).id(),
        sales.create("ann", json!({"name": "秋季工装"})).await.expect(201).id(),
    );
    sales.act("ann", won, "win", json!({})).await.expect(200);
    sales.act("ann", lost, "lose", json!({"reason": "price"})).await.expect(200);
    // The department hears of what is won, except for deals that are none of its people's to see.
    told(&sales.world, "sue", "opportunity.won").await;
    sales.world.clock("2026-03-17T08:30:00+08:00").await;
    let done = sales.world.job("opportunity_alerts", false).await;
    assert_eq!((&done["result"]["stalled"], &done["result"]["overdue"]), (&json!(1), &json!(1)));
    let stalled = told(&sales.world, "ann", "opportunity.stalled").await;
    assert!(stalled.to_string().contains("久拖不决"), "{stalled}");
    told(&sales.world, "ann", "opportunity.close_overdue").await;
    let again = sales.world.job("opportunity_alerts", false).await;
    assert_eq!((&again["result"]["stalled"], &again["result"]["overdue"]), (&json!(0), &json!(0)));
    assert_eq!(sales.get("ann", still).await["stalled"], true);
}

#[tokio::test]
async fn what_is_planned_about_a_deal_goes_with_it_and_ends_with_it() {
    let sales = Sales::new().await;
    let deal = sales.create("ann", json!({})).await.expect(201).id();
    let plan = json!({
        "subject": "opportunity", "subject_id": deal, "planned_at": "2026-03-05T10:00:00+08:00", "method": "call",
        "content": "确认合同条款",
    });
    let plan = sales.world.post("ann", "/follow-up-plans", plan).await.expect(201);
    assert_eq!(plan["opportunity_name"], "春季工装");
    sales.act("ann", deal, "transfer", json!({"user_id": sales.world.id("ben")})).await.expect(200);
    let path = format!("/follow-up-plans/{}", plan.id());
    assert_eq!(sales.world.get("ben", &path).await.expect(200)["owner_name"], "ben");
    sales.act("ben", deal, "win", json!({})).await.expect(200);
    assert_eq!(sales.world.get("ben", &path).await["status"], "cancelled");
}
