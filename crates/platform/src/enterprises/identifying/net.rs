//! Addresses on the net and in town in a folded text.

use std::ops::Range;

/// Ends of the names of web sites and mail boxes.
const ENDS: [&str; 22] = [
    "com", "cn", "net", "org", "top", "vip", "io", "cc", "co", "ltd", "tech", "xyz", "info", "shop", "site", "store",
    "online", "edu", "gov", "group", "biz", "me",
];
/// Names of messengers, before a number or a name there.
const MESSENGERS: [&str; 8] = ["微信号", "微信", "weixin", "wechat", "vx", "qq", "抖音号", "公众号"];

fn at(chars: &[char], from: usize, word: &str) -> Option<usize> {
    let mut place = from;
    for c in word.chars() {
        if chars.get(place) != Some(&c) {
            return None;
        }
        place += 1;
    }
    Some(place)
}

fn name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

fn point(c: char) -> bool {
    matches!(c, '.' | '。' | '·' | '点')
}

/// Letters and digits of a name that reach to `end`.
fn begins(chars: &[char], end: usize) -> usize {
    (0..end)
        .rev()
        .take_while(|at| name(chars[*at]) || matches!(chars[*at], '.' | '@' | '/' | ':'))
        .last()
        .unwrap_or(end)
}

/// Web and mail addresses, and names in messengers.
pub fn on_the_net(chars: &[char]) -> Vec<Range<usize>> {
    let mut found = vec![];
    let solid =
        |from: usize| chars[from..].iter().take_while(|c| name(**c) || matches!(c, '.' | '/' | ':' | '@')).count();
    for (place, &c) in chars.iter().enumerate() {
        let start = ["www", "http"].iter().any(|word| {
            at(chars, place, word)
                .is_some_and(|end| chars.get(end).is_some_and(|c| point(*c) || matches!(c, ':' | 's')))
        });
        if start || c == '@' {
            let from = if c == '@' { begins(chars, place) } else { place };
            found.push(from..place + solid(place).max(1));
        }
        if point(c) && place > 0 && name(chars[place - 1]) {
            let end = ENDS.iter().find_map(|end| at(chars, place + 1, end));
            if let Some(end) = end.filter(|end| !chars.get(*end).is_some_and(|c| c.is_ascii_alphanumeric())) {
                found.push(begins(chars, place)..end);
            }
        }
        let account = MESSENGERS.iter().find_map(|word| at(chars, place, word)).and_then(|end| {
            let gap =
                chars[end..].iter().take_while(|c| !c.is_alphanumeric() || matches!(c, '号' | '为' | '是')).count();
            let length = chars[end + gap..].iter().take_while(|c| name(**c)).count();
            (length >= 5).then_some(end + gap + length)
        });
        found.extend(account.map(|end| place..end));
    }
    found
}

/// A road with a number: 科园一路 66 号.
pub fn in_town(chars: &[char]) -> Vec<Range<usize>> {
    let mut found = vec![];
    for place in (1..chars.len()).filter(|place| matches!(chars[*place], '路' | '街' | '道' | '巷')) {
        let blank = |from: usize| chars[from..].iter().take_while(|c| **c == ' ').count();
        let number = place + 1 + blank(place + 1);
        let digits = chars[number..].iter().take_while(|c| c.is_ascii_digit() || **c == '-').count();
        let end = number + digits + blank(number + digits);
        // A line of the underground is no address.
        if digits > 0 && chars.get(end) == Some(&'号') && chars.get(end + 1) != Some(&'线') {
            let road = (0..place).rev().take(8).take_while(|at| !chars[*at].is_ascii() && chars[*at].is_alphanumeric());
            found.push(road.last().unwrap_or(place)..end + 1);
        }
    }
    found
}
