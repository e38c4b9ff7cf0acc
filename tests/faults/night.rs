//! A server that is stopped in the middle of a long night's job: it does not wait for its end, and the next one goes on
//! from there.

use std::time::Duration;

use reqwest::Method;
use rustix::process::Signal;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::{
    binary::{Server, command},
    folder::Folder,
    import::{Api, run_import, sign_up},
};

/// Several parts of a night.
const LEADS: usize = 4_000;

fn start(folder: &Folder) -> Server {
    let mut command = command(folder);
    command.env("GUANXI_LOG", "error");
    Server::from(command)
}

/// Waits until something looks so.
async fn that(api: &Api, path: &str, is_so: impl Fn(&Value) -> bool) -> Value {
    loop {
        let found = api.get(path).await;
        if is_so(&found) {
            return found;
        }
        sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn a_long_night_stops_with_the_server_and_goes_on_with_the_next() {
    let folder = Folder::new("night");
    let mut first = start(&folder);
    let mut api = sign_up(&first.base_url).await;
    let import = run_import(&api, LEADS).await;
    that(&api, &import, |import| import["status"] == "done").await;
    let fit = json!({
        "name": "有手机", "kind": "fit", "points": 10,
        "condition": {"field": "mobile", "op": "is_not_null"},
    });
    api.ask(Method::POST, "/scoring-rules", fit).await;
    let asked = api.ask(Method::POST, "/admin/jobs/lead_score/run", json!({})).await;
    let path = format!("/jobs/runs/{}", asked["id"].as_str().unwrap());
    let begun = that(&api, &path, |run| run["result"]["changed"].as_u64() > Some(0)).await;
    assert_eq!(begun["status"], "running", "it ended too soon to prove anything: {begun}");
    first.send(Signal::TERM);
    assert!(first.child.wait().unwrap().success());

    let second = start(&folder);
    api.base_url.clone_from(&second.base_url);
    assert_ne!(api.get(&path).await["result"]["changed"], LEADS, "the server waited for the whole night");
    let ended = that(&api, &path, |run| run["status"] != "running").await;
    // Every lead was rated once, and one run counts them all.
    assert_eq!((&ended["status"], &ended["result"]), (&json!("done"), &json!({"changed": LEADS})), "{ended}");
}
