//! Who watches hears of what changes; jobs outlive their workers.

use serde_json::{Value, json};

use super::list;
use crate::kit::World;

/// A client that watches what changes.
pub struct Watcher {
    response: reqwest::Response,
    text: String,
    /// Where the stream stood when the watching began.
    pub start: String,
}

impl Watcher {
    pub async fn of(world: &World, who: &str, since: Option<&str>) -> Self {
        let url = format!("{}/api/v1/events", crate::server::base_url().await);
        let mut request = world.client.get(url).bearer_auth(world.token(who));
        if let Some(since) = since {
            request = request.header("last-event-id", since);
        }
        let response = request.send().await.unwrap();
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        let mut watcher = Self { response, text: String::new(), start: String::new() };
        let ready = watcher.next().await;
        assert_eq!(ready.event.as_deref(), Some("ready"));
        watcher.start = ready.id;
        watcher
    }

    /// The next that is about such a record; what happened a moment before one watches may be told too.
    pub async fn next_of(&mut self, resource: &str) -> Told {
        loop {
            let told = self.next().await;
            if told.data["resource"] == resource {
                return told;
            }
        }
    }

    pub async fn next(&mut self) -> Told {
        let read = async {
            loop {
                if let Some((block, rest)) = self.text.split_once("\n\n") {
                    let told = Told::read(block);
                    self.text = rest.to_owned();
                    if let Some(told) = told {
                        return told;
                    }
                    continue;
                }
                let chunk = self.response.chunk().await.unwrap().expect("the stream goes on");
                self.text.push_str(&String::from_utf8_lossy(&chunk));
            }
        };
        tokio::time::timeout(std::time::Duration::from_secs(10), read).await.expect("something is told in time")
    }
}

#[derive(Debug)]
pub struct Told {
    id: String,
    pub event: Option<String>,
    pub data: Value,
}

impl Told {
    fn read(block: &str) -> Option<Self> {
        let line = |name: &str| block.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
        let data = serde_json::from_str(&line("data: ")?).unwrap();
        Some(Self { id: line("id: ")?, event: line("event: "), data })
    }
}

#[tokio::test]
async fn who_watches_is_told_what_changes_and_what_he_missed() {
    let (world, stranger) = (World::new().await, World::new().await);
    let mut watcher = Watcher::of(&world, "boss", None).await;
    let mut elsewhere = Watcher::of(&stranger, "boss", None).await;
    let hobby = world.post("boss", "/dictionaries", list("hobby")).await.expect(201);
    let created = watcher.next_of("dictionaries").await;
    let expected = json!({"resource": "dictionaries", "id": hobby.id(), "version": 1, "action": "created"});
    assert_eq!(created.data, expected, "a hint names the record and says nothing of what is in it");
    drop(watcher);

    let path = format!("/dictionaries/{}", hobby.id());
    world.patch("boss", &path, json!({"name": "兴趣"})).await.expect(200);
    world.delete("boss", &path).await.expect(204);
    let mut back = Watcher::of(&world, "boss", Some(&created.id)).await;
    let missed = [back.next_of("dictionaries").await, back.next_of("dictionaries").await];
    assert_eq!(missed.each_ref().map(|told| told.data["action"].as_str().unwrap()), ["updated", "deleted"]);

    let own = stranger.post("boss", "/dictionaries", list("other")).await.expect(201);
    assert_eq!(
        elsewhere.next_of("dictionaries").await.data["id"],
        json!(own.id()),
        "nobody hears of another organisation"
    );
    let nonsense = Watcher::of(&world, "boss", Some("nonsense")).await;
    drop(nonsense);
}

/// The outbox and the jobs, as the dispatcher sees them.
async fn queues() -> sqlx::pool::PoolConnection<sqlx::Postgres> {
    let mut connection = crate::server::database().await.acquire().await.unwrap();
    sqlx::query("set role guanxi_dispatcher").execute(&mut *connection).await.unwrap();
    connection
}

#[tokio::test]
async fn a_client_that_missed_too_much_is_told_to_look_again() {
    let world = World::new().await;
    let mut queues = queues().await;
    let busy_night = "insert into outbox (tenant_id, id, type, resource, record_id, payload)
        select t.id, gen_random_uuid(), 'lead.recycled', 'leads', gen_random_uuid(), '{}'
        from tenants t, generate_series(1, 600) where t.code = $1";
    sqlx::query(busy_night).bind(&world.tenant).execute(&mut *queues).await.unwrap();
    // What happened is seen when every transaction that began before it has ended, whosever it is.
    let seen = "select count(*) from outbox o join tenants t on t.id = o.tenant_id
        where t.code = $1 and o.type = 'lead.recycled' and o.transaction < pg_snapshot_xmin(pg_current_snapshot())";
    while sqlx::query_scalar::<_, i64>(seen).bind(&world.tenant).fetch_one(&mut *queues).await.unwrap() < 600 {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let mut back = Watcher::of(&world, "boss", Some("0-0")).await;
    assert_eq!(back.next().await.event.as_deref(), Some("reset"));
}

#[tokio::test]
async fn what_a_killed_worker_held_is_done_by_another_and_what_fails_is_tried_again() {
    let world = World::new().await;
    let mut queues = queues().await;
    let job = "insert into jobs (tenant_id, id, name, payload, status, attempts, run_at)
        select id, $2, $3, $4, 'running', 1, now() - interval '1 second' from tenants where code = $1";
    let (run, held, broken) = (uuid::Uuid::now_v7(), uuid::Uuid::now_v7(), uuid::Uuid::now_v7());
    let page = "insert into job_runs (tenant_id, id, job, business_date, dry_run, status)
        select id, $2, 'purge', current_date, true, 'running' from tenants where code = $1";
    sqlx::query(page).bind(&world.tenant).bind(run).execute(&crate::server::database().await).await.unwrap();
    for (id, name) in [(held, "schedule"), (broken, "no_such_kind")] {
        let payload = json!({"schedule": "purge", "dry_run": true, "run": run});
        sqlx::query(job).bind(&world.tenant).bind(id).bind(name).bind(payload).execute(&mut *queues).await.unwrap();
    }
    let ended = async {
        while world.get("boss", &format!("/jobs/runs/{run}")).await.json["status"] != "done" {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        loop {
            let state: (String, i32, Option<String>) =
                sqlx::query_as("select status, attempts, error from jobs where id = $1")
                    .bind(broken)
                    .fetch_one(&mut *queues)
                    .await
                    .unwrap();
            if let (status, attempts, Some(error)) = state {
                return (status, attempts, error);
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    };
    let (status, attempts, error) = tokio::time::timeout(std::time::Duration::from_secs(20), ended).await.unwrap();
    assert_eq!((status.as_str(), attempts), ("waiting", 2), "it waits to be tried again");
    assert!(error.contains("no_such_kind"));
}

#[tokio::test]
async fn nobody_hears_of_what_he_may_not_see() {
    let world = World::new().await;
    let ann = world.person("ann", &["account_manager"], None).await;
    let mut watcher = Watcher::of(&world, "ann", None).await;
    let lead = async |name: &str, owner: uuid::Uuid| {
        world.post("boss", "/leads", json!({"contact_name": name, "owner_id": owner})).await.expect(201).id()
    };
    lead("王芳", world.id("boss")).await;
    let hers = lead("李娜", ann).await;
    assert_eq!(watcher.next_of("leads").await.data["id"], json!(hers));

    let found = world.get("ann", "/search?q=王芳").await.expect(200);
    assert!(found.items().is_empty(), "{}", found.json);
    assert_eq!(world.get("ann", "/search?q=李娜").await.expect(200).items().len(), 1);
    assert_eq!(world.get("boss", "/search?q=ann").await.expect(200).all("resource"), ["users"]);
}
