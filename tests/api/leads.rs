//! Leads: pools, claims, and how leads change hands (chapter 2).

mod claims;
mod conversion;
mod pools;
mod recycling;
mod sharing;

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
