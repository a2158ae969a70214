//! Logging in, and changing the password.

use super::{
    FirstLogin,
    entity::{account, org_login, recovery},
    lockout::{self, Key},
    model::check_password,
    passwords::PasswordHasher,
    sessions, store, totp,
};
use crate::organizations::{self, OrgState};
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_kernel::{Actor, Checks, Error, Kind, OrgKind, RequestMeta, Result, Vault, local_date};
use sea_orm::{
    ActiveModelTrait, EntityTrait, ExprTrait, IntoActiveModel, Set,
    sea_query::{Expr, OnConflict},
};
use serde::Deserialize;
use utoipa::ToSchema;

/// What a person enters to log in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LoginIn {
    /// Login name.
    #[schema(max_length = 64)]
    pub login: String,
    /// Password.
    #[schema(max_length = 256)]
    pub password: String,
    /// Six-digit code of the authenticator app, or a recovery code.
    #[schema(max_length = 64)]
    pub totp: Option<String>,
}

fn refused() -> Error {
    Error::new(Kind::Unauthenticated, "accounts.bad_credentials", "登录名或密码不正确")
}

/// Logs in: a token for the session's cookie. Refusals are the same, and take as long, for unknown accounts.
///
/// # Errors
/// `accounts.bad_credentials`, `accounts.totp_required`, `accounts.totp_invalid`, `accounts.locked`.
pub async fn login(
    db: &Db,
    vault: &Vault,
    hasher: &PasswordHasher,
    request: &RequestMeta,
    input: &LoginIn,
) -> Result<String> {
    let login = input.login.trim().to_lowercase();
    let mut checks = Checks::new();
    checks.text("login", &login, 1..=64).text("password", &input.password, 1..=256);
    checks.optional_text("totp", input.totp.as_deref(), 64).done()?;
    let account = store::by_login(db.read(), &login).await?.filter(|account| account.active);
    // Hashing comes before the transaction: it is slow on purpose.
    let right = hasher.verify(account.as_ref().map(|account| account.password.as_str()), &input.password).await?;
    let account = account.filter(|_| right);
    let attempt = Attempt {
        login: &login,
        account: account.as_ref(),
        code: input.totp.as_deref(),
        token: &sessions::new_token(db.world()),
    };
    let attempt = &attempt;
    let mut intent = Intent::visitor(request, "accounts.login").detail(login.clone());
    if let Some(account) = attempt.account {
        intent = intent.for_account(account.id, account.org_id, account.role).on(account.id);
    }
    // A failure is written as well (count and audit row), so it travels inside the committed value.
    db.write(intent, |tx| async move { try_login(&tx, vault, request, attempt).await }).await??;
    Ok(attempt.token.to_owned())
}

struct Attempt<'a> {
    login: &'a str,
    account: Option<&'a account::Model>,
    code: Option<&'a str>,
    token: &'a str,
}

async fn try_login(tx: &Tx, vault: &Vault, request: &RequestMeta, attempt: &Attempt<'_>) -> Result<Result<()>> {
    let keys = [Key::Login(attempt.login), Key::Address(&request.address)];
    for key in &keys {
        if let Err(locked) = lockout::check(tx, key).await {
            tx.failed(format!("{}: locked", attempt.login));
            return Ok(Err(locked));
        }
    }
    match second_factor(tx, vault, attempt).await? {
        Ok(account) => {
            lockout::forget(tx, &keys[0]).await?;
            sessions::start(tx, account.id, attempt.token, request).await?;
            first_of_the_day(tx, &account).await?;
            let mut row = account.into_active_model();
            row.last_login_at = Set(Some(tx.now()));
            row.update(tx.conn()).await?;
            Ok(Ok(()))
        }
        Err(error) => {
            tx.failed(format!("{}: {}", attempt.login, error.code()));
            // Asking for the code is no failure: the password was right.
            if error.code() != "accounts.totp_required" {
                for key in &keys {
                    lockout::failed(tx, key).await?;
                }
            }
            Ok(Err(error))
        }
    }
}

/// Tells once a day that somebody of an approved organisation is here, of those that come from outside. One row an
/// organisation remembers the day.
async fn first_of_the_day(tx: &Tx, account: &account::Model) -> Result<()> {
    let org = organizations::by_id(tx.conn(), account.org_id).await?;
    if org.state != OrgState::Active || matches!(org.kind, OrgKind::Department | OrgKind::Operator) {
        return Ok(());
    }
    let row = org_login::ActiveModel { org_id: Set(org.id), day: Set(local_date(tx.now())) };
    let newer = OnConflict::column(org_login::Column::OrgId)
        .update_column(org_login::Column::Day)
        .action_and_where(Expr::col((org_login::Entity, org_login::Column::Day)).lt(local_date(tx.now())))
        .to_owned();
    let written = org_login::Entity::insert(row).on_conflict(newer).exec_without_returning(tx.conn()).await?;
    if written == 0 {
        return Ok(());
    }
    tx.emit(&FirstLogin { account: account.id, org: org.id, kind: org.kind }).await
}

async fn second_factor(tx: &Tx, vault: &Vault, attempt: &Attempt<'_>) -> Result<Result<account::Model>> {
    let Some(known) = attempt.account else { return Ok(Err(refused())) };
    // Locked, so that two logins cannot use one code.
    let mut account = store::lock(tx, known.id).await?;
    if account.password_until.is_some_and(|until| until <= tx.now()) {
        let message = "一次性密码已过期，请联系贵单位主账号重置";
        return Ok(Err(Error::new(Kind::Unauthenticated, "accounts.password_expired", message)));
    }
    let Some(seed) = account.totp_seed.clone() else {
        // Roles that need a second factor never get in without one.
        return Ok(if account.role.needs_totp() { Err(refused()) } else { Ok(account) });
    };
    let Some(code) = attempt.code.map(str::trim).filter(|code| !code.is_empty()) else {
        return Ok(Err(Error::new(Kind::Unauthenticated, "accounts.totp_required", "请输入动态验证码")));
    };
    match totp::check(vault, &seed, code, tx.now())? {
        Some(step) if step > account.totp_last_step => {
            account.totp_last_step = step;
            let row = account::ActiveModel { id: Set(account.id), totp_last_step: Set(step), ..Default::default() };
            row.update(tx.conn()).await?;
            Ok(Ok(account))
        }
        _ if use_recovery_code(tx, vault, &account, code).await? => Ok(Ok(account)),
        _ => Ok(Err(Error::new(
            Kind::Unauthenticated,
            "accounts.totp_invalid",
            "动态验证码不正确或已使用，请等待下一个",
        ))),
    }
}

async fn use_recovery_code(tx: &Tx, vault: &Vault, account: &account::Model, code: &str) -> Result<bool> {
    let hash = vault.digest("recovery", code.to_lowercase().as_bytes());
    let used = recovery::Entity::delete_by_id((account.id, hash)).exec(tx.conn()).await?;
    Ok(used.rows_affected == 1)
}

/// Changes the own password; other sessions end.
///
/// # Errors
/// `validation` when the current password is wrong, or the new one breaks a rule.
pub async fn change_password(db: &Db, hasher: &PasswordHasher, actor: &Actor, current: &str, new: &str) -> Result<()> {
    let account = store::by_id(db.read(), actor.account).await?;
    let org = organizations::by_id(db.read(), actor.org).await?;
    let mut checks = Checks::new();
    checks.text("current", current, 1..=256);
    check_password("new", new, &[account.login.clone(), org.name], &mut checks);
    checks.that("new", current != new, "新密码不能与当前密码相同");
    checks.done()?;
    confirm_password(db, hasher, actor, "accounts.change_password", "current", current).await?;
    let hash = &hasher.hash(db.world(), new).await?;
    db.write(Intent::by(actor, "accounts.change_password").on(actor.account), |tx| async move {
        let row = account::ActiveModel {
            id: Set(actor.account),
            password: Set(hash.clone()),
            password_until: Set(None),
            ..Default::default()
        };
        row.update(tx.conn()).await?;
        sessions::end_others(&tx, actor.account, actor.session).await
    })
    .await
}

/// Makes sure that it is the account's owner who asks. A wrong password is counted like a failed login, so that an open
/// browser is no way to try passwords.
///
/// # Errors
/// `validation` naming `field`; `accounts.locked`.
pub(super) async fn confirm_password(
    db: &Db,
    hasher: &PasswordHasher,
    actor: &Actor,
    action: &'static str,
    field: &str,
    password: &str,
) -> Result<()> {
    let account = &store::by_id(db.read(), actor.account).await?;
    if hasher.verify(Some(&account.password), password).await? {
        return Ok(());
    }
    db.write(Intent::by(actor, action).on(actor.account), |tx| async move {
        let key = Key::Login(&account.login);
        if let Err(locked) = lockout::check(&tx, &key).await {
            return Ok(Err(locked));
        }
        tx.failed("wrong current password");
        lockout::failed(&tx, &key).await?;
        Ok(Err(Error::field(field, "当前密码不正确")))
    })
    .await?
}

/// Logs out: the session is gone at once.
pub(super) async fn logout(db: &Db, actor: &Actor) -> Result<()> {
    db.write(Intent::by(actor, "accounts.logout").on(actor.account), |tx| async move {
        super::entity::session::Entity::delete_by_id(actor.session).exec(tx.conn()).await?;
        Ok(())
    })
    .await
}
