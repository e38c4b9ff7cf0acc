//! The database that the configuration names: somebody's server, or a cluster of our own.

use std::{fs, path::Path, str::FromStr, thread, time::Duration};

use anyhow::{Context, Result};
use guanxi_persistence::{Clock, Db, DbConfig, migrate};
use sqlx::{ConnectOptions, Connection, PgConnection, postgres::PgConnectOptions};
use tracing::log::LevelFilter;

use crate::{
    config::Config,
    embedded::{Cluster, Durability},
    secret_file::read_or_create_secret,
};

/// Where the database is, as its owner, and the cluster that must live as long as it is used.
#[derive(Debug)]
pub struct Database {
    pub options: PgConnectOptions,
    cluster: Option<Cluster>,
}

impl Database {
    /// Starts PostgreSQL if it is ours to start, and makes the database if it is missing.
    pub async fn open(config: &Config) -> Result<Self> {
        let settings = &config.database;
        if let Some(url) = &settings.database_url {
            let options = PgConnectOptions::from_str(url.reveal()).context("reading GUANXI_DATABASE_URL")?;
            return Ok(Self { options: with_our_habits(options), cluster: None });
        }
        let durability = if settings.durable { Durability::Full } else { Durability::None };
        let (folder, bin) = (settings.data_dir.join("pg"), settings.pg_bin.clone());
        let up = move || Cluster::up(&folder, durability, bin.as_deref());
        let cluster = tokio::task::spawn_blocking(up).await??;
        let name = &settings.database_name;
        create_database(&cluster, name).await.with_context(|| format!("making the database {name}"))?;
        let options = PgConnectOptions::from_str(&cluster.url(name))?;
        Ok(Self { options: with_our_habits(options), cluster: Some(cluster) })
    }

    /// Brings the schema up to date and connects as one who owns nothing.
    pub async fn connect(&self, config: &Config) -> Result<Db> {
        migrate(&self.options).await.context("bringing the database to the newest schema")?;
        Ok(Db::connect(DbConfig {
            options: self.options.clone(),
            connections: config.database.pool_size.unwrap_or_else(enough_connections),
            clock: if config.security.test_clock { Clock::test() } else { Clock::Real },
            secret: secret(config)?.into_bytes(),
        }))
    }

    /// How the database is, for people: its version, and what an operator should see to.
    pub async fn health(&self) -> Result<String> {
        let mut connection = PgConnection::connect_with(&self.options).await.context("reaching the database")?;
        let version: String = sqlx::query_scalar("show server_version").fetch_one(&mut connection).await?;
        let leaky: Vec<String> = sqlx::query_scalar(
            "select oid::regprocedure::text from pg_proc
             where oid in ('pg_catalog.arraycontains(anyarray, anyarray)'::regprocedure,
                           'pg_catalog.arrayoverlap(anyarray, anyarray)'::regprocedure)
               and not proleakproof order by oid",
        )
        .fetch_all(&mut connection)
        .await?;
        connection.close().await?;
        let mut health = format!("The database answers: PostgreSQL {version}\n");
        if !leaky.is_empty() {
            health.push_str("Searches read whole tables until a superuser says in this database:\n");
        }
        for function in leaky {
            health.push_str(&format!("  alter function pg_catalog.{function} leakproof;\n"));
        }
        Ok(health)
    }

    /// Waits until the cluster of our own has died; forever where the database is somebody else's.
    pub async fn died(&self) {
        const INTERVAL: Duration = Duration::from_secs(1);
        match &self.cluster {
            Some(cluster) => {
                while cluster.is_alive() {
                    tokio::time::sleep(INTERVAL).await;
                }
            }
            None => std::future::pending().await,
        }
    }

    /// Stops the cluster if it is ours and nobody else uses it.
    pub async fn close(self) -> Result<()> {
        tokio::task::spawn_blocking(move || drop(self.cluster)).await.context("stopping PostgreSQL")
    }
}

/// Four for each processor: more only wait for each other.
fn enough_connections() -> u32 {
    let processors = thread::available_parallelism().map_or(2, usize::from);
    u32::try_from(processors * 4).unwrap_or(u32::MAX).clamp(8, 64)
}

/// Signs tokens and cursors.
pub fn secret(config: &Config) -> Result<String> {
    match &config.security.secret {
        Some(secret) => Ok(secret.reveal().to_owned()),
        None => {
            let folder = &config.database.data_dir;
            fs::create_dir_all(folder).with_context(|| format!("making the folder {}", folder.display()))?;
            read_or_create_secret(&folder.join("secret"))
        }
    }
}

/// Logs what fails or is slow, and never the values.
fn with_our_habits(options: PgConnectOptions) -> PgConnectOptions {
    let slow = Duration::from_secs(1);
    options.application_name("guanxi").log_statements(LevelFilter::Trace).log_slow_statements(LevelFilter::Warn, slow)
}

async fn create_database(cluster: &Cluster, name: &str) -> Result<()> {
    let mut connection = PgConnection::connect(&cluster.url("postgres")).await?;
    let known: Vec<String> =
        sqlx::query_scalar("select datname::text from pg_database").fetch_all(&mut connection).await?;
    for abandoned in known.iter().filter(|known| *known != name && is_abandoned_test(known)) {
        execute(&mut connection, format!("drop database if exists {abandoned} with (force)")).await?;
    }
    if !known.iter().any(|known| known == name) {
        let created = execute(&mut connection, format!("create database {name}")).await;
        let is_twin = |error: &sqlx::Error| {
            error.as_database_error().is_some_and(|error| error.code().as_deref() == Some("42P04"))
        };
        match created {
            Err(error) if !is_twin(&error) => return Err(error.into()),
            _ => {}
        }
    }
    connection.close().await?;
    Ok(())
}

/// Runs a statement whose only variable part is the name of a database, checked by the configuration.
#[expect(clippy::disallowed_methods, reason = "names of databases cannot be bound")]
async fn execute(connection: &mut PgConnection, statement: String) -> sqlx::Result<()> {
    sqlx::raw_sql(sqlx::AssertSqlSafe(statement)).execute(connection).await?;
    Ok(())
}

/// Whether the database was made by a test run whose process is gone.
fn is_abandoned_test(name: &str) -> bool {
    let Some(process) = name.strip_prefix("test_") else { return false };
    process.bytes().all(|byte| byte.is_ascii_digit()) && !Path::new("/proc").join(process).exists()
}
