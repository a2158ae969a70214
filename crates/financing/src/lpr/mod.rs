//! LPR（贷款市场报价利率）: the dated table of the loan prime rate, from which the rates of LPR products and offers follow. The operator
//! keeps it; the National Interbank Funding Center publishes a quote on the 20th of each month.

mod csv;
mod entity;
mod facts;
mod grants;
mod http;
mod migrations;
mod model;
mod store;
mod words;

pub use facts::LprFact;
pub use model::{LprLink, LprQuote, LprTenor};
pub use store::{check, current, save};

use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes: http::routes,
    migrations: migrations::migrations,
    permissions: grants::PERMISSIONS,
    words: &[words::WORDS],
    codes: &["lpr.in_use"],
    ..Concept::new("lpr")
};
