//! Layouts: sections, what is asked for and when, for each role (12.6).

use serde_json::json;

use super::{add, lead, wrong};
use crate::{
    kit::World,
    transfer::{counts, import},
};

#[tokio::test]
async fn a_layout_asks_what_a_form_asks_and_only_of_its_roles() {
    let world = World::new().await;
    add(&world, json!({"key": "c_vip", "type": "boolean"})).await.expect(201);
    add(&world, json!({"key": "c_gift", "type": "text"})).await.expect(201);
    world.person("ann", &["account_manager"], None).await;
    let role = world.role("account_manager").await;
    let layout = json!({
        "resource": "leads", "name": "客户经理", "role_ids": [role], "list_columns": ["company_name", "c_vip", "phone"],
        "sections": [{"title": "基本信息", "title_en": "Basics", "fields": [
            {"key": "company_name"}, {"key": "phone", "required": true}, {"key": "level", "read_only": true},
            {"key": "c_vip"}, {"key": "c_gift", "require_when": {"field": "c_vip", "value": true}},
            {"key": "budget", "required": true, "show_when": {"field": "source", "value": "exhibition"}},
        ]}],
    });
    let path = format!("/layouts/{}", world.post("boss", "/layouts", layout.clone()).await.expect(201).id());
    let body = |more: serde_json::Value| {
        let mut body = json!({"company_name": "云帆"});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        body
    };
    for (more, expected) in [
        (json!({}), vec![("/phone", "required")]),
        (json!({"phone": "13800138000", "level": "A"}), vec![("/level", "read_only")]),
        (json!({"phone": "13800138000", "c_vip": true}), vec![("/c_gift", "required")]),
        (json!({"phone": "13800138000", "source": "exhibition"}), vec![("/budget", "required")]),
    ] {
        let refused = world.post("ann", "/leads", body(more.clone())).await.refused(422, "VALIDATION");
        let expected: Vec<_> = expected.iter().map(|(at, code)| ((*at).to_owned(), (*code).to_owned())).collect();
        assert_eq!(wrong(&refused), expected, "{more}");
    }
    let made = world.post("ann", "/leads", body(json!({"phone": "13800138000"}))).await.expect(201).id();
    let lead_path = format!("/leads/{made}");
    let refused = world.patch("ann", &lead_path, json!({"c_vip": true})).await;
    assert_eq!(wrong(&refused), [("/c_gift".to_owned(), "required".to_owned())]);
    world.patch("ann", &lead_path, json!({"c_vip": true, "c_gift": "茶"})).await.expect(200);
    // A sheet is asked the same.
    let done = import(&world, "ann", "leads", "公司名称,电话\n甲,\n乙,13900139000\n", json!({})).await;
    assert_eq!(counts(&done), [2, 1, 0, 0, 1], "{}", done.json);
    // Others have another layout, or none.
    lead(&world, json!({"level": "A"})).await.expect(201);
    let meta = world.get("ann", "/meta/leads").await.expect(200);
    assert_eq!(meta["default_columns"], json!(["company_name", "c_vip", "phone"]));
    assert_eq!(meta["layouts"][0]["sections"][0]["fields"].as_array().unwrap().len(), 6);
    assert_eq!(world.get("boss", "/meta/leads").await.expect(200)["layouts"], json!([]));
    world.patch("boss", &path, json!({"is_active": false})).await.expect(200);
    world.post("ann", "/leads", json!({"company_name": "海纳"})).await.expect(201);
}

#[tokio::test]
async fn the_first_layout_that_fits_the_record_counts() {
    let world = World::new().await;
    let layout = |name: &str, kind: &str, key: &str, position: i32| {
        json!({"resource": "customers", "name": name, "position": position,
            "condition": {"field": "kind", "value": kind},
            "sections": [{"title": "信息", "fields": [{"key": key, "required": true}]}]})
    };
    world.post("boss", "/layouts", layout("企业", "company", "uscc", 1)).await.expect(201);
    world.post("boss", "/layouts", layout("个人", "person", "phone", 2)).await.expect(201);
    let refused = world.post("boss", "/customers", json!({"name": "云帆"})).await;
    assert_eq!(wrong(&refused), [("/uscc".to_owned(), "required".to_owned())]);
    let refused = world.post("boss", "/customers", json!({"name": "王芳", "kind": "person"})).await;
    assert_eq!(wrong(&refused), [("/phone".to_owned(), "required".to_owned())]);
}

#[tokio::test]
async fn a_layout_names_only_what_there_is() {
    let world = World::new().await;
    let layout = |fields: serde_json::Value| json!({"resource": "leads", "name": "表单", "sections": [{"title": "信息", "fields": fields}]});
    for (body, pointer, code) in [
        (layout(json!([{"key": "c_nothing"}])), "/sections/0/fields/0/key", "unknown_field"),
        (layout(json!([{"key": "phone"}, {"key": "phone"}])), "/sections/0/fields/1/key", "duplicate"),
        (
            layout(json!([{"key": "phone", "show_when": {"field": "nothing"}}])),
            "/sections/0/fields/0/show_when",
            "invalid",
        ),
        (json!({"resource": "users", "name": "x"}), "/resource", "not_one_of"),
        (json!({"resource": "leads", "name": "x", "list_columns": ["nothing"]}), "/list_columns/0", "unknown_field"),
        (
            json!({"resource": "leads", "name": "x", "role_ids": [uuid::Uuid::now_v7()]}),
            "/role_ids/0",
            "unknown_reference",
        ),
    ] {
        let refused = world.post("boss", "/layouts", body).await.refused(422, "VALIDATION");
        assert_eq!(wrong(&refused), [(pointer.to_owned(), code.to_owned())]);
    }
    world.person("ann", &["account_manager"], None).await;
    world.get("ann", "/layouts").await.refused(403, "FORBIDDEN");
}
