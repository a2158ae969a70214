//! Which facts count as what.

use super::*;
use jinqiao_financing::products::FinancingKind;
use jinqiao_kernel::{DemandId, OrderId};
use sea_orm::Iterable;
use uuid::Uuid;

fn overdue(state: OrderState, turn: Turn, late_days: i32) -> OrderFact {
    OrderFact {
        step: OrderStep::Overdue,
        order: OrderId(Uuid::nil()),
        no: "DJ-202611-00001".into(),
        demand: DemandId(Uuid::nil()),
        demand_no: "XQ-202611-00001".into(),
        financing: FinancingKind::Debt,
        enterprise: OrgId(Uuid::nil()),
        institution: OrgId(Uuid::nil()),
        from: Some(state),
        to: state,
        amount: None,
        reason: None,
        turn: Some(turn),
        late_days,
        joint: None,
        handed: None,
    }
}

#[test]
fn every_overrun_of_every_state() {
    use OrderState::{Applied, Contacting, CreditReview, DueDiligence};
    for state in OrderState::iter() {
        for days in 0..=7 {
            let want = match (state, days) {
                (Applied, 0) => Some(PointEvent::LateTakeOn),
                (Contacting, 0) => Some(PointEvent::LateContact),
                (Contacting, 1) => Some(PointEvent::NoContact),
                (DueDiligence | CreditReview, 1..=5) => Some(PointEvent::LateDecision),
                _ => None,
            };
            assert_eq!(late(&overdue(state, Turn::Institution, days)).map(|late| late.0), want, "{state:?} {days}");
            assert_eq!(late(&overdue(state, Turn::Enterprise, days)), None, "{state:?} {days}");
        }
    }
}

#[test]
fn what_was_refused_before_it_was_looked_at_is_no_refused_credit() {
    use OrderState::{Contacting, CreditReview, DueDiligence};
    for state in OrderState::iter() {
        let want = matches!(state, Contacting | DueDiligence | CreditReview);
        assert_eq!(refused_credit(Some(state)), want, "{state:?}");
    }
}

#[test]
fn old_facts_without_days_are_read_as_the_limit_itself() {
    let fact = serde_json::to_value(overdue(OrderState::Contacting, Turn::Institution, 3)).expect("a value");
    let mut old = fact.as_object().expect("an object").clone();
    old.remove("late_days");
    let fact: OrderFact = serde_json::from_value(old.into()).expect("a fact");
    assert_eq!(fact.late_days, 0);
}

#[test]
fn only_what_counts_is_wanted() {
    for (kind, want) in [
        ("organizations.approved", true),
        ("organizations.registered", false),
        ("accounts.first_login", true),
        ("ratings.given", false),
        ("ratings.opened", true),
        ("orders.overdue", true),
        ("orders.passed", true),
        ("orders.reminded", false),
        ("joint_credits.closed", true),
        ("joint_credits.proposed", false),
        ("joint_members.overdue", true),
        ("messages.written", false),
    ] {
        assert_eq!(wants(kind), want, "{kind}");
    }
}
