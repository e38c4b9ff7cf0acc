//! Attachments and images: brought, held by a record, fetched by whoever sees the field (12.6).

use serde_json::{Value, json};
use uuid::Uuid;

use super::{add, lead, wrong};
use crate::{
    kit::{Answer, World},
    server::base_url,
};

async fn bring(world: &World, who: &str, name: &str, bytes: &[u8]) -> Answer {
    let url = format!("{}/api/v1/files?filename={}", base_url().await, super::encoded(name));
    let request = world.client.post(url).bearer_auth(world.token(who)).body(bytes.to_vec());
    Answer::read(request.send().await.unwrap()).await
}

#[tokio::test]
async fn nobody_fills_the_disk_with_files_that_nothing_holds() {
    let world = World::new().await;
    world.person("ann", &["account_manager"], None).await;
    for _ in 0..200 {
        bring(&world, "ann", "a.txt", b"a").await.expect(201);
    }
    bring(&world, "ann", "a.txt", b"a").await.refused(429, "RATE_LIMITED");
    bring(&world, "boss", "a.txt", b"a").await.expect(201);
}

#[tokio::test]
async fn a_record_holds_files_that_its_readers_fetch() {
    let world = World::new().await;
    add(&world, json!({"key": "c_papers", "type": "attachment", "max": "2"})).await.expect(201);
    add(&world, json!({"key": "c_photo", "type": "image"})).await.expect(201);
    world.person("ann", &["account_manager"], None).await;
    let paper = bring(&world, "boss", "合同.pdf", b"%PDF-1.7").await.expect(201);
    let photo = bring(&world, "boss", "门店.png", b"\x89PNG....").await.expect(201);
    let script = bring(&world, "boss", "evil.png", b"<script>").await.expect(201);
    assert_eq!(
        (&photo["media_type"], &script["media_type"]),
        (&json!("image/png"), &json!("application/octet-stream"))
    );
    let body = json!({"c_papers": [paper.id()], "c_photo": [photo.id()]});
    let made = lead(&world, body).await.expect(201);
    let path = format!("/leads/{}", made.id());
    assert_eq!(made["c_papers"][0]["name"], "合同.pdf");
    assert_eq!(made["c_photo"][0]["size"], 8);
    let fetched = world.get("boss", &format!("{path}/files/{}", paper.id())).await.expect(200);
    assert_eq!(fetched.bytes, b"%PDF-1.7");
    assert!(fetched.header("content-disposition").unwrap().starts_with("attachment"));
    // Held already, a file may be named again; what nobody brought may not, nor what somebody else did.
    let foreign = bring(&world, "ann", "a.txt", b"a").await.expect(201).id();
    let kept = world.patch("boss", &path, json!({"c_papers": [paper.id(), script.id()]})).await.expect(200);
    assert_eq!(kept["c_papers"].as_array().unwrap().len(), 2);
    assert_eq!(kept["c_photo"], made["c_photo"]);
    let renamed = world.patch("boss", &path, json!({"company_name": "云帆"})).await.expect(200);
    assert_eq!((&renamed["c_papers"], &renamed["c_photo"]), (&kept["c_papers"], &kept["c_photo"]));
    for (fields, pointer, code) in [
        (json!({"c_papers": [foreign]}), "/c_papers/0", "unknown_reference"),
        (json!({"c_papers": [Uuid::now_v7()]}), "/c_papers/0", "unknown_reference"),
        (json!({"c_photo": [paper.id()]}), "/c_photo/0", "not_one_of"),
        (json!({"c_papers": [paper.id(), script.id(), photo.id()]}), "/c_papers", "too_many"),
        (json!({"c_papers": "a"}), "/c_papers", "wrong_type"),
    ] {
        let refused = world.patch("boss", &path, fields).await.refused(422, "VALIDATION");
        assert_eq!(wrong(&refused), [(pointer.to_owned(), code.to_owned())]);
    }
    // Whoever does not see the record, or does not hold the file with it, gets nothing.
    world.get("ann", &format!("{path}/files/{}", paper.id())).await.refused(404, "NOT_FOUND");
    world.get("boss", &format!("{path}/files/{foreign}")).await.refused(404, "NOT_FOUND");
    let cleared = world.patch("boss", &path, json!({"c_papers": []})).await.expect(200);
    assert_eq!(cleared["c_papers"], Value::Null);
    world.get("boss", &format!("{path}/files/{}", paper.id())).await.refused(404, "NOT_FOUND");
    bring(&world, "boss", "leer.txt", b"").await.refused(422, "VALIDATION");
}

#[tokio::test]
async fn what_a_lead_holds_goes_to_the_customer_whoever_brought_it() {
    let world = World::new().await;
    for resource in ["leads", "customers"] {
        add(&world, json!({"resource": resource, "key": "c_papers", "type": "attachment"})).await.expect(201);
    }
    world.person("ann", &["account_manager"], None).await;
    let paper = bring(&world, "boss", "合同.pdf", b"%PDF-1.7").await.expect(201);
    let made = lead(&world, json!({"c_papers": [paper.id()], "owner_id": world.id("ann")})).await.expect(201);
    let converted = world.post("ann", &format!("/leads/{}/convert", made.id()), json!({})).await.expect(200);
    let customer = format!("/customers/{}", converted["customer_id"].as_str().unwrap());
    assert_eq!(world.get("ann", &customer).await.expect(200)["c_papers"], made["c_papers"]);
    world.get("ann", &format!("{customer}/files/{}", paper.id())).await.expect(200);
}
