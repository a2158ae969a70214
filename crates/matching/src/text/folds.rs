//! Folds for cross-fitting in which pairs that share a text stay together, so that no text is both learnt from and judged.

use super::learner::Pair;
use std::collections::HashMap;

/// The representative of `at`.
fn root(parents: &mut [usize], mut at: usize) -> usize {
    while parents[at] != at {
        parents[at] = parents[parents[at]];
        at = parents[at];
    }
    at
}

/// A fold for each pair. Groups of pairs that hang together by common texts go, largest first, to the fold with the fewest
/// pairs; a group of more than a tenth of all pairs is divided, since one fold can't hold it.
pub(crate) fn folds(pairs: &[Pair], count: usize) -> Vec<usize> {
    let mut parents: Vec<usize> = (0..pairs.len()).collect();
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (at, pair) in pairs.iter().enumerate() {
        for text in [&pair.a.normal, &pair.b.normal] {
            let other = *first.entry(text).or_insert(at);
            let (x, y) = (root(&mut parents, at), root(&mut parents, other));
            parents[x.max(y)] = x.min(y);
        }
    }
    let mut groups: Vec<Vec<usize>> = vec![vec![]; pairs.len()];
    for at in 0..pairs.len() {
        groups[root(&mut parents, at)].push(at);
    }
    let most = (pairs.len() / 10).max(1);
    let mut parts: Vec<Vec<usize>> = vec![];
    for group in groups.into_iter().filter(|group| !group.is_empty()) {
        if group.len() > most { parts.extend(group.into_iter().map(|at| vec![at])) } else { parts.push(group) }
    }
    // Equal sizes are taken in an order that has nothing to do with that of the file.
    parts.sort_by_key(|part| (usize::MAX - part.len(), super::keys::mix(part[0] as u64)));
    let (mut sizes, mut result) = (vec![0; count], vec![0; pairs.len()]);
    for part in parts {
        let fold = (0..count).min_by_key(|fold| sizes[*fold]).unwrap_or_default();
        sizes[fold] += part.len();
        part.into_iter().for_each(|at| result[at] = fold);
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Reader;

    #[test]
    fn pairs_with_a_common_text_share_a_fold() {
        let reader = Reader::default();
        let pairs: Vec<_> = (0..40)
            .map(|at| Pair {
                a: reader.read(&format!("问题{}", at / 2)),
                b: reader.read(&format!("回答{at}")),
                label: 0.0,
                cosine: None,
            })
            .collect();
        let found = folds(&pairs, 4);
        assert!(found.chunks(2).all(|two| two[0] == two[1]), "{found:?}");
        assert!((0..4).all(|fold| found.iter().filter(|own| **own == fold).count() == 10), "{found:?}");
    }
}
