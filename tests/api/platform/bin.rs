//! What is deleted comes back, until it is purged; what was kept for its days is forgotten.

use reqwest::Method;
use serde_json::{Value, json};

use super::list;
use crate::kit::World;

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
