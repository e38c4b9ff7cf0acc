//! People are told of what concerns them, once, in their language, as far as they may see it (0.8).

use serde_json::{Value, json};

use crate::{
    kit::{Answer, World, until},
    platform::events::Watcher,
};

/// Waits until somebody was told of an event; what is told takes a moment.
pub async fn told(world: &World, who: &str, event: &str) -> Value {
    until(&format!("{who} is told of {event}:"), async || {
        let list = world.get(who, &format!("/notifications?event={event}")).await.expect(200);
        list.items().first().cloned()
    })
    .await
}

/// What somebody was told, once everything before a last event was told of.
pub async fn everything(world: &World, who: &str) -> Answer {
    world.person(&format!("last{}", uuid::Uuid::now_v7().simple()), &["trainer"], None).await;
    let mark = world.post(
        "boss",
        "/notification-rules",
        json!({
            "event": "user.created", "recipients": [{"kind": "users", "ids": [world.id(who)]}],
        }),
    );
    let rule = mark.await.expect(201).id();
    world.person(&format!("mark{}", uuid::Uuid::now_v7().simple()), &["trainer"], None).await;
    told(world, who, "user.created").await;
    world.delete("boss", &format!("/notification-rules/{rule}")).await.expect(204);
    world
        .get(who, "/notifications?filter={\"field\":\"event\",\"op\":\"ne\",\"value\":\"user.created\"}")
        .await
        .expect(200)
}

async fn lead(world: &World, name: &str, owner: &str) -> uuid::Uuid {
    let lead = json!({"company_name": name, "mobile": mobile(), "owner_id": world.id(owner)});
    world.post("boss", "/leads", lead).await.expect(201).id()
}

fn mobile() -> String {
    let digits: u128 = uuid::Uuid::now_v7().as_u128() % 100_000_000;
    format!("138{digits:08}")
}

#[tokio::test]
async fn whoever_gets_a_lead_is_told_once_and_reads_it() {
    let world = World::new().await;
    world.person("ann", &["account_manager"], None).await;
    world.person("bob", &["account_manager"], None).await;
    let lead = lead(&world, "云帆物流", "ann").await;
    world.post("boss", &format!("/leads/{lead}/transfer"), json!({"user_id": world.id("bob")})).await.expect(200);

    let told = told(&world, "bob", "lead.transferred").await;
    assert_eq!((told["resource"].as_str(), told["record_id"].as_str()), (Some("leads"), Some(&*lead.to_string())));
    assert_eq!(told["title"], "线索已转移：云帆物流");
    assert_eq!(told["body"], "boss 已将线索 云帆物流 转移给 bob。");
    assert_eq!(told["read_at"], Value::Null);
    assert_eq!(world.get("bob", "/notifications/unread").await.expect(200)["unread"], 1);
    // Ann sees the lead no more.
    let ann = everything(&world, "ann").await;
    assert!(!ann.all("event").contains(&"lead.transferred"), "{}", ann.json);

    let read = world.post("bob", "/notifications/read", json!({"ids": [told["id"]]})).await.expect(200);
    assert_eq!(read["unread"], 0);
    assert_eq!(world.get("bob", "/notifications?read_at=").await.expect(200).items().len(), 0);
    world.get("ann", &format!("/notifications/{}", told["id"].as_str().unwrap())).await.expect(404);
}

#[tokio::test]
async fn everybody_is_told_in_his_language_and_sees_no_more_than_he_may() {
    let world = World::new().await;
    let role = json!({
        "code": "shy", "name": "shy",
        "grants": [{"permission": "customer:read", "scope": "self"}, {"permission": "notification:read", "scope": "self"}],
        "fields": [{"object": "customer", "field": "level", "access": "hidden"}],
    });
    let role = world.post("boss", "/roles", role).await.expect(201).id();
    let ann = json!({
        "login": "ann", "name": "Ann", "password": "First-sign-in-1", "locale": "en", "department_id": world.root().await,
        "role_ids": [role],
    });
    let ann = world.post("boss", "/users", ann).await.expect(201).id();
    let token = world.sign_in("ann", "First-sign-in-1").await.expect(200)["access_token"].as_str().unwrap().to_owned();
    let change = json!({"current": "First-sign-in-1", "new": crate::kit::PASSWORD});
    world.ask(reqwest::Method::POST, "/auth/password", Some(&token), Some(&change), &[]).await.expect(204);
    world.remember("ann", &token).await;

    let customer = json!({"name": "云帆科技有限公司", "owner_id": ann});
    let customer = world.post("boss", "/customers", customer).await.expect(201).id();
    world.patch("boss", &format!("/customers/{customer}"), json!({"level": "B"})).await.expect(200);
    let told = told(&world, "ann", "customer.level_changed").await;
    assert_eq!(told["title"], "Level changed: 云帆科技有限公司");
    assert_eq!(told["body"], "boss changed the level of 云帆科技有限公司 to ***.");
}

#[tokio::test]
async fn an_organisation_has_its_own_rules_and_words() {
    let world = World::new().await;
    world.person("ann", &["account_manager"], None).await;
    world.person("eve", &["sales_supervisor"], None).await;
    let rule = json!({"event": "lead.transferred", "recipients": [{"kind": "roles", "ids": [world.role("sales_supervisor").await]}]});
    let rule = world.post("boss", "/notification-rules", rule).await.expect(201);
    assert_eq!(rule["is_active"], true);
    let template = |body: &str| {
        json!({
            "event": "lead.transferred", "channel": "in_app", "locale": "zh-CN", "subject": "变动 {{lead.name}}", "body": body,
        })
    };
    let refused =
        world.post("boss", "/notification-templates", template("{{lead.colour}}")).await.refused(422, "VALIDATION");
    assert_eq!(refused["errors"][0]["pointer"], "/body");
    world.post("boss", "/notification-templates", template("{{lead.mobile}}")).await.expect(201);
    world.post("boss", "/notification-templates", template("again")).await.refused(409, "DUPLICATE");

    let mine = lead(&world, "云帆物流", "ann").await;
    world.post("boss", &format!("/leads/{mine}/transfer"), json!({"user_id": world.id("eve")})).await.expect(200);
    let told = told(&world, "eve", "lead.transferred").await;
    assert_eq!(told["title"], "变动 云帆物流");
    let preview = json!({
        "event": "lead.transferred", "channel": "in_app", "subject": "{{lead.name}}", "body": "{{actor.name}}", "record_id": mine,
    });
    let preview = world.post("boss", "/notification-templates/preview", preview).await.expect(200);
    assert_eq!((preview["subject"].as_str(), preview["body"].as_str()), (Some("云帆物流"), Some("boss")));
    for wrong in [json!({"event": "no.such"}), json!({"recipients": [{"kind": "users"}]}), json!({"recipients": []})] {
        let mut body = json!({"event": "lead.assigned", "recipients": [{"kind": "owner"}]});
        body.as_object_mut().unwrap().extend(wrong.as_object().unwrap().clone());
        world.post("boss", "/notification-rules", body).await.refused(422, "VALIDATION");
    }
}

#[tokio::test]
async fn who_is_named_in_a_comment_is_told_each_time() {
    let world = World::new().await;
    world.person("eve", &["sales_supervisor"], None).await;
    world.person("ann", &["account_manager"], None).await;
    let lead = lead(&world, "云帆物流", "ann").await;
    let activity = json!({"subject": "lead", "subject_id": lead, "kind": "call", "content": "谈了价格"});
    let activity = world.post("ann", "/activities", activity).await.expect(201).id();
    for text in ["请看", "再看"] {
        let comment = json!({"content": text, "mention_ids": [world.id("eve")]});
        world.post("ann", &format!("/activities/{activity}/comments"), comment).await.expect(200);
    }
    told(&world, "eve", "activity.commented").await;
    let all = everything(&world, "eve").await;
    let bodies: Vec<&str> = all
        .items()
        .iter()
        .filter(|one| one["event"] == "activity.commented")
        .map(|one| one["body"].as_str().unwrap())
        .collect();
    assert_eq!(bodies, ["再看", "请看"]);
    // Who wrote is told of nothing.
    assert!(!everything(&world, "ann").await.all("event").contains(&"activity.commented"));
}

#[tokio::test]
async fn everybody_chooses_how_he_is_told() {
    let world = World::new().await;
    world.person("ann", &["account_manager"], None).await;
    let mine = world.get("ann", "/me/notification-preferences").await.expect(200);
    assert_eq!(mine["quiet_hours"], Value::Null);
    let assigned = |mine: &Answer| {
        mine["events"].as_array().unwrap().iter().find(|one| one["event"] == "lead.assigned").unwrap()["channels"]
            .clone()
    };
    assert_eq!(assigned(&mine)[0], json!({"channel": "in_app", "on": true, "fixed": true}));
    assert_eq!(assigned(&mine)[1], json!({"channel": "email", "on": false, "fixed": false}));
    let wish = json!({
        "quiet_hours": {"from": "12:00", "to": "13:30"},
        "events": [{"event": "lead.assigned", "channels": [{"channel": "email", "on": true}, {"channel": "in_app", "on": false}]}],
    });
    let mine = world.put("ann", "/me/notification-preferences", wish).await.expect(200);
    assert_eq!(mine["quiet_hours"], json!({"from": "12:00", "to": "13:30"}));
    assert_eq!((&assigned(&mine)[0]["on"], &assigned(&mine)[1]["on"]), (&json!(true), &json!(true)));
    let wrong = json!({"events": [{"event": "no.such", "channels": []}]});
    world.put("ann", "/me/notification-preferences", wrong).await.refused(422, "VALIDATION");
}

#[tokio::test]
async fn who_watches_hears_of_a_message_and_of_what_he_missed() {
    let world = World::new().await;
    world.person("ann", &["account_manager"], None).await;
    let lead = lead(&world, "云帆物流", "boss").await;
    let mut watcher = Watcher::of(&world, "ann", None).await;
    world.post("boss", &format!("/leads/{lead}/transfer"), json!({"user_id": world.id("ann")})).await.expect(200);
    let ready = watcher.start.clone();
    let hint = message(&mut watcher).await;
    assert_eq!((hint["title"].as_str(), hint["unread"].as_i64()), (Some("线索已转移：云帆物流"), Some(1)));
    assert_eq!(hint["record_id"], lead.to_string());
    // Whoever comes back is told what he missed.
    let mut again = Watcher::of(&world, "ann", Some(&ready)).await;
    assert_eq!(message(&mut again).await, hint);
}

/// The next message to somebody who watches.
async fn message(watcher: &mut Watcher) -> Value {
    loop {
        let told = watcher.next().await;
        if told.event.as_deref() == Some("notification") {
            return told.data;
        }
    }
}

/// A delivery by a channel, when it is in this state.
async fn delivery(world: &World, channel: &str, status: &str) -> Value {
    let path = format!("/notification-deliveries?channel={channel}&status={status}");
    until(&format!("{status} by {channel}"), async || {
        world.get("boss", &path).await.expect(200).items().first().cloned()
    })
    .await
}

async fn tell_by(world: &World, channel: &str, urgent: bool) {
    let rule = json!({
        "event": "lead.transferred", "recipients": [{"kind": "owner"}], "channels": [channel], "urgent": urgent,
    });
    world.post("boss", "/notification-rules", rule).await.expect(201);
}

async fn hand_over(world: &World, to: &str) {
    let lead = lead(world, "云帆物流", "boss").await;
    world.post("boss", &format!("/leads/{lead}/transfer"), json!({"user_id": world.id(to)})).await.expect(200);
}

#[tokio::test]
async fn a_mail_goes_out_and_what_fails_is_tried_again_and_then_left_to_an_administrator() {
    let world = World::new().await;
    world.clock("2026-03-16T09:00:00+08:00").await;
    let ann = world.person("ann", &["account_manager"], None).await;
    let address = format!("ann@{}.test", world.tenant);
    let email = |address: &str| json!({"email": address});
    world.patch("boss", &format!("/users/{ann}"), email(&address)).await.expect(200);
    tell_by(&world, "email", false).await;
    hand_over(&world, "ann").await;
    let sent = delivery(&world, "email", "sent").await;
    assert_eq!(
        (&sent["tries"], &sent["address"], &sent["recipient_name"]),
        (&json!(1), &json!(address), &json!("ann"))
    );
    let mails = crate::sink::mails_to(&address);
    assert_eq!(mails.len(), 1);
    assert!(
        mails[0].text.contains(&format!("Message-ID: <{}@guanxi.test>", sent["id"].as_str().unwrap())),
        "{}",
        mails[0].text
    );

    world.patch("boss", &format!("/users/{ann}"), email("full@guanxi.test")).await.expect(200);
    hand_over(&world, "ann").await;
    for time in ["2026-03-16T09:01:00+08:00", "2026-03-16T09:06:00+08:00", "2026-03-16T09:36:00+08:00"] {
        until("the next try", async || {
            let waits = delivery(&world, "email", "queued").await;
            (waits["next_try_at"] == time && waits["error"] == "answered:452").then_some(())
        })
        .await;
        world.clock(time).await;
    }
    let failed = delivery(&world, "email", "failed").await;
    assert_eq!((&failed["tries"], &failed["allowed_actions"]), (&json!(4), &json!(["retry"])));
    let again = world
        .act("boss", &format!("/notification-deliveries/{}/retry", failed["id"].as_str().unwrap()))
        .await
        .expect(200);
    assert_eq!((&again["status"], &again["tries"]), (&json!("queued"), &json!(0)));
    world.act("ann", &format!("/notification-deliveries/{}/retry", failed["id"].as_str().unwrap())).await.expect(403);

    // Whom the mail server does not know is not asked for again.
    world.patch("boss", &format!("/users/{ann}"), email("nobody@guanxi.test")).await.expect(200);
    hand_over(&world, "ann").await;
    let refused = delivery(&world, "email", "failed").await;
    assert_eq!((&refused["tries"], &refused["address"]), (&json!(1), &json!("nobody@guanxi.test")));
}

#[tokio::test]
async fn short_messages_wait_for_the_morning_unless_they_are_urgent() {
    let world = World::new().await;
    world.clock("2026-03-16T22:00:00+08:00").await;
    let ann = world.person("ann", &["account_manager"], None).await;
    world.patch("boss", &format!("/users/{ann}"), json!({"mobile": "13900000001"})).await.expect(200);
    tell_by(&world, "sms", false).await;
    hand_over(&world, "ann").await;
    let waits = delivery(&world, "sms", "queued").await;
    assert_eq!(waits["next_try_at"], "2026-03-17T08:00:00+08:00");
    world.clock("2026-03-17T08:00:00+08:00").await;
    let simulated = delivery(&world, "sms", "simulated").await;
    assert_eq!((&simulated["id"], &simulated["tries"]), (&waits["id"], &json!(1)));

    world.clock("2026-03-17T23:00:00+08:00").await;
    tell_by(&world, "sms", true).await;
    hand_over(&world, "ann").await;
    until("an urgent message at night", async || {
        let all = world.get("boss", "/notification-deliveries?channel=sms&status=simulated").await.expect(200);
        (all.items().len() == 2).then_some(())
    })
    .await;
}

#[tokio::test]
async fn a_template_is_tried_on_oneself() {
    let world = World::new().await;
    let words = json!({"event": "lead.assigned", "channel": "email", "locale": "zh-CN", "subject": "试 {{lead.name}}", "body": "文"});
    let template = world.post("boss", "/notification-templates", words).await.expect(201).id();
    let test = format!("/notification-templates/{template}/test");
    let refused = world.act("boss", &test).await.refused(422, "VALIDATION");
    assert_eq!(refused["errors"][0]["pointer"], "/email");
    let address = format!("boss@{}.test", world.tenant);
    let boss = world.id("boss");
    world.patch("boss", &format!("/users/{boss}"), json!({"email": address})).await.expect(200);
    world.act("boss", &test).await.expect(200);
    assert_eq!(delivery(&world, "email", "sent").await["subject"], "试 名称");
    assert_eq!(crate::sink::mails_to(&address).len(), 1);
}
