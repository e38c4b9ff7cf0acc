//! What nobody speaks to goes back, after a warning (2.5.6, 2.9).

use serde_json::{Value, json};
use uuid::Uuid;

use super::Sales;

#[tokio::test]
async fn scenario_2e_a_lead_is_recycled_on_the_day_after_its_last() {
    let sales = Sales::new().await;
    sales.world.clock("2026-03-01T10:00:00+08:00").await;
    let lead = sales.pooled("云帆").await;
    sales.claim("ann", lead).await.expect(200);
    let seen = sales.lead("ann", lead).await.expect(200);
    assert_eq!(
        (seen["recycle_due_on"].as_str(), seen["recycle_reason"].as_str()),
        (Some("2026-03-16"), Some("no_followup"))
    );
    for (day, told) in [("12", 0), ("13", 1), ("14", 0), ("15", 0), ("16", 1)] {
        sales.world.clock(&format!("2026-03-{day}T08:00:00+08:00")).await;
        assert_eq!(sales.night("lead_recycle").await["recycled"], 0, "{day}");
        assert_eq!(sales.night("recycle_reminder").await["told"], told, "{day}");
        assert_eq!(sales.night("recycle_reminder").await["told"], 0, "{day} again");
        assert_eq!(sales.lead("boss", lead).await["status"], "pending");
    }
    sales.world.clock("2026-03-17T01:00:00+08:00").await;
    assert_eq!(sales.night("lead_recycle").await["recycled"], 1);
    assert_eq!(sales.night("lead_recycle").await["recycled"], 0);
    let seen = sales.lead("ann", lead).await.expect(200);
    assert_eq!(
        (seen["status"].as_str(), seen["pool_id"].as_str()),
        (Some("unassigned"), Some(&*sales.pool.to_string()))
    );
    assert_eq!((&seen["pooled_reason"], &seen["pooled_by"]), (&json!("system_recycle"), &json!("system")));
    assert_eq!(seen["last_owner_name"], "ann");
    assert_eq!(seen["recycle_due_on"], Value::Null);
    assert_eq!(sales.log(lead).await, ["recycle", "claim", "create"]);
    // Somebody else has his own days from the start; the first owner waits.
    sales.claim("ann", lead).await.refused(422, "PREVIOUS_OWNER_FROZEN");
    let bobs = sales.claim("bob", lead).await.expect(200);
    assert_eq!(bobs["recycle_due_on"], "2026-04-01");
}

#[tokio::test]
async fn a_stricter_rule_takes_nothing_back_for_three_days() {
    let sales = Sales::new().await;
    sales.world.clock("2026-03-01T10:00:00+08:00").await;
    let (lead, exempt) = (sales.owned("ann", "云帆").await, sales.owned("ann", "重点").await);
    sales.world.patch("ann", &format!("/leads/{exempt}"), json!({"tags": ["重点"]})).await.expect(200);
    sales.world.clock("2026-03-10T10:00:00+08:00").await;
    sales.pool_is(json!({"no_followup_days": 2, "exempt_tags": ["重点"]})).await;
    assert_eq!(sales.lead("ann", lead).await["recycle_due_on"], "2026-03-12");
    assert_eq!(sales.lead("ann", exempt).await["recycle_due_on"], Value::Null);
    sales.world.clock("2026-03-12T10:00:00+08:00").await;
    assert_eq!(sales.night("lead_recycle").await["recycled"], 0);
    sales.world.clock("2026-03-13T01:00:00+08:00").await;
    assert_eq!(sales.night("lead_recycle").await["recycled"], 1);
    assert_eq!(sales.lead("boss", exempt).await["status"], "pending");
    sales.pool_is(json!({"recycle_enabled": false})).await;
    assert_eq!(sales.claim("bob", lead).await.expect(200)["recycle_due_on"], Value::Null);
}

#[tokio::test]
async fn a_transfer_starts_the_days_anew() {
    let sales = Sales::new().await;
    sales.world.clock("2026-03-01T10:00:00+08:00").await;
    let lead = sales.owned("ann", "云帆").await;
    sales.world.clock("2026-03-10T10:00:00+08:00").await;
    let to_bob = json!({"user_id": sales.world.id("bob")});
    let path = format!("/leads/{lead}/transfer");
    sales.world.post("bob", &path, to_bob.clone()).await.refused(404, "NOT_FOUND");
    let to_ann = json!({"user_id": sales.world.id("ann")});
    sales.world.post("ann", &path, to_ann.clone()).await.refused(422, "VALIDATION");
    sales.world.post("ann", &path, json!({"user_id": Uuid::now_v7()})).await.refused(422, "VALIDATION");
    let moved = sales.world.post("ann", &path, to_bob).await.expect(200);
    assert_eq!((&moved["owner_name"], &moved["last_owner_name"]), (&json!("bob"), &json!("ann")));
    assert_eq!(moved["recycle_due_on"], "2026-03-25");
    sales.lead("ann", lead).await.refused(404, "NOT_FOUND");
    // To assign what is owned is to transfer it.
    let back = sales.world.post("sue", &format!("/leads/{lead}/assign"), to_ann).await.expect(200);
    assert_eq!(back["owner_name"], "ann");
    assert_eq!(sales.log(lead).await, ["transfer", "transfer", "create"]);
}

#[tokio::test]
async fn long_waits_are_told_once() {
    let sales = Sales::new().await;
    sales.world.clock("2026-03-09T10:00:00+08:00").await;
    sales.pooled("没人要").await;
    sales.owned("ann", "没人理").await;
    sales.world.clock("2026-03-10T09:00:00+08:00").await;
    assert_eq!(sales.night("lead_alerts").await, json!({"unassigned": 0, "untouched": 0}));
    sales.world.clock("2026-03-10T11:00:00+08:00").await;
    assert_eq!(sales.night("lead_alerts").await, json!({"unassigned": 1, "untouched": 0}));
    // A working day has seven and a half hours.
    sales.world.clock("2026-03-12T11:25:00+08:00").await;
    assert_eq!(sales.night("lead_alerts").await, json!({"unassigned": 0, "untouched": 0}));
    sales.world.clock("2026-03-12T11:35:00+08:00").await;
    assert_eq!(sales.night("lead_alerts").await, json!({"unassigned": 0, "untouched": 1}));
    assert_eq!(sales.night("lead_alerts").await, json!({"unassigned": 0, "untouched": 0}));
}

#[tokio::test]
async fn scenario_2e_only_a_real_contact_moves_the_due_date() {
    let sales = Sales::new().await;
    sales.world.clock("2026-03-01T10:00:00+08:00").await;
    let lead = sales.owned("ann", "云帆").await;
    let write = |kind: &str, outcome: Option<&str>, content: &str| {
        json!({
            "subject": "lead", "subject_id": lead, "kind": kind, "direction": "out", "outcome": outcome, "content": content,
        })
    };
    sales.world.clock("2026-03-10T11:00:00+08:00").await;
    sales.world.post("ann", "/activities", write("note", None, "想一想")).await.expect(201);
    sales.world.post("ann", "/activities", write("call", Some("no_answer"), "没人接")).await.expect(201);
    let seen = sales.lead("ann", lead).await.expect(200);
    assert_eq!((&seen["recycle_due_on"], &seen["status"]), (&json!("2026-03-16"), &json!("pending")));
    sales.world.post("ann", "/activities", write("call", Some("reached"), "聊了聊")).await.expect(201);
    let seen = sales.lead("ann", lead).await.expect(200);
    assert_eq!((&seen["recycle_due_on"], &seen["status"]), (&json!("2026-03-25"), &json!("following")));
    assert_eq!(seen["next_contact_at"], "2026-03-13T18:00:00+08:00");
    assert_eq!(seen["last_activity_by_name"], "ann");
    // What was worked on is not thrown away.
    sales.world.delete("ann", &format!("/leads/{lead}")).await.refused(409, "INVALID_STATE");
    let noted = sales.owned("ann", "记了一笔").await;
    let note = json!({"subject": "lead", "subject_id": noted, "kind": "note", "direction": "out", "content": "备注"});
    sales.world.post("ann", "/activities", note).await.expect(201);
    sales.world.delete("ann", &format!("/leads/{noted}")).await.refused(409, "HAS_DEPENDENTS");
}
