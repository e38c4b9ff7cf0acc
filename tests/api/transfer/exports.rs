//! Lists that people take along, and templates to fill.

use calamine::{Data, Reader, Xlsx};
use reqwest::Method;
use serde_json::{Value, json};
use std::io::Cursor;
use std::time::Duration;
use tokio::time::sleep;

use super::{counts, import, upload};
use crate::kit::{Answer, World};

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

pub async fn export(world: &World, who: &str, order: Value) -> Answer {
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
