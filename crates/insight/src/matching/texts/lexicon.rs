//! The reader of texts with the operator's synonyms, and the texts that it has read.

use crate::matching::cache::GenerationalCache;
use jinqiao_financing::synonyms::synonyms_of;
use jinqiao_matching::text::{Reader, Similarity, Text};
use std::{
    hash::{BuildHasher as _, RandomState},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Texts of one generation, two of which are kept. One takes some 5 kB, and one answer compares at most as many.
const KEPT: usize = 2_000;

/// Pairs of one generation, some 60 bytes each: an answer for an institution compares its products with thousands of demands.
const COMPARED: usize = 50_000;

/// What stands for two texts, and for the cosine of their vectors.
type Pair = (u64, u64, Option<u32>);

/// A reader with one version of the operator's synonyms.
pub struct Lexicon {
    body: String,
    /// Reads with these synonyms.
    pub reader: Reader,
    /// Compares what was read.
    pub similarity: Similarity,
    /// Texts by what they say: the same words are the same text whatever product or demand they stand in.
    known: Mutex<GenerationalCache<String, Arc<Text>>>,
    /// How alike two texts are; the texts themselves are not kept here.
    alike: Mutex<GenerationalCache<Pair, i32>>,
    hasher: RandomState,
}

/// The one that was used last. Synonyms seldom change, so one is enough.
static LAST: Mutex<Option<Arc<Lexicon>>> = Mutex::new(None);

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Lexicon {
    /// One for the synonyms in `body`. The dictionary of words is loaded when the first text is read, not here.
    pub fn of(body: &str) -> Arc<Self> {
        let mut last = locked(&LAST);
        if let Some(same) = last.as_ref().filter(|lexicon| lexicon.body == body) {
            return same.clone();
        }
        let made = Arc::new(Self::unshared(body));
        *last = Some(made.clone());
        made
    }

    /// One that nobody else uses, for a trial.
    pub fn unshared(body: &str) -> Self {
        let (reader, similarity) = (Reader::new(synonyms_of(body)), Similarity::default());
        let (known, alike) = (GenerationalCache::new(KEPT), GenerationalCache::new(COMPARED));
        let (known, alike, hasher) = (Mutex::new(known), Mutex::new(alike), RandomState::new());
        Self { body: body.to_owned(), reader, similarity, known, alike, hasher }
    }

    /// How alike `one` and `other` are whose vectors have this cosine, in thousandths: remembered, or as `compare` finds.
    pub fn likeness(&self, one: &str, other: &str, cosine: Option<f32>, compare: impl FnOnce() -> i32) -> i32 {
        let key = (self.hasher.hash_one(one), self.hasher.hash_one(other), cosine.map(f32::to_bits));
        if let Some(known) = locked(&self.alike).get(&key) {
            return known;
        }
        let found = compare();
        locked(&self.alike).put(key, found, 1);
        found
    }

    /// Reads `text`, or remembers it.
    pub fn read(&self, text: &str) -> Arc<Text> {
        if let Some(found) = locked(&self.known).get(text) {
            return found;
        }
        let read = Arc::new(self.reader.read(text));
        locked(&self.known).put(text.to_owned(), read.clone(), 1);
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_synonyms_share_a_reader() {
        let (one, same, other) =
            (Lexicon::unshared("厂房 海豚"), Lexicon::unshared("厂房 海豚"), Lexicon::unshared(""));
        let words = |lexicon: &Lexicon| lexicon.reader.words("海豚");
        assert_eq!(words(&one), words(&same));
        assert_ne!(words(&one), words(&other));
        assert!(Arc::ptr_eq(&one.read("采购设备"), &one.read("采购设备")));
    }
}
