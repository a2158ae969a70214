//! Writes made-up pairs of questions: `cargo run -p jinqiao-matching --example generate_text_pairs -- COUNT SEED [FROM TO]`.
//! FROM and TO choose what they speak of, so that DEV and TEST can be made to have no subject in common.

#[path = "../tests/pairs/mod.rs"]
mod pairs;

fn main() {
    let numbers: Vec<usize> = std::env::args().skip(1).map_while(|argument| argument.parse().ok()).collect();
    let number = |place: usize, otherwise: usize| numbers.get(place).copied().unwrap_or(otherwise);
    let deeds = number(2, 0)..number(3, pairs::DEEDS.len()).min(pairs::DEEDS.len());
    for (a, b, label) in pairs::pairs(number(0, 1_000), number(1, 1) as u64, deeds) {
        println!("{a}\t{b}\t{label}");
    }
}
