//! A new authenticator takes two operators: one asks, another approves; then the person enrols it by a link, with the
//! password and a first code as proof.

use super::{
    access::AccountActionKind,
    entity::{link, reset},
    facts::AccountStep,
    links::{self, Issued, Opened, intent, issue, new_token},
    model::{LinkKind, ResetState, check_reason, void_link},
    service::{lock_for, tell},
    store,
};
use crate::accounts::{
    PasswordHasher,
    entity::{account, recovery},
    guard::{self, Gate},
    sessions, store as accounts, totp,
};
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_kernel::{AccountId, Actor, Checks, Error, RequestMeta, Result, Vault, World};
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

/// Asks for a reset.
///
/// # Errors
/// `validation`; `not_found`; `accounts.own_account`; `accounts.no_authenticator`; `accounts.reset_open`.
pub async fn ask(db: &Db, actor: &Actor, id: AccountId, reason: &str) -> Result<()> {
    check_reason(reason)?;
    db.write_once(Intent::by(actor, "accounts.ask_reset").on(id).detail(reason), |tx| async move {
        let (row, _) = lock_for(&tx, actor, id, AccountActionKind::AskReset).await?;
        let asked = reset::Model {
            id: tx.id(),
            account_id: id,
            state: ResetState::Asked,
            asked_by: actor.account,
            asked_at: tx.real_now(),
            reason: reason.trim().into(),
            decided_by: None,
            decided_at: None,
        };
        store::insert_reset(&tx, asked).await?;
        tell(&tx, &row, AccountStep::ResetAsked, Some(reason)).await
    })
    .await
}

/// The first person takes the wish back.
///
/// # Errors
/// `not_found`; `accounts.other_person`; `accounts.wrong_state`.
pub async fn withdraw(db: &Db, actor: &Actor, id: AccountId) -> Result<()> {
    db.write_once(Intent::by(actor, "accounts.withdraw_reset").on(id), |tx| async move {
        let (row, open) = lock_for(&tx, actor, id, AccountActionKind::WithdrawReset).await?;
        let open = open.ok_or_else(Error::not_found)?;
        store::decide_reset(&tx, &open, open.state.withdraw()?, None).await?;
        tell(&tx, &row, AccountStep::ResetWithdrawn, None).await
    })
    .await
}

/// The second person refuses.
///
/// # Errors
/// `validation`; `not_found`; `accounts.same_person`; `accounts.own_account`; `accounts.wrong_state`.
pub async fn refuse(db: &Db, actor: &Actor, id: AccountId, reason: &str) -> Result<()> {
    check_reason(reason)?;
    db.write_once(Intent::by(actor, "accounts.refuse_reset").on(id).detail(reason), |tx| async move {
        let (row, open) = lock_for(&tx, actor, id, AccountActionKind::RefuseReset).await?;
        let open = open.ok_or_else(Error::not_found)?;
        store::decide_reset(&tx, &open, open.state.refuse()?, Some(actor.account)).await?;
        tell(&tx, &row, AccountStep::ResetRefused, Some(reason)).await
    })
    .await
}

/// The second person approves: a link by which the person enrols a new authenticator. The old one works until then.
///
/// # Errors
/// `not_found`; `accounts.same_person`; `accounts.own_account`; `accounts.wrong_state`.
pub async fn approve(db: &Db, vault: &Vault, actor: &Actor, id: AccountId) -> Result<Issued> {
    let login = accounts::by_id(db.read(), id).await?.login;
    let (seed, _) = totp::enrol(vault, db.world(), &login)?;
    let (token, seed) = (&new_token(db), &seed);
    let expires_at = db
        .write(Intent::by(actor, "accounts.approve_reset").on(id), |tx| async move {
            let (row, open) = lock_for(&tx, actor, id, AccountActionKind::ApproveReset).await?;
            let open = open.ok_or_else(Error::not_found)?;
            store::decide_reset(&tx, &open, open.state.approve()?, Some(actor.account)).await?;
            let until = issue(&tx, vault, actor.account, id, token, Some(seed.clone())).await?;
            tell(&tx, &row, AccountStep::ResetApproved, Some(&open.reason)).await?;
            Ok(until)
        })
        .await?;
    Ok(Issued { token: token.clone(), expires_at })
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
