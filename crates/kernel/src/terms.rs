//! How a text is cut into the terms by which it is found (ADR 0006): single characters and pairs of neighbours for
//! Chinese, whole words for Latin letters and digits.

use std::collections::BTreeSet;

/// Is `c` written without spaces between words?
fn ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Full-width letters and digits as their usual selves, in lower case.
fn plain(c: char) -> char {
    let narrow = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    narrow.to_lowercase().next().unwrap_or(narrow)
}

/// Terms of `text`, at most 40 characters each. Single ideographs are kept with a text (`kept`), but asked for only where they stand alone.
pub fn search_terms(text: &str, kept: bool) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let (mut word, mut run) = (String::new(), vec![]);
    let end_run = |run: &mut Vec<char>, found: &mut BTreeSet<String>| {
        if kept || run.len() == 1 {
            found.extend(run.iter().map(char::to_string));
        }
        found.extend(run.windows(2).map(|pair| pair.iter().collect::<String>()));
        run.clear();
    };
    for c in text.chars().map(plain).chain([' ']) {
        if ideograph(c) {
            run.push(c);
        } else {
            end_run(&mut run, &mut found);
        }
        if c.is_alphanumeric() && !ideograph(c) {
            word.push(c);
        } else if !word.is_empty() {
            found.insert(word.chars().take(40).collect());
            word.clear();
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn list(text: &str, kept: bool) -> Vec<String> {
        search_terms(text, kept).into_iter().collect()
    }

    #[test]
    fn chinese_by_neighbours_latin_by_words() {
        assert_eq!(list("科创贷 LPR", false), ["lpr", "创贷", "科创"]);
        assert_eq!(list("科创", true), ["创", "科", "科创"]);
        assert_eq!(list("贷", false), ["贷"]);
        assert_eq!(list("ＡＢＣ１２３，", false), ["abc123"]);
        assert_eq!(list(" %_'\" ", false), [""; 0]);
    }

    proptest! {
        #[test]
        fn whatever_stands_in_a_text_finds_it(text in "[科技创新贷a-c1 ]{1,20}", from in 0..20usize, len in 1..6usize) {
            let part: String = text.chars().skip(from).take(len).collect();
            // A Latin word is found as a whole only.
            let part: String = part.chars().filter(|c| ideograph(*c)).collect();
            let joined: String = text.chars().filter(|c| ideograph(*c)).collect();
            let kept = search_terms(&joined, true);
            prop_assert!(!joined.contains(&part) || search_terms(&part, false).is_subset(&kept));
        }

        #[test]
        fn any_text_is_cut(text in "\\PC{0,200}") {
            search_terms(&text, true);
        }
    }
}
