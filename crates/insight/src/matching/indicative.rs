//! 意向额度测算: what the rule sheet of a product says of the own firm and demand. It is computed for the enterprise alone when it
//! asks, from its own data; institutions see neither the values nor the amount.

use super::describe::{Said, months_since};
use jinqiao_db::Reading;
use jinqiao_financing::{
    demands::Draft,
    products::{Offered, SheetInput, SheetName, SheetResult, asked_by, computed, lines_of, read_sheet},
};
use jinqiao_kernel::{DateTime, Money, Result, local_date};
use jinqiao_matching::sheet::Number;
use jinqiao_platform::enterprises::{self, Enterprise, FinanceYear};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::ToSchema;

/// How a computation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum IndicativeState {
    /// There is an amount.
    Computed,
    /// What was computed is below the least that the product gives.
    Below,
    /// The profile or the demand lacks values that the sheet asks for.
    Missing,
    /// The sheet has no result for these values.
    Unavailable,
}

/// An indicative amount, which binds nobody (非承诺), with all that led to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Indicative {
    state: IndicativeState,
    /// Fen, at most the product's largest amount and what the demand asks for; only when computed.
    amount: Option<Money>,
    /// What the sheet came to, where that is more than the demand asks for, fen.
    beyond: Option<Money>,
    /// Version of the product whose sheet was computed.
    number: i32,
    /// Each line of the sheet with its value.
    lines: Vec<SheetResult>,
    /// The own values that went in.
    inputs: Vec<SheetInput>,
    /// Names of the values that are not known.
    missing: Vec<String>,
}

/// Indicative amounts of several products, fen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct IndicativeRange {
    /// How many products have one.
    products: usize,
    least: Money,
    most: Money,
}

/// What is known of a firm and its demand: fen for money, whole numbers for all else. What is unknown is not in it, never zero.
pub struct Figures {
    known: HashMap<SheetName, i64>,
    /// An indicative amount is no more than what is asked for.
    capped: bool,
}

fn fen(money: Option<Money>) -> Option<i64> {
    money.map(|money| money.0)
}

/// The sum of the loans that run; nothing for a firm that never had one, unknown for one that lists none.
fn loans(profile: &Enterprise) -> Option<i64> {
    let extras = &profile.extras.0;
    match extras.existing_loans.as_slice() {
        [] => (extras.first_loan == Some(true)).then_some(0),
        loans => loans.iter().try_fold(0_i64, |sum, loan| sum.checked_add(loan.amount.0)),
    }
}

impl Indicative {
    /// There is an amount.
    pub fn is_computed(&self) -> bool {
        self.state == IndicativeState::Computed
    }

    /// As whoever may not read the sheet sees it: without what its lines came to.
    pub fn hide_lines(&mut self) {
        self.lines.clear();
    }
}

impl Figures {
    /// Gathers them; the score is computed as of `now`.
    pub async fn of(
        conn: &impl Reading,
        draft: &Draft,
        profile: &Enterprise,
        years: &[FinanceYear],
        now: DateTime,
    ) -> Result<Self> {
        let score = enterprises::score_of_profile(conn, profile, years, now).await?;
        Ok(Self::gathered(draft, profile, years, score.map(|score| score.points), now))
    }

    /// What a visitor says of its firm and of what it wants; it asks how much it might get.
    pub fn said_by_visitor(draft: &Draft, firm: &Said) -> Self {
        let known = [
            (SheetName::Revenue, fen(firm.revenue)),
            (SheetName::TaxPaid, fen(firm.tax_paid)),
            (SheetName::AgeMonths, firm.age_months.map(i64::from)),
            (SheetName::Amount, fen(draft.amount)),
            (SheetName::Term, draft.term_months.map(i64::from)),
        ];
        Self { capped: false, ..Self::known(known) }
    }

    fn known(known: impl IntoIterator<Item = (SheetName, Option<i64>)>) -> Self {
        Self { known: known.into_iter().filter_map(|(name, value)| Some((name, value?))).collect(), capped: true }
    }

    fn gathered(draft: &Draft, profile: &Enterprise, years: &[FinanceYear], score: Option<i32>, now: DateTime) -> Self {
        let newest = years.iter().max_by_key(|year| year.year);
        let before = newest.and_then(|newest| years.iter().find(|year| year.year == newest.year - 1));
        let of_newest = |value: fn(&FinanceYear) -> Option<Money>| fen(newest.and_then(value));
        let age = profile.founded_on.map(|day| months_since(day, local_date(now)));
        let ip = &profile.extras.0.ip;
        let count = |count: Option<i32>| count.map(i64::from);
        let known = [
            (SheetName::Revenue, of_newest(|year| year.revenue).or(fen(profile.revenue))),
            (SheetName::RevenueBefore, fen(before.and_then(|year| year.revenue))),
            (SheetName::Profit, of_newest(|year| year.profit)),
            (SheetName::Assets, of_newest(|year| year.assets)),
            (SheetName::Liabilities, of_newest(|year| year.liabilities)),
            (SheetName::TaxPaid, of_newest(|year| year.tax_paid)),
            (SheetName::RdExpense, of_newest(|year| year.rd_expense)),
            (SheetName::RegCapital, fen(profile.reg_capital)),
            (SheetName::PaidCapital, fen(profile.paid_capital)),
            (SheetName::AgeMonths, count(age)),
            (SheetName::Staff, count(profile.staff)),
            (SheetName::RdStaff, count(profile.rd_staff)),
            (SheetName::Insured, count(profile.extras.0.insured_count)),
            (SheetName::Inventions, count(ip.inventions)),
            (SheetName::UtilityModels, count(ip.utility_models)),
            (SheetName::Software, count(ip.software)),
            (SheetName::Score, count(score)),
            (SheetName::Loans, loans(profile)),
            (SheetName::GuaranteesGiven, fen(profile.extras.0.guarantees_given)),
            (SheetName::Amount, fen(draft.amount)),
            (SheetName::Term, count(draft.term_months)),
        ];
        Self::known(known)
    }

    /// What the sheet of a product says; none without a sheet.
    pub fn indicative(&self, offered: &Offered) -> Option<Indicative> {
        let content = &offered.version.content.0;
        let source = content.sheet.as_deref()?;
        Some(self.said(source, content.amount_min, content.amount_max, offered.version.number))
    }

    fn said(&self, source: &str, least: Option<Money>, most: Option<Money>, number: i32) -> Indicative {
        let nothing = |state| Indicative {
            state,
            amount: None,
            beyond: None,
            number,
            lines: vec![],
            inputs: vec![],
            missing: vec![],
        };
        // It was read when it was written; names may have gone since.
        let Ok(sheet) = read_sheet(source) else { return nothing(IndicativeState::Unavailable) };
        let asked = asked_by(&sheet);
        let values: Vec<_> = asked.iter().filter_map(|name| Some((*name, *self.known.get(name)?))).collect();
        let inputs = values.iter().map(|(name, value)| SheetInput::new(*name, *value)).collect();
        let missing: Vec<_> = asked.iter().filter(|name| !self.known.contains_key(name)).collect();
        if !missing.is_empty() {
            let missing = missing.into_iter().map(|name| name.word().to_owned()).collect();
            return Indicative { inputs, missing, ..nothing(IndicativeState::Missing) };
        }
        let numbers: Vec<(SheetName, Number)> =
            values.into_iter().filter_map(|(name, value)| Some((name, name.number(value)?))).collect();
        let Ok(outcome) = computed(&sheet, &numbers) else {
            return Indicative { inputs, ..nothing(IndicativeState::Unavailable) };
        };
        let possible = most.map_or(outcome.amount, |most| outcome.amount.min(most));
        let enough = possible > Money::ZERO && least.is_none_or(|least| possible >= least);
        let asked = self.known.get(&SheetName::Amount).filter(|_| self.capped);
        let amount = asked.map_or(possible, |asked| possible.min(Money(*asked)));
        let beyond = (possible > amount && enough).then_some(possible);
        let state = if enough { IndicativeState::Computed } else { IndicativeState::Below };
        Indicative { amount: enough.then_some(amount), beyond, lines: lines_of(outcome), inputs, ..nothing(state) }
    }
}

/// From the least to the most of `found`; none while there is no amount.
pub fn range<'a>(found: impl Iterator<Item = &'a Indicative>) -> Option<IndicativeRange> {
    let amounts: Vec<Money> = found.filter_map(|one| one.amount).collect();
    let (least, most) = (amounts.iter().min()?, amounts.iter().max()?);
    Some(IndicativeRange { products: amounts.len(), least: *least, most: *most })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = "基数 = 0.1 × 营业收入 + 5 × 纳税额\n额度 = if(创新积分 < 60, 0, min(500, 基数))";

    fn said(sheet: &str, revenue: i64, score: i64, most: i64) -> Indicative {
        let known = [
            (SheetName::Revenue, Money::wan(revenue).0),
            (SheetName::TaxPaid, Money::wan(20).0),
            (SheetName::Score, score),
        ];
        Figures::known(known.map(|(name, value)| (name, Some(value)))).said(
            sheet,
            Some(Money::wan(10)),
            Some(Money::wan(most)),
            3,
        )
    }

    #[test]
    fn never_more_than_is_asked_for_without_saying_so() {
        let known = [
            (SheetName::Revenue, Money::wan(2_000).0),
            (SheetName::TaxPaid, Money::wan(20).0),
            (SheetName::Score, 60),
            (SheetName::Amount, Money::wan(120).0),
        ];
        let found = Figures::known(known.map(|(name, value)| (name, Some(value)))).said(
            SHEET,
            Some(Money::wan(10)),
            Some(Money::wan(1_000)),
            3,
        );
        assert_eq!((found.amount, found.beyond), (Some(Money::wan(120)), Some(Money::wan(300))));
        assert_eq!(said(SHEET, 2_000, 60, 1_000).beyond, None);
    }

    #[test]
    fn within_the_range_of_the_product() {
        let found = said(SHEET, 2_000, 60, 1_000);
        assert_eq!((found.state, found.amount, found.number), (IndicativeState::Computed, Some(Money::wan(300)), 3));
        assert_eq!(found.inputs.len(), 3);
        assert_eq!(said(SHEET, 2_000, 60, 100).amount, Some(Money::wan(100)), "at most what the product gives");
        let below = said(SHEET, 2_000, 59, 1_000);
        assert_eq!((below.state, below.amount), (IndicativeState::Below, None), "never raised to the least");
        assert_eq!(said("额度 = 9.99", 0, 0, 100).state, IndicativeState::Below);
        assert_eq!(said("额度 = 10", 0, 0, 100).state, IndicativeState::Computed);
    }

    #[test]
    fn what_is_not_known_is_named_and_never_zero() {
        let figures = Figures::known([(SheetName::Revenue, Some(0))]);
        let found = figures.said(SHEET, None, None, 1);
        assert_eq!((found.state, found.amount), (IndicativeState::Missing, None));
        assert_eq!(found.missing, ["纳税额", "创新积分"]);
        assert_eq!(found.inputs, [SheetInput::new(SheetName::Revenue, 0)], "a zero that is known is no gap");
    }

    #[test]
    fn without_a_result_there_is_nothing_but_the_inputs() {
        for sheet in ["额度 = 1 / 营业收入", "额度 = 创新积分 × 1000000000000000 × 1000000000000000"] {
            let found = said(sheet, 0, 60, 100);
            assert_eq!(
                (found.state, found.amount, found.lines.len()),
                (IndicativeState::Unavailable, None, 0),
                "{sheet}"
            );
        }
        assert_eq!(said("额度 = 水电费", 0, 60, 100).state, IndicativeState::Unavailable, "a name that has gone");
    }

    #[test]
    fn the_range_counts_amounts_only() {
        let found = [said(SHEET, 2_000, 60, 1_000), said(SHEET, 2_000, 59, 1_000), said(SHEET, 1_000, 80, 1_000)];
        let range = range(found.iter()).expect("a range");
        assert_eq!((range.products, range.least, range.most), (2, Money::wan(200), Money::wan(300)));
        assert_eq!(super::range(found[1..2].iter()), None);
    }
}
