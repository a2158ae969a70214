//! 需求发布, 需求市场: what an enterprise wants to borrow, its review, and its masked form on the market.

mod access;
mod bounds;
mod calls;
mod dictionary;
mod dispatch;
mod entity;
mod expiry;
mod facts;
mod fields;
mod grants;
mod http;
mod identifying_http;
mod letters;
mod limits;
mod market;
mod migrations;
mod model;
mod of_firm;
mod overview;
mod parameters;
mod published;
mod recheck;
mod searched;
mod service;
mod steps;
mod store;
mod suspension;
mod view;
mod words;

pub use entity::Model as Demand;
pub(crate) use entity::{Column as DemandColumn, Entity as Demands};
pub use facts::{DemandFact, DemandStep};
pub use fields::{DemandIn, Draft};
pub use market::{
    MarketDemand, MarketFilter, MarketSort, MyOrder, OnMarket, counts_by_state, disbursed, market_page, on_market,
    on_market_of, published_by_month, still_on_market,
};
use migrations::migrations;
pub use model::{DemandState, OrdersSummary, REVIEW};
pub use of_firm::{FirmDemands, of_firm};
pub use parameters::DISPATCH_INSTITUTIONS;
pub use published::{PublishedFilter, published_one, published_page};
pub use recheck::recheck_market;

pub use dispatch::{begin_round, open_up};
pub use service::{apply, approve, check_may_continue, continued, create, give_back, submit};
pub use steps::{DemandTransition, move_to, record_orders, recount};
pub use store::{
    by_id, by_ids, check_attached, dispatched_of, lock_any, lock_own, numbers, own, public_texts, public_texts_of,
    publishers, purposes,
};
pub use view::{DemandView, draft_of, view_of};

pub use grants::DEMANDS_OWN;
use grants::PERMISSIONS;
use jinqiao_db::Reaction;
use jinqiao_http::Routes;
use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations,
    reactions,
    letters: &[letters::LETTERS],
    machines: &[model::MACHINE],
    codes: &[
        "demands.already_accepted",
        "demands.nothing_accepted",
        "demands.profile_incomplete",
        "demands.wrong_state",
    ],
    parameters: &[parameters::PARAMETERS],
    reviews: &[REVIEW],
    words: &[words::WORDS],
    bounds: bounds::BOUNDS,
    permissions: PERMISSIONS,
    published: &[parameters::UNANSWERED_DAYS],
    start: Some(|db| Box::pin(searched::refresh(db))),
    ..Concept::new("demands")
};

/// Routes of this concept.
fn routes() -> Routes {
    http::routes().merge(calls::routes()).merge(identifying_http::routes())
}

/// Reactions of this concept.
fn reactions() -> Vec<Reaction> {
    expiry::reactions().into_iter().chain(suspension::reactions()).collect()
}
