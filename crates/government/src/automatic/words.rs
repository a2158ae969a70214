//! What people read for the codes of this concept in the audit trail and among the jobs.

use jinqiao_platform::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words {
    actions: &[
        ("automatic.generate", "生成免申即享名单"),
        ("automatic.check", "核对免申即享名单"),
        ("automatic.drop", "作废免申即享名单"),
        ("automatic.view", "查看免申即享名单"),
        ("automatic.confirm", "确认免申即享"),
        ("automatic.decline", "放弃免申即享"),
    ],
    facts: &[
        ("automatic.found", "生成免申即享名单"),
        ("automatic.notified", "通知企业确认免申即享"),
        ("automatic.confirmed", "企业确认免申即享"),
        ("automatic.declined", "企业放弃免申即享"),
        ("automatic.due", "免申即享确认期满"),
    ],
    reactions: &[("automatic.lapse", "免申即享确认期满处理")],
};
