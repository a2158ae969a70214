//! The stage of these stories: this chapter and those below it that it asks.

use jinqiao_platform::concept::Chapters;
pub use jinqiao_stage::*;

const CHAPTERS: Chapters =
    Chapters(&[jinqiao_platform::CONCEPTS, jinqiao_financing::CONCEPTS, jinqiao_reporting::CONCEPTS]);

pub async fn start() -> Stage {
    Stage::of(CHAPTERS).await
}
