//! Numbers of rights in public registers, in a folded text: patents, software, trade marks. The register names their owner.

use super::{labels::BACK, numbers::digit};
use std::ops::Range;

/// What stands before such a number.
const NAMED: [&str; 14] = [
    "专利号",
    "专利申请号",
    "申请号",
    "专利公开号",
    "公开号",
    "公告号",
    "授权公告号",
    "软著登字",
    "软著登记号",
    "著作权登记号",
    "登记号",
    "商标注册号",
    "注册商标",
    "商标号",
];
/// Digits from which on a number behind such a word is one of a register.
const DIGITS: usize = 6;
/// Letters before the number of a patent, with the digits that it has: ZL 2020 1 0123456.7, CN 112345678 A.
const PATENTS: [(&str, usize); 2] = [("zl", 9), ("cn", 9)];

/// Behind the digits that begin at `from`, with signs between them, and how many they are.
fn digits(chars: &[char], from: usize) -> (usize, usize) {
    let (mut to, mut count) = (from, 0);
    for (at, c) in chars.iter().enumerate().skip(from) {
        match digit(*c) {
            Some(_) if !c.is_ascii_alphabetic() => (to, count) = (at + 1, count + 1),
            _ if matches!(c, ' ' | '.' | '-') && at == to => {}
            _ => break,
        }
    }
    (to, count)
}

fn joins(chars: &[char], from: usize) -> usize {
    let joins = |c: &&char| !c.is_alphanumeric() || matches!(c, '第' | '为' | '是' | 'z' | 'l' | 'c' | 'n');
    chars[from..].iter().take(BACK).take_while(joins).count()
}

/// A number behind a word for a right.
fn named(chars: &[char], from: usize) -> Option<Range<usize>> {
    let fits = |word: &&&str| word.chars().eq(chars[from..].iter().take(word.chars().count()).copied());
    let word = NAMED.iter().filter(fits).max_by_key(|word| word.len())?;
    let end = from + word.chars().count();
    let start = end + joins(chars, end);
    // 2020SR1234567: a year, letters, and the number.
    let (to, count) = digits(chars, start);
    let registered = software(chars, start).map_or(to, |software| software.end);
    (count >= DIGITS || registered > to).then_some(from..registered)
}

/// The number of a patent with its letters.
fn patent(chars: &[char], from: usize) -> Option<Range<usize>> {
    let alone = from == 0 || !chars[from - 1].is_ascii_alphanumeric();
    let (_, least) =
        PATENTS.into_iter().find(|(word, _)| chars[from..].starts_with(&word.chars().collect::<Vec<_>>()))?;
    let (to, count) = digits(chars, from + 2 + chars[from + 2..].iter().take_while(|c| **c == ' ').count());
    (alone && count >= least).then_some(from..to)
}

/// The number of a registered piece of software: 2020SR1234567.
fn software(chars: &[char], from: usize) -> Option<Range<usize>> {
    let year = chars.get(from..from + 4)?.iter().all(char::is_ascii_digit);
    let letters = chars.get(from + 4..from + 6)? == ['s', 'r'];
    let to = from + 6 + chars[from + 6..].iter().take_while(|c| c.is_ascii_digit()).count();
    (year && letters && to >= from + 6 + DIGITS).then_some(from..to)
}

/// Numbers of rights, with what says that they are.
pub fn find(chars: &[char]) -> Vec<Range<usize>> {
    let of = |from: usize| named(chars, from).or_else(|| patent(chars, from)).or_else(|| software(chars, from));
    (0..chars.len()).filter_map(of).collect()
}
