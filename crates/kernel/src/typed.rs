//! What people type into fields for numbers and codes, made plain: input methods leave full-width characters, address books
//! invisible ones, and everybody groups digits. One function for each kind; `web/src/lib/typed.ts` has the same.

use crate::normal::visible;
use serde::{Deserialize, Deserializer};

/// Letters, digits and signs in half width.
pub fn half_width(text: &str) -> String {
    text.chars().map(narrow).collect()
}

fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Half width, one kind of hyphen and of point, no invisible characters.
fn plain(text: &str) -> String {
    visible(text)
        .chars()
        .map(|c| match c {
            '。' | '｡' => '.',
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            _ => narrow(c),
        })
        .collect()
}

fn without(text: &str, dropped: &[char]) -> String {
    plain(text).chars().filter(|c| !c.is_whitespace() && !dropped.contains(c)).collect()
}

/// A mobile number: without blanks, hyphens, points and brackets, and without the country's prefix.
pub fn mobile(text: &str) -> String {
    let digits = without(text, &['-', '.', '(', ')']);
    let national = ["+86", "0086", "86"].iter().find_map(|prefix| digits.strip_prefix(prefix));
    national.filter(|rest| rest.len() == 11).map(str::to_owned).unwrap_or(digits)
}

/// A code of an authenticator, or a recovery code: without blanks, however grouped.
pub fn one_time_code(text: &str) -> String {
    without(text, &[])
}

/// An identity number or a unified social credit code: without blanks and hyphens, in capitals.
pub fn registered_number(text: &str) -> String {
    without(text, &['-']).to_uppercase()
}

/// Reads a mobile number.
///
/// # Errors
/// When it is no text.
pub fn read_mobile<'de, D: Deserializer<'de>>(input: D) -> Result<String, D::Error> {
    String::deserialize(input).map(|text| mobile(&text))
}

/// Reads a mobile number that may be left out.
///
/// # Errors
/// When it is neither text nor null.
pub fn read_mobile_if_any<'de, D: Deserializer<'de>>(input: D) -> Result<Option<String>, D::Error> {
    Ok(Option::<String>::deserialize(input)?.map(|text| mobile(&text)))
}

/// Reads a one-time code.
///
/// # Errors
/// When it is no text.
pub fn read_code<'de, D: Deserializer<'de>>(input: D) -> Result<String, D::Error> {
    String::deserialize(input).map(|text| one_time_code(&text))
}

/// Reads a one-time code that may be left out.
///
/// # Errors
/// When it is neither text nor null.
pub fn read_code_if_any<'de, D: Deserializer<'de>>(input: D) -> Result<Option<String>, D::Error> {
    Ok(Option::<String>::deserialize(input)?.map(|text| one_time_code(&text)))
}

/// Reads an identity number that may be left out.
///
/// # Errors
/// When it is neither text nor null.
pub fn read_number_if_any<'de, D: Deserializer<'de>>(input: D) -> Result<Option<String>, D::Error> {
    Ok(Option::<String>::deserialize(input)?.map(|text| registered_number(&text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mobiles() {
        for text in [
            "13800000000",
            "138 0000 0000",
            "138-0000-0000",
            "+8613800000000",
            "+86 138 0000 0000",
            "(+86)13800000000",
            "0086 13800000000",
            "86 13800000000",
            "１３８００００００００",
            "１３８　００００　００００",
            "\u{202d}13800000000\u{202c}",
        ] {
            assert_eq!(mobile(text), "13800000000", "{text}");
        }
        // What is no mobile number stays none.
        for text in ["8612345", "1380000000", "138000000000", "23800000000", "一三八"] {
            assert_eq!(mobile(text), text);
        }
    }

    #[test]
    fn codes() {
        for text in ["123456", "123 456", " 123\u{a0}456 ", "１２３ ４５６", "12 34 56\n"] {
            assert_eq!(one_time_code(text), "123456", "{text:?}");
        }
        assert_eq!(one_time_code("ab12-cd34"), "ab12-cd34");
    }

    #[test]
    fn registered_numbers() {
        for text in ["11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ", "110105 19491231 002X"]
        {
            assert_eq!(registered_number(text), "11010519491231002X", "{text}");
        }
        assert_eq!(registered_number(" 91500107-ma5ux00031 "), "91500107MA5UX00031");
    }
}
