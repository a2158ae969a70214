//! Phone numbers and codes in a folded text, however they are written: any digits, separators, Chinese numerals.

use super::{amounts, labels::labelled};
use std::ops::Range;

/// Digits in a row that are a number to reach or to find somebody by.
const LONG: usize = 7;
/// Signs between two digits of one number.
const BETWEEN: usize = 3;

/// The digit that a character is or stands for, also as it is read out by radio (洞, 幺, 两, 拐, 勾).
pub fn digit(c: char) -> Option<char> {
    Some(match c {
        '0'..='9' => c,
        '〇' | '零' | '洞' | 'o' => '0',
        '一' | '壹' | '幺' | '么' | 'l' | 'i' => '1',
        '二' | '贰' | '两' => '2',
        '三' | '叁' => '3',
        '四' | '肆' => '4',
        '五' | '伍' => '5',
        '六' | '陆' => '6',
        '七' | '柒' | '拐' => '7',
        '八' | '捌' => '8',
        '九' | '玖' | '勾' => '9',
        _ => return None,
    })
}

/// Signs that may stand within a number, and words for them; signs of amounts end it.
fn separates(c: char) -> bool {
    (!c.is_alphanumeric() && !matches!(c, '%' | '¥' | '$' | '‰')) || matches!(c, '杠' | '点' | '转' | '横')
}

/// The digits of a number that is read with its hundred, 一百三十八, and how many characters it takes.
fn read(chars: &[char]) -> Option<(Vec<char>, usize)> {
    let numeral = |at: usize| chars.get(at).filter(|c| !c.is_ascii()).and_then(|c| digit(*c));
    let sign = |at: usize, signs: [char; 2]| chars.get(at).is_some_and(|c| signs.contains(c));
    let hundred = numeral(0).filter(|_| sign(1, ['百', '佰']))?;
    if numeral(2) == Some('0') {
        return Some((vec![hundred, '0', numeral(3)?], 4));
    }
    let ten = numeral(2).filter(|_| sign(3, ['十', '拾']))?;
    let one = numeral(4);
    Some((vec![hundred, ten, one.unwrap_or('0')], 4 + usize::from(one.is_some())))
}

/// Is the letter at `at` meant as a digit? It looks like one, stands among digits, and in no word of letters (PO20261105).
fn digit_like(chars: &[char], at: usize) -> bool {
    let is = |c: &&char| digit(**c).is_some();
    let near = chars[..at].iter().next_back().filter(is).or_else(|| chars.get(at + 1).filter(is));
    let before = chars[..at].iter().rev().take_while(|c| c.is_ascii_alphabetic());
    let mut word = before.chain(chars[at..].iter().take_while(|c| c.is_ascii_alphabetic()));
    near.is_some() && word.all(|c| digit(*c).is_some())
}

/// Digits that belong together, each with its place.
type Run = Vec<(char, usize)>;

fn runs(chars: &[char]) -> Vec<Run> {
    let mut runs: Vec<Run> = vec![];
    let mut last = None;
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        let one = digit(c).filter(|_| !c.is_ascii_alphabetic() || digit_like(chars, at)).map(|value| (vec![value], 1));
        match read(&chars[at..]).or(one) {
            Some((values, length)) => {
                let joined = last.is_some_and(|last: usize| {
                    at - last - 1 <= BETWEEN && chars[last + 1..at].iter().all(|c| separates(*c))
                });
                if !joined {
                    runs.push(vec![]);
                }
                let places = (0..values.len()).map(|number| at + number.min(length - 1));
                if let Some(run) = runs.last_mut() {
                    run.extend(values.into_iter().zip(places));
                }
                at += length;
                last = Some(at - 1);
            }
            None => {
                last = last.filter(|_| separates(c));
                at += 1;
            }
        }
    }
    runs
}

/// Where in `run` a phone number stands: a mobile's, a landline's with its area, one of 400 or 800.
fn phone(run: &Run) -> Option<Range<usize>> {
    let text: String = run.iter().map(|(c, _)| *c).collect();
    let bytes = text.as_bytes();
    let fits = |from: usize| {
        let rest = &bytes[from..];
        let mobile = rest.len() >= 11 && rest[0] == b'1' && (b'3'..=b'9').contains(&rest[1]);
        let landline =
            from == 0 && (10..=12).contains(&rest.len()) && rest[0] == b'0' && (b'1'..=b'9').contains(&rest[1]);
        let service = from == 0 && rest.len() == 10 && matches!(&rest[..3], b"400" | b"800");
        match (mobile, landline || service) {
            (true, _) => Some(from..from + 11),
            (_, true) => Some(from..bytes.len()),
            _ => None,
        }
    };
    (0..bytes.len()).find_map(fits)
}

/// Is `part` a mobile's number that stands by itself in `run`, whatever is said to be listed there?
fn mobile(run: &Run, part: &Range<usize>) -> bool {
    let breaks = |at: usize| at == 0 || at == run.len() || run[at].1 - run[at - 1].1 > 1;
    part.len() == 11 && run[part.start].0 == '1' && breaks(part.start) && breaks(part.end)
}

/// Does a text begin with a day, 20250312?
fn day(text: &str) -> bool {
    let number = |range: Range<usize>| text.get(range).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    matches!(number(0..2), 19 | 20) && (1..=12).contains(&number(4..6)) && (1..=31).contains(&number(6..8))
}

fn year(part: &str) -> bool {
    part.len() == 4 && (part.starts_with("19") || part.starts_with("20"))
}

/// Digits of a day or, where letters stand before it, of a year in the number of a document (2025-0312-0087, HT-2026-081):
/// they count for nothing.
fn of_day(parts: &[&str], lettered: bool) -> usize {
    let begins = lettered && parts.len() > 1 && year(parts[0]);
    if (0..parts.len()).any(|at| day(&parts[at..].concat())) { 8 } else { 4 * usize::from(begins) }
}

/// Are Chinese numerals listed one after the other, 一二三四五六七?
fn listed(run: &[(char, usize)], chars: &[char]) -> bool {
    let value = |(c, _): (char, usize)| c.to_digit(10).unwrap_or(0);
    run.iter().all(|(_, at)| !chars[*at].is_ascii()) && run.windows(2).all(|pair| value(pair[1]) == value(pair[0]) + 1)
}

/// Does `before` end as the number of a project does before its last digits: a year and letters, 2024YFB3400000?
fn of_project(before: &[char]) -> bool {
    let letters = before.iter().rev().take_while(|c| c.is_ascii_alphabetic()).count();
    let digits: Vec<char> = before.iter().rev().skip(letters).take_while(|c| c.is_ascii_digit()).copied().collect();
    (1..=4).contains(&letters) && year(&digits.iter().rev().collect::<String>())
}

/// Digits of one number without signs between them, or with blanks and hyphens as in phone books, but no date and no amount.
fn long(chars: &[char], run: &[(char, usize)]) -> bool {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return false };
    let text: String = chars[first.1..=last.1].iter().map(|c| digit(*c).unwrap_or(*c)).collect();
    let real = run.iter().filter(|(_, at)| !chars[*at].is_ascii_alphabetic()).count();
    if real < LONG || text.chars().any(|c| !c.is_ascii_digit() && !matches!(c, '-' | ' ')) {
        return false;
    }
    let parts: Vec<&str> = text.split(['-', ' ']).filter(|part| !part.is_empty()).collect();
    let dated = parts.iter().any(|part| year(part)) && parts.iter().all(|part| year(part) || part.len() <= 2);
    // Sizes and terms that are listed: 12 24 36 48.
    let pairs = parts.len() > 2 && parts.iter().all(|part| part.len() == 2) && parts.is_sorted();
    let steps = pairs && !amounts::called(&chars[..first.1]);
    // The number of a standard has its year behind it (GB/T 4754-2017).
    let before = chars[..first.1].iter().rev().find(|c| **c != ' ');
    let standard =
        before.is_some_and(char::is_ascii_alphabetic) && parts.len() > 1 && parts.last().is_some_and(|part| year(part));
    let grouped = parts.iter().skip(1).all(|part| part.len() == 3);
    let amount = grouped && amounts::amount(chars, first.1, last.1 + 1);
    let lettered = matches!(chars[..first.1], [.., letter, '-'] if letter.is_ascii_alphabetic());
    let numbered = real.saturating_sub(of_day(&parts, lettered)) < LONG || of_project(&chars[..first.1]);
    let told = dated || steps || models(chars, run) || standard || amount || numbered || labelled(&chars[..first.1]);
    !told && !listed(run, chars)
}

/// Are numbers of models or sizes listed, the smaller first: 400 800 1200 型?
fn models(chars: &[char], run: &[(char, usize)]) -> bool {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return false };
    let text: String = chars[first.1..=last.1].iter().collect();
    let parts: Vec<u32> = text.split([' ', '/', '、', ',']).filter_map(|part| part.parse().ok()).collect();
    let behind = chars[last.1 + 1..].iter().find(|c| **c != ' ');
    parts.len() > 1 && parts.is_sorted_by(|one, other| one < other) && matches!(behind, Some('型' | '系'))
}

/// The numbers in `chars`, as places of their first and behind their last character.
pub fn find(chars: &[char]) -> Vec<Range<usize>> {
    let mut found = vec![];
    for run in runs(chars) {
        if amounts::sum(chars, run[0].1, run[run.len() - 1].1 + 1) {
            continue;
        }
        let said = labelled(&chars[..run[0].1]) || models(chars, &run);
        if let Some(part) = phone(&run).filter(|part| !said || mobile(&run, part)) {
            found.push(run[part.start].1..run[part.end - 1].1 + 1);
            continue;
        }
        // Commas group digits, full stops make fractions: what stands between them is looked at by itself.
        let breaks = |pair: &[(char, usize)]| chars[pair[0].1 + 1..pair[1].1].iter().any(|c| !matches!(c, '-' | ' '));
        let mut from = 0;
        for to in (1..=run.len()).filter(|to| *to == run.len() || breaks(&run[to - 1..=*to])) {
            if long(chars, &run[from..to]) {
                found.push(run[from].1..run[to - 1].1 + 1);
            }
            from = to;
        }
    }
    found
}
