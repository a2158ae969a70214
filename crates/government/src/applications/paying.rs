//! What the finance office does to applications, within its own writes.

use super::{
    ApplicationActionKind,
    entity::Application,
    facts::ApplicationStep,
    steps::{Change, Writing},
    store,
};
use crate::budgets::BudgetMove;
use jinqiao_db::Tx;
use jinqiao_kernel::{ApplicationId, OrgId, PolicyId, Result};

/// A step of a payment.
#[derive(Clone, Copy, Debug)]
pub enum Step<'a> {
    /// It stands on a list.
    List,
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

/// Moves a locked application on, and its money with it.
///
/// # Errors
/// `applications.wrong_state`.
pub async fn step(tx: &Tx, row: Application, step: Step<'_>) -> Result<()> {
    let (action, by, told, reason) = match step {
        Step::List => (ApplicationActionKind::List, BudgetMove::List, ApplicationStep::Listed, None),
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
