//! What a rule says, in a sentence.

use crate::{Offer, Rule, Wish};
use jinqiao_kernel::Money;
use std::ops::RangeInclusive;

/// Whole 万元, as people speak of limits.
fn wan(money: Money) -> String {
    let hundredths = money.0 / 10_000;
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    if rest == 0 { format!("{whole} 万元") } else { format!("{whole}.{rest:02} 万元") }
}

/// Exact values are told; a band is not repeated as if it were one.
fn known_age(age: Option<&RangeInclusive<i32>>) -> String {
    age.filter(|age| age.start() == age.end()).map(|age| format!("，现为 {} 个月", age.start())).unwrap_or_default()
}

fn known_money(money: Option<&RangeInclusive<Money>>) -> String {
    money
        .filter(|money| money.start() == money.end())
        .map(|m| format!("，现为 {}", wan(*m.start())))
        .unwrap_or_default()
}

/// What `rule` asks for and what is there. What the offer does not set is not asked for, so it reads as nothing.
pub fn text(rule: Rule, holds: Option<bool>, offer: &Offer, wish: &Wish) -> String {
    let either = |yes: &str, no: &str| if holds == Some(false) { no.to_owned() } else { yes.to_owned() };
    let words = match rule {
        Rule::Amount => offer.amount.as_ref().zip(wish.amount).map(|(range, amount)| {
            let (least, most) = (wan(*range.start()), wan(*range.end()));
            format!("额度要求 {least}至 {most}，需求金额 {}", wan(amount))
        }),
        Rule::Term => offer.term.as_ref().zip(wish.term).map(|(range, months)| {
            format!("期限要求 {} 至 {} 个月，需求期限 {months} 个月", range.start(), range.end())
        }),
        Rule::Rate => offer
            .rate_min
            .zip(wish.rate_max)
            .map(|(lowest, most)| format!("最低年利率 {lowest}，可接受的最高年利率 {most}")),
        Rule::Guarantee => Some(either("可提供的担保方式符合要求", "不接受所提供的担保方式")),
        Rule::Stage => Some(either("融资轮次在投资阶段之内", "不投资这一融资轮次")),
        // Where the industry is not known, nothing is claimed of it.
        Rule::Industry if holds == Some(true) => Some("所属行业在服务范围之内".into()),
        Rule::Industry if holds == Some(false) => Some("所属行业不在服务范围之内".into()),
        Rule::Industry => Some("仅服务部分行业".into()),
        Rule::Region => Some(format!("服务区域为 {}", offer.regions.join("、"))),
        Rule::Age => {
            let own = known_age(wish.age.as_ref());
            offer.age_min.map(|least| format!("要求成立满 {least} 个月{own}"))
        }
        Rule::Revenue => {
            let own = known_money(wish.revenue.as_ref());
            offer.revenue_min.map(|least| format!("要求年营业收入不低于 {}{own}", wan(least)))
        }
        Rule::Tax => {
            let own = wish.tax.map(|tax| format!("，现为 {}", wan(tax))).unwrap_or_default();
            offer.tax_min.map(|least| format!("要求年纳税额不低于 {}{own}", wan(least)))
        }
        Rule::TaxGrade => offer
            .tax_grade_worst
            .map(|worst| format!("要求纳税信用等级不低于 {} 级", ["A", "B", "M", "C", "D"][usize::from(worst.min(4))])),
        Rule::Title => Some(either("具备所要求的资质", "不具备所要求的资质")),
        Rule::Risk => Some(either("没有不予受理的风险事项", "存在不予受理的风险事项")),
    };
    words.unwrap_or_default()
}
