//! The embedded PostgreSQL: made once, shared, adopted, recovered, stopped.

use std::{
    fs, thread,
    time::{Duration, Instant},
};

use guanxi_server::embedded::{Cluster, Durability};
use sqlx::{Connection, PgConnection};

use crate::folder::Folder;

async fn ask(cluster: &Cluster, sql: &'static str) -> sqlx::Result<i64> {
    let mut connection = PgConnection::connect(&cluster.url("postgres")).await?;
    let answer = sqlx::query_scalar(sql).fetch_one(&mut connection).await?;
    connection.close().await?;
    Ok(answer)
}

async fn write_a_row(cluster: &Cluster) {
    let mut connection = PgConnection::connect(&cluster.url("postgres")).await.unwrap();
    sqlx::raw_sql("create table kept (id int8); insert into kept values (42)").execute(&mut connection).await.unwrap();
}

#[tokio::test]
async fn the_last_one_out_stops_the_cluster() {
    let folder = Folder::new("last-one-out");
    let first = folder.up();
    let second = folder.up();
    let pid = folder.pid();
    drop(first);
    assert_eq!(ask(&second, "select 1::int8").await.unwrap(), 1);
    assert_eq!(folder.pid(), pid);
    drop(second);
    assert_eq!(folder.pid(), None);
}

#[tokio::test]
async fn two_who_start_at_once_get_one_cluster() {
    let folder = Folder::new("at-once");
    let (one, two) = thread::scope(|scope| {
        let one = scope.spawn(|| folder.up());
        let two = scope.spawn(|| folder.up());
        (one.join().unwrap(), two.join().unwrap())
    });
    write_a_row(&one).await;
    assert_eq!(ask(&two, "select id from kept").await.unwrap(), 42);
}

#[tokio::test]
async fn what_was_committed_survives_the_death_of_postgres() {
    let folder = Folder::new("death-of-postgres");
    let cluster = folder.up();
    write_a_row(&cluster).await;
    folder.kill_postgres();
    std::mem::forget(cluster);
    let start = Instant::now();
    let cluster = folder.up();
    assert_eq!(ask(&cluster, "select id from kept").await.unwrap(), 42);
    assert!(start.elapsed() < Duration::from_secs(20));
}

#[tokio::test]
async fn a_cluster_whose_starter_was_killed_is_adopted_and_stopped() {
    let folder = Folder::new("adopted");
    std::mem::forget(folder.up());
    let pid = folder.pid();
    assert!(pid.is_some());
    let cluster = folder.up();
    assert_eq!(folder.pid(), pid);
    assert_eq!(ask(&cluster, "select 1::int8").await.unwrap(), 1);
}

#[tokio::test]
async fn a_number_that_was_given_to_another_process_is_not_believed() {
    let folder = Folder::new("wrong-number");
    drop(folder.up());
    let ours = std::process::id();
    fs::write(folder.0.join("pg/data/postmaster.pid"), format!("{ours}\n\n\n\n\n\n\nready\n")).unwrap();
    let cluster = folder.up();
    assert_eq!(ask(&cluster, "select 1::int8").await.unwrap(), 1);
}

#[tokio::test]
async fn half_a_cluster_is_made_anew() {
    let folder = Folder::new("half");
    fs::create_dir_all(folder.0.join("pg/data.new/base")).unwrap();
    let cluster = folder.up();
    assert_eq!(ask(&cluster, "select 1::int8").await.unwrap(), 1);
}

#[tokio::test]
async fn a_long_path_gets_its_socket_elsewhere() {
    let folder = Folder::new("long");
    let deep = folder.0.join("d".repeat(80)).join("e".repeat(80));
    let cluster = Cluster::up(&deep, Durability::None, None).unwrap();
    assert_eq!(ask(&cluster, "select 1::int8").await.unwrap(), 1);
}

#[test]
fn data_of_another_version_is_refused_in_words() {
    let folder = Folder::new("version");
    fs::create_dir_all(folder.0.join("pg/data")).unwrap();
    fs::write(folder.0.join("pg/data/PG_VERSION"), "12\n").unwrap();
    let refused = Cluster::up(&folder.0.join("pg"), Durability::Full, None).unwrap_err().to_string();
    assert!(refused.contains("made by PostgreSQL 12"), "{refused}");
}

#[tokio::test]
async fn chinese_is_lower_case_and_letters_to_the_database() {
    let folder = Folder::new("locale");
    let cluster = folder.up();
    assert_eq!(ask(&cluster, "select count(*) from (select 'ÄÉ' where lower('ÄÉ') = 'äé') x").await.unwrap(), 1);
}
