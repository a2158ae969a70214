//! What is measured, as the environment says.

use jinqiao_db::Engine;
use jinqiao_testkit::engine;
use std::{fs, path::PathBuf, str::FromStr, time::Duration};

/// The program that is measured.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_jinqiao");

/// How many times the firms of the demo, unless something else is asked for.
pub const USUAL_FACTOR: u32 = 40;

/// What is measured.
pub struct Settings {
    /// `FACTOR`: how many times the firms of the demo; [`USUAL_FACTOR`] unless it is set.
    pub factor: u32,
    /// `JINQIAO_TEST_ENGINE`: SQLite unless it is `postgres`, of which `JINQIAO_TEST_PG` is the address.
    pub engine: Engine,
    /// `ONLY`: only operations whose names hold this; all where it is not set.
    pub only: String,
    /// `SECONDS`: for how long each operation is asked, one by one and again by eight at once; 1 unless it is set.
    pub each: Duration,
}

impl Settings {
    /// As the environment says.
    pub fn of_environment() -> Self {
        Self {
            factor: number("FACTOR").unwrap_or(USUAL_FACTOR),
            engine: engine(),
            only: std::env::var("ONLY").unwrap_or_default(),
            each: Duration::from_secs_f64(number("SECONDS").unwrap_or(1.0)),
        }
    }

    /// Where what was made for an earlier run is kept: on the disk of what is built, as a temporary folder may be in memory.
    ///
    /// # Panics
    /// When it cannot be made.
    pub fn cache(&self) -> PathBuf {
        let folder = PathBuf::from(PROGRAM).with_file_name("bench-data");
        fs::create_dir_all(&folder).expect("a folder");
        folder
    }
}

/// The number in the variable `name`; none where it is not set.
fn number<T: FromStr>(name: &str) -> Option<T> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name}={text} is no number")))
}
