//! Leads go by the same kernel: what must hold of customers, asked of leads (2.5).

use serde_json::json;
use uuid::Uuid;

use super::Sea;

impl Sea {
    async fn lead_pool(&self, details: serde_json::Value) -> Uuid {
        self.world.post("boss", "/lead-pools", details).await.expect(201).id()
    }

    async fn lead(&self, name: &str, pool: Uuid) -> Uuid {
        self.world.post("boss", "/leads", json!({"company_name": name, "pool_id": pool})).await.expect(201).id()
    }
}

#[tokio::test]
async fn p3_a_lead_is_measured_by_the_pool_it_lies_in() {
    let sea = Sea::new().await;
    let lax = sea.lead_pool(json!({"name": "大家的"})).await;
    let strict = sea.lead_pool(json!({"name": "二组的", "user_ids": [sea.world.id("cat")]})).await;
    let lead = sea.lead("云帆", strict).await;
    let path = format!("/leads/{lead}/claim");
    sea.world.post("ann", &path, json!({"pool_id": lax})).await.refused(400, "UNKNOWN_FIELD");
    sea.world.act("ann", &path).await.refused(404, "NOT_FOUND");
    sea.world.post("ann", "/leads/batch/claim", json!({"ids": [lead], "pool_id": lax})).await.expect(400);
    sea.world.act("cat", &path).await.expect(200);
}

#[tokio::test]
async fn p9_p10_one_bad_lead_stops_no_other_and_goes_when_it_can() {
    let sea = Sea::new().await;
    sea.world.clock("2026-01-01T10:00:00+08:00").await;
    let pool = sea.lead_pool(json!({"name": "快的", "no_followup_days": 5, "daily_limit": null})).await;
    let mut leads = Vec::new();
    for n in 0..12 {
        let lead = sea.lead(&format!("线索{n}号"), pool).await;
        sea.world.act("ann", &format!("/leads/{lead}/claim")).await.expect(200);
        leads.push(lead);
    }
    let poison = sea.poison("leads", leads[4]).await;
    sea.world.clock("2026-01-07T02:00:00+08:00").await;
    let done = sea.night("lead_recycle", false).await;
    sea.cure(&poison).await;
    assert_eq!((&done["recycled"], &done["failed"][0]["id"]), (&json!(11), &json!(leads[4])));
    assert_eq!(sea.night("lead_recycle", false).await["recycled"], 1);
    for lead in leads {
        let seen = sea.world.get("boss", &format!("/leads/{lead}")).await.expect(200);
        assert_eq!((&seen["pool_id"], &seen["status"]), (&json!(pool), &json!("unassigned")));
    }
}

#[tokio::test]
async fn p11_a_lead_goes_where_it_is_said_or_stays() {
    let sea = Sea::new().await;
    let east = sea.lead_pool(json!({"name": "华东"})).await;
    let off = sea.lead_pool(json!({"name": "停用的", "enabled": false})).await;
    let lead = sea.lead("云帆", east).await;
    sea.world.act("ann", &format!("/leads/{lead}/claim")).await.expect(200);
    let path = format!("/leads/{lead}/return");
    for pool in [off, Uuid::now_v7()] {
        let body = json!({"reason": "no_need", "pool_id": pool});
        sea.world.post("ann", &path, body).await.refused(422, "VALIDATION");
    }
    let returned = sea.world.post("ann", &path, json!({"reason": "no_need"})).await.expect(200);
    assert_eq!(returned["pool_id"], east.to_string());
}
