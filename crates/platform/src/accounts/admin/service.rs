//! Disabling, enabling, and ending sessions of anybody's account.

use super::{
    access::{self, AccountActionKind},
    entity::reset,
    facts::{AccountFact, AccountStep},
    model::{AccountState, ResetKind, check_not_last, check_reason},
    store,
};
use crate::accounts::{
    entity::account::{ActiveModel, Model},
    sessions, store as accounts,
};
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_kernel::{AccountId, Actor, Error, Result, Role};
use sea_orm::{ActiveModelTrait, Set};

/// The account, locked, if `actor` may do `action` to it, and what waits for a second person.
pub async fn lock_for(
    tx: &Tx,
    actor: &Actor,
    id: AccountId,
    action: AccountActionKind,
) -> Result<(Model, Option<reset::Model>)> {
    let row = accounts::lock(tx, id).await?;
    let open = store::open_reset(tx.conn(), id).await?;
    access::check(actor.account, &row, open.as_ref(), action)?;
    Ok((row, open))
}

/// Tells what happened to an account.
pub async fn tell(tx: &Tx, row: &Model, step: AccountStep, reason: Option<&str>) -> Result<()> {
    tx.emit(&AccountFact::new(row, step, None, reason)).await
}

/// Tells where a reset of `kind` stands.
pub async fn tell_reset(tx: &Tx, row: &Model, step: AccountStep, kind: ResetKind, reason: Option<&str>) -> Result<()> {
    tx.emit(&AccountFact::new(row, step, Some(kind), reason)).await
}

/// Refuses to enable an account inside its organisation that the operator has disabled.
///
/// # Errors
/// `accounts.disabled_by_platform`.
pub fn check_not_disabled(row: &Model) -> Result<()> {
    if row.disabled_at.is_none() {
        return Ok(());
    }
    Err(Error::conflict("accounts.disabled_by_platform", "该账号由平台停用，请联系平台运营人员启用"))
}

/// Disables a locked account: its sessions end, and links for it, or made by it for others, are void.
pub async fn disable_in(tx: &Tx, row: &Model, reason: &str) -> Result<()> {
    AccountState::of(row.active).disable()?;
    let change = ActiveModel {
        id: Set(row.id),
        active: Set(false),
        disabled_at: Set(Some(tx.real_now())),
        disabled_reason: Set(Some(reason.trim().into())),
        ..Default::default()
    };
    change.update(tx.conn()).await?;
    store::void_links(tx, row.id, None).await?;
    store::void_links_of(tx, row.id).await?;
    sessions::end_all(tx, row.id).await?;
    tell(tx, row, AccountStep::Disabled, Some(reason)).await
}

/// Disables an account.
///
/// # Errors
/// `validation`; `not_found`; `accounts.own_account`; `accounts.wrong_state`; `accounts.last_operator`.
pub async fn disable(db: &Db, actor: &Actor, id: AccountId, reason: &str) -> Result<()> {
    check_reason(reason)?;
    db.write_once(Intent::by(actor, "accounts.disable").on(id).detail(reason), |tx| async move {
        let known = accounts::by_id(tx.conn(), id).await?;
        access::check(actor.account, &known, None, AccountActionKind::Disable)?;
        // All operators first, in one order; the account's own row, one of theirs or not, comes after.
        if known.role == Role::Operator {
            let operators = store::lock_operators(&tx).await?;
            if !operators.iter().any(|one| one.id == actor.account && one.able) {
                return Err(Error::unauthenticated());
            }
            check_not_last(Role::Operator, id, &operators)?;
        }
        let (row, _) = lock_for(&tx, actor, id, AccountActionKind::Disable).await?;
        disable_in(&tx, &row, reason).await
    })
    .await
}

/// Enables an account again.
///
/// # Errors
/// `validation`; `not_found`; `accounts.own_account`; `accounts.wrong_state`.
pub async fn enable(db: &Db, actor: &Actor, id: AccountId, reason: &str) -> Result<()> {
    check_reason(reason)?;
    db.write_once(Intent::by(actor, "accounts.enable").on(id).detail(reason), |tx| async move {
        let (row, _) = lock_for(&tx, actor, id, AccountActionKind::Enable).await?;
        let change = ActiveModel {
            id: Set(id),
            active: Set(true),
            disabled_at: Set(None),
            disabled_reason: Set(None),
            ..Default::default()
        };
        change.update(tx.conn()).await?;
        tell(&tx, &row, AccountStep::Enabled, Some(reason)).await
    })
    .await
}

/// Ends all sessions of an account.
///
/// # Errors
/// `validation`; `not_found`; `accounts.own_account`; `accounts.wrong_state`.
pub async fn end_sessions(db: &Db, actor: &Actor, id: AccountId, reason: &str) -> Result<()> {
    check_reason(reason)?;
    db.write_once(Intent::by(actor, "accounts.end_sessions").on(id).detail(reason), |tx| async move {
        let (row, _) = lock_for(&tx, actor, id, AccountActionKind::EndSessions).await?;
        sessions::end_all(&tx, id).await?;
        tell(&tx, &row, AccountStep::SessionsEnded, Some(reason)).await
    })
    .await
}
