//! Leads are rated, and shared out by rules (2.4, 2.6).

use serde_json::{Value, json};

use super::Sales;

#[tokio::test]
async fn leads_that_enter_a_pool_are_shared_out() {
    let sales = Sales::new().await;
    let (ann, bob) = (sales.world.id("ann"), sales.world.id("bob"));
    let rule = json!({
        "name": "轮流", "method": "weighted", "user_ids": [ann, bob], "weights": [2, 1], "priority": 10,
        "condition": {"field": "region", "op": "eq", "value": "310000"},
    });
    let rule = sales.world.post("boss", "/assignment-rules", rule).await.expect(201);
    let bad =
        json!({"name": "坏", "method": "fixed", "user_ids": [ann], "condition": {"field": "nothing", "op": "eq"}});
    sales.world.post("boss", "/assignment-rules", bad).await.refused(422, "VALIDATION");
    let mut owners = Vec::new();
    for n in 0..6 {
        let lead = json!({"company_name": format!("沪{n}"), "region": "310000", "pool_id": sales.pool});
        let lead = sales.world.post("boss", "/leads", lead).await.expect(201);
        owners.push(lead["owner_name"].as_str().unwrap().to_owned());
    }
    assert_eq!(owners, ["ann", "bob", "ann", "ann", "bob", "ann"]);
    let elsewhere = json!({"company_name": "京", "region": "110000", "pool_id": sales.pool});
    assert_eq!(sales.world.post("boss", "/leads", elsewhere).await.expect(201)["status"], "unassigned");
    // Being shared out is no claim; who let it go does not get it back.
    assert_eq!(sales.quota("ann").await["claimed_today"], 0);
    let anns = sales.world.get("ann", "/leads?owner_id=me&limit=1").await.expect(200).items()[0]["id"].clone();
    let anns = anns.as_str().unwrap().parse().unwrap();
    sales.give_back("ann", anns).await.expect(200);
    assert_eq!(sales.lead("boss", anns).await["owner_name"], "bob");
    // Whoever is full is passed over; when all are, it waits in the pool.
    let full = json!({"name": "满", "object": "lead", "max_owned": 0});
    sales.world.post("boss", "/capacity-rules", full).await.expect(201);
    let waiting = json!({"company_name": "沪等", "region": "310000", "pool_id": sales.pool});
    assert_eq!(sales.world.post("boss", "/leads", waiting).await.expect(201)["status"], "unassigned");
    sales.world.delete("boss", &format!("/assignment-rules/{}", rule.id())).await.expect(204);
}

#[tokio::test]
async fn leads_that_come_back_together_are_shared_out_like_those_that_come_alone() {
    let sales = Sales::new().await;
    let (ann, bob) = (sales.world.id("ann"), sales.world.id("bob"));
    let mut leads = Vec::new();
    for n in 0..7 {
        let lead = json!({"company_name": format!("沪{n}"), "owner_id": sales.world.id("sue")});
        leads.push(sales.world.post("boss", "/leads", lead).await.expect(201).id());
    }
    let three = json!({"name": "三", "object": "lead", "max_owned": 3, "user_ids": [ann, bob]});
    sales.world.post("boss", "/capacity-rules", three).await.expect(201);
    let rule = json!({"name": "轮流", "method": "weighted", "user_ids": [ann, bob], "weights": [1, 1], "priority": 10});
    sales.world.post("boss", "/assignment-rules", rule).await.expect(201);
    let back = json!({"ids": leads, "reason": "no_need"});
    let done = sales.world.post("sue", "/leads/batch/return", back).await.expect(200);
    assert_eq!(done["succeeded"].as_array().unwrap().len(), 7, "{}", done.json);
    let mut owners: Vec<Value> = Vec::new();
    for lead in &leads {
        owners.push(sales.lead("boss", *lead).await["owner_name"].clone());
    }
    let count = |name: Value| owners.iter().filter(|owner| **owner == name).count();
    // Each as many as he may hold; what is left waits, and that is told.
    assert_eq!((count(json!("ann")), count(json!("bob")), count(Value::Null)), (3, 3, 1), "{owners:?}");
    let failed = crate::activities::plans::events(&sales.world, "lead.assignment_failed").await;
    assert_eq!(failed.len(), 1);
}

#[tokio::test]
async fn leads_are_rated_by_rules() {
    let sales = Sales::new().await;
    let fit = json!({"name": "上海", "kind": "fit", "points": 40, "condition": {"field": "region", "op": "eq", "value": "310000"}});
    sales.world.post("boss", "/scoring-rules", fit).await.expect(201);
    let bad =
        json!({"name": "网购", "kind": "behaviour", "points": 5, "condition": {"field": "region", "op": "is_null"}});
    sales.world.post("boss", "/scoring-rules", bad).await.refused(422, "VALIDATION");
    let lead = json!({"company_name": "云帆", "region": "310000"});
    let lead = sales.world.post("ann", "/leads", lead).await.expect(201);
    assert_eq!((&lead["score"], &lead["grade"]), (&json!(40), &json!("C")));
    let fit = json!({"name": "预算", "kind": "fit", "points": 60, "condition": {"field": "budget", "op": "gte", "value": "1000"}});
    sales.world.post("boss", "/scoring-rules", fit).await.expect(201);
    let changed =
        sales.world.patch("ann", &format!("/leads/{}", lead.id()), json!({"budget": "2000"})).await.expect(200);
    assert_eq!((&changed["score"], &changed["grade"]), (&json!(60), &json!("B")), "fit counts for sixty at most");
    let negative =
        json!({"name": "无电话", "kind": "negative", "points": -15, "condition": {"field": "phone", "op": "is_null"}});
    sales.world.post("boss", "/scoring-rules", negative).await.expect(201);
    assert_eq!(sales.night("lead_score").await["changed"], 1);
    assert_eq!(sales.lead("ann", lead.id()).await["score"], 45);
    assert_eq!(sales.night("lead_score").await["changed"], 0);
}
