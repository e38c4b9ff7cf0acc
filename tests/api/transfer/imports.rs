//! Sheets that people bring.

use encoding_rs::GB18030;
use reqwest::Method;
use serde_json::{Value, json};
use std::time::Duration;
use tokio::time::sleep;

use super::{counts, do_and_wait, first_pool, import, mistakes, upload, wait};
use crate::kit::World;
use crate::server::base_url;

#[tokio::test]
async fn csv_from_a_chinese_spreadsheet_is_read() {
    let world = World::new().await;
    let (bytes, _, _) = GB18030.encode("公司,手机,负责人\n杭州西湖,13700137000,boss\n");
    let import = upload(&world, "boss", "leads", "gbk.csv", bytes.into_owned()).await.expect(201);
    assert_eq!(import["columns"], json!(["公司", "手机", "负责人"]));
    assert_eq!(import["mapping"], json!({"公司": "company_name", "手机": "mobile", "负责人": "owner_id"}));
    world.patch("boss", &format!("/imports/{}", import.id()), json!({})).await.expect(200);
    do_and_wait(&world, "boss", import.id(), "check").await;
    let done = do_and_wait(&world, "boss", import.id(), "run").await;
    assert_eq!((&done["status"], counts(&done)), (&json!("done"), [1, 1, 0, 0, 0]));
    let lead = world.get("boss", "/leads").await.expect(200);
    assert_eq!(lead.items()[0]["owner_name"], "boss");
}

#[tokio::test]
async fn files_that_are_none_and_mappings_that_make_no_sense_are_refused() {
    let world = World::new().await;
    upload(&world, "boss", "leads", "a.xlsx", b"PK\x03\x04nonsense".to_vec()).await.refused(400, "MALFORMED");
    upload(&world, "boss", "leads", "a.xls", vec![0xd0, 0xcf, 0x11, 0xe0, 0]).await.refused(415, "UNSUPPORTED_MEDIA");
    upload(&world, "boss", "leads", "a.csv", b"name\n".to_vec()).await.refused(400, "MALFORMED");
    upload(&world, "boss", "leads", "a.csv", vec![b'a'; (20 << 20) + 1]).await.refused(413, "FILE_TOO_LARGE");
    upload(&world, "boss", "weather", "a.csv", b"a\n1\n".to_vec()).await.expect(404);
    let rows = "公司\n".to_owned() + &"云\n".repeat(50_001);
    upload(&world, "boss", "leads", "a.csv", rows.into_bytes()).await.refused(422, "VALIDATION");

    let import = upload(&world, "boss", "leads", "a.csv", "公司,电话\n云帆,138\n".into()).await.expect(201);
    let path = format!("/imports/{}", import.id());
    world.act("boss", &format!("{path}/run")).await.refused(409, "INVALID_STATE");
    world.act("boss", &format!("{path}/check")).await.refused(409, "INVALID_STATE");
    for (wrong, pointer) in [
        (json!({"mapping": {"公司": "weather"}}), "/mapping/公司"),
        (json!({"mapping": {"天气": "phone", "电话": null}}), "/mapping/天气"),
        (json!({"mapping": {"公司": "phone"}}), "/mapping/"),
        (json!({"mapping": {"公司": null, "电话": null}}), "/mapping"),
        (json!({"mode": "update"}), "/key"),
        (json!({"mode": "upsert", "key": "email"}), "/key"),
        (json!({"mode": "upsert", "key": "no"}), "/key"),
        (json!({"owner_id": world.id("boss"), "pool_id": first_pool(&world).await}), "/pool_id"),
    ] {
        let refused = world.patch("boss", &path, wrong.clone()).await.refused(422, "IMPORT_MAPPING");
        let found = refused["errors"][0]["pointer"].as_str().unwrap();
        assert!(found.starts_with(pointer), "{wrong}: {found}");
    }
    world.patch("boss", &path, json!({"mapping": {"公司": "status"}})).await.refused(403, "FIELD_FORBIDDEN");
    world.patch("boss", &path, json!({"weather": 1})).await.refused(400, "UNKNOWN_FIELD");
    assert_eq!(world.get("boss", &path).await.expect(200)["status"], "uploaded");
}

#[tokio::test]
async fn p59_known_records_are_skipped_updated_or_found_by_their_key() {
    let world = World::new().await;
    let first =
        import(&world, "boss", "leads", "公司,手机,级别\n甲,13700000001,A\n乙,13700000002,B\n", json!({})).await;
    assert_eq!(counts(&first), [2, 2, 0, 0, 0]);
    // By phone: one is known, one is new, and one of each twice in the sheet.
    let sheet = "公司,手机,级别\n甲,13700000001,C\n丙,13700000003,C\n丙丙,13700000003,D\n";
    let updated = import(&world, "boss", "leads", sheet, json!({"duplicates": "update"})).await;
    assert_eq!(counts(&updated), [3, 1, 2, 0, 0]);
    let level = async |phone: &str| {
        let found = world.get("boss", &format!("/leads?mobile={phone}")).await.expect(200);
        assert_eq!(found.items().len(), 1, "{phone}");
        found.items()[0]["level"].as_str().unwrap().to_owned()
    };
    assert_eq!(level("13700000001").await, "C");
    assert_eq!(level("13700000003").await, "D");
    // By number: what is not there fails, what is empty stays.
    let leads = world.get("boss", "/leads?sort=created_at,id&fields=no,company_name").await.expect(200);
    let no = leads.items()[0]["no"].as_str().unwrap();
    let sheet = format!("线索编号,级别,微信\n{no},,new\nL-none,A,x\n");
    let keyed = import(&world, "boss", "leads", &sheet, json!({"mode": "update", "key": "no"})).await;
    assert_eq!((&keyed["status"], counts(&keyed)), (&json!("partly_failed"), [2, 0, 1, 0, 1]));
    let lead = world.get("boss", &format!("/leads/{}", leads.items()[0]["id"].as_str().unwrap())).await.expect(200);
    assert_eq!((&lead["wechat"], &lead["level"]), (&json!("new"), &json!("C")));
    // Either: with a number an update, without one a new lead.
    let sheet = format!("线索编号,公司,手机\n{no},甲甲,13700000001\n,丁,13700000004\n");
    let either = import(&world, "boss", "leads", &sheet, json!({"mode": "upsert", "key": "no"})).await;
    assert_eq!(counts(&either), [2, 1, 1, 0, 0]);
}

#[tokio::test]
async fn p58_a_second_click_does_not_import_twice() {
    let world = World::new().await;
    let rows: String = (0..300).map(|n| format!("公司{n},1370001{n:04}\n")).collect();
    let pool = first_pool(&world).await;
    let import = upload(&world, "boss", "leads", "a.csv", format!("公司,手机\n{rows}").into()).await.expect(201);
    let id = import.id();
    world.patch("boss", &format!("/imports/{id}"), json!({"pool_id": pool})).await.expect(200);
    do_and_wait(&world, "boss", id, "check").await;
    let path = format!("/imports/{id}/run");
    let (first, second) = tokio::join!(world.act("boss", &path), world.act("boss", &path));
    let mut statuses = [first.status, second.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [202, 409]);
    let done = wait(&world, "boss", id).await;
    assert_eq!(counts(&done), [300, 300, 0, 0, 0]);
    world.act("boss", &path).await.refused(409, "INVALID_STATE");
    assert_eq!(world.get("boss", "/leads?count=exact").await.expect(200)["total"]["value"], 300);
    let numbers = world.get("boss", "/leads?limit=200&sort=no&fields=no").await.expect(200);
    let numbers = numbers.all("no");
    assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "no number twice");
}

#[tokio::test]
async fn what_an_import_created_is_taken_back_unless_somebody_touched_it() {
    let world = World::new().await;
    let done =
        import(&world, "boss", "leads", "公司,手机\n甲,13700000001\n乙,13700000002\n丙,13700000003\n", json!({})).await;
    let id = done.id();
    assert_eq!(done["allowed_actions"], json!(["undo"]));
    let touched = world.get("boss", "/leads?mobile=13700000002").await.expect(200).items()[0].clone();
    let path = format!("/leads/{}", touched["id"].as_str().unwrap());
    world.patch_at("boss", &path, 1, json!({"wechat": "mine"})).await.expect(200);
    let undone = do_and_wait(&world, "boss", id, "undo").await;
    assert_eq!((&undone["status"], &undone["undone"]), (&json!("undone"), &json!(2)));
    assert_eq!(world.get("boss", "/leads?count=exact").await.expect(200)["total"]["value"], 1);
    let bin = world.get("boss", "/recycle-bin?resource=leads").await.expect(200);
    assert_eq!(bin.items().len(), 2);
    world.act("boss", &format!("/imports/{id}/undo")).await.refused(409, "INVALID_STATE");

    let late = import(&world, "boss", "leads", "公司,手机\n丁,13700000004\n", json!({})).await;
    world.clock("2099-01-01T00:00:00+08:00").await;
    world.act("boss", &format!("/imports/{}/undo", late.id())).await.refused(409, "INVALID_STATE");
}

#[tokio::test]
async fn a_cancelled_import_stops_and_can_be_undone() {
    let world = World::new().await;
    let rows: String = (0..3_000).map(|n| format!("公司{n},1370001{n:04}\n")).collect();
    let pool = first_pool(&world).await;
    let import = upload(&world, "boss", "leads", "a.csv", format!("公司,手机\n{rows}").into()).await.expect(201);
    let id = import.id();
    world.patch("boss", &format!("/imports/{id}"), json!({"pool_id": pool})).await.expect(200);
    do_and_wait(&world, "boss", id, "check").await;
    world.act("boss", &format!("/imports/{id}/run")).await.expect(202);
    while world.get("boss", &format!("/imports/{id}")).await.expect(200)["processed"] == 0 {
        sleep(Duration::from_millis(20)).await;
    }
    let cancelled = world.act("boss", &format!("/imports/{id}/cancel")).await.expect(202);
    assert_eq!(cancelled["status"], "cancelled");
    let created = cancelled["counts"]["created"].as_i64().unwrap();
    assert!((500..3_000).contains(&created) && created % 500 == 0, "{created}");
    sleep(Duration::from_millis(500)).await;
    assert_eq!(world.get("boss", "/leads?count=exact").await.expect(200)["total"]["value"], created);
    let undone = do_and_wait(&world, "boss", id, "undo").await;
    assert_eq!(undone["undone"], created);
    assert_eq!(world.get("boss", "/leads?count=exact").await.expect(200)["total"]["value"], 0);
}

#[tokio::test]
async fn p28_nobody_imports_what_he_may_not_create_nor_more_than_he_may_hold() {
    let world = World::new().await;
    world.person("ann", &["account_manager"], None).await;
    world.person("guest", &["auditor"], None).await;
    upload(&world, "guest", "leads", "a.csv", b"a\n1\n".to_vec()).await.refused(403, "FORBIDDEN");
    world.get("guest", "/imports/template?resource=leads").await.refused(403, "FORBIDDEN");
    let denied = world.get("boss", "/audit-logs").await;
    if denied.status == 200 {
        assert!(denied.items().iter().any(|entry| entry["action"] == "denied"), "{}", denied.json);
    }

    let rows: String = (0..60).map(|n| format!("公司{n},137000000{n:02}\n")).collect();
    let sheet = format!("公司,手机\n{rows}");
    let mine = import(&world, "ann", "leads", &sheet, json!({})).await;
    assert_eq!((&mine["status"], counts(&mine)), (&json!("partly_failed"), [60, 50, 0, 0, 10]));
    let failed = world.get("ann", &format!("/imports/{}/rows?failed=true", mine.id())).await.expect(200);
    assert_eq!(mistakes(&failed.items()[0]), [(String::new(), "HOLD_CAP_EXCEEDED".to_owned())]);
    // Others' imports are not hers to see, and hers are the administrator's.
    let path = format!("/imports/{}", mine.id());
    world.get("boss", &path).await.expect(200);
    world.get("guest", &path).await.refused(403, "FORBIDDEN");
    let second = upload(&world, "boss", "leads", "b.csv", "公司\n云\n".into()).await.expect(201);
    world.get("ann", &format!("/imports/{}", second.id())).await.refused(404, "NOT_FOUND");
    assert_eq!(world.get("ann", "/imports").await.expect(200).items().len(), 1);
    assert_eq!(world.get("boss", "/imports").await.expect(200).items().len(), 2);

    // More than one may hold is for administrators, and giving to others for those who assign.
    let import_of_ann = upload(&world, "ann", "leads", "c.csv", "公司\n云\n".into()).await.expect(201);
    let path = format!("/imports/{}", import_of_ann.id());
    world.patch("ann", &path, json!({"ignore_caps": true})).await.refused(403, "FIELD_FORBIDDEN");
    let more: String = (0..20).map(|n| format!("更多{n},136000000{n:02}\n")).collect();
    let options = json!({"owner_id": world.id("ann"), "ignore_caps": true});
    let forced = import(&world, "boss", "leads", &format!("公司,手机\n{more}"), options).await;
    assert_eq!(counts(&forced), [20, 20, 0, 0, 0]);
}

#[tokio::test]
async fn customers_and_their_contacts_come_in_sheets() {
    let world = World::new().await;
    let known = json!({"name": "北京小米科技有限责任公司", "uscc": "91110108551385082Q"});
    world.post("boss", "/customers", known).await.expect(201);
    let sheet = "客户名称,统一社会信用代码,电话,客户级别\n\
        上海云帆服饰有限公司,91350100M000100Y43,021-5555 6666,A\n\
        北京小米科技（有限公司）,,,B\n\
        上海云帆服饰,,,\n\
        坏代码公司,91350100M000100Y4Z,,\n";
    let done = import(&world, "boss", "customers", sheet, json!({})).await;
    assert_eq!(counts(&done), [4, 1, 0, 2, 1], "{}", done.json);
    let failed = world.get("boss", &format!("/imports/{}/rows?failed=true", done.id())).await.expect(200);
    assert_eq!(mistakes(&failed.items()[0])[0].0, "统一社会信用代码");
    let updated = import(&world, "boss", "customers", sheet, json!({"duplicates": "update"})).await;
    assert_eq!(counts(&updated), [4, 0, 3, 0, 1]);
    let twice = "客户名称\n上海云帆服饰\n";
    let created = import(&world, "boss", "customers", twice, json!({"duplicates": "create"})).await;
    assert_eq!(counts(&created), [1, 1, 0, 0, 0], "the administrator may");

    let sheet = "客户,姓名,手机,性别\n\
        北京小米科技,雷军,13800000001,男\n\
        北京小米科技有限责任公司,雷军,138 0000 0001,男\n\
        无此公司,张三,13800000002,\n\
        上海云帆服饰,李四,13800000003,\n";
    let contacts = import(&world, "boss", "contacts", sheet, json!({})).await;
    assert_eq!(counts(&contacts), [4, 1, 0, 1, 2]);
    let failed = world.get("boss", &format!("/imports/{}/rows?failed=true", contacts.id())).await.expect(200);
    let codes: Vec<_> = failed.items().iter().flat_map(mistakes).map(|(_, code)| code).collect();
    assert_eq!(codes, ["unknown_reference", "ambiguous"]);
    // Who comes together is led as if each came alone: by the first, until another is said to lead.
    let sheet = "客户,姓名,手机,首要联系人\n\
        北京小米科技,林斌,13800000011,\n\
        北京小米科技,黎万强,13800000012,是\n\
        北京小米科技,周光平,13800000013,\n";
    let more = import(&world, "boss", "contacts", sheet, json!({})).await;
    assert_eq!(counts(&more), [3, 3, 0, 0, 0]);
    let leading = world.get("boss", "/contacts?is_primary=true&fields=name").await.expect(200);
    let names: Vec<_> = leading.items().iter().map(|contact| contact["name"].clone()).collect();
    assert_eq!(names, ["黎万强"]);
}

#[tokio::test]
async fn whoever_follows_an_import_hears_of_its_end() {
    let world = World::new().await;
    let rows: String = (0..1_500).map(|n| format!("公司{n},1370001{n:04}\n")).collect();
    let pool = first_pool(&world).await;
    let import = upload(&world, "boss", "leads", "a.csv", format!("公司,手机\n{rows}").into()).await.expect(201);
    let id = import.id();
    world.patch("boss", &format!("/imports/{id}"), json!({"pool_id": pool})).await.expect(200);
    do_and_wait(&world, "boss", id, "check").await;
    world.act("boss", &format!("/imports/{id}/run")).await.expect(202);
    // The first listener closes his page; the second comes later and hears the rest.
    let follow = || async {
        let url = format!("{}/api/v1/imports/{id}/progress", base_url().await);
        world.client.get(url).bearer_auth(world.token("boss")).send().await.unwrap()
    };
    let mut closed = follow().await;
    assert_eq!(closed.headers()["content-type"], "text/event-stream");
    assert!(closed.chunk().await.unwrap().is_some());
    drop(closed);
    let told = follow().await.text().await.unwrap();
    let last = told.trim().rsplit("\n\n").next().unwrap();
    assert!(last.starts_with("event: done\ndata: "), "{last}");
    let state: Value = serde_json::from_str(last.split_once("data: ").unwrap().1).unwrap();
    assert_eq!((&state["status"], &state["processed"]), (&json!("done"), &json!(1_500)));
    world.ask(Method::GET, &format!("/imports/{id}/progress"), None, None, &[]).await.expect(401);
}
