//! `make bench`: what a request costs, beside what PostgreSQL itself needs for the same statement.
//!
//! One run fills a database of its own for each size, starts the release binary on it, and measures each operation
//! with 1, 8 and 32 keep-alive connections: requests per second, latencies, and CPU time per request of the server and
//! of PostgreSQL. It prints the tables of `docs/benchmarks.md`.

mod client;
mod operations;
mod pgbench;
mod process;
mod server;

use std::{
    env,
    sync::{
        OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use operations::{OPERATIONS, Operation};
use server::Server;

const CONNECTIONS: [usize; 3] = [1, 8, 32];

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let argument = |name: &str, default: &str| {
        let wanted = format!("--{name}=");
        env::args()
            .find_map(|given| given.strip_prefix(&wanted).map(str::to_owned))
            .unwrap_or_else(|| default.to_owned())
    };
    let seconds = Duration::from_secs(argument("seconds", "5").parse().expect("--seconds=N"));
    for size in argument("sizes", "10000,1000000").split(',') {
        let size = size.parse().expect("--sizes=N,N");
        measure(size, seconds, &argument("only", "")).await;
    }
}

async fn measure(size: u32, seconds: Duration, only: &str) {
    let server = Server::start(size);
    say(&format!("\n## {size} leads and as many customers\n"));
    say(&format!(
        "Ready {} ms after the database; idle server {} MB resident.\n",
        server.ready.as_millis(),
        process::resident_megabytes(server.pid)
    ));
    let world = operations::World::enter(&server).await;
    world.talk(&server).await;
    say("| operation | connections | req/s | p50 ms | p99 ms | CPU ms server | CPU ms PostgreSQL | CPU ms together |");
    say("|---|---|---|---|---|---|---|---|");
    for operation in OPERATIONS.iter().filter(|operation| operation.name().contains(only)) {
        for connections in CONNECTIONS {
            run(&server, &world, *operation, connections, seconds).await;
        }
    }
    if only.is_empty() || only == "pgbench" {
        pgbench::compare(&server, &world, seconds).await;
    }
    if only.is_empty() || only == "import" {
        operations::import(&server, &world).await;
    }
    if only.is_empty() || only == "recycle" {
        operations::recycle(&server, &world).await;
    }
    if only.is_empty() || only == "watch" {
        operations::watch(&server, &world).await;
    }
}

async fn run(server: &Server, world: &operations::World, operation: Operation, connections: usize, seconds: Duration) {
    // Once to warm up, once to count.
    client::load(server, world, operation, connections, Duration::from_secs(1)).await;
    let before = process::CpuTimes::of(server);
    let mut done = client::load(server, world, operation, connections, seconds).await;
    let spent = process::CpuTimes::of(server) - before;
    let count = done.latencies.len().max(1);
    let each = |milliseconds: f64| milliseconds / f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    done.latencies.sort_unstable();
    let at =
        |part: usize| done.latencies.get((count * part / 100).min(count - 1)).map_or(0.0, |l| l.as_secs_f64() * 1e3);
    let failed = if done.failed == 0 { String::new() } else { format!(" ({} refused)", done.failed) };
    say(&format!(
        "| {}{failed} | {connections} | {:.0} | {:.2} | {:.2} | {:.3} | {:.3} | {:.3} |",
        operation.name(),
        f64::from(u32::try_from(count).unwrap_or(u32::MAX)) / done.elapsed.as_secs_f64(),
        at(50),
        at(99),
        each(spent.server),
        each(spent.postgres),
        each(spent.server + spent.postgres),
    ));
}

/// The next of the numbers that no request before used, nor one of an earlier run, to make names and phones of.
fn fresh_number() -> usize {
    static NEXT: OnceLock<AtomicUsize> = OnceLock::new();
    let next = NEXT.get_or_init(|| {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs() % 900_000);
        AtomicUsize::new(usize::try_from(since * 1_000).unwrap_or_default())
    });
    next.fetch_add(1, Ordering::Relaxed)
}

#[expect(clippy::print_stdout, reason = "the report is what it is for")]
fn say(line: &str) {
    println!("{line}");
}
