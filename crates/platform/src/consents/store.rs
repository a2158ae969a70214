//! Scoped queries, and the log of who looked.

use super::{
    AccessPart, ConsentScope,
    entity::{
        access,
        consent::{Column, Entity, Model},
    },
};
use jinqiao_db::{Db, Tx, numbered, page_of, typed};
use jinqiao_kernel::{Actor, ConsentId, DateTime, Error, Moment, OrderId, OrgId, Page, PageQuery, Result};
use sea_orm::{
    ActiveValue::NotSet, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Set,
};
use serde::Deserialize;
use std::collections::HashMap;
use utoipa::IntoParams;

/// What the numbers of orders (对接单) begin with: a consent names the order that it was given for.
pub const ORDER_PREFIX: &str = "DJ";

/// The consent that was given for `order` last, whether it still holds or not.
pub async fn of_order(conn: &impl ConnectionTrait, order: OrderId) -> Result<Option<Model>> {
    let last = Entity::find().filter(Column::OrderId.eq(order)).filter(Column::ReplacedAt.is_null());
    Ok(last.order_by_desc(Column::GrantedAt).one(conn).await?)
}

/// As [`of_order`], for each of `orders`.
pub async fn of_orders(
    conn: &impl ConnectionTrait,
    orders: impl IntoIterator<Item = OrderId>,
) -> Result<HashMap<OrderId, Model>> {
    let last = Entity::find().filter(Column::OrderId.is_in(orders)).filter(Column::ReplacedAt.is_null());
    Ok(last.all(conn).await?.into_iter().map(|row| (row.order_id, row)).collect())
}

/// As [`of_order`], locked until the write ends.
pub(super) async fn lock_of_order(tx: &Tx, order: OrderId) -> Result<Option<Model>> {
    let last = Entity::find().filter(Column::OrderId.eq(order)).filter(Column::ReplacedAt.is_null());
    Ok(last.lock_exclusive().one(tx.conn()).await?)
}

/// What somebody looks at.
pub struct Look<'a> {
    /// Which part.
    pub part: AccessPart,
    /// The scope that opens it.
    pub scope: ConsentScope,
    /// In words.
    pub what: &'a str,
    /// Why, if the person had to say.
    pub reason: Option<&'a str>,
}

/// Notes that `actor` saw data of `order`'s enterprise; the enterprise reads it. The consent is asked in the same write, and returned,
/// so that nothing is shown that was closed a moment before.
///
/// # Errors
/// `consents.closed` when no consent opens it; otherwise when it cannot be written. Then the data must not be shown.
pub async fn record_access(tx: &Tx, actor: &Actor, order: OrderId, look: Look<'_>) -> Result<Model> {
    let consent = lock_of_order(tx, order).await?.filter(|consent| consent.opens(look.scope, tx.now()));
    let consent = consent.ok_or_else(|| Error::conflict("consents.closed", "企业未授权或授权已结束，不能查看"))?;
    note(tx, actor, (consent.enterprise_id, Some(consent.id)), (look.part, look.what, look.reason)).await?;
    Ok(consent)
}

/// Notes that `actor` saw `part` of the data of `enterprise` by role, without a consent; the enterprise reads it (domain 2.3, tier G).
///
/// # Errors
/// When it cannot be written. Then the data must not be shown.
pub async fn record_look(tx: &Tx, actor: &Actor, enterprise: OrgId, part: AccessPart, what: &str) -> Result<()> {
    note(tx, actor, (enterprise, None), (part, what, None)).await
}

async fn note(
    tx: &Tx,
    actor: &Actor,
    (enterprise, consent): (OrgId, Option<ConsentId>),
    (part, what, reason): (AccessPart, &str, Option<&str>),
) -> Result<()> {
    let row = access::ActiveModel {
        seq: NotSet,
        consent_id: Set(consent),
        enterprise_id: Set(Some(enterprise)),
        org_id: Set(actor.org),
        account_id: Set(actor.account),
        account_name: Set(actor.name.clone()),
        at: Set(tx.now()),
        part: Set(part),
        what: Set(what.into()),
        reason: Set(reason.map(Into::into)),
    };
    access::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// The newest consent of `enterprise` that holds at `now`, whoever it was given to. Every consent opens the identity.
pub async fn newest_holding(conn: &impl ConnectionTrait, enterprise: OrgId, now: DateTime) -> Result<Option<Model>> {
    let open = Entity::find().filter(Column::EnterpriseId.eq(enterprise)).filter(holding(now));
    Ok(open.order_by_desc(Column::GrantedAt).limit(1).one(conn).await?)
}

pub(super) async fn own(conn: &impl ConnectionTrait, enterprise: OrgId, id: ConsentId) -> Result<Model> {
    let own = Entity::find_by_id(id).filter(Column::EnterpriseId.eq(enterprise));
    own.one(conn).await?.ok_or_else(Error::not_found)
}

pub(super) async fn lock_own(tx: &Tx, enterprise: OrgId, id: ConsentId) -> Result<Model> {
    let own = Entity::find_by_id(id).filter(Column::EnterpriseId.eq(enterprise)).lock_exclusive();
    own.one(tx.conn()).await?.ok_or_else(Error::not_found)
}

/// All consents for one order, newest first.
pub(super) async fn siblings(conn: &impl ConnectionTrait, enterprise: OrgId, order: OrderId) -> Result<Vec<Model>> {
    let same = Entity::find().filter(Column::EnterpriseId.eq(enterprise)).filter(Column::OrderId.eq(order));
    Ok(same.order_by_desc(Column::GrantedAt).order_by_desc(Column::Id).all(conn).await?)
}

/// Which consents are wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct ConsentFilter {
    /// Only those that hold, or only those that have ended.
    holding: Option<bool>,
    /// Only those of this institution.
    institution: Option<OrgId>,
    /// Only those whose order's number begins like this.
    #[param(max_length = 40)]
    order_no: Option<String>,
}

pub(super) fn holding(now: DateTime) -> Condition {
    Condition::all().add(Column::RevokedAt.is_null()).add(Column::ReplacedAt.is_null()).add(Column::ExpiresAt.gt(now))
}

pub(super) async fn page(
    db: &Db,
    enterprise: OrgId,
    filter: &ConsentFilter,
    wanted: &PageQuery,
) -> Result<Page<Model>> {
    let mut select = Entity::find().filter(Column::EnterpriseId.eq(enterprise));
    if let Some(wanted) = filter.holding {
        let holding = holding(db.world().now());
        select = select.filter(if wanted { holding } else { holding.not() });
    }
    if let Some(institution) = filter.institution {
        select = select.filter(Column::GranteeId.eq(institution));
    }
    if let Some(no) = typed(filter.order_no.as_deref()) {
        select = select.filter(numbered(Column::OrderNo, no, ORDER_PREFIX, db.world().now()));
    }
    page_of(db.read(), select.order_by_desc(Column::GrantedAt).order_by_desc(Column::Id), wanted).await
}

/// Institutions that the enterprise ever opened data to.
pub(super) async fn grantees(conn: &impl ConnectionTrait, enterprise: OrgId) -> Result<Vec<OrgId>> {
    let distinct = Entity::find().select_only().column(Column::GranteeId).distinct();
    Ok(distinct.filter(Column::EnterpriseId.eq(enterprise)).into_tuple().all(conn).await?)
}

/// Which looks are wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct AccessFilter {
    /// Only those under this consent.
    consent: Option<ConsentId>,
    /// Only those for this order.
    order: Option<OrderId>,
    /// Only those of this institution.
    institution: Option<OrgId>,
    /// Only this part.
    part: Option<AccessPart>,
    /// Not before.
    from: Option<Moment>,
    /// Before.
    until: Option<Moment>,
}

/// Looks at the enterprise's data, newest first.
pub(super) async fn accesses(
    db: &Db,
    enterprise: OrgId,
    filter: &AccessFilter,
    wanted: &PageQuery,
) -> Result<Page<access::Model>> {
    let mut select = access::Entity::find().filter(access::Column::EnterpriseId.eq(enterprise));
    if let Some(consent) = filter.consent {
        select = select.filter(access::Column::ConsentId.eq(consent));
    }
    if let Some(order) = filter.order {
        let of_order = Entity::find().select_only().column(Column::Id).filter(Column::OrderId.eq(order));
        select = select.filter(access::Column::ConsentId.in_subquery(of_order.into_query()));
    }
    if let Some(institution) = filter.institution {
        select = select.filter(access::Column::OrgId.eq(institution));
    }
    if let Some(part) = filter.part {
        select = select.filter(access::Column::Part.eq(part));
    }
    if let Some(from) = filter.from.map(DateTime::from) {
        select = select.filter(access::Column::At.gte(from));
    }
    if let Some(until) = filter.until.map(DateTime::from) {
        select = select.filter(access::Column::At.lt(until));
    }
    page_of(db.read(), select.order_by_desc(access::Column::Seq), wanted).await
}

/// The consents `ids` of the enterprise.
pub(super) async fn by_ids(
    conn: &impl ConnectionTrait,
    enterprise: OrgId,
    ids: Vec<ConsentId>,
) -> Result<HashMap<ConsentId, Model>> {
    let own = Entity::find().filter(Column::EnterpriseId.eq(enterprise)).filter(Column::Id.is_in(ids));
    Ok(own.all(conn).await?.into_iter().map(|row| (row.id, row)).collect())
}
