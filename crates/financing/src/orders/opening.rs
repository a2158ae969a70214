//! How every order begins, by a grab or by an application.

use super::{
    OrderState,
    entity::{Entity, Model},
    limits::{Entering, Limits, clock},
};
use crate::{
    demands::Demand,
    products::{DECISION_DAYS, DISBURSE_DAYS, ProductContent},
};
use jinqiao_db::{Doc, Tx};
use jinqiao_kernel::{Actor, Money, ProductId, Result};
use jinqiao_platform::{calendar::calendar, permissions::Parameters};
use sea_orm::{ActiveModelTrait, DbErr, EntityTrait, IntoActiveModel};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The product under which an order was opened, as it was then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OrderedProduct {
    /// The product.
    pub id: ProductId,
    /// Number of the version.
    pub number: i32,
    /// What that version says.
    pub content: ProductContent,
}

/// A new order of `officer`'s institution on `demand`, with the limits and rules of now.
pub async fn blank(tx: &Tx, demand: &Demand, officer: &Actor, state: OrderState) -> Result<Model> {
    let set = Parameters::now(tx.conn()).await?;
    let mut order = Model {
        id: tx.id(),
        no: tx.document_no("DJ").await?,
        demand_id: demand.id,
        enterprise_id: demand.enterprise_id,
        institution_id: officer.org,
        unit_id: officer.unit,
        officer_id: officer.account,
        state,
        version: 1,
        kind: demand.kind,
        product: None,
        product_id: None,
        decision_wd: Some(set.days(DECISION_DAYS)?),
        disburse_wd: Some(set.days(DISBURSE_DAYS)?),
        limits: Some(Doc(Limits::of(&set)?)),
        due_at: None,
        decide_by: None,
        joint_id: None,
        second_id: None,
        matures_on: None,
        offer: Doc(None),
        equity: None,
        contact: None,
        decision: None,
        disbursement: None,
        refusal_code: None,
        ended_because: None,
        granted_amount: Money::ZERO,
        disbursed_amount: Money::ZERO,
        disputed: false,
        awaiting_since: None,
        held_since: None,
        contacted_at: None,
        decided_at: None,
        disbursed_at: None,
        opened_at: tx.now(),
        updated_at: tx.now(),
        closed_at: None,
    };
    tx.about(order.id);
    let entering = Entering { to: state, awaiting: None, valid_until: None, wait: None };
    let before = Model { state: OrderState::Closed, ..order.clone() };
    order.due_at = clock(&calendar(tx.conn()).await?, &before, &entering, tx.now()).due_at;
    Ok(order)
}

/// Stores a new order.
pub async fn insert(tx: &Tx, order: &Model) -> Result<(), DbErr> {
    let row = order.clone().into_active_model().reset_all();
    Entity::insert(row).exec_without_returning(tx.conn()).await.map(|_| ())
}
