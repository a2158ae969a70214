//! Budgets in figures: what stands in each, and what moved in each quarter.

use super::{
    BudgetMove,
    entity::{budget, movement},
};
use crate::policies;
use jinqiao_kernel::{DateTime, Money, OrgId, PolicyId, Result};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, QueryTrait as _,
    Select,
    sea_query::{Expr, ExprTrait as _, Func, SimpleExpr},
};

/// Which budgets are counted; all without a condition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Budgeted {
    /// Of one department.
    pub department: Option<OrgId>,
    /// Of one item.
    pub policy: Option<PolicyId>,
}

impl Budgeted {
    fn rows(self) -> Select<budget::Entity> {
        budget::Entity::find()
            .apply_if(self.department, |select, id| select.filter(budget::Column::DepartmentId.eq(id)))
            .apply_if(self.policy, |select, id| select.filter(budget::Column::PolicyId.eq(id)))
    }

    /// Their movements. Those of all budgets are found by their moments alone.
    fn moves(self) -> Select<movement::Entity> {
        let own = self.rows().select_only().column(budget::Column::PolicyId).into_query();
        let some = (self != Self::default()).then_some(own);
        movement::Entity::find()
            .apply_if(some, |select, own| select.filter(movement::Column::PolicyId.in_subquery(own)))
    }
}

/// What stands in all of them, fen.
#[derive(Clone, Debug, Default, PartialEq, Eq, FromQueryResult)]
pub struct BudgetSums {
    /// How many items.
    pub items: i64,
    /// For all together, of those that have a bound; none where none has.
    pub total: Option<Money>,
    /// 已预留.
    pub reserved: Money,
    /// 拨付中.
    pub listed: Money,
    /// 已拨付.
    pub paid: Money,
    /// 已追回.
    pub recovered: Money,
}

fn sum(of: SimpleExpr) -> SimpleExpr {
    // PostgreSQL adds up to a wider type.
    Func::coalesce([of.sum(), 0.into()]).cast_as("bigint")
}

/// The sums of all budgets that are counted. One statement.
///
/// # Errors
/// When the database fails.
pub async fn budget_sums(conn: &impl ConnectionTrait, of: Budgeted) -> Result<BudgetSums> {
    use budget::Column::{Listed, Paid, PolicyId, Recovered, Reserved, Total};
    let of_column = |column| Expr::col((budget::Entity, column));
    let mut select = of.rows().select_only().column_as(PolicyId.count(), "items");
    select = select.expr_as(of_column(Total).sum().cast_as("bigint"), "total");
    for (column, name) in [(Reserved, "reserved"), (Listed, "listed"), (Paid, "paid"), (Recovered, "recovered")] {
        select = select.expr_as(sum(of_column(column)), name);
    }
    Ok(select.into_model::<BudgetSums>().one(conn).await?.unwrap_or_default())
}

/// What stands in the budget of an item, fen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetFigures {
    /// The item.
    pub policy_id: PolicyId,
    /// What it is called now.
    pub title: String,
    /// Whose it is.
    pub department_id: OrgId,
    /// For all together; none without a bound.
    pub total: Option<Money>,
    /// 已预留.
    pub reserved: Money,
    /// 拨付中.
    pub listed: Money,
    /// 已拨付.
    pub paid: Money,
    /// 已追回.
    pub recovered: Money,
}

/// What moved in a span, fen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MoveFigures {
    /// Reserved, less what was given back.
    pub approved: Money,
    /// Put on lists of payments, less what failed.
    pub listed: Money,
    /// Paid.
    pub paid: Money,
    /// Paid back.
    pub recovered: Money,
}

/// The `most` of the budgets that moved last. Two statements.
///
/// # Errors
/// When the database fails.
pub async fn budget_figures(conn: &impl ConnectionTrait, of: Budgeted, most: u64) -> Result<Vec<BudgetFigures>> {
    let select = of.rows().order_by_desc(budget::Column::UpdatedAt).order_by_desc(budget::Column::PolicyId);
    let rows = select.limit(most).all(conn).await?;
    let titles = policies::titles(conn, rows.iter().map(|row| row.policy_id)).await?;
    let figures = |row: budget::Model| BudgetFigures {
        title: titles.get(&row.policy_id).cloned().unwrap_or_default(),
        policy_id: row.policy_id,
        department_id: row.department_id,
        total: row.total,
        reserved: row.reserved,
        listed: row.listed,
        paid: row.paid,
        recovered: row.recovered,
    };
    Ok(rows.into_iter().map(figures).collect())
}

/// What moved in all budgets that are counted, from each of the moments `begins` to the next. One statement.
///
/// # Errors
/// When the database fails.
pub async fn moves_between(
    conn: &impl ConnectionTrait,
    counted: Budgeted,
    begins: &[DateTime],
) -> Result<Vec<MoveFigures>> {
    use movement::Column;
    let mut found = vec![MoveFigures::default(); begins.len().saturating_sub(1)];
    let (Some(first), Some(last)) = (begins.first(), begins.last()) else { return Ok(found) };
    let mut select = counted
        .moves()
        .filter(Column::At.gte(*first))
        .filter(Column::At.lt(*last))
        .select_only()
        .column(Column::Kind)
        .group_by(Column::Kind);
    for (place, span) in begins.windows(2).enumerate() {
        let within = Column::At.gte(span[0]).and(Column::At.lt(span[1]));
        let amount = Expr::expr(Expr::case(within, Expr::col(Column::Amount)).finally(0));
        select = select.expr_as(sum(amount), format!("q{place}"));
    }
    for row in conn.query_all(&select.into_query()).await? {
        let kind: BudgetMove = row.try_get("", "kind")?;
        for (place, of) in found.iter_mut().enumerate() {
            of.add(kind, row.try_get("", &format!("q{place}"))?);
        }
    }
    Ok(found)
}

impl MoveFigures {
    fn add(&mut self, kind: BudgetMove, amount: Money) {
        let (sum, amount) = match kind {
            BudgetMove::Reserve => (&mut self.approved, amount.0),
            BudgetMove::Release => (&mut self.approved, -amount.0),
            BudgetMove::List => (&mut self.listed, amount.0),
            BudgetMove::Unlist => (&mut self.listed, -amount.0),
            BudgetMove::Pay => (&mut self.paid, amount.0),
            BudgetMove::Recover => (&mut self.recovered, amount.0),
        };
        sum.0 += amount;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_given_back_counts_against_what_was_taken() {
        let mut of = MoveFigures::default();
        for (kind, amount) in [
            (BudgetMove::Reserve, 50),
            (BudgetMove::Release, 20),
            (BudgetMove::List, 30),
            (BudgetMove::Unlist, 30),
            (BudgetMove::Pay, 10),
            (BudgetMove::Recover, 4),
        ] {
            of.add(kind, Money(amount));
        }
        let want = MoveFigures { approved: Money(30), listed: Money(0), paid: Money(10), recovered: Money(4) };
        assert_eq!(of, want);
    }
}
