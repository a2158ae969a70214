//! Right values and properties of the cost of a loan.

use super::*;
use crate::loans::{Fee, FeePayee, FeeTiming, Repayment};
use Repayment::{Bullet, EqualInstallment, EqualPrincipal, InterestFirst, Quarterly, Revolving};
use proptest::prelude::*;

fn fee(timing: FeeTiming, fen: i64) -> Fee {
    Fee { name: "服务费".into(), payee: FeePayee::Lender, timing, amount: Money(fen) }
}

fn cost(fen: i64, rate: i32, months: i32, repayment: Repayment, fees: &[Fee]) -> LoanCosts {
    Loan { amount: Money(fen), rate: Rate(rate), months, repayment, fees }.costs()
}

/// To hundredths of a percent, as pages show it.
fn percent(rate: Rate) -> String {
    format!("{:.2}", f64::from(rate.0) / 1_000.0)
}

#[test]
fn the_cost_is_that_of_the_money_really_held() {
    let monthly = [fee(FeeTiming::Monthly, 792)];
    let upfront = |fen| vec![fee(FeeTiming::Upfront, fen)];
    for (fen, rate, months, repayment, fees, want) in [
        // 中国人民银行公告〔2021〕第3号, first example: 1 200 yuan, a fee of 0.66 % a month.
        (120_000, 0, 12, EqualInstallment, monthly.to_vec(), "14.31"),
        (120_000, 0, 12, InterestFirst, monthly.to_vec(), "7.92"),
        (240_000_000, 4_250, 12, EqualInstallment, upfront(2_400_000), "6.13"),
        (100_000_000, 4_000, 12, InterestFirst, upfront(1_000_000), "5.03"),
        (100_000_000, 4_000, 36, EqualInstallment, upfront(3_000_000), "6.03"),
        (100_000_000, 4_000, 12, Bullet, upfront(1_000_000), "5.05"),
        (100_000_000, 4_000, 12, Bullet, vec![fee(FeeTiming::AtEnd, 1_000_000)], "5.00"),
        (100_000_000, 4_000, 12, InterestFirst, vec![fee(FeeTiming::Yearly, 1_000_000)], "5.03"),
        (100_000_000, 4_000, 12, InterestFirst, upfront(100_000_000), "10000.00"),
    ] {
        let costs = cost(fen, rate, months, repayment, &fees);
        assert_eq!(percent(costs.annual_cost), want, "{fen} {rate} {months} {repayment:?} {fees:?}");
    }
}

#[test]
fn what_is_paid_later_is_cheaper_by_the_effective_rate() {
    let effective = |repayment| cost(100_000_000, 12_000, 12, repayment, &[]).effective_rate;
    assert_eq!(effective(InterestFirst), Rate(12_683));
    assert_eq!(effective(Quarterly), Rate(12_551));
    assert_eq!(effective(Bullet), Rate(12_000));
}

#[test]
fn the_plan_is_right_to_the_fen() {
    let sums = |repayment, months| {
        let costs = cost(100_000_000, 4_350, months, repayment, &[]);
        (costs.first_payment.0, costs.last_payment.0, costs.interest.0)
    };
    assert_eq!(sums(EqualInstallment, 12), (8_530_990, 8_530_989, 2_371_879));
    assert_eq!(sums(EqualPrincipal, 12), (8_695_833, 8_363_545, 2_356_250));
    assert_eq!(sums(InterestFirst, 12), (362_500, 100_362_500, 4_350_000));
    assert_eq!(sums(Revolving, 12), (362_500, 100_362_500, 4_350_000));
    assert_eq!(sums(Quarterly, 8), (1_087_500, 100_725_000, 2_900_000));
    assert_eq!(sums(Bullet, 12), (104_350_000, 104_350_000, 4_350_000));
}

fn any_repayment() -> impl Strategy<Value = Repayment> {
    prop_oneof![
        Just(EqualInstallment),
        Just(EqualPrincipal),
        Just(InterestFirst),
        Just(Bullet),
        Just(Revolving),
        Just(Quarterly)
    ]
}

fn any_timing() -> impl Strategy<Value = FeeTiming> {
    prop_oneof![Just(FeeTiming::Upfront), Just(FeeTiming::Monthly), Just(FeeTiming::Yearly), Just(FeeTiming::AtEnd)]
}

proptest! {
    #[test]
    fn dearer_with_more_interest_and_more_fees(
        amount in 1_000_000..10_000_000_000_i64,
        rate in 1..24_000,
        months in 1..=120,
        repayment in any_repayment(),
        timing in any_timing(),
        share in 0..100_i64,
        more in 1..50_i64,
    ) {
        let of = |rate, share: i64| cost(amount, rate, months, repayment, &[fee(timing, amount * share / 1_000)]).annual_cost;
        prop_assert!(of(rate, share) < of(rate, share + more));
        prop_assert!(of(rate, share) < of(rate + 100, share));
        prop_assert!(of(rate, share) >= Rate(rate));
        // A fee of nothing is no fee; the interest alone costs just the rate.
        prop_assert_eq!(of(rate, 0), Rate(rate));
    }

    #[test]
    fn the_principal_is_repaid_to_the_fen(amount in 1_000_000..100_000_000_000_i64, rate in 0..24_000, months in 1..=360, repayment in any_repayment()) {
        let plan = Loan { amount: Money(amount), rate: Rate(rate), months, repayment, fees: &[] }.plan();
        prop_assert_eq!(plan.iter().map(|line| line.principal).sum::<Money>(), Money(amount));
        prop_assert!(plan.iter().all(|line| line.principal >= Money::ZERO && line.interest >= Money::ZERO));
        prop_assert!(plan.len() <= usize::try_from(months).unwrap_or_default());
    }
}
