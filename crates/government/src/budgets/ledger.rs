//! Money of a budget moves within the write of whoever moves an application; the row is locked, so that no two promise the same.

use super::{
    BudgetMove,
    entity::{budget, movement},
    model::Sums,
};
use crate::policies;
use jinqiao_db::Tx;
use jinqiao_kernel::{ApplicationId, Error, Money, OrgId, PolicyId, Result};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QuerySelect, Set, sea_query::OnConflict};

/// Whose budget it is, and how much the version in force has.
#[derive(Clone, Copy, Debug)]
pub struct Purse {
    /// The item …
    pub policy: PolicyId,
    /// … its department …
    pub department: OrgId,
    /// … and what may be paid in all, fen; none without a bound.
    pub total: Option<Money>,
}

/// The budget's row, made where there is none yet, locked until the write ends, with the total of the version in force.
pub(super) async fn locked(tx: &Tx, purse: Purse) -> Result<budget::Model> {
    let first = budget::Model {
        policy_id: purse.policy,
        department_id: purse.department,
        total: purse.total,
        reserved: Money(0),
        listed: Money(0),
        paid: Money(0),
        recovered: Money(0),
        updated_at: tx.now(),
    };
    let once = OnConflict::column(budget::Column::PolicyId).do_nothing().to_owned();
    let insert = budget::Entity::insert(first.into_active_model().reset_all()).on_conflict(once);
    insert.try_insert().exec_without_returning(tx.conn()).await?;
    let row = budget::Entity::find_by_id(purse.policy).lock_exclusive().one(tx.conn()).await?;
    let mut row = row.ok_or_else(|| Error::internal("the budget was made and is not there"))?;
    row.total = row.sums().bounded(purse.total).total;
    Ok(row)
}

/// Stores what stands in it now.
pub(super) async fn save(tx: &Tx, row: budget::Model, sums: Sums) -> Result<()> {
    let Sums { total, reserved, listed, paid, recovered } = sums;
    let change = budget::ActiveModel {
        policy_id: Set(row.policy_id),
        total: Set(total),
        reserved: Set(reserved),
        listed: Set(listed),
        paid: Set(paid),
        recovered: Set(recovered),
        updated_at: Set(tx.now()),
        ..Default::default()
    };
    change.update(tx.conn()).await?;
    Ok(())
}

impl Purse {
    /// That of an item now.
    ///
    /// # Errors
    /// `not_found`.
    async fn of(tx: &Tx, policy: PolicyId) -> Result<Self> {
        let item = policies::by_id(tx.conn(), policy).await?;
        let total = match item.published {
            Some(number) => policies::version(tx.conn(), policy, number).await?.content.0.budget,
            None => None,
        };
        Ok(Self { policy, department: item.department_id, total })
    }
}

/// Moves money of one item `by` the same for each of `applications`; zero moves nothing. So many statements, however many they are.
///
/// # Errors
/// `budgets.full`.
pub async fn move_money(
    tx: &Tx,
    policy: PolicyId,
    by: BudgetMove,
    applications: &[(ApplicationId, Money)],
) -> Result<()> {
    let moved: Vec<_> = applications.iter().filter(|(_, amount)| amount.0 != 0).collect();
    if moved.is_empty() {
        return Ok(());
    }
    let purse = Purse::of(tx, policy).await?;
    let row = locked(tx, purse).await?;
    let mut sums = row.sums();
    let mut entries = vec![];
    for (application, amount) in moved {
        // A total that had to stand above a smaller budget goes down with what is given back.
        sums = sums.after(by, *amount)?.bounded(purse.total);
        let entry = movement::Model {
            id: tx.id(),
            policy_id: purse.policy,
            application_id: *application,
            kind: by,
            amount: *amount,
            left: sums.left(),
            account_id: tx.account(),
            at: tx.now(),
        };
        entries.push(entry.into_active_model().reset_all());
    }
    save(tx, row, sums).await?;
    movement::Entity::insert_many(entries).exec_without_returning(tx.conn()).await?;
    Ok(())
}
