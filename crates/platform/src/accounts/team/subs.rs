//! Sub-accounts of the own organisation. Only its primary account gets here.

use super::parameters::{DEPARTMENT_SUB_ACCOUNTS, ENTERPRISE_SUB_ACCOUNTS, INSTITUTION_SUB_ACCOUNTS};
use crate::{
    accounts::searched,
    accounts::{
        access::check_suited,
        admin::{check_not_disabled, fresh_codes, put_codes, void_links},
        bounds::SUB_ACCOUNTS,
        entity::account::{ActiveModel, Column, Entity, Model},
        login::{confirm_password, still_confirmed},
        model::{PersonMobile, check_login},
        passwords::{PasswordHasher, one_time_password},
        register::{NewAccount, insert},
        sessions, totp,
    },
    organizations::{self, units_of},
    permissions::{Parameter, value_of},
};
use chrono::TimeDelta;
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_kernel::{Access, AccountId, Actor, Checks, Error, OrgKind, Result, Sealed, UnitId, Vault, typed};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    Set,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A one-time password opens the account for this long.
const ONE_TIME: TimeDelta = TimeDelta::days(7);
/// A new sub-account.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubAccountIn {
    /// Login name.
    #[schema(min_length = 4, max_length = 32)]
    pub login: String,
    /// The person.
    #[schema(min_length = 2, max_length = 50)]
    pub name: String,
    /// The person's mobile number.
    #[serde(deserialize_with = "typed::read_mobile")]
    #[schema(max_length = 30)]
    pub mobile: String,
    /// Where the person works.
    pub unit_id: UnitId,
    /// How far the account may go.
    pub access: Access,
}

/// A changed sub-account.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubAccountChange {
    #[schema(min_length = 2, max_length = 50)]
    name: String,
    /// None keeps the number that is known.
    #[serde(default, deserialize_with = "typed::read_mobile_if_any")]
    #[schema(max_length = 30)]
    mobile: Option<String>,
    unit_id: UnitId,
    access: Access,
}

/// What is shown once.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct AddedAccount {
    /// The account.
    pub id: AccountId,
    /// Its one-time password; it opens nothing but the choice of another, for seven days.
    pub password: String,
    /// Its second factor, where its role never gets in without one; to be handed over with the password.
    pub authenticator: Option<FirstAuthenticator>,
}

/// The second factor of a new account.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct FirstAuthenticator {
    /// The key to type into an authenticator app …
    pub key: String,
    /// … and the same as an `otpauth://` address.
    pub url: String,
    /// Codes that work once each in place of the app.
    pub recovery_codes: Vec<String>,
}

/// Which number of the operator bounds the active sub-accounts of such an organisation.
pub(super) fn quota_of(kind: OrgKind) -> Parameter {
    match kind {
        OrgKind::Institution => INSTITUTION_SUB_ACCOUNTS,
        OrgKind::Department => DEPARTMENT_SUB_ACCOUNTS,
        _ => ENTERPRISE_SUB_ACCOUNTS,
    }
}

/// Accounts of the actor's organisation: the primary account first, then by name.
pub(super) async fn of_own(conn: &impl ConnectionTrait, actor: &Actor) -> Result<Vec<Model>> {
    let own = Entity::find().filter(Column::OrgId.eq(actor.org)).order_by_desc(Column::PrimaryAccount);
    Ok(own.order_by_asc(Column::Name).order_by_asc(Column::No).all(conn).await?)
}

async fn check_quota(tx: &Tx, actor: &Actor) -> Result<()> {
    let limit = value_of(tx.conn(), quota_of(actor.org_kind)).await?;
    let subs = Entity::find().filter(Column::OrgId.eq(actor.org)).filter(Column::PrimaryAccount.eq(false));
    let used = subs.filter(Column::Active.eq(true)).count(tx.conn()).await?;
    if i64::try_from(used).unwrap_or(i64::MAX) < limit {
        return Ok(());
    }
    let message = format!("在用的子账号已达上限 {limit} 个，请停用不再使用的子账号，或联系平台调整上限");
    Err(Error::conflict("accounts.quota_full", message))
}

fn check_person(name: &str, mobile: Option<&str>, checks: &mut Checks) {
    checks.line("name", name, 2..=50);
    if let Some(mobile) = mobile {
        checks.mobile("mobile", mobile);
    }
}

/// The organisation is locked, so that quota and units hold until the write ends.
async fn check_unit(tx: &Tx, actor: &Actor, unit: UnitId) -> Result<()> {
    organizations::lock(tx, actor.org).await?;
    let open = units_of(tx.conn(), actor.org).await?.iter().any(|known| known.id == unit && !known.closed);
    if open { Ok(()) } else { Err(Error::field("unit_id", "分支机构或部门不存在或已撤销")) }
}

/// One of the own sub-accounts, locked.
async fn lock_sub(tx: &Tx, actor: &Actor, id: AccountId) -> Result<Model> {
    let own = Entity::find_by_id(id).filter(Column::OrgId.eq(actor.org)).lock_exclusive().one(tx.conn()).await?;
    let row = own.ok_or_else(Error::not_found)?;
    if row.primary_account {
        return Err(Error::conflict("accounts.primary", "主账号不能在此调整"));
    }
    Ok(row)
}

/// Makes a sub-account with a one-time password.
///
/// # Errors
/// `validation`; `accounts.quota_full`.
pub async fn add_sub_account(
    db: &Db,
    vault: &Vault,
    hasher: &PasswordHasher,
    actor: &Actor,
    input: &SubAccountIn,
) -> Result<AddedAccount> {
    let mut checks = Checks::new();
    check_login(&input.login, &mut checks);
    check_person(&input.name, Some(&input.mobile), &mut checks);
    checks.done()?;
    let password = one_time_password(db.world());
    let login = input.login.to_lowercase();
    let totp = if actor.role.needs_totp() { Some(totp::enrol(vault, db.world(), &login)?) } else { None };
    let recovery_codes = if totp.is_some() { fresh_codes(db.world()) } else { vec![] };
    let account = &NewAccount {
        role: actor.role,
        primary: false,
        access: input.access,
        name: input.name.trim().into(),
        login,
        password: hasher.hash(db.world(), &password).await?,
        password_until: Some(db.world().real_now() + ONE_TIME),
        mobile: Some(vault.seal::<PersonMobile>(db.world(), &input.mobile)),
        totp: totp.as_ref().map(|(seed, _)| seed.clone()),
    };
    let (unit, codes) = (input.unit_id, &recovery_codes);
    // Not under an Idempotency-Key: its answer would be kept, and the password is not to be found anywhere.
    let id = db
        .write(Intent::by(actor, "accounts.add_sub").detail(account.login.clone()), |tx| async move {
            check_unit(&tx, actor, unit).await?;
            check_quota(&tx, actor).await?;
            SUB_ACCOUNTS.admits(of_own(tx.conn(), actor).await?.len() as u64)?;
            let id = insert(&tx, account, actor.org, unit).await?;
            put_codes(&tx, vault, id, codes).await?;
            tx.about(id);
            Ok(id)
        })
        .await?;
    let authenticator = match totp {
        Some((seed, _)) => {
            let (url, key) = totp::shown(vault, &seed, &account.login)?;
            Some(FirstAuthenticator { key, url, recovery_codes })
        }
        None => None,
    };
    Ok(AddedAccount { id, password, authenticator })
}

/// Changes a sub-account; in force with its next request.
///
/// # Errors
/// `validation`; `not_found`; `accounts.primary`.
pub(super) async fn change(
    db: &Db,
    vault: &Vault,
    actor: &Actor,
    id: AccountId,
    input: &SubAccountChange,
) -> Result<()> {
    let mut checks = Checks::new();
    check_person(&input.name, input.mobile.as_deref(), &mut checks);
    checks.done()?;
    let mobile: Option<Sealed<PersonMobile>> = input.mobile.as_deref().map(|mobile| vault.seal(db.world(), mobile));
    let mobile = &mobile;
    db.write(Intent::by(actor, "accounts.change_sub").on(id), |tx| async move {
        check_unit(&tx, actor, input.unit_id).await?;
        let row = lock_sub(&tx, actor, id).await?;
        let change = ActiveModel {
            id: Set(id),
            name: Set(input.name.trim().into()),
            mobile: Set(mobile.clone().or(row.mobile)),
            unit_id: Set(input.unit_id),
            access: Set(input.access),
            ..Default::default()
        };
        let saved = change.update(tx.conn()).await?;
        searched::index(&tx, id, &saved.login, &saved.name).await
    })
    .await
}

/// Disables a sub-account, which ends its sessions, or enables it again.
///
/// # Errors
/// `not_found`; `accounts.primary`; `accounts.quota_full`; `organizations.unit_closed` when its unit is gone by now.
pub(super) async fn set_active(db: &Db, actor: &Actor, id: AccountId, active: bool) -> Result<()> {
    let action = if active { "accounts.enable_sub" } else { "accounts.disable_sub" };
    db.write(Intent::by(actor, action).on(id), |tx| async move {
        organizations::lock(&tx, actor.org).await?;
        let row = lock_sub(&tx, actor, id).await?;
        if active && !row.active {
            check_not_disabled(&row)?;
            check_quota(&tx, actor).await?;
            let gone = |_| Error::conflict("organizations.unit_closed", "该账号所在的分支机构已撤销，请先调整");
            check_unit(&tx, actor, row.unit_id).await.map_err(gone)?;
        }
        ActiveModel { id: Set(id), active: Set(active), ..Default::default() }.update(tx.conn()).await?;
        if active { Ok(()) } else { sessions::end_all(&tx, id).await }
    })
    .await
}

/// Gives a sub-account a new one-time password, which ends its sessions.
///
/// # Errors
/// `not_found`; `accounts.primary`.
pub(super) async fn reset_password(
    db: &Db,
    hasher: &PasswordHasher,
    actor: &Actor,
    id: AccountId,
) -> Result<AddedAccount> {
    let password = one_time_password(db.world());
    let hash = &hasher.hash(db.world(), &password).await?;
    db.write(Intent::by(actor, "accounts.reset_sub").on(id), |tx| async move {
        lock_sub(&tx, actor, id).await?;
        let change = ActiveModel {
            id: Set(id),
            password: Set(hash.clone()),
            password_until: Set(Some(tx.real_now() + ONE_TIME)),
            ..Default::default()
        };
        change.update(tx.conn()).await?;
        void_links(&tx, id, None).await?;
        sessions::end_all(&tx, id).await
    })
    .await?;
    Ok(AddedAccount { id, password, authenticator: None })
}

/// Makes a sub-account the primary account; the actor goes on as a sub-account that handles business.
///
/// # Errors
/// `validation` when the password is wrong; `not_found`; `accounts.not_suited` for a disabled or read-only account, or one that
/// has not chosen its password yet.
pub(super) async fn hand_primary(
    db: &Db,
    hasher: &PasswordHasher,
    actor: &Actor,
    id: AccountId,
    password: &str,
) -> Result<()> {
    Checks::new().text("password", password, 1..=256).done()?;
    let confirmed = &confirm_password(db, hasher, actor, "accounts.hand_primary", "password", password).await?;
    db.write(Intent::by(actor, "accounts.hand_primary").on(id), |tx| async move {
        organizations::lock(&tx, actor.org).await?;
        still_confirmed(&tx, actor, confirmed).await?;
        let heir = lock_sub(&tx, actor, id).await?;
        check_suited(&heir)?;
        // Two tabs: whoever comes second is no primary account any more.
        let own = ActiveModel { primary_account: Set(false), ..Default::default() };
        let own = Entity::update_many().set(own).filter(Column::Id.eq(actor.account));
        if own.filter(Column::PrimaryAccount.eq(true)).exec(tx.conn()).await?.rows_affected == 0 {
            return Err(Error::stale());
        }
        ActiveModel { id: Set(id), primary_account: Set(true), ..Default::default() }.update(tx.conn()).await?;
        Ok(())
    })
    .await
}
