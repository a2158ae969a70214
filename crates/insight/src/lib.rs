//! 智能匹配与积分: points and grades, matching and dispatch.
//!
//! One folder per concept of the plan (docs/concepts.md). A concept may call only concepts above it in this list, and those of the
//! chapters below; what happens in it reaches later ones as facts.

pub mod points;

pub mod matching;

use jinqiao_platform::concept::Concept;

/// The concepts of this chapter, in order.
pub const CONCEPTS: &[Concept] = &[points::CONCEPT, matching::CONCEPT];
