//! What people read for the codes of this concept in the audit trail and among the jobs.

use crate::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words {
    actions: &[
        ("accounts.login", "登录"),
        ("accounts.logout", "退出登录"),
        ("accounts.register", "注册账号"),
        ("accounts.accept", "同意协议"),
        ("accounts.change_password", "修改密码"),
        ("accounts.confirm_password", "签署前验证密码"),
        ("accounts.end_session", "下线登录设备"),
        ("accounts.add_staff", "开通工作人员账号"),
        ("demo.begin", "开始导入演示数据"),
        ("demo.loaded", "演示数据导入完成"),
        ("accounts.mark_demo", "标记演示账号"),
        ("accounts.add_sub", "新建子账号"),
        ("accounts.change_sub", "修改子账号"),
        ("accounts.disable_sub", "停用子账号"),
        ("accounts.enable_sub", "启用子账号"),
        ("accounts.reset_sub", "重置子账号密码"),
        ("accounts.hand_primary", "移交主账号"),
    ],
    facts: &[("accounts.first_login", "当天第一次登录"), ("accounts.sessions_ended", "登录会话结束")],
    ..Words::NONE
};
