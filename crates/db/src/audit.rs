//! The append-only audit trail: one row for every write, login, denial and sensitive view.

use crate::{Db, Intent, Tx, entities::audit, page_of};
use jinqiao_kernel::{AccountId, DateTime, OrgId, Page, PageQuery, Result};
use sea_orm::{ActiveValue::NotSet, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use std::sync::PoisonError;
use uuid::Uuid;

/// How an audited attempt ended.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    serde::Serialize,
    serde::Deserialize,
    sea_orm::EnumIter,
    sea_orm::DeriveActiveEnum,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Done.
    Ok,
    /// Refused, because the actor may not.
    Denied,
    /// Tried and not accomplished, such as a wrong password.
    Failed,
}

/// One row of the trail.
pub type AuditRow = audit::Model;

/// Which rows are wanted.
#[derive(Clone, Debug, Default)]
pub struct AuditFilter {
    /// Exact action, such as `orders.confirm`.
    pub action: Option<String>,
    /// Rows of these accounts only.
    pub accounts: Option<Vec<AccountId>>,
    /// Rows of this organisation only.
    pub org: Option<OrgId>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Not before.
    pub from: Option<DateTime>,
    /// Before.
    pub until: Option<DateTime>,
}

/// Rows that match, newest first.
///
/// # Errors
/// When the page is out of range.
pub async fn audit_page(db: &Db, filter: AuditFilter, page: &PageQuery) -> Result<Page<AuditRow>> {
    use audit::Column;
    let mut select = audit::Entity::find();
    if let Some(action) = filter.action {
        select = select.filter(Column::Action.eq(action));
    }
    if let Some(accounts) = filter.accounts {
        select = select.filter(Column::AccountId.is_in(accounts));
    }
    if let Some(org) = filter.org {
        select = select.filter(Column::OrgId.eq(org));
    }
    if let Some(outcome) = filter.outcome {
        select = select.filter(Column::Outcome.eq(outcome));
    }
    if let Some(from) = filter.from {
        select = select.filter(Column::At.gte(from));
    }
    if let Some(until) = filter.until {
        select = select.filter(Column::At.lt(until));
    }
    // By the index that the condition goes by; the clock may have been set back meanwhile.
    if filter.from.or(filter.until).is_some() {
        select = select.order_by_desc(Column::At);
    }
    page_of(db.read(), select.order_by_desc(Column::Seq), page).await
}

pub(crate) async fn append(tx: &Tx) -> Result<()> {
    let intent = &tx.0.intent;
    let note = tx.0.note.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let (outcome, detail) = match note {
        Some((outcome, detail)) => (outcome, Some(detail)),
        None => (Outcome::Ok, intent.detail.clone()),
    };
    insert(tx, intent, intent.subject.or(tx.0.subject.get().copied()), outcome, detail).await
}

async fn insert(
    tx: &Tx,
    intent: &Intent,
    subject: Option<Uuid>,
    outcome: Outcome,
    detail: Option<String>,
) -> Result<()> {
    let row = audit::ActiveModel {
        seq: NotSet,
        at: Set(tx.now()),
        account_id: Set(intent.account),
        org_id: Set(intent.org),
        role: Set(intent.role),
        action: Set(intent.action.into()),
        subject: Set(subject),
        outcome: Set(outcome),
        address: Set(intent.request.address.clone()),
        request_id: Set(intent.request.request_id.clone()),
        detail: Set(detail),
    };
    audit::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

impl Db {
    /// Writes the row of an attempt that was refused, in a transaction of its own, before the refusal is answered.
    ///
    /// # Errors
    /// When it cannot be written; then the refusal must not be answered as if it had been.
    pub async fn denied(&self, intent: Intent) -> Result<()> {
        let mut unaudited = intent.clone();
        unaudited.audited = false;
        let intent = &intent;
        self.write(unaudited, |tx| async move {
            insert(&tx, intent, intent.subject, Outcome::Denied, intent.detail.clone()).await
        })
        .await
    }

    /// Writes the row of a sensitive view, in a transaction of its own, before the data are answered.
    ///
    /// # Errors
    /// When it cannot be written; then the data must not be answered.
    pub async fn viewed(&self, intent: Intent) -> Result<()> {
        self.write(intent, |_| async { Ok(()) }).await
    }

    /// Removes answers kept under Idempotency-Keys longer than a week: clients retry within minutes.
    pub async fn purge_once_keys(&self) -> Result<()> {
        use crate::entities::once;
        let limit: DateTime = self.world().real_now() - chrono::TimeDelta::days(7);
        self.write(Intent::bookkeeping("db.purge"), |tx| async move {
            once::Entity::delete_many().filter(once::Column::At.lt(limit)).exec(tx.conn()).await?;
            Ok(())
        })
        .await
    }
}
