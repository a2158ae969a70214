//! What handlers share.

use crate::{Bounded, FileStore};
use jinqiao_db::Db;
use jinqiao_kernel::{Actor, RequestMeta, Result, Vault};
use std::{future::Future, pin::Pin, sync::Arc};

/// Shared by all handlers; cheap to clone.
#[derive(Clone)]
pub struct AppState {
    /// The database.
    pub db: Db,
    /// Keys.
    pub vault: Arc<Vault>,
    /// Where uploaded files are kept.
    pub files: Arc<dyn FileStore>,
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
    /// Believe `X-Forwarded-For`: only behind a proxy that sets it.
    pub behind_proxy: bool,
    /// Memory for hashing a password, KiB (argon2id).
    pub password_memory_kib: u32,
    /// Passes over that memory.
    pub password_passes: u32,
    /// Where password hashes are computed: all of this server wait in one queue.
    pub hashing: Bounded,
}

impl Default for Settings {
    /// OWASP's recommendation for argon2id: 19 MiB, two passes. Fifty may wait, which takes a second or two.
    fn default() -> Self {
        Self {
            public_url: "http://localhost:8080".into(),
            behind_proxy: false,
            password_memory_kib: 19_456,
            password_passes: 2,
            hashing: Bounded::per_core(50),
        }
    }
}

impl Settings {
    /// People come by https, so cookies are `Secure` and browsers are told to stay with it.
    pub fn https(&self) -> bool {
        self.public_url.starts_with("https://")
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
