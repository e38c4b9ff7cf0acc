//! What is done by the clock: for everybody in his time, whatever others' nights are like.

use serde_json::json;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::{
    kit::{World, until},
    server,
};

async fn tenant(world: &World, connection: &mut PgConnection) -> Uuid {
    sqlx::query_scalar("select id from tenants where code = $1")
        .bind(&world.tenant)
        .fetch_one(connection)
        .await
        .unwrap()
}

#[tokio::test]
async fn ones_long_night_makes_no_other_late() {
    let (slow, quick) = (World::new().await, World::new().await);
    let mut holding = server::database().await.acquire().await.unwrap();
    let (slow, quick) = (tenant(&slow, &mut holding).await, tenant(&quick, &mut holding).await);
    // Somebody is at the first of their jobs, and does not come to an end.
    sqlx::query("select pg_advisory_lock(hashtextextended($1, 0))")
        .bind(format!("{slow} plan_missed"))
        .execute(&mut *holding)
        .await
        .unwrap();
    // They have been here for a while: everything of the last day is due.
    let mut database = server::database().await.acquire().await.unwrap();
    for tenant in [slow, quick] {
        let act_as = "select set_config('app.tenant', $1::text, false)";
        sqlx::query(act_as).bind(tenant).execute(&mut *database).await.unwrap();
        let older = "update tenants set created_at = created_at - interval '3 days' where id = $1";
        sqlx::query(older).bind(tenant).execute(&mut *database).await.unwrap();
    }
    let mut done = async |tenant: Uuid| {
        let sql = "select count(distinct job) from job_runs where tenant_id = $1 and status = 'done'";
        sqlx::query_scalar::<_, i64>(sql).bind(tenant).fetch_one(&mut *database).await.unwrap()
    };
    until("the other's night", async || (done(quick).await >= 12).then_some(())).await;
    assert_eq!(done(slow).await, 0);
    drop(holding.detach());
    until("the long night's end", async || (done(slow).await >= 12).then_some(())).await;
}

#[tokio::test]
async fn what_somebody_was_told_is_forgotten_once_he_would_not_be_told_again() {
    let world = World::new().await;
    world.clock("2026-03-09T10:00:00+08:00").await;
    let pool = world.get("boss", "/lead-pools").await.expect(200).items()[0]["id"].clone();
    let lead = async |name: &str| {
        let lead = json!({"company_name": name, "pool_id": pool});
        world.post("boss", "/leads", lead).await.expect(201).id()
    };
    let (_, taken) = (lead("云帆").await, lead("海川").await);
    world.clock("2026-03-11T10:00:00+08:00").await;
    assert_eq!(world.job("lead_alerts", false).await["result"]["unassigned"], 2);
    world.act("boss", &format!("/leads/{taken}/claim")).await.expect(200);
    world.clock("2026-10-11T10:00:00+08:00").await;
    assert_eq!(world.job("retention", false).await["result"]["forgotten"]["lead_notices"], 1);
    // What still lies there is not spoken of again.
    assert_eq!(world.job("lead_alerts", false).await["result"]["unassigned"], 0);
}
