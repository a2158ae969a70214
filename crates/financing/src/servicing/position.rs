//! How a loan stands on a day (贷款状况): what of its plan is paid, what is due, what is late. Pure.

use super::{
    model::{OverdueStage, ReceiptKind},
    terms::{DrawTerms, Extension},
};
use crate::loans::Instalment;
use jinqiao_kernel::{Money, NaiveDate};
use sea_orm::EnumIter;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Banks count the days of interest in several ways (actual/360, 30/360, actual/365): interest that reaches this share of the
/// plan's, in percent, counts as paid.
const INTEREST_ENOUGH: i64 = 90;

/// A repayment, as far as it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paid {
    /// The day.
    pub on: NaiveDate,
    /// As planned, or before it was due.
    pub kind: ReceiptKind,
    /// Fen.
    pub principal: Money,
    /// Fen.
    pub interest: Money,
}

/// Where a line of the plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LineState {
    /// Paid.
    Paid,
    /// Not due yet.
    Ahead,
    /// Not paid in time.
    Late,
}

/// A line of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PlanLine {
    /// The day on which it falls due.
    pub due_on: NaiveDate,
    /// Principal, interest and fees.
    #[serde(flatten)]
    pub due: Instalment,
    /// Where it stands.
    pub state: LineState,
}

/// How a loan stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// The plan as it holds now.
    pub plan: Vec<PlanLine>,
    /// Principal that is not repaid, fen.
    pub owed: Money,
    /// When the first line fell due that is not paid.
    pub late_since: Option<NaiveDate>,
    /// Principal and interest that are late, fen.
    pub late: Money,
    /// The next line that falls due from the day on.
    pub next: Option<PlanLine>,
    /// What is still to be paid of it, fen: less what was paid beyond the lines before.
    pub next_rest: Money,
    /// All principal is repaid, and interest enough.
    pub settled: bool,
}

impl Position {
    /// Of a draw on `today`.
    pub fn of(terms: &DrawTerms, paid: &[Paid], extensions: &[Extension], today: NaiveDate) -> Self {
        let early: Vec<_> = paid.iter().filter(|paid| paid.kind == ReceiptKind::Early).collect();
        let mut ahead: Vec<_> = early.iter().map(|paid| (paid.on, paid.principal)).collect();
        ahead.sort_by_key(|(day, _)| *day);
        let repaid: Money = paid.iter().map(|paid| paid.principal).sum();
        let planned = Money(repaid.0 - early.iter().map(|paid| paid.principal.0).sum::<i64>());
        let interest: Money = paid.iter().map(|paid| paid.interest).sum();
        let (mut due_principal, mut due_interest) = (0, 0);
        let (mut late, mut next_rest) = (0, None);
        let line = |(due_on, due): (NaiveDate, Instalment)| {
            due_principal += due.principal.0;
            due_interest += due.interest.0;
            let enough = due_principal <= planned.0 && due_interest * INTEREST_ENOUGH <= interest.0 * 100;
            let state = match (enough, due_on < today) {
                (true, _) => LineState::Paid,
                (false, true) => LineState::Late,
                (false, false) => LineState::Ahead,
            };
            let rest = (due_principal - planned.0).max(0) + (due_interest - interest.0).max(0);
            match state {
                LineState::Late => late = rest,
                LineState::Ahead => next_rest = next_rest.or(Some(rest - late)),
                LineState::Paid => {}
            }
            PlanLine { due_on, due, state }
        };
        let plan: Vec<_> = terms.plan(&ahead, extensions).into_iter().map(line).collect();
        let first = |state| plan.iter().find(|line| line.state == state);
        Self {
            owed: Money(terms.amount.0 - repaid.0),
            late_since: first(LineState::Late).map(|line| line.due_on),
            late: Money(late),
            next_rest: Money(next_rest.unwrap_or_default()),
            next: first(LineState::Ahead).copied(),
            settled: repaid == terms.amount && plan.iter().all(|line| line.state == LineState::Paid),
            plan,
        }
    }

    /// Does the plan repay just what was not repaid early? Otherwise an early repayment was larger than what was owed on its day.
    pub fn adds_up(&self, terms: &DrawTerms, paid: &[Paid]) -> bool {
        let early = paid.iter().filter(|paid| paid.kind == ReceiptKind::Early);
        let early: Money = early.map(|paid| paid.principal).sum();
        let planned: Money = self.plan.iter().map(|line| line.due.principal).sum();
        planned.0 + early.0 == terms.amount.0
    }

    /// Principal that falls due up to the first line from `day` on, fen: more of it is repaid before it is due.
    pub fn due_by_next(&self, day: NaiveDate) -> Money {
        let next = self.plan.iter().position(|line| line.due_on >= day).unwrap_or(self.plan.len());
        self.plan.iter().take(next + 1).map(|line| line.due.principal).sum()
    }

    /// The stage of what is late on `today`.
    pub fn stage(&self, today: NaiveDate) -> Option<OverdueStage> {
        self.late_since.map(|since| OverdueStage::of((today - since).num_days()))
    }

    /// Interest of the plan, fen.
    pub fn interest(&self) -> Money {
        self.plan.iter().map(|line| line.due.interest).sum()
    }
}

#[cfg(test)]
#[path = "position_tests.rs"]
mod tests;
