//! Where customers lie whom nobody has.

use serde_json::{Value, json};

use super::{create, default_pool, two_teams};
use crate::kit::World;

#[tokio::test]
async fn there_is_always_a_pool() {
    let world = World::new().await;
    let first = default_pool(&world).await;
    let path = format!("/customer-pools/{first}");
    world.delete("boss", &path).await.refused(409, "LAST_POOL");
    world.patch("boss", &path, json!({"enabled": false})).await.refused(422, "VALIDATION");
    let second = world.post("boss", "/customer-pools", json!({"name": "华东公海", "hold_limit": 5})).await.expect(201);
    assert_eq!((&second["daily_limit"], &second["prev_owner_freeze_days"]), (&json!(10), &json!(15)));
    world.post("boss", "/customer-pools", json!({"name": "华东公海"})).await.refused(409, "DUPLICATE");
    let made = create(&world, json!({"name": "云帆", "pool_id": first})).await.expect(201);
    world.patch("boss", &format!("/customer-pools/{}", second.id()), json!({"is_default": true})).await.expect(200);
    assert_eq!(default_pool(&world).await, second.id().to_string());
    world.delete("boss", &path).await.refused(409, "POOL_NOT_EMPTY");
    world.delete("boss", &format!("/customers/{}", made.id())).await.expect(204);
    world.delete("boss", &path).await.expect(204);
    // Its pool is gone: it comes back to the one that takes its place.
    world.act("boss", &format!("/recycle-bin/customers/{}/restore", made.id())).await.expect(204);
    let back = world.get("boss", &format!("/customers/{}", made.id())).await.expect(200);
    assert_eq!(back["pool_id"], second["id"]);
}

#[tokio::test]
async fn what_a_pool_covers_is_seen_by_whoever_takes_it_on() {
    let world = two_teams().await;
    let pool = default_pool(&world).await;
    let covered = json!({"masked_fields": ["phone", "phones", "mobile", "email"]});
    world.patch("boss", &format!("/customer-pools/{pool}"), covered).await.expect(200);
    let body = json!({"name": "云帆", "phone": "13800138000", "phones": ["13900139000"], "pool_id": pool});
    let customer = create(&world, body).await.expect(201);
    let contact =
        json!({"customer_id": customer.id(), "name": "张三", "mobile": "13700137000", "email": "san@yunfan.cn"});
    let contact = world.post("boss", "/contacts", contact).await.expect(201);
    assert_eq!((&contact["pool_id"], &contact["owner_id"]), (&json!(pool), &Value::Null));

    let seen = world.get("ann", &format!("/customers/{}", customer.id())).await.expect(200);
    assert_eq!((&seen["phone"], &seen["phones"]), (&json!("138****8000"), &Value::Null));
    let seen = world.get("ann", &format!("/contacts/{}", contact.id())).await.expect(200);
    assert_eq!((&seen["mobile"], &seen["email"]), (&json!("137****7000"), &json!("s***@yunfan.cn")));
    // Nor is it guessed by asking, nor read in what changed.
    world.patch("boss", &format!("/customers/{}", customer.id()), json!({"phone": "13600136000"})).await.expect(200);
    for question in ["/customers?phone=13600136000", "/customers?q=13600136000", "/contacts?q=7000"] {
        assert!(world.get("ann", question).await.expect(200).items().is_empty(), "{question}");
    }
    let told = world.get("ann", &format!("/customers/{}/timeline", customer.id())).await.expect(200);
    let text = String::from_utf8(told.bytes.clone()).unwrap();
    assert!(!text.contains("13800138000") && !text.contains("13600136000") && !text.contains("13700137000"), "{text}");
    // Members look on; they write on what is theirs.
    world
        .patch("ann", &format!("/customers/{}", customer.id()), json!({"remark": "我的"}))
        .await
        .refused(403, "FORBIDDEN");
    let about = json!({"subject": "customer", "subject_id": customer.id(), "kind": "call", "content": "…"});
    world.post("ann", "/activities", about).await.refused(403, "FORBIDDEN");
}
