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

async fn fetch(world: &World, who: &str, record: &str, id: &str) -> reqwest::Response {
    let url = format!("{}/api/v1{record}/files/{id}", base_url().await);
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
    let sent = send(&world, "ann", "报价%20单.html", b"<script>alert(1)</script>").await.expect(201);
    let photo = send(&world, "ann", "x.png", PNG).await.expect(201);
    let ids = [text(&sent["id"]), text(&photo["id"])];
    // Nobody else uses what one has sent.
    let stolen = note(&world, "boss", "customer", &record, json!({"attachments": [ids[1]]})).await;
    let stolen = stolen.refused(422, "VALIDATION");
    assert_eq!(stolen["errors"][0]["pointer"], "/attachments/0");

    let told = note(&world, "ann", "customer", &record, json!({"attachments": ids})).await.expect(201);
    let names = |attachments: &Value| -> Vec<String> {
        attachments.as_array().unwrap().iter().map(|file| text(&file["name"])).collect()
    };
    assert_eq!(names(&told["attachments"]), ["报价 单.html", "x.png"]);
    let line = world.get("boss", &format!("/customers/{}/timeline", record.id())).await.expect(200);
    let activity = line.items().iter().find(|event| event["kind"] == "activity").unwrap();
    assert_eq!(names(&activity["data"]["attachments"]), ["报价 单.html", "x.png"]);
    let path = format!("/activities/{}", told.id());
    let saved = fetch(&world, "boss", &path, &ids[0]).await;
    let header = |answer: &reqwest::Response, name: &str| answer.headers()[name].to_str().unwrap().to_owned();
    assert_eq!(header(&saved, "content-type"), "application/octet-stream");
    assert_eq!(header(&saved, "x-content-type-options"), "nosniff");
    assert!(header(&saved, "content-disposition").starts_with("attachment; "));
    assert_eq!(saved.bytes().await.unwrap(), b"<script>alert(1)</script>"[..]);
    assert_eq!(header(&fetch(&world, "boss", &path, &ids[1]).await, "content-type"), "image/png");
    assert_eq!(fetch(&world, "bob", &path, &ids[0]).await.status(), 404);

    // Whoever changes it says by their ids, or as they were told, what stays.
    let one = world.patch("ann", &path, json!({"attachments": [told["attachments"][1]]})).await.expect(200);
    assert_eq!(names(&one["attachments"]), ["x.png"]);
    assert_eq!(fetch(&world, "boss", &path, &ids[0]).await.status(), 404);
    let same = world.patch("boss", &path, json!({"attachments": [ids[1]], "content": "补充"})).await.expect(200);
    assert_eq!(same["attachments"], one["attachments"]);

    // What no record ever held is gone after a day.
    send(&world, "ann", "y.png", PNG).await.expect(201);
    world.clock("2026-03-04T10:00:00+08:00").await;
    assert_eq!(world.job("retention", false).await["result"]["forgotten"]["files"], 1);
    assert_eq!(fetch(&world, "boss", &path, &ids[1]).await.status(), 200);
}

#[tokio::test]
async fn files_that_are_none_are_refused() {
    let world = two_departments().await;
    send(&world, "ann", "a.txt", b"").await.refused(422, "VALIDATION");
    send(&world, "ann", "", b"a").await.refused(422, "VALIDATION");
    send(&world, "ann", "a.bin", &vec![0; (20 << 20) + 1]).await.refused(413, "FILE_TOO_LARGE");
    let record = customer(&world, "ann", json!({"name": "云帆"})).await;
    let many: Vec<_> = (0..21).map(|_| uuid::Uuid::now_v7()).collect();
    let many = note(&world, "ann", "customer", &record, json!({"attachments": many})).await;
    many.refused(422, "VALIDATION");
}

#[tokio::test]
async fn a_check_in_may_show_a_photo() {
    let world = two_departments().await;
    let record = customer(&world, "ann", json!({"name": "云帆"})).await;
    let body = json!({"subject": "customer", "subject_id": record.id()});
    let visit = world.post("ann", "/visits", body).await.expect(201);
    let path = format!("/visits/{}", visit.id());
    let here = |photo: &Answer| json!({"lat": "31.2399", "lng": "121.4999", "photo_id": photo["id"]});
    let stranger = send(&world, "bob", "b.png", PNG).await.expect(201);
    let text_file = send(&world, "ann", "b.txt", b"no picture").await.expect(201);
    for wrong in [&stranger, &text_file] {
        let refused = world.post("ann", &format!("{path}/check-in"), here(wrong)).await.refused(422, "VALIDATION");
        assert_eq!(refused["errors"][0]["pointer"], "/photo_id");
    }
    let photo = send(&world, "ann", "a.png", PNG).await.expect(201);
    let there = world.post("ann", &format!("{path}/check-in"), here(&photo)).await.expect(200);
    assert_eq!(there["photos"][0]["id"], photo["id"]);
    assert_eq!(fetch(&world, "boss", &path, &text(&photo["id"])).await.status(), 200);
    assert_eq!(fetch(&world, "bob", &path, &text(&photo["id"])).await.status(), 404);
}
