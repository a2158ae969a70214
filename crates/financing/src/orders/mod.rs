//! 抢单, 需求管理: one demand × one institution, from the grab to the money.

mod access;
mod apply_service;
mod bounds;
mod clock;
mod codes;
mod consent_letters;
mod conversions;
mod dealings;
mod demand_service;
mod differs;
mod dispatch;
mod disputes;
mod draws;
mod enterprise_service;
mod entity;
mod equity;
mod expiry;
mod facts;
mod fields;
mod first_loan;
mod grab;
mod grants;
mod hand_over;
mod held;
mod http_apply;
mod http_enterprise;
mod http_exports;
mod http_institution;
mod http_investor;
mod http_market;
mod http_materials;
mod http_officers;
mod inputs;
mod institution_service;
mod investor_service;
mod letters;
mod limits;
mod list;
mod looks;
mod matched;
mod materials;
mod maturity;
mod migrations;
mod model;
mod monthly;
mod of_firm;
mod officers;
mod opened;
mod opening;
mod oversight;
mod paid_loans;
mod parameters;
mod payment;
mod ratings;
mod read;
mod steps;
mod store;
mod suspension;
mod terms_view;
mod view;
mod vouchers;
mod words;

pub use apply_service::{Application, apply, take_on};
pub use conversions::{Conversion, conversions};
pub use dealings::{Dealing, dealings, dealings_of, each_paid_to_firms, name_applied_for};
pub use demand_service::withdraw as withdraw_demand;
pub use dispatch::{chosen, invite, pass, running, states_of_demand};
pub use disputes::{
    OrderParties, check_anonymous, check_file_names, identities_open, ids_known_to, ids_seen_by, lock_parties,
    set_disputed,
};
pub use enterprise_service::{accept, confirm, confirm_disbursement, leave};
pub use equity::{EquityDeal, EquityOffer, TermSheet, Tranche};
pub use facts::{OrderFact, OrderStep};
pub use fields::{Contact, ContactMethod, Decision, Offer, OrderedProduct, RefusalCode};
pub use grab::{Bid, check_certified, grab};
pub use hand_over::hand_over;
pub use inputs::AcceptIn;
pub use inputs::ReasonIn;
pub use institution_service::{approve, contact, correct, disburse, refuse, start_review};
pub use investor_service::{pay, propose};
pub use limits::Turn;
pub use matched::{Matched, MatchedOrder, matched, matched_orders};
pub use materials::{MaterialItem, MaterialsIn, ask, provide};
pub use model::{OrderActionKind, OrderState};
pub use of_firm::{FirmOrder, newest_of_firm};
pub use paid_loans::{PaidLoan, paid_loans};
pub use parameters::LIVE_ORDERS;
pub use payment::Disbursement;
pub use ratings::{
    Aspect, Mark, OpenRating, RatingFact, RatingIn, RatingParty, RatingStep, Reputation, appeal, open_ratings, rate,
    reputations, reputations_in,
};
pub use read::{still_open, with_places};
pub use store::{
    Outcome, had_loan, had_loans, newest_of, numbers, of_party, officer_of, outcome, served_enterprises, taken,
    visible_numbers,
};

/// What the concepts that hang on orders use of them, within this chapter and in the same write.
pub(crate) use {
    draws::{claim_voucher, note_draw, release_voucher},
    enterprise_service::open_data as open_to,
    entity::{ActiveModel as OrderChange, Column as OrderColumn, Entity as Orders, Model as Order},
    fields::check_loan,
    first_loan::existing_loan,
    grants::ORDERS_ENTERPRISE,
    held::{check_runs, held, stands_still},
    inputs::{CreditRefusalIn, SignatureIn},
    institution_service::check_kind,
    looks::sees_enterprise,
    maturity::matures_on,
    monthly::{invested_by_month, opened_by_month},
    opening::{blank, insert as insert_order},
    parameters::CONFIRM_PAYMENT_DAYS,
    ratings::{counted, marks_of},
    read::names_of_enterprises,
    steps::{Change, MOVED, follow, matures_anew, move_to, opened, reset_decision},
    store::{
        Scope, any as order_of, by_id as order_by_id, ids_for, ids_known, lock as lock_order,
        lock_any as lock_any_order, mine, of_demand,
    },
};

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
    letters: &[letters::LETTERS, consent_letters::CONSENT_LETTERS, ratings::LETTERS],
    machines: &[model::MACHINE],
    codes: codes::CODES,
    parameters: &[parameters::PARAMETERS],
    reviews: &[ratings::REVIEW],
    words: &[words::WORDS, ratings::WORDS],
    bounds: bounds::BOUNDS,
    permissions: PERMISSIONS,
    published: &[
        parameters::TAKE_ON_DAYS,
        parameters::CONTACT_DAYS,
        parameters::DISPATCH_DAYS,
        parameters::LIVE_ORDERS,
    ],
    ..Concept::new("orders")
};

/// Routes of this concept.
fn routes() -> Routes {
    http_market::routes()
        .merge(http_exports::routes())
        .merge(http_apply::routes())
        .merge(http_enterprise::routes())
        .merge(http_institution::routes())
        .merge(http_investor::routes())
        .merge(http_officers::routes())
        .merge(suspension::routes())
        .merge(oversight::routes())
        .merge(http_materials::routes())
        .merge(ratings::routes())
}

/// Steps of this concept.
fn migrations() -> Vec<Step> {
    migrations::migrations().into_iter().chain(ratings::migrations()).chain(materials::migrations()).collect()
}

/// Reactions of this concept.
fn reactions() -> Vec<Reaction> {
    [expiry::reactions(), suspension::reactions(), first_loan::reactions()].into_iter().flatten().collect()
}
