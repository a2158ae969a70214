//! The further part of the profile (domain 3.1): what is shown and exported, but neither joined nor filtered.

use super::{Size, industries::Industries};
use jinqiao_kernel::{Checks, Day, Money, NaiveDate, Rate};
use sea_orm::EnumIter;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Intellectual property, in numbers (知识产权).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IpCounts {
    /// 发明专利.
    pub inventions: Option<i32>,
    /// 实用新型.
    pub utility_models: Option<i32>,
    /// 软件著作权.
    pub software: Option<i32>,
    /// PCT applications.
    pub pct: Option<i32>,
}

/// Further figures of the last full year, for the innovation score (创新积分).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Innovation {
    /// 主营相关发明专利申请量.
    pub invention_applications: Option<i32>,
    /// 技术合同成交额, fen.
    pub tech_contracts: Option<Money>,
    /// 高新技术产品（服务）收入, fen.
    pub hightech_revenue: Option<Money>,
    /// 研究生以上学历人员.
    pub master_staff: Option<i32>,
    /// 吸纳应届毕业生.
    pub graduates: Option<i32>,
    /// 省级以上研发或创新平台.
    pub provincial_platforms: Option<i32>,
    /// 省级以上科技奖.
    pub provincial_awards: Option<i32>,
    /// 省级以上科技计划项目.
    pub provincial_projects: Option<i32>,
    /// 获得的风险投资额, fen.
    pub venture_capital: Option<Money>,
}

/// A loan that runs (存量融资).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExistingLoan {
    /// The lender.
    #[schema(min_length = 2, max_length = 50)]
    pub bank: String,
    /// What is owed, fen.
    pub amount: Money,
    /// Yearly rate, 0.001 %.
    pub rate: Option<Rate>,
    /// Security, in words.
    #[schema(max_length = 50)]
    pub guarantee: Option<String>,
    /// When it ends.
    pub due_on: Option<Day>,
}

/// Where an enterprise wants to be listed (上市意向).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ListingIntent {
    /// 无.
    None,
    /// 新三板.
    Neeq,
    /// 北交所.
    Bse,
    /// 科创板.
    Star,
    /// 创业板.
    Chinext,
    /// 主板.
    MainBoard,
    /// 境外.
    Overseas,
}

/// How far the listing is (上市阶段).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ListingStage {
    /// 有意向.
    Intended,
    /// 股改.
    Restructuring,
    /// 辅导.
    Tutoring,
    /// 申报.
    Filed,
    /// 已上市.
    Listed,
}

/// Kind of a risk (风险).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RiskKind {
    /// 经营异常.
    AbnormalOperation,
    /// 严重违法.
    SeriousViolation,
    /// 被执行.
    Enforcement,
    /// 欠税.
    TaxArrears,
    /// 行政处罚.
    Penalty,
}

impl RiskKind {
    /// In words.
    pub fn text(self) -> &'static str {
        match self {
            Self::AbnormalOperation => "经营异常",
            Self::SeriousViolation => "严重违法",
            Self::Enforcement => "被执行",
            Self::TaxArrears => "欠税",
            Self::Penalty => "行政处罚",
        }
    }
}

/// A risk, and when it was repaired.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    /// What it is.
    pub kind: RiskKind,
    /// Since when.
    pub since: Option<Day>,
    /// When it was repaired; none while it lasts.
    pub repaired_on: Option<Day>,
    /// In words.
    #[schema(max_length = 200)]
    pub note: Option<String>,
}

/// The further part of the profile.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Extras {
    /// Names that the enterprise had before.
    pub former_names: Vec<String>,
    /// Where it is registered.
    pub reg_authority: Option<String>,
    /// Industry, class of its division, four digits.
    pub industry_class: Option<String>,
    /// The size that the enterprise claims instead of the computed one …
    pub size_override: Option<Size>,
    /// … and why.
    pub size_reason: Option<String>,
    /// People in the social insurance.
    pub insured_count: Option<i32>,
    /// Intellectual property.
    pub ip: IpCounts,
    /// Further figures for the innovation score.
    pub innovation: Innovation,
    /// Loans that run.
    pub existing_loans: Vec<ExistingLoan>,
    /// Guarantees given for others, fen.
    pub guarantees_given: Option<Money>,
    /// Is a loan overdue?
    pub overdue: Option<bool>,
    /// Never had a loan from a bank (首贷户), as the enterprise says.
    pub first_loan: Option<bool>,
    /// Where it wants to be listed.
    pub listing_intent: Option<ListingIntent>,
    /// How far that is.
    pub listing_stage: Option<ListingStage>,
    /// Risks.
    pub risks: Vec<Risk>,
    /// Words in which it describes itself.
    pub tags: Vec<String>,
    /// Its brands and products by name, which nobody may read before it consents.
    pub brands: Vec<String>,
}

impl Extras {
    /// Notes what is wrong; `division` is the chosen one of `industries`, `today` in Asia/Shanghai.
    pub fn check(&self, checks: &mut Checks, (division, industries): (Option<&str>, &Industries), today: NaiveDate) {
        checks.optional_line("reg_authority", self.reg_authority.as_deref(), 50);
        for (field, values, most, longest) in [
            ("former_names", &self.former_names, 5, 100),
            ("tags", &self.tags, 10, 12),
            ("brands", &self.brands, 20, 30),
        ] {
            checks.that(field, values.len() <= most, &format!("最多 {most} 个"));
            checks.distinct(field, values, "有重复的内容");
            for (i, value) in values.iter().take(most).enumerate() {
                checks.line(&format!("{field}[{i}]"), value, 1..=longest);
            }
        }
        let class = self
            .industry_class
            .as_deref()
            .is_none_or(|class| division.is_some_and(|division| industries.is_class(division, class)));
        checks.that("industry_class", class, "没有这个行业小类，或不属于所选大类，请按名称查找");
        match self.size_override {
            Some(_) => checks.text("size_reason", self.size_reason.as_deref().unwrap_or_default(), 5..=200),
            None => checks.optional_text("size_reason", self.size_reason.as_deref(), 200),
        };
        let counts = [
            ("insured_count", self.insured_count),
            ("ip.inventions", self.ip.inventions),
            ("ip.utility_models", self.ip.utility_models),
            ("ip.software", self.ip.software),
            ("ip.pct", self.ip.pct),
            ("innovation.invention_applications", self.innovation.invention_applications),
            ("innovation.master_staff", self.innovation.master_staff),
            ("innovation.graduates", self.innovation.graduates),
            ("innovation.provincial_platforms", self.innovation.provincial_platforms),
            ("innovation.provincial_awards", self.innovation.provincial_awards),
            ("innovation.provincial_projects", self.innovation.provincial_projects),
        ];
        for (field, value) in counts {
            checks.range(field, value.unwrap_or_default(), 0..=1_000_000, "须在 0 至 100 万之间");
        }
        let most = Money::wan(100_000_000);
        for (field, value) in [
            ("innovation.tech_contracts", self.innovation.tech_contracts),
            ("innovation.hightech_revenue", self.innovation.hightech_revenue),
            ("innovation.venture_capital", self.innovation.venture_capital),
        ] {
            checks.range(field, value.unwrap_or_default(), Money::ZERO..=most, "金额不正确");
        }
        checks.range("guarantees_given", self.guarantees_given.unwrap_or_default(), Money::ZERO..=most, "金额不正确");
        checks.that("existing_loans", self.existing_loans.len() <= 20, "最多 20 笔");
        for (i, loan) in self.existing_loans.iter().take(20).enumerate() {
            let field = |name: &str| format!("existing_loans[{i}].{name}");
            checks.line(&field("bank"), &loan.bank, 2..=50);
            checks.range(&field("amount"), loan.amount, Money(1)..=most, "请填写贷款余额");
            checks.range(
                &field("rate"),
                loan.rate.unwrap_or(Rate::LEAST),
                Rate(0)..=Rate(36_000),
                "利率须在 0 至 36% 之间",
            );
            checks.optional_line(&field("guarantee"), loan.guarantee.as_deref(), 50);
        }
        checks.that("risks", self.risks.len() <= 20, "最多 20 项");
        for (i, risk) in self.risks.iter().take(20).enumerate() {
            let field = |name: &str| format!("risks[{i}].{name}");
            checks.that(&field("since"), risk.since.is_none_or(|day| day <= today), "日期不能晚于今天");
            let repaired =
                risk.repaired_on.is_none_or(|day| day <= today && risk.since.is_none_or(|since| since <= day));
            checks.that(&field("repaired_on"), repaired, "修复日期须在发生之后、今天之前");
            checks.optional_text(&field("note"), risk.note.as_deref(), 200);
        }
    }
}
