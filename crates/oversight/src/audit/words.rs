//! What people read for the codes of this concept in the audit trail and among the jobs.

use jinqiao_platform::words::Words;

/// Words of this concept.
pub const WORDS: Words =
    Words { actions: &[("audit.read", "查看审计日志"), ("jobs.retry", "重试后台任务")], ..Words::NONE };
