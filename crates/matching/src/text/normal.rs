//! One form for texts that look the same: width, case, traditional characters, invisible characters, separators of numbers.

use std::sync::LazyLock;

/// Characters of a text that are looked at; what follows is ignored. A demand has at most some thousands.
pub const LIMIT: usize = 20_000;

/// Traditional and simplified characters, sorted by the first.
static SIMPLIFIED: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let lines = include_str!("data/simplified.txt").lines().filter(|line| !line.starts_with('#'));
    let mut pairs = vec![];
    for line in lines {
        let mut chars = line.chars();
        while let (Some(traditional), Some(simplified)) = (chars.next(), chars.next()) {
            pairs.push((traditional, simplified));
        }
    }
    pairs.sort_unstable();
    pairs
});

/// The simplified form of a traditional character; every other character as it is. The table is that of OpenCC
/// (`data/simplified.txt`), one character at a time: where the simplified form depends on the word (乾, 著) its first choice is taken.
pub fn simplify(c: char) -> char {
    let place = SIMPLIFIED.binary_search_by_key(&c, |pair| pair.0);
    place.map_or(c, |place| SIMPLIFIED[place].1)
}

/// Pictures, signs that only change the look of others, and what cannot be seen.
fn invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffd}'
            | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{300}'..='\u{36f}' | '\u{20d0}'..='\u{20ff}'
            | '\u{1f000}'..='\u{1faff}' | '\u{e0000}'..='\u{10ffff}')
}

/// The common form of full-width Latin letters, digits and signs.
fn width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '￥' => '¥',
        '。' => '.',
        '、' => ';',
        '“' | '”' | '「' | '」' | '『' | '』' => '"',
        '‘' | '’' => '\'',
        '【' | '〔' => '[',
        '】' | '〕' => ']',
        '—' | '–' | '−' => '-',
        _ => c,
    }
}

/// Whether the comma at `at` only groups digits: one before it, three after it.
fn thousands(chars: &[char], at: usize) -> bool {
    let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    at > 0 && digit(at - 1) && (1..=3).all(|offset| digit(at + offset)) && !digit(at + 4)
}

/// `text` in its common form, cut after [`LIMIT`] characters: half-width, lower case, simplified, one blank for a run of
/// blanks, none at the ends, no emoji, no control characters, and `1,000` as `1000`.
pub fn normalize(text: &str) -> String {
    let mut result = String::with_capacity(text.len().min(4 * LIMIT));
    let mut blank = false;
    let wide: Vec<char> = text.chars().take(LIMIT).map(width).collect();
    for (at, &c) in wide.iter().enumerate() {
        if c.is_whitespace() {
            blank = !result.is_empty();
            continue;
        }
        if invisible(c) || (c == ',' && thousands(&wide, at)) {
            continue;
        }
        if std::mem::take(&mut blank) {
            result.push(' ');
        }
        result.extend(simplify(c).to_lowercase());
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_looks_the_same_is_the_same() {
        for (from, to) in [
            ("ＡＢＣ１２３，（測試）", "abc123,(测试)"),
            ("應收賬款質押　融資", "应收账款质押 融资"),
            ("  需要\t\r\n 1,000,000 元 😀👨‍👩‍👧\u{200b}\u{0}", "需要 1000000 元"),
            ("a, b，3、4 5,6", "a, b,3;4 5,6"),
            ("", ""),
            ("🈶😀", ""),
        ] {
            assert_eq!(normalize(from), to);
        }
        assert!(SIMPLIFIED.len() > 2_000);
    }

    #[test]
    fn a_long_text_is_cut() {
        let long = "贷".repeat(4_000_000);
        assert_eq!(normalize(&long).chars().count(), LIMIT);
    }

    proptest! {
        #[test]
        fn twice_is_once(text in "\\PC*") {
            let once = normalize(&text);
            // A character may have several lower-case ones, so the limit is for what goes in.
            prop_assert!(once.chars().count() <= 3 * LIMIT);
            prop_assert!(!once.contains("  ") && !once.chars().any(char::is_control));
        }
    }
}
