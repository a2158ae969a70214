//! The finance offices of the departments: a list of what was approved now and then, and some days later what the bank says.

use crate::demo::stage::Stage;
use chrono::TimeDelta;
use jinqiao_government::payments::{self, Paid};
use jinqiao_kernel::{Kind, PaymentBatchId, Result, local_date};

/// A finance office, with the list that it waits for.
pub struct Office {
    pub login: &'static str,
    /// So many days after its list was paid it makes another.
    pub pause: TimeDelta,
    pub open: Option<PaymentBatchId>,
}

/// Of a hundred payments so many come back.
const FAILED: usize = 7;

/// From the list until the bank has paid.
const PAID_AFTER: TimeDelta = TimeDelta::days(3);

impl Office {
    /// Makes a list, or enters what became of the last one; the time until the next step.
    pub async fn step(&mut self, stage: &Stage) -> Result<TimeDelta> {
        let office = stage.actor(self.login).await?;
        let Some(batch) = self.open.take() else {
            match payments::list(&stage.db, &office, None).await {
                Ok(batch) => self.open = Some(batch),
                // Nothing waits.
                Err(error) if error.kind() == Kind::Conflict => return Ok(self.pause),
                Err(error) => return Err(error),
            }
            return Ok(PAID_AFTER);
        };
        let on = local_date(stage.db.world().now());
        for (place, id) in payments::applications_of(stage.db.read(), batch).await?.into_iter().enumerate() {
            if stage.lot(100) < FAILED {
                payments::fail(&stage.db, &office, batch, id, "收款账号与户名不符，银行退回").await?;
                continue;
            }
            let voucher = format!("记字 {}-{:03}", on.format("%Y%m%d"), place + 1);
            payments::pay(&stage.db, &office, batch, id, &Paid { voucher, on: on.into() }).await?;
        }
        Ok(self.pause)
    }
}
