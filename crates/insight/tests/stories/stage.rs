//! The stage of these stories: this chapter and those below it.

use jinqiao_platform::concept::Chapters;
pub use jinqiao_stage::*;
use jinqiao_testkit::Parts;

const CHAPTERS: Chapters =
    Chapters(&[jinqiao_platform::CONCEPTS, jinqiao_financing::CONCEPTS, jinqiao_insight::CONCEPTS]);

pub fn parts() -> Parts {
    jinqiao_stage::parts(CHAPTERS)
}

pub async fn start() -> Stage {
    Stage::of(CHAPTERS).await
}
