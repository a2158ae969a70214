//! 金融产品, 产品发布: what institutions offer, its versions and their review, and the shelf that everybody sees; in the
//! words that demands use too.

mod access;
mod bounds;
mod card;
mod cards;
mod content;
mod dictionary;
mod entity;
mod facts;
mod grants;
mod http;
mod http_institution;
mod letters;
mod lists;
mod migrations;
mod model;
mod parameters;
mod rates;
mod reactions;
mod review_service;
mod rules;
mod searched;
mod service;
mod sheet;
mod sheet_names;
mod shelf;
mod store;
mod view;
mod words;

pub use card::Card;
pub use content::ProductContent;
pub use dictionary::{Channel, EquityType, FinancingKind, Guarantee, LeadRole, ProductType, RateType, Stage, UseKind};
pub use facts::{ProductFact, ProductStep};
use grants::PERMISSIONS;
pub use grants::PRODUCTS_OWN;
use http::routes;
use jinqiao_platform::concept::Concept;
use migrations::migrations;
pub use migrations::rescale;
pub use model::{ProductState, VersionState};
pub use parameters::{DECISION_DAYS, DISBURSE_DAYS};
use reactions::reactions;
pub use review_service::{approve, force_off, give_back};
pub use rules::MostDays;
pub use searched::properties;
pub use service::{ShelfAction, create, edit, finances, shelve, submit};
pub use sheet::{SheetInput, SheetResult, asked_by, computed, lines_of, read_sheet};
pub use sheet_names::{SheetName, SheetUnit};
pub use shelf::{
    Offered, ShelfFilter, count_on_shelf, in_versions, offered_by, on_shelf, own_offered, versions_of_kind,
    versions_on_shelf,
};
pub use store::{contents, names, numbers, own, shelf_content, types};
pub use view::{ProductInstitution, ShelfItem, shelf_page};

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations,
    reactions,
    letters: &[letters::LETTERS, letters::LPR_LETTERS],
    machines: &[model::MACHINE, model::VERSION_MACHINE],
    codes: &["products.changed", "products.forced_off", "products.not_certified", "products.wrong_state"],
    parameters: &[parameters::PARAMETERS],
    reviews: &[model::REVIEW],
    words: &[words::WORDS],
    bounds: bounds::BOUNDS,
    permissions: PERMISSIONS,
    start: Some(|db| {
        Box::pin(async move {
            cards::refresh_cards(db).await?;
            searched::refresh(db).await
        })
    }),
    ..Concept::new("products")
};
