//! 同义词: words that stand for one another, as the operator keeps them; the shelf is searched with them, and the matching
//! (自然语义分析) compares texts with them.

mod entity;
mod migrations;
mod service;

pub use service::{SynonymsIn, SynonymsVersion, SynonymsView, check, current, in_force, save, synonyms_of, view};

use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept { migrations: migrations::migrations, ..Concept::new("synonyms") };
