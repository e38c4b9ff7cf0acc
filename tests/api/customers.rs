//! Customers, the people there, and nobody twice (3).

mod contacts;
mod pools;

use futures_util::future::join_all;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::kit::{Answer, World};

async fn create(world: &World, body: Value) -> Answer {
    world.post("boss", "/customers", body).await
}

/// The codes of the warnings beside a record, with what matched.
fn warned(answer: &Answer) -> Vec<(&str, &str)> {
    let warnings = answer["warnings"].as_array().into_iter().flatten();
    let candidates = warnings.flat_map(|warning| warning["candidates"].as_array().into_iter().flatten());
    candidates.map(|found| (found["level"].as_str().unwrap(), found["matched_on"].as_str().unwrap())).collect()
}

/// Two people of two departments who do not see each other's customers.
async fn two_teams() -> World {
    let world = World::new().await;
    let looker = json!({
        "code": "looker", "name": "只看客户", "grants": [{"permission": "customer:read", "scope": "all"}], "fields": [],
    });
    world.post("boss", "/roles", looker).await.expect(201);
    let one = world.department("一组", None).await;
    let two = world.department("二组", None).await;
    world.person("ann", &["account_manager"], Some(one)).await;
    world.person("bob", &["account_manager"], Some(two)).await;
    world
}

#[tokio::test]
async fn scenario_3a_a_duplicate_is_refused_and_a_branch_is_not() {
    let world = World::new().await;
    let first = create(&world, json!({"name": "北京小米科技有限责任公司"})).await.expect(201);
    assert_eq!(first["status"], "owned");
    assert_eq!(first["owner_id"], world.id("boss").to_string());
    assert!(first["no"].as_str().unwrap().starts_with("KH-"));

    let again = create(&world, json!({"name": "北京小米科技（有限公司）"})).await.refused(409, "DUPLICATE_CUSTOMER");
    assert_eq!(again["params"]["matched_on"], "name_key");
    let candidate = &again["params"]["candidates"][0];
    assert_eq!(candidate["id"], first["id"]);
    assert_eq!((&candidate["blocking"], &candidate["masked"]), (&json!(true), &json!(false)));

    create(&world, json!({"name": "北京小米科技有限责任公司上海分公司"})).await.expect(201);
    let other = create(&world, json!({"name": "小米科技有限公司"})).await.expect(201);
    assert!(other["warnings"].is_null(), "{}", other["warnings"]);
}

#[tokio::test]
async fn names_are_recognised_however_they_are_written() {
    let world = World::new().await;
    create(&world, json!({"name": "Acme Co., Ltd."})).await.expect(201);
    create(&world, json!({"name": "ＡＣＭＥ　Ｃｏ．，Ｌｔｄ．"})).await.refused(409, "DUPLICATE_CUSTOMER");
    create(&world, json!({"name": "Acme L.L.C."})).await.refused(409, "DUPLICATE_CUSTOMER");
    create(&world, json!({"name": "华为（中国）股份有限公司"})).await.expect(201);
    create(&world, json!({"name": "华为(中国)有限公司"})).await.refused(409, "DUPLICATE_CUSTOMER");
    create(&world, json!({"name": "Texaco Inc."})).await.expect(201);
    create(&world, json!({"name": "𠮷野家😀餐饮"})).await.expect(201);

    let customer = json!({
        "name": "上海云帆服饰有限公司", "aliases": ["大帆船"], "phone": "+86 138-0013-8000", "phones": ["021-55556666转801"],
        "email": "Sales@Yunfan.cn", "website": "https://www.yunfan.cn/about",
    });
    let made = create(&world, customer).await.expect(201);
    assert_eq!(made["email"], "sales@yunfan.cn");
    for question in
        ["云帆", "yunfan", "yffs", "shyffs", "大帆船", "13800138000", "5555", "sales", made["no"].as_str().unwrap()]
    {
        let found = world.get("boss", &format!("/customers?q={question}")).await.expect(200);
        assert_eq!(found.all("id"), [made["id"].as_str().unwrap()], "{question}");
    }
    // Very much alike, and merely alike: told, not refused.
    let phone = create(&world, json!({"name": "某某公司", "phone": "0086 13800138000"})).await.expect(201);
    assert_eq!(warned(&phone), [("strong", "phone")]);
    let site = create(&world, json!({"name": "另一家", "website": "yunfan.cn"})).await.expect(201);
    assert_eq!(warned(&site), [("strong", "website")]);
    let mail = create(&world, json!({"name": "第三家", "email": "li@yunfan.cn"})).await.expect(201);
    assert_eq!(warned(&mail), [("strong", "email_domain")]);
    let free = create(&world, json!({"name": "第四家", "email": "a@163.com"})).await.expect(201);
    create(&world, json!({"name": "第五家", "email": "b@163.com"})).await.expect(201);
    assert!(free["warnings"].is_null());
    let alike = create(&world, json!({"name": "上海云帆服装有限公司"})).await.expect(201);
    assert_eq!(warned(&alike), [("possible", "similar_name")]);
}

#[tokio::test]
async fn p16_an_open_lead_is_shown_and_blocks_nothing_and_abc_is_not_abc_holdings() {
    let world = World::new().await;
    world.post("boss", "/leads", json!({"company_name": "云帆纺织有限公司", "phone": "13900139000"})).await.expect(201);
    let made = create(&world, json!({"name": "云帆纺织（有限公司）"})).await.expect(201);
    assert_eq!(warned(&made), [("exact", "name_key")]);
    assert_eq!(made["warnings"][0]["candidates"][0]["object"], "lead");
    create(&world, json!({"name": "ABC"})).await.expect(201);
    let holdings = create(&world, json!({"name": "ABC Holdings"})).await.expect(201);
    assert!(holdings["warnings"].is_null(), "{}", holdings["warnings"]);
}

#[tokio::test]
async fn what_a_colleague_has_is_covered_but_for_its_name_and_department() {
    let world = two_teams().await;
    let anns = world.post("ann", "/customers", json!({"name": "上海云帆服饰有限公司"})).await.expect(201);
    world.get("bob", &format!("/customers/{}", anns.id())).await.refused(404, "NOT_FOUND");

    let refused = world.post("bob", "/customers", json!({"name": "上海云帆服饰"})).await;
    let refused = refused.refused(409, "DUPLICATE_CUSTOMER");
    let candidate = &refused["params"]["candidates"][0];
    assert_eq!(candidate["name"], "上海云帆服饰有限公司");
    assert_eq!(candidate["owner_department_name"], "一组");
    assert_eq!(candidate["masked"], true);
    for hidden in ["id", "owner_id", "owner_name", "pool_id", "last_activity_at", "deal_status"] {
        assert!(candidate[hidden].is_null(), "{hidden}: {candidate}");
    }
    let checked = world.post("bob", "/customers/duplicates/check", json!({"name": "上海云帆服饰"})).await.expect(200);
    assert_eq!(&checked.items()[0], candidate);
    let checked = world.post("ann", "/customers/duplicates/check", json!({"name": "上海云帆服饰"})).await.expect(200);
    assert_eq!(checked.items()[0]["id"], anns["id"]);
    let itself = json!({"name": "上海云帆服饰", "id": anns.id()});
    let checked = world.post("ann", "/customers/duplicates/check", itself).await.expect(200);
    assert!(checked.items().is_empty());
    // What lies in a pool may be claimed instead.
    let pool = default_pool(&world).await;
    let pooled = create(&world, json!({"name": "杭州海帆科技", "pool_id": pool})).await.expect(201);
    assert_eq!((&pooled["status"], &pooled["owner_id"]), (&json!("pooled"), &Value::Null));
    let refused = world.post("bob", "/customers", json!({"name": "杭州海帆科技有限公司"})).await;
    let refused = refused.refused(409, "DUPLICATE_CUSTOMER");
    assert_eq!(refused["params"]["candidates"][0]["pool_id"], pool);
}

async fn default_pool(world: &World) -> String {
    let pools = world.get("boss", "/customer-pools?is_default=true").await.expect(200);
    pools.all("id")[0].to_owned()
}

#[tokio::test]
async fn p60_of_many_who_create_one_name_at_once_one_wins() {
    let world = World::new().await;
    for round in 0..3 {
        let mark = ["甲", "乙", "丙"][round];
        let names = [format!("云帆{mark}有限公司"), format!("云帆{mark}"), format!("云帆{mark} 有限责任公司")];
        let name = |n: usize| json!({"name": names[n % 3]});
        let answers = join_all((0..8).map(|n| create(&world, name(n)))).await;
        let made = answers.iter().filter(|answer| answer.status == 201).count();
        assert_eq!(made, 1, "{:?}", answers.iter().map(|answer| answer.status).collect::<Vec<_>>());
        assert!(answers.iter().all(|answer| answer.status == 201 || answer["code"] == "DUPLICATE_CUSTOMER"));
    }
    let code = "91350100M000100Y43";
    let answers = join_all((0..6).map(|n| create(&world, json!({"name": format!("公司{n}号"), "uscc": code})))).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1);
    assert!(answers.iter().all(|answer| answer.status == 201 || answer["code"] == "DUPLICATE_CUSTOMER"));
}

#[tokio::test]
async fn credit_codes_are_checked() {
    let world = World::new().await;
    for (n, sound) in
        ["91110108551385082Q", "91350100M000100Y43", "91512081MA62K0260E", "913100001000000080"].into_iter().enumerate()
    {
        let made = create(&world, json!({"name": format!("甲{n}"), "uscc": sound.to_lowercase()})).await.expect(201);
        assert_eq!(made["uscc"], sound);
    }
    let wrong = create(&world, json!({"name": "乙", "uscc": "91350100M000100Y4Z"})).await;
    wrong.refused(422, "USCC_FORMAT");
    let wrong = create(&world, json!({"name": "乙", "uscc": "91350100M000100Y44"})).await.refused(422, "USCC_CHECKSUM");
    assert_eq!(wrong["errors"][0]["pointer"], "/uscc");
    world.patch("boss", "/settings", json!({"uscc_check": "warn"})).await.expect(200);
    let told = create(&world, json!({"name": "乙", "uscc": "91350100M000100Y44"})).await.expect(201);
    assert_eq!(told["warnings"][0]["code"], "USCC_CHECKSUM");
    // One name, two sound codes of their own: a group and its subsidiary.
    let subsidiary = guanxi_domain::uscc::made_up("440300", 1);
    let namesake = create(&world, json!({"name": "甲0", "uscc": subsidiary})).await.expect(201);
    assert_eq!(warned(&namesake), [("exact", "name_key")]);
    assert_eq!(namesake["uscc"], subsidiary);
    let taken =
        create(&world, json!({"name": "丙", "uscc": "91110108551385082Q"})).await.refused(409, "DUPLICATE_CUSTOMER");
    assert_eq!(taken["params"]["matched_on"], "uscc");
}

#[tokio::test]
async fn a_duplicate_may_be_wanted_by_who_may_and_says_why() {
    let world = two_teams().await;
    create(&world, json!({"name": "云帆服饰有限公司"})).await.expect(201);
    let twin = json!({"name": "云帆服饰", "duplicate_reason": "另一法人主体"});
    world.post("ann", "/customers", twin.clone()).await.refused(403, "FORBIDDEN");
    let made = create(&world, twin).await.expect(201);
    assert_eq!(made["duplicate_reason"], "另一法人主体");
    assert_eq!(warned(&made), [("exact", "name_key")]);
    // What is known and accepted does not stand in the way of other changes; a new likeness does.
    let path = format!("/customers/{}", made.id());
    world.patch("boss", &path, json!({"phone": "13800138000"})).await.expect(200);
    create(&world, json!({"name": "海帆服饰"})).await.expect(201);
    world.patch("boss", &path, json!({"name": "海帆服饰有限公司"})).await.refused(409, "DUPLICATE_CUSTOMER");
    world.patch("boss", &path, json!({"name": "天帆服饰有限公司"})).await.expect(200);
    // A reason where none is needed is not kept.
    let plain = create(&world, json!({"name": "独一无二", "duplicate_reason": "以防万一"})).await.expect(201);
    assert!(plain["duplicate_reason"].is_null());
}

#[tokio::test]
async fn a_person_is_recognised_by_his_mobile() {
    let world = World::new().await;
    create(&world, json!({"name": "张伟", "kind": "person", "phone": "13800138000"})).await.expect(201);
    let same = create(&world, json!({"name": "张先生", "kind": "person", "phone": "+86 13800138000"})).await;
    assert_eq!(same.refused(409, "DUPLICATE_CUSTOMER")["params"]["matched_on"], "mobile");
    // Namesakes with phones of their own are two people.
    let namesake = create(&world, json!({"name": "张伟", "kind": "person", "phone": "13900139000"})).await.expect(201);
    assert_eq!(warned(&namesake), [("exact", "name_key")]);
}

#[tokio::test]
async fn p23_a_deleted_customer_frees_its_name_and_comes_back_only_to_a_free_one() {
    let world = World::new().await;
    let body = json!({"name": "云帆", "uscc": "91110108551385082Q", "external_source": "erp", "external_id": "7"});
    let first = create(&world, body.clone()).await.expect(201);
    world.delete("boss", &format!("/customers/{}", first.id())).await.expect(204);
    world.get("boss", &format!("/customers/{}", first.id())).await.refused(404, "NOT_FOUND");
    let second = create(&world, body).await.expect(201);
    let restore = format!("/recycle-bin/customers/{}/restore", first.id());
    world.act("boss", &restore).await.refused(409, "RESTORE_CONFLICT");
    world.delete("boss", &format!("/customers/{}", second.id())).await.expect(204);
    world.act("boss", &restore).await.expect(204);
    world.get("boss", &format!("/customers/{}", first.id())).await.expect(200);
}

#[tokio::test]
async fn a_customer_with_subsidiaries_stays_and_trees_have_no_circles() {
    let world = World::new().await;
    let mut chain = vec![create(&world, json!({"name": "第0级"})).await.expect(201)];
    for n in 1..10 {
        let body = json!({"name": format!("第{n}级"), "parent_id": chain[n - 1].id()});
        chain.push(create(&world, body).await.expect(201));
    }
    let path = |n: usize| format!("/customers/{}", chain[n].id());
    let refused = world.delete("boss", &path(3)).await.refused(409, "HAS_DEPENDENTS");
    assert_eq!(refused["params"]["counts"]["customers"], 1);
    for (child, parent) in [(0, 9), (0, 1), (4, 4)] {
        let patch = json!({"parent_id": chain[parent].id()});
        world.patch("boss", &path(child), patch).await.refused(422, "HIERARCHY_CYCLE");
    }
    let deep = json!({"name": "太深", "parent_id": chain[9].id()});
    create(&world, deep).await.refused(422, "HIERARCHY_CYCLE");
    world.patch("boss", &path(9), json!({"parent_id": Uuid::now_v7()})).await.refused(422, "VALIDATION");
    let loose = world.patch("boss", &path(5), json!({"parent_id": null})).await.expect(200);
    assert!(loose["parent_id"].is_null());
    assert_eq!(world.get("boss", &path(1)).await["parent_name"], "第0级");
}

#[tokio::test]
async fn who_gets_a_customer_is_said_once_and_only_by_who_may() {
    let world = two_teams().await;
    let pool = default_pool(&world).await;
    let (ann, bob) = (world.id("ann"), world.id("bob"));
    world.post("ann", "/customers", json!({"name": "送给别人", "owner_id": bob})).await.refused(403, "FORBIDDEN");
    create(&world, json!({"name": "两处", "owner_id": bob, "pool_id": pool})).await.refused(422, "VALIDATION");
    create(&world, json!({"name": "无处", "pool_id": Uuid::now_v7()})).await.refused(422, "VALIDATION");
    let given = create(&world, json!({"name": "给安的", "owner_id": ann})).await.expect(201);
    assert_eq!((&given["owner_name"], &given["owner_department_name"]), (&json!("ann"), &json!("一组")));
    let path = format!("/customers/{}", given.id());
    world.patch("ann", &path, json!({"owner_id": bob})).await.refused(422, "STATE_FIELD");
    world.patch("ann", &path, json!({"status": "pooled"})).await.refused(422, "STATE_FIELD");
    world.patch("ann", &path, json!({"colour": "red"})).await.refused(400, "UNKNOWN_FIELD");
    let log = world.get("ann", &format!("{path}/owner-history")).await.expect(200);
    assert_eq!((log.all("kind"), log.all("to_owner_name")), (vec!["create"], vec!["ann"]));
    world.get("bob", &format!("{path}/owner-history")).await.refused(404, "NOT_FOUND");

    // The cap counts for who creates as for who is given.
    world.patch("boss", "/settings", json!({"customer.capacity": 2})).await.expect(200);
    world.post("ann", "/customers", json!({"name": "第二家"})).await.expect(201);
    let full = world.post("ann", "/customers", json!({"name": "第三家"})).await.refused(422, "HOLD_CAP_EXCEEDED");
    assert_eq!(full["params"]["remaining"], 0);
    world.post("ann", "/customers", json!({"name": "第三家", "pool_id": pool})).await.expect(201);
}

#[tokio::test]
async fn p22_a_customer_edited_keeps_what_is_not_named() {
    let world = World::new().await;
    for key in ["c_kept", "c_changed"] {
        let field = json!({"resource": "customers", "key": key, "type": "text", "label": key});
        world.post("boss", "/custom-fields", field).await.expect(201);
    }
    let body = json!({
        "name": "云帆", "phone": "021-55556666", "phones": ["13800138000"], "tags": ["重点"], "level": "A",
        "credit_limit": "10000.50", "lat": "31.230416", "c_kept": "一", "c_changed": "二",
    });
    let made = create(&world, body).await.expect(201);
    let contact = json!({"customer_id": made.id(), "name": "张三", "mobile": "13900139000"});
    let contact = world.post("boss", "/contacts", contact).await.expect(201);
    let path = format!("/customers/{}", made.id());
    let patched =
        world.patch_at("boss", &path, made.version(), json!({"stage": "intent", "c_changed": null})).await.expect(200);
    for key in ["name", "phone", "phones", "tags", "level", "credit_limit", "lat", "no", "owner_id", "c_kept"] {
        assert_eq!(patched[key], made[key], "{key}");
    }
    assert_eq!((&patched["stage"], &patched["c_changed"]), (&json!("intent"), &Value::Null));
    assert_eq!(patched["credit_limit"], "10000.50");
    world.patch_at("boss", &path, made.version(), json!({"stage": "signed"})).await.refused(412, "VERSION_CONFLICT");
    assert_eq!(world.get("boss", &format!("/contacts/{}", contact.id())).await["mobile"], "13900139000");
}

#[tokio::test]
async fn p29_around_a_customer_nobody_sees_what_he_may_not_see() {
    let world = two_teams().await;
    let customer = world.post("ann", "/customers", json!({"name": "云帆"})).await.expect(201);
    let contact = json!({"customer_id": customer.id(), "name": "张三", "mobile": "13800138000"});
    let contact = world.post("ann", "/contacts", contact.clone()).await.expect(201);
    // Through a stranger's customer there is no way in.
    let theirs = json!({"customer_id": customer.id(), "name": "探子"});
    world.post("bob", "/contacts", theirs).await.refused(422, "VALIDATION");
    let about = json!({"subject": "contact", "subject_id": contact.id(), "kind": "note", "content": "…"});
    world.post("bob", "/activities", about).await.refused(422, "VALIDATION");
    assert!(world.get("bob", &format!("/contacts?customer_id={}", customer.id())).await.expect(200).items().is_empty());
    for path in ["", "/overview", "/timeline", "/owner-history"] {
        world.get("bob", &format!("/customers/{}{path}", customer.id())).await.refused(404, "NOT_FOUND");
    }
    let overview = world.get("ann", &format!("/customers/{}/overview", customer.id())).await.expect(200);
    assert_eq!(overview["customer"]["name"], "云帆");
    assert_eq!(overview["contacts"]["data"][0]["name"], "张三");
    assert_eq!((&overview["contacts"]["denied"], &overview["counts"]["contacts"]), (&json!(false), &json!(1)));

    // A role that sees customers only.
    world.person("eve", &["looker"], None).await;
    let overview = world.get("eve", &format!("/customers/{}/overview", customer.id())).await.expect(200);
    for block in ["contacts", "leads"] {
        assert_eq!(overview[block], json!({"denied": true, "data": null}), "{block}");
    }
    assert_eq!((&overview["counts"]["contacts"], &overview["counts"]["activities"]), (&Value::Null, &Value::Null));
    let told = overview["timeline"]["data"]["items"].as_array().unwrap();
    assert!(told.iter().all(|event| event["kind"] != "contact" && event["kind"] != "activity"), "{told:?}");
}

#[tokio::test]
async fn a_list_of_words_is_searched_by_its_index_behind_the_fence() {
    let marked: Vec<bool> = sqlx::query_scalar(
        "select proleakproof from pg_proc where oid in ('pg_catalog.arraycontains(anyarray, anyarray)'::regprocedure,
             'pg_catalog.arrayoverlap(anyarray, anyarray)'::regprocedure)",
    )
    .fetch_all(&crate::server::database().await)
    .await
    .unwrap();
    assert_eq!(marked, [true, true]);
}
