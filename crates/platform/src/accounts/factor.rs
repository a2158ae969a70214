//! The second factor at a login: what has to come beside the right password.

use super::{
    entity::{account, recovery, used_code},
    guard, store, totp,
};
use chrono::TimeDelta;
use jinqiao_db::Tx;
use jinqiao_kernel::{AccountId, Error, Kind, Result, Vault};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set, sea_query::OnConflict};

/// Used codes are kept for as long as no clock is wrong.
const USED_FOR: TimeDelta = TimeDelta::days(90);
/// Seconds that one code is shown.
const STEP: i64 = 30;

/// Why a login was refused.
pub(super) struct Refusal {
    pub error: Error,
    /// Somebody guessed. Whoever has still to bring the code, or clicked twice, did not.
    pub guessed: bool,
}

impl Refusal {
    fn guess(code: &'static str, message: &'static str) -> Self {
        Self { error: Error::new(Kind::Unauthenticated, code, message), guessed: true }
    }

    fn honest(code: &'static str, message: &'static str) -> Self {
        Self { guessed: false, ..Self::guess(code, message) }
    }

    /// One wording for unknown names, disabled accounts and wrong passwords.
    pub fn bad_credentials() -> Self {
        Self::guess("accounts.bad_credentials", "登录名或密码不正确")
    }
}

/// The account, locked, if `known` was right about its password and `code` is what it asks beside.
pub(super) async fn check(
    tx: &Tx,
    vault: &Vault,
    known: Option<&account::Model>,
    code: Option<&str>,
    known_device: bool,
) -> Result<Result<account::Model, Refusal>> {
    let Some(known) = known else { return Ok(Err(Refusal::bad_credentials())) };
    // Locked, so that two logins cannot use one code. Meanwhile it may have been disabled, or its password changed.
    let account = store::lock(tx, known.id).await?;
    if !account.active || account.password != known.password {
        return Ok(Err(Refusal::bad_credentials()));
    }
    if account.password_until.is_some_and(|until| until <= tx.real_now()) {
        let message = "一次性密码已过期，请联系贵单位主账号或平台重置";
        return Ok(Err(Refusal::honest("accounts.password_expired", message)));
    }
    let Some(seed) = account.totp_seed.clone() else {
        // Roles that need a second factor never get in without one.
        let closed = account.role.needs_totp();
        return Ok(if closed { Err(Refusal::bad_credentials()) } else { Ok(account) });
    };
    let Some(code) = code else {
        return Ok(Err(Refusal::honest("accounts.totp_required", "请输入动态验证码")));
    };
    // Only whoever knows the password gets here, so no stranger can close this; devices of before stay outside.
    if !known_device && guard::too_many_codes(tx, account.id).await? {
        let message = "动态验证码错误次数过多，请一小时后再试，或使用登录过的设备；如非本人操作，请尽快修改密码";
        return Ok(Err(Refusal::honest("accounts.too_many_codes", message)));
    }
    let message = "动态验证码不正确或已使用，请等待下一个";
    match totp::check(vault, &seed, code, tx.real_now())? {
        Some(step) if use_code(tx, &account, step).await? => Ok(Ok(account)),
        Some(_) => Ok(Err(Refusal::honest("accounts.totp_invalid", message))),
        None if use_recovery_code(tx, vault, account.id, code).await? => Ok(Ok(account)),
        None => {
            guard::count_code(tx, account.id).await?;
            Ok(Err(Refusal::guess("accounts.totp_invalid", message)))
        }
    }
}

/// Uses the code of `step` up; no when it was used before. Each is kept, not only the newest: after the clock was set back the
/// newest lies in the future, and says nothing of those that are shown now.
async fn use_code(tx: &Tx, account: &account::Model, step: i64) -> Result<bool> {
    use used_code::{ActiveModel, Column, Entity};
    if step == account.totp_last_step {
        return Ok(false);
    }
    let row = ActiveModel { account_id: Set(account.id), step: Set(step) };
    let once = OnConflict::columns([Column::AccountId, Column::Step]).do_nothing().to_owned();
    if Entity::insert(row).on_conflict(once).exec_without_returning(tx.conn()).await? == 0 {
        return Ok(false);
    }
    let far = USED_FOR.num_seconds() / STEP;
    let old = Entity::delete_many().filter(Column::AccountId.eq(account.id));
    old.filter(Column::Step.not_between(step - far, step + far)).exec(tx.conn()).await?;
    Ok(true)
}

async fn use_recovery_code(tx: &Tx, vault: &Vault, account: AccountId, code: &str) -> Result<bool> {
    let hash = vault.digest("recovery", code.to_lowercase().as_bytes());
    let used = recovery::Entity::delete_by_id((account, hash)).exec(tx.conn()).await?;
    Ok(used.rows_affected == 1)
}
