//! A registration with a code that another organisation has: kept as a claim until the operator has looked at it. The applicant
//! is told nothing, so that nobody learns by trying which firms and banks are here.

use super::{
    OrgState, OrgStep,
    entity::{ActiveModel, Column, Entity, Model},
    facts::tell,
};
use chrono::TimeDelta;
use jinqiao_db::{Tx, facts_of};
use jinqiao_kernel::{Error, Result};
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Set,
};

/// A holder is told of claims once in this time, however many there are.
const TOLD_EVERY: TimeDelta = TimeDelta::days(1);

/// The code in `row` is another's: it becomes a claim.
pub(super) fn keep(row: &mut ActiveModel) {
    let code = match &row.uscc {
        ActiveValue::Set(code) | ActiveValue::Unchanged(code) => code.clone(),
        ActiveValue::NotSet => None,
    };
    (row.uscc, row.claimed_uscc) = (Set(None), Set(code));
}

/// Whose code `row` claims.
pub(super) async fn holder(conn: &impl ConnectionTrait, row: &Model) -> Result<Option<Model>> {
    let Some(code) = &row.claimed_uscc else { return Ok(None) };
    Ok(Entity::find().filter(Column::Uscc.eq(code)).one(conn).await?)
}

/// Tells the organisation whose code `row` claims.
pub(super) async fn tell_holder(tx: &Tx, row: &Model) -> Result<()> {
    let Some(holder) = holder(tx.conn(), row).await? else { return Ok(()) };
    let claimed = format!("organizations.{}", OrgStep::CodeClaimed.name());
    let facts = facts_of(tx.conn(), holder.id).await?;
    let told = facts.iter().any(|fact| fact.kind == claimed && tx.now() - fact.at < TOLD_EVERY);
    if told { Ok(()) } else { tell(tx, &holder, OrgStep::CodeClaimed, None).await }
}

/// The operator approves: a claimed code becomes the own one. Whoever was refused gives it up.
///
/// # Errors
/// `organizations.code_taken` while another organisation is registered, or still applies, under it.
pub(super) async fn settle(tx: &Tx, change: &mut ActiveModel) -> Result<()> {
    let Some(code) = change.claimed_uscc.clone().take().flatten() else { return Ok(()) };
    let holder = Entity::find().filter(Column::Uscc.eq(&code)).lock_exclusive().one(tx.conn()).await?;
    if let Some(holder) = holder {
        if holder.state != OrgState::Refused {
            let message = format!("该信用代码已由“{}”注册，不能再次通过，请核实后退回补正或不予通过", holder.name);
            return Err(Error::conflict("organizations.code_taken", message));
        }
        let gives_up = ActiveModel {
            id: Set(holder.id),
            uscc: Set(None),
            claimed_uscc: Set(Some(code.clone())),
            version: Set(holder.version + 1),
            ..Default::default()
        };
        gives_up.update(tx.conn()).await?;
    }
    (change.uscc, change.claimed_uscc) = (Set(Some(code)), Set(None));
    Ok(())
}
