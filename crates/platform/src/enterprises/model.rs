//! Dictionaries and bands of the enterprise profile (domain 3.1, 2.3), and its completeness.

use super::{ScoreGrade, entity::Model};
use chrono::Datelike;
use jinqiao_kernel::{Money, NaiveDate};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

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

/// Is `division` (two digits) a division of `section`? Ranges of GB/T 4754-2017.
pub fn is_division(section: IndustrySection, division: &str) -> bool {
    use IndustrySection::{A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T};
    let (first, last) = match section {
        A => (1, 5),
        B => (6, 12),
        C => (13, 43),
        D => (44, 46),
        E => (47, 50),
        F => (51, 52),
        G => (53, 60),
        H => (61, 62),
        I => (63, 65),
        J => (66, 69),
        K => (70, 70),
        L => (71, 72),
        M => (73, 75),
        N => (76, 79),
        O => (80, 82),
        P => (83, 83),
        Q => (84, 85),
        R => (86, 90),
        S => (91, 96),
        T => (97, 97),
    };
    let digits = division.len() == 2 && division.bytes().all(|byte| byte.is_ascii_digit());
    digits && division.parse::<u32>().is_ok_and(|number| (first..=last).contains(&number))
}

/// Defines a band with its upper limits (inclusive for counts, exclusive for years).
macro_rules! band {
    ($(#[$doc:meta])* $name:ident($value:ty): $($(#[$vdoc:meta])* $variant:ident = $text:tt up to $limit:expr),+; $(#[$ldoc:meta])* $last:ident = $last_text:tt) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $text)] $variant,)+
            $(#[$ldoc])* #[serde(rename = $last_text)] $last,
        }

        impl $name {
            /// The band that `value` falls into.
            pub fn of(value: $value) -> Self {
                $(if value <= $limit { return Self::$variant; })+
                Self::$last
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
    Above10 = "above_10"
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
    Above300 = "above_300"
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
    Above40000 = "above_40000"
}

/// What may be seen of an enterprise before it consents (tier 1 of domain 2.3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each field is the band or dictionary value that its type explains")]
pub struct Masked {
    pub industry_section: IndustrySection,
    pub industry_division: String,
    pub years_band: Option<YearsBand>,
    pub staff_band: Option<StaffBand>,
    pub revenue_band: Option<RevenueBand>,
    pub place: Option<String>,
    pub titles: Vec<Title>,
    /// Of the innovation score; never the score itself.
    #[serde(default)]
    pub score_grade: Option<ScoreGrade>,
}

/// Full years from `founded` to `today`.
pub(super) fn full_years(founded: NaiveDate, today: NaiveDate) -> i32 {
    let not_yet = (today.month(), today.day()) < (founded.month(), founded.day());
    today.year() - founded.year() - i32::from(not_yet)
}

/// Completeness in percent, and the fields that are missing. The fifteen facts that a first offer needs weigh 90 of 100,
/// so a demand can be submitted with them alone. Titles and lists count as given: having none is an answer.
pub fn completeness(row: &Model, finance_years: usize) -> (u32, Vec<&'static str>) {
    let text = |value: &Option<String>| value.as_deref().is_some_and(|text| !text.trim().is_empty());
    let given = [
        ("org_type", 6, row.org_type.is_some()),
        ("legal_person", 6, text(&row.legal_person)),
        ("legal_person_id", 6, row.legal_person_id.is_some()),
        ("reg_capital", 6, row.reg_capital.is_some()),
        ("paid_capital", 6, row.paid_capital.is_some()),
        ("founded_on", 6, row.founded_on.is_some()),
        ("district", 6, text(&row.district)),
        ("address", 6, text(&row.address)),
        ("industry_section", 6, row.industry_section.is_some()),
        ("industry_division", 6, text(&row.industry_division)),
        ("main_business", 6, text(&row.main_business)),
        ("staff", 6, row.staff.is_some()),
        ("rd_staff", 6, row.rd_staff.is_some()),
        ("revenue", 6, row.revenue.is_some()),
        ("tax_grade", 6, row.tax_grade.is_some()),
        ("finance", 4, finance_years > 0),
        ("industry_class", 2, text(&row.extras.0.industry_class)),
        ("insured_count", 2, row.extras.0.insured_count.is_some()),
        ("listing_intent", 2, row.extras.0.listing_intent.is_some()),
    ];
    let missing = given.iter().filter(|(.., given)| !given).map(|(name, ..)| *name).collect();
    (given.iter().filter(|(.., given)| *given).map(|(_, weight, _)| weight).sum(), missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_profile_has_nothing_and_the_weights_make_a_hundred() {
        let mut row = Model::empty(uuid::Uuid::nil().into());
        let (percent, missing) = completeness(&row, 0);
        assert_eq!((percent, missing.len()), (0, 19));
        assert_eq!(completeness(&row, 1).0, 4);
        row.extras.0.insured_count = Some(0);
        assert_eq!(completeness(&row, 0).0, 2);
    }

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

    #[test]
    fn divisions_belong_to_one_section() {
        use sea_orm::Iterable;
        for number in 1..=97 {
            let division = format!("{number:02}");
            assert_eq!(
                IndustrySection::iter().filter(|section| is_division(*section, &division)).count(),
                1,
                "{division}"
            );
        }
        for wrong in ["00", "98", "1", "", "+5", "013"] {
            assert!(!IndustrySection::iter().any(|section| is_division(section, wrong)), "{wrong}");
        }
    }
}
