//! Writes made-up pairs of questions: `cargo run -p jinqiao-matching --example generate_text_pairs -- COUNT SEED > PAIRS.tsv`

#[path = "../tests/pairs/mod.rs"]
mod pairs;

fn main() {
    let mut numbers = std::env::args().skip(1).map(|argument| argument.parse::<u64>().unwrap_or(1));
    let (count, seed) = (numbers.next().unwrap_or(1_000), numbers.next().unwrap_or(1));
    for (a, b, label) in pairs::pairs(usize::try_from(count).unwrap_or(1_000), seed) {
        println!("{a}\t{b}\t{label}");
    }
}
