//! What people read for the codes of this concept in the audit trail and among the jobs.

use jinqiao_platform::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words {
    actions: &[
        ("points.publish_rules", "导入积分规则"),
        ("points.change_rule", "修改积分规则"),
        ("points.find", "登记扣分认定"),
        ("points.reverse", "冲正积分记录"),
    ],
    facts: &[("points.found", "平台登记扣分认定"), ("points.reversed", "积分记录冲正")],
    reactions: &[("points.enter", "计入积分和服务记录")],
};
