//! Hand-over (移交): another colleague goes on with an order, whatever stands open in it.

use super::{
    OrderActionKind,
    entity::{ActiveModel, Model},
    facts::HandedOver,
    steps::{Change, Writing, write},
    store::{self, Scope},
};
use jinqiao_db::{Asked, Db};
use jinqiao_kernel::{AccountId, Actor, Checks, Error, OrderId, Result};
use jinqiao_platform::accounts;
use sea_orm::Set;

/// Those who answer for an order: its officer, the primary account, and people of a unit above the order's.
pub(super) fn may_hand_over(actor: &Actor, order: &Model) -> bool {
    let above = actor.unit != order.unit_id && actor.reaches(order.unit_id);
    actor.primary || order.officer_id == actor.account || above
}

/// Hands an order over to a colleague, with words for the colleague that the enterprise does not read. True when the actor
/// still sees the order.
///
/// # Errors
/// `orders.not_yours` for those who do not answer for it; `validation` when the colleague cannot take it; `orders.wrong_state`;
/// `conflict.stale`.
pub async fn hand_over(
    db: &Db,
    actor: &Actor,
    id: OrderId,
    version: i32,
    officer: AccountId,
    note: &str,
) -> Result<bool> {
    Checks::new().text("note", note, 2..=200).done()?;
    let scope = Scope::of_institution(actor);
    let asked = Asked::new(OrderActionKind::HandOver, "orders.hand_over", version);
    write(db, actor, scope.clone(), id, &asked, |Writing { tx, order, .. }| async move {
        if !may_hand_over(actor, &order) {
            return Err(Error::conflict("orders.not_yours", "只有经办人、主账号或上级分支机构可以移交"));
        }
        if officer == order.officer_id {
            return Err(Error::field("officer_id", "该对接单已由此人经办"));
        }
        let people = accounts::people_of(tx.conn(), actor.org).await?;
        let heir = people.into_iter().find(|person| person.id == officer && person.handles);
        let heir = heir.ok_or_else(|| Error::field("officer_id", "请选择本单位在用且可经办的账号"))?;
        let handed =
            HandedOver {
                from: order.officer_id, to: heir.id, note: format!("移交给{}：{}", heir.name, note.trim())
            };
        let row = ActiveModel { officer_id: Set(heir.id), unit_id: Set(heir.unit), ..Default::default() };
        Ok(Change { row, handed: Some(handed), ..Change::default() })
    })
    .await?;
    match store::by_id(db.read(), &scope, id).await {
        Ok(_) => Ok(true),
        Err(gone) if gone.code() == "not_found" => Ok(false),
        Err(error) => Err(error),
    }
}
