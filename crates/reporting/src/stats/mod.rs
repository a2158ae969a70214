//! 数据统计: the plan's figures, each with its definition and the moment for which it was counted.

mod cases;
mod http;
mod model;
mod trends;

use jinqiao_http::Routes;
use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept { routes, ..Concept::new("stats") };

/// Routes of this concept.
fn routes() -> Routes {
    http::routes().merge(trends::routes()).merge(cases::routes())
}
