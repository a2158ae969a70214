//! What people read for the codes of this part in the audit trail and among the jobs.

use jinqiao_platform::words::Words;

/// Words of this part.
pub const WORDS: Words = Words {
    actions: &[
        ("callbacks.answer", "登记满意度回访"),
        ("callbacks.miss", "登记回访未接通"),
        ("callbacks.reveal_mobile", "查看回访电话"),
    ],
    facts: &[("callbacks.drawn", "抽取满意度回访"), ("callbacks.answered", "完成满意度回访")],
    reactions: &[("callbacks.draw", "抽取满意度回访")],
};
