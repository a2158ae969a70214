//! States of an order (domain 2.2).

use jinqiao_kernel::{Error, Machine, Result, transitions_by, transitions_of};
use sea_orm::{DeriveActiveEnum, EnumIter, Iterable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where an order stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum OrderState {
    /// 已派单，待机构接单: the platform offers the demand to this institution first (dispatch, 派单).
    Invited,
    /// 企业已申请，待机构受理: a direct application; identity is open by applying.
    Applied,
    /// 已抢单，待企业确认.
    Grabbed,
    /// 对接中: identity is open, the institution has to make contact.
    Contacting,
    /// 尽调/资料.
    DueDiligence,
    /// 授信审批.
    CreditReview,
    /// 已授信，待企业接受.
    Offered,
    /// 签约.
    Contracting,
    /// 已放款，待企业确认.
    Disbursed,
    /// 已完成.
    Closed,
    /// 机构不予授信.
    Refused,
    /// 企业未选择.
    DeclinedByEnt,
    /// 企业未接受授信.
    DeclinedOffer,
    /// 已撤回.
    Withdrawn,
    /// 企业已选择其他机构.
    Lost,
    /// 机构未接派单: it declined, or let the round pass.
    Passed,
    /// 企业逾期未选择.
    ExpiredEnt,
    /// 机构逾期未受理.
    ExpiredInst,
    /// 企业逾期未接受授信.
    ExpiredOffer,
    /// 机构逾期未办理，对接作废.
    Voided,
}

use OrderState::{
    Applied, Closed, Contacting, Contracting, CreditReview, DeclinedByEnt, DeclinedOffer, Disbursed, DueDiligence,
    ExpiredEnt, ExpiredInst, ExpiredOffer, Grabbed, Invited, Lost, Offered, Passed, Refused, Voided, Withdrawn,
};

/// What can be done with an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OrderActionKind {
    /// Enterprise: choose this institution and open the data to it.
    Confirm,
    /// Enterprise: do not choose it.
    Decline,
    /// Enterprise: leave after having confirmed.
    Withdraw,
    /// Enterprise: accept what was granted.
    Accept,
    /// Enterprise: do not accept it.
    DeclineOffer,
    /// Enterprise: the recorded figures are right.
    ConfirmDisbursement,
    /// Institution: take a dispatched demand with an offer (接单); also later, while it is on the market.
    Take,
    /// Institution: do not take it.
    Pass,
    /// Institution: take a direct application on (受理).
    TakeOn,
    /// Institution: log the first contact.
    Contact,
    /// Institution: ask for materials.
    RequestMaterials,
    /// Institution: take the request for materials back.
    RecallMaterials,
    /// Enterprise: provide what was asked for.
    ProvideMaterials,
    /// Institution: the materials are complete, decide.
    StartReview,
    /// Institution: grant credit.
    Approve,
    /// Institution: do not grant it.
    Refuse,
    /// Institution: record the payment.
    Disburse,
    /// Investor: record a payment after which more will come.
    Tranche,
    /// Institution: put the recorded payment right while the enterprise disputes it.
    CorrectPayment,
    /// Institution: take the own offer back before it was confirmed.
    Retract,
    /// Institution: let another colleague go on.
    HandOver,
    /// Either side: end it because the other one is suspended.
    #[serde(rename = "leave_held")]
    EndSuspended,
}

use OrderActionKind::{
    Accept, Approve, Confirm, ConfirmDisbursement, Contact, CorrectPayment, Decline, DeclineOffer, Disburse,
    EndSuspended, HandOver, Pass, ProvideMaterials, RecallMaterials, Refuse, RequestMaterials, Retract, StartReview,
    Take, TakeOn, Tranche, Withdraw,
};

impl OrderActionKind {
    /// Actions of the enterprise.
    pub const OF_ENTERPRISE: &[Self] =
        &[Confirm, ProvideMaterials, Decline, Withdraw, Accept, DeclineOffer, ConfirmDisbursement, EndSuspended];
    /// Actions of the institution.
    pub const OF_INSTITUTION: &[Self] = &[
        Take,
        Pass,
        TakeOn,
        Contact,
        RequestMaterials,
        RecallMaterials,
        StartReview,
        Approve,
        Refuse,
        Disburse,
        CorrectPayment,
        Retract,
        HandOver,
        EndSuspended,
    ];
}

impl OrderState {
    /// The state that `action` leads to.
    ///
    /// # Errors
    /// `orders.wrong_state` where the action makes no sense.
    pub fn after(self, action: OrderActionKind) -> Result<Self> {
        let next = match (action, self) {
            (Take, Invited | Passed) => Grabbed,
            (Pass, Invited) => Passed,
            (TakeOn, Applied) | (Confirm, Grabbed) => Contacting,
            (Decline, Grabbed) => DeclinedByEnt,
            (Retract, Grabbed) => Withdrawn,
            (Contact, Contacting) => DueDiligence,
            (RequestMaterials | RecallMaterials | ProvideMaterials, DueDiligence) => DueDiligence,
            (StartReview, DueDiligence) => CreditReview,
            (Approve, CreditReview) => Offered,
            (Refuse, Applied | Contacting | DueDiligence | CreditReview | Contracting) => Refused,
            (Withdraw, Applied | Contacting | DueDiligence | CreditReview | Contracting) => Withdrawn,
            (Accept, Offered) => Contracting,
            (DeclineOffer, Offered) => DeclinedOffer,
            (Tranche, Contracting) => Contracting,
            (Disburse, Contracting) => Disbursed,
            (CorrectPayment, Disbursed) => Disbursed,
            (ConfirmDisbursement, Disbursed) => Closed,
            (EndSuspended, running) if running.live() => Withdrawn,
            (HandOver, running) if running.live() || running == Disbursed => running,
            _ => return Err(wrong_state()),
        };
        Ok(next)
    }

    /// The demand was met by others.
    ///
    /// # Errors
    /// `orders.wrong_state` when the order is accepted or has ended.
    pub fn mark_lost(self) -> Result<Self> {
        if self == Invited || (self.live() && self != Contracting) { Ok(Lost) } else { Err(wrong_state()) }
    }

    /// A limit is over, and whoever's turn it was has not acted (domain 2.2).
    ///
    /// # Errors
    /// `orders.wrong_state` where nothing ends by itself: signing, and what has ended.
    pub fn expire(self) -> Result<Self> {
        Ok(match self {
            Invited => Passed,
            Applied => ExpiredInst,
            Grabbed => ExpiredEnt,
            Offered => ExpiredOffer,
            Contacting | DueDiligence | CreditReview => Voided,
            Disbursed => Closed,
            _ => return Err(wrong_state()),
        })
    }

    /// The demand was taken back by the enterprise.
    ///
    /// # Errors
    /// As for [`OrderState::mark_lost`].
    pub fn withdraw_with_demand(self) -> Result<Self> {
        self.mark_lost().map(|_| Withdrawn)
    }

    /// All that was lent jointly has been paid: whoever guarantees it has done its part.
    ///
    /// # Errors
    /// `orders.wrong_state` unless accepted.
    pub fn complete_guarantee(self) -> Result<Self> {
        if self == Contracting { Ok(Closed) } else { Err(wrong_state()) }
    }

    /// A joint credit decides about it, whatever the institution has done on its own: its offer may be open, or have lapsed without
    /// anybody's decision. Who has not spoken with the enterprise yet does so first, as on any order (plan: 联合授信).
    ///
    /// # Errors
    /// `orders.wrong_state` once somebody has decided.
    pub fn bind_to_joint_credit(self) -> Result<Self> {
        match self {
            Invited | Passed | ExpiredEnt | Grabbed => Ok(Contacting),
            Contacting | DueDiligence | CreditReview => Ok(self),
            _ => Err(wrong_state()),
        }
    }

    /// Takes one of the demand's places.
    pub fn live(self) -> bool {
        matches!(self, Applied | Grabbed | Contacting | DueDiligence | CreditReview | Offered | Contracting)
    }

    /// Nothing happens to it any more; what was passed may still be taken while the demand is on the market.
    pub fn ended(self) -> bool {
        !self.live() && !matches!(self, Invited | Disbursed)
    }

    /// The enterprise accepted what was granted, and the order did not fail afterwards.
    pub fn accepted(self) -> bool {
        matches!(self, Contracting | Disbursed | Closed)
    }
}

fn wrong_state() -> Error {
    Error::conflict("orders.wrong_state", "对接单当前状态不允许此操作")
}

/// Its transitions, for the documents: what people do, and what happens by itself.
pub const MACHINE: Machine = Machine {
    name: "Order (对接单)",
    transitions: || {
        let mut all = transitions_by(OrderState::iter(), OrderActionKind::iter(), OrderState::after);
        all.extend(transitions_of(
            OrderState::iter(),
            &[
                ("limit over", OrderState::expire),
                ("others met the demand", OrderState::mark_lost),
                ("the demand is withdrawn", OrderState::withdraw_with_demand),
                ("a joint credit takes it in", OrderState::bind_to_joint_credit),
                ("the joint credit is paid", OrderState::complete_guarantee),
            ],
        ));
        all
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_and_action() {
        let allowed = [
            (Take, Invited, Grabbed),
            (Take, Passed, Grabbed),
            (Pass, Invited, Passed),
            (TakeOn, Applied, Contacting),
            (Refuse, Applied, Refused),
            (Withdraw, Applied, Withdrawn),
            (Confirm, Grabbed, Contacting),
            (Decline, Grabbed, DeclinedByEnt),
            (Retract, Grabbed, Withdrawn),
            (Contact, Contacting, DueDiligence),
            (RequestMaterials, DueDiligence, DueDiligence),
            (RecallMaterials, DueDiligence, DueDiligence),
            (ProvideMaterials, DueDiligence, DueDiligence),
            (StartReview, DueDiligence, CreditReview),
            (Approve, CreditReview, Offered),
            (Refuse, Contacting, Refused),
            (Refuse, DueDiligence, Refused),
            (Refuse, CreditReview, Refused),
            (Refuse, Contracting, Refused),
            (Withdraw, Contacting, Withdrawn),
            (Withdraw, DueDiligence, Withdrawn),
            (Withdraw, CreditReview, Withdrawn),
            (Withdraw, Contracting, Withdrawn),
            (Accept, Offered, Contracting),
            (DeclineOffer, Offered, DeclinedOffer),
            (Tranche, Contracting, Contracting),
            (Disburse, Contracting, Disbursed),
            (CorrectPayment, Disbursed, Disbursed),
            (ConfirmDisbursement, Disbursed, Closed),
        ];
        let running =
            [Applied, Grabbed, Contacting, DueDiligence, CreditReview, Offered, Contracting, Disbursed].into_iter();
        let left = running.clone().filter(|state| state.live()).map(|state| (EndSuspended, state, Withdrawn));
        let handed = running.map(|state| (HandOver, state, state));
        let allowed: Vec<_> = allowed.into_iter().chain(handed).chain(left).collect();
        for action in OrderActionKind::iter() {
            for state in OrderState::iter() {
                let want = allowed.iter().find(|(a, from, _)| *a == action && *from == state).map(|(_, _, to)| *to);
                assert_eq!(state.after(action).ok(), want, "{state:?} {action:?}");
            }
        }
    }

    #[test]
    fn a_joint_credit_takes_undecided_orders_and_fulfils_accepted_ones() {
        for state in OrderState::iter() {
            let joined = match state {
                Invited | Passed | ExpiredEnt | Grabbed => Some(Contacting),
                Contacting | DueDiligence | CreditReview => Some(state),
                _ => None,
            };
            assert_eq!(state.bind_to_joint_credit().ok(), joined, "{state:?}");
            assert_eq!(state.complete_guarantee().ok(), (state == Contracting).then_some(Closed), "{state:?}");
        }
    }

    #[test]
    fn only_undecided_orders_are_lost() {
        for state in OrderState::iter() {
            let undecided =
                matches!(state, Invited | Applied | Grabbed | Contacting | DueDiligence | CreditReview | Offered);
            assert_eq!(state.mark_lost().is_ok(), undecided, "{state:?}");
            assert_eq!(state.withdraw_with_demand().ok(), undecided.then_some(Withdrawn), "{state:?}");
        }
    }

    #[test]
    fn what_its_limit_makes_of_every_state() {
        let ends = [
            (Invited, Passed),
            (Applied, ExpiredInst),
            (Grabbed, ExpiredEnt),
            (Offered, ExpiredOffer),
            (Contacting, Voided),
            (DueDiligence, Voided),
            (CreditReview, Voided),
            (Disbursed, Closed),
        ];
        for state in OrderState::iter() {
            let want = ends.iter().find(|(from, _)| *from == state).map(|(_, to)| *to);
            assert_eq!(state.expire().ok(), want, "{state:?}");
            assert!(!state.ended() || state.expire().is_err(), "{state:?} has ended");
        }
    }
}
