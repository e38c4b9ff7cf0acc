//! People and what they do: a test is a story told in requests. Each [`World`] is an organisation of its own.

use std::{
    collections::HashMap,
    ops::Index,
    sync::{
        Mutex,
        atomic::{AtomicU32, Ordering},
    },
};

use reqwest::{Client, Method, header::HeaderMap};
use serde_json::{Value, json};
use tokio::sync::OnceCell;
use uuid::Uuid;

use crate::server::base_url;

/// What everybody in a test signs in with.
pub const PASSWORD: &str = "Guanxi-test-2026";

/// An organisation with its people. Its first administrator is `boss`; he works in the root department.
pub struct World {
    pub tenant: String,
    pub client: Client,
    people: Mutex<HashMap<String, Person>>,
    roles: OnceCell<HashMap<String, Uuid>>,
    root: OnceCell<Uuid>,
}

#[derive(Clone)]
struct Person {
    id: Uuid,
    token: String,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    /// The body as JSON; null where it is none.
    pub json: Value,
    pub bytes: Vec<u8>,
}

impl World {
    /// Signs a new organisation up.
    pub async fn new() -> Self {
        let tenant = format!("t{}", Uuid::now_v7().simple()).split_at(31).0.to_owned();
        let world =
            Self { tenant, client: client(), people: Mutex::default(), roles: OnceCell::new(), root: OnceCell::new() };
        let body = json!({
            "tenant": world.tenant, "company": "云帆科技", "login": "boss", "name": "boss", "password": PASSWORD,
        });
        let answer = world.ask(Method::POST, "/auth/sign-up", None, Some(&body), &[]).await.expect(201);
        world.remember("boss", answer["access_token"].as_str().unwrap()).await;
        world
    }

    /// Employs somebody with these roles, in the root department unless another is named, and signs him in.
    pub async fn person(&self, name: &str, roles: &[&str], department: Option<Uuid>) -> Uuid {
        const FIRST: &str = "First-sign-in-1";
        let department = match department {
            Some(department) => department,
            None => self.root().await,
        };
        let mut role_ids = Vec::new();
        for role in roles {
            role_ids.push(self.role(role).await);
        }
        let user = json!({
            "login": name, "name": name, "password": FIRST, "department_id": department, "role_ids": role_ids,
        });
        self.post("boss", "/users", user).await.expect(201);
        let token = self.sign_in(name, FIRST).await.expect(200)["access_token"].as_str().unwrap().to_owned();
        let change = json!({"current": FIRST, "new": PASSWORD});
        self.ask(Method::POST, "/auth/password", Some(&token), Some(&change), &[]).await.expect(204);
        self.remember(name, &token).await;
        self.id(name)
    }

    /// Makes a department, below the root unless another is named.
    pub async fn department(&self, name: &str, parent: Option<Uuid>) -> Uuid {
        let parent = match parent {
            Some(parent) => parent,
            None => self.root().await,
        };
        self.post("boss", "/departments", json!({"name": name, "parent_id": parent})).await.expect(201).id()
    }

    /// The department that everything hangs under.
    pub async fn root(&self) -> Uuid {
        let root = async { parse_id(&self.get("boss", "/departments?parent_id=").await.expect(200).items()[0]["id"]) };
        *self.root.get_or_init(|| root).await
    }

    /// The id of a preset role.
    pub async fn role(&self, code: &str) -> Uuid {
        let roles = self.roles.get_or_init(|| async {
            let roles = self.get("boss", "/roles?limit=100&fields=code").await.expect(200);
            let pair = |role: &Value| (role["code"].as_str().unwrap().to_owned(), parse_id(&role["id"]));
            roles.items().iter().map(pair).collect()
        });
        *roles.await.get(code).unwrap_or_else(|| panic!("there is no role {code}"))
    }

    /// Tries to sign in.
    pub async fn sign_in(&self, login: &str, password: &str) -> Answer {
        let body = json!({"tenant": self.tenant, "login": login, "password": password});
        self.ask(Method::POST, "/auth/login", None, Some(&body), &[]).await
    }

    /// Notes who somebody is, for what he does from now on.
    pub async fn remember(&self, name: &str, token: &str) {
        let me = self.ask(Method::GET, "/auth/me", Some(token), None, &[]).await.expect(200);
        let id = parse_id(&me["user"]["id"]);
        let person = Person { id, token: token.to_owned() };
        self.people.lock().unwrap().insert(name.to_owned(), person);
    }

    pub fn id(&self, name: &str) -> Uuid {
        self.known(name).id
    }

    pub fn token(&self, name: &str) -> String {
        self.known(name).token
    }

    fn known(&self, name: &str) -> Person {
        let people = self.people.lock().unwrap();
        people.get(name).unwrap_or_else(|| panic!("nobody here is called {name}")).clone()
    }

    pub async fn get(&self, who: &str, path: &str) -> Answer {
        self.ask(Method::GET, path, Some(&self.token(who)), None, &[]).await
    }

    pub async fn post(&self, who: &str, path: &str, body: Value) -> Answer {
        self.ask(Method::POST, path, Some(&self.token(who)), Some(&body), &[]).await
    }

    /// Asks for an action that needs nothing more.
    pub async fn act(&self, who: &str, path: &str) -> Answer {
        self.ask(Method::POST, path, Some(&self.token(who)), None, &[]).await
    }

    pub async fn put(&self, who: &str, path: &str, body: Value) -> Answer {
        self.ask(Method::PUT, path, Some(&self.token(who)), Some(&body), &[("if-match", "*")]).await
    }

    /// Puts in the place of what was seen at `version`.
    pub async fn put_at(&self, who: &str, path: &str, version: i64, body: Value) -> Answer {
        let etag = format!("\"{version}\"");
        self.ask(Method::PUT, path, Some(&self.token(who)), Some(&body), &[("if-match", &etag)]).await
    }

    /// Patches whatever the version is.
    pub async fn patch(&self, who: &str, path: &str, body: Value) -> Answer {
        self.ask(Method::PATCH, path, Some(&self.token(who)), Some(&body), &[("if-match", "*")]).await
    }

    /// Patches what was seen at `version`.
    pub async fn patch_at(&self, who: &str, path: &str, version: i64, body: Value) -> Answer {
        let etag = format!("\"{version}\"");
        self.ask(Method::PATCH, path, Some(&self.token(who)), Some(&body), &[("if-match", &etag)]).await
    }

    /// Deletes whatever the version is.
    pub async fn delete(&self, who: &str, path: &str) -> Answer {
        self.ask(Method::DELETE, path, Some(&self.token(who)), None, &[("if-match", "*")]).await
    }

    /// Stops this organisation's clock.
    pub async fn clock(&self, time: &str) {
        self.put("boss", "/test/clock", json!({"now": time})).await.expect(200);
    }

    /// Runs a job and waits for its end.
    pub async fn job(&self, job: &str, dry_run: bool) -> Answer {
        let asked = self.post("boss", &format!("/admin/jobs/{job}/run"), json!({"dry_run": dry_run})).await.expect(202);
        for _ in 0..600 {
            let run = self.get("boss", &format!("/jobs/runs/{}", asked.id())).await.expect(200);
            if run["status"] != "running" {
                assert_eq!(run["status"], "done", "{}", run.json);
                return run;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("{job} did not end");
    }

    /// Any request: `path` is below `/api/v1`.
    pub async fn ask(
        &self,
        method: Method,
        path: &str,
        token: Option<&str>,
        body: Option<&Value>,
        headers: &[(&str, &str)],
    ) -> Answer {
        let mut request = self.client.request(method, format!("{}/api/v1{path}", base_url().await));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        if let Some(body) = body {
            request = request.json(body);
        }
        Answer::read(request.send().await.unwrap()).await
    }
}

impl Answer {
    pub async fn read(response: reqwest::Response) -> Self {
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = response.bytes().await.unwrap().to_vec();
        let json = serde_json::from_slice(&bytes).unwrap_or_default();
        Self { status, headers, json, bytes }
    }

    /// Goes on if the status is the one that the story needs.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", String::from_utf8_lossy(&self.bytes));
        self
    }

    /// Goes on if it was refused for this reason.
    #[track_caller]
    pub fn refused(self, status: u16, code: &str) -> Self {
        let this = self.expect(status);
        assert_eq!(this.json["code"], code, "{}", this.json);
        this
    }

    pub fn id(&self) -> Uuid {
        parse_id(&self.json["id"])
    }

    pub fn version(&self) -> i64 {
        self.json["version"].as_i64().unwrap()
    }

    pub fn etag(&self) -> &str {
        self.header("etag").unwrap()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    pub fn items(&self) -> &[Value] {
        self.json["items"].as_array().unwrap()
    }

    /// One key of every item of a list.
    pub fn all(&self, key: &str) -> Vec<&str> {
        self.items().iter().map(|item| item[key].as_str().unwrap()).collect()
    }
}

impl Index<&str> for Answer {
    type Output = Value;

    fn index(&self, key: &str) -> &Value {
        &self.json[key]
    }
}

/// Waits until something is so: what happens behind a request takes a moment, and longer on a busy machine.
pub async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    const TRIES: usize = 2_400;
    for _ in 0..TRIES {
        if let Some(found) = look().await {
            return found;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("{what} did not happen");
}

/// An id in an answer.
pub fn parse_id(value: &Value) -> Uuid {
    value.as_str().unwrap().parse().unwrap()
}

/// A client with an address of its own, because addresses are limited in how often they may sign in.
pub fn client() -> Client {
    static COUNT: AtomicU32 = AtomicU32::new(1);
    let number = COUNT.fetch_add(1, Ordering::Relaxed) + (std::process::id() << 12);
    let [_, a, b, c] = number.to_be_bytes();
    let builder = Client::builder();
    let own = std::net::IpAddr::from([127, a, b, c.max(2)]);
    if cfg!(target_os = "linux") { builder.local_address(own) } else { builder }.build().unwrap()
}
