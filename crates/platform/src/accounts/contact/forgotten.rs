//! A forgotten password, for the primary accounts of firms, banks and agencies: login name and proved contact, then a code, then
//! a new password. Sub-accounts go to their primary account, and everybody else to the operator, where two persons look.

use super::{
    codes::{self, Given, Ordered, Wanted},
    model::{CodePurpose, ContactChannel},
};
use crate::{
    accounts::{
        PasswordHasher,
        access::enterable,
        admin::{AccountStep, intent, tell, void_links},
        entity::account,
        guard,
        model::check_password,
        sessions, store,
    },
    organizations::{self, Contact, Organization},
};
use jinqiao_db::Db;
use jinqiao_http::{AppState, Couriers};
use jinqiao_kernel::{Checks, ContactCodeId, Error, RequestMeta, Result, Vault};
use sea_orm::{ActiveModelTrait, ConnectionTrait, Set};
use std::sync::Arc;

/// Asks for a code. Whether there is such an account, and whose contact it is, is looked up beside the answer, which is the same
/// in any case and comes as fast.
///
/// # Errors
/// `validation`; `accounts.wait` beyond the limits of an hour.
pub async fn ask(
    app: &AppState,
    request: &RequestMeta,
    login: &str,
    channel: ContactChannel,
    contact: &str,
) -> Result<Ordered> {
    let target = channel.plain(contact);
    let mut checks = Checks::new();
    checks.text("login", login, 1..=64);
    channel.check("contact", &target, &mut checks);
    checks.done()?;
    codes::count(&app.db, &app.vault, request, channel, &target).await?;
    let ordered = Ordered::new(&app.db);
    let (db, vault, couriers) = (app.db.clone(), app.vault.clone(), app.couriers.clone());
    let (request, login) = (request.clone(), login.trim().to_owned());
    tokio::spawn(async move {
        if let Err(error) = look_up(&db, &vault, &couriers, &request, &login, (channel, target), ordered).await {
            tracing::error!(?error, "a way back to an account");
        }
    });
    Ok(ordered)
}

async fn look_up(
    db: &Db,
    vault: &Arc<Vault>,
    couriers: &Couriers,
    request: &RequestMeta,
    login: &str,
    (channel, target): (ContactChannel, String),
    ordered: Ordered,
) -> Result<()> {
    let Some(account) = store::by_login(db.read(), login).await? else { return Ok(()) };
    let org = organizations::by_id(db.read(), account.org_id).await?;
    let contact = match channel {
        ContactChannel::Sms => Contact::Mobile(&target),
        ContactChannel::Mail => Contact::Mail(&target),
    };
    if !recoverable(&account, &org) || !organizations::verified(vault, &org, &contact) {
        return Ok(());
    }
    db.viewed(intent(request, "accounts.ask_recovery", &account)).await?;
    let wanted = Wanted { purpose: CodePurpose::Recovery, channel, target, account: Some(account.id) };
    codes::send(db, vault, couriers, &wanted, ordered).await
}

/// May its password be chosen by a code? Staff need two persons, and a sub-account has its primary account.
fn recoverable(account: &account::Model, org: &Organization) -> bool {
    account.active && account.primary_account && !account.role.needs_totp() && enterable(org)
}

/// What a person brings to choose a new password.
pub struct NewPassword<'a> {
    /// Which code is meant.
    pub ticket: ContactCodeId,
    /// The digits.
    pub code: &'a str,
    /// The login name, which must not be in the password.
    pub login: &'a str,
    /// The new password.
    pub password: &'a str,
}

/// Chooses a new password by a code; all sessions of the account end.
///
/// # Errors
/// `validation`: on `code` the same for wrong, old, used and unknown ones; `accounts.wait`; `accounts.busy`.
pub async fn choose(
    db: &Db,
    vault: &Vault,
    hasher: &PasswordHasher,
    request: &RequestMeta,
    new: &NewPassword<'_>,
) -> Result<()> {
    let mut checks = Checks::new();
    check_password("password", new.password, &[new.login.to_owned()], &mut checks);
    checks.done()?;
    guard::admit_code_try(db, &request.address).await?;
    let given = &Given { purpose: CodePurpose::Recovery, target: None, ticket: new.ticket, code: new.code, once: None };
    let id = codes::check(db, vault, given, "code").await?;
    let known = store::by_id(db.read(), id.ok_or_else(Error::not_found)?).await?;
    let org = organizations::by_id(db.read(), known.org_id).await?;
    let mut checks = Checks::new();
    check_password("password", new.password, &[known.login.clone(), org.name], &mut checks);
    checks.done()?;
    let hash = &hasher.hash(db.world(), new.password).await?;
    let known = &known;
    db.write(intent(request, "accounts.recover_password", known), |tx| async move {
        let account = store::lock(&tx, known.id).await?;
        codes::use_up(&tx, given, "code").await?;
        check_still(tx.conn(), &account).await?;
        let row = account::ActiveModel {
            id: Set(account.id),
            password: Set(hash.clone()),
            password_until: Set(None),
            ..Default::default()
        };
        row.update(tx.conn()).await?;
        void_links(&tx, account.id, None).await?;
        sessions::end_all(&tx, account.id).await?;
        tell(&tx, &account, AccountStep::PasswordRecovered, None).await
    })
    .await
}

/// Between the code and the password the account may have been disabled, handed over, or suspended with its organisation.
async fn check_still(conn: &impl ConnectionTrait, account: &account::Model) -> Result<()> {
    let org = organizations::by_id(conn, account.org_id).await?;
    let closed = || Error::field("code", "验证码不正确或已失效，请核对或重新获取");
    if recoverable(account, &org) { Ok(()) } else { Err(closed()) }
}
