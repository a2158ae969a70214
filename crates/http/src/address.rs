//! Where a request comes from: the peer, or what a proxy that we trust says of it.

use crate::Settings;
use axum::http::HeaderMap;
use std::net::{IpAddr, SocketAddr};

/// The client's side of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    /// Its address; none inside tests, which have no network.
    pub address: Option<IpAddr>,
    /// It is on this machine, as far as peer and headers tell.
    pub local: bool,
    /// Its peer speaks for somebody else without being a declared proxy.
    pub undeclared: bool,
}

/// Headers in which proxies tell for whom they ask.
const FORWARDED: [&str; 3] = ["x-forwarded-for", "x-real-ip", "forwarded"];

impl Origin {
    /// Reads `peer` and `headers`. What a client writes into the headers counts only where a trusted proxy appended its own
    /// word, which is the last entry of `X-Forwarded-For`.
    pub fn of(settings: &Settings, headers: &HeaderMap, peer: Option<SocketAddr>) -> Self {
        let peer = peer.map(|peer| peer.ip().to_canonical());
        let trusted = settings.behind_proxy && peer.is_none_or(|peer| settings.proxies.contains(&peer));
        let word = headers.get_all(FORWARDED[0]).iter().next_back().and_then(|value| value.to_str().ok());
        let forwarded = word.and_then(|entries| entries.rsplit(',').next()?.trim().parse::<IpAddr>().ok());
        let address = forwarded.filter(|_| trusted).map(|address| address.to_canonical()).or(peer);
        let mut said = FORWARDED.iter().flat_map(|name| headers.get_all(*name)).map(|value| value.to_str());
        let local = peer.is_none_or(|peer| peer.is_loopback()) && said.all(|value| value.is_ok_and(only_loopback));
        Self { address, local, undeclared: word.is_some() && peer.is_some() && !trusted }
    }

    /// The address as it is written down.
    pub fn text(self) -> String {
        self.address.map_or_else(|| "unknown".into(), |address| address.to_string())
    }
}

/// Does a forwarding header name this machine only? What cannot be read is somebody else.
fn only_loopback(value: &str) -> bool {
    value.split(',').all(|entry| entry.trim().parse::<IpAddr>().is_ok_and(|address| address.is_loopback()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin(behind_proxy: bool, peer: &str, forwarded: &[&str]) -> (String, bool) {
        let settings = Settings { behind_proxy, ..Settings::default() };
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().expect("a header"));
        }
        let origin = Origin::of(&settings, &headers, Some(peer.parse().expect("an address")));
        (origin.text(), origin.local)
    }

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        let (proxy, stranger) = ("127.0.0.1:9", "198.51.100.7:9");
        for (behind, peer, forwarded, address, local) in [
            (false, proxy, &[][..], "127.0.0.1", true),
            (false, proxy, &["203.0.113.5"][..], "127.0.0.1", false),
            (true, proxy, &["203.0.113.5"][..], "203.0.113.5", false),
            (true, proxy, &["1.1.1.1, 203.0.113.5"][..], "203.0.113.5", false),
            (true, proxy, &["1.1.1.1", "203.0.113.5"][..], "203.0.113.5", false),
            (true, proxy, &["127.0.0.1"][..], "127.0.0.1", true),
            (true, proxy, &["nonsense"][..], "127.0.0.1", false),
            (true, stranger, &["203.0.113.5"][..], "198.51.100.7", false),
            (false, stranger, &["127.0.0.1"][..], "198.51.100.7", false),
            (true, "[::ffff:127.0.0.1]:9", &["203.0.113.5"][..], "203.0.113.5", false),
        ] {
            assert_eq!(origin(behind, peer, forwarded), (address.to_owned(), local), "{behind} {peer} {forwarded:?}");
        }
    }
}
