//! Sheets in and out (12.10): messy ones understood, every row accounted for, nothing leaves that may not.

pub mod exports;
mod imports;
mod messy;

use serde_json::Value;
use std::time::Duration;
use tokio::time::sleep;
use uuid::Uuid;

use crate::kit::{Answer, World};
use crate::server::base_url;

pub async fn upload(world: &World, who: &str, resource: &str, filename: &str, bytes: Vec<u8>) -> Answer {
    let url = format!("{}/api/v1/imports?resource={resource}&filename={filename}", base_url().await);
    let request = world.client.post(url).bearer_auth(world.token(who)).body(bytes);
    Answer::read(request.send().await.unwrap()).await
}

/// Asks for an action and waits until nothing goes on any more.
pub async fn do_and_wait(world: &World, who: &str, id: Uuid, action: &str) -> Answer {
    world.act(who, &format!("/imports/{id}/{action}")).await.expect(202);
    wait(world, who, id).await
}

async fn wait(world: &World, who: &str, id: Uuid) -> Answer {
    for _ in 0..600 {
        let import = world.get(who, &format!("/imports/{id}")).await.expect(200);
        if import["working"].is_null() {
            return import;
        }
        sleep(Duration::from_millis(50)).await;
    }
    panic!("the import does not end");
}

/// Uploads, maps as guessed with these options, checks and runs.
pub async fn import(world: &World, who: &str, resource: &str, csv: &str, options: Value) -> Answer {
    let import = upload(world, who, resource, "a.csv", csv.as_bytes().to_vec()).await.expect(201);
    let id = import.id();
    world.patch(who, &format!("/imports/{id}"), options).await.expect(200);
    let checked = do_and_wait(world, who, id, "check").await;
    assert_eq!(checked["status"], "checked", "{}", checked.json);
    do_and_wait(world, who, id, "run").await
}

pub fn counts(import: &Answer) -> [i64; 5] {
    ["total", "created", "updated", "skipped", "failed"].map(|key| import["counts"][key].as_i64().unwrap())
}

/// A row's mistakes as (column, code).
pub fn mistakes(row: &Value) -> Vec<(String, String)> {
    let errors = row["errors"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    errors.iter().map(|error| (text(&error["column"]), text(&error["code"]))).collect()
}

async fn first_pool(world: &World) -> String {
    world.get("boss", "/lead-pools").await.expect(200).items()[0]["id"].as_str().unwrap().to_owned()
}
