//! How money of a budget moves, pure.

use jinqiao_kernel::{Error, Money, Result};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum BudgetMove {
    /// 预留: the second review has passed.
    Reserve,
    /// 释放: refused, withdrawn, or an objection was right.
    Release,
    /// 列入拨付: on a list of payments.
    List,
    /// 退回待拨付: the payment failed.
    Unlist,
    /// 拨付: paid.
    Pay,
    /// 追回: paid back.
    Recover,
}

/// What stands in a budget, fen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// For all together; none without a bound.
    pub total: Option<Money>,
    pub reserved: Money,
    pub listed: Money,
    pub paid: Money,
    /// Of what was paid, what came back; it can be given again.
    pub recovered: Money,
}

impl Sums {
    /// What is given or promised.
    pub fn used(&self) -> i64 {
        self.reserved.0 + self.listed.0 + self.paid.0
    }

    /// What can still be promised; none without a bound.
    pub fn left(&self) -> Option<Money> {
        self.total.map(|total| Money((total.0 - self.used()).max(0)))
    }

    /// As it is after `by` of `amount`.
    ///
    /// # Errors
    /// `budgets.full` when more would be promised than there is; internal when more would be taken than stands there.
    pub fn after(mut self, by: BudgetMove, amount: Money) -> Result<Self> {
        let Money(fen) = amount;
        let take = |from: &mut Money| {
            from.0 -= fen;
            if from.0 >= 0 { Ok(()) } else { Err(Error::internal("more money moved than stands in the budget")) }
        };
        match by {
            BudgetMove::Reserve => {
                if let Some(left) = self.left().filter(|left| left.0 < fen) {
                    let text = format!("预算余额不足：剩余 {left}，本次需 {amount}");
                    return Err(Error::conflict("budgets.full", text));
                }
                self.reserved.0 += fen;
            }
            BudgetMove::Release => take(&mut self.reserved)?,
            BudgetMove::List => {
                take(&mut self.reserved)?;
                self.listed.0 += fen;
            }
            BudgetMove::Unlist => {
                take(&mut self.listed)?;
                self.reserved.0 += fen;
            }
            BudgetMove::Pay => {
                take(&mut self.listed)?;
                self.paid.0 += fen;
            }
            BudgetMove::Recover => {
                take(&mut self.paid)?;
                self.recovered.0 += fen;
            }
        }
        Ok(self)
    }

    /// With the budget of the version in force: never below what is given or promised.
    pub fn bounded(self, total: Option<Money>) -> Self {
        Self { total: total.map(|total| Money(total.0.max(self.used()))), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use BudgetMove::{List, Pay, Recover, Release, Reserve, Unlist};

    #[test]
    fn money_goes_its_way_and_no_further_than_the_budget() {
        let ten = Sums { total: Some(Money(10)), ..Sums::default() };
        for (moves, left) in [
            (&[(Reserve, 4), (Reserve, 6)][..], Some(0)),
            (&[(Reserve, 4), (Reserve, 7)][..], None),
            (&[(Reserve, 4), (Release, 4), (Reserve, 10)][..], Some(0)),
            (&[(Reserve, 4), (Release, 4), (Release, 4)][..], None),
            (&[(Reserve, 4), (List, 4), (Pay, 4)][..], Some(6)),
            (&[(Reserve, 4), (List, 4), (Unlist, 4), (Release, 4)][..], Some(10)),
            (&[(Reserve, 4), (List, 4), (Pay, 4), (Recover, 4)][..], Some(10)),
            (&[(List, 1)][..], None),
        ] {
            let end = moves.iter().try_fold(ten, |sums, (by, fen)| sums.after(*by, Money(*fen)));
            assert_eq!(end.ok().map(|sums| sums.left()), left.map(|left| Some(Money(left))), "{moves:?}");
        }
    }

    #[test]
    fn a_smaller_budget_does_not_take_back_what_was_promised() {
        let used = Sums { total: Some(Money(10)), reserved: Money(8), ..Sums::default() };
        for (total, left) in [(Some(20), Some(12)), (Some(5), Some(0)), (None, None)] {
            assert_eq!(used.bounded(total.map(Money)).left(), left.map(Money));
        }
        assert!(used.bounded(None).after(Reserve, Money(1_000)).is_ok());
    }
}
