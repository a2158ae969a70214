//! What people read for the codes of this concept in the audit trail and among the jobs.

use jinqiao_platform::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words {
    actions: &[
        ("matching.tune", "修改匹配设置"),
        ("matching.save_synonyms", "修改同义词"),
        ("matching.capacity", "修改接单能力"),
        ("matching.compute_network", "重新计算匹配网络"),
        ("matching.rematch", "再次匹配机构"),
    ],
    reactions: &[
        ("matching.dispatch", "派单"),
        ("matching.replace", "补充派单"),
        ("matching.embed", "登记待计算的语义向量"),
        ("matching.resume", "恢复派单"),
    ],
    ..Words::NONE
};
