//! What a text is about: its most telling words, and the tags of a dictionary that fit it.

use super::keys::{Kind, text_key};
use super::{Class, Frequencies, Reader, Synonyms, normalize, segment};
use std::collections::BTreeMap;

/// A word with what it weighs.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyword {
    /// The word as it stands in the normalised text.
    pub word: String,
    /// Share of the text's words times rarity; comparable within one text.
    pub weight: f32,
}

/// The `most` words of `text` with the highest TF-IDF (Salton and Buckley, 1988), best first, equal ones by the word. Rarity is
/// that of the platform's own texts in `counts`, with jieba's corpus as prior, so that it also works with none. Single letters,
/// numbers, pronouns and words without a subject are no keywords.
pub fn keywords(text: &str, counts: &Frequencies, most: usize) -> Vec<Keyword> {
    let telling = |class: Class| matches!(class, Class::Noun | Class::Name | Class::Verb | Class::Quality);
    let mut found: BTreeMap<String, (f32, f32)> = BTreeMap::new();
    let words = segment(&normalize(text));
    let all = words.len().max(1) as f32;
    for word in words {
        if telling(word.class) && word.text.chars().nth(1).is_some() && !super::read::stop(&word.text) {
            found.entry(word.text).or_insert((0.0, word.share)).0 += 1.0;
        }
    }
    let weight = |(word, (times, share)): (String, (f32, f32))| {
        let weight = times / all * counts.word_rarity(text_key(Kind::Word, &word), share);
        Keyword { word, weight }
    };
    let mut found: Vec<Keyword> = found.into_iter().map(weight).collect();
    found.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.word.cmp(&b.word)));
    found.truncate(most);
    found
}

/// Tags of the platform with the words that stand for each.
#[derive(Clone, Debug)]
pub struct Tags {
    reader: Reader,
    tags: Vec<(String, Vec<Vec<String>>)>,
}

impl Tags {
    /// A dictionary: each tag with its words or phrases; the tag's own name is one of them. Synonyms are those of `synonyms`.
    pub fn new<'a>(dictionary: impl IntoIterator<Item = (&'a str, &'a [&'a str])>, synonyms: Synonyms) -> Self {
        let reader = Reader::new(synonyms);
        let phrases = |name: &str, words: &[&str]| {
            let all = std::iter::once(&name).chain(words).map(|phrase| reader.words(phrase)).collect::<Vec<_>>();
            all.into_iter().filter(|words| !words.is_empty()).collect()
        };
        let tags = dictionary.into_iter().map(|(name, words)| (name.to_owned(), phrases(name, words))).collect();
        Self { reader, tags }
    }

    /// The tags one of whose phrases stands in `text`, with how often; most often first, then in the dictionary's order.
    pub fn of(&self, text: &str) -> Vec<(&str, usize)> {
        let words = self.reader.words(text);
        let times = |phrase: &Vec<String>| words.windows(phrase.len()).filter(|window| window == phrase).count();
        let counted = self.tags.iter().map(|(name, phrases)| (name.as_str(), phrases.iter().map(times).sum()));
        let mut found: Vec<(&str, usize)> = counted.filter(|(_, times)| *times > 0).collect();
        found.sort_by_key(|(_, times)| usize::MAX - times);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const DEMAND: &str =
        "我公司是专精特新企业，主要生产光伏组件，现有在手订单，需要采购原材料，希望以应收账款质押贷款。光伏组件出口";

    #[test]
    fn what_is_rare_and_repeated_comes_first() {
        let found = keywords(DEMAND, &Frequencies::default(), 8);
        assert_eq!(found.len(), 8);
        assert_eq!(found[0].word, "光伏组件", "{found:?}");
        assert!(found.iter().any(|one| one.word == "专精特新企业"), "{found:?}");
    }

    #[test]
    fn tags_are_found_by_their_words_and_synonyms() {
        let dictionary: [(&str, &[&str]); 3] =
            [("新能源", &["光伏组件", "储能"]), ("专精特新", &[]), ("外贸", &["出口"])];
        let tags = Tags::new(dictionary, Synonyms::common());
        assert_eq!(tags.of(DEMAND), [("新能源", 2), ("专精特新", 1), ("外贸", 1)]);
        assert!(tags.of("").is_empty());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn weights_fall_and_never_exceed_what_was_asked_for(text in "\\PC{0,60}", most in 0usize..6) {
            let found = keywords(&text, &Frequencies::default(), most);
            prop_assert!(found.len() <= most);
            prop_assert!(found.windows(2).all(|two| two[0].weight >= two[1].weight));
        }
    }
}
