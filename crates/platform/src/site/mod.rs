//! 站点信息: who runs the platform, as every page shows it, and what everybody may read of the operator's parameters. Texts and
//! numbers are set where all parameters are; pages put them into words.

mod http;
mod texts;

use crate::concept::Concept;
use http::routes;
pub use texts::{HOTLINE, HOTLINE_HOURS, ICP, POLICE};

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept { routes, texts: texts::TEXTS, ..Concept::new("site") };
