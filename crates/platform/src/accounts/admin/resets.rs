//! What takes two operators: one asks and says how the person has shown who they are, another approves. So a password, an
//! authenticator, or the place of the primary account comes back to whom it belongs, and no operator alone can take it.

use super::{
    access::AccountActionKind,
    entity::reset,
    facts::AccountStep,
    links::{Issued, issue, new_token},
    model::{IdentityProof, ResetKind, ResetState, check_reason},
    service::{lock_for, tell, tell_reset},
    store,
};
use crate::{
    accounts::{
        entity::account::{self, Model},
        sessions, store as accounts, totp,
    },
    organizations,
};
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_kernel::{AccountId, Actor, Error, Result, Vault};
use sea_orm::{ActiveModelTrait, Set};

/// What the first person asks for.
pub struct Asked<'a> {
    /// What is to be given.
    pub kind: ResetKind,
    /// How the person has shown who they are.
    pub proof: IdentityProof,
    /// Why, for those concerned and for the audit trail.
    pub reason: &'a str,
}

/// Asks for a reset.
///
/// # Errors
/// `validation`; `not_found`; `accounts.own_account`; `accounts.no_authenticator`; `accounts.reset_open`; `accounts.primary` and
/// `accounts.not_suited` for who cannot become the primary account.
pub async fn ask(db: &Db, actor: &Actor, id: AccountId, asked: &Asked<'_>) -> Result<()> {
    check_reason(asked.reason)?;
    let detail = format!("{}：{}", asked.kind.text(), asked.reason);
    db.write_once(Intent::by(actor, "accounts.ask_reset").on(id).detail(detail), |tx| async move {
        let (row, _) = lock_for(&tx, actor, id, AccountActionKind::asking(asked.kind)).await?;
        let open = reset::Model {
            id: tx.id(),
            account_id: id,
            kind: asked.kind,
            state: ResetState::Asked,
            asked_by: actor.account,
            asked_at: tx.real_now(),
            reason: asked.reason.trim().into(),
            proof: Some(asked.proof),
            decided_by: None,
            decided_at: None,
        };
        store::insert_reset(&tx, open).await?;
        tell_reset(&tx, &row, AccountStep::ResetAsked, asked.kind, Some(asked.reason)).await
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
        tell_reset(&tx, &row, AccountStep::ResetWithdrawn, open.kind, None).await
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
        tell_reset(&tx, &row, AccountStep::ResetRefused, open.kind, Some(reason)).await
    })
    .await
}

/// The second person approves: a link for the person, who keeps what they have until it is used; or the place of the primary
/// account, at once.
///
/// # Errors
/// `not_found`; `accounts.same_person`; `accounts.own_account`; `accounts.wrong_state`; `accounts.primary` and
/// `accounts.not_suited` for who cannot become the primary account any more.
pub async fn approve(db: &Db, vault: &Vault, actor: &Actor, id: AccountId) -> Result<Option<Issued>> {
    let known = &accounts::by_id(db.read(), id).await?;
    let (seed, _) = totp::enrol(vault, db.world(), &known.login)?;
    let (token, seed) = (&new_token(db), &seed);
    // Not under an Idempotency-Key: its answer would be kept, and the token is not to be found anywhere.
    let expires_at = db
        .write(Intent::by(actor, "accounts.approve_reset").on(id), |tx| async move {
            // The organisation first, as where its primary account hands its place over.
            organizations::lock(&tx, known.org_id).await?;
            let (row, open) = lock_for(&tx, actor, id, AccountActionKind::ApproveReset).await?;
            let open = open.ok_or_else(Error::not_found)?;
            store::decide_reset(&tx, &open, open.state.approve()?, Some(actor.account)).await?;
            let until = match open.kind {
                ResetKind::Password => Some(issue(&tx, vault, actor.account, id, token, None).await?),
                ResetKind::Authenticator => {
                    Some(issue(&tx, vault, actor.account, id, token, Some(seed.clone())).await?)
                }
                ResetKind::Primary => {
                    make_primary(&tx, &row, &open.reason).await?;
                    None
                }
            };
            tell_reset(&tx, &row, AccountStep::ResetApproved, open.kind, Some(&open.reason)).await?;
            Ok(until)
        })
        .await?;
    Ok(expires_at.map(|expires_at| Issued { token: token.clone(), expires_at }))
}

/// Puts `heir` in the place of the primary account, which goes on as a sub-account without its open sessions: nobody knows who
/// has them. The organisation is locked.
async fn make_primary(tx: &Tx, heir: &Model, reason: &str) -> Result<()> {
    for before in store::primaries_of(tx, heir.org_id).await? {
        let row = account::ActiveModel { id: Set(before.id), primary_account: Set(false), ..Default::default() };
        row.update(tx.conn()).await?;
        store::void_links(tx, before.id, None).await?;
        sessions::end_all(tx, before.id).await?;
        tell(tx, &before, AccountStep::PrimaryTaken, Some(reason)).await?;
    }
    account::ActiveModel { id: Set(heir.id), primary_account: Set(true), ..Default::default() }
        .update(tx.conn())
        .await?;
    Ok(())
}
