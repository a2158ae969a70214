//! Likeness of words: as they stand, and with synonyms joined.

use super::{Features, both};
use crate::text::measures::{Overlap, align, overlap};
use crate::text::read::{Bag, Term, bag};
use crate::text::{Class, Frequencies, Text};
use std::collections::HashMap;

/// The saturation and length parameters of BM25 that its authors recommend.
const K1: f32 = 1.2;
const B: f32 = 0.75;
/// Words of a typical question.
const TYPICAL: f32 = 8.0;

/// BM25 of `query` against `document` as part of the query against itself.
pub(super) fn bm25(query: &Bag, document: &Bag, weight: &impl Fn(u64) -> f32) -> f32 {
    let score = |of: &Bag| {
        let length = of.iter().map(|one| one.1).sum::<f32>();
        let times: HashMap<u64, f32> = of.iter().copied().collect();
        let part = |(key, _): &(u64, f32)| {
            let count = times.get(key).copied().unwrap_or_default();
            weight(*key) * count * (K1 + 1.0) / (count + K1 * (1.0 - B + B * length / TYPICAL))
        };
        query.iter().map(part).sum::<f32>()
    };
    let most = score(query);
    if most > 0.0 { (score(document) / most).min(1.5) } else { 0.0 }
}

/// How much two words look alike by their letters: twice the common ones by all.
fn alike(a: &str, b: &str) -> f32 {
    let common = a.chars().filter(|c| b.contains(*c)).count();
    let all = a.chars().count() + b.chars().count();
    (2.0 * common as f32 / all.max(1) as f32).min(1.0)
}

/// A bit for each letter, which several may share: words without a common bit have no common letter.
fn letters(word: &str) -> u64 {
    word.chars().fold(0, |bits, c| bits | (1 << (u32::from(c) % 64)))
}

/// Mean of the best partner's likeness for each of `a`, by weight.
pub(super) fn soft(a: &[Term], b: &[Term], weight: &impl Fn(u64) -> f32) -> f32 {
    let (mut sum, mut all) = (0.0, 0.0);
    let others: Vec<(u64, &str)> = b.iter().map(|other| (letters(&other.text), other.text.as_str())).collect();
    for term in a {
        let own = letters(&term.text);
        let near = others.iter().filter(|(other, _)| own & other != 0);
        let best = near.map(|(_, other)| alike(&term.text, other)).fold(0.0, f32::max);
        sum += weight(term.key) * best;
        all += weight(term.key);
    }
    if all > 0.0 { sum / all } else { f32::from(u8::from(b.is_empty())) }
}

/// Share of the pairs of common words that stand in the same order; 1 when there are none.
fn order(a: &[Term], b: &[Term]) -> f32 {
    let places: HashMap<u64, usize> = b.iter().enumerate().rev().map(|(at, term)| (term.key, at)).collect();
    let common: Vec<usize> = a.iter().filter_map(|term| places.get(&term.key).copied()).collect();
    let (mut same, mut all) = (0, 0);
    for (at, first) in common.iter().enumerate() {
        for second in &common[at + 1..] {
            same += usize::from(first < second);
            all += usize::from(first != second);
        }
    }
    if all == 0 { 1.0 } else { same as f32 / all as f32 }
}

/// Weight of words of one class that only one side has.
fn only(a: &[Term], b: &[Term], classes: &[Class], weight: &impl Fn(u64) -> f32) -> f32 {
    let strange = |term: &&Term| classes.contains(&term.class) && !b.iter().any(|other| other.key == term.key);
    a.iter().filter(strange).map(|term| weight(term.key)).sum()
}

/// What of the words that only `a` has is really missing in `b`: the weight of their letters that `b` lacks, the most of one
/// word, and the mean likeness of their best partners among the words that only `b` has. Words are often cut differently in
/// two texts; letters tell.
fn missing(a: &Text, b: &Text, weight: &impl Fn(u64) -> f32) -> [f32; 3] {
    let strange = |own: &Text, other: &Text| -> Vec<Term> {
        let only = own.terms.iter().filter(|term| !other.terms.iter().any(|one| one.key == term.key));
        only.cloned().collect()
    };
    let (own, other) = (strange(a, b), strange(b, a));
    let (mut sum, mut most) = (0.0, 0.0_f32);
    for term in &own {
        let lacking = term.text.chars().filter(|c| !b.chars.contains(c)).count() as f32;
        let part = weight(term.key) * lacking / term.text.chars().count().max(1) as f32;
        sum += part;
        most = most.max(part);
    }
    [sum, most, soft(&own, &other, weight)]
}

pub(super) fn add(features: &mut Features, a: &Text, b: &Text, counts: &Frequencies) {
    let all = a.words.iter().chain(&b.words).chain(&a.terms).chain(&b.terms);
    let weights: HashMap<u64, f32> = all.map(|term| (term.key, counts.word_rarity(term.key, term.share))).collect();
    let weight = |key: u64| weights.get(&key).copied().unwrap_or(1.0);
    let keys = |terms: &[Term]| bag(terms.iter().map(|term| term.key));
    let (words, terms) = ([keys(&a.words), keys(&b.words)], [keys(&a.terms), keys(&b.terms)]);
    let found = overlap(&words[0], &words[1], weight);
    let joined = overlap(&terms[0], &terms[1], weight);
    let Overlap { cosine, jaccard, .. } = overlap(&words[0], &words[1], |_| 1.0);
    features.extend([
        ("word cosine", found.cosine),
        ("word jaccard", found.jaccard),
        ("word plain cosine", cosine),
        ("word plain jaccard", jaccard),
        ("word pair cosine", overlap(&a.pairs, &b.pairs, |_| 1.0).cosine),
        ("term cosine", joined.cosine),
        ("term jaccard", joined.jaccard),
        ("term plain jaccard", overlap(&terms[0], &terms[1], |_| 1.0).jaccard),
        ("term order", order(&a.terms, &b.terms)),
        ("word order", order(&a.words, &b.words)),
        ("term gaps", align(&keys_of(&a.terms), &keys_of(&b.terms)).1.len() as f32),
    ]);
    both(features, ["word covered least", "word covered most"], found.covered);
    both(features, ["word alone least", "word alone most"], found.alone);
    both(features, ["word rarest alone least", "word rarest alone most"], found.heaviest);
    both(features, ["term covered least", "term covered most"], joined.covered);
    both(features, ["term alone least", "term alone most"], joined.alone);
    both(features, ["term rarest alone least", "term rarest alone most"], joined.heaviest);
    let bm25s = [bm25(&terms[0], &terms[1], &weight), bm25(&terms[1], &terms[0], &weight)];
    both(features, ["bm25 least", "bm25 most"], bm25s);
    let softly = [soft(&a.terms, &b.terms, &weight), soft(&b.terms, &a.terms, &weight)];
    both(features, ["soft cover least", "soft cover most"], softly);
    let (lost, gained) = (missing(a, b, &weight), missing(b, a, &weight));
    both(features, ["letters missing least", "letters missing most"], [lost[0], gained[0]]);
    both(features, ["rarest missing least", "rarest missing most"], [lost[1], gained[1]]);
    both(features, ["soft rest least", "soft rest most"], [lost[2], gained[2]]);
    features.push(("term common", joined.common));
    for (names, classes) in [
        (["nouns alone least", "nouns alone most"], &[Class::Noun][..]),
        (["names alone least", "names alone most"], &[Class::Name]),
        (["verbs alone least", "verbs alone most"], &[Class::Verb]),
        (["qualities alone least", "qualities alone most"], &[Class::Quality]),
        (["numbers alone least", "numbers alone most"], &[Class::Number]),
        (["others alone least", "others alone most"], &[Class::Pronoun, Class::Function]),
    ] {
        both(features, names, [only(&a.terms, &b.terms, classes, &weight), only(&b.terms, &a.terms, classes, &weight)]);
    }
    let same = |x: Option<&Term>, y: Option<&Term>| f32::from(u8::from(x.map(|t| t.key) == y.map(|t| t.key)));
    features.push(("same first term", same(a.terms.first(), b.terms.first())));
    features.push(("same last term", same(a.terms.last(), b.terms.last())));
}

fn keys_of(terms: &[Term]) -> Vec<u64> {
    terms.iter().map(|term| term.key).collect()
}
