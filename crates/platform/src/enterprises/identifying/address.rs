//! The firm's own address in short: its road or its park with the number there, which say it all without 号: 科技大道86.

use super::town;
use jinqiao_kernel::normal::Folded;

/// Characters of a road's name that are looked for, the last ones of it.
const ROAD: std::ops::RangeInclusive<usize> = 3..=6;
const NUMERALS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

const FORMAL: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];

/// How a number of up to three digits is read: 八十六, and digit by digit.
fn read(number: &str) -> Vec<String> {
    let digits: Vec<usize> = number.chars().filter_map(|c| c.to_digit(10)).map(|digit| digit as usize).collect();
    let by_digit: String = digits.iter().map(|digit| NUMERALS[*digit]).collect();
    let ones = |digit: usize| if digit == 0 { String::new() } else { NUMERALS[digit].to_string() };
    let tens = |ten: usize, one: usize| {
        let ten = if ten == 1 { String::new() } else { NUMERALS[ten].to_string() };
        format!("{ten}十{}", ones(one))
    };
    let whole = match digits[..] {
        [ten @ 1..=9, one] => tens(ten, one),
        [hundred @ 1..=9, 0, one] => {
            format!("{}百{}", NUMERALS[hundred], if one == 0 { String::new() } else { format!("零{}", ones(one)) })
        }
        [hundred @ 1..=9, 1, one] => format!("{}百一十{}", NUMERALS[hundred], ones(one)),
        [hundred @ 1..=9, ten, one] => format!("{}百{}", NUMERALS[hundred], tens(ten, one)),
        _ => by_digit.clone(),
    };
    let short = whole.replacen("二十", "廿", 1).replacen("三十", "卅", 1);
    let formal = [&by_digit, &whole].map(|own| own.chars().map(formal).collect());
    let mut read = vec![number.to_owned(), format!("第{number}"), by_digit, whole, short];
    read.extend(formal);
    read.sort_unstable();
    read.dedup();
    read
}

/// A numeral as it is written on cheques.
fn formal(numeral: char) -> char {
    match numeral {
        '十' => '拾',
        '百' => '佰',
        _ => NUMERALS.iter().position(|own| *own == numeral).map_or(numeral, |digit| FORMAL[digit]),
    }
}

/// Words by which `address` and the number in `park` are recognised.
pub fn of(address: &str, park: Option<&str>) -> Vec<String> {
    let folded = Folded::by_look(address);
    let chars = &folded.chars;
    let mut words = vec![];
    for (road, number) in town::numbered(chars) {
        for number in read(&chars[number].iter().collect::<String>()) {
            let roads = ROAD.filter_map(|length| chars.get((road + 1).checked_sub(length)?..=road));
            words.extend(roads.map(|road| format!("{}{number}", road.iter().collect::<String>())));
            words.extend(park.map(|park| format!("{park}{number}")));
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn roads_and_parks_with_their_number() {
        let words = of("重庆高新区西永微电园科技大道 86 号 3 栋", Some("西永微电园"));
        for word in ["科技大道86", "科技大道第86", "科技大道八十六", "科技大道八六", "科技大道捌拾陆", "西永微电园86"]
        {
            assert!(words.iter().any(|own| own == word), "{word}: {words:?}");
        }
        assert!(of("重庆高新区科园一路 115 号", None).contains(&"科园一路一百一十五".to_owned()));
        assert!(of("重庆科园一路 37 号", None).contains(&"科园一路卅七".to_owned()));
        assert!(of("重庆高新区", Some("西永微电园")).is_empty());
    }
}
