//! Words for what a firm does, which stand behind its own word in its name: those of the classification of industries, and those
//! that firms use in their names beside.

use crate::enterprises::industries::Industries;
use jinqiao_kernel::normal::fold;
use jinqiao_matching::text::{Class, segment};
use std::{collections::HashSet, sync::LazyLock};

/// What firms call their trade, where the classification has other words.
const CALLED: &str = "\
    科技 技术 机器人 智能 智造 信息 电子 机械 制造 装备 材料 新材料 生物 医药 制药 医疗 器械 软件 网络 \
    数据 大数据 云计算 能源 新能源 环保 环境 汽车 零部件 贸易 商贸 实业 工业 产业 发展 建设 建筑 工程 咨询 \
    服务 文化 传媒 食品 农业 物流 供应链 投资 管理 企业管理 自动化 仪器 仪表 设备 光电 半导体 集成电路 \
    微电子 通信 航空 航天 精密 模具 五金 塑料 化工 包装 印刷 家具 纺织 服装 电气 电力 电器 系统 集成 \
    研究院 研究所 检测 互联网 教育 健康 动力 照明 人工智能 控制 测控 轨道 储电 机电 家居 建材 创意 餐饮 \
    电商 文旅 物联 车联 数码 智控 光学 药业 酒业 茶业 乳业 矿业 林业 牧业 渔业 置业 物业 酒店 商务 商业 \
    科创 孵化 设计 装饰 园林 租赁 广告 影视 动漫 游戏 消防 安防 电梯 轴承 阀门 电缆 线缆 电池 储能 光伏 \
    风电 氢能 芯片 传感 雷达 无人机 激光 视觉 算法 软硬件 金属 铝业 钢铁 铸造 热处理 表面 橡胶 涂料 玻璃 \
    陶瓷 石化 燃气 水务 热力 生态 种业 饲料 养殖 冷链 仓储 运输 货运 快递 跨境 进出口 外贸 日化 美妆 珠宝 \
    眼镜 制衣 鞋业 玩具 文具 乐器 体育 健身 养老 护理 口腔 诊断 基因 细胞 疫苗 试剂 中药 保健 检验 认证 \
    计量 测绘 勘察 监理 造价 知识产权 人力资源 劳务 培训 法律 财务 会计 税务 金融 保险 担保 基金 资本 控股 \
    连锁 超市 百货 生活 空间 科研 实验 创业 投资管理";
/// Single characters that name a trade at the end of a name (云岭茶).
const SINGLE: &str = "茶酒药网店厂园社行馆坊业";

/// All of them; cutting the names of the classification into words happens when the first name is looked at.
static TRADES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let industries = Industries::first();
    let names = industries.entries().into_values().filter_map(|entry| Some(fold(entry.split_once(' ')?.1)));
    let words = names.flat_map(|name| segment(&name)).filter(|word| matches!(word.class, Class::Noun | Class::Verb));
    let words = words.map(|word| word.text).filter(|word| word.chars().count() >= 2);
    words.chain(CALLED.split_whitespace().map(str::to_owned)).collect()
});

/// Is `word` what firms do, and nobody's own word?
pub fn is_trade(word: &str) -> bool {
    TRADES.contains(word)
}

/// What is left of `name` without the trade at its end, at its shortest; none where no trade stands there, or nothing else.
pub fn without(name: &str) -> Option<&str> {
    let ends = name.char_indices().map(|(at, _)| at).skip(2);
    ends.map(|at| name.split_at(at)).find(|(_, trade)| is_trade(trade)).map(|(own, _)| own)
}

/// Does `name` end with a single character for a trade?
pub fn ends_single(name: &str) -> bool {
    name.ends_with(|c| SINGLE.contains(c))
}

/// Is `name` made of nothing but trades?
pub fn only(name: &str) -> bool {
    let chars: Vec<char> = name.chars().collect();
    let mut reached = vec![false; chars.len() + 1];
    reached[0] = true;
    for to in 1..=chars.len() {
        reached[to] = (0..to).any(|from| reached[from] && is_trade(&chars[from..to].iter().collect::<String>()));
    }
    reached[chars.len()]
}

#[cfg(test)]
mod tests {
    use super::{only, without};

    #[test]
    fn trades_stand_at_the_end() {
        for (name, own) in [
            ("云岭测控", Some("云岭")),
            ("数芯集成电路设计", Some("数芯集成电路")),
            ("云岭人工智能", Some("云岭")),
            ("佳美餐饮", Some("佳美")),
            ("绿能储电", Some("绿能")),
            ("云岭", None),
            ("设计", None),
            ("桥头堡", None),
        ] {
            assert_eq!(without(name), own, "{name}");
        }
        assert!(only("智能装备") && only("餐饮服务") && !only("云岭装备") && !only("云岭"));
    }
}
