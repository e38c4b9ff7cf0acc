//! What is asked of the server, as a sales representative and his supervisor would.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::{
    client::{self, Connection},
    process, say,
    server::Server,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    GetLead,
    GetCustomer,
    ListOwn,
    ListCustomers,
    Search,
    SearchCustomers,
    Create,
    Patch,
    Claim,
    ToDos,
    ListOverdue,
    TimeLine,
}

pub const OPERATIONS: [Operation; 12] = [
    Operation::GetLead,
    Operation::GetCustomer,
    Operation::ListOwn,
    Operation::ListCustomers,
    Operation::Search,
    Operation::SearchCustomers,
    Operation::Create,
    Operation::Patch,
    Operation::Claim,
    Operation::ToDos,
    Operation::ListOverdue,
    Operation::TimeLine,
];

impl Operation {
    pub fn name(self) -> &'static str {
        match self {
            Self::GetLead => "get a lead by id",
            Self::GetCustomer => "get a customer by id",
            Self::ListOwn => "list 20 leads of an owner, newest first",
            Self::ListCustomers => "list 20 customers of an owner, newest first",
            Self::Search => "search leads by two characters",
            Self::SearchCustomers => "search customers by two characters",
            Self::Create => "create a lead",
            Self::Patch => "patch a lead",
            Self::Claim => "claim a lead",
            Self::ToDos => "to-dos of the day",
            Self::ListOverdue => "list 20 own customers whose contact is overdue",
            Self::TimeLine => "time-line of a customer with 5,000 entries",
        }
    }
}

/// Pieces of names, frequent and rare, as people type them.
const WORDS: [&str; 24] = [
    "科技", "云帆", "上海", "服饰", "明华", "贸易", "电子", "恒信", "天成", "瑞丰", "华东", "建材", "博远", "金鼎",
    "王伟", "李娜", "张敏", "生物", "医药", "智能", "物流", "食品", "海联", "中盛",
];

pub struct World {
    pub token: String,
    /// Of several representatives: who takes or makes records waits for nobody but himself.
    reps: Arc<Vec<String>>,
    /// Of somebody who holds as many as people may, unless their organisation says otherwise.
    full: String,
    admin: String,
    leads: Arc<Vec<String>>,
    customers: Arc<Vec<String>>,
    pooled: Arc<Vec<String>>,
    pub tenant: String,
    host: String,
}

impl World {
    /// Signs in as representatives of the demo company, without caps, and learns some ids.
    pub async fn enter(server: &Server) -> Self {
        let mut connection = Connection::open(&server.address).await;
        let (admin, _) = sign_in(&mut connection, "admin").await;
        lift_limits(&mut connection, &admin).await;
        let (token, me) = sign_in(&mut connection, "rep2").await;
        let mut reps = Vec::new();
        for rep in 1..=8 {
            reps.push(sign_in(&mut connection, &format!("rep{rep}")).await.0);
        }
        let full = full_hands(&mut connection, &admin, &me).await;
        tokio::time::sleep(Duration::from_millis(1100)).await;
        let leads = ids(&mut connection, &token, "/leads?owner_id=me&limit=200&sort=-created_at", 2_000).await;
        let customers = ids(&mut connection, &token, "/customers?owner_id=me&limit=200&sort=-created_at", 2_000).await;
        let pooled = ids(&mut connection, &token, "/leads?status=unassigned&limit=200&sort=created_at", 60_000).await;
        assert!(!leads.is_empty() && !customers.is_empty() && !pooled.is_empty(), "the demo data is not there");
        Self {
            tenant: text(&me["tenant"]["id"]),
            token,
            reps: Arc::new(reps),
            full,
            admin,
            leads: Arc::new(leads),
            customers: Arc::new(customers),
            pooled: Arc::new(pooled),
            host: server.address.clone(),
        }
    }

    /// Writes down 5,000 calls with the first customer, once for each database.
    pub async fn talk(&self, server: &Server) {
        let noted = server.data().join("talked");
        if noted.exists() {
            return;
        }
        let mut connection = Connection::open(&server.address).await;
        for number in 0..5_000 {
            let body = json!({
                "subject": "customer", "subject_id": self.customers[0], "kind": "call", "direction": "out",
                "outcome": "reached", "content": format!("第 {number} 次电话"),
            });
            let (status, answer) = call(&mut connection, &self.token, "POST", "/activities", &body).await;
            assert_eq!(status, 201, "writing down a call: {answer}");
        }
        std::fs::write(noted, "").expect("a note that they talked");
    }

    /// The requests of one connection; those of different connections meet different records.
    pub fn requests(&self, operation: Operation, connection: usize) -> Box<dyn Iterator<Item = String> + Send> {
        let rep = self.reps[connection % self.reps.len()].clone();
        let (token, host) = (self.token.clone(), self.host.clone());
        let get = move |path: String| request(&host, &token, "GET", &path, "", None);
        let (token, host) = (self.token.clone(), self.host.clone());
        let (leads, customers) = (self.leads.clone(), self.customers.clone());
        let step = move |number: usize| number.wrapping_mul(7919).wrapping_add(connection * 104_729);
        match operation {
            Operation::GetLead => {
                Box::new((0..).map(move |number| get(format!("/leads/{}", leads[step(number) % leads.len()]))))
            }
            Operation::GetCustomer => Box::new(
                (0..).map(move |number| get(format!("/customers/{}", customers[step(number) % customers.len()]))),
            ),
            Operation::ListOwn => {
                Box::new((0..).map(move |_| get("/leads?owner_id=me&limit=20&sort=-created_at".to_owned())))
            }
            Operation::ListCustomers => {
                Box::new((0..).map(move |_| get("/customers?owner_id=me&limit=20&sort=-created_at".to_owned())))
            }
            Operation::ToDos => {
                let (full, host) = (self.full.clone(), self.host.clone());
                Box::new((0..).map(move |_| request(&host, &full, "GET", "/me/todos", "", None)))
            }
            Operation::ListOverdue => Box::new(
                (0..).map(move |_| get("/customers?owner_id=me&contact_color=overdue,severe&limit=20".to_owned())),
            ),
            Operation::TimeLine => {
                Box::new((0..).map(move |_| get(format!("/customers/{}/timeline?limit=20", customers[0]))))
            }
            Operation::Search => Box::new((0..).map(move |number| get(search("leads", step(number))))),
            Operation::SearchCustomers => Box::new((0..).map(move |number| get(search("customers", step(number))))),
            Operation::Create => Box::new((0..).map(move |_| {
                let number = crate::fresh_number();
                let body = json!({
                    "company_name": format!("新联{number}商贸"), "contact_name": "周倩", "mobile": format!("13{number:09}"),
                    "level": "B", "requirement": "想了解秋季新款的批发价",
                });
                request(&host, &rep, "POST", "/leads", &body.to_string(), None)
            })),
            Operation::Patch => Box::new((0..).map(move |number| {
                let lead = &leads[(connection * 61 + number * 37) % leads.len()];
                let body = json!({"requirement": format!("第 {number} 次沟通后的需求")}).to_string();
                request(&host, &token, "PATCH", &format!("/leads/{lead}"), &body, Some("*"))
            })),
            Operation::Claim => {
                let pooled = self.pooled.clone();
                let next = claim_counter();
                Box::new((0..).map_while(move |_| {
                    let lead = pooled.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed))?;
                    Some(request(&host, &rep, "POST", &format!("/leads/{lead}/claim"), "", None))
                }))
            }
        }
    }
}

/// Leads are claimed once; all connections and all rounds take from the same row.
fn claim_counter() -> &'static std::sync::atomic::AtomicUsize {
    static NEXT: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
    &NEXT
}

fn search(path: &str, number: usize) -> String {
    let word: String = WORDS[number % WORDS.len()].bytes().map(|byte| format!("%{byte:02X}")).collect();
    format!("/{path}?q={word}&limit=20")
}

fn request(host: &str, token: &str, method: &str, path: &str, body: &str, seen: Option<&str>) -> String {
    let seen = seen.map(|etag| format!("if-match: {etag}\r\n")).unwrap_or_default();
    format!(
        "{method} /api/v1{path} HTTP/1.1\r\nhost: {host}\r\nauthorization: Bearer {token}\r\n{seen}\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
}

async fn call(connection: &mut Connection, token: &str, method: &str, path: &str, body: &Value) -> (u16, Value) {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let (status, answer) = connection.send(&request("bench", token, method, path, &body, Some("*"))).await;
    (status, serde_json::from_slice(&answer).unwrap_or_default())
}

/// That of all people of the demo company.
const PASSWORD: &str = "Guanxi@2026";

async fn sign_in(connection: &mut Connection, login: &str) -> (String, Value) {
    let body = json!({"tenant": "demo", "login": login, "password": PASSWORD, "token_in_body": true});
    let (status, answer) = call(connection, "", "POST", "/auth/login", &body).await;
    assert_eq!(status, 200, "signing in as {login}: {answer}");
    let token = text(&answer["access_token"]);
    let (_, me) = call(connection, &token, "GET", "/auth/me", &Value::Null).await;
    (token, me)
}

/// Caps and daily limits would end the measuring early.
async fn lift_limits(connection: &mut Connection, admin: &str) {
    let (_, pools) = call(connection, admin, "GET", "/lead-pools", &Value::Null).await;
    for pool in pools["items"].as_array().into_iter().flatten() {
        let path = format!("/lead-pools/{}", text(&pool["id"]));
        call(connection, admin, "PATCH", &path, &json!({"daily_limit": null})).await;
    }
    call(connection, admin, "PATCH", "/settings", &json!({"lead.capacity": null, "lead.dedupe.other": "off"})).await;
}

/// A representative with the 50 leads and 200 customers that people may hold where nothing else is set, from another
/// one's hands.
async fn full_hands(connection: &mut Connection, admin: &str, like: &Value) -> String {
    let (_, known) = call(connection, admin, "GET", "/users?login=full", &Value::Null).await;
    if known["items"].as_array().is_none_or(Vec::is_empty) {
        let colleague = format!("/users/{}", text(&like["user"]["id"]));
        let (_, colleague) = call(connection, admin, "GET", &colleague, &Value::Null).await;
        let first = "Guanxi@2025";
        let user = json!({
            "login": "full", "name": "满额", "password": first,
            "department_id": colleague["department_id"], "role_ids": colleague["role_ids"],
        });
        let (status, made) = call(connection, admin, "POST", "/users", &user).await;
        assert_eq!(status, 201, "one more representative: {made}");
        let sign_in = json!({"tenant": "demo", "login": "full", "password": first, "token_in_body": true});
        let (_, answer) = call(connection, "", "POST", "/auth/login", &sign_in).await;
        let change = json!({"current": first, "new": PASSWORD});
        call(connection, &text(&answer["access_token"]), "POST", "/auth/password", &change).await;
        for (records, count) in [("leads", 50), ("customers", 200)] {
            let path = format!("/{records}?owner_id={}&limit={count}&sort=created_at", text(&colleague["id"]));
            let given = ids(connection, admin, &path, count).await;
            let given = json!({"ids": given, "user_id": made["id"]});
            let path = format!("/{records}/batch/transfer");
            let (status, answer) = call(connection, admin, "POST", &path, &given).await;
            assert_eq!(status, 200, "giving {records}: {answer}");
        }
    }
    sign_in(connection, "full").await.0
}

async fn ids(connection: &mut Connection, token: &str, path: &str, most: usize) -> Vec<String> {
    let mut found = Vec::new();
    let mut cursor = String::new();
    loop {
        let (_, page) = call(connection, token, "GET", &format!("{path}{cursor}&fields=id"), &Value::Null).await;
        found.extend(page["items"].as_array().into_iter().flatten().map(|item| text(&item["id"])));
        match page["next_cursor"].as_str() {
            Some(next) if found.len() < most => cursor = format!("&cursor={next}"),
            _ => return found,
        }
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Imports 20,000 rows with all checks.
pub async fn import(server: &Server, world: &World) {
    let rows = 20_000;
    let mut sheet = "公司名称,联系人,手机,级别,需求\n".to_owned();
    for _ in 0..rows {
        let number = crate::fresh_number();
        sheet.push_str(&format!("导入{number}商贸,周倩,13{number:09},B,想了解秋季新款\n"));
    }
    let mut connection = Connection::open(&server.address).await;
    let path = "/imports?resource=leads&filename=bench.csv";
    let (status, import) = call_raw(&mut connection, &world.admin, path, &sheet).await;
    assert_eq!(status, 201, "uploading: {import}");
    let import_path = format!("/imports/{}", text(&import["id"]));
    let (_, pools) = call(&mut connection, &world.admin, "GET", "/lead-pools?limit=1", &Value::Null).await;
    let plan = json!({"pool_id": pools["items"][0]["id"]});
    let (status, answer) = call(&mut connection, &world.admin, "PATCH", &import_path, &plan).await;
    assert_eq!(status, 200, "mapping: {answer}");
    for (action, what) in [("check", "Check"), ("run", "Import")] {
        let begin = Instant::now();
        let path = format!("{import_path}/{action}");
        let (status, answer) = call(&mut connection, &world.admin, "POST", &path, &Value::Null).await;
        assert_eq!(status, 202, "{action}: {answer}");
        let import = loop {
            tokio::time::sleep(Duration::from_millis(50)).await;
            let (_, import) = call(&mut connection, &world.admin, "GET", &import_path, &Value::Null).await;
            if import["working"].is_null() {
                break import;
            }
        };
        let took = begin.elapsed().as_secs_f64();
        say(&format!(
            "\n{what} of {rows} leads from CSV: {took:.1} s, {:.0} rows/s ({}).",
            f64::from(u32::try_from(rows).unwrap_or_default()) / took,
            import["counts"]
        ));
    }
}

async fn call_raw(connection: &mut Connection, token: &str, path: &str, body: &str) -> (u16, Value) {
    let head = request("bench", token, "POST", path, body, None).replace("application/json", "text/csv");
    let (status, answer) = connection.send(&head).await;
    (status, serde_json::from_slice(&answer).unwrap_or_default())
}

/// Lets the night's run over customers tell who would go back.
pub async fn recycle(server: &Server, world: &World) {
    let (run, took) = night(server, world, true).await;
    say(&format!("\nWho would go back to the public sea: {:.1} s ({run}).", took.as_secs_f64()));
    // Those who claim meanwhile wait for no more than one part of it.
    let seconds = Duration::from_secs(5);
    let alone = client::load(server, world, Operation::Claim, 8, seconds).await;
    let (at_night, during) =
        tokio::join!(night(server, world, false), client::load(server, world, Operation::Claim, 8, seconds));
    let slowest = |done: &client::Done| done.latencies.iter().max().map_or(0.0, |longest| longest.as_secs_f64() * 1e3);
    say(&format!(
        "\nThe night that takes them back: {:.1} s ({}). Claims in its first seconds: {} done, {} refused, the slowest \
         {:.0} ms; before it {} done, the slowest {:.0} ms.",
        at_night.1.as_secs_f64(),
        at_night.0,
        during.latencies.len() - during.failed,
        during.failed,
        slowest(&during),
        alone.latencies.len() - alone.failed,
        slowest(&alone),
    ));
}

/// Runs the job of the night and waits for its end: what it says, and how long it took.
async fn night(server: &Server, world: &World, dry_run: bool) -> (String, Duration) {
    let mut connection = Connection::open(&server.address).await;
    let begin = Instant::now();
    let path = "/admin/jobs/customer_recycle/run";
    let (status, run) = call(&mut connection, &world.admin, "POST", path, &json!({"dry_run": dry_run})).await;
    assert_eq!(status, 202, "running the job: {run}");
    let path = format!("/jobs/runs/{}", text(&run["id"]));
    let run = loop {
        tokio::time::sleep(Duration::from_millis(100)).await;
        let (_, run) = call(&mut connection, &world.admin, "GET", &path, &Value::Null).await;
        if run["status"] != "running" && run["status"] != "waiting" {
            break run;
        }
    };
    let told: String = run["result"].to_string().chars().take(200).collect();
    (format!("{} {told}", run["status"]), begin.elapsed())
}

/// Opens as many streams of events as a large organisation has people at work.
pub async fn watch(server: &Server, world: &World) {
    const WATCHERS: usize = 1_000;
    let before = process::resident_megabytes(server.pid);
    let mut streams = Vec::with_capacity(WATCHERS);
    for number in 0..WATCHERS {
        let mut stream = tokio::net::TcpStream::connect(&server.address).await.expect("the server listens");
        let token = &world.reps[number % world.reps.len()];
        let request = request(&world.host, token, "GET", "/events", "", None);
        tokio::io::AsyncWriteExt::write_all(&mut stream, request.as_bytes()).await.expect("the server reads");
        streams.push(stream);
    }
    tokio::time::sleep(Duration::from_secs(3)).await;
    let after = process::resident_megabytes(server.pid);
    say(&format!("\n{} watch at once: server {after} MB resident, {before} MB before.", streams.len()));
}
