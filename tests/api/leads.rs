//! Leads: pools, claims, and how leads change hands (chapter 2).

use futures_util::future::join_all;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::kit::{Answer, World};

/// An organisation with two reps and their supervisor in one department, and its default pool.
struct Sales {
    world: World,
    pool: Uuid,
}

impl Sales {
    async fn new() -> Self {
        let world = World::new().await;
        let group = world.department("一组", None).await;
        for (name, role) in [("ann", "account_manager"), ("bob", "account_manager"), ("sue", "sales_supervisor")] {
            world.person(name, &[role], Some(group)).await;
        }
        let pools = world.get("boss", "/lead-pools").await.expect(200);
        let pool = pools.items()[0]["id"].as_str().unwrap().parse().unwrap();
        Self { world, pool }
    }

    async fn pool_is(&self, change: Value) {
        self.world.patch("boss", &format!("/lead-pools/{}", self.pool), change).await.expect(200);
    }

    async fn pooled(&self, name: &str) -> Uuid {
        let lead = json!({"company_name": name, "pool_id": self.pool});
        self.world.post("boss", "/leads", lead).await.expect(201).id()
    }

    async fn many_pooled(&self, count: usize) -> Vec<Uuid> {
        let mut ids = Vec::new();
        for n in 0..count {
            ids.push(self.pooled(&format!("公司{n}号")).await);
        }
        ids
    }

    async fn owned(&self, who: &str, name: &str) -> Uuid {
        self.world.post(who, "/leads", json!({"company_name": name})).await.expect(201).id()
    }

    async fn claim(&self, who: &str, lead: Uuid) -> Answer {
        self.world.act(who, &format!("/leads/{lead}/claim")).await
    }

    async fn give_back(&self, who: &str, lead: Uuid) -> Answer {
        self.world.post(who, &format!("/leads/{lead}/return"), json!({"reason": "no_need"})).await
    }

    async fn lead(&self, who: &str, lead: Uuid) -> Answer {
        self.world.get(who, &format!("/leads/{lead}")).await
    }

    async fn quota(&self, who: &str) -> Value {
        self.world.get(who, "/me/quotas?object=lead").await.expect(200).items()[0].clone()
    }

    async fn log(&self, lead: Uuid) -> Vec<String> {
        let log = self.world.get("boss", &format!("/leads/{lead}/owner-log")).await.expect(200);
        log.all("kind").into_iter().map(str::to_owned).collect()
    }

    /// Runs a job of the night and waits for its end.
    async fn night(&self, job: &str) -> Value {
        self.world.job(job, false).await["result"].clone()
    }
}

fn actions(record: &Answer) -> Vec<&str> {
    record["allowed_actions"].as_array().unwrap().iter().map(|action| action.as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_lead_is_its_creators_and_is_found() {
    let world = World::new().await;
    let lead = json!({"company_name": "上海云帆服饰有限公司", "contact_name": "王芳", "phone": "13800138000", "budget": "1000"});
    let lead = world.post("boss", "/leads", lead).await.expect(201);
    assert_eq!(lead["status"], "pending");
    assert_eq!(lead["owner_id"], world.id("boss").to_string());
    assert_eq!(lead["name"], "上海云帆服饰有限公司");
    assert_eq!((lead["budget"].as_str(), lead["currency"].as_str()), (Some("1000.00"), Some("CNY")));
    assert!(lead["recycle_due_on"].is_string() && lead["no"].is_string(), "{}", lead.json);
    for q in ["云帆", "yunfan", "8000", "wangfang", lead["no"].as_str().unwrap()] {
        let found = world.get("boss", &format!("/leads?q={q}")).await.expect(200);
        assert_eq!(found.items().len(), 1, "{q}");
    }
    world.post("boss", "/leads", json!({"phone": "13900139000"})).await.refused(422, "VALIDATION");
    let change = json!({"level": "A", "contact_name": null});
    let changed = world.patch("boss", &format!("/leads/{}", lead.id()), change).await.expect(200);
    assert_eq!((&changed["level"], &changed["contact_name"]), (&json!("A"), &Value::Null));
    assert_eq!(changed.version(), lead.version() + 1);
    let path = format!("/leads/{}", lead.id());
    world.patch("boss", &path, json!({"status": "converted"})).await.refused(422, "STATE_FIELD");
}

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

#[tokio::test]
async fn p35_a_pool_is_its_members_and_what_it_covers_stays_covered() {
    let sales = Sales::new().await;
    let pool = json!({"name": "鲍勃的池", "user_ids": [sales.world.id("bob")], "masked_fields": ["phone"]});
    let pool = sales.world.post("boss", "/lead-pools", pool).await.expect(201).id();
    let lead = json!({"company_name": "云帆", "phone": "13800138000", "pool_id": pool});
    let lead = sales.world.post("boss", "/leads", lead).await.expect(201).id();
    // Who is no member knows nothing of it.
    sales.lead("ann", lead).await.refused(404, "NOT_FOUND");
    sales.claim("ann", lead).await.refused(404, "NOT_FOUND");
    assert!(sales.world.get("ann", "/leads").await.expect(200).items().is_empty());
    // Whoever sees it without sitting there may not take it.
    let other = sales.world.department("二组", None).await;
    sales.world.person("tom", &["admin"], Some(other)).await;
    let seen = sales.lead("tom", lead).await.expect(200);
    assert!(!actions(&seen).contains(&"claim") && actions(&seen).contains(&"assign"), "{}", seen.json);
    sales.claim("tom", lead).await.refused(403, "NOT_POOL_MEMBER");
    // A member sees it covered, and cannot find out by asking.
    let seen = sales.lead("bob", lead).await.expect(200);
    assert_eq!(seen["phone"], "138****8000");
    assert_eq!(actions(&seen), ["claim"]);
    assert!(sales.world.get("bob", "/leads?q=13800138000").await.expect(200).items().is_empty());
    assert!(sales.world.get("bob", "/leads?phone=13800138000").await.expect(200).items().is_empty());
    let to_ann = json!({"user_id": sales.world.id("ann")});
    sales.world.post("boss", &format!("/leads/{lead}/assign"), to_ann).await.refused(403, "NOT_POOL_MEMBER");
    let bobs = sales.claim("bob", lead).await.expect(200);
    assert_eq!(bobs["phone"], "13800138000");
    assert_eq!(actions(&bobs), ["update", "delete", "return", "transfer", "invalidate", "convert"]);
    // An assign-only pool shows its members nothing.
    sales.give_back("bob", lead).await.expect(200);
    let closed = json!({"visible_to_members": false});
    sales.world.patch("boss", &format!("/lead-pools/{pool}"), closed).await.expect(200);
    sales.lead("bob", lead).await.refused(404, "NOT_FOUND");
    // Its admins share out.
    let admin = json!({"admin_ids": [sales.world.id("bob")]});
    sales.world.patch("boss", &format!("/lead-pools/{pool}"), admin).await.expect(200);
    assert_eq!(sales.lead("bob", lead).await.expect(200)["phone"], "13800138000");
}

#[tokio::test]
async fn pools_are_closed_when_empty_and_one_stays() {
    let sales = Sales::new().await;
    let world = &sales.world;
    let first = format!("/lead-pools/{}", sales.pool);
    world.patch("boss", &first, json!({"enabled": false, "is_default": false})).await.refused(422, "VALIDATION");
    world.delete("boss", &first).await.refused(409, "LAST_POOL");
    let second = world.post("boss", "/lead-pools", json!({"name": "二号池"})).await.expect(201);
    let path = format!("/lead-pools/{}", second.id());
    let lead = json!({"company_name": "云帆", "pool_id": second.id()});
    let lead = world.post("boss", "/leads", lead).await.expect(201).id();
    world.patch("boss", &path, json!({"enabled": false})).await.refused(409, "POOL_NOT_EMPTY");
    world.delete("boss", &path).await.refused(409, "POOL_NOT_EMPTY");
    world.post("boss", "/lead-pools", json!({"name": "二号池"})).await.refused(409, "DUPLICATE");
    sales.claim("ann", lead).await.expect(200);
    // What comes out of a pool that was closed since goes to the default one.
    world.patch("boss", &path, json!({"enabled": false})).await.expect(200);
    world
        .post("boss", "/leads", json!({"company_name": "新", "pool_id": second.id()}))
        .await
        .refused(422, "VALIDATION");
    let returned = sales.give_back("ann", lead).await.expect(200);
    assert_eq!(returned["pool_id"], sales.pool.to_string());
    world.patch("boss", &path, json!({"enabled": true})).await.expect(200);
    world.patch("boss", &path, json!({"is_default": true})).await.expect(200);
    assert_eq!(world.get("boss", &first).await["is_default"], false);
}

#[tokio::test]
async fn who_lets_go_says_why() {
    let sales = Sales::new().await;
    let lead = sales.owned("ann", "云帆").await;
    let path = format!("/leads/{lead}/return");
    sales.world.act("ann", &path).await.refused(422, "REASON_REQUIRED");
    sales.world.post("ann", &path, json!({"reason": "nonsense"})).await.refused(422, "VALIDATION");
    sales.world.post("ann", &path, json!({"reason": "system_recycle"})).await.refused(422, "VALIDATION");
    sales.world.post("ann", &path, json!({"reason": "other"})).await.refused(422, "REASON_REQUIRED");
    sales.world.post("bob", &path, json!({"reason": "no_need"})).await.refused(404, "NOT_FOUND");
    let returned = sales.world.post("ann", &path, json!({"reason": "other", "note": "搬家了"})).await.expect(200);
    assert_eq!((&returned["status"], &returned["pooled_by"]), (&json!("unassigned"), &json!("rep")));
    assert_eq!(returned["return_count"], 1);
    sales.world.post("ann", &path, json!({"reason": "no_need"})).await.refused(403, "FORBIDDEN");
    sales.world.post("boss", &path, json!({"reason": "no_need"})).await.refused(409, "INVALID_STATE");
}

#[tokio::test]
async fn an_invalid_lead_leaves_the_caps_and_begins_anew() {
    let sales = Sales::new().await;
    let lead = sales.owned("ann", "云帆").await;
    let held = |quota: Value| quota["held"].as_i64();
    assert_eq!(held(sales.quota("ann").await), Some(1));
    let path = format!("/leads/{lead}/invalidate");
    sales.world.act("ann", &path).await.refused(422, "REASON_REQUIRED");
    let invalid = sales.world.post("ann", &path, json!({"reason": "fake"})).await.expect(200);
    assert_eq!((&invalid["status"], &invalid["invalid_reason"]), (&json!("invalid"), &json!("fake")));
    assert_eq!(held(sales.quota("ann").await), Some(0));
    sales.world.act("ann", &format!("/leads/{lead}/restore")).await.refused(403, "FORBIDDEN");
    let restored = sales.world.act("sue", &format!("/leads/{lead}/restore")).await.expect(200);
    assert_eq!((&restored["status"], &restored["invalid_reason"]), (&json!("unassigned"), &Value::Null));
    assert_eq!(sales.log(lead).await, ["restore", "invalid", "create"]);
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
async fn one_phone_is_one_open_lead() {
    let sales = Sales::new().await;
    let body = |name: &str, phone: &str| json!({"company_name": name, "phone": phone});
    let first = sales.world.post("ann", "/leads", body("云帆服饰", "138 0013 8000")).await.expect(201);
    let refused =
        sales.world.post("bob", "/leads", body("另一家", "+86 13800138000")).await.refused(409, "DUPLICATE_LEAD");
    assert_eq!(refused["params"]["matched_on"], "phone");
    let candidate = &refused["params"]["candidates"][0];
    assert_eq!((&candidate["masked"], &candidate["owner_name"]), (&json!(true), &Value::Null));
    assert_eq!(candidate["owner_department_name"], "一组");
    let alike = sales.world.post("bob", "/leads", body("云帆服饰有限公司", "13900139000")).await.expect(201);
    assert_eq!(alike["warnings"][0]["matched_on"], "name_key");
    let path = format!("/leads/{}", alike.id());
    let taken = json!({"mobile": "13800138000"});
    sales.world.patch("bob", &path, taken).await.refused(409, "DUPLICATE_LEAD");
    let check = sales.world.post("bob", "/leads/duplicates/check", body("云帆服饰", "13800138000")).await.expect(200);
    assert_eq!(check.items()[0]["blocking"], true);
    // Of ten at once one is made.
    let tries = (0..10).map(|n| sales.world.post("ann", "/leads", body(&format!("公司{n}"), "13700137000")));
    let made = join_all(tries).await.iter().filter(|answer| answer.status == 201).count();
    assert_eq!(made, 1);
    // An invalid lead is in nobody's way.
    let invalid = json!({"reason": "fake"});
    sales.world.post("ann", &format!("/leads/{}/invalidate", first.id()), invalid).await.expect(200);
    sales.world.post("bob", "/leads", body("第三家", "13800138000")).await.expect(201);
    sales.world.act("sue", &format!("/leads/{}/restore", first.id())).await.refused(409, "DUPLICATE_LEAD");
}

#[tokio::test]
async fn marketing_makes_leads_for_others() {
    let sales = Sales::new().await;
    let other = sales.world.department("市场部", None).await;
    sales.world.person("mia", &["marketing"], Some(other)).await;
    let named = json!({"name": "销售池", "user_ids": [sales.world.id("ann")]});
    let pool = sales.world.post("boss", "/lead-pools", named).await.expect(201).id();
    let lead = json!({"company_name": "展会来的", "pool_id": pool});
    let lead = sales.world.post("mia", "/leads", lead).await.expect(201);
    let me = json!({"company_name": "自己的", "owner_id": sales.world.id("mia")});
    sales.world.post("mia", "/leads", me).await.refused(403, "FORBIDDEN");
    let default = sales.world.post("mia", "/leads", json!({"company_name": "默认"})).await.expect(201);
    assert_eq!(default["pool_id"], sales.pool.to_string());
    // She sees and edits what she made while it lies in the pool, and only sees it afterwards.
    let path = format!("/leads/{}", lead.id());
    let edited = sales.world.patch("mia", &path, json!({"region": "330100"})).await.expect(200);
    assert_eq!(actions(&edited), ["update"]);
    sales.claim("ann", lead.id()).await.expect(200);
    let seen = sales.lead("mia", lead.id()).await.expect(200);
    assert!(actions(&seen).is_empty(), "{}", seen.json);
    sales.world.patch("mia", &path, json!({"region": "310000"})).await.refused(403, "FORBIDDEN");
}

#[tokio::test]
async fn the_closest_capacity_rule_counts_and_two_as_close_are_refused() {
    let sales = Sales::new().await;
    let world = &sales.world;
    let rule = |name: &str, more: Value| {
        let mut rule = json!({"name": name, "object": "lead", "max_owned": 1});
        rule.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        rule
    };
    world.post("boss", "/capacity-rules", rule("全员", json!({}))).await.expect(201);
    world.post("boss", "/capacity-rules", rule("又全员", json!({}))).await.refused(422, "CAPACITY_SCOPE_DUPLICATE");
    let manager = world.role("account_manager").await;
    let roles = json!({"role_ids": [manager], "max_owned": 2});
    world.post("boss", "/capacity-rules", rule("客户经理", roles)).await.expect(201);
    let anns = json!({"user_ids": [world.id("ann")], "max_owned": null});
    let anns = world.post("boss", "/capacity-rules", rule("安", anns)).await.expect(201);
    let again = json!({"user_ids": [world.id("bob"), world.id("ann")]});
    world.post("boss", "/capacity-rules", rule("二人", again)).await.refused(422, "CAPACITY_SCOPE_DUPLICATE");
    let caps = [sales.quota("ann").await, sales.quota("bob").await, sales.quota("sue").await];
    assert_eq!(caps.map(|quota| quota["cap"].clone()), [Value::Null, json!(2), json!(1)]);
    world.delete("boss", &format!("/capacity-rules/{}", anns.id())).await.expect(204);
    assert_eq!(sales.quota("ann").await["cap"], 2);
}

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

#[tokio::test]
async fn scenario_2g_p15_a_lead_becomes_a_customer_once() {
    let sales = Sales::new().await;
    let other = sales.world.department("二组", None).await;
    sales.world.person("cat", &["account_manager"], Some(other)).await;
    let theirs = json!({"name": "上海云帆服饰（有限责任公司）"});
    let theirs = sales.world.post("cat", "/customers", theirs).await.expect(201);
    let lead = json!({"company_name": "上海云帆服饰有限公司", "contact_name": "王芳", "mobile": "13800138000", "region": "310000"});
    let lead = sales.world.post("ann", "/leads", lead).await.expect(201);
    let path = format!("/leads/{}/convert", lead.id());
    let preview = sales.world.get("ann", &format!("{path}/preview")).await.expect(200);
    assert_eq!(preview["customer"]["name"], "上海云帆服饰有限公司");
    assert_eq!(preview["contact"]["mobile"], "13800138000");
    assert_eq!(preview["duplicates"][0]["blocking"], true, "{}", preview.json);
    let refused = sales.world.post("ann", &path, json!({})).await.refused(409, "DUPLICATE_CUSTOMER");
    let candidate = &refused["params"]["candidates"][0];
    assert_eq!((&candidate["masked"], &candidate["id"]), (&json!(true), &Value::Null));
    assert_eq!(candidate["owner_department_name"], "二组");
    let link = json!({"customer": {"mode": "link", "id": theirs.id()}});
    sales.world.post("ann", &path, link).await.refused(404, "NOT_FOUND");
    let anyway = json!({"override_duplicate": true, "reason": "另一家"});
    sales.world.post("ann", &path, anyway).await.refused(403, "FORBIDDEN");
    assert_eq!(sales.lead("ann", lead.id()).await["status"], "pending");

    // An opportunity cannot be made yet; then nothing is made.
    let renamed = |name: &str, more: Value| {
        let mut body = json!({"customer": {"mode": "create", "fields": {"name": name}}});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        body
    };
    let opportunity = json!({"opportunity": {"mode": "create", "name": "大单"}});
    sales.world.post("ann", &path, renamed("云帆甲", opportunity)).await.refused(422, "VALIDATION");
    let bad_contact = json!({"contact": {"mode": "create", "fields": {"email": "nonsense"}}});
    let refused = sales.world.post("ann", &path, renamed("云帆甲", bad_contact)).await.refused(422, "VALIDATION");
    assert_eq!(refused["errors"][0]["pointer"], "/contact/fields/email");
    assert!(sales.world.get("ann", "/customers").await.expect(200).items().is_empty());

    // Of ten at once one converts.
    let answers = join_all((0..10).map(|_| sales.world.post("ann", &path, renamed("云帆甲", json!({}))))).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
    let converted = sales.lead("ann", lead.id()).await.expect(200);
    assert_eq!((&converted["status"], &converted["customer_name"]), (&json!("converted"), &json!("云帆甲")));
    for answer in answers.into_iter().filter(|answer| answer.status != 200) {
        let refused = answer.refused(409, "LEAD_ALREADY_CONVERTED");
        assert_eq!(refused["params"]["customer_id"], converted["customer_id"]);
        assert_eq!(refused["params"]["contact_id"], converted["contact_id"]);
    }
    let customers = sales.world.get("ann", "/customers").await.expect(200);
    assert_eq!(customers.items().len(), 1);
    assert_eq!(customers.items()[0]["region"], "310000");
    assert_eq!(sales.world.get("ann", "/contacts").await.expect(200).items().len(), 1);
    // Read only but for its tags.
    let read_only = format!("/leads/{}", lead.id());
    sales.world.patch("ann", &read_only, json!({"region": "110000"})).await.refused(409, "INVALID_STATE");
    sales.world.patch("ann", &read_only, json!({"tags": ["老客户"]})).await.expect(200);
    sales.give_back("ann", lead.id()).await.refused(409, "INVALID_STATE");
}

#[tokio::test]
async fn a_link_fills_only_what_is_empty() {
    let sales = Sales::new().await;
    let customer = json!({"name": "云帆服饰", "region": "310000"});
    let customer = sales.world.post("ann", "/customers", customer).await.expect(201);
    let lead = json!({"company_name": "云帆", "region": "110000", "industry": "apparel", "contact_name": "王芳", "mobile": "13800138000"});
    let lead = sales.world.post("ann", "/leads", lead).await.expect(201);
    let unknown = json!({"customer": {"mode": "link", "id": customer.id(), "fields": {"colour": null}}});
    let refused = sales.world.post("ann", &format!("/leads/{}/convert", lead.id()), unknown).await;
    assert_eq!(refused.refused(400, "UNKNOWN_FIELD")["errors"][0]["pointer"], "/customer/fields/colour");
    let link = json!({"customer": {"mode": "link", "id": customer.id()}});
    let converted = sales.world.post("ann", &format!("/leads/{}/convert", lead.id()), link).await.expect(200);
    assert_eq!(converted["customer_id"], customer.id().to_string());
    let filled = sales.world.get("ann", &format!("/customers/{}", customer.id())).await.expect(200);
    assert_eq!((&filled["name"], &filled["region"]), (&json!("云帆服饰"), &json!("310000")));
    assert_eq!(filled["industry"], "apparel");
    // The same person again is the same contact.
    let second =
        json!({"company_name": "云帆二", "contact_name": "王芳", "email": "wang@yunfan.cn", "phone": "13800138000"});
    let second = sales.world.post("ann", "/leads", second).await.expect(201);
    let link = json!({
        "customer": {"mode": "link", "id": customer.id()}, "contact": {"mode": "create", "fields": {"mobile": "13800138000"}},
    });
    let again = sales.world.post("ann", &format!("/leads/{}/convert", second.id()), link).await.expect(200);
    assert_eq!(again["contact_id"], converted["contact_id"]);
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

#[tokio::test]
async fn what_somebody_owns_moves_with_him() {
    let sales = Sales::new().await;
    let lead = sales.owned("ann", "云帆").await;
    sales.lead("sue", lead).await.expect(200);
    let other = sales.world.department("二组", None).await;
    sales.world.person("tom", &["sales_supervisor"], Some(other)).await;
    sales.lead("tom", lead).await.refused(404, "NOT_FOUND");
    let ann = format!("/users/{}", sales.world.id("ann"));
    sales.world.patch("boss", &ann, json!({"department_id": other})).await.expect(200);
    assert_eq!(sales.lead("tom", lead).await.expect(200)["owner_department_name"], "二组");
    sales.lead("sue", lead).await.refused(404, "NOT_FOUND");
}

#[tokio::test]
async fn what_comes_back_from_the_bin_asks_again() {
    let sales = Sales::new().await;
    let body = |name: &str| json!({"company_name": name, "phone": "13800138000"});
    let first = sales.world.post("ann", "/leads", body("云帆")).await.expect(201).id();
    sales.world.delete("ann", &format!("/leads/{first}")).await.expect(204);
    let second = sales.world.post("bob", "/leads", body("另一家")).await.expect(201).id();
    let back = format!("/recycle-bin/leads/{first}/restore");
    sales.world.act("boss", &back).await.refused(409, "RESTORE_CONFLICT");
    sales.world.delete("bob", &format!("/leads/{second}")).await.expect(204);
    let none = json!({"name": "满", "object": "lead", "max_owned": 0});
    let none = sales.world.post("boss", "/capacity-rules", none).await.expect(201).id();
    sales.world.act("boss", &back).await.refused(422, "HOLD_CAP_EXCEEDED");
    sales.world.delete("boss", &format!("/capacity-rules/{none}")).await.expect(204);
    sales.world.act("boss", &back).await.expect(204);
    assert_eq!(sales.lead("ann", first).await.expect(200)["status"], "pending");
}

#[tokio::test]
async fn p27_a_batch_over_a_filter_takes_what_the_list_shows() {
    let sales = Sales::new().await;
    let (anns, bobs) = (sales.owned("ann", "安的").await, sales.owned("bob", "鲍的").await);
    let give = json!({"filter": {"field": "status", "op": "eq", "value": "pending"}, "reason": "no_need"});
    let result = sales.world.post("ann", "/leads/batch/return", give).await.expect(200);
    assert_eq!((&result["succeeded"], &result["failed"]), (&json!([anns]), &json!([])));
    assert_eq!(sales.lead("boss", bobs).await["status"], "pending");
    let free = json!({"filter": {"field": "pool_id", "op": "eq", "value": sales.pool}});
    let result = sales.world.post("bob", "/leads/batch/claim", free).await.expect(200);
    assert_eq!(result["succeeded"], json!([anns]));
}

#[tokio::test]
async fn no_action_trips_over_a_lead_without_owner() {
    let sales = Sales::new().await;
    let lead = sales.pooled("云帆").await;
    let path = |verb: &str| format!("/leads/{lead}/{verb}");
    let to_ann = json!({"user_id": sales.world.id("ann")});
    sales.world.post("boss", &path("transfer"), to_ann).await.refused(409, "INVALID_STATE");
    sales.world.post("boss", &path("return"), json!({"reason": "no_need"})).await.refused(409, "INVALID_STATE");
    sales.world.post("boss", &path("convert"), json!({})).await.refused(409, "INVALID_STATE");
    sales.world.act("boss", &path("restore")).await.refused(409, "INVALID_STATE");
    sales.world.post("boss", &path("invalidate"), json!({"reason": "fake"})).await.expect(200);
    sales.world.act("boss", &path("claim")).await.refused(409, "LEAD_ALREADY_CLAIMED");
    sales.world.act("boss", &path("restore")).await.expect(200);
    sales.world.delete("ann", &format!("/leads/{lead}")).await.refused(403, "FORBIDDEN");
    sales.world.delete("boss", &format!("/leads/{lead}")).await.expect(204);
}
