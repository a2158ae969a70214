//! Drills with real processes: kills, a full disk, a database that goes away, a proxy, floods. `make test` runs the short form;
//! `make drill` the long one, which also prints figures (`JINQIAO_DRILL=1`).

mod arrange;
mod disk;
mod flood;
mod keys;
mod kills;
mod postgres;
mod proxy;
mod server;
mod submits;

/// The long form?
fn long() -> bool {
    std::env::var("JINQIAO_DRILL").is_ok_and(|value| value == "1")
}
