//! A server that is killed in the middle of an import: the next one goes on, and nothing is doubled.

use std::{
    collections::HashSet,
    time::{Duration, Instant},
};

use reqwest::{Client, Method, RequestBuilder};
use rustix::process::Signal;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::{
    binary::{Server, command},
    folder::Folder,
};

const ROWS: usize = 8_000;
/// A job that was taken is taken again when its lease has run out.
const PATIENCE: Duration = Duration::from_secs(150);

/// What it says is not read here, so it says little.
fn start(folder: &Folder) -> Server {
    let mut command = command(folder);
    command.env("GUANXI_LOG", "error");
    Server::from(command)
}

pub struct Api {
    pub base_url: String,
    token: String,
}

impl Api {
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        Client::new().request(method, format!("{}/api/v1{path}", self.base_url)).bearer_auth(&self.token)
    }

    pub async fn ask(&self, method: Method, path: &str, body: Value) -> Value {
        read(self.request(method, path).json(&body)).await
    }

    pub async fn get(&self, path: &str) -> Value {
        read(self.request(Method::GET, path)).await
    }
}

async fn read(request: RequestBuilder) -> Value {
    let answer = request.send().await.unwrap();
    let (status, text) = (answer.status(), answer.text().await.unwrap());
    assert!(status.is_success(), "{status} {text}");
    serde_json::from_str(&text).unwrap()
}

pub async fn sign_up(base_url: &str) -> Api {
    let body = json!({
        "tenant": "kill", "company": "云帆科技", "login": "boss", "name": "boss", "password": "Guanxi-test-2026",
    });
    let mut api = Api { base_url: base_url.to_owned(), token: String::new() };
    api.token = api.ask(Method::POST, "/auth/sign-up", body).await["access_token"].as_str().unwrap().to_owned();
    api
}

/// Begins to import so many leads into the pool, and tells where the import is.
pub async fn run_import(api: &Api, rows: usize) -> String {
    let pools = api.get("/lead-pools").await;
    let lines: String = (0..rows).map(|n| format!("公司{n},1370001{n:04}\n")).collect();
    let upload =
        api.request(Method::POST, "/imports?resource=leads&filename=a.csv").body(format!("公司,手机\n{lines}"));
    let path = format!("/imports/{}", read(upload).await["id"].as_str().unwrap());
    api.ask(Method::PATCH, &path, json!({"pool_id": pools["items"][0]["id"]})).await;
    api.ask(Method::POST, &format!("{path}/check"), json!({})).await;
    while api.get(&path).await["status"] != "checked" {
        sleep(Duration::from_millis(50)).await;
    }
    api.ask(Method::POST, &format!("{path}/run"), json!({})).await;
    path
}

#[tokio::test]
async fn an_import_goes_on_after_a_kill_and_doubles_nothing() {
    let folder = Folder::new("import");
    let mut first = start(&folder);
    let mut api = sign_up(&first.base_url).await;
    let path = run_import(&api, ROWS).await;
    let before = loop {
        let processed = api.get(&path).await["processed"].as_i64().unwrap();
        if processed > 0 {
            break processed;
        }
    };
    first.send(Signal::KILL);
    first.child.wait().unwrap();
    assert!(before < i64::try_from(ROWS).unwrap());

    let second = start(&folder);
    api.base_url = second.base_url.clone();
    let start = Instant::now();
    let import = loop {
        let import = api.get(&path).await;
        if import["status"] != "running" {
            break import;
        }
        assert!(start.elapsed() < PATIENCE, "{import}");
        sleep(Duration::from_millis(500)).await;
    };
    assert_eq!(import["status"], "done", "{import}");
    assert_eq!(import["counts"], json!({"total": ROWS, "created": ROWS, "updated": 0, "skipped": 0, "failed": 0}));
    let leads = api.get("/leads?count=exact&limit=1").await;
    assert_eq!(leads["total"]["value"], ROWS);
    // Every row became one lead, and none has the number of another.
    let (mut numbers, mut phones) = (HashSet::new(), HashSet::new());
    let mut next = "/leads?limit=200&fields=no,mobile".to_owned();
    loop {
        let page = api.get(&next).await;
        for lead in page["items"].as_array().unwrap() {
            assert!(numbers.insert(lead["no"].as_str().unwrap().to_owned()));
            assert!(phones.insert(lead["mobile"].as_str().unwrap().to_owned()));
        }
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        next = format!("/leads?limit=200&fields=no,mobile&cursor={cursor}");
    }
    assert_eq!(phones.len(), ROWS);
}
