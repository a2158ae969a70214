//! What can be asked about a firm: the catalogue of conditions and amounts. Codes stay as they are, since published versions name them.

use jinqiao_policy::{
    Fault,
    catalogue::{Catalogue, Choice, Field, Kind, Origin, Source},
};
use std::sync::LazyLock;

const NEWEST: Source = Source::Finance { years_back: 0 };
const BEFORE: Source = Source::Finance { years_back: 1 };

const SIZES: &[(&str, &str)] = &[("large", "大型"), ("medium", "中型"), ("small", "小型"), ("micro", "微型")];

const TAX_GRADES: &[(&str, &str)] = &[("a", "A 级"), ("b", "B 级"), ("m", "M 级"), ("c", "C 级"), ("d", "D 级")];

const TITLES: &[(&str, &str)] = &[
    ("high_tech", "高新技术企业"),
    ("tech_sme", "科技型中小企业"),
    ("srdi", "专精特新企业"),
    ("little_giant", "专精特新“小巨人”企业"),
    ("champion", "制造业单项冠军"),
    ("gazelle", "瞪羚企业"),
    ("unicorn", "独角兽企业"),
    ("incubated", "孵化在园企业"),
    ("above_scale", "规模以上企业"),
];

const RISKS: &[(&str, &str)] = &[
    ("abnormal_operation", "经营异常"),
    ("serious_violation", "严重违法"),
    ("enforcement", "被执行"),
    ("tax_arrears", "欠税"),
    ("penalty", "行政处罚"),
];

const SECTIONS: &[(&str, &str)] = &[
    ("a", "农、林、牧、渔业"),
    ("b", "采矿业"),
    ("c", "制造业"),
    ("d", "电力、热力、燃气及水生产和供应业"),
    ("e", "建筑业"),
    ("f", "批发和零售业"),
    ("g", "交通运输、仓储和邮政业"),
    ("h", "住宿和餐饮业"),
    ("i", "信息传输、软件和信息技术服务业"),
    ("j", "金融业"),
    ("k", "房地产业"),
    ("l", "租赁和商务服务业"),
    ("m", "科学研究和技术服务业"),
    ("n", "水利、环境和公共设施管理业"),
    ("o", "居民服务、修理和其他服务业"),
    ("p", "教育"),
    ("q", "卫生和社会工作"),
    ("r", "文化、体育和娱乐业"),
    ("s", "公共管理、社会保障和社会组织"),
    ("t", "国际组织"),
];

fn field(code: &str, name: &str, kind: Kind, source: Source, origin: Origin) -> Field {
    let (code, name, unit) = (code.into(), name.into(), String::new());
    Field { code, name, kind, unit, options: vec![], source, origin, complete: false }
}

fn counted(unit: &str, field: Field) -> Field {
    Field { unit: unit.into(), ..field }
}

fn chosen(options: &[(&str, &str)], field: Field) -> Field {
    let options = options.iter().map(|(code, name)| Choice { code: (*code).into(), name: (*name).into() });
    Field { options: options.collect(), ..field }
}

fn fields() -> Vec<Field> {
    use Kind::{Choice, Count, Date, Money, Rate, Several, Text, YesNo};
    use Origin::{Department, Platform, Register, SelfDeclared, Tax};
    let typed = SelfDeclared;
    vec![
        field("founded", "成立日期", Date, Source::Profile, Register),
        chosen(SIZES, field("size", "企业规模", Choice, Source::Profile, Platform)),
        chosen(SECTIONS, field("section", "所属行业", Choice, Source::Profile, typed)),
        field("district", "所在区县或镇街", Text, Source::Profile, Register),
        counted("人", field("staff", "从业人数", Count, Source::Profile, typed)),
        counted("人", field("rd_staff", "研发人员", Count, Source::Profile, typed)),
        field("first_loan", "从未获得过银行贷款", YesNo, Source::Profile, typed),
        chosen(TAX_GRADES, field("tax_grade", "纳税信用等级", Choice, Source::Profile, Tax)),
        field("revenue", "上年度营业收入", Money, NEWEST, typed),
        field("revenue_before", "前一年度营业收入", Money, BEFORE, typed),
        field("profit", "上年度净利润", Money, NEWEST, typed),
        field("tax_paid", "上年度纳税总额", Money, NEWEST, typed),
        field("rd_expense", "上年度研发费用", Money, NEWEST, typed),
        field("rd_ratio", "研发费用占营业收入比例", Rate, NEWEST, typed),
        field("debt_ratio", "资产负债率", Rate, NEWEST, typed),
        chosen(TITLES, field("titles", "企业资质", Several, Source::Titles, Department)),
        Field {
            complete: true, ..chosen(RISKS, field("risks", "未修复的风险事项", Several, Source::Risks, Platform))
        },
        counted("分", field("score", "创新能力评分", Count, Source::Score, Platform)),
        field("disbursed", "平台累计放款金额", Money, Source::Trades, Platform),
        field("interest_paid", "已付利息", Money, Source::Trades, Platform),
    ]
}

static CATALOGUE: LazyLock<Result<Catalogue, Vec<Fault>>> = LazyLock::new(|| Catalogue::new(fields()));

/// The catalogue.
///
/// # Errors
/// What is wrong with the catalogue itself; a test keeps it empty.
pub fn catalogue() -> Result<&'static Catalogue, &'static [Fault]> {
    CATALOGUE.as_ref().map_err(Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jinqiao_platform::enterprises::{IndustrySection, RiskKind, Size, TaxGrade, Title};
    use sea_orm::Iterable;
    use serde::Serialize;

    fn codes<T: Iterable + Serialize>() -> Vec<String> {
        let code = |value: T| serde_json::to_value(value).ok().and_then(|json| json.as_str().map(str::to_owned));
        T::iter().filter_map(code).collect()
    }

    #[test]
    fn the_catalogue_is_whole_and_knows_every_value_of_the_profile() {
        let catalogue = catalogue().expect("no fault");
        for (field, codes) in [
            ("size", codes::<Size>()),
            ("section", codes::<IndustrySection>()),
            ("tax_grade", codes::<TaxGrade>()),
            ("titles", codes::<Title>()),
            ("risks", codes::<RiskKind>()),
        ] {
            let field = catalogue.find(field).and_then(|key| catalogue.field(key)).expect("a field");
            let options: Vec<_> = field.options.iter().map(|one| one.code.clone()).collect();
            assert_eq!(options, codes, "{}", field.code);
        }
    }
}
