//! 政府: policy items from their draft to the portal, and which of them suit an enterprise.
//!
//! One folder per concept of the plan (docs/concepts.md). A concept may call only concepts above it in this list, and those of the
//! chapters below; what happens in it reaches later ones as facts.

pub mod policies;

pub mod eligibility;

use jinqiao_platform::concept::Concept;

/// The concepts of this chapter, in order.
pub const CONCEPTS: &[Concept] = &[policies::CONCEPT, eligibility::CONCEPT];
