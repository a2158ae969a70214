//! The whole program as one table: chapters of the plan, lowest first (docs/concepts.md). The server and the tests that
//! concern all of it use the same.

mod states;

pub use states::document as states;

use jinqiao_platform::concept::Chapters;

/// All chapters.
pub const CHAPTERS: Chapters = Chapters(&[
    jinqiao_platform::CONCEPTS,
    jinqiao_financing::CONCEPTS,
    jinqiao_insight::CONCEPTS,
    jinqiao_oversight::CONCEPTS,
    jinqiao_government::CONCEPTS,
    jinqiao_reporting::CONCEPTS,
]);
