//! Who may do what to which account, and why not. Pure.

use super::{
    entity::reset,
    model::{AccountState, ResetKind, ResetState},
};
use crate::accounts::{access::check_suited, entity::account::Model};
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
    /// Ask for a link by which the person chooses a new password.
    AskPassword,
    /// Ask for a reset of its authenticator.
    AskAuthenticator,
    /// Ask that it takes the place of its organisation's primary account.
    AskPrimary,
    /// Approve what a colleague asked for.
    ApproveReset,
    /// Refuse it.
    RefuseReset,
    /// Take the own wish back.
    WithdrawReset,
}

use AccountActionKind::{
    ApproveReset, AskAuthenticator, AskPassword, AskPrimary, Disable, Enable, EndSessions, RefuseReset, WithdrawReset,
};

impl AccountActionKind {
    const ALL: [Self; 9] = [
        Disable,
        Enable,
        EndSessions,
        AskPassword,
        AskAuthenticator,
        AskPrimary,
        ApproveReset,
        RefuseReset,
        WithdrawReset,
    ];

    /// Asking for a reset of `kind`.
    pub fn asking(kind: ResetKind) -> Self {
        match kind {
            ResetKind::Password => AskPassword,
            ResetKind::Authenticator => AskAuthenticator,
            ResetKind::Primary => AskPrimary,
        }
    }
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
    let missing = || Error::conflict("accounts.wrong_state", "没有待复核的申请");
    match action {
        Disable => state.disable().map(drop),
        Enable => state.enable().map(drop),
        EndSessions => state.in_use(),
        AskAuthenticator if !account.role.needs_totp() && account.totp_seed.is_none() => {
            Err(Error::conflict("accounts.no_authenticator", "该账号不使用动态验证码"))
        }
        AskPassword | AskAuthenticator | AskPrimary if open.is_some() => {
            Err(Error::conflict("accounts.reset_open", "已有待复核的申请"))
        }
        AskPassword | AskAuthenticator => state.in_use(),
        AskPrimary => state.in_use().and_then(|()| check_heir(account)),
        ApproveReset | RefuseReset => {
            let open = open.ok_or_else(missing)?;
            if open.asked_by == actor {
                return Err(forbidden("accounts.same_person", "须由另一位运营人员复核，提出申请的人不能复核"));
            }
            if action == RefuseReset {
                return open.state.refuse().map(drop);
            }
            if open.kind == ResetKind::Primary {
                check_heir(account)?;
            }
            state.in_use().and_then(|()| open.state.approve()).map(drop)
        }
        WithdrawReset => match open.ok_or_else(missing)? {
            open if open.asked_by != actor => Err(forbidden("accounts.other_person", "只有提出申请的人可以撤回")),
            open => open.state.withdraw().map(drop::<ResetState>),
        },
    }
}

/// Can the account take the place of a primary account?
fn check_heir(account: &Model) -> Result<()> {
    if account.primary_account {
        return Err(Error::conflict("accounts.primary", "该账号已是主账号"));
    }
    check_suited(account)
}

/// Every action on `account`.
pub fn actions(actor: AccountId, account: &Model, open: Option<&reset::Model>) -> Vec<AccountAction> {
    let entry = |action| {
        let checked = check(actor, account, open, action);
        AccountAction { action, allowed: checked.is_ok(), why: checked.err().map(|error| error.message().to_owned()) }
    };
    AccountActionKind::ALL.map(entry).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::admin::model::IdentityProof;
    use jinqiao_kernel::{Access, AuthenticatorResetId, DateTime, OrgId, Role, Sealed, UnitId};
    use uuid::Uuid;

    const ACCOUNT: AccountId = AccountId(Uuid::from_u128(1));
    const ASKED: AccountId = AccountId(Uuid::from_u128(2));
    const OTHER: AccountId = AccountId(Uuid::from_u128(3));

    fn account(active: bool, authenticator: bool) -> Model {
        Model {
            id: ACCOUNT,
            no: "A00000001".into(),
            org_id: OrgId(Uuid::nil()),
            unit_id: UnitId(Uuid::nil()),
            role: if authenticator { Role::Government } else { Role::Enterprise },
            primary_account: true,
            access: Access::Handle,
            name: "甲".into(),
            login: "somebody".into(),
            password: String::new(),
            password_until: None,
            mobile: None,
            totp_seed: authenticator.then(|| Sealed::stored(String::new())),
            totp_last_step: 0,
            active,
            disabled_at: None,
            disabled_reason: None,
            created_at: DateTime::UNIX_EPOCH,
            last_login_at: None,
        }
    }

    fn waiting() -> reset::Model {
        reset::Model {
            id: AuthenticatorResetId(Uuid::nil()),
            account_id: ACCOUNT,
            kind: ResetKind::Authenticator,
            state: ResetState::Asked,
            asked_by: ASKED,
            asked_at: DateTime::UNIX_EPOCH,
            reason: "手机丢失".into(),
            proof: Some(IdentityProof::InPerson),
            decided_by: None,
            decided_at: None,
        }
    }

    #[test]
    fn who_may_do_what() {
        let open = waiting();
        let staff = [Enable, AskAuthenticator, AskPrimary, ApproveReset, RefuseReset, WithdrawReset];
        let asking = [AskPassword, AskAuthenticator, AskPrimary];
        let without = |out: &[AccountActionKind]| {
            AccountActionKind::ALL.into_iter().filter(|one| !out.contains(one)).collect::<Vec<_>>()
        };
        for (who, actor, active, authenticator, open, want) in [
            ("the person", ACCOUNT, true, true, Some(&open), vec![]),
            ("a firm's account", OTHER, true, false, None, without(&staff)),
            ("a disabled one", OTHER, false, true, None, vec![Enable]),
            (
                "a clerk's",
                OTHER,
                true,
                true,
                None,
                without(&[Enable, AskPrimary, ApproveReset, RefuseReset, WithdrawReset]),
            ),
            (
                "who asked",
                ASKED,
                true,
                true,
                Some(&open),
                without(&[&asking[..], &[Enable, ApproveReset, RefuseReset]].concat()),
            ),
            ("another", OTHER, true, true, Some(&open), without(&[&asking[..], &[Enable, WithdrawReset]].concat())),
            ("another, of a disabled one", OTHER, false, true, Some(&open), vec![Enable, RefuseReset]),
        ] {
            let row = account(active, authenticator);
            let may: Vec<_> =
                AccountActionKind::ALL.into_iter().filter(|one| check(actor, &row, open, *one).is_ok()).collect();
            assert_eq!(may, want, "{who}");
        }
    }

    #[test]
    fn who_can_become_primary() {
        let open = reset::Model { kind: ResetKind::Primary, ..waiting() };
        for (primary, active, access, chosen, want) in [
            (false, true, Access::Handle, true, true),
            (true, true, Access::Handle, true, false),
            (false, false, Access::Handle, true, false),
            (false, true, Access::Read, true, false),
            (false, true, Access::Handle, false, false),
        ] {
            let row = Model {
                primary_account: primary,
                access,
                password_until: (!chosen).then_some(DateTime::UNIX_EPOCH),
                ..account(active, false)
            };
            assert_eq!(check(OTHER, &row, None, AskPrimary).is_ok(), want);
            assert_eq!(check(OTHER, &row, Some(&open), ApproveReset).is_ok(), want);
        }
    }
}
