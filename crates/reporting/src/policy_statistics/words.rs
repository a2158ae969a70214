//! What people read for the codes of this concept in the audit trail.

use jinqiao_platform::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words { actions: &[("policy_statistics.export", "导出政策统计")], ..Words::NONE };
