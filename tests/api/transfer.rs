//! Sheets in and out (12.10): messy ones understood, every row accounted for, nothing leaves that may not.

use std::{io::Cursor, time::Duration};

use calamine::{Data, Reader, Xlsx};
use encoding_rs::GB18030;
use reqwest::Method;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use serde_json::{Value, json};
use tokio::time::sleep;
use uuid::Uuid;

use crate::{
    kit::{Answer, World},
    server::base_url,
};

async fn upload(world: &World, who: &str, resource: &str, filename: &str, bytes: Vec<u8>) -> Answer {
    let url = format!("{}/api/v1/imports?resource={resource}&filename={filename}", base_url().await);
    let request = world.client.post(url).bearer_auth(world.token(who)).body(bytes);
    Answer::read(request.send().await.unwrap()).await
}

/// Asks for an action and waits until nothing goes on any more.
async fn do_and_wait(world: &World, who: &str, id: Uuid, action: &str) -> Answer {
    world.act(who, &format!("/imports/{id}/{action}")).await.expect(202);
    wait(world, who, id).await
}

async fn wait(world: &World, who: &str, id: Uuid) -> Answer {
    for _ in 0..600 {
        let import = world.get(who, &format!("/imports/{id}")).await.expect(200);
        if import["working"].is_null() {
            return import;
        }
        sleep(Duration::from_millis(50)).await;
    }
    panic!("the import does not end");
}

/// Uploads, maps as guessed with these options, checks and runs.
async fn import(world: &World, who: &str, resource: &str, csv: &str, options: Value) -> Answer {
    let import = upload(world, who, resource, "a.csv", csv.as_bytes().to_vec()).await.expect(201);
    let id = import.id();
    world.patch(who, &format!("/imports/{id}"), options).await.expect(200);
    let checked = do_and_wait(world, who, id, "check").await;
    assert_eq!(checked["status"], "checked", "{}", checked.json);
    do_and_wait(world, who, id, "run").await
}

fn counts(import: &Answer) -> [i64; 5] {
    ["total", "created", "updated", "skipped", "failed"].map(|key| import["counts"][key].as_i64().unwrap())
}

/// A row's mistakes as (column, code).
fn mistakes(row: &Value) -> Vec<(String, String)> {
    let errors = row["errors"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    errors.iter().map(|error| (text(&error["column"]), text(&error["code"]))).collect()
}

async fn first_pool(world: &World) -> String {
    world.get("boss", "/lead-pools").await.expect(200).items()[0]["id"].as_str().unwrap().to_owned()
}

/// What people really send: a title, headers over two rows, full-width digits, dates in three forms and as dates,
/// numbers as text and text as numbers, blanks, merged cells, the same lead twice, mistakes.
fn messy_sheet() -> Vec<u8> {
    let plain = Format::new();
    let date = Format::new().set_num_format("yyyy/m/d");
    let mut book = Workbook::new();
    book.add_worksheet().set_name("空白").unwrap();
    let sheet = book.add_worksheet().set_name("线索").unwrap();
    sheet.merge_range(0, 0, 0, 8, "2026 春季展会线索登记表", &plain).unwrap();
    for (column, header) in [(0, "公司名称*"), (3, "预计成交日期"), (4, "预算（元）"), (5, "标签"), (6, "级别")]
    {
        sheet.merge_range(1, column, 2, column, header, &plain).unwrap();
    }
    sheet.merge_range(1, 1, 1, 2, "联系人", &plain).unwrap();
    sheet.write(2, 1, "姓名").unwrap();
    sheet.write(2, 2, "手机号码").unwrap();
    sheet.merge_range(1, 7, 2, 7, "微信号", &plain).unwrap();
    sheet.merge_range(1, 8, 2, 8, "天气", &plain).unwrap();
    // 4: two people of one company, its name written once; a number as a number, a date as a date.
    sheet.merge_range(3, 0, 4, 0, "上海云帆服饰有限公司", &plain).unwrap();
    sheet.write(3, 1, "张三").unwrap();
    sheet.write(3, 2, 13_800_138_001.0).unwrap();
    let day = ExcelDateTime::parse_from_str("2026-03-02").unwrap();
    sheet.write_with_format(3, 3, day, &date).unwrap();
    sheet.write(3, 4, 12_000.5).unwrap();
    sheet.write(3, 5, "展会，重点").unwrap();
    sheet.write(3, 6, "A").unwrap();
    sheet.write(3, 7, "007").unwrap();
    // 5: full-width digits, a date in words, a number as text.
    sheet.write(4, 1, "李四").unwrap();
    sheet.write(4, 2, "１３８００１３８００２").unwrap();
    sheet.write(4, 3, "2026年3月2日").unwrap();
    sheet.write(4, 4, "￥1,200").unwrap();
    // 7: the other written form, a leading apostrophe, a formula's value.
    sheet.write(6, 0, "　北京小米科技（有限公司）　").unwrap();
    sheet.write(6, 2, "'+86 138-0013-8003").unwrap();
    sheet.write(6, 3, "2026/3/2").unwrap();
    sheet.write_formula(6, 4, Formula::new("=100*2").set_result("200")).unwrap();
    // 8: the first one again, its number written differently.
    sheet.write(7, 0, "云帆服饰").unwrap();
    sheet.write(7, 2, "+86 13800138001").unwrap();
    // 9: four mistakes at once.
    sheet.write(8, 0, "错误公司").unwrap();
    sheet.write(8, 2, "12").unwrap();
    sheet.write(8, 3, "明天").unwrap();
    sheet.write(8, 4, "1,12").unwrap();
    sheet.write(8, 6, "超级").unwrap();
    // 10: nobody.
    sheet.write(9, 7, "lonely").unwrap();
    // 11: known already in the system.
    sheet.write(10, 0, "广州故人").unwrap();
    sheet.write(10, 2, "13900139000").unwrap();
    book.save_to_buffer().unwrap()
}

#[tokio::test]
async fn p58_a_messy_sheet_becomes_leads_and_every_row_is_accounted_for() {
    let world = World::new().await;
    let known = json!({"company_name": "广州故人", "mobile": "139 0013 9000"});
    let known = world.post("boss", "/leads", known).await.expect(201);

    let import = upload(&world, "boss", "leads", "leads.xlsx", messy_sheet()).await.expect(201);
    let id = import.id();
    assert_eq!(import["status"], "uploaded");
    assert_eq!(import["columns"][1], "联系人 / 姓名");
    assert_eq!(import["counts"]["total"], 7);
    assert_eq!(import["sample"][0][2], 13_800_138_001.0);
    for (header, field) in [
        ("公司名称*", json!("company_name")),
        ("联系人 / 姓名", json!("contact_name")),
        ("联系人 / 手机号码", json!("mobile")),
        ("预计成交日期", json!("expected_date")),
        ("预算（元）", json!("budget")),
        ("标签", json!("tags")),
        ("级别", json!("level")),
        ("微信号", json!("wechat")),
        ("天气", Value::Null),
    ] {
        assert_eq!(import["mapping"][header], field, "{header}");
    }
    let pool = first_pool(&world).await;
    let mapped = world.patch("boss", &format!("/imports/{id}"), json!({"pool_id": pool})).await.expect(200);
    assert_eq!(mapped["status"], "mapped");
    assert_eq!(mapped["allowed_actions"], json!(["update", "check", "cancel"]));

    let checked = do_and_wait(&world, "boss", id, "check").await;
    assert_eq!(checked["status"], "checked");
    assert_eq!(counts(&checked), [7, 3, 0, 2, 2]);
    assert_eq!(world.get("boss", "/leads?count=exact").await.expect(200)["total"]["value"], 1, "nothing is written");
    let preview = world.get("boss", &format!("/imports/{id}/rows")).await.expect(200);
    let rows = preview.items();
    assert_eq!(rows.iter().map(|row| row["row"].as_i64().unwrap()).collect::<Vec<_>>(), [4, 5, 7, 8, 9, 10, 11]);
    let failed = world.get("boss", &format!("/imports/{id}/rows?failed=true")).await.expect(200);
    let wrong = |column: &str, code: &str| (column.to_owned(), code.to_owned());
    assert_eq!(
        mistakes(&failed.items()[0]),
        [
            wrong("联系人 / 手机号码", "not_a_phone"),
            wrong("预计成交日期", "not_a_date"),
            wrong("预算（元）", "wrong_type"),
            wrong("级别", "not_one_of"),
        ]
    );
    assert_eq!(mistakes(&failed.items()[1])[0].1, "required");

    let done = do_and_wait(&world, "boss", id, "run").await;
    assert_eq!(done["status"], "partly_failed");
    assert_eq!(counts(&done), [7, 3, 0, 2, 2], "what was checked is what is done");
    let rows = world.get("boss", &format!("/imports/{id}/rows")).await.expect(200);
    assert_eq!(rows.all("outcome"), ["created", "created", "created", "skipped", "failed", "failed", "skipped"]);
    assert_eq!(rows.items()[6]["record_id"], known["id"]);
    assert_eq!(mistakes(&rows.items()[6]), [wrong("", "DUPLICATE_LEAD")]);

    let first =
        world.get("boss", &format!("/leads/{}", rows.items()[0]["record_id"].as_str().unwrap())).await.expect(200);
    assert_eq!(first["company_name"], "上海云帆服饰有限公司");
    assert_eq!((&first["mobile"], &first["expected_date"]), (&json!("13800138001"), &json!("2026-03-02")));
    assert_eq!((&first["budget"], &first["tags"]), (&json!("12000.50"), &json!(["展会", "重点"])));
    assert_eq!((&first["wechat"], &first["pool_id"]), (&json!("007"), &json!(pool)));
    assert_eq!((&first["status"], &first["version"]), (&json!("unassigned"), &json!(1)));
    let second = world.get("boss", "/leads?mobile=13800138002").await.expect(200);
    assert_eq!(second.items()[0]["company_name"], "上海云帆服饰有限公司");
    assert_eq!(second.items()[0]["expected_date"], "2026-03-02");
    let third = world.get("boss", "/leads?q=xiaomi").await.expect(200);
    assert_eq!(third.items()[0]["company_name"], "北京小米科技（有限公司）");
    assert_eq!(
        (&third.items()[0]["expected_date"], &third.items()[0]["budget"]),
        (&json!("2026-03-02"), &json!("200.00"))
    );
    let log = world.get("boss", &format!("/leads/{}/owner-log", first.id())).await.expect(200);
    assert_eq!(log.all("kind"), ["create"]);
    let history = world.get("boss", &format!("/leads/{}/history", first.id())).await.expect(200);
    assert_eq!(history.items().len(), 1);

    let result = world.get("boss", &format!("/imports/{id}/result")).await.expect(200);
    let mut book = Xlsx::new(Cursor::new(result.bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    assert_eq!(sheet.get((0, 9)), Some(&Data::String("__status".to_owned())));
    assert_eq!(sheet.get((1, 2)), Some(&Data::Float(13_800_138_001.0)));
    assert_eq!(sheet.get((5, 9)), Some(&Data::String("failed".to_owned())));
    let errors = sheet.get((5, 10)).unwrap().to_string();
    assert!(errors.contains("预计成交日期: 不是有效的日期 (not_a_date)"), "{errors}");
}

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

#[tokio::test]
async fn the_template_can_be_filled_and_sent_back() {
    let world = World::new().await;
    let template = world.get("boss", "/imports/template?resource=leads").await.expect(200);
    assert!(template.header("content-disposition").unwrap().contains("leads-template.xlsx"));
    let mut book = Xlsx::new(Cursor::new(template.bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let headers: Vec<String> = sheet.rows().next().unwrap().iter().map(ToString::to_string).collect();
    assert!(headers.iter().any(|header| header == "公司名称") && !headers.iter().any(|header| header == "状态"));
    assert_eq!(book.sheet_names()[1], "填写说明");
    let values: Vec<&str> = headers.iter().map(|header| if header == "公司名称" { "云帆" } else { "" }).collect();
    let csv = format!("{}\n{}\n", headers.join(","), values.join(","));
    let import = upload(&world, "boss", "leads", "a.csv", csv.into()).await.expect(201);
    let unmapped: Vec<_> = headers.iter().filter(|header| import["mapping"][header.as_str()].is_null()).collect();
    assert!(unmapped.is_empty(), "{unmapped:?}");
}

async fn export(world: &World, who: &str, order: Value) -> Answer {
    let asked = world.post(who, "/exports", order).await.expect(202);
    for _ in 0..400 {
        let export = world.get(who, &format!("/exports/{}", asked.id())).await.expect(200);
        if export["status"] == "done" {
            assert_eq!(export["progress"], 100);
            return world.get(who, &format!("/exports/{}/file", asked.id())).await.expect(200);
        }
        assert!(["waiting", "running"].contains(&export["status"].as_str().unwrap()), "{}", export.json);
        sleep(Duration::from_millis(50)).await;
    }
    panic!("the export does not end");
}

#[tokio::test]
async fn p66_a_list_is_exported_as_it_may_be_seen_and_computes_nothing() {
    let world = World::new().await;
    let mean = json!({"company_name": "=HYPERLINK(\"http://evil\")", "contact_name": "@SUM(A1)", "phone": "+8613800138000",
        "level": "A", "budget": "1234.5", "expected_date": "2026-03-02", "source": "exhibition"});
    world.post("boss", "/leads", mean).await.expect(201);
    world
        .post("boss", "/leads", json!({"company_name": "云帆", "mobile": "13900139000", "level": "B"}))
        .await
        .expect(201);
    let fields =
        json!(["company_name", "contact_name", "phone", "budget", "expected_date", "status", "owner_id", "level"]);
    let order = json!({"resource": "leads", "format": "csv", "fields": fields,
        "filter": {"field": "level", "op": "eq", "value": "A"}});
    let file = export(&world, "boss", order).await;
    assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8"));
    let text = String::from_utf8(file.bytes).unwrap();
    let lines: Vec<&str> = text.strip_prefix('\u{feff}').unwrap().lines().collect();
    assert_eq!(lines[0], "公司名称,联系人,电话,预算,预计成交日期,状态,负责人,级别");
    assert_eq!(
        lines[1],
        "\"'=HYPERLINK(\"\"http://evil\"\")\",'@SUM(A1),'+8613800138000,1234.50,2026-03-02,待跟进,boss,A"
    );
    assert!(lines[2].starts_with("导出人：boss (boss)　导出时间：") && lines.len() == 3, "{text}");

    let order = json!({"resource": "leads", "fields": ["company_name", "phone", "budget"], "sort": "company_name"});
    let file = export(&world, "boss", order).await;
    let mut book = Xlsx::new(Cursor::new(file.bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    assert_eq!(sheet.get((1, 0)), Some(&Data::String("'=HYPERLINK(\"http://evil\")".to_owned())));
    assert_eq!(sheet.get((1, 2)), Some(&Data::Float(1234.5)));
    assert_eq!(sheet.get((2, 0)), Some(&Data::String("云帆".to_owned())));
    assert!(sheet.get((4, 0)).unwrap().to_string().starts_with("导出人"));

    for (wrong, status, code) in [
        (json!({"resource": "weather"}), 404, "NOT_FOUND"),
        (json!({"resource": "leads", "fields": ["weather"]}), 422, "VALIDATION"),
        (json!({"resource": "leads", "filter": {"field": "weather", "op": "eq", "value": 1}}), 400, "UNKNOWN_FIELD"),
        (json!({"resource": "leads", "format": "pdf"}), 422, "VALIDATION"),
    ] {
        world.post("boss", "/exports", wrong).await.refused(status, code);
    }
}

#[tokio::test]
async fn p64_a_large_export_stands_in_nobodys_way_and_can_be_cancelled() {
    const ROWS: i32 = 20_000;
    let world = World::new().await;
    world
        .ask(Method::PATCH, "/settings", Some(&world.token("boss")), Some(&json!({"export.daily_rows": 100_000})), &[])
        .await
        .expect(200);
    let mut connection = crate::server::database().await.acquire().await.unwrap();
    let mut database = sqlx::Connection::begin(&mut *connection).await.unwrap();
    sqlx::query("select set_config('app.tenant', id::text, true) from tenants where code = $1")
        .bind(&world.tenant)
        .execute(&mut *database)
        .await
        .unwrap();
    sqlx::query(
        "insert into leads (tenant_id, id, no, company_name, status, pool_id, origin_pool_id, pooled_at, pooled_on)
         select app.tenant(), gen_random_uuid(), 'P' || n, '公司' || n, 'unassigned',
             p.id, p.id, now(), current_date
         from generate_series(1, $1) n, lead_pools p where p.tenant_id = app.tenant()",
    )
    .bind(ROWS)
    .execute(&mut *database)
    .await
    .unwrap();
    database.commit().await.unwrap();

    let order = json!({"resource": "leads", "fields": ["no", "company_name", "status", "pool_id", "created_at"]});
    let large = world.post("boss", "/exports", order.clone()).await.expect(202);
    let unwanted = world.post("boss", "/exports", order).await.expect(202);
    let cancelled = world.act("boss", &format!("/exports/{}/cancel", unwanted.id())).await.expect(200);
    assert_eq!(cancelled["status"], "cancelled");
    // Another job is done while the large one goes on.
    let asked = world.post("boss", "/admin/jobs/purge/run", json!({"dry_run": true})).await.expect(202);
    let file = async {
        loop {
            let export = world.get("boss", &format!("/exports/{}", large.id())).await.expect(200);
            if export["status"] == "done" {
                return world.get("boss", &format!("/exports/{}/file", large.id())).await.expect(200);
            }
            assert!(["waiting", "running"].contains(&export["status"].as_str().unwrap()), "{}", export.json);
            sleep(Duration::from_millis(50)).await;
        }
    };
    let other = async {
        while world.get("boss", &format!("/jobs/runs/{}", asked.id())).await["status"] != "done" {
            sleep(Duration::from_millis(20)).await;
        }
        std::time::Instant::now()
    };
    let (file, other_done) = tokio::join!(async { (file.await, std::time::Instant::now()) }, other);
    assert!(other_done < file.1, "a small job does not wait for a large one");
    let mut book = Xlsx::new(Cursor::new(file.0.bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    assert_eq!(sheet.rows().filter(|row| row[0].to_string().starts_with('P')).count(), 20_000);
    world.get("boss", &format!("/exports/{}/file", unwanted.id())).await.refused(409, "INVALID_STATE");
}

#[tokio::test]
async fn places_come_as_people_write_them_and_go_out_in_full() {
    let world = World::new().await;
    let sheet = "公司名称,地区\n\
        云帆,上海市浦东新区\n\
        远航,江苏 苏州\n\
        启程,310115\n\
        无处,火星\n";
    let done = import(&world, "boss", "leads", sheet, json!({})).await;
    assert_eq!(counts(&done), [4, 3, 0, 0, 1], "{}", done.json);
    let order = json!({"resource": "leads", "format": "csv", "fields": ["company_name", "region"], "sort": "no",
        "filter": {"field": "region", "op": "starts_with", "value": "31"}});
    let text = String::from_utf8(export(&world, "boss", order).await.bytes).unwrap();
    let lines: Vec<&str> = text.lines().skip(1).take(2).collect();
    assert_eq!(lines, ["云帆,上海市/浦东新区", "启程,上海市/浦东新区"]);
    let meta = world.get("boss", "/meta/leads").await.expect(200);
    let region = meta["fields"].as_array().unwrap().iter().find(|field| field["key"] == "region").unwrap();
    let pudong = region["options"].as_array().unwrap().iter().find(|option| option["value"] == "310115").unwrap();
    assert_eq!((&pudong["label"]["zh"], &pudong["parent"]), (&json!("浦东新区"), &json!("310000")));
    world.post("boss", "/leads", json!({"company_name": "无处", "region": "火星"})).await.refused(422, "VALIDATION");
}

#[tokio::test]
async fn p28_an_export_keeps_scope_fields_masks_and_the_days_limit() {
    let world = World::new().await;
    let role = json!({"code": "exporter", "name": "导出员", "grants": [
        {"permission": "lead:read", "scope": "self"}, {"permission": "lead:create", "scope": "self"},
        {"permission": "lead:claim", "scope": "self"}, {"permission": "lead:export", "scope": "self"},
    ], "fields": [
        {"object": "lead", "field": "mobile", "access": "read", "mask": "list"},
        {"object": "lead", "field": "wechat", "access": "hidden", "mask": "none"},
    ]});
    let role = world.post("boss", "/roles", role).await.expect(201).id();
    let user = json!({"login": "eve", "name": "eve", "password": "First-sign-in-1", "department_id": world.root().await,
        "role_ids": [role]});
    world.post("boss", "/users", user).await.expect(201);
    let token = world.sign_in("eve", "First-sign-in-1").await.expect(200)["access_token"].as_str().unwrap().to_owned();
    let change = json!({"current": "First-sign-in-1", "new": crate::kit::PASSWORD});
    world.ask(Method::POST, "/auth/password", Some(&token), Some(&change), &[]).await.expect(204);
    world.remember("eve", &token).await;
    let hers = json!({"company_name": "伊芙的线索", "mobile": "13800138000", "wechat": "secret"});
    let owner = json!({"owner_id": world.id("eve")});
    let mut hers = hers;
    hers.as_object_mut().unwrap().extend(owner.as_object().unwrap().clone());
    world.post("boss", "/leads", hers).await.expect(201);
    world.post("boss", "/leads", json!({"company_name": "老板的线索", "mobile": "13900139000"})).await.expect(201);

    let order = json!({"resource": "leads", "format": "csv", "fields": ["company_name", "mobile"]});
    let text = String::from_utf8(export(&world, "eve", order.clone()).await.bytes).unwrap();
    assert!(text.contains("伊芙的线索,138****8000") && !text.contains("老板的线索"), "{text}");
    let hidden = json!({"resource": "leads", "fields": ["wechat"]});
    world.post("eve", "/exports", hidden).await.refused(403, "FIELD_FORBIDDEN");
    let hidden = json!({"resource": "leads", "filter": {"field": "wechat", "op": "eq", "value": "secret"}});
    world.post("eve", "/exports", hidden).await.refused(403, "FIELD_FORBIDDEN");
    world.post("eve", "/exports", json!({"resource": "customers"})).await.refused(403, "FORBIDDEN");

    // Others do not get at her file, and after a day she does not either.
    let exports = world.get("eve", "/exports").await.expect(200);
    let path = format!("/exports/{}/file", exports.items()[0]["id"].as_str().unwrap());
    world.get("boss", &path).await.refused(404, "NOT_FOUND");

    world
        .ask(Method::PATCH, "/settings", Some(&world.token("boss")), Some(&json!({"export.daily_rows": 2})), &[])
        .await
        .expect(200);
    sleep(Duration::from_millis(1_100)).await;
    export(&world, "eve", order.clone()).await;
    let refused = world.post("eve", "/exports", order.clone()).await.refused(429, "RATE_LIMITED");
    assert_eq!((&refused["params"]["limit"], &refused["params"]["remaining"]), (&json!(2), &json!(0)));
    world.post("boss", "/exports", order).await.expect(202);
    world.clock("2099-01-01T00:00:00+08:00").await;
    world.get("eve", &path).await.refused(410, "LINK_EXPIRED");

    let log = world.get("boss", "/audit-logs?action=export").await;
    if log.status == 200 {
        let entry = log.items().iter().find(|entry| entry["actor_id"] == world.id("eve").to_string()).unwrap();
        assert_eq!(entry["details"]["rows"], 1);
    }
}
