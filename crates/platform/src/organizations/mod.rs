//! 注册审核, 单位: the legal person behind accounts, its registration and its certification (认证).

mod bounds;
mod claims;
mod codes;
mod contact;
mod entity;
mod facts;
mod grants;
mod http;
mod letters;
mod migrations;
mod model;
mod papers;
mod searched;
mod service;
mod store;
mod suspension;
mod units;
mod view;
mod words;

use crate::concept::Concept;
pub use bounds::{Bound, check_room};
pub use contact::{Contact, verified, verify};
pub use entity::Model as Organization;
pub(crate) use entity::{Column as OrganizationColumn, Entity as Organizations};
pub use facts::{OrgStep, OrganizationFact};
use grants::PERMISSIONS;
pub use grants::{ORGANIZATIONS_MANAGE, REGISTRATION_OWN};
use http::routes;
use migrations::migrations;
pub use model::{InstitutionType, Mobile, OrgState, Particulars};
pub use papers::{Paper, SUBMITTED, check_papers, keep_mark, keep_paper};
pub use service::{
    ContactChange, Decision, NewOrganization, add_approved, certify, certify_in, change_contact, decide, register,
};
pub use store::{
    InstitutionFilter, any_sealed, by_id, certified_count, certified_institutions, check_guarantor, guarantors,
    id_of_code, ids_called, ids_named, lock, names, registered_by_month,
};
pub use suspension::{check_open, resume_in, suspend_in, suspendable, suspended, suspended_among};
pub use units::{Unit, insert_unit, place, reach_of, save_unit, unit_name, units_of};

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations,
    letters: &[letters::LETTERS],
    machines: &[model::MACHINE],
    codes: codes::CODES,
    reviews: &[model::REVIEW],
    words: &[words::WORDS],
    permissions: PERMISSIONS,
    start: Some(|db| Box::pin(searched::refresh(db))),
    ..Concept::new("organizations")
};
