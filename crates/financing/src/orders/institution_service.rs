//! Steps of the institution.

use super::{
    Contact, Decision, Disbursement, RefusalCode,
    entity::{ActiveModel, Model},
    model::OrderActionKind,
    steps::{Change, Writing, write},
    store::{self, Scope},
    vouchers,
};
use crate::{lpr, products::FinancingKind};
use jinqiao_db::{Asked, Db, Doc, Intent, Tx};
use jinqiao_kernel::{Actor, Checks, Error, OrderId, Result, Vault, local_date};
use jinqiao_platform::{
    consents::{self, AccessPart, ConsentScope, Look},
    enterprises, files, organizations,
};
use sea_orm::Set;

/// A loan is not decided like an investment.
pub fn check_kind(order: &Model, wanted: FinancingKind) -> Result<()> {
    if order.kind == wanted {
        Ok(())
    } else {
        Err(Error::conflict("orders.wrong_kind", "对接单的融资类型不适用此操作"))
    }
}

/// Logs the first contact.
///
/// # Errors
/// `validation`; `orders.wrong_state`; `conflict.stale`. The other steps fail alike.
pub async fn contact(db: &Db, actor: &Actor, id: OrderId, version: i32, contact: &Contact) -> Result<()> {
    Checks::new().text("note", &contact.note, 2..=500).done()?;
    let asked = Asked::new(OrderActionKind::Contact, "orders.contact", version);
    write(db, actor, Scope::of_institution(actor), id, &asked, |Writing { tx, .. }| async move {
        let contact = Set(Some(Doc(contact.clone())));
        Ok(ActiveModel { contact, contacted_at: Set(Some(tx.now())), ..Default::default() }.into())
    })
    .await
}

/// The materials are complete: the decision begins.
///
/// # Errors
/// As for [`contact`].
pub async fn start_review(db: &Db, actor: &Actor, id: OrderId, version: i32) -> Result<()> {
    let asked = Asked::new(OrderActionKind::StartReview, "orders.start_review", version);
    write(db, actor, Scope::of_institution(actor), id, &asked, |_| async { Ok(Change::default()) }).await
}

/// Grants credit.
///
/// # Errors
/// As for [`contact`].
pub async fn approve(db: &Db, actor: &Actor, id: OrderId, version: i32, decision: &Decision) -> Result<()> {
    let asked = Asked::new(OrderActionKind::Approve, "orders.approve", version);
    write(db, actor, Scope::of_institution(actor), id, &asked, |Writing { tx, demand, order }| async move {
        check_kind(&order, FinancingKind::Debt)?;
        decision.check(demand.amount.unwrap_or_default(), local_date(tx.now()))?;
        lpr::check(tx.conn(), decision.lpr, decision.rate).await?;
        let row = ActiveModel {
            decision: Set(Some(Doc(decision.clone()))),
            decided_at: Set(Some(tx.now())),
            ..Default::default()
        };
        let valid_until = Some(*decision.valid_until);
        Ok(Change { row, amount: Some(decision.amount), valid_until, ..Change::default() })
    })
    .await
}

/// Refuses with a code and at least 20 characters (domain 2.2: mandatory).
///
/// # Errors
/// As for [`contact`].
pub async fn refuse(db: &Db, actor: &Actor, id: OrderId, version: i32, code: RefusalCode, text: &str) -> Result<()> {
    Checks::new().text("text", text, 20..=1_000).done()?;
    let asked = Asked::new(OrderActionKind::Refuse, "orders.refuse", version).because(code.told(text));
    write(db, actor, Scope::of_institution(actor), id, &asked, |Writing { tx, .. }| async move {
        let (refusal_code, decided_at) = (Set(Some(code)), Set(Some(tx.now())));
        Ok(ActiveModel { refusal_code, decided_at, ..Default::default() }.into())
    })
    .await
}

/// Records the payment; never more than was granted.
///
/// # Errors
/// As for [`contact`].
pub async fn disburse(db: &Db, actor: &Actor, id: OrderId, version: i32, paid: &Disbursement) -> Result<()> {
    let asked = Asked::new(OrderActionKind::Disburse, "orders.disburse", version);
    let asked = Asked { reason: paid.differs_because.clone(), ..asked };
    write(db, actor, Scope::of_institution(actor), id, &asked, |Writing { tx, order, .. }| async move {
        check_payment(&tx, &order, paid).await?;
        files::attach(&tx, actor, &paid.attachments, id.into()).await?;
        let row = ActiveModel {
            disbursement: Set(Some(Doc(paid.clone()))),
            disbursed_amount: Set(paid.amount),
            disbursed_at: Set(Some(tx.now())),
            ..Default::default()
        };
        Ok(Change { row, amount: Some(paid.amount), ..Change::default() })
    })
    .await
}

/// Is it a payment of what was granted, under a voucher of its own? A first loan has none before it, here or in the profile.
async fn check_payment(tx: &Tx, order: &Model, paid: &Disbursement) -> Result<()> {
    check_kind(order, FinancingKind::Debt)?;
    let granted = order.decision.as_ref().ok_or_else(|| Error::internal("a payment without a decision"))?;
    paid.check(&granted.0, local_date(tx.now()))?;
    if let Some(guarantor) = paid.guarantor_id {
        organizations::check_guarantor(tx.conn(), guarantor).await?;
    }
    if paid.first_loan {
        let profile = enterprises::of_org(tx.conn(), order.enterprise_id).await?;
        let known = profile.extras.0.first_loan == Some(false) || !profile.extras.0.existing_loans.is_empty();
        if known || store::had_loan(tx.conn(), order.enterprise_id, Some(order.id)).await? {
            return Err(Error::field("first_loan", "该企业已有贷款记录，不能登记为首贷"));
        }
    }
    vouchers::claim(tx, order.institution_id, order.id.into(), &paid.voucher_no).await
}

/// Puts the recorded payment right while the enterprise disputes it; the earlier figures stay in timeline and audit
/// trail.
///
/// # Errors
/// As for [`contact`].
pub async fn correct(db: &Db, actor: &Actor, id: OrderId, version: i32, paid: &Disbursement) -> Result<()> {
    // Whoever changed it since this was read fails by the version.
    let before = store::by_id(db.read(), &Scope::of_institution(actor), id).await?.disbursement;
    let earlier = before.as_ref().map(|before| format!("原登记：{}", before.0.in_words()));
    let held = &before.map(|before| before.0.attachments).unwrap_or_default();
    let asked =
        Asked { reason: earlier, ..Asked::new(OrderActionKind::CorrectPayment, "orders.correct_payment", version) };
    write(db, actor, Scope::of_institution(actor), id, &asked, |Writing { tx, order, .. }| async move {
        check_payment(&tx, &order, paid).await?;
        files::replace(&tx, actor, held, &paid.attachments, id.into()).await?;
        let row = ActiveModel {
            disbursement: Set(Some(Doc(paid.clone()))),
            disbursed_amount: Set(paid.amount),
            corrected: Set(true),
            ..Default::default()
        };
        Ok(Change { row, amount: Some(paid.amount), ..Change::default() })
    })
    .await
}

/// Takes the own offer back before the enterprise confirmed it.
///
/// # Errors
/// As for [`contact`].
pub async fn retract(db: &Db, actor: &Actor, id: OrderId, version: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 2..=500).done()?;
    let asked = Asked::new(OrderActionKind::Retract, "orders.retract", version).because(reason);
    write(db, actor, Scope::of_institution(actor), id, &asked, |_| async { Ok(Change::default()) }).await
}

/// Shows the contact's whole mobile number; the enterprise reads who asked and why.
///
/// # Errors
/// `consents.closed` without a consent that holds; `validation`.
pub async fn reveal_mobile(db: &Db, vault: &Vault, actor: &Actor, id: OrderId, reason: &str) -> Result<String> {
    Checks::new().text("reason", reason, 2..=200).done()?;
    let sealed = db
        .write(Intent::by(actor, "orders.reveal_mobile").on(id).detail(reason), |tx| async move {
            let order = store::by_id(tx.conn(), &Scope::of_institution(actor), id).await?;
            let (part, scope) = (AccessPart::Mobile, ConsentScope::Contact);
            let look = Look { part, scope, what: "查看完整手机号码", reason: Some(reason) };
            consents::record_access(&tx, actor, id, look).await?;
            Ok(organizations::by_id(tx.conn(), order.enterprise_id).await?.mobile)
        })
        .await?;
    vault.open(&sealed)
}
