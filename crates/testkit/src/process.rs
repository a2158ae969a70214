//! A server in a process of its own, to be killed, starved, stopped and measured.

use reqwest::{Client, RequestBuilder, StatusCode, header};
use serde_json::Value;
use std::{
    fs,
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::Duration,
};

/// What [`jinqiao_kernel::Vault::new`] makes of 32 sevens.
const KEY: &str = "0707070707070707070707070707070707070707070707070707070707070707";

/// How a server is started.
pub struct Setup {
    command: Command,
    port: u16,
}

/// A server that runs until it is dropped.
pub struct Server {
    process: Child,
    /// Its address, without a slash at the end.
    pub base: String,
    /// Its port on this machine.
    pub port: u16,
}

/// A port that nobody listens on.
///
/// # Panics
/// When there is none.
pub fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address").port()
}

impl Setup {
    /// Of the program at `binary`, on the database at `url`, with cheap hashes.
    pub fn of(binary: &str, url: &str) -> Self {
        let port = free_port();
        // Beyond a limit on its files a process is told by a signal, and ended, unless it looks at errors instead.
        let mut command = Command::new("sh");
        let files: PathBuf = std::env::temp_dir().join("jinqiao-drill-files");
        command
            .args(["-c", "trap '' XFSZ && exec \"$0\" serve", binary])
            .env("JINQIAO_DATABASE_URL", url)
            .env("JINQIAO_FILES_URL", format!("file://{}", files.display()))
            .env("JINQIAO_MASTER_KEY", KEY)
            .env("JINQIAO_LISTEN", format!("127.0.0.1:{port}"))
            .env("JINQIAO_PASSWORD_MEMORY_KIB", "64")
            .env("JINQIAO_PASSWORD_PASSES", "1")
            .env("RUST_LOG", "error")
            .stdout(Stdio::null());
        Self { command, port }
    }

    /// With an environment variable.
    #[must_use]
    pub fn set(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// Starts it; it may not be ready yet.
    ///
    /// # Panics
    /// When the program is not there.
    pub fn start(mut self) -> Server {
        let process = self.command.spawn().expect("the server starts");
        Server { process, base: format!("http://127.0.0.1:{}", self.port), port: self.port }
    }

    /// Starts it and waits until it takes writes.
    ///
    /// # Panics
    /// When it does not within a minute.
    pub async fn ready(self) -> Server {
        encrypt();
        let server = self.start();
        for _ in 0..2_400 {
            let answer = reqwest::get(format!("{}/readyz", server.base)).await;
            if answer.is_ok_and(|answer| answer.status() == StatusCode::OK) {
                return server;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("the server does not answer");
    }
}

impl Server {
    /// Its process.
    pub fn pid(&self) -> u32 {
        self.process.id()
    }

    /// SIGKILL: no handler runs, nothing is flushed.
    ///
    /// # Panics
    /// When it is gone already.
    pub fn kill(mut self) {
        self.process.kill().expect("the server is killed");
        self.process.wait().expect("the server is gone");
    }

    /// SIGTERM, and the time until it is gone.
    ///
    /// # Panics
    /// When it cannot be told.
    pub fn stop(mut self) -> Duration {
        let begun = std::time::Instant::now();
        let told = Command::new("kill").args(["-TERM", &self.pid().to_string()]).status().expect("kill runs");
        assert!(told.success());
        self.process.wait().expect("the server is gone");
        begun.elapsed()
    }
}

impl Server {
    /// A line of `/proc/PID/status`, in KB: `VmRSS` is what it holds in memory now, `VmHWM` the most it held.
    ///
    /// # Panics
    /// When there is no such line.
    pub fn memory(&self, name: &str) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.pid())).expect("a process");
        let line = status.lines().find(|line| line.starts_with(name)).expect("a line");
        line.split_whitespace().nth(1).expect("a number").parse().expect("a number")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Somebody who is logged in.
#[derive(Clone)]
pub struct Person {
    client: Client,
    cookie: String,
}

/// The client wants to know who would encrypt, also where nothing is encrypted.
pub fn encrypt() {
    let _ = rustls::crypto::ring::default_provider().install_default();
}

/// A client that waits for an answer, but not for ever.
///
/// # Panics
/// When there is nothing to encrypt with.
pub fn client() -> Client {
    encrypt();
    // The server hangs up on who says nothing for ten seconds; to be about to ask then would look like a fault.
    let idle = Duration::from_secs(5);
    Client::builder().timeout(Duration::from_secs(20)).pool_idle_timeout(idle).build().expect("a client")
}

impl Person {
    /// Logs in at the server `base` with `credentials`, the body of `POST /api/session`.
    ///
    /// # Panics
    /// When the server does not let them in.
    pub async fn login(base: &str, credentials: &Value) -> Self {
        let client = client();
        let login = client.post(format!("{base}/api/session")).header("x-requested-with", "test").json(credentials);
        let answer = login.send().await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::OK, "{}", credentials["login"]);
        let cookie = answer.headers()["set-cookie"].to_str().expect("a cookie");
        let cookie = cookie.split(';').next().expect("a pair").to_owned();
        Self { client, cookie }
    }

    fn asks(&self, request: RequestBuilder) -> RequestBuilder {
        request.header("x-requested-with", "test").header("cookie", &self.cookie)
    }

    /// GET.
    pub fn get(&self, url: String) -> RequestBuilder {
        self.asks(self.client.get(url))
    }

    /// POST.
    pub fn post(&self, url: String) -> RequestBuilder {
        self.asks(self.client.post(url))
    }

    /// Changes what it has seen `version` of.
    pub fn put(&self, url: String, version: i64) -> RequestBuilder {
        self.asks(self.client.put(url)).header(header::IF_MATCH, format!("\"{version}\""))
    }
}
