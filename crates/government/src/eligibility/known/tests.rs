//! The pure part: from a profile to the record.

use super::*;
use jinqiao_db::Doc;
use jinqiao_platform::enterprises::{Extras, IndustrySection, Origin as Proof, Risk, RiskKind, Size, Source, TaxGrade};
use jinqiao_policy::condition::{Condition, Verdict};
use serde_json::{Value as Json, json};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn blank(version: i32) -> Enterprise {
    Enterprise {
        org_id: OrgId::from(uuid::Uuid::nil()),
        version,
        org_type: None,
        legal_person: None,
        legal_person_id: None,
        legal_person_id_hash: None,
        reg_capital: None,
        paid_capital: None,
        founded_on: None,
        district: None,
        park: None,
        address: None,
        industry_section: None,
        industry_division: None,
        main_business: None,
        staff: None,
        rd_staff: None,
        revenue: None,
        tax_grade: None,
        titles: Doc::default(),
        size: None,
        extras: Doc::default(),
        origins: Doc::default(),
        typed: Doc::default(),
        attachments: Doc::default(),
        updated_at: "2026-10-01T02:00:00Z".parse().ok(),
    }
}

fn facts(profile: Enterprise, years: Vec<FinanceYear>) -> Facts {
    Facts { profile, years, score: None, had_loan: false, borrowed: Borrowed::default() }
}

fn record(facts: &Facts) -> Record {
    facts.record(catalogue().expect("no fault"), day("2026-11-30"))
}

fn known(facts: &Facts, code: &str) -> Option<Known> {
    let catalogue = catalogue().expect("no fault");
    record(facts).get(catalogue.find(code).expect("a field")).cloned()
}

fn verdict(facts: &Facts, condition: Json) -> Verdict {
    let condition: Condition = serde_json::from_value(condition).expect("a condition");
    let catalogue = catalogue().expect("no fault");
    condition.check(catalogue).expect("no fault").verdict(&record(facts), day("2026-11-30"))
}

#[test]
fn of_a_firm_without_a_profile_only_what_the_platform_counts_is_known() {
    let nothing = facts(blank(0), vec![]);
    for field in ["founded", "size", "titles", "risks", "staff", "revenue", "first_loan", "score"] {
        assert_eq!(known(&nothing, field), None, "{field}");
    }
    // It borrowed nothing here, which is known.
    let disbursed = known(&nothing, "disbursed").expect("a sum");
    assert_eq!((disbursed.value, disbursed.origin), (Value::Money(Money::ZERO), Origin::Platform));
}

#[test]
fn lists_zeros_and_blanks_of_a_profile() {
    let mut firm = facts(blank(1), vec![]);
    (firm.profile.staff, firm.profile.district) = (Some(0), Some("  ".into()));
    assert_eq!(known(&firm, "staff").map(|known| known.value), Some(Value::Count(0)));
    assert_eq!((known(&firm, "rd_staff"), known(&firm, "district")), (None, None));
    // No title says nothing, no risk says that there is none.
    assert_eq!(known(&firm, "titles"), None);
    assert_eq!(known(&firm, "risks").map(|known| known.value), Some(Value::Picked(vec![])));
    let risk = |kind, repaired: Option<&str>| Risk {
        kind,
        since: None,
        repaired_on: repaired.map(|text| day(text).into()),
        note: None,
    };
    firm.profile.extras = Doc(Extras {
        risks: vec![
            risk(RiskKind::TaxArrears, None),
            risk(RiskKind::Penalty, Some("2026-05-01")),
            risk(RiskKind::TaxArrears, None),
        ],
        ..Extras::default()
    });
    assert_eq!(known(&firm, "risks").map(|known| known.value), Some(Value::Picked(vec!["tax_arrears".into()])));
}

#[test]
fn who_says_it_and_of_which_day() {
    let mut firm = facts(blank(1), vec![]);
    firm.profile.staff = Some(30);
    firm.profile.industry_section = Some(IndustrySection::C);
    (firm.profile.size, firm.profile.tax_grade) = (Some(Size::Small), Some(TaxGrade::A));
    firm.profile.titles = Doc(serde_json::from_value(json!(["high_tech", "srdi"])).expect("titles"));
    let proof = |source, on: &str| Proof { source, on: day(on), expires_on: None, verifier: None };
    let origins = [
        ("staff", proof(Source::SocialInsurance, "2026-09-30")),
        ("tax_grade", proof(Source::Tax, "2026-04-01")),
        ("titles", proof(Source::Own, "2026-06-01")),
        ("titles.high_tech", proof(Source::Document, "2026-07-01")),
    ];
    firm.profile.origins = Doc(origins.map(|(field, proof)| (field.to_owned(), proof)).into());
    let told = |field: &str| known(&firm, field).map(|known| (known.origin, known.date));
    assert_eq!(told("staff"), Some((Origin::SocialSecurity, Some(day("2026-09-30")))));
    assert_eq!(told("tax_grade"), Some((Origin::Tax, Some(day("2026-04-01")))));
    assert_eq!(told("size"), Some((Origin::Platform, Some(day("2026-10-01")))));
    assert_eq!(told("section"), Some((Origin::SelfDeclared, Some(day("2026-10-01")))));
    // One title is only typed, so the list is.
    assert_eq!(told("titles"), Some((Origin::SelfDeclared, Some(day("2026-06-01")))));
}

#[test]
fn figures_are_of_the_last_year_that_has_ended() {
    let year = |year| FinanceYear { revenue: Some(Money(i64::from(year))), ..FinanceYear::empty(year) };
    for (years, newest, before) in [
        (vec![2026, 2025, 2024], Some(2025), Some(2024)),
        (vec![2024, 2023], Some(2024), Some(2023)),
        (vec![2025, 2023], Some(2025), None),
        (vec![2026], None, None),
        (vec![2023, 2022], None, None),
    ] {
        let firm = facts(blank(1), years.iter().copied().map(year).collect());
        let value = |field: &str| known(&firm, field).map(|known| known.value);
        let money = |year: Option<i64>| year.map(|year| Value::Money(Money(year)));
        assert_eq!((value("revenue"), value("revenue_before")), (money(newest), money(before)), "{years:?}");
    }
}

#[test]
fn revenue_of_the_profile_counts_only_where_there_is_no_year() {
    let mut firm = facts(blank(1), vec![]);
    firm.profile.revenue = Some(Money::wan(5));
    assert_eq!(known(&firm, "revenue").map(|known| known.value), Some(Value::Money(Money::wan(5))));
    firm.years = vec![FinanceYear { profit: Some(Money(1)), ..FinanceYear::empty(2025) }];
    assert_eq!(known(&firm, "revenue"), None);
}

#[test]
fn ratios_need_both_figures_and_zero_is_one() {
    let ratio = |assets: Option<i64>, liabilities: Option<i64>| {
        let year =
            FinanceYear { assets: assets.map(Money), liabilities: liabilities.map(Money), ..FinanceYear::empty(2025) };
        facts(blank(1), vec![year])
    };
    let limit = || json!({"test": {"field": "debt_ratio", "op": "at_most", "value": 70_000}});
    for (assets, liabilities, expected) in [
        (Some(1_000), Some(700), Verdict::Holds),
        (Some(1_000), Some(701), Verdict::Fails),
        (Some(1_000), Some(0), Verdict::Holds),
        (Some(0), Some(0), Verdict::Unknown),
        (None, Some(0), Verdict::Unknown),
        (Some(1_000), None, Verdict::Unknown),
    ] {
        assert_eq!(verdict(&ratio(assets, liabilities), limit()), expected, "{assets:?} {liabilities:?}");
    }
    // Larger than a rate holds is still larger.
    assert_eq!(verdict(&ratio(Some(1), Some(1_000_000_000)), limit()), Verdict::Fails);
}

#[test]
fn a_first_loan_is_what_the_platform_knows_then_what_the_firm_says() {
    let mut firm = facts(blank(1), vec![]);
    let value = |firm: &Facts| known(firm, "first_loan").map(|known| (known.value, known.origin));
    assert_eq!(value(&firm), None);
    firm.profile.extras.0.first_loan = Some(true);
    assert_eq!(value(&firm), Some((Value::YesNo(true), Origin::SelfDeclared)));
    firm.had_loan = true;
    assert_eq!(value(&firm), Some((Value::YesNo(false), Origin::Platform)));
}
