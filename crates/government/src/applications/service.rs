//! Use cases of the enterprise.

use super::{
    ApplicationActionKind, ApplicationState,
    bounds::{DRAFTS, RUNNING},
    content::{ApplicationContent, MOST_KEPT, Payee},
    decide::answer_objections,
    entity::{Application, application, submission},
    facts::ApplicationStep,
    fresh::{self, Begun, fresh},
    judge::Rules,
    parameters::APPEAL_DAYS,
    steps::{Change, Writing, write},
    store, traces,
};
use crate::{
    eligibility,
    policies::{self, Opening, Policy, PolicyMode, PolicyState, PolicyVersion},
};
use jinqiao_db::{Asked, Db, Doc, Intent, Tx};
use jinqiao_kernel::{Actor, ApplicationId, Checks, Error, FileId, Money, NaiveDate, PolicyId, Result, local_date};
use jinqiao_platform::{calendar::calendar, files, organizations, permissions::days_of};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};

/// The item takes applications today, by the version that they are for.
///
/// # Errors
/// `applications.not_open`, with why.
fn check_open(policy: &Policy, version: &PolicyVersion, today: NaiveDate) -> Result<()> {
    let refuse = |text: &'static str| Err(Error::conflict("applications.not_open", text));
    let content = &version.content.0;
    match policy.state {
        PolicyState::Open => {}
        PolicyState::Suspended => return refuse("事项已暂停办理"),
        _ => return refuse("事项已结束办理"),
    }
    if content.mode == Some(PolicyMode::Automatic) {
        return refuse("免申即享事项无需申请，符合条件的企业由部门通知");
    }
    match content.opening(today) {
        Opening::Now(_) => Ok(()),
        Opening::Later(_) => refuse("尚未到受理时间"),
        Opening::Over(_) => refuse("受理时间已过"),
    }
}

/// Begins an application for the version in force, filled in with what the platform knows.
///
/// # Errors
/// `applications.not_open`; `applications.running` where it has one for this item; `organizations.full`; `not_found`.
pub async fn begin(db: &Db, actor: &Actor, policy: PolicyId) -> Result<ApplicationId> {
    let now = db.world().now();
    let item = policies::by_id(db.read(), policy).await?;
    let number = item.published.ok_or_else(Error::not_found)?;
    let version = policies::version(db.read(), policy, number).await?;
    check_open(&item, &version, local_date(now))?;
    let record = eligibility::record_of(&db.answer(), actor.org, now).await?;
    let known = &Rules::of(db, &version)?.known(&record, local_date(now));
    let (item, version) = (&item, &version.content.0);
    db.write_once(Intent::by(actor, "applications.begin").on(policy).detail(&version.title), |tx| async move {
        organizations::check_room(&tx, actor.org, DRAFTS, store::drafts(actor.org)).await?;
        // Nobody fills in what would be refused at the end.
        not_had(&store::standing_of(tx.conn(), actor.org, None).await?, policy, number)?;
        let values = known.iter().map(|one| (one.block.clone(), one.value.clone())).collect();
        let begun = Begun { policy, number, department: item.department_id, version };
        let row = Application {
            content: Doc(ApplicationContent { values, ..ApplicationContent::default() }),
            known: Doc(known.clone()),
            ..fresh(&tx, actor, begun, actor.org)
        };
        let id = row.id;
        fresh::store(&tx, row).await?;
        Ok(id)
    })
    .await
}

async fn keep_files(tx: &Tx, actor: &Actor, row: &Application, content: &ApplicationContent) -> Result<()> {
    let (known, wanted) = (row.content.0.files(), content.files());
    // What was handed in stays, whatever the enterprise writes afterwards.
    let frozen = store::submissions(tx.conn(), row.id).await?;
    let mut frozen: Vec<_> = frozen.iter().flat_map(|one| one.content.0.files()).collect();
    frozen.sort_unstable();
    frozen.dedup();
    let with_frozen = |files: Vec<FileId>| {
        let more: Vec<_> = frozen.iter().filter(|id| !files.contains(id)).copied().collect();
        [files, more].concat()
    };
    let (known, wanted) = (with_frozen(known), with_frozen(wanted));
    files::replace_among(tx, actor, (&known, &wanted), row.id.into(), MOST_KEPT).await?;
    Ok(())
}

/// Keeps whatever the enterprise has written.
///
/// # Errors
/// `validation` beyond the bounds; `applications.wrong_state`; `conflict.stale`.
pub async fn save(db: &Db, actor: &Actor, id: ApplicationId, version: i32, content: &ApplicationContent) -> Result<()> {
    content.check()?;
    let action = ApplicationActionKind::Save;
    let asked = Asked::new(action, action.name(), version);
    write(db, actor, id, &asked, |writing: Writing, _| async move {
        keep_files(&writing.tx, actor, &writing.row, content).await?;
        let row = application::ActiveModel { content: Set(Doc(content.clone())), ..Default::default() };
        Ok((writing, Change { row, ..Change::default() }))
    })
    .await
}

/// Deletes a draft.
///
/// # Errors
/// `applications.wrong_state` once it was handed in; `conflict.stale`.
pub async fn discard(db: &Db, actor: &Actor, id: ApplicationId, version: i32) -> Result<()> {
    db.write(Intent::by(actor, "applications.discard").on(id), |tx| async move {
        let row = store::lock_own(&tx, actor.org, id).await?;
        if row.state != ApplicationState::Draft {
            return Err(Error::conflict("applications.wrong_state", "只能删除未提交的申请"));
        }
        if row.version != version {
            return Err(Error::stale());
        }
        files::release(&tx, actor.org, &row.content.0.files(), id.into()).await?;
        application::Entity::delete_by_id(id).exec(tx.conn()).await?;
        Ok(())
    })
    .await
}

/// Hands it in, the first time or corrected: everything is checked before anything is written, and frozen as it is.
///
/// # Errors
/// `validation` with every defect; `applications.not_open`, `applications.not_eligible`, `applications.running`,
/// `applications.conflicting`; `applications.wrong_state`; `conflict.stale`.
pub async fn submit(db: &Db, actor: &Actor, id: ApplicationId, version: i32) -> Result<()> {
    let now = db.world().now();
    let today = local_date(now);
    let row = store::own(db.read(), actor.org, id).await?;
    let item = policies::version(db.read(), row.policy_id, row.number).await?;
    let first = row.state != ApplicationState::Correction;
    let action = if first { ApplicationActionKind::Submit } else { ApplicationActionKind::Resubmit };
    if !row.state.waits_for_enterprise() {
        // It was handed in: whoever asks again under the same key gets that answer, everybody else why not.
        let asked = Asked::new(action, action.name(), version);
        return write(db, actor, id, &asked, |_, _| async { Err(Error::stale()) }).await;
    }
    if row.version != version {
        return Err(Error::stale());
    }
    let record = eligibility::record_of(&db.answer(), actor.org, now).await?;
    let rules = &Rules::of(db, &item)?;
    let handed_in = &rules.handed_in(&row.content.0, today);
    rules.check_complete(&record, &row.content.0, (row.pays, today))?;
    if first {
        rules.check_eligible(&record, today)?;
    } else if unchanged(db, &row, handed_in).await? {
        return Err(Error::field("values", "内容与上次提交的相同，请按补正要求修改后再提交"));
    }
    let judged = &rules.judge(&record, &row.content.0, today)?;
    let hashes = &files::hashes(db.read(), &handed_in.files()).await?;
    let (item, asked) = (&item, Asked::new(action, action.name(), version));
    write(db, actor, id, &asked, |mut writing: Writing, _| async move {
        let (tx, row) = (&writing.tx, &writing.row);
        let mut change = application::ActiveModel {
            round: Set(row.round + 1),
            computed: Set(judged.amount),
            faults: Set(Doc::default()),
            reason: Set(None),
            ..Default::default()
        };
        if first {
            let policy = policies::by_id(tx.conn(), row.policy_id).await?;
            check_open(&policy, item, local_date(tx.now()))?;
            check_alone(tx, row, &item.content.0.conflicts).await?;
            change.submitted_at = Set(Some(tx.now()));
            let no = tx.document_no("ZC").await?;
            change.no = Set(Some(no.clone()));
            writing.row.no = Some(no);
        }
        freeze(&writing, handed_in, judged).await?;
        let form = rules.form().map(|form| form.form());
        traces::leave(&writing.tx, id, form, handed_in, hashes.clone()).await?;
        let told = Some(if first { ApplicationStep::Submitted } else { ApplicationStep::Resubmitted });
        Ok((writing, Change { row: change, told, amount: judged.amount, ..Change::default() }))
    })
    .await
}

/// Nothing was changed since it was handed in last.
async fn unchanged(db: &Db, row: &Application, now: &ApplicationContent) -> Result<bool> {
    let last = store::submissions(db.read(), row.id).await?.into_iter().next();
    Ok(last.is_some_and(|last| last.content.0 == *now))
}

/// No application for this version of the item stands, and none for another version is under way.
///
/// # Errors
/// `applications.running`, with the number of the other one.
fn not_had(standing: &[store::Standing], policy: PolicyId, number: i32) -> Result<()> {
    let same = |one: &&store::Standing| one.policy_id == policy && (one.number == number || !one.state.given());
    let Some(other) = standing.iter().find(same) else { return Ok(()) };
    let no = other.no.as_deref().unwrap_or_default();
    let text = format!("贵企业已有该事项的申请（{no}，{}）", other.state.text());
    Err(Error::conflict("applications.running", text))
}

/// The enterprise may have one more: there is room, no other for the same item in this version or under way, and none that excludes it or is
/// excluded by it (不重复享受). The organisation's row is locked until the write ends.
///
/// # Errors
/// `organizations.full`, `applications.running`, `applications.conflicting`.
pub(super) async fn check_alone(tx: &Tx, row: &Application, conflicts: &[PolicyId]) -> Result<()> {
    organizations::check_room(tx, row.enterprise_id, RUNNING, store::running(row.enterprise_id)).await?;
    let mut others = store::standing_of(tx.conn(), row.enterprise_id, Some(row.id)).await?;
    not_had(&others, row.policy_id, row.number)?;
    others.retain(|one| one.policy_id != row.policy_id);
    let versions: Vec<_> = others.iter().map(|one| (one.policy_id, one.number)).collect();
    let contents = policies::contents(tx.conn(), &versions).await?;
    let excludes = |one: &store::Standing| {
        let theirs = contents.iter().find(|(key, _)| *key == (one.policy_id, one.number));
        conflicts.contains(&one.policy_id)
            || theirs.is_some_and(|(_, content)| content.conflicts.contains(&row.policy_id))
    };
    if let Some(other) = others.iter().find(|one| excludes(one)) {
        let text = format!("该事项与“{}”不重复享受（{}）", other.title, other.no.clone().unwrap_or_default());
        return Err(Error::conflict("applications.conflicting", text));
    }
    Ok(())
}

async fn freeze(writing: &Writing, content: &ApplicationContent, judged: &super::content::Judged) -> Result<()> {
    let tx = &writing.tx;
    let row = submission::Model {
        application_id: writing.row.id,
        round: writing.row.round + 1,
        content: Doc(content.clone()),
        judged: Doc(judged.clone()),
        by: tx.account().ok_or_else(Error::unauthenticated)?,
        at: tx.now(),
    };
    submission::Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Corrects where the money goes until a list takes it, and after a payment that came back.
///
/// # Errors
/// `validation`; `applications.payee_listed` while a list has it, and once it is paid; `applications.wrong_state` before it waits for its
/// payment; `conflict.stale`.
pub async fn correct_payee(db: &Db, actor: &Actor, id: ApplicationId, version: i32, payee: &Payee) -> Result<()> {
    let mut checks = Checks::new();
    payee.check(&mut checks);
    checks.done()?;
    let action = ApplicationActionKind::CorrectPayee;
    let asked = Asked::new(action, action.name(), version);
    write(db, actor, id, &asked, |writing: Writing, _| async move {
        let content = ApplicationContent { payee: payee.clone(), ..writing.row.content.0.clone() };
        let row = application::ActiveModel { content: Set(Doc(content)), ..Default::default() };
        Ok((writing, Change { row, told: Some(ApplicationStep::PayeeCorrected), ..Change::default() }))
    })
    .await
}

/// Takes it back, with a reason of 2 to 500 characters; what the budget held for it is given back.
///
/// # Errors
/// `validation`; `applications.wrong_state` once it is approved; `conflict.stale`.
pub async fn withdraw(db: &Db, actor: &Actor, id: ApplicationId, version: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 2..=500).done()?;
    let action = ApplicationActionKind::Withdraw;
    let asked = Asked::new(action, action.name(), version).because(reason);
    write(db, actor, id, &asked, |writing: Writing, _| async move {
        answer_objections(&writing, false, "申请已由企业撤回").await?;
        let money = writing.release();
        let row = application::ActiveModel {
            held: Set(Money(0)),
            reason: Set(Some(reason.to_owned())),
            ..Default::default()
        };
        let told = Some(ApplicationStep::Withdrawn);
        Ok((writing, Change { row, money, told, reason: Some(reason.to_owned()), amount: None }))
    })
    .await
}

/// Asks for another look by somebody who has not decided yet, once, with 10 to 1000 characters.
///
/// # Errors
/// `validation`; `applications.appealed`, `applications.appeal_over`; `applications.wrong_state`; `conflict.stale`.
pub async fn appeal(db: &Db, actor: &Actor, id: ApplicationId, version: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 10..=1_000).done()?;
    let action = ApplicationActionKind::Appeal;
    let asked = Asked::new(action, action.name(), version).because(reason);
    write(db, actor, id, &asked, |writing: Writing, _| async move {
        let days = days_of(writing.tx.conn(), APPEAL_DAYS).await?;
        let end = writing.row.closed_at.map(|ended| writing.calendar.due(ended, days));
        if end.is_none_or(|end| end < writing.tx.now()) {
            return Err(Error::conflict("applications.appeal_over", "申诉期限已过"));
        }
        let version = policies::version(writing.tx.conn(), writing.row.policy_id, writing.row.number).await?;
        check_alone(&writing.tx, &writing.row, &version.content.0.conflicts).await?;
        let from = Set(Some(writing.row.state));
        let row = application::ActiveModel { appealed: Set(true), appealed_from: from, ..Default::default() };
        let told = Some(ApplicationStep::Appealed);
        Ok((writing, Change { row, told, reason: Some(reason.to_owned()), ..Change::default() }))
    })
    .await
}

/// Until when an ended application can be appealed.
pub async fn appeal_until(db: &Db, row: &Application) -> Result<Option<jinqiao_kernel::DateTime>> {
    let refused = matches!(row.state, ApplicationState::Refused | ApplicationState::NotAccepted) && !row.appealed;
    let Some(ended) = row.closed_at.filter(|_| refused) else { return Ok(None) };
    let calendar = calendar(&db.answer()).await?;
    Ok(Some(calendar.due(ended, days_of(&db.answer(), APPEAL_DAYS).await?)))
}
