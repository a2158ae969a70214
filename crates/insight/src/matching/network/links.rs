//! Links of the network: what came of an order, and how long ago.

use jinqiao_financing::orders::{Dealing, OrderState};
use jinqiao_kernel::{DateTime, OrgId};
use jinqiao_matching::network::{Interactions, Outcome, Weight, weight};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// What firms are linked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum NetworkSide {
    /// 企业—产品: direct applications name a product.
    Products,
    /// 企业—机构: every order has an institution.
    Institutions,
}

impl NetworkSide {
    /// The node that a dealing leads to.
    pub fn item(self, dealing: &Dealing) -> Option<Uuid> {
        match self {
            Self::Products => dealing.product.map(|product| product.0),
            Self::Institutions => Some(dealing.institution.0),
        }
    }
}

/// How far an order came; none where a side was only asked, or said no.
fn outcome(state: OrderState) -> Option<Outcome> {
    use OrderState::{
        Applied, Closed, Contacting, Contracting, CreditReview, DeclinedByEnt, DeclinedOffer, Disbursed, DueDiligence,
        ExpiredEnt, ExpiredInst, ExpiredOffer, Grabbed, Invited, Lost, Offered, Passed, Refused, Voided, Withdrawn,
    };
    Some(match state {
        Invited | Passed | Refused | ExpiredInst | DeclinedByEnt | ExpiredEnt | Voided => return None,
        Applied => Outcome::Applied,
        Grabbed | Contacting | DueDiligence | CreditReview => Outcome::Grabbed,
        Offered | Contracting => Outcome::Agreed,
        Disbursed | Closed => Outcome::Disbursed,
        DeclinedOffer | Withdrawn | Lost | ExpiredOffer => Outcome::Unconcluded,
    })
}

/// Did the institution say no, or the firm before it knew more?
fn turned_down(state: OrderState) -> bool {
    matches!(state, OrderState::Refused | OrderState::ExpiredInst | OrderState::DeclinedByEnt)
}

fn days(dealing: &Dealing, now: DateTime) -> u32 {
    u32::try_from((now - dealing.at).num_days().max(0)).unwrap_or(u32::MAX)
}

/// What a dealing counts at `now`; none where it never counted or has faded away.
fn weight_of(dealing: &Dealing, half_life: i32, now: DateTime) -> Option<Weight> {
    weight(outcome(dealing.state)?, days(dealing, now), half_life.unsigned_abs())
}

/// The most that a node turned down by a firm or turning it down is liked on that day, thousandths; like a choice, it fades into 500.
pub fn dislike(dealing: &Dealing, half_life: i32, now: DateTime) -> Option<i32> {
    const AT_ONCE: f64 = 300.0;
    let fade = f64::from(days(dealing, now)) / f64::from(half_life.max(1));
    turned_down(dealing.state).then(|| 500 - (AT_ONCE * (-fade).exp2()).round() as i32)
}

/// What firms did with the nodes of one side. Of several orders of a pair the one that came furthest counts: asking three times is no
/// more than once.
pub fn best(side: NetworkSide, dealings: &[Dealing], half_life: i32, now: DateTime) -> BTreeMap<(OrgId, Uuid), Weight> {
    let mut best: BTreeMap<(OrgId, Uuid), Weight> = BTreeMap::new();
    for dealing in dealings {
        if let Some((item, weight)) = side.item(dealing).zip(weight_of(dealing, half_life, now)) {
            let known = best.entry((dealing.enterprise, item)).or_insert(weight);
            if weight.get() > known.get() {
                *known = weight;
            }
        }
    }
    best
}

/// Everything between firms and the nodes of one side.
pub fn interactions(
    side: NetworkSide,
    dealings: &[Dealing],
    half_life: i32,
    now: DateTime,
) -> Interactions<OrgId, Uuid> {
    let mut all = Interactions::default();
    best(side, dealings, half_life, now).into_iter().for_each(|((firm, item), weight)| all.add(firm, item, weight));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;
    use jinqiao_kernel::ProductId;

    fn dealing(firm: u128, state: OrderState, at: i64) -> Dealing {
        let id = Uuid::from_u128;
        let at = DateTime::UNIX_EPOCH + TimeDelta::days(at);
        Dealing { enterprise: OrgId(id(firm)), institution: OrgId(id(10)), product: Some(ProductId(id(20))), state, at }
    }

    #[test]
    fn an_order_counts_by_how_far_it_came_and_fades() {
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(365);
        let of = |state, at| weight_of(&dealing(1, state, at), 365, now).map(Weight::get);
        assert_eq!([of(OrderState::Closed, 365), of(OrderState::Closed, 0)], [Some(4.0), Some(2.0)]);
        assert_eq!([of(OrderState::Refused, 365), of(OrderState::Lost, 365)], [None, Some(0.3)]);
        assert_eq!(of(OrderState::Invited, 365), None, "nobody has answered yet");
        assert_eq!(of(OrderState::Applied, 400), Some(1.0), "a clock that goes back makes nothing of more worth");
    }

    #[test]
    fn a_no_counts_against_a_pair_until_it_is_forgotten() {
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(365);
        let of = |state, at| dislike(&dealing(1, state, at), 365, now);
        assert_eq!([of(OrderState::Refused, 365), of(OrderState::DeclinedByEnt, 0)], [Some(200), Some(350)]);
        assert_eq!(dislike(&dealing(1, OrderState::Refused, -36_500), 365, now), Some(500));
        assert_eq!([of(OrderState::Lost, 365), of(OrderState::ExpiredEnt, 365)], [None, None]);
    }

    #[test]
    fn both_sides_are_made_of_the_same_orders() {
        let offer = Dealing { product: None, ..dealing(2, OrderState::Grabbed, 0) };
        let twice = [dealing(1, OrderState::Applied, 0), dealing(1, OrderState::Refused, 0)];
        let all = [&[dealing(1, OrderState::Closed, 0)], &twice[..], &[offer]].concat();
        let of = |side| interactions(side, &all, 365, DateTime::UNIX_EPOCH).network();
        let (products, institutions) = (of(NetworkSide::Products), of(NetworkSide::Institutions));
        assert_eq!((products.graph.links(), institutions.graph.links()), (1, 2));
        assert_eq!(products.graph.users.of(0), [(0, 4.0)], "the best of a pair counts, once");
    }
}
