//! What is attached to a follow-up, and the photo of a visit (4.1).

use serde_json::{Value, json};

use super::{MONDAY, customer, note};
use crate::{
    kit::{Answer, World},
    server::base_url,
};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n and so on";

async fn send(world: &World, who: &str, name: &str, content: &[u8]) -> Answer {
    let url = format!("{}/api/v1/files?filename={name}", base_url().await);
    let request = world.client.post(url).bearer_auth(world.token(who)).body(content.to_vec());
    Answer::read(request.send().await.unwrap()).await
}

async fn fetch(world: &World, who: &str, id: &str) -> reqwest::Response {
    let url = format!("{}/api/v1/files/{id}/content", base_url().await);
    world.client.get(url).bearer_auth(world.token(who)).send().await.unwrap()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

async fn two_departments() -> World {
    let world = World::new().await;
    world.clock(MONDAY).await;
    let (one, two) = (world.department("一组", None).await, world.department("二组", None).await);
    world.person("ann", &["account_manager"], Some(one)).await;
    world.person("bob", &["account_manager"], Some(two)).await;
    world
}

#[tokio::test]
async fn what_is_attached_is_seen_by_who_sees_the_activity() {
    let world = two_departments().await;
    let record = customer(&world, "ann", json!({"name": "云帆"})).await;
    let sent = send(&world, "ann", "..%2F报价%20单.html", b"<script>alert(1)</script>").await.expect(201);
    assert_eq!((&sent["name"], &sent["size"]), (&json!("报价 单.html"), &json!(25)));
    let photo = send(&world, "ann", "x.txt", PNG).await.expect(201);
    let ids = [text(&sent["id"]), text(&photo["id"])];
    // Nobody else sees or uses what one has sent.
    for who in ["bob", "boss"] {
        world.get(who, &format!("/files/{}", ids[0])).await.refused(404, "NOT_FOUND");
        assert_eq!(fetch(&world, who, &ids[0]).await.status(), 404);
        world.delete(who, &format!("/files/{}", ids[0])).await.refused(404, "NOT_FOUND");
    }
    let stolen = note(&world, "boss", "customer", &record, json!({"attachment_ids": [ids[1]]})).await;
    let stolen = stolen.refused(422, "VALIDATION");
    assert_eq!(stolen["errors"][0]["pointer"], "/attachment_ids/0");

    let told = note(&world, "ann", "customer", &record, json!({"attachment_ids": ids})).await.expect(201);
    assert_eq!(told["attachment_ids"], json!(ids));
    assert_eq!(told["attachment_ids_name"], json!(["报价 单.html", "x.txt"]));
    let line = world.get("boss", &format!("/customers/{}/timeline", record.id())).await.expect(200);
    let activity = line.items().iter().find(|event| event["kind"] == "activity").unwrap();
    assert_eq!(activity["data"]["attachment_ids_name"], json!(["报价 单.html", "x.txt"]));
    let saved = fetch(&world, "boss", &ids[0]).await;
    let header = |answer: &reqwest::Response, name: &str| answer.headers()[name].to_str().unwrap().to_owned();
    assert_eq!(header(&saved, "content-type"), "application/octet-stream");
    assert_eq!(header(&saved, "x-content-type-options"), "nosniff");
    assert!(header(&saved, "content-disposition").starts_with("attachment; "));
    assert_eq!(saved.bytes().await.unwrap(), b"<script>alert(1)</script>"[..]);
    let shown = fetch(&world, "boss", &ids[1]).await;
    assert_eq!(header(&shown, "content-type"), "image/png");
    assert!(header(&shown, "content-disposition").starts_with("inline; "));
    world.get("bob", &format!("/files/{}", ids[0])).await.refused(404, "NOT_FOUND");
    assert_eq!(fetch(&world, "bob", &ids[1]).await.status(), 404);
    world.delete("ann", &format!("/files/{}", ids[0])).await.refused(409, "INVALID_STATE");

    // It belongs to one record; what that does not name any more is its sender's again, and gone after a day.
    note(&world, "ann", "customer", &record, json!({"attachment_ids": [ids[0]]})).await.refused(422, "VALIDATION");
    let path = format!("/activities/{}", told.id());
    world.patch("ann", &path, json!({"attachment_ids": [ids[1]]})).await.expect(200);
    world.get("boss", &format!("/files/{}", ids[0])).await.refused(404, "NOT_FOUND");
    world.get("ann", &format!("/files/{}", ids[0])).await.expect(200);
    world.clock("2026-03-04T10:00:00+08:00").await;
    assert_eq!(world.job("retention", false).await["result"]["forgotten"]["files"], 1);
    world.get("ann", &format!("/files/{}", ids[0])).await.refused(404, "NOT_FOUND");
    world.get("boss", &format!("/files/{}", ids[1])).await.expect(200);
}

#[tokio::test]
async fn files_that_are_none_are_refused() {
    let world = two_departments().await;
    send(&world, "ann", "a.txt", b"").await.refused(400, "MALFORMED");
    send(&world, "ann", "", b"a").await.refused(422, "VALIDATION");
    send(&world, "ann", "a.bin", &vec![0; (20 << 20) + 1]).await.refused(413, "FILE_TOO_LARGE");
    let record = customer(&world, "ann", json!({"name": "云帆"})).await;
    let sent = send(&world, "ann", "a.bin", b"a").await.expect(201);
    let twice = json!({"attachment_ids": [sent["id"], sent["id"]]});
    note(&world, "ann", "customer", &record, twice).await.refused(422, "VALIDATION");
    let many: Vec<_> = (0..21).map(|_| uuid::Uuid::now_v7()).collect();
    let many = note(&world, "ann", "customer", &record, json!({"attachment_ids": many})).await;
    many.refused(422, "VALIDATION");
    world.delete("ann", &format!("/files/{}", sent.id())).await.expect(204);
    world.get("ann", &format!("/files/{}", sent.id())).await.refused(404, "NOT_FOUND");
}

#[tokio::test]
async fn a_check_in_may_show_a_photo() {
    let world = two_departments().await;
    let record = customer(&world, "ann", json!({"name": "云帆"})).await;
    let body = json!({"subject": "customer", "subject_id": record.id()});
    let visit = world.post("ann", "/visits", body).await.expect(201);
    let path = format!("/visits/{}/check-in", visit.id());
    let stranger = send(&world, "bob", "b.png", PNG).await.expect(201);
    let here = |photo: &Answer| json!({"lat": "31.2399", "lng": "121.4999", "photo_id": photo["id"]});
    let refused = world.post("ann", &path, here(&stranger)).await.refused(422, "VALIDATION");
    assert_eq!(refused["errors"][0]["pointer"], "/photo_id");
    let photo = send(&world, "ann", "a.png", PNG).await.expect(201);
    let there = world.post("ann", &path, here(&photo)).await.expect(200);
    assert_eq!(there["photo_id"], photo["id"]);
    assert_eq!(fetch(&world, "boss", &text(&photo["id"])).await.status(), 200);
    assert_eq!(fetch(&world, "bob", &text(&photo["id"])).await.status(), 404);
}
