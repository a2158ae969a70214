//! 融资对接: products, demands, and orders from the grab to the payment with what hangs on them.
//!
//! One folder per concept of the plan (docs/concepts.md). A concept may call only concepts above it in this list, and those of the
//! chapters below; what happens in it reaches later ones as facts.

pub mod loans;

pub mod lpr;

pub mod synonyms;

pub mod products;

pub mod demands;

pub mod orders;

pub mod joint_credits;

pub mod second_credits;

pub mod servicing;

pub mod callbacks;

use jinqiao_platform::concept::Concept;

/// The concepts of this chapter, in order.
pub const CONCEPTS: &[Concept] = &[
    loans::CONCEPT,
    lpr::CONCEPT,
    synonyms::CONCEPT,
    products::CONCEPT,
    demands::CONCEPT,
    orders::CONCEPT,
    joint_credits::CONCEPT,
    second_credits::CONCEPT,
    servicing::CONCEPT,
    callbacks::CONCEPT,
];
