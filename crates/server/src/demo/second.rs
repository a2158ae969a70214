//! Loans that were paid out lead to others: one firm asks its bank for more, another for a renewal that the operator reads
//! first, because the two rated each other badly or not at all.

use super::stage::Stage;
use jinqiao_financing::{
    loans::Repayment,
    products::{Guarantee, UseKind},
    second_credits::{self, SecondKind, SecondRequest, SecondTerms, Signature},
};
use jinqiao_kernel::{Money, OrderId, Rate, Result};
use jinqiao_platform::consents::ConsentScope;

fn wanted(kind: SecondKind, wan: i64, bp: i32) -> SecondRequest {
    SecondRequest {
        kind,
        terms: SecondTerms {
            amount: Money::wan(wan),
            term_months: 12,
            rate: Rate::bp(bp),
            repayment: Repayment::InterestFirst,
            guarantee: Guarantee::Credit,
            use_kind: UseKind::WorkingCapital,
            use_text: "采购伺服电机和减速器，交付已签订的整机订单".into(),
            repayment_source: "主营业务销售回款".into(),
            extend_to: None,
        },
        note: Some("前次贷款按时付息，新增订单需要备货。".into()),
        signature: Some(Signature {
            scopes: vec![ConsentScope::Identity, ConsentScope::Contact, ConsentScope::Business, ConsentScope::Finance],
            authorization: 1,
        }),
    }
}

/// What visitors find under way; `paid` are the finished orders of the scenes.
pub async fn under_way(stage: &Stage, paid: &[OrderId]) -> Result<()> {
    let [more, _, renewed] = paid else { return Ok(()) };
    stage.pass(2).await?;
    let firm = stage.actor("chuangxin5").await?;
    let id = second_credits::request(&stage.db, &firm, *renewed, &wanted(SecondKind::Renewal, 500, 375)).await?;
    stage.pass(2).await?;
    second_credits::confirm(&stage.db, &stage.actor("yinhang3").await?, id, 1, None).await?;
    let firm = stage.actor("qiye1").await?;
    second_credits::request(&stage.db, &firm, *more, &wanted(SecondKind::Increase, 400, 360)).await.map(|_| ())
}
