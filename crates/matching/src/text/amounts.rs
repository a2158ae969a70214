//! Numbers as people write them: 300万, 三百万元, 3,000,000, 1.5 亿, so that two texts may be compared by them.

/// A digit or a unit of Chinese numerals.
fn numeral(c: char) -> Option<(i128, bool)> {
    Some(match c {
        '零' | '〇' => (0, false),
        '一' | '壹' => (1, false),
        '二' | '两' | '贰' => (2, false),
        '三' | '叁' => (3, false),
        '四' | '肆' => (4, false),
        '五' | '伍' => (5, false),
        '六' | '陆' => (6, false),
        '七' | '柒' => (7, false),
        '八' | '捌' => (8, false),
        '九' | '玖' => (9, false),
        '十' | '拾' => (10, true),
        '百' | '佰' => (100, true),
        '千' | '仟' => (1_000, true),
        _ => return None,
    })
}

/// What multiplies all that stands before it.
fn multiplier(c: char) -> Option<i128> {
    match c {
        '万' | 'w' => Some(10_000),
        '亿' => Some(100_000_000),
        '千' | 'k' => Some(1_000),
        '百' => Some(100),
        _ => None,
    }
}

/// Digits with at most two decimals, in hundredths, and the place after them.
fn digits(chars: &[char], mut at: usize) -> (i128, usize) {
    let (mut value, mut decimals) = (0_i128, None);
    while let Some(&c) = chars.get(at) {
        match (c.to_digit(10), decimals) {
            (Some(digit), None) => value = value.saturating_mul(10).saturating_add(i128::from(digit)).min(1 << 80),
            (Some(digit), Some(0..=1)) => {
                value = value * 10 + i128::from(digit);
                decimals = decimals.map(|count| count + 1);
            }
            (Some(_), Some(_)) => {}
            (None, None) if c == '.' && chars.get(at + 1).is_some_and(char::is_ascii_digit) => decimals = Some(0),
            _ => break,
        }
        at += 1;
    }
    (value * 10_i128.pow(2 - decimals.unwrap_or(0)), at)
}

/// A Chinese numeral, in hundredths, the place after it, and whether it is more than one digit.
fn chinese(chars: &[char], mut at: usize) -> (i128, usize, bool) {
    let start = at;
    let (mut total, mut digit) = (0_i128, None);
    while let Some((value, unit)) = chars.get(at).and_then(|c| numeral(*c)) {
        if unit {
            total += digit.take().unwrap_or(1) * value;
        } else {
            digit = Some(value);
        }
        at += 1;
    }
    ((total + digit.unwrap_or(0)) * 100, at, at - start > 1)
}

/// The numbers of a normalised text in hundredths, ascending, each once. One Chinese digit alone (一 in 一下) is a number
/// only before a unit of time, money or multitude. At most 64 are read.
pub fn numbers(text: &str) -> Vec<i128> {
    let chars: Vec<char> = text.chars().collect();
    let (mut found, mut at) = (vec![], 0);
    while at < chars.len() && found.len() < 64 {
        let (mut value, mut end, certain) = if chars[at].is_ascii_digit() {
            let (value, end) = digits(&chars, at);
            (value, end, true)
        } else if numeral(chars[at]).is_some() {
            chinese(&chars, at)
        } else {
            at += 1;
            continue;
        };
        let mut multiplied = false;
        while let Some(times) = chars.get(end).and_then(|c| multiplier(*c)) {
            value = value.saturating_mul(times).min(1 << 80);
            end += 1;
            multiplied = true;
        }
        let unit = chars.get(end).is_some_and(|c| "年月天日号元块期次岁级折成%小分周季".contains(*c));
        if certain || multiplied || unit {
            found.push(value);
        }
        at = end;
    }
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_same_amount_in_other_words() {
        for same in ["300万", "三百万元", "3000000元", "300.00万", "3百万"] {
            assert_eq!(numbers(same), [300_000_000], "{same}");
        }
        assert_eq!(numbers("1.5亿 12个月 十二个月"), [1_200, 15_000_000_000]);
        assert_eq!(numbers("问一下一次还清"), [100]);
        assert_eq!(numbers("二十三天"), [2_300]);
        assert_eq!(numbers("没有数字"), [0_i128; 0]);
    }

    proptest! {
        #[test]
        fn any_text_has_some_numbers_or_none(text in "[0-9.万亿百千十三零%年a一]{0,80}") {
            prop_assert!(numbers(&text).len() <= 64);
        }
    }
}
