//! Use cases of the department.

use super::{
    ForecastContent, ForecastState,
    bounds::FORECASTS,
    entity::forecast,
    facts::{ForecastFact, ForecastStep},
    store,
};
use crate::policies::{self, PolicyState};
use jinqiao_db::{Db, Doc, Intent, Tx, save_versioned};
use jinqiao_kernel::{Actor, Checks, Error, PolicyId, Result, local_date};
use jinqiao_platform::organizations;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use uuid::Uuid;

impl forecast::Model {
    pub(super) fn fact(&self, step: ForecastStep) -> ForecastFact {
        ForecastFact {
            step,
            forecast: self.id,
            title: self.content.0.title.clone(),
            department: self.department_id,
            policy: self.policy_id,
            opens_month: self.opens_month.map(Into::into),
            reason: self.reason.clone(),
        }
    }

    /// As it is, if nobody changed it since `known`.
    fn seen(self, known: i32) -> Result<Self> {
        if self.version == known { Ok(self) } else { Err(Error::stale()) }
    }

    async fn changed(&self, tx: &Tx, mut change: forecast::ActiveModel) -> Result<Self> {
        change.version = Set(self.version + 1);
        change.updated_at = Set(tx.now());
        save_versioned::<forecast::Entity>(tx, change, self.id, self.version).await
    }

    /// Its item is published: whoever subscribed is told by a reaction.
    pub(super) async fn open(&self, tx: &Tx, policy: PolicyId) -> Result<()> {
        let change = forecast::ActiveModel {
            state: Set(self.state.open()?),
            ended: Set(true),
            policy_id: Set(Some(policy)),
            ..Default::default()
        };
        tx.emit(&self.changed(tx, change).await?.fact(ForecastStep::Opened)).await
    }
}

/// What the row repeats of its content.
fn columns(content: &ForecastContent) -> forecast::ActiveModel {
    forecast::ActiveModel {
        content: Set(Doc(content.clone())),
        level: Set(content.level),
        class: Set(content.class),
        opens_month: Set(content.opens_month.map(Into::into)),
        ..Default::default()
    }
}

/// Keeps a new draft.
///
/// # Errors
/// `validation`; `organizations.full`.
pub async fn create(db: &Db, actor: &Actor, content: &ForecastContent) -> Result<Uuid> {
    let content = &content.clone().by_month();
    content.check()?;
    db.write_once(Intent::by(actor, "forecasts.create").detail(&content.title), |tx| async move {
        organizations::check_room(&tx, actor.org, FORECASTS, store::running(actor.org)).await?;
        let row = forecast::Model {
            id: tx.id(),
            no: tx.document_no("YG").await?,
            department_id: actor.org,
            state: ForecastState::Draft,
            version: 1,
            listed: false,
            ended: false,
            content: Doc(content.clone()),
            level: content.level,
            class: content.class,
            opens_month: content.opens_month.map(Into::into),
            policy_id: None,
            reason: None,
            created_at: tx.now(),
            updated_at: tx.now(),
            published_at: None,
        };
        let id = row.id;
        tx.about(id);
        forecast::Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx.conn()).await?;
        Ok(id)
    })
    .await
}

/// Writes it; what everybody reads stays complete, and who subscribed is told of other months.
///
/// # Errors
/// `validation`; `forecasts.wrong_state` once it has ended; `conflict.stale`; `not_found`.
pub async fn edit(db: &Db, actor: &Actor, id: Uuid, known: i32, content: &ForecastContent) -> Result<()> {
    let content = &content.clone().by_month();
    content.check()?;
    db.write_once(Intent::by(actor, "forecasts.edit").on(id), |tx| async move {
        let row = store::lock_own(&tx, actor.org, id).await?;
        let state = row.state.edit()?;
        let row = row.seen(known)?;
        let public = state == ForecastState::Published;
        let before = &row.content.0;
        let moved = (before.opens_month, before.closes_month) != (content.opens_month, content.closes_month);
        if public {
            // What was announced for a month that is over meanwhile may still be corrected.
            let begins_anew = before.opens_month != content.opens_month;
            let day = if begins_anew { local_date(tx.now()) } else { row.opens_month.unwrap_or_default() };
            content.check_complete(day)?;
        }
        let now = row.changed(&tx, columns(content)).await?;
        if public {
            let step = if moved { ForecastStep::Moved } else { ForecastStep::Changed };
            tx.emit(&now.fact(step)).await?;
        }
        Ok(())
    })
    .await
}

/// Lets everybody read it.
///
/// # Errors
/// `validation` with everything that is missing; `forecasts.wrong_state`; `conflict.stale`; `not_found`.
pub async fn publish(db: &Db, actor: &Actor, id: Uuid, known: i32) -> Result<()> {
    db.write_once(Intent::by(actor, "forecasts.publish").on(id), |tx| async move {
        let row = store::lock_own(&tx, actor.org, id).await?;
        let to = row.state.publish()?;
        let row = row.seen(known)?;
        row.content.0.check_complete(local_date(tx.now()))?;
        let change = forecast::ActiveModel {
            state: Set(to),
            listed: Set(true),
            published_at: Set(Some(tx.now())),
            ..Default::default()
        };
        let now = row.changed(&tx, change).await?;
        tx.emit(&now.fact(ForecastStep::Published)).await?;
        // It may have been named before; then it is an item at once.
        match now.policy_id {
            Some(policy) if published(&tx, actor, policy).await? => now.open(&tx, policy).await,
            _ => Ok(()),
        }
    })
    .await
}

/// Everybody can read the item `policy` of the department, and it is neither suspended nor closed. The item is locked, after the forecast, until
/// the write ends: a publication at the same moment has been there before, and is seen here, or comes after it, and its reaction finds the
/// forecast. With a look alone the item could be published, and its reaction be done, while this write still waits to be seen.
async fn published(tx: &Tx, actor: &Actor, policy: PolicyId) -> Result<bool> {
    let item = policies::lock_any(tx, policy).await?;
    let takes = item.listed && item.state == PolicyState::Open;
    if item.department_id == actor.org { Ok(takes) } else { Err(Error::not_found()) }
}

/// Names the item that it becomes: at once where that is published, else when it is. None takes the name back.
///
/// # Errors
/// `forecasts.wrong_state` once it has ended; `conflict.stale`; `not_found`, also for items of other departments.
pub async fn link(db: &Db, actor: &Actor, id: Uuid, known: i32, policy: Option<PolicyId>) -> Result<()> {
    db.write_once(Intent::by(actor, "forecasts.link").on(id), |tx| async move {
        let row = store::lock_own(&tx, actor.org, id).await?;
        let state = row.state.edit()?;
        let row = row.seen(known)?;
        if let Some(policy) = policy
            && published(&tx, actor, policy).await?
            && state == ForecastState::Published
        {
            return row.open(&tx, policy).await;
        }
        let change = forecast::ActiveModel { policy_id: Set(policy), ..Default::default() };
        row.changed(&tx, change).await.map(|_| ())
    })
    .await
}

/// Gives it up, with a reason of 5 to 500 characters that everybody reads where it was published.
///
/// # Errors
/// `validation`; `forecasts.wrong_state`; `conflict.stale`; `not_found`.
pub async fn withdraw(db: &Db, actor: &Actor, id: Uuid, known: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 5..=500).done()?;
    db.write_once(Intent::by(actor, "forecasts.withdraw").on(id).detail(reason), |tx| async move {
        let row = store::lock_own(&tx, actor.org, id).await?;
        let to = row.state.withdraw()?;
        let row = row.seen(known)?;
        let change = forecast::ActiveModel {
            state: Set(to),
            ended: Set(true),
            reason: Set(Some(reason.to_owned())),
            ..Default::default()
        };
        tx.emit(&row.changed(&tx, change).await?.fact(ForecastStep::Withdrawn)).await
    })
    .await
}
