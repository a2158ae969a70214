//! Steps of the operator: assign, answer, record what was put right.

use super::{
    AnswerIn, ComplaintAction, ComplaintKind, RectificationIn,
    entity::{ActiveModel, Model},
    steps::write,
    store::Scope,
};
use jinqiao_db::{Asked, Db, Tx};
use jinqiao_financing::orders;
use jinqiao_kernel::{AccountId, Actor, ComplaintId, Error, Result, Role, local_date, local_month};
use jinqiao_platform::accounts;
use sea_orm::Set;

/// Gives a complaint to one of the operator's people.
///
/// # Errors
/// `validation` when it is none of them; `complaints.wrong_state`; `conflict.stale`.
pub async fn assign(db: &Db, actor: &Actor, id: ComplaintId, version: i32, handler: AccountId) -> Result<()> {
    let asked = Asked::new(ComplaintAction::Assign, "complaints.assign", version);
    write(db, actor, Scope::Operator, id, &asked, |tx, _| async move {
        if !accounts::ids_of_role(tx.conn(), Role::Operator).await?.contains(&handler) {
            return Err(Error::field("handler_id", "请选择平台在用的账号"));
        }
        Ok(ActiveModel { handler_id: Set(Some(handler)), ..Default::default() })
    })
    .await
}

/// What the operator writes is read by both sides: it must not tell an institution who an enterprise is.
async fn check_words(tx: &Tx, row: &Model, field: &str, text: &str) -> Result<()> {
    let enterprise = if row.kind == ComplaintKind::Enterprise { row.about_org } else { Some(row.complainant_org) };
    match (row.order_id, enterprise) {
        (Some(_), Some(enterprise)) => orders::check_anonymous(tx.conn(), enterprise, field, text).await,
        _ => Ok(()),
    }
}

/// Answers, with a finding where the kind is judged.
///
/// # Errors
/// `validation`; `complaints.not_yours` for those who do not handle it; `complaints.wrong_state`; `conflict.stale`.
pub async fn answer(db: &Db, actor: &Actor, id: ComplaintId, version: i32, input: &AnswerIn) -> Result<()> {
    let asked = Asked::new(ComplaintAction::Answer, "complaints.answer", version).because(&input.text);
    write(db, actor, Scope::Operator, id, &asked, |tx, row| async move {
        input.check(row.kind)?;
        if row.handler_id != Some(actor.account) {
            return Err(Error::conflict("complaints.not_yours", "只有指定的经办人可以答复"));
        }
        check_words(&tx, &row, "text", &input.text).await?;
        Ok(ActiveModel {
            answer: Set(Some(input.text.clone())),
            finding: Set(input.finding),
            answered_at: Set(Some(tx.now())),
            found_month: Set(input.finding.map(|_| local_month(tx.now()))),
            ..Default::default()
        })
    })
    .await
}

/// Records that what was found has been put right.
///
/// # Errors
/// As for [`answer`].
pub async fn rectify(db: &Db, actor: &Actor, id: ComplaintId, version: i32, input: &RectificationIn) -> Result<()> {
    let asked = Asked::new(ComplaintAction::Rectify, "complaints.rectify", version).because(&input.note);
    write(db, actor, Scope::Operator, id, &asked, |tx, row| async move {
        input.check(local_date(row.opened_at), local_date(tx.now()))?;
        check_words(&tx, &row, "note", &input.note).await?;
        Ok(ActiveModel {
            rectification: Set(Some(input.note.clone())),
            rectified_on: Set(Some(*input.done_on)),
            ..Default::default()
        })
    })
    .await
}
