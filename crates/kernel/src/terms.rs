//! How a text is cut into the terms by which it is found (ADR 0006), in its common form ([`crate::normal`]): single characters and
//! pairs of neighbours for Chinese; for Latin letters and digits words, their parts and beginnings, and neighbours written as one.

use crate::normal::Folded;
use std::collections::{BTreeSet, HashSet};

/// Longest term of Latin letters and digits; what is longer is found by its beginning.
const LONGEST: usize = 40;
/// So many neighbouring words may be asked for as one (GB/T 4754, GBT4754).
const JOINED: usize = 3;

/// Is `c` written without spaces between words?
fn ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// A run of one script without anything between: where it begins and ends in the common form.
struct Run {
    from: usize,
    to: usize,
    chinese: bool,
}

fn runs(chars: &[char]) -> Vec<Run> {
    let mut runs: Vec<Run> = vec![];
    for (at, &c) in chars.iter().enumerate() {
        let chinese = ideograph(c);
        if !chinese && !c.is_alphanumeric() {
            continue;
        }
        match runs.last_mut() {
            Some(last) if last.to == at && last.chinese == chinese => last.to = at + 1,
            _ => runs.push(Run { from: at, to: at + 1, chinese }),
        }
    }
    runs
}

/// Terms in the order in which they stand in the text, each once.
#[derive(Default)]
struct Terms {
    known: HashSet<String>,
    list: Vec<String>,
}

impl Terms {
    fn add(&mut self, term: &[char]) {
        let term: String = term.iter().take(LONGEST).collect();
        if self.known.insert(term.clone()) {
            self.list.push(term);
        }
    }

    /// A word and its beginnings from two characters on.
    fn word(&mut self, word: &[char]) {
        self.add(word);
        for most in 2..word.len().min(LONGEST) {
            self.add(&word[..most]);
        }
    }
}

/// The terms by which `text` is found, in its order.
pub fn kept_terms(text: &str) -> Vec<String> {
    let folded = Folded::of(text);
    let original: Vec<char> = text.chars().collect();
    let capital = |at: usize| original[folded.from[at]].is_uppercase();
    let (chars, mut terms) = (&folded.chars, Terms::default());
    let runs = runs(chars);
    for (place, run) in runs.iter().enumerate() {
        let whole = &chars[run.from..run.to];
        if run.chinese {
            whole.windows(2).for_each(|pair| terms.add(pair));
            whole.iter().for_each(|c| terms.add(&[*c]));
            continue;
        }
        terms.word(whole);
        let parts = |at: &usize| {
            let (before, here) = (chars[*at - 1], chars[*at]);
            before.is_numeric() != here.is_numeric() || (capital(*at) && !capital(*at - 1))
        };
        let mut from = run.from;
        for to in (run.from + 1..run.to).filter(parts).chain([run.to]) {
            terms.word(&chars[from..to]);
            from = to;
        }
        let latin = runs[place..].iter().take(JOINED).take_while(|run| !run.chinese);
        let mut joined: Vec<char> = vec![];
        for (more, next) in latin.enumerate() {
            if more > 0 && next.from > runs[place + more - 1].to + 1 {
                break;
            }
            joined.extend(&chars[next.from..next.to]);
            terms.word(&joined);
        }
    }
    terms.list
}

/// One part of what is asked for: terms, of which a text has at least so many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedTerms {
    /// The terms.
    pub terms: BTreeSet<String>,
    /// A phrase of four characters and more is also found where a word stands within it.
    pub least: usize,
}

/// The parts of `text`, each a Chinese phrase or a Latin word; a text is found by all of them.
pub fn asked_parts(text: &str) -> Vec<String> {
    let chars = Folded::of(text).chars;
    runs(&chars).iter().map(|run| chars[run.from..run.to].iter().collect()).collect()
}

/// What a text must have to be found by `part`, one of [`asked_parts`] or another word for it.
pub fn asked_terms(part: &str) -> AskedTerms {
    let mut terms = BTreeSet::new();
    let chars = Folded::of(part).chars;
    let mut least = 0;
    for run in runs(&chars) {
        let whole = &chars[run.from..run.to];
        let before = terms.len();
        if run.chinese && whole.len() > 1 {
            terms.extend(whole.windows(2).map(|pair| pair.iter().collect::<String>()));
            let pairs = terms.len() - before;
            least += if pairs < 3 { pairs } else { (pairs * 3).div_ceil(5) };
        } else {
            terms.insert(whole.iter().take(LONGEST).collect());
            least += terms.len() - before;
        }
    }
    AskedTerms { terms, least }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn finds(asked: &str, text: &str) -> bool {
        let kept: BTreeSet<String> = kept_terms(text).into_iter().collect();
        let parts = asked_parts(asked);
        !parts.is_empty()
            && parts.iter().all(|part| {
                let asked = asked_terms(part);
                asked.terms.intersection(&kept).count() >= asked.least
            })
    }

    #[test]
    fn what_is_asked_for_is_found_however_it_is_written() {
        for (asked, text) in [
            ("知识产权", "知識產權質押貸款"),
            ("知識產權", "知识产权质押贷款"),
            ("首貸", "首贷通"),
            ("\u{2fa6}融", "金融科技"),
            ("科\u{200b}创", "科创贷"),
            ("blue", "BlueSky 贷"),
            ("sky", "BlueSky 贷"),
            ("nodejs", "node.js 开发"),
            ("node.js", "Node.js"),
            ("GB/T 4754", "按 GB/T4754 分类"),
            ("GBT4754", "按 GB/T 4754 分类"),
            ("gb/t4754", "GB/T 4754-2017"),
            ("ＬＰＲ", "LPR+50bp"),
            ("lpr", "按LPR定价"),
            ("贷", "科创贷"),
            ("知识产权质押贷款", "知识产权质押融资贷款"),
        ] {
            assert!(finds(asked, text), "{asked} in {text}");
        }
        for (asked, text) in [
            ("！！！", "什么都有"),
            ("%", "100%"),
            ("_", "a_b"),
            ("*", "*"),
            ("", "什么"),
            ("科贷", "科创贷"),
            ("厂房按揭", "厂房"),
            ("科创 厂房", "科创贷"),
        ] {
            assert!(!finds(asked, text), "{asked} in {text}");
        }
    }

    #[test]
    fn nothing_of_a_long_text_is_left_out() {
        let text: String = (0x4e00..0x4e00 + 2_500).filter_map(char::from_u32).collect();
        let terms = kept_terms(&format!("科创长名贷 {text}"));
        assert!(terms.len() > 4_500);
        assert_eq!(terms[0], "科创");
    }

    proptest! {
        #[test]
        fn whatever_stands_in_a_text_finds_it(text in "[科技创新贷a-c1 ]{1,20}", from in 0..20usize, len in 1..6usize) {
            let part: String = text.chars().skip(from).take(len).collect();
            // A Latin word is found by its beginning.
            let part: String = part.chars().filter(|c| ideograph(*c)).collect();
            let joined: String = text.chars().filter(|c| ideograph(*c)).collect();
            prop_assert!(part.is_empty() || !joined.contains(&part) || finds(&part, &joined));
        }

        #[test]
        fn any_text_is_cut(text in "\\PC{0,200}") {
            kept_terms(&text);
            asked_terms(&text);
        }
    }
}
