//! Investments: one paid in two tranches, one with a term sheet on the table, one still on the market.

use super::{
    scenes::{confirmed, reviewed},
    stage::Stage,
};
use jinqiao_financing::{
    demands::Draft,
    orders::{self, AcceptIn, Bid, EquityOffer, TermSheet, Tranche},
    products::{FinancingKind, Stage as Round, UseKind},
};
use jinqiao_kernel::{Money, OrderId, Result, local_date};

const FUND: &str = "jijin7";

pub fn project(wan: i64, round: Round, share_bp: i32, text: &str) -> Draft {
    Draft {
        kind: FinancingKind::Equity,
        amount: Some(Money::wan(wan)),
        use_kind: Some(UseKind::Rnd),
        use_text: Some(text.into()),
        round: Some(round),
        share_bp: Some(share_bp),
        valuation: Some(Money::wan(wan * (10_000 - i64::from(share_bp)) / i64::from(share_bp))),
        highlights: Some("核心部件自主研发，已取得多项发明专利，进入头部客户供应链。".into()),
        team: Some("创始团队来自行业龙头企业，核心成员平均从业十年以上。".into()),
        accept_partial: true,
        tags: vec!["国产替代".into(), "研发投入高".into()],
        ..Draft::default()
    }
}

async fn proposed(stage: &Stage, firm: &str, draft: Draft) -> Result<OrderId> {
    let (amount, pre_money) = (draft.amount.unwrap_or_default(), draft.valuation.unwrap_or_default());
    let demand = stage.published(firm, draft).await?;
    stage.pass(8).await?;
    let note = Some("投后可对接产业资源，投决周期约四周。".into());
    let bid = Bid::Investment(EquityOffer { product_id: None, amount, pre_money, note });
    let order = orders::grab(&stage.db, &stage.actor(FUND).await?, demand, &bid).await?;
    confirmed(stage, firm, order).await?;
    reviewed(stage, FUND, order).await?;
    stage.pass(48).await?;
    let sheet = TermSheet {
        amount,
        pre_money,
        conditions: Some("设一名观察员席位，按季度披露经营数据，核心团队四年归属。".into()),
        valid_until: (local_date(stage.db.world().now()) + chrono::TimeDelta::days(60)).into(),
    };
    orders::propose(&stage.db, &stage.actor(FUND).await?, order, 4, &sheet).await?;
    Ok(order)
}

/// Plays the three.
pub async fn invested(stage: &Stage) -> Result<()> {
    let text = "新一代驱动芯片研发与流片，建设可靠性实验室";
    let order = proposed(stage, "chuangxin6", project(1_500, Round::A, 1_200, text)).await?;
    stage.pass(5).await?;
    orders::accept(
        &stage.db,
        &stage.actor("chuangxin6").await?,
        order,
        5,
        &AcceptIn { complete: true, annual_cost: None },
    )
    .await?;
    for (version, wan, last) in [(6, 1_000, false), (7, 500, true)] {
        stage.pass(20).await?;
        let tranche = Tranche {
            paid_on: local_date(stage.db.world().now()).into(),
            amount: Money::wan(wan),
            voucher_no: format!("TZ{}-{version}", &order.to_string()[..8]),
        };
        orders::pay(&stage.db, &stage.actor(FUND).await?, order, version, &tranche, last).await?;
    }
    stage.pass(5).await?;
    orders::confirm_disbursement(&stage.db, &stage.actor("chuangxin6").await?, order, 8).await?;
    proposed(stage, "qiye1", project(2_000, Round::B, 1_000, "协作机器人整机研发和海外市场认证")).await?;
    stage.published("qiye2", project(600, Round::Angel, 1_500, "工业软件平台研发和首批客户交付")).await?;
    Ok(())
}
