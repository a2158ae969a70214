//! Direct application (企业申请产品): the enterprise applies for a product on the shelf; applying opens its data to that
//! one institution, which takes the application on or declines it with a reason (domain 2.1, 2.12).

use super::{
    OrderState, OrderStep,
    enterprise_service::open_data,
    entity::{ActiveModel, Model},
    model::OrderActionKind,
    opening,
    steps::{self, Writing, follow, write},
    store::{self, Scope},
};
use crate::{
    demands::{self, Draft},
    products::{self, FinancingKind, ProductContent},
};
use jinqiao_db::{Asked, Db, Doc, Intent};
use jinqiao_kernel::{Actor, Checks, Error, OrderId, ProductId, Result, local_date};
use jinqiao_platform::{
    accounts,
    consents::{ConsentScope, check_scopes},
    organizations,
};
use sea_orm::Set;

/// What the enterprise applies with.
#[derive(Clone, Debug)]
pub struct Application {
    /// The product, as it was read …
    pub product: ProductId,
    /// … in this version.
    pub number: i32,
    /// What is wanted.
    pub draft: Draft,
    /// What is opened to the institution; identity and contact always.
    pub scopes: Vec<ConsentScope>,
    /// Version of the data authorisation that was read and accepted.
    pub authorization: i32,
}

/// Does what is wanted fit what the product says of itself?
fn check_fits(draft: &Draft, content: &ProductContent) -> Result<()> {
    let mut checks = Checks::new();
    let kind = draft.kind == content.kind;
    checks.that("kind", kind, "融资类型与产品不一致");
    if let (Some(amount), Some(least), Some(most)) = (draft.amount, content.amount_min, content.amount_max) {
        checks.range("amount", amount, least..=most, &format!("该产品的额度为 {least}至 {most}"));
    }
    if let (Some(months), Some(least), Some(most)) = (draft.term_months, content.term_min, content.term_max) {
        checks.range("term_months", months, least..=most, &format!("该产品的期限为 {least} 至 {most} 个月"));
    }
    if content.kind == FinancingKind::Debt && kind {
        let any = |wanted: &[_]| wanted.iter().any(|one| content.guarantees.contains(one));
        checks.that("guarantees", draft.guarantees.is_empty() || any(&draft.guarantees), "该产品不接受所选的担保方式");
        let repaid = draft.repayments.iter().any(|one| content.repayments.contains(one));
        checks.that("repayments", draft.repayments.is_empty() || repaid, "该产品没有所选的还款方式");
    }
    checks.done()
}

/// Applies for a product.
///
/// # Errors
/// `validation`; `not_found` when it is not on the shelf; `products.changed` when another version is there by now;
/// `orders.already_applied`; `demands.profile_incomplete`; `agreements.outdated`.
pub async fn apply(db: &Db, actor: &Actor, wanted: &Application) -> Result<OrderId> {
    wanted.draft.check(local_date(db.world().now()))?;
    check_scopes(&wanted.scopes)?;
    db.write_once(Intent::by(actor, "orders.apply"), |tx| async move {
        // The lock makes two applications of one enterprise wait for each other.
        organizations::lock(&tx, actor.org).await?;
        let offered = products::on_shelf(tx.conn(), wanted.product, local_date(tx.now())).await?;
        if offered.version.number != wanted.number {
            return Err(Error::conflict("products.changed", "产品内容已更新，请重新查看后再申请"));
        }
        check_fits(&wanted.draft, &offered.version.content.0)?;
        if store::applied_for(tx.conn(), actor.org, wanted.product).await? {
            return Err(Error::conflict(
                "orders.already_applied",
                "您与该机构就此产品的对接正在办理，请在“对接进展”中查看",
            ));
        }
        let demand = demands::apply(&tx, actor, &wanted.draft).await?;
        // Until somebody takes it on, it lies with the institution's primary account.
        let officer = accounts::actor_of_org(tx.conn(), offered.row.institution_id, &actor.request).await?;
        let order = Model {
            product_id: Some(wanted.product),
            decision_wd: offered.version.content.0.decision_days(),
            disburse_wd: offered.version.content.0.disburse_wd,
            product: Some(Doc(offered.into())),
            ..opening::blank(&tx, &demand, &officer, OrderState::Applied).await?
        };
        opening::insert(&tx, &order).await?;
        open_data(&tx, actor, &order, &wanted.scopes, wanted.authorization).await?;
        steps::opened(&tx, &demand, &order, OrderStep::Applied, demand.amount).await?;
        follow(&tx, &demand, false).await?;
        Ok(order.id)
    })
    .await
}

/// Takes an application on: whoever does becomes its officer.
///
/// # Errors
/// `orders.wrong_state`; `conflict.stale`.
pub async fn take_on(db: &Db, actor: &Actor, id: OrderId, version: i32) -> Result<()> {
    let asked = Asked::new(OrderActionKind::TakeOn, "orders.take_on", version);
    write(db, actor, Scope::of_institution(actor), id, &asked, |_: Writing| async {
        let (officer_id, unit_id) = (Set(actor.account), Set(actor.unit));
        Ok(ActiveModel { officer_id, unit_id, ..Default::default() }.into())
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{loans::Repayment, products::Guarantee};
    use jinqiao_kernel::Money;

    #[test]
    fn what_is_wanted_must_fit_the_product() {
        let content = ProductContent {
            amount_min: Some(Money::wan(10)),
            amount_max: Some(Money::wan(100)),
            term_min: Some(3),
            term_max: Some(12),
            guarantees: vec![Guarantee::Mortgage],
            repayments: vec![Repayment::Bullet],
            ..ProductContent::default()
        };
        let fits = Draft {
            amount: Some(Money::wan(100)),
            term_months: Some(3),
            guarantees: vec![Guarantee::Credit, Guarantee::Mortgage],
            repayments: vec![Repayment::Bullet],
            ..Draft::default()
        };
        assert!(check_fits(&fits, &content).is_ok());
        let misfits = Draft {
            amount: Some(Money::wan(101)),
            term_months: Some(2),
            guarantees: vec![Guarantee::Credit],
            repayments: vec![Repayment::Quarterly],
            ..Draft::default()
        };
        let error = check_fits(&misfits, &content).expect_err("nothing fits");
        let fields: Vec<_> = error.fields().iter().map(|field| field.field.as_str()).collect();
        assert_eq!(fields, ["amount", "term_months", "guarantees", "repayments"]);
    }
}
