//! What people read for the codes of this concept in the audit trail.

use jinqiao_platform::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words { actions: &[("panorama.view", "查看企业全景")], ..Words::NONE };
