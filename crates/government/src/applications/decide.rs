//! Use cases of the department: the pool, the two reviews, objections and appeals. Nobody takes two places at one application.

use super::{
    ApplicationActionKind, ApplicationState, ReviewSeat,
    content::CorrectionItem,
    entity::{application, objection, opinion},
    facts::ApplicationStep,
    seats::{check_free, sit},
    steps::{Change, Writing, write},
};
use crate::{budgets::BudgetMove, policies};
use jinqiao_db::{Asked, Db, Doc};
use jinqiao_kernel::{Actor, ApplicationId, Checks, Error, Money, Result};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};

/// What a person of the department decides.
#[derive(Clone, Debug, Default)]
pub struct Decision {
    /// Why, in words; mandatory for whatever decides.
    pub opinion: String,
    /// What has to be corrected, as one list.
    pub faults: Vec<CorrectionItem>,
    /// What the first review grants, fen.
    pub amount: Option<Money>,
}

/// Faults in one list.
const MOST_FAULTS: usize = 50;
/// The most that one application is granted, as far as the item says nothing: 10 billion yuan.
const LARGEST: Money = Money::wan(1_000_000);

impl Decision {
    fn check(&self, action: ApplicationActionKind) -> Result<()> {
        let mut checks = Checks::new();
        checks.that("action", action.of_department(), "请选择部门的办理动作");
        if action.decides() || action == ApplicationActionKind::Recover {
            checks.text("opinion", &self.opinion, 5..=2_000);
        } else {
            checks.text("opinion", &self.opinion, 0..=2_000);
        }
        if action == ApplicationActionKind::Correct {
            checks.that("faults", !self.faults.is_empty(), "请列出需要补正的内容");
            checks.that("faults", self.faults.len() <= MOST_FAULTS, &format!("最多 {MOST_FAULTS} 项"));
            for (place, fault) in self.faults.iter().take(MOST_FAULTS).enumerate() {
                checks.optional_line(&format!("faults[{place}].place"), Some(&fault.place), 120);
                checks.text(&format!("faults[{place}].text"), &fault.text, 2..=500);
            }
        }
        checks.done()
    }

    /// The first review says how much, up to the cap of the item.
    async fn check_amount(&self, writing: &Writing) -> Result<Option<Money>> {
        let row = &writing.row;
        if !row.pays {
            return Ok(None);
        }
        let version = policies::version(writing.tx.conn(), row.policy_id, row.number).await?;
        let cap = version.content.0.standard.as_ref().and_then(|standard| standard.cap);
        let amount = self.amount.or(row.computed).unwrap_or_default();
        let mut checks = Checks::new();
        checks.that("amount", amount > Money(0), "请填写核定金额");
        checks.that("amount", amount <= LARGEST, "核定金额过大，请核对");
        if let Some(cap) = cap {
            checks.that("amount", amount <= cap, &format!("核定金额不能超过上限 {cap}"));
        }
        checks.done()?;
        Ok(Some(amount))
    }
}

async fn say(writing: &Writing, actor: &Actor, seat: ReviewSeat, to: ApplicationState, said: &Decision) -> Result<()> {
    let (tx, row) = (&writing.tx, &writing.row);
    let opinion = opinion::Model {
        id: tx.id(),
        application_id: row.id,
        round: row.round,
        seat,
        account_id: actor.account,
        led_to: to,
        text: said.opinion.clone(),
        faults: Doc(said.faults.clone()),
        amount: said.amount,
        at: tx.now(),
    };
    opinion::Entity::insert(opinion.into_active_model().reset_all()).exec_without_returning(tx.conn()).await?;
    Ok(())
}

pub(super) async fn answer_objections(writing: &Writing, upheld: bool, answer: &str) -> Result<()> {
    let change = objection::ActiveModel {
        answer: Set(Some(answer.to_owned())),
        upheld: Set(Some(upheld)),
        answered_at: Set(Some(writing.tx.now())),
        ..Default::default()
    };
    objection::Entity::update_many()
        .set(change)
        .filter(objection::Column::ApplicationId.eq(writing.row.id))
        .filter(objection::Column::AnsweredAt.is_null())
        .exec(writing.tx.conn())
        .await?;
    Ok(())
}

/// The reserved money goes back, as whoever passed it has to decide anew.
fn given_back(writing: &Writing, mut change: Change) -> Change {
    change.money = writing.release();
    change.row.held = Set(Money(0));
    change
}

/// What `action` of `actor` does to a locked application.
async fn effect(
    writing: &Writing,
    actor: &Actor,
    action: ApplicationActionKind,
    to: ApplicationState,
    said: &Decision,
) -> Result<Change> {
    use ApplicationActionKind as Action;
    let row = <application::ActiveModel as Default>::default;
    let told = |step| Change { told: Some(step), row: row(), ..Change::default() };
    let reason = || Some(said.opinion.clone()).filter(|text| !text.is_empty());
    let mine = || Set(Some(actor.account));
    let change = match action {
        Action::Claim => Change { row: application::ActiveModel { claimed_by: mine(), ..row() }, ..Change::default() },
        Action::Release => {
            Change { row: application::ActiveModel { claimed_by: Set(None), ..row() }, ..Change::default() }
        }
        // Whoever takes it up reviews it.
        Action::Accept => {
            Change { row: application::ActiveModel { claimed_by: mine(), ..row() }, ..told(ApplicationStep::Accepted) }
        }
        Action::NotAccept => told(ApplicationStep::NotAccepted),
        Action::PassFirst => {
            let amount = said.check_amount(writing).await?;
            Change {
                row: application::ActiveModel { amount: Set(amount), ..row() },
                amount,
                ..told(ApplicationStep::FirstPassed)
            }
        }
        Action::Correct => {
            let left = writing.row.due_at.map(|due| writing.calendar.between(writing.tx.now(), due));
            Change {
                row: application::ActiveModel {
                    faults: Set(Doc(said.faults.clone())),
                    corrections: Set(writing.row.corrections + 1),
                    left_minutes: Set(left),
                    ..row()
                },
                ..told(ApplicationStep::Returned)
            }
        }
        Action::PassSecond => {
            let held = writing.row.amount.unwrap_or_default();
            Change {
                row: application::ActiveModel { held: Set(held), ..row() },
                money: Some((BudgetMove::Reserve, held)),
                amount: writing.row.amount,
                ..told(ApplicationStep::SecondPassed)
            }
        }
        Action::SendBack => told(ApplicationStep::SentBack),
        Action::RefuseFirst | Action::RefuseSecond => told(ApplicationStep::Refused),
        Action::UpholdObjection => {
            answer_objections(writing, true, &said.opinion).await?;
            let mut change = given_back(writing, told(ApplicationStep::ObjectionUpheld));
            change.row.public_until = Set(None);
            change
        }
        Action::DismissObjection => {
            answer_objections(writing, false, &said.opinion).await?;
            told(ApplicationStep::ObjectionDismissed)
        }
        // Why it was refused does not count any more.
        Action::UpholdAppeal => Change {
            row: application::ActiveModel { reason: Set(None), ..row() },
            ..told(ApplicationStep::AppealUpheld)
        },
        Action::DismissAppeal => told(ApplicationStep::AppealDismissed),
        Action::Revoke => given_back(writing, told(ApplicationStep::Revoked)),
        Action::Recover => {
            let amount = writing.row.held;
            Change {
                row: application::ActiveModel { held: Set(Money(0)), ..row() },
                money: Some((BudgetMove::Recover, amount)),
                amount: Some(amount),
                ..told(ApplicationStep::Recovered)
            }
        }
        _ => return Err(Error::internal("no decision of a department")),
    };
    let mut change = Change { reason: reason().filter(|_| change.told.is_some()), ..change };
    if matches!(to, ApplicationState::NotAccepted | ApplicationState::Refused | ApplicationState::Recovered) {
        change.row.reason = Set(reason());
    }
    Ok(change)
}

/// A person of the department does `action`.
///
/// # Errors
/// `validation`; `applications.same_person`, `applications.nobody_left`, `applications.claimed`, `applications.wrong_state`, `applications.corrections_used`;
/// `budgets.full` when the second review passes more than there is; `conflict.stale`.
pub async fn decide(
    db: &Db,
    actor: &Actor,
    id: ApplicationId,
    version: i32,
    (action, said): (ApplicationActionKind, &Decision),
) -> Result<()> {
    said.check(action)?;
    let mut asked = Asked::new(action, action.name(), version);
    if !said.opinion.is_empty() {
        asked = asked.because(&said.opinion);
    }
    write(db, actor, id, &asked, |writing: Writing, to| async move {
        if let Some(place) = action.seat() {
            sit(&writing.tx, actor, &writing.row, (place, to.runs())).await?;
            if action.decides() {
                say(&writing, actor, place, to, said).await?;
            }
        }
        if action == ApplicationActionKind::Claim {
            check_free(&writing.tx, actor, &writing.row).await?;
        }
        let change = effect(&writing, actor, action, to, said).await?;
        Ok((writing, change))
    })
    .await
}
