//! When a server has nothing to do.

use jinqiao_testkit::process::Server;
use std::{
    fs,
    time::{Duration, Instant},
};

/// What is not done by then is measured with the rest.
const LONGEST: Duration = Duration::from_secs(180);
/// Between two looks, of which so many in turn have to find next to nothing.
const PAUSE: Duration = Duration::from_millis(500);
const LOOKS: u32 = 4;
/// Part of a core that is next to nothing.
const LITTLE: f64 = 0.05;

/// Seconds that the process has computed.
pub fn computed(server: &Server) -> f64 {
    let stat = fs::read_to_string(format!("/proc/{}/stat", server.pid())).expect("a process");
    let fields: Vec<_> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks: u32 = [11, 12].iter().filter_map(|place| fields.get(*place)?.parse::<u32>().ok()).sum();
    // Linux tells it in hundredths, whatever it counts in.
    f64::from(ticks) / 100.0
}

/// Waits until what a server does at its start and once a day is done. How long that took.
pub async fn rest(server: &Server) -> Duration {
    let (begun, mut found) = (Instant::now(), 0);
    while found < LOOKS && begun.elapsed() < LONGEST {
        let before = computed(server);
        tokio::time::sleep(PAUSE).await;
        let little = computed(server) - before < LITTLE * PAUSE.as_secs_f64();
        found = if little { found + 1 } else { 0 };
    }
    begun.elapsed()
}
