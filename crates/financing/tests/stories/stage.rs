//! The stage of these stories: this chapter and those below it.

use jinqiao_platform::{concept::Chapters, enterprises::Sources};
pub use jinqiao_stage::*;
use jinqiao_testkit::{Parts, TestApp};

use jinqiao_financing::{demands, orders, products, second_credits};
use jinqiao_kernel::local_date;
const CHAPTERS: Chapters = Chapters(&[jinqiao_platform::CONCEPTS, jinqiao_financing::CONCEPTS]);

pub fn parts() -> Parts {
    jinqiao_stage::parts(CHAPTERS)
}

pub async fn start() -> Stage {
    Stage::of(CHAPTERS).await
}

pub async fn start_at(moment: &str) -> Stage {
    Stage::of_at(CHAPTERS, moment).await
}

/// As [`start`], connected with registers.
pub async fn start_with(sources: Sources) -> Stage {
    Stage::on(TestApp::start(parts_with(CHAPTERS, sources)).await).await
}

/// How many products everybody sees.
pub async fn on_shelf(stage: &Stage) -> u64 {
    let db = &stage.app.db;
    products::count_on_shelf(db.read(), local_date(db.world().now())).await.expect("counted")
}

/// How many firms have had an order.
pub async fn served_enterprises(stage: &Stage) -> i64 {
    orders::served_enterprises(stage.app.db.read()).await.expect("counted")
}

/// What firms have confirmed as paid out, fen.
pub async fn disbursed(stage: &Stage) -> i64 {
    demands::disbursed(stage.app.db.read()).await.expect("counted").0
}

/// How many second credits were paid out or extended.
pub async fn second_credits(stage: &Stage) -> u64 {
    second_credits::granted(stage.app.db.read()).await.expect("counted")
}
