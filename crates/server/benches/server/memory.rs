//! How much memory a server holds of its own: pages of the program and of files, which the system takes back as it likes, do not count.

use crate::visit::mb;
use jinqiao_testkit::process::Server;
use std::{
    fs,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::Duration,
};

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(10);

/// Kilobytes that the process `pid` holds of its own; none once it is gone.
fn own(pid: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("RssAnon"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// Watches a server, to know the most that it held.
pub struct Memory {
    pid: u32,
    most: Arc<AtomicU64>,
    ends: Arc<AtomicBool>,
}

impl Memory {
    /// From now on, until this is dropped.
    pub fn watch(server: &Server) -> Self {
        let (pid, most, ends) = (server.pid(), Arc::new(AtomicU64::new(0)), Arc::new(AtomicBool::new(false)));
        let (seen, ended) = (most.clone(), ends.clone());
        std::thread::spawn(move || {
            while let Some(now) = own(pid).filter(|_| !ended.load(Ordering::Relaxed)) {
                seen.fetch_max(now, Ordering::Relaxed);
                std::thread::sleep(PAUSE);
            }
        });
        Self { pid, most, ends }
    }

    /// What it holds now, kilobytes.
    pub fn now(&self) -> u64 {
        own(self.pid).unwrap_or_default()
    }

    /// What it holds now, and the most since this watches.
    pub fn told(&self) -> String {
        format!("{}, {}", mb(self.now()), mb(self.most.load(Ordering::Relaxed)))
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        self.ends.store(true, Ordering::Relaxed);
    }
}
