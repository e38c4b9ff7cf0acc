//! API keys: `gx_` and, in one word, the tenant, the key and a secret that only its holder has.

use std::{net::IpAddr, num::NonZeroU32};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use governor::{DefaultDirectRateLimiter, Quota, RateLimiter, middleware::StateInformationMiddleware};
use guanxi_domain::{Code, Error, Result, TenantId};
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
    let Some(ip) = ip.and_then(|ip| ip.parse::<IpAddr>().ok()) else { return false };
    allowed.iter().any(|network| contains(network, ip))
}

fn contains(network: &str, ip: IpAddr) -> bool {
    let Some((base, bits)) = parse_network(network) else { return false };
    match (base, ip.to_canonical()) {
        (IpAddr::V4(base), IpAddr::V4(ip)) => {
            let mask = u32::MAX.checked_shl(32 - bits).unwrap_or(0);
            u32::from(base) & mask == u32::from(ip) & mask
        }
        (IpAddr::V6(base), IpAddr::V6(ip)) => {
            let mask = u128::MAX.checked_shl(128 - bits).unwrap_or(0);
            u128::from(base) & mask == u128::from(ip) & mask
        }
        (IpAddr::V4(_), IpAddr::V6(_)) | (IpAddr::V6(_), IpAddr::V4(_)) => false,
    }
}

/// An address, or a network with the length of its prefix.
pub fn parse_network(text: &str) -> Option<(IpAddr, u32)> {
    let (address, bits) = match text.split_once('/') {
        Some((address, bits)) => (address, Some(bits.parse::<u32>().ok()?)),
        None => (text, None),
    };
    let address: IpAddr = address.parse().ok()?;
    let most = if address.is_ipv4() { 32 } else { 128 };
    let bits = bits.unwrap_or(most);
    (bits <= most).then_some((address, bits))
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
    fn networks_are_compared_by_their_prefix() {
        let allowed = ["10.0.0.0/8".to_owned(), "192.168.1.7".to_owned(), "2001:db8::/32".to_owned()];
        for inside in ["10.9.8.7", "192.168.1.7", "2001:db8:1::1", "::ffff:10.1.1.1"] {
            assert!(is_allowed(&allowed, Some(inside)), "{inside}");
        }
        for outside in ["11.0.0.1", "192.168.1.8", "2001:db9::1", "nonsense"] {
            assert!(!is_allowed(&allowed, Some(outside)), "{outside}");
        }
        assert!(is_allowed(&[], None) && !is_allowed(&allowed, None));
        assert!(is_allowed(&["0.0.0.0/0".to_owned()], Some("8.8.8.8")));
        assert_eq!(parse_network("10.0.0.0/33"), None);
    }
}
