//! A server that is killed while people are being told: nobody misses a message, and nobody gets one twice.

use std::{
    collections::HashMap,
    time::{Duration, Instant},
};

use futures_util::future::join_all;
use reqwest::{Client, Method};
use rustix::process::Signal;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::{
    binary::{Server, command},
    folder::Folder,
    sink,
};

/// As many as one hears of one by one.
const LEADS: usize = 20;
const PEOPLE: usize = 8;
const ALL: usize = LEADS * PEOPLE;
const FIRST: &str = "First-sign-in-1";
const PASSWORD: &str = "Guanxi-test-2026";
/// What was underway is tried again when its lease has run out.
const PATIENCE: Duration = Duration::from_secs(120);

fn start(folder: &Folder) -> Server {
    let mut command = command(folder);
    command.env("GUANXI_LOG", "error").env("GUANXI_SMTP_URL", sink::url()).env("GUANXI_MAIL_FROM", "crm@guanxi.test");
    Server::from(command)
}

async fn ask(server: &Server, method: Method, path: &str, token: &str, body: Value) -> Value {
    let request = Client::new().request(method, format!("{}/api/v1{path}", server.base_url)).bearer_auth(token);
    let answer = request.json(&body).send().await.unwrap();
    let (status, text) = (answer.status(), answer.text().await.unwrap());
    assert!(status.is_success(), "{path} {status} {text}");
    serde_json::from_str(&text).unwrap_or_default()
}

async fn count(server: &Server, path: &str, token: &str) -> u64 {
    let answer = ask(server, Method::GET, path, token, json!({})).await;
    answer["total"]["value"].as_u64().unwrap()
}

/// Everything that went out by mail.
fn mails() -> Vec<sink::Mail> {
    (0..PEOPLE).flat_map(|number| sink::mails_to(&format!("ann{number}@guanxi.test"))).collect()
}

#[tokio::test]
async fn p57_nobody_misses_a_message_or_gets_it_twice_when_the_server_is_killed() {
    let folder = Folder::new("messages");
    let mut first = start(&folder);
    let founder = json!({
        "tenant": "kill", "company": "云帆科技", "login": "boss", "name": "boss", "password": PASSWORD,
    });
    let boss =
        ask(&first, Method::POST, "/auth/sign-up", "", founder).await["access_token"].as_str().unwrap().to_owned();
    let admin = ask(&first, Method::GET, "/roles?code=admin", &boss, json!({})).await["items"][0]["id"].clone();
    let root = ask(&first, Method::GET, "/departments", &boss, json!({})).await["items"][0]["id"].clone();
    let mut people = Vec::new();
    for number in 0..PEOPLE {
        let person = json!({
            "login": format!("ann{number}"), "name": "ann", "password": FIRST, "department_id": root,
            "role_ids": [admin], "email": format!("ann{number}@guanxi.test"),
        });
        people.push(ask(&first, Method::POST, "/users", &boss, person).await["id"].clone());
    }
    let rule = json!({
        "event": "lead.created", "recipients": [{"kind": "users", "ids": people}], "channels": ["email"],
    });
    ask(&first, Method::POST, "/notification-rules", &boss, rule).await;

    let pool = ask(&first, Method::GET, "/lead-pools", &boss, json!({})).await["items"][0]["id"].clone();
    let create = async |number: usize| {
        let lead = json!({
            "company_name": format!("公司{number}"), "phone": format!("1390001{number:04}"), "pool_id": pool,
        });
        ask(&first, Method::POST, "/leads", &boss, lead).await;
    };
    // All at once, so that the kill comes in the middle of the telling.
    join_all((0..LEADS).map(create)).await;
    while mails().is_empty() {
        sleep(Duration::from_millis(1)).await;
    }
    first.send(Signal::KILL);
    first.child.wait().unwrap();
    let before = mails().len();
    assert!(before < ALL, "it was killed too late to prove anything");

    let second = start(&folder);
    let began = Instant::now();
    let all = "/notification-deliveries?event=lead.created&status=sent&limit=1&count=exact";
    loop {
        let sent = count(&second, all, &boss).await;
        if sent >= u64::try_from(ALL).unwrap() {
            break;
        }
        assert!(began.elapsed() < PATIENCE, "{sent} of {ALL}, {before} before the kill");
        sleep(Duration::from_millis(300)).await;
    }
    assert_eq!(
        count(&second, "/notification-deliveries?event=lead.created&limit=1&count=exact", &boss).await,
        u64::try_from(ALL).unwrap()
    );
    let login = json!({"tenant": "kill", "login": "ann0", "password": FIRST});
    let token = ask(&second, Method::POST, "/auth/login", "", login).await["access_token"].as_str().unwrap().to_owned();
    ask(&second, Method::POST, "/auth/password", &token, json!({"current": FIRST, "new": PASSWORD})).await;
    let told = count(&second, "/notifications?event=lead.created&limit=1&count=exact", &token).await;
    assert_eq!(told, u64::try_from(LEADS).unwrap());

    // Each mail came, by its id; what was underway in the moment of the kill may have come again under the same id.
    let mut by_id: HashMap<String, usize> = HashMap::new();
    for mail in mails() {
        let id = mail.text.lines().find_map(|line| line.strip_prefix("Message-ID: ")).unwrap().to_owned();
        *by_id.entry(id).or_default() += 1;
    }
    assert_eq!(by_id.len(), ALL);
    let again = by_id.values().filter(|times| **times > 1).count();
    assert!(again <= 32 && by_id.values().all(|times| *times <= 2), "{again} came again");
}
