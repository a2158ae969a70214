//! 抢单, 需求管理: one demand × one institution, from the grab to the money.

mod access;
mod apply_service;
mod consent_letters;
mod conversions;
mod dealings;
mod demand_service;
mod dispatch;
mod disputes;
mod enterprise_service;
mod entity;
mod equity;
mod facts;
mod fields;
mod grab;
mod grants;
mod hand_over;
mod http_apply;
mod http_enterprise;
mod http_institution;
mod http_investor;
mod http_market;
mod http_officers;
mod institution_service;
mod investor_service;
mod joint_credit;
mod letters;
mod limits;
mod looks;
mod materials;
mod migrations;
mod model;
mod officers;
mod opened;
mod opening;
mod overrun;
mod oversight;
mod parameters;
mod ratings;
mod read;
mod second_credit;
mod steps;
mod store;
mod suspension;
mod view;
mod words;

pub use apply_service::{Application, apply, take_on};
pub use conversions::{Conversion, conversions};
pub use dealings::{Dealing, dealings, name_applied_for, paid_to_firms};
pub use demand_service::withdraw as withdraw_demand;
pub use dispatch::{invite, pass, running, states_of_demand};
pub use disputes::{OrderParties, check_anonymous, identities_open, ids_seen_by, lock_parties, set_disputed};
pub use enterprise_service::{accept, confirm, confirm_disbursement, leave};
pub use equity::{EquityDeal, EquityOffer, TermSheet, Tranche};
pub use facts::{OrderFact, OrderStep};
pub use fields::{Contact, ContactMethod, Decision, Disbursement, Fee, Offer, RefusalCode};
pub use grab::{Bid, check_certified, grab};
pub use hand_over::hand_over;
pub use institution_service::{approve, contact, correct, disburse, refuse, start_review};
pub use investor_service::{pay, propose};
pub use joint_credit::{
    CommitIn, JointFact, JointIn, JointMemberFact, JointMemberStep, JointStep, JointTurn, accept as accept_joint,
    approve as approve_joint, commit, consent, form, open_data, orders_of_joint, propose as propose_joint, share_of,
};
pub use limits::Turn;
pub use materials::{MaterialItem, MaterialsIn, ask, provide};
pub use model::{OrderActionKind, OrderState};
pub use opening::OrderedProduct;
pub use parameters::LIVE_ORDERS;
pub use ratings::{
    Aspect, Mark, OpenRating, RatingFact, RatingIn, RatingParty, RatingStep, Reputation, appeal, open_ratings, rate,
    reputations, reputations_in,
};
pub use read::masked;
pub use second_credit::{
    ExtensionDecision, SecondFact, SecondKind, SecondRequest, SecondSide, SecondState, SecondStep, SecondTerms,
    Signature, approve as approve_extension, confirm as confirm_second, granted as second_credits,
    request as request_second,
};
pub use store::{Outcome, numbers, of_party, officer_of, outcome, served_enterprises, visible_numbers};

use grants::PERMISSIONS;
pub use grants::{MARKET_READ, ORDERS_INSTITUTION};
use jinqiao_db::{Reaction, schema::Step};
use jinqiao_http::Routes;
use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations,
    reactions,
    letters: &[
        letters::LETTERS,
        consent_letters::CONSENT_LETTERS,
        ratings::LETTERS,
        joint_credit::LETTERS,
        joint_credit::MEMBER_LETTERS,
        second_credit::LETTERS,
    ],
    parameters: &[parameters::PARAMETERS, joint_credit::PARAMETERS, second_credit::PARAMETERS],
    reviews: &[ratings::REVIEW, second_credit::REVIEW],
    words: &[words::WORDS, ratings::WORDS, joint_credit::WORDS, second_credit::WORDS],
    permissions: PERMISSIONS,
    ..Concept::new("orders")
};

/// Routes of this concept.
fn routes() -> Routes {
    http_market::routes()
        .merge(http_apply::routes())
        .merge(http_enterprise::routes())
        .merge(http_institution::routes())
        .merge(http_investor::routes())
        .merge(http_officers::routes())
        .merge(suspension::routes())
        .merge(oversight::routes())
        .merge(materials::routes())
        .merge(ratings::routes())
        .merge(joint_credit::routes())
        .merge(second_credit::routes())
}

/// Steps of this concept.
fn migrations() -> Vec<Step> {
    migrations::migrations()
        .into_iter()
        .chain(ratings::migrations())
        .chain(materials::migrations())
        .chain(joint_credit::migrations())
        .chain(second_credit::migrations())
        .collect()
}

/// Reactions of this concept.
fn reactions() -> Vec<Reaction> {
    [overrun::reactions(), suspension::reactions(), joint_credit::reactions(), second_credit::reactions()]
        .into_iter()
        .flatten()
        .collect()
}
