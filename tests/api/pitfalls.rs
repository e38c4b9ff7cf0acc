//! What goes wrong elsewhere: pools that swallow records, people put in charge by those who may not, rows that stop a job.

use serde_json::json;
use uuid::Uuid;

use crate::kit::{Answer, World};

/// The mistakes of a refused body: where, and what.
fn mistakes(answer: &Answer) -> Vec<(&str, &str)> {
    let errors = answer["errors"].as_array().unwrap();
    errors.iter().map(|error| (error["pointer"].as_str().unwrap(), error["code"].as_str().unwrap())).collect()
}

#[tokio::test]
async fn p11_a_lead_returns_to_the_pool_that_is_named_or_stays() {
    let world = World::new().await;
    world.person("ann", &["account_manager"], None).await;
    let second = world.post("boss", "/lead-pools", json!({"name": "华东池"})).await.expect(201).id();
    let closed = world.post("boss", "/lead-pools", json!({"name": "停用池", "enabled": false})).await.expect(201).id();
    let own = async |name: &str| world.post("ann", "/leads", json!({"company_name": name})).await.expect(201).id();
    let first = own("云帆").await;
    let path = format!("/leads/{first}/return");
    for (pool, code) in [(closed, "invalid"), (Uuid::now_v7(), "unknown_reference")] {
        let answer = world.post("ann", &path, json!({"reason": "no_need", "pool_id": pool})).await;
        assert_eq!(mistakes(&answer.refused(422, "VALIDATION"))[0].0, "/pool_id", "{code}");
        let batch = json!({"ids": [first], "reason": "no_need", "pool_id": pool});
        world.post("ann", "/leads/batch/return", batch).await.refused(422, "VALIDATION");
    }
    assert_eq!(
        world.get("ann", &format!("/leads/{first}")).await["owner_name"],
        "ann",
        "what was refused changed nothing"
    );
    let returned = world.post("ann", &path, json!({"reason": "no_need", "pool_id": second})).await.expect(200);
    assert_eq!((&returned["pool_id"], &returned["owner_id"]), (&json!(second), &json!(null)));

    // In a batch each is told; none is said to have succeeded that did not.
    let another = own("海帆").await;
    let batch = json!({"ids": [first, another], "reason": "no_need", "pool_id": second});
    let batch = world.post("ann", "/leads/batch/return", batch).await.expect(200);
    assert_eq!(batch["succeeded"], json!([another]));
    assert_eq!(batch["failed"][0]["id"], json!(first));
    assert_eq!(world.get("boss", &format!("/leads/{another}")).await["pool_id"], json!(second));
}

#[tokio::test]
async fn p30_nobody_is_named_who_is_not_here() {
    let world = World::new().await;
    let other = World::new().await;
    let gone = world.person("zoe", &["account_manager"], None).await;
    world.act("boss", &format!("/users/{gone}/disable")).await.expect(200);
    let lead = world.post("boss", "/leads", json!({"company_name": "云帆"})).await.expect(201).id();
    let nobody = [other.id("boss"), gone, Uuid::now_v7()];
    for who in nobody {
        let fields = [
            ("/leads", json!({"company_name": "海帆", "owner_id": who}), "/owner_id"),
            ("/customers", json!({"name": "海帆", "owner_id": who}), "/owner_id"),
            (&*format!("/leads/{lead}/transfer"), json!({"user_id": who}), "/user_id"),
            (&*format!("/leads/{lead}/assign"), json!({"user_id": who}), "/user_id"),
            (
                "/departments",
                json!({"name": "三组", "parent_id": world.root().await, "manager_id": who}),
                "/manager_id",
            ),
            ("/lead-pools", json!({"name": "池", "admin_ids": [world.id("boss"), who]}), "/admin_ids/1"),
            ("/lead-pools", json!({"name": "池", "user_ids": [who]}), "/user_ids/0"),
            ("/customer-pools", json!({"name": "海", "admin_ids": [who]}), "/admin_ids/0"),
            ("/customer-pools", json!({"name": "海", "user_ids": [who]}), "/user_ids/0"),
            (
                "/capacity-rules",
                json!({"name": "库容", "object": "lead", "user_ids": [who], "max_owned": 5}),
                "/user_ids/0",
            ),
            ("/assignment-rules", json!({"name": "轮流", "method": "round_robin", "user_ids": [who]}), "/user_ids/0"),
            (
                "/activities",
                json!({"subject": "lead", "subject_id": lead, "kind": "note", "direction": "out",
                "content": "备注", "participant_ids": [who]}),
                "/participant_ids/0",
            ),
        ];
        for (path, body, pointer) in fields {
            let answer = world.post("boss", path, body).await;
            let answer = answer.refused(422, "VALIDATION");
            assert!(mistakes(&answer).iter().any(|(at, _)| *at == pointer), "{path}: {}", answer.json);
        }
        let superior = world.patch("boss", &format!("/users/{}", world.id("boss")), json!({"superior_id": who})).await;
        assert_eq!(mistakes(&superior.refused(422, "VALIDATION"))[0].0, "/superior_id");
    }
    // Roles and departments of others are as unknown.
    let body = json!({"name": "池", "role_ids": [other.role("auditor").await], "department_ids": [other.root().await]});
    let answer = world.post("boss", "/lead-pools", body).await.refused(422, "VALIDATION");
    assert_eq!(mistakes(&answer), [("/role_ids/0", "unknown_reference"), ("/department_ids/0", "unknown_reference")]);

    // Who left stays named where he was named; he is not named anew.
    world.act("boss", &format!("/users/{gone}/enable")).await.expect(200);
    let pool = world.post("boss", "/lead-pools", json!({"name": "池", "user_ids": [gone]})).await.expect(201).id();
    world.act("boss", &format!("/users/{gone}/disable")).await.expect(200);
    let path = format!("/lead-pools/{pool}");
    world.patch("boss", &path, json!({"user_ids": [gone, world.id("boss")]})).await.expect(200);
}

#[tokio::test]
async fn p30_records_are_given_to_those_only_whom_one_may_give_them_to() {
    let world = World::new().await;
    let (one, two) = (world.department("一组", None).await, world.department("二组", None).await);
    let ann = world.person("ann", &["account_manager"], Some(one)).await;
    let bob = world.person("bob", &["account_manager"], Some(two)).await;
    world.person("sue", &["sales_supervisor"], Some(one)).await;
    for (path, key) in [("/leads", "company_name"), ("/customers", "name")] {
        world.post("sue", path, json!({key: "云帆", "owner_id": ann})).await.expect(201);
        let answer = world.post("sue", path, json!({key: "海帆", "owner_id": bob})).await.refused(422, "VALIDATION");
        assert_eq!(mistakes(&answer), [("/owner_id", "forbidden")], "{path}");
        world.post("ann", path, json!({key: "天帆", "owner_id": bob})).await.expect(403);
    }
}

#[tokio::test]
async fn p23_a_deleted_contact_frees_its_keys_and_comes_back_only_to_free_ones() {
    let world = World::new().await;
    let customer = world.post("boss", "/customers", json!({"name": "云帆"})).await.expect(201).id();
    let body = json!({"customer_id": customer, "name": "王芳", "mobile": "13800138000", "email": "wang@yunfan.cn",
        "external_source": "erp", "external_id": "7", "is_primary": true});
    let first = world.post("boss", "/contacts", body.clone()).await.expect(201).id();
    world.post("boss", "/contacts", body.clone()).await.refused(409, "DUPLICATE");
    world.delete("boss", &format!("/contacts/{first}")).await.expect(204);
    let second = world.post("boss", "/contacts", body).await.expect(201).id();
    let restore = format!("/recycle-bin/contacts/{first}/restore");
    world.act("boss", &restore).await.refused(409, "RESTORE_CONFLICT");
    world.delete("boss", &format!("/contacts/{second}")).await.expect(204);
    world.act("boss", &restore).await.expect(204);
    assert_eq!(world.get("boss", &format!("/contacts/{first}")).await.expect(200)["mobile"], "13800138000");
}

#[tokio::test]
async fn p9_a_lead_that_nobody_ever_spoke_to_is_recycled_by_the_day_it_was_taken() {
    let world = World::new().await;
    world.person("ann", &["account_manager"], None).await;
    world.clock("2026-03-01T10:00:00+08:00").await;
    let silent = world.post("ann", "/leads", json!({"company_name": "无声"})).await.expect(201).id();
    let spoken = world.post("ann", "/leads", json!({"company_name": "有声"})).await.expect(201).id();
    world.clock("2026-03-10T10:00:00+08:00").await;
    let call = json!({"subject": "lead", "subject_id": spoken, "kind": "call", "direction": "out",
        "outcome": "reached", "content": "聊了聊"});
    world.post("ann", "/activities", call).await.expect(201);
    world.clock("2026-03-20T01:00:00+08:00").await;
    let done = &world.job("lead_recycle", false).await["result"];
    assert_eq!(done["recycled"], 1, "{done}");
    assert_eq!(world.get("boss", &format!("/leads/{silent}")).await["status"], "unassigned");
    assert_eq!(world.get("boss", &format!("/leads/{spoken}")).await["owner_name"], "ann");
}

#[tokio::test]
async fn p10_one_lead_that_cannot_be_recycled_stops_no_other() {
    let world = World::new().await;
    world.person("ann", &["account_manager"], None).await;
    world.clock("2026-03-01T10:00:00+08:00").await;
    let mut leads = Vec::new();
    for name in ["甲", "乙", "丙"] {
        leads.push(world.post("ann", "/leads", json!({"company_name": name})).await.expect(201).id());
    }
    // A lead that no write gets through to: its next version is more than there is.
    let mut database = crate::server::database().await.acquire().await.unwrap();
    let mut hidden = sqlx::Connection::begin(&mut *database).await.unwrap();
    sqlx::query("set local session_replication_role = replica").execute(&mut *hidden).await.unwrap();
    let last = "update leads set version = 9223372036854775807 where id = $1";
    sqlx::query(last).bind(leads[1]).execute(&mut *hidden).await.unwrap();
    hidden.commit().await.unwrap();
    world.clock("2026-03-20T01:00:00+08:00").await;
    let done = &world.job("lead_recycle", false).await["result"];
    assert_eq!((&done["recycled"], &done["failed"][0]["id"]), (&json!(2), &json!(leads[1])), "{done}");
    for (lead, status) in [(leads[0], "unassigned"), (leads[1], "pending"), (leads[2], "unassigned")] {
        assert_eq!(world.get("boss", &format!("/leads/{lead}")).await["status"], status);
    }
    assert_eq!(world.job("lead_recycle", false).await["result"]["recycled"], 0, "what was done stays done");
}
