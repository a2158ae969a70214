//! Asking, recalling, providing.

use super::{
    entity::{ActiveModel, Entity, Model},
    model::{MaterialItem, MaterialsIn, check_items, wait},
    read,
};
use crate::orders::{
    OrderActionKind,
    bounds::MATERIAL_REQUESTS,
    disputes::{check_anonymous, check_file_names},
    entity::ActiveModel as OrderChange,
    steps::{Change, Writing, write},
    store::Scope,
};
use jinqiao_db::{Asked, Db, Doc, Tx};
use jinqiao_kernel::{Actor, Error, OrderId, Result};
use jinqiao_platform::{calendar::calendar, consents, files};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};

/// Asks for everything that is missing, in one list.
///
/// # Errors
/// `validation`; `orders.materials_pending` while another request is open; `orders.pause_used`; `orders.wrong_state`;
/// `conflict.stale`.
pub async fn ask(db: &Db, actor: &Actor, id: OrderId, version: i32, items: &[MaterialItem]) -> Result<()> {
    check_items(items)?;
    let reason = items.iter().map(|item| item.name.as_str()).collect::<Vec<_>>().join("、");
    let asked = Asked::new(OrderActionKind::RequestMaterials, "orders.request_materials", version).because(&reason);
    write(db, actor, Scope::of_institution(actor), id, &asked, |Writing { tx, order, .. }| async move {
        let calendar = calendar(tx.conn()).await?;
        let earlier = read::rows(tx.conn(), order.id).await?;
        MATERIAL_REQUESTS.admits(earlier.len() as u64)?;
        let stood = |row: &Model| row.ended_at().map_or(0, |end| calendar.between(row.asked_at, end));
        let wait = wait(&order.limits(), earlier.iter().map(stood).sum())?;
        let row = Model {
            id: tx.id(),
            order_id: order.id,
            items: Doc(items.to_vec()),
            asked_at: tx.now(),
            answered_at: None,
            recalled_at: None,
            lapsed_at: None,
            files: Doc::default(),
            note: None,
        };
        Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx.conn()).await?;
        let row = OrderChange { awaiting_since: Set(Some(tx.now())), ..Default::default() };
        Ok(Change { row, wait: Some(wait), ..Change::default() })
    })
    .await
}

/// The request that is open on a locked order.
async fn open(tx: &Tx, order: OrderId) -> Result<Model> {
    let newest = read::rows(tx.conn(), order).await?.into_iter().next();
    let open = newest.filter(|row| row.ended_at().is_none());
    open.ok_or_else(|| Error::internal("the order awaits materials that nobody asked for"))
}

fn no_longer_awaiting() -> Change {
    OrderChange { awaiting_since: Set(None), ..Default::default() }.into()
}

/// Takes the open request back; the clock goes on.
///
/// # Errors
/// `orders.wrong_state` when none is open; `conflict.stale`.
pub async fn recall(db: &Db, actor: &Actor, id: OrderId, version: i32) -> Result<()> {
    let asked = Asked::new(OrderActionKind::RecallMaterials, "orders.recall_materials", version);
    write(db, actor, Scope::of_institution(actor), id, &asked, |Writing { tx, order, .. }| async move {
        let row = open(&tx, order.id).await?;
        let change = ActiveModel { recalled_at: Set(Some(tx.now())), ..row.into_active_model() };
        change.update(tx.conn()).await?;
        Ok(no_longer_awaiting())
    })
    .await
}

/// The enterprise's limit is over; the clock of the locked order goes on.
pub async fn lapse(tx: &Tx, order: OrderId) -> Result<()> {
    let row = open(tx, order).await?;
    let change = ActiveModel { lapsed_at: Set(Some(tx.now())), ..row.into_active_model() };
    change.update(tx.conn()).await?;
    Ok(())
}

/// Answers the open request; the clock goes on.
///
/// # Errors
/// `validation`; `orders.wrong_state` when none is open; `conflict.stale`.
pub async fn provide(db: &Db, actor: &Actor, id: OrderId, version: i32, answer: &MaterialsIn) -> Result<()> {
    answer.check()?;
    let note = answer.note.clone().filter(|note| !note.trim().is_empty());
    let asked = Asked::new(OrderActionKind::ProvideMaterials, "orders.provide_materials", version);
    let asked = Asked { reason: note.clone(), ..asked };
    let note = &note;
    write(db, actor, Scope::Enterprise(actor.org), id, &asked, |Writing { tx, order, .. }| async move {
        let row = open(&tx, order.id).await?;
        check_anonymous(tx.conn(), order.enterprise_id, "note", note.as_deref().unwrap_or_default()).await?;
        // Files are shown while a consent holds, and no longer; the note stands in the timeline too.
        if consents::of_order(tx.conn(), order.id).await?.is_none() {
            check_file_names(tx.conn(), order.enterprise_id, "attachments", &answer.attachments).await?;
        }
        files::attach(&tx, actor, &answer.attachments, row.id.into()).await?;
        let change = ActiveModel {
            answered_at: Set(Some(tx.now())),
            files: Set(Doc(answer.attachments.clone())),
            note: Set(note.clone()),
            ..row.into_active_model()
        };
        change.update(tx.conn()).await?;
        Ok(no_longer_awaiting())
    })
    .await
}
