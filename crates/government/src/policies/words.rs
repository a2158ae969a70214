//! What people read for the codes of this concept in the audit trail and among the jobs.

use jinqiao_platform::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words {
    actions: &[
        ("policies.create", "新建政策事项"),
        ("policies.edit", "修改政策事项"),
        ("policies.submit", "提交政策事项核校"),
        ("policies.recall", "撤回政策事项"),
        ("policies.pass", "政策事项核校通过"),
        ("policies.return", "政策事项核校退回"),
        ("policies.schedule", "设定政策事项发布时间"),
        ("policies.publish", "发布政策事项"),
        ("policies.suspend", "暂停政策事项"),
        ("policies.resume", "恢复政策事项"),
        ("policies.close", "结束政策事项"),
        ("policies.archive", "归档政策事项"),
        ("policies.attachment", "下载政策事项附件"),
    ],
    facts: &[
        ("policies.submitted", "政策事项提交核校"),
        ("policies.recalled", "政策事项撤回"),
        ("policies.checked", "政策事项核校通过"),
        ("policies.returned", "政策事项核校退回"),
        ("policies.scheduled", "政策事项定时发布"),
        ("policies.due", "政策事项到达发布时间"),
        ("policies.published", "政策事项发布"),
        ("policies.suspended", "政策事项暂停"),
        ("policies.resumed", "政策事项恢复"),
        ("policies.closed", "政策事项结束"),
        ("policies.archived", "政策事项归档"),
    ],
    reactions: &[("policies.publish_due", "到时发布政策事项")],
};
