//! What people read for the codes of this concept in the audit trail and among the jobs.

use crate::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words {
    actions: &[
        ("access.denied", "越权访问被拒绝"),
        ("permissions.set_parameter", "修改运营参数"),
        ("permissions.set_text", "修改平台信息"),
    ],
    ..Words::NONE
};
