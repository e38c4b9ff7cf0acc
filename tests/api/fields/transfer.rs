//! Sheets: added fields come in and go out under their names.

use serde_json::json;

use super::{add, lead, words};
use crate::{
    kit::World,
    transfer::{counts, do_and_wait, exports::export, import, mistakes, upload},
};

#[tokio::test]
async fn s121_sheets_carry_them_in_and_out() {
    let world = World::new().await;
    words(&world, "terms", &["now", "later"]).await;
    for field in [
        json!({"key": "c_area", "type": "number", "label": "面积", "max": "500"}),
        json!({"key": "c_terms", "type": "select", "dictionary": "terms", "label": "付款方式"}),
        json!({"key": "c_ways", "type": "multi_select", "dictionary": "terms", "label": "渠道"}),
        json!({"key": "c_due", "type": "date", "label": "交付日期"}),
        json!({"key": "c_buyer", "type": "user", "label": "采购"}),
        json!({"key": "c_code", "type": "text", "label": "编码", "is_unique": true, "required": true}),
        json!({"key": "c_no", "type": "auto_number", "label": "流水号"}),
    ] {
        add(&world, field).await.expect(201);
    }
    let csv = "公司名称,面积,付款方式,渠道,交付日期,采购,编码\n\
        甲公司,12.5,now词,now词、later,2026/3/2,boss,A1\n\
        乙公司,501,something,,,,A2\n\
        丙公司,7,later,,,,\n\
        丁公司,8,,,,,a1\n\
        戊公司,9,,,,,A3\n";
    let file = upload(&world, "boss", "leads", "a.csv", csv.as_bytes().to_vec()).await.expect(201);
    assert_eq!(file["mapping"]["付款方式"], "c_terms");
    world.patch("boss", &format!("/imports/{}", file.id()), json!({})).await.expect(200);
    let checked = do_and_wait(&world, "boss", file.id(), "check").await;
    assert_eq!(counts(&checked), [5, 2, 0, 0, 3], "{}", checked.json);
    let done = do_and_wait(&world, "boss", file.id(), "run").await;
    assert_eq!(counts(&done), [5, 2, 0, 0, 3], "{}", done.json);
    let rows = world.get("boss", &format!("/imports/{}/rows?failed=true", file.id())).await.expect(200);
    let found: Vec<_> = rows.items().iter().map(mistakes).collect();
    let pair = |column: &str, code: &str| (column.to_owned(), code.to_owned());
    assert_eq!(found[0], [pair("面积", "out_of_range"), pair("付款方式", "not_one_of")]);
    assert_eq!(found[1], [pair("编码", "required")]);
    assert_eq!(found[2], [pair("编码", "duplicate")]);
    let list = world.get("boss", "/leads?c_code=A1").await.expect(200);
    let first = &list.items()[0];
    assert_eq!(
        (&first["c_area"], &first["c_terms"], &first["c_due"]),
        (&json!("12.5"), &json!("now"), &json!("2026-03-02"))
    );
    assert_eq!(
        (&first["c_ways"], first["c_buyer"].as_str()),
        (&json!(["now", "later"]), Some(&*world.id("boss").to_string()))
    );
    assert!(first["c_no"].is_string());
    let order = json!({"resource": "leads", "format": "csv", "filter": {"field": "c_code", "value": "A1"},
        "fields": ["company_name", "c_area", "c_terms", "c_ways", "c_due", "c_buyer", "c_code"]});
    let text = String::from_utf8(export(&world, "boss", order).await.bytes).unwrap();
    let lines: Vec<&str> = text.strip_prefix('\u{feff}').unwrap().lines().collect();
    assert_eq!(lines[0], "公司名称,面积,付款方式,渠道,交付日期,采购,编码");
    assert_eq!(lines[1], "甲公司,12.5,now词,now词、later词,2026-03-02,boss,A1");
}

#[tokio::test]
async fn a_sheet_updates_them_by_key_and_maps_what_is_required() {
    let world = World::new().await;
    add(&world, json!({"key": "c_size", "type": "text", "label": "尺码"})).await.expect(201);
    let made = lead(&world, json!({"c_size": "M"})).await.expect(201);
    let csv = format!("线索编号,尺码\n{},XL\n", made["no"].as_str().unwrap());
    let done = import(&world, "boss", "leads", &csv, json!({"mode": "update", "key": "no"})).await;
    assert_eq!(counts(&done), [1, 0, 1, 0, 0], "{}", done.json);
    assert_eq!(world.get("boss", &format!("/leads/{}", made.id())).await.expect(200)["c_size"], "XL");
    add(&world, json!({"key": "c_need", "type": "text", "label": "必须", "required": true})).await.expect(201);
    let file = upload(&world, "boss", "leads", "a.csv", "公司名称\n甲公司\n".into()).await.expect(201);
    world.patch("boss", &format!("/imports/{}", file.id()), json!({})).await.refused(422, "IMPORT_MAPPING");
}
