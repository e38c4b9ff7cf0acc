//! Definitions: what they must be, how they change, how they go and come back (12.6).

use serde_json::{Value, json};

use super::{add, lead, named, words, wrong};
use crate::kit::{World, until};

#[tokio::test]
async fn a_key_is_taken_once_and_never_changes() {
    let world = World::new().await;
    let field =
        add(&world, json!({"key": "c_size", "type": "text", "label": "尺码", "label_en": "Size"})).await.expect(201);
    add(&world, json!({"key": "c_size", "type": "number"})).await.refused(409, "DUPLICATE");
    add(&world, json!({"key": "c_size", "type": "number", "resource": "customers"})).await.expect(201);
    for key in ["size", "c_Size", "c_1", "c_size_name", "c_", "owner_id"] {
        let refused = add(&world, json!({"key": key, "type": "text"})).await;
        assert_eq!(wrong(&refused), [("/key".to_owned(), "invalid".to_owned())], "{key}");
    }
    let path = format!("/custom-fields/{}", field.id());
    for body in [json!({"key": "c_other"}), json!({"is_unique": true}), json!({"resource": "contacts"})] {
        world.patch("boss", &path, body).await.refused(422, "STATE_FIELD");
    }
    world.patch("boss", &path, json!({"type": "number"})).await.refused(422, "VALIDATION");
    world.patch("boss", &path, json!({"type": "long_text", "label": "规格"})).await.expect(200);
    let meta = world.get("boss", "/meta/leads").await.expect(200);
    let fields = meta["fields"].as_array().unwrap();
    let size = fields.iter().find(|field| field["key"] == "c_size").unwrap();
    assert_eq!((&size["label"]["zh"], &size["kind"]), (&json!("规格"), &json!("long_text")));
    for (body, pointer) in [
        (json!({"key": "c_x", "type": "select", "dictionary": "nothing"}), "/dictionary"),
        (json!({"key": "c_x", "type": "formula", "formula": "c_nothing + 1"}), "/formula"),
        (json!({"key": "c_x", "type": "text", "resource": "users"}), "/resource"),
        (json!({"key": "c_x", "type": "sub_table"}), "/type"),
    ] {
        let refused = add(&world, body).await;
        assert_eq!(wrong(&refused).first().map(|(pointer, _)| pointer.as_str()), Some(pointer));
    }
}

#[tokio::test]
async fn deleting_puts_a_field_away_and_restoring_brings_its_values_back() {
    let world = World::new().await;
    words(&world, "terms", &["now", "later"]).await;
    let field = add(&world, json!({"key": "c_terms", "type": "select", "dictionary": "terms"})).await.expect(201).id();
    let id = lead(&world, json!({"c_terms": "now"})).await.expect(201).id();
    let path = format!("/leads/{id}");
    world.delete("boss", &format!("/custom-fields/{field}")).await.expect(204);
    assert!(world.get("boss", &path).await.expect(200).json.get("c_terms").is_none());
    lead(&world, json!({"c_terms": "now"})).await.refused(400, "UNKNOWN_FIELD");
    world.get("boss", "/leads?c_terms=now").await.refused(400, "UNKNOWN_FIELD");
    add(&world, json!({"key": "c_terms", "type": "text"})).await.refused(409, "DUPLICATE");
    // Written meanwhile, the record keeps what it cannot show.
    world.patch("boss", &path, json!({"title": "经理"})).await.expect(200);
    world.post("boss", &format!("/recycle-bin/custom-fields/{field}/restore"), json!({})).await;
    assert_eq!(world.get("boss", &path).await.expect(200)["c_terms"], "now");
    assert_eq!(named(&world, "boss", "c_terms=now").await.len(), 1);
    // Gone for good, its values go too and the key is free.
    world.delete("boss", &format!("/custom-fields/{field}")).await.expect(204);
    world.delete("boss", &format!("/recycle-bin/custom-fields/{field}")).await.expect(204);
    let version = world.get("boss", &path).await.expect(200)["version"].clone();
    let again = until("freeing the key", async || {
        let again = add(&world, json!({"key": "c_terms", "type": "text"})).await;
        if again.status == 409 { None } else { Some(again) }
    });
    again.await.expect(201);
    let kept = world.get("boss", &path).await.expect(200);
    assert_eq!((&kept["c_terms"], &kept["version"]), (&Value::Null, &version));
    let history = world.get("boss", &format!("{path}/history")).await.expect(200);
    assert_eq!(history.items()[0]["changes"][0]["old"], "now", "{}", history.json);
}

#[tokio::test]
async fn records_are_found_by_a_field_as_soon_as_it_is_searchable_and_no_longer_when_it_is_not() {
    let world = World::new().await;
    let field = add(&world, json!({"key": "c_brand", "type": "text"})).await.expect(201).id();
    let id = lead(&world, json!({"c_brand": "森活"})).await.expect(201).id();
    lead(&world, json!({"company_name": "别家"})).await.expect(201);
    let path = format!("/leads/{id}");
    let before = world.get("boss", &path).await.expect(200);
    for (searchable, found) in [(true, 1), (false, 0)] {
        let change = json!({"searchable": searchable});
        world.patch("boss", &format!("/custom-fields/{field}"), change).await.expect(200);
        for asked in ["q=森活", "q=senhuo"] {
            until("finding by the field", async || (named(&world, "boss", asked).await.len() == found).then_some(()))
                .await;
        }
    }
    let history = world.get("boss", &format!("{path}/history")).await.expect(200);
    assert_eq!(history.items().len(), 1, "{}", history.json);
    let after = world.get("boss", &path).await.expect(200);
    for key in ["version", "updated_at", "c_brand"] {
        assert_eq!(after[key], before[key], "{key}");
    }
    assert_eq!(named(&world, "boss", "q=云帆").await.len(), 1);
    // Put away, it finds nothing; back again, it does, though the record was written meanwhile.
    let definition = format!("/custom-fields/{field}");
    world.patch("boss", &definition, json!({"searchable": true})).await.expect(200);
    let finds = async |count: usize| {
        let look = async || (named(&world, "boss", "q=森活").await.len() == count).then_some(());
        until("finding by the field", look).await;
    };
    finds(1).await;
    world.delete("boss", &definition).await.expect(204);
    finds(0).await;
    world.patch("boss", &path, json!({"title": "经理"})).await.expect(200);
    world.post("boss", &format!("/recycle-bin/custom-fields/{field}/restore"), json!({})).await;
    finds(1).await;
}

#[tokio::test]
async fn a_word_that_a_field_holds_is_not_taken_away() {
    let world = World::new().await;
    words(&world, "terms", &["now", "later", "never"]).await;
    add(&world, json!({"key": "c_one", "type": "select", "dictionary": "terms"})).await.expect(201);
    add(&world, json!({"key": "c_all", "type": "multi_select", "dictionary": "terms"})).await.expect(201);
    lead(&world, json!({"c_one": "now", "c_all": ["later"]})).await.expect(201);
    let list = world.get("boss", "/dictionaries?code=terms").await.expect(200).items()[0].clone();
    let path = format!("/dictionaries/{}", list["id"].as_str().unwrap());
    let items = list["items"].as_array().unwrap();
    let without = |code: &str| json!({"items": items.iter().filter(|item| item["code"] != code).collect::<Vec<_>>()});
    for code in ["now", "later"] {
        assert_eq!(world.patch("boss", &path, without(code)).await.status, 409, "{code}");
    }
    world.patch("boss", &path, without("never")).await.expect(200);
}

#[tokio::test]
async fn two_hundred_fields_are_enough() {
    let world = World::new().await;
    for n in 0..200 {
        add(&world, json!({"key": format!("c_f{n}"), "type": "text"})).await.expect(201);
    }
    let refused = add(&world, json!({"key": "c_more", "type": "text"})).await;
    assert_eq!(wrong(&refused), [("/resource".to_owned(), "too_many".to_owned())]);
    let id = lead(&world, json!({"c_f199": "最后"})).await.expect(201).id();
    assert_eq!(world.get("boss", &format!("/leads/{id}")).await.expect(200)["c_f199"], "最后");
}
