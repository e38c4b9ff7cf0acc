//! When to speak to whom next, and in what colour that is shown (4.4).

use serde_json::{Value, json};

use super::{MONDAY, customer, note};
use crate::kit::{Answer, World};

async fn next(world: &World, who: &str, record: &Answer) -> (Value, Value) {
    let seen = world.get(who, &format!("/customers/{}", record.id())).await.expect(200);
    (seen["last_activity_at"].clone(), seen["next_contact_at"].clone())
}

async fn color(world: &World, record: &Answer) -> String {
    let seen = world.get("boss", &format!("/customers/{}?fields=contact_color", record.id())).await.expect(200);
    seen["contact_color"].as_str().unwrap().to_owned()
}

fn evening(day: &str) -> Value {
    json!(format!("{day}T18:00:00+08:00"))
}

#[tokio::test]
async fn scenario_4a_the_colour_is_that_of_the_day_in_records_filters_and_counts() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    let record = customer(&world, "boss", json!({"name": "云帆", "level": "A"})).await;
    let other = customer(&world, "boss", json!({"name": "远航", "level": "D"})).await;
    note(&world, "boss", "customer", &record, json!({"outcome": "reached"})).await.expect(201);
    note(&world, "boss", "customer", &other, json!({"outcome": "reached"})).await.expect(201);
    assert_eq!(next(&world, "boss", &record).await, (json!(MONDAY), evening("2026-03-09")));
    for (day, expected) in [
        ("2026-03-06", "normal"),
        ("2026-03-07", "due_soon"),
        ("2026-03-09", "due_soon"),
        ("2026-03-10", "overdue"),
        ("2026-03-16", "overdue"),
        ("2026-03-17", "severe"),
    ] {
        for clock in ["00:00:00", "23:59:59"] {
            world.clock(&format!("{day}T{clock}+08:00")).await;
            assert_eq!(color(&world, &record).await, expected, "{day} {clock}");
            for word in ["severe", "overdue", "due_soon", "normal", "none"] {
                let asked = format!("/customers?contact_color={word}&count=exact&sort=contact_color");
                let listed = world.get("boss", &asked).await.expect(200);
                let found = listed.all("name").contains(&"云帆");
                assert_eq!(found, word == expected, "{day} {clock} {word}");
                assert_eq!(listed["total"]["value"], json!(listed.items().len()), "{day} {word}");
            }
        }
    }
    // The most urgent first.
    assert_eq!(world.get("boss", "/customers?sort=contact_color").await.all("name"), ["云帆", "远航"]);
    let filter = r#"{"field":"contact_color","op":"not_in","value":["severe","none"]}"#;
    assert_eq!(world.get("boss", &format!("/customers?filter={filter}")).await.all("name"), ["远航"]);
    let filter = r#"{"field":"contact_color","op":"last_n_days","value":3}"#;
    world.get("boss", &format!("/customers?filter={filter}")).await.refused(400, "MALFORMED");
    world.clock("2026-03-10T09:00:00+08:00").await;
    note(&world, "boss", "customer", &record, json!({"outcome": "reached"})).await.expect(201);
    assert_eq!(next(&world, "boss", &record).await.1, evening("2026-03-17"));
    assert_eq!(color(&world, &record).await, "normal");
}

#[tokio::test]
async fn scenario_4c_a_note_or_a_call_that_nobody_answered_is_no_contact() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    let record = customer(&world, "boss", json!({"name": "云帆", "level": "A"})).await;
    let call = note(&world, "boss", "customer", &record, json!({"outcome": "reached"})).await.expect(201);
    assert_eq!((&call["counts_as_contact"], &call["customer_name"]), (&json!(true), &json!("云帆")));
    let spoken = (json!(MONDAY), evening("2026-03-09"));
    world.clock("2026-03-08T10:00:00+08:00").await;
    note(&world, "boss", "customer", &record, json!({"kind": "note"})).await.expect(201);
    let missed = note(&world, "boss", "customer", &record, json!({"outcome": "no_answer"})).await.expect(201);
    assert_eq!(missed["counts_as_contact"], false);
    assert_eq!(next(&world, "boss", &record).await, spoken);
    // It was answered after all.
    let path = format!("/activities/{}", missed.id());
    world.patch("boss", &path, json!({"outcome": "reached"})).await.expect(200);
    let later = (json!("2026-03-08T10:00:00+08:00"), evening("2026-03-15"));
    assert_eq!(next(&world, "boss", &record).await, later);
    // And was not said at all: the first call counts again.
    world.delete("boss", &path).await.expect(204);
    assert_eq!(next(&world, "boss", &record).await, spoken);
}

#[tokio::test]
async fn p71_the_colour_of_a_record_is_that_of_its_list_for_every_level_and_rule() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    let rules = json!([
        {"object": "customer", "level": "B", "relationship": "strategic", "days": 2, "due_soon_days": 0},
        {"object": "lead", "level": "A", "days": 1},
    ]);
    world.patch("boss", "/settings", json!({"contact.rules": rules})).await.expect(200);
    let mut records = Vec::new();
    for (name, more) in [
        ("a", json!({"level": "A"})),
        ("b", json!({"level": "B"})),
        ("c", json!({"level": "C", "relationship": "strategic"})),
        ("d", json!({"level": "D"})),
        ("none", json!({})),
        ("strategic", json!({"level": "B", "relationship": "strategic"})),
    ] {
        let mut body = json!({"name": name});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let record = customer(&world, "boss", body).await;
        note(&world, "boss", "customer", &record, json!({})).await.expect(201);
        records.push(record);
    }
    assert_eq!(next(&world, "boss", records.last().unwrap()).await.1, evening("2026-03-04"));
    for day in ["2026-03-03", "2026-03-05", "2026-03-20", "2026-04-20", "2026-07-10"] {
        world.clock(&format!("{day}T12:00:00+08:00")).await;
        let all = world.get("boss", "/customers").await.expect(200);
        for word in ["severe", "overdue", "due_soon", "normal", "none"] {
            let is_it = |item: &&Value| item["contact_color"] == word;
            let mut expected: Vec<&str> =
                all.items().iter().filter(is_it).map(|item| item["name"].as_str().unwrap()).collect();
            let listed = world.get("boss", &format!("/customers?contact_color={word}&count=exact")).await.expect(200);
            let mut found = listed.all("name");
            expected.sort_unstable();
            found.sort_unstable();
            assert_eq!(found, expected, "{day} {word}");
            assert_eq!(listed["total"]["value"], json!(expected.len()));
        }
    }
    world.clock(MONDAY).await;
    let lead = world.post("boss", "/leads", json!({"company_name": "新线索", "level": "A"})).await.expect(201);
    note(&world, "boss", "lead", &lead, json!({})).await.expect(201);
    let seen = world.get("boss", &format!("/leads/{}", lead.id())).await.expect(200);
    assert_eq!((&seen["next_contact_at"], &seen["contact_color"]), (&evening("2026-03-03"), &json!("due_soon")));
    world.clock("2026-03-05T10:00:00+08:00").await;
    assert_eq!(world.get("boss", "/leads?contact_color=severe,overdue").await.all("contact_color"), ["severe"]);
    world.patch("boss", "/settings", json!({"contact.rules": [{"object": "lead", "days": 0}]})).await.expect(422);
}

#[tokio::test]
async fn p72_dates_follow_levels_edits_owners_and_leap_days() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    let team = world.department("一组", None).await;
    world.person("ann", &["sales_supervisor"], Some(team)).await;
    let record = customer(&world, "boss", json!({"name": "云帆", "level": "A"})).await;
    // Nobody has spoken to him: the next working day.
    assert_eq!(next(&world, "boss", &record).await, (Value::Null, evening("2026-03-03")));
    note(&world, "boss", "customer", &record, json!({"outcome": "reached"})).await.expect(201);
    // What is written down late changes nothing but the time-line.
    let late = json!({"occurred_at": "2026-03-01T10:00:00+08:00", "outcome": "reached"});
    note(&world, "boss", "customer", &record, late).await.expect(201);
    assert_eq!(next(&world, "boss", &record).await, (json!(MONDAY), evening("2026-03-09")));
    // A date that was agreed on wins, and a new level leaves it alone; else the date follows the level.
    let path = format!("/customers/{}", record.id());
    world.patch("boss", &path, json!({"level": "B"})).await.expect(200);
    assert_eq!(next(&world, "boss", &record).await.1, evening("2026-03-17"));
    let agreed = json!({"kind": "visit", "next_contact_at": "2026-03-20T09:30:00+08:00"});
    let visit = note(&world, "boss", "customer", &record, agreed).await.expect(201);
    world.patch("boss", &path, json!({"level": "D"})).await.expect(200);
    assert_eq!(next(&world, "boss", &record).await.1, "2026-03-20T09:30:00+08:00");
    // Moved before the first call, the visit decides nothing any more.
    let visit = format!("/activities/{}", visit.id());
    world.patch("boss", &visit, json!({"occurred_at": "2026-02-20T09:30:00+08:00"})).await.expect(200);
    assert_eq!(next(&world, "boss", &record).await, (json!(MONDAY), evening("2026-05-01")));
    // On week-ends nobody calls, if the organisation says so.
    world.patch("boss", "/settings", json!({"contact.shift_to_workday": "previous"})).await.expect(200);
    world.patch("boss", &path, json!({"level": "A"})).await.expect(200);
    world.clock("2026-03-08T10:00:00+08:00").await;
    note(&world, "boss", "customer", &record, json!({})).await.expect(201);
    assert_eq!(next(&world, "boss", &record).await.1, evening("2026-03-13"));
    world.clock("2028-02-22T23:30:00+08:00").await;
    note(&world, "boss", "customer", &record, json!({})).await.expect(201);
    assert_eq!(next(&world, "boss", &record).await.1, evening("2028-02-29"));

    // A lead's new owner begins on the next working day, unless the date lies before him.
    world.clock("2026-03-06T10:00:00+08:00").await;
    let lead = world.post("boss", "/leads", json!({"company_name": "新线索"})).await.expect(201);
    let path = format!("/leads/{}", lead.id());
    note(&world, "boss", "lead", &lead, json!({"next_contact_at": "2026-03-20T09:30:00+08:00"})).await.expect(201);
    let to_ann = json!({"user_id": world.id("ann")});
    world.post("boss", &format!("{path}/transfer"), to_ann).await.expect(200);
    assert_eq!(world.get("boss", &path).await["next_contact_at"], "2026-03-20T09:30:00+08:00");
    world.clock("2026-03-27T10:00:00+08:00").await;
    let to_boss = json!({"user_id": world.id("boss")});
    world.post("boss", &format!("{path}/transfer"), to_boss).await.expect(200);
    assert_eq!(world.get("boss", &path).await["next_contact_at"], evening("2026-03-30"));
}
