//! Fits the weights of `Similarity` on a file of pairs (as `evaluate_text` reads them) and as many of unrelated texts:
//! `cargo run --release -p jinqiao-matching --example fit_similarity -- PAIRS`

use jinqiao_matching::text::{Example, Reader, Similarity, read_pairs, spearman};

fn main() -> std::process::ExitCode {
    let text = std::env::args().nth(1).and_then(|path| std::fs::read_to_string(path).ok());
    let Some(text) = text else {
        eprintln!("usage: fit_similarity PAIRS");
        return std::process::ExitCode::FAILURE;
    };
    let (reader, examples) = (Reader::default(), read_pairs(&text));
    // Most texts have nothing to do with one another, which pairs chosen to be hard don't show.
    let mut all = examples.clone();
    all.extend(examples.windows(2).map(|two| Example { a: two[0].a.clone(), label: 0.0, ..two[1].clone() }));
    let fitted = Similarity::fit(&reader, &all);
    let (weights, bias) = fitted.weights();
    weights.iter().for_each(|(name, weight)| println!("    ({name:?}, {weight:.3}),"));
    println!("bias {bias:.3}");
    let labels: Vec<f64> = examples.iter().map(|one| one.label).collect();
    for (name, model) in [("fitted", &fitted), ("shipped", &Similarity::default())] {
        let score = |a: &str, b: &str| model.compare(&reader.read(a), &reader.read(b), None).score;
        let scores: Vec<f64> = examples.iter().map(|one| score(&one.a, &one.b)).collect();
        println!("{name}: spearman {:.2}", 100.0 * spearman(&scores, &labels));
    }
    std::process::ExitCode::SUCCESS
}
