//! Claims, caps, freezes, pools (3.3, 3.4).

use futures_util::future::join_all;
use serde_json::{Value, json};

use super::Sea;

const BOUGHT: &str = "update customers set deal_status = 'dealt' where id = $1";

#[tokio::test]
async fn p1_p2_fifty_claims_of_one_customer_have_one_winner() {
    let sea = Sea::new().await;
    let customer = sea.pooled(sea.pool, "云帆").await;
    let answers = join_all((0..50).map(|n| sea.claim(if n % 2 == 0 { "ann" } else { "bob" }, customer))).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
    for answer in answers.into_iter().filter(|answer| answer.status != 200) {
        answer.refused(409, "CUSTOMER_ALREADY_CLAIMED");
    }
    assert_eq!(sea.log(customer).await, ["claim", "create"]);
}

#[tokio::test]
async fn scenario_3c_the_tighter_of_two_caps_counts() {
    let sea = Sea::new().await;
    let rule = json!({"name": "每人十个", "object": "customer", "max_owned": 10, "dealt_counts": false});
    sea.world.post("boss", "/capacity-rules", rule).await.expect(201);
    let pool = sea.pool(json!({"name": "华东公海", "hold_limit": 5})).await;
    let free = sea.many_pooled(pool, 6).await;
    for customer in &free[..4] {
        sea.claim("ann", *customer).await.expect(200);
    }
    for n in 0..6 {
        let customer = sea.owned("ann", &format!("安的{n}号客户")).await;
        if n < 3 {
            sea.set(customer, BOUGHT).await;
        }
    }
    let quota = sea.quota("ann", pool).await;
    assert_eq!((&quota["held"], &quota["cap"]), (&json!(7), &json!(10)));
    assert_eq!((&quota["pool_held"], &quota["pool_cap"], &quota["cap_remaining"]), (&json!(4), &json!(5), &json!(1)));
    sea.claim("ann", free[4]).await.expect(200);
    let refused = sea.claim("ann", free[5]).await.refused(422, "HOLD_CAP_EXCEEDED");
    assert_eq!((&refused["params"]["scope"], &refused["params"]["remaining"]), (&json!("pool"), &json!(0)));
    // Being given one out of the pool asks the same; one out of another pool does not.
    sea.act("sue", free[5], "assign", sea.to("ann")).await.refused(422, "HOLD_CAP_EXCEEDED");
    let other = sea.pooled(sea.pool, "别处的客户").await;
    sea.act("sue", other, "assign", sea.to("ann")).await.expect(200);
    // Key accounts leave the count.
    sea.act("boss", free[0], "set-key-account", json!({"is_key_account": true})).await.expect(200);
    sea.claim("ann", free[5]).await.expect(200);
}

#[tokio::test]
async fn p5_returning_does_not_give_the_claim_back_and_failures_cost_nothing() {
    let sea = Sea::new().await;
    sea.world.clock("2026-03-10T10:00:00+08:00").await;
    sea.pool_is(sea.pool, json!({"daily_limit": 5})).await;
    let free = sea.many_pooled(sea.pool, 26).await;
    sea.claim("bob", free[0]).await.expect(200);
    sea.claim("ann", free[0]).await.refused(409, "CUSTOMER_ALREADY_CLAIMED");
    sea.act("sue", free[25], "assign", sea.to("ann")).await.expect(200);
    assert_eq!(sea.quota("ann", sea.pool).await["daily_remaining"], 5);
    let answers = join_all(free[1..21].iter().map(|customer| sea.claim("ann", *customer))).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 5);
    for answer in answers.into_iter().filter(|answer| answer.status != 200) {
        answer.refused(422, "DAILY_CLAIM_LIMIT");
    }
    let filter = json!({"filter": {"field": "owner_id", "op": "eq", "value": "me"}, "reason": "no_need"});
    let released = sea.world.post("ann", "/customers/batch/release", filter).await.expect(200);
    assert_eq!(released["succeeded"].as_array().unwrap().len(), 6);
    let refused = sea.claim("ann", free[22]).await.refused(422, "DAILY_CLAIM_LIMIT");
    assert_eq!(refused["params"]["remaining"], 0);
    sea.world.clock("2026-03-11T00:10:00+08:00").await;
    sea.claim("ann", free[22]).await.expect(200);
}

#[tokio::test]
async fn p6_the_last_place_is_taken_once_however_it_is_asked_for() {
    let sea = Sea::new().await;
    let rule = json!({"name": "每人三个", "object": "customer", "max_owned": 3});
    sea.world.post("boss", "/capacity-rules", rule).await.expect(201);
    let free = sea.many_pooled(sea.pool, 8).await;
    for customer in &free[..2] {
        sea.claim("ann", *customer).await.expect(200);
    }
    let bobs = sea.owned("bob", "鲍勃的").await;
    let claims = join_all(free[2..5].iter().map(|customer| sea.claim("ann", *customer)));
    let assigned = join_all(free[5..].iter().map(|customer| sea.act("sue", *customer, "assign", sea.to("ann"))));
    let transferred = sea.act("bob", bobs, "transfer", sea.to("ann"));
    let created = sea.world.post("ann", "/customers", json!({"name": "新客户"}));
    let (claims, assigned, transferred, created) = tokio::join!(claims, assigned, transferred, created);
    let all: Vec<_> = claims.into_iter().chain(assigned).chain([transferred, created]).collect();
    assert_eq!(all.iter().filter(|answer| answer.status < 300).count(), 1);
    for answer in all.into_iter().filter(|answer| answer.status >= 300) {
        let refused = answer.refused(422, "HOLD_CAP_EXCEEDED");
        assert_eq!(refused["params"]["remaining"], 0);
    }
    assert_eq!(sea.quota("ann", sea.pool).await["held"], 3);
}

#[tokio::test]
async fn p7_editing_does_not_make_a_customer_wait_longer() {
    let sea = Sea::new().await;
    sea.world.clock("2026-03-10T10:00:00+08:00").await;
    sea.pool_is(sea.pool, json!({"new_data_wait_days": 2, "admin_ids": [sea.world.id("sue")]})).await;
    let customer = sea.pooled(sea.pool, "新来的").await;
    sea.world.clock("2026-03-11T10:00:00+08:00").await;
    sea.world.patch("boss", &format!("/customers/{customer}"), json!({"level": "A"})).await.expect(200);
    let refused = sea.claim("ann", customer).await.refused(422, "NOT_YET_CLAIMABLE");
    assert_eq!(refused["params"]["claimable_on"], "2026-03-12");
    sea.world.clock("2026-03-12T00:01:00+08:00").await;
    sea.claim("ann", customer).await.expect(200);
}

#[tokio::test]
async fn p12_every_former_owner_waits_not_only_the_latest() {
    let sea = Sea::new().await;
    sea.world.clock("2026-03-10T10:00:00+08:00").await;
    let customer = sea.pooled(sea.pool, "转手的").await;
    sea.claim("ann", customer).await.expect(200);
    sea.release("ann", customer).await.expect(200);
    sea.world.clock("2026-03-12T10:00:00+08:00").await;
    sea.claim("bob", customer).await.expect(200);
    sea.release("bob", customer).await.expect(200);
    for (who, until) in [("ann", "2026-03-25"), ("bob", "2026-03-27")] {
        let refused = sea.claim(who, customer).await.refused(422, "PREVIOUS_OWNER_FROZEN");
        assert_eq!(refused["params"]["claimable_on"], until);
    }
    sea.world.clock("2026-03-25T10:00:00+08:00").await;
    sea.claim("bob", customer).await.refused(422, "PREVIOUS_OWNER_FROZEN");
    sea.claim("ann", customer).await.expect(200);
    // Who may assign does not ask about the freeze.
    sea.release("ann", customer).await.expect(200);
    sea.act("sue", customer, "assign", sea.to("bob")).await.expect(200);
}

#[tokio::test]
async fn p3_a_customer_is_measured_by_the_pool_it_lies_in() {
    let sea = Sea::new().await;
    let strict = sea.pool(json!({"name": "二组公海", "user_ids": [sea.world.id("cat")]})).await;
    let closed = sea.pool(json!({"name": "只分配", "visible_to_members": false})).await;
    let (theirs, covered) = (sea.pooled(strict, "二组的").await, sea.pooled(closed, "待分配的").await);
    // No pool that a body names is asked.
    sea.act("ann", theirs, "claim", json!({"pool_id": sea.pool})).await.refused(400, "UNKNOWN_FIELD");
    sea.act("ann", theirs, "claim", json!({})).await.refused(404, "NOT_FOUND");
    sea.act("ann", covered, "claim", json!({})).await.refused(404, "NOT_FOUND");
    sea.see("ann", covered).await.refused(404, "NOT_FOUND");
    let body = json!({"ids": [theirs], "pool_id": sea.pool});
    sea.world.post("ann", "/customers/batch/claim", body).await.expect(400);
    sea.claim("cat", theirs).await.expect(200);
    // Only members are given what lies in a pool.
    sea.act("boss", covered, "assign", sea.to("ann")).await.expect(200);
    let theirs = sea.pooled(strict, "二组的另一家").await;
    sea.act("boss", theirs, "assign", sea.to("ann")).await.refused(403, "NOT_POOL_MEMBER");
}

#[tokio::test]
async fn p4_each_record_of_a_batch_is_asked_about() {
    let sea = Sea::new().await;
    let (anns, cats) = (sea.owned("ann", "安的").await, sea.owned("cat", "凯特的").await);
    let free = sea.pooled(sea.pool, "公海的").await;
    for ids in [json!([anns, cats, free]), json!([cats, free, anns])] {
        let body = json!({"ids": ids, "reason": "no_need", "atomic": true});
        let refused = sea.world.post("ann", "/customers/batch/release", body).await;
        assert!(matches!(refused.status, 403 | 404 | 409), "{}", refused.json);
        assert_eq!(sea.see("boss", anns).await["status"], "owned");
    }
    let body = json!({"ids": [anns, cats, free], "user_id": sea.world.id("bob")});
    let done = sea.world.post("ann", "/customers/batch/transfer", body).await.expect(200);
    assert_eq!(done["succeeded"], json!([anns]));
    let codes: Vec<&Value> = done["failed"].as_array().unwrap().iter().map(|failed| &failed["code"]).collect();
    assert_eq!(codes, ["NOT_FOUND", "FORBIDDEN"]);
    assert_eq!(sea.see("boss", cats).await["owner_id"], sea.world.id("cat").to_string());
}

#[tokio::test]
async fn p11_what_is_released_goes_where_it_is_said_or_where_it_came_from() {
    let sea = Sea::new().await;
    let east = sea.pool(json!({"name": "华东公海"})).await;
    let west = sea.pool(json!({"name": "华西公海"})).await;
    let off = sea.pool(json!({"name": "停用的", "enabled": false})).await;
    let customer = sea.pooled(east, "云帆").await;
    sea.claim("ann", customer).await.expect(200);
    let release = |pool: uuid::Uuid| json!({"reason": "no_need", "pool_id": pool});
    sea.act("ann", customer, "release", release(off)).await.refused(422, "VALIDATION");
    sea.act("ann", customer, "release", release(uuid::Uuid::now_v7())).await.refused(422, "VALIDATION");
    sea.act("ann", customer, "release", json!({})).await.refused(422, "REASON_REQUIRED");
    sea.act("ann", customer, "release", json!({"reason": "system_recycle"})).await.refused(422, "VALIDATION");
    assert_eq!(sea.see("ann", customer).await["owner_id"], sea.world.id("ann").to_string());
    assert_eq!(sea.release("ann", customer).await.expect(200)["pool_id"], east.to_string());
    sea.act("sue", customer, "assign", sea.to("ann")).await.expect(200);
    assert_eq!(sea.act("ann", customer, "release", release(west)).await.expect(200)["pool_id"], west.to_string());
    assert_eq!(sea.log(customer).await, ["return", "assign", "return", "claim", "create"]);
}

#[tokio::test]
async fn p13_no_action_trips_over_a_customer_without_owner() {
    let sea = Sea::new().await;
    let customer = sea.pooled(sea.pool, "无主的").await;
    sea.act("boss", customer, "transfer", sea.to("ann")).await.refused(409, "INVALID_STATE");
    sea.release("boss", customer).await.refused(409, "INVALID_STATE");
    let lock = json!({"until": "2026-12-31", "reason": "跟进中"});
    sea.act("boss", customer, "lock", lock).await.refused(409, "INVALID_STATE");
    sea.act("boss", customer, "unlock", json!({})).await.refused(409, "INVALID_STATE");
    sea.act("boss", customer, "move", json!({"pool_id": sea.pool})).await.refused(422, "VALIDATION");
    sea.world.put("boss", &format!("/customers/{customer}/team"), json!({"members": []})).await.expect(200);
    sea.world.get("boss", &format!("/customers/{customer}/overview")).await.expect(200);
    let ids = json!({"ids": [customer], "user_id": sea.world.id("ann")});
    let failed = sea.world.post("boss", "/customers/batch/transfer", ids).await.expect(200);
    assert_eq!(failed["failed"][0]["code"], "INVALID_STATE");
    sea.world.delete("boss", &format!("/customers/{customer}")).await.expect(204);
    sea.world.act("boss", &format!("/recycle-bin/customers/{customer}/restore")).await.expect(204);
}

#[tokio::test]
async fn p14_what_somebody_owns_is_seen_where_he_works_now() {
    let sea = Sea::new().await;
    let customer = sea.owned("ann", "安的客户").await;
    let two = sea.world.get("boss", "/departments?name=二组").await.expect(200).items()[0]["id"].clone();
    sea.world.person("tim", &["sales_supervisor"], Some(two.as_str().unwrap().parse().unwrap())).await;
    sea.see("sue", customer).await.expect(200);
    sea.see("tim", customer).await.refused(404, "NOT_FOUND");
    let ann = format!("/users/{}", sea.world.id("ann"));
    sea.world.patch("boss", &ann, json!({"department_id": two})).await.expect(200);
    sea.see("sue", customer).await.refused(404, "NOT_FOUND");
    sea.see("tim", customer).await.expect(200);
    sea.see("ann", customer).await.expect(200);
}

#[tokio::test]
async fn customers_move_between_pools_by_who_may() {
    let sea = Sea::new().await;
    let east = sea.pool(json!({"name": "华东公海", "admin_ids": [sea.world.id("bob")]})).await;
    let west = sea.pool(json!({"name": "华西公海"})).await;
    let customer = sea.pooled(east, "云帆").await;
    let into = |pool: uuid::Uuid| json!({"pool_id": pool});
    sea.act("ann", customer, "move", into(west)).await.refused(403, "FORBIDDEN");
    let moved = sea.act("bob", customer, "move", into(west)).await.expect(200);
    assert_eq!(moved["pool_id"], west.to_string());
    sea.act("bob", customer, "move", into(east)).await.refused(403, "FORBIDDEN");
    sea.pool_is(west, json!({"member_may_transfer": true})).await;
    let body = json!({"ids": [customer], "pool_id": east});
    let moved = sea.world.post("ann", "/customers/batch/move", body).await.expect(200);
    assert_eq!(moved["succeeded"], json!([customer]));
    assert_eq!(sea.log(customer).await, ["move", "move", "create"]);
    // Contacts lie where their customer lies.
    let contact = json!({"customer_id": customer, "name": "王芳"});
    let contact = sea.world.post("boss", "/contacts", contact).await.expect(201).id();
    sea.act("boss", customer, "move", into(sea.pool)).await.expect(200);
    let contact = sea.world.get("boss", &format!("/contacts/{contact}")).await.expect(200);
    assert_eq!(contact["pool_id"], sea.pool.to_string());
}
