//! Who takes leads out of a pool, and how many (2.5).

use futures_util::future::join_all;
use serde_json::json;
use uuid::Uuid;

use super::Sales;

#[tokio::test]
async fn scenario_2a_two_reps_claim_one_lead() {
    let sales = Sales::new().await;
    for lead in sales.many_pooled(5).await {
        let (a, b) = tokio::join!(sales.claim("ann", lead), sales.claim("bob", lead));
        let (winner, loser, name) = if a.status == 200 { (a, b, "ann") } else { (b, a, "bob") };
        winner.expect(200);
        loser.refused(409, "LEAD_ALREADY_CLAIMED");
        let owner = sales.lead("boss", lead).await.expect(200);
        assert_eq!(owner["owner_id"], sales.world.id(name).to_string());
        assert_eq!(sales.log(lead).await, ["claim", "create"]);
    }
    let (ann, bob) = (sales.quota("ann").await, sales.quota("bob").await);
    assert_eq!(ann["claimed_today"].as_i64().unwrap() + bob["claimed_today"].as_i64().unwrap(), 5);
}

#[tokio::test]
async fn scenario_2a_fifty_claims_of_one_lead_have_one_winner() {
    let sales = Sales::new().await;
    let lead = sales.pooled("云帆").await;
    let tries = (0..50).map(|n| sales.claim(if n % 2 == 0 { "ann" } else { "bob" }, lead));
    let answers = join_all(tries).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
    for answer in answers.into_iter().filter(|answer| answer.status != 200) {
        answer.refused(409, "LEAD_ALREADY_CLAIMED");
    }
    assert_eq!(sales.log(lead).await, ["claim", "create"]);
}

#[tokio::test]
async fn scenario_2a_the_last_place_is_taken_once() {
    let sales = Sales::new().await;
    let rule = json!({"name": "每人三条", "object": "lead", "max_owned": 3});
    sales.world.post("boss", "/capacity-rules", rule).await.expect(201);
    let leads = sales.many_pooled(7).await;
    for lead in &leads[..2] {
        sales.claim("ann", *lead).await.expect(200);
    }
    let answers = join_all(leads[2..].iter().map(|lead| sales.claim("ann", *lead))).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
    for answer in answers.into_iter().filter(|answer| answer.status != 200) {
        let refused = answer.refused(422, "HOLD_CAP_EXCEEDED");
        assert_eq!(refused["params"]["remaining"], 0);
    }
    assert_eq!(sales.quota("ann").await["cap_remaining"], 0);
    // Making one for oneself, being given one and being transferred one ask the same.
    sales.world.post("ann", "/leads", json!({"company_name": "新"})).await.refused(422, "HOLD_CAP_EXCEEDED");
    let free = sales.pooled("另一家").await;
    let to_ann = json!({"user_id": sales.world.id("ann")});
    let assign = format!("/leads/{free}/assign");
    sales.world.post("sue", &assign, to_ann.clone()).await.refused(422, "HOLD_CAP_EXCEEDED");
    let bobs = sales.owned("bob", "鲍勃的").await;
    let transfer = format!("/leads/{bobs}/transfer");
    sales.world.post("bob", &transfer, to_ann).await.refused(422, "HOLD_CAP_EXCEEDED");
}

#[tokio::test]
async fn scenario_2b_returning_does_not_give_the_claim_back() {
    let sales = Sales::new().await;
    sales.world.clock("2026-03-10T10:00:00+08:00").await;
    sales.pool_is(json!({"daily_limit": 3})).await;
    let leads = sales.many_pooled(6).await;
    for lead in &leads[..3] {
        sales.claim("ann", *lead).await.expect(200);
    }
    sales.give_back("ann", leads[0]).await.expect(200);
    let refused = sales.claim("ann", leads[3]).await.refused(422, "DAILY_CLAIM_LIMIT");
    assert_eq!(refused["params"]["remaining"], 0);
    assert_eq!(sales.quota("ann").await["daily_remaining"], 0);
    sales.claim("bob", leads[3]).await.expect(200);
    // Being given a lead is no claim.
    let to_ann = json!({"user_id": sales.world.id("ann")});
    sales.world.post("sue", &format!("/leads/{}/assign", leads[4]), to_ann).await.expect(200);
    sales.world.clock("2026-03-11T00:10:00+08:00").await;
    sales.claim("ann", leads[5]).await.expect(200);
}

#[tokio::test]
async fn parallel_claims_do_not_pass_the_daily_limit_and_failures_cost_nothing() {
    let sales = Sales::new().await;
    sales.pool_is(json!({"daily_limit": 5})).await;
    let leads = sales.many_pooled(12).await;
    sales.claim("bob", leads[0]).await.expect(200);
    sales.claim("ann", leads[0]).await.refused(409, "LEAD_ALREADY_CLAIMED");
    assert_eq!(sales.quota("ann").await["daily_remaining"], 5);
    let answers = join_all(leads[1..].iter().map(|lead| sales.claim("ann", *lead))).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 5);
    for answer in answers.into_iter().filter(|answer| answer.status != 200) {
        answer.refused(422, "DAILY_CLAIM_LIMIT");
    }
}

#[tokio::test]
async fn scenario_2d_a_former_owner_waits() {
    let sales = Sales::new().await;
    sales.world.clock("2026-03-09T10:00:00+08:00").await;
    let lead = sales.pooled("云帆").await;
    sales.claim("ann", lead).await.expect(200);
    sales.world.clock("2026-03-10T10:00:00+08:00").await;
    sales.give_back("ann", lead).await.expect(200);
    sales.world.clock("2026-03-16T10:00:00+08:00").await;
    let refused = sales.claim("ann", lead).await.refused(422, "PREVIOUS_OWNER_FROZEN");
    assert_eq!(refused["params"]["claimable_on"], "2026-03-17");
    sales.world.clock("2026-03-17T00:00:01+08:00").await;
    sales.claim("ann", lead).await.expect(200);
}

#[tokio::test]
async fn every_former_owner_waits_not_only_the_latest() {
    let sales = Sales::new().await;
    sales.world.clock("2026-03-10T10:00:00+08:00").await;
    let lead = sales.pooled("云帆").await;
    sales.claim("ann", lead).await.expect(200);
    sales.give_back("ann", lead).await.expect(200);
    sales.claim("bob", lead).await.expect(200);
    sales.give_back("bob", lead).await.expect(200);
    sales.claim("ann", lead).await.refused(422, "PREVIOUS_OWNER_FROZEN");
    // A supervisor may give it to her all the same.
    sales.world.clock("2026-03-11T10:00:00+08:00").await;
    let to_ann = json!({"user_id": sales.world.id("ann")});
    let given = sales.world.post("sue", &format!("/leads/{lead}/assign"), to_ann).await.expect(200);
    assert_eq!((given["status"].as_str(), given["owner_name"].as_str()), (Some("pending"), Some("ann")));
}

#[tokio::test]
async fn new_leads_wait_and_editing_them_does_not_make_them_wait_longer() {
    let sales = Sales::new().await;
    sales.world.clock("2026-03-10T23:30:00+08:00").await;
    sales.pool_is(json!({"new_data_wait_days": 2})).await;
    let lead = sales.pooled("云帆").await;
    let refused = sales.claim("ann", lead).await.refused(422, "NOT_YET_CLAIMABLE");
    assert_eq!(refused["params"]["claimable_on"], "2026-03-12");
    sales.world.clock("2026-03-11T10:00:00+08:00").await;
    sales.world.patch("boss", &format!("/leads/{lead}"), json!({"region": "310000"})).await.expect(200);
    sales.world.clock("2026-03-12T00:00:01+08:00").await;
    sales.claim("ann", lead).await.expect(200);
}

#[tokio::test]
async fn a_batch_is_measured_whole_and_then_taken_one_by_one() {
    let sales = Sales::new().await;
    sales.pool_is(json!({"daily_limit": 4})).await;
    let leads = sales.many_pooled(6).await;
    let batch = |ids: Vec<Uuid>| json!({"ids": ids});
    let all = batch(leads[..5].to_vec());
    let refused = sales.world.post("ann", "/leads/batch/claim", all).await.refused(422, "DAILY_CLAIM_LIMIT");
    assert_eq!(refused["params"]["remaining"], 4);
    assert_eq!(sales.quota("ann").await["daily_remaining"], 4);

    sales.claim("bob", leads[0]).await.expect(200);
    let stranger = Sales::new().await.pooled("别家的").await;
    let mixed = batch(vec![leads[0], leads[1], leads[2], stranger, Uuid::now_v7()]);
    let result = sales.world.post("ann", "/leads/batch/claim", mixed).await.expect(200);
    assert_eq!(result["succeeded"], json!([leads[1], leads[2]]));
    let failed: Vec<&str> = result["failed"].as_array().unwrap().iter().map(|f| f["code"].as_str().unwrap()).collect();
    assert_eq!(failed, ["LEAD_ALREADY_CLAIMED", "NOT_FOUND", "NOT_FOUND"]);
    assert_eq!(sales.quota("ann").await["daily_remaining"], 2);

    // Nothing happens to what is another's, whatever stands first or last in the list.
    let (anns, bobs) = (leads[1], leads[0]);
    for ids in [vec![anns, bobs], vec![bobs, anns]] {
        let give = json!({"ids": ids, "reason": "no_need"});
        let result = sales.world.post("ann", "/leads/batch/return", give).await.expect(200);
        assert_eq!(result["failed"][0]["id"], bobs.to_string());
        let to_ann = json!({"ids": [anns], "user_id": sales.world.id("ann")});
        sales.world.post("sue", "/leads/batch/assign", to_ann).await.expect(200);
    }
    assert_eq!(sales.lead("boss", bobs).await["owner_name"], "bob");
    let steal = json!({"ids": [bobs], "user_id": sales.world.id("ann")});
    let result = sales.world.post("ann", "/leads/batch/transfer", steal).await.expect(200);
    assert_eq!(result["failed"][0]["code"], "NOT_FOUND");
    let result = sales.world.post("ann", "/leads/batch/delete", batch(vec![bobs, anns])).await.expect(200);
    assert_eq!(result["succeeded"], json!([anns]));
    let atomic = json!({"ids": [leads[3], bobs], "atomic": true});
    sales.world.post("ann", "/leads/batch/claim", atomic).await.refused(409, "LEAD_ALREADY_CLAIMED");
    assert_eq!(sales.lead("boss", leads[3]).await["status"], "unassigned");
}
