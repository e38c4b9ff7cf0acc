//! Plans, visits and playbooks (4.2, 4.3).

use serde_json::{Value, json};

use super::{MONDAY, customer};
use crate::{
    kit::{Answer, World},
    notifications::told as told_of,
    server,
};

pub async fn plan(world: &World, who: &str, record: &Answer, more: Value) -> Answer {
    let mut body = json!({
        "subject": "customer", "subject_id": record.id(), "planned_at": "2026-03-02T15:00:00+08:00", "method": "call",
        "content": "谈报价",
    });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    world.post(who, "/follow-up-plans", body).await
}

/// Runs a job by the clock and answers with what it did.
pub async fn run(world: &World, job: &str) -> Value {
    let run = world.post("boss", &format!("/admin/jobs/{job}/run"), json!({"dry_run": false})).await.expect(202);
    for _ in 0..400 {
        let runs = world.get("boss", &format!("/jobs/runs?job={job}")).await.expect(200);
        let ours = runs.items().iter().find(|known| known["id"] == run["id"] && known["status"] != "running");
        if let Some(ours) = ours {
            assert_eq!(ours["status"], "done", "{ours}");
            return ours["result"].clone();
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    panic!("{job} did not end");
}

/// The payloads of an organisation's events of one kind.
pub async fn events(world: &World, kind: &str) -> Vec<Value> {
    let pool = server::database().await;
    let sql = "select o.payload from outbox o join tenants t on t.id = o.tenant_id
               where t.code = $1 and o.type = $2 order by o.sequence";
    sqlx::query_scalar(sql).bind(&world.tenant).bind(kind).fetch_all(&pool).await.unwrap()
}

#[tokio::test]
async fn scenario_4e_a_plan_is_done_once_and_one_that_is_forgotten_is_missed() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    let team = world.department("一组", None).await;
    world.person("sue", &["sales_supervisor"], Some(team)).await;
    world.person("ann", &["account_manager"], Some(team)).await;
    world.person("bob", &["account_manager"], None).await;
    world.patch("boss", &format!("/departments/{team}"), json!({"manager_id": world.id("sue")})).await.expect(200);
    let address = format!("sue@{}.test", world.tenant);
    world.patch("boss", &format!("/users/{}", world.id("sue")), json!({"email": address})).await.expect(200);
    let record = customer(&world, "ann", json!({"name": "云帆", "level": "A"})).await;
    let first = plan(&world, "ann", &record, json!({})).await.expect(201);
    assert_eq!((&first["status"], &first["customer_name"]), (&json!("planned"), &json!("云帆")));
    assert_eq!((&first["owner_name"], &first["remind_before_min"]), (&json!("ann"), &json!(30)));
    let forgotten = plan(&world, "ann", &record, json!({"content": "寄样品"})).await.expect(201);

    let path = format!("/follow-up-plans/{}", first.id());
    world.post("bob", &format!("{path}/complete"), json!({})).await.refused(404, "NOT_FOUND");
    world.clock("2026-03-02T15:10:00+08:00").await;
    let done = json!({"activity": {"content": "报价已谈妥", "outcome": "agreed_next"}});
    let done = world.post("ann", &format!("{path}/complete"), done).await.expect(200);
    assert_eq!((&done["status"], &done["done_late"]), (&json!("done"), &json!(false)));
    let again = world.post("ann", &format!("{path}/complete"), json!({})).await.refused(409, "INVALID_STATE");
    assert_eq!(again["params"]["allowed"], json!([]));
    let told = world.get("ann", &format!("/activities?customer_id={}", record.id())).await.expect(200);
    assert_eq!((told.all("content"), &told.items()[0]["plan_id"]), (vec!["报价已谈妥"], &json!(first.id())));
    assert_eq!(told.items()[0]["id"], done["activity_id"]);
    // Contact was made: the customer is due again in a week.
    let seen = world.get("ann", &format!("/customers/{}", record.id())).await;
    assert_eq!(seen["next_contact_at"], "2026-03-09T18:00:00+08:00");

    world.clock("2026-03-03T00:06:00+08:00").await;
    assert_eq!(run(&world, "plan_missed").await["missed"], 1);
    assert_eq!(run(&world, "plan_missed").await["missed"], 0);
    let path = format!("/follow-up-plans/{}", forgotten.id());
    assert_eq!(world.get("ann", &path).await["status"], "missed");
    let digests = events(&world, "plan.missed_digest").await;
    assert_eq!((digests.len(), &digests[0]["recipient_id"]), (1, &json!(world.id("sue"))));
    assert_eq!(digests[0]["plans"][0]["id"], json!(forgotten.id()));
    let digest = told_of(&world, "sue", "plan.missed_digest").await;
    assert_eq!(
        (&digest["title"], &digest["body"]),
        (&json!("下属有 1 项跟进计划未完成"), &json!("ann · 云帆 · 寄样品"))
    );
    assert_eq!(told_of(&world, "ann", "plan.missed").await["title"], "跟进计划未完成：云帆");
    // Nobody reads mail at midnight.
    let mail = world.get("boss", "/notification-deliveries?event=plan.missed_digest").await.expect(200);
    assert_eq!((&mail.items()[0]["address"], mail.items().len()), (&json!(address), 1));
    assert_eq!(mail.items()[0]["next_try_at"], "2026-03-03T08:30:00+08:00");
    // It can still be done, late.
    let late = world.post("sue", &format!("{path}/complete"), json!({})).await.expect(200);
    assert_eq!((&late["status"], &late["done_late"]), (&json!("done"), &json!(true)));
    world.patch("ann", &path, json!({"content": "…"})).await.refused(409, "INVALID_STATE");
}

#[tokio::test]
async fn p57_an_owner_is_told_of_a_plan_once_also_when_the_hour_was_missed() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    let record = customer(&world, "boss", json!({"name": "云帆"})).await;
    let made = plan(&world, "boss", &record, json!({"remind_before_min": 60})).await.expect(201);
    // Whichever comes first tells of it: the plan's own job, or the one that looks for what was missed.
    let told = async |times: usize| {
        run(&world, "plan_due").await;
        run(&world, "plan_due").await;
        assert_eq!(events(&world, "plan.due").await.len(), times);
    };
    world.clock("2026-03-02T13:59:00+08:00").await;
    told(0).await;
    // Nobody ran at two; at half past three it is made up for.
    world.clock("2026-03-02T15:30:00+08:00").await;
    told(1).await;
    assert_eq!(events(&world, "plan.due").await[0]["owner_id"], json!(world.id("boss")));
    // Put off, it is told of again.
    let path = format!("/follow-up-plans/{}", made.id());
    world.patch("boss", &path, json!({"planned_at": "2026-03-02T18:00:00+08:00"})).await.expect(200);
    world.clock("2026-03-02T17:00:00+08:00").await;
    told(2).await;
    // Three days without a run: whatever was missed meanwhile is missed now, once.
    world.clock("2026-03-05T08:00:00+08:00").await;
    assert_eq!(run(&world, "plan_missed").await["missed"], 1);
    world.patch("boss", &path, json!({"planned_at": "2026-03-06T18:00:00+08:00"})).await.expect(200);
    assert_eq!(world.get("boss", &path).await["status"], "planned");
}

#[tokio::test]
async fn a_plan_that_comes_again_is_as_many_plans_and_a_series_ends_together() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    let record = customer(&world, "boss", json!({"name": "云帆"})).await;
    let rule = json!({"recurrence": "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4"});
    let first = plan(&world, "boss", &record, rule).await.expect(201);
    let all = world.get("boss", "/follow-up-plans?sort=planned_at").await.expect(200);
    let days = ["2026-03-02", "2026-03-05", "2026-03-09", "2026-03-12"].map(|day| format!("{day}T15:00:00+08:00"));
    assert_eq!(all.all("planned_at"), days);
    assert!(all.items().iter().all(|plan| plan["series_id"] == first["series_id"]));
    let third = all.items()[2]["id"].as_str().unwrap();
    let cancel = json!({"reason": "客户出差", "series": true});
    world.post("boss", &format!("/follow-up-plans/{third}/cancel"), cancel).await.expect(200);
    let all = world.get("boss", "/follow-up-plans?sort=planned_at").await.expect(200);
    assert_eq!(all.all("status"), ["planned", "planned", "cancelled", "cancelled"]);
    world.post("boss", &format!("/follow-up-plans/{third}/start"), json!({})).await.refused(409, "INVALID_STATE");
    for wrong in [
        json!({"recurrence": "FREQ=YEARLY"}),
        json!({"planned_at": "2026-03-01T10:00:00+08:00"}),
        json!({"owner_id": record.id()}),
        json!({"method": "telepathy"}),
    ] {
        plan(&world, "boss", &record, wrong).await.refused(422, "VALIDATION");
    }
}

#[tokio::test]
async fn a_visit_tells_how_far_away_it_was_and_becomes_an_activity() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    let place = json!({"name": "云帆", "lat": "31.2397", "lng": "121.4998"});
    let record = customer(&world, "boss", place).await;
    let made = plan(&world, "boss", &record, json!({"method": "visit"})).await.expect(201);
    let body = json!({"subject": "customer", "subject_id": record.id(), "plan_id": made.id()});
    let visit = world.post("boss", "/visits", body).await.expect(201);
    let path = format!("/visits/{}", visit.id());
    world.post("boss", &format!("{path}/check-out"), json!({"content": "…"})).await.refused(409, "INVALID_STATE");
    world.post("boss", &format!("{path}/check-in"), json!({"lat": "91", "lng": "0"})).await.refused(422, "VALIDATION");
    let near = json!({"lat": "31.2399", "lng": "121.4999", "address": "世纪大道1号"});
    let there = world.post("boss", &format!("{path}/check-in"), near).await.expect(200);
    assert_eq!((&there["status"], &there["flagged"]), (&json!("checked_in"), &json!(false)));
    assert!(there["distance_m"].as_i64().unwrap() < 50);
    let plan_path = format!("/follow-up-plans/{}", made.id());
    assert_eq!(world.get("boss", &plan_path).await["status"], "in_progress");
    world.clock("2026-03-02T10:45:00+08:00").await;
    let out = json!({"content": "看了样品", "outcome": "interested"});
    let done = world.post("boss", &format!("{path}/check-out"), out).await.expect(200);
    assert_eq!((&done["minutes"], &done["status"]), (&json!(45), &json!("done")));
    let activity = world.get("boss", &format!("/activities/{}", done["activity_id"].as_str().unwrap())).await;
    assert_eq!((&activity["kind"], &activity["duration_s"]), (&json!("visit"), &json!(2700)));
    assert_eq!(world.get("boss", &plan_path).await["status"], "done");
    world.delete("boss", &path).await.refused(409, "INVALID_STATE");

    let body = json!({"subject": "customer", "subject_id": record.id()});
    let visit = world.post("boss", "/visits", body).await.expect(201);
    let far = json!({"lat": "31.2497", "lng": "121.4998"});
    let there = world.post("boss", &format!("/visits/{}/check-in", visit.id()), far).await.expect(200);
    assert_eq!(there["flagged"], true);
    assert_eq!(world.get("boss", "/visits?flagged=true").await.items().len(), 1);
}

#[tokio::test]
async fn only_who_may_end_a_visit_begins_it_and_each_that_was_begun_ends() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    let (one, two) = (world.department("一组", None).await, world.department("二组", None).await);
    world.person("ann", &["account_manager"], Some(one)).await;
    world.person("bob", &["account_manager"], Some(two)).await;
    world.person("sue", &["sales_supervisor"], Some(one)).await;
    let record = customer(&world, "ann", json!({"name": "云帆"})).await;
    let visit = async |who: &str, more: Value| {
        let mut body = json!({"subject": "customer", "subject_id": record.id()});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        format!("/visits/{}", world.post(who, "/visits", body).await.expect(201).id())
    };
    let here = json!({"lat": "31.2397", "lng": "121.4998"});
    let behind = plan(&world, "ann", &record, json!({"method": "visit"})).await.expect(201);
    let hers = visit("ann", json!({"plan_id": behind.id()})).await;
    let sues = visit("sue", json!({})).await;
    for (who, path) in [("ann", &hers), ("sue", &sues)] {
        world.post(who, &format!("{path}/check-in"), here.clone()).await.expect(200);
    }
    world.clock("2026-03-02T10:30:00+08:00").await;
    // The customer goes to another team: what was begun ends all the same.
    let hand = json!({"user_id": world.id("bob")});
    world.post("boss", &format!("/customers/{}/transfer", record.id()), hand).await.expect(200);
    let left = visit("bob", json!({})).await;
    world.clock("2026-03-02T11:00:00+08:00").await;
    let done = world.post("ann", &format!("{hers}/check-out"), json!({"content": "谈妥"})).await.expect(200);
    assert_eq!((&done["status"], done["activity_id"].is_string()), (&json!("done"), true));
    assert_eq!(world.get("ann", &format!("/follow-up-plans/{}", behind.id())).await["status"], "done");
    let done = world.post("sue", &format!("{sues}/check-out"), json!({"content": "陪访"})).await.expect(200);
    assert_eq!((&done["status"], &done["activity_id"]), (&json!("done"), &Value::Null));
    // Nobody begins where he could not end.
    let back = json!({"user_id": world.id("ann")});
    world.post("boss", &format!("/customers/{}/transfer", record.id()), back).await.expect(200);
    let path = format!("{left}/check-in");
    world.post("bob", &path, here).await.expect(422);
    assert_eq!(world.get("bob", &left).await["status"], "planned");
    world.delete("bob", &left).await.expect(204);
}

#[tokio::test]
async fn a_series_ends_also_while_one_of_its_plans_is_being_done() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    let record = customer(&world, "boss", json!({"name": "云帆"})).await;
    for _ in 0..6 {
        let rule = json!({"recurrence": "FREQ=DAILY;COUNT=4"});
        let first = plan(&world, "boss", &record, rule).await.expect(201);
        let series = format!("/follow-up-plans?series_id={}&sort=planned_at", first["series_id"].as_str().unwrap());
        let plans = world.get("boss", &series).await.expect(200);
        let path = |place: usize| format!("/follow-up-plans/{}", plans.items()[place]["id"].as_str().unwrap());
        let (cancel, complete) = (format!("{}/cancel", path(0)), format!("{}/complete", path(2)));
        let why = json!({"reason": "客户出差", "series": true});
        let (ended, done) = tokio::join!(world.post("boss", &cancel, why), world.post("boss", &complete, json!({})));
        ended.expect(200);
        assert!(matches!(done.status, 200 | 409), "{}", done.json);
        let kept = if done.status == 200 { "done" } else { "cancelled" };
        assert_eq!(world.get("boss", &series).await.all("status"), ["cancelled", "cancelled", kept, "cancelled"]);
    }
    let other = plan(&world, "boss", &record, json!({})).await.expect(201);
    let path = format!("/follow-up-plans/{}/complete", other.id());
    world.post("boss", &path, json!({"activity_id": record.id()})).await.refused(422, "VALIDATION");
}

/// Waits until a record has as many open steps of playbooks.
async fn steps(world: &World, field: &str, record: &Answer, wanted: usize) -> Answer {
    let path = format!("/follow-up-plans?{field}={}&source=playbook&status=planned&sort=planned_at", record.id());
    for _ in 0..400 {
        let plans = world.get("boss", &path).await.expect(200);
        if plans.items().len() == wanted {
            return plans;
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    panic!("there never were {wanted} steps");
}

#[tokio::test]
async fn a_playbook_becomes_plans_of_whoever_has_the_record() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    world.person("ann", &["sales_supervisor"], None).await;
    let step = |day: u32, words: &str| json!({"offset_days": day, "method": "call", "talking_points": words, "closing_technique": "限时优惠"});
    let first =
        json!({"name": "新线索", "object": "lead", "steps": [step(0, "问候"), step(3, "需求"), step(7, "报价")]});
    world.post("boss", "/playbooks", first).await.expect(201);
    let second = json!({"name": "A 级线索", "object": "lead", "level": "A", "steps": [step(1, "面谈")]});
    world.post("boss", "/playbooks", second).await.expect(201);
    let wrong = json!({"name": "空", "object": "lead", "steps": []});
    world.post("boss", "/playbooks", wrong).await.refused(422, "VALIDATION");

    let pool = world.get("boss", "/lead-pools").await.items()[0]["id"].clone();
    let lead = json!({"company_name": "新线索", "pool_id": pool});
    let lead = world.post("boss", "/leads", lead).await.expect(201);
    let path = format!("/leads/{}", lead.id());
    world.act("boss", &format!("{path}/claim")).await.expect(200);
    let plans = steps(&world, "lead_id", &lead, 3).await;
    assert_eq!(plans.all("content"), ["问候", "需求", "报价"]);
    assert_eq!(plans.items()[1]["planned_at"], "2026-03-05T10:00:00+08:00");
    assert_eq!(
        (&plans.items()[0]["closing_technique"], &plans.items()[0]["owner_name"]),
        (&json!("限时优惠"), &json!("boss"))
    );
    // Another level, another playbook; another owner, his plans.
    world.patch("boss", &path, json!({"level": "A"})).await.expect(200);
    assert_eq!(steps(&world, "lead_id", &lead, 1).await.all("content"), ["面谈"]);
    let to_ann = json!({"user_id": world.id("ann")});
    world.post("boss", &format!("{path}/transfer"), to_ann).await.expect(200);
    for _ in 0..200 {
        if steps(&world, "lead_id", &lead, 1).await.all("owner_name") == ["ann"] {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    assert_eq!(steps(&world, "lead_id", &lead, 1).await.all("owner_name"), ["ann"]);
    let back = json!({"reason": "no_need"});
    world.post("ann", &format!("{path}/return"), back).await.expect(200);
    steps(&world, "lead_id", &lead, 0).await;
}

#[tokio::test]
async fn open_plans_of_the_owner_go_with_a_customer_that_is_transferred() {
    let world = World::new().await;
    world.clock(MONDAY).await;
    for name in ["ann", "bob", "cat"] {
        world.person(name, &["account_manager"], None).await;
    }
    let record = customer(&world, "ann", json!({"name": "云帆"})).await;
    let path = |plan: &Answer| format!("/follow-up-plans/{}", plan.id());
    let open = plan(&world, "ann", &record, json!({})).await.expect(201);
    let done = plan(&world, "ann", &record, json!({"content": "寄样品"})).await.expect(201);
    world.post("ann", &format!("{}/complete", path(&done)), json!({})).await.expect(200);
    let others = plan(&world, "boss", &record, json!({"content": "回访"})).await.expect(201);
    let to = |who: &str| json!({"user_id": world.id(who)});
    world.post("ann", &format!("/customers/{}/transfer", record.id()), to("bob")).await.expect(200);
    let owner = async |plan: &Answer| world.get("boss", &path(plan)).await.expect(200)["owner_name"].clone();
    assert_eq!(owner(&open).await, "bob");
    assert_eq!(owner(&done).await, "ann", "what was done stays with who did it");
    assert_eq!(owner(&others).await, others["owner_name"]);
    // Who takes a customer out of the public sea gets no plans of others.
    let release = json!({"reason": "no_need"});
    world.post("bob", &format!("/customers/{}/release", record.id()), release).await.expect(200);
    world.act("cat", &format!("/customers/{}/claim", record.id())).await.expect(200);
    assert_eq!(owner(&open).await, "bob");
}
