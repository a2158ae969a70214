//! What people read for the codes of this concept in the audit trail and among the jobs.

use jinqiao_platform::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words {
    actions: &[
        ("demands.attachment", "下载企业附件"),
        ("demands.create", "新建融资需求"),
        ("demands.edit", "修改融资需求"),
        ("demands.submit", "提交融资需求"),
        ("demands.view", "查看融资需求全文"),
        ("demands.approve", "审核通过融资需求"),
        ("demands.return", "退回融资需求"),
        ("demands.refuse", "不予通过融资需求"),
        ("demands.withdraw", "撤回融资需求"),
        ("demands.complete", "结束接受报价"),
        ("demands.export_market", "导出需求市场列表"),
        ("demands.follow_up", "人工跟进需求"),
        ("demands.copy", "复制融资需求"),
    ],
    facts: &[
        ("demands.submitted", "融资需求提交审核"),
        ("demands.approved", "融资需求发布"),
        ("demands.returned", "融资需求退回"),
        ("demands.refused", "融资需求未通过"),
        ("demands.negotiating", "融资需求进入对接"),
        ("demands.applied", "企业直接申请产品"),
        ("demands.closed_unmatched", "产品申请未成功"),
        ("demands.reopened", "融资需求重新公开"),
        ("demands.agreed", "融资需求达成"),
        ("demands.fulfilled", "融资完成"),
        ("demands.partially_fulfilled", "部分放款后结束"),
        ("demands.withdrawn", "融资需求撤回"),
        ("demands.continued", "二次授信形成需求"),
    ],
    reactions: &[("demands.overrun", "处理到期的需求"), ("demands.suspension", "处理单位暂停或恢复后的需求")],
};
