//! The running server: database, jobs, HTTP, and how they start and stop together.

use std::{
    net::SocketAddr,
    thread::{self, JoinHandle},
};

use actix_web::{
    App, HttpResponse, HttpServer,
    dev::{Server, ServerHandle},
    middleware::from_fn,
    web,
};
use anyhow::{Context, Result, anyhow};
use tokio::sync::oneshot;
use tracing_actix_web::TracingLogger;

use crate::{
    config::Config,
    database::Database,
    telemetry::{self, Metrics, RequestSpan},
    web as web_app,
};

/// A server that answers.
#[derive(Debug)]
pub struct Running {
    /// `http://127.0.0.1:8080`
    pub base_url: String,
    handle: ServerHandle,
    thread: JoinHandle<Result<()>>,
}

impl Running {
    /// Answers what is being asked, finishes what is being worked on, and stops.
    pub async fn stop(self) -> Result<()> {
        self.handle.stop(true).await;
        let ended = tokio::task::spawn_blocking(move || self.thread.join()).await?;
        ended.map_err(|_| anyhow!("the server panicked"))?
    }
}

/// Starts everything that `guanxi serve` is, on threads of its own, and returns when it answers.
pub async fn start(config: Config) -> Result<Running> {
    let (ready, started) = oneshot::channel();
    let run = move || {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        runtime.block_on(run(config, ready))
    };
    let thread = thread::Builder::new().name("guanxi".to_owned()).spawn(run)?;
    match started.await {
        Ok((address, handle)) => Ok(Running { base_url: format!("http://{address}"), handle, thread }),
        Err(_) => {
            let ended = thread.join().map_err(|_| anyhow!("the server panicked"))?;
            Err(ended.err().unwrap_or_else(|| anyhow!("the server ended while starting")))
        }
    }
}

async fn run(config: Config, ready: oneshot::Sender<(SocketAddr, ServerHandle)>) -> Result<()> {
    let database = Database::open(&config).await?;
    let served = serve(&config, &database, ready).await;
    database.close().await?;
    served
}

async fn serve(config: &Config, database: &Database, ready: oneshot::Sender<(SocketAddr, ServerHandle)>) -> Result<()> {
    let metrics = Metrics::collect()?;
    let (server, address) = listen(config, metrics)?;
    let _ = ready.send((address, server.handle()));
    server.await.context("serving")
}

/// Reads people's requests; the list of routes ends with the web app.
fn listen(config: &Config, metrics: Metrics) -> Result<(Server, SocketAddr)> {
    let has_ops_port = config.http.ops_listen.is_some();
    let app = move || {
        let metrics = metrics.clone();
        App::new()
            .wrap(from_fn(telemetry::observe))
            .wrap(TracingLogger::<RequestSpan>::new())
            .configure(|routes| {
                if !has_ops_port {
                    routes.configure(|routes| operations(routes, metrics));
                }
            })
            .default_service(web::to(web_app::serve))
    };
    let address = config.http.listen;
    let server = HttpServer::new(app)
        .workers(workers(config))
        .shutdown_timeout(config.http.shutdown_seconds)
        .disable_signals()
        .bind(address)
        .with_context(|| format!("listening on {address} (GUANXI_LISTEN)"))?;
    let address = server.addrs().first().copied().unwrap_or(address);
    Ok((server.run(), address))
}

/// What machines ask: is it alive, may it get requests, how is it doing.
fn operations(routes: &mut web::ServiceConfig, metrics: Metrics) {
    let page = move || {
        let text = metrics.render();
        async move { HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(text) }
    };
    routes.route("/healthz", web::get().to(|| async { "ok" })).route("/metrics", web::get().to(page));
}

fn workers(config: &Config) -> usize {
    config.http.workers.unwrap_or_else(processors)
}

fn processors() -> usize {
    thread::available_parallelism().map_or(2, usize::from)
}
