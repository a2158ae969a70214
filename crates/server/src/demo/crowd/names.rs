//! Names and trades of the crowd. Invented; two firms never share a name.

use crate::demo::firms::Firm;
use jinqiao_platform::enterprises::{IndustrySection, Title};

const FIRST: [&str; 24] = [
    "云", "启", "恒", "锐", "智", "嘉", "凌", "辰", "瑞", "泽", "博", "源", "天", "宏", "朗", "拓", "星", "弘", "盛",
    "川", "渝", "睿", "迅", "越",
];
const SECOND: [&str; 24] = [
    "创", "腾", "峰", "图", "联", "达", "科", "航", "海", "衡", "驰", "信", "诺", "桥", "岭", "合", "远", "宇", "晟",
    "新", "锦", "元", "立", "微",
];
const FAMILY: [&str; 20] = [
    "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "周", "吴", "徐", "孙", "朱", "胡", "郭", "何", "林", "罗", "郑",
    "梁",
];
const GIVEN: [&str; 20] = [
    "志远", "晓燕", "建平", "雨桐", "文博", "思琪", "海涛", "佳怡", "明辉", "丽华", "俊杰", "静雯", "国强", "梦洁",
    "宇航", "春梅", "立新", "晨曦", "永康", "若兰",
];
const PARKS: [&str; 5] = ["西永微电园", "金凤园区", "含谷园区", "白市驿园区", "走马园区"];

use IndustrySection::{C, I, M, N};

/// Section, class, the word in the name, and the trade in a sentence.
const TRADES: [(IndustrySection, &str, &str, &str); 16] = [
    (C, "3599", "智能装备", "自动化产线和专用设备的研发与制造"),
    (I, "6513", "软件技术", "工业软件的开发、部署和运维服务"),
    (C, "3983", "微电子", "传感器和功率器件的设计与封装测试"),
    (C, "3670", "汽车零部件", "新能源汽车热管理和底盘零部件制造"),
    (C, "3824", "新能源", "储能变流器和充电设备的研发与生产"),
    (C, "2710", "生物医药", "创新药中间体和诊断试剂的研发与生产"),
    (M, "7330", "生物技术", "酶制剂和微生物菌种的研究与技术推广"),
    (C, "2651", "新材料", "特种工程塑料和电子化学品的生产"),
    (C, "4016", "测控技术", "在线检测仪器和工业相机的研发与制造"),
    (I, "6450", "数据服务", "产业数据平台的建设和运营"),
    (C, "3393", "精密模具", "压铸模具和精密结构件的设计与加工"),
    (C, "3491", "机器人", "协作机器人和核心减速部件的研发与制造"),
    (M, "7452", "检测技术", "材料、环境和可靠性的检测与认证服务"),
    (N, "7721", "环保科技", "工业废水处理设备和运营服务"),
    (C, "3714", "轨道装备", "轨道交通信号和制动部件的制造"),
    (I, "6513", "智能科技", "机器视觉算法和边缘计算终端的开发"),
];

const TITLES: [&[Title]; 6] = [
    &[Title::TechSme],
    &[Title::HighTech, Title::TechSme],
    &[],
    &[Title::HighTech, Title::Srdi],
    &[Title::TechSme, Title::Incubated],
    &[Title::HighTech, Title::Gazelle],
];

/// A firm of the crowd.
pub struct Citizen {
    login: String,
    name: String,
    contact: String,
    number: usize,
}

impl Citizen {
    /// The firm with this number, one below 576.
    pub fn new(number: usize) -> Self {
        let (_, _, noun, _) = TRADES[number % TRADES.len()];
        let (first, turn) = (number % FIRST.len(), number / FIRST.len());
        let second = (turn + 5 * first) % SECOND.len();
        Self {
            login: format!("keji{:03}", number + 9),
            name: format!("重庆{}{}{noun}有限公司", FIRST[first], SECOND[second]),
            contact: format!("{}{}", FAMILY[number * 7 % FAMILY.len()], GIVEN[(number * 3 + turn) % GIVEN.len()]),
            number,
        }
    }

    pub fn login(&self) -> &str {
        &self.login
    }

    /// As the scenes know firms.
    pub fn firm(&self) -> Firm<'_> {
        let (section, class, _, business) = TRADES[self.number % TRADES.len()];
        // Sizes spread from a few people to a few hundred, small ones being many.
        let spread = i32::try_from(self.number * 37 % 100).unwrap_or_default();
        let staff = 8 + spread * spread / 40;
        let per_head = 30 + i64::from(spread % 9) * 6;
        Firm {
            login: &self.login,
            name: &self.name,
            contact: &self.contact,
            section,
            class,
            business,
            park: PARKS[self.number * 3 % PARKS.len()],
            founded: (
                2006 + i32::try_from(self.number * 11 % 18).unwrap_or_default(),
                1 + u32::try_from(self.number % 12).unwrap_or_default(),
                15,
            ),
            staff,
            revenue_wan: i64::from(staff) * per_head,
            titles: TITLES[self.number * 5 % TITLES.len()],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jinqiao_platform::enterprises::Identity;
    use std::collections::HashSet;

    #[test]
    fn no_two_firms_share_a_name() {
        let names: HashSet<String> = (0..FIRST.len() * SECOND.len()).map(|number| Citizen::new(number).name).collect();
        assert_eq!(names.len(), FIRST.len() * SECOND.len());
    }

    #[test]
    fn the_own_word_of_every_firm_is_found() {
        for number in 0..FIRST.len() * SECOND.len() {
            let name = Citizen::new(number).name;
            let own: String = name.chars().skip(2).take(2).collect();
            let found = Identity::new([name.as_str()], [], []).find(&format!("“{own}”扩产"));
            assert_eq!(found.first().map(|hit| hit.text.as_str()), Some(own.as_str()), "{name}");
        }
    }
}
