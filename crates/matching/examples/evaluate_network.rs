//! Measures every network method and the blend on a file of rated links:
//! `cargo run --release -p jinqiao-matching --example evaluate_network -- EDGES.tsv [--seeds 3]`.
//! `--synthetic` in place of the file takes a made-up market of the size of MovieLens-100K. See docs/matching.md.

use jinqiao_matching::network::{
    Blend, Figures, Fitted, Graph, Interactions, Keep, Market, Method, Model, Scratch, Seeded, Split, Table, Tuning,
    Weight, edges, learn, measure, split,
};
use std::time::Instant;

/// Ratings from here on are links.
const LIKED: f64 = 3.0;

/// The figures of one method for every seed, with seconds.
struct Line {
    name: String,
    figures: Vec<Figures>,
    seconds: f64,
}

fn read(path: &str) -> Result<Graph, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let edges = edges(&text).map_err(|error| format!("{path}: {error}"))?;
    let mut all = Interactions::default();
    for edge in edges.into_iter().filter(|edge| edge.rating >= LIKED) {
        all.add(edge.user, edge.item, Weight::ONE);
    }
    Ok(all.network().graph)
}

fn single(method: Method, split: &Split) -> Figures {
    let table = Table::new(&Fitted::new(method, &split.train), Keep::All);
    measure(&split.train, &split.probe, |user, scores| table.score(split.train.users.of(user), scores))
}

fn blended(blend: &Blend, split: &Split, keep: Keep) -> Figures {
    let model = Model::new(&split.train, blend, keep);
    let (mut filled, mut scratch) = (vec![], Scratch::default());
    measure(&split.train, &split.probe, |user, scores| {
        model.score(split.train.users.of(user), &mut filled, &mut scratch);
        scores.copy_from_slice(&filled);
    })
}

/// Adds the figures of one seed to the line with this name.
fn note(lines: &mut Vec<Line>, name: String, figures: Figures, started: Instant) {
    let seconds = started.elapsed().as_secs_f64();
    match lines.iter_mut().find(|line| line.name == name) {
        Some(line) => {
            line.figures.push(figures);
            line.seconds += seconds;
        }
        None => lines.push(Line { name, figures: vec![figures], seconds }),
    }
}

fn print(lines: &[Line]) {
    let heads = ["r", "P@20", "R@20", "Hamming", "degree", "seconds"];
    println!(
        "{:<28} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8}",
        "method", heads[0], heads[1], heads[2], heads[3], heads[4], heads[5]
    );
    for line in lines {
        let mean = Figures::mean(&line.figures);
        println!(
            "{:<28} {:>8.4} {:>8.4} {:>8.4} {:>8.4} {:>8.1} {:>8.1}",
            line.name,
            mean.ranking_score,
            mean.precision,
            mean.recall,
            mean.hamming,
            mean.degree,
            line.seconds / line.figures.len() as f64
        );
    }
}

fn evaluate(graph: &Graph, seeds: u64) {
    println!("{} users, {} items, {} links, {seeds} seeds", graph.users.len(), graph.items.len(), graph.links());
    let mut lines = vec![];
    for seed in 1..=seeds {
        let mut seeded = Seeded::new(seed);
        let split = split(graph, 100, &mut seeded);
        for method in Method::literature() {
            let started = Instant::now();
            note(&mut lines, method.name(), single(method, &split), started);
        }
        for (name, keep) in [("blend", Keep::All), ("blend, compact tables", Keep::COMPACT)] {
            let started = Instant::now();
            let learned = learn(&split.train, &Tuning { keep, ..Tuning::default() }, &mut seeded);
            println!(
                "\nseed {seed}: {name}, chosen within the training data in {:.1} s",
                started.elapsed().as_secs_f64()
            );
            for part in &learned.blend.components {
                println!("  {:>6.3}  {} ({:?})", part.weight, part.method.name(), part.norm);
            }
            note(&mut lines, name.into(), blended(&learned.blend, &split, keep), started);
        }
        let started = Instant::now();
        note(&mut lines, "default blend".into(), blended(&Blend::default(), &split, Keep::COMPACT), started);
    }
    println!();
    print(&lines);
}

fn main() -> Result<(), String> {
    let usage = "usage: evaluate_network EDGES.tsv|--synthetic [--seeds N]";
    let (mut path, mut seeds) = (None, 3);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--seeds" {
            seeds = arguments.next().and_then(|n| n.parse().ok()).filter(|n| *n > 0).ok_or(usage)?;
        } else if path.replace(argument).is_some() {
            return Err(usage.into());
        }
    }
    let path = path.ok_or(usage)?;
    let graph = if path == "--synthetic" { Market::default().graph(&mut Seeded::new(7)) } else { read(&path)? };
    if graph.links() < 20 {
        return Err(format!("{} links are too few to hide a tenth of them", graph.links()));
    }
    evaluate(&graph, seeds);
    Ok(())
}
