//! The same statements through `pgbench` on the same cluster: what PostgreSQL alone can do here.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use crate::{
    client,
    operations::{Operation, World},
    say,
    server::Server,
};

/// Measures get and list by `pgbench -M prepared`, with the statements that the server was just seen to send.
pub async fn compare(server: &Server, world: &World, seconds: Duration) {
    if Command::new("pgbench").arg("--version").output().is_err() {
        say("\npgbench is not installed: no comparison (Debian: postgresql-15).");
        return;
    }
    say("\n| the same statement through | connections | pgbench req/s | Guanxi req/s | ratio |");
    say("|---|---|---|---|---|");
    for operation in [Operation::GetLead, Operation::ListOwn] {
        let Some(statement) = statement_of(server, world, operation).await else {
            say(&format!("| {} | | the statement was not found in the log | | |", operation.name()));
            continue;
        };
        let script = script(server, &statement);
        for connections in [1, 8, 32] {
            let bare = pgbench(server, world, &script, connections, seconds);
            let done = client::load(server, world, operation, connections, seconds).await;
            let count = u32::try_from(done.latencies.len()).unwrap_or(u32::MAX);
            let ours = f64::from(count) / done.elapsed.as_secs_f64();
            say(&format!("| {} | {connections} | {bare:.0} | {ours:.0} | {:.2} |", operation.name(), ours / bare));
        }
    }
}

/// Lets PostgreSQL log what one request sends, with its parameters.
async fn statement_of(server: &Server, world: &World, operation: Operation) -> Option<String> {
    psql(server, "alter system set log_min_duration_statement = 0; select pg_reload_conf()");
    tokio::time::sleep(Duration::from_millis(500)).await;
    let log = server.data().join("postgres.log");
    let before = fs::metadata(&log).map_or(0, |meta| meta.len());
    client::load(server, world, operation, 1, Duration::from_millis(50)).await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    psql(server, "alter system reset log_min_duration_statement; select pg_reload_conf()");
    let bytes = fs::read(&log).ok()?;
    let text = String::from_utf8_lossy(bytes.get(usize::try_from(before).ok()?..)?).into_owned();
    statement(&text)
}

/// The first `select t.id` of the log with its parameters put in; the id becomes `:id`.
fn statement(log: &str) -> Option<String> {
    let start = log.find(": select t.id")?;
    let rest = &log[start + 2..];
    let end = rest.find("\n20").unwrap_or(rest.len());
    let mut sql = rest[..end].to_owned();
    let details = rest[end..].lines().find(|line| line.to_lowercase().contains("parameters: "))?;
    let mut values: Vec<(usize, String)> = details
        .split_once("arameters: ")?
        .1
        .split(", $")
        .filter_map(|part| {
            let (number, value) = part.trim_start_matches('$').split_once(" = ")?;
            Some((number.parse().ok()?, value.trim().to_owned()))
        })
        .collect();
    values.sort_by_key(|(number, _)| std::cmp::Reverse(*number));
    for (number, value) in values {
        // A number in quotes has no type that an operator could go by.
        let bare = value.trim_matches('\'');
        let value = if bare.parse::<i64>().is_ok() { bare } else { &value };
        sql = sql.replace(&format!("${number}"), value);
    }
    Some(sql.replace('\n', " "))
}

/// The statement as a file for `pgbench`.
fn script(server: &Server, statement: &str) -> PathBuf {
    let path = server.data().join("../statement.sql");
    fs::write(&path, format!("{statement}\n")).expect("a script");
    path
}

fn pgbench(server: &Server, world: &World, script: &Path, connections: usize, seconds: Duration) -> f64 {
    let mut command = Command::new("pgbench");
    with_login(&mut command, server);
    command.env(
        "PGOPTIONS",
        format!("-c role=guanxi_app -c app.tenant={} -c plan_cache_mode=force_generic_plan", world.tenant),
    );
    command.args(["-n", "-M", "prepared", "-c", &connections.to_string(), "-j", &connections.min(2).to_string()]);
    command.args(["-T", &seconds.as_secs().to_string()]);
    command.arg("-f").arg(script);
    let output = command.arg("guanxi").output().expect("pgbench runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = text.lines().find_map(|line| line.strip_prefix("tps = "));
    let rate = line.and_then(|line| line.split(' ').next()?.parse().ok());
    rate.unwrap_or_else(|| panic!("pgbench: {text}{}", String::from_utf8_lossy(&output.stderr)))
}

/// Runs statements, each in a transaction of its own; a file with line ends is one.
pub fn psql(server: &Server, sql: &str) {
    let mut command = Command::new("psql");
    with_login(&mut command, server);
    for statement in sql.split("; ") {
        command.arg("-qc").arg(statement);
    }
    let done = command.arg("guanxi").output().expect("psql runs");
    assert!(done.status.success(), "psql: {}", String::from_utf8_lossy(&done.stderr));
}

fn with_login(command: &mut Command, server: &Server) {
    let folder: &Path = &server.data();
    let password = fs::read_to_string(folder.join("password")).unwrap_or_default();
    let run = fs::canonicalize(folder.join("run")).expect("the socket's folder");
    command.env("PGHOST", run).env("PGUSER", "postgres").env("PGPASSWORD", password.trim());
}
