//! Brackets in a folded text, which may hide a word by standing within it: 云（研发）岭.

/// Brackets and quotes, each before the one that closes it.
const PAIRS: [(char, char); 20] = [
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('<', '>'),
    ('【', '】'),
    ('〔', '〕'),
    ('《', '》'),
    ('〈', '〉'),
    ('「', '」'),
    ('『', '』'),
    ('“', '”'),
    ('”', '“'),
    ('‘', '’'),
    ('"', '"'),
    ('\'', '\''),
    ('`', '`'),
    ('*', '*'),
    ('|', '|'),
    ('~', '~'),
    ('/', '/'),
];
/// Characters that are passed over in brackets; longer ones are read by themselves.
const MOST: usize = 12;

/// The bracket that closes the one at `from`.
fn closes(chars: &[char], from: usize) -> Option<usize> {
    let (_, close) = PAIRS.iter().find(|(open, _)| *open == chars[from])?;
    let length = chars[from + 1..].iter().take(MOST + 1).position(|c| c == close)?;
    Some(from + 1 + length)
}

/// Places of the letters and digits outside of brackets; nothing where there are none.
pub fn outside(chars: &[char]) -> Option<Vec<usize>> {
    let (mut places, mut at, mut any) = (vec![], 0, false);
    while at < chars.len() {
        if let Some(close) = closes(chars, at) {
            any = true;
            at = close;
        } else if chars[at].is_alphanumeric() {
            places.push(at);
        }
        at += 1;
    }
    any.then_some(places)
}
