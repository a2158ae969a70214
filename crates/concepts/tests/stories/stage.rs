//! The stage of these stories: the whole program.

use jinqiao_concepts::CHAPTERS;
pub use jinqiao_stage::*;

pub async fn start() -> Stage {
    Stage::of(CHAPTERS).await
}
