//! How every order begins, by a grab or by an application.

use super::{
    OrderState,
    clock::{Entering, clock},
    entity::{Entity, Model},
    limits::Limits,
};
use crate::{
    demands::Demand,
    products::{DECISION_DAYS, DISBURSE_DAYS},
};
use jinqiao_db::{Doc, Tx};
use jinqiao_kernel::{Actor, Money, Result};
use jinqiao_platform::{calendar::calendar, consents, permissions::Parameters};
use sea_orm::{ActiveModelTrait, DbErr, EntityTrait, IntoActiveModel};

/// A new order of `officer`'s institution on `demand`, with the limits and rules of now.
pub async fn blank(tx: &Tx, demand: &Demand, officer: &Actor, state: OrderState) -> Result<Model> {
    let set = Parameters::now(tx.conn()).await?;
    let mut order = Model {
        id: tx.id(),
        no: tx.document_no(consents::ORDER_PREFIX).await?,
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
        extended_rate: None,
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
        corrected: false,
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
    let entering = Entering { from: None, to: state, awaiting: None, valid_until: None, wait: None };
    order.due_at = clock(&calendar(tx.conn()).await?, &order, &entering, tx.now()).due_at;
    Ok(order)
}

/// Stores a new order.
pub async fn insert(tx: &Tx, order: &Model) -> Result<(), DbErr> {
    let row = order.clone().into_active_model().reset_all();
    Entity::insert(row).exec_without_returning(tx.conn()).await.map(|_| ())
}
