//! 政策匹配: what the platform knows of an enterprise, in the fields that conditions and amounts name.

mod known;

pub use known::record_of;

use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept { ..Concept::new("eligibility") };
