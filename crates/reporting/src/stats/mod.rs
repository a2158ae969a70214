//! 数据统计: the plan's figures, each with its definition and the moment for which it was counted.

mod http;
mod model;

use http::routes;
use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept { routes, ..Concept::new("stats") };
