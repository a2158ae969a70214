//! What the server takes for what people do most, with the demo data and with many times as much: `make bench`.
//!
//! A real server in a process of its own is asked over HTTP. Ratios are taken in the same run: to a bare route, to nginx, to the bare
//! database. The environment says what is measured: see `settings`.

mod baselines;
mod crowd;
mod data;
mod held;
mod lists;
mod load;
mod memory;
mod network;
mod operations;
mod people;
mod report;
mod rest;
mod settings;
mod streams;
mod visit;
mod writes;

use data::Set;
use report::Report;
use settings::Settings;
use std::time::Instant;

fn main() {
    // Tests of all targets run this as well, and want to know no more than that it compiles.
    if !baselines::is_bare() && !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    if baselines::is_bare() {
        runtime.block_on(baselines::serve_bare());
        return;
    }
    runtime.block_on(measure(&Settings::of_environment()));
}

/// Measures both sets of data, one after the other, and writes down what came of it.
async fn measure(settings: &Settings) {
    let begun = Instant::now();
    let mut report = Report::new(settings);
    report.baselines = baselines::measure(settings).await;
    for factor in [1, settings.factor] {
        let set = Set::prepare(settings, factor).await;
        report.add(visit::measure(settings, &set).await);
        report.write(begun.elapsed());
    }
    println!("{}", report.text(begun.elapsed()));
}
