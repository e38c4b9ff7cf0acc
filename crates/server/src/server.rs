//! The running server: database, jobs, HTTP, and how they start and stop together.

use std::{
    net::SocketAddr,
    sync::Arc,
    thread::{self, JoinHandle},
    time::Duration,
};

use actix_web::{
    App, HttpResponse, HttpServer,
    dev::{Server, ServerHandle},
    middleware::from_fn,
    web,
};
use anyhow::{Context, Result, anyhow, bail};
use futures_util::future::{join, join_all, try_join, try_join_all};
use guanxi_app::{
    access::{Gate, GateConfig},
    worker,
};
use guanxi_persistence::{Db, jobs};
use tokio::sync::{oneshot, watch};

use crate::{
    channels,
    config::Config,
    database::{Database, secret},
    demo,
    telemetry::{self, Metrics},
    web as web_app,
};

/// A server that answers.
#[derive(Debug)]
pub struct Running {
    /// `http://127.0.0.1:8080`
    pub base_url: String,
    /// What people should know who have just started it.
    pub welcome: String,
    stop: watch::Sender<bool>,
    /// Its other half goes when the thread does.
    alive: oneshot::Receiver<()>,
    thread: JoinHandle<Result<()>>,
}

impl Running {
    /// Answers what is being asked, finishes what is being worked on, and stops.
    pub async fn stop(self) -> Result<()> {
        self.stop.send_replace(true);
        let ended = tokio::task::spawn_blocking(move || self.thread.join()).await?;
        ended.map_err(|_| anyhow!("the server panicked"))?
    }

    /// Waits until it ends by itself, which is a failure.
    pub async fn ended(&mut self) {
        let _ = (&mut self.alive).await;
    }
}

/// Starts everything that `guanxi serve` is, on threads of its own, and returns when it answers.
pub async fn start(config: Config) -> Result<Running> {
    let (stop, stopped) = watch::channel(false);
    let (ready, started) = oneshot::channel();
    let (is_alive, alive) = oneshot::channel::<()>();
    let run = move || {
        let _is_alive = is_alive;
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        runtime.block_on(run(config, ready, stopped))
    };
    let thread = thread::Builder::new().name("guanxi".to_owned()).spawn(run)?;
    match started.await {
        Ok((address, welcome)) => Ok(Running { base_url: format!("http://{address}"), welcome, stop, alive, thread }),
        Err(_) => {
            let ended = thread.join().map_err(|_| anyhow!("the server panicked"))?;
            Err(ended.err().unwrap_or_else(|| anyhow!("the server ended while starting")))
        }
    }
}

async fn run(
    config: Config,
    ready: oneshot::Sender<(SocketAddr, String)>,
    stopped: watch::Receiver<bool>,
) -> Result<()> {
    let database = Database::open(&config).await?;
    let served = serve(&config, &database, ready, stopped).await;
    database.close().await?;
    served
}

async fn serve(
    config: &Config,
    database: &Database,
    ready: oneshot::Sender<(SocketAddr, String)>,
    mut stopped: watch::Receiver<bool>,
) -> Result<()> {
    let metrics = Metrics::collect()?;
    let db = database.connect(config).await?;
    let gate = Arc::new(gate(config, db.clone())?);
    let mut welcome = String::new();
    if config.database.demo {
        welcome = demo::first_look(&database.options, &gate).await.context("making the demo company")?;
    }
    let (server, address) = listen(config, db.clone(), gate, metrics.clone())?;
    let (jobs, until) = (db.clone(), stopped.clone());
    let works = config.jobs.work;
    let outbound = channels::open(config)?;
    let (worked, has_worked) = oneshot::channel::<()>();
    let working = async move {
        if works {
            worker::run(jobs, outbound, until).await;
        }
        drop(worked);
        anyhow::Ok(())
    };
    let mut servers = vec![server];
    if let Some(address) = config.http.ops_listen {
        servers.push(listen_for_machines(address, db.clone(), metrics)?);
    }
    let handles: Vec<_> = servers.iter().map(Server::handle).collect();
    let watched = db.clone();
    tokio::spawn(async move {
        // Whoever drops the server wants it stopped too.
        let _ = stopped.wait_for(|stopped| *stopped).await;
        watched.close_feed();
        // Jobs use connections that the threads that answer have opened: those end last.
        join_all(handles.iter().map(ServerHandle::pause)).await;
        let _ = has_worked.await;
        join_all(handles.iter().map(|handle| handle.stop(true))).await;
    });
    let _ = ready.send((address, welcome));
    let serving = async { try_join_all(servers).await.context("serving") };
    tokio::select! {
        served = try_join(serving, working) => served.map(drop),
        // Whoever watches over us starts us again, and that recovers the database.
        () = database.died() => bail!("PostgreSQL died; its last words are in postgres.log in the data folder"),
    }
}

/// Runs the jobs alone until told to stop.
pub async fn work(config: Config, told: impl Future<Output = ()>) -> Result<()> {
    let database = Database::open(&config).await?;
    let db = database.connect(&config).await?;
    let (stop, stopped) = watch::channel(false);
    let telling = async {
        told.await;
        stop.send_replace(true);
    };
    join(worker::run(db, channels::open(&config)?, stopped), telling).await;
    database.close().await
}

fn listen_for_machines(address: SocketAddr, db: Db, metrics: Metrics) -> Result<Server> {
    let app = move || {
        let (db, metrics) = (db.clone(), metrics.clone());
        App::new().configure(|routes| operations(routes, db, metrics))
    };
    let server = HttpServer::new(app).workers(1).disable_signals().bind(address);
    Ok(server.with_context(|| format!("listening on {address} (GUANXI_OPS_LISTEN)"))?.run())
}

/// Who is let in, as the configuration has it.
pub fn gate(config: &Config, db: Db) -> Result<Gate> {
    let gate = GateConfig {
        secret: secret(config)?.into_bytes(),
        password_memory: config.security.password_memory,
        sign_ins_per_minute: config.security.login_rate,
        secure_cookies: config.http.secure_cookies,
    };
    Ok(Gate::new(db, &gate)?)
}

/// Longer than proxies and clients keep an idle connection: who closes it first must not be the server, or a request
/// that was just sent is lost.
const KEEP_ALIVE: Duration = Duration::from_secs(90);

/// Reads people's requests; the list of routes ends with the web app.
fn listen(config: &Config, db: Db, gate: Arc<Gate>, metrics: Metrics) -> Result<(Server, SocketAddr)> {
    let api = guanxi_api::App {
        db: db.clone(),
        gate,
        proxies: Arc::new(config.http.trusted_proxies.clone()),
        private_webhooks: config.notifications.webhook_private,
    };
    let has_ops_port = config.http.ops_listen.is_some();
    let app = move || {
        let (db, metrics) = (db.clone(), metrics.clone());
        App::new()
            .wrap(from_fn(telemetry::observe))
            .configure(|routes| guanxi_api::configure(routes, api.clone()))
            .configure(|routes| {
                if !has_ops_port {
                    routes.configure(|routes| operations(routes, db, metrics));
                }
            })
            .default_service(web::to(web_app::serve))
    };
    let address = config.http.listen;
    let server = HttpServer::new(app)
        .workers(workers(config))
        .shutdown_timeout(config.http.shutdown_seconds)
        .keep_alive(KEEP_ALIVE)
        .disable_signals()
        .bind(address)
        .with_context(|| format!("listening on {address} (GUANXI_LISTEN)"))?;
    let address = server.addrs().first().copied().unwrap_or(address);
    Ok((server.run(), address))
}

/// What machines ask: is it alive, may it get requests, how is it doing.
fn operations(routes: &mut web::ServiceConfig, db: Db, metrics: Metrics) {
    let page = move || {
        let text = metrics.render();
        async move { HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(text) }
    };
    let is_ready = move || {
        let db = db.clone();
        async move {
            match jobs::health(&db).await {
                Ok(jobs) => HttpResponse::Ok().body(format!(
                    "ready\njobs waiting: {}, the oldest for {} s; failed in a day: {}\n",
                    jobs.waiting, jobs.oldest_seconds, jobs.failed_today
                )),
                Err(_) => HttpResponse::ServiceUnavailable().body("the database does not answer"),
            }
        }
    };
    routes
        .route("/healthz", web::get().to(|| async { "ok" }))
        .route("/readyz", web::get().to(is_ready))
        .route("/metrics", web::get().to(page));
}

fn workers(config: &Config) -> usize {
    config.http.workers.unwrap_or_else(processors)
}

fn processors() -> usize {
    thread::available_parallelism().map_or(2, usize::from)
}
