//! What was said and done, and what follows from it (4).

mod calendar;
mod calls;
mod dates;
mod files;
pub mod plans;
mod reports;
mod todos;

use serde_json::{Value, json};

use crate::kit::{Answer, World};

pub const MONDAY: &str = "2026-03-02T10:00:00+08:00";

pub async fn note(world: &World, who: &str, subject: &str, record: &Answer, more: Value) -> Answer {
    let mut body = json!({"subject": subject, "subject_id": record.id(), "kind": "call", "content": "聊了聊"});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    world.post(who, "/activities", body).await
}

pub async fn customer(world: &World, who: &str, body: Value) -> Answer {
    world.post(who, "/customers", body).await.expect(201)
}

#[tokio::test]
async fn nothing_happened_tomorrow_or_too_long_ago() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    let record = customer(&world, "boss", json!({"name": "云帆"})).await;
    for (key, time) in [
        ("occurred_at", "2026-03-02T10:06:00+08:00"),
        ("occurred_at", "2026-01-30T10:00:00+08:00"),
        ("next_contact_at", "2026-03-02T09:59:00+08:00"),
    ] {
        let refused = note(&world, "boss", "customer", &record, json!({key: time})).await.refused(422, "VALIDATION");
        assert_eq!(refused["errors"][0]["pointer"], format!("/{key}"));
    }
    note(&world, "boss", "customer", &record, json!({"occurred_at": "2026-03-02T10:04:00+08:00"})).await.expect(201);
    for wrong in
        [json!({"content": ""}), json!({"kind": "smoke"}), json!({"subject": "order"}), json!({"content": null})]
    {
        note(&world, "boss", "customer", &record, wrong).await.refused(422, "VALIDATION");
    }
    note(&world, "boss", "customer", &record, json!({"mood": "good"})).await.refused(400, "UNKNOWN_FIELD");
    note(&world, "boss", "lead", &record, json!({})).await.refused(422, "VALIDATION");
}

#[tokio::test]
async fn a_lead_that_was_spoken_to_is_being_followed() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    let lead = world.post("boss", "/leads", json!({"company_name": "云帆"})).await.expect(201);
    let path = format!("/leads/{}", lead.id());
    note(&world, "boss", "lead", &lead, json!({"kind": "note"})).await.expect(201);
    assert_eq!(world.get("boss", &path).await["status"], "pending");
    note(&world, "boss", "lead", &lead, json!({"outcome": "interested"})).await.expect(201);
    let seen = world.get("boss", &path).await.expect(200);
    assert_eq!((&seen["status"], &seen["last_activity_at"]), (&json!("following"), &json!(MONDAY)));
    assert_eq!(seen["next_contact_at"], "2026-03-05T18:00:00+08:00");
    let list = world.get("boss", &format!("/activities?lead_id={}", lead.id())).await.expect(200);
    assert_eq!(list.all("kind"), ["call", "note"]);
    let told = world.get("boss", &format!("{path}/timeline")).await.expect(200);
    assert!(told.all("kind").contains(&"activity") && told.all("kind").contains(&"created"));
}

#[tokio::test]
async fn ones_own_words_may_be_changed_for_a_day_and_those_of_others_by_who_leads_them() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    let team = world.department("一组", None).await;
    world.person("ann", &["account_manager"], Some(team)).await;
    world.person("bob", &["account_manager"], Some(team)).await;
    world.person("sue", &["sales_supervisor"], Some(team)).await;
    let record = customer(&world, "ann", json!({"name": "云帆"})).await;
    let call = note(&world, "ann", "customer", &record, json!({})).await.expect(201);
    let path = format!("/activities/{}", call.id());
    world.get("bob", &path).await.refused(404, "NOT_FOUND");
    world.patch("bob", &path, json!({"content": "假的"})).await.refused(404, "NOT_FOUND");
    world.patch("ann", &path, json!({"content": "更正"})).await.expect(200);
    world.patch("ann", &path, json!({"subject_id": call.id()})).await.refused(422, "STATE_FIELD");
    world.clock("2026-03-03T10:01:00+08:00").await;
    world.patch("ann", &path, json!({"content": "再改"})).await.refused(403, "FORBIDDEN");
    world.delete("ann", &path).await.refused(403, "FORBIDDEN");
    world.patch("sue", &path, json!({"content": "主管更正"})).await.expect(200);
    // Nobody writes on what is not his, unless he leads.
    note(&world, "bob", "customer", &record, json!({})).await.refused(422, "VALIDATION");
    let hers = note(&world, "sue", "customer", &record, json!({})).await.expect(201);
    world.delete("ann", &format!("/activities/{}", hers.id())).await.refused(403, "FORBIDDEN");
    world.delete("sue", &path).await.expect(204);
}

#[tokio::test]
async fn the_time_line_tells_everything_once_in_pages_and_by_kind() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    let record = customer(&world, "boss", json!({"name": "云帆", "level": "B"})).await;
    let contact = json!({"customer_id": record.id(), "name": "张三"});
    let contact = world.post("boss", "/contacts", contact).await.expect(201);
    for day in 3..=9 {
        world.clock(&format!("2026-03-0{day}T10:00:00+08:00")).await;
        note(&world, "boss", "contact", &contact, json!({"content": format!("第{day}天")})).await.expect(201);
    }
    world
        .patch("boss", &format!("/customers/{}", record.id()), json!({"level": "A", "remark": "好"}))
        .await
        .expect(200);
    let path = format!("/customers/{}/timeline", record.id());
    let all = world.get("boss", &path).await.expect(200);
    let mut kinds = all.all("kind");
    kinds.sort_unstable();
    let activities = ["activity"; 7];
    assert_eq!(kinds, [&activities[..], &["change", "contact", "created", "owner"]].concat());
    let change = all.items().iter().find(|event| event["kind"] == "change").unwrap();
    assert_eq!(change["data"]["level"], json!({"old": "B", "new": "A", "covered": false}));
    assert!(change["data"]["next_contact_at"].is_null());
    let activity = &all.items().iter().find(|event| event["kind"] == "activity").unwrap();
    assert_eq!((&activity["data"]["content"], &activity["record_name"]), (&json!("第9天"), &json!("张三")));

    let (mut paged, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = world.get("boss", &format!("{path}?limit=3{cursor}")).await.expect(200);
        paged.extend(page.all("id").into_iter().map(str::to_owned));
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(paged, all.all("id"));
    for (kind, count) in [("activity", 7), ("owner", 1), ("contact,change", 2), ("created", 1)] {
        let some = world.get("boss", &format!("{path}?kind={kind}")).await.expect(200);
        assert_eq!(some.items().len(), count, "{kind}");
    }
    world.get("boss", &format!("{path}?kind=gossip")).await.refused(400, "MALFORMED");
    world.get("boss", &format!("{path}?limit=0")).await.refused(400, "MALFORMED");
    world.get("boss", &format!("{path}?cursor=xyz")).await.refused(400, "MALFORMED");
    let seen = world.get("boss", &format!("/contacts/{}", contact.id())).await.expect(200);
    assert_eq!(seen["last_activity_at"], "2026-03-09T10:00:00+08:00");
}
