//! The profile as it is written and read by its enterprise.

use super::{
    ExistingLoan, Extras, FinanceYear, FinanceYearIn, IndustrySection, Innovation, IpCounts, ListingIntent,
    ListingStage, OrgType, Origins, Risk, Size, TaxGrade, Title, finance, industries::Industries,
};
use crate::files::FileInfo;
use chrono::Datelike;
use jinqiao_kernel::{Checks, DateTime, Day, FileId, Money, NaiveDate, Result, Text, is_identity_number, typed};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The profile, written whole. What is not known yet is left out.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProfileIn {
    /// Legal form.
    pub org_type: Option<OrgType>,
    /// Name of the legal person.
    #[schema(max_length = 50)]
    pub legal_person: Option<String>,
    /// Identity number of the legal person; none keeps the one known.
    #[serde(default, deserialize_with = "typed::read_number_if_any")]
    #[schema(max_length = 30)]
    pub legal_person_id: Option<String>,
    /// Version of the separate consent that the legal person has given to it; needed with a number.
    #[serde(default)]
    pub legal_person_consent: Option<i32>,
    /// Registered capital, fen.
    pub reg_capital: Option<Money>,
    /// Paid-in capital, fen.
    pub paid_capital: Option<Money>,
    /// Day of founding.
    pub founded_on: Option<Day>,
    /// District (区县 or 镇街).
    #[schema(max_length = 50)]
    pub district: Option<String>,
    /// Park (园区).
    #[schema(max_length = 50)]
    pub park: Option<String>,
    /// Address.
    #[schema(max_length = 200)]
    pub address: Option<String>,
    /// Industry, section.
    pub industry_section: Option<IndustrySection>,
    /// Industry, division of that section, two digits.
    #[schema(max_length = 2)]
    pub industry_division: Option<String>,
    /// What the enterprise does, at most 500 characters.
    #[schema(max_length = 500)]
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
    /// Names that the enterprise had before.
    #[serde(default)]
    #[schema(max_items = 5, value_type = Vec<Text<100>>)]
    pub former_names: Vec<String>,
    /// Where it is registered.
    #[schema(max_length = 50)]
    pub reg_authority: Option<String>,
    /// Industry, class of its division, four digits.
    #[schema(max_length = 4)]
    pub industry_class: Option<String>,
    /// The size that the enterprise claims instead of the computed one …
    pub size_override: Option<Size>,
    /// … and why, 5 to 200 characters.
    #[schema(max_length = 200)]
    pub size_reason: Option<String>,
    /// People in the social insurance.
    pub insured_count: Option<i32>,
    /// Intellectual property.
    #[serde(default)]
    pub ip: IpCounts,
    /// Further figures for the innovation score.
    #[serde(default)]
    pub innovation: Innovation,
    /// Loans that run, at most 20.
    #[serde(default)]
    pub existing_loans: Vec<ExistingLoan>,
    /// Guarantees given for others, fen.
    pub guarantees_given: Option<Money>,
    /// Is a loan overdue?
    pub overdue: Option<bool>,
    /// Never had a loan from a bank (首贷户).
    pub first_loan: Option<bool>,
    /// Where it wants to be listed.
    pub listing_intent: Option<ListingIntent>,
    /// How far that is.
    pub listing_stage: Option<ListingStage>,
    /// Risks, at most 20.
    #[serde(default)]
    pub risks: Vec<Risk>,
    /// Words in which it describes itself, at most 10.
    #[serde(default)]
    #[schema(max_items = 10, value_type = Vec<Text<12>>)]
    pub tags: Vec<String>,
    /// Its brands and products by name, at most 20: no text that is read before it consents may hold them.
    #[serde(default)]
    #[schema(max_items = 20, value_type = Vec<Text<30>>)]
    pub brands: Vec<String>,
    /// Figures of at most three years; the newest year's revenue is then that of the profile.
    #[serde(default)]
    pub finance: Vec<FinanceYearIn>,
    /// Uploaded files: licence, audit reports and the like.
    #[serde(default)]
    pub attachments: Vec<FileId>,
    /// Contact person; none keeps the one known. Changing it changes the organisation's.
    #[serde(default)]
    #[schema(max_length = 50)]
    pub contact_name: Option<String>,
    /// Mobile number of the contact; none keeps the one known.
    #[serde(default, deserialize_with = "typed::read_mobile_if_any")]
    #[schema(max_length = 30)]
    pub mobile: Option<String>,
    /// E-mail; none keeps the one known.
    #[serde(default)]
    #[schema(max_length = 254)]
    pub email: Option<String>,
}

/// Ten billion yuan: more than any firm here has, small enough to add up without overflow.
const MOST: Money = Money::wan(1_000_000_000);

impl ProfileIn {
    /// The further part of the profile.
    pub(super) fn extras(&self) -> Extras {
        let filled =
            |text: &Option<String>| text.as_deref().map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned);
        Extras {
            former_names: self.former_names.clone(),
            reg_authority: filled(&self.reg_authority),
            industry_class: filled(&self.industry_class),
            size_override: self.size_override,
            size_reason: filled(&self.size_reason),
            insured_count: self.insured_count,
            ip: self.ip.clone(),
            innovation: self.innovation.clone(),
            existing_loans: self.existing_loans.clone(),
            guarantees_given: self.guarantees_given,
            overdue: self.overdue,
            first_loan: self.first_loan,
            listing_intent: self.listing_intent,
            listing_stage: self.listing_stage,
            risks: self.risks.clone(),
            tags: self.tags.clone(),
            brands: self.brands.clone(),
        }
    }

    /// Checks what is given; `today` in Asia/Shanghai.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self, industries: &Industries, today: NaiveDate) -> Result<()> {
        let mut checks = Checks::new();
        for (field, value, most) in [
            ("legal_person", &self.legal_person, 50),
            ("district", &self.district, 50),
            ("park", &self.park, 50),
            ("address", &self.address, 200),
            ("contact_name", &self.contact_name, 50),
        ] {
            checks.optional_line(field, value.as_deref(), most);
        }
        checks.optional_text("main_business", self.main_business.as_deref(), 500);
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
        let founded = self.founded_on.is_none_or(|day| day <= today);
        checks.that("founded_on", founded, "成立日期不能晚于今天");
        if let Some(number) = &self.legal_person_id {
            checks.that(
                "legal_person_id",
                is_identity_number(number, today),
                "身份证号码不正确，请核对位数、地区、出生日期和末位校验码",
            );
        }
        let consented = self.legal_person_id.is_none() || self.legal_person_consent.is_some();
        checks.that("legal_person_consent", consented, "请确认已取得法定代表人本人的单独同意");
        if let Some(mobile) = &self.mobile {
            checks.mobile("mobile", mobile);
        }
        if let Some(email) = self.email.as_deref().filter(|email| !email.is_empty()) {
            checks.email("email", email);
        }
        let division = match (self.industry_section, self.industry_division.as_deref()) {
            (Some(section), Some(division)) => industries.is_division(section, division),
            (None, Some(_)) => false,
            _ => true,
        };
        checks.that("industry_division", division, "行业大类不属于所选门类");
        checks.that(
            "innovation.master_staff",
            self.innovation.master_staff.unwrap_or(0) <= self.staff.unwrap_or(i32::MAX),
            "研究生以上人员不能超过从业人数",
        );
        self.extras().check(&mut checks, (self.industry_division.as_deref(), industries), today);
        finance::check(&self.finance, &mut checks, today.year());
        let unique = self.titles.iter().enumerate().all(|(i, title)| !self.titles[..i].contains(title));
        checks.that("titles", unique, "资质有重复").done()
    }
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
    /// As claimed, or as computed.
    pub(super) size: Option<Size>,
    /// As computed by the official rule; none while a figure that it needs is missing.
    pub(super) size_computed: Option<Size>,
    /// The rule that sizes the industry; none where there is none, or where the class decides and is not known.
    pub(super) size_rule: Option<String>,
    /// Name of the class of the industry.
    pub(super) industry_class_name: Option<String>,
    #[serde(flatten)]
    pub(super) extras: Extras,
    /// Newest first.
    pub(super) finance: Vec<FinanceYear>,
    pub(super) attachments: Vec<FileId>,
    /// The attachments with their names.
    pub(super) files: Vec<FileInfo>,
    /// Where each value comes from, and since when.
    pub(super) origins: Origins,
    /// Percent that a demand needs before it is submitted.
    pub(super) required_percent: i64,
}
