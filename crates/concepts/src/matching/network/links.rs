//! Links of the network: what came of an order, and how long ago.

use crate::orders::{Dealing, OrderState};
use jinqiao_kernel::{DateTime, OrgId};
use jinqiao_matching::network::{Interactions, Outcome, Weight, weight};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
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

/// How far an order came; none while only one side was asked.
fn outcome(state: OrderState) -> Option<Outcome> {
    use OrderState::{
        Applied, Closed, Contacting, Contracting, CreditReview, DeclinedByEnt, DeclinedOffer, Disbursed, DueDiligence,
        ExpiredEnt, ExpiredInst, ExpiredOffer, Grabbed, Invited, Lost, Offered, Passed, Refused, Voided, Withdrawn,
    };
    Some(match state {
        Invited | Passed => return None,
        Applied => Outcome::Applied,
        Grabbed | Contacting | DueDiligence | CreditReview => Outcome::Grabbed,
        Offered | Contracting => Outcome::Agreed,
        Disbursed | Closed => Outcome::Disbursed,
        Refused | ExpiredInst | Voided => Outcome::Refused,
        DeclinedByEnt | DeclinedOffer | Withdrawn | Lost | ExpiredEnt | ExpiredOffer => Outcome::Withdrawn,
    })
}

/// What a dealing counts at `now`; none where it never counted or has faded away.
pub fn weight_of(dealing: &Dealing, half_life: i32, now: DateTime) -> Option<Weight> {
    let days = u32::try_from((now - dealing.at).num_days().max(0)).unwrap_or(u32::MAX);
    weight(outcome(dealing.state)?, days, half_life.unsigned_abs())
}

/// Everything between firms and the nodes of one side.
pub fn interactions(
    side: NetworkSide,
    dealings: &[Dealing],
    half_life: i32,
    now: DateTime,
) -> Interactions<OrgId, Uuid> {
    let mut all = Interactions::default();
    for dealing in dealings {
        if let Some((item, weight)) = side.item(dealing).zip(weight_of(dealing, half_life, now)) {
            all.add(dealing.enterprise, item, weight);
        }
    }
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
        assert_eq!([of(OrderState::Refused, 365), of(OrderState::Lost, 365)], [Some(0.2), Some(0.3)]);
        assert_eq!(of(OrderState::Invited, 365), None, "nobody has answered yet");
        assert_eq!(of(OrderState::Applied, 400), Some(1.0), "a clock that goes back makes nothing of more worth");
    }

    #[test]
    fn both_sides_are_made_of_the_same_orders() {
        let offer = Dealing { product: None, ..dealing(2, OrderState::Grabbed, 0) };
        let all = [dealing(1, OrderState::Closed, 0), dealing(1, OrderState::Refused, 0), offer];
        let of = |side| interactions(side, &all, 365, DateTime::UNIX_EPOCH).network();
        let (products, institutions) = (of(NetworkSide::Products), of(NetworkSide::Institutions));
        assert_eq!((products.graph.links(), institutions.graph.links()), (1, 2));
        assert_eq!(products.graph.users.of(0), [(0, 4.2)], "twice is one link of both weights");
    }
}
