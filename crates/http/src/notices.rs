//! Proxies that nobody has declared: limits per address are then limits for everybody, or nobody's. Each is told of once.

use crate::{Settings, address::Origin};
use std::{
    net::IpAddr,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

/// So many requests from one and the same address are told of.
const SUSPICIOUS: u32 = 1_000;

const SAME: &str = "all requests come from one address: declare the proxy in front with JINQIAO_BEHIND_PROXY=true and its address \
    with JINQIAO_PROXY_ADDRESSES, or limits per address are limits for everybody";
const UNDECLARED: &str = "X-Forwarded-For came from an address that is no declared proxy, and is not believed: if it is a proxy of \
    yours, set JINQIAO_BEHIND_PROXY=true and add it to JINQIAO_PROXY_ADDRESSES; if not, somebody has made the header up";

/// What was noticed so far.
#[derive(Default)]
pub(crate) struct Notices {
    sameness: Sameness,
    undeclared: AtomicBool,
}

impl Notices {
    /// What the log is to be told with this request, if anything. People who reach the platform on its own machine only all
    /// have one address, and whatever stands before it there is theirs.
    pub fn of(&self, settings: &Settings, origin: Origin) -> Option<&'static str> {
        if settings.loopback() {
            return None;
        }
        if origin.undeclared && !self.undeclared.swap(true, Ordering::Relaxed) {
            return Some(UNDECLARED);
        }
        self.sameness.suspicious(origin.address).then_some(SAME)
    }
}

/// Notices that all requests seem to come from one place, which is what an undeclared proxy looks like.
#[derive(Default)]
struct Sameness(Mutex<Seen>);

#[derive(Default)]
struct Seen {
    first: Option<IpAddr>,
    requests: u32,
    settled: bool,
}

impl Sameness {
    /// Whether, with this request, it is time to warn; true at most once.
    fn suspicious(&self, address: Option<IpAddr>) -> bool {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.settled || address.is_none() {
            return false;
        }
        if seen.first.is_some_and(|first| Some(first) != address) {
            seen.settled = true;
            return false;
        }
        seen.first = address;
        seen.requests += 1;
        seen.settled = seen.requests >= SUSPICIOUS;
        seen.settled
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderMap;

    /// What is told during so many requests of each of these peers, one after the other.
    fn told(url: &str, behind_proxy: bool, requests: usize, peers: &[(&str, Option<&str>)]) -> Vec<&'static str> {
        let settings = Settings { public_url: url.into(), behind_proxy, ..Settings::default() };
        let (notices, mut told) = (Notices::default(), vec![]);
        for _ in 0..requests {
            for (peer, forwarded) in peers {
                let mut headers = HeaderMap::new();
                if let Some(forwarded) = forwarded {
                    headers.insert("x-forwarded-for", forwarded.parse().expect("a header"));
                }
                let origin = Origin::of(&settings, &headers, Some(peer.parse().expect("an address")));
                told.extend(notices.of(&settings, origin));
            }
        }
        told
    }

    #[test]
    fn a_proxy_that_nobody_has_declared_is_told_of_once() {
        let (public, proxy, other) = ("https://jinqiao.example.cn", "127.0.0.1:9", "10.0.0.2:9");
        for (url, behind, peers, want) in [
            // It says for whom it asks.
            (public, false, &[(proxy, Some("203.0.113.5"))][..], &[UNDECLARED, SAME][..]),
            (public, true, &[(other, Some("203.0.113.5")), (proxy, Some("203.0.113.6"))], &[UNDECLARED]),
            // It says nothing, whether or not another one is declared.
            (public, false, &[(proxy, None)], &[SAME]),
            (public, true, &[(other, None)], &[SAME]),
            // All is in order.
            (public, true, &[(proxy, Some("203.0.113.5")), (proxy, Some("203.0.113.6"))], &[]),
            (public, false, &[("203.0.113.5:9", None), ("203.0.113.6:9", None)], &[]),
            // One person at one machine.
            ("http://localhost:8080", false, &[(proxy, Some("127.0.0.1"))], &[]),
        ] {
            assert_eq!(told(url, behind, 3_000, peers), want, "{url} {behind} {peers:?}");
        }
    }
}
