//! What an organisation sets up for itself, and what every kind of record has.

mod bin;
pub mod events;
mod history;
mod words;

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
