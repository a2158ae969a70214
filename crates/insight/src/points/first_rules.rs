//! The rules that the platform begins with.

use super::model::{Cap, CapPeriod, CapUnit, PointEvent, PointSide, RuleTerms};
use jinqiao_financing::orders::RefusalCode;

/// The rules that the platform begins with (domain 2.10), in the order in which they are shown.
pub fn first_rules() -> Vec<(PointEvent, PointSide, RuleTerms)> {
    use PointEvent::{
        CreditRefused, DailyLogin, DemandApproved, Disbursed, FalseMaterial, FirstLoan, Grabbed, JointLead,
        LateContact, LateDecision, LateTakeOn, NoContact, OutOfContact, PolicyAccepted, PolicyPaid, ProductApproved,
        ProfileComplete, QuickContact, QuickOffer, RatedBadly, RatedWell, RefusedWithoutReason, Registered,
    };
    let cap = |period, unit, most| Cap { period, unit, most };
    let once = || vec![cap(CapPeriod::Ever, CapUnit::Times, 1)];
    let monthly = || vec![cap(CapPeriod::Month, CapUnit::Points, 30)];
    let terms = |event| {
        let (points, caps) = match event {
            Registered => (20, once()),
            DailyLogin => (1, vec![cap(CapPeriod::Day, CapUnit::Times, 1), cap(CapPeriod::Month, CapUnit::Points, 20)]),
            ProfileComplete => (10, once()),
            DemandApproved | ProductApproved => (5, monthly()),
            RatedWell => (5, vec![]),
            RatedBadly => (-5, vec![]),
            Grabbed => (2, vec![cap(CapPeriod::Day, CapUnit::Points, 10)]),
            QuickContact => (2, vec![]),
            QuickOffer => (10, vec![]),
            Disbursed => (20, vec![]),
            FirstLoan | JointLead => (5, vec![]),
            PolicyAccepted => (3, vec![]),
            PolicyPaid => (5, vec![]),
            CreditRefused => (-2, vec![cap(CapPeriod::Quarter, CapUnit::Times, 1)]),
            LateTakeOn => (-2, vec![]),
            LateContact => (-5, vec![]),
            NoContact => (-10, vec![]),
            LateDecision => (-5, vec![cap(CapPeriod::Subject, CapUnit::Points, 25)]),
            RefusedWithoutReason => (-10, vec![]),
            FalseMaterial => (-20, vec![]),
            OutOfContact => (-5, vec![]),
        };
        let within = match event {
            QuickContact => Some(4),
            QuickOffer => Some(5),
            _ => None,
        };
        // Of refused credit only what the firm itself caused (domain 2.10); the operator may widen it.
        let caused = || vec![RefusalCode::R11, RefusalCode::R12, RefusalCode::R13];
        let refusal_codes = if event == CreditRefused { caused() } else { vec![] };
        RuleTerms { points, caps, within, refusal_codes }
    };
    let rules = |event: PointEvent| event.sides().iter().map(move |side| (event, *side, terms(event)));
    <PointEvent as sea_orm::Iterable>::iter().flat_map(rules).collect()
}
