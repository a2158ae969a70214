//! Addresses in town in a folded text: a road with a number, 科园一路 66 号 or 科技大道八十六号.

use super::net::at;
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

/// Words between a road and the number of what stands by it: 科技大道旁 86 号楼.
const BY: [&str; 6] = ["旁边", "旁", "边上", "边", "侧", "附近"];
/// Of the words above, those that are roads where a number in digits follows: 渝长公路 36 号.
const ROADS: [&str; 4] = ["公路", "街道", "巷道", "铁路"];

/// Behind a word for what stands by a road, from `from` on.
fn by(chars: &[char], from: usize) -> usize {
    BY.iter().find_map(|word| at(chars, from, word, false)).unwrap_or(from)
}

fn blanks(chars: &[char], from: usize) -> usize {
    chars[from..].iter().take_while(|c| **c == ' ').count()
}

/// Behind the number that begins at `from`; none where there is no number.
fn number(chars: &[char], from: usize) -> Option<usize> {
    let digits = chars[from..].iter().take_while(|c| c.is_ascii_digit() || **c == '-').count();
    let numerals = chars[from..].iter().take_while(|c| numeral(**c)).count();
    let end = from + digits.max(numerals);
    (end > from).then_some(end)
}

/// Behind a sign for a number that stands before it (№ 21, No. 21), from `from` on.
fn sign(chars: &[char], from: usize) -> Option<usize> {
    let end = at(chars, from, "no", false)?;
    let dots = chars[end..].iter().take(2).take_while(|c| matches!(c, '.' | ':' | ' ')).count();
    Some(end + dots)
}

/// Ends of roads with the number that follows each.
pub fn numbered(chars: &[char]) -> impl Iterator<Item = (usize, Range<usize>)> {
    let roads = (1..chars.len()).filter(|place| matches!(chars[*place], '路' | '街' | '道' | '巷'));
    roads.filter_map(|road| {
        let from = by(chars, road + 1);
        let from = from + blanks(chars, from);
        let from = sign(chars, from).unwrap_or(from);
        Some((road, from..number(chars, from)?))
    })
}

/// Roads with a number.
pub fn find(chars: &[char]) -> Vec<Range<usize>> {
    let mut found = vec![];
    for (place, number) in numbered(chars) {
        let chinese = !chars[number.start].is_ascii();
        let end = number.end + blanks(chars, number.end);
        let signed = sign(chars, place + 1 + blanks(chars, place + 1)).is_some();
        // A line of the underground is no address, nor is what a plant or a document counts.
        let counted = chars.get(end + 1).is_some_and(|c| *c == '线' || (chinese && matches!(c, '文' | '标' | '机')));
        let word: String = chars[place - 1..=place].iter().collect();
        // Plants count their parts with such signs too (管道 3# 泵站).
        let counts = chinese || signed || chars.get(end) == Some(&'#') || !ROADS.contains(&word.as_str());
        let other = counts && NO_ROADS.contains(&word.as_str());
        let behind = match chars.get(end) {
            Some('号' | '#') if !counted => end + 1,
            _ if signed => number.end,
            _ => continue,
        };
        if !other {
            let road = (0..place).rev().take(8).take_while(|at| !chars[*at].is_ascii() && chars[*at].is_alphanumeric());
            found.push(road.last().unwrap_or(place)..behind);
        }
    }
    found
}
