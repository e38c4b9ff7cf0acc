//! Everybody locks in one order, people's capacity before records, so that nobody waits in a circle.

use guanxi_persistence::Clock;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    kit::{World, until},
    server,
};

/// Lets a request wait for the capacity of somebody, and looks whether this record is free meanwhile.
async fn waits_without(
    world: &World,
    whose: &str,
    object: &str,
    path: &str,
    body: Value,
    table: &'static str,
    id: Uuid,
) {
    let database = server::database().await;
    let mut held = database.acquire().await.unwrap();
    sqlx::query("begin").execute(&mut *held).await.unwrap();
    let capacity = "select pg_backend_pid() from capacities where user_id = $1 and object = $2 for update";
    let holder: i32 =
        sqlx::query_scalar(capacity).bind(world.id(whose)).bind(object).fetch_one(&mut *held).await.unwrap();
    let asking = async { world.post("boss", path, body).await.expect(200) };
    let looking = async {
        until("the request waits", async || {
            let waiting = "select exists (select 1 from pg_stat_activity where $1 = any(pg_blocking_pids(pid)))";
            let waits: bool = sqlx::query_scalar(waiting).bind(holder).fetch_one(&database).await.unwrap();
            waits.then_some(())
        })
        .await;
        let record = match table {
            "leads" => "select id from leads where id = $1 for update nowait",
            _ => "select id from customers where id = $1 for update nowait",
        };
        let free: Uuid = sqlx::query_scalar(record).bind(id).fetch_one(&mut *held).await.expect("it is locked already");
        assert_eq!(free, id);
        sqlx::query("rollback").execute(&mut *held).await.unwrap();
    };
    tokio::join!(asking, looking);
}

#[tokio::test]
async fn what_goes_back_waits_for_whoever_may_get_it_before_it_is_locked() {
    let world = World::new().await;
    for name in ["ann", "bob"] {
        world.person(name, &["account_manager"], None).await;
    }
    let lead = async |who: &str| world.post(who, "/leads", json!({"company_name": "云帆"})).await.expect(201).id();
    let (bobs, anns) = (lead("bob").await, lead("ann").await);
    let rule = json!({"name": "给鲍勃", "method": "fixed", "user_ids": [world.id("bob")]});
    world.post("boss", "/assignment-rules", rule).await.expect(201);
    let back = json!({"reason": "no_need"});
    waits_without(&world, "bob", "lead", &format!("/leads/{anns}/return"), back, "leads", anns).await;
    let given = world.get("boss", &format!("/leads/{anns}")).await.expect(200);
    assert_eq!(given["owner_id"], world.id("bob").to_string());
    assert_ne!(bobs, anns);
}

#[tokio::test]
async fn many_customers_are_locked_after_all_of_their_owners() {
    let world = World::new().await;
    for name in ["ann", "bob"] {
        world.person(name, &["account_manager"], None).await;
    }
    let customer =
        async |who: &str, name: &str| world.post(who, "/customers", json!({ "name": name })).await.expect(201).id();
    let (anns, bobs) = (customer("ann", "云帆物流").await, customer("bob", "海川物流").await);
    let soon = Clock::real().date_naive() + chrono::Days::new(2);
    let lock = json!({"ids": [anns, bobs], "until": soon, "reason": "年度合同谈判"});
    waits_without(&world, "bob", "customer", "/customers/batch/lock", lock, "customers", anns).await;
    for id in [anns, bobs] {
        assert_eq!(world.get("boss", &format!("/customers/{id}")).await.expect(200)["locked"], true);
    }
}
