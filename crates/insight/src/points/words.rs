//! What people read for the codes of this concept in the audit trail and among the jobs.

use jinqiao_platform::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words {
    actions: &[
        ("points.publish_rules", "导入信用积分规则"),
        ("points.change_rule", "修改信用积分规则"),
        ("points.find", "登记扣分认定"),
        ("points.reverse", "冲正信用积分记录"),
    ],
    facts: &[("points.found", "平台登记扣分认定"), ("points.reversed", "信用积分记录冲正")],
    reactions: &[("points.enter", "计入信用积分和服务记录")],
};
