//! A new authenticator: two operators have agreed about it, then the person enrols it by a link, with the password and a first
//! code as proof.

use super::{
    entity::link,
    facts::AccountStep,
    links::{self, Opened, intent},
    model::{LinkKind, void_link},
    service::tell,
    store,
};
use crate::accounts::{
    PasswordHasher,
    entity::{account, recovery},
    guard::{self, Gate},
    sessions, totp,
};
use jinqiao_db::{Db, Tx};
use jinqiao_kernel::{AccountId, Checks, Error, RequestMeta, Result, Vault, World};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};

/// Eight codes that work once each in place of an authenticator, forty bits each.
pub fn fresh_codes(world: &World) -> Vec<String> {
    (0..8).map(|_| world.bytes::<5>().iter().map(|byte| format!("{byte:02x}")).collect()).collect()
}

/// Gives an account these recovery codes in place of those it has.
pub async fn put_codes(tx: &Tx, vault: &Vault, id: AccountId, codes: &[String]) -> Result<()> {
    recovery::Entity::delete_many().filter(recovery::Column::AccountId.eq(id)).exec(tx.conn()).await?;
    for code in codes {
        let code_hash = vault.digest("recovery", code.as_bytes());
        let row = recovery::ActiveModel { account_id: Set(id), code_hash: Set(code_hash) };
        recovery::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// What a person proves on the page of the link.
pub struct Proof<'a> {
    /// The account's password.
    pub password: &'a str,
    /// A code of the new authenticator.
    pub code: &'a str,
}

/// Enrols the new authenticator; all sessions of the account end. Returns new recovery codes, which are shown once.
///
/// # Errors
/// `accounts.link_void`, also after five wrong answers; `validation` naming `password` or `code`.
pub async fn enrol(
    db: &Db,
    vault: &Vault,
    hasher: &PasswordHasher,
    request: &RequestMeta,
    token: &str,
    proof: &Proof<'_>,
) -> Result<Vec<String>> {
    let opened = &links::find(db, vault, token).await?;
    let Some(seed) = opened.link.seed.as_ref().filter(|_| opened.link.kind == LinkKind::Authenticator) else {
        return Err(void_link());
    };
    Checks::new().text("password", proof.password, 1..=256).text("code", proof.code, 1..=30).done()?;
    let (pass, hash) = guard::enter(db, hasher, &Gate::confirmation(opened.account.id)).await?;
    let right = hash.verify(Some(&opened.account.password), proof.password).await?;
    let pass = &pass;
    let step = totp::check(vault, seed, proof.code, db.world().real_now())?;
    let codes = &fresh_codes(db.world());
    // A wrong answer is written as well (count and audit row), so it travels inside the committed value.
    db.write(intent(request, "accounts.enrol_authenticator", &opened.account), |tx| async move {
        let account = links::lock(&tx, vault, opened, token).await?;
        let (true, Some(step)) = (right, step) else {
            tx.failed(if right { "wrong code" } else { "wrong password" });
            wrong(&tx, opened).await?;
            let (field, words) = if right {
                ("code", "动态验证码不正确，请确认已添加新的密钥")
            } else {
                ("password", "密码不正确")
            };
            return Ok(Err(Error::field(field, words)));
        };
        let row = account::ActiveModel {
            id: Set(account.id),
            totp_seed: Set(Some(seed.clone())),
            totp_last_step: Set(step),
            ..Default::default()
        };
        row.update(tx.conn()).await?;
        pass.succeeded(&tx).await?;
        put_codes(&tx, vault, account.id, codes).await?;
        links::used(&tx, &opened.link).await?;
        sessions::end_all(&tx, account.id).await?;
        tell(&tx, &account, AccountStep::AuthenticatorReset, None).await?;
        Ok(Ok(()))
    })
    .await??;
    Ok(codes.clone())
}

async fn wrong(tx: &Tx, opened: &Opened) -> Result<()> {
    let now = store::link_of(tx.conn(), &opened.link.token_hash).await?.map_or(0, |link| link.tries);
    let row = link::ActiveModel { id: Set(opened.link.id), tries: Set(now + 1), ..Default::default() };
    row.update(tx.conn()).await?;
    Ok(())
}
