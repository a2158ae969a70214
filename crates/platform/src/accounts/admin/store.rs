//! Queries of the operator on all accounts; writes take the transaction.

use super::{
    entity::{link, reset},
    model::{AccountState, LinkKind, ResetState, Staff},
};
use crate::{
    accounts::entity::{
        account::{Column, Entity, Model},
        session,
    },
    accounts::searched::found_by_name,
    organizations,
};
use jinqiao_db::{Db, Tx, page_of};
use jinqiao_kernel::{AccountId, DateTime, OrgId, Page, PageQuery, Result, Role};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Set,
};
use serde::Deserialize;
use utoipa::IntoParams;

/// Which accounts are wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct AccountFilter {
    /// Part of the login, the person's name or the organisation's name; or the whole account number or credit code.
    #[param(max_length = 100)]
    q: Option<String>,
    role: Option<Role>,
    state: Option<AccountState>,
}

/// Accounts of all organisations, newest first.
pub async fn page(db: &Db, filter: &AccountFilter, wanted: &PageQuery) -> Result<Page<Model>> {
    let mut select = Entity::find();
    if let Some(role) = filter.role {
        select = select.filter(Column::Role.eq(role));
    }
    if let Some(state) = filter.state {
        select = select.filter(Column::Active.eq(state == AccountState::Active));
    }
    if let Some(q) = filter.q.as_deref().map(str::trim).filter(|q| !q.is_empty()) {
        let orgs = organizations::ids_called(db.read(), q).await?;
        let any = Condition::any().add(Column::No.eq(q.to_uppercase())).add(found_by_name(db.read(), q).await?);
        select = select.filter(if orgs.is_empty() { any } else { any.add(Column::OrgId.is_in(orgs)) });
    }
    page_of(db.read(), select.order_by_desc(Column::CreatedAt).order_by_desc(Column::Id), wanted).await
}

/// All operators' accounts, locked in one order, so that two who disable each other wait for each other.
pub async fn lock_operators(tx: &Tx) -> Result<Vec<Staff>> {
    let rows = Entity::find().filter(Column::Role.eq(Role::Operator)).order_by_asc(Column::Id).lock_exclusive();
    let staff = rows.all(tx.conn()).await?.into_iter().map(|row| Staff {
        id: row.id,
        able: row.active && row.totp_seed.is_some() && row.password_until.is_none_or(|until| until > tx.real_now()),
    });
    Ok(staff.collect())
}

/// The primary accounts of an organisation, disabled ones too, locked until the write ends.
pub async fn primaries_of(tx: &Tx, org: OrgId) -> Result<Vec<Model>> {
    let rows = Entity::find().filter(Column::OrgId.eq(org)).filter(Column::PrimaryAccount.eq(true));
    Ok(rows.order_by_asc(Column::Id).lock_exclusive().all(tx.conn()).await?)
}

/// What waits for a second person on `account`.
pub async fn open_reset(conn: &impl ConnectionTrait, account: AccountId) -> Result<Option<reset::Model>> {
    let open = reset::Entity::find()
        .filter(reset::Column::AccountId.eq(account))
        .filter(reset::Column::State.eq(ResetState::Asked));
    Ok(open.one(conn).await?)
}

pub async fn insert_reset(tx: &Tx, row: reset::Model) -> Result<()> {
    reset::Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Stores what was decided about `open`, whose account is locked.
pub async fn decide_reset(tx: &Tx, open: &reset::Model, state: ResetState, by: Option<AccountId>) -> Result<()> {
    let row = reset::ActiveModel {
        id: Set(open.id),
        state: Set(state),
        decided_by: Set(by),
        decided_at: Set(Some(tx.real_now())),
        ..Default::default()
    };
    row.update(tx.conn()).await?;
    Ok(())
}

/// Stores a link; earlier ones of its kind for the same account are void.
pub async fn insert_link(tx: &Tx, row: link::Model) -> Result<()> {
    void_links(tx, row.account_id, Some(row.kind)).await?;
    link::Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Makes the unused links of an account void: those of one kind, or all.
pub async fn void_links(tx: &Tx, account: AccountId, kind: Option<LinkKind>) -> Result<()> {
    let mut unused =
        link::Entity::delete_many().filter(link::Column::AccountId.eq(account)).filter(link::Column::UsedAt.is_null());
    if let Some(kind) = kind {
        unused = unused.filter(link::Column::Kind.eq(kind));
    }
    unused.exec(tx.conn()).await?;
    Ok(())
}

/// Makes the unused links void that `maker` has made for others.
pub async fn void_links_of(tx: &Tx, maker: AccountId) -> Result<()> {
    let made = link::Entity::delete_many().filter(link::Column::MadeBy.eq(maker));
    made.filter(link::Column::UsedAt.is_null()).exec(tx.conn()).await?;
    Ok(())
}

/// The link with this hash.
pub async fn link_of(conn: &impl ConnectionTrait, token_hash: &str) -> Result<Option<link::Model>> {
    Ok(link::Entity::find().filter(link::Column::TokenHash.eq(token_hash)).one(conn).await?)
}

/// As [`link_of`], locked until the write ends.
pub async fn lock_link(tx: &Tx, token_hash: &str) -> Result<Option<link::Model>> {
    let link = link::Entity::find().filter(link::Column::TokenHash.eq(token_hash)).lock_exclusive();
    Ok(link.one(tx.conn()).await?)
}

/// Unused links of an account that still work.
pub async fn open_links(conn: &impl ConnectionTrait, account: AccountId, now: DateTime) -> Result<Vec<link::Model>> {
    let open = link::Entity::find()
        .filter(link::Column::AccountId.eq(account))
        .filter(link::Column::UsedAt.is_null())
        .filter(link::Column::ExpiresAt.gt(now));
    Ok(open.order_by_asc(link::Column::MadeAt).all(conn).await?)
}

/// Ends all sessions of all accounts of an organisation.
pub async fn end_sessions_of(tx: &Tx, org: OrgId) -> Result<()> {
    let accounts = Entity::find().select_only().column(Column::Id).filter(Column::OrgId.eq(org)).into_query();
    session::Entity::delete_many().filter(session::Column::AccountId.in_subquery(accounts)).exec(tx.conn()).await?;
    Ok(())
}
