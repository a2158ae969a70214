//! What every chapter rests on (平台基础): accounts and organisations, permissions, reviews, files, consents, letters, profiles of firms.
//!
//! One folder per concept of the plan (docs/concepts.md). A concept may call only concepts above it in this list, and those of the
//! chapters below; what happens in it reaches later ones as facts.

pub mod concept;
pub mod letter;
pub mod words;

pub mod permissions;

pub mod calendar;

pub mod training;

pub mod site;

pub mod reviews;

pub mod agreements;

pub mod organizations;

pub mod accounts;

pub mod files;

pub mod certifications;

pub mod consents;

pub mod enterprises;

pub mod messages;

pub mod live;

use concept::Concept;

/// The concepts of this chapter, in order.
pub const CONCEPTS: &[Concept] = &[
    permissions::CONCEPT,
    calendar::CONCEPT,
    training::CONCEPT,
    site::CONCEPT,
    reviews::CONCEPT,
    agreements::CONCEPT,
    organizations::CONCEPT,
    accounts::CONCEPT,
    files::CONCEPT,
    certifications::CONCEPT,
    consents::CONCEPT,
    enterprises::CONCEPT,
    messages::CONCEPT,
    live::CONCEPT,
];
