//! What people read for the codes of this concept in the audit trail and among the jobs.

use crate::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words { actions: &[("agreements.publish", "发布协议版本")], ..Words::NONE };
