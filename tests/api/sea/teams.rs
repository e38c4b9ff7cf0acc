//! Who works on a customer beside its owner, and what stays with whom when it is given away (3.2, 3.8).

use serde_json::{Value, json};
use uuid::Uuid;

use super::Sea;
use crate::kit::parse_id;

impl Sea {
    async fn team(&self, who: &str, customer: Uuid, members: Value) -> crate::kit::Answer {
        self.world.put(who, &format!("/customers/{customer}/team"), json!({"members": members})).await
    }

    async fn rename(&self, who: &str, customer: Uuid) -> crate::kit::Answer {
        self.world.patch(who, &format!("/customers/{customer}"), json!({"remark": "改一下"})).await
    }
}

#[tokio::test]
async fn scenario_3f_a_transferred_customer_takes_its_contacts_and_leaves_what_was_agreed() {
    let sea = Sea::new().await;
    let customer = sea.owned("ann", "云帆").await;
    let contact = json!({"customer_id": customer, "name": "王芳"});
    let contact = sea.world.post("ann", "/contacts", contact).await.expect(201).id();
    let asked = json!({
        "user_id": sea.world.id("cat"), "with": ["contacts"], "keep_me_as": "read", "reason": "区域调整",
    });
    let given = sea.act("ann", customer, "transfer", asked).await.expect(200);
    assert_eq!(given["owner_id"], json!(sea.world.id("cat")));
    assert_eq!(given["allowed_actions"], json!([]), "ann looks on now");
    let path = format!("/contacts/{contact}");
    assert_eq!(sea.world.get("boss", &path).await.expect(200)["owner_id"], json!(sea.world.id("cat")));
    // Ann reads it and what belongs to it, and writes nothing; her supervisor lost it.
    sea.see("ann", customer).await.expect(200);
    sea.world.get("ann", &path).await.expect(200);
    sea.world.get("ann", &format!("/customers/{customer}/overview")).await.expect(200);
    sea.world.get("ann", &format!("/customers/{customer}/timeline")).await.expect(200);
    let seen = sea.world.get("ann", "/customers").await.expect(200);
    assert_eq!(seen.all("id"), [customer.to_string()]);
    sea.rename("ann", customer).await.refused(403, "FORBIDDEN");
    sea.world.patch("ann", &path, json!({"title": "经理"})).await.refused(403, "FORBIDDEN");
    sea.world.delete("ann", &format!("/customers/{customer}")).await.refused(403, "FORBIDDEN");
    sea.act("ann", customer, "transfer", sea.to("bob")).await.refused(403, "FORBIDDEN");
    sea.see("sue", customer).await.refused(404, "NOT_FOUND");
    let log = sea.world.get("boss", &format!("/customers/{customer}/owner-history")).await.expect(200);
    assert_eq!((&log.items()[0]["kind"], &log.items()[0]["note"]), (&json!("transfer"), &json!("区域调整")));
    let team = sea.world.get("cat", &format!("/customers/{customer}/team")).await.expect(200);
    assert_eq!((&team.items()[0]["user_name"], &team.items()[0]["access"]), (&json!("ann"), &json!("read")));
    // Back to her: an owner is not of the team.
    sea.act("cat", customer, "transfer", sea.to("ann")).await.expect(200);
    let team = sea.world.get("ann", &format!("/customers/{customer}/team")).await.expect(200);
    assert!(team.items().is_empty());
    sea.see("cat", customer).await.refused(404, "NOT_FOUND");
}

#[tokio::test]
async fn a_team_reads_and_writes_as_it_may_and_until_it_may() {
    let sea = Sea::new().await;
    sea.world.clock("2026-03-01T09:00:00+08:00").await;
    let (customer, other) = (sea.owned("ann", "云帆").await, sea.owned("ann", "别的").await);
    let (bob, cat) = (sea.world.id("bob"), sea.world.id("cat"));
    let members = json!([
        {"user_id": bob, "access": "read_write", "role_label": "售前"},
        {"user_id": cat, "access": "read", "expires_at": "2026-03-10T18:00:00+08:00"},
    ]);
    sea.team("cat", customer, members.clone()).await.refused(404, "NOT_FOUND");
    let team = sea.team("ann", customer, members.clone()).await.expect(200);
    assert_eq!(team.all("user_name"), ["bob", "cat"]);
    let changed = sea.rename("bob", customer).await.expect(200);
    assert_eq!(changed["allowed_actions"], json!(["update"]));
    sea.rename("bob", other).await.refused(404, "NOT_FOUND");
    let contact = json!({"customer_id": customer, "name": "王芳"});
    let contact = sea.world.post("bob", "/contacts", contact).await.expect(201);
    assert_eq!(contact["owner_id"], json!(sea.world.id("ann")));
    let said =
        json!({"subject": "customer", "subject_id": customer, "kind": "call", "outcome": "reached", "content": "聊过"});
    sea.world.post("bob", "/activities", said.clone()).await.expect(201);
    assert!(sea.see("ann", customer).await["last_activity_at"].is_string());
    // Who only reads writes nothing, and none of them decides who works on it.
    sea.rename("cat", customer).await.refused(403, "FORBIDDEN");
    sea.world.post("cat", "/activities", said).await.refused(403, "FORBIDDEN");
    sea.team("bob", customer, json!([])).await.refused(403, "FORBIDDEN");
    sea.release("bob", customer).await.refused(403, "FORBIDDEN");
    let listed = sea.world.get("cat", "/customers?count=exact").await.expect(200);
    assert_eq!((listed.items().len(), &listed["total"]["value"]), (1, &json!(1)));
    assert_eq!(sea.world.get("cat", "/contacts").await.expect(200).items().len(), 1);
    assert_eq!(sea.world.get("cat", "/activities").await.expect(200).items().len(), 1);
    let mine = sea.world.get("bob", "/customers?owner_id=me").await.expect(200);
    assert!(mine.items().is_empty());
    // A minute later she is out.
    sea.world.clock("2026-03-10T18:00:00+08:00").await;
    sea.see("cat", customer).await.refused(404, "NOT_FOUND");
    assert!(sea.world.get("cat", "/contacts").await.expect(200).items().is_empty());
    let team = sea.world.get("ann", &format!("/customers/{customer}/team")).await.expect(200);
    assert_eq!(team.items()[1]["expired"], true);
    sea.team("ann", customer, json!([])).await.expect(200);
    sea.see("bob", customer).await.refused(404, "NOT_FOUND");
    // Nobody twice, nobody unknown, not the owner.
    for wrong in [
        json!([{"user_id": sea.world.id("ann"), "access": "read"}]),
        json!([{"user_id": bob, "access": "read"}, {"user_id": bob, "access": "read_write"}]),
        json!([{"user_id": Uuid::now_v7(), "access": "read"}]),
        json!([{"user_id": bob, "access": "owner"}]),
    ] {
        sea.team("ann", customer, wrong).await.refused(422, "VALIDATION");
    }
}

#[tokio::test]
async fn a_team_goes_with_the_owner_where_the_pool_says_so() {
    let sea = Sea::new().await;
    let clears = sea.pool(json!({"name": "清空团队的", "clear_team": true})).await;
    let keeps = sea.pool(json!({"name": "保留团队的"})).await;
    for (pool, left) in [(clears, 0), (keeps, 1)] {
        let customer = sea.pooled(pool, &format!("云帆{left}")).await;
        sea.claim("ann", customer).await.expect(200);
        let team = json!([{"user_id": sea.world.id("cat"), "access": "read"}]);
        sea.team("ann", customer, team).await.expect(200);
        sea.release("ann", customer).await.expect(200);
        let team = sea.world.get("boss", &format!("/customers/{customer}/team")).await.expect(200);
        assert_eq!(team.items().len(), left);
    }
}

#[tokio::test]
async fn of_two_who_change_a_team_at_once_the_second_is_told() {
    let sea = Sea::new().await;
    let customer = sea.owned("ann", "云帆").await;
    let path = format!("/customers/{customer}/team");
    let member = |who: &str| json!({"members": [{"user_id": sea.world.id(who), "access": "read"}]});
    let seen = sea.world.get("ann", &path).await.expect(200)["version"].as_i64().unwrap();
    let now = sea.world.put_at("ann", &path, seen, member("bob")).await.expect(200);
    sea.world.put_at("boss", &path, seen, member("cat")).await.refused(412, "VERSION_CONFLICT");
    let kept = sea.world.get("boss", &path).await.expect(200);
    assert_eq!(kept.items()[0]["user_name"], "bob");
    assert_eq!(kept["version"], now["version"]);
    let changed = json!({"members": [{"user_id": sea.world.id("bob"), "access": "read_write"}]});
    let after = sea.world.put_at("boss", &path, kept["version"].as_i64().unwrap(), changed).await.expect(200);
    assert_ne!(after["version"], kept["version"], "what one may counts as well");
    sea.world.put("boss", &path, json!({"members": []})).await.expect(200);
    let again = sea.world.put("boss", &path, member("bob")).await.expect(200);
    assert_ne!(again["version"], now["version"], "who went and came back is not who was there all the time");
}

#[tokio::test]
async fn a_list_of_all_that_one_reaches_has_each_customer_once_and_in_order() {
    let sea = Sea::new().await;
    let other = sea.pool(json!({"name": "第二公海", "daily_limit": null})).await;
    let mut expected = Vec::new();
    for n in 0..4 {
        let shared = sea.owned("cat", &format!("云帆共享{n}号")).await;
        let (ann, bob) = (sea.world.id("ann"), sea.world.id("bob"));
        let members = json!([{"user_id": ann, "access": "read"}, {"user_id": bob, "access": "read_write"}]);
        sea.team("cat", shared, members).await.expect(200);
        let hidden = sea.owned("cat", &format!("云帆别人{n}号")).await;
        let own = sea.owned("ann", &format!("云帆自有{n}号")).await;
        let pooled = sea.pooled(sea.pool, &format!("云帆公海{n}号")).await;
        let elsewhere = sea.pooled(other, &format!("云帆另海{n}号")).await;
        let colleagues = sea.owned("bob", &format!("云帆同事{n}号")).await;
        expected.push((hidden, Vec::new()));
        expected.push((shared, vec!["ann", "bob"]));
        expected.push((own, vec!["ann", "sue"]));
        expected.push((pooled, vec!["ann", "bob", "sue"]));
        expected.push((elsewhere, vec!["ann", "bob", "sue"]));
        expected.push((colleagues, vec!["bob", "sue"]));
    }
    for who in ["ann", "bob", "sue"] {
        for (order, search) in [("-created_at", ""), ("created_at", ""), ("-created_at", "&q=云帆"), ("name", "")] {
            let mut found = Vec::new();
            let mut cursor = String::new();
            loop {
                let page = format!("/customers?sort={order}{search}&limit=5{cursor}");
                let page = sea.world.get(who, &page).await.expect(200);
                found.extend(page.items().iter().map(|item| parse_id(&item["id"])));
                match page["next_cursor"].as_str() {
                    Some(next) => cursor = format!("&cursor={next}"),
                    None => break,
                }
            }
            let all = format!("/customers?sort={order}{search}&limit=200");
            let all: Vec<_> =
                sea.world.get(who, &all).await.expect(200).items().iter().map(|item| parse_id(&item["id"])).collect();
            assert_eq!(found, all, "{who} {order}{search}");
            let mut reached: Vec<_> =
                expected.iter().filter(|(_, who_sees)| who_sees.contains(&who)).map(|(id, _)| *id).collect();
            reached.sort_unstable();
            found.sort_unstable();
            assert_eq!(found, reached, "{who} {order}{search}");
            let offset = format!("/customers?sort={order}{search}&limit=5&offset=7");
            let offset = sea.world.get(who, &offset).await.expect(200);
            let offset: Vec<_> = offset.items().iter().map(|item| parse_id(&item["id"])).collect();
            assert_eq!(offset, all[7..12], "{who} {order}{search}");
        }
    }
}
