//! Use cases of the operator, and the way onto the shelf.

use super::{
    ProductContent, ProductStep,
    cards::card_of,
    entity::{product, version},
    model::REVIEW,
    searched,
    service::Writing,
    store,
};
use jinqiao_db::{Db, Doc, Intent, Tx};
use jinqiao_kernel::{Actor, Error, OrgId, ProductId, Result};
use jinqiao_platform::{
    enterprises::section_of,
    organizations,
    reviews::{self, Defect, ReviewState},
};
use sea_orm::Set;

/// What the list repeats of the version that comes on the shelf.
fn shelf(content: &ProductContent, number: i32, tx: &Tx) -> product::ActiveModel {
    let mut sections = vec![];
    for section in content.industries_in.iter().filter_map(|code| section_of(code)) {
        if !sections.contains(&section) {
            sections.push(section);
        }
    }
    product::ActiveModel {
        shelf_version: Set(Some(number)),
        on_shelf: Set(true),
        shelved_at: Set(Some(tx.now())),
        forced_off: Set(None),
        product_type: Set(content.product_type),
        channel: Set(content.channel),
        equity_type: Set(content.equity_type),
        amount_min: Set(content.amount_min),
        amount_max: Set(content.amount_max),
        term_min: Set(content.term_min),
        term_max: Set(content.term_max),
        guarantees: Set(Doc(content.guarantees.clone())),
        stages: Set(Doc(content.stages.clone())),
        sections: Set(Doc(sections)),
        decision_days: Set(content.decision_days()),
        first_loan_friendly: Set(content.first_loan_friendly),
        pure_online: Set(content.pure_online),
        valid_from: Set(content.valid_from.map(Into::into)),
        valid_to: Set(content.valid_to.map(Into::into)),
        ..card_of(content)
    }
}

/// Approves the newest version: it comes on the shelf in place of the one before.
///
/// # Errors
/// `products.wrong_state`; `products.not_certified` when the institution lost its certification; `conflict.stale`.
pub async fn approve(db: &Db, actor: &Actor, id: ProductId, known: i32) -> Result<()> {
    db.write_once(Intent::by(actor, "products.approve").on(id), |tx| async move {
        let writing = Writing::any(&tx, id, known).await?;
        let (state, decided) = (writing.row.state.approve()?, writing.latest.state.approve()?);
        let institution = organizations::check_open(tx.conn(), writing.row.institution_id).await?;
        if !institution.certified {
            return Err(Error::conflict("products.not_certified", "机构的认证已取消，不能上架产品"));
        }
        reviews::decide(&tx, actor, REVIEW, id.into(), ReviewState::Approved).await?;
        let row = version::ActiveModel { decided_at: Set(Some(tx.now())), ..Default::default() };
        writing.decided(&tx, decided, row).await?;
        let content = &writing.latest.content.0;
        searched::index(&tx, id, content, &institution.name).await?;
        let mut change = shelf(content, writing.row.latest, &tx);
        change.state = Set(state);
        writing.tell(&tx, change, ProductStep::Approved, writing.row.latest, None).await
    })
    .await
}

/// Returns the newest version with everything that has to be corrected; the one on the shelf stays.
///
/// # Errors
/// `products.wrong_state`; `conflict.stale`.
pub async fn give_back(db: &Db, actor: &Actor, id: ProductId, known: i32, defects: &[Defect]) -> Result<()> {
    let reason = defects.iter().map(|defect| defect.message.as_str()).collect::<Vec<_>>().join("；");
    let reason = reason.as_str();
    db.write_once(Intent::by(actor, "products.return").on(id), |tx| async move {
        let writing = Writing::any(&tx, id, known).await?;
        let state = writing.latest.state.give_back()?;
        reviews::decide(&tx, actor, REVIEW, id.into(), ReviewState::Returned).await?;
        let row = version::ActiveModel { defects: Set(Doc(defects.to_vec())), ..Default::default() };
        writing.decided(&tx, state, row).await?;
        writing.tell(&tx, Default::default(), ProductStep::Returned, writing.row.latest, Some(reason)).await
    })
    .await
}

/// Refuses the newest version; the institution may write another.
///
/// # Errors
/// `products.wrong_state`; `conflict.stale`.
pub async fn refuse(db: &Db, actor: &Actor, id: ProductId, known: i32, reason: &str) -> Result<()> {
    db.write_once(Intent::by(actor, "products.refuse").on(id), |tx| async move {
        let writing = Writing::any(&tx, id, known).await?;
        let state = writing.latest.state.refuse()?;
        reviews::decide(&tx, actor, REVIEW, id.into(), ReviewState::Refused).await?;
        let (refusal, decided_at) = (Set(Some(reason.into())), Set(Some(tx.now())));
        writing.decided(&tx, state, version::ActiveModel { refusal, decided_at, ..Default::default() }).await?;
        writing.tell(&tx, Default::default(), ProductStep::Refused, writing.row.latest, Some(reason)).await
    })
    .await
}

/// Takes a product off the shelf for a reason of the platform's; only a newly approved version brings it back.
///
/// # Errors
/// `products.wrong_state`; `conflict.stale`.
pub async fn force_off(db: &Db, actor: &Actor, id: ProductId, known: i32, reason: &str) -> Result<()> {
    db.write_once(Intent::by(actor, "products.force_off").on(id).detail(reason), |tx| async move {
        let writing = Writing::any(&tx, id, known).await?;
        let change = product::ActiveModel {
            state: Set(writing.row.state.take_off()?),
            on_shelf: Set(false),
            forced_off: Set(Some(reason.into())),
            ..Default::default()
        };
        let number = writing.row.shelf_version.unwrap_or(writing.row.latest);
        writing.tell(&tx, change, ProductStep::ForcedOff, number, Some(reason)).await
    })
    .await
}

/// Clears the shelf of an institution that lost its certification.
pub(super) async fn clear_shelf(tx: &Tx, institution: OrgId, reason: Option<&str>) -> Result<()> {
    for row in store::lock_on_shelf(tx, institution).await? {
        let known = row.version;
        let writing = Writing::any(tx, row.id, known).await?;
        let state = row.state.take_off()?;
        let change = product::ActiveModel { state: Set(state), on_shelf: Set(false), ..Default::default() };
        let number = row.shelf_version.unwrap_or(row.latest);
        writing.tell(tx, change, ProductStep::Uncertified, number, reason).await?;
    }
    Ok(())
}
