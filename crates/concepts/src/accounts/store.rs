//! Queries on accounts.

use super::entity::account::{Column, Entity, Model};
use crate::{organizations, permissions};
use jinqiao_db::Tx;
use jinqiao_kernel::{AccountId, Actor, Error, OrgId, RequestMeta, Result, Role, SessionId};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;

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
///
/// # Errors
/// When the database fails.
pub async fn ids_of_org(conn: &impl ConnectionTrait, org: OrgId) -> Result<Vec<AccountId>> {
    let rows = Entity::find().filter(Column::OrgId.eq(org)).filter(Column::Active.eq(true)).all(conn).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Active accounts with a role.
///
/// # Errors
/// When the database fails.
pub async fn ids_of_role(conn: &impl ConnectionTrait, role: Role) -> Result<Vec<AccountId>> {
    let rows = Entity::find().filter(Column::Role.eq(role)).filter(Column::Active.eq(true)).all(conn).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Accounts with this number or login.
///
/// # Errors
/// When the database fails.
pub async fn ids_matching(conn: &impl ConnectionTrait, words: &str) -> Result<Vec<AccountId>> {
    let words = words.trim();
    let either = Condition::any().add(Column::No.eq(words.to_uppercase())).add(Column::Login.eq(words.to_lowercase()));
    let rows = Entity::find().filter(either).all(conn).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
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
///
/// # Errors
/// When the database fails.
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

pub(super) async fn actor(
    conn: &impl ConnectionTrait,
    account: Model,
    session: SessionId,
    request: &RequestMeta,
) -> Result<Actor> {
    let org = organizations::by_id(conn, account.org_id).await?;
    Ok(Actor {
        account: account.id,
        name: account.name,
        org: org.id,
        unit: account.unit_id,
        org_kind: org.kind,
        role: account.role,
        primary: account.primary_account,
        certified: org.certified,
        permissions: permissions::of(account.role, org.state == organizations::OrgState::Active),
        session,
        request: request.clone(),
    })
}
