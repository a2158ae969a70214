//! An application that nobody wrote: a firm was found to be eligible (免申即享), another person has checked that, and the firm has
//! confirmed. It begins where a reviewed one stands.

use super::{
    ApplicationState, Payee, ReviewSeat,
    content::{ApplicationContent, Judged},
    entity::{Application, application, submission},
    facts::ApplicationStep,
    fresh::{self, Begun, fresh},
    seats::seated,
    service::check_alone,
    steps::{Change, Writing},
};
use crate::{budgets::BudgetMove, policies};
use jinqiao_db::{Doc, Tx};
use jinqiao_kernel::{AccountId, Actor, ApplicationId, Money, OrgId, PolicyId, Result};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, Iterable as _, QueryFilter,
    QuerySelect as _, Set,
};

/// What a firm has confirmed.
pub struct Grant {
    /// For which item …
    pub policy: PolicyId,
    /// … in which version.
    pub number: i32,
    /// Whose item.
    pub department: OrgId,
    /// Who gets it.
    pub enterprise: OrgId,
    /// How much, fen.
    pub amount: Option<Money>,
    /// Where the money goes.
    pub payee: Payee,
    /// Who found that, and who checked it: they have the places of the two reviews.
    pub reviewers: [AccountId; 2],
}

/// Makes the application, reserves its money, and makes it public where the item wants that.
///
/// # Errors
/// `budgets.full`; `applications.running`, `applications.conflicting` where the firm has it, or what excludes it.
pub async fn grant(tx: &Tx, actor: &Actor, grant: Grant) -> Result<ApplicationId> {
    let item = policies::version(tx.conn(), grant.policy, grant.number).await?.content.0;
    let content = ApplicationContent { payee: grant.payee, ..ApplicationContent::default() };
    let begun = Begun { policy: grant.policy, number: grant.number, department: grant.department, version: &item };
    let row = Application {
        no: Some(tx.document_no("ZC").await?),
        state: ApplicationState::SecondReview,
        round: 1,
        content: Doc(content.clone()),
        computed: grant.amount,
        amount: grant.amount,
        held: grant.amount.unwrap_or_default(),
        submitted_at: Some(tx.now()),
        ..fresh(tx, actor, begun, grant.enterprise)
    };
    let frozen = submission::Model {
        application_id: row.id,
        round: 1,
        content: Doc(content),
        judged: Doc(Judged { amount: grant.amount, ..Judged::default() }),
        by: actor.account,
        at: tx.now(),
    };
    check_alone(tx, &row, &item.conflicts).await?;
    fresh::store(tx, row.clone()).await?;
    submission::Entity::insert(frozen.into_active_model().reset_all()).exec_without_returning(tx.conn()).await?;
    let (id, to) = (row.id, row.state.after(super::ApplicationActionKind::PassSecond, row.course())?);
    let held = row.held;
    let [found, checked] = grant.reviewers;
    seated(tx, id, found, ReviewSeat::First).await?;
    seated(tx, id, checked, ReviewSeat::Second).await?;
    let mut writing = Writing::of(tx, row).await?;
    let change = Change {
        row: application::ActiveModel { held: Set(held), ..Default::default() },
        money: Some((BudgetMove::Reserve, held)),
        told: Some(ApplicationStep::SecondPassed),
        amount: grant.amount,
        reason: None,
    };
    writing.move_to(to, change).await?;
    Ok(id)
}

/// Firms that have an application for an item, or what it gives.
pub async fn given_for(conn: &impl ConnectionTrait, policy: PolicyId) -> Result<Vec<OrgId>> {
    let states = ApplicationState::iter().filter(|state| state.runs());
    let rows = application::Entity::find()
        .filter(application::Column::PolicyId.eq(policy))
        .filter(application::Column::State.is_in(states))
        .select_only()
        .column(application::Column::EnterpriseId);
    Ok(rows.into_tuple::<OrgId>().all(conn).await?)
}
