//! Right values and properties of how a loan stands.

use super::*;
use crate::{
    loans::{Loan, Repayment},
    products::Guarantee,
};
use jinqiao_kernel::Rate;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn terms(repayment: Repayment) -> DrawTerms {
    DrawTerms {
        paid_on: day("2026-11-23").into(),
        amount: Money::wan(100),
        rate: Rate(3_800),
        term_months: 12,
        repayment,
        guarantee: Guarantee::Credit,
        fees: vec![],
        contract_no: "HT-1".into(),
        voucher_no: "PZ-1".into(),
        attachments: vec![],
    }
}

fn planned(on: &str, principal: i64, interest: i64) -> Paid {
    let (on, kind) = (day(on), ReceiptKind::Planned);
    Paid { on, kind, principal: Money(principal), interest: Money(interest) }
}

fn early(on: &str, principal: i64) -> Paid {
    Paid { kind: ReceiptKind::Early, ..planned(on, principal, 0) }
}

fn figures(position: &Position) -> Vec<(i64, i64)> {
    position.plan.iter().map(|line| (line.due.principal.0, line.due.interest.0)).collect()
}

#[test]
fn an_early_repayment_computes_the_rest_anew_to_the_fen() {
    // 40 of 100 wan after 15 of the 30 days of the first month: half a month on the whole, half on the rest.
    let paid = [early("2026-12-08", 40_000_000)];
    let rest = Position::of(&terms(Repayment::InterestFirst), &paid, &[], day("2026-12-09"));
    let mut want = vec![(0, 190_000); 12];
    (want[0], want[11]) = ((0, 253_333), (60_000_000, 190_000));
    assert_eq!((figures(&rest), rest.owed), (want, Money::wan(60)));

    // On the day of an instalment it comes after it: what is left is repaid in equal instalments over eleven months.
    let equal = terms(Repayment::EqualInstallment);
    let first = Position::of(&equal, &[], &[], day("2026-11-23")).plan[0].due;
    assert_eq!((first.principal, first.interest), (Money(8_189_188), Money(316_667)));
    let paid = [planned("2026-12-23", 8_189_188, 316_667), early("2026-12-23", 41_810_812)];
    let rest = Position::of(&equal, &paid, &[], day("2026-12-24"));
    let after = Loan { amount: Money::wan(50), rate: Rate(3_800), months: 11, repayment: equal.repayment, fees: &[] };
    let want: Vec<_> = after.plan().iter().map(|line| (line.principal.0, line.interest.0)).collect();
    assert_eq!((&figures(&rest)[1..], rest.owed), (&want[..], Money::wan(50)));
    assert!(!rest.settled && rest.late_since.is_none());
}

#[test]
fn an_early_repayment_before_another_leaves_room_for_it() {
    let equal = terms(Repayment::EqualPrincipal);
    let holds = |paid: &[Paid]| Position::of(&equal, paid, &[], day("2027-06-01")).adds_up(&equal, paid);
    // After six instalments of 8.33 wan half of it is owed: then 45 more, and all but five are gone.
    let late = early("2027-05-30", 45_000_000);
    assert!(holds(&[late]));
    // With 20 repaid in January already, less than 45 is owed by then.
    assert!(!holds(&[late, early("2027-01-30", 20_000_000)]));
    assert!(holds(&[late, early("2027-01-30", 5_000_000)]));
}

#[test]
fn what_was_paid_beyond_a_line_is_taken_off_the_next() {
    let paid = [planned("2026-12-20", 0, 316_667), early("2026-12-08", 40_000_000)];
    let rest = Position::of(&terms(Repayment::InterestFirst), &paid, &[], day("2026-12-24"));
    // Of the first month 253,333 were due: 63,334 stay for the second.
    assert_eq!((rest.next.map(|line| line.due.interest), rest.next_rest), (Some(Money(190_000)), Money(126_666)));
}

#[test]
fn an_extension_puts_off_the_principal_and_has_its_rate_from_the_old_end_on() {
    let extension = Extension { agreed_on: day("2027-10-08"), until: day("2028-02-23"), rate: Rate(4_200) };
    let longer = Position::of(&terms(Repayment::InterestFirst), &[], &[extension], day("2026-11-23"));
    let mut want = vec![(0, 316_667); 12];
    want.extend([(0, 350_000), (0, 350_000), (100_000_000, 350_000)]);
    assert_eq!(figures(&longer), want);
    assert_eq!(longer.plan.last().map(|line| line.due_on), Some(day("2028-02-23")));
    let between = Extension { until: day("2027-12-08"), ..extension };
    let last = Position::of(&terms(Repayment::InterestFirst), &[], &[between], day("2026-11-23"));
    assert_eq!(
        last.plan.last().map(|line| (line.due_on, line.due.interest)),
        Some((day("2027-12-08"), Money(175_000)))
    );
}

#[test]
fn what_is_late_is_late_from_the_day_after_it_was_due() {
    let interest_first = terms(Repayment::InterestFirst);
    let at = |paid: &[Paid], on| Position::of(&interest_first, paid, &[], day(on));
    let stage = |paid: &[Paid], on| at(paid, on).stage(day(on));
    assert_eq!(stage(&[], "2026-12-23"), None);
    for (on, want) in [
        ("2026-12-24", OverdueStage::Early),
        ("2027-01-22", OverdueStage::Early),
        ("2027-01-23", OverdueStage::Middle),
        ("2027-03-23", OverdueStage::Middle),
        ("2027-03-24", OverdueStage::Long),
    ] {
        assert_eq!(stage(&[], on), Some(want), "{on}");
    }
    let half = [planned("2026-12-23", 0, 100_000)];
    let late = at(&half, "2026-12-24");
    assert_eq!((late.late, late.late_since), (Money(216_667), Some(day("2026-12-23"))));
    assert_eq!(late.next.map(|line| line.due_on), Some(day("2027-01-23")));
    // Another way of counting days is no debt.
    assert_eq!(stage(&[planned("2026-12-23", 0, 300_000)], "2026-12-24"), None);
}

#[test]
fn all_repaid_is_settled() {
    let terms = terms(Repayment::InterestFirst);
    let whole = Position::of(&terms, &[], &[], day("2026-11-23")).interest();
    let paid = [planned("2027-11-23", 100_000_000, whole.0)];
    assert!(Position::of(&terms, &paid, &[], day("2027-11-23")).settled);
    let short = [planned("2027-11-23", 99_999_999, whole.0)];
    assert!(!Position::of(&terms, &short, &[], day("2027-11-23")).settled);
    // Repaid early as a whole: no interest grows after that.
    let paid = [early("2026-12-08", 100_000_000), planned("2026-12-08", 0, 158_333)];
    let gone = Position::of(&terms, &paid, &[], day("2026-12-08"));
    assert!(gone.settled && gone.plan.len() == 1, "{gone:?}");
}

proptest! {
    #[test]
    fn the_plan_repays_what_was_not_repaid_early(
        days in proptest::collection::vec((0..360_i64, 0..30_000_000_i64), 0..4),
        repayment in prop_oneof![
            Just(Repayment::EqualInstallment), Just(Repayment::EqualPrincipal), Just(Repayment::InterestFirst),
            Just(Repayment::Bullet), Just(Repayment::Revolving), Just(Repayment::Quarterly),
        ],
    ) {
        let terms = terms(repayment);
        let mut paid = vec![];
        let mut days = days;
        days.sort_unstable();
        for (after, amount) in days {
            // Not more than is owed by the plan on that day.
            let on = *terms.paid_on + chrono::TimeDelta::days(after);
            let ahead: Money = Position::of(&terms, &paid, &[], on).plan.iter().filter(|line| line.due_on > on).map(|line| line.due.principal).sum();
            paid.push(Paid { on, kind: ReceiptKind::Early, principal: Money(amount.min(ahead.0)), interest: Money::ZERO });
        }
        let position = Position::of(&terms, &paid, &[], *terms.paid_on);
        let principal: Money = position.plan.iter().map(|line| line.due.principal).sum();
        prop_assert_eq!(principal, position.owed);
        prop_assert!(position.plan.iter().all(|line| line.due.principal >= Money::ZERO && line.due.interest >= Money::ZERO));
    }
}
