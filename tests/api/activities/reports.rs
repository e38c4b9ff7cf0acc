//! Reports of one's work, and words beside them (4.6).

use serde_json::{Value, json};

use super::{
    MONDAY, customer, note,
    plans::{events, run},
};
use crate::kit::World;

async fn team(world: &World) {
    let team = world.department("一组", None).await;
    world.person("sue", &["sales_supervisor"], Some(team)).await;
    world.person("ann", &["account_manager"], Some(team)).await;
    world.person("bob", &["account_manager"], Some(team)).await;
    world.patch("boss", &format!("/departments/{team}"), json!({"manager_id": world.id("sue")})).await.expect(200);
}

#[tokio::test]
async fn a_report_keeps_its_figures_and_is_looked_at_by_a_superior() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    team(&world).await;
    let record = customer(&world, "ann", json!({"name": "云帆"})).await;
    note(&world, "ann", "customer", &record, json!({"outcome": "reached"})).await.expect(201);
    let body = json!({"kind": "daily", "period_start": "2026-03-02", "done": "拜访一家"});
    let made = world.post("ann", "/work-reports", body.clone()).await.expect(201);
    assert_eq!((&made["reviewer_ids"], &made["status"]), (&json!([world.id("sue")]), &json!("draft")));
    world.post("ann", "/work-reports", body).await.refused(409, "REPORT_EXISTS");
    let figures = world.get("ann", "/work-reports/figures?kind=daily").await.expect(200);
    assert_eq!((&figures["contacts_made"], &figures["new_customers"]), (&json!(1), &json!(1)));
    let path = format!("/work-reports/{}", made.id());
    world.clock("2026-03-03T10:00:00+08:00").await;
    let sent = world.act("ann", &format!("{path}/submit")).await.expect(200);
    assert_eq!((&sent["late"], &sent["stats"]["contacts_made"]), (&json!(false), &json!(1)));
    // What happens later changes nothing of it.
    let earlier = json!({"occurred_at": "2026-03-02T11:00:00+08:00"});
    note(&world, "ann", "customer", &record, earlier).await.expect(201);
    assert_eq!(world.get("sue", &path).await.expect(200)["stats"]["contacts_made"], 1);
    world.patch("ann", &path, json!({"problems": "价格高"})).await.expect(200);
    world.patch("sue", &path, json!({"problems": "…"})).await.refused(403, "FORBIDDEN");
    world.get("bob", &path).await.refused(404, "NOT_FOUND");
    world.post("ann", &format!("{path}/review"), json!({"score": 5})).await.refused(403, "FORBIDDEN");
    world.post("sue", &format!("{path}/review"), json!({"score": 6})).await.refused(422, "VALIDATION");
    let seen = world.post("sue", &format!("{path}/review"), json!({"score": 4, "note": "继续"})).await.expect(200);
    assert_eq!((&seen["status"], &seen["reviewed_by_name"]), (&json!("reviewed"), &json!("sue")));
    world.patch("ann", &path, json!({"done": "…"})).await.refused(409, "INVALID_STATE");

    // A week's report is kept under its Monday; one that comes too late says so.
    let body = json!({"kind": "weekly", "period_start": "2026-03-05", "cc_ids": [world.id("bob")]});
    let week = world.post("ann", "/work-reports", body).await.expect(201);
    assert_eq!((&week["period_start"], &week["period_end"]), (&json!("2026-03-02"), &json!("2026-03-08")));
    world.get("bob", &format!("/work-reports/{}", week.id())).await.refused(404, "NOT_FOUND");
    world.clock("2026-03-09T12:00:01+08:00").await;
    assert_eq!(world.act("ann", &format!("/work-reports/{}/submit", week.id())).await.expect(200)["late"], true);
    world.get("bob", &format!("/work-reports/{}", week.id())).await.expect(200);
}

#[tokio::test]
async fn a_draft_is_its_authors_alone_however_far_others_see() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    team(&world).await;
    let body = json!({"kind": "daily", "period_start": "2026-03-02", "done": "还没写完"});
    let made = world.post("ann", "/work-reports", body).await.expect(201);
    let path = format!("/work-reports/{}", made.id());
    for other in ["sue", "boss"] {
        world.get(other, &path).await.refused(404, "NOT_FOUND");
        world.get(other, &format!("{path}/history")).await.refused(404, "NOT_FOUND");
        world.patch(other, &path, json!({"done": "…"})).await.refused(404, "NOT_FOUND");
        world.delete(other, &path).await.refused(404, "NOT_FOUND");
        let list = world.get(other, "/work-reports?count=exact").await.expect(200);
        assert_eq!((list.items().len(), &list["total"]["value"]), (0, &json!(0)), "{other}");
    }
    world.patch("ann", &path, json!({"done": "写完了"})).await.expect(200);
    world.act("ann", &format!("{path}/submit")).await.expect(200);
    for other in ["sue", "boss"] {
        assert_eq!(world.get(other, &path).await.expect(200)["done"], "写完了");
        assert_eq!(world.get(other, "/work-reports").await.expect(200).items().len(), 1);
    }
}

#[tokio::test]
async fn those_who_are_copied_read_a_report_and_its_reviewers_review_it() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    team(&world).await;
    let other = world.department("二组", None).await;
    for name in ["kim", "lee"] {
        world.person(name, &["sales_supervisor"], Some(other)).await;
    }
    let body = json!({
        "kind": "daily", "period_start": "2026-03-02", "reviewer_ids": [world.id("kim")], "cc_ids": [world.id("lee")],
    });
    let path = format!("/work-reports/{}", world.post("ann", "/work-reports", body).await.expect(201).id());
    // A draft is its author's.
    world.get("kim", &path).await.refused(404, "NOT_FOUND");
    world.get("lee", &path).await.refused(404, "NOT_FOUND");
    world.act("ann", &format!("{path}/submit")).await.expect(200);
    assert_eq!(world.get("lee", &path).await.expect(200)["allowed_actions"], json!([]));
    assert_eq!(world.get("kim", &path).await.expect(200)["allowed_actions"], json!(["review"]));
    world.post("lee", &format!("{path}/review"), json!({"score": 5})).await.refused(403, "FORBIDDEN");
    world.post("kim", &format!("{path}/review"), json!({"score": 5})).await.expect(200);
}

#[tokio::test]
async fn p57_whoever_is_late_is_told_once_and_those_above_see_who_it_is() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    team(&world).await;
    let body = json!({"kind": "daily", "period_start": "2026-03-02"});
    let made = world.post("ann", "/work-reports", body).await.expect(201);
    world.clock("2026-03-03T09:59:00+08:00").await;
    world.act("ann", &format!("/work-reports/{}/submit", made.id())).await.expect(200);
    assert_eq!(run(&world, "work_report_missing").await["told"], 0);
    // At ten nobody ran; in the afternoon it is made up for, once.
    world.clock("2026-03-03T15:00:00+08:00").await;
    let told = run(&world, "work_report_missing").await["told"].as_i64().unwrap();
    assert_eq!(run(&world, "work_report_missing").await["told"], 0);
    let missing = events(&world, "work_report.missing").await;
    assert_eq!(i64::try_from(missing.len()).unwrap(), told);
    let bob = missing.iter().find(|told| told["owner_id"] == json!(world.id("bob"))).unwrap();
    assert_eq!(bob["superior_id"], json!(world.id("sue")));
    assert!(!missing.iter().any(|told| told["owner_id"] == json!(world.id("ann"))));
    let list = world.get("sue", "/work-reports/missing?kind=daily").await.expect(200);
    assert!(list.all("user_name").contains(&"bob") && !list.all("user_name").contains(&"ann"));
    assert_eq!(world.get("bob", "/work-reports/missing").await.all("user_name"), ["bob"]);
    // Nobody is reminded of reports that nobody writes.
    world.get("sue", "/work-reports/missing?kind=hourly").await.refused(400, "MALFORMED");
}

#[tokio::test]
async fn colleagues_say_something_about_an_activity_and_are_told() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    team(&world).await;
    let record = customer(&world, "ann", json!({"name": "云帆"})).await;
    let call = note(&world, "ann", "customer", &record, json!({})).await.expect(201);
    let path = format!("/activities/{}/comments", call.id());
    let words = json!({"content": "@ann 明天再打", "mention_ids": [world.id("ann")]});
    let said = world.post("sue", &path, words).await.expect(200);
    assert_eq!(said.all("created_by_name"), ["sue"]);
    world.post("bob", &path, json!({"content": "…"})).await.refused(404, "NOT_FOUND");
    world.post("ann", &path, json!({"content": "", "mention_ids": [call.id()]})).await.refused(422, "VALIDATION");
    assert_eq!(world.get("ann", &path).await.expect(200).all("content"), ["@ann 明天再打"]);
    let told = &events(&world, "activity.commented").await[0];
    assert_eq!(told["mention_ids"], json!([world.id("ann")]));
    // Whoever is mentioned may not see the activity: what was said stays beside it.
    assert!(!told.to_string().contains("明天再打"), "{told}");
    let comment = said.items()[0]["id"].as_str().unwrap();
    world.delete("ann", &format!("{path}/{comment}")).await.refused(404, "NOT_FOUND");
    world.delete("sue", &format!("{path}/{comment}")).await.expect(204);
    assert_eq!(world.get("ann", &path).await.json["items"], Value::Array(Vec::new()));
}

#[tokio::test]
async fn what_was_done_before_a_record_was_lost_may_be_written_down_later() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    world.person("ann", &["account_manager"], None).await;
    world.person("bob", &["account_manager"], None).await;
    let lead = world.post("ann", "/leads", json!({"company_name": "新线索"})).await.expect(201);
    world.clock("2026-03-10T10:00:00+08:00").await;
    let back = json!({"reason": "no_need"});
    world.post("ann", &format!("/leads/{}/return", lead.id()), back).await.expect(200);
    let while_hers = json!({"occurred_at": "2026-03-09T10:00:00+08:00"});
    note(&world, "ann", "lead", &lead, while_hers.clone()).await.expect(201);
    note(&world, "bob", "lead", &lead, while_hers).await.refused(403, "FORBIDDEN");
    note(&world, "ann", "lead", &lead, json!({})).await.refused(403, "FORBIDDEN");
    let seen = world.get("boss", &format!("/leads/{}", lead.id())).await.expect(200);
    assert_eq!((&seen["contact_color"], &seen["status"]), (&json!("none"), &json!("unassigned")));
}
