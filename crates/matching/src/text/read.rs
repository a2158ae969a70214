//! A text as comparing needs it: characters, grams, words, words with synonyms joined, and what it asks for.

use super::keys::{Kind, key, text_key};
use super::{Class, Synonyms, Word, marks::Marks, normalize, segment};
use std::{collections::HashSet, sync::LazyLock};

/// Keys with how often they stand in a text, ascending by key.
pub(crate) type Bag = Vec<(u64, f32)>;

/// Characters that similarity looks at; questions and summaries are shorter, and the measures are quadratic.
pub const COMPARED: usize = 400;

static STOP: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("data/stop.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});

/// Whether a word carries no subject (的, 请问).
pub(crate) fn stop(word: &str) -> bool {
    STOP.contains(word)
}

/// A word after synonyms were joined and words without subject dropped.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Term {
    pub(crate) key: u64,
    pub(crate) text: String,
    pub(crate) class: Class,
    pub(crate) share: f32,
}

/// A text that was read; see [`Reader::read`].
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The normalised text.
    pub normal: String,
    /// Its letters, without signs and blanks.
    pub(crate) chars: Vec<char>,
    /// Runs of one, two and three letters.
    pub(crate) grams: [Bag; 3],
    /// Its words in their order.
    pub(crate) words: Vec<Term>,
    /// Neighbouring words.
    pub(crate) pairs: Bag,
    /// Its words with synonyms joined.
    pub(crate) terms: Vec<Term>,
    /// What it asks for, numbers, negation.
    pub(crate) marks: Marks,
}

/// Counts keys.
pub(crate) fn bag(keys: impl IntoIterator<Item = u64>) -> Bag {
    let mut keys: Vec<u64> = keys.into_iter().collect();
    keys.sort_unstable();
    keys.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as f32)).collect()
}

/// Reads texts for comparison, with the synonyms of the platform and those of the operator.
#[derive(Clone, Debug)]
pub struct Reader {
    synonyms: Synonyms,
}

impl Default for Reader {
    fn default() -> Self {
        Self { synonyms: Synonyms::common() }
    }
}

impl Reader {
    /// With these groups of synonyms instead of the common ones.
    pub fn new(synonyms: Synonyms) -> Self {
        Self { synonyms }
    }

    /// The words of a text of up to [`super::LIMIT`] characters with synonyms joined, without words that carry no subject:
    /// what is indexed and classified.
    pub fn words(&self, text: &str) -> Vec<String> {
        let terms = self.synonyms.apply(&segment(&normalize(text)));
        terms.into_iter().map(|(text, _)| text).filter(|text| !stop(text)).collect()
    }

    /// Reads the first [`COMPARED`] characters of `text`.
    pub fn read(&self, text: &str) -> Text {
        // Twice as many may be invisible.
        let cut: String = text.chars().take(3 * COMPARED).collect();
        let normal: String = normalize(&cut).chars().take(COMPARED).collect();
        let chars: Vec<char> = normal.chars().filter(|c| c.is_alphanumeric()).collect();
        let grams = [1, 2, 3]
            .map(|size| bag(chars.windows(size).map(|run| key(Kind::Gram, run.iter().copied().map(u64::from)))));
        let found = segment(&normal);
        let term = |kind, text: String, word: &Word| Term {
            key: text_key(kind, &text),
            text,
            class: word.class,
            share: word.share,
        };
        let words: Vec<_> = found.iter().map(|word| term(Kind::Word, word.text.clone(), word)).collect();
        let pairs = bag(words.windows(2).map(|two| key(Kind::WordPair, [two[0].key, two[1].key])));
        let joined = self.synonyms.apply(&found).into_iter().filter(|(text, _)| !stop(text));
        let terms: Vec<_> = joined.map(|(text, at)| term(Kind::Canonical, text, &found[at])).collect();
        let marks = Marks::of(&normal, &terms);
        Text { normal, chars, grams, words, pairs, terms, marks }
    }
}

impl Text {
    /// Every key in it once.
    pub(crate) fn keys(&self) -> impl Iterator<Item = u64> {
        let keys = self.grams.iter().flatten().map(|(key, _)| *key);
        let mut keys: Vec<u64> = keys.chain(self.words.iter().chain(&self.terms).map(|term| term.key)).collect();
        keys.extend(self.pairs.iter().map(|(key, _)| *key));
        keys.sort_unstable();
        keys.dedup();
        keys.into_iter()
    }
}
