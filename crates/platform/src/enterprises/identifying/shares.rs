//! Codes under which the shares of a firm are traded, in a folded text: 股票代码 835123.

use super::{net::at, numbers::digit};
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
    (0..chars.len()).filter_map(of).collect()
}
