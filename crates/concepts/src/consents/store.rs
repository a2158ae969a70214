//! Granting, reading, revoking; and the log of who looked.

use super::{
    ConsentScope,
    entity::{
        access,
        consent::{ActiveModel, Column, Entity, Model},
    },
};
use chrono::TimeDelta;
use jinqiao_db::{Db, Doc, Intent, Tx, page_of};
use jinqiao_kernel::{Actor, ConsentId, DemandId, Error, OrderId, OrgId, Page, PageQuery, Result};
use sea_orm::{
    ActiveModelTrait, ActiveValue::NotSet, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, Set,
};
use std::collections::HashMap;

/// A consent that is to be granted.
pub struct Grant {
    /// The enterprise whose data are opened.
    pub enterprise: OrgId,
    /// The one institution that may see them.
    pub grantee: OrgId,
    /// For which demand …
    pub demand: DemandId,
    /// … and which order.
    pub order: OrderId,
    /// The order's number, as the enterprise reads it in its list.
    pub order_no: String,
    /// What is opened.
    pub scopes: Vec<ConsentScope>,
    /// Version of the text that was accepted.
    pub text_version: i32,
    /// Hash of that text.
    pub text_hash: String,
    /// Days until it expires.
    pub days: i64,
}

/// Grants a consent; the account that writes is the signer, its login session the method.
///
/// # Errors
/// When the database fails.
pub async fn grant(tx: &Tx, actor: &Actor, grant: Grant) -> Result<()> {
    let row = ActiveModel {
        id: Set(tx.id()),
        enterprise_id: Set(grant.enterprise),
        grantee_id: Set(grant.grantee),
        demand_id: Set(grant.demand),
        order_id: Set(grant.order),
        order_no: Set(grant.order_no),
        scopes: Set(Doc(grant.scopes)),
        purpose: Set("本笔融资的联系、尽职调查、审批和贷后管理".into()),
        text_version: Set(grant.text_version),
        text_hash: Set(grant.text_hash),
        signer_id: Set(actor.account),
        method: Set("session".into()),
        granted_at: Set(tx.now()),
        expires_at: Set(tx.now() + TimeDelta::days(grant.days)),
        revoked_at: Set(None),
        revoke_reason: Set(None),
    };
    Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// The newest consent that was given for `order`, whether it still holds or not.
///
/// # Errors
/// When the database fails.
pub async fn of_order(conn: &impl ConnectionTrait, order: OrderId) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::OrderId.eq(order)).order_by_desc(Column::GrantedAt).one(conn).await?)
}

/// The newest consent of each of `orders`, whether it still holds or not.
///
/// # Errors
/// When the database fails.
pub async fn of_orders(
    conn: &impl ConnectionTrait,
    orders: impl IntoIterator<Item = OrderId>,
) -> Result<HashMap<OrderId, Model>> {
    let rows = Entity::find().filter(Column::OrderId.is_in(orders)).order_by_asc(Column::GrantedAt).all(conn).await?;
    // Later ones replace earlier ones.
    Ok(rows.into_iter().map(|row| (row.order_id, row)).collect())
}

/// Notes that `actor` saw data under `consent`; the enterprise reads it.
///
/// # Errors
/// When it cannot be written; then the data must not be shown.
pub async fn record_access(tx: &Tx, actor: &Actor, consent: &Model, what: &str, reason: Option<&str>) -> Result<()> {
    let row = access::ActiveModel {
        seq: NotSet,
        consent_id: Set(consent.id),
        org_id: Set(actor.org),
        account_id: Set(actor.account),
        account_name: Set(actor.name.clone()),
        at: Set(tx.now()),
        what: Set(what.into()),
        reason: Set(reason.map(Into::into)),
    };
    access::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

pub(super) async fn own(conn: &impl ConnectionTrait, enterprise: OrgId, id: ConsentId) -> Result<Model> {
    let own = Entity::find_by_id(id).filter(Column::EnterpriseId.eq(enterprise));
    own.one(conn).await?.ok_or_else(Error::not_found)
}

pub(super) async fn page(db: &Db, enterprise: OrgId, wanted: &PageQuery) -> Result<Page<Model>> {
    let own = Entity::find().filter(Column::EnterpriseId.eq(enterprise));
    page_of(db.read(), own.order_by_desc(Column::GrantedAt).order_by_desc(Column::Id), wanted).await
}

pub(super) async fn accesses(db: &Db, consent: ConsentId, wanted: &PageQuery) -> Result<Page<access::Model>> {
    let of_consent = access::Entity::find().filter(access::Column::ConsentId.eq(consent));
    page_of(db.read(), of_consent.order_by_desc(access::Column::Seq), wanted).await
}

pub(super) async fn revoke(db: &Db, actor: &Actor, id: ConsentId, reason: &str) -> Result<Model> {
    let intent = Intent::by(actor, "consents.revoke").on(id).detail(reason);
    db.write_once(intent, |tx| async move {
        let own = Entity::find_by_id(id).filter(Column::EnterpriseId.eq(actor.org)).lock_exclusive();
        let row = own.one(tx.conn()).await?.ok_or_else(Error::not_found)?;
        if !row.active(tx.now()) {
            return Err(Error::conflict("consents.ended", "该授权已撤回或已到期"));
        }
        let mut change = row.into_active_model();
        change.revoked_at = Set(Some(tx.now()));
        change.revoke_reason = Set(Some(reason.into()));
        change.update(tx.conn()).await?;
        Ok(())
    })
    .await?;
    own(db.read(), actor.org, id).await
}
