//! 智能匹配: products for a demand and, the other way round (逆向匹配), masked demands for a product, with a score, reasons and
//! near misses. The engine itself is the crate `jinqiao-matching`.

mod describe;
mod dispatch;
mod http;
mod indicative;
mod knowledge;
mod service;
mod texts;
mod tuning;
mod view;

pub use dispatch::reactions;

use jinqiao_db::schema::Step;
use jinqiao_http::Routes;

/// Routes of this concept.
pub fn routes() -> Routes {
    http::routes().merge(dispatch::routes()).merge(tuning::routes()).merge(texts::routes())
}

/// Steps of this concept.
pub fn migrations() -> Vec<Step> {
    [dispatch::migrations(), tuning::migrations(), texts::migrations()].into_iter().flatten().collect()
}
