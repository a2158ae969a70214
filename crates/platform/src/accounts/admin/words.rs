//! What people read for the codes of this part in the audit trail and among the jobs.

use crate::words::Words;

/// Words of this part.
pub const WORDS: Words = Words {
    actions: &[
        ("accounts.disable", "停用账号"),
        ("accounts.enable", "启用账号"),
        ("accounts.end_sessions", "结束账号的全部会话"),
        ("accounts.reset_password", "通过链接设置新密码"),
        ("accounts.open_link", "打开一次性链接"),
        ("accounts.ask_reset", "申请账号重置（两人办理）"),
        ("accounts.withdraw_reset", "撤回账号重置申请"),
        ("accounts.refuse_reset", "复核不同意账号重置"),
        ("accounts.approve_reset", "复核同意账号重置"),
        ("accounts.enrol_authenticator", "绑定新的动态验证码"),
        ("accounts.console_disable", "在控制台停用账号"),
        ("accounts.console_password", "在控制台重置密码"),
        ("accounts.console_authenticator", "在控制台重置动态验证码"),
    ],
    facts: &[
        ("account_admin.disabled", "停用账号"),
        ("account_admin.enabled", "启用账号"),
        ("account_admin.sessions_ended", "结束账号的全部会话"),
        ("account_admin.password_link_made", "生成密码重置链接"),
        ("account_admin.password_reset", "通过链接设置新密码"),
        ("account_admin.password_recovered", "通过验证码设置新密码"),
        ("account_admin.reset_asked", "申请账号重置（两人办理）"),
        ("account_admin.reset_withdrawn", "撤回账号重置申请"),
        ("account_admin.reset_refused", "复核不同意账号重置"),
        ("account_admin.reset_approved", "复核同意账号重置"),
        ("account_admin.authenticator_reset", "绑定新的动态验证码"),
        ("account_admin.primary_taken", "主账号更换"),
        ("account_admin.console_password", "在控制台重置密码"),
        ("account_admin.console_authenticator", "在控制台重置动态验证码"),
    ],
    ..Words::NONE
};
