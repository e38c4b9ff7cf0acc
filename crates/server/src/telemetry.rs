//! Logs and metrics. Neither ever holds a person: no query strings, bodies, names, phones or addresses.

use std::{
    fs,
    io::{self, IsTerminal},
    sync::OnceLock,
    time::{Duration, Instant},
};

use actix_web::{
    Error,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::header::{HeaderName, HeaderValue},
    middleware::Next,
};
use anyhow::{Context, Result};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use tracing::Instrument;
use tracing_subscriber::{EnvFilter, fmt, layer::SubscriberExt, util::SubscriberInitExt};
use uuid::Uuid;

use crate::config::{Log, LogFormat};

/// Sends log lines to standard error, in the form that was asked for.
pub fn init(log: &Log) -> Result<()> {
    // What is said of these modules by name still holds; the wish is parsed by itself so that it can be blamed by itself.
    EnvFilter::builder().parse(&log.log).with_context(|| format!("GUANXI_LOG is {:?}", log.log))?;
    let filter = EnvFilter::builder().parse(format!("sqlx=warn,actix_server=warn,{}", log.log))?;
    let is_json = match log.log_format {
        LogFormat::Auto => !io::stderr().is_terminal(),
        LogFormat::Text => false,
        LogFormat::Json => true,
    };
    let json = is_json.then(|| fmt::layer().json().flatten_event(true).with_span_list(false).with_writer(io::stderr));
    let text = (!is_json)
        .then(|| fmt::layer().with_target(false).with_ansi(io::stderr().is_terminal()).with_writer(io::stderr));
    // In tests several servers live in one process; the first one has set it.
    let _ = tracing_subscriber::registry().with(filter).with(json).with(text).try_init();
    Ok(())
}

/// Requests that take longer are worth a line.
const SLOW: Duration = Duration::from_secs(1);
const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Names, counts and times a request, and logs what failed or was slow: what was asked of which route, never of whom.
pub async fn observe(
    mut request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let start = Instant::now();
    let id = name(&mut request);
    let method = method_name(&request);
    let span = tracing::info_span!("request", request.id = %id, http.method = method);
    let response = next.call(request).instrument(span.clone()).await?;

    let elapsed = start.elapsed();
    let status = response.status();
    let route = response.request().match_pattern().unwrap_or_else(|| "other".to_owned());
    let labels = [("method", method.to_owned()), ("route", route.clone()), ("status", status.as_str().to_owned())];
    metrics::counter!("http_requests_total", &labels).increment(1);
    metrics::histogram!("http_request_duration_seconds", &labels[..2]).record(elapsed.as_secs_f64());

    let (code, milliseconds) = (status.as_u16(), u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX));
    span.in_scope(|| {
        if status.is_server_error() {
            tracing::error!(http.route = route, http.status_code = code, elapsed.ms = milliseconds, "request failed");
        } else if elapsed > SLOW {
            tracing::warn!(http.route = route, http.status_code = code, elapsed.ms = milliseconds, "request was slow");
        } else {
            tracing::debug!(http.route = route, http.status_code = code, elapsed.ms = milliseconds, "request");
        }
    });
    Ok(response)
}

/// Gives the request its id, or leaves it the one that a proxy gave; the API answers with it.
fn name(request: &mut ServiceRequest) -> Uuid {
    let given = request.headers().get(X_REQUEST_ID).and_then(|id| id.to_str().ok()?.parse().ok());
    let id = given.unwrap_or_else(Uuid::now_v7);
    if let Ok(value) = HeaderValue::from_str(&id.to_string()) {
        request.headers_mut().insert(X_REQUEST_ID, value);
    }
    id
}

/// A label has few values, whatever a stranger sends.
fn method_name(request: &ServiceRequest) -> &'static str {
    match request.method().as_str() {
        "GET" => "GET",
        "POST" => "POST",
        "PATCH" => "PATCH",
        "PUT" => "PUT",
        "DELETE" => "DELETE",
        "HEAD" => "HEAD",
        _ => "other",
    }
}

/// All metrics of this process.
#[derive(Clone)]
pub struct Metrics(PrometheusHandle);

impl Metrics {
    /// Collects from now on; one process has one collection, however many servers it runs.
    pub fn collect() -> Result<Self> {
        static COLLECTION: OnceLock<PrometheusHandle> = OnceLock::new();
        if let Some(handle) = COLLECTION.get() {
            return Ok(Self(handle.clone()));
        }
        let buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];
        let recorder = PrometheusBuilder::new()
            .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &buckets)?
            .build_recorder();
        let handle = COLLECTION.get_or_init(|| recorder.handle());
        let _ = metrics::set_global_recorder(recorder);
        metrics::describe_counter!("http_requests_total", "Requests answered");
        metrics::describe_histogram!("http_request_duration_seconds", "Time to answer a request");
        metrics::describe_gauge!("process_resident_memory_bytes", "Memory held by this process");
        Ok(Self(handle.clone()))
    }

    /// The page that Prometheus reads.
    pub fn render(&self) -> String {
        if let Some(bytes) = resident_memory() {
            metrics::gauge!("process_resident_memory_bytes").set(bytes);
        }
        self.0.run_upkeep();
        self.0.render()
    }
}

fn resident_memory() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: u32 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(f64::from(kibibytes) * 1024.0)
}
