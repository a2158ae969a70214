//! The profile as it is written and read by its enterprise.

use super::{IndustrySection, OrgType, TaxGrade, Title, is_division};
use jinqiao_kernel::{Checks, DateTime, Money, NaiveDate, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The profile, written whole. What is not known yet is left out.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProfileIn {
    /// Version that the person saw; 0 for the first time.
    pub version: i32,
    /// Legal form.
    pub org_type: Option<OrgType>,
    /// Name of the legal person.
    pub legal_person: Option<String>,
    /// Identity number of the legal person; none keeps the one known.
    pub legal_person_id: Option<String>,
    /// Registered capital, fen.
    pub reg_capital: Option<Money>,
    /// Paid-in capital, fen.
    pub paid_capital: Option<Money>,
    /// Day of founding.
    pub founded_on: Option<NaiveDate>,
    /// District (区县 or 镇街).
    pub district: Option<String>,
    /// Park (园区).
    pub park: Option<String>,
    /// Address.
    pub address: Option<String>,
    /// Industry, section.
    pub industry_section: Option<IndustrySection>,
    /// Industry, division of that section, two digits.
    pub industry_division: Option<String>,
    /// What the enterprise does, at most 500 characters.
    pub main_business: Option<String>,
    /// People employed.
    pub staff: Option<i32>,
    /// Of these in research and development.
    pub rd_staff: Option<i32>,
    /// Revenue of the last full year, fen.
    pub revenue: Option<Money>,
    /// Tax credit grade.
    pub tax_grade: Option<TaxGrade>,
    /// Titles.
    #[serde(default)]
    pub titles: Vec<Title>,
    /// Contact person; none keeps the one known. Changing it changes the organisation's.
    #[serde(default)]
    pub contact_name: Option<String>,
    /// Mobile number of the contact; none keeps the one known.
    #[serde(default)]
    pub mobile: Option<String>,
    /// E-mail; none keeps the one known.
    #[serde(default)]
    pub email: Option<String>,
}

/// Ten billion yuan: more than any firm here has, small enough to add up without overflow.
const MOST: Money = Money::wan(1_000_000_000);

impl ProfileIn {
    /// Checks what is given; `today` in Asia/Shanghai.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self, today: NaiveDate) -> Result<()> {
        let mut checks = Checks::new();
        for (field, value, most) in [
            ("legal_person", &self.legal_person, 50),
            ("district", &self.district, 50),
            ("park", &self.park, 50),
            ("address", &self.address, 200),
            ("main_business", &self.main_business, 500),
            ("contact_name", &self.contact_name, 50),
        ] {
            checks.optional_text(field, value.as_deref(), most);
        }
        for (field, value) in
            [("reg_capital", self.reg_capital), ("paid_capital", self.paid_capital), ("revenue", self.revenue)]
        {
            checks.range(field, value.unwrap_or_default(), Money::ZERO..=MOST, "金额须在 0 至 10 亿万元之间");
        }
        for (field, value) in [("staff", self.staff), ("rd_staff", self.rd_staff)] {
            checks.range(field, value.unwrap_or_default(), 0..=1_000_000, "人数须在 0 至 100 万之间");
        }
        checks.that(
            "rd_staff",
            self.rd_staff.unwrap_or(0) <= self.staff.unwrap_or(i32::MAX),
            "研发人数不能超过从业人数",
        );
        let founded =
            self.founded_on.is_none_or(|day| day <= today && day >= NaiveDate::from_ymd_opt(1900, 1, 1).unwrap_or(day));
        checks.that("founded_on", founded, "成立日期不能晚于今天");
        if let Some(number) = &self.legal_person_id {
            checks.that("legal_person_id", is_identity_number(number), "身份证号码不正确");
        }
        if let Some(mobile) = &self.mobile {
            checks.mobile("mobile", mobile);
        }
        if let Some(email) = self.email.as_deref().filter(|email| !email.is_empty()) {
            checks.email("email", email);
        }
        let division = match (self.industry_section, self.industry_division.as_deref()) {
            (Some(section), Some(division)) => is_division(section, division),
            (None, Some(_)) => false,
            _ => true,
        };
        checks.that("industry_division", division, "行业大类不属于所选门类");
        let unique = self.titles.iter().enumerate().all(|(i, title)| !self.titles[..i].contains(title));
        checks.that("titles", unique, "资质有重复").done()
    }
}

/// Identity number of GB 11643: 17 digits and a check character.
pub fn is_identity_number(text: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let bytes = text.as_bytes();
    if bytes.len() != 18 || !bytes[..17].iter().all(u8::is_ascii_digit) {
        return false;
    }
    let sum: u32 = bytes.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    b"10X98765432"[(sum % 11) as usize] == bytes[17].to_ascii_uppercase()
}

/// The own profile.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ProfileView {
    pub(super) version: i32,
    pub(super) name: String,
    pub(super) uscc: String,
    /// Percent.
    pub(super) completeness: u32,
    /// Names of the fields that are missing.
    pub(super) missing: Vec<String>,
    pub(super) updated_at: Option<DateTime>,
    pub(super) org_type: Option<OrgType>,
    pub(super) legal_person: Option<String>,
    pub(super) legal_person_id_masked: Option<String>,
    pub(super) contact_name: String,
    pub(super) mobile_masked: String,
    pub(super) email: Option<String>,
    pub(super) reg_capital: Option<Money>,
    pub(super) paid_capital: Option<Money>,
    pub(super) founded_on: Option<NaiveDate>,
    pub(super) district: Option<String>,
    pub(super) park: Option<String>,
    pub(super) address: Option<String>,
    pub(super) industry_section: Option<IndustrySection>,
    pub(super) industry_division: Option<String>,
    pub(super) main_business: Option<String>,
    pub(super) staff: Option<i32>,
    pub(super) rd_staff: Option<i32>,
    pub(super) revenue: Option<Money>,
    pub(super) tax_grade: Option<TaxGrade>,
    pub(super) titles: Vec<Title>,
}

#[cfg(test)]
mod tests {
    use super::is_identity_number;

    #[test]
    fn identity_numbers() {
        // The standard's own example, and damaged copies of it.
        for (text, good) in [
            ("11010519491231002X", true),
            ("11010519491231002x", true),
            ("110105194912310021", false),
            ("1101051949123100", false),
            ("一二三四五六", false),
            ("", false),
        ] {
            assert_eq!(is_identity_number(text), good, "{text}");
        }
    }
}
