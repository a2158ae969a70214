//! The stage of these stories: the whole program.

use jinqiao_concepts::CHAPTERS;
pub use jinqiao_stage::*;
use jinqiao_testkit::Parts;

pub fn parts() -> Parts {
    jinqiao_stage::parts(CHAPTERS)
}

pub async fn start() -> Stage {
    Stage::of(CHAPTERS).await
}

pub async fn start_at(moment: &str) -> Stage {
    Stage::of_at(CHAPTERS, moment).await
}
