//! The people at customers.

use futures_util::future::join_all;
use serde_json::{Value, json};

use super::create;
use crate::kit::{Answer, World};

#[tokio::test]
async fn contacts_go_to_the_bin_with_their_customer_and_come_back_with_it() {
    let world = World::new().await;
    let customer = create(&world, json!({"name": "云帆"})).await.expect(201);
    let contact = |name: &str| json!({"customer_id": customer.id(), "name": name});
    let gone = world.post("boss", "/contacts", contact("早走")).await.expect(201);
    world.post("boss", "/contacts", contact("张三")).await.expect(201);
    world.post("boss", "/contacts", contact("李四")).await.expect(201);
    world.clock("2026-03-10T09:00:00+08:00").await;
    world.delete("boss", &format!("/contacts/{}", gone.id())).await.expect(204);
    world.clock("2026-03-10T09:10:00+08:00").await;
    world.delete("boss", &format!("/customers/{}", customer.id())).await.expect(204);
    let list = format!("/contacts?customer_id={}&sort=name", customer.id());
    assert!(world.get("boss", &list).await.expect(200).items().is_empty());
    // Nobody comes back to a company that is not there.
    let alone = format!("/recycle-bin/contacts/{}/restore", gone.id());
    world.act("boss", &alone).await.refused(409, "RESTORE_CONFLICT");
    world.act("boss", &format!("/recycle-bin/customers/{}/restore", customer.id())).await.expect(204);
    assert_eq!(world.get("boss", &list).await.expect(200).all("name"), ["张三", "李四"]);
    world.act("boss", &alone).await.expect(204);
    assert_eq!(world.get("boss", &list).await.expect(200).items().len(), 3);
}

#[tokio::test]
async fn one_contact_is_the_primary_one() {
    let world = World::new().await;
    let customer = create(&world, json!({"name": "云帆"})).await.expect(201);
    let contact = |name: &str, more: Value| {
        let mut body = json!({"customer_id": customer.id(), "name": name});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        body
    };
    let first = world.post("boss", "/contacts", contact("张三", json!({"is_primary": false}))).await.expect(201);
    assert_eq!(first["is_primary"], true, "the only one is the primary one");
    assert_eq!(first["owner_id"], customer["owner_id"]);
    let second = world.post("boss", "/contacts", contact("李四", json!({}))).await.expect(201);
    assert_eq!(second["is_primary"], false);
    let third = world.post("boss", "/contacts", contact("王五", json!({"is_primary": true}))).await.expect(201);
    let primaries = async || {
        let list = format!("/contacts?customer_id={}&is_primary=true", customer.id());
        world.get("boss", &list).await.expect(200).all("name").join(",")
    };
    assert_eq!(primaries().await, "王五");
    let path = |contact: &Answer| format!("/contacts/{}", contact.id());
    world.patch("boss", &path(&third), json!({"is_primary": false})).await.refused(422, "VALIDATION");
    world.patch("boss", &path(&second), json!({"is_primary": true})).await.expect(200);
    assert_eq!(primaries().await, "李四");
    world.delete("boss", &path(&second)).await.expect(204);
    assert_eq!(primaries().await, "张三");
    let seen = world.get("boss", &format!("/customers/{}", customer.id())).await.expect(200);
    assert_eq!(seen["primary_contact_id"], first["id"]);
    // At once, too.
    let all = join_all(
        (0..6).map(|n| world.post("boss", "/contacts", contact(&format!("同时{n}"), json!({"is_primary": true})))),
    )
    .await;
    assert!(all.iter().all(|answer| answer.status == 201));
    assert_eq!(primaries().await.split(',').count(), 1);
}

#[tokio::test]
async fn a_contact_is_kept_once_and_its_superior_is_a_colleague() {
    let world = World::new().await;
    let customer = create(&world, json!({"name": "云帆"})).await.expect(201);
    let other = create(&world, json!({"name": "海帆"})).await.expect(201);
    let body = |name: &str, mobile: &str| json!({"customer_id": customer.id(), "name": name, "mobile": mobile});
    let first = world.post("boss", "/contacts", body("张三", "13800138000")).await.expect(201);
    let twin = world.post("boss", "/contacts", body("张先生", "+86 138 0013 8000")).await.refused(409, "DUPLICATE");
    assert_eq!((&twin["params"]["id"], &twin["params"]["matched_on"]), (&first["id"], &json!("mobile")));
    let elsewhere = json!({"customer_id": other.id(), "name": "张三", "mobile": "13800138000"});
    let elsewhere = world.post("boss", "/contacts", elsewhere).await.expect(201);
    let second = world.post("boss", "/contacts", body("李四", "13900139000")).await.expect(201);
    let path = |contact: &Answer| format!("/contacts/{}", contact.id());
    world.patch("boss", &path(&second), json!({"mobile": "13800138000"})).await.refused(409, "DUPLICATE");
    world.patch("boss", &path(&second), json!({"reports_to_id": elsewhere.id()})).await.refused(422, "VALIDATION");
    world.patch("boss", &path(&second), json!({"reports_to_id": first.id()})).await.expect(200);
    world.patch("boss", &path(&first), json!({"reports_to_id": second.id()})).await.refused(422, "HIERARCHY_CYCLE");

    let more = json!({
        "birthday": "--02-29", "birthday_calendar": "lunar", "do_not_contact": ["phone", "sms"], "consent": false,
        "preferences": {"channel": "wechat", "taboos": ["花生"]}, "gender": "female", "role_in_deal": "decision_maker",
        "status": "left",
    });
    let full = world.patch("boss", &path(&first), more).await.expect(200);
    assert_eq!((&full["birthday"], &full["preferences"]["taboos"][0]), (&json!("--02-29"), &json!("花生")));
    for (key, wrong) in [("birthday", json!("05-01")), ("do_not_contact", json!(["fax"])), ("email", json!("x"))] {
        world.patch("boss", &path(&first), json!({key: wrong})).await.refused(422, "VALIDATION");
    }
    // Null clears, absence keeps.
    let cleared =
        world.patch("boss", &path(&first), json!({"do_not_contact": null, "birthday": null})).await.expect(200);
    assert_eq!(
        (&cleared["do_not_contact"], &cleared["birthday"], &cleared["mobile"]),
        (&json!([]), &Value::Null, &json!("13800138000"))
    );
}
