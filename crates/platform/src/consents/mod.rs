//! 需企业确认对接, 用户隔离: who may see which data of an enterprise, until when, and who looked.

mod access;
mod agreements;
mod entity;
mod facts;
mod grants;
mod http;
mod listed;
mod migrations;
mod model;
mod parameters;
mod service;
mod store;
mod view;
mod words;

use crate::concept::Concept;
pub use agreements::DATA_AUTHORIZATION;
pub use entity::consent::Model as Consent;
pub use facts::{ConsentFact, ConsentStep};
use grants::PERMISSIONS;
use http::routes;
pub use listed::{names_open, taken_back, tells_name};
use migrations::migrations;
pub use model::{AccessPart, ConsentScope, ConsentState, check_scopes};
pub use parameters::{CONSENT_DAYS, CONSENT_TAIL_DAYS};
pub use service::{Afterwards, Grant, Renewal, grant, loan_changed, narrow, order_ended, order_resumed, renew, revoke};
pub use store::{Look, ORDER_PREFIX, newest_holding, of_order, of_orders, record_access, record_look};

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations,
    codes: &["consents.closed", "consents.ended", "consents.order_ended", "consents.replaced"],
    parameters: &[parameters::PARAMETERS],
    agreements: &[DATA_AUTHORIZATION],
    words: &[words::WORDS],
    permissions: PERMISSIONS,
    published: &[parameters::CONSENT_DAYS],
    ..Concept::new("consents")
};
