//! Who may do what to which account, and why not. Pure.

use super::{
    entity::reset,
    model::{AccountState, ResetState},
};
use crate::accounts::entity::account::Model;
use jinqiao_kernel::{AccountId, Error, Kind, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What an operator can do to an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AccountActionKind {
    /// Disable it.
    Disable,
    /// Enable it again.
    Enable,
    /// End its sessions.
    EndSessions,
    /// Make a link for a new password.
    PasswordLink,
    /// Ask for a reset of its authenticator.
    AskReset,
    /// Approve what a colleague asked for.
    ApproveReset,
    /// Refuse it.
    RefuseReset,
    /// Take the own wish back.
    WithdrawReset,
}

use AccountActionKind::{
    ApproveReset, AskReset, Disable, Enable, EndSessions, PasswordLink, RefuseReset, WithdrawReset,
};

impl AccountActionKind {
    const ALL: [Self; 8] =
        [Disable, Enable, EndSessions, PasswordLink, AskReset, ApproveReset, RefuseReset, WithdrawReset];
}

/// An action, and whether it is allowed now.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct AccountAction {
    action: AccountActionKind,
    allowed: bool,
    /// Why not, in Chinese.
    why: Option<String>,
}

fn forbidden(code: &'static str, message: &'static str) -> Error {
    Error::new(Kind::Forbidden, code, message)
}

/// May `actor` do `action` to `account`, for which `open` waits for a second person?
///
/// # Errors
/// `accounts.own_account`; `accounts.same_person` for a second person who is the first; `accounts.wrong_state`.
pub fn check(actor: AccountId, account: &Model, open: Option<&reset::Model>, action: AccountActionKind) -> Result<()> {
    if actor == account.id {
        return Err(forbidden("accounts.own_account", "不能对自己的账号办理，请由其他运营人员办理"));
    }
    let state = AccountState::of(account.active);
    let missing = || Error::conflict("accounts.wrong_state", "没有待处理的动态验证码重置申请");
    match action {
        Disable => state.disable().map(drop),
        Enable => state.enable().map(drop),
        EndSessions | PasswordLink => state.in_use(),
        AskReset if !account.role.needs_totp() && account.totp_seed.is_none() => {
            Err(Error::conflict("accounts.no_authenticator", "该账号不使用动态验证码"))
        }
        AskReset if open.is_some() => Err(Error::conflict("accounts.reset_open", "已有待复核的重置申请")),
        AskReset => state.in_use(),
        ApproveReset | RefuseReset => {
            let open = open.ok_or_else(missing)?;
            if open.asked_by == actor {
                return Err(forbidden("accounts.same_person", "须由另一位运营人员复核，提出申请的人不能复核"));
            }
            if action == RefuseReset {
                return open.state.refuse().map(drop);
            }
            state.in_use().and_then(|()| open.state.approve()).map(drop)
        }
        WithdrawReset => match open.ok_or_else(missing)? {
            open if open.asked_by != actor => Err(forbidden("accounts.other_person", "只有提出申请的人可以撤回")),
            open => open.state.withdraw().map(drop::<ResetState>),
        },
    }
}

/// Every action on `account`.
pub fn actions(actor: AccountId, account: &Model, open: Option<&reset::Model>) -> Vec<AccountAction> {
    let entry = |action| {
        let checked = check(actor, account, open, action);
        AccountAction { action, allowed: checked.is_ok(), why: checked.err().map(|error| error.message().to_owned()) }
    };
    AccountActionKind::ALL.map(entry).into()
}
