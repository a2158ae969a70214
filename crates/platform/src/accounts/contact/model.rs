//! The rules: what a code is for, how long it lives, and what it says. Pure.

use chrono::TimeDelta;
use jinqiao_kernel::{Checks, DateTime, World};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A code lives for so long …
pub const LIVES: TimeDelta = TimeDelta::minutes(10);
/// … and is compared so often.
pub const TRIES: i32 = 5;

/// What a code is for; it opens nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum CodePurpose {
    /// To register with a phone.
    Registration,
    /// To prove the phone or the mailbox of an organisation that is registered.
    Contact,
    /// To choose a new password.
    Recovery,
}

/// How a code goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ContactChannel {
    /// A short message to a phone.
    Sms,
    /// A letter to a mailbox.
    Mail,
}

impl ContactChannel {
    /// Checks a number or an address that is given for it.
    pub fn check(self, field: &str, given: &str, checks: &mut Checks) {
        match self {
            Self::Sms => checks.mobile(field, given),
            Self::Mail => checks.email(field, given),
        };
    }

    /// The same number or address, however it was typed.
    pub fn plain(self, given: &str) -> String {
        match self {
            Self::Sms => jinqiao_kernel::typed::mobile(given),
            Self::Mail => given.trim().to_lowercase(),
        }
    }
}

/// Six digits, each as likely as the others.
pub fn fresh_code(world: &World) -> String {
    format!("{:06}", u64::from_be_bytes(world.bytes()) % 1_000_000)
}

/// What the person reads.
pub fn words(purpose: CodePurpose, code: &str) -> String {
    let what = match purpose {
        CodePurpose::Registration => "注册账号",
        CodePurpose::Contact => "核验联系方式",
        CodePurpose::Recovery => "重设密码",
    };
    format!(
        "【金桥】验证码 {code}，用于{what}，{} 分钟内有效，请勿告知他人。如非本人操作，请忽略。",
        LIVES.num_minutes()
    )
}

/// Can a code still be compared? `tries` counts the comparison that is about to be made.
pub fn opens(expires_at: DateTime, tries: i32, now: DateTime) -> bool {
    now < expires_at && now > expires_at - LIVES - LIVES && tries <= TRIES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_lives_ten_minutes_and_five_tries() {
        let made = DateTime::UNIX_EPOCH;
        for (seconds, tries, open) in
            [(0, 1, true), (599, 5, true), (600, 1, false), (0, 6, false), (-599, 1, true), (-600, 1, false)]
        {
            assert_eq!(opens(made + LIVES, tries, made + TimeDelta::seconds(seconds)), open, "{seconds} s, {tries}");
        }
    }

    #[test]
    fn six_digits_and_their_purpose() {
        let code = fresh_code(&World::system());
        assert!(code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()), "{code}");
        for (purpose, what) in
            [(CodePurpose::Registration, "注册"), (CodePurpose::Contact, "核验"), (CodePurpose::Recovery, "重设密码")]
        {
            let words = words(purpose, "012345");
            assert!(words.contains("012345") && words.contains(what) && words.contains("10 分钟"), "{words}");
        }
    }

    #[test]
    fn one_contact_is_one_text() {
        assert_eq!(ContactChannel::Sms.plain("+86 138-0000-0000"), "13800000000");
        assert_eq!(ContactChannel::Mail.plain(" Li@Example.cn"), "li@example.cn");
    }
}
