//! A loan that was paid out and is repaid by its plan; now and then an instalment comes late, or not at all.

use crate::demo::stage::Stage;
use chrono::TimeDelta;
use jinqiao_financing::servicing::{self, ReceiptIn, ReceiptKind};
use jinqiao_kernel::{Money, NaiveDate, OrderId, Result, local_date};

/// Of a thousand instalments so many are late.
const LATE: usize = 12;

/// The loan of an order, and who lent it.
pub struct Repaying {
    pub order: OrderId,
    pub lender: String,
}

impl Repaying {
    /// Pays what is due; the time until the next instalment, if there is one.
    pub async fn step(&self, stage: &Stage) -> Result<Option<TimeDelta>> {
        let today = local_date(stage.db.world().now());
        let Some(next) = servicing::next_due(stage.db.read(), self.order).await? else { return Ok(None) };
        if next.due_on > today {
            return Ok(Some(until(today, next.due_on)));
        }
        if next.due_on == today && stage.lot(1_000) < LATE {
            // Two of three come in the end.
            return Ok((stage.lot(3) > 0).then(|| TimeDelta::days(45)));
        }
        let receipt = ReceiptIn {
            serial_no: format!("HK{}{:03}", &next.draw.to_string()[24..], next.due.month),
            paid_on: today.into(),
            kind: ReceiptKind::Planned,
            principal: next.due.principal,
            interest: next.due.interest,
            other: Money::ZERO,
        };
        servicing::collect(&stage.db, &stage.actor(&self.lender).await?, next.draw, None, &receipt).await?;
        Ok(Some(TimeDelta::days(1)))
    }
}

fn until(today: NaiveDate, due_on: NaiveDate) -> TimeDelta {
    (due_on - today).max(TimeDelta::days(1))
}
