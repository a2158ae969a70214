//! What happens to an account by others' hands, or by a link.

use jinqiao_db::{Audience, FactKind};
use jinqiao_http::TimelineFact;
use jinqiao_kernel::{AccountId, OrgId, Role};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A step in the administration of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountStep {
    /// It was disabled.
    Disabled,
    /// It was enabled again.
    Enabled,
    /// Its sessions were ended.
    SessionsEnded,
    /// A link for a new password was made.
    PasswordLinkMade,
    /// The person has chosen a new password by the link.
    PasswordReset,
    /// One operator asked for a reset of the authenticator …
    ResetAsked,
    /// … took that back …
    ResetWithdrawn,
    /// … another refused …
    ResetRefused,
    /// … or approved, and a link was made.
    ResetApproved,
    /// The person has enrolled a new authenticator.
    AuthenticatorReset,
    /// At the server's console it was given a one-time password …
    ConsolePassword,
    /// … or a new authenticator.
    ConsoleAuthenticator,
}

impl AccountStep {
    fn name_and_text(self) -> (&'static str, &'static str) {
        match self {
            Self::Disabled => ("disabled", "停用账号"),
            Self::Enabled => ("enabled", "启用账号"),
            Self::SessionsEnded => ("sessions_ended", "结束全部登录会话"),
            Self::PasswordLinkMade => ("password_link_made", "生成密码重置链接"),
            Self::PasswordReset => ("password_reset", "本人通过链接设置了新密码"),
            Self::ResetAsked => ("reset_asked", "申请重置动态验证码，等待复核"),
            Self::ResetWithdrawn => ("reset_withdrawn", "撤回动态验证码重置申请"),
            Self::ResetRefused => ("reset_refused", "复核不同意重置动态验证码"),
            Self::ResetApproved => ("reset_approved", "复核同意，生成动态验证码绑定链接"),
            Self::AuthenticatorReset => ("authenticator_reset", "本人绑定了新的动态验证码"),
            Self::ConsolePassword => ("console_password", "重置为一次性密码"),
            Self::ConsoleAuthenticator => ("console_authenticator", "重新绑定动态验证码"),
        }
    }
}

/// A step of one account.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AccountFact {
    /// What happened.
    pub step: AccountStep,
    /// To which account …
    pub account: AccountId,
    /// … of which organisation …
    pub org: OrgId,
    /// … and role.
    pub role: Role,
    /// Its number.
    pub no: String,
    /// The person.
    pub name: String,
    /// Why, in the operator's words.
    pub reason: Option<String>,
}

impl FactKind for AccountFact {
    fn kind(&self) -> String {
        format!("account_admin.{}", self.step.name_and_text().0)
    }

    fn subject(&self) -> Uuid {
        self.account.into()
    }

    /// The account's own open pages notice that they are closed; operators see the list.
    fn audience(&self) -> Vec<Audience> {
        vec![Audience::Account(self.account), Audience::Role(Role::Operator)]
    }
}

impl TimelineFact for AccountFact {
    fn text(&self) -> String {
        self.step.name_and_text().1.into()
    }

    fn reason(&self) -> Option<String> {
        self.reason.clone()
    }
}
