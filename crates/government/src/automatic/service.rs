//! Use cases of the department that finds a list and of the firms on it.

use super::{
    AutomaticEntryState, AutomaticState,
    entity::{entry, list},
    facts::{AutomaticFact, AutomaticStep},
    find,
    parameters::CONFIRM_DAYS,
    store,
};
use crate::{
    applications::{self, Grant, Payee},
    policies::{self, PolicyMode, PolicyState},
};
use jinqiao_db::{Db, Intent, Tx, save_versioned};
use jinqiao_kernel::{Actor, ApplicationId, Checks, Error, Kind, OrgId, PolicyId, Result, local_date};
use jinqiao_platform::{calendar::calendar, permissions::days_of};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};
use std::collections::HashSet;
use uuid::Uuid;

/// Rows that one statement inserts.
const SLICE: usize = 400;

/// A firm that the check strikes, and why.
#[derive(Clone, Debug)]
pub struct Struck {
    /// Which.
    pub enterprise: OrgId,
    /// Why, 2 to 500 characters.
    pub reason: String,
}

impl list::Model {
    fn fact(&self, step: AutomaticStep, entry: Option<&entry::Model>) -> AutomaticFact {
        AutomaticFact {
            step,
            list: self.id,
            policy: self.policy_id,
            title: self.title.clone(),
            department: self.department_id,
            enterprise: entry.map(|entry| entry.enterprise_id),
            amount: entry.and_then(|entry| entry.amount),
            until: self.due_at,
        }
    }
}

/// Finds who may have an item of the department, with the reasons of those left out.
///
/// # Errors
/// `automatic.not_automatic`; `automatic.nobody` without any firm; `not_found`.
pub async fn generate(db: &Db, actor: &Actor, policy: PolicyId) -> Result<Uuid> {
    let item = policies::by_id(db.read(), policy).await?;
    if item.department_id != actor.org {
        return Err(Error::not_found());
    }
    let number = item.published.ok_or_else(Error::not_found)?;
    let version = policies::version(db.read(), policy, number).await?;
    if version.content.0.mode != Some(PolicyMode::Automatic) || item.state != PolicyState::Open {
        return Err(Error::conflict("automatic.not_automatic", "只有已发布的免申即享事项可以生成名单"));
    }
    if !version.content.0.opening(local_date(db.world().now())).is_open() {
        return Err(Error::conflict("automatic.wrong_state", "事项不在受理时间内"));
    }
    if store::waiting_for(db.read(), policy).await?.is_some() {
        return Err(Error::conflict("automatic.wrong_state", "该事项已有待核对的名单，请先核对或作废"));
    }
    let all = &find::find(db, &version).await?;
    if all.found.is_empty() {
        return Err(Error::conflict("automatic.nobody", "平台还没有可以核对的企业"));
    }
    let title = &version.content.0.title;
    db.write_once(Intent::by(actor, "automatic.generate").on(policy), |tx| async move {
        let row = list::Model {
            id: tx.id(),
            no: tx.document_no("MS").await?,
            policy_id: policy,
            number,
            title: title.clone(),
            department_id: actor.org,
            state: AutomaticState::Checking,
            version: 1,
            firms: i32::try_from(all.firms).unwrap_or(i32::MAX),
            more: all.more,
            created_by: actor.account,
            created_at: tx.now(),
            checked_by: None,
            opinion: None,
            checked_at: None,
            due_at: None,
        };
        tx.about(row.id);
        let told = row.fact(AutomaticStep::Found, None);
        let id = row.id;
        list::Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx.conn()).await?;
        for slice in all.found.chunks(SLICE) {
            let rows = slice.iter().map(|one| one.row(id, tx.now()).into_active_model().reset_all());
            entry::Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
        }
        tx.emit(&told).await?;
        Ok(id)
    })
    .await
}

/// The item still gives what its list says.
async fn check_goes_on(tx: &Tx, row: &list::Model) -> Result<()> {
    match policies::by_id(tx.conn(), row.policy_id).await?.state {
        PolicyState::Open => Ok(()),
        PolicyState::Suspended => Err(Error::conflict("automatic.wrong_state", "事项已暂停办理，恢复后再办理")),
        _ => Err(Error::conflict("automatic.wrong_state", "事项已结束办理")),
    }
}

async fn moved(tx: &Tx, entry: &entry::Model, to: AutomaticEntryState, change: entry::ActiveModel) -> Result<()> {
    let row = entry::ActiveModel {
        list_id: Set(entry.list_id),
        enterprise_id: Set(entry.enterprise_id),
        state: Set(to),
        updated_at: Set(tx.now()),
        ..change
    };
    row.update(tx.conn()).await?;
    Ok(())
}

/// Strikes firms of a list, each with its reason, in two statements for [`SLICE`] of them.
///
/// # Errors
/// `not_found` for a firm that is not on it; `automatic.wrong_state`.
async fn strike(tx: &Tx, id: Uuid, struck: &[Struck]) -> Result<()> {
    for some in struck.chunks(SLICE) {
        let entries = store::lock_entries(tx, id, some.iter().map(|one| one.enterprise)).await?;
        let mut rows = vec![];
        for one in some {
            let entry = entries.iter().find(|entry| entry.enterprise_id == one.enterprise);
            let entry = entry.ok_or_else(Error::not_found)?.clone();
            let state = entry.state.strike()?;
            let row = entry::Model { state, reason: Some(one.reason.clone()), updated_at: tx.now(), ..entry };
            rows.push(row.into_active_model().reset_all());
        }
        store::replace(tx, rows).await?;
    }
    Ok(())
}

/// Another person checks the list, strikes some, and asks the others.
///
/// # Errors
/// `validation`; `automatic.same_person`; `automatic.wrong_state`; `conflict.stale`; `not_found`.
pub async fn check(db: &Db, actor: &Actor, id: Uuid, version: i32, (opinion, struck): (&str, &[Struck])) -> Result<()> {
    let mut checks = Checks::new();
    checks.text("opinion", opinion, 5..=1_000).that("struck", struck.len() <= 500, "一次最多剔除 500 家");
    let firms: HashSet<_> = struck.iter().map(|one| one.enterprise).collect();
    checks.that("struck", firms.len() == struck.len(), "同一企业只能剔除一次");
    for (place, one) in struck.iter().enumerate().take(500) {
        checks.text(&format!("struck[{place}].reason"), &one.reason, 2..=500);
    }
    checks.done()?;
    db.write_once(Intent::by(actor, "automatic.check").on(id).detail(opinion), |tx| async move {
        let mut row = store::lock(&tx, actor.org, id).await?;
        let to = row.state.notify()?;
        if row.version != version {
            return Err(Error::stale());
        }
        check_goes_on(&tx, &row).await?;
        if row.created_by == actor.account {
            return Err(Error::new(Kind::Forbidden, "automatic.same_person", "须由生成名单以外的人员核对"));
        }
        strike(&tx, id, struck).await?;
        let days = days_of(tx.conn(), CONFIRM_DAYS).await?;
        let due_at = calendar(tx.conn()).await?.due(tx.now(), days);
        let change = list::ActiveModel {
            state: Set(to),
            version: Set(version + 1),
            checked_by: Set(Some(actor.account)),
            checked_at: Set(Some(tx.now())),
            opinion: Set(Some(opinion.to_owned())),
            due_at: Set(Some(due_at)),
            ..Default::default()
        };
        row = save_versioned::<list::Entity>(&tx, change, id, version).await?;
        let asked = store::in_state(tx.conn(), id, AutomaticEntryState::Eligible).await?;
        let all = entry::ActiveModel {
            state: Set(AutomaticEntryState::Notified),
            updated_at: Set(tx.now()),
            ..Default::default()
        };
        entry::Entity::update_many()
            .set(all)
            .filter(entry::Column::ListId.eq(id))
            .filter(entry::Column::State.eq(AutomaticEntryState::Eligible))
            .exec(tx.conn())
            .await?;
        let told: Vec<_> = asked.iter().map(|entry| row.fact(AutomaticStep::Notified, Some(entry))).collect();
        tx.emit_all(&told).await?;
        tx.arm(due_at, &row.fact(AutomaticStep::Due, None)).await
    })
    .await
}

/// Gives a list up, with a reason of 2 to 500 characters.
///
/// # Errors
/// `validation`; `automatic.wrong_state`; `conflict.stale`; `not_found`.
pub async fn drop_it(db: &Db, actor: &Actor, id: Uuid, version: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 2..=500).done()?;
    db.write_once(Intent::by(actor, "automatic.drop").on(id).detail(reason), |tx| async move {
        let row = store::lock(&tx, actor.org, id).await?;
        let change = list::ActiveModel {
            state: Set(row.state.drop_it()?),
            version: Set(version + 1),
            opinion: Set(Some(reason.to_owned())),
            ..Default::default()
        };
        save_versioned::<list::Entity>(&tx, change, id, version).await.map(|_| ())
    })
    .await
}

/// The firm confirms account and commitment: it goes on as an application that was reviewed.
///
/// # Errors
/// `validation`; `automatic.wrong_state`; `budgets.full`; `not_found`.
pub async fn confirm(db: &Db, actor: &Actor, id: Uuid, (payee, agreed): (&Payee, bool)) -> Result<ApplicationId> {
    let mut checks = Checks::new();
    payee.check(&mut checks);
    checks.that("agreed", agreed, "请阅读并确认承诺").done()?;
    db.write_once(Intent::by(actor, "automatic.confirm").on(id), |tx| async move {
        let row = store::lock_any(&tx, id).await?;
        let entry = store::lock_entry(&tx, id, actor.org).await?;
        let to = entry.state.confirm()?;
        check_goes_on(&tx, &row).await?;
        if row.due_at.is_none_or(|due| due < tx.now()) {
            return Err(Error::conflict("automatic.wrong_state", "确认期限已过"));
        }
        let checked_by = row.checked_by.ok_or_else(|| Error::internal("a firm was asked before the check"))?;
        let grant = Grant {
            reviewers: [row.created_by, checked_by],
            policy: row.policy_id,
            number: row.number,
            department: row.department_id,
            enterprise: actor.org,
            amount: entry.amount,
            payee: payee.clone(),
        };
        let application = applications::grant(&tx, actor, grant).await.map_err(|error| match error.code() {
            // How much is left is the department's matter.
            "budgets.full" => Error::conflict("budgets.full", "该事项的预算已用完，请联系部门"),
            _ => error,
        })?;
        let change = entry::ActiveModel { application_id: Set(Some(application)), ..Default::default() };
        moved(&tx, &entry, to, change).await?;
        tx.emit(&row.fact(AutomaticStep::Confirmed, Some(&entry))).await?;
        Ok(application)
    })
    .await
}

/// The firm does not want it, with a reason of 2 to 500 characters.
///
/// # Errors
/// `validation`; `automatic.wrong_state`; `not_found`.
pub async fn decline(db: &Db, actor: &Actor, id: Uuid, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 2..=500).done()?;
    db.write_once(Intent::by(actor, "automatic.decline").on(id).detail(reason), |tx| async move {
        let row = store::lock_any(&tx, id).await?;
        let entry = store::lock_entry(&tx, id, actor.org).await?;
        let change = entry::ActiveModel { reason: Set(Some(reason.to_owned())), ..Default::default() };
        moved(&tx, &entry, entry.state.decline()?, change).await?;
        tx.emit(&row.fact(AutomaticStep::Declined, Some(&entry))).await
    })
    .await
}
