//! What people read for the codes of this concept in the audit trail and among the jobs.

use crate::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words {
    actions: &[
        ("certifications.save_card", "保存单位名片"),
        ("certifications.set_mark", "更换单位标识"),
        ("certifications.take_mark", "撤下单位标识"),
        ("certifications.apply", "申请认证"),
        ("certifications.grant", "通过认证申请"),
        ("certifications.refuse", "不予通过认证申请"),
        ("certifications.attachment", "下载认证申请附件"),
    ],
    facts: &[
        ("certifications.applied", "单位申请认证"),
        ("certifications.refused", "认证申请未通过"),
        ("certifications.mark_taken", "单位标识撤下"),
    ],
    ..Words::NONE
};
