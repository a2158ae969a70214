//! What people read for the codes of this concept in the audit trail and among the jobs.

use jinqiao_platform::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words {
    actions: &[("lpr.save", "登记 LPR"), ("lpr.remove", "删除 LPR")],
    facts: &[("lpr.changed", "LPR 变动")],
    ..Words::NONE
};
