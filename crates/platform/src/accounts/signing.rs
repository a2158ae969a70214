//! Signing: who signs types the password again, which then holds for some minutes in the session that it was typed in.

use super::{entity::session, login, passwords::PasswordHasher};
use chrono::TimeDelta;
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_kernel::{Actor, Checks, Error, Result, SessionId};
use sea_orm::{EntityTrait, Set};

/// So long after the password was typed something can be signed.
const HOLDS: TimeDelta = TimeDelta::minutes(5);

/// `actor` types its password again.
///
/// # Errors
/// `validation` naming `password`; those of the guard before every secret.
pub(super) async fn confirm(db: &Db, hasher: &PasswordHasher, actor: &Actor, password: &str) -> Result<()> {
    Checks::new().text("password", password, 1..=256).done()?;
    let action = "accounts.confirm_password";
    let confirmed = &login::confirm_password(db, hasher, actor, action, "password", password).await?;
    db.write(Intent::by(actor, "accounts.confirm_password").on(actor.account), |tx| async move {
        login::still_confirmed(&tx, actor, confirmed).await?;
        let row =
            session::ActiveModel { id: Set(actor.session), signed_at: Set(Some(tx.real_now())), ..Default::default() };
        session::Entity::update(row).exec(tx.conn()).await?;
        Ok(())
    })
    .await
}

/// How `actor` signs what this write is about, as it is kept with it.
///
/// # Errors
/// `accounts.signature_needed` unless the password was typed again just now.
pub async fn signing_method(tx: &Tx, actor: &Actor) -> Result<&'static str> {
    // The demo data act without a session.
    if actor.session == SessionId(uuid::Uuid::nil()) {
        return Ok("console");
    }
    let session = session::Entity::find_by_id(actor.session).one(tx.conn()).await?;
    let signed = session.and_then(|session| session.signed_at).is_some_and(|at| (tx.real_now() - at).abs() <= HOLDS);
    if signed {
        return Ok("password");
    }
    Err(Error::conflict("accounts.signature_needed", "请再次输入登录密码后签署"))
}
