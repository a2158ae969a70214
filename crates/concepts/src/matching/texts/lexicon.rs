//! The reader of texts with the operator's synonyms, and the texts that it has read.

use jinqiao_matching::text::{Reader, Similarity, Synonyms, Text};
use std::{
    collections::HashMap,
    mem,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Texts of one generation, two of which are kept. One takes some 5 kB, and one answer compares at most as many.
const KEPT: usize = 2_000;

/// Texts that were read, by what they say: the same words are the same text whatever product or demand they stand in, so nothing
/// here can be out of date. Whatever was not asked for during a whole generation is dropped, which bounds the memory like a
/// least-recently-used list does, without keeping an order.
#[derive(Default)]
struct Known {
    young: HashMap<String, Arc<Text>>,
    old: HashMap<String, Arc<Text>>,
}

impl Known {
    fn get(&mut self, text: &str) -> Option<Arc<Text>> {
        if let Some(found) = self.young.get(text) {
            return Some(found.clone());
        }
        let (text, found) = self.old.remove_entry(text)?;
        self.put(text, found.clone());
        Some(found)
    }

    fn put(&mut self, text: String, read: Arc<Text>) {
        if self.young.len() >= KEPT {
            self.old = mem::take(&mut self.young);
        }
        self.young.insert(text, read);
    }
}

/// A reader with one version of the operator's synonyms.
pub struct Lexicon {
    body: String,
    /// Reads with these synonyms.
    pub reader: Reader,
    /// Compares what was read.
    pub similarity: Similarity,
    known: Mutex<Known>,
}

/// The one that was used last. Synonyms seldom change, so one is enough.
static LAST: Mutex<Option<Arc<Lexicon>>> = Mutex::new(None);

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The groups that come with the platform and those of `body`, which was checked when it was saved.
pub fn synonyms_of(body: &str) -> Synonyms {
    Synonyms::common().with(Synonyms::read(body).unwrap_or_default())
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
        Self { body: body.to_owned(), reader, similarity, known: Mutex::default() }
    }

    /// Reads `text`, or remembers it.
    pub fn read(&self, text: &str) -> Arc<Text> {
        if let Some(found) = locked(&self.known).get(text) {
            return found;
        }
        let read = Arc::new(self.reader.read(text));
        locked(&self.known).put(text.to_owned(), read.clone());
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_stays_and_the_memory_is_bounded() {
        let (mut known, text) = (Known::default(), Arc::new(Reader::default().read("设备")));
        known.put("常用".into(), text.clone());
        for number in 0..3 * KEPT {
            known.put(number.to_string(), text.clone());
            assert!(known.get("常用").is_some());
            assert!(known.young.len() + known.old.len() <= 2 * KEPT + 1);
        }
        assert!(known.get("0").is_none());
    }

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
