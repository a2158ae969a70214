//! What handlers share.

use crate::{Bounded, Couriers, FileStore, Shares};
use jinqiao_db::Db;
use jinqiao_kernel::{Actor, RequestMeta, Result, Vault};
use std::{
    future::Future,
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    pin::Pin,
    sync::Arc,
};

/// Shared by all handlers; cheap to clone.
#[derive(Clone)]
pub struct AppState {
    /// The database.
    pub db: Db,
    /// Keys.
    pub vault: Arc<Vault>,
    /// Where uploaded files are kept.
    pub files: Arc<dyn FileStore>,
    /// Who takes texts to phones and mailboxes.
    pub couriers: Couriers,
    /// How the server was configured.
    pub settings: Arc<Settings>,
    /// Turns a session token into an actor.
    pub authenticate: Arc<dyn Authenticate>,
}

/// What of the configuration concerns requests.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Address under which people reach the platform, such as `https://jinqiao.example.cn`.
    pub public_url: String,
    /// Believe the last entry of `X-Forwarded-For`, where one of `proxies` has sent it.
    pub behind_proxy: bool,
    /// Addresses of those proxies.
    pub proxies: Vec<IpAddr>,
    /// Demo accounts are for everybody, not for this machine only: a server that teaches.
    pub demo_anywhere: bool,
    /// Memory for hashing a password, KiB (argon2id).
    pub password_memory_kib: u32,
    /// Passes over that memory.
    pub password_passes: u32,
    /// Where password hashes are computed: all of this server wait in one queue.
    pub hashing: Bounded,
    /// Uploads under way; its owners are organisations.
    pub uploads: Shares,
    /// Uploads of strangers under way; its owners are addresses.
    pub stranger_uploads: Shares,
}

impl Default for Settings {
    /// OWASP's recommendation for argon2id: 19 MiB, two passes. Fifty may wait, which takes a second or two. A slow client holds the place of
    /// its upload for minutes, so there are many; a page sends one file at a time.
    fn default() -> Self {
        Self {
            public_url: "http://localhost:8080".into(),
            behind_proxy: false,
            proxies: vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()],
            demo_anywhere: false,
            password_memory_kib: 19_456,
            password_passes: 2,
            hashing: Bounded::per_core(50),
            uploads: Shares::new(64, 2),
            stranger_uploads: Shares::new(16, 2),
        }
    }
}

impl Settings {
    /// People come by https, so cookies are `Secure` and browsers are told to stay with it.
    pub fn https(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// People reach the platform on this machine only.
    pub fn loopback(&self) -> bool {
        let host = self.public_url.split_once("://").map_or(self.public_url.as_str(), |(_, rest)| rest);
        let host = host.split(['/', '?', '#']).next().unwrap_or_default();
        // An IPv6 address stands in brackets, so that its colons are not taken for that of the port.
        let name = match host.strip_prefix('[') {
            Some(rest) => rest.split(']').next().unwrap_or_default(),
            None => host.split(':').next().unwrap_or_default(),
        };
        name.eq_ignore_ascii_case("localhost") || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    }
}

/// Turns the token of a session cookie into an actor; implemented by the concept `accounts`.
pub trait Authenticate: Send + Sync {
    /// The actor whose valid session `token` is, if any.
    fn authenticate<'a>(
        &'a self,
        db: &'a Db,
        token: &'a str,
        request: &'a RequestMeta,
    ) -> Pin<Box<dyn Future<Output = Result<Option<Actor>>> + Send + 'a>>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn which_addresses_are_this_machine() {
        for (url, local) in [
            ("http://localhost:8080", true),
            ("http://127.0.0.1", true),
            ("http://[::1]:8080/", true),
            ("https://jinqiao.example.cn", false),
            ("http://10.0.0.5:8080", false),
            ("http://localhost.example.cn", false),
            ("http://127.0.0.1.example.cn", false),
        ] {
            let settings = Settings { public_url: url.into(), ..Settings::default() };
            assert_eq!(settings.loopback(), local, "{url}");
        }
    }
}
