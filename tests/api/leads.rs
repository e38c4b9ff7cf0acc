//! Leads: pools, claims, and how leads change hands (chapter 2).

use serde_json::json;

use crate::kit::World;

#[tokio::test]
async fn a_lead_is_its_creators_and_is_found() {
    let world = World::new().await;
    let lead = world
        .post(
            "boss",
            "/leads",
            json!({"company_name": "上海云帆服饰有限公司", "contact_name": "王芳", "phone": "13800138000"}),
        )
        .await
        .expect(201);
    assert_eq!(lead["status"], "pending");
    assert_eq!(lead["owner_id"], world.id("boss").to_string());
    assert_eq!(lead["name"], "上海云帆服饰有限公司");
    assert!(lead["recycle_due_on"].is_string(), "{}", lead.json);
    for q in ["云帆", "yunfan", "8000", "wangfang"] {
        let found = world.get("boss", &format!("/leads?q={q}")).await.expect(200);
        assert_eq!(found.items().len(), 1, "{q}");
    }
}

#[tokio::test]
async fn a_lead_in_the_pool_is_claimed() {
    let world = World::new().await;
    let pools = world.get("boss", "/lead-pools").await.expect(200);
    let pool = pools.items()[0]["id"].as_str().unwrap();
    let lead = world.post("boss", "/leads", json!({"company_name": "云帆", "pool_id": pool})).await.expect(201);
    assert_eq!(lead["status"], "unassigned");
    let claimed = world.act("boss", &format!("/leads/{}/claim", lead.id())).await.expect(200);
    assert_eq!(claimed["status"], "pending");
    world.act("boss", &format!("/leads/{}/claim", lead.id())).await.refused(409, "LEAD_ALREADY_CLAIMED");
    let log = world.get("boss", &format!("/leads/{}/owner-log", lead.id())).await.expect(200);
    assert_eq!(log.all("kind"), ["claim", "create"]);
    let quotas = world.get("boss", "/me/quotas").await.expect(200);
    assert_eq!(quotas.items()[0]["daily_remaining"], 19);
    assert_eq!(quotas.items()[0]["cap_remaining"], 49);
}
