//! What the finance office does to applications, within its own writes.

use super::{
    ApplicationActionKind, ApplicationState,
    entity::Application,
    facts::ApplicationStep,
    steps::{Change, Writing},
    store,
};
use crate::budgets::{BudgetMove, move_money};
use jinqiao_db::Tx;
use jinqiao_kernel::{ApplicationId, OrgId, PolicyId, Result};
use jinqiao_platform::calendar::calendar;
use std::collections::BTreeMap;

/// What became of a payment.
#[derive(Clone, Copy, Debug)]
pub enum Step<'a> {
    /// It was paid.
    Pay,
    /// It came back, because of this.
    Fail(&'a str),
}

/// Up to `most` applications of a department that wait for their payment, longest waiting first; locked until the write ends.
pub async fn lock_approved(
    tx: &Tx,
    department: OrgId,
    policy: Option<PolicyId>,
    most: u64,
) -> Result<Vec<Application>> {
    store::lock_approved(tx, department, policy, most).await
}

/// An application of the department, locked until the write ends.
///
/// # Errors
/// `not_found`.
pub async fn lock(tx: &Tx, department: OrgId, id: ApplicationId) -> Result<Application> {
    store::lock_of_department(tx, department, id).await
}

/// Puts locked applications on a list, and their money with them: a few statements for each item and for all together, however many they
/// are.
///
/// # Errors
/// `applications.wrong_state`.
pub async fn list(tx: &Tx, rows: Vec<Application>) -> Result<()> {
    let calendar = calendar(tx.conn()).await?;
    let (to, now) = (ApplicationState::Paying, tx.now());
    let mut money: BTreeMap<PolicyId, Vec<_>> = BTreeMap::new();
    for row in &rows {
        row.state.after(ApplicationActionKind::List, row.course())?;
        money.entry(row.policy_id).or_default().push((row.id, row.held));
    }
    // Budgets are locked in one order, so that no two lists wait for each other.
    for (policy, moved) in &money {
        move_money(tx, *policy, BudgetMove::List, moved).await?;
    }
    store::list(tx, &rows, to).await?;
    let listed = rows.into_iter().map(|row| {
        let row = Application { state: to, version: row.version + 1, updated_at: now, claimed_by: None, ..row };
        Writing { tx: tx.clone(), calendar: calendar.clone(), row }
    });
    let listed: Vec<_> = listed.collect();
    let told: Vec<_> = listed.iter().map(|one| one.fact(ApplicationStep::Listed, None, Some(one.row.held))).collect();
    tx.emit_all(&told).await?;
    // The limit of the payment goes on where it was.
    let (reminders, ends): (Vec<_>, Vec<_>) = listed.iter().map(|one| one.timers(one.row.due_at)).unzip();
    let ids = listed.iter().map(|one| one.row.id.into());
    tx.watch_all(ids, reminders.into_iter().flatten(), ends.into_iter().flatten()).await
}

/// Moves a locked application on, and its money with it.
///
/// # Errors
/// `applications.wrong_state`.
pub async fn step(tx: &Tx, row: Application, step: Step<'_>) -> Result<()> {
    let (action, by, told, reason) = match step {
        Step::Pay => (ApplicationActionKind::Pay, BudgetMove::Pay, ApplicationStep::Paid, None),
        Step::Fail(reason) => {
            (ApplicationActionKind::Fail, BudgetMove::Unlist, ApplicationStep::PaymentFailed, Some(reason.to_owned()))
        }
    };
    let to = row.state.after(action, row.course())?;
    let amount = row.held;
    let mut writing = Writing::of(tx, row).await?;
    let money = Some((by, amount));
    writing.move_to(to, Change { money, told: Some(told), reason, amount: Some(amount), ..Change::default() }).await
}
