//! The common form in which texts are compared by what they say: without pictures, separators of numbers and kinds of signs.

use jinqiao_kernel::normal::fold;

/// Characters of a text that are looked at; what follows is ignored. A demand has at most some thousands.
pub const LIMIT: usize = 20_000;

/// Pictures and characters for private use.
fn picture(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{e000}'..='\u{f8ff}' | '\u{fffd}'
        | '\u{1f000}'..='\u{1faff}' | '\u{f0000}'..='\u{10ffff}')
}

/// One sign for those that mean the same.
fn sign(c: char) -> char {
    match c {
        '。' => '.',
        '、' => ';',
        '“' | '”' | '「' | '」' | '『' | '』' => '"',
        '‘' | '’' => '\'',
        '【' | '〔' => '[',
        '】' | '〕' => ']',
        '—' | '–' | '−' | '‐' | '‑' => '-',
        _ => c,
    }
}

/// Whether the comma at `at` only groups digits: one before it, three after it.
fn thousands(chars: &[char], at: usize) -> bool {
    let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    at > 0 && digit(at - 1) && (1..=3).all(|offset| digit(at + offset)) && !digit(at + 4)
}

/// `text` in its common form ([`fold`]), cut after [`LIMIT`] characters, with one sign for those that mean the same, without
/// pictures, and `1,000` as `1000`.
pub fn normalize(text: &str) -> String {
    let cut: String = text.chars().take(LIMIT).collect();
    let wide: Vec<char> = fold(&cut).chars().map(sign).collect();
    let mut result = String::with_capacity(cut.len());
    let mut blank = false;
    for (at, &c) in wide.iter().enumerate() {
        if c == ' ' {
            blank = !result.is_empty();
            continue;
        }
        if picture(c) || (c == ',' && thousands(&wide, at)) {
            continue;
        }
        if std::mem::take(&mut blank) {
            result.push(' ');
        }
        result.push(c);
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
            ("🈶😀", "有"),
        ] {
            assert_eq!(normalize(from), to);
        }
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
            prop_assert!(!once.contains("  ") && !once.chars().any(char::is_control));
        }
    }
}
