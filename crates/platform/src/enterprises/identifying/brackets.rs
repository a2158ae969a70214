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

/// Is the sign at `at` one that fills a word of Chinese characters by itself: 数x芯, 云〇岭?
fn fills(chars: &[char], at: usize) -> bool {
    let written =
        |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| !c.is_ascii() && c.is_alphanumeric());
    (chars[at].is_ascii_alphabetic() || chars[at] == '〇') && written(at.checked_sub(1)) && written(Some(at + 1))
}

/// Places of the letters and digits outside of brackets, without those that only fill a word; nothing where there are none to leave out.
pub fn outside(chars: &[char]) -> Option<Vec<usize>> {
    let (mut places, mut at, mut any) = (vec![], 0, false);
    while at < chars.len() {
        if let Some(close) = closes(chars, at) {
            any = true;
            at = close;
        } else if fills(chars, at) {
            any = true;
        } else if chars[at].is_alphanumeric() {
            places.push(at);
        }
        at += 1;
    }
    any.then_some(places)
}
