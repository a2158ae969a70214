//! Drills with real processes: kills, a full disk, a database that goes away, a proxy, floods; and with the demo data: what each
//! answer asks of the database. `make test` runs the short form; `make drill` the long one (`JINQIAO_DRILL=1`), which prints figures, fails where one is beyond its bar, and insists on every tool.
//! The short form judges counts and order alone: how long something takes there says more about the machine.

mod arrange;
mod demo;
mod disk;
mod drafts;
mod flood;
mod keys;
mod kills;
mod multiplied;
mod postgres;
mod proxy;
mod scale;
mod server;
mod submits;

/// The long form?
fn long() -> bool {
    std::env::var("JINQIAO_DRILL").is_ok_and(|value| value == "1")
}

/// A drill cannot be held here because of what is `missing`: that fails the long form, and the short one says so.
///
/// # Panics
/// In the long form.
fn skipped(missing: &str) {
    use std::io::Write as _;
    assert!(!long(), "{missing}");
    // Not by a macro for printing, whose words a passing test keeps to itself.
    let _ = writeln!(std::io::stderr(), "skipped: {missing}");
}
