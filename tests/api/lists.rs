//! Lists: order, pages, filters and search, the same for every kind of record; tried on leads.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::kit::{Answer, World};

async fn lead(world: &World, body: Value) -> Uuid {
    world.post("boss", "/leads", body).await.expect(201).id()
}

async fn list(world: &World, query: &[(&str, &str)]) -> Answer {
    let url = format!("{}/api/v1/leads", crate::server::base_url().await);
    let request = world.client.get(url).query(query).bearer_auth(world.token("boss"));
    Answer::read(request.send().await.unwrap()).await
}

fn filter(field: &str, op: &str, value: Value) -> String {
    json!({"field": field, "op": op, "value": value}).to_string()
}

/// All pages of a list, by its cursors.
async fn walk(world: &World, query: &[(&str, &str)]) -> Vec<Uuid> {
    let mut found = Vec::new();
    let mut cursor = String::new();
    loop {
        let mut query = query.to_vec();
        if !cursor.is_empty() {
            query.push(("cursor", &cursor));
        }
        let page = list(world, &query).await.expect(200);
        found.extend(page.items().iter().map(|item| item["id"].as_str().unwrap().parse::<Uuid>().unwrap()));
        match page["next_cursor"].as_str() {
            Some(next) => cursor = next.to_owned(),
            None => return found,
        }
    }
}

#[tokio::test]
async fn p61_pages_neither_repeat_nor_miss_while_rows_are_inserted() {
    let world = World::new().await;
    let mut before = Vec::new();
    for number in 0..11 {
        before.push(lead(&world, json!({"company_name": format!("云帆第{number}分店")})).await);
    }
    let first = list(&world, &[("limit", "4")]).await.expect(200);
    lead(&world, json!({"company_name": "后来者"})).await;
    let cursor = first["next_cursor"].as_str().unwrap();
    let mut seen: Vec<Uuid> = first.items().iter().map(|item| item["id"].as_str().unwrap().parse().unwrap()).collect();
    seen.extend(walk_from(&world, cursor).await);
    before.reverse();
    assert_eq!(seen, before);
}

async fn walk_from(world: &World, cursor: &str) -> Vec<Uuid> {
    let mut found = Vec::new();
    let mut cursor = Some(cursor.to_owned());
    while let Some(at) = cursor {
        let page = list(world, &[("limit", "4"), ("cursor", &at)]).await.expect(200);
        found.extend(page.items().iter().map(|item| item["id"].as_str().unwrap().parse::<Uuid>().unwrap()));
        cursor = page["next_cursor"].as_str().map(str::to_owned);
    }
    found
}

#[tokio::test]
async fn every_order_is_complete_with_empty_values_last() {
    let world = World::new().await;
    for (name, level) in [("甲", None), ("乙", Some("B")), ("丙", Some("A")), ("丁", None), ("戊", Some("B"))] {
        lead(&world, json!({"company_name": name, "level": level})).await;
    }
    for sort in ["level", "-level", "level,-company_name", "company_name", "-created_at", "id", "-score,level"] {
        let whole = list(&world, &[("sort", sort)]).await.expect(200);
        let whole: Vec<Uuid> = whole.items().iter().map(|item| item["id"].as_str().unwrap().parse().unwrap()).collect();
        assert_eq!(whole.len(), 5);
        assert_eq!(walk(&world, &[("sort", sort), ("limit", "2")]).await, whole, "{sort}");
    }
    let levels = list(&world, &[("sort", "-level")]).await;
    let levels: Vec<Option<&str>> = levels.items().iter().map(|item| item["level"].as_str()).collect();
    assert_eq!(levels, [Some("B"), Some("B"), Some("A"), None, None]);
}

#[tokio::test]
async fn a_cursor_is_good_for_its_own_list_only() {
    let (world, stranger) = (World::new().await, World::new().await);
    for number in 0..3 {
        lead(&world, json!({"company_name": format!("云帆第{number}分店")})).await;
        lead(&stranger, json!({"company_name": format!("明华第{number}分店")})).await;
    }
    let page = list(&world, &[("limit", "1")]).await.expect(200);
    let cursor = page["next_cursor"].as_str().unwrap();
    list(&world, &[("limit", "1"), ("cursor", cursor), ("sort", "company_name")]).await.refused(400, "MALFORMED");
    list(&stranger, &[("limit", "1"), ("cursor", cursor)]).await.refused(400, "MALFORMED");
    let path = format!("/lead-pools?limit=1&cursor={cursor}");
    world.get("boss", &path).await.refused(400, "MALFORMED");
    let mut forged = cursor.to_owned();
    let last = forged.pop().unwrap();
    forged.push(if last == 'A' { 'B' } else { 'A' });
    list(&world, &[("cursor", &forged)]).await.refused(400, "MALFORMED");
}

#[tokio::test]
async fn p62_limits_and_counts_are_kept() {
    let world = World::new().await;
    for number in 0..3 {
        lead(&world, json!({"company_name": format!("云帆第{number}分店")})).await;
    }
    for limit in ["0", "201", "-1", "many"] {
        list(&world, &[("limit", limit)]).await.refused(400, "MALFORMED");
    }
    list(&world, &[("offset", "10001")]).await.refused(400, "MALFORMED");
    assert_eq!(list(&world, &[("limit", "2")]).await["total"], Value::Null);
    assert_eq!(
        list(&world, &[("limit", "2"), ("count", "capped")]).await["total"],
        json!({"value": 3, "capped": false})
    );
    assert_eq!(list(&world, &[("offset", "2"), ("count", "exact")]).await["total"]["value"], 3);
    assert_eq!(list(&world, &[("offset", "2")]).await.items().len(), 1);
    let page = list(&world, &[("fields", "company_name")]).await.expect(200);
    let mut keys: Vec<&String> = page.items()[0].as_object().unwrap().keys().collect();
    keys.sort();
    assert_eq!(keys, ["allowed_actions", "company_name", "id", "version"]);
}

#[tokio::test]
async fn filters_find_what_they_say() {
    let world = World::new().await;
    world.clock("2026-03-18T10:00:00+08:00").await;
    let a = lead(
        &world,
        json!({"company_name": "上海云帆服饰", "level": "A", "tags": ["展会", "老客户"], "budget": "1000.50"}),
    )
    .await;
    world.clock("2026-03-19T00:30:00+08:00").await;
    let b = lead(&world, json!({"company_name": "北京明华_电子", "level": "B", "email": "li@minghua.cn"})).await;
    let c = lead(&world, json!({"company_name": "广州恒信%贸易"})).await;
    for (what, expected) in [
        (filter("level", "eq", json!("A")), vec![a]),
        (filter("level", "ne", json!("A")), vec![b, c]),
        (filter("level", "in", json!(["A", "B"])), vec![a, b]),
        (filter("level", "not_in", json!(["A", "B"])), vec![c]),
        (filter("level", "is_null", Value::Null), vec![c]),
        (filter("email", "is_not_null", Value::Null), vec![b]),
        (filter("company_name", "contains", json!("_")), vec![b]),
        (filter("company_name", "contains", json!("%")), vec![c]),
        (filter("company_name", "starts_with", json!("上海")), vec![a]),
        (filter("tags", "contains", json!("展会")), vec![a]),
        (filter("budget", "gte", json!("1000.5")), vec![a]),
        (filter("budget", "between", json!(["0", "1000.49"])), vec![]),
        (filter("created_at", "today", Value::Null), vec![b, c]),
        (filter("created_at", "yesterday", Value::Null), vec![a]),
        (filter("created_at", "eq", json!("2026-03-18")), vec![a]),
        (filter("created_at", "last_n_days", json!(2)), vec![a, b, c]),
        (json!({"not": {"field": "level", "op": "eq", "value": "A"}}).to_string(), vec![b, c]),
        (json!({"and": []}).to_string(), vec![a, b, c]),
        (json!({"or": []}).to_string(), vec![]),
        (
            json!({"or": [{"field": "level", "op": "eq", "value": "A"},
                          {"and": [{"field": "level", "op": "is_null"}, {"field": "company_name", "op": "contains", "value": "恒信"}]}]})
            .to_string(),
            vec![a, c],
        ),
    ] {
        let page = list(&world, &[("filter", &what), ("sort", "id")]).await.expect(200);
        let found: Vec<Uuid> = page.items().iter().map(|item| item["id"].as_str().unwrap().parse().unwrap()).collect();
        assert_eq!(found, expected, "{what}");
    }
    assert_eq!(list(&world, &[("level", "A,B")]).await.items().len(), 2);
    assert_eq!(list(&world, &[("level", "")]).await.items().len(), 1);
    assert_eq!(list(&world, &[("owner_id", "me"), ("level", "A")]).await.expect(200).status, 200);
}

#[tokio::test]
async fn any_two_characters_find_a_record() {
    let world = World::new().await;
    let found = lead(
        &world,
        json!({"company_name": "上海云帆服饰有限公司", "contact_name": "欧阳娜", "mobile": "13912345678", "email": "na@yunfan.com"}),
    )
    .await;
    lead(&world, json!({"company_name": "北京明华电子有限公司", "mobile": "18600001111"})).await;
    for words in [
        "云帆",
        "服饰",
        "上海云帆服饰",
        "yunfan",
        "YunFan",
        "yffs",
        "欧阳",
        "ouyang",
        "391234",
        "5678",
        "上海 欧阳",
        "帆服",
    ] {
        let page = list(&world, &[("q", words)]).await.expect(200);
        assert_eq!(page.all("id"), [found.to_string()], "{words}");
    }
    for words in ["帆云", "云明", "99999", "！？", "zz"] {
        assert!(list(&world, &[("q", words)]).await.expect(200).items().is_empty(), "{words}");
    }
}

#[tokio::test]
async fn meta_describes_what_a_list_has() {
    let world = World::new().await;
    let meta = world.get("boss", "/meta/leads").await.expect(200);
    assert_eq!(meta["label"]["zh"], "线索");
    let fields = meta["fields"].as_array().unwrap();
    let level = fields.iter().find(|field| field["key"] == "level").unwrap();
    assert_eq!(level["kind"], "choice");
    assert_eq!(level["options"].as_array().unwrap().len(), 4);
    let listed = list(&world, &[]).await;
    assert!(listed.items().is_empty());
    lead(&world, json!({"company_name": "云帆"})).await;
    let item = list(&world, &[]).await.items()[0].clone();
    for key in item.as_object().unwrap().keys().filter(|key| *key != "allowed_actions") {
        assert!(fields.iter().any(|field| field["key"] == **key), "{key} is not described");
    }
    world.get("boss", "/meta/secrets").await.refused(404, "NOT_FOUND");
}

#[tokio::test]
async fn many_records_are_edited_and_deleted_at_once_each_on_its_own() {
    let (world, stranger) = (World::new().await, World::new().await);
    let ids = [
        lead(&world, json!({"company_name": "云帆第一分店"})).await,
        lead(&world, json!({"company_name": "云帆第二分店"})).await,
    ];
    let foreign = stranger.post("boss", "/leads", json!({"company_name": "明华"})).await.expect(201).id();
    let chosen = [ids[0], foreign, ids[1], ids[0]];
    let body = json!({"ids": chosen, "changes": {"level": "A"}});
    let answer = world.post("boss", "/leads/batch/update", body).await.expect(200);
    assert_eq!(answer["succeeded"], json!(ids));
    assert_eq!(answer["failed"][0]["code"], "NOT_FOUND");
    assert_eq!(stranger.get("boss", &format!("/leads/{foreign}")).await["level"], Value::Null);

    let wrong = json!({"ids": ids, "changes": {"status": "converted"}});
    assert_eq!(world.post("boss", "/leads/batch/update", wrong).await.expect(200)["failed"][0]["code"], "STATE_FIELD");
    let all = json!({"ids": [ids[0], foreign], "changes": {"level": "B"}, "atomic": true});
    world.post("boss", "/leads/batch/update", all).await.refused(404, "NOT_FOUND");
    assert_eq!(list(&world, &[("level", "A")]).await.items().len(), 2);

    let by_filter = json!({"filter": {"field": "level", "op": "eq", "value": "A"}});
    let answer = world.post("boss", "/leads/batch/delete", by_filter).await.expect(200);
    assert_eq!(answer["succeeded"].as_array().unwrap().len(), 2);
    assert!(list(&world, &[]).await.items().is_empty());
}
