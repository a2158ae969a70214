//! What people read for the codes of this part in the audit trail.

use crate::words::Words;

/// Words of this part.
pub const WORDS: Words = Words {
    actions: &[
        ("accounts.verify_contact", "核验联系方式"),
        ("accounts.ask_recovery", "申请验证码重设密码"),
        ("accounts.recover_password", "通过验证码设置新密码"),
    ],
    ..Words::NONE
};
