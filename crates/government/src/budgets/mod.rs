//! 资金预算: what an item may pay in all, what is reserved, listed and paid of it, and every movement.

mod entity;
mod http;
mod ledger;
mod migrations;
mod model;
mod reactions;
mod statistics;
mod view;
mod words;

pub use ledger::move_money;
pub use model::BudgetMove;
pub use statistics::{BudgetFigures, BudgetSums, Budgeted, MoveFigures, budget_figures, budget_sums, moves_between};

use jinqiao_http::Routes;
use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations: migrations::migrations,
    reactions: reactions::reactions,
    codes: &["budgets.full"],
    words: &[words::WORDS],
    ..Concept::new("budgets")
};

/// Routes of this concept.
fn routes() -> Routes {
    http::routes()
}
