//! Other programs are told of events, signed, as far as whoever asked for it may see (12.12).

use std::time::Duration;

use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;
use tokio::time::sleep;
use uuid::Uuid;

use crate::{
    kit::{World, until},
    sink::{Got, Receiver, mails_to},
};

async fn got(receiver: &Receiver, count: usize) -> Vec<Got> {
    until(&format!("call {count}"), async || Some(receiver.got()).filter(|got| got.len() >= count)).await
}

/// The one delivery of a webhook, when it is in this state after so many tries.
async fn delivery(world: &World, webhook: Uuid, status: &str, tries: i64) -> Value {
    until(&format!("{status} after {tries}"), async || {
        let list = world.get("boss", &format!("/webhooks/{webhook}/deliveries")).await.expect(200);
        list.items().iter().find(|one| one["status"] == status && one["tries"] == tries && one["error"] != "…").cloned()
    })
    .await
}

fn is_signed(got: &Got, secret: &str) -> bool {
    let key = STANDARD.decode(secret.strip_prefix("whsec_").unwrap()).unwrap();
    let mac = |text: String| {
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).unwrap();
        mac.update(text.as_bytes());
        mac.finalize().into_bytes().to_vec()
    };
    let header = |name: &str| got.headers[name].clone();
    let standard =
        STANDARD.encode(mac(format!("{}.{}.{}", header("webhook-id"), header("webhook-timestamp"), got.body)));
    let own: String =
        mac(format!("{}.{}", header("x-timestamp"), got.body)).iter().map(|byte| format!("{byte:02x}")).collect();
    header("webhook-signature") == format!("v1,{standard}") && header("x-signature") == format!("sha256={own}")
}

async fn webhook(world: &World, url: &str, events: &[&str]) -> (Uuid, String) {
    let body = json!({"name": "erp", "url": url, "events": events, "allow_private": true});
    let made = world.post("boss", "/webhooks", body).await.expect(201);
    (made.id(), made["secret"].as_str().unwrap().to_owned())
}

async fn lead(world: &World, name: &str) -> Uuid {
    world.post("boss", "/leads", json!({"company_name": name, "phone": "13900000001"})).await.expect(201).id()
}

#[tokio::test]
async fn scenario_12f_webhook_is_tried_until_it_is_taken_with_one_id_and_a_signature() {
    let world = World::new().await;
    world.clock("2026-03-16T09:00:00+08:00").await;
    let receiver = Receiver::answering(&[500, 500, 200]);
    let (id, secret) = webhook(&world, &receiver.url, &["lead.created"]).await;
    let lead = lead(&world, "云帆物流").await;

    delivery(&world, id, "queued", 1).await;
    got(&receiver, 1).await;
    until("the first failure", async || {
        let list = world.get("boss", &format!("/webhooks/{id}/deliveries")).await.expect(200);
        (list.items()[0]["response_status"] == 500).then_some(())
    })
    .await;
    world.clock("2026-03-16T09:00:59+08:00").await;
    sleep(Duration::from_secs(1)).await;
    assert_eq!(receiver.got().len(), 1, "not before a minute has gone by");
    world.clock("2026-03-16T09:01:00+08:00").await;
    got(&receiver, 2).await;
    until("the second failure", async || {
        let list = world.get("boss", &format!("/webhooks/{id}/deliveries")).await.expect(200);
        (list.items()[0]["next_try_at"] == "2026-03-16T09:06:00+08:00").then_some(())
    })
    .await;
    world.clock("2026-03-16T09:06:00+08:00").await;
    let calls = got(&receiver, 3).await;
    let sent = delivery(&world, id, "sent", 3).await;
    assert_eq!((&sent["response_status"], &sent["error"]), (&json!(200), &Value::Null));

    assert_eq!(calls.len(), 3);
    for call in &calls {
        assert!(is_signed(call, &secret));
        assert_eq!(call.headers["webhook-id"], sent["event_id"].as_str().unwrap());
        assert_eq!(call.body, calls[0].body);
    }
    let body: Value = serde_json::from_str(&calls[0].body).unwrap();
    assert_eq!((body["id"].as_str(), body["type"].as_str()), (sent["event_id"].as_str(), Some("lead.created")));
    assert_eq!((&body["version"], &body["data"]["resource"]), (&json!(1), &json!("leads")));
    assert_eq!(body["data"]["record_id"], lead.to_string());
    assert_eq!(body["data"]["record"]["company_name"], "云帆物流");
    let record = world.get("boss", &format!("/webhooks/{id}")).await.expect(200);
    assert_eq!(
        (&record["failing_since"], &record["status"], &record["secret"]),
        (&Value::Null, &json!("active"), &Value::Null)
    );
    // That it failed and lives again is no change of it: who has its form open saves it.
    assert_eq!(record.version(), 1);
    assert_eq!(world.get("boss", &format!("/webhooks/{id}/history")).await.expect(200).items().len(), 1);
    let told = world.get("boss", &format!("/webhooks/{id}/deliveries/{}", sent["id"].as_str().unwrap())).await;
    assert_eq!((&told.expect(200)["body"], &sent["body"]), (&body, &Value::Null));

    for url in
        ["http://127.0.0.1", "https://127.0.0.1/x", "http://example.com/", "https://localhost/", "https://10.1.2.3/"]
    {
        let body = json!({"name": "x", "url": url, "events": ["lead.created"]});
        let refused = world.post("boss", "/webhooks", body).await.refused(422, "VALIDATION");
        assert_eq!(refused["errors"][0]["pointer"], "/url", "{url}");
    }
}

#[tokio::test]
async fn p55_an_event_is_told_once_and_only_to_those_who_want_it() {
    let world = World::new().await;
    let (wanted, other) = (Receiver::answering(&[200]), Receiver::answering(&[200]));
    let (id, _) = webhook(&world, &wanted.url, &["lead.created", "lead.invalidated"]).await;
    let (every, _) = webhook(&world, &other.url, &["*"]).await;
    lead(&world, "云帆物流").await;
    world.post("boss", "/customers", json!({"name": "云帆科技有限公司"})).await.expect(201);
    let has = |told: &str| other.got().iter().any(|got| got.body.contains(told));
    until("both", async || (has("lead.created") && has("customer.created")).then_some(())).await;
    got(&wanted, 1).await;
    assert_eq!(wanted.got().len(), 1);
    let ids: Vec<String> = other.got().iter().map(|got| got.headers["webhook-id"].clone()).collect();
    assert!(ids.contains(&wanted.got()[0].headers["webhook-id"]));
    let unique: std::collections::HashSet<_> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len());

    delivery(&world, id, "sent", 1).await;
    // What was told can be told again, under the same id; a test is told at once.
    let all = world.get("boss", &format!("/webhooks/{id}/deliveries?status=sent&count=exact")).await.expect(200);
    assert_eq!(all["total"]["value"], 1);
    let replay = json!({"ids": [all.items()[0]["id"]]});
    assert_eq!(world.post("boss", &format!("/webhooks/{id}/replay"), replay).await.expect(200)["replayed"], 1);
    let calls = got(&wanted, 2).await;
    assert_eq!(calls[0].headers["webhook-id"], calls[1].headers["webhook-id"]);
    world.act("boss", &format!("/webhooks/{id}/test")).await.expect(200);
    assert!(got(&wanted, 3).await[2].body.contains("webhook.test"));
    world.post("boss", &format!("/webhooks/{id}/replay"), json!({})).await.refused(422, "VALIDATION");
    until("the answers", async || {
        let list = world.get("boss", &format!("/webhooks/{id}/deliveries?status=queued")).await.expect(200);
        list.items().is_empty().then_some(())
    })
    .await;
    let since = json!({"since": "2020-01-01T00:00:00Z"});
    let replayed = world.post("boss", &format!("/webhooks/{id}/replay"), since).await.expect(200);
    assert_eq!(replayed.json, json!({"replayed": 2, "left": 0}));
    got(&wanted, 5).await;

    // Whoever is switched off hears nothing, and a new secret signs from then on.
    world.patch("boss", &format!("/webhooks/{every}"), json!({"is_active": false})).await.expect(200);
    let rotated = world.act("boss", &format!("/webhooks/{id}/rotate-secret")).await.expect(200);
    world.act("boss", &format!("/webhooks/{id}/test")).await.expect(200);
    let secret = rotated["secret"].as_str().unwrap();
    until("a call with the new secret", async || wanted.got().iter().any(|got| is_signed(got, secret)).then_some(()))
        .await;
}

#[tokio::test]
async fn a_webhook_tells_what_its_owner_may_see() {
    let world = World::new().await;
    let role = json!({
        "code": "erp", "name": "erp",
        "grants": [
            {"permission": "customer:read", "scope": "self"}, {"permission": "webhook:create", "scope": "all"},
            {"permission": "webhook:read", "scope": "all"},
        ],
        "fields": [{"object": "customer", "field": "level", "access": "hidden"}],
    });
    let role = world.post("boss", "/roles", role).await.expect(201);
    assert_eq!(role["code"], "erp");
    world.person("erp", &["erp"], None).await;
    let receiver = Receiver::answering(&[200]);
    let body = json!({"name": "erp", "url": receiver.url, "events": ["customer.created"], "allow_private": true});
    world.post("erp", "/webhooks", body).await.expect(201);
    world.post("boss", "/customers", json!({"name": "上海别人有限公司", "level": "A"})).await.expect(201);
    let mine = json!({"name": "北京自己有限公司", "level": "A", "owner_id": world.id("erp")});
    world.post("boss", "/customers", mine).await.expect(201);
    let calls = got(&receiver, 1).await;
    let body: Value = serde_json::from_str(&calls[0].body).unwrap();
    assert_eq!(body["data"]["record"]["name"], "北京自己有限公司");
    assert!(body["data"]["record"].get("level").is_none());
    assert_eq!(receiver.got().len(), 1);
}

#[tokio::test]
async fn a_receiver_that_fails_for_three_days_is_told_nothing_more() {
    let world = World::new().await;
    let mine = world.id("boss");
    world
        .patch("boss", &format!("/users/{mine}"), json!({"email": format!("{}@guanxi.test", world.tenant)}))
        .await
        .expect(200);
    world.clock("2026-03-16T09:00:00+08:00").await;
    let receiver = Receiver::answering(&[302]);
    let (id, _) = webhook(&world, &receiver.url, &["lead.created"]).await;
    lead(&world, "云帆物流").await;
    for (tries, time) in [
        (1, "2026-03-16T09:01:00+08:00"),
        (2, "2026-03-16T09:06:00+08:00"),
        (3, "2026-03-16T09:36:00+08:00"),
        (4, "2026-03-16T11:36:00+08:00"),
        (5, "2026-03-16T23:36:00+08:00"),
    ] {
        let waits = delivery(&world, id, "queued", tries).await;
        let next = until("the next try", async || {
            let list = world.get("boss", &format!("/webhooks/{id}/deliveries")).await.expect(200);
            let one = list.items()[0].clone();
            (one["response_status"] == 302 && one["next_try_at"] == time).then_some(one)
        });
        assert_eq!(next.await["id"], waits["id"]);
        world.clock(time).await;
    }
    // Given up after the sixth; the webhook itself lives on until the third day.
    delivery(&world, id, "dead", 6).await;
    assert_eq!(world.get("boss", &format!("/webhooks/{id}")).await.expect(200)["status"], "active");
    world.clock("2026-03-19T09:00:00+08:00").await;
    world.act("boss", &format!("/webhooks/{id}/test")).await.expect(200);
    until("the end", async || {
        let record = world.get("boss", &format!("/webhooks/{id}")).await.expect(200);
        (record["status"] == "dead").then_some(())
    })
    .await;
    // Its people are told, in the product and by mail.
    crate::notifications::told(&world, "boss", "webhook.dead").await;
    let mail = until("the mail", async || mails_to(&format!("{}@guanxi.test", world.tenant)).pop()).await;
    assert_eq!(mail.from, "crm@guanxi.test");
    // Another name is no other receiver.
    world.patch("boss", &format!("/webhooks/{id}"), json!({"name": "erp 2"})).await.expect(200);
    let dead = world.get("boss", &format!("/webhooks/{id}")).await.expect(200);
    assert_eq!((&dead["status"], &dead["is_active"]), (&json!("dead"), &json!(false)));
    world.patch("boss", &format!("/webhooks/{id}"), json!({"is_active": true})).await.expect(200);
    assert_eq!(world.get("boss", &format!("/webhooks/{id}")).await.expect(200)["status"], "active");
}

#[tokio::test]
async fn nobody_turns_a_webhook_to_himself_that_sees_with_the_eyes_of_another() {
    let world = World::new().await;
    let role = json!({
        "code": "hooks", "name": "hooks",
        "grants": [
            {"permission": "webhook:read", "scope": "all"}, {"permission": "webhook:update", "scope": "all"},
            {"permission": "webhook:create", "scope": "all"},
        ],
    });
    world.post("boss", "/roles", role).await.expect(201);
    world.person("kim", &["hooks"], None).await;
    let hook = json!({"name": "x", "url": "https://hooks.example.com/x", "events": ["*"]});
    let path = format!("/webhooks/{}", world.post("boss", "/webhooks", hook.clone()).await.expect(201).id());
    let elsewhere = json!({"url": "https://elsewhere.example.com/"});
    world.patch("kim", &path, elsewhere.clone()).await.refused(403, "FORBIDDEN");
    world.act("kim", &format!("{path}/rotate-secret")).await.refused(403, "FORBIDDEN");
    assert_eq!(world.get("boss", &path).await.expect(200)["url"], "https://hooks.example.com/x");
    // His own he may turn, and an administrator everybody's.
    let own = format!("/webhooks/{}", world.post("kim", "/webhooks", hook).await.expect(201).id());
    world.patch("kim", &own, elsewhere.clone()).await.expect(200);
    world.patch("boss", &own, elsewhere).await.expect(200);
    let long = json!({"events": vec!["lead.created"; 201]});
    let refused = world.patch("boss", &own, long).await.refused(422, "VALIDATION");
    assert_eq!(refused["errors"][0]["code"], "too_many");
}

#[tokio::test]
async fn what_waits_is_not_sent_for_somebody_who_left() {
    let world = World::new().await;
    world.clock("2026-03-16T09:00:00+08:00").await;
    let kim = world.person("kim", &["admin"], None).await;
    let receiver = Receiver::answering(&[500, 200]);
    let body = json!({"name": "erp", "url": receiver.url, "events": ["lead.created"], "allow_private": true});
    let id = world.post("kim", "/webhooks", body).await.expect(201).id();
    lead(&world, "云帆物流").await;
    let waits = until("the first try", async || {
        let list = world.get("boss", &format!("/webhooks/{id}/deliveries")).await.expect(200);
        list.items().first().filter(|one| one["response_status"] == 500).cloned()
    })
    .await;
    let path = format!("/webhooks/{id}/deliveries/{}", waits["id"].as_str().unwrap());
    world.person("eve", &["auditor"], None).await;
    world.get("eve", &path).await.refused(403, "FORBIDDEN");
    world.act("boss", &format!("/users/{kim}/disable")).await.expect(200);
    world.clock("2026-03-16T09:01:00+08:00").await;
    let dead = delivery(&world, id, "dead", 2).await;
    assert_eq!(dead["error"], "owner_left");
    assert_eq!(receiver.got().len(), 1);
}
