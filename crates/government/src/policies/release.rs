//! From the legal check to the portal, and what the department does with an item in force.

use super::{
    PolicyContent, PolicyState, PolicyStep,
    access::{check_another, settled},
    card::PolicyCard,
    entity::{policy, version},
    portal,
    service::Writing,
    store,
};
use chrono::TimeDelta;
use jinqiao_db::{Db, Doc, Intent, Tx};
use jinqiao_kernel::{Actor, Checks, DateTime, Error, PolicyId, Result, local_date};
use sea_orm::Set;

/// So far ahead a publication can be set.
const FARTHEST: TimeDelta = TimeDelta::days(366);

async fn checking(tx: &Tx, actor: &Actor, id: PolicyId, known: i32) -> Result<Writing> {
    let writing = Writing::of(tx, store::lock_submitted(tx, id).await?).await?;
    writing.latest.state.pass()?;
    check_another(actor, &writing.latest)?;
    writing.seen(known)
}

/// Another person finds the newest version lawful.
///
/// # Errors
/// `policies.same_person`; `policies.wrong_state`; `conflict.stale`.
pub async fn pass(db: &Db, actor: &Actor, id: PolicyId, known: i32, opinion: Option<&str>) -> Result<()> {
    Checks::new().optional_text("opinion", opinion, 1_000).done()?;
    db.write_once(Intent::by(actor, "policies.pass").on(id), |tx| async move {
        let writing = checking(&tx, actor, id, known).await?;
        let change = version::ActiveModel {
            checked_by: Set(Some(actor.account)),
            checked_at: Set(Some(tx.now())),
            opinion: Set(opinion.map(str::to_owned)),
            ..Default::default()
        };
        writing.move_version(&tx, writing.latest.state.pass()?, change, Default::default()).await?;
        writing.tell(&tx, PolicyStep::Checked, opinion).await
    })
    .await
}

/// Another person sends the newest version back.
///
/// # Errors
/// `validation` without an opinion; as for [`pass`].
pub async fn give_back(db: &Db, actor: &Actor, id: PolicyId, known: i32, opinion: &str) -> Result<()> {
    Checks::new().text("opinion", opinion, 5..=1_000).done()?;
    db.write_once(Intent::by(actor, "policies.return").on(id).detail(opinion), |tx| async move {
        let writing = checking(&tx, actor, id, known).await?;
        let change = version::ActiveModel { opinion: Set(Some(opinion.into())), ..Default::default() };
        writing.move_version(&tx, writing.latest.state.give_back()?, change, Default::default()).await?;
        writing.tell(&tx, PolicyStep::Returned, Some(opinion)).await
    })
    .await
}

/// Publishes the newest version now: it takes the place of the one before.
///
/// # Errors
/// `validation` when its last day is over; `policies.wrong_state`; `conflict.stale`.
pub async fn publish(db: &Db, actor: &Actor, id: PolicyId, known: i32) -> Result<()> {
    db.write_once(Intent::by(actor, "policies.publish").on(id), |tx| async move {
        let writing = Writing::own(&tx, actor, id, known).await?;
        writing.latest.state.publish()?;
        let over = writing.latest.content.0.over(local_date(tx.now()));
        Checks::new().that(&writing.latest.content.0.end_field(), !over, "截止日期已过，请撤回修改").done()?;
        tx.disarm(id).await?;
        release(&tx, &writing).await
    })
    .await
}

/// What the item repeats of the version that is published.
fn columns(content: &PolicyContent) -> policy::ActiveModel {
    policy::ActiveModel {
        card: Set(Some(Doc(PolicyCard::of(content)))),
        level: Set(content.level),
        class: Set(content.class),
        mode: Set(content.mode),
        opens_on: Set(content.opens_on.map(Into::into)),
        closes_on: Set(content.closes_on.map(Into::into)),
        ..Default::default()
    }
}

/// Makes the newest version the one in force.
pub(super) async fn release(tx: &Tx, writing: &Writing) -> Result<()> {
    let (state, to) = (writing.row.state.publish()?, writing.latest.state.publish()?);
    let content = &writing.latest.content.0;
    // Why it had ended does not count any more; why it is suspended does.
    let reason = writing.row.reason.clone().filter(|_| state == PolicyState::Suspended);
    let row = policy::ActiveModel {
        state: Set(state),
        listed: Set(state.listed()),
        reason: Set(reason),
        published: Set(Some(writing.row.latest)),
        published_at: Set(Some(tx.now())),
        ..columns(content)
    };
    let change = version::ActiveModel { published_at: Set(Some(tx.now())), ..Default::default() };
    writing.move_version(tx, to, change, row).await?;
    store::keep_windows(tx, writing.row.id, content).await?;
    portal::index(tx, writing.row.id, content).await?;
    writing.tell(tx, PolicyStep::Published, None).await
}

/// Sets when the newest version will be published, or moves that.
///
/// # Errors
/// `validation` for a moment that is over, too far ahead, or after the last day; `policies.wrong_state`; `conflict.stale`.
pub async fn schedule(db: &Db, actor: &Actor, id: PolicyId, known: i32, at: DateTime) -> Result<()> {
    db.write_once(Intent::by(actor, "policies.schedule").on(id).detail(at.to_rfc3339()), |tx| async move {
        let writing = Writing::own(&tx, actor, id, known).await?;
        writing.row.state.edit()?;
        let to = writing.latest.state.schedule()?;
        let ahead = tx.now() < at && at <= tx.now() + FARTHEST;
        let in_time = !writing.latest.content.0.over(local_date(at));
        let mut checks = Checks::new();
        checks.that("at", ahead, "发布时间须在一年以内、晚于现在");
        checks.that("at", in_time, "发布时间晚于截止日期").done()?;
        let change = version::ActiveModel { publish_at: Set(Some(at)), ..Default::default() };
        writing.move_version(&tx, to, change, Default::default()).await?;
        tx.disarm(id).await?;
        tx.arm(at, &writing.fact(PolicyStep::Due, writing.row.latest, None)).await?;
        writing.tell(&tx, PolicyStep::Scheduled, None).await
    })
    .await
}

/// What the department does with an item in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemAction {
    /// It pays nobody for a while.
    Suspend,
    /// It goes on.
    Resume,
    /// It ends.
    Close,
    /// It is filed away.
    Archive,
}

impl ItemAction {
    fn name_and_step(self) -> (&'static str, PolicyStep) {
        match self {
            Self::Suspend => ("policies.suspend", PolicyStep::Suspended),
            Self::Resume => ("policies.resume", PolicyStep::Resumed),
            Self::Close => ("policies.close", PolicyStep::Closed),
            Self::Archive => ("policies.archive", PolicyStep::Archived),
        }
    }

    fn after(self, state: PolicyState) -> Result<PolicyState> {
        match self {
            Self::Suspend => state.suspend(),
            Self::Resume => state.resume(),
            Self::Close => state.close(),
            Self::Archive => state.archive(),
        }
    }

    /// Whoever looked for it reads why.
    fn needs_reason(self) -> bool {
        matches!(self, Self::Suspend | Self::Close)
    }
}

/// Suspends, resumes, ends or files away the own item.
///
/// # Errors
/// `validation` without a reason where one is needed; `policies.wrong_state`; `conflict.stale`.
pub async fn move_item(
    db: &Db,
    actor: &Actor,
    id: PolicyId,
    known: i32,
    action: ItemAction,
    reason: Option<&str>,
) -> Result<()> {
    let least = if action.needs_reason() { 5 } else { 0 };
    Checks::new().text("reason", reason.unwrap_or_default(), least..=500).done()?;
    let (name, step) = action.name_and_step();
    let intent = Intent::by(actor, name).on(id);
    let intent = if let Some(reason) = reason { intent.detail(reason) } else { intent };
    db.write_once(intent, |tx| async move {
        let writing = Writing::own(&tx, actor, id, known).await?;
        let state = action.after(writing.row.state)?;
        if state == PolicyState::Archived && !settled(writing.latest.state) {
            return Err(Error::conflict("policies.wrong_state", "有版本等待发布，请先撤回再归档"));
        }
        let change = policy::ActiveModel {
            state: Set(state),
            listed: Set(state.listed()),
            reason: Set(reason.filter(|_| action.needs_reason()).map(str::to_owned)),
            ..Default::default()
        };
        writing.touch(&tx, change).await?;
        let number = writing.row.published.unwrap_or(writing.row.latest);
        tx.emit(&writing.fact(step, number, reason)).await
    })
    .await
}
