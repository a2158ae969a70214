//! What the department sees of its payments.

use super::{
    PaymentState,
    entity::{batch, line},
    store,
};
use crate::applications::Payee;
use jinqiao_db::Db;
use jinqiao_kernel::{ApplicationId, DateTime, Day, Error, Money, OrgId, Page, PageQuery, PaymentBatchId, Result};
use jinqiao_platform::accounts;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A list of payments.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PaymentBatchView {
    id: PaymentBatchId,
    no: String,
    count: i32,
    /// Together, fen.
    total: Money,
    /// Lines whose result is not known yet.
    open: i64,
    by: String,
    created_at: DateTime,
}

/// A payment of a list.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PaymentLineView {
    application_id: ApplicationId,
    place: i32,
    /// From 1; more after a failure.
    attempt: i32,
    no: String,
    title: String,
    /// As it was called when the list was made.
    enterprise: String,
    payee: Payee,
    amount: Money,
    state: PaymentState,
    voucher: Option<String>,
    paid_on: Option<Day>,
    /// Why it failed.
    reason: Option<String>,
}

/// A list with its lines.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PaymentBatchDetail {
    #[serde(flatten)]
    batch: PaymentBatchView,
    lines: Vec<PaymentLineView>,
}

async fn told(db: &Db, rows: Vec<batch::Model>) -> Result<Vec<PaymentBatchView>> {
    let open = store::open_lines(db.read(), rows.iter().map(|row| row.id).collect()).await?;
    let people = accounts::named(db.read(), rows.iter().map(|row| row.created_by)).await?;
    let view = |row: batch::Model| PaymentBatchView {
        open: open.iter().filter(|one| one.batch_id == row.id).fold(0, |sum, _| sum + 1),
        by: people.get(&row.created_by).map(|person| person.name.clone()).unwrap_or_default(),
        id: row.id,
        no: row.no,
        count: row.count,
        total: row.total,
        created_at: row.created_at,
    };
    Ok(rows.into_iter().map(view).collect())
}

/// Lists of a department, newest first.
pub async fn page(db: &Db, department: OrgId, wanted: &PageQuery) -> Result<Page<PaymentBatchView>> {
    let mut rows = store::page(db, department, wanted).await?;
    let views = told(db, std::mem::take(&mut rows.items)).await?;
    Ok(rows.with(views))
}

/// One list with its lines.
///
/// # Errors
/// `not_found`.
pub async fn one(db: &Db, department: OrgId, id: PaymentBatchId) -> Result<PaymentBatchDetail> {
    let row = store::by_id(db.read(), department, id).await?;
    let lines = store::lines(db.read(), id).await?;
    let line = |one: line::Model| PaymentLineView {
        application_id: one.application_id,
        place: one.place,
        attempt: one.attempt,
        no: one.no,
        title: one.title,
        enterprise: one.enterprise,
        payee: one.payee.0,
        amount: one.amount,
        state: one.state,
        voucher: one.voucher,
        paid_on: one.paid_on.map(Into::into),
        reason: one.reason,
    };
    let batch = told(db, vec![row]).await?.pop().ok_or_else(Error::not_found)?;
    Ok(PaymentBatchDetail { batch, lines: lines.into_iter().map(line).collect() })
}
