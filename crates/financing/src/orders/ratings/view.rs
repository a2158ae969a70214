//! What each side and the operator see of ratings.

use super::{
    entity::Model,
    model::{AppealState, Mark, RatingParty, may_rate, negative, visible, window_ends},
};
use crate::orders::entity::Model as Order;
use jinqiao_kernel::{DateTime, OrderId, RatingId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A rating that the reader may see.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct RatingView {
    party: RatingParty,
    marks: Vec<Mark>,
    text: Option<String>,
    given_at: DateTime,
    /// Can the other side read it?
    open: bool,
    reply: Option<String>,
    replied_at: Option<DateTime>,
    appeal: Option<String>,
    appeal_state: Option<AppealState>,
    /// The operator's words on the appeal.
    ruling: Option<String>,
}

/// The ratings of an order as one side sees them. Before it is open, nothing tells whether the other side's exists.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct RatingsView {
    /// The reader may rate now.
    may_rate: bool,
    /// Why not, in Chinese.
    why: Option<String>,
    /// Until when; none before the order has ended.
    until: Option<DateTime>,
    /// What the reader gave.
    own: Option<RatingView>,
    /// What the other side gave, once it is open.
    theirs: Option<RatingView>,
    /// The reader may reply to it now.
    may_reply: bool,
    /// The reader may appeal against it now.
    may_appeal: bool,
}

/// An appeal, for the operator.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct AppealView {
    pub(super) id: RatingId,
    pub(super) order_id: OrderId,
    pub(super) order_no: String,
    pub(super) from_name: String,
    pub(super) to_name: String,
    pub(super) appealed_at: Option<DateTime>,
    pub(super) rating: RatingView,
}

impl RatingView {
    pub(super) fn new(row: Model, now: DateTime) -> Self {
        Self {
            open: row.opens_at <= now,
            party: row.party,
            marks: row.marks.0,
            text: row.text,
            given_at: row.given_at,
            reply: row.reply,
            replied_at: row.replied_at,
            appeal: row.appeal,
            appeal_state: row.appeal_state,
            ruling: row.ruling,
        }
    }
}

impl RatingsView {
    /// The ratings of `order` for the side `party`.
    pub(super) fn new(order: &Order, party: RatingParty, ratings: Vec<Model>, now: DateTime) -> Self {
        let both = ratings.len() == 2;
        let (mine, others): (Vec<_>, Vec<_>) = ratings.into_iter().partition(|rating| rating.party == party);
        let open = visible(both, order.closed_at, now);
        let own = mine.into_iter().next();
        let theirs = others.into_iter().next().filter(|_| open);
        let refused = match &own {
            Some(_) => Some("您已评价".to_owned()),
            None => may_rate(order.state, order.closed_at, now).err().map(|error| error.message().to_owned()),
        };
        Self {
            may_rate: refused.is_none(),
            why: refused,
            until: order.closed_at.map(window_ends),
            may_reply: theirs.as_ref().is_some_and(|rating| rating.reply.is_none()),
            may_appeal: theirs.as_ref().is_some_and(|rating| negative(rating.overall) && rating.appeal_state.is_none()),
            own: own.map(|rating| RatingView::new(rating, now)),
            theirs: theirs.map(|rating| RatingView::new(rating, now)),
        }
    }
}
