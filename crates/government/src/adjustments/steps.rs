//! How the operator takes a notice in hand and ends it, and how its explanation is taken down again.

use super::{
    AdjustmentState,
    access::{self, AdjustmentActionKind},
    entity::{adjustment, item},
    facts::{AdjustmentFact, AdjustmentStep, named},
    store,
};
use crate::policies;
use jinqiao_db::{Asked, Db, Stepping, Tx, save_versioned};
use jinqiao_kernel::{Actor, Checks, Error, Result, Role};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

/// A notice, locked, and who is about to act.
struct Held<'a> {
    actor: &'a Actor,
    row: adjustment::Model,
}

impl Stepping for Held<'_> {
    type Action = AdjustmentActionKind;
    type State = AdjustmentState;

    fn after(&self, action: AdjustmentActionKind) -> Result<AdjustmentState> {
        access::after(self.actor, &self.row, action)
    }

    fn version(&self, _: AdjustmentActionKind) -> i32 {
        self.row.version
    }
}

impl Held<'_> {
    /// Stores `change` in the state `to`, and tells of it.
    async fn go_on(
        self,
        tx: &Tx,
        to: AdjustmentState,
        step: AdjustmentStep,
        change: adjustment::ActiveModel,
    ) -> Result<()> {
        let ends = !to.waits();
        let change = adjustment::ActiveModel {
            state: Set(to),
            waits: Set(to.waits()),
            version: Set(self.row.version + 1),
            ended_at: Set(self.row.ended_at.or_else(|| ends.then(|| tx.now()))),
            ..change
        };
        let row = save_versioned::<adjustment::Entity>(tx, change, self.row.id, self.row.version).await?;
        if ends {
            tx.disarm(row.id).await?;
        }
        let titles = store::titles(tx.conn(), row.id).await?;
        tx.emit(&AdjustmentFact {
            step,
            adjustment: row.id,
            title: named(&row.no, &titles),
            department: row.department_id,
            handler: row.taken_by,
            reason: row.reason,
        })
        .await
    }
}

/// Takes it in hand, also from a colleague.
///
/// # Errors
/// `adjustments.wrong_state`; `conflict.stale`; `not_found`.
pub async fn take(db: &Db, actor: &Actor, id: Uuid, version: i32) -> Result<()> {
    let asked = Asked::new(AdjustmentActionKind::Take, "adjustments.take", version);
    let lock = |tx: Tx| async move { Ok(Held { actor, row: store::lock(&tx, None, id).await? }) };
    db.step(actor, id, &asked, lock, |tx, held: Held<'_>, to| async move {
        let change = adjustment::ActiveModel {
            taken_by: Set(Some(actor.account)),
            taken_at: Set(Some(tx.now())),
            ..Default::default()
        };
        held.go_on(&tx, to, AdjustmentStep::Taken, change).await
    })
    .await
}

/// Confirms that every item that it names was published anew since it was reported.
///
/// # Errors
/// `adjustments.not_renewed` with those that were not; `adjustments.not_yours`; `adjustments.wrong_state`; `conflict.stale`;
/// `not_found`.
pub async fn renew(db: &Db, actor: &Actor, id: Uuid, version: i32) -> Result<()> {
    let asked = Asked::new(AdjustmentActionKind::Renew, "adjustments.renew", version);
    let lock = |tx: Tx| async move { Ok(Held { actor, row: store::lock(&tx, None, id).await? }) };
    db.step(actor, id, &asked, lock, |tx, held: Held<'_>, to| async move {
        let items = store::items(tx.conn(), [id]).await?;
        let policies = policies::by_ids(tx.conn(), items.iter().map(|item| item.policy_id)).await?;
        let old = |item: &item::Model| {
            // Numbers only grow: one above that of the notice was published after it.
            let policy = policies.get(&item.policy_id)?;
            policy.published.is_none_or(|number| number <= item.number).then(|| format!("“{}”", policy.latest_title))
        };
        let old: Vec<_> = items.iter().filter_map(old).collect();
        if !old.is_empty() {
            let text = format!("以下事项在通知之后还没有发布新版本：{}", old.join("、"));
            return Err(Error::conflict("adjustments.not_renewed", text));
        }
        held.go_on(&tx, to, AdjustmentStep::Renewed, Default::default()).await
    })
    .await
}

/// Explains it, in 10 to 2000 characters, on the pages of all items that it names.
///
/// # Errors
/// `validation`; `adjustments.not_yours`; `adjustments.wrong_state`; `conflict.stale`; `not_found`.
pub async fn explain(db: &Db, actor: &Actor, id: Uuid, version: i32, text: &str) -> Result<()> {
    Checks::new().text("text", text, 10..=2_000).done()?;
    let asked = Asked::new(AdjustmentActionKind::Explain, "adjustments.explain", version).because(text);
    let lock = |tx: Tx| async move { Ok(Held { actor, row: store::lock(&tx, None, id).await? }) };
    db.step(actor, id, &asked, lock, |tx, held: Held<'_>, to| async move {
        let shown = item::ActiveModel { explained_at: Set(Some(tx.now())), ..Default::default() };
        let of_notice = item::Entity::update_many().set(shown).filter(item::Column::AdjustmentId.eq(id));
        of_notice.exec(tx.conn()).await?;
        let change = adjustment::ActiveModel { explanation: Set(Some(text.to_owned())), ..Default::default() };
        held.go_on(&tx, to, AdjustmentStep::Explained, change).await
    })
    .await
}

/// Takes its explanation down from the pages of its items, with a reason of 5 to 500 characters; for the operator, and for the department
/// whose notice it is.
///
/// # Errors
/// `validation`; `adjustments.wrong_state`; `conflict.stale`; `not_found`.
pub async fn recall(db: &Db, actor: &Actor, id: Uuid, version: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 5..=500).done()?;
    let asked = Asked::new(AdjustmentActionKind::Recall, "adjustments.recall", version).because(reason);
    let department = (actor.role == Role::Government).then_some(actor.org);
    let lock = |tx: Tx| async move { Ok(Held { actor, row: store::lock(&tx, department, id).await? }) };
    db.step(actor, id, &asked, lock, |tx, held: Held<'_>, to| async move {
        let hidden = item::ActiveModel { explained_at: Set(None), ..Default::default() };
        let of_notice = item::Entity::update_many().set(hidden).filter(item::Column::AdjustmentId.eq(id));
        of_notice.exec(tx.conn()).await?;
        let change = adjustment::ActiveModel { reason: Set(Some(reason.to_owned())), ..Default::default() };
        held.go_on(&tx, to, AdjustmentStep::Recalled, change).await
    })
    .await
}

/// Sends it back to the department, with a reason of 5 to 500 characters.
///
/// # Errors
/// `validation`; `adjustments.not_yours`; `adjustments.wrong_state`; `conflict.stale`; `not_found`.
pub async fn give_back(db: &Db, actor: &Actor, id: Uuid, version: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 5..=500).done()?;
    let asked = Asked::new(AdjustmentActionKind::Return, "adjustments.return", version).because(reason);
    let lock = |tx: Tx| async move { Ok(Held { actor, row: store::lock(&tx, None, id).await? }) };
    db.step(actor, id, &asked, lock, |tx, held: Held<'_>, to| async move {
        let change = adjustment::ActiveModel { reason: Set(Some(reason.to_owned())), ..Default::default() };
        held.go_on(&tx, to, AdjustmentStep::Returned, change).await
    })
    .await
}
