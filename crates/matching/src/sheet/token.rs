//! From characters to tokens. Full-width signs and × ÷ are read like their plain forms, since people type them in Chinese.

use super::error::{Problem, SheetError};
use super::number::Number;

/// A token.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token {
    Number(Number),
    Name(String),
    Plus,
    Minus,
    Times,
    Over,
    Less,
    AtMost,
    More,
    AtLeast,
    Equal,
    Unequal,
    And,
    Or,
    Not,
    Open,
    Close,
    Comma,
}

/// A token with the place of its first character, from 1.
pub(crate) type Placed = (Token, usize);

/// The plain form of a sign.
fn plain(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '×' | '∗' => '*',
        '÷' => '/',
        '−' | '–' | '—' => '-',
        '、' => ',',
        _ => c,
    }
}

/// Letters of any script, digits after the first, and `_`.
fn in_name(c: char, first: bool) -> bool {
    c == '_' || c.is_alphabetic() || (!first && c.is_ascii_digit())
}

/// The tokens of one expression; `offset` characters stand before it in its line.
pub(crate) fn tokens(source: &str, offset: usize) -> Result<Vec<Placed>, SheetError> {
    let chars: Vec<char> = source.chars().map(plain).collect();
    let (mut found, mut at) = (vec![], 0);
    while let Some(&c) = chars.get(at) {
        let place = offset + at + 1;
        let run = |test: &dyn Fn(char) -> bool| chars[at..].iter().take_while(|c| test(**c)).count();
        let (token, length) = if c.is_whitespace() {
            at += 1;
            continue;
        } else if c.is_ascii_digit() || c == '.' {
            let length = run(&|c| c.is_ascii_digit() || c == '.');
            let text: String = chars[at..at + length].iter().collect();
            (Token::Number(Number::read(&text).ok_or_else(|| SheetError::at(place, Problem::BadNumber))?), length)
        } else if in_name(c, true) {
            let length = run(&|c| in_name(c, false));
            (word(chars[at..at + length].iter().collect()), length)
        } else {
            sign(c, chars.get(at + 1).copied()).ok_or_else(|| SheetError::at(place, Problem::Sign(c)))?
        };
        found.push((token, place));
        at += length;
    }
    Ok(found)
}

fn word(text: String) -> Token {
    match text.as_str() {
        "and" | "且" | "并且" => Token::And,
        "or" | "或" | "或者" => Token::Or,
        "not" | "非" => Token::Not,
        _ => Token::Name(text),
    }
}

fn sign(c: char, next: Option<char>) -> Option<(Token, usize)> {
    Some(match (c, next) {
        ('<', Some('=')) => (Token::AtMost, 2),
        ('>', Some('=')) => (Token::AtLeast, 2),
        ('=', Some('=')) => (Token::Equal, 2),
        ('!', Some('=')) => (Token::Unequal, 2),
        ('<', _) => (Token::Less, 1),
        ('>', _) => (Token::More, 1),
        ('≤', _) => (Token::AtMost, 1),
        ('≥', _) => (Token::AtLeast, 1),
        ('≠', _) => (Token::Unequal, 1),
        ('+', _) => (Token::Plus, 1),
        ('-', _) => (Token::Minus, 1),
        ('*', _) => (Token::Times, 1),
        ('/', _) => (Token::Over, 1),
        ('(', _) => (Token::Open, 1),
        (')', _) => (Token::Close, 1),
        (',', _) => (Token::Comma, 1),
        _ => return None,
    })
}
