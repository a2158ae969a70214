//! What people know a firm by: its name, and what is left of it without region, industry and legal form (字号).

use super::trades;
use jinqiao_kernel::normal::fold;
use jinqiao_matching::text::{leading_place, occurrences};

/// Legal forms, longest first.
const FORMS: [&str; 12] = [
    "(有限合伙)",
    "(普通合伙)",
    "(个人独资)",
    "股份有限公司",
    "有限责任公司",
    "集团有限公司",
    "有限公司",
    "合伙企业",
    "分公司",
    "集团",
    "公司",
    "有限合伙",
];

/// Regions that firms here put before their names, with or without 市, 区 and 县; others are known by the dictionary.
const REGIONS: &str = "\
    中国 北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 \
    海南 四川 贵州 云南 陕西 甘肃 青海 内蒙古 广西 西藏 宁夏 新疆 成都 深圳 广州 杭州 武汉 西安 西部 \
    两江新 高新 九龙坡 沙坪坝 科学城 万州 涪陵 渝中 大渡口 江北 南岸 北碚 渝北 巴南 长寿 江津 合川 永川 \
    南川 綦江 大足 璧山 铜梁 潼南 荣昌 开州 梁平 武隆 城口 丰都 垫江 忠县 云阳 奉节 巫山 巫溪 石柱 秀山 \
    酉阳 彭水 黔江 南京 苏州 宁波 青岛 大连 厦门 长沙 郑州 合肥 福州 济南 沈阳 长春 哈尔滨 石家庄 太原 \
    南昌 南宁 海口 贵阳 昆明 兰州 西宁 银川 乌鲁木齐 呼和浩特 拉萨 无锡 东莞 佛山 绵阳 香港 澳门 台湾 两江 \
    经开 天府";

/// What may stand behind the name of a region.
const KINDS: [&str; 9] = ["技术产业开发区", "经济技术开发区", "开发区", "新区", "自治区", "省", "市", "区", "县"];

/// Words that are too common to point at one firm, though some are called so.
const COMMON: [&str; 30] = [
    "科技",
    "技术",
    "创新",
    "高新",
    "发展",
    "金融",
    "中小",
    "企业",
    "智能",
    "数字",
    "绿色",
    "新能源",
    "中国",
    "重庆",
    "未来",
    "先进",
    "现代",
    "科创",
    "设备",
    "制造",
    "研发",
    "产业",
    "信息",
    "数据",
    "融资",
    "生产",
    "采购",
    "原材料",
    "平台",
    "服务",
];

/// How often a word may stand in the dictionary's corpus and still point at one firm.
const RARE: usize = 200;
/// Characters from which on a name without region and trade is more than somebody's own word.
const MORE: usize = 4;

/// Words by which a firm is recognised.
#[derive(Debug, Default)]
pub struct Named {
    /// All of them, of each kind the longest first: the whole, without form, without region, without trade.
    pub words: Vec<String>,
    /// Those that are the firm's own word, as far as it can be told from the rest of the name.
    pub own: Vec<String>,
}

fn regions() -> impl Iterator<Item = &'static str> {
    REGIONS.split_whitespace()
}

/// `rest` without the kind of the region whose name stood before it.
fn without_kind(rest: &str) -> &str {
    let kind = KINDS.iter().find_map(|kind| rest.strip_prefix(kind));
    kind.filter(|rest| rest.chars().count() >= 2).unwrap_or(rest)
}

fn without_region(mut name: &str) -> &str {
    loop {
        let region = regions().find_map(|region| name.strip_prefix(region).filter(|rest| rest.chars().count() >= 2));
        let Some(rest) = region else { return name };
        name = without_kind(rest);
    }
}

/// `name` without a place that only the dictionary knows, unless nothing of its own is left then.
fn without_place(name: &str) -> Option<&str> {
    let place = leading_place(name);
    let (at, _) = name.char_indices().nth(place).filter(|_| place > 0)?;
    let rest = without_kind(&name[at..]);
    (rest.chars().count() >= 2 && !trades::only(rest)).then_some(rest)
}

/// The folded name without blanks and without what stands in brackets.
fn plain(name: &str) -> String {
    let (mut plain, mut depth) = (String::new(), 0_usize);
    for c in fold(name).chars().filter(|c| !c.is_whitespace()) {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    plain
}

fn common(word: &str) -> bool {
    COMMON.contains(&word) || trades::only(word)
}

/// The firm's own word at the beginning of `name`, where no trade that is known tells where it ends.
fn beginning(name: &str) -> Option<String> {
    let chars: Vec<char> = name.chars().collect();
    let latin = chars.iter().take_while(|c| c.is_ascii_alphanumeric()).count();
    if latin > 0 {
        return (latin >= MORE && latin < chars.len()).then(|| chars[..latin].iter().collect());
    }
    let words = (2..=MORE).filter(|length| *length < chars.len()).map(|length| chars[..length].iter().collect());
    let mut words = words.filter(|word: &String| !common(word) && occurrences(word) < RARE);
    words.next()
}

impl Named {
    /// What is left of `name`, which has no region before it, without its trades.
    fn read(&mut self, name: &str) {
        let mut own = name;
        self.words.push(own.to_owned());
        while let Some(shorter) = trades::without(own) {
            own = shorter;
            self.words.push(own.to_owned());
        }
        self.own.push(own.to_owned());
        let length = own.chars().count();
        if length >= MORE || (length + 1 == MORE && trades::ends_single(own)) {
            let begun = beginning(own);
            self.words.extend(begun.clone());
            self.own.extend(begun);
        }
    }
}

/// Words by which `name` is recognised.
pub fn words_of(name: &str) -> Named {
    let whole = plain(name);
    let form = |name: &str| FORMS.iter().find_map(|form| name.strip_suffix(form).map(str::to_owned));
    let mut named = Named { words: vec![whole.clone()], own: vec![] };
    let mut bare = whole;
    while let Some(rest) = form(&bare).filter(|rest| rest.chars().count() >= 2) {
        bare = rest;
    }
    named.words.push(bare.clone());
    let bare = without_region(&bare);
    named.read(bare);
    if let Some(rest) = without_place(bare) {
        named.read(rest);
    }
    for words in [&mut named.words, &mut named.own] {
        words.retain(|word| !common(word));
        words.dedup();
    }
    named
}

#[cfg(test)]
mod tests {
    use super::words_of;

    #[test]
    fn names_are_split() {
        for (name, own) in [
            ("重庆金桥机器人科技有限公司", "金桥"),
            ("重庆市九龙坡区海扶智能制造有限责任公司", "海扶"),
            ("金桥机器人（重庆）有限公司", "金桥"),
            ("重慶金橋科技股份有限公司", "金桥"),
            ("BlueSky科技（成都）有限公司", "bluesky"),
            ("四川长虹集团有限公司", "长虹"),
            ("重庆高新技术产业开发区蓝天环保有限公司", "蓝天"),
            // Trades that no list has.
            ("重庆数芯集成电路设计有限公司", "数芯"),
            ("重庆绿能储电科技有限公司", "绿能"),
            ("重庆智行车联网络有限公司", "智行"),
            ("重庆启创量子测距有限公司", "启创"),
            ("BlueSky悬浮（成都）有限公司", "bluesky"),
            ("重庆云岭茶有限公司", "云岭"),
            ("重庆天桥测控技术有限公司", "天桥"),
            ("重庆渝北区佳美餐饮有限公司", "佳美"),
            ("绵阳佳美机电有限公司", "佳美"),
            ("云阳县佳美家居有限公司", "佳美"),
            ("昭通市佳美建材有限公司", "佳美"),
            ("佳美创意（渝北区）有限公司", "佳美"),
        ] {
            let named = words_of(name);
            assert!(named.own.iter().any(|word| word == own), "{name}: {named:?}");
            assert!(named.words.iter().any(|word| word == own), "{name}: {named:?}");
        }
        for (name, stays) in [
            ("重庆科创科技有限公司", "科创"),
            ("重庆人民印刷有限公司", "人民印"),
            ("重庆生物医药技术有限公司", "生物"),
            ("重庆云岭智能装备有限公司", "智能装备"),
            ("重庆桥头堡自动化有限公司", "桥头"),
        ] {
            assert!(!words_of(name).words.iter().any(|word| word == stays), "{name}");
        }
    }
}
