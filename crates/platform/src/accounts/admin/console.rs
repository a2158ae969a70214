//! At the server's console, for the night when nobody can log in. The audit trail names the console.

use super::{
    authenticator::{fresh_codes, put_codes},
    facts::AccountStep,
    model::{AccountState, check_not_last},
    service::{disable_in, tell},
    store::{self, void_links},
};
use crate::accounts::{
    PasswordHasher,
    entity::account::{self, ActiveModel},
    passwords::one_time_password,
    sessions, store as accounts, totp,
};
use chrono::TimeDelta;
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_kernel::{Error, Result, Role, Vault};
use sea_orm::{ActiveModelTrait, Set};

/// A one-time password from the console opens the account for this long.
const ONE_TIME: TimeDelta = TimeDelta::hours(72);
const CONSOLE: &str = "在服务器控制台办理";

fn intent(action: &'static str, login: &str) -> Intent {
    Intent::system(action).detail(login.to_lowercase())
}

/// The account with `login`, locked after all operators if it is one.
async fn lock(tx: &Tx, login: &str, disabling: bool) -> Result<account::Model> {
    let known = accounts::by_login(tx.conn(), login).await?.ok_or_else(|| Error::field("login", "没有这个登录名"))?;
    if disabling && known.role == Role::Operator {
        check_not_last(known.role, known.id, &store::lock_operators(tx).await?)?;
    }
    tx.about(known.id);
    accounts::lock(tx, known.id).await
}

/// Disables the account with `login`.
///
/// # Errors
/// `validation` for an unknown login; `accounts.wrong_state`; `accounts.last_operator`.
pub async fn console_disable(db: &Db, login: &str) -> Result<()> {
    db.write(intent("accounts.console_disable", login), |tx| async move {
        let row = lock(&tx, login, true).await?;
        disable_in(&tx, &row, CONSOLE).await
    })
    .await
}

/// Gives the account with `login` a one-time password for 72 hours, which ends its sessions; another must be chosen with it.
///
/// # Errors
/// `validation` for an unknown login; `accounts.wrong_state` for a disabled account.
pub async fn console_password(db: &Db, hasher: &PasswordHasher, login: &str) -> Result<String> {
    let password = one_time_password(db.world());
    let hash = &hasher.hash(db.world(), &password).await?;
    db.write(intent("accounts.console_password", login), |tx| async move {
        let row = lock(&tx, login, false).await?;
        AccountState::of(row.active).in_use()?;
        let change = ActiveModel {
            id: Set(row.id),
            password: Set(hash.clone()),
            password_until: Set(Some(tx.real_now() + ONE_TIME)),
            ..Default::default()
        };
        change.update(tx.conn()).await?;
        void_links(&tx, row.id, None).await?;
        sessions::end_all(&tx, row.id).await?;
        tell(&tx, &row, AccountStep::ConsolePassword, Some(CONSOLE)).await
    })
    .await?;
    Ok(password)
}

/// A new authenticator, shown once.
pub struct ConsoleAuthenticator {
    /// `otpauth://` address for an authenticator app.
    pub url: String,
    /// Codes that work once each in place of the app.
    pub recovery_codes: Vec<String>,
}

/// Gives the account with `login` a new authenticator, which ends its sessions.
///
/// # Errors
/// `validation` for an unknown login, or one of a role without a second factor; `accounts.wrong_state`.
pub async fn console_authenticator(db: &Db, vault: &Vault, login: &str) -> Result<ConsoleAuthenticator> {
    let (seed, url) = totp::enrol(vault, db.world(), &login.to_lowercase())?;
    let recovery_codes = fresh_codes(db.world());
    let (seed, codes) = (&seed, &recovery_codes);
    db.write(intent("accounts.console_authenticator", login), |tx| async move {
        let row = lock(&tx, login, false).await?;
        AccountState::of(row.active).in_use()?;
        if !row.role.needs_totp() && row.totp_seed.is_none() {
            return Err(Error::field("login", "该账号不使用动态验证码"));
        }
        let change = ActiveModel {
            id: Set(row.id),
            totp_seed: Set(Some(seed.clone())),
            totp_last_step: Set(0),
            ..Default::default()
        };
        change.update(tx.conn()).await?;
        put_codes(&tx, vault, row.id, codes).await?;
        void_links(&tx, row.id, None).await?;
        sessions::end_all(&tx, row.id).await?;
        tell(&tx, &row, AccountStep::ConsoleAuthenticator, Some(CONSOLE)).await
    })
    .await?;
    Ok(ConsoleAuthenticator { url, recovery_codes })
}
