//! What exactly two texts differ in, as keys for a regression that learns which differences matter: the words and letters
//! only one of them has, what stands in the place of what, what both ask for.

use super::keys::{Kind, key};
use super::measures::{Gap, align, together};
use super::{Text, read::Term};

/// The most words or letters of one side of a swap, and the most pairs of strange words.
const LONGEST: usize = 4;
const MOST_PAIRS: usize = 24;

fn swap(kind: Kind, a: &[u64], b: &[u64]) -> u64 {
    let (first, second) = if a <= b { (a, b) } else { (b, a) };
    key(kind, first.iter().copied().chain([u64::MAX]).chain(second.iter().copied()))
}

fn swaps(found: &mut Vec<(u64, f32)>, kind: Kind, a: &[u64], b: &[u64], gaps: &[Gap]) {
    for (x, y) in gaps.iter().filter(|(x, y)| x.len() <= LONGEST && y.len() <= LONGEST) {
        found.push((swap(kind, &a[x.clone()], &b[y.clone()]), 1.0));
    }
}

/// Keys with their weights, ascending and each once; the same whichever text comes first.
pub(crate) fn differences(a: &Text, b: &Text) -> Vec<(u64, f32)> {
    let (a, b) = if a.normal <= b.normal { (a, b) } else { (b, a) };
    let mut found = vec![];
    let keys = |terms: &[Term]| terms.iter().map(|term| term.key).collect::<Vec<_>>();
    let (x, y) = (keys(&a.terms), keys(&b.terms));
    let strange =
        |own: &[u64], other: &[u64]| own.iter().copied().filter(|key| !other.contains(key)).collect::<Vec<_>>();
    let (only_a, only_b) = (strange(&x, &y), strange(&y, &x));
    found.extend(x.iter().filter(|k| y.contains(k)).map(|k| (key(Kind::Shared, [*k]), 0.5)));
    found.extend(only_a.iter().chain(&only_b).map(|k| (key(Kind::Unshared, [*k]), 1.0)));
    let pairs = only_a.iter().flat_map(|k| only_b.iter().map(move |other| (*k, *other)));
    found.extend(pairs.take(MOST_PAIRS).map(|(k, other)| (swap(Kind::Swap, &[k], &[other]), 1.0)));
    let gaps = align(&x, &y).1;
    swaps(&mut found, Kind::Swap, &x, &y, &gaps);
    // What kinds of words stand in the place of what kinds: this speaks of words that were never seen, too.
    for (u, v) in &gaps {
        let kinds = |terms: &[Term]| terms.iter().fold(0, |all, term| all | 1_u64 << (term.class as u64));
        let (left, right) = (kinds(&a.terms[u.clone()]), kinds(&b.terms[v.clone()]));
        found.push((key(Kind::Pos, [2, left.min(right), left.max(right)]), 0.5));
    }
    together(&a.grams[0], &b.grams[0], |gram, left, right| {
        if left != right {
            found.push((key(Kind::UnsharedChar, [gram]), 0.5));
        }
    });
    let letters = |text: &Text| text.chars.iter().map(|c| u64::from(*c)).collect::<Vec<_>>();
    let (p, q) = (letters(a), letters(b));
    let gaps = align(&p, &q).1;
    swaps(&mut found, Kind::CharSwap, &p, &q, &gaps);
    // Where they differ: at the start, within or at the end.
    for (u, v) in &gaps {
        let place = if u.start + v.start == 0 { 0 } else { 1 + u64::from(u.end == p.len() && v.end == q.len()) };
        found.push((key(Kind::Pos, [0, place, u64::from(u.is_empty() || v.is_empty())]), 0.5));
    }
    let class = |text: &Text, only: &[u64]| {
        let classes =
            text.terms.iter().filter(|term| only.contains(&term.key)).map(|term| 1_u64 << (term.class as u64));
        classes.fold(0, |all, one| all | one)
    };
    let (left, right) = (class(a, &only_a), class(b, &only_b));
    found.push((key(Kind::Pos, [1, left.min(right), left.max(right)]), 1.0));
    let asked = |text: &Text| text.marks.asks.map_or(99, |asks| asks as u64);
    found.push((swap(Kind::Mark, &[asked(a)], &[asked(b)]), 1.0));
    found.sort_by(|one, other| one.0.cmp(&other.0).then(other.1.total_cmp(&one.1)));
    found.dedup_by_key(|one| one.0);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Reader;

    #[test]
    fn differences_are_symmetric_and_name_what_differs() {
        let reader = Reader::default();
        let (a, b) = (reader.read("微粒贷额度怎么降低了"), reader.read("微粒贷额度怎么取消了"));
        assert_eq!(differences(&a, &b), differences(&b, &a));
        let strange = key(Kind::Unshared, [a.terms.last().expect("a word").key]);
        assert!(differences(&a, &b).iter().any(|(key, _)| *key == strange));
        assert!(differences(&a, &a).len() < differences(&a, &b).len());
    }
}
