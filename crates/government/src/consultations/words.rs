//! What people read for the codes of this concept in the audit trail and among the jobs.

use jinqiao_platform::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words {
    actions: &[
        ("consultations.ask", "发起会商"),
        ("consultations.answer", "答复会商"),
        ("consultations.view", "查看会商的申请表单"),
    ],
    facts: &[
        ("consultations.asked", "发起会商"),
        ("consultations.answered", "会商已答复"),
        ("consultations.reminded", "会商时限将至"),
        ("consultations.due", "会商期限届满"),
        ("consultations.closed", "会商结束"),
    ],
    reactions: &[("consultations.expire", "会商期限届满处理"), ("consultations.close", "复审结束后结束会商")],
};
