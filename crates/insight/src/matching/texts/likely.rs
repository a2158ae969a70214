//! The class that a text is likely of, with the words that speak for it.

use jinqiao_matching::text::{Classifier, normalize};

/// Below this nothing is suggested.
const LEAST: f64 = 0.7;

/// A class that is likely enough.
pub struct Likely {
    /// Its name.
    pub class: String,
    /// Thousandths.
    pub probability: i32,
    /// Words of the text that speak for it, most first.
    pub words: Vec<String>,
}

/// The class that `text` is likely of; none when nothing in the text speaks for it.
pub fn likely(classes: &Classifier, text: &str) -> Option<Likely> {
    let found = classes.classify(text, LEAST);
    let class = found.class?;
    let speaking: Vec<String> = found.reasons.into_iter().filter(|one| one.1 > 0.0).map(|one| one.0).collect();
    // Where only one class was ever named, or no word is known, there is nothing to choose by.
    if found.probabilities.len() < 2 || speaking.is_empty() {
        return None;
    }
    let own = normalize(text);
    let words = speaking.into_iter().filter(|word| own.contains(word.as_str())).collect();
    Some(Likely { class, probability: found.probabilities.first().map_or(0, |one| thousandths(one.1)), words })
}

/// Thousandths.
pub(super) fn thousandths(share: f64) -> i32 {
    (share.clamp(0.0, 1.0) * 1_000.0).round() as i32
}
