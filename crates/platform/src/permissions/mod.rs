//! 权限管理, 后台配置: what can be permitted, which role may do what, and the numbers that the operator sets.

mod http;
mod migrations;
mod model;
mod parameters;
mod words;

use crate::concept::Concept;
use http::routes;
use migrations::migrations;
pub use model::{Access, Standing, of, perm};
pub use parameters::{Parameter, Parameters, days_of, set, value_of};

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept { routes, migrations, words: &[words::WORDS], ..Concept::new("permissions") };
