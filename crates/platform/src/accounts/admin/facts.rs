//! What happens to an account by others' hands, or by a link.

use super::model::ResetKind;
use crate::accounts::entity::account::Model;
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
    /// A link for a new password was made by one operator, as it was before two had to agree.
    PasswordLinkMade,
    /// The person has chosen a new password by the link.
    PasswordReset,
    /// The person has chosen a new password by a code.
    PasswordRecovered,
    /// One operator asked for a reset …
    ResetAsked,
    /// … took that back …
    ResetWithdrawn,
    /// … another refused …
    ResetRefused,
    /// … or approved.
    ResetApproved,
    /// The person has enrolled a new authenticator.
    AuthenticatorReset,
    /// Another account of the organisation has taken its place as the primary one.
    PrimaryTaken,
    /// At the server's console it was given a one-time password …
    ConsolePassword,
    /// … or a new authenticator.
    ConsoleAuthenticator,
}

impl AccountStep {
    fn name(self) -> &'static str {
        match self {
            Self::Disabled => "disabled",
            Self::Enabled => "enabled",
            Self::SessionsEnded => "sessions_ended",
            Self::PasswordLinkMade => "password_link_made",
            Self::PasswordReset => "password_reset",
            Self::PasswordRecovered => "password_recovered",
            Self::ResetAsked => "reset_asked",
            Self::ResetWithdrawn => "reset_withdrawn",
            Self::ResetRefused => "reset_refused",
            Self::ResetApproved => "reset_approved",
            Self::AuthenticatorReset => "authenticator_reset",
            Self::PrimaryTaken => "primary_taken",
            Self::ConsolePassword => "console_password",
            Self::ConsoleAuthenticator => "console_authenticator",
        }
    }

    fn text(self, kind: ResetKind) -> String {
        let text = match self {
            Self::Disabled => "停用账号",
            Self::Enabled => "启用账号",
            Self::SessionsEnded => "结束全部登录会话",
            Self::PasswordLinkMade => "生成密码重置链接",
            Self::PasswordReset => "本人通过链接设置了新密码",
            Self::PasswordRecovered => "本人通过验证码设置了新密码",
            Self::ResetAsked => return format!("申请{}，等待复核", kind.text()),
            Self::ResetWithdrawn => return format!("撤回{}的申请", kind.text()),
            Self::ResetRefused => return format!("复核不同意{}", kind.text()),
            Self::ResetApproved => return format!("复核同意，{}", kind.given()),
            Self::AuthenticatorReset => "本人绑定了新的动态验证码",
            Self::PrimaryTaken => "主账号已更换，转为子账号",
            Self::ConsolePassword => "重置为一次性密码",
            Self::ConsoleAuthenticator => "重新绑定动态验证码",
        };
        text.into()
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
    /// What a reset gives; none in facts from before there were several kinds.
    #[serde(default)]
    pub reset: Option<ResetKind>,
    /// Why, in the operator's words.
    pub reason: Option<String>,
}

impl AccountFact {
    pub(super) fn new(row: &Model, step: AccountStep, reset: Option<ResetKind>, reason: Option<&str>) -> Self {
        Self {
            step,
            account: row.id,
            org: row.org_id,
            role: row.role,
            no: row.no.clone(),
            name: row.name.clone(),
            reset,
            reason: reason.map(|reason| reason.trim().to_owned()),
        }
    }

    /// What a reset gives.
    pub fn reset_kind(&self) -> ResetKind {
        self.reset.unwrap_or(ResetKind::Authenticator)
    }
}

impl FactKind for AccountFact {
    fn kind(&self) -> String {
        format!("account_admin.{}", self.step.name())
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
        self.step.text(self.reset_kind())
    }

    fn reason(&self) -> Option<String> {
        self.reason.clone()
    }
}
