//! Tables of the rules for points.

use super::*;
use crate::points::first_rules;
use proptest::prelude::*;
use sea_orm::Iterable;

#[test]
fn the_first_rules_are_those_of_the_domain() {
    use PointEvent::*;
    let rules = first_rules();
    let points = |event, side| rules.iter().find(|rule| (rule.0, rule.1) == (event, side)).map(|rule| rule.2.points);
    for (event, want) in [
        (Registered, [Some(20), Some(20), Some(20)]),
        (DailyLogin, [Some(1), Some(1), Some(1)]),
        (ProfileComplete, [Some(10), None, None]),
        (DemandApproved, [Some(5), None, None]),
        (ProductApproved, [None, Some(5), None]),
        (RatedWell, [Some(5), Some(5), None]),
        (RatedBadly, [Some(-5), Some(-5), None]),
        (Grabbed, [None, Some(2), None]),
        (QuickContact, [None, Some(2), None]),
        (QuickOffer, [None, Some(10), None]),
        (Disbursed, [Some(20), Some(20), None]),
        (FirstLoan, [None, Some(5), None]),
        (JointLead, [None, Some(5), None]),
        (PolicyAccepted, [Some(3), None, None]),
        (PolicyPaid, [Some(5), None, None]),
        (CreditRefused, [Some(-2), None, None]),
        (LateTakeOn, [None, Some(-2), None]),
        (LateContact, [None, Some(-5), None]),
        (NoContact, [None, Some(-10), None]),
        (LateDecision, [None, Some(-5), None]),
        (RefusedWithoutReason, [None, Some(-10), None]),
        (FalseMaterial, [Some(-20), None, None]),
        (OutOfContact, [Some(-5), None, None]),
    ] {
        assert_eq!([Enterprise, Institution, Agency].map(|side| points(event, side)), want, "{event:?}");
    }
    for (event, _, terms) in &rules {
        assert!(terms.check(*event).is_ok(), "{event:?}");
        assert_eq!(event.gives(), terms.points > 0, "{event:?}");
    }
    assert_eq!(PointEvent::iter().map(|event| event.sides().len()).sum::<usize>(), rules.len());
}

#[test]
fn caps_cut_what_exceeds_them() {
    let cap = |period, unit, most| Cap { period, unit, most };
    let used = |times, points| Used { times, points };
    let month = cap(CapPeriod::Month, CapUnit::Points, 30);
    let day = cap(CapPeriod::Day, CapUnit::Times, 1);
    for (points, caps, want) in [
        (5, vec![], 5),
        (5, vec![(month, used(5, 25))], 5),
        (5, vec![(month, used(6, 28))], 2),
        (5, vec![(month, used(6, 30))], 0),
        (-5, vec![(month, used(4, 27))], -3),
        (-5, vec![(month, used(4, 90))], 0),
        (1, vec![(day, used(1, 1)), (month, used(1, 1))], 0),
        (1, vec![(day, used(0, 0)), (month, used(20, 30))], 0),
        (1, vec![(day, used(0, 0)), (month, used(20, 29))], 1),
    ] {
        assert_eq!(limit_by_caps(points, &caps), want, "{points} {caps:?}");
    }
}

#[test]
fn points_are_shared_by_part() {
    for (points, part, whole, want) in [
        (20, 60, 100, 12),
        (20, 100, 100, 20),
        (20, 33, 100, 7),
        (-5, 50, 100, -3),
        (20, 1, 1_000, 1),
        (20, 7, 0, 20),
        (20, 900, 100, 20),
        (1_000, i64::MAX / 2, i64::MAX, 500),
    ] {
        assert_eq!(share_of_points(points, part, whole), want, "{points} {part}/{whole}");
    }
}

#[test]
fn conditions_of_time_and_reason() {
    let quick = RuleTerms { points: 2, within: Some(4), ..RuleTerms::default() };
    for (minutes, want) in [(Some(0), true), (Some(240), true), (Some(241), false), (None, false)] {
        assert_eq!(quick.covers(PointEvent::QuickContact, minutes, None), want, "{minutes:?}");
    }
    let offer = RuleTerms { points: 10, within: Some(5), ..RuleTerms::default() };
    assert!(offer.covers(PointEvent::QuickOffer, Some(5 * DAY), None));
    assert!(!offer.covers(PointEvent::QuickOffer, Some(5 * DAY + 1), None));
    let all = RuleTerms { points: -2, ..RuleTerms::default() };
    let some = RuleTerms { refusal_codes: vec![RefusalCode::R02], ..all.clone() };
    for (rule, code, want) in [
        (&all, Some(RefusalCode::R08), true),
        (&all, None, true),
        (&some, Some(RefusalCode::R02), true),
        (&some, Some(RefusalCode::R08), false),
        (&some, None, false),
    ] {
        assert_eq!(rule.covers(PointEvent::CreditRefused, None, code), want, "{code:?}");
    }
}

#[test]
fn what_a_rule_may_say() {
    let fields = |event, terms: RuleTerms| {
        let error = terms.check(event).err();
        error
            .map(|error| error.fields().iter().map(|field| field.field.clone()).collect::<Vec<_>>())
            .unwrap_or_default()
    };
    let cap = |most| Cap { period: CapPeriod::Day, unit: CapUnit::Times, most };
    let terms = |points| RuleTerms { points, ..RuleTerms::default() };
    for (event, terms, want) in [
        (PointEvent::Grabbed, terms(0), vec![]),
        (PointEvent::Grabbed, terms(-1), vec!["points"]),
        (PointEvent::Grabbed, terms(1_001), vec!["points"]),
        (PointEvent::LateContact, terms(1), vec!["points"]),
        (PointEvent::LateContact, terms(-1_000), vec![]),
        (PointEvent::Grabbed, RuleTerms { caps: vec![cap(1); 4], ..terms(1) }, vec!["caps"]),
        (PointEvent::Grabbed, RuleTerms { caps: vec![cap(1), cap(0)], ..terms(1) }, vec!["caps[1].most"]),
        (PointEvent::QuickOffer, terms(1), vec!["within"]),
        (PointEvent::Grabbed, RuleTerms { within: Some(1), ..terms(1) }, vec!["within"]),
        (PointEvent::Grabbed, RuleTerms { refusal_codes: vec![RefusalCode::R01], ..terms(1) }, vec!["refusal_codes"]),
    ] {
        assert_eq!(fields(event, terms.clone()), want, "{event:?} {terms:?}");
    }
}

proptest! {
    #[test]
    fn a_cut_entry_keeps_its_sign_and_never_grows(points in -1_000..=1_000_i32, most in 1..=10_000_i32, used in 0..20_000_i64) {
        let cap = Cap { period: CapPeriod::Ever, unit: CapUnit::Points, most };
        let left = limit_by_caps(points, &[(cap, Used { times: 1, points: used })]);
        prop_assert!(left.abs() <= points.abs());
        prop_assert!(left == 0 || left.signum() == points.signum());
        prop_assert!(used + i64::from(left.abs()) <= i64::from(most).max(used));
    }
}
