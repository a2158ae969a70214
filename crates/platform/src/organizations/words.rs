//! What people read for the codes of this concept in the audit trail and among the jobs.

use crate::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words {
    actions: &[
        ("organizations.export", "导出单位列表"),
        ("organizations.suspend", "暂停单位使用"),
        ("organizations.resume", "恢复单位使用"),
        ("organizations.add_unit", "新增分支机构或部门"),
        ("organizations.rename_unit", "修改分支机构或部门名称"),
        ("organizations.close_unit", "撤销分支机构或部门"),
        ("organizations.correct", "补正注册资料"),
        ("organizations.approve", "通过单位注册"),
        ("organizations.return", "退回单位注册"),
        ("organizations.refuse", "不予通过单位注册"),
        ("organizations.certify", "通过单位认证"),
        ("organizations.uncertify", "取消单位认证"),
    ],
    facts: &[
        ("organizations.registered", "单位提交注册"),
        ("organizations.resubmitted", "单位补正后重新提交"),
        ("organizations.approved", "单位注册通过"),
        ("organizations.returned", "单位注册退回"),
        ("organizations.refused", "单位注册未通过"),
        ("organizations.certified", "单位通过认证"),
        ("organizations.uncertified", "单位取消认证"),
        ("organizations.code_claimed", "信用代码被用于另一注册申请"),
        ("organizations.suspended", "暂停单位使用"),
        ("organizations.resumed", "恢复单位使用"),
    ],
    ..Words::NONE
};
