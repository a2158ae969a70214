//! Steps of the enterprise.

use super::{
    disputes::check_anonymous,
    entity::{ActiveModel, Model},
    inputs::AcceptIn,
    model::OrderActionKind,
    steps::{Change, Writing, write},
    store::Scope,
};
use jinqiao_db::{Asked, Db, Tx};
use jinqiao_kernel::{Actor, Checks, Error, Money, OrderId, Result, local_date};
use jinqiao_platform::{
    accounts, agreements,
    consents::{self, CONSENT_DAYS, ConsentScope, DATA_AUTHORIZATION, Grant, check_scopes},
    permissions::value_of,
};
use sea_orm::Set;

fn scope(actor: &Actor) -> Scope {
    Scope::Enterprise(actor.org)
}

/// Chooses an institution: identity and the ticked data are opened to it alone.
///
/// # Errors
/// `validation`; `agreements.outdated`; `orders.wrong_state`; `conflict.stale`.
pub async fn confirm(
    db: &Db,
    actor: &Actor,
    id: OrderId,
    version: i32,
    scopes: &[ConsentScope],
    authorization: i32,
) -> Result<()> {
    check_scopes(scopes)?;
    let asked = Asked::new(OrderActionKind::Confirm, "orders.confirm", version);
    write(db, actor, scope(actor), id, &asked, |Writing { tx, order, .. }| async move {
        open_data(&tx, actor, &order, scopes, authorization).await?;
        Ok(Change::default())
    })
    .await
}

/// Signs the data authorisation and opens the ticked data of an order's enterprise to its institution.
pub async fn open_data(
    tx: &Tx,
    actor: &Actor,
    order: &Model,
    scopes: &[ConsentScope],
    authorization: i32,
) -> Result<()> {
    let (kind, signer) = (DATA_AUTHORIZATION, (actor.account, actor.org));
    let text = agreements::accept(tx, kind, authorization, signer, Some(order.id.into())).await?;
    let grant = Grant {
        enterprise: actor.org,
        grantee: order.institution_id,
        demand: order.demand_id,
        order: order.id,
        order_no: order.no.clone(),
        scopes: scopes.to_vec(),
        text_version: text.version,
        text_hash: text.hash,
        days: value_of(tx.conn(), CONSENT_DAYS).await?,
        method: accounts::signing_method(tx, actor).await?,
    };
    consents::grant(tx, actor, grant).await
}

/// Accepts what was granted; `complete` takes no further offers, even if the sum is not reached.
///
/// # Errors
/// `orders.over_demand` when all accepted grants together exceed the demand; `orders.offer_expired`;
/// `orders.wrong_state`; `conflict.stale`.
pub async fn accept(db: &Db, actor: &Actor, id: OrderId, version: i32, input: &AcceptIn) -> Result<()> {
    let asked = Asked { reason: input.confirmed(), ..Asked::new(OrderActionKind::Accept, "orders.accept", version) };
    write(db, actor, scope(actor), id, &asked, |Writing { tx, demand, order }| async move {
        let (granted, valid_until) = order.granted().ok_or_else(|| Error::internal("offered without a decision"))?;
        if valid_until < local_date(tx.now()) {
            return Err(Error::conflict("orders.offer_expired", "已超过有效期，请联系机构重新审批"));
        }
        let together = demand.accepted_amount.plus(granted).unwrap_or(Money(i64::MAX));
        if together > demand.amount.unwrap_or_default() {
            return Err(Error::conflict("orders.over_demand", "接受后总额将超过需求金额"));
        }
        input.check_read(order.decision.as_ref().map(|decision| decision.0.loan().annual_cost()))?;
        let row = ActiveModel { granted_amount: Set(granted), ..Default::default() };
        Ok(Change { row, amount: Some(granted), closing: input.complete, ..Change::default() })
    })
    .await
}

/// Confirms the figures of the payment; the order is done.
///
/// # Errors
/// `orders.wrong_state`; `conflict.stale`.
pub async fn confirm_disbursement(db: &Db, actor: &Actor, id: OrderId, version: i32) -> Result<()> {
    let asked = Asked::new(OrderActionKind::ConfirmDisbursement, "orders.confirm_disbursement", version);
    write(db, actor, scope(actor), id, &asked, |Writing { order, .. }| async move {
        Ok(Change { amount: Some(order.disbursed_amount), ..Change::default() })
    })
    .await
}

/// Declines, withdraws or declines the grant, with a reason of 2 to 500 characters that the institution reads.
///
/// # Errors
/// `validation`; `orders.wrong_state`; `conflict.stale`.
pub async fn leave(
    db: &Db,
    actor: &Actor,
    id: OrderId,
    version: i32,
    action: OrderActionKind,
    reason: &str,
) -> Result<()> {
    Checks::new().text("reason", reason, 2..=500).done()?;
    let asked = match action {
        OrderActionKind::Decline => Asked::new(action, "orders.decline", version),
        OrderActionKind::DeclineOffer => Asked::new(action, "orders.decline_offer", version),
        _ => Asked::new(action, "orders.withdraw", version),
    };
    let asked = asked.because(reason);
    write(db, actor, scope(actor), id, &asked, |Writing { tx, order, .. }| async move {
        check_anonymous(tx.conn(), order.enterprise_id, "reason", reason).await?;
        Ok(Change::default())
    })
    .await
}
