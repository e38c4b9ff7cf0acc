//! What an organisation sets up for itself, and what every kind of record has.

use reqwest::Method;
use serde_json::{Value, json};

use crate::kit::{Answer, World};

fn item<'a>(answer: &'a Answer, key: &str, value: &str) -> &'a Value {
    answer.items().iter().find(|item| item[key] == value).unwrap()
}

#[tokio::test]
async fn settings_have_defaults_bounds_and_one_mistake_for_each_wrong_key() {
    let world = World::new().await;
    let settings = world.get("boss", "/settings").await.expect(200);
    let limit = item(&settings, "key", "lead.pool.daily_limit");
    assert_eq!((&limit["value"], &limit["default"], &limit["nullable"]), (&json!(20), &json!(20), &json!(true)));
    assert!(settings.items().iter().all(|item| !item["key"].as_str().unwrap().contains("secret")));

    let changed =
        world.patch("boss", "/settings", json!({"lead.pool.daily_limit": 5, "lead.recycle.mode": "all"})).await;
    let changed = changed.expect(200);
    let limit = item(&changed, "key", "lead.pool.daily_limit");
    assert_eq!((&limit["value"], &limit["changed_by_name"]), (&json!(5), &json!("boss")));
    let log = world.get("boss", "/audit-logs?action=setting.changed").await.expect(200);
    let noted = log.items().iter().map(|entry| &entry["details"]).collect::<Vec<_>>();
    assert!(noted.contains(&&json!({"key": "lead.pool.daily_limit", "old": null, "new": 5})), "{noted:?}");

    let wrong =
        json!({"lead.pool.daily_limit": -1, "org.timezone": "Mars/Base", "nobody.knows": 1, "lead.capacity": 9});
    let refused = world.patch("boss", "/settings", wrong).await.refused(422, "VALIDATION");
    let mut pointers: Vec<_> = refused["errors"].as_array().unwrap().iter().map(|error| &error["pointer"]).collect();
    pointers.sort_by_key(|pointer| pointer.to_string());
    assert_eq!(pointers, ["/lead.pool.daily_limit", "/nobody.knows", "/org.timezone"]);
    let settings = world.get("boss", "/settings").await;
    assert_eq!(item(&settings, "key", "lead.capacity")["value"], 50, "nothing of a refused change is done");

    let back =
        world.patch("boss", "/settings", json!({"lead.recycle.mode": null, "lead.pool.daily_limit": null})).await;
    assert_eq!(item(&back, "key", "lead.recycle.mode")["value"], "any");
    assert_eq!(item(&back, "key", "lead.pool.daily_limit")["value"], Value::Null, "null is a value here: no limit");
}

#[tokio::test]
async fn a_new_pool_begins_with_what_the_organisation_has_set() {
    let world = World::new().await;
    let set = json!({"lead.pool.daily_limit": 7, "lead.pool.prev_owner_freeze_days": 3, "lead.recycle.no_followup_days": 9,
        "lead.recycle.not_converted_days": null, "lead.recycle.mode": "all", "lead.recycle.remind_days": 1,
        "customer.pool.daily_limit": null, "customer.pool.new_data_wait_days": 2, "customer.pool.remind_days": 5});
    world.ask(Method::PATCH, "/settings", Some(&world.token("boss")), Some(&set), &[]).await.expect(200);
    let pool = world.post("boss", "/lead-pools", json!({"name": "华东", "daily_limit": 8})).await.expect(201);
    let keys = [
        "daily_limit",
        "prev_owner_freeze_days",
        "no_followup_days",
        "not_converted_days",
        "recycle_mode",
        "remind_days",
    ];
    let got: Vec<&Value> = keys.iter().map(|key| &pool[*key]).collect();
    assert_eq!(json!(got), json!([8, 3, 9, null, "all", 1]), "what is said counts before what is set");
    let sea = world.post("boss", "/customer-pools", json!({"name": "华东公海"})).await.expect(201);
    let got = [&sea["daily_limit"], &sea["prev_owner_freeze_days"], &sea["new_data_wait_days"], &sea["remind_days"]];
    assert_eq!(json!(got), json!([null, 15, 2, 5]));
}

#[tokio::test]
async fn the_zone_of_an_organisation_says_when_its_day_begins() {
    let (east, west) = (World::new().await, World::new().await);
    west.patch("boss", "/settings", json!({"org.timezone": "America/Los_Angeles"})).await.expect(200);
    for world in [&east, &west] {
        // The third of March in Shanghai, still the second in California.
        world.clock("2026-03-02T20:00:00Z").await;
    }
    let number = async |world: &World| {
        let view = world.post("boss", "/views", json!({"resource": "views", "name": "今天"})).await.expect(201);
        view["created_at"].as_str().unwrap()[..10].to_owned()
    };
    assert_eq!(number(&east).await, "2026-03-03");
    tokio::time::timeout(std::time::Duration::from_secs(5), async { while number(&west).await != "2026-03-02" {} })
        .await
        .unwrap();
}

#[tokio::test]
async fn words_are_renamed_and_switched_off_but_codes_stay() {
    let world = World::new().await;
    let all = world.get("boss", "/dictionaries?limit=200").await.expect(200);
    let sources = item(&all, "code", "lead_source");
    let path = format!("/dictionaries/{}", sources["id"].as_str().unwrap());
    let mut items = sources["items"].as_array().unwrap().clone();
    assert!(items.iter().any(|item| item["code"] == "exhibition" && item["zh"] == "展会"));

    items.push(json!({"code": "tiktok", "zh": "抖音", "color": "red"}));
    items[0]["zh"] = "公司官网".into();
    let changed = world.patch("boss", &path, json!({"items": items})).await.expect(200);
    let last = changed["items"].as_array().unwrap().last().unwrap();
    assert_eq!((&last["en"], &last["active"], &last["system"]), (&json!("抖音"), &json!(true), &json!(false)));
    assert_eq!(changed["items"][0]["zh"], "公司官网");

    let without_first = &items[1..];
    world.patch("boss", &path, json!({"items": without_first})).await.refused(422, "VALIDATION");
    world.patch("boss", &path, json!({"code": "other"})).await.refused(422, "STATE_FIELD");
    world.delete("boss", &path).await.refused(409, "HAS_DEPENDENTS");
    let twice = json!({"items": [items[0], items[0]]});
    world.patch("boss", &path, twice).await.refused(422, "VALIDATION");

    let level = item(&all, "code", "level");
    let mut levels = level["items"].as_array().unwrap().clone();
    levels.push(json!({"code": "E", "zh": "E 级"}));
    let path = format!("/dictionaries/{}", level["id"].as_str().unwrap());
    world.patch("boss", &path, json!({"items": levels})).await.refused(422, "VALIDATION");
}

#[tokio::test]
async fn an_organisation_adds_lists_of_its_own_and_their_codes_can_be_used_again() {
    let world = World::new().await;
    let list =
        json!({"code": "hobby", "name": "爱好", "name_en": "Hobby", "items": [{"code": "golf", "zh": "高尔夫"}]});
    let hobby = world.post("boss", "/dictionaries", list.clone()).await.expect(201);
    world.post("boss", "/dictionaries", list.clone()).await.refused(409, "DUPLICATE");
    world.delete("boss", &format!("/dictionaries/{}", hobby.id())).await.expect(204);
    world.post("boss", "/dictionaries", list).await.expect(201);
    for code in ["Hobby", "x", "a b", "'; drop table users; --"] {
        let list = json!({"code": code, "name": "爱好", "name_en": "Hobby"});
        world.post("boss", "/dictionaries", list).await.refused(422, "VALIDATION");
    }
}

#[tokio::test]
async fn a_numbering_rule_must_give_unique_numbers() {
    let world = World::new().await;
    let rules = world.get("boss", "/numbering-rules?limit=200").await.expect(200);
    let lead = item(&rules, "object", "lead");
    let path = format!("/numbering-rules/{}", lead["id"].as_str().unwrap());
    let monthly = json!({"segments": [{"kind": "text", "text": "NO"}, {"kind": "date", "format": "YYYYMM"},
        {"kind": "sequence", "start": 1, "step": 1, "width": 5}], "reset": "monthly"});
    assert_eq!(world.patch("boss", &path, monthly).await.expect(200)["reset"], "monthly");
    let refused = world.patch("boss", &path, json!({"reset": "daily"})).await.refused(422, "VALIDATION");
    assert_eq!(refused["errors"][0]["pointer"], "/reset");
    let unknown = json!({"object": "weather", "segments": lead["segments"], "reset": "daily"});
    world.post("boss", "/numbering-rules", unknown).await.refused(422, "VALIDATION");
}

#[tokio::test]
async fn a_view_is_checked_like_the_list_it_is_of() {
    let world = World::new().await;
    let filter =
        json!({"and": [{"field": "created_at", "op": "this_month"}, {"field": "code", "op": "eq", "value": "x"}]});
    let view = json!({"resource": "dictionaries", "name": "本月", "filter": filter, "sort": "-created_at,code",
        "columns": [{"key": "code", "width": 200, "pinned": true}, {"key": "name"}], "is_default": true});
    let first = world.post("boss", "/views", view.clone()).await.expect(201);
    assert_eq!(first["filter"], filter);
    assert_eq!(first["owner_name"], "boss");
    for (key, value, pointer) in [
        ("filter", json!({"field": "nothing", "op": "eq", "value": 1}), "/filter"),
        ("filter", json!({"field": "code", "op": "near", "value": 1}), "/filter"),
        ("filter", json!({"field": "created_at", "op": "eq", "value": "yesterday'; --"}), "/filter"),
        ("filter", json!({"field": "name); drop table users; --", "op": "eq", "value": 1}), "/filter"),
        ("sort", json!("items"), "/sort"),
        ("columns", json!([{"key": "nothing"}]), "/columns/0/key"),
        ("resource", json!("nothing"), "/resource"),
    ] {
        let mut wrong = view.clone();
        wrong[key] = value;
        let refused = world.post("boss", "/views", wrong).await.refused(422, "VALIDATION");
        assert_eq!(refused["errors"][0]["pointer"], pointer);
    }
    let second = world.post("boss", "/views", view).await.expect(201);
    let views = world.get("boss", "/views?resource=dictionaries").await.expect(200);
    assert_eq!(views.items().len(), 2);
    let defaults: Vec<_> = views.items().iter().filter(|view| view["is_default"] == true).collect();
    assert_eq!(defaults.len(), 1, "a list begins with one view");
    assert_eq!(defaults[0]["id"], second["id"]);
    assert!(world.get("boss", "/views?resource=leads").await.expect(200).items().is_empty());
}

#[tokio::test]
async fn the_test_clock_is_one_organisations_own() {
    let (moved, other) = (World::new().await, World::new().await);
    moved.clock("2030-05-05T09:00:00+08:00").await;
    let view = json!({"resource": "views", "name": "一"});
    let made = moved.post("boss", "/views", view.clone()).await.expect(201);
    assert_eq!(made["created_at"], "2030-05-05T09:00:00+08:00");
    let made = other.post("boss", "/views", view).await.expect(201);
    assert!(!made["created_at"].as_str().unwrap().starts_with("2030"));
    moved.put("boss", "/test/clock", json!({"now": "99999-01-01T00:00:00Z"})).await.expect(422);
}

#[tokio::test]
async fn nobody_runs_a_job_that_is_not() {
    let world = World::new().await;
    world.post("boss", "/admin/jobs/no_such_job/run", json!({})).await.refused(404, "NOT_FOUND");
    world.get("boss", "/jobs/runs").await.expect(200);
    world.get("boss", "/jobs/runs?limit=0").await.refused(400, "MALFORMED");
}

fn list(code: &str) -> Value {
    json!({"code": code, "name": "爱好", "name_en": "Hobby", "items": [{"code": "golf", "zh": "高尔夫"}]})
}

#[tokio::test]
async fn the_history_of_a_record_tells_every_write_with_who_and_when() {
    let world = World::new().await;
    let hobby = world.post("boss", "/dictionaries", list("hobby")).await.expect(201);
    let path = format!("/dictionaries/{}", hobby.id());
    world.patch("boss", &path, json!({"name": "兴趣"})).await.expect(200);
    let history = world.get("boss", &format!("{path}/history")).await.expect(200);
    let [update, create] = history.items() else { panic!("{}", history.json) };
    assert_eq!((&update["action"], &create["action"]), (&json!("update"), &json!("create")));
    assert_eq!((&update["actor_name"], &update["version"]), (&json!("boss"), &json!(2)));
    let change = &update["changes"][0];
    assert_eq!((&change["field"], &change["old"], &change["new"]), (&json!("name"), &json!("爱好"), &json!("兴趣")));
    assert_eq!(change["label"]["en"], "Name");

    let page = world.get("boss", &format!("{path}/history?limit=1")).await.expect(200);
    let cursor = page["next_cursor"].as_str().unwrap();
    let rest = world.get("boss", &format!("{path}/history?cursor={cursor}")).await.expect(200);
    assert_eq!(rest.all("action"), ["create"]);
    let stranger = World::new().await;
    stranger.get("boss", &format!("{path}/history")).await.refused(404, "NOT_FOUND");
    stranger.get("boss", "/leads/nonsense/history").await.refused(404, "NOT_FOUND");
}

#[tokio::test]
async fn auditors_see_who_signed_in_and_what_was_written() {
    let world = World::new().await;
    world.patch("boss", "/settings", json!({"lead.capacity": 7})).await.expect(200);
    let changes = world.get("boss", "/audit-logs/changes?resource=settings").await.expect(200);
    assert_eq!(changes.all("resource"), ["settings"]);
    assert_eq!(changes.items()[0]["actor_name"], "boss");
    let log = world.get("boss", "/audit-logs?limit=1").await.expect(200);
    assert_eq!(log.items().len(), 1);
    for path in ["/audit-logs?result=done", "/audit-logs?from=2026-01-01&until=2099-01-01&action=auth.sign_up"] {
        assert!(!world.get("boss", path).await.expect(200).items().is_empty(), "{path}");
    }
    world.get("boss", "/audit-logs?actor_id=nobody").await.refused(400, "MALFORMED");
    world.delete("boss", "/audit-logs").await.refused(405, "METHOD_NOT_ALLOWED");
}

#[tokio::test]
async fn what_is_deleted_comes_back_unless_another_has_taken_its_place() {
    let world = World::new().await;
    let old = world.post("boss", "/dictionaries", list("hobby")).await.expect(201);
    let path = format!("/dictionaries/{}", old.id());
    world.delete("boss", &path).await.expect(204);
    let bin = world.get("boss", "/recycle-bin?resource=dictionaries").await.expect(200);
    assert_eq!((&bin.items()[0]["title"], &bin.items()[0]["deleted_by_name"]), (&json!("爱好"), &json!("boss")));
    world.get("boss", &path).await.refused(404, "NOT_FOUND");
    assert_eq!(world.get("boss", &format!("{path}/history")).await.expect(200).items()[0]["action"], "delete");

    let new = world.post("boss", "/dictionaries", list("hobby")).await.expect(201);
    let back = format!("/recycle-bin/dictionaries/{}/restore", old.id());
    world.act("boss", &back).await.refused(409, "RESTORE_CONFLICT");
    world.delete("boss", &format!("/dictionaries/{}", new.id())).await.expect(204);
    world.act("boss", &back).await.expect(204);
    world.get("boss", &path).await.expect(200);
    world.act("boss", &back).await.refused(404, "NOT_FOUND");

    let stranger = World::new().await;
    let foreign = format!("/recycle-bin/dictionaries/{}", new.id());
    stranger.delete("boss", &foreign).await.refused(404, "NOT_FOUND");
    world.delete("boss", &foreign).await.expect(204);
    assert!(world.get("boss", "/recycle-bin").await.expect(200).items().is_empty());
    world.get("boss", "/recycle-bin?resource=nothing").await.refused(404, "NOT_FOUND");
}

#[tokio::test]
async fn the_recycle_bin_is_read_page_by_page_across_kinds_of_records() {
    let world = World::new().await;
    for (path, body) in [
        ("/dictionaries", list("one_list")),
        ("/views", json!({"resource": "views", "name": "视图"})),
        ("/dictionaries", list("two_list")),
    ] {
        let made = world.post("boss", path, body).await.expect(201);
        world.delete("boss", &format!("{path}/{}", made.id())).await.expect(204);
    }
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = world.get("boss", &format!("/recycle-bin?limit=1{cursor}")).await.expect(200);
        seen.push(page.items()[0]["resource"].as_str().unwrap().to_owned());
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(seen, ["dictionaries", "views", "dictionaries"]);
}

#[tokio::test]
async fn what_lay_in_the_bin_for_its_days_is_purged_once() {
    let world = World::new().await;
    world.clock("2026-03-02T09:00:00+08:00").await;
    let made = world.post("boss", "/dictionaries", list("hobby")).await.expect(201);
    world.delete("boss", &format!("/dictionaries/{}", made.id())).await.expect(204);
    let bin = world.get("boss", "/recycle-bin").await.expect(200);
    assert_eq!(bin.items()[0]["purged_on"], "2026-04-02");

    world.clock("2026-04-01T09:00:00+08:00").await;
    assert_eq!(world.job("purge", false).await["result"]["purged"], json!({}), "thirty days are not over");
    world.clock("2026-04-02T09:00:00+08:00").await;
    let dry = world.job("purge", true).await;
    assert_eq!((&dry["result"]["purged"], &dry["business_date"]), (&json!({"dictionaries": 1}), &json!("2026-04-02")));
    assert_eq!(world.get("boss", "/recycle-bin").await.items().len(), 1, "a dry run changes nothing");
    assert_eq!(world.job("purge", false).await["result"]["purged"], json!({"dictionaries": 1}));
    assert_eq!(world.job("purge", false).await["result"]["purged"], json!({}), "a second run changes nothing");
    assert!(world.get("boss", "/recycle-bin").await.items().is_empty());
    let runs = world.get("boss", "/jobs/runs?job=purge").await.expect(200);
    assert_eq!(runs.items().len(), 4);
    assert_eq!(runs.items()[0]["actor_name"], "boss", "it tells who asked");
}

#[tokio::test]
async fn what_was_kept_for_its_days_is_forgotten_and_no_day_earlier() {
    let world = World::new().await;
    let boss = world.token("boss");
    let mut database = crate::server::database().await.acquire().await.unwrap();
    let tenant: uuid::Uuid = sqlx::query_scalar("select id from tenants where code = $1")
        .bind(&world.tenant)
        .fetch_one(&mut *database)
        .await
        .unwrap();
    world.clock("2027-01-04T09:00:00+08:00").await;
    let lead = json!({"company_name": "云帆"});
    let key = [("idempotency-key", "once")];
    let made = world.ask(Method::POST, "/leads", Some(&boss), Some(&lead), &key).await.expect(201);
    let again = world.ask(Method::POST, "/leads", Some(&boss), Some(&lead), &key).await.expect(201);
    assert_eq!(made.id(), again.id());
    let audited = "select count(*) from audit_log where tenant_id = $1";
    let mut logged =
        async || -> i64 { sqlx::query_scalar(audited).bind(tenant).fetch_one(&mut *database).await.unwrap() };
    assert!(logged().await > 0);
    let history = format!("/leads/{}/history", made.id());
    let told = world.get("boss", &history).await.expect(200).items().len();

    world.clock("2027-01-05T10:00:00+08:00").await;
    let dry = world.job("retention", true).await["result"]["forgotten"].clone();
    assert_eq!(dry["idempotency_keys"], 1, "{dry}");
    let forgotten = world.job("retention", false).await["result"]["forgotten"].clone();
    assert_eq!(forgotten["idempotency_keys"], 1, "a dry run forgets nothing");
    let anew = world.ask(Method::POST, "/leads", Some(&boss), Some(&lead), &key).await.expect(201);
    assert_ne!(made.id(), anew.id(), "a key that is forgotten is as good as new");

    world.clock("2027-02-05T10:00:00+08:00").await;
    let forgotten = world.job("retention", false).await["result"]["forgotten"].clone();
    assert!(forgotten["events"].as_i64() > Some(0) && forgotten["jobs"].as_i64() > Some(0), "{forgotten}");
    assert_eq!(
        (&forgotten["job_runs"], &forgotten["history"], &forgotten["audit_log"]),
        (&json!(null), &json!(null), &json!(null))
    );

    world.clock("2027-07-20T10:00:00+08:00").await;
    let forgotten = world.job("retention", false).await["result"]["forgotten"].clone();
    assert_eq!((&forgotten["job_runs"], &forgotten["history"]), (&json!(2), &json!(null)), "{forgotten}");
    assert_eq!(world.get("boss", &history).await.expect(200).items().len(), told);

    // The least that can be set.
    let half_a_year = json!({"audit.keep_days": 180});
    world.ask(Method::PATCH, "/settings", Some(&boss), Some(&half_a_year), &[]).await.expect(200);
    let forgotten = world.job("retention", false).await["result"]["forgotten"].clone();
    assert!(forgotten["history"].as_i64() > Some(0) && forgotten["audit_log"].as_i64() > Some(0), "{forgotten}");
    assert!(world.get("boss", &history).await.expect(200).items().is_empty());
    let forgotten = world.job("retention", false).await["result"]["forgotten"].clone();
    // Its own job ended by the real clock, months ago.
    assert_eq!(forgotten, json!({"jobs": 1}), "a second run changes nothing");
}

#[tokio::test]
async fn a_field_with_words_takes_words_of_its_list_only() {
    let world = World::new().await;
    let meta = world.get("boss", "/meta/leads").await.expect(200);
    let source = meta["fields"].as_array().unwrap().iter().find(|field| field["key"] == "source").unwrap();
    let option = source["options"].as_array().unwrap().iter().find(|option| option["value"] == "exhibition").unwrap();
    assert_eq!((&option["label"]["zh"], &option["active"]), (&json!("展会"), &json!(true)));
}

async fn fifty_numbers(world: &World, path: &str, word: &str) -> Vec<String> {
    let made = futures_util::future::join_all((0..50).map(|at| async move {
        let (phone, name) = (format!("139{at:08}"), format!("{word}{at:03}"));
        let body = match path {
            "/leads" => json!({"contact_name": name, "phone": phone}),
            _ => json!({"name": name, "phone": phone}),
        };
        world.post("boss", path, body).await.expect(201)["no"].as_str().unwrap().to_owned()
    }));
    let mut numbers = made.await;
    numbers.sort();
    numbers
}

#[tokio::test]
async fn scenario_6h_numbering_gives_fifty_at_once_fifty_numbers_and_begins_anew_next_day() {
    let world = World::new().await;
    world.patch("boss", "/settings", json!({"lead.capacity": null, "customer.capacity": null})).await.expect(200);
    for (path, prefix) in [("/leads", "XS"), ("/customers", "KH")] {
        world.clock("2026-03-02T09:00:00+08:00").await;
        let expected: Vec<String> = (1..=50).map(|n| format!("{prefix}-20260302-{n:04}")).collect();
        assert_eq!(fifty_numbers(&world, path, "甲").await, expected);
        // Half past midnight in Shanghai, still the second of March in UTC.
        world.clock("2026-03-02T16:30:00Z").await;
        let name = if path == "/leads" { "contact_name" } else { "name" };
        let body = json!({name: "次日"});
        let next = world.post("boss", path, body).await.expect(201);
        assert_eq!(next["no"], format!("{prefix}-20260303-0001"));
    }
}

#[tokio::test]
async fn a_new_rule_never_gives_a_number_twice() {
    let world = World::new().await;
    world.clock("2026-03-02T09:00:00+08:00").await;
    let lead = async |phone: &str| {
        let made = world.post("boss", "/leads", json!({"contact_name": "甲", "phone": phone})).await.expect(201);
        made["no"].as_str().unwrap().to_owned()
    };
    assert_eq!(lead("13900000001").await, "XS-20260302-0001");
    let rules = world.get("boss", "/numbering-rules?object=lead").await.expect(200);
    let path = format!("/numbering-rules/{}", rules.items()[0]["id"].as_str().unwrap());
    world.patch("boss", &path, json!({"reset": "never"})).await.expect(200);
    assert_eq!(lead("13900000002").await, "XS-20260302-0002");
    world.patch("boss", &path, json!({"reset": "daily"})).await.expect(200);
    assert_eq!(lead("13900000003").await, "XS-20260302-0003");
}

/// A client that watches what changes.
pub struct Watcher {
    response: reqwest::Response,
    text: String,
    /// Where the stream stood when the watching began.
    pub start: String,
}

impl Watcher {
    pub async fn of(world: &World, who: &str, since: Option<&str>) -> Self {
        let url = format!("{}/api/v1/events", crate::server::base_url().await);
        let mut request = world.client.get(url).bearer_auth(world.token(who));
        if let Some(since) = since {
            request = request.header("last-event-id", since);
        }
        let response = request.send().await.unwrap();
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        let mut watcher = Self { response, text: String::new(), start: String::new() };
        let ready = watcher.next().await;
        assert_eq!(ready.event.as_deref(), Some("ready"));
        watcher.start = ready.id;
        watcher
    }

    /// The next that is about such a record; what happened a moment before one watches may be told too.
    pub async fn next_of(&mut self, resource: &str) -> Told {
        loop {
            let told = self.next().await;
            if told.data["resource"] == resource {
                return told;
            }
        }
    }

    pub async fn next(&mut self) -> Told {
        let read = async {
            loop {
                if let Some((block, rest)) = self.text.split_once("\n\n") {
                    let told = Told::read(block);
                    self.text = rest.to_owned();
                    if let Some(told) = told {
                        return told;
                    }
                    continue;
                }
                let chunk = self.response.chunk().await.unwrap().expect("the stream goes on");
                self.text.push_str(&String::from_utf8_lossy(&chunk));
            }
        };
        tokio::time::timeout(std::time::Duration::from_secs(10), read).await.expect("something is told in time")
    }
}

#[derive(Debug)]
pub struct Told {
    id: String,
    pub event: Option<String>,
    pub data: Value,
}

impl Told {
    fn read(block: &str) -> Option<Self> {
        let line = |name: &str| block.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
        let data = serde_json::from_str(&line("data: ")?).unwrap();
        Some(Self { id: line("id: ")?, event: line("event: "), data })
    }
}

#[tokio::test]
async fn who_watches_is_told_what_changes_and_what_he_missed() {
    let (world, stranger) = (World::new().await, World::new().await);
    let mut watcher = Watcher::of(&world, "boss", None).await;
    let mut elsewhere = Watcher::of(&stranger, "boss", None).await;
    let hobby = world.post("boss", "/dictionaries", list("hobby")).await.expect(201);
    let created = watcher.next_of("dictionaries").await;
    let expected = json!({"resource": "dictionaries", "id": hobby.id(), "version": 1, "action": "created"});
    assert_eq!(created.data, expected, "a hint names the record and says nothing of what is in it");
    drop(watcher);

    let path = format!("/dictionaries/{}", hobby.id());
    world.patch("boss", &path, json!({"name": "兴趣"})).await.expect(200);
    world.delete("boss", &path).await.expect(204);
    let mut back = Watcher::of(&world, "boss", Some(&created.id)).await;
    let missed = [back.next_of("dictionaries").await, back.next_of("dictionaries").await];
    assert_eq!(missed.each_ref().map(|told| told.data["action"].as_str().unwrap()), ["updated", "deleted"]);

    let own = stranger.post("boss", "/dictionaries", list("other")).await.expect(201);
    assert_eq!(
        elsewhere.next_of("dictionaries").await.data["id"],
        json!(own.id()),
        "nobody hears of another organisation"
    );
    let nonsense = Watcher::of(&world, "boss", Some("nonsense")).await;
    drop(nonsense);
}

/// The outbox and the jobs, as the dispatcher sees them.
async fn queues() -> sqlx::pool::PoolConnection<sqlx::Postgres> {
    let mut connection = crate::server::database().await.acquire().await.unwrap();
    sqlx::query("set role guanxi_dispatcher").execute(&mut *connection).await.unwrap();
    connection
}

#[tokio::test]
async fn a_client_that_missed_too_much_is_told_to_look_again() {
    let world = World::new().await;
    let mut queues = queues().await;
    let busy_night = "insert into outbox (tenant_id, id, type, resource, record_id, payload)
        select t.id, gen_random_uuid(), 'lead.recycled', 'leads', gen_random_uuid(), '{}'
        from tenants t, generate_series(1, 600) where t.code = $1";
    sqlx::query(busy_night).bind(&world.tenant).execute(&mut *queues).await.unwrap();
    // What happened is seen when every transaction that began before it has ended, whosever it is.
    let seen = "select count(*) from outbox o join tenants t on t.id = o.tenant_id
        where t.code = $1 and o.type = 'lead.recycled' and o.transaction < pg_snapshot_xmin(pg_current_snapshot())";
    while sqlx::query_scalar::<_, i64>(seen).bind(&world.tenant).fetch_one(&mut *queues).await.unwrap() < 600 {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let mut back = Watcher::of(&world, "boss", Some("0-0")).await;
    assert_eq!(back.next().await.event.as_deref(), Some("reset"));
}

#[tokio::test]
async fn what_a_killed_worker_held_is_done_by_another_and_what_fails_is_tried_again() {
    let world = World::new().await;
    let mut queues = queues().await;
    let job = "insert into jobs (tenant_id, id, name, payload, status, attempts, run_at)
        select id, $2, $3, $4, 'running', 1, now() - interval '1 second' from tenants where code = $1";
    let (run, held, broken) = (uuid::Uuid::now_v7(), uuid::Uuid::now_v7(), uuid::Uuid::now_v7());
    let page = "insert into job_runs (tenant_id, id, job, business_date, dry_run, status)
        select id, $2, 'purge', current_date, true, 'running' from tenants where code = $1";
    sqlx::query(page).bind(&world.tenant).bind(run).execute(&crate::server::database().await).await.unwrap();
    for (id, name) in [(held, "schedule"), (broken, "no_such_kind")] {
        let payload = json!({"schedule": "purge", "dry_run": true, "run": run});
        sqlx::query(job).bind(&world.tenant).bind(id).bind(name).bind(payload).execute(&mut *queues).await.unwrap();
    }
    let ended = async {
        while world.get("boss", &format!("/jobs/runs/{run}")).await.json["status"] != "done" {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        loop {
            let state: (String, i32, Option<String>) =
                sqlx::query_as("select status, attempts, error from jobs where id = $1")
                    .bind(broken)
                    .fetch_one(&mut *queues)
                    .await
                    .unwrap();
            if let (status, attempts, Some(error)) = state {
                return (status, attempts, error);
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    };
    let (status, attempts, error) = tokio::time::timeout(std::time::Duration::from_secs(20), ended).await.unwrap();
    assert_eq!((status.as_str(), attempts), ("waiting", 2), "it waits to be tried again");
    assert!(error.contains("no_such_kind"));
}

#[tokio::test]
async fn the_palette_finds_records_of_all_kinds() {
    let world = World::new().await;
    let lead =
        world.post("boss", "/leads", json!({"company_name": "海潮科技", "phone": "13900000001"})).await.expect(201);
    let customer =
        world.post("boss", "/customers", json!({"name": "海潮贸易", "phone": "13900000002"})).await.expect(201);
    let found = world.get("boss", "/search?q=海潮").await.expect(200);
    assert_eq!(found.all("resource"), ["customers", "leads"]);
    assert_eq!(found.all("id"), [customer.id().to_string(), lead.id().to_string()]);
    assert_eq!(found.items()[0]["title"], "海潮贸易");
    assert!(world.get("boss", "/search?q=hckj").await.expect(200).all("title").contains(&"海潮科技"));
    assert!(world.get("boss", "/search?q=%20").await.expect(200).items().is_empty());
    world.get("boss", "/search?q=a&limit=1000").await.refused(400, "MALFORMED");
    assert!(World::new().await.get("boss", "/search?q=海潮").await.expect(200).items().is_empty());
}

#[tokio::test]
async fn private_views_are_their_owners_and_sharing_is_a_right() {
    let world = World::new().await;
    world.person("ann", &["account_manager"], None).await;
    let view = |name: &str, shared: bool| json!({"resource": "leads", "name": name, "shared": shared});
    let private = world.post("boss", "/views", view("私人", false)).await.expect(201);
    let shared = world.post("boss", "/views", view("共享", true)).await.expect(201);
    let own = world.post("ann", "/views", view("我的", false)).await.expect(201);
    world.post("ann", "/views", view("我的", true)).await.refused(403, "FORBIDDEN");

    let mut seen = world.get("ann", "/views?resource=leads").await.expect(200).all("name").join(" ");
    assert!(seen.contains("共享") && seen.contains("我的") && !seen.contains("私人"), "{seen}");
    seen = world.get("boss", "/views?resource=leads").await.expect(200).all("name").join(" ");
    assert!(!seen.contains("我的"), "not even an administrator sees what others keep for themselves: {seen}");

    world.get("ann", &format!("/views/{}", private.id())).await.refused(404, "NOT_FOUND");
    world.get("ann", &format!("/views/{}/history", private.id())).await.refused(404, "NOT_FOUND");
    let path = format!("/views/{}", shared.id());
    assert_eq!(world.get("ann", &path).await.expect(200)["allowed_actions"], json!([]));
    world.patch("ann", &path, json!({"name": "别的"})).await.refused(403, "FORBIDDEN");
    world.delete("ann", &path).await.refused(403, "FORBIDDEN");
    let path = format!("/views/{}", own.id());
    assert_eq!(world.patch("ann", &path, json!({"name": "改名"})).await.expect(200)["name"], "改名");
    world.delete("ann", &path).await.expect(204);
}

#[tokio::test]
async fn nobody_hears_of_what_he_may_not_see() {
    let world = World::new().await;
    let ann = world.person("ann", &["account_manager"], None).await;
    let mut watcher = Watcher::of(&world, "ann", None).await;
    let lead = async |name: &str, owner: uuid::Uuid| {
        world.post("boss", "/leads", json!({"contact_name": name, "owner_id": owner})).await.expect(201).id()
    };
    lead("王芳", world.id("boss")).await;
    let hers = lead("李娜", ann).await;
    assert_eq!(watcher.next_of("leads").await.data["id"], json!(hers));

    let found = world.get("ann", "/search?q=王芳").await.expect(200);
    assert!(found.items().is_empty(), "{}", found.json);
    assert_eq!(world.get("ann", "/search?q=李娜").await.expect(200).items().len(), 1);
    assert_eq!(world.get("boss", "/search?q=ann").await.expect(200).all("resource"), ["users"]);
}

#[tokio::test]
async fn the_history_hides_what_its_reader_may_not_see() {
    let world = World::new().await;
    let grants = json!([{"permission": "lead:read", "scope": "all"}, {"permission": "user:read", "scope": "all"}]);
    let fields = json!([{"object": "lead", "field": "email", "access": "hidden", "mask": "none"},
        {"object": "lead", "field": "phone", "access": "read", "mask": "always"}]);
    let role = json!({"code": "reader", "name": "只读", "grants": grants, "fields": fields});
    let role = world.post("boss", "/roles", role).await.expect(201).id();
    let ann = world.person("ann", &["auditor"], None).await;
    world.patch("boss", &format!("/users/{ann}"), json!({"role_ids": [role]})).await.expect(200);

    let lead = json!({"contact_name": "王芳", "phone": "13800138000", "email": "wang@example.com"});
    let lead = world.post("boss", "/leads", lead).await.expect(201);
    let path = format!("/leads/{}/history", lead.id());
    let all = world.get("boss", &path).await.expect(200);
    let change = |answer: &Answer, field: &str| {
        let changes = answer.items().last().unwrap()["changes"].as_array().unwrap().clone();
        changes.into_iter().find(|change| change["field"] == field)
    };
    assert_eq!(change(&all, "email").unwrap()["new"], "wang@example.com");
    assert_eq!(change(&all, "owner_id").unwrap()["new_name"], "boss");

    let some = tokio::time::timeout(std::time::Duration::from_secs(10), async {
        loop {
            let some = world.get("ann", &path).await.expect(200);
            if change(&some, "email").is_none() {
                return some;
            }
        }
    });
    let some = some.await.unwrap();
    assert_eq!(change(&some, "phone").unwrap()["new"], "138****8000");
    assert!(!String::from_utf8_lossy(&some.bytes).contains("wang@example.com"));
}

#[tokio::test]
async fn the_recycle_bin_shows_what_one_reaches_and_only_managers_look_into_it() {
    let world = World::new().await;
    let (one, two) = (world.department("一组", None).await, world.department("二组", None).await);
    let ann = world.person("ann", &["account_manager"], Some(one)).await;
    let bob = world.person("bob", &["account_manager"], Some(two)).await;
    world.person("sue", &["sales_supervisor"], Some(one)).await;
    for owner in [ann, bob] {
        let lead = json!({"contact_name": "王芳", "owner_id": owner});
        let lead = world.post("boss", "/leads", lead).await.expect(201);
        world.delete("boss", &format!("/leads/{}", lead.id())).await.expect(204);
    }
    world.get("ann", "/recycle-bin?resource=leads").await.refused(403, "FORBIDDEN");
    let bin = world.get("sue", "/recycle-bin?resource=leads").await.expect(200);
    let [hers] = bin.items() else { panic!("{}", bin.json) };
    assert_eq!((&hers["owner_name"], &hers["title"]), (&json!("ann"), &json!("王芳")));
    let all = world.get("boss", "/recycle-bin?resource=leads").await.expect(200);
    let other = all.items().iter().find(|item| item["owner_name"] == "bob").unwrap();
    let restore = |item: &Value| format!("/recycle-bin/leads/{}/restore", item["id"].as_str().unwrap());
    world.act("sue", &restore(other)).await.refused(404, "NOT_FOUND");
    world.act("sue", &restore(hers)).await.expect(204);
    world.get("ann", &format!("/leads/{}", hers["id"].as_str().unwrap())).await.expect(200);
    world
        .delete("sue", &format!("/recycle-bin/leads/{}", other["id"].as_str().unwrap()))
        .await
        .refused(403, "FORBIDDEN");
}

#[tokio::test]
async fn a_customer_comes_back_with_its_contacts_or_not_at_all() {
    let world = World::new().await;
    let customer = world.post("boss", "/customers", json!({"name": "上海海潮贸易有限公司"})).await.expect(201);
    let contact = json!({"customer_id": customer.id(), "name": "王芳", "mobile": "13800138000"});
    let contact = world.post("boss", "/contacts", contact).await.expect(201);
    world.delete("boss", &format!("/customers/{}", customer.id())).await.expect(204);
    world.get("boss", &format!("/contacts/{}", contact.id())).await.refused(404, "NOT_FOUND");

    let twin = world.post("boss", "/customers", json!({"name": "上海海潮贸易有限公司"})).await.expect(201);
    let restore = format!("/recycle-bin/customers/{}/restore", customer.id());
    let refused = world.act("boss", &restore).await.refused(409, "RESTORE_CONFLICT");
    assert_eq!(refused["params"]["candidates"][0]["id"], json!(twin.id()));
    world.delete("boss", &format!("/customers/{}", twin.id())).await.expect(204);
    world.act("boss", &restore).await.expect(204);
    world.get("boss", &format!("/contacts/{}", contact.id())).await.expect(200);

    world.delete("boss", &format!("/customers/{}", customer.id())).await.expect(204);
    world.delete("boss", &format!("/recycle-bin/customers/{}", customer.id())).await.expect(204);
    world.act("boss", &restore).await.refused(404, "NOT_FOUND");
}

#[tokio::test]
async fn a_word_that_records_carry_is_switched_off_not_taken_away() {
    let world = World::new().await;
    let sources = world.get("boss", "/dictionaries?code=lead_source").await.expect(200).items()[0].clone();
    let path = format!("/dictionaries/{}", sources["id"].as_str().unwrap());
    let items = sources["items"].as_array().unwrap();
    let with = |active: Option<bool>| {
        let own = active.map(|active| json!({"code": "radio", "zh": "电台", "active": active}));
        json!({"items": items.iter().cloned().chain(own).collect::<Vec<_>>()})
    };
    world.patch("boss", &path, with(Some(true))).await.expect(200);
    let lead = world.post("boss", "/leads", json!({"contact_name": "甲", "source": "radio"})).await.expect(201);
    let refused = world.patch("boss", &path, with(None)).await.refused(409, "HAS_DEPENDENTS");
    assert_eq!(refused["params"], json!({"item": "radio", "resource": "leads"}));
    world.patch("boss", &path, with(Some(false))).await.expect(200);

    let refused = world.post("boss", "/leads", json!({"contact_name": "乙", "source": "radio"})).await;
    assert_eq!(refused.refused(422, "VALIDATION")["errors"][0]["pointer"], "/source");
    let path = format!("/leads/{}", lead.id());
    let kept = world.patch("boss", &path, json!({"source": "radio", "title": "经理"})).await.expect(200);
    assert_eq!(kept["source"], "radio", "what a record has may stay");
    let wrong = json!({"contact_name": "丙", "source": "nowhere", "phone": "x"});
    let refused = world.post("boss", "/leads", wrong).await.refused(422, "VALIDATION");
    assert_eq!(refused["errors"].as_array().unwrap().len(), 2, "all mistakes are named at once");
}
