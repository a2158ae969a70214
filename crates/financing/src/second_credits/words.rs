//! What people read for the codes of this part in the audit trail and among the jobs.

use jinqiao_platform::words::Words;

/// Words of this part.
pub const WORDS: Words = Words {
    actions: &[
        ("second_credits.request", "提出二次授信"),
        ("second_credits.confirm", "确认二次授信"),
        ("second_credits.decline", "不同意二次授信"),
        ("second_credits.withdraw", "撤回二次授信申请"),
        ("second_credits.allow", "通过二次授信审核"),
        ("second_credits.forbid", "不予通过二次授信审核"),
        ("second_credits.approve", "同意展期"),
        ("second_credits.refuse", "不同意展期"),
        ("second_credits.accept", "接受展期方案"),
        ("second_credits.decline_offer", "不接受展期方案"),
        ("second_credits.view", "查看二次授信审核"),
        ("second_credits.view_enterprise", "查看二次授信企业"),
        ("second_credits.list_enterprises", "在二次授信列表中查看企业名称"),
    ],
    facts: &[
        ("second_credits.requested", "提出二次授信"),
        ("second_credits.submitted", "二次授信提交平台审核"),
        ("second_credits.opened", "二次授信进入审批"),
        ("second_credits.deciding", "展期进入审批"),
        ("second_credits.declined", "对方不同意二次授信"),
        ("second_credits.withdrawn", "撤回二次授信"),
        ("second_credits.expired", "二次授信申请失效"),
        ("second_credits.not_allowed", "二次授信未通过平台审核"),
        ("second_credits.approved", "机构同意展期"),
        ("second_credits.refused", "机构不同意展期"),
        ("second_credits.extended", "贷款展期"),
        ("second_credits.offer_declined", "企业未接受展期方案"),
        ("second_credits.offer_expired", "展期方案失效"),
        ("second_credits.voided", "展期申请逾期失效"),
        ("second_credits.reminded", "二次授信时限将至"),
        ("second_credits.overdue", "二次授信超过时限"),
    ],
    reactions: &[("second_credits.limits", "二次授信时限届满处理")],
};
