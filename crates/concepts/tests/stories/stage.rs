//! tmp
pub use jinqiao_stage::*;
use jinqiao_platform::concept::Chapters;
use jinqiao_testkit::Parts;
fn chapters() -> Chapters {
    const P: &[jinqiao_platform::concept::Concept] = jinqiao_platform::CONCEPTS;
    const F: &[jinqiao_platform::concept::Concept] = jinqiao_financing::CONCEPTS;
    const I: &[jinqiao_platform::concept::Concept] = jinqiao_insight::CONCEPTS;
    const O: &[jinqiao_platform::concept::Concept] = jinqiao_oversight::CONCEPTS;
    match std::env::var("N").as_deref() {
        Ok("1") => Chapters(&[P]),
        Ok("2") => Chapters(&[P, F]),
        Ok("3") => Chapters(&[P, F, I]),
        Ok("4") => Chapters(&[P, F, O]),
        _ => jinqiao_concepts::CHAPTERS,
    }
}
pub fn parts() -> Parts { jinqiao_stage::parts(chapters()) }
pub async fn start() -> Stage { Stage::of(chapters()).await }
pub async fn start_at(moment: &str) -> Stage { Stage::of_at(chapters(), moment).await }
