//! What people read for the codes of this concept in the audit trail and among the jobs.

use jinqiao_platform::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words {
    actions: &[
        ("adjustments.report", "提交政策调整通知"),
        ("adjustments.take", "受理政策调整通知"),
        ("adjustments.renew", "确认政策事项已更新"),
        ("adjustments.explain", "发布政策调整说明"),
        ("adjustments.recall", "撤下政策调整说明"),
        ("adjustments.return", "退回政策调整通知"),
    ],
    facts: &[
        ("adjustments.reported", "政策调整通知提交"),
        ("adjustments.taken", "政策调整通知受理"),
        ("adjustments.renewed", "政策事项已更新"),
        ("adjustments.explained", "政策调整说明发布"),
        ("adjustments.recalled", "政策调整说明撤下"),
        ("adjustments.returned", "政策调整通知退回"),
        ("adjustments.reminder", "政策调整通知将到期"),
        ("adjustments.overdue", "政策调整通知逾期"),
    ],
    reactions: &[],
};
