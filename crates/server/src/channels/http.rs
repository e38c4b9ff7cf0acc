//! Requests to other people's servers, kept out of our own house.

use std::{sync::Arc, time::Duration};

use guanxi_app::notifications::sending::HttpCall;
use guanxi_domain::notifications::delivery::Trouble;
use guanxi_domain::notifications::webhook::is_public;
use ureq::{
    Agent, Error,
    config::Config,
    http::Uri,
    unversioned::{
        resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver},
        transport::{DefaultConnector, NextTimeout},
    },
};

/// How long another server may take, all in all.
const PATIENCE: Duration = Duration::from_secs(10);
/// So much of an answer is read.
const MOST: u64 = 64 * 1024;

/// What another server said.
pub struct Answer {
    pub status: u16,
    pub body: String,
}

#[derive(Clone)]
pub struct Http(Arc<Agents>);

struct Agents {
    /// Reaches the wide world only.
    outside: Agent,
    /// Reaches everything.
    inside: Agent,
}

/// Resolves names, and leaves out every address of our own house: a name that meant the wide world when it was written
/// down may mean another place now.
#[derive(Debug)]
struct Outside(DefaultResolver);

impl Resolver for Outside {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let mut allowed = self.empty();
        for address in self.0.resolve(uri, config, timeout)?.iter().filter(|address| is_public(address.ip())) {
            allowed.push(*address);
        }
        if allowed.is_empty() { Err(Error::HostNotFound) } else { Ok(allowed) }
    }
}

impl Http {
    pub fn new() -> Self {
        let config = || {
            Agent::config_builder()
                .timeout_global(Some(PATIENCE))
                // Who redirects could lead us anywhere.
                .max_redirects(0)
                .max_redirects_will_error(false)
                .http_status_as_error(false)
                .proxy(None)
                .user_agent("Guanxi")
                .build()
        };
        let outside = Agent::with_parts(config(), DefaultConnector::default(), Outside(DefaultResolver::default()));
        Self(Arc::new(Agents { outside, inside: Agent::new_with_config(config()) }))
    }

    /// Posts JSON; what the other server answers is no failure, whatever it is.
    pub async fn post(&self, call: HttpCall) -> Result<Answer, Trouble> {
        let agents = self.0.clone();
        let posted = tokio::task::spawn_blocking(move || {
            let agent = if call.private { &agents.inside } else { &agents.outside };
            let mut request = agent.post(&call.url).header("content-type", "application/json");
            for (name, value) in &call.headers {
                request = request.header(*name, value);
            }
            let mut answer = request.send(&call.body).map_err(|error| plain(&error))?;
            let status = answer.status().as_u16();
            let body = answer.body_mut().with_config().limit(MOST).lossy_utf8(true).read_to_string();
            Ok(Answer { status, body: body.unwrap_or_default() })
        });
        posted.await.map_err(|_| Trouble::NoRequest)?
    }
}

/// What went wrong, without the address: it may hold a secret.
fn plain(error: &Error) -> Trouble {
    #[expect(clippy::wildcard_enum_match_arm, reason = "not our enum: the rest is told in general")]
    match error {
        Error::HostNotFound => Trouble::NoHost,
        Error::Timeout(_) => Trouble::NoAnswer,
        Error::ConnectionFailed | Error::Io(_) => Trouble::NoConnection,
        Error::Tls(_) | Error::Rustls(_) => Trouble::NoTrust,
        _ => Trouble::NoRequest,
    }
}
