//! Codes of the firm, such as its credit code, also where letters stand for the digits that they look like.

/// Digits from which on a word is a code and no name.
const DIGITS: usize = 6;

/// Is `word` a code, so that letters in it may be meant as digits?
pub fn is_code(word: &[char]) -> bool {
    word.iter().all(char::is_ascii_alphanumeric) && word.iter().filter(|c| c.is_ascii_digit()).count() >= DIGITS
}

/// What a letter is read as that credit codes leave out because it looks like another (GB 32100-2015: no I, O, S, V, Z).
fn read(c: char) -> char {
    match c {
        'o' => '0',
        'i' | 'l' => '1',
        'z' => '2',
        's' => '5',
        'v' => 'u',
        _ => c,
    }
}

/// Does `code` stand at the places `part`, in characters that read the same?
pub fn stands(chars: &[char], part: &[usize], code: &[char]) -> bool {
    part.iter().zip(code).all(|(at, own)| read(chars[*at]) == read(*own))
}
