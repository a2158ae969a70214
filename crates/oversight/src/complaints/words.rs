//! What people read for the codes of this concept in the audit trail and among the jobs.

use jinqiao_platform::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words {
    actions: &[
        ("complaints.open", "提出投诉或异议"),
        ("complaints.view", "查看投诉与异议"),
        ("complaints.attachment", "下载投诉附件"),
        ("complaints.assign", "指定投诉经办人"),
        ("complaints.answer", "答复投诉或异议"),
        ("complaints.rectify", "登记整改"),
        ("complaints.explain", "就投诉说明情况"),
        ("complaints.confirm", "确认投诉答复"),
        ("complaints.reopen", "要求重新处理投诉"),
        ("complaints.withdraw", "撤回投诉或异议"),
    ],
    facts: &[
        ("complaints.opened", "提出投诉或异议"),
        ("complaints.assigned", "投诉受理"),
        ("complaints.explained", "被反映方说明情况"),
        ("complaints.answered", "平台答复投诉"),
        ("complaints.confirmed", "确认投诉答复"),
        ("complaints.reopened", "要求重新处理投诉"),
        ("complaints.rectified", "整改完成"),
        ("complaints.withdrawn", "撤回投诉"),
        ("complaints.reminded", "投诉办理时限将至"),
        ("complaints.overdue", "投诉办理超过时限"),
        ("complaints.lapsed", "未提出意见，视为确认"),
        ("complaints.closed", "投诉办结"),
    ],
    reactions: &[("complaints.lapse", "逾期未确认的投诉自动办结"), ("complaints.signal", "属实的投诉通知贷款机构")],
};
