//! How what happened gets to people: to each organisation's own, not to anybody in a flood, and in spite of bad days.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    kit::{World, until},
    notifications::{everything, told},
    server,
    sink::{Receiver, mails_to},
};

/// Says where the robot of an organisation's group is.
pub async fn robot(world: &World, channel: &str, url: &str) -> Uuid {
    let made = world.post("boss", "/notification-channels", json!({ "channel": channel })).await.expect(201).id();
    let address = json!({"url": url, "secret": "SEC123"});
    let path = format!("/notification-channels/{made}/address");
    let answer = world.post("boss", &path, address).await.expect(200);
    assert_eq!(answer["host"], "127.0.0.1");
    assert!(!answer.json.to_string().contains("SEC123"), "{}", answer.json);
    made
}

pub async fn tell_all(world: &World, event: &str, channels: &[&str]) {
    let rule = json!({
        "event": event, "recipients": [{"kind": "users", "ids": [world.id("ann")]}], "channels": channels,
    });
    world.post("boss", "/notification-rules", rule).await.expect(201);
}

pub async fn customer(world: &World, name: &str) -> Uuid {
    world.post("boss", "/customers", json!({ "name": name })).await.expect(201).id()
}

#[tokio::test]
async fn a_robot_speaks_to_the_group_of_its_own_organisation() {
    let (one, two, three) = (World::new().await, World::new().await, World::new().await);
    let (first, second) = (Receiver::answering(&[200]), Receiver::answering(&[200]));
    for world in [&one, &two, &three] {
        world.person("ann", &["sales_director"], None).await;
        tell_all(world, "customer.created", &["wecom"]).await;
    }
    let channel = robot(&one, "wecom", &format!("{}?key=first", first.url)).await;
    robot(&two, "wecom", &format!("{}?key=second", second.url)).await;
    for (world, name) in [(&one, "甲云帆科技"), (&two, "乙海川物流"), (&three, "丙安泰机械")] {
        customer(world, name).await;
        told(world, "ann", "customer.created").await;
    }
    for (robot, own) in [(&first, "甲云帆科技"), (&second, "乙海川物流")] {
        until("the robot to speak", async || (!robot.got().is_empty()).then_some(())).await;
        assert!(robot.got().iter().all(|got| got.body.contains(own)), "{:?}", robot.got());
    }
    // Who has said nothing of a robot has none.
    until("a note of it", async || {
        let path = "/notification-deliveries?channel=wecom&status=simulated";
        three.get("boss", path).await.expect(200).items().first().map(drop)
    })
    .await;
    assert_eq!((first.got().len(), second.got().len()), (1, 1));

    // The key is in no history, no log, and not in the open in the database.
    let kept: Vec<String> = sqlx::query_scalar(
        "select encode(sealed, 'escape') from notification_channel_addresses
         union all select changes::text from history where resource = 'notification_channels'
         union all select details::text from audit_log where action like 'notification_channel%'",
    )
    .fetch_all(&server::database().await)
    .await
    .unwrap();
    assert!(kept.len() >= 4 && kept.iter().all(|text| !text.contains("SEC123") && !text.contains("key=")), "{kept:?}");
    let log = one.get("boss", "/audit-logs?action=notification_channel.address_changed").await.expect(200);
    assert_eq!(log.items()[0]["details"]["host"], "127.0.0.1");

    let again = json!({"channel": "wecom"});
    one.post("boss", "/notification-channels", again).await.refused(409, "DUPLICATE");
    let path = format!("/notification-channels/{channel}/address");
    one.post("ann", &path, json!({"url": first.url})).await.refused(403, "FORBIDDEN");
    two.post("boss", &path, json!({"url": first.url})).await.refused(404, "NOT_FOUND");
    one.act("boss", &format!("/notification-channels/{channel}/test")).await.expect(200);
    until("the test", async || (first.got().len() == 2).then_some(())).await;
}

#[tokio::test]
async fn an_organisation_says_who_its_mails_come_from_and_how_many_go() {
    let world = World::new().await;
    world.clock("2026-03-16T09:00:00+08:00").await;
    let ann = world.person("ann", &["sales_director"], None).await;
    let address = format!("ann@{}.test", world.tenant);
    world.patch("boss", &format!("/users/{ann}"), json!({ "email": address })).await.expect(200);
    let mail = json!({"channel": "email", "sender": "云帆科技", "reply_to": "sales@yunfan.example", "daily_limit": 1});
    let mail = world.post("boss", "/notification-channels", mail).await.expect(201);
    world
        .post("boss", &format!("/notification-channels/{}/address", mail.id()), json!({"url": "https://a.example/"}))
        .await
        .refused(422, "VALIDATION");
    let robot = json!({"channel": "feishu", "sender": "x"});
    world.post("boss", "/notification-channels", robot).await.refused(422, "VALIDATION");
    tell_all(&world, "customer.created", &["email"]).await;
    customer(&world, "甲云帆科技").await;
    let sent = until("the mail", async || mails_to(&address).pop()).await;
    assert!(sent.text.contains("Reply-To: sales@yunfan.example"), "{}", sent.text);
    assert!(sent.text.contains("<crm@guanxi.test>") && !sent.text.contains("From: Guanxi"), "{}", sent.text);
    until("the note of it", async || {
        let path = "/notification-deliveries?channel=email&status=sent";
        world.get("boss", path).await.expect(200).items().first().map(drop)
    })
    .await;
    // What is over waits for the next day; what is urgent does not.
    customer(&world, "乙海川物流").await;
    let waits = until("the limit", async || {
        let path = "/notification-deliveries?channel=email&status=queued&error=daily_limit";
        world.get("boss", path).await.expect(200).items().first().cloned()
    })
    .await;
    assert_eq!((&waits["next_try_at"], &waits["tries"]), (&json!("2026-03-17T00:00:00+08:00"), &json!(0)), "{waits}");
    world
        .patch("boss", &format!("/users/{}", world.id("boss")), json!({"email": format!("boss@{}.test", world.tenant)}))
        .await
        .expect(200);
    world.act("boss", &format!("/notification-channels/{}/test", mail.id())).await.expect(200);
    until("the urgent one", async || mails_to(&format!("boss@{}.test", world.tenant)).pop()).await;
    assert_eq!(mails_to(&address).len(), 1);
    world.clock("2026-03-17T08:00:00+08:00").await;
    until("the other", async || (mails_to(&address).len() == 2).then_some(())).await;
}

/// Puts leads into the pool that nobody keeps, all at once.
async fn pooled(world: &World, count: usize) {
    let pool = world.get("boss", "/lead-pools").await.expect(200).items()[0]["id"].clone();
    let lead = |number: usize| {
        let phone = format!("1{:010}", (Uuid::now_v7().as_u128() + u128::try_from(number).unwrap()) % 10_000_000_000);
        json!({"company_name": format!("公司{number}"), "phone": phone, "pool_id": pool})
    };
    let leads = (0..count).map(|number| world.post("boss", "/leads", lead(number)));
    for made in futures_util::future::join_all(leads).await {
        made.expect(201);
    }
}

#[tokio::test]
async fn nobody_is_flooded_and_what_nobody_keeps_is_told_to_administrators() {
    let world = World::new().await;
    world.person("eve", &["admin"], None).await;
    world.clock("2026-03-16T09:00:00+08:00").await;
    pooled(&world, 60).await;
    world.clock("2026-03-17T10:00:00+08:00").await;
    assert_eq!(world.job("lead_alerts", false).await["result"]["unassigned"], 60);
    let all = everything(&world, "eve").await;
    let told: Vec<&Value> = all.items().iter().filter(|one| one["event"] == "lead.unassigned_too_long").collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!((&told[0]["count"], &told[0]["title"]), (&json!(60), &json!("线索超时未分配：60 条")));
    assert_eq!(told[0]["body"].as_str().unwrap().lines().count(), 11);
    // In the same hour more come: they are added to the same message, which is new again.
    let path = format!("/notifications/{}", told[0]["id"].as_str().unwrap());
    world.post("eve", "/notifications/read", json!({"all": true})).await.expect(200);
    world.clock("2026-03-16T10:00:00+08:00").await;
    pooled(&world, 3).await;
    world.clock("2026-03-17T10:20:00+08:00").await;
    let rule = json!({"event": "customer.created", "recipients": [{"kind": "users", "ids": [world.id("eve")]}]});
    world.post("boss", "/notification-rules", rule).await.expect(201);
    customer(&world, "云帆物流").await;
    crate::notifications::told(&world, "eve", "customer.created").await;
    world.clock("2026-03-17T10:30:00+08:00").await;
    assert_eq!(world.job("lead_alerts", false).await["result"]["unassigned"], 3);
    until("the three", async || {
        let one = world.get("eve", &path).await.expect(200);
        (one["count"] == 63 && one["read_at"] == Value::Null).then_some(())
    })
    .await;
    let first = world.get("eve", "/notifications").await.expect(200);
    assert_eq!(first.all("event")[..2], ["lead.unassigned_too_long", "customer.created"], "what is new comes first");
    assert_eq!(first.items()[0]["body"].as_str().unwrap().lines().count(), 11);
}

#[tokio::test]
async fn of_a_few_one_hears_one_by_one_and_of_many_once() {
    let world = World::new().await;
    world.person("ann", &["sales_director"], None).await;
    tell_all(&world, "lead.created", &["email"]).await;
    pooled(&world, 2).await;
    let few = everything(&world, "ann").await;
    assert_eq!(few.all("event").iter().filter(|event| **event == "lead.created").count(), 2);
}

#[tokio::test]
async fn no_key_leads_a_robot_elsewhere() {
    let world = World::new().await;
    let made = json!({"channel": "dingtalk"});
    let channel = world.post("boss", "/notification-channels", made).await.expect(201).id();
    let key = json!({"name": "x", "scopes": ["notification_channel:update"]});
    let key = world.post("boss", "/api-keys", key).await.expect(201);
    let path = format!("/notification-channels/{channel}/address");
    let address = json!({"url": "https://elsewhere.example.com/"});
    let asked = world.ask(reqwest::Method::POST, &path, key["secret"].as_str(), Some(&address), &[]).await;
    asked.refused(403, "KEY_SCOPE");
}

#[tokio::test]
async fn what_is_urgent_goes_by_itself_and_what_comes_twice_at_once_is_told_once() {
    let world = World::new().await;
    world.person("ann", &["sales_director"], None).await;
    let ann = world.id("ann");
    let rule = json!({
        "event": "lead.created", "recipients": [{"kind": "users", "ids": [ann]}], "channels": ["in_app"], "urgent": true,
    });
    world.post("boss", "/notification-rules", rule).await.expect(201);
    let rule = json!({"event": "customer.updated", "recipients": [{"kind": "users", "ids": [ann]}]});
    world.post("boss", "/notification-rules", rule).await.expect(201);
    let customer = customer(&world, "云帆物流").await;
    for n in 0..3 {
        let change = json!({"remark": format!("第{n}次")});
        world.patch("boss", &format!("/customers/{customer}"), change).await.expect(200);
    }
    pooled(&world, 25).await;
    let all = everything(&world, "ann").await;
    let of = |kind: &str| all.items().iter().filter(|one| one["event"] == kind).collect::<Vec<_>>();
    assert_eq!(of("lead.created").len(), 25);
    assert!(of("lead.created").iter().all(|one| one["count"] == 1 && one["urgent"] == true));
    assert_eq!(of("customer.updated").len(), 1);
}

#[tokio::test]
async fn a_receiver_that_never_answers_holds_up_nobody_else() {
    let (slow, quick) = (World::new().await, World::new().await);
    let tarpit = Receiver::silent();
    let hook = json!({"name": "slow", "url": tarpit.url, "events": ["customer.created"], "allow_private": true});
    for _ in 0..20 {
        slow.post("boss", "/webhooks", hook.clone()).await.expect(201);
    }
    for number in 0..4 {
        customer(&slow, &format!("慢公司{number}")).await;
    }
    until("the tarpit to be full", async || (tarpit.got().len() >= 4).then_some(())).await;
    let receiver = Receiver::answering(&[200]);
    let hook = json!({"name": "quick", "url": receiver.url, "events": ["customer.created"], "allow_private": true});
    quick.post("boss", "/webhooks", hook).await.expect(201);
    // Neither their calls nor anybody's mail waits, also not their own.
    let ann = slow.person("ann", &["sales_director"], None).await;
    let address = format!("ann@{}.test", slow.tenant);
    slow.patch("boss", &format!("/users/{ann}"), json!({ "email": address })).await.expect(200);
    tell_all(&slow, "contact.created", &["email"]).await;
    customer(&quick, "快公司").await;
    let slowest = customer(&slow, "慢公司").await;
    slow.post("boss", "/contacts", json!({"name": "王五", "customer_id": slowest})).await.expect(201);
    until("the call", async || (!receiver.got().is_empty()).then_some(())).await;
    until("the mail", async || mails_to(&address).pop()).await;
    assert!(tarpit.got().len() < 80, "all of them were waited for");
}

#[expect(clippy::disallowed_methods, reason = "a trigger takes no parameters")]
/// Lets the database refuse messages of one organisation, as often as said.
async fn refuse(world: &World, often: i64) {
    let database = server::database().await;
    let tenant: Uuid = sqlx::query_scalar("select id from tenants where code = $1")
        .bind(&world.tenant)
        .fetch_one(&database)
        .await
        .unwrap();
    let name = format!("refuse_{}", tenant.simple());
    let text = format!(
        "create sequence {name}; grant usage on sequence {name} to guanxi_app;
         create function {name}() returns trigger language plpgsql as $$ begin
             if new.tenant_id = '{tenant}' and new.title like '%坏%' and nextval('{name}') <= {often} then
                 raise exception 'the disk is full';
             end if;
             return new;
         end $$;
         create trigger {name} before insert on notifications for each row execute function {name}()"
    );
    sqlx::raw_sql(sqlx::AssertSqlSafe(text)).execute(&database).await.unwrap();
}

#[tokio::test]
async fn a_failure_that_passes_costs_nobody_a_message() {
    let world = World::new().await;
    world.person("ann", &["sales_director"], None).await;
    tell_all(&world, "customer.created", &[]).await;
    refuse(&world, 3).await;
    for name in ["好一公司", "坏一公司", "好二公司"] {
        customer(&world, name).await;
    }
    until("all three", async || {
        let list = world.get("ann", "/notifications?event=customer.created").await.expect(200);
        (list.items().len() == 3).then_some(())
    })
    .await;
}

#[tokio::test]
async fn an_event_that_nobody_can_be_told_of_keeps_no_other_waiting_for_ever() {
    let world = World::new().await;
    world.person("ann", &["sales_director"], None).await;
    tell_all(&world, "customer.created", &[]).await;
    refuse(&world, 1_000_000).await;
    for name in ["好一公司", "坏一公司", "好二公司"] {
        customer(&world, name).await;
    }
    until("the other two", async || {
        let list = world.get("ann", "/notifications?event=customer.created").await.expect(200);
        (list.items().len() == 2).then_some(())
    })
    .await;
}

#[tokio::test]
async fn after_a_restore_from_a_dump_people_are_told_again() {
    let world = World::new().await;
    world.person("ann", &["sales_director"], None).await;
    tell_all(&world, "customer.created", &[]).await;
    tell_all(&world, "customer.updated", &[]).await;
    let before = customer(&world, "先前公司").await;
    told(&world, "ann", "customer.created").await;
    world.post("ann", "/notifications/read", json!({"all": true})).await.expect(200);
    // A new cluster begins to count its transactions anew: what is in the dump lies in its future.
    let restore = "with moved as (
                       update outbox o set transaction = '999999999990' from tenants t
                       where t.id = o.tenant_id and t.code = $1)
                   update dispatch_places p set transaction = '999999999999', sequence = 5 from tenants t
                   where t.id = p.tenant_id and t.code = $1";
    let restored = sqlx::query(restore).bind(&world.tenant).execute(&server::database().await).await.unwrap();
    assert_eq!(restored.rows_affected(), 1);
    // What is done to many at once is written in parts of its transaction.
    let many = json!({"ids": [before], "changes": {"remark": "改"}});
    world.post("boss", "/customers/batch/update", many).await.expect(200);
    for name in ["后来公司", "更晚公司"] {
        customer(&world, name).await;
    }
    let list = until("the two", async || {
        let list = world.get("ann", "/notifications?event=customer.created").await.expect(200);
        (list.items().len() == 3).then_some(list)
    })
    .await;
    // What was told before is not told again, and what was read stays read.
    let fresh = world.get("ann", "/notifications?read_at=").await.expect(200);
    assert_eq!(fresh.items().len(), 3, "{} {}", list.json, fresh.json);
    assert!(fresh.all("event").contains(&"customer.updated"));
}
