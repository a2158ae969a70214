//! Scoped queries; writes take the transaction.

use super::entity::{Column, Entity, Model};
use jinqiao_db::{Db, Tx, page_of};
use jinqiao_kernel::{ApplicationId, Error, OrgId, Page, PageQuery, Result};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

fn of_asked(asked: OrgId) -> Select<Entity> {
    Entity::find().filter(Column::AskedId.eq(asked))
}

fn unanswered(select: Select<Entity>) -> Select<Entity> {
    select.filter(Column::Waits.eq(true))
}

/// One that the department is asked.
pub async fn asked(conn: &impl ConnectionTrait, department: OrgId, id: Uuid) -> Result<Model> {
    of_asked(department).filter(Column::Id.eq(id)).one(conn).await?.ok_or_else(Error::not_found)
}

/// Any, locked until the write ends.
pub async fn lock(tx: &Tx, id: Uuid) -> Result<Model> {
    Entity::find_by_id(id).lock_exclusive().one(tx.conn()).await?.ok_or_else(Error::not_found)
}

/// Those about an application, first asked first.
pub async fn about(conn: &impl ConnectionTrait, id: ApplicationId) -> Result<Vec<Model>> {
    let rows = Entity::find().filter(Column::ApplicationId.eq(id));
    Ok(rows.order_by_asc(Column::AskedAt).order_by_asc(Column::Id).all(conn).await?)
}

/// Those about an application that wait for an answer.
///
/// # Errors
/// When the database fails.
pub async fn waiting(conn: &impl ConnectionTrait, id: ApplicationId) -> Result<Vec<Uuid>> {
    let rows = unanswered(Entity::find().filter(Column::ApplicationId.eq(id))).select_only().column(Column::Id);
    Ok(rows.into_tuple().all(conn).await?)
}

/// Those about an application that wait, locked.
pub async fn lock_waiting(tx: &Tx, id: ApplicationId) -> Result<Vec<Model>> {
    let rows = unanswered(Entity::find().filter(Column::ApplicationId.eq(id)));
    Ok(rows.order_by_asc(Column::Id).lock_exclusive().all(tx.conn()).await?)
}

/// Which part of what a department is asked is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConsultationView {
    /// 待答复.
    #[default]
    Waiting,
    /// 全部.
    All,
}

/// Which of the consultations are wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct ConsultationFilter {
    /// Without it what waits for an answer.
    #[param(inline)]
    view: Option<ConsultationView>,
}

/// What a department is asked: what waits by its limit, all of it newest first.
pub async fn page(db: &Db, department: OrgId, filter: &ConsultationFilter, wanted: &PageQuery) -> Result<Page<Model>> {
    let select = match filter.view.unwrap_or_default() {
        ConsultationView::Waiting => {
            unanswered(of_asked(department)).order_by_asc(Column::DueAt).order_by_asc(Column::Id)
        }
        ConsultationView::All => of_asked(department).order_by_desc(Column::AskedAt).order_by_desc(Column::Id),
    };
    page_of(db.read(), select, wanted).await
}
