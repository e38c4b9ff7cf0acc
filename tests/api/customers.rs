//! Customers, the people there, and nobody twice (3).

use serde_json::{Value, json};

use crate::kit::{Answer, World};

async fn create(world: &World, body: Value) -> Answer {
    world.post("boss", "/customers", body).await
}

#[tokio::test]
async fn scenario_3a_a_duplicate_is_refused_and_a_branch_is_not() {
    let world = World::new().await;
    let first = create(&world, json!({"name": "北京小米科技有限责任公司"})).await.expect(201);
    assert_eq!(
        (first["status"].as_str(), first["owner_id"].as_str()),
        (Some("owned"), Some(&*world.id("boss").to_string()))
    );
    assert!(first["no"].as_str().unwrap().starts_with("KH-"));

    let again = create(&world, json!({"name": "北京小米科技（有限公司）"})).await.refused(409, "DUPLICATE_CUSTOMER");
    assert_eq!(again["params"]["matched_on"], "name_key");
    let candidate = &again["params"]["candidates"][0];
    assert_eq!(
        (&candidate["id"], &candidate["blocking"], &candidate["masked"]),
        (&first["id"], &json!(true), &json!(false))
    );

    create(&world, json!({"name": "北京小米科技有限责任公司上海分公司"})).await.expect(201);
    let other = create(&world, json!({"name": "小米科技有限公司"})).await.expect(201);
    assert!(other["warnings"].is_null(), "{}", other["warnings"]);
}
