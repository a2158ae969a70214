//! Scoped queries; writes take the transaction.

use super::{
    PaymentState,
    entity::{batch, line},
};
use jinqiao_db::{Db, Tx, page_of};
use jinqiao_kernel::{ApplicationId, Error, OrgId, Page, PageQuery, PaymentBatchId, Result};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Lists of a department, newest first.
pub async fn page(db: &Db, department: OrgId, wanted: &PageQuery) -> Result<Page<batch::Model>> {
    let select = batch::Entity::find().filter(batch::Column::DepartmentId.eq(department));
    page_of(db.read(), select.order_by_desc(batch::Column::CreatedAt).order_by_desc(batch::Column::Id), wanted).await
}

/// One list of the department.
pub async fn by_id(conn: &impl ConnectionTrait, department: OrgId, id: PaymentBatchId) -> Result<batch::Model> {
    let found = batch::Entity::find_by_id(id).filter(batch::Column::DepartmentId.eq(department));
    found.one(conn).await?.ok_or_else(Error::not_found)
}

/// Its lines, in order.
pub async fn lines(conn: &impl ConnectionTrait, id: PaymentBatchId) -> Result<Vec<line::Model>> {
    let rows = line::Entity::find().filter(line::Column::BatchId.eq(id));
    Ok(rows.order_by_asc(line::Column::Place).all(conn).await?)
}

/// Applications of a list, in order.
pub async fn applications_of(conn: &impl ConnectionTrait, id: PaymentBatchId) -> Result<Vec<ApplicationId>> {
    Ok(lines(conn, id).await?.into_iter().map(|line| line.application_id).collect())
}

/// How often each of `ids` was listed.
pub async fn attempts(conn: &impl ConnectionTrait, ids: &[ApplicationId]) -> Result<Vec<line::Model>> {
    Ok(line::Entity::find().filter(line::Column::ApplicationId.is_in(ids.iter().copied())).all(conn).await?)
}

/// The line of an application on a list, locked until the write ends.
pub async fn lock_line(tx: &Tx, id: PaymentBatchId, application: ApplicationId) -> Result<line::Model> {
    let found = line::Entity::find()
        .filter(line::Column::BatchId.eq(id))
        .filter(line::Column::ApplicationId.eq(application))
        .lock_exclusive();
    found.one(tx.conn()).await?.ok_or_else(Error::not_found)
}

/// Lines of `ids` by state, to say how far each list is.
pub async fn open_lines(conn: &impl ConnectionTrait, ids: Vec<PaymentBatchId>) -> Result<Vec<line::Model>> {
    let rows = line::Entity::find().filter(line::Column::BatchId.is_in(ids));
    Ok(rows.filter(line::Column::State.eq(PaymentState::Listed)).all(conn).await?)
}
