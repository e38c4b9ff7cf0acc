//! A server that is killed in the middle of an import: it goes on where it was, and nothing is there twice.

use std::{fmt::Write, time::Duration};

use reqwest::{Client, Method};
use rustix::process::Signal;
use serde_json::{Value, json};

use crate::{
    binary::{Server, sign_up},
    folder::Folder,
};

const ROWS: u64 = 2_000;
/// A job is taken over when the lease of the killed worker has run out.
const PATIENCE: Duration = Duration::from_secs(180);

struct Asking<'s> {
    server: &'s Server,
    token: &'s str,
}

impl Asking<'_> {
    async fn ask(&self, method: Method, path: &str, body: impl Into<reqwest::Body>) -> Value {
        let url = format!("{}/api/v1{path}", self.server.base_url);
        let request =
            Client::new().request(method, url).bearer_auth(self.token).header("content-type", "application/json");
        let answer = request.body(body).send().await.unwrap();
        let status = answer.status();
        let text = answer.text().await.unwrap();
        assert!(status.is_success(), "{path}: {status} {text}");
        serde_json::from_str(&text).unwrap_or_default()
    }

    async fn import(&self, id: &str) -> Value {
        self.ask(Method::GET, &format!("/imports/{id}"), "").await
    }

    /// Waits until nothing goes on any more.
    async fn wait(&self, id: &str) -> Value {
        let wait = async {
            loop {
                let import = self.import(id).await;
                if import["working"].is_null() {
                    return import;
                }
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        };
        tokio::time::timeout(PATIENCE, wait).await.expect("the import ends")
    }
}

#[tokio::test]
async fn an_import_whose_server_was_killed_is_finished_by_the_next_one() {
    let folder = Folder::new("import");
    let first = Server::start(&folder);
    let token = sign_up(&first).await;
    let asking = Asking { server: &first, token: &token };
    let pools = asking.ask(Method::GET, "/lead-pools", "").await;
    let pool = pools["items"][0]["id"].as_str().unwrap();

    let mut sheet = "公司名称,手机\n".to_owned();
    for row in 0..ROWS {
        writeln!(sheet, "云帆第{row}分公司,138{row:08}").unwrap();
    }
    let import = asking.ask(Method::POST, "/imports?resource=leads&filename=a.csv", sheet).await;
    let id = import["id"].as_str().unwrap().to_owned();
    asking.ask(Method::PATCH, &format!("/imports/{id}"), json!({"pool_id": pool}).to_string()).await;
    asking.ask(Method::POST, &format!("/imports/{id}/check"), "").await;
    assert_eq!(asking.wait(&id).await["status"], "checked");
    asking.ask(Method::POST, &format!("/imports/{id}/run"), "").await;
    let mut written = 0;
    while written == 0 {
        tokio::time::sleep(Duration::from_millis(20)).await;
        written = asking.import(&id).await["counts"]["created"].as_u64().unwrap();
    }
    assert!(written < ROWS, "it was over before it could be killed");
    first.send(Signal::KILL);
    drop(first);

    let second = Server::start(&folder);
    let asking = Asking { server: &second, token: &token };
    let done = asking.wait(&id).await;
    assert_eq!((&done["status"], done["counts"]["created"].as_u64()), (&json!("done"), Some(ROWS)), "{done}");
    let leads = asking.ask(Method::GET, "/leads?count=exact&limit=1", "").await;
    assert_eq!(leads["total"]["value"], ROWS);
}
