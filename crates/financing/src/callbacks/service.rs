//! What the operator notes of a call.

use super::{
    entity::{ActiveModel, Column, Entity, Model},
    facts::CallbackFact,
    model::{CallbackActionKind, CallbackAnswers, CallbackState},
};
use jinqiao_db::{Asked, Db, Doc, Intent, Stepping, Tx, page_of, save_versioned};

use jinqiao_kernel::{Actor, CallbackId, Error, OrgId, Page, PageQuery, Result, Vault};
use jinqiao_platform::organizations;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use serde::Deserialize;
use utoipa::IntoParams;

/// A call-back that is being written, locked.
struct Held(Model);

impl Stepping for Held {
    type Action = CallbackActionKind;
    type State = CallbackState;

    fn after(&self, action: CallbackActionKind) -> Result<CallbackState> {
        self.0.state.after(action)
    }

    fn version(&self, _: CallbackActionKind) -> i32 {
        self.0.version
    }
}

async fn lock(tx: Tx, id: CallbackId) -> Result<Held> {
    let row = Entity::find_by_id(id).lock_exclusive().one(tx.conn()).await?;
    Ok(Held(row.ok_or_else(Error::not_found)?))
}

/// Notes what an enterprise answered.
///
/// # Errors
/// `validation`; `callbacks.wrong_state`; `conflict.stale`; `not_found`.
pub async fn answer(db: &Db, actor: &Actor, id: CallbackId, version: i32, answers: &CallbackAnswers) -> Result<()> {
    answers.check()?;
    let asked = Asked::new(CallbackActionKind::Answer, "callbacks.answer", version);
    db.step(
        actor,
        id,
        &asked,
        |tx| lock(tx, id),
        |tx, Held(row), to| async move {
            let change = ActiveModel { answers: Set(Doc(Some(answers.clone()))), ..Default::default() };
            save(&tx, actor, &row, to, change).await?;
            let satisfied = Some(answers.satisfied());
            let (callback, order, institution) = (row.id, row.order_id, row.institution_id);
            tx.emit(&CallbackFact { callback, order, institution, satisfied }).await
        },
    )
    .await
}

/// Notes that nobody was reached.
///
/// # Errors
/// As for [`answer`].
pub async fn miss(db: &Db, actor: &Actor, id: CallbackId, version: i32) -> Result<()> {
    let asked = Asked::new(CallbackActionKind::Miss, "callbacks.miss", version);
    db.step(
        actor,
        id,
        &asked,
        |tx| lock(tx, id),
        |tx, Held(row), to| async move {
            let change = ActiveModel { missed: Set(row.missed + 1), ..Default::default() };
            save(&tx, actor, &row, to, change).await
        },
    )
    .await
}

async fn save(tx: &Tx, actor: &Actor, row: &Model, to: CallbackState, change: ActiveModel) -> Result<()> {
    let change = ActiveModel {
        state: Set(to),
        version: Set(row.version + 1),
        called_by: Set(Some(actor.account)),
        called_at: Set(Some(tx.now())),
        ..change
    };
    save_versioned::<Entity>(tx, change, row.id, row.version).await.map(|_| ())
}

/// Shows the number of the person to call; the look is noted for the auditor.
///
/// # Errors
/// `not_found`.
pub async fn reveal_mobile(db: &Db, vault: &Vault, actor: &Actor, id: CallbackId) -> Result<String> {
    let row = by_id(db.read(), id).await?;
    db.viewed(Intent::by(actor, "callbacks.reveal_mobile").on(id)).await?;
    vault.open(&organizations::by_id(db.read(), row.enterprise_id).await?.mobile)
}

/// One of them.
///
/// # Errors
/// `not_found`.
pub async fn by_id(conn: &impl ConnectionTrait, id: CallbackId) -> Result<Model> {
    Entity::find_by_id(id).one(conn).await?.ok_or_else(Error::not_found)
}

/// Which call-backs are wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct CallbackFilter {
    /// Only in this state.
    state: Option<CallbackState>,
    /// Only those about this institution.
    institution: Option<OrgId>,
}

/// Those that are due first at first.
pub async fn page(db: &Db, filter: &CallbackFilter, wanted: &PageQuery) -> Result<Page<Model>> {
    let mut select = Entity::find();
    if let Some(state) = filter.state {
        select = select.filter(Column::State.eq(state));
    }
    if let Some(institution) = filter.institution {
        select = select.filter(Column::InstitutionId.eq(institution));
    }
    page_of(db.read(), select.order_by_asc(Column::DueAt).order_by_asc(Column::Id), wanted).await
}
