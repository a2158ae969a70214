//! Addresses on the net and names in messengers in a folded text.

use super::numbers::digit;
use std::ops::Range;

/// Ends of the names of web sites and mail boxes.
const ENDS: [&str; 22] = [
    "com", "cn", "net", "org", "top", "vip", "io", "cc", "co", "ltd", "tech", "xyz", "info", "shop", "site", "store",
    "online", "edu", "gov", "group", "biz", "me",
];
/// Ends that are words or names of goods beside: with a plain point only, and behind a name of two letters and more.
const PLAIN_ENDS: [&str; 22] = [
    "ai", "app", "dev", "cloud", "hk", "tw", "live", "run", "space", "link", "pro", "art", "us", "im", "la", "fun",
    "work", "club", "tv", "pub", "ink", "website",
];
/// Ends of sites in Chinese, after which their name is over.
const CHINESE_ENDS: [&str; 6] = ["中国", "公司", "网络", "在线", "商城", "集团"];
/// Names of messengers, also as they are written around a filter, before a number or a name there.
const MESSENGERS: [&str; 65] = [
    "微信号",
    "微信",
    "v信",
    "薇信",
    "weixin",
    "wechat",
    "vx",
    "qq邮箱",
    "qq",
    "扣扣",
    "企鹅号",
    "抖音号",
    "公众号",
    "加v",
    "加微",
    "加我v",
    "加我微",
    "加我",
    "+v",
    "微xin",
    "wei信",
    "w信",
    "威信",
    "徽信",
    "卫星号",
    "wxid",
    "wx",
    "抠抠",
    "蔻蔻",
    "加薇",
    "➕v",
    "➕微",
    "tg",
    "电报",
    "抖音",
    "快手号",
    "快手",
    "小红书id",
    "小红书号",
    "小红书",
    "视频号",
    "微博",
    "b站",
    "知乎账号",
    "知乎",
    "闲鱼",
    "淘宝店",
    "钉钉号",
    "钉钉",
    "飞书",
    "支付宝账号",
    "支付宝",
    "facebook",
    "领英",
    "脉脉",
    "绿泡泡",
    "卫星",
    "➕薇",
    "➕微信",
    "163邮箱",
    "邮箱",
    "telegram",
    "whatsapp",
    "skype",
    "line",
];
/// Where people are asked to look for a name, of whatever letters.
const SOUGHT: [&str; 11] =
    ["抖音", "快手", "小红书", "视频号", "公众号", "微信", "微博", "百度", "淘宝", "天眼查", "企查查"];
/// Characters between 关注 and the place where a name is followed (关注我们的).
const FOLLOWED: usize = 4;
/// What programs are built with ends like a site.
const NO_SITES: [&str; 6] = ["asp.net", "vb.net", "ado.net", "ml.net", "socket.io", "iot.io"];

/// The place behind `word`, if it begins at `from`; with blanks and signs between its characters where `apart`.
pub fn at(chars: &[char], from: usize, word: &str, apart: bool) -> Option<usize> {
    let mut place = from;
    for (number, c) in word.chars().enumerate() {
        if apart && number > 0 {
            place += chars[place..].iter().take(2).take_while(|c| !c.is_alphanumeric()).count();
        }
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

/// Behind a point that is written around a filter and begins at `from`: `[.]`, ` 点 `, `(dot)`.
fn veiled_point(chars: &[char], from: usize) -> Option<usize> {
    let veil = |c: &&char| matches!(c, ' ' | '[' | ']' | '(' | ')' | '{' | '}' | '<' | '>' | '【' | '】' | '"');
    let before = chars[from..].iter().take(3).take_while(veil).count();
    let sign = from + before;
    let end = match chars.get(sign)? {
        'd' => at(chars, sign, "dot", false).filter(|_| before > 0)?,
        '小' => at(chars, sign, "小数点", false)?,
        c if point(*c) => sign + 1,
        _ => return None,
    };
    let after = chars[end..].iter().take(3).take_while(veil).count();
    // A full stop between two sentences has a blank behind it, and .net one before it: only both are a veil.
    let blanks = matches!(chars[sign], '.' | '。' | '·') && (before == 0 || after == 0);
    (!blanks).then_some(end + after)
}

/// A mail address whose @ is written around a filter, at `place`: csy[at]163[dot]com, csy 在 163 点 com.
fn veiled_mail(chars: &[char], place: usize) -> Option<Range<usize>> {
    let veil =
        |c: &&char| matches!(c, ' ' | '[' | ']' | '(' | ')' | '{' | '}' | '<' | '>' | '【' | '】' | '#' | '艾' | '特');
    let before = chars[place..].iter().take(3).take_while(veil).count();
    let sign = place + before;
    let end = at(chars, sign, "at", false).or_else(|| at(chars, sign, "在", false));
    let end = match end {
        Some(end) => end,
        // 艾特, # in place of the sign.
        None if before > 0 => sign,
        None => return None,
    };
    let after = chars[end..].iter().take(3).take_while(veil).count();
    let own = end + after;
    let behind = own + chars[own..].iter().take_while(|c| name(**c)).count();
    let begun = begins(chars, place);
    let letters = begun < place && behind > own && before > 0;
    let last = chars.get(behind).filter(|c| point(**c)).map(|_| behind + 1).or_else(|| veiled_point(chars, behind))?;
    let last = site_ends(chars, last)?;
    letters.then_some(begun..last)
}

/// The end of a site's name that begins at `from`.
fn site_ends(chars: &[char], from: usize) -> Option<usize> {
    let end = ENDS.iter().find_map(|end| at(chars, from, end, false));
    let end = end.filter(|end| !chars.get(*end).is_some_and(char::is_ascii_alphanumeric));
    let plain = || {
        let end = PLAIN_ENDS.iter().find_map(|end| at(chars, from, end, false))?;
        let letters = chars[..from - 1].iter().rev().take_while(|c| name(**c)).filter(|c| c.is_ascii_alphabetic());
        let alone = !chars.get(end).is_some_and(char::is_ascii_alphanumeric);
        (chars[from - 1] == '.' && letters.count() >= 2 && alone).then_some(end)
    };
    let chinese = || {
        let end = CHINESE_ENDS.iter().find_map(|end| at(chars, from, end, false))?;
        (chars[from - 1] == '.' && !chars.get(end).is_some_and(|c| c.is_alphanumeric())).then_some(end)
    };
    end.or_else(plain).or_else(chinese)
}

/// A site whose parts stand apart behind www: www ylzb com.
fn apart(chars: &[char], place: usize) -> Option<Range<usize>> {
    let gap = |from: usize| chars[from..].iter().take(3).take_while(|c| !c.is_alphanumeric() || **c == '点').count();
    let end = at(chars, place, "www", true).filter(|_| place == 0 || !chars[place - 1].is_ascii_alphanumeric())?;
    let own = end + gap(end);
    let behind = own + chars[own..].iter().take_while(|c| name(**c)).count();
    let last = behind + gap(behind);
    let end = ENDS
        .iter()
        .find_map(|end| at(chars, last, end, false))
        .filter(|_| own > end && behind > own && last > behind)?;
    (!chars.get(end).is_some_and(char::is_ascii_alphanumeric)).then_some(place..end)
}

/// Somebody is asked to look for a name: 抖音搜云上装备. 搜索 is what programs do.
fn sought(chars: &[char], place: usize) -> Option<Range<usize>> {
    let end = SOUGHT.iter().find_map(|word| at(chars, place, word, true))?;
    let end = chars[end..].iter().take(3).position(|c| *c == '搜').map(|gap| end + gap + 1)?;
    let asked = end + usize::from(matches!(chars.get(end), Some('一')) && chars.get(end + 1) == Some(&'下')) * 2;
    let gap = chars[asked..].iter().take(2).take_while(|c| !c.is_alphanumeric()).count();
    let from = asked + gap;
    let to = from + chars[from..].iter().take_while(|c| c.is_alphanumeric()).count();
    (!matches!(chars.get(end), Some('索')) && to > from + 1).then_some(place..to)
}

/// Somebody is asked to follow a name: 关注公众号云上装备.
fn followed(chars: &[char], place: usize) -> Option<Range<usize>> {
    let asked = at(chars, place, "关注", false)?;
    let end = (asked..=(asked + FOLLOWED).min(chars.len()))
        .find_map(|from| SOUGHT.iter().find_map(|word| at(chars, from, word, false)))?;
    // 关注微信生态 names nobody; an account is a 号.
    let account = chars[end - 1] == '号' || chars.get(end) == Some(&'号');
    let from = end + chars[end..].iter().take(3).take_while(|c| !c.is_alphanumeric() || **c == '号').count();
    let to = from + chars[from..].iter().take_while(|c| c.is_alphanumeric()).count();
    (account && to > from + 1).then_some(place..to)
}

/// A site whose name ends before `place`, where a point stands, plain or veiled.
fn site(chars: &[char], place: usize) -> Option<Range<usize>> {
    let begun = begins(chars, place);
    // A comma where the point would be, with no blank behind it.
    let comma =
        chars[place] == ',' && ["com", "cn", "net", "org"].iter().any(|end| at(chars, place + 1, end, false).is_some());
    if (point(chars[place]) || (comma && place - begun >= 3))
        && let Some(end) = site_ends(chars, place + 1)
    {
        let whole: String = chars[begun..end].iter().collect();
        return (!NO_SITES.contains(&whole.as_str())).then_some(begun..end);
    }
    let letters = chars[begun..place].iter().filter(|c| c.is_ascii_alphabetic()).count();
    let end = veiled_point(chars, place).filter(|_| letters >= 2).and_then(|end| site_ends(chars, end))?;
    Some(begun..end)
}

/// Is this part of a name or a number in a messenger, however its digits are written?
fn named(c: char) -> bool {
    name(c) || digit(c).is_some()
}

/// A messenger's name at `place` with the name or number there behind it.
fn account(chars: &[char], place: usize) -> Option<Range<usize>> {
    let (word, end) = MESSENGERS.iter().find_map(|word| Some((*word, at(chars, place, word, true)?)))?;
    let joins = |c: &char| (!c.is_alphanumeric() && !matches!(c, '、' | '/')) || matches!(c, '号' | '码' | '为' | '是');
    let gap = chars[end..].iter().take_while(|c| joins(c)).count();
    if word.starts_with(['加', '+', '➕']) {
        // 增加 v-model, 附加 vision: a v that begins a word is no messenger, and 增加 invites nobody.
        let sign = chars.get(end).copied().unwrap_or(' ');
        let other = place > 0 && matches!(chars[place - 1], '增' | '添' | '附' | '参' | '追' | '外' | '叠');
        if other || (word.ends_with('v') && (sign.is_ascii_alphabetic() || sign == '-')) {
            return None;
        }
    }
    let from = end + gap;
    if word.starts_with(|c: char| c.is_ascii_alphabetic()) && place > 0 && chars[place - 1].is_ascii_alphanumeric() {
        return None;
    }
    if matches!(word, "wx" | "tg" | "电报" | "line" | "加我")
        && !((gap > 0 || word == "加我") && identifier(chars, from))
    {
        return None;
    }
    // Words of other things too, of which so many may be counted: 卫星 12000 颗.
    if matches!(word, "卫星" | "支付宝" | "邮箱") && !identifier(chars, from) {
        return None;
    }
    // Digits stand with signs between them; letters do not.
    let mut to = from + chars[from..].iter().take_while(|c| named(**c)).count();
    while chars.get(to).is_some_and(|c| matches!(c, ' ' | '-' | '.'))
        && chars.get(to + 1).is_some_and(|c| digit(*c).is_some() && !c.is_ascii_alphabetic())
    {
        to += 1 + chars[to + 1..].iter().take_while(|c| named(**c)).count();
    }
    let length = chars[from..to].iter().filter(|c| named(**c)).count();
    (length >= 5).then_some(place..to)
}

/// Does a name with letters and digits begin at `from`, as people have in messengers?
fn identifier(chars: &[char], from: usize) -> bool {
    let length = chars[from..].iter().take_while(|c| name(**c)).count();
    let own = &chars[from..from + length];
    own.first().is_some_and(char::is_ascii_alphabetic) && own.iter().any(char::is_ascii_digit) && length >= 5
}

/// A single letter for a messenger: V：ylzb2026.
fn single(chars: &[char], place: usize) -> Option<Range<usize>> {
    let alone = place == 0 || !chars[place - 1].is_ascii_alphanumeric();
    let colon = 1 + chars.get(place + 1..)?.iter().take_while(|c| **c == ' ').count();
    let from = place + colon + 1;
    let gap = chars.get(from..)?.iter().take_while(|c| **c == ' ').count();
    let fits = alone && matches!(chars[place], 'v' | 'w' | 'q') && chars[place + colon] == ':';
    let to = from + gap + chars[from + gap..].iter().take_while(|c| name(**c)).count();
    let number = chars[place] == 'q' && chars[from + gap..to].iter().all(char::is_ascii_digit);
    let number = number && (5..=11).contains(&(to - from - gap));
    (fits && (number || identifier(chars, from + gap))).then_some(place..to)
}

/// Web and mail addresses, and names in messengers.
pub fn on_the_net(chars: &[char]) -> Vec<Range<usize>> {
    let mut found = vec![];
    let solid =
        |from: usize| chars[from..].iter().take_while(|c| name(**c) || matches!(c, '.' | '/' | ':' | '@')).count();
    for (place, &c) in chars.iter().enumerate() {
        let start = ["www", "http", "hxxp"].iter().any(|word| {
            at(chars, place, word, false)
                .is_some_and(|end| chars.get(end).is_some_and(|c| point(*c) || matches!(c, ':' | 's')))
        });
        if start || c == '@' {
            let from = if c == '@' { begins(chars, place) } else { place };
            found.push(from..place + solid(place).max(1));
        }
        if place > 0 && name(chars[place - 1]) && !name(c) {
            found.extend(site(chars, place));
            found.extend(veiled_mail(chars, place));
        }
        found.extend(apart(chars, place));
        found.extend(sought(chars, place));
        found.extend(followed(chars, place));
        found.extend(single(chars, place));
        found.extend(account(chars, place));
    }
    found
}
