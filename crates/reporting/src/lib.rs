//! 统计: figures over all chapters.
//!
//! One folder per concept of the plan (docs/concepts.md). A concept may call only concepts above it in this list, and those of the
//! chapters below; what happens in it reaches later ones as facts.

pub mod stats;
pub mod supply;

pub mod panorama;

pub mod policy_statistics;

use jinqiao_platform::concept::Concept;

/// The concepts of this chapter, in order.
pub const CONCEPTS: &[Concept] = &[stats::CONCEPT, supply::CONCEPT, panorama::CONCEPT, policy_statistics::CONCEPT];
