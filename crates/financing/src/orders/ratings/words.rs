//! What people read for the codes of this part in the audit trail and among the jobs.

use jinqiao_platform::words::Words;

/// Words of this part.
pub const WORDS: Words = Words {
    actions: &[
        ("ratings.give", "评价对方"),
        ("ratings.reply", "回复评价"),
        ("ratings.appeal", "申诉评价"),
        ("ratings.rule", "裁定评价申诉"),
        ("ratings.view", "查看评价申诉"),
    ],
    facts: &[
        ("ratings.given", "一方已评价"),
        ("ratings.opened", "双方评价公开"),
        ("ratings.window_ended", "评价期满，评价公开"),
        ("ratings.replied", "回复评价"),
        ("ratings.appealed", "申诉评价"),
        ("ratings.appeal_upheld", "评价申诉成立"),
        ("ratings.appeal_rejected", "评价申诉不成立"),
    ],
    ..Words::NONE
};
