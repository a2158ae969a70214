//! Lists of orders: which are wanted, and in which order.

use super::{
    OrderState,
    entity::{Column, Entity, Model},
    store::{Scope, find_for, known},
};
use jinqiao_db::{Db, numbered, page_of, page_of_two, typed};
use jinqiao_kernel::{AccountId, Page, PageQuery, Result, UnitId};
use jinqiao_platform::{consents, organizations};
use sea_orm::{ColumnTrait, Condition, Iterable, QueryFilter, QueryOrder, Select};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

/// Order of a list of orders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OrderSort {
    /// Those that changed last first.
    #[default]
    Changed,
    /// The nearest limit first, then those that have none.
    Due,
}

/// Which of the own orders are wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct OrderFilter {
    state: Option<OrderState>,
    /// Only those that take a place on their demand, or only the others.
    live: Option<bool>,
    /// Only those that this account handles.
    officer: Option<AccountId>,
    /// Only those that lie with this unit.
    unit: Option<UnitId>,
    /// Begins the number, with or without its hyphens, or is the end of a recent one; or is in the name of the other side as far as the reader may know it.
    #[param(max_length = 60)]
    q: Option<String>,
    /// Without it those that changed last.
    #[param(inline)]
    sort: Option<OrderSort>,
}

/// Orders that `words` name: by their number, or by the other side.
async fn called_by(db: &Db, scope: &Scope, words: &str) -> Result<Condition> {
    let others = organizations::ids_called(db.read(), words).await?;
    let by_number = Condition::any().add(numbered(Column::No, words, consents::ORDER_PREFIX, db.world().now()));
    let named = match scope {
        Scope::Enterprise(_) => Condition::all().add(Column::InstitutionId.is_in(others)),
        Scope::Institution(_) | Scope::Person(..) => {
            Condition::all().add(Column::EnterpriseId.is_in(others)).add(known(db.world().now()))
        }
    };
    Ok(by_number.add(named))
}

/// The wanted page of the orders inside `scope`.
pub async fn page(db: &Db, scope: &Scope, filter: &OrderFilter, wanted: &PageQuery) -> Result<Page<Model>> {
    let mut select = find_for(scope);
    if let Some(state) = filter.state {
        select = select.filter(Column::State.eq(state));
    }
    if let Some(live) = filter.live {
        // What was dispatched takes no place on the demand yet, and waits for the institution's answer all the same.
        let waits = |state: OrderState| {
            state.live() || (state == OrderState::Invited && !matches!(scope, Scope::Enterprise(_)))
        };
        let states = OrderState::iter().filter(|state| waits(*state) == live);
        select = select.filter(Column::State.is_in(states));
    }
    if let Some(officer) = filter.officer {
        select = select.filter(Column::OfficerId.eq(officer));
    }
    if let Some(unit) = filter.unit {
        select = select.filter(Column::UnitId.eq(unit));
    }
    if let Some(q) = typed(filter.q.as_deref()) {
        select = select.filter(called_by(db, scope, q).await?);
    }
    let changed = |select: Select<Entity>| select.order_by_desc(Column::UpdatedAt).order_by_desc(Column::Id);
    match filter.sort.unwrap_or_default() {
        OrderSort::Changed => page_of(db.read(), changed(select), wanted).await,
        OrderSort::Due => {
            let due = select.clone().filter(Column::DueAt.is_not_null());
            let due = due.order_by_asc(Column::DueAt).order_by_asc(Column::UpdatedAt).order_by_asc(Column::Id);
            // The limit, which none of them has, is named for the index.
            let others = select.filter(Column::DueAt.is_null()).order_by_desc(Column::DueAt);
            page_of_two(db.read(), [due, changed(others)], wanted).await
        }
    }
}
