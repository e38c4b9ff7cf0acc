//! Webhooks: what is told to other programs, and how they know that it is we who tell it (12.12).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::text::{Name, ShortText};

/// Minutes between attempts; after the last it is given up.
pub const PAUSES: [u32; 5] = [1, 5, 30, 120, 720];
/// A receiver that fails for so long is told of nothing any more.
const PATIENCE: Duration = Duration::days(3);
/// The version of the body.
pub const FORMAT: u32 = 1;
/// Every event.
pub const ALL: &str = "*";

#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WebhookDetails {
    pub name: Name,
    #[validate(length(min = 1, max = 2000))]
    pub url: String,
    /// The events that are told, or `*` for all.
    #[validate(length(min = 1, max = 200))]
    pub events: Vec<ShortText>,
    #[serde(default = "yes")]
    pub is_active: bool,
    /// Whether it may lie in the network of the installation, and do without TLS.
    #[serde(default)]
    pub allow_private: bool,
}

fn yes() -> bool {
    true
}

/// Whether a receiver has failed for too long.
pub fn is_dead(failing_since: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now - failing_since >= PATIENCE
}

/// Whether an address is one of the wide world, and not of our own house: neither private nor loopback nor link-local
/// nor otherwise reserved.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => is_public_v6(v6),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    !(address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_broadcast()
        || address.is_documentation()
        || address.is_multicast()
        || a == 0
        || a >= 240
        // Carriers' own, protocol assignments, benchmarks.
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 198 && (18..20).contains(&b)))
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let parts = address.segments();
    // An IPv4 address in another dress is judged as what it is.
    let embedded = match parts {
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => Some((high, low)),
        [0x2002, high, low, ..] => Some((high, low)),
        _ => None,
    };
    if let Some((high, low)) = embedded {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        return is_public_v4(Ipv4Addr::new(a, b, c, d));
    }
    // Only 2000::/3 is in use; of it neither the examples nor Teredo.
    (0x2000..0x4000).contains(&parts[0]) && !(parts[0] == 0x2001 && matches!(parts[1], 0 | 0xdb8))
}

/// Whether a name can only mean our own house.
pub fn is_public_name(host: &str) -> bool {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let local = ["localhost", "local", "internal", "lan", "home", "corp", "home.arpa"];
    host.contains('.') && !local.iter().any(|end| host == *end || host.ends_with(&format!(".{end}")))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn public(address: &str) -> bool {
        is_public(address.parse().unwrap())
    }

    #[test]
    fn our_own_house_is_not_the_wide_world() {
        for own in [
            "127.0.0.1",
            "127.9.9.9",
            "10.0.0.1",
            "172.16.5.4",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "198.18.0.1",
            "192.0.0.8",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::ffff:10.1.2.3",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:db8::1",
            "2001::1",
            "::127.0.0.1",
        ] {
            assert!(!public(own), "{own}");
        }
        for world in ["1.1.1.1", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:8.8.8.8"] {
            assert!(public(world), "{world}");
        }
        for own in ["localhost", "db", "intranet.local", "metadata.google.internal", "LOCALHOST.", "a.localhost"] {
            assert!(!is_public_name(own), "{own}");
        }
        assert!(is_public_name("hooks.example.com"));
    }

    #[test]
    fn three_days_of_failure_are_enough() {
        let now: DateTime<Utc> = "2026-03-16T01:00:00Z".parse().unwrap();
        assert!(!is_dead(now - Duration::hours(71), now) && is_dead(now - Duration::hours(72), now));
    }

    proptest! {
        #[test]
        fn an_address_in_another_dress_is_the_same_address(bits: u32) {
            let v4 = Ipv4Addr::from(bits);
            prop_assert_eq!(is_public(v4.into()), is_public(v4.to_ipv6_mapped().into()));
        }
    }
}
