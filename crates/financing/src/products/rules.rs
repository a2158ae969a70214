//! Rules for what a product says.

use super::{FinancingKind, ProductContent, RateType, sheet::check_sheet};
use crate::{loans::check_product_fees, lpr::LprLink};
use jinqiao_kernel::{Checks, Money, Rate, Result};
use jinqiao_platform::enterprises::Industries;

/// The longest limits that the operator allows, working days.
#[derive(Clone, Copy, Debug)]
pub struct MostDays {
    /// To the decision.
    pub decision: i64,
    /// To the payment.
    pub disburse: i64,
}

const LARGEST: Money = Money::wan(1_000_000);

fn distinct<T: PartialEq>(items: &[T]) -> bool {
    items.iter().enumerate().all(|(i, item)| !items[..i].contains(item))
}

fn words(checks: &mut Checks, field: &str, items: &[String], most: usize, chars: usize) {
    checks.that(field, items.len() <= most, &format!("最多 {most} 项"));
    checks.that(field, distinct(items), "内容有重复");
    for (i, item) in items.iter().take(most).enumerate() {
        checks.line(&format!("{field}[{i}]"), item, 1..=chars);
    }
}

fn ordered<T: PartialOrd>(checks: &mut Checks, field: &str, least: Option<T>, most: Option<T>, message: &str) {
    if let (Some(least), Some(most)) = (least, most) {
        checks.that(field, least <= most, message);
    }
}

impl ProductContent {
    /// Checks what is given, against the `industries` of the day.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self, industries: &Industries) -> Result<()> {
        let mut checks = Checks::new();
        self.checked(industries, &mut checks);
        checks.done()
    }

    fn checked(&self, industries: &Industries, checks: &mut Checks) {
        checks.line("name", &self.name, 2..=40);
        checks.optional_line("summary", Some(&self.summary), 60);
        checks.optional_text("description", Some(&self.description), 2_000);
        checks.optional_line("contact_name", Some(&self.contact_name), 30);
        checks.optional_line("contact_phone", Some(&self.contact_phone), 30);
        for (field, amount) in [
            ("amount_min", self.amount_min),
            ("amount_max", self.amount_max),
            ("quota", self.quota),
            ("revenue_min", self.revenue_min),
            ("tax_min", self.tax_min),
        ] {
            let amount = amount.unwrap_or(Money::wan(1));
            checks.range(field, amount, Money(1)..=LARGEST, "金额须大于零且不超过 100 亿元");
        }
        ordered(checks, "amount_max", self.amount_min, self.amount_max, "最高额度不能低于最低额度");
        checks.range("age_min_months", self.age_min_months.unwrap_or(0), 0..=600, "成立时间要求须在 0 至 600 个月之间");
        for (field, codes) in [("industries_in", &self.industries_in), ("industries_out", &self.industries_out)] {
            words(checks, field, codes, 30, 4);
            checks.that(field, codes.iter().all(|code| industries.section_of(code).is_some()), "行业代码不正确");
        }
        words(checks, "regions", &self.regions, 10, 20);
        words(checks, "materials", &self.materials, 20, 60);
        words(checks, "steps", &self.steps, 10, 100);
        checks.that("titles_any", distinct(&self.titles_any), "内容有重复");
        checks.that("negative_list", distinct(&self.negative_list), "内容有重复");
        ordered(checks, "valid_to", self.valid_from, self.valid_to, "结束日期不能早于开始日期");
        match self.kind {
            FinancingKind::Debt => self.check_debt(checks),
            FinancingKind::Equity => self.check_equity(checks),
        }
    }

    fn check_debt(&self, checks: &mut Checks) {
        for (field, months) in [("term_min", self.term_min), ("term_max", self.term_max)] {
            checks.range(field, months.unwrap_or(1), 1..=360, "期限须在 1 至 360 个月之间");
        }
        ordered(checks, "term_max", self.term_min, self.term_max, "最长期限不能短于最短期限");
        for (field, rate) in [("rate_min", self.rate_min), ("rate_max", self.rate_max)] {
            checks.range(
                field,
                rate.unwrap_or(Rate::LEAST),
                Rate::LEAST..=Rate::MOST,
                "年化利率须在 0.001% 至 24% 之间",
            );
        }
        ordered(checks, "rate_max", self.rate_min, self.rate_max, "最高利率不能低于最低利率");
        for (field, spread) in [("lpr_spread", self.lpr_spread), ("lpr_spread_max", self.lpr_spread_max)] {
            checks.range(field, spread.unwrap_or(0), LprLink::SPREADS, "加减点须在 -300 至 1500 个基点之间");
        }
        ordered(checks, "lpr_spread_max", self.lpr_spread, self.lpr_spread_max, "最高加点不能低于最低加点");
        check_product_fees(checks, &self.fees);
        let lists = [distinct(&self.guarantees), distinct(&self.repayments), distinct(&self.uses)];
        for (field, fine) in ["guarantees", "repayments", "uses"].into_iter().zip(lists) {
            checks.that(field, fine, "内容有重复");
        }
        checks.range("score_min", self.score_min.unwrap_or(0), 0..=100, "创新能力评分须在 0 至 100 之间");
        checks.range("decision_wd", self.decision_wd.unwrap_or(1), 1..=60, "审批时限须在 1 至 60 个工作日之间");
        checks.range("disburse_wd", self.disburse_wd.unwrap_or(1), 1..=60, "放款时限须在 1 至 60 个工作日之间");
        checks.optional_line("risk_pool_name", self.risk_pool_name.as_deref(), 60);
        check_sheet(checks, self.sheet.as_deref());
        let none = "债权产品不填写此项";
        checks.that("equity_type", self.equity_type.is_none(), none).that("stages", self.stages.is_empty(), none);
        checks.that("fund_name", self.fund_name.is_none(), none).that("manager", self.manager.is_none(), none);
        checks.that("filing_no", self.filing_no.is_none(), none).that("lead_role", self.lead_role.is_none(), none);
        checks.that("share_min", self.share_min.is_none(), none).that("share_max", self.share_max.is_none(), none);
        checks.that("decision_weeks", self.decision_weeks.is_none(), none);
        checks.that("exit_preference", self.exit_preference.is_none(), none);
        checks.that("portfolio", self.portfolio.is_empty(), none);
    }

    fn check_equity(&self, checks: &mut Checks) {
        checks.that("stages", distinct(&self.stages), "内容有重复");
        for (field, share) in [("share_min", self.share_min), ("share_max", self.share_max)] {
            checks.range(field, share.unwrap_or(1), 1..=9_999, "持股比例须大于 0 且小于 100%");
        }
        ordered(checks, "share_max", self.share_min, self.share_max, "最高比例不能低于最低比例");
        checks.range("decision_weeks", self.decision_weeks.unwrap_or(1), 1..=52, "决策周期须在 1 至 52 周之间");
        for (field, text) in
            [("fund_name", &self.fund_name), ("manager", &self.manager), ("filing_no", &self.filing_no)]
        {
            checks.optional_line(field, text.as_deref(), 60);
        }
        checks.optional_text("exit_preference", self.exit_preference.as_deref(), 200);
        words(checks, "portfolio", &self.portfolio, 20, 40);
        let none = "股权产品不填写此项";
        checks.that("product_type", self.product_type.is_none(), none).that("channel", self.channel.is_none(), none);
        checks.that("term_min", self.term_min.is_none(), none).that("term_max", self.term_max.is_none(), none);
        checks.that("rate_min", self.rate_min.is_none(), none).that("rate_max", self.rate_max.is_none(), none);
        checks.that("rate_type", self.rate_type.is_none(), none).that("lpr_tenor", self.lpr_tenor.is_none(), none);
        checks.that("lpr_spread", self.lpr_spread.is_none() && self.lpr_spread_max.is_none(), none);
        checks.that("fees", self.fees.is_empty(), none).that("guarantees", self.guarantees.is_empty(), none);
        checks.that("repayments", self.repayments.is_empty(), none).that("uses", self.uses.is_empty(), none);
        checks.that("tax_min", self.tax_min.is_none(), none).that("score_min", self.score_min.is_none(), none);
        checks.that("tax_grade_min", self.tax_grade_min.is_none(), none);
        checks.that("decision_wd", self.decision_wd.is_none(), none);
        checks.that("disburse_wd", self.disburse_wd.is_none(), none);
        checks.that("risk_pool_name", self.risk_pool_name.is_none(), none);
        checks.that("sheet", self.sheet.is_none(), none);
        let ticked = self.first_loan_friendly || self.pure_online || self.risk_pool || self.subsidised;
        checks.that("first_loan_friendly", !ticked, "股权产品没有首贷、线上、风险补偿和贴息选项");
    }

    /// Checks that nothing is missing, and that the limits are within the operator's.
    ///
    /// # Errors
    /// `validation` with everything that is missing or wrong.
    pub fn check_complete(&self, industries: &Industries, most: MostDays) -> Result<()> {
        let mut checks = Checks::new();
        self.checked(industries, &mut checks);
        checks
            .line("summary", &self.summary, 5..=60)
            .text("description", &self.description, 10..=2_000)
            .given("amount_min", self.amount_min.as_ref())
            .given("amount_max", self.amount_max.as_ref())
            .that("materials", !self.materials.is_empty(), "请至少列出一项申请材料")
            .line("contact_name", &self.contact_name, 2..=30)
            .line("contact_phone", &self.contact_phone, 5..=30);
        match self.kind {
            FinancingKind::Debt => self.check_complete_debt(&mut checks, most),
            FinancingKind::Equity => {
                checks
                    .given("equity_type", self.equity_type.as_ref())
                    .line("fund_name", self.fund_name.as_deref().unwrap_or_default(), 2..=60)
                    .line("manager", self.manager.as_deref().unwrap_or_default(), 2..=60)
                    .that("stages", !self.stages.is_empty(), "请至少选择一个投资阶段")
                    .given("lead_role", self.lead_role.as_ref())
                    .given("decision_weeks", self.decision_weeks.as_ref());
            }
        }
        checks.done()
    }

    fn check_complete_debt(&self, checks: &mut Checks, most: MostDays) {
        checks
            .given("product_type", self.product_type.as_ref())
            .given("channel", self.channel.as_ref())
            .given("term_min", self.term_min.as_ref())
            .given("term_max", self.term_max.as_ref())
            .that("guarantees", !self.guarantees.is_empty(), "请至少选择一种担保方式")
            .given("rate_type", self.rate_type.as_ref());
        match self.rate_type {
            Some(RateType::Lpr) => {
                checks
                    .given("lpr_tenor", self.lpr_tenor.as_ref())
                    .given("lpr_spread", self.lpr_spread.as_ref())
                    .given("lpr_spread_max", self.lpr_spread_max.as_ref());
                let priced = self.rate_min.is_some() || self.lpr_tenor.is_none() || self.lpr_spread.is_none();
                checks.that("rate_type", priced, "平台尚未登记 LPR，请暂按固定利率填写或联系平台运营人员");
            }
            _ => {
                checks.given("rate_min", self.rate_min.as_ref()).given("rate_max", self.rate_max.as_ref());
            }
        }
        checks
            .that("repayments", !self.repayments.is_empty(), "请至少选择一种还款方式")
            .given("decision_wd", self.decision_wd.as_ref())
            .given("disburse_wd", self.disburse_wd.as_ref());
        for (field, days, most) in
            [("decision_wd", self.decision_wd, most.decision), ("disburse_wd", self.disburse_wd, most.disburse)]
        {
            let within = days.is_none_or(|days| i64::from(days) <= most);
            checks.that(field, within, &format!("平台规定最长 {most} 个工作日"));
        }
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
