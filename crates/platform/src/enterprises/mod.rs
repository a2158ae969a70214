//! 企业数据库: the enterprise's profile, and the bands in which it may be seen before it consents.

mod agreements;
mod anonymity;
mod completeness;
mod entity;
mod extras;
mod facts;
mod finance;
mod grants;
mod http;
mod identifying;
mod industries;
mod migrations;
mod model;
mod origins;
mod parameters;
mod profile;
mod score;
mod service;
mod sizing;
mod sme;
mod sources;
mod standards;
mod store;
mod summary;
mod words;

pub use anonymity::{Masked, masked, masked_by_pictures, refresh_pictures};
pub use completeness::completeness;
pub use entity::Model as Enterprise;
pub use extras::{ExistingLoan, Extras, Innovation, IpCounts, ListingIntent, ListingStage, Risk, RiskKind};
pub use facts::{ProfileCompleted, RisksNoted};
pub use finance::{FinanceYear, FinanceYearIn, years_of, years_of_all};
pub use identifying::{FieldHit, Hit, Identity, identity_of};
pub use industries::{Industries, section_of};
pub use model::{
    IndustrySection, OrgType, Origin, Origins, RevenueBand, Source, StaffBand, TaxGrade, Title, YearsBand,
};
pub use parameters::{ANONYMITY_K, PROFILE_PERCENT};
pub use profile::ProfileIn;
pub use score::{
    Indicator, OpenedScore, Score, ScoreGrade, ScoreStage, ScoreTableIn, of_profile as score_of_profile,
    of_profiles as scores_of_profiles, save_table as save_score_table,
};
pub use service::note_loan;
pub use service::save_profile;
pub use sme::{Size, Sizes};
pub use sources::{
    DataSource, Fetched, Folder, Register, Simulator, SourceFailure, Sources, Statement, authorize, keep_refreshing,
    refresh_due,
};
pub use standards::{
    EditionIn, StandardKind, Standards, in_force as standards_in_force, refresh_sizes, save as save_standard,
};
pub use store::{MaskedProfile, divisions, each_masked_profile, kinds_of_firms, of_org, of_orgs, self_described};
pub use summary::{EnterpriseSummary, summary};

use crate::concept::Concept;
use grants::PERMISSIONS;
use jinqiao_db::schema::Step;
use jinqiao_http::Routes;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations,
    parameters: &[parameters::PARAMETERS],
    agreements: &[agreements::LEGAL_PERSON_DATA, sources::DATA_VERIFICATION],
    codes: &["enterprises.no_source", "enterprises.not_authorized", "enterprises.standard_in_force"],
    texts: &[anonymity::DISTRICTS, anonymity::PARKS],
    start: Some(|db| Box::pin(anonymity::make_first(db))),
    words: &[words::WORDS],
    permissions: PERMISSIONS,
    published: &[parameters::PROFILE_PERCENT, parameters::UNVERIFIED_MOST, parameters::EVIDENCE_MONTHS],
    ..Concept::new("enterprises")
};

/// Routes of this concept.
fn routes() -> Routes {
    http::routes()
        .merge(standards::routes())
        .merge(score::routes())
        .merge(sources::own_routes())
        .merge(sources::operator_routes())
}

/// Steps of this concept.
fn migrations() -> Vec<Step> {
    migrations::migrations()
        .into_iter()
        .chain(score::migrations())
        .chain(sources::migrations())
        .chain(standards::migrations())
        .collect()
}
