//! Words that stand for one another: groups that the operator edits, applied after segmentation.

use super::{Word, normalize};
use std::{collections::HashMap, fmt};

/// Most groups that are accepted, and most words in all of them.
const MOST_GROUPS: usize = 5_000;
const MOST_WORDS: usize = 50_000;
/// Longest word, in characters.
const LONGEST: usize = 20;
/// Most neighbouring words that may make up one entry (怎么 样 才 能).
const MOST_JOINED: usize = 4;

/// Why a list of groups was refused; `Display` says it in Chinese.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SynonymError {
    /// Line, from 1.
    pub line: usize,
    text: &'static str,
}

impl fmt::Display for SynonymError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "第 {} 行：{}", self.line, self.text)
    }
}

impl std::error::Error for SynonymError {}

/// Groups of words; the first of a group stands for all. A word belongs to the first group that names it.
#[derive(Clone, Debug, Default)]
pub struct Synonyms {
    canonical: HashMap<String, String>,
}

impl Synonyms {
    /// The groups that come with the platform: how people ask, and the words of loans.
    pub fn common() -> Self {
        Self::read(include_str!("data/synonyms.txt")).unwrap_or_default()
    }

    /// Reads one group a line, words separated by blanks, commas or 、; lines that begin with # are remarks. Both forms of
    /// characters and widths are accepted. Refused are groups of one word, words of more than 20 characters, and too many.
    pub fn read(text: &str) -> Result<Self, SynonymError> {
        let mut synonyms = Self::default();
        let mut groups = 0;
        for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with('#')) {
            let refuse = |text| Err(SynonymError { line: index + 1, text });
            let line = line.replace(['，', '、', ','], " ");
            let words: Vec<_> = line.split_whitespace().map(normalize).filter(|word| !word.is_empty()).collect();
            match words.len() {
                0 => continue,
                1 => return refuse("一组同义词至少要有两个词"),
                _ => {}
            }
            if words.iter().any(|word| word.chars().count() > LONGEST) {
                return refuse("一个词不能超过 20 个字");
            }
            groups += 1;
            if groups > MOST_GROUPS || synonyms.canonical.len() + words.len() > MOST_WORDS {
                return refuse("同义词太多");
            }
            synonyms.add(&words);
        }
        Ok(synonyms)
    }

    fn add(&mut self, words: &[String]) {
        let Some(first) = words.first() else { return };
        let first = self.canonical.get(first).unwrap_or(first).clone();
        for word in words {
            self.canonical.entry(word.clone()).or_insert_with(|| first.clone());
        }
    }

    /// Other ways to say `phrase`, a folded one: with one of its words, of two characters and more, replaced by another of the
    /// group, the longest words first, at most `most`.
    pub fn other_ways(&self, phrase: &str, most: usize) -> Vec<String> {
        let chars: Vec<char> = phrase.chars().collect();
        let mut ways = vec![];
        for length in (2..=chars.len().min(LONGEST)).rev() {
            for from in 0..=chars.len() - length {
                let part: String = chars[from..from + length].iter().collect();
                let Some(first) = self.canonical.get(&part) else { continue };
                let mut group: Vec<&String> =
                    self.canonical.iter().filter(|(_, of)| *of == first).map(|(one, _)| one).collect();
                group.sort_unstable();
                let (before, after): (String, String) =
                    (chars[..from].iter().collect(), chars[from + length..].iter().collect());
                let others = std::iter::once(first).chain(group).filter(|word| **word != part);
                for way in others.map(|word| format!("{before}{word}{after}")) {
                    if ways.len() < most && !ways.contains(&way) {
                        ways.push(way);
                    }
                }
            }
        }
        ways
    }

    /// These groups and those of `other`, whose words are taken where both name one.
    #[must_use]
    pub fn with(mut self, other: Self) -> Self {
        self.canonical.extend(other.canonical);
        self
    }

    /// The words with every group replaced by its first word: the longest run of neighbours that a group names. Each comes
    /// with the place of its first word in `words`.
    pub fn apply(&self, words: &[Word]) -> Vec<(String, usize)> {
        let (mut result, mut at) = (Vec::with_capacity(words.len()), 0);
        while at < words.len() {
            let joined = |count: usize| words[at..at + count].iter().map(|word| word.text.as_str()).collect::<String>();
            let longest = (1..=MOST_JOINED.min(words.len() - at)).rev();
            let found =
                longest.map(|count| (count, joined(count))).find_map(|(c, text)| Some((c, self.canonical.get(&text)?)));
            let (count, text) =
                found.map_or_else(|| (1, words[at].text.clone()), |(count, text)| (count, text.clone()));
            result.push((text, at));
            at += count;
        }
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::segment;
    use proptest::prelude::*;

    fn applied(synonyms: &Synonyms, text: &str) -> String {
        synonyms.apply(&segment(text)).into_iter().map(|(text, _)| text).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_first_word_of_a_group_stands_for_all() {
        let synonyms = Synonyms::read("# 问法\n怎么 如何 怎样才能\n\n借款，貸款、借钱").expect("two groups");
        assert_eq!(applied(&synonyms, "如何贷款"), "怎么 借款");
        assert_eq!(applied(&synonyms, "怎样才能借钱"), "怎么 借款");
        assert_eq!(Synonyms::read("a b\nc").expect_err("one word").to_string(), "第 2 行：一组同义词至少要有两个词");
        assert!(Synonyms::common().canonical.len() > 600);
    }

    #[test]
    fn the_operator_overrules_what_comes_with_the_platform() {
        let own = Synonyms::read("用款 借款").expect("a group");
        assert_eq!(applied(&Synonyms::common().with(own), "借款"), "用款");
    }

    #[test]
    fn a_phrase_is_said_in_other_ways() {
        let synonyms = Synonyms::read("知识产权 专利 专利权\n首贷 首次贷款").expect("two groups");
        assert_eq!(synonyms.other_ways("专利贷款", 9), ["知识产权贷款", "专利权贷款"]);
        assert_eq!(synonyms.other_ways("首次贷款", 9), ["首贷"]);
        assert_eq!(synonyms.other_ways("专利贷款", 1), ["知识产权贷款"]);
        assert!(synonyms.other_ways("厂房", 9).is_empty() && synonyms.other_ways("", 9).is_empty());
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,200}") {
            let _ = Synonyms::read(&text);
        }
    }
}
