//! Codes under which the shares of a firm are traded, in a folded text: 股票代码 835123.

use super::{amounts, labels::labelled, net::at, numbers::digit};
use std::ops::Range;

/// What is said before 代码 where the code of a share follows.
const MARKETS: [&str; 6] = ["股票", "证券", "新三板", "挂牌", "上市", "股权"];
/// Digits of a code.
const DIGITS: usize = 6;
/// Signs and words between 代码 and the code (为：SH).
const BETWEEN: usize = 5;

/// Behind the code that the digits from `from` are.
fn code(chars: &[char], from: usize) -> Option<usize> {
    let (mut to, mut digits) = (from, 0);
    while digits < DIGITS {
        if digits > 0 && matches!(chars.get(to)?, ' ' | '-' | '.') {
            to += 1;
        }
        digit(*chars.get(to)?)?;
        (to, digits) = (to + 1, digits + 1);
    }
    chars.get(to).is_none_or(|c| digit(*c).is_none()).then_some(to)
}

/// Places where shares are traded, behind which a code stands without being called one (新三板 835123).
const NAMED: [&str; 12] =
    ["新三板", "北交所", "科创板", "创业板", "上交所", "深交所", "沪市", "深市", "三板", "挂牌", "股转系统", "股票"];
/// What a code has behind it or before it for the place where it is traded (835123.BJ).
const PLACES: [&str; 7] = ["bj", "nq", "sh", "sz", "ss", "oc", "hk"];

/// A code behind the place where it is traded.
fn named(chars: &[char], from: usize) -> Option<Range<usize>> {
    let end = NAMED.iter().find_map(|market| at(chars, from, market, true))?;
    let gap = chars[end..].iter().take(3).take_while(|c| !c.is_alphanumeric() || matches!(c, '为' | '是')).count();
    let to = code(chars, end + gap)?;
    (to - end - gap == DIGITS && !amounts::amount(chars, end + gap, to)).then_some(from..to)
}

/// A code with a sign for the place where it is traded: 835123.BJ, SH688001.
fn marked(chars: &[char], from: usize) -> Option<Range<usize>> {
    let alone = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_none_or(|c| !c.is_ascii_alphanumeric());
    if !alone(from.checked_sub(1)) || labelled(&chars[..from]) {
        return None;
    }
    let to = if let Some(to) = code(chars, from) {
        let gap = chars[to..].iter().take(2).take_while(|c| matches!(c, '.' | ' ' | '-')).count();
        PLACES.iter().find_map(|place| at(chars, to + gap, place, false)).filter(|_| gap > 0)?
    } else {
        let begins =
            [("sh", '6'), ("sz", '0'), ("sz", '3'), ("bj", '8'), ("bj", '4'), ("bj", '9'), ("nq", '8'), ("nq", '4')];
        let digits = |(place, first): (&str, char)| {
            let behind = at(chars, from, place, false)?;
            let behind = behind + chars[behind..].iter().take(2).take_while(|c| matches!(c, ' ' | ':' | '.')).count();
            (chars.get(behind) == Some(&first)).then_some(behind)
        };
        code(chars, begins.into_iter().find_map(digits)?)?
    };
    alone(Some(to)).then_some(from..to)
}

/// What names the firm before 代码, where no market is said.
const OURS: [&str; 4] = ["我司", "公司", "本司", "企业"];

/// A code behind 代码 alone, or behind the firm: 代码：835123.
fn bare(chars: &[char], from: usize) -> Option<Range<usize>> {
    let end = at(chars, from, "代码", true)?;
    let before = chars[..from].iter().rev().find(|c| **c != ' ');
    let ours = OURS.iter().any(|word| chars[..from].ends_with(&word.chars().collect::<Vec<_>>()));
    let gap = chars[end..].iter().take(3).take_while(|c| !c.is_alphanumeric() || matches!(c, '为' | '是')).count();
    let first = chars.get(end + gap).and_then(|c| digit(*c))?;
    let traded = matches!(first, '0' | '3' | '4' | '6' | '8' | '9');
    let alone = gap > 0 && before.is_none_or(|c| !c.is_alphanumeric());
    (traded && (ours || alone)).then_some(())?;
    Some(from..code(chars, end + gap)?)
}

/// The name under which shares are traded: 证券简称：云岭智能.
fn short_name(chars: &[char], from: usize) -> Option<Range<usize>> {
    let end = ["证券简称", "股票简称"].iter().find_map(|word| at(chars, from, word, true))?;
    let gap = chars[end..].iter().take(3).take_while(|c| !c.is_alphanumeric() || matches!(c, '为' | '是')).count();
    let to = end + gap + chars[end + gap..].iter().take_while(|c| c.is_alphanumeric()).count();
    (gap > 0 && to >= end + gap + 2).then_some(from..to)
}

/// Codes of shares, with what says that they are.
pub fn find(chars: &[char]) -> Vec<Range<usize>> {
    let follows =
        |c: &&char| !c.is_alphanumeric() || matches!(c, '为' | '是' | 's' | 'h' | 'z' | 'b' | 'j' | 'n' | 'q');
    let of = |from: usize| {
        let market = MARKETS.iter().find_map(|market| at(chars, from, market, true))?;
        let gap = chars[market..].iter().take_while(|c| !c.is_alphanumeric()).count();
        let named = at(chars, market + gap, "代码", true).or_else(|| at(chars, market + gap, "代号", true))?;
        let gap = chars[named..].iter().take(BETWEEN).take_while(follows).count();
        Some(from..code(chars, named + gap)?)
    };
    let any = |from: usize| {
        let named = of(from).or_else(|| named(chars, from)).or_else(|| marked(chars, from));
        named.or_else(|| bare(chars, from)).or_else(|| short_name(chars, from))
    };
    (0..chars.len()).filter_map(any).collect()
}
