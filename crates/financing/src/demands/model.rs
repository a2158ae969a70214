//! States of a demand (domain 2.1).

use jinqiao_kernel::{Error, Machine, Money, Result, transitions_of};
use jinqiao_platform::reviews::ReviewKind;
use sea_orm::{DeriveActiveEnum, EnumIter, Iterable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A demand, in the operator's queue (发布审核).
pub const REVIEW: ReviewKind = ReviewKind { name: "demand", text: "融资需求", page: "/operator/demands" };

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
    /// 派单中: the best institutions have it first, one round after the other.
    Dispatched,
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
    /// 对接未成功: nobody offered in time, or a direct application came to nothing; may be submitted again (转为公开需求).
    ClosedUnmatched,
    /// 逾期关闭: it was not corrected in time.
    ClosedExpired,
    /// 已撤回.
    Withdrawn,
}

use DemandState::{
    Agreed, ClosedExpired, ClosedUnmatched, Dispatched, Draft, Fulfilled, Negotiating, Open, PartiallyFulfilled,
    Refused, Returned, Reviewing, Withdrawn,
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

    /// The operator publishes: to the best institutions first if it is to be dispatched, or to all at once.
    ///
    /// # Errors
    /// Unless under review.
    pub fn approve(self, dispatch: bool) -> Result<Self> {
        self.step(&[Reviewing], if dispatch { Dispatched } else { Open })
    }

    /// The dispatch is over: whoever is certified may offer.
    ///
    /// # Errors
    /// Unless dispatched, or in negotiation with those who took it.
    pub fn open_up(self) -> Result<Self> {
        self.step(&[Dispatched, Negotiating], if self == Negotiating { Negotiating } else { Open })
    }

    /// Its limit is over: not corrected, or nobody offered (domain 2.1).
    ///
    /// # Errors
    /// Unless returned or open.
    pub fn expire(self) -> Result<Self> {
        self.step(&[Returned, Open], if self == Open { ClosedUnmatched } else { ClosedExpired })
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
        self.step(&[Dispatched, Open, Negotiating], Negotiating)
    }

    /// The enterprise takes it back, whatever orders are live.
    ///
    /// # Errors
    /// Once an offer has been accepted, or when it has ended.
    pub fn withdraw(self) -> Result<Self> {
        self.step(&[Draft, Reviewing, Returned, Dispatched, Open, Negotiating, ClosedUnmatched], Withdrawn)
    }

    /// The enterprise takes no further offers; the orders decide what becomes of it.
    ///
    /// # Errors
    /// Unless in negotiation.
    pub fn complete(self) -> Result<Self> {
        self.step(&[Negotiating], Agreed)
    }

    /// What its orders make of it; without any, it goes to the state `resting`: to the market, to the dispatch that goes on, or,
    /// a direct application, nowhere.
    ///
    /// # Errors
    /// Unless orders can still change.
    pub fn after_orders(self, amount: Money, closing: bool, resting: Self, orders: &OrdersSummary) -> Result<Self> {
        let to = orders.outcome(amount, closing).unwrap_or(resting);
        if self == PartiallyFulfilled && matches!(to, PartiallyFulfilled | Fulfilled) {
            // Further draws come after the end.
            return Ok(to);
        }
        self.step(&[Dispatched, Open, Negotiating, Agreed], to)
    }

    /// On the market: institutions see it, those to which it is dispatched alone where it is.
    pub fn on_market(self) -> bool {
        matches!(self, Open | Negotiating)
    }

    /// Offers are taken.
    pub fn takes_offers(self) -> bool {
        self == Dispatched || self.on_market()
    }

    /// From the submission to the end.
    pub const UNDER_WAY: [Self; 5] = [Reviewing, Dispatched, Open, Negotiating, Agreed];

    /// Nothing happens to it any more.
    pub fn ended(self) -> bool {
        matches!(self, Refused | Fulfilled | PartiallyFulfilled | ClosedExpired | Withdrawn)
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
    /// None without orders.
    fn outcome(&self, amount: Money, closing: bool) -> Option<DemandState> {
        let enough = self.accepted > Money::ZERO && (closing || self.accepted >= amount);
        match (enough, self.pending) {
            (true, 0) if self.disbursed >= amount => Some(Fulfilled),
            (true, 0) => Some(PartiallyFulfilled),
            (true, _) => Some(Agreed),
            (false, _) => (self.live > 0 || self.accepted > Money::ZERO).then_some(Negotiating),
        }
    }
}

/// Its transitions, for the documents.
pub const MACHINE: Machine = Machine {
    name: "Demand (融资需求)",
    transitions: || {
        transitions_of(
            DemandState::iter(),
            &[
                ("edit", DemandState::edit),
                ("submit", DemandState::submit),
                ("publish", |state| state.approve(false)),
                ("dispatch", |state| state.approve(true)),
                ("return", DemandState::give_back),
                ("refuse", DemandState::refuse),
                ("open to all", DemandState::open_up),
                ("grab", DemandState::grab),
                ("orders: none live", |state| {
                    state.after_orders(Money::wan(2), false, Open, &OrdersSummary::default())
                }),
                ("orders: money is agreed", |state| {
                    state.after_orders(
                        Money::wan(1),
                        false,
                        Open,
                        &OrdersSummary { pending: 1, accepted: Money::wan(1), ..OrdersSummary::default() },
                    )
                }),
                ("orders: all is paid", |state| {
                    state.after_orders(
                        Money::wan(1),
                        false,
                        Open,
                        &OrdersSummary {
                            accepted: Money::wan(1),
                            disbursed: Money::wan(1),
                            ..OrdersSummary::default()
                        },
                    )
                }),
                ("orders: a part is paid, no more is wanted", |state| {
                    state.after_orders(
                        Money::wan(2),
                        true,
                        Open,
                        &OrdersSummary {
                            accepted: Money::wan(1),
                            disbursed: Money::wan(1),
                            ..OrdersSummary::default()
                        },
                    )
                }),
                ("stop taking offers", DemandState::complete),
                ("limit over", DemandState::expire),
                ("withdraw", DemandState::withdraw),
            ],
        )
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    /// A transition.
    type Transition = fn(DemandState) -> Result<DemandState>;

    #[test]
    fn every_state_and_action() {
        let actions: [(&str, Transition, &[DemandState], Option<DemandState>); 9] = [
            ("edit", DemandState::edit, &[Draft, Returned, ClosedUnmatched], None),
            ("submit", DemandState::submit, &[Draft, Returned, ClosedUnmatched], Some(Reviewing)),
            ("approve", |state| state.approve(false), &[Reviewing], Some(Open)),
            ("dispatch", |state| state.approve(true), &[Reviewing], Some(Dispatched)),
            ("return", DemandState::give_back, &[Reviewing], Some(Returned)),
            ("refuse", DemandState::refuse, &[Reviewing], Some(Refused)),
            ("grab", DemandState::grab, &[Dispatched, Open, Negotiating], Some(Negotiating)),
            (
                "withdraw",
                DemandState::withdraw,
                &[Draft, Reviewing, Returned, Dispatched, Open, Negotiating, ClosedUnmatched],
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
                Negotiating.after_orders(wan(100), closing, Open, &orders).expect("on the market"),
                want,
                "{orders:?} {closing}"
            );
        }
        for resting in [Open, Dispatched, ClosedUnmatched] {
            let settled = Negotiating.after_orders(wan(100), false, resting, &OrdersSummary::default());
            assert_eq!(settled.expect("in negotiation"), resting);
        }
        let drawn = |paid| OrdersSummary { live: 0, pending: 0, accepted: wan(100), disbursed: wan(paid) };
        for (paid, want) in [(60, PartiallyFulfilled), (100, Fulfilled)] {
            assert_eq!(
                PartiallyFulfilled.after_orders(wan(100), false, Open, &drawn(paid)).expect("further draws"),
                want
            );
        }
        for state in DemandState::iter() {
            let settled = state.after_orders(wan(100), false, Open, &OrdersSummary::default());
            assert_eq!(settled.is_ok(), matches!(state, Dispatched | Open | Negotiating | Agreed), "{state:?}");
            let opened = [(Dispatched, Open), (Negotiating, Negotiating)].into_iter().find(|(from, _)| *from == state);
            assert_eq!(state.open_up().ok(), opened.map(|(_, to)| to), "{state:?}");
            let over =
                [(Returned, ClosedExpired), (Open, ClosedUnmatched)].into_iter().find(|(from, _)| *from == state);
            assert_eq!(state.expire().ok(), over.map(|(_, to)| to), "{state:?}");
        }
    }
}
