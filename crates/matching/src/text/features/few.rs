//! The measures that [`crate::text::Similarity`] weighs, alone: a tenth of the work of all. Their values are the same to the bit.

use super::marks;
use super::words::{bm25, soft};
use crate::text::measures::{common_letters, overlap};
use crate::text::read::{Term, bag};
use crate::text::{Frequencies, Text};
use std::collections::HashMap;

/// As [`super::measure`] tells them, in no certain order.
pub(crate) fn few(a: &Text, b: &Text, counts: &Frequencies) -> super::Features {
    let (a, b) = if a.normal <= b.normal { (a, b) } else { (b, a) };
    let all = a.terms.iter().chain(&b.terms);
    let weights: HashMap<u64, f32> = all.map(|term| (term.key, counts.word_rarity(term.key, term.share))).collect();
    let weight = |key: u64| weights.get(&key).copied().unwrap_or(1.0);
    let keys = |terms: &[Term]| bag(terms.iter().map(|term| term.key));
    let terms = [keys(&a.terms), keys(&b.terms)];
    let joined = overlap(&terms[0], &terms[1], weight);
    let bm25s = [bm25(&terms[0], &terms[1], &weight), bm25(&terms[1], &terms[0], &weight)];
    let softly = [soft(&a.terms, &b.terms, &weight), soft(&b.terms, &a.terms, &weight)];
    let (x, y) = (a.chars.len(), b.chars.len());
    let share = |part: usize, whole: usize| if whole == 0 { 0.0 } else { part as f32 / whole as f32 };
    let mut features = vec![
        ("soft cover least", softly[0].min(softly[1])),
        ("term cosine", joined.cosine),
        ("term covered most", joined.covered[0].max(joined.covered[1])),
        ("bm25 least", bm25s[0].min(bm25s[1])),
        ("common letters", share(2 * common_letters(&a.chars, &b.chars), x + y)),
        ("length ratio", if x.max(y) == 0 { 1.0 } else { share(x.min(y), x.max(y)) }),
        ("term rarest alone most", joined.heaviest[0].max(joined.heaviest[1])),
    ];
    marks::add(&mut features, a, b);
    features
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Reader, features::measure};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]
        #[test]
        fn few_are_those_of_all(a in "[采购设备厂房订单周转3万不a1 ，]{0,40}|\\PC{0,20}", b in "[采购设备厂房订单周转3万不a1 ，]{0,40}|\\PC{0,20}") {
            let (reader, counts) = (Reader::default(), Frequencies::default());
            let (a, b) = (reader.read(&a), reader.read(&b));
            let all = measure(&a, &b, &counts);
            for (name, value) in few(&a, &b, &counts) {
                let same = all.iter().find(|one| one.0 == name).map(|one| one.1.to_bits());
                prop_assert_eq!(same, Some(value.to_bits()), "{}", name);
            }
        }
    }
}
