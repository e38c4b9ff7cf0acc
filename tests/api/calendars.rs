//! Work calendars: what is counted in working time, and what follows from it (12.9).

use serde_json::{Value, json};

use crate::{
    kit::{Answer, World},
    server::base_url,
};

async fn usual(world: &World) -> Answer {
    world.get("boss", "/calendars?is_default=true").await.expect(200)
}

async fn count(world: &World, id: &str, what: &str) -> Answer {
    world.get("boss", &format!("/calendars/{id}/{}", what.replace('+', "%2B"))).await.expect(200)
}

#[tokio::test]
async fn scenario_7d_working_minutes_leave_out_lunch_nights_holidays_and_count_days_in_lieu() {
    let world = World::new().await;
    let listed = usual(&world).await;
    let id = listed.items()[0]["id"].as_str().unwrap().to_owned();
    let add = async |start: &str, minutes: u32| {
        count(&world, &id, &format!("add?start={start}:00+08:00&minutes={minutes}")).await["end"].clone()
    };
    assert_eq!(add("2026-03-09T09:00", 480).await, "2026-03-10T09:30:00+08:00");
    assert_eq!(add("2026-03-10T09:30", 390).await, "2026-03-10T17:30:00+08:00");
    let waited = count(&world, &id, "between?start=2026-03-09T11:00:00+08:00&end=2026-03-10T10:00:00+08:00").await;
    assert_eq!((&waited["minutes"], &waited["missing_years"]), (&json!(390), &json!([])));
    // The Saturday before the Spring Festival is worked, the nine days after it are not.
    assert_eq!(add("2026-02-13T17:30", 60).await, "2026-02-14T09:30:00+08:00");
    assert_eq!(add("2026-02-14T17:30", 60).await, "2026-02-24T09:30:00+08:00");
    let unknown = count(&world, &id, "add?start=2026-12-31T17:30:00+08:00&minutes=60").await;
    assert_eq!((&unknown["end"], &unknown["missing_years"]), (&json!("2027-01-01T09:30:00+08:00"), &json!([2027])));
    let file = r#"{"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true},
        {"name": "元旦", "date": "2027-01-02", "isOffDay": false}]}"#;
    let import = async |file: &str| {
        let url = format!("{}/api/v1/calendars/{id}/import", base_url().await);
        let request = world.client.post(url).bearer_auth(world.token("boss")).body(file.to_owned());
        Answer::read(request.send().await.unwrap()).await
    };
    import(file).await.expect(200);
    assert_eq!(add("2026-12-31T17:30", 60).await, "2027-01-02T09:30:00+08:00");
    import("date,working,name\n2027-01-01,off,元旦").await.expect(200);
    assert_eq!(add("2026-12-31T17:30", 60).await, "2027-01-04T09:30:00+08:00");
    assert_eq!(add("2026-02-14T17:30", 60).await, "2026-02-24T09:30:00+08:00", "other years stay");
    import("nothing of that kind").await.refused(422, "VALIDATION");
    for wrong in ["add?start=soon&minutes=1", "add?start=2026-03-09T09:00:00Z", "between?start=2026-03-09T09:00:00Z"] {
        world.get("boss", &format!("/calendars/{id}/{wrong}")).await.refused(400, "MALFORMED");
    }
}

#[tokio::test]
async fn one_calendar_is_the_default_and_hours_must_make_sense() {
    let world = World::new().await;
    let first = usual(&world).await.items()[0]["id"].as_str().unwrap().to_owned();
    world.delete("boss", &format!("/calendars/{first}")).await.refused(409, "INVALID_STATE");
    world.patch("boss", &format!("/calendars/{first}"), json!({"is_default": false})).await.refused(422, "VALIDATION");
    let always: Vec<Value> = (1..=7).map(|day| json!({"day": day, "from": "00:00", "to": "24:00"})).collect();
    let shop = json!({"name": "门店", "weekly": always, "is_default": true});
    let shop = world.post("boss", "/calendars", shop).await.expect(201);
    assert_eq!(usual(&world).await.all("name"), ["门店"]);
    let asked = format!("/calendars/{}/between?start=2026-02-14T00:00:00Z&end=2026-02-21T00:00:00Z", shop.id());
    assert_eq!(world.get("boss", &asked).await.expect(200)["minutes"], 7 * 24 * 60);
    world.delete("boss", &format!("/calendars/{first}")).await.expect(204);
    let line = |from: &str, to: &str| json!({"day": 1, "from": from, "to": to});
    for weekly in [
        json!([]),
        json!([line("18:00", "09:00")]),
        json!([line("09:00", "12:00"), line("11:00", "18:00")]),
        json!([line("9", "12:00")]),
        json!([{"day": 8, "from": "09:00", "to": "12:00"}]),
    ] {
        let wrong = json!({"name": "错", "weekly": weekly});
        world.post("boss", "/calendars", wrong).await.refused(422, "VALIDATION");
    }
    let twice = json!([{"date": "2026-01-01", "working": false}, {"date": "2026-01-01", "working": true}]);
    world.post("boss", "/calendars", json!({"name": "错", "exceptions": twice})).await.refused(422, "VALIDATION");
    world.post("boss", "/calendars", json!({"name": "错", "time_zone": "Mars"})).await.refused(422, "VALIDATION");
    world.person("ann", &["account_manager"], None).await;
    world.get("ann", "/calendars").await.expect(200);
    world.post("ann", "/calendars", json!({"name": "我的"})).await.refused(403, "FORBIDDEN");
}

#[tokio::test]
async fn contacts_and_recycling_go_by_the_calendar() {
    let world = World::new().await;
    world.patch("boss", "/settings", json!({"contact.shift_to_workday": "next"})).await.expect(200);
    // The last working day before the Spring Festival.
    world.clock("2026-02-14T10:00:00+08:00").await;
    let pool = json!({"name": "池", "no_followup_days": 3, "not_converted_days": null, "working_days_only": true});
    let pool = world.post("boss", "/lead-pools", pool).await.expect(201).id();
    let lead = json!({"company_name": "云帆", "pool_id": pool});
    let lead = world.post("boss", "/leads", lead).await.expect(201).id();
    let claimed = world.act("boss", &format!("/leads/{lead}/claim")).await.expect(200);
    assert_eq!(claimed["next_contact_at"], "2026-02-24T18:00:00+08:00");
    assert_eq!(claimed["recycle_due_on"], "2026-02-26");
    let said = json!({"subject": "lead", "subject_id": lead, "kind": "call", "direction": "out", "outcome": "reached", "content": "聊过"});
    world.post("boss", "/activities", said).await.expect(201);
    let lead = world.get("boss", &format!("/leads/{lead}")).await.expect(200);
    // Three days later is a holiday.
    assert_eq!(lead["next_contact_at"], "2026-02-24T18:00:00+08:00");
}

#[tokio::test]
async fn administrators_are_told_once_that_a_calendar_knows_nothing_of_the_next_year() {
    let world = World::new().await;
    world.person("eve", &["admin"], None).await;
    world.clock("2026-11-30T09:00:00+08:00").await;
    assert_eq!(world.job("calendar_year", false).await["result"]["calendars"], 0);
    for day in ["2026-12-01T09:00:00+08:00", "2026-12-02T09:00:00+08:00"] {
        world.clock(day).await;
        let run = world.job("calendar_year", false).await;
        assert_eq!(run["result"], json!({"year": 2027, "calendars": 1}));
    }
    // Programs hear of it once, too.
    assert_eq!(crate::activities::plans::events(&world, "calendar.year_missing").await.len(), 1);
    let told = crate::notifications::told(&world, "eve", "calendar.year_missing").await;
    assert!(told["title"].as_str().unwrap().starts_with("工作日历缺少 2027 年安排"), "{told}");
    let all = crate::notifications::everything(&world, "eve").await;
    assert_eq!(all.all("event").iter().filter(|event| **event == "calendar.year_missing").count(), 1);
}
