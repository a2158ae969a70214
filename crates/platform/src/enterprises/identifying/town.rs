//! Addresses in town in a folded text: a road with a number, 科园一路 66 号 or 科技大道八十六号.

use std::ops::Range;

/// Words that end like a road and are none, before a number in Chinese numerals (管道二号泵站).
const NO_ROADS: [&str; 26] = [
    "线路", "电路", "管路", "油路", "气路", "水路", "光路", "回路", "铁路", "公路", "道路", "思路", "网路", "链路",
    "管道", "轨道", "通道", "赛道", "渠道", "隧道", "频道", "航道", "车道", "跑道", "巷道", "街道",
];

/// Is this how a number is written in Chinese: 八十六, 八六, 捌拾陆?
fn numeral(c: char) -> bool {
    "〇零一二三四五六七八九十百千两廿卅壹贰叁肆伍陆柒捌玖拾佰仟幺".contains(c)
}

fn blanks(chars: &[char], from: usize) -> usize {
    chars[from..].iter().take_while(|c| **c == ' ').count()
}

/// Behind the number that begins at `from`; none where there is no number.
fn number(chars: &[char], from: usize) -> Option<(usize, bool)> {
    let digits = chars[from..].iter().take_while(|c| c.is_ascii_digit() || **c == '-').count();
    let numerals = chars[from..].iter().take_while(|c| numeral(**c)).count();
    let end = from + digits.max(numerals);
    (end > from).then_some((end, numerals > digits))
}

/// Roads with a number.
pub fn find(chars: &[char]) -> Vec<Range<usize>> {
    let mut found = vec![];
    for place in (1..chars.len()).filter(|place| matches!(chars[*place], '路' | '街' | '道' | '巷')) {
        let Some((behind, chinese)) = number(chars, place + 1 + blanks(chars, place + 1)) else { continue };
        let end = behind + blanks(chars, behind);
        // A line of the underground is no address, nor is what a plant or a document counts.
        let counted = chars.get(end + 1).is_some_and(|c| *c == '线' || (chinese && matches!(c, '文' | '标' | '机')));
        let word: String = chars[place - 1..=place].iter().collect();
        if chars.get(end) == Some(&'号') && !counted && !(chinese && NO_ROADS.contains(&word.as_str())) {
            let road = (0..place).rev().take(8).take_while(|at| !chars[*at].is_ascii() && chars[*at].is_alphanumeric());
            found.push(road.last().unwrap_or(place)..end + 1);
        }
    }
    found
}
