//! Links that work once: made for one account when two operators agree, handed over by the second, opened by the person. The token is in the part of
//! the address that browsers keep to themselves, and only its keyed hash is stored.

use super::{
    entity::link,
    facts::AccountStep,
    model::{LINK_LIVES, LinkKind, check_link, void_link},
    service::tell,
    store,
};
use crate::{
    accounts::{
        PasswordHasher, access::enterable, entity::account, model::check_password, sessions, store as accounts,
        totp::TotpSeed,
    },
    organizations,
};
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_kernel::{AccountId, Checks, DateTime, RequestMeta, Result, Sealed, Vault};
use sea_orm::{ActiveModelTrait, ConnectionTrait, Set};

/// A link as it is shown once.
pub struct Issued {
    /// What opens it.
    pub token: String,
    /// Until when.
    pub expires_at: DateTime,
}

fn hash(vault: &Vault, token: &str) -> String {
    vault.digest("account_link", token.as_bytes())
}

/// A fresh token.
pub fn new_token(db: &Db) -> String {
    sessions::new_token(db.world())
}

/// Makes a link for an account, inside a write.
pub async fn issue(
    tx: &Tx,
    vault: &Vault,
    by: AccountId,
    account: AccountId,
    token: &str,
    seed: Option<Sealed<TotpSeed>>,
) -> Result<DateTime> {
    let expires_at = tx.real_now() + LINK_LIVES;
    let row = link::Model {
        id: tx.id(),
        account_id: account,
        kind: if seed.is_some() { LinkKind::Authenticator } else { LinkKind::Password },
        token_hash: hash(vault, token),
        made_by: by,
        made_at: tx.real_now(),
        expires_at,
        used_at: None,
        tries: 0,
        seed,
    };
    store::insert_link(tx, row).await?;
    Ok(expires_at)
}

/// A link that still works, and its account.
pub struct Opened {
    /// The link.
    pub link: link::Model,
    /// Whose it is.
    pub account: account::Model,
}

/// Finds what a token opens.
///
/// # Errors
/// `accounts.link_void`.
pub async fn find(db: &Db, vault: &Vault, token: &str) -> Result<Opened> {
    let link = store::link_of(db.read(), &hash(vault, token)).await?.ok_or_else(void_link)?;
    check_link(link.expires_at, link.used_at, link.tries, db.world().real_now())?;
    let account = accounts::by_id(db.read(), link.account_id).await?;
    check_usable(db.read(), &account).await?;
    Ok(Opened { link, account })
}

/// The same once more inside a write, with the account and the link locked, in this order.
pub async fn lock(tx: &Tx, vault: &Vault, opened: &Opened, token: &str) -> Result<account::Model> {
    let account = accounts::lock(tx, opened.account.id).await?;
    let link = store::lock_link(tx, &hash(vault, token)).await?.ok_or_else(void_link)?;
    check_link(link.expires_at, link.used_at, link.tries, tx.real_now())?;
    check_usable(tx.conn(), &account).await?;
    Ok(account)
}

/// A link opens nothing for a disabled account, or while its organisation is suspended.
async fn check_usable(conn: &impl ConnectionTrait, account: &account::Model) -> Result<()> {
    let org = organizations::by_id(conn, account.org_id).await?;
    if account.active && enterable(&org) { Ok(()) } else { Err(void_link()) }
}

/// Marks a locked link as used.
pub async fn used(tx: &Tx, link: &link::Model) -> Result<()> {
    let row = link::ActiveModel {
        id: Set(link.id),
        used_at: Set(Some(tx.real_now())),
        seed: Set(None),
        ..Default::default()
    };
    row.update(tx.conn()).await?;
    Ok(())
}

/// Who does what a link is for, in the audit trail.
pub fn intent(request: &RequestMeta, action: &'static str, account: &account::Model) -> Intent {
    Intent::visitor(request, action).for_account(account.id, account.org_id, account.role).on(account.id)
}

/// Chooses a new password by a link; all sessions of the account end.
///
/// # Errors
/// `accounts.link_void`; `validation`.
pub async fn choose_password(
    db: &Db,
    vault: &Vault,
    hasher: &PasswordHasher,
    request: &RequestMeta,
    token: &str,
    password: &str,
) -> Result<()> {
    let opened = &find(db, vault, token).await?;
    if opened.link.kind != LinkKind::Password {
        return Err(void_link());
    }
    let org = organizations::by_id(db.read(), opened.account.org_id).await?;
    let mut checks = Checks::new();
    check_password("password", password, &[opened.account.login.clone(), org.name], &mut checks);
    checks.done()?;
    let hash = &hasher.hash(db.world(), password).await?;
    db.write(intent(request, "accounts.reset_password", &opened.account), |tx| async move {
        let account = lock(&tx, vault, opened, token).await?;
        let row = account::ActiveModel {
            id: Set(account.id),
            password: Set(hash.clone()),
            password_until: Set(None),
            ..Default::default()
        };
        row.update(tx.conn()).await?;
        used(&tx, &opened.link).await?;
        sessions::end_all(&tx, account.id).await?;
        tell(&tx, &account, AccountStep::PasswordReset, None).await
    })
    .await
}
