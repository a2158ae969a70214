//! What people know a firm by: its name, and what is left of it without region, industry and legal form (字号).

use jinqiao_kernel::normal::fold;

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

/// Regions that firms here put before their names, with or without 市, 区 and 县.
const REGIONS: [&str; 44] = [
    "中国",
    "北京",
    "天津",
    "上海",
    "重庆",
    "河北",
    "山西",
    "辽宁",
    "吉林",
    "黑龙江",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "海南",
    "四川",
    "贵州",
    "云南",
    "陕西",
    "甘肃",
    "青海",
    "内蒙古",
    "广西",
    "西藏",
    "宁夏",
    "新疆",
    "成都",
    "深圳",
    "广州",
    "杭州",
    "武汉",
    "西安",
    "西部",
    "两江新",
    "高新",
    "九龙坡",
    "沙坪坝",
    "科学城",
];

/// Words for what a firm does, which stand behind its own word.
const INDUSTRIES: [&str; 84] = [
    "科技",
    "技术",
    "机器人",
    "智能",
    "智造",
    "信息",
    "电子",
    "机械",
    "制造",
    "装备",
    "材料",
    "新材料",
    "生物",
    "医药",
    "制药",
    "医疗",
    "器械",
    "软件",
    "网络",
    "数据",
    "大数据",
    "云计算",
    "能源",
    "新能源",
    "环保",
    "环境",
    "汽车",
    "零部件",
    "贸易",
    "商贸",
    "实业",
    "工业",
    "产业",
    "发展",
    "建设",
    "建筑",
    "工程",
    "咨询",
    "服务",
    "文化",
    "传媒",
    "食品",
    "农业",
    "物流",
    "供应链",
    "投资",
    "管理",
    "企业管理",
    "自动化",
    "仪器",
    "仪表",
    "设备",
    "光电",
    "半导体",
    "集成电路",
    "微电子",
    "通信",
    "航空",
    "航天",
    "精密",
    "模具",
    "五金",
    "塑料",
    "化工",
    "包装",
    "印刷",
    "家具",
    "纺织",
    "服装",
    "电气",
    "电力",
    "电器",
    "系统",
    "集成",
    "研究院",
    "研究所",
    "检测",
    "互联网",
    "教育",
    "健康",
    "动力",
    "照明",
    "人工智能",
    "控制",
];

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

fn without_region(mut name: &str) -> &str {
    loop {
        let region =
            REGIONS.iter().find_map(|region| name.strip_prefix(region).filter(|rest| rest.chars().count() >= 2));
        let Some(rest) = region else { return name };
        let rest_of =
            ["技术产业开发区", "自治区", "省", "市", "区", "县"].iter().find_map(|kind| rest.strip_prefix(kind));
        name = rest_of.filter(|rest| rest.chars().count() >= 2).unwrap_or(rest);
    }
}

/// The folded name without blanks and without a region in brackets.
fn plain(name: &str) -> String {
    let mut name: String = fold(name).chars().filter(|c| !c.is_whitespace()).collect();
    for region in REGIONS {
        name = name.replace(&format!("({region})"), "");
    }
    name
}

/// Words by which `name` is recognised, longest first: the whole, without form, without region, and the own word alone.
pub fn words_of(name: &str) -> Vec<String> {
    let whole = plain(name);
    let form = |name: &str| FORMS.iter().find_map(|form| name.strip_suffix(form).map(str::to_owned));
    let mut words = vec![whole.clone()];
    let mut named = whole;
    while let Some(rest) = form(&named).filter(|rest| rest.chars().count() >= 2) {
        named = rest;
    }
    words.push(named.clone());
    let mut own = without_region(&named).to_owned();
    words.push(own.clone());
    loop {
        let shorter = INDUSTRIES.iter().filter_map(|industry| own.strip_suffix(industry));
        let shorter = shorter.filter(|rest| rest.chars().count() >= 2).min_by_key(|rest| rest.len()).map(str::to_owned);
        let Some(shorter) = shorter else { break };
        own = shorter;
        words.push(own.clone());
    }
    words.retain(|word| !COMMON.contains(&word.as_str()));
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use super::words_of;

    #[test]
    fn names_are_split() {
        for (name, last) in [
            ("重庆金桥机器人科技有限公司", "金桥"),
            ("重庆市九龙坡区海扶智能制造有限责任公司", "海扶"),
            ("金桥机器人（重庆）有限公司", "金桥"),
            ("重慶金橋科技股份有限公司", "金桥"),
            ("BlueSky科技（成都）有限公司", "bluesky"),
            ("四川长虹集团有限公司", "长虹"),
            ("重庆高新技术产业开发区蓝天环保有限公司", "蓝天"),
        ] {
            assert_eq!(words_of(name).last().map(String::as_str), Some(last), "{name}");
        }
        assert!(!words_of("重庆科创科技有限公司").contains(&"科创".to_owned()));
    }
}
