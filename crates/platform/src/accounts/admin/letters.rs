//! What is written to whom about an account, so that nothing is done to it unnoticed.

use super::{
    AccountFact, AccountStep,
    model::{LINK_LIVES, ResetKind},
};
use crate::letter::{Letter, MessageTopic, Recipient, Writer, because};
use jinqiao_kernel::{AccountId, Role};

/// Letters of this part.
pub const LETTERS: Writer = Writer {
    name: "account_admin.letters",
    about: &["account_admin."],
    topic: MessageTopic::Organization,
    write: |_, fact| Box::pin(async move { Ok(of_account(&fact.decode()?, fact.account)) }),
};

/// On a step of an account: to the account itself, to its organisation's primary account, or to the operators who decide.
fn of_account(fact: &AccountFact, by: Option<AccountId>) -> Vec<Letter> {
    let why = because(fact.reason.as_ref());
    let who = format!("账号 {}（{}）", fact.no, fact.name);
    let own = |title, words: &str| Letter {
        to: Recipient::Account(fact.account),
        title,
        body: format!("{words}{why}"),
        link: security_of(fact.role).into(),
    };
    let primary = |title, words: &str| Letter {
        to: Recipient::Primary(fact.org),
        title,
        body: format!("{who}{words}{why}"),
        link: security_of(fact.role).into(),
    };
    let operators = |title, words: &str| Letter {
        to: Recipient::Role(Role::Operator),
        title,
        body: format!("{who}{words}{why}"),
        link: format!("/operator/accounts/{}", fact.account),
    };
    // Whoever did it themselves need not be told that somebody did.
    let by_person = by == Some(fact.account);
    let hours = LINK_LIVES.num_hours();
    match fact.step {
        AccountStep::Disabled => vec![primary("账号已停用", "已由平台停用，不能登录。")],
        AccountStep::Enabled => vec![own("账号已启用", "平台已重新启用您的账号。")],
        AccountStep::SessionsEnded => vec![own("登录会话已结束", "平台结束了您账号的全部登录会话，请重新登录。")],
        AccountStep::PasswordLinkMade => vec![own(
            "已生成密码重置链接",
            &format!("平台运营人员为您的账号生成了密码重置链接，{hours} 小时内有效。如非您本人申请，请立即联系平台。"),
        )],
        AccountStep::PasswordReset | AccountStep::ConsolePassword if by_person => {
            vec![own("密码已重置", "您已通过重置链接设置新密码。如非您本人操作，请立即联系平台。")]
        }
        AccountStep::PasswordRecovered => {
            vec![own("密码已重设", "您已通过验证码设置新密码，原登录全部退出。如非您本人操作，请立即联系平台。")]
        }
        AccountStep::PasswordReset | AccountStep::ConsolePassword => vec![own("密码已重置", "您的密码已由平台重置。")],
        AccountStep::ResetAsked => {
            vec![operators("账号申请待复核", &format!("申请{}，请由另一位运营人员复核。", fact.reset_kind().text()))]
        }
        AccountStep::ResetWithdrawn => vec![],
        AccountStep::ResetRefused => {
            vec![operators("账号申请未通过复核", &format!("{}的申请未通过复核。", fact.reset_kind().text()))]
        }
        AccountStep::ResetApproved => vec![match fact.reset_kind() {
            ResetKind::Primary => {
                own("您的账号已设为主账号", "经两位运营人员办理，您的账号已成为贵单位的主账号，可以管理子账号。")
            }
            kind => own(
                if kind == ResetKind::Password {
                    "已生成密码重置链接"
                } else {
                    "已生成动态验证码绑定链接"
                },
                &format!(
                    "经两位运营人员办理，已为您的账号{}，{hours} 小时内有效。如非您本人申请，请立即联系平台。",
                    kind.given()
                ),
            ),
        }],
        AccountStep::PrimaryTaken => vec![own(
            "您的账号不再是主账号",
            "经两位运营人员办理，贵单位的主账号已更换，您的账号转为子账号。如有疑问，请联系平台。",
        )],
        AccountStep::AuthenticatorReset | AccountStep::ConsoleAuthenticator => {
            vec![own("动态验证码已更换", "您的账号已绑定新的动态验证码，原验证码和恢复码失效。")]
        }
    }
}

fn security_of(role: Role) -> &'static str {
    match role {
        Role::Enterprise => "/enterprise/security",
        Role::Institution => "/institution/security",
        Role::Agency => "/agency/security",
        Role::Government | Role::Supervisor => "/government/security",
        Role::Operator => "/operator/security",
    }
}
