//! Customers go back to the public sea, and what keeps them (3.5).

use serde_json::{Value, json};
use uuid::Uuid;

use super::Sea;

const BOUGHT: &str = "update customers set deal_status = 'dealt' where id = $1";

impl Sea {
    async fn on(&self, date: &str) {
        self.world.clock(&format!("{date}T02:00:00+08:00")).await;
    }

    async fn level(&self, customer: Uuid, level: &str) {
        self.world.patch("boss", &format!("/customers/{customer}"), json!({"level": level})).await.expect(200);
    }

    async fn due(&self, customer: Uuid) -> (Value, Value) {
        let seen = self.see("boss", customer).await.expect(200);
        (seen["recycle_due_on"].clone(), seen["recycle_rule"].clone())
    }

    async fn spoke(&self, who: &str, customer: Uuid, kind: &str) {
        let about = json!({
            "subject": "customer", "subject_id": customer, "kind": kind, "content": "聊过了", "outcome": "reached",
        });
        self.world.post(who, "/activities", about).await.expect(201);
    }

    async fn recycled(&self) -> Value {
        self.night("customer_recycle", false).await["recycled"].clone()
    }

    async fn told(&self, customer: Uuid, event: &str) -> Vec<Value> {
        sqlx::query_scalar("select payload from outbox where record_id = $1 and type = $2 order by sequence")
            .bind(customer)
            .bind(event)
            .fetch_all(&crate::server::database().await)
            .await
            .unwrap()
    }
}

#[tokio::test]
async fn p8_a_customer_is_its_owners_for_all_its_days() {
    let sea = Sea::new().await;
    sea.on("2026-03-01").await;
    let customer = sea.owned("ann", "云帆").await;
    // Nobody spoke to it, and it was made today.
    assert_eq!(sea.recycled().await, 0);
    assert_eq!(sea.due(customer).await, (json!("2026-05-30"), json!("no_followup")));
    sea.level(customer, "A").await;
    assert_eq!(sea.due(customer).await, (json!("2026-03-16"), json!("no_followup")));
    for day in ["2026-03-08", "2026-03-09", "2026-03-10", "2026-03-16", "2026-03-16"] {
        sea.on(day).await;
        assert_eq!(sea.recycled().await, 0, "{day}");
        sea.night("recycle_reminder", false).await;
    }
    let told = sea.told(customer, "customer.recycle_warning").await;
    let kinds: Vec<&Value> = told.iter().map(|payload| &payload["kind"]).collect();
    assert_eq!(kinds, ["recycle_window", "recycle_last_day"]);
    assert_eq!((&told[0]["days_left"], &told[0]["owner_id"]), (&json!(7), &json!(sea.world.id("ann"))));
    let soon = json!({"and": [
        {"field": "owner_id", "op": "eq", "value": "me"},
        {"field": "recycle_due_on", "op": "next_n_days", "value": 7},
        {"field": "recycle_rule", "op": "eq", "value": "no_followup"},
    ]});
    let list = sea.world.get("ann", &format!("/customers?filter={soon}")).await.expect(200);
    assert_eq!(list.items().len(), 1);
    sea.on("2026-03-17").await;
    assert_eq!(sea.recycled().await, 1);
    let seen = sea.see("boss", customer).await.expect(200);
    assert_eq!((&seen["pool_id"], &seen["pooled_by"]), (&json!(sea.pool), &json!("system")));
    assert_eq!((&seen["pooled_reason"], &seen["recycle_due_on"]), (&json!("system_recycle"), &Value::Null));
    assert_eq!(sea.log(customer).await, ["recycle", "create"]);
    assert_eq!(sea.told(customer, "customer.recycled").await[0]["from_owner_id"], json!(sea.world.id("ann")));
    assert_eq!(sea.recycled().await, 0);
}

#[tokio::test]
async fn only_a_real_contact_and_a_new_owner_begin_the_days_anew() {
    let sea = Sea::new().await;
    sea.on("2026-03-01").await;
    let customer = sea.owned("ann", "云帆").await;
    sea.level(customer, "A").await;
    sea.world.clock("2026-03-10T23:30:00+08:00").await;
    sea.spoke("ann", customer, "note").await;
    sea.world.patch("ann", &format!("/customers/{customer}"), json!({"remark": "改一下"})).await.expect(200);
    assert_eq!(sea.due(customer).await.0, "2026-03-16");
    // Half past eleven at night is still the tenth.
    sea.spoke("ann", customer, "call").await;
    assert_eq!(sea.due(customer).await.0, "2026-03-25");
    sea.on("2026-03-12").await;
    sea.act("ann", customer, "transfer", sea.to("bob")).await.expect(200);
    assert_eq!(sea.due(customer).await.0, "2026-03-27");
    sea.on("2026-03-27").await;
    assert_eq!(sea.recycled().await, 0);
    sea.on("2026-03-28").await;
    assert_eq!(sea.recycled().await, 1);
}

#[tokio::test]
async fn the_earliest_rule_wins_and_each_exemption_keeps_a_customer() {
    let sea = Sea::new().await;
    sea.on("2026-01-01").await;
    let rules = json!([
        {"kind": "no_followup", "days": {"A": 15, "B": 30, "C": 60, "D": 90}, "exempt_tags": ["vip"], "enabled": true},
        {"kind": "no_deal", "days": {"A": 20, "B": 20, "C": 20, "D": null}, "enabled": true},
    ]);
    let pool = sea.pool(json!({"name": "华东公海", "recycle_rules": rules})).await;
    let mut mine = Vec::new();
    for customer in sea.many_pooled(pool, 7).await {
        sea.claim("ann", customer).await.expect(200);
        mine.push(customer);
    }
    let [plain, patient, bought, key, locked, tagged, unlevelled] = mine[..] else { panic!() };
    for customer in &mine[..6] {
        sea.level(*customer, "A").await;
    }
    sea.level(patient, "C").await;
    sea.set(bought, BOUGHT).await;
    sea.act("boss", key, "set-key-account", json!({"is_key_account": true})).await.expect(200);
    sea.act("ann", locked, "lock", json!({"until": "2026-02-20", "reason": "谈判中"})).await.expect(200);
    sea.world.patch("ann", &format!("/customers/{tagged}"), json!({"tags": ["vip"]})).await.expect(200);
    assert_eq!(sea.due(plain).await, (json!("2026-01-16"), json!("no_followup")));
    assert_eq!(sea.due(patient).await, (json!("2026-01-21"), json!("no_deal")));
    assert_eq!(sea.due(bought).await, (Value::Null, Value::Null));
    assert_eq!(sea.due(key).await, (Value::Null, Value::Null));
    assert_eq!(sea.due(locked).await, (json!("2026-02-20"), json!("no_followup")));
    // The tag is exempt from one rule, not from the other.
    assert_eq!(sea.due(tagged).await, (json!("2026-01-21"), json!("no_deal")));
    assert_eq!(sea.due(unlevelled).await, (json!("2026-04-01"), json!("no_followup")));
    sea.on("2026-01-17").await;
    let would = sea.night("customer_recycle", true).await;
    assert_eq!((&would["would_go"], &would["records"][0]["id"]), (&json!(1), &json!(plain)));
    assert_eq!(would["records"][0]["due_on"], "2026-01-16");
    assert_eq!(sea.see("boss", plain).await["status"], "owned", "a dry run takes nothing");
    assert_eq!(sea.recycled().await, 1);
    sea.on("2026-01-22").await;
    assert_eq!(sea.recycled().await, 2);
    sea.on("2026-02-17").await;
    sea.night("recycle_reminder", false).await;
    assert_eq!(sea.told(locked, "customer.lock_expiring").await[0]["until"], "2026-02-20");
    sea.on("2026-02-20").await;
    assert_eq!(sea.recycled().await, 0);
    sea.on("2026-02-21").await;
    assert_eq!(sea.recycled().await, 1);
    sea.on("2026-12-31").await;
    assert_eq!(sea.recycled().await, 1);
    for customer in [bought, key] {
        assert_eq!(sea.see("boss", customer).await["status"], "owned");
    }
}

#[tokio::test]
async fn locks_are_few_short_and_end() {
    let sea = Sea::new().await;
    sea.on("2026-03-01").await;
    let settings = json!({"customer.lock_capacity": 2, "customer.lock_max_days": 30});
    sea.world.patch("boss", "/settings", settings).await.expect(200);
    let mut mine = Vec::new();
    for n in 0..5 {
        mine.push(sea.owned("ann", &format!("安的{n}号")).await);
    }
    let until = |date: &str| json!({"until": date, "reason": "谈判中"});
    for wrong in ["2026-02-28", "2026-04-01"] {
        sea.act("ann", mine[0], "lock", until(wrong)).await.refused(422, "VALIDATION");
    }
    sea.act("ann", mine[0], "lock", json!({"until": "2026-03-31"})).await.refused(422, "VALIDATION");
    let tries =
        futures_util::future::join_all(mine[..4].iter().map(|c| sea.act("ann", *c, "lock", until("2026-03-10"))));
    let tries = tries.await;
    assert_eq!(tries.iter().filter(|answer| answer.status == 200).count(), 2);
    for answer in tries.into_iter().filter(|answer| answer.status != 200) {
        answer.refused(422, "LOCK_CAP_EXCEEDED");
    }
    let locked = sea.world.get("ann", "/customers?locked=true").await.expect(200);
    let first: Uuid = locked.items()[0]["id"].as_str().unwrap().parse().unwrap();
    sea.act("ann", first, "lock", until("2026-03-20")).await.refused(409, "INVALID_STATE");
    sea.act("cat", first, "unlock", json!({})).await.refused(404, "NOT_FOUND");
    sea.act("ann", first, "unlock", json!({})).await.expect(200);
    sea.act("ann", mine[4], "lock", until("2026-03-10")).await.expect(200);
    sea.set(first, BOUGHT).await;
    sea.act("ann", first, "lock", until("2026-03-10")).await.refused(409, "INVALID_STATE");
    // A lock is its owner's: it does not go along.
    let given = sea.act("ann", mine[4], "transfer", sea.to("bob")).await.expect(200);
    assert_eq!((&given["locked"], &given["locked_until"]), (&json!(false), &Value::Null));
    sea.on("2026-03-11").await;
    sea.night("customer_recycle", false).await;
    assert!(sea.world.get("boss", "/customers?locked=true").await.expect(200).items().is_empty());
}

#[tokio::test]
async fn a_stricter_rule_takes_nothing_back_for_three_days() {
    let sea = Sea::new().await;
    sea.on("2026-03-01").await;
    let customer = sea.owned("ann", "云帆").await;
    sea.on("2026-03-20").await;
    let rule = json!([{"kind": "no_followup", "days": {"A": 5, "B": 5, "C": 5, "D": 5}, "enabled": true}]);
    sea.pool_is(sea.pool, json!({"recycle_rules": rule})).await;
    assert_eq!(sea.due(customer).await.0, "2026-03-22");
    sea.on("2026-03-22").await;
    assert_eq!(sea.recycled().await, 0);
    // Switched off and on again, the dates are there as before.
    sea.pool_is(sea.pool, json!({"recycle_rules": []})).await;
    assert_eq!(sea.due(customer).await, (Value::Null, Value::Null));
    sea.pool_is(sea.pool, json!({"recycle_rules": rule})).await;
    assert_eq!(sea.due(customer).await.0, "2026-03-24");
    sea.on("2026-03-25").await;
    assert_eq!(sea.recycled().await, 1);
    for wrong in ["no_opportunity", "not_converted"] {
        let rule = json!([{"kind": wrong, "days": {"A": 5, "B": 5, "C": 5, "D": 5}, "enabled": true}]);
        let path = format!("/customer-pools/{}", sea.pool);
        sea.world.patch("boss", &path, json!({"recycle_rules": rule})).await.refused(422, "VALIDATION");
    }
}

#[tokio::test]
async fn p10_a_pool_counts_for_its_people_and_one_bad_customer_stops_nobody() {
    let sea = Sea::new().await;
    sea.on("2026-01-01").await;
    let quick = json!([{"kind": "no_followup", "days": {"A": 5, "B": 5, "C": 5, "D": 5}, "enabled": true}]);
    // The whole organisation has the default pool's rules, cat has those of her own; each customer goes once.
    let theirs = json!({"name": "二组公海", "user_ids": [sea.world.id("cat")], "recycle_rules": quick});
    let theirs = sea.pool(theirs).await;
    let cats = sea.owned("cat", "凯特的").await;
    let anns = sea.owned("ann", "安的").await;
    let far = sea.pooled(theirs, "转走的").await;
    sea.claim("cat", far).await.expect(200);
    sea.act("boss", far, "transfer", sea.to("ann")).await.expect(200);
    assert_eq!(sea.due(cats).await.0, "2026-01-06");
    assert_eq!(sea.due(anns).await.0, "2026-04-01");
    assert_eq!(sea.due(far).await.0, "2026-04-01", "its owner is none of the pool's people");
    let mut late = Vec::new();
    for customer in sea.many_pooled(theirs, 20).await {
        sea.act("boss", customer, "assign", sea.to("cat")).await.expect(200);
        late.push(customer);
    }
    let poison = late[7];
    let trigger = sea.poison("customers", poison).await;
    sea.on("2026-01-07").await;
    let done = sea.night("customer_recycle", false).await;
    sea.cure(&trigger).await;
    assert_eq!(done["recycled"], 20);
    let failed = done["failed"].as_array().unwrap();
    assert_eq!((failed.len(), &failed[0]["id"]), (1, &json!(poison)));
    assert!(failed[0]["error"].as_str().unwrap().contains("poison"));
    assert_eq!(sea.see("boss", poison).await["status"], "owned");
    assert_eq!(sea.log(late[0]).await, ["recycle", "assign", "create"]);
    // What was in the way is gone: the next run makes up for it.
    assert_eq!(sea.recycled().await, 1);
    assert_eq!(sea.see("boss", poison).await["pool_id"], theirs.to_string());
}

#[tokio::test]
async fn p9_a_run_that_broke_off_is_gone_on_with_and_nothing_is_half_done() {
    let sea = Sea::new().await;
    sea.on("2026-01-01").await;
    let customer = sea.owned("ann", "云帆").await;
    let contact = json!({"customer_id": customer, "name": "王芳"});
    let contact = sea.world.post("ann", "/contacts", contact).await.expect(201).id();
    let spoken = sea.owned("ann", "又谈了的").await;
    sea.on("2026-04-02").await;
    // A run found both and got no further; then somebody spoke to one of them.
    for late in [customer, spoken] {
        sea.set(
            late,
            "insert into recycle_queue (tenant_id, object, record_id, on_date)
             select tenant_id, 'customer', id, '2026-04-02' from customers where id = $1",
        )
        .await;
    }
    sea.spoke("ann", spoken, "call").await;
    assert_eq!(sea.recycled().await, 1);
    assert_eq!(sea.see("boss", spoken).await["status"], "owned");
    assert_eq!(sea.see("boss", customer).await["pool_id"], sea.pool.to_string());
    let contact = sea.world.get("boss", &format!("/contacts/{contact}")).await.expect(200);
    assert_eq!((&contact["pool_id"], &contact["owner_id"]), (&json!(sea.pool), &Value::Null));
}
