//! How customers belong together, and what is known about them (3.9, 3.13).

use serde_json::{Value, json};
use uuid::Uuid;

use super::Sea;

#[tokio::test]
async fn customers_deal_with_each_other() {
    let sea = Sea::new().await;
    let (maker, shop) = (sea.owned("ann", "云帆集团").await, sea.owned("ann", "明华商行").await);
    let cats = sea.owned("cat", "凯特的客户").await;
    let relation = |from: Uuid, to: Uuid, kind: &str| json!({"from_id": from, "to_id": to, "kind": kind});
    let mut deals = relation(shop, maker, "dealer_of");
    deals["territory"] = json!("华东");
    sea.world.post("ann", "/customer-relations", deals.clone()).await.refused(422, "VALIDATION");
    sea.world.patch("ann", &format!("/customers/{shop}"), json!({"role": "dealer"})).await.expect(200);
    let made = sea.world.post("ann", "/customer-relations", deals.clone()).await.expect(201);
    assert_eq!((&made["from_name"], &made["to_name"]), (&json!("明华商行"), &json!("云帆集团")));
    sea.world.post("ann", "/customer-relations", deals).await.refused(409, "DUPLICATE");
    for wrong in [
        relation(maker, maker, "partner_of"),
        relation(maker, cats, "partner_of"),
        relation(cats, maker, "partner_of"),
        json!({"from_id": shop, "to_id": maker, "kind": "supplier_of", "valid_from": "2026-02-01", "valid_to": "2026-01-01"}),
    ] {
        sea.world.post("ann", "/customer-relations", wrong).await.refused(422, "VALIDATION");
    }
    let path = format!("/customer-relations/{}", made.id());
    sea.world.patch("ann", &path, json!({"products": "西服"})).await.expect(200);
    sea.world.get("cat", &path).await.refused(404, "NOT_FOUND");
    // Whoever sees one of the two sees that they deal with each other; who may edit the first changes it.
    sea.act("ann", maker, "transfer", sea.to("cat")).await.expect(200);
    sea.world.get("cat", &path).await.expect(200);
    sea.world.patch("cat", &path, json!({"products": "衬衫"})).await.refused(422, "VALIDATION");
    let around = sea.world.get("cat", &format!("/customer-relations?to_id={maker}")).await.expect(200);
    assert_eq!(around.all("territory"), ["华东"]);
    sea.world.delete("ann", &path).await.expect(204);
    sea.world.get("ann", &path).await.refused(404, "NOT_FOUND");
}

#[tokio::test]
async fn a_tree_is_shown_as_far_as_one_sees_and_says_so() {
    let sea = Sea::new().await;
    let top = sea.owned("boss", "云帆集团").await;
    let child = |who: &'static str, name: &'static str, parent: Uuid| {
        let body = json!({"name": name, "parent_id": parent, "owner_id": sea.world.id(who)});
        let world = &sea.world;
        async move { world.post("boss", "/customers", body).await.expect(201).id() }
    };
    let east = child("ann", "云帆华东", top).await;
    let north = child("cat", "云帆华北", top).await;
    let shop = child("ann", "云帆上海门店", east).await;
    let hidden = child("cat", "云帆苏州门店", east).await;
    sea.world.post("ann", "/contacts", json!({"customer_id": shop, "name": "王芳"})).await.expect(201);
    let tree = |who: &'static str, id: Uuid| {
        let path = format!("/customers/{id}/hierarchy?rollup=true");
        let world = &sea.world;
        async move { world.get(who, &path).await }
    };
    let whole = tree("boss", top).await.expect(200);
    let ids = |nodes: &Value| -> Vec<String> {
        nodes.as_array().unwrap().iter().map(|node| node["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids(&whole["nodes"]).len(), 5);
    assert_eq!((&whole["partial"], &whole["rollup"]["customers"]), (&json!(false), &json!(5)));
    assert_eq!((&whole["rollup"]["contacts"], &whole["rollup"]["dealt"]), (&json!(1), &json!(0)));
    assert_eq!(whole["nodes"][0]["parent_id"], Value::Null);
    let below = tree("boss", shop).await.expect(200);
    assert_eq!(ids(&below["ancestors"]), [top.to_string(), east.to_string()]);
    let hers = tree("ann", east).await.expect(200);
    assert_eq!(ids(&hers["nodes"]), [east.to_string(), shop.to_string()]);
    assert_eq!((&hers["partial"], &hers["rollup"]["customers"]), (&json!(true), &json!(2)));
    assert_eq!(hers["ancestors"], json!([]));
    tree("ann", north).await.refused(404, "NOT_FOUND");
    tree("ann", hidden).await.refused(404, "NOT_FOUND");
}

#[tokio::test]
async fn what_is_known_reaches_those_who_want_to_know() {
    let sea = Sea::new().await;
    sea.world.clock("2026-03-01T09:00:00+08:00").await;
    let customer = json!({"name": "云帆", "level": "A"});
    let customer = sea.world.post("ann", "/customers", customer).await.expect(201).id();
    let entry = |visibility: &str| json!({"customer_id": customer, "kind": "decision_process", "text": "总经理拍板", "visibility": visibility});
    sea.world.post("cat", "/customer-knowledge", entry("customer")).await.refused(422, "VALIDATION");
    let draft = sea.world.post("ann", "/customer-knowledge", entry("organisation")).await.expect(201);
    assert_eq!((&draft["status"], &draft["shared"]), (&json!("draft"), &json!(false)));
    let path = format!("/customer-knowledge/{}", draft.id());
    sea.world.get("cat", &path).await.refused(404, "NOT_FOUND");
    // Everybody subscribes for himself, administrators for others.
    let mine =
        sea.world.post("cat", "/knowledge-subscriptions", json!({"kinds": ["decision_process"]})).await.expect(201);
    assert_eq!(mine["user_ids"], json!([sea.world.id("cat")]));
    let for_others = json!({"user_ids": [sea.world.id("bob")]});
    sea.world.post("cat", "/knowledge-subscriptions", for_others).await.refused(403, "FORBIDDEN");
    for (user, more) in [("bob", json!({"levels": ["B"]})), ("sue", json!({"levels": ["A"]})), ("ann", json!({}))] {
        let mut body = more;
        body["user_ids"] = json!([sea.world.id(user)]);
        sea.world.post("boss", "/knowledge-subscriptions", body).await.expect(201);
    }
    sea.world.act("cat", &format!("{path}/publish")).await.refused(404, "NOT_FOUND");
    let published = sea.world.act("ann", &format!("{path}/publish")).await.expect(200);
    assert_eq!((&published["status"], &published["shared"]), (&json!("published"), &json!(true)));
    sea.world.act("ann", &format!("{path}/publish")).await.refused(409, "INVALID_STATE");
    // She reads the entry and the customer's name, and nothing else of the customer.
    assert_eq!(sea.world.get("cat", &path).await.expect(200)["customer_name"], "云帆");
    sea.see("cat", customer).await.refused(404, "NOT_FOUND");
    sea.world.patch("cat", &path, json!({"text": "不是"})).await.refused(403, "FORBIDDEN");
    assert_eq!(sea.audience(draft.id()).await, sorted(vec![sea.world.id("cat"), sea.world.id("sue")]));
    // What only readers of the customer may read is told to them alone; what no longer counts to nobody.
    let inner = sea.world.post("ann", "/customer-knowledge", entry("customer")).await.expect(201).id();
    sea.world.act("ann", &format!("/customer-knowledge/{inner}/publish")).await.expect(200);
    assert_eq!(sea.audience(inner).await, [sea.world.id("sue")]);
    sea.world.get("cat", &format!("/customer-knowledge/{inner}")).await.refused(404, "NOT_FOUND");
    sea.world.get("sue", &format!("/customer-knowledge/{inner}")).await.expect(200);
    let over = json!({"valid_until": "2026-02-28"});
    sea.world.patch("ann", &format!("/customer-knowledge/{inner}"), over).await.expect(200);
    assert!(sea.audience(inner).await.is_empty());
    // Who may not publish opens nothing to everybody that only some could read.
    let writes = json!({"code": "clerk", "name": "文员", "grants": [
        {"permission": "customer:read", "scope": "self"}, {"permission": "customer:update", "scope": "self"},
        {"permission": "customer_knowledge:read", "scope": "self"},
        {"permission": "customer_knowledge:update", "scope": "self"},
    ]});
    let role = sea.world.post("boss", "/roles", writes).await.expect(201).id();
    sea.world.patch("boss", &format!("/users/{}", sea.world.id("ann")), json!({"role_ids": [role]})).await.expect(200);
    let path = format!("/customer-knowledge/{inner}");
    sea.world.patch("ann", &path, json!({"visibility": "organisation"})).await.refused(403, "FORBIDDEN");
    sea.world.patch("ann", &path, json!({"text": "总经理和股东"})).await.expect(200);
}

impl Sea {
    async fn audience(&self, entry: Uuid) -> Vec<Uuid> {
        let told = self.world.get("boss", &format!("/customer-knowledge/{entry}/audience")).await.expect(200);
        told["user_ids"].as_array().unwrap().iter().map(crate::kit::parse_id).collect()
    }
}

fn sorted(mut ids: Vec<Uuid>) -> Vec<Uuid> {
    ids.sort_unstable();
    ids
}
