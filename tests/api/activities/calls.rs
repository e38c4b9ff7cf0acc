//! Calls and mails, and what calls were like (4.7, 4.9).

use serde_json::{Value, json};

use super::{MONDAY, customer};
use crate::kit::{Answer, World};

async fn call(world: &World, who: &str, more: Value) -> Answer {
    let mut body = json!({"direction": "out", "number": "138-0013-8000", "started_at": MONDAY});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    world.post(who, "/calls", body).await
}

#[tokio::test]
async fn scenario_4f_calls_are_analysed() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    for number in 0..20 {
        let talk = if number < 8 { 300 } else { 150 };
        let more = match number {
            0..12 => json!({"connected": true, "talk_s": talk, "ring_s": 5}),
            _ => json!({"connected": false, "ring_s": 30}),
        };
        call(&world, "boss", more).await.expect(201);
    }
    let told = world.get("boss", "/reports/call-analysis?from=2026-03-02&to=2026-03-02").await.expect(200);
    let total = &told["total"];
    assert_eq!((&total["calls"], &total["outbound"], &total["connected"]), (&json!(20), &json!(20), &json!(12)));
    assert_eq!((&total["connect_rate"], &total["avg_talk"]), (&json!("60.00"), &json!("250.00")));
    assert_eq!((&total["effective"], &told["by_hour"][0]["hour"]), (&json!(12), &json!(10)));
    world.patch("boss", "/settings", json!({"activity.effective_call_seconds": 200})).await.expect(200);
    let told = world.get("boss", "/reports/call-analysis?from=2026-03-02&to=2026-03-02").await.expect(200);
    assert_eq!((&told["total"]["effective"], &told["by_user"][0]["effective"]), (&json!(8), &json!(8)));
    let none = world.get("boss", "/reports/call-analysis?from=2026-03-03&to=2026-03-03").await.expect(200);
    assert_eq!((&none["total"]["connect_rate"], &none["total"]["avg_talk"]), (&Value::Null, &Value::Null));
    world.get("boss", "/reports/call-analysis?from=2026-03-03&to=2026-03-02").await.refused(400, "MALFORMED");
}

#[tokio::test]
async fn a_call_is_told_of_once_and_matched_with_whoever_is_the_only_one() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    world.person("ann", &["account_manager"], None).await;
    world.person("bob", &["account_manager"], None).await;
    let mine = customer(&world, "ann", json!({"name": "云帆", "level": "A"})).await;
    let contact = json!({"customer_id": mine.id(), "name": "张三", "mobile": "13800138000"});
    let contact = world.post("ann", "/contacts", contact).await.expect(201);
    let body = json!({"provider_id": "cti-1", "connected": true, "talk_s": 90});
    let first = call(&world, "ann", body.clone()).await.expect(201);
    assert_eq!((&first["contact_id"], &first["customer_name"]), (&json!(contact.id()), &json!("云帆")));
    let activity = world.get("ann", &format!("/activities/{}", first["activity_id"].as_str().unwrap())).await;
    assert_eq!((&activity["content"], &activity["outcome"]), (&json!("呼出电话，通话 90 秒"), &json!("reached")));
    let seen = world.get("ann", &format!("/customers/{}", mine.id())).await.expect(200);
    assert_eq!(seen["next_contact_at"], "2026-03-09T18:00:00+08:00");
    let again = call(&world, "ann", body).await.expect(200);
    assert_eq!(again.id(), first.id());
    assert_eq!(world.get("ann", "/calls").await.items().len(), 1);
    assert_eq!(world.get("ann", "/activities").await.items().len(), 1);

    // Another one of his own has the number: nobody knows who it was until somebody says.
    let other =
        customer(&world, "ann", json!({"name": "远航", "phone": "13800138000", "duplicate_reason": null})).await;
    let unsure = call(&world, "ann", json!({"connected": false})).await.expect(201);
    assert_eq!((&unsure["subject"], unsure["candidates"].as_array().unwrap().len()), (&Value::Null, 2));
    let with = json!({"subject": "customer", "subject_id": other.id()});
    let known = world.post("ann", &format!("/calls/{}/match", unsure.id()), with.clone()).await.expect(200);
    assert_eq!((&known["customer_name"], &known["candidates"]), (&json!("远航"), &json!([])));
    world.post("ann", &format!("/calls/{}/match", unsure.id()), with).await.refused(409, "INVALID_STATE");
    // Nobody is told of customers that are not his.
    let his = call(&world, "bob", json!({})).await.expect(201);
    assert_eq!((&his["candidates"], &his["customer_id"]), (&json!([]), &Value::Null));
    assert_eq!(world.get("bob", "/calls").await.items().len(), 1);
    call(&world, "bob", json!({"owner_id": world.id("ann")})).await.refused(422, "VALIDATION");
    call(&world, "bob", json!({"started_at": "2026-03-02T11:00:00+08:00"})).await.refused(422, "VALIDATION");
}

#[tokio::test]
async fn told_again_a_call_or_a_mail_is_shown_to_nobody_else() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    world.person("ann", &["account_manager"], None).await;
    world.person("bob", &["account_manager"], None).await;
    customer(&world, "ann", json!({"name": "云帆", "phone": "13800138000"})).await;
    let told = json!({"provider_id": "cti-7", "connected": true, "recording_url": "https://cti.cn/7.mp3"});
    let first = call(&world, "ann", told.clone()).await.expect(201);
    for teller in ["ann", "boss"] {
        assert_eq!(call(&world, teller, told.clone()).await.expect(200).id(), first.id());
    }
    let refused = call(&world, "bob", json!({"provider_id": "cti-7"})).await.refused(409, "DUPLICATE");
    assert_eq!(refused["errors"][0]["pointer"], "/provider_id");
    assert!(!String::from_utf8_lossy(&refused.bytes).contains("13800138000"), "{}", refused.json);
    let mail = json!({
        "message_id": "<7@mail>", "sender": "ann@us.cn", "topic": "报价", "sent_at": MONDAY, "recipients": ["x@y.cn"],
    });
    let log = world.post("ann", "/emails", mail.clone()).await.expect(201);
    assert_eq!(world.post("ann", "/emails", mail.clone()).await.expect(200).id(), log.id());
    world.post("bob", "/emails", mail).await.refused(409, "DUPLICATE");
}

#[tokio::test]
async fn a_message_id_is_no_longer_than_a_line() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    // What does not compress would not fit into the index.
    let long: String =
        (0..).map(|n: u32| char::from(b'!' + u8::try_from(n * n * 7 % 89 + n % 5).unwrap())).take(4000).collect();
    let wide: String = (0..990).map(|n| char::from_u32(0x4e00 + n * 17).unwrap()).collect();
    let mail = |id: &str| json!({"message_id": id, "sender": "a@b.cn", "topic": "…", "sent_at": MONDAY, "recipients": ["x@y.cn"]});
    for wrong in [long.as_str(), &wide, "<a\nb>"] {
        let refused = world.post("boss", "/emails", mail(wrong)).await.refused(422, "VALIDATION");
        assert_eq!(refused["errors"][0]["pointer"], "/message_id");
    }
    world.post("boss", "/emails", mail(&long[..998])).await.expect(201);
}

#[tokio::test]
async fn a_mail_to_several_is_one_log_and_an_activity_for_each() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    let first = customer(&world, "boss", json!({"name": "云帆", "email": "info@yunfan.cn"})).await;
    let contact = json!({"customer_id": first.id(), "name": "张三", "email": "zhang@yunfan.cn"});
    world.post("boss", "/contacts", contact).await.expect(201);
    let second = customer(&world, "boss", json!({"name": "远航", "email": "hi@yuanhang.cn"})).await;
    let lead = json!({"company_name": "新线索", "email": "new@lead.cn"});
    let lead = world.post("boss", "/leads", lead).await.expect(201);
    let mail = json!({
        "direction": "out", "message_id": "<1@mail>", "sender": "boss@us.cn", "topic": "春季报价", "sent_at": MONDAY,
        "recipients": ["zhang@yunfan.cn", "INFO@yunfan.cn", "hi@yuanhang.cn"], "copies": ["new@lead.cn", "x@y.cn"],
    });
    let log = world.post("boss", "/emails", mail.clone()).await.expect(201);
    assert_eq!(log["customer_ids"], json!([first.id(), second.id()]));
    assert_eq!((&log["lead_ids"], log["activity_ids"].as_array().unwrap().len()), (&json!([lead.id()]), 3));
    assert_eq!(world.post("boss", "/emails", mail).await.expect(200).id(), log.id());
    let told = world.get("boss", &format!("/activities?customer_id={}", first.id())).await.expect(200);
    assert_eq!((told.all("content"), told.all("contact_name")), (vec!["春季报价"], vec!["张三"]));
}
