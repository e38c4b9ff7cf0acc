//! API keys: `gx_` and, in one word, the tenant, the key and a secret that only its holder has.

use std::num::NonZeroU32;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use governor::{DefaultDirectRateLimiter, Quota, RateLimiter, middleware::StateInformationMiddleware};
use guanxi_domain::{Code, Error, Result, TenantId, access::network::Network};
use rand::RngCore;
use uuid::Uuid;

use super::gate::Rate;

pub const PREFIX: &str = "gx_";

/// A key as its holder shows it.
#[derive(Debug, Clone, Copy)]
pub struct ApiKey {
    pub tenant: TenantId,
    pub id: Uuid,
    pub secret: [u8; 32],
}

impl ApiKey {
    pub fn new(tenant: TenantId) -> Self {
        let mut secret = [0; 32];
        rand::rng().fill_bytes(&mut secret);
        Self { tenant, id: Uuid::now_v7(), secret }
    }

    pub fn read(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text.strip_prefix(PREFIX)?).ok()?;
        let (tenant, rest) = bytes.split_at_checked(16)?;
        let (id, secret) = rest.split_at_checked(16)?;
        Some(Self {
            tenant: Uuid::from_slice(tenant).ok()?.into(),
            id: Uuid::from_slice(id).ok()?,
            secret: secret.try_into().ok()?,
        })
    }

    pub fn text(&self) -> String {
        let tenant: Uuid = self.tenant.into();
        let bytes = [tenant.as_bytes().as_slice(), self.id.as_bytes(), &self.secret].concat();
        format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(bytes))
    }
}

/// Counts the requests of one key.
pub struct Limiter {
    per_minute: u32,
    inner: RateLimiter<
        governor::state::NotKeyed,
        governor::state::InMemoryState,
        governor::clock::DefaultClock,
        StateInformationMiddleware,
    >,
}

impl Limiter {
    pub fn new(per_minute: u32) -> Self {
        let burst = NonZeroU32::new(per_minute).unwrap_or(NonZeroU32::MIN);
        let inner: DefaultDirectRateLimiter = RateLimiter::direct(Quota::per_minute(burst));
        Self { per_minute, inner: inner.with_middleware() }
    }

    /// Lets one more request in, or says how long to wait.
    pub fn check(&self) -> Result<Rate> {
        match self.inner.check() {
            Ok(state) => Ok(Rate::new(self.per_minute, state.remaining_burst_capacity())),
            Err(until) => {
                let wait = until.wait_time_from(governor::clock::Clock::now(&governor::clock::DefaultClock::default()));
                Err(Error::new(Code::RateLimited).with("retry_after", wait.as_secs() + 1))
            }
        }
    }
}

/// Whether an address is one of those named, or in one of the networks named (`10.0.0.0/8`). No names: any.
pub fn is_allowed(allowed: &[String], ip: Option<&str>) -> bool {
    if allowed.is_empty() {
        return true;
    }
    let Some(ip) = ip.and_then(|ip| ip.parse().ok()) else { return false };
    allowed.iter().filter_map(|network| network.parse::<Network>().ok()).any(|network| network.contains(ip))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_was_written() {
        let key = ApiKey::new(TenantId::new());
        let read = ApiKey::read(&key.text()).unwrap();
        assert_eq!((read.tenant, read.id, read.secret), (key.tenant, key.id, key.secret));
        for wrong in ["", "gx_", "gx_abc", "gx_!!", &key.text()[3..]] {
            assert!(ApiKey::read(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn a_key_is_good_where_it_may_be_used() {
        let allowed = ["10.0.0.0/8".to_owned(), "192.168.1.7".to_owned()];
        for (ip, may) in [("10.9.8.7", true), ("192.168.1.7", true), ("11.0.0.1", false), ("nonsense", false)] {
            assert_eq!(is_allowed(&allowed, Some(ip)), may, "{ip}");
        }
        assert!(is_allowed(&[], None) && !is_allowed(&allowed, None));
    }
}
