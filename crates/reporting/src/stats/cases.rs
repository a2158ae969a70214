//! 成交案例: loans told without names, each for at least as many firms as a description has to be shared by.

use axum::extract::State;
use chrono::TimeDelta;
use jinqiao_db::{Reading, shared};
use jinqiao_financing::{
    orders::{PaidLoan, paid_loans},
    products::ProductType,
};
use jinqiao_http::{Answer, AppState, Json, Routes, public};
use jinqiao_kernel::{DateTime, Money, OrgId, Result};
use jinqiao_platform::{
    calendar::{WorkCalendar, calendar},
    enterprises::{ANONYMITY_K, IndustrySection},
    permissions::value_of,
};
use sea_orm::ActiveEnum;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// Loans of so many days are told of.
const DAYS: i64 = 365;
/// So many of them, the newest, are looked at.
const LOOKED_AT: u64 = 1_000;
/// A description is shared by so many firms, whatever else is set.
const FIRMS: usize = 5;
/// So many cases are told, and so many of one industry.
const CASES: usize = 6;
const OF_ONE_SECTION: usize = 2;

/// What several firms have in common that borrowed alike. Nothing in it is one firm's alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LoanCase {
    industry_section: IndustrySection,
    product_type: ProductType,
    /// What the one in the middle borrowed, rounded, fen.
    amount: Money,
    /// Working days from the publication or application to the payment, of the one in the middle.
    working_days: i64,
    /// How many firms the description is shared by.
    firms: usize,
}

/// Cases for the home page.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct LoanCases {
    /// When they were put together.
    at: DateTime,
    cases: Vec<LoanCase>,
}

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new().routes(public(routes!(cases)))
}

const WAN: i64 = 1_000_000;

/// An amount so roughly that many share it: by 50 or, from ten million yuan on, by 500 times 10,000 yuan, and never nothing.
fn rounded(amount: Money) -> Money {
    let step = if amount.0 < 1_000 * WAN { 50 * WAN } else { 500 * WAN };
    Money(((amount.0 + step / 2) / step).max(1) * step)
}

fn middle(mut values: Vec<i64>) -> i64 {
    values.sort_unstable();
    values.get(values.len() / 2).copied().unwrap_or_default()
}

/// The cases among `loans`, the newest first, that at least `least` firms share; a firm counts once in each, with its newest loan.
fn told(loans: &[PaidLoan], least: usize, days: impl Fn(&PaidLoan) -> i64) -> Vec<LoanCase> {
    let mut alike: HashMap<(String, String, Money), HashMap<OrgId, &PaidLoan>> = HashMap::new();
    for loan in loans {
        let key = (loan.section.to_value(), loan.product_type.to_value(), rounded(loan.amount));
        alike.entry(key).or_default().entry(loan.enterprise).or_insert(loan);
    }
    let mut groups: Vec<_> = alike.into_iter().filter(|(_, firms)| firms.len() >= least).collect();
    // Most firms first; equal ones always in the same order.
    groups.sort_by(|(a, many), (b, more)| (more.len(), a).cmp(&(many.len(), b)));
    let mut found: Vec<LoanCase> = vec![];
    for ((.., amount), firms) in groups {
        let Some(one) = firms.values().next() else { continue };
        let section = one.section;
        if found.iter().filter(|case| case.industry_section == section).count() < OF_ONE_SECTION {
            let working_days = middle(firms.values().map(|loan| days(loan)).collect());
            let (product_type, firms) = (one.product_type, firms.len());
            found.push(LoanCase { industry_section: section, product_type, amount, working_days, firms });
        }
    }
    found.truncate(CASES);
    found
}

/// Working days of a loan, begun ones whole.
fn working_days(calendar: &WorkCalendar, loan: &PaidLoan) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "days of a year")]
    let days = calendar.days_between(loan.began, loan.paid).ceil() as i64;
    days.max(1)
}

async fn found(conn: &impl Reading, at: DateTime) -> Result<LoanCases> {
    let least = usize::try_from(value_of(conn, ANONYMITY_K).await?).unwrap_or(usize::MAX).max(FIRMS);
    let loans = paid_loans(conn, at - TimeDelta::days(DAYS), LOOKED_AT).await?;
    let calendar = calendar(conn).await?;
    Ok(LoanCases { at, cases: told(&loans, least, |loan| working_days(&calendar, loan)) })
}

/// Loans that were paid, told for several firms together, for everybody.
#[utoipa::path(get, path = "/stats/cases", tag = "stats", responses((status = 200, body = LoanCases)))]
async fn cases(State(app): State<AppState>) -> Answer<Json<LoanCases>> {
    let (conn, at) = (&app.db.answer(), app.db.world().now());
    Ok(Json(shared(conn, "", found(conn, at)).await?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn loan(firm: u128, section: IndustrySection, wan: i64) -> PaidLoan {
        let began: DateTime = "2026-11-02T01:00:00Z".parse().expect("a moment");
        PaidLoan {
            enterprise: Uuid::from_u128(firm).into(),
            section,
            product_type: ProductType::TechCredit,
            amount: Money(wan * WAN),
            began,
            paid: began + TimeDelta::days(i64::try_from(firm).expect("few")),
        }
    }

    fn of(loans: &[PaidLoan]) -> Vec<(IndustrySection, i64, i64, usize)> {
        let days = |loan: &PaidLoan| (loan.paid - loan.began).num_days();
        let cases = told(loans, FIRMS, days).into_iter();
        cases.map(|case| (case.industry_section, case.amount.0 / WAN, case.working_days, case.firms)).collect()
    }

    #[test]
    fn a_case_is_of_five_firms_at_least_and_each_counts_once() {
        let section = IndustrySection::C;
        let mut loans: Vec<_> =
            (1..5).map(|firm| loan(firm, section, 180 + i64::try_from(firm).expect("few"))).collect();
        assert!(of(&loans).is_empty(), "four firms");
        loans.push(loan(1, section, 200));
        assert!(of(&loans).is_empty(), "the fifth loan is one of the four firms'");
        loans.push(loan(9, IndustrySection::I, 200));
        loans.push(loan(8, section, 900));
        assert!(of(&loans).is_empty(), "another industry and another amount are other descriptions");
        loans.push(loan(7, section, 220));
        assert_eq!(of(&loans), [(section, 200, 3, 5)]);
    }

    #[test]
    fn amounts_are_rounded_until_many_share_them() {
        for (wan, want) in [(1, 50), (60, 50), (180, 200), (999, 1_000), (1_001, 1_000), (1_900, 2_000)] {
            assert_eq!(rounded(Money(wan * WAN)), Money(want * WAN), "{wan}");
        }
    }
}
