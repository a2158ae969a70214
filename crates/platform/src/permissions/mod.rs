//! 权限管理, 后台配置: the numbers and texts that the operator sets. What can be permitted, and to whom, each concept declares for itself
//! (`grants.rs`).

mod grants;
mod http;
mod migrations;
mod parameters;
mod texts;
mod words;

use crate::concept::Concept;
use grants::PERMISSIONS;
use http::routes;
use migrations::migrations;
pub use parameters::{Parameter, Parameters, days_of, set, value_of};
pub use texts::{TextParameter, set_text, text_values};

/// What this concept brings to the program.
pub const CONCEPT: Concept =
    Concept { routes, migrations, words: &[words::WORDS], permissions: PERMISSIONS, ..Concept::new("permissions") };
