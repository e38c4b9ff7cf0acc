//! Networks: where a key may call from, and whose word about a caller's address is taken.

use std::{fmt, net::IpAddr, str::FromStr};

/// An address, or all that begin like it: `192.168.1.7`, `10.0.0.0/8`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    base: IpAddr,
    bits: u32,
}

/// What is no network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoNetwork(String);

impl fmt::Display for NoNetwork {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is neither an address nor a network like 10.0.0.0/8", self.0)
    }
}

impl FromStr for Network {
    type Err = NoNetwork;

    fn from_str(text: &str) -> Result<Self, NoNetwork> {
        let read = || {
            let (address, bits) = match text.split_once('/') {
                Some((address, bits)) => (address, Some(bits.parse::<u32>().ok()?)),
                None => (text, None),
            };
            let base: IpAddr = address.parse().ok()?;
            let most = if base.is_ipv4() { 32 } else { 128 };
            let bits = bits.unwrap_or(most);
            (bits <= most).then_some(Self { base, bits })
        };
        read().ok_or_else(|| NoNetwork(text.to_owned()))
    }
}

impl Network {
    pub fn contains(self, ip: IpAddr) -> bool {
        match (self.base, ip.to_canonical()) {
            (IpAddr::V4(base), IpAddr::V4(ip)) => {
                let mask = u32::MAX.checked_shl(32 - self.bits).unwrap_or(0);
                u32::from(base) & mask == u32::from(ip) & mask
            }
            (IpAddr::V6(base), IpAddr::V6(ip)) => {
                let mask = u128::MAX.checked_shl(128 - self.bits).unwrap_or(0);
                u128::from(base) & mask == u128::from(ip) & mask
            }
            (IpAddr::V4(_), IpAddr::V6(_)) | (IpAddr::V6(_), IpAddr::V4(_)) => false,
        }
    }
}

/// The proxies before us, as a list with commas. What others say about whom they speak for is not believed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proxies(Vec<Network>);

impl FromStr for Proxies {
    type Err = NoNetwork;

    fn from_str(text: &str) -> Result<Self, NoNetwork> {
        let networks = text.split(',').map(str::trim).filter(|network| !network.is_empty());
        networks.map(str::parse).collect::<Result<_, _>>().map(Self)
    }
}

impl Proxies {
    /// Who calls: the peer, or whom our proxies name in `X-Forwarded-For`. Each adds the one it heard from at the end, so
    /// it is read from there, up to the first that is none of ours: all before him he may have made up.
    pub fn caller<'a>(&self, peer: IpAddr, forwarded: impl DoubleEndedIterator<Item = &'a str>) -> IpAddr {
        let mut caller = peer.to_canonical();
        for named in forwarded.rev().flat_map(|line| line.rsplit(',')) {
            if !self.0.iter().any(|network| network.contains(caller)) {
                break;
            }
            let Some(before) = address(named.trim()) else { break };
            caller = before;
        }
        caller
    }
}

/// An address, perhaps with a port.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|rest| rest.split_once(']')).map_or(text, |(address, _)| address);
    let with_port = || text.parse().ok().map(|socket: std::net::SocketAddr| socket.ip());
    bare.parse().ok().or_else(with_port).map(|ip: IpAddr| ip.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_in(network: &str, ip: &str) -> bool {
        network.parse::<Network>().unwrap().contains(ip.parse().unwrap())
    }

    #[test]
    fn networks_are_compared_by_their_prefix() {
        assert!(is_in("10.0.0.0/8", "10.9.8.7") && is_in("10.0.0.0/8", "::ffff:10.1.1.1"));
        assert!(is_in("192.168.1.7", "192.168.1.7") && !is_in("192.168.1.7", "192.168.1.8"));
        assert!(is_in("2001:db8::/32", "2001:db8:1::1") && !is_in("2001:db8::/32", "2001:db9::1"));
        assert!(is_in("0.0.0.0/0", "8.8.8.8") && !is_in("10.0.0.0/8", "11.0.0.1"));
        for wrong in ["", "10.0.0.0/33", "10.0.0/8", "nonsense", "::/129"] {
            assert!(wrong.parse::<Network>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn only_our_proxies_say_who_calls() {
        let proxies: Proxies = "10.0.0.0/8, 192.168.1.7".parse().unwrap();
        let caller = |peer: &str, forwarded: &[&str]| {
            proxies.caller(peer.parse().unwrap(), forwarded.iter().copied()).to_string()
        };
        assert_eq!(caller("203.0.113.9", &["8.8.8.8"]), "203.0.113.9", "a stranger's word");
        assert_eq!(caller("10.0.0.1", &[]), "10.0.0.1");
        assert_eq!(caller("10.0.0.1", &["203.0.113.9"]), "203.0.113.9");
        assert_eq!(caller("10.0.0.1", &["8.8.8.8, 203.0.113.9"]), "203.0.113.9", "what the caller made up");
        assert_eq!(
            caller("10.0.0.1", &["8.8.8.8", "203.0.113.9, 192.168.1.7"]),
            "203.0.113.9",
            "two lines, two proxies"
        );
        assert_eq!(caller("10.0.0.1", &["unknown, 10.0.0.2"]), "10.0.0.2");
        assert_eq!(caller("::ffff:10.0.0.1", &["203.0.113.9:4711"]), "203.0.113.9");
        assert_eq!(caller("10.0.0.1", &["[2001:db8::1]:4711"]), "2001:db8::1");
        let nobody = Proxies::default();
        assert_eq!(nobody.caller("10.0.0.1".parse().unwrap(), ["8.8.8.8"].into_iter()).to_string(), "10.0.0.1");
        assert!("10.0.0.0/8,x".parse::<Proxies>().is_err());
    }
}
