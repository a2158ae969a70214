//! Dictionaries and bands of the enterprise profile (domain 3.1, 2.3).

use chrono::Datelike;
use jinqiao_kernel::{Money, NaiveDate, Secret};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Identity number of the legal person.
pub struct LegalPersonId;

impl Secret for LegalPersonId {
    const CONTEXT: &'static str = "enterprises.legal_person_id";
}

/// Where a value comes from (来源). Only a register, or an operator who has seen the document, makes it another than the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// 企业自填.
    Own,
    /// 平台核对材料.
    Document,
    /// 审计报告.
    Audit,
    /// 工商登记.
    Business,
    /// 税务.
    Tax,
    /// 社会保险.
    SocialInsurance,
    /// 知识产权.
    IntellectualProperty,
    /// 司法.
    Judicial,
}

impl Source {
    /// Is it a register outside the platform?
    pub const fn is_register(self) -> bool {
        !matches!(self, Self::Own | Self::Document | Self::Audit)
    }
}

/// Where a value comes from, and of which day it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Origin {
    /// Its source.
    pub source: Source,
    /// The day for which the source speaks; of what the firm typed, the day it was last changed.
    pub on: NaiveDate,
    /// The last day on which it counts as verified; none for what the firm typed.
    #[serde(default)]
    pub expires_on: Option<NaiveDate>,
    /// Who answered, or which operator saw the document.
    #[serde(default)]
    pub verifier: Option<String>,
}

impl Origin {
    /// The firm typed it on a day.
    pub const fn own(on: NaiveDate) -> Self {
        Self { source: Source::Own, on, expires_on: None, verifier: None }
    }

    /// Does it count as verified on `today`?
    pub fn verified(&self, today: NaiveDate) -> bool {
        self.expires_on.is_some_and(|last| today <= last)
    }
}

/// Field → origin.
pub type Origins = BTreeMap<String, Origin>;

/// Legal form (企业类型).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum OrgType {
    /// 有限责任公司.
    Limited,
    /// 股份有限公司.
    JointStock,
    /// 个人独资企业.
    SoleProprietor,
    /// 合伙企业.
    Partnership,
    /// 个体工商户.
    Individual,
    /// 其他.
    Other,
}

/// Tax credit grade (纳税信用等级).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the grades are letters")]
pub enum TaxGrade {
    A,
    B,
    M,
    C,
    D,
}

/// Official title (资质).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Title {
    /// 高新技术企业.
    HighTech,
    /// 科技型中小企业.
    TechSme,
    /// 专精特新.
    Srdi,
    /// 专精特新小巨人.
    LittleGiant,
    /// 制造业单项冠军.
    Champion,
    /// 瞪羚.
    Gazelle,
    /// 独角兽.
    Unicorn,
    /// 孵化在园.
    Incubated,
    /// 规模以上.
    AboveScale,
}

/// Section of GB/T 4754-2017 (国民经济行业门类), A to T.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the sections are letters")]
pub enum IndustrySection {
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H,
    I,
    J,
    K,
    L,
    M,
    N,
    O,
    P,
    Q,
    R,
    S,
    T,
}

/// Defines a band with its upper limits (inclusive for counts, exclusive for years).
macro_rules! band {
    ($(#[$doc:meta])* $name:ident($value:ty): $($(#[$vdoc:meta])* $variant:ident = $text:tt up to $limit:expr),+; $(#[$ldoc:meta])* $last:ident = $last_text:tt; wide $($(#[$wdoc:meta])* $wide:ident = $wide_text:tt of [$($of:ident),+]),+) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $text)] $variant,)+
            $(#[$ldoc])* #[serde(rename = $last_text)] $last,
            $($(#[$wdoc])* #[serde(rename = $wide_text)] $wide,)+
        }

        impl $name {
            /// The band that `value` falls into.
            pub fn of(value: $value) -> Self {
                $(if value <= $limit { return Self::$variant; })+
                Self::$last
            }

            /// The wide band that this one is a part of.
            #[must_use]
            pub fn wide(self) -> Self {
                match self {
                    $($(Self::$of)|+ => Self::$wide,)+
                    wide => wide,
                }
            }

            /// The narrow bands of a wide one; a narrow one itself.
            pub fn within(self) -> Vec<Self> {
                match self {
                    $(Self::$wide => vec![$(Self::$of),+],)+
                    narrow => vec![narrow],
                }
            }
        }
    };
}

band! {
    /// Years since founding, full ones.
    YearsBand(i32):
    /// Less than one.
    Under1 = "under_1" up to 0,
    /// One to two.
    To3 = "to_3" up to 2,
    /// Three to four.
    To5 = "to_5" up to 4,
    /// Five to nine.
    To10 = "to_10" up to 9;
    /// Ten and more.
    Above10 = "above_10";
    wide
    /// Less than five.
    Under5 = "under_5" of [Under1, To3, To5],
    /// Five and more.
    From5 = "from_5" of [To10, Above10]
}

band! {
    /// Number of staff.
    StaffBand(i32):
    /// At most 10.
    UpTo10 = "up_to_10" up to 10,
    /// 11 to 50.
    To50 = "to_50" up to 50,
    /// 51 to 100.
    To100 = "to_100" up to 100,
    /// 101 to 300.
    To300 = "to_300" up to 300;
    /// More.
    Above300 = "above_300";
    wide
    /// At most 100.
    UpTo100 = "up_to_100" of [UpTo10, To50, To100],
    /// More than 100.
    Above100 = "above_100" of [To300, Above300]
}

band! {
    /// Yearly revenue in 万元.
    RevenueBand(Money):
    /// At most 500.
    UpTo500 = "up_to_500" up to Money::wan(500),
    /// To 2,000.
    To2000 = "to_2000" up to Money::wan(2_000),
    /// To 5,000.
    To5000 = "to_5000" up to Money::wan(5_000),
    /// To 40,000.
    To40000 = "to_40000" up to Money::wan(40_000);
    /// More.
    Above40000 = "above_40000";
    wide
    /// At most 5,000.
    UpTo5000 = "up_to_5000" of [UpTo500, To2000, To5000],
    /// More than 5,000.
    Above5000 = "above_5000" of [To40000, Above40000]
}

/// Full years from `founded` to `today`.
pub(super) fn full_years(founded: NaiveDate, today: NaiveDate) -> i32 {
    let not_yet = (today.month(), today.day()) < (founded.month(), founded.day());
    today.year() - founded.year() - i32::from(not_yet)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_change_at_their_limits() {
        for (staff, band) in
            [(0, StaffBand::UpTo10), (10, StaffBand::UpTo10), (11, StaffBand::To50), (301, StaffBand::Above300)]
        {
            assert_eq!(StaffBand::of(staff), band);
        }
        assert_eq!(RevenueBand::of(Money(Money::wan(500).0 + 1)), RevenueBand::To2000);
    }

    #[test]
    fn a_year_is_full_on_its_anniversary() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        for (today, years) in [("2026-02-28", 1), ("2026-03-01", 2), ("2027-02-28", 2)] {
            assert_eq!(full_years(day("2024-02-29"), day(today)), years, "{today}");
        }
    }
}
