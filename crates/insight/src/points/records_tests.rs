//! What each step of an order means for its records.

use super::*;
use jinqiao_financing::products::FinancingKind;
use jinqiao_kernel::{DemandId, OrderId};
use uuid::Uuid;

fn fact(step: OrderStep, from: OrderState, to: OrderState) -> OrderFact {
    OrderFact {
        step,
        order: OrderId(Uuid::nil()),
        no: "DJ-202611-00001".into(),
        demand: DemandId(Uuid::nil()),
        demand_no: "XQ-202611-00001".into(),
        financing: FinancingKind::Debt,
        enterprise: OrgId(Uuid::nil()),
        institution: OrgId(Uuid::nil()),
        from: Some(from),
        to,
        amount: None,
        reason: None,
        turn: None,
        late_days: 0,
        joint: None,
        handed: None,
    }
}

#[test]
fn steps_begin_and_end_what_is_owed() {
    use OrderState as S;
    use OrderStep as T;
    for (step, from, to, want) in [
        (T::Invited, S::Invited, S::Invited, vec![Begins(Answer)]),
        (T::Grabbed, S::Invited, S::Grabbed, vec![Done(Answer)]),
        (T::Applied, S::Applied, S::Applied, vec![Begins(TakeOn)]),
        (T::TakenOn, S::Applied, S::Contacting, vec![Done(TakeOn), Begins(Contact), Begins(Decision), Begins(Deal)]),
        (T::Confirmed, S::Grabbed, S::Contacting, vec![Begins(Contact), Begins(Decision), Begins(Deal)]),
        (T::Contacted, S::Contacting, S::DueDiligence, vec![Done(Contact)]),
        (T::MaterialsRequested, S::DueDiligence, S::DueDiligence, vec![]),
        (T::Approved, S::CreditReview, S::Offered, vec![Done(Decision)]),
        (T::Accepted, S::Offered, S::Contracting, vec![Begins(Payment)]),
        (T::TranchePaid, S::Contracting, S::Contracting, vec![]),
        (T::Disbursed, S::Contracting, S::Disbursed, vec![Done(Payment), Done(Deal), Paid(true)]),
        (T::Closed, S::Disbursed, S::Closed, vec![]),
        (T::HandedOver, S::Contacting, S::Contacting, vec![]),
        (T::Withdrawn, S::Contacting, S::Withdrawn, vec![Failed(Deal), NothingOpen]),
        (T::OfferDeclined, S::Offered, S::DeclinedOffer, vec![Failed(Deal), NothingOpen]),
        (T::Declined, S::Grabbed, S::DeclinedByEnt, vec![Failed(Deal), NothingOpen]),
        (T::JointOpened, S::Contacting, S::Contacting, vec![Begins(Contact), Begins(Decision), Begins(Deal)]),
        (T::SecondOpened, S::CreditReview, S::CreditReview, vec![Begins(Decision), Begins(Deal)]),
        (T::Disputed, S::Disbursed, S::Disbursed, vec![]),
        (T::MaturityNear, S::Closed, S::Closed, vec![]),
        (T::JointEnded, S::CreditReview, S::Withdrawn, vec![Failed(Deal), NothingOpen]),
        (T::JointFulfilled, S::Contracting, S::Closed, vec![Done(Payment), Done(Deal)]),
        (T::MaterialsLapsed, S::DueDiligence, S::DueDiligence, vec![]),
        (T::ExpiredEnt, S::Grabbed, S::ExpiredEnt, vec![Failed(Deal), NothingOpen]),
        (T::ExpiredOffer, S::Offered, S::ExpiredOffer, vec![Failed(Deal), NothingOpen]),
        (T::Lost, S::Grabbed, S::Lost, vec![Failed(Deal), NothingOpen]),
        (T::WithdrawnWithDemand, S::Grabbed, S::Withdrawn, vec![Failed(Deal), NothingOpen]),
    ] {
        assert_eq!(effects(&fact(step, from, to), true), want, "{step:?}");
    }
}

#[test]
fn an_institution_that_ends_an_order_owes_a_reason() {
    let refused = fact(OrderStep::Refused, OrderState::CreditReview, OrderState::Refused);
    for (reason, want) in [(Some("抵押不足"), true), (Some("  "), false), (None, false)] {
        let refused = OrderFact { reason: reason.map(Into::into), ..refused.clone() };
        assert!(effects(&refused, true).contains(&Ended(want)), "{reason:?}");
    }
}

#[test]
fn what_the_clock_ends_has_no_reason() {
    for (step, from, to) in [
        (OrderStep::Passed, OrderState::Invited, OrderState::Passed),
        (OrderStep::ExpiredInst, OrderState::Applied, OrderState::ExpiredInst),
        (OrderStep::Voided, OrderState::CreditReview, OrderState::Voided),
    ] {
        let ended = OrderFact { reason: Some("机构未在时限内办理".into()), ..fact(step, from, to) };
        assert_eq!(effects(&ended, false), [Failed(Deal), Ended(false), NothingOpen], "{step:?}");
    }
    let passed = fact(OrderStep::Passed, OrderState::Invited, OrderState::Passed);
    let passed = OrderFact { reason: Some("与本行准入行业不符".into()), ..passed };
    assert_eq!(effects(&passed, true), [Done(Answer), Ended(true), NothingOpen]);
}

#[test]
fn only_an_institution_is_late() {
    let overdue = |state, turn| OrderFact { turn, ..fact(OrderStep::Overdue, state, state) };
    for (state, turn, want) in [
        (OrderState::Invited, Some(Turn::Institution), vec![Late(Answer)]),
        (OrderState::Applied, Some(Turn::Institution), vec![Late(TakeOn)]),
        (OrderState::Contacting, Some(Turn::Institution), vec![Late(Contact)]),
        (OrderState::DueDiligence, Some(Turn::Institution), vec![Late(Decision)]),
        (OrderState::DueDiligence, Some(Turn::Enterprise), vec![]),
        (OrderState::CreditReview, Some(Turn::Institution), vec![Late(Decision)]),
        (OrderState::Contracting, Some(Turn::Institution), vec![Late(Payment)]),
        (OrderState::Offered, Some(Turn::Enterprise), vec![]),
    ] {
        assert_eq!(effects(&overdue(state, turn), false), want, "{state:?} {turn:?}");
    }
}
