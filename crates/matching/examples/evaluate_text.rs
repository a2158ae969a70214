//! How well likeness of texts agrees with labels: fits on DEV only and prints the figures of TEST.
//!
//! `cargo run --release -p jinqiao-matching --example evaluate_text -- DEV TEST`
//!
//! Both files hold pairs: `a`, `b`, label, separated by tabs or, as csv, in the last three columns; labels 0 and 1, or grades.

use jinqiao_matching::text::{Ensemble, Example, Reader, accuracy, best_threshold, read_pairs, spearman};
use std::time::Instant;

fn read(path: &str) -> Result<Vec<Example>, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let pairs = read_pairs(&text);
    if pairs.is_empty() { Err(format!("{path}: no pairs")) } else { Ok(pairs) }
}

fn run() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [dev, test] = arguments.as_slice() else { return Err("usage: evaluate_text DEV TEST".into()) };
    let (dev, test) = (read(dev)?, read(test)?);
    let highest = dev.iter().map(|one| one.label).fold(0.0, f64::max);
    let positive = |pairs: &[Example]| pairs.iter().map(|one| one.label * 2.0 >= highest).collect::<Vec<_>>();
    let labels = |pairs: &[Example]| pairs.iter().map(|one| one.label).collect::<Vec<_>>();
    let started = Instant::now();
    let ensemble = Ensemble::fit(Reader::default(), &dev).map_err(|error| error.to_string())?;
    let fitted = started.elapsed().as_secs_f64();
    let explained: Vec<_> = test.iter().map(|one| ensemble.explain(&one.a, &one.b, one.cosine)).collect();
    let scored = started.elapsed().as_secs_f64() - fitted;
    println!("{:<32} {:>9}", "single measure", "spearman");
    let names = explained.first().map_or(vec![], |one| one.1.iter().map(|one| one.0).collect());
    for (column, name) in names.into_iter().enumerate() {
        let values: Vec<f64> = explained.iter().map(|one| f64::from(one.1[column].1)).collect();
        println!("{name:<32} {:>9.2}", 100.0 * spearman(&values, &labels(&test)));
    }
    let scores: Vec<f64> = explained.iter().map(|one| one.0).collect();
    let (threshold, on_dev) = best_threshold(ensemble.held_out(), &positive(&dev));
    println!("pairs                 dev {}, test {}", dev.len(), test.len());
    println!(
        "spearman              dev, held out {:.2}, test {:.2}",
        100.0 * spearman(ensemble.held_out(), &labels(&dev)),
        100.0 * spearman(&scores, &labels(&test))
    );
    println!(
        "accuracy              dev, held out {:.2}, test {:.2} (score ≥ {threshold:.3})",
        100.0 * on_dev,
        100.0 * accuracy(&scores, &positive(&test), threshold)
    );
    println!("seconds               fit {fitted:.1}, score {scored:.1}");
    Ok(())
}

fn main() -> std::process::ExitCode {
    match run() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            std::process::ExitCode::FAILURE
        }
    }
}
