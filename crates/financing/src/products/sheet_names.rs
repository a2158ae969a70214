//! The names that a rule sheet may use (测算指标): what is known of a firm and of what it asks for. Each has a Chinese word and a
//! plain one; both mean the same.

use jinqiao_matching::sheet::Number;
use sea_orm::{EnumIter, Iterable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// In what a value counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SheetUnit {
    /// Money: 万元 in the sheet, fen in the interface.
    Wan,
    /// 个月.
    Months,
    /// 人.
    People,
    /// 件.
    Pieces,
    /// 分.
    Points,
}

/// A value that a sheet may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter)]
#[expect(missing_docs, reason = "see `row`, which explains each")]
pub enum SheetName {
    Revenue,
    RevenueBefore,
    Profit,
    Assets,
    Liabilities,
    TaxPaid,
    RdExpense,
    RegCapital,
    PaidCapital,
    AgeMonths,
    Staff,
    RdStaff,
    Insured,
    Inventions,
    UtilityModels,
    Software,
    Score,
    Loans,
    GuaranteesGiven,
    Amount,
    Term,
}

impl SheetName {
    /// Chinese word, plain word, unit, and what it means.
    fn row(self) -> (&'static str, &'static str, SheetUnit, &'static str) {
        use SheetUnit::{Months, People, Pieces, Points, Wan};
        match self {
            Self::Revenue => ("营业收入", "revenue", Wan, "企业填报的最近一年"),
            Self::RevenueBefore => ("前一年营业收入", "revenue_before", Wan, "最近一年的前一年"),
            Self::Profit => ("净利润", "profit", Wan, "最近一年，亏损为负数"),
            Self::Assets => ("资产总额", "assets", Wan, "最近一年末"),
            Self::Liabilities => ("负债总额", "liabilities", Wan, "最近一年末"),
            Self::TaxPaid => ("纳税额", "tax_paid", Wan, "最近一年"),
            Self::RdExpense => ("研发费用", "rd_expense", Wan, "最近一年"),
            Self::RegCapital => ("注册资本", "registered_capital", Wan, "登记的注册资本"),
            Self::PaidCapital => ("实缴资本", "paid_capital", Wan, "已实缴的资本"),
            Self::AgeMonths => ("成立月数", "age_months", Months, "成立至今的整月数"),
            Self::Staff => ("从业人数", "staff", People, "全部从业人员"),
            Self::RdStaff => ("研发人数", "rd_staff", People, "研发人员"),
            Self::Insured => ("参保人数", "insured", People, "参加社会保险的人员"),
            Self::Inventions => ("发明专利", "patents", Pieces, "有效发明专利"),
            Self::UtilityModels => ("实用新型", "utility_models", Pieces, "实用新型专利"),
            Self::Software => ("软件著作权", "software", Pieces, "登记的软件著作权"),
            Self::Score => ("创新积分", "score", Points, "平台按档案计算，0 至 100"),
            Self::Loans => ("存量贷款", "loans", Wan, "现有贷款余额之和，首贷户为零"),
            Self::GuaranteesGiven => ("对外担保", "guarantees_given", Wan, "对外担保余额"),
            Self::Amount => ("需求金额", "demand_amount", Wan, "本次希望融资的金额"),
            Self::Term => ("需求期限", "term", Months, "本次希望融资的期限"),
        }
    }

    /// The Chinese word, which people are shown.
    pub fn word(self) -> &'static str {
        self.row().0
    }

    /// In what it counts.
    pub fn unit(self) -> SheetUnit {
        self.row().2
    }

    /// Both words.
    pub(super) fn words(self) -> [&'static str; 2] {
        [self.row().0, self.row().1]
    }

    /// By either word.
    pub fn find(word: &str) -> Option<Self> {
        Self::iter().find(|name| name.words().contains(&word))
    }

    /// A value as sheets count it, from fen for money and from a whole number for all else; none beyond 10^15.
    pub fn number(self, value: i64) -> Option<Number> {
        match self.unit() {
            SheetUnit::Wan => Some(Number::wan_of_fen(value)),
            _ => Number::whole(value),
        }
    }
}

/// A name that sheets may use.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct SheetNameView {
    /// The word in Chinese …
    word: String,
    /// … and another that means the same.
    plain: String,
    unit: SheetUnit,
    /// What it means.
    about: String,
}

/// Every name that sheets may use, in the order in which they are explained.
pub fn dictionary() -> Vec<SheetNameView> {
    let view = |(word, plain, unit, about): (&str, &str, SheetUnit, &str)| SheetNameView {
        word: word.into(),
        plain: plain.into(),
        unit,
        about: about.into(),
    };
    SheetName::iter().map(|name| view(name.row())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_distinct_names_of_the_language() {
        let words: Vec<_> = SheetName::iter().flat_map(SheetName::words).collect();
        for (place, word) in words.iter().enumerate() {
            assert!(!words[..place].contains(word), "{word} twice");
            let sheet = format!("额度 = {word} + 1");
            assert!(jinqiao_matching::sheet::Sheet::read(&sheet, &words).is_ok(), "{word}");
        }
        for taken in ["额度", "amount"] {
            assert_eq!(SheetName::find(taken), None, "the last line is called so");
        }
    }

    #[test]
    fn money_counts_in_wan_and_all_else_in_ones() {
        let text = |name: SheetName, value| name.number(value).map(|number| number.to_string());
        assert_eq!(text(SheetName::Revenue, 1_234_500_000), Some("1234.5".into()));
        assert_eq!(text(SheetName::Profit, -5_000_000), Some("-5".into()));
        assert_eq!(text(SheetName::Score, 72), Some("72".into()));
        assert_eq!(text(SheetName::Term, i64::MAX), None);
        assert_eq!(SheetName::find("纳税额"), SheetName::find("tax_paid"));
    }
}
