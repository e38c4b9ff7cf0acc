//! Bad input: every mistake gets a precise answer and changes nothing.

use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::kit::{Answer, World};

/// What attackers and accidents put where a word is expected.
const CORPUS: [&str; 20] = [
    "' or '1'='1",
    "'; drop table leads; --",
    "\"; select pg_sleep(5); --",
    "$1",
    "%s%n{0}${7*7}",
    "\\",
    "%",
    "_",
    "%25%27",
    "a\u{0}b",
    "\u{202e}gnp.exe",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "𠮷野家😀",
    "ＡＢＣ　１２３",
    "null",
    "-1",
    "9223372036854775808",
    "1e400",
    "me",
];

/// A refusal is a problem response; nothing ends in a 500.
#[track_caller]
fn sane(answer: &Answer, what: &str) {
    assert!(answer.status < 500, "{what}: {} {}", answer.status, String::from_utf8_lossy(&answer.bytes));
    if answer.status >= 400 {
        assert_eq!(answer.header("content-type"), Some("application/problem+json"), "{what}");
        for key in ["type", "title", "status", "detail", "instance", "code", "request_id"] {
            assert!(!answer.json[key].is_null(), "{what}: no {key} in {}", answer.json);
        }
        let text = answer.json.to_string().to_lowercase();
        for leak in ["select t.", "sqlx", "panicked", "postgres", "syntax error"] {
            assert!(!text.contains(leak), "{what} leaks {leak}: {text}");
        }
        for left in ["[", "{"] {
            assert!(!answer.json["title"].as_str().unwrap().contains(left), "{what}: {}", answer.json["title"]);
        }
    }
}

async fn raw(world: &World, method: Method, path: &str, content_type: &str, body: impl Into<reqwest::Body>) -> Answer {
    let url = format!("{}/api/v1{path}", crate::server::base_url().await);
    let request = world.client.request(method, url).bearer_auth(world.token("boss"));
    let request = request.header("content-type", content_type).header("if-match", "*").body(body);
    Answer::read(request.send().await.unwrap()).await
}

#[tokio::test]
async fn a_body_that_is_no_json_is_malformed() {
    let world = World::new().await;
    for body in ["{", "[]", "\"text\"", "null", "{\"company_name\": \"云帆\",}", "\u{feff}{}", "NaN"] {
        let answer = raw(&world, Method::POST, "/leads", "application/json", body).await;
        sane(&answer, body);
        answer.refused(400, "MALFORMED");
    }
    raw(&world, Method::POST, "/leads", "text/plain", "company_name=云帆").await.refused(415, "UNSUPPORTED_MEDIA");
    raw(&world, Method::POST, "/leads", "application/json", vec![0xff, 0xfe, 0x00]).await.refused(400, "MALFORMED");
    let deep = format!("{}1{}", "{\"a\":".repeat(2000), "}".repeat(2000));
    sane(&raw(&world, Method::POST, "/leads", "application/json", deep).await, "a deep body");
    assert!(world.get("boss", "/leads").await.items().is_empty());
}

#[tokio::test]
async fn a_body_of_ten_megabytes_is_too_large() {
    let world = World::new().await;
    let body = format!("{{\"company_name\":\"{}\"}}", "x".repeat(10 << 20));
    raw(&world, Method::POST, "/leads", "application/json", body).await.refused(413, "FILE_TOO_LARGE");
}

#[tokio::test]
async fn every_wrong_field_is_named_at_once() {
    let world = World::new().await;
    let answer = world
        .post(
            "boss",
            "/leads",
            json!({"company_name": 7, "level": "Z", "email": "nobody", "mobile": "12", "colour": "red"}),
        )
        .await
        .refused(400, "UNKNOWN_FIELD");
    assert!(mistakes(&answer).contains(&("/colour", "unknown_field")) && mistakes(&answer).len() == 5);
    let answer = world
        .post("boss", "/leads", json!({"company_name": 7, "level": "Z", "email": "nobody", "mobile": "12"}))
        .await
        .refused(422, "VALIDATION");
    let pointers: Vec<&str> =
        answer["errors"].as_array().unwrap().iter().map(|e| e["pointer"].as_str().unwrap()).collect();
    for pointer in ["/company_name", "/level", "/email", "/mobile"] {
        assert!(pointers.contains(&pointer), "{pointer} in {pointers:?}");
    }
    assert!(world.get("boss", "/leads").await.items().is_empty());
}

#[tokio::test]
async fn messages_speak_the_callers_language() {
    let world = World::new().await;
    let ask = async |language: &str| {
        let headers = [("accept-language", language)];
        world.ask(Method::GET, &format!("/leads/{}", Uuid::now_v7()), Some(&world.token("boss")), None, &headers).await
    };
    assert_eq!(ask("en-GB,en;q=0.9").await.refused(404, "NOT_FOUND")["title"], "Not found");
    assert_eq!(ask("zh-CN").await.refused(404, "NOT_FOUND")["title"], "记录不存在或无权查看");
}

#[tokio::test]
async fn p34_hostile_words_in_lists_find_nothing_and_break_nothing() {
    let world = World::new().await;
    world.post("boss", "/leads", json!({"company_name": "上海云帆服饰有限公司"})).await.expect(201);
    for word in CORPUS {
        let filter =
            |field: &str, op: &str, value: Value| json!({"field": field, "op": op, "value": value}).to_string();
        let queries = [
            vec![("q", word.to_owned())],
            vec![("sort", word.to_owned())],
            vec![("sort", format!("-{word}"))],
            vec![("fields", word.to_owned())],
            vec![("cursor", word.to_owned())],
            vec![("limit", word.to_owned())],
            vec![("offset", word.to_owned())],
            vec![("count", word.to_owned())],
            vec![("filter", word.to_owned())],
            vec![("filter", filter(word, "eq", json!("x")))],
            vec![("filter", filter("company_name", word, json!("x")))],
            vec![("filter", filter("company_name", "contains", json!(word)))],
            vec![("filter", filter("company_name", "starts_with", json!(word)))],
            vec![("filter", filter("company_name", "in", json!([word])))],
            vec![("filter", filter("owner_id", "eq", json!(word)))],
            vec![("filter", filter("created_at", "gt", json!(word)))],
            vec![("filter", filter("score", "between", json!([word, word])))],
            vec![("filter", filter("tags", "contains", json!(word)))],
            vec![("filter", filter("created_at", "last_n_days", json!(word)))],
            vec![("level", word.to_owned())],
            vec![("owner_id", word.to_owned())],
            vec![(word, "x".to_owned())],
        ];
        for query in queries {
            let url = format!("{}/api/v1/leads", crate::server::base_url().await);
            let request = world.client.get(url).query(&query).bearer_auth(world.token("boss"));
            let answer = Answer::read(request.send().await.unwrap()).await;
            sane(&answer, &format!("{query:?}"));
        }
    }
    assert_eq!(world.get("boss", "/leads").await.items().len(), 1);
}

#[tokio::test]
async fn hostile_words_in_fields_are_kept_as_they_are_or_refused() {
    let world = World::new().await;
    for word in CORPUS {
        let answer =
            world.post("boss", "/leads", json!({"company_name": word, "requirement": word, "tags": [word]})).await;
        sane(&answer, word);
        if answer.status == 201 {
            assert_eq!(answer["company_name"], word.trim(), "kept as it is");
        }
    }
}

#[tokio::test]
async fn a_filter_of_any_shape_is_read_or_refused() {
    let world = World::new().await;
    let leaf = json!({"field": "company_name", "op": "eq", "value": "x"});
    let mut deep = leaf.clone();
    for _ in 0..100 {
        deep = json!({"and": [deep]});
    }
    let shapes = [
        deep,
        json!({"or": vec![leaf.clone(); 200]}),
        json!({"and": {}}),
        json!({"not": []}),
        json!({"and": [], "or": []}),
        json!({"field": "company_name", "op": "in", "value": {}}),
        json!({"field": "company_name", "op": "between", "value": [1]}),
        json!({"field": "company_name", "op": "today"}),
        json!({"field": "created_at", "op": "last_n_days", "value": 1e300}),
        json!({"field": "created_at", "op": "contains", "value": "2026"}),
        json!({"field": "search_text", "op": "eq", "value": "x"}),
        json!({"field": "tenant_id", "op": "eq", "value": Uuid::now_v7()}),
        json!({"field": "id", "op": "eq", "value": [[]]}),
    ];
    for shape in shapes {
        let url = format!("{}/api/v1/leads", crate::server::base_url().await);
        let request = world.client.get(url).query(&[("filter", shape.to_string())]).bearer_auth(world.token("boss"));
        let answer = Answer::read(request.send().await.unwrap()).await;
        sane(&answer, &shape.to_string());
        assert_eq!(answer.status, 400, "{shape}");
    }
}

#[tokio::test]
async fn p32_ids_that_are_none_open_nothing() {
    let world = World::new().await;
    world.person("ann", &["account_manager"], None).await;
    let mine = world.post("boss", "/customers", json!({"name": "云帆"})).await.expect(201).id();
    let me = world.id("ann");
    for verb in ["customers/batch/transfer", "customers/batch/claim", "leads/batch/transfer", "leads/batch/claim"] {
        for ids in
            [json!(null), json!([]), json!([""]), json!([null]), json!(" "), json!([[mine]]), json!({"id": mine})]
        {
            let asked = json!({"ids": ids, "user_id": me});
            let refused = world.post("ann", &format!("/{verb}"), asked.clone()).await;
            assert!(matches!(refused.status, 400 | 403 | 422), "{verb} {asked}: {} {}", refused.status, refused.json);
        }
    }
    for id in ["%20", "null", "undefined", "0", "%5B%5D"] {
        for answer in [
            world.get("ann", &format!("/customers/{id}")).await,
            world.post("ann", &format!("/customers/{id}/claim"), json!({})).await,
            world.delete("ann", &format!("/customers/{id}")).await,
        ] {
            assert!(matches!(answer.status, 400 | 404), "{id}: {} {}", answer.status, answer.json);
        }
    }
    let kept = world.get("boss", &format!("/customers/{mine}")).await.expect(200);
    assert_eq!((&kept["version"], &kept["owner_id"]), (&json!(1), &json!(world.id("boss"))));
}

#[tokio::test]
async fn p65_a_stale_version_is_412_and_a_missing_one_428() {
    let world = World::new().await;
    let lead = world.post("boss", "/leads", json!({"company_name": "上海云帆服饰有限公司"})).await.expect(201);
    let path = format!("/leads/{}", lead.id());
    world.patch_at("boss", &path, lead.version(), json!({"level": "A"})).await.expect(200);
    world.patch_at("boss", &path, lead.version(), json!({"level": "B"})).await.refused(412, "VERSION_CONFLICT");
    let token = world.token("boss");
    for method in [Method::PATCH, Method::DELETE] {
        let answer = world.ask(method, &path, Some(&token), Some(&json!({})), &[]).await;
        answer.refused(428, "VERSION_REQUIRED");
    }
    assert_eq!(world.get("boss", &path).await["level"], "A");
}

#[tokio::test]
async fn what_is_known_is_answered_304() {
    let world = World::new().await;
    let lead = world.post("boss", "/leads", json!({"company_name": "上海云帆服饰有限公司"})).await.expect(201);
    let path = format!("/leads/{}", lead.id());
    let etag = world.get("boss", &path).await.etag().to_owned();
    let token = world.token("boss");
    world.ask(Method::GET, &path, Some(&token), None, &[("if-none-match", &etag)]).await.expect(304);
}

#[tokio::test]
async fn a_state_is_not_patched() {
    let world = World::new().await;
    let lead = world.post("boss", "/leads", json!({"company_name": "上海云帆服饰有限公司"})).await.expect(201);
    let path = format!("/leads/{}", lead.id());
    for body in
        [json!({"status": "converted"}), json!({"pool_id": null}), json!({"id": Uuid::now_v7()}), json!({"version": 9})]
    {
        world.patch("boss", &path, body).await.refused(422, "STATE_FIELD");
    }
    world.patch("boss", &path, json!({"no_such": 1})).await.refused(400, "UNKNOWN_FIELD");
    assert_eq!(world.get("boss", &path).await.version(), lead.version());
}

#[tokio::test]
async fn the_same_key_twice_at_once_does_it_once() {
    let world = World::new().await;
    let body = json!({"company_name": "上海云帆服饰有限公司"});
    let token = world.token("boss");
    let send = || world.ask(Method::POST, "/leads", Some(&token), Some(&body), &[("idempotency-key", "once")]);
    let answers = futures_util::future::join_all((0..8).map(|_| send())).await;
    let first = answers[0].id();
    for answer in &answers {
        assert_eq!((answer.status, answer.id()), (201, first), "{}", answer.json);
    }
    let replayed = answers.iter().filter(|answer| answer.header("idempotent-replayed") == Some("true")).count();
    assert_eq!(replayed, 7);
    assert_eq!(world.get("boss", "/leads").await.items().len(), 1);

    let other = json!({"company_name": "北京明华电子有限公司"});
    let answer = world.ask(Method::POST, "/leads", Some(&token), Some(&other), &[("idempotency-key", "once")]).await;
    answer.refused(422, "IDEMPOTENCY_KEY_REUSED");
    let long = "k".repeat(65);
    let answer = world.ask(Method::POST, "/leads", Some(&token), Some(&other), &[("idempotency-key", &long)]).await;
    answer.refused(400, "MALFORMED");
}

#[tokio::test]
async fn a_refused_request_may_be_tried_again_under_its_key() {
    let world = World::new().await;
    let token = world.token("boss");
    let send = async |body: Value| {
        world.ask(Method::POST, "/leads", Some(&token), Some(&body), &[("idempotency-key", "again")]).await
    };
    send(json!({"company_name": ""})).await.refused(422, "VALIDATION");
    send(json!({"company_name": "上海云帆服饰有限公司"})).await.expect(201);
}

#[tokio::test]
async fn dates_at_the_ends_of_time_are_refused_or_find_nothing() {
    let world = World::new().await;
    for day in ["-9999-01-01", "+262142-12-31", "0000-00-00", "9999-12-31"] {
        for op in ["eq", "ne", "lt", "gte"] {
            for field in ["created_at", "next_contact_at", "expected_date", "recycle_due_on"] {
                let filter = json!({"field": field, "op": op, "value": day}).to_string().replace('+', "%2B");
                let answer = world.get("boss", &format!("/leads?filter={filter}")).await;
                assert!(answer.status < 500, "{field} {op} {day}: {}", answer.json);
            }
        }
    }
}

/// The mistakes that a refusal names: pointer and code.
fn mistakes(refused: &Answer) -> Vec<(&str, &str)> {
    let errors = refused["errors"].as_array().unwrap();
    errors.iter().map(|error| (error["pointer"].as_str().unwrap(), error["code"].as_str().unwrap())).collect()
}

#[tokio::test]
async fn a_refusal_says_what_is_wrong_each_thing_once() {
    let world = World::new().await;
    world.person("ann", &["account_manager"], None).await;
    // A lead in the pool: she sees it, and has the permission, but it is not hers.
    let pool = world.get("boss", "/lead-pools").await.expect(200).items()[0]["id"].clone();
    let lead = json!({"company_name": "云帆物流", "phone": "13900000001", "pool_id": pool});
    let lead = world.post("boss", "/leads", lead).await.expect(201).id();
    let call = json!({"subject": "lead", "subject_id": lead, "kind": "call", "content": "谈了价格"});
    for refused in [
        world.post("ann", "/activities", call).await,
        world.post("ann", &format!("/leads/{lead}/convert"), json!({"customer": {"fields": {"name": "云帆"}}})).await,
    ] {
        let refused = refused.refused(403, "FORBIDDEN");
        assert_eq!(refused["detail"], "此记录不允许您进行该操作", "{}", refused.json);
    }

    let wrong = json!({"name": "云帆科技", "industry": "no such", "level": "no such"});
    let refused = world.post("boss", "/customers", wrong).await.expect(422);
    let mut pointers: Vec<&str> = mistakes(&refused).iter().map(|(pointer, _)| *pointer).collect();
    let all = pointers.len();
    pointers.dedup();
    assert_eq!(pointers.len(), all, "{}", refused.json);

    // A key that is written by nobody hides nothing else that is wrong.
    let refused = world.post("boss", "/leads", json!({"score": 5, "phone": "x"})).await.expect(422);
    let found = mistakes(&refused);
    assert!(found.contains(&("/phone", "not_a_phone")) && found.len() > 1, "{}", refused.json);
    let hook = json!({"name": "x", "url": "https://hooks.example.com/x", "events": ["lead.created", "lead.created"]});
    let hook = world.post("boss", "/webhooks", hook).await.expect(201);
    assert_eq!(hook["events"], json!(["lead.created"]));
    let path = format!("/webhooks/{}", hook.id());
    let refused = world.patch("boss", &path, json!({"allow_private": true})).await.refused(422, "STATE_FIELD");
    assert_eq!(mistakes(&refused), [("/allow_private", "only_at_creation")]);
    let refused = world.patch("boss", &path, json!({"url": "https://10.0.0.1/"})).await.refused(422, "VALIDATION");
    assert_eq!(mistakes(&refused), [("/url", "private_address")]);
    // What takes no body takes none.
    let told = json!({"x": 1});
    for path in [format!("/leads/{lead}/claim"), format!("{path}/rotate-secret")] {
        let refused = world.post("boss", &path, told.clone()).await.refused(400, "UNKNOWN_FIELD");
        assert_eq!(mistakes(&refused), [("/x", "unknown_field")]);
    }

    let email = |on: bool| json!({"channel": "email", "on": on});
    let both = json!({"events": [{"event": "lead.assigned", "channels": [email(true), email(false)]}]});
    let refused = world.put("ann", "/me/notification-preferences", both).await.refused(422, "VALIDATION");
    assert_eq!(mistakes(&refused), [("/events/0/channels/1", "duplicate")]);
    for time in ["9:5", "25:00", "0900"] {
        let quiet = json!({"events": [], "quiet_hours": {"from": time, "to": "08:00"}});
        let refused = world.put("ann", "/me/notification-preferences", quiet).await.refused(422, "VALIDATION");
        assert_eq!(mistakes(&refused), [("/quiet_hours/from", "invalid")], "{time}");
    }
}
