//! Words of a normalised text: jieba's dictionary and model, and a dictionary of finance and technology firms of our own.

use jieba_rs::Jieba;
use std::sync::LazyLock;

/// What a word does in a sentence, as far as comparing texts needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Things.
    Noun,
    /// People, places, brands, Latin words.
    Name,
    /// What is done.
    Verb,
    /// How it is.
    Quality,
    /// Numbers, units, times.
    Number,
    /// Pronouns, question words.
    Pronoun,
    /// Particles, prepositions, signs.
    Function,
}

/// A word in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// As it stands in the normalised text.
    pub text: String,
    /// What it does.
    pub class: Class,
    /// How often it stands among all words of jieba's corpus, from 0 to 1; the prior of its rarity.
    pub share: f32,
}

/// Words in jieba's corpus; its dictionary sums to this, and a share needs no more precision.
const CORPUS: f32 = 60_100_000.0;

/// Loading takes some 100 ms and 32 MB, so it happens when the first text is segmented.
static JIEBA: LazyLock<Jieba> = LazyLock::new(|| {
    let mut jieba = Jieba::new();
    for (weight, tag, word) in terms() {
        jieba.add_word(word, Some(weight), Some(tag));
    }
    jieba
});

/// The finance dictionary: weight, part of speech, word.
fn terms() -> impl Iterator<Item = (usize, &'static str, &'static str)> {
    let lines = include_str!("data/terms.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(|line| {
        let mut parts = line.split_whitespace();
        let weight = parts.next().and_then(|weight| weight.parse().ok()).unwrap_or(1);
        let tag = parts.next().unwrap_or("n");
        parts.map(move |word| (weight, tag, word))
    })
}

fn class(tag: &str, word: &str) -> Class {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return Class::Number;
    }
    match tag.as_bytes() {
        b"nr" | b"nrt" | b"nrfg" | b"ns" | b"nt" | b"nz" | b"eng" => Class::Name,
        [b'n' | b'i' | b'j' | b'l', ..] => Class::Noun,
        [b'v', ..] => Class::Verb,
        [b'a' | b'b' | b'd' | b'z', ..] => Class::Quality,
        [b'm' | b'q' | b't', ..] => Class::Number,
        [b'r', ..] => Class::Pronoun,
        _ => Class::Function,
    }
}

/// The words of a normalised text, without signs and blanks. Words that no dictionary knows are found by jieba's model.
pub fn segment(text: &str) -> Vec<Word> {
    let words = JIEBA.tag(text, true).into_iter();
    let words = words.filter(|tag| tag.word.chars().any(char::is_alphanumeric));
    let known = |word: &str| if JIEBA.has_word(word) { JIEBA.suggest_freq(word) as f32 } else { 0.0 };
    words
        .map(|tag| Word {
            text: tag.word.to_owned(),
            class: class(tag.tag, tag.word),
            share: (known(tag.word) / CORPUS).min(1.0),
        })
        .collect()
}

/// How often `word` stands in jieba's corpus of 60 million words; 0 for what no dictionary knows.
pub fn occurrences(word: &str) -> usize {
    if JIEBA.has_word(word) { JIEBA.suggest_freq(word) } else { 0 }
}

/// Characters of the name of a place that `text` begins with; 0 where it begins with none.
pub fn leading_place(text: &str) -> usize {
    let words = JIEBA.tag(text, false);
    words.first().filter(|word| word.tag == "ns").map_or(0, |word| word.word.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normalize;

    fn words(text: &str) -> Vec<String> {
        segment(&normalize(text)).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn terms_of_finance_are_one_word() {
        assert_eq!(words("專精特新企業的知識產權質押融資。"), ["专精特新企业", "的", "知识产权质押融资"]);
        assert_eq!(words("应收账款质押，订单融资"), ["应收账款质押", "订单融资"]);
        assert!(terms().count() > 600 && terms().all(|(weight, _, word)| weight > 1 && word.chars().count() > 1));
    }

    #[test]
    fn words_are_known_and_places_stand_first() {
        assert!(occurrences("健康") > 1_000 && occurrences("应收账款") > 1_000 && occurrences("澜图") == 0);
        assert_eq!((leading_place("绵阳佳美"), leading_place("佳美绵阳"), leading_place("")), (2, 0, 0));
    }

    #[test]
    fn classes_and_shares() {
        let words = segment("北京的公司怎么快速借款300万");
        let of = |text: &str| words.iter().find(|word| word.text == text).map(|word| word.class);
        assert_eq!(of("北京"), Some(Class::Name));
        assert_eq!(of("公司"), Some(Class::Noun));
        assert_eq!(of("怎么"), Some(Class::Pronoun));
        assert!(words.iter().all(|word| (0.0..=1.0).contains(&word.share)));
    }
}
