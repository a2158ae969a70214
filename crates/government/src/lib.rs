//! 政府: policy items from their forecast to the portal, which of them suit an enterprise, applications, and their budgets.
//!
//! One folder per concept of the plan (docs/concepts.md). A concept may call only concepts above it in this list, and those of the
//! chapters below; what happens in it reaches later ones as facts.

pub mod policies;

pub mod forecasts;

pub mod adjustments;

pub mod eligibility;

pub mod budgets;

pub mod applications;

pub mod consultations;

pub mod payments;

pub mod automatic;

use jinqiao_platform::concept::Concept;

/// The concepts of this chapter, in order.
pub const CONCEPTS: &[Concept] = &[
    policies::CONCEPT,
    forecasts::CONCEPT,
    adjustments::CONCEPT,
    eligibility::CONCEPT,
    budgets::CONCEPT,
    applications::CONCEPT,
    consultations::CONCEPT,
    payments::CONCEPT,
    automatic::CONCEPT,
];
