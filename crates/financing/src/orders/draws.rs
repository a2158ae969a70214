//! Further draws under an order that was paid out in part: what they mean for the order and its demand.

use super::{
    entity::{ActiveModel, Entity, Model},
    steps::follow,
};
use crate::demands::Demand;
use jinqiao_db::{Tx, save_versioned};
use jinqiao_kernel::{Money, Result};
use sea_orm::Set;

pub use super::vouchers::{claim as claim_voucher, release as release_voucher};

/// Adds a further draw of `amount`, which the enterprise has confirmed, to what a locked order paid out; its demand follows.
pub async fn note_draw(tx: &Tx, demand: &Demand, order: &Model, amount: Money) -> Result<()> {
    let paid = [order.disbursed_amount, amount].into_iter().sum();
    let row = ActiveModel {
        disbursed_amount: Set(paid),
        version: Set(order.version + 1),
        updated_at: Set(tx.now()),
        ..Default::default()
    };
    save_versioned::<Entity>(tx, row, order.id, order.version).await?;
    follow(tx, demand, false).await
}
