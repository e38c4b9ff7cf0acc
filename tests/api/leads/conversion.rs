//! A lead becomes a customer (2.8).

use futures_util::future::join_all;
use serde_json::{Value, json};

use super::Sales;

#[tokio::test]
async fn scenario_2g_p17_a_lead_becomes_a_customer_with_a_contact_and_an_opportunity_or_nothing() {
    let sales = Sales::new().await;
    let world = &sales.world;
    let lead =
        json!({"company_name": "云帆", "contact_name": "王芳", "mobile": "13800138000", "requirement": "秋冬订货"});
    let lead = world.post("ann", "/leads", lead).await.expect(201).id();
    let path = format!("/leads/{lead}/convert");
    let with = |part: Value| json!({ "opportunity": part });
    for (part, pointer) in [
        (json!({"name": "秋冬订货"}), "/opportunity/mode"),
        (json!({"mode": "create", "amount": "-1", "expected_close_on": "2027-01-31"}), "/opportunity/amount"),
        (json!({"mode": "create", "expected_close_on": "soon"}), "/opportunity/expected_close_on"),
    ] {
        let refused = world.post("ann", &path, with(part)).await.refused(422, "VALIDATION");
        assert_eq!(refused["errors"][0]["pointer"], pointer, "{}", refused.json);
    }
    assert!(world.get("ann", "/customers").await.expect(200).items().is_empty());
    let part = json!({"mode": "create", "name": "秋冬订货", "amount": "30000", "expected_close_on": "2027-01-31"});
    let converted = world.post("ann", &path, with(part)).await.expect(200);
    let made = format!("/opportunities/{}", converted["opportunity_id"].as_str().unwrap());
    let made = world.get("ann", &made).await.expect(200);
    for key in ["customer_id", "contact_id", "owner_id"] {
        assert_eq!(made[key], converted[key], "{key}");
    }
    assert_eq!(made["lead_id"], converted["id"]);
    assert_eq!((&made["name"], &made["description"]), (&json!("秋冬订货"), &json!("秋冬订货")));
    let refused = world.post("ann", &path, json!({})).await.refused(409, "LEAD_ALREADY_CONVERTED");
    assert_eq!(refused["params"]["opportunity_id"], made["id"]);
}

#[tokio::test]
async fn p25_the_preview_of_a_conversion_tells_what_its_reader_sees_and_all_of_it_goes_along() {
    let sales = Sales::new().await;
    let world = &sales.world;
    for resource in ["leads", "customers"] {
        let field =
            json!({"resource": resource, "key": "c_secret", "type": "text", "label": "密", "label_en": "Secret"});
        world.post("boss", "/custom-fields", field).await.expect(201);
    }
    let rules = json!({"fields": [
        {"object": "lead", "field": "c_secret", "access": "hidden"},
        {"object": "lead", "field": "phone", "access": "write", "mask": "always"},
        {"object": "lead", "field": "budget", "access": "hidden"},
    ]});
    let role = world.role("account_manager").await;
    world.patch("boss", &format!("/roles/{role}"), rules).await.expect(200);
    let lead = json!({"company_name": "云帆", "phone": "13800138000", "c_secret": "玄武湖", "email": "a@yunfan.cn",
        "budget": "100", "title": "经理", "owner_id": world.id("ann")});
    let lead = world.post("boss", "/leads", lead).await.expect(201).id();
    let path = format!("/leads/{lead}/convert");
    let preview = world.get("ann", &format!("{path}/preview")).await.expect(200);
    let customer = preview["customer"].as_object().unwrap();
    assert_eq!((&customer["name"], &customer["email"]), (&json!("云帆"), &json!("a@yunfan.cn")));
    assert!(!customer.contains_key("phone") && !customer.contains_key("c_secret"), "{}", preview.json);
    assert!(!preview["unmapped"].as_array().unwrap().contains(&json!("budget")), "{}", preview.json);
    // What is derived from what he does not see is not told either: posted back, the preview would make it true.
    let nameless = json!({"fields": [{"object": "lead", "field": "company_name", "access": "hidden"}]});
    let before = world.get("boss", &format!("/roles/{role}")).await.expect(200)["fields"].clone();
    world.patch("boss", &format!("/roles/{role}"), nameless).await.expect(200);
    world.post("boss", "/customers", json!({"name": "云帆"})).await.expect(201);
    let untold = world.get("ann", &format!("{path}/preview")).await.expect(200);
    assert_eq!(untold["customer"], json!({"phone": "13800138000", "email": "a@yunfan.cn", "c_secret": "玄武湖"}));
    assert_eq!(untold["duplicates"], json!([]));
    let twin = world.get("boss", "/customers").await.expect(200).items()[0]["id"].as_str().unwrap().to_owned();
    world.delete("boss", &format!("/customers/{twin}")).await.expect(204);
    world.patch("boss", &format!("/roles/{role}"), json!({ "fields": before })).await.expect(200);
    let converted = world.post("ann", &path, json!({})).await.expect(200);
    let customer = converted["customer_id"].as_str().unwrap();
    let customer = world.get("boss", &format!("/customers/{customer}")).await.expect(200);
    assert_eq!((&customer["phone"], &customer["c_secret"]), (&json!("13800138000"), &json!("玄武湖")));
}

#[tokio::test]
async fn scenario_2g_p15_a_lead_becomes_a_customer_once() {
    let sales = Sales::new().await;
    let other = sales.world.department("二组", None).await;
    sales.world.person("cat", &["account_manager"], Some(other)).await;
    let theirs = json!({"name": "上海云帆服饰（有限责任公司）"});
    let theirs = sales.world.post("cat", "/customers", theirs).await.expect(201);
    let lead = json!({"company_name": "上海云帆服饰有限公司", "contact_name": "王芳", "mobile": "13800138000", "region": "310000"});
    let lead = sales.world.post("ann", "/leads", lead).await.expect(201);
    let path = format!("/leads/{}/convert", lead.id());
    let preview = sales.world.get("ann", &format!("{path}/preview")).await.expect(200);
    assert_eq!(preview["customer"]["name"], "上海云帆服饰有限公司");
    assert_eq!(preview["contact"]["mobile"], "13800138000");
    assert_eq!(preview["duplicates"][0]["blocking"], true, "{}", preview.json);
    let refused = sales.world.post("ann", &path, json!({})).await.refused(409, "DUPLICATE_CUSTOMER");
    let candidate = &refused["params"]["candidates"][0];
    assert_eq!((&candidate["masked"], &candidate["id"]), (&json!(true), &Value::Null));
    assert_eq!(candidate["owner_department_name"], "二组");
    let link = json!({"customer": {"mode": "link", "id": theirs.id()}});
    sales.world.post("ann", &path, link).await.refused(404, "NOT_FOUND");
    let anyway = json!({"override_duplicate": true, "reason": "另一家"});
    sales.world.post("ann", &path, anyway).await.refused(403, "FORBIDDEN");
    assert_eq!(sales.lead("ann", lead.id()).await["status"], "pending");

    // Where one part is wrong, nothing is made.
    let renamed = |name: &str, more: Value| {
        let mut body = json!({"customer": {"mode": "create", "fields": {"name": name}}});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        body
    };
    let opportunity = json!({"opportunity": {"mode": "create", "name": "大单"}});
    let refused = sales.world.post("ann", &path, renamed("云帆甲", opportunity)).await.refused(422, "VALIDATION");
    assert_eq!(refused["errors"][0]["pointer"], "/opportunity/expected_close_on");
    let bad_contact = json!({"contact": {"mode": "create", "fields": {"email": "nonsense"}}});
    let refused = sales.world.post("ann", &path, renamed("云帆甲", bad_contact)).await.refused(422, "VALIDATION");
    assert_eq!(refused["errors"][0]["pointer"], "/contact/fields/email");
    assert!(sales.world.get("ann", "/customers").await.expect(200).items().is_empty());

    // Of ten at once one converts.
    let answers = join_all((0..10).map(|_| sales.world.post("ann", &path, renamed("云帆甲", json!({}))))).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
    let converted = sales.lead("ann", lead.id()).await.expect(200);
    assert_eq!((&converted["status"], &converted["customer_name"]), (&json!("converted"), &json!("云帆甲")));
    for answer in answers.into_iter().filter(|answer| answer.status != 200) {
        let refused = answer.refused(409, "LEAD_ALREADY_CONVERTED");
        assert_eq!(refused["params"]["customer_id"], converted["customer_id"]);
        assert_eq!(refused["params"]["contact_id"], converted["contact_id"]);
    }
    let customers = sales.world.get("ann", "/customers").await.expect(200);
    assert_eq!(customers.items().len(), 1);
    assert_eq!(customers.items()[0]["region"], "310000");
    assert_eq!(sales.world.get("ann", "/contacts").await.expect(200).items().len(), 1);
    // Read only but for its tags.
    let read_only = format!("/leads/{}", lead.id());
    sales.world.patch("ann", &read_only, json!({"region": "110000"})).await.refused(409, "INVALID_STATE");
    sales.world.patch("ann", &read_only, json!({"tags": ["老客户"]})).await.expect(200);
    sales.give_back("ann", lead.id()).await.refused(409, "INVALID_STATE");
}

#[tokio::test]
async fn a_link_fills_only_what_is_empty() {
    let sales = Sales::new().await;
    let customer = json!({"name": "云帆服饰", "region": "310000"});
    let customer = sales.world.post("ann", "/customers", customer).await.expect(201);
    let lead = json!({"company_name": "云帆", "region": "110000", "industry": "apparel", "contact_name": "王芳", "mobile": "13800138000"});
    let lead = sales.world.post("ann", "/leads", lead).await.expect(201);
    let unknown = json!({"customer": {"mode": "link", "id": customer.id(), "fields": {"colour": null}}});
    let refused = sales.world.post("ann", &format!("/leads/{}/convert", lead.id()), unknown).await;
    assert_eq!(refused.refused(400, "UNKNOWN_FIELD")["errors"][0]["pointer"], "/customer/fields/colour");
    let link = json!({"customer": {"mode": "link", "id": customer.id()}});
    let converted = sales.world.post("ann", &format!("/leads/{}/convert", lead.id()), link).await.expect(200);
    assert_eq!(converted["customer_id"], customer.id().to_string());
    let filled = sales.world.get("ann", &format!("/customers/{}", customer.id())).await.expect(200);
    assert_eq!((&filled["name"], &filled["region"]), (&json!("云帆服饰"), &json!("310000")));
    assert_eq!(filled["industry"], "apparel");
    // The same person again is the same contact.
    let second =
        json!({"company_name": "云帆二", "contact_name": "王芳", "email": "wang@yunfan.cn", "phone": "13800138000"});
    let second = sales.world.post("ann", "/leads", second).await.expect(201);
    let link = json!({
        "customer": {"mode": "link", "id": customer.id()}, "contact": {"mode": "create", "fields": {"mobile": "13800138000"}},
    });
    let again = sales.world.post("ann", &format!("/leads/{}/convert", second.id()), link).await.expect(200);
    assert_eq!(again["contact_id"], converted["contact_id"]);
}
