//! 政策统计: applications, reviews, budgets and firms in figures, for departments their own, for those who watch over all of it everything
//! (plan, 政府中心: 数据统计).

mod count;
mod grants;
mod http;
mod migrations;
mod model;
mod words;

use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes: http::routes,
    migrations: migrations::migrations,
    permissions: grants::PERMISSIONS,
    words: &[words::WORDS],
    ..Concept::new("policy_statistics")
};
