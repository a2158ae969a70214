//! Queries on accounts.

use super::entity::account::{Column, Entity, Model};
use crate::organizations::{self, OrgState, Organization};
use jinqiao_db::Tx;
use jinqiao_kernel::{
    Access, AccountId, Actor, Error, OrgId, Owed, RequestMeta, Result, Role, SessionId, Standing, UnitId, Vault,
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{HashMap, HashSet};

pub(super) async fn by_login(conn: &impl ConnectionTrait, login: &str) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::Login.eq(login.to_lowercase())).one(conn).await?)
}

pub(super) async fn by_id(conn: &impl ConnectionTrait, id: AccountId) -> Result<Model> {
    Entity::find_by_id(id).one(conn).await?.ok_or_else(Error::not_found)
}

pub(super) async fn lock(tx: &Tx, id: AccountId) -> Result<Model> {
    Entity::find_by_id(id).lock_exclusive().one(tx.conn()).await?.ok_or_else(Error::not_found)
}

/// Active accounts of an organisation.
pub async fn ids_of_org(conn: &impl ConnectionTrait, org: OrgId) -> Result<Vec<AccountId>> {
    let rows = Entity::find().filter(Column::OrgId.eq(org)).filter(Column::Active.eq(true)).all(conn).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Active accounts of an organisation that handle its business (经办).
pub async fn handlers_of(conn: &impl ConnectionTrait, org: OrgId) -> Result<Vec<AccountId>> {
    let rows = Entity::find().filter(Column::OrgId.eq(org)).filter(Column::Active.eq(true));
    let rows = rows.filter(Column::Access.eq(Access::Handle)).select_only().column(Column::Id);
    Ok(rows.into_tuple().all(conn).await?)
}

/// Organisations that have somebody with a role who handles business.
pub async fn orgs_of_role(conn: &impl ConnectionTrait, role: Role) -> Result<HashSet<OrgId>> {
    let rows = Entity::find().filter(Column::Role.eq(role)).filter(Column::Active.eq(true));
    let rows = rows.filter(Column::Access.eq(Access::Handle)).select_only().column(Column::OrgId).distinct();
    Ok(rows.into_tuple().all(conn).await?.into_iter().collect())
}

/// Active accounts with a role.
pub async fn ids_of_role(conn: &impl ConnectionTrait, role: Role) -> Result<Vec<AccountId>> {
    let rows = Entity::find().filter(Column::Role.eq(role)).filter(Column::Active.eq(true)).all(conn).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Accounts with this number or login.
pub async fn ids_matching(conn: &impl ConnectionTrait, words: &str) -> Result<Vec<AccountId>> {
    let words = words.trim();
    let either = Condition::any().add(Column::No.eq(words.to_uppercase())).add(Column::Login.eq(words.to_lowercase()));
    let rows = Entity::find().filter(either).all(conn).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// A person who handles business, as colleagues see them.
#[derive(Clone, Debug)]
pub struct Person {
    /// The account.
    pub id: AccountId,
    /// The person's name.
    pub name: String,
    /// Where the person works.
    pub unit: UnitId,
    /// The account is open.
    pub active: bool,
    /// It is open and handles business, so it may be given orders.
    pub handles: bool,
}

impl From<Model> for Person {
    fn from(row: Model) -> Self {
        let handles = row.active && row.access == Access::Handle;
        Self { id: row.id, name: row.name, unit: row.unit_id, active: row.active, handles }
    }
}

/// People of an organisation, by name.
pub async fn people_of(conn: &impl ConnectionTrait, org: OrgId) -> Result<Vec<Person>> {
    let rows = Entity::find().filter(Column::OrgId.eq(org)).order_by_asc(Column::Name).order_by_asc(Column::No);
    Ok(rows.all(conn).await?.into_iter().map(Person::from).collect())
}

/// One person of an organisation.
pub async fn person(conn: &impl ConnectionTrait, org: OrgId, id: AccountId) -> Result<Option<Person>> {
    let row = Entity::find_by_id(id).filter(Column::OrgId.eq(org)).one(conn).await?;
    Ok(row.map(Person::from))
}

/// The primary account of an organisation, if it is active.
pub async fn primary_of(conn: &impl ConnectionTrait, org: OrgId) -> Result<Option<AccountId>> {
    let rows = Entity::find().filter(Column::OrgId.eq(org)).filter(Column::PrimaryAccount.eq(true));
    Ok(rows.filter(Column::Active.eq(true)).one(conn).await?.map(|row| row.id))
}

/// Is the account open?
///
/// # Errors
/// `not_found`.
pub async fn is_active(conn: &impl ConnectionTrait, id: AccountId) -> Result<bool> {
    Ok(by_id(conn, id).await?.active)
}

/// The person behind an account: the name, and the number if the account has one of its own.
///
/// # Errors
/// `not_found`; when the number cannot be opened.
pub async fn contact_of(conn: &impl ConnectionTrait, vault: &Vault, id: AccountId) -> Result<(String, Option<String>)> {
    let row = by_id(conn, id).await?;
    let mobile = row.mobile.as_ref().map(|mobile| vault.open(mobile)).transpose()?;
    Ok((row.name, mobile))
}

/// How an account is named to an auditor.
#[derive(Clone, Debug)]
pub struct Named {
    /// Account number.
    pub no: String,
    /// Person.
    pub name: String,
    /// Organisation.
    pub organization: String,
}

/// Names of the accounts `ids`.
pub async fn named(
    conn: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = AccountId>,
) -> Result<HashMap<AccountId, Named>> {
    let rows = Entity::find().filter(Column::Id.is_in(ids)).all(conn).await?;
    let orgs = organizations::names(conn, rows.iter().map(|row| row.org_id)).await?;
    let named = rows.into_iter().map(|row| {
        let organization = orgs.get(&row.org_id).map(|org| org.name.clone()).unwrap_or_default();
        (row.id, Named { no: row.no, name: row.name, organization })
    });
    Ok(named.collect())
}

/// Does `account` work in one of `units`?
pub async fn works_in(conn: &impl ConnectionTrait, account: AccountId, units: &[UnitId]) -> Result<bool> {
    let there = Entity::find_by_id(account).filter(Column::UnitId.is_in(units.iter().copied()));
    Ok(there.one(conn).await?.is_some())
}

/// The actor that an account is, for work at the server's console (demo data, tests).
///
/// # Errors
/// `not_found` for an unknown login.
pub async fn actor_of(conn: &impl ConnectionTrait, login: &str, request: &RequestMeta) -> Result<Actor> {
    let account = by_login(conn, login).await?.ok_or_else(Error::not_found)?;
    actor(conn, account, SessionId(uuid::Uuid::nil()), request).await
}

/// As [`actor_of`], for the primary account of an organisation.
///
/// # Errors
/// `not_found` when it has none.
pub async fn actor_of_org(conn: &impl ConnectionTrait, org: OrgId, request: &RequestMeta) -> Result<Actor> {
    let primary = Entity::find().filter(Column::OrgId.eq(org)).order_by_desc(Column::PrimaryAccount).one(conn).await?;
    actor(conn, primary.ok_or_else(Error::not_found)?, SessionId(uuid::Uuid::nil()), request).await
}

/// What decides about an account's permissions.
pub(super) fn standing(account: &Model, org: &Organization, must_agree: bool) -> Standing {
    let password = account.password_until.map(|_| Owed::Password);
    Standing {
        role: account.role,
        registered: org.state == OrgState::Active,
        primary: account.primary_account,
        access: account.access,
        owes: password.or(must_agree.then_some(Owed::Agreements)),
    }
}

async fn actor(
    conn: &impl ConnectionTrait,
    account: Model,
    session: SessionId,
    request: &RequestMeta,
) -> Result<Actor> {
    let org = organizations::by_id(conn, account.org_id).await?;
    let standing = standing(&account, &org, false);
    actor_in(conn, (account, org, standing), session, request).await
}

/// The actor that an account of an organisation is by its standing.
pub(super) async fn actor_in(
    conn: &impl ConnectionTrait,
    (account, org, standing): (Model, Organization, Standing),
    session: SessionId,
    request: &RequestMeta,
) -> Result<Actor> {
    let reach = if account.primary_account {
        None
    } else {
        organizations::reach_of(&organizations::units_of(conn, org.id).await?, account.unit_id)
    };
    let Standing { registered, access, owes, .. } = standing;
    Ok(Actor {
        reach: reach.map(Into::into),
        account: account.id,
        name: account.name,
        org: org.id,
        unit: account.unit_id,
        org_kind: org.kind,
        role: account.role,
        registered,
        primary: account.primary_account,
        access,
        owes,
        certified: org.certified,
        session,
        request: request.clone(),
    })
}
