//! Whose a pool is, and how many leads people may hold (2.2, 2.5).

use serde_json::{Value, json};

use super::{Sales, actions};

#[tokio::test]
async fn p35_a_pool_is_its_members_and_what_it_covers_stays_covered() {
    let sales = Sales::new().await;
    let pool = json!({"name": "鲍勃的池", "user_ids": [sales.world.id("bob")], "masked_fields": ["phone"]});
    let pool = sales.world.post("boss", "/lead-pools", pool).await.expect(201).id();
    let lead = json!({"company_name": "云帆", "phone": "13800138000", "pool_id": pool});
    let lead = sales.world.post("boss", "/leads", lead).await.expect(201).id();
    // Who is no member knows nothing of it.
    sales.lead("ann", lead).await.refused(404, "NOT_FOUND");
    sales.claim("ann", lead).await.refused(404, "NOT_FOUND");
    assert!(sales.world.get("ann", "/leads").await.expect(200).items().is_empty());
    // Whoever sees it without sitting there may not take it.
    let other = sales.world.department("二组", None).await;
    sales.world.person("tom", &["admin"], Some(other)).await;
    let seen = sales.lead("tom", lead).await.expect(200);
    assert!(!actions(&seen).contains(&"claim") && actions(&seen).contains(&"assign"), "{}", seen.json);
    sales.claim("tom", lead).await.refused(403, "NOT_POOL_MEMBER");
    // A member sees it covered, and cannot find out by asking.
    let seen = sales.lead("bob", lead).await.expect(200);
    assert_eq!(seen["phone"], "138****8000");
    assert_eq!(actions(&seen), ["claim"]);
    assert!(sales.world.get("bob", "/leads?q=13800138000").await.expect(200).items().is_empty());
    assert!(sales.world.get("bob", "/leads?phone=13800138000").await.expect(200).items().is_empty());
    let to_ann = json!({"user_id": sales.world.id("ann")});
    sales.world.post("boss", &format!("/leads/{lead}/assign"), to_ann).await.refused(403, "NOT_POOL_MEMBER");
    let bobs = sales.claim("bob", lead).await.expect(200);
    assert_eq!(bobs["phone"], "13800138000");
    assert_eq!(actions(&bobs), ["update", "delete", "return", "transfer", "invalidate", "convert"]);
    // An assign-only pool shows its members nothing.
    sales.give_back("bob", lead).await.expect(200);
    let closed = json!({"visible_to_members": false});
    sales.world.patch("boss", &format!("/lead-pools/{pool}"), closed).await.expect(200);
    sales.lead("bob", lead).await.refused(404, "NOT_FOUND");
    // Its admins share out.
    let admin = json!({"admin_ids": [sales.world.id("bob")]});
    sales.world.patch("boss", &format!("/lead-pools/{pool}"), admin).await.expect(200);
    assert_eq!(sales.lead("bob", lead).await.expect(200)["phone"], "13800138000");
}

#[tokio::test]
async fn p35_what_is_covered_or_hidden_is_neither_searched_nor_sorted_by() {
    let sales = Sales::new().await;
    let world = &sales.world;
    let pool =
        json!({"name": "鲍勃的池", "user_ids": [world.id("bob")], "masked_fields": ["wechat", "phone", "title"]});
    let pool = world.post("boss", "/lead-pools", pool).await.expect(201).id();
    for (name, wechat, title, end) in
        [("云帆", "fan2024", "A", 0), ("海运", "haiyun88", "C", 1), ("江帆", "jf", "B", 2)]
    {
        let phone = format!("1380013800{end}");
        let lead = json!({"company_name": name, "wechat": wechat, "title": title, "phone": phone, "pool_id": pool});
        world.post("boss", "/leads", lead).await.expect(201);
    }
    let found = async |who: &str, asked: &str| -> Vec<String> {
        let list = world.get(who, &format!("/leads?{asked}&fields=company_name")).await.expect(200);
        list.items().iter().map(|lead| lead["company_name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(found("boss", "q=fan2024").await, ["云帆"]);
    // Digits of full width are digits; a word of the name beside one of what is covered tells nothing either.
    for asked in ["fan2024", "2024", "%EF%BC%92%EF%BC%90%EF%BC%92%EF%BC%94", "8000", "云帆 fan20", "wechat"] {
        assert!(found("bob", &format!("q={asked}")).await.is_empty(), "{asked}");
    }
    // What he sees is found, even where what he does not see has the same letters.
    assert_eq!(found("bob", "q=云帆").await, ["云帆"]);
    assert_eq!(found("bob", "q=fan").await, ["江帆", "云帆"]);
    assert_eq!(found("boss", "sort=title").await, ["云帆", "江帆", "海运"]);
    // In order of creation, by id, as if nobody knew the titles.
    assert_eq!(found("bob", "sort=title").await, ["云帆", "海运", "江帆"]);
    let first = world.get("bob", "/leads?sort=title&limit=1&fields=company_name").await.expect(200);
    let cursor = first["next_cursor"].as_str().unwrap().to_owned();
    assert_eq!(found("bob", &format!("sort=title&cursor={cursor}")).await, ["海运", "江帆"]);

    let rules = json!({"fields": [{"object": "lead", "field": "wechat", "access": "hidden"},
        {"object": "lead", "field": "phone", "access": "write", "mask": "list"}]});
    let role = world.role("account_manager").await;
    world.patch("boss", &format!("/roles/{role}"), rules).await.expect(200);
    let own = json!({"company_name": "远洋", "wechat": "yuanyang77", "phone": "13911223344"});
    world.post("ann", "/leads", own).await.refused(403, "FIELD_FORBIDDEN");
    let anns =
        json!({"company_name": "远洋", "wechat": "yuanyang77", "phone": "13911223344", "owner_id": world.id("ann")});
    world.post("boss", "/leads", anns).await.expect(201);
    assert!(found("ann", "q=yuanyang77").await.is_empty());
    assert!(found("ann", "q=11223344").await.is_empty());
    assert_eq!(found("ann", "q=yuanyang").await, ["远洋"]);
}

#[tokio::test]
async fn pools_are_closed_when_empty_and_one_stays() {
    let sales = Sales::new().await;
    let world = &sales.world;
    let first = format!("/lead-pools/{}", sales.pool);
    world.patch("boss", &first, json!({"enabled": false, "is_default": false})).await.refused(422, "VALIDATION");
    world.delete("boss", &first).await.refused(409, "LAST_POOL");
    let second = world.post("boss", "/lead-pools", json!({"name": "二号池"})).await.expect(201);
    let path = format!("/lead-pools/{}", second.id());
    let lead = json!({"company_name": "云帆", "pool_id": second.id()});
    let lead = world.post("boss", "/leads", lead).await.expect(201).id();
    world.patch("boss", &path, json!({"enabled": false})).await.refused(409, "POOL_NOT_EMPTY");
    world.delete("boss", &path).await.refused(409, "POOL_NOT_EMPTY");
    world.post("boss", "/lead-pools", json!({"name": "二号池"})).await.refused(409, "DUPLICATE");
    sales.claim("ann", lead).await.expect(200);
    // What comes out of a pool that was closed since goes to the default one.
    world.patch("boss", &path, json!({"enabled": false})).await.expect(200);
    world
        .post("boss", "/leads", json!({"company_name": "新", "pool_id": second.id()}))
        .await
        .refused(422, "VALIDATION");
    let returned = sales.give_back("ann", lead).await.expect(200);
    assert_eq!(returned["pool_id"], sales.pool.to_string());
    world.patch("boss", &path, json!({"enabled": true})).await.expect(200);
    world.patch("boss", &path, json!({"is_default": true})).await.expect(200);
    assert_eq!(world.get("boss", &first).await["is_default"], false);
}

#[tokio::test]
async fn the_closest_capacity_rule_counts_and_two_as_close_are_refused() {
    let sales = Sales::new().await;
    let world = &sales.world;
    let rule = |name: &str, more: Value| {
        let mut rule = json!({"name": name, "object": "lead", "max_owned": 1});
        rule.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        rule
    };
    world.post("boss", "/capacity-rules", rule("全员", json!({}))).await.expect(201);
    world.post("boss", "/capacity-rules", rule("又全员", json!({}))).await.refused(422, "CAPACITY_SCOPE_DUPLICATE");
    let manager = world.role("account_manager").await;
    let roles = json!({"role_ids": [manager], "max_owned": 2});
    world.post("boss", "/capacity-rules", rule("客户经理", roles)).await.expect(201);
    let anns = json!({"user_ids": [world.id("ann")], "max_owned": null});
    let anns = world.post("boss", "/capacity-rules", rule("安", anns)).await.expect(201);
    let again = json!({"user_ids": [world.id("bob"), world.id("ann")]});
    world.post("boss", "/capacity-rules", rule("二人", again)).await.refused(422, "CAPACITY_SCOPE_DUPLICATE");
    let caps = [sales.quota("ann").await, sales.quota("bob").await, sales.quota("sue").await];
    assert_eq!(caps.map(|quota| quota["cap"].clone()), [Value::Null, json!(2), json!(1)]);
    world.delete("boss", &format!("/capacity-rules/{}", anns.id())).await.expect(204);
    assert_eq!(sales.quota("ann").await["cap"], 2);
}
