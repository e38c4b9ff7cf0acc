//! Calendars (4.2, 4.5), and days as the organisation counts them (0.3).

use reqwest::Method;
use serde_json::{Value, json};

use super::{MONDAY, customer, note, plans::plan};
use crate::kit::{Answer, World};

async fn event(world: &World, who: &str, more: Value) -> Answer {
    let mut body = json!({
        "title": "产品评审", "start_at": "2026-03-03T14:00:00+08:00", "end_at": "2026-03-03T15:00:00+08:00",
    });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    world.post(who, "/calendar-events", body).await
}

#[tokio::test]
async fn an_event_is_seen_by_those_who_are_invited_and_changed_by_who_made_it() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    for name in ["ann", "bob", "eve"] {
        world.person(name, &["account_manager"], None).await;
    }
    let made =
        event(&world, "ann", json!({"attendee_ids": [world.id("bob")], "reminders": [10, 60]})).await.expect(201);
    let path = format!("/calendar-events/{}", made.id());
    world.get("eve", &path).await.refused(404, "NOT_FOUND");
    world.get("bob", &path).await.expect(200);
    world.patch("bob", &path, json!({"title": "别的"})).await.refused(403, "FORBIDDEN");
    let answered = world.post("bob", &format!("{path}/rsvp"), json!({"answer": "accepted"})).await.expect(200);
    assert_eq!(answered["rsvp"][world.id("bob").to_string()], "accepted");
    world.post("ann", &format!("{path}/rsvp"), json!({"answer": "declined"})).await.refused(403, "FORBIDDEN");
    // At another time everybody is asked anew.
    let later = json!({"start_at": "2026-03-03T16:00:00+08:00", "end_at": "2026-03-03T17:00:00+08:00"});
    assert_eq!(world.patch("ann", &path, later).await.expect(200)["rsvp"], json!({}));
    world.patch("ann", &path, json!({"shared": true})).await.expect(200);
    world.get("eve", &path).await.expect(200);
    for wrong in [
        json!({"end_at": "2026-03-03T14:00:00+08:00"}),
        json!({"attendee_ids": [made.id()]}),
        json!({"reminders": [99_999]}),
        json!({"subject": "customer"}),
    ] {
        event(&world, "ann", wrong).await.refused(422, "VALIDATION");
    }
    world.delete("ann", &path).await.expect(204);
    world.get("bob", &path).await.refused(404, "NOT_FOUND");
}

#[tokio::test]
async fn a_calendar_shows_events_plans_and_contacts_that_are_due_here_and_outside() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    let record = customer(&world, "boss", json!({"name": "云帆; 上海", "level": "A"})).await;
    plan(&world, "boss", &record, json!({})).await.expect(201);
    event(&world, "boss", json!({"location": "一号会议室"})).await.expect(201);
    let seen = world.get("boss", "/calendar?from=2026-03-02&to=2026-03-03").await.expect(200);
    assert_eq!(seen.all("kind"), ["plan", "event", "contact"]);
    assert_eq!(world.get("boss", "/calendar?from=2026-03-04&to=2026-03-10").await.items().len(), 0);
    world.get("boss", "/calendar?from=2026-03-04&to=2026-03-03").await.refused(400, "MALFORMED");
    world.get("boss", "/calendar?from=2026-03-04").await.refused(400, "MALFORMED");

    assert_eq!(world.get("boss", "/me/calendar-feed").await.expect(200)["since"], Value::Null);
    let first = world.act("boss", "/me/calendar-feed").await.expect(200)["path"].as_str().unwrap().to_owned();
    let read = async |path: &str| world.ask(Method::GET, path.strip_prefix("/api/v1").unwrap(), None, None, &[]).await;
    let file = read(&first).await.expect(200);
    assert_eq!(file.header("content-type"), Some("text/calendar; charset=utf-8"));
    let text = String::from_utf8(file.bytes).unwrap();
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 3, "{text}");
    assert!(text.contains("SUMMARY:云帆\\; 上海") && text.contains("DTSTART:20260303T060000Z"), "{text}");
    // A new address, and the old one opens nothing more.
    let second = world.act("boss", "/me/calendar-feed").await.expect(200)["path"].as_str().unwrap().to_owned();
    read(&first).await.refused(404, "NOT_FOUND");
    read(&second).await.expect(200);
    world.ask(Method::DELETE, "/me/calendar-feed", Some(&world.token("boss")), None, &[]).await.expect(204);
    read(&second).await.refused(404, "NOT_FOUND");
    read("/api/v1/calendar.ics?token=gxc_x").await.refused(404, "NOT_FOUND");
}

/// The calendar file at a path that was given out.
async fn file(world: &World, path: &str) -> Answer {
    world.ask(Method::GET, path.strip_prefix("/api/v1").unwrap(), None, None, &[]).await
}

async fn feed(world: &World, who: &str) -> String {
    world.act(who, "/me/calendar-feed").await.expect(200)["path"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_whole_day_is_the_day_that_the_organisation_means() {
    let world = World::new().await;
    world.clock("2026-03-02T06:00:00+08:00").await;
    let day = async |title: &str, start: &str, end: &str| {
        event(&world, "boss", json!({"title": title, "all_day": true, "start_at": start, "end_at": end}))
            .await
            .expect(201)
    };
    day("一天", "2026-03-03T00:00:00+08:00", "2026-03-04T00:00:00+08:00").await;
    day("两天", "2026-03-05T00:00:00+08:00", "2026-03-06T23:59:59+08:00").await;
    let told = file(&world, &feed(&world, "boss").await).await.expect(200);
    let text = String::from_utf8(told.bytes).unwrap();
    for (title, first, until) in [("一天", "20260303", "20260304"), ("两天", "20260305", "20260307")] {
        let of = text.split("BEGIN:VEVENT").find(|part| part.contains(title)).unwrap();
        let has = |line: String| of.lines().any(|known| known == line);
        assert!(has(format!("DTSTART;VALUE=DATE:{first}")) && has(format!("DTEND;VALUE=DATE:{until}")), "{of}");
    }
}

#[tokio::test]
async fn a_calendar_file_tells_what_its_owner_may_read_and_is_not_asked_for_without_end() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    let mut ann = world.person("ann", &["account_manager"], None).await.to_string();
    let record = customer(&world, "ann", json!({"name": "云帆", "level": "A"})).await;
    note(&world, "ann", "customer", &record, json!({})).await.expect(201);
    event(&world, "ann", json!({})).await.expect(201);
    let path = feed(&world, "ann").await;
    let told = async || String::from_utf8(file(&world, &path).await.expect(200).bytes).unwrap();
    assert!(told().await.contains("SUMMARY:云帆"));
    // Without the right to read customers, their names are nothing for his telephone either.
    let grants = json!([{"permission": "calendar_event:read", "scope": "self"}]);
    let role = json!({"code": "planner", "name": "排程", "grants": grants});
    let role = world.post("boss", "/roles", role).await.expect(201).id();
    ann.insert_str(0, "/users/");
    world.patch("boss", &ann, json!({"role_ids": [role]})).await.expect(200);
    let text = told().await;
    assert!(text.contains("SUMMARY:产品评审") && !text.contains("云帆"), "{text}");
    world.post("boss", &format!("{ann}/disable"), json!({})).await.expect(200);
    file(&world, &path).await.refused(404, "NOT_FOUND");
    for _ in 0..400 {
        if file(&world, "/api/v1/calendar.ics?token=gxc_x").await.status == 429 {
            // Who signs in from there still may.
            world.sign_in("boss", crate::kit::PASSWORD).await.expect(200);
            return;
        }
    }
    panic!("a secret may be guessed at without end");
}

#[tokio::test]
async fn p47_p48_p49_p50_each_organisation_counts_days_by_its_own_clock() {
    let (shanghai, new_york) = (World::new().await, World::new().await);
    new_york.patch("boss", "/settings", json!({"org.timezone": "America/New_York"})).await.expect(200);
    // One moment: 23:30 on 31 March in Shanghai, 11:30 in the morning in New York.
    let moment = "2026-03-31T15:30:00Z";
    for (world, evening, tomorrow) in [
        (&shanghai, "2026-04-07T18:00:00+08:00", "2026-04-01T00:00:00+08:00"),
        (&new_york, "2026-04-07T18:00:00-04:00", "2026-04-01T00:00:00-04:00"),
    ] {
        world.clock(moment).await;
        let record = customer(world, "boss", json!({"name": "云帆", "level": "A"})).await;
        note(world, "boss", "customer", &record, json!({"outcome": "reached"})).await.expect(201);
        let seen = world.get("boss", &format!("/customers/{}", record.id())).await.expect(200);
        assert_eq!(seen["next_contact_at"], evening);
        let this = |op: &str| format!(r#"/activities?filter={{"field":"occurred_at","op":"{op}"}}"#);
        for op in ["today", "this_month"] {
            assert_eq!(world.get("boss", &this(op)).await.expect(200).items().len(), 1, "{op}");
        }
        // The last microsecond of the day is the day's; midnight is not.
        let next = r#"/customers?filter={"field":"next_contact_at","op":"next_n_days","value":7}"#;
        assert_eq!(world.get("boss", next).await.items().len(), 0);
        let next = r#"/customers?filter={"field":"next_contact_at","op":"next_n_days","value":8}"#;
        assert_eq!(world.get("boss", next).await.items().len(), 1);
        world.clock(tomorrow).await;
        assert_eq!(world.get("boss", &this("today")).await.items().len(), 0);
        assert_eq!(world.get("boss", &this("yesterday")).await.items().len(), 1);
        assert_eq!(world.get("boss", &this("last_month")).await.items().len(), 1);
    }
    // In New York the date changes half a day later: 23:30 there is the next day's noon in Shanghai.
    new_york.clock("2026-03-31T23:59:59.999999-04:00").await;
    let record = customer(&new_york, "boss", json!({"name": "远航"})).await;
    note(&new_york, "boss", "customer", &record, json!({})).await.expect(201);
    let today = r#"/activities?filter={"field":"occurred_at","op":"today"}"#;
    assert_eq!(new_york.get("boss", today).await.items().len(), 2);
    new_york.clock("2026-04-01T00:00:00-04:00").await;
    assert_eq!(new_york.get("boss", today).await.items().len(), 0);
}
