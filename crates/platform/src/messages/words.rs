//! What people read for the codes of this concept in the audit trail and among the jobs.

use crate::words::Words;

/// Words of this concept.
pub const WORDS: Words =
    Words { actions: &[("messages.read", "阅读消息"), ("messages.set", "修改消息设置")], ..Words::NONE };
