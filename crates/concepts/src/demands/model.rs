//! States of a demand (domain 2.1).

use jinqiao_kernel::{Error, Money, Result};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a demand stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum DemandState {
    /// 草稿.
    Draft,
    /// 待审核.
    Reviewing,
    /// 退回补正.
    Returned,
    /// 审核不予通过.
    Refused,
    /// 公开抢单.
    Open,
    /// 对接中: at least one live order.
    Negotiating,
    /// 已达成: enough was accepted, money is still to come.
    Agreed,
    /// 已放款: at least the demanded amount.
    Fulfilled,
    /// 部分放款: ended with less than the demanded amount.
    PartiallyFulfilled,
    /// 对接未成功: a direct application that came to nothing; may be turned into a public demand (转为公开需求).
    ClosedUnmatched,
    /// 已撤回.
    Withdrawn,
}

use DemandState::{
    Agreed, ClosedUnmatched, Draft, Fulfilled, Negotiating, Open, PartiallyFulfilled, Refused, Returned, Reviewing,
    Withdrawn,
};

impl DemandState {
    fn step(self, from: &[Self], to: Self) -> Result<Self> {
        if from.contains(&self) {
            Ok(to)
        } else {
            Err(Error::conflict("demands.wrong_state", "需求当前状态不允许此操作"))
        }
    }

    /// The enterprise edits.
    ///
    /// # Errors
    /// `demands.wrong_state` unless draft, returned or unmatched. The other actions fail alike outside their states.
    pub fn edit(self) -> Result<Self> {
        self.step(&[Draft, Returned, ClosedUnmatched], self)
    }

    /// The enterprise submits for review.
    ///
    /// # Errors
    /// Unless draft, returned or unmatched.
    pub fn submit(self) -> Result<Self> {
        self.step(&[Draft, Returned, ClosedUnmatched], Reviewing)
    }

    /// The operator publishes.
    ///
    /// # Errors
    /// Unless under review.
    pub fn approve(self) -> Result<Self> {
        self.step(&[Reviewing], Open)
    }

    /// The operator returns it with all its defects.
    ///
    /// # Errors
    /// Unless under review.
    pub fn give_back(self) -> Result<Self> {
        self.step(&[Reviewing], Returned)
    }

    /// The operator refuses.
    ///
    /// # Errors
    /// Unless under review.
    pub fn refuse(self) -> Result<Self> {
        self.step(&[Reviewing], Refused)
    }

    /// An institution grabs it.
    ///
    /// # Errors
    /// Unless on the market.
    pub fn grab(self) -> Result<Self> {
        self.step(&[Open, Negotiating], Negotiating)
    }

    /// The enterprise takes it back, whatever orders are live.
    ///
    /// # Errors
    /// Once an offer has been accepted, or when it has ended.
    pub fn withdraw(self) -> Result<Self> {
        self.step(&[Draft, Reviewing, Returned, Open, Negotiating, ClosedUnmatched], Withdrawn)
    }

    /// The enterprise takes no further offers; the orders decide what becomes of it.
    ///
    /// # Errors
    /// Unless in negotiation.
    pub fn complete(self) -> Result<Self> {
        self.step(&[Negotiating], Agreed)
    }

    /// What its orders make of it; a `direct` application has no place on the market to go back to.
    ///
    /// # Errors
    /// Unless orders can still change.
    pub fn settle(self, amount: Money, closing: bool, direct: bool, orders: &OrdersSummary) -> Result<Self> {
        let to = match orders.outcome(amount, closing) {
            Open if direct => ClosedUnmatched,
            to => to,
        };
        self.step(&[Open, Negotiating, Agreed], to)
    }

    /// On the market: institutions see it.
    pub fn on_market(self) -> bool {
        matches!(self, Open | Negotiating)
    }

    /// Nothing happens to it any more.
    pub fn ended(self) -> bool {
        matches!(self, Refused | Fulfilled | PartiallyFulfilled | Withdrawn)
    }
}

/// The orders of a demand, added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OrdersSummary {
    /// Orders that take a place on the demand: from grabbed to contracting.
    pub live: i32,
    /// Accepted orders whose money has not been confirmed yet.
    pub pending: i32,
    /// Sum of what was granted and accepted.
    pub accepted: Money,
    /// Sum of what was paid out and confirmed.
    pub disbursed: Money,
}

impl OrdersSummary {
    fn outcome(&self, amount: Money, closing: bool) -> DemandState {
        let enough = self.accepted > Money::ZERO && (closing || self.accepted >= amount);
        match (enough, self.pending) {
            (true, 0) if self.disbursed >= amount => Fulfilled,
            (true, 0) => PartiallyFulfilled,
            (true, _) => Agreed,
            (false, _) if self.live > 0 || self.accepted > Money::ZERO => Negotiating,
            (false, _) => Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::Iterable;

    /// A transition.
    type Transition = fn(DemandState) -> Result<DemandState>;

    #[test]
    fn every_state_and_action() {
        let actions: [(&str, Transition, &[DemandState], Option<DemandState>); 8] = [
            ("edit", DemandState::edit, &[Draft, Returned, ClosedUnmatched], None),
            ("submit", DemandState::submit, &[Draft, Returned, ClosedUnmatched], Some(Reviewing)),
            ("approve", DemandState::approve, &[Reviewing], Some(Open)),
            ("return", DemandState::give_back, &[Reviewing], Some(Returned)),
            ("refuse", DemandState::refuse, &[Reviewing], Some(Refused)),
            ("grab", DemandState::grab, &[Open, Negotiating], Some(Negotiating)),
            (
                "withdraw",
                DemandState::withdraw,
                &[Draft, Reviewing, Returned, Open, Negotiating, ClosedUnmatched],
                Some(Withdrawn),
            ),
            ("complete", DemandState::complete, &[Negotiating], Some(Agreed)),
        ];
        for (name, action, from, to) in actions {
            for state in DemandState::iter() {
                let want = from.contains(&state).then(|| to.unwrap_or(state));
                assert_eq!(action(state).ok(), want, "{state:?} {name}");
            }
        }
    }

    #[test]
    fn orders_decide_what_becomes_of_a_demand() {
        let wan = Money::wan;
        for (live, pending, accepted, disbursed, closing, want) in [
            (0, 0, 0, 0, false, Open),
            (2, 0, 0, 0, false, Negotiating),
            (1, 1, 60, 0, false, Negotiating),
            (0, 0, 60, 60, false, Negotiating),
            (1, 1, 60, 0, true, Agreed),
            (1, 1, 100, 0, false, Agreed),
            (0, 1, 100, 40, false, Agreed),
            (0, 0, 100, 100, false, Fulfilled),
            (0, 0, 100, 90, false, PartiallyFulfilled),
            (0, 0, 60, 60, true, PartiallyFulfilled),
            (0, 0, 0, 0, true, Open),
        ] {
            let orders = OrdersSummary { live, pending, accepted: wan(accepted), disbursed: wan(disbursed) };
            assert_eq!(
                Negotiating.settle(wan(100), closing, false, &orders).expect("on the market"),
                want,
                "{orders:?} {closing}"
            );
        }
        let direct = Negotiating.settle(wan(100), false, true, &OrdersSummary::default());
        assert_eq!(direct.expect("in negotiation"), ClosedUnmatched);
        for state in DemandState::iter() {
            let settled = state.settle(wan(100), false, false, &OrdersSummary::default());
            assert_eq!(settled.is_ok(), matches!(state, Open | Negotiating | Agreed), "{state:?}");
        }
    }
}
