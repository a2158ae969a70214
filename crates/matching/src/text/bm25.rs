//! Full-text search by BM25 (Robertson and Zaragoza, 2009): an inverted index that documents enter and leave at any time.

use std::collections::{BTreeMap, HashMap};

/// Saturation of repeated words, and how much length counts: the values its authors recommend.
const K1: f64 = 1.2;
const B: f64 = 0.75;
/// Words of a query that count; the rest of a longer one is ignored.
const MOST_QUERY: usize = 200;

/// An index over documents with keys of type `K`, which also order equal scores.
#[derive(Clone, Debug)]
pub struct Bm25<K> {
    postings: HashMap<String, BTreeMap<K, u32>>,
    documents: BTreeMap<K, (u32, Vec<String>)>,
    length: u64,
}

impl<K: Ord + Clone> Default for Bm25<K> {
    fn default() -> Self {
        Self { postings: HashMap::new(), documents: BTreeMap::new(), length: 0 }
    }
}

/// Postings by their words: indexes with the same documents are equal, however they came about.
impl<K: Ord> PartialEq for Bm25<K> {
    fn eq(&self, other: &Self) -> bool {
        self.documents == other.documents && self.length == other.length && self.postings == other.postings
    }
}

impl<K: Ord + Clone> Bm25<K> {
    /// Adds a document, in place of one with the same key. `words` are those of [`super::Reader::words`].
    pub fn add(&mut self, document: K, words: &[String]) {
        self.remove(&document);
        let mut counts: BTreeMap<&String, u32> = BTreeMap::new();
        words.iter().for_each(|word| *counts.entry(word).or_default() += 1);
        for (word, count) in &counts {
            self.postings.entry((*word).clone()).or_default().insert(document.clone(), *count);
        }
        let length = u32::try_from(words.len()).unwrap_or(u32::MAX);
        self.length += u64::from(length);
        self.documents.insert(document, (length, counts.into_keys().cloned().collect()));
    }

    /// Takes a document out; whether it was there.
    pub fn remove(&mut self, document: &K) -> bool {
        let Some((length, words)) = self.documents.remove(document) else { return false };
        self.length -= u64::from(length);
        for word in words {
            if let Some(list) = self.postings.get_mut(&word) {
                list.remove(document);
                if list.is_empty() {
                    self.postings.remove(&word);
                }
            }
        }
        true
    }

    /// Documents in it.
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// The `most` best documents with a word of the query, best first, equal ones by key. The score of a word is
    /// ln(1 + (N − n + ½) / (n + ½)) · f (k + 1) / (f + k (1 − b + b · length / mean length)), with k = 1.2 and b = 0.75.
    pub fn search(&self, query: &[String], most: usize) -> Vec<(K, f64)> {
        let mut words: Vec<&String> = query.iter().take(MOST_QUERY).collect();
        words.sort_unstable();
        words.dedup();
        let total = self.documents.len() as f64;
        let mean = (self.length as f64 / total.max(1.0)).max(1e-9);
        let mut scores: BTreeMap<&K, f64> = BTreeMap::new();
        for list in words.into_iter().filter_map(|word| self.postings.get(word)) {
            let holding = list.len() as f64;
            let rarity = (1.0 + (total - holding + 0.5) / (holding + 0.5)).ln();
            for (document, count) in list {
                let length = self.documents.get(document).map_or(0.0, |one| f64::from(one.0));
                let count = f64::from(*count);
                let part = rarity * count * (K1 + 1.0) / (count + K1 * (1.0 - B + B * length / mean));
                *scores.entry(document).or_default() += part;
            }
        }
        let mut found: Vec<(&K, f64)> = scores.into_iter().collect();
        let better = |a: &(&K, f64), b: &(&K, f64)| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0));
        if most < found.len() {
            found.select_nth_unstable_by(most, better);
            found.truncate(most);
        }
        found.sort_by(better);
        found.into_iter().map(|(document, score)| (document.clone(), score)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<String> {
        text.chars().map(String::from).collect()
    }

    #[test]
    fn scores_by_hand() {
        let mut index = Bm25::default();
        index.add(1, &words("abc"));
        index.add(2, &words("aa"));
        index.add(3, &words("d"));
        // Two of three documents hold a; the mean length is 2.
        let rarity = (1.0_f64 + 1.5 / 2.5).ln();
        let expected =
            [(2, rarity * 2.0 * 2.2 / (2.0 + 1.2)), (1, rarity * 1.0 * 2.2 / (1.0 + 1.2 * (0.25 + 0.75 * 1.5)))];
        let found = index.search(&words("ax"), 10);
        assert_eq!(found.len(), 2);
        for (one, other) in found.iter().zip(expected) {
            assert!(one.0 == other.0 && (one.1 - other.1).abs() < 1e-12, "{found:?}");
        }
        assert_eq!(index.search(&words("a"), 1).len(), 1);
        assert!(index.search(&[], 5).is_empty() && index.search(&words("z"), 5).is_empty());
    }

    proptest! {
        #[test]
        fn incremental_is_recomputation(steps in prop::collection::vec((0u8..6, "[a-e]{0,6}", any::<bool>()), 0..30), query in "[a-f]{0,4}") {
            let mut index = Bm25::default();
            let mut rest: BTreeMap<u8, String> = BTreeMap::new();
            for (key, text, gone) in steps {
                if gone {
                    prop_assert_eq!(index.remove(&key), rest.remove(&key).is_some());
                } else {
                    index.add(key, &words(&text));
                    rest.insert(key, text);
                }
            }
            let mut fresh = Bm25::default();
            rest.iter().rev().for_each(|(key, text)| fresh.add(*key, &words(text)));
            prop_assert!(index == fresh);
            let (found, again) = (index.search(&words(&query), 3), fresh.search(&words(&query), 3));
            prop_assert!(found.iter().all(|one| one.1 > 0.0) && found.windows(2).all(|two| two[0].1 >= two[1].1));
            prop_assert_eq!(found, again);
        }
    }
}
