//! A messy sheet.

use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use serde_json::{Value, json};
use std::io::Cursor;

use super::{counts, do_and_wait, first_pool, mistakes, upload};
use crate::kit::World;

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
