//! Loans that run: each is repaid by its plan. One is drawn in parts: what the first was used for has been checked, the next waits
//! for the enterprise.

use super::{
    scenes::{confirmed, grabbed, granted, payment, reviewed, wanted},
    stage::Stage,
};
use jinqiao_financing::{
    orders::{self, AcceptIn, Disbursement},
    products::{Guarantee, UseKind},
    servicing::{self, DrawTerms, UseCheckIn, UseFinding},
};
use jinqiao_kernel::{Error, Money, Rate, Result, local_date};

/// A line of 200 万元, of which 120 are paid out and 50 wait.
pub async fn drawn_in_parts(stage: &Stage) -> Result<()> {
    let (db, firm, bank) = (&stage.db, "qiye1", "jigou1");
    let text = "新产线分批采购设备，按到货进度分次提款";
    let demand = stage.published(firm, wanted(200, 18, UseKind::Equipment, text, Guarantee::Credit)).await?;
    let order = grabbed(stage, bank, demand, 200, 385, 18, 0).await?;
    confirmed(stage, firm, order).await?;
    reviewed(stage, bank, order).await?;
    granted(stage, bank, order, 200, 385, 18).await?;
    stage.pass(5).await?;
    let read = AcceptIn { complete: false, annual_cost: Some(Rate::bp(385)) };
    orders::accept(db, &stage.actor(firm).await?, order, 5, &read).await?;
    stage.pass(24).await?;
    let first = payment(local_date(db.world().now()), order, 120, 385, 18, false);
    let first = Disbursement { more_follows: true, ..first };
    orders::disburse(db, &stage.actor(bank).await?, order, 6, &first).await?;
    stage.pass(20).await?;
    orders::confirm_disbursement(db, &stage.actor(firm).await?, order, 7).await?;
    db.run_due_jobs().await?;
    stage.repays(order, bank).await;
    stage.pass(60).await?;
    let today = local_date(db.world().now());
    let drawn = servicing::next_due(db.read(), order).await?.ok_or_else(|| Error::internal("nothing was drawn"))?;
    let check = UseCheckIn {
        checked_on: today.into(),
        finding: UseFinding::Agreed,
        note: "核对设备采购合同、发票和付款回单，资金已支付给设备供应商。".into(),
        attachments: vec![],
    };
    servicing::check_use(db, &stage.actor(bank).await?, drawn.draw, drawn.version, &check).await?;
    let next = DrawTerms {
        paid_on: today.into(),
        amount: Money::wan(50),
        voucher_no: format!("{}-2", drawn.terms.voucher_no),
        ..drawn.terms
    };
    servicing::record(db, &stage.actor(bank).await?, order, &next).await.map(|_| ())
}
