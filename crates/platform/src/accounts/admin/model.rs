//! States and rules: accounts, links that work once, and resets by two persons. Pure.

use chrono::TimeDelta;
use jinqiao_kernel::{AccountId, Checks, DateTime, Error, Kind, Result, Role};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A link works for this long.
pub const LINK_LIVES: TimeDelta = TimeDelta::hours(24);
/// Wrong answers on the page of a link, after which it is void.
pub const LINK_TRIES: i32 = 5;

/// Can an account be used?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AccountState {
    /// In use (启用).
    Active,
    /// Disabled (停用).
    Disabled,
}

fn wrong_state(message: &'static str) -> Error {
    Error::conflict("accounts.wrong_state", message)
}

impl AccountState {
    /// As the column `active` keeps it.
    pub fn of(active: bool) -> Self {
        if active { Self::Active } else { Self::Disabled }
    }

    /// Disables it.
    ///
    /// # Errors
    /// `accounts.wrong_state` when it is disabled already.
    pub fn disable(self) -> Result<Self> {
        if self == Self::Active { Ok(Self::Disabled) } else { Err(wrong_state("账号已停用")) }
    }

    /// Enables it again.
    ///
    /// # Errors
    /// `accounts.wrong_state` when it is in use.
    pub fn enable(self) -> Result<Self> {
        if self == Self::Disabled { Ok(Self::Active) } else { Err(wrong_state("账号正在使用，无需启用")) }
    }

    /// What only an account in use can be given: links, an end of its sessions.
    ///
    /// # Errors
    /// `accounts.wrong_state` when it is disabled.
    pub fn in_use(self) -> Result<()> {
        if self == Self::Active { Ok(()) } else { Err(wrong_state("账号已停用，请先启用")) }
    }
}

/// What a link opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// The choice of a new password.
    Password,
    /// The enrolment of a new authenticator.
    Authenticator,
}

/// The one answer to a link that is unknown, used, void or too old: a guesser learns nothing.
pub fn void_link() -> Error {
    Error::new(Kind::NotFound, "accounts.link_void", "链接无效、已使用或已过期，请联系平台运营人员重新获取")
}

/// Does a link still open anything?
///
/// # Errors
/// `accounts.link_void`.
pub fn check_link(expires_at: DateTime, used_at: Option<DateTime>, tries: i32, now: DateTime) -> Result<()> {
    if used_at.is_none() && now < expires_at && tries < LINK_TRIES { Ok(()) } else { Err(void_link()) }
}

/// What a reset by two persons gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ResetKind {
    /// A link by which the person chooses a new password.
    Password,
    /// A link by which the person enrols a new authenticator.
    Authenticator,
    /// The place of the primary account, whose holder is gone (主账号).
    Primary,
}

impl ResetKind {
    /// What is asked for, in Chinese.
    pub fn text(self) -> &'static str {
        match self {
            Self::Password => "重置密码",
            Self::Authenticator => "重置动态验证码",
            Self::Primary => "更换主账号",
        }
    }

    /// What follows when the second person agrees, in Chinese.
    pub fn given(self) -> &'static str {
        match self {
            Self::Password => "生成密码重置链接",
            Self::Authenticator => "生成动态验证码绑定链接",
            Self::Primary => "设为主账号",
        }
    }
}

/// How whoever asks for a reset has shown who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum IdentityProof {
    /// Came with an identity document, which was compared.
    InPerson,
    /// Sent a letter under the organisation's seal, with a copy of the document.
    SealedLetter,
    /// Was called back under the number on file.
    CalledBack,
}

/// Where a reset by two persons stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ResetState {
    /// One operator asked for it.
    Asked,
    /// Another approved: the link exists.
    Approved,
    /// Another refused.
    Refused,
    /// Whoever asked took it back.
    Withdrawn,
}

impl ResetState {
    fn decide(self, to: Self) -> Result<Self> {
        if self == Self::Asked { Ok(to) } else { Err(wrong_state("该申请已经处理")) }
    }

    /// The second person approves.
    ///
    /// # Errors
    /// `accounts.wrong_state` unless it waits; so for the other two.
    pub fn approve(self) -> Result<Self> {
        self.decide(Self::Approved)
    }

    /// The second person refuses.
    ///
    /// # Errors
    /// As for [`ResetState::approve`].
    pub fn refuse(self) -> Result<Self> {
        self.decide(Self::Refused)
    }

    /// The first person takes it back.
    ///
    /// # Errors
    /// As for [`ResetState::approve`].
    pub fn withdraw(self) -> Result<Self> {
        self.decide(Self::Withdrawn)
    }
}

/// An operator's account, as far as it counts for who is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Staff {
    /// The account.
    pub id: AccountId,
    /// Somebody can log in with it: it is in use, has an authenticator, and no one-time password that has run out.
    pub able: bool,
}

/// Somebody must be left who can undo a mistake.
///
/// # Errors
/// `accounts.last_operator` when without `target` no operator can log in.
pub fn check_not_last(role: Role, target: AccountId, operators: &[Staff]) -> Result<()> {
    let left = operators.iter().any(|one| one.able && one.id != target);
    if role != Role::Operator || left {
        return Ok(());
    }
    Err(Error::conflict("accounts.last_operator", "这是最后一个可以登录的运营账号，不能停用"))
}

/// A reason of 5 to 200 characters: it is audited, and those concerned read it.
///
/// # Errors
/// `validation`.
pub fn check_reason(reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 5..=200).done()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn states() {
        use AccountState::{Active, Disabled};
        assert_eq!((Active.disable().ok(), Active.enable().ok()), (Some(Disabled), None));
        assert_eq!((Disabled.disable().ok(), Disabled.enable().ok()), (None, Some(Active)));
        assert!(Active.in_use().is_ok() && Disabled.in_use().is_err());
        use ResetState::{Approved, Asked, Refused, Withdrawn};
        for state in [Asked, Approved, Refused, Withdrawn] {
            let open = state == Asked;
            assert_eq!(state.approve().ok(), open.then_some(Approved), "{state:?}");
            assert_eq!(state.refuse().ok(), open.then_some(Refused), "{state:?}");
            assert_eq!(state.withdraw().ok(), open.then_some(Withdrawn), "{state:?}");
        }
    }

    #[test]
    fn a_link_works_once_for_a_day_and_not_for_guessers() {
        let start = DateTime::UNIX_EPOCH;
        let end = start + LINK_LIVES;
        let just_before = end - TimeDelta::seconds(1);
        for (now, used, tries, good) in [
            (start, None, 0, true),
            (just_before, None, LINK_TRIES - 1, true),
            (end, None, 0, false),
            (start, Some(start), 0, false),
            (start, None, LINK_TRIES, false),
        ] {
            assert_eq!(check_link(end, used, tries, now).is_ok(), good, "{now} {used:?} {tries}");
        }
    }

    #[test]
    fn somebody_is_left() {
        let id = |n| AccountId(Uuid::from_u128(n));
        let staff = |n, able| Staff { id: id(n), able };
        for (role, operators, good) in [
            (Role::Operator, vec![staff(1, true), staff(2, true)], true),
            (Role::Operator, vec![staff(1, true)], false),
            (Role::Operator, vec![staff(1, true), staff(2, false)], false),
            (Role::Operator, vec![], false),
            (Role::Supervisor, vec![], true),
            (Role::Enterprise, vec![staff(2, false)], true),
        ] {
            assert_eq!(check_not_last(role, id(1), &operators).is_ok(), good, "{role:?} {operators:?}");
        }
    }
}
