//! Steps of the investor that differ from a lender's: the term sheet, and payment in tranches.

use super::{
    EquityDeal, TermSheet, Tranche,
    entity::{ActiveModel, Model},
    institution_service::check_kind,
    model::OrderActionKind,
    steps::{Change, Writing, write},
    store::Scope,
};
use crate::products::FinancingKind;
use jinqiao_db::{Asked, Db, Doc};
use jinqiao_kernel::{Actor, Error, Money, OrderId, Result, local_date};
use sea_orm::Set;

fn deal(order: &Model) -> Result<EquityDeal> {
    check_kind(order, FinancingKind::Equity)?;
    Ok(order.equity.clone().unwrap_or_default().0)
}

/// Proposes the terms of the investment (投资条款书).
///
/// # Errors
/// `validation`; `orders.wrong_kind`; `orders.wrong_state`; `conflict.stale`.
pub async fn propose(db: &Db, actor: &Actor, id: OrderId, version: i32, sheet: &TermSheet) -> Result<()> {
    let asked = Asked::new(OrderActionKind::Approve, "orders.propose", version);
    write(db, actor, Scope::of_institution(actor), id, &asked, |Writing { tx, demand, order }| async move {
        let deal = deal(&order)?;
        sheet.check(demand.amount.unwrap_or_default(), local_date(tx.now()))?;
        let row = ActiveModel {
            equity: Set(Some(Doc(EquityDeal { term_sheet: Some(sheet.clone()), ..deal }))),
            decided_at: Set(Some(tx.now())),
            ..Default::default()
        };
        Ok(Change { row, amount: Some(sheet.amount), valid_until: Some(*sheet.valid_until), ..Change::default() })
    })
    .await
}

/// Records a payment; the `last` one, or the one that completes the agreed sum, ends the payments. Never more than was
/// agreed.
///
/// # Errors
/// As for [`propose`].
pub async fn pay(db: &Db, actor: &Actor, id: OrderId, version: i32, tranche: &Tranche, last: bool) -> Result<()> {
    let action = if last { OrderActionKind::Disburse } else { OrderActionKind::Tranche };
    let asked = Asked::new(action, "orders.pay_tranche", version);
    write(db, actor, Scope::of_institution(actor), id, &asked, |Writing { tx, order, .. }| async move {
        let mut deal = deal(&order)?;
        let left = Money(order.granted_amount.0 - order.disbursed_amount.0);
        tranche.check(left, local_date(tx.now()))?;
        if !last && tranche.amount == left {
            return Err(Error::field("last", "款项已全部到账，请标记为最后一笔"));
        }
        deal.tranches.push(tranche.clone());
        let mut row = ActiveModel {
            disbursed_amount: Set(Money(order.disbursed_amount.0 + tranche.amount.0)),
            equity: Set(Some(Doc(deal))),
            ..Default::default()
        };
        if last {
            row.disbursed_at = Set(Some(tx.now()));
        }
        Ok(Change { row, amount: Some(tranche.amount), ..Change::default() })
    })
    .await
}
