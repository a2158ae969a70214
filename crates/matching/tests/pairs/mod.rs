//! Made-up pairs of questions with what makes real ones hard: other words for the same, another order, politeness, slips of
//! the pen; and pairs that share nearly all words but deny, ask for something else, or speak of another thing.

/// SplitMix64, so that the pairs are the same in every run.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit as u64) as usize
    }

    fn of<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

/// Groups of words that mean the same here; `{3}` in a phrase is one of the fourth.
const WORDS: &[&[&str]] = &[
    &["借款", "贷款", "借钱", "用钱", "支用"],
    &["还款", "还钱", "归还", "把钱还上", "还"],
    &["额度", "可借的钱", "限额", "能借的数"],
    &["利息", "利率", "息费", "计息"],
    &["银行卡", "卡", "收款卡", "扣款卡"],
    &["手机号", "号码", "预留电话"],
    &["提前", "提早", "没到日子就"],
    &["逾期", "晚还", "过了还款日"],
    &["审核", "审批", "评估", "批"],
    &["到账", "入账", "收到钱", "打进来"],
    &["取消", "撤销", "不要了", "作废"],
    &["换", "更换", "变更", "改"],
    &["开通", "激活", "弄出来", "启用"],
    &["电话", "来电", "回访电话"],
    &["合同", "协议", "借据"],
    &["征信", "信用记录", "信用报告"],
    &["公司", "企业", "单位"],
    &["发票", "票据", "收据"],
    &["担保", "保证", "反担保"],
    &["抵押", "押房子", "抵押物"],
    &["知识产权", "专利", "软著"],
    &["贴息", "利息补贴", "财政贴息"],
    &["订单", "合同订单", "在手订单"],
    &["设备", "机器", "生产线"],
];

/// A phrase with its meaning; phrases of one number mean the same. `@` is the word that the meaning hangs on.
const PHRASES: &[(usize, &[&str])] = &[
    (0, &["怎么@", "如何@", "@怎么操作", "@的步骤", "想@该怎么弄", "@在哪里点", "怎样才能@"]),
    (1, &["为什么不能@", "@不了是什么原因", "怎么@失败", "@为何没成功", "无法@怎么回事", "点了@没反应"]),
    (2, &["@要多久", "@几天能好", "@需要多长时间", "多少天可以@", "@一般等几天"]),
    (3, &["@要钱吗", "@收费吗", "@有手续费吗", "@免费不", "@要多少费用"]),
    (4, &["可以@吗", "能不能@", "@行不行", "支持@吗", "允许@不", "能@不"]),
    (5, &["@需要什么条件", "@的要求是什么", "什么人可以@", "满足什么才给@", "@有什么门槛"]),
    (6, &["@要什么材料", "@准备哪些资料", "@要带什么证件", "@提交啥东西"]),
    (7, &["@之后能反悔吗", "@了还能撤回吗", "@完可以取消不", "已经@想退掉"]),
    (8, &["最多@多少", "@上限是多少", "@最高多少", "一次能@几万"]),
    (9, &["@失败了钱会退吗", "@没成功扣的钱呢", "没@成功钱在哪", "@不成功退不退款"]),
    (10, &["@会影响信用吗", "@上不上征信", "@对信用记录有没有影响", "@人民银行看得到吗"]),
    (11, &["@时间有限制吗", "周末能@吗", "几点以后不能@", "晚上可不可以@", "节假日@行吗"]),
];

/// What is done, as numbers of groups of words.
pub const DEEDS: &[&[usize]] = &[
    &[0],
    &[1],
    &[6, 1],
    &[11, 4],
    &[11, 5],
    &[12, 2],
    &[10, 0],
    &[8],
    &[9],
    &[7, 1],
    &[13],
    &[14],
    &[15],
    &[17],
    &[18, 0],
    &[19, 0],
    &[20, 19],
    &[21],
    &[22, 0],
    &[23, 19],
    &[16, 0],
    &[3],
    &[2],
    &[11, 14],
    &[10, 14],
    &[12, 13],
];

const BEFORE: &[&str] = &["", "", "", "", "请问", "你好，", "我想问下", "微粒贷", "那个", "我", "为啥", "急，"];
const AFTER: &[&str] = &["", "", "", "", "？", "呢", "啊", "，谢谢", "？？", "呀", "，在线等"];
const MIDDLE: &[&str] =
    &["", "", "", "公司", "新", "第一次", "自己", "上个月", "今天", "5万", "10万", "三十万元", "100万"];
/// From here on they are amounts, which tell two questions apart.
const AMOUNTS: usize = 9;

fn deed(deed: usize, chance: &mut Chance) -> String {
    DEEDS[deed].iter().map(|group| chance.of(WORDS[*group])).collect()
}

fn sentence(deed_at: usize, meaning: usize, middle: &str, chance: &mut Chance) -> String {
    let phrase = chance.of(PHRASES[meaning].1);
    let mut text = format!(
        "{}{}{}",
        chance.of(BEFORE),
        phrase.replace('@', &format!("{middle}{}", deed(deed_at, chance))),
        chance.of(AFTER)
    );
    if chance.below(12) == 0 {
        // A letter is left out.
        let at = chance.below(text.chars().count());
        text = text.chars().enumerate().filter(|(place, _)| *place != at).map(|(_, c)| c).collect();
    }
    text
}

/// `count` pairs with labels, half of them alike, six in a hundred labelled wrongly; they speak of some of the [`DEEDS`].
pub fn pairs(count: usize, seed: u64, deeds: std::ops::Range<usize>) -> Vec<(String, String, u8)> {
    let mut chance = Chance(seed);
    (0..count)
        .map(|_| {
            let (what, meaning, middle) =
                (deeds.start + chance.below(deeds.len()), chance.below(PHRASES.len()), chance.below(MIDDLE.len()));
            let first = sentence(what, meaning, MIDDLE[middle], &mut chance);
            let alike = chance.below(2) == 0;
            let second = if alike {
                let middle = if middle < AMOUNTS && chance.below(3) == 0 { "" } else { MIDDLE[middle] };
                sentence(what, meaning, middle, &mut chance)
            } else {
                match chance.below(6) {
                    // The same question about something else, with the same words around it.
                    0 | 1 => sentence(
                        deeds.start + (what - deeds.start + 1 + chance.below(deeds.len() - 1)) % deeds.len(),
                        meaning,
                        MIDDLE[middle],
                        &mut chance,
                    ),
                    // Another question about the same.
                    2 | 3 => sentence(
                        what,
                        (meaning + 1 + chance.below(PHRASES.len() - 1)) % PHRASES.len(),
                        MIDDLE[middle],
                        &mut chance,
                    ),
                    _ => sentence(
                        chance.below(DEEDS.len()),
                        (meaning + 1 + chance.below(PHRASES.len() - 1)) % PHRASES.len(),
                        "",
                        &mut chance,
                    ),
                }
            };
            let label = u8::from(alike) ^ u8::from(chance.below(100) < 6);
            (first, second, label)
        })
        .collect()
}
