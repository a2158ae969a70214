//! Amounts and quantities in a folded text: long numbers that say how much, and not whom to call.

/// What is counted, measured or paid, behind its number; Latin ones stand as words of their own.
const UNITS: [&str; 113] = [
    "元",
    "万",
    "亿",
    "%",
    "¥",
    "股",
    "台",
    "部",
    "件",
    "吨",
    "千瓦",
    "千瓦时",
    "兆瓦",
    "瓦",
    "千克",
    "公斤",
    "斤",
    "克",
    "毫克",
    "千米",
    "公里",
    "米",
    "厘米",
    "毫米",
    "平方",
    "平方米",
    "平米",
    "立方",
    "立方米",
    "公顷",
    "亩",
    "千升",
    "毫升",
    "升",
    "千伏",
    "伏",
    "毫安",
    "安时",
    "焦",
    "赫兹",
    "字节",
    "度",
    "小时",
    "分钟",
    "秒",
    "人",
    "户",
    "家",
    "条",
    "张",
    "片",
    "支",
    "个",
    "只",
    "套",
    "次",
    "批",
    "辆",
    "艘",
    "架",
    "间",
    "名",
    "份",
    "页",
    "册",
    "本",
    "箱",
    "包",
    "袋",
    "瓶",
    "桶",
    "盒",
    "卷",
    "根",
    "块",
    "颗",
    "粒",
    "枚",
    "把",
    "双",
    "对",
    "组",
    "项",
    "笔",
    "单",
    "头",
    "匹",
    "羽",
    "株",
    "棵",
    "盏",
    "桩",
    "例",
    "行",
    "点击",
    "美元",
    "欧元",
    "人民币",
    "rmb",
    "cny",
    "usd",
    "eur",
    "w",
    "kw",
    "mw",
    "wh",
    "kwh",
    "kg",
    "km",
    "ml",
    "m2",
    "m3",
    "pcs",
];
/// What begins like a unit and is something else: behind a telephone number it says who answers.
const NO_UNITS: [&str; 29] = [
    "人工",
    "部门",
    "部长",
    "人事",
    "家里",
    "家中",
    "本人",
    "本公司",
    "本单位",
    "对接",
    "对外",
    "组长",
    "项目",
    "行政",
    "张先",
    "张女",
    "张小",
    "张经",
    "张总",
    "张工",
    "张老",
    "张会",
    "张主",
    "张厂",
    "张董",
    "张师",
    "包经",
    "包总",
    "单总",
];
/// What stands before a sum.
const MONEY: [&str; 8] = ["¥", "$", "€", "£", "rmb", "cny", "usd", "人民币"];
/// What stands before a number to call.
const CALLS: [&str; 11] = ["电话", "手机", "座机", "热线", "传真", "致电", "拨打", "拨", "号码", "tel", "phone"];

fn begins(chars: &[char], word: &str) -> bool {
    let length = word.chars().count();
    chars.len() >= length && word.chars().eq(chars[..length].iter().copied())
}

fn ends(chars: &[char], word: &str) -> bool {
    chars.len().checked_sub(word.chars().count()).is_some_and(|from| begins(&chars[from..], word))
}

/// Places that the decimals at the beginning of `chars` take: `.00`.
fn decimals(chars: &[char]) -> usize {
    let digits = chars.iter().skip(1).take_while(|c| c.is_ascii_digit()).count();
    if chars.first() == Some(&'.') && digits > 0 { digits + 1 } else { 0 }
}

/// Is what `chars` begin with counted in a unit? In brackets the unit stands alone.
fn counted(chars: &[char]) -> bool {
    let bracket = chars.first() == Some(&'(');
    let chars = &chars[usize::from(bracket)..];
    let fits = |unit: &&str| {
        let behind = chars.get(unit.chars().count()).copied().unwrap_or(' ');
        let within = unit.starts_with(|c: char| c.is_ascii_alphabetic()) && behind.is_ascii_alphanumeric();
        begins(chars, unit) && !within && (!bracket || behind == ')')
    };
    UNITS.iter().any(fits) && !NO_UNITS.iter().any(|word| begins(chars, word))
}

/// Is somebody to be called at the number behind `before`?
pub fn called(before: &[char]) -> bool {
    let joins = |c: &&char| !c.is_alphanumeric() || matches!(c, '为' | '是' | '号');
    let gap = before.iter().rev().take(3).take_while(joins).count();
    let before = &before[..before.len() - gap];
    CALLS.iter().any(|word| ends(before, word))
}

/// Does the number from `from` to before `to` say how much? A round one does even where calls are counted.
pub fn amount(chars: &[char], from: usize, to: usize) -> bool {
    // A run of blanks is one in a folded text.
    let before = chars[..from].strip_suffix(&[' ']).unwrap_or(&chars[..from]);
    let behind = &chars[to + decimals(&chars[to..])..];
    let much = MONEY.iter().any(|sign| ends(before, sign)) || counted(behind.strip_prefix(&[' ']).unwrap_or(behind));
    much && (ends(&chars[..to], "000") || !called(before))
}

/// Are the digits from `from` to before `to` written as a sum of money is: 132800000.00 元, 138,000,000 元?
pub fn sum(chars: &[char], from: usize, to: usize) -> bool {
    let text: String = chars[from..to].iter().collect();
    let (whole, cents) = text.split_once('.').map_or((text.as_str(), None), |(whole, cents)| (whole, Some(cents)));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|c| c.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next().is_some_and(|first| digits(first) && (first.len() <= 3 || !whole.contains(',')));
    let grouped = first && groups.all(|group| digits(group) && group.len() == 3);
    let written = cents.map_or(whole.contains(','), |cents| digits(cents) && cents.len() <= 2);
    grouped && written && amount(chars, from, to)
}
