//! What each kind of product asks for and refuses.

use super::*;
use crate::{
    loans::{FeeBasis, FeePayee, FeeTiming, ProductFee},
    products::{Guarantee, Stage},
};

const MOST: MostDays = MostDays { decision: 10, disburse: 20 };

fn fields(result: Result<()>) -> Vec<String> {
    result.err().map(|error| error.fields().iter().map(|field| field.field.clone()).collect()).unwrap_or_default()
}

fn named(kind: FinancingKind) -> ProductContent {
    ProductContent { kind, name: "科创贷".into(), ..ProductContent::default() }
}

#[test]
fn a_name_makes_a_draft() {
    assert_eq!(fields(named(FinancingKind::Debt).check(&Industries::first())), [""; 0]);
    assert_eq!(fields(ProductContent::default().check(&Industries::first())), ["name"]);
}

#[test]
fn each_kind_asks_for_its_own_fields() {
    let common = ["summary", "description", "amount_min", "amount_max", "materials", "contact_name", "contact_phone"];
    let debt = [
        "product_type",
        "channel",
        "term_min",
        "term_max",
        "guarantees",
        "rate_type",
        "rate_min",
        "rate_max",
        "repayments",
        "decision_wd",
        "disburse_wd",
    ];
    let equity = ["equity_type", "fund_name", "manager", "stages", "lead_role", "decision_weeks"];
    let missing = |kind| fields(named(kind).check_complete(&Industries::first(), MOST));
    assert_eq!(missing(FinancingKind::Debt), [&common[..], &debt].concat());
    assert_eq!(missing(FinancingKind::Equity), [&common[..], &equity].concat());
}

#[test]
fn neither_kind_takes_the_fields_of_the_other() {
    let debt = ProductContent { stages: vec![Stage::A], decision_weeks: Some(4), ..named(FinancingKind::Debt) };
    assert_eq!(fields(debt.check(&Industries::first())), ["stages", "decision_weeks"]);
    let equity = ProductContent {
        rate_min: Some(Rate(3_000)),
        guarantees: vec![Guarantee::Credit],
        pure_online: true,
        sheet: Some("额度 = 1".into()),
        ..named(FinancingKind::Equity)
    };
    assert_eq!(fields(equity.check(&Industries::first())), ["rate_min", "guarantees", "sheet", "first_loan_friendly"]);
}

#[test]
fn each_broken_rule_names_its_field() {
    let fee = ProductFee {
        name: String::new(),
        payee: FeePayee::Lender,
        timing: FeeTiming::Upfront,
        basis: FeeBasis::Share,
        value: 0,
    };
    let content = ProductContent {
        amount_min: Some(Money::wan(500)),
        amount_max: Some(Money::wan(100)),
        term_min: Some(24),
        term_max: Some(12),
        rate_min: Some(Rate(5_000)),
        rate_max: Some(Rate(4_000)),
        fees: vec![fee],
        industries_in: vec!["C".into(), "99".into()],
        guarantees: vec![Guarantee::Credit, Guarantee::Credit],
        decision_wd: Some(11),
        ..named(FinancingKind::Debt)
    };
    let wrong = ["amount_max", "industries_in", "term_max", "rate_max", "fees[0].name", "fees[0].value", "guarantees"];
    assert_eq!(fields(content.check(&Industries::first())), wrong);
    assert!(
        fields(content.check_complete(&Industries::first(), MOST)).contains(&"decision_wd".to_owned()),
        "longer than the operator allows"
    );
}
