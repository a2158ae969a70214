//! Joint credits: one that was paid, one that invites, one that waits for the enterprise.

use super::{
    scenes::{confirmed, contacted, first_contact, grabbed, payment, reviewed, wanted},
    stage::Stage,
};
use jinqiao_financing::{
    demands::Draft,
    joint_credits::{self, CommitIn, JointIn},
    loans::Repayment,
    orders::{self, AcceptIn, Disbursement},
    products::{Guarantee, UseKind},
};
use jinqiao_kernel::{Error, JointCreditId, Money, OrderId, Rate, Result, local_date};
use jinqiao_platform::consents::ConsentScope;

const TEXT: &str = "新建智能产线，分期采购核心装备并备货";

/// Days before the present at which what is under way begins, so that no limit is over.
const LATELY: i64 = 2;

async fn led(stage: &Stage, firm: &str, lead: &str, wan: i64) -> Result<OrderId> {
    let draft =
        Draft { accept_partial: false, ..wanted(wan, 24, UseKind::Expansion, TEXT, Guarantee::GuaranteeCompany) };
    let demand = stage.published(firm, draft).await?;
    let order = grabbed(stage, lead, demand, wan, 368, 24, 0).await?;
    confirmed(stage, firm, order).await?;
    Ok(order)
}

async fn proposed(
    stage: &Stage,
    (lead, order, version): (&str, OrderId, i32),
    (wan, share, guaranteed): (i64, i64, i64),
    invited: &[&str],
) -> Result<JointCreditId> {
    let mut institutions = vec![];
    for login in invited {
        institutions.push(stage.actor(login).await?.org);
    }
    let input = JointIn {
        total: Money::wan(wan),
        share: Money::wan(share),
        rate: Rate(3_680),
        term_months: 24,
        repayment: Repayment::InterestFirst,
        guarantee: Guarantee::GuaranteeCompany,
        guaranteed: Money::wan(guaranteed),
        note: Some("高端装备制造，在手订单可覆盖还款，由我行负责贷后管理。".into()),
        open: false,
        institutions,
    };
    stage.pass(3).await?;
    joint_credits::propose(&stage.db, &stage.actor(lead).await?, order, version, &input).await
}

async fn committed(
    stage: &Stage,
    who: &str,
    joint: JointCreditId,
    wan: i64,
    rate: Option<i32>,
    fee: i64,
) -> Result<()> {
    stage.pass(2).await?;
    let (rate, fee) = (rate.map(Rate::bp), Money::wan(fee));
    let input = CommitIn { amount: Money::wan(wan), rate, fee };
    joint_credits::commit(&stage.db, &stage.actor(who).await?, joint, 1, &input).await
}

/// Two banks and a guarantor; all money has come.
pub async fn finished(stage: &Stage) -> Result<()> {
    use ConsentScope::{Business, Contact, Finance, Identity};
    let (firm, lead, member, guarantor) = ("chuangxin8", "jigou2", "yinhang8", "danbao4");
    let order = led(stage, firm, lead, 1_200).await?;
    reviewed(stage, lead, order).await?;
    let joint = proposed(stage, (lead, order, 4), (1_200, 500, 600), &[member, guarantor]).await?;
    stage.pass(5).await?;
    let (db, enterprise) = (&stage.db, stage.actor(firm).await?);
    joint_credits::consent(db, &enterprise, joint, 1).await?;
    committed(stage, member, joint, 900, Some(382), 0).await?;
    committed(stage, guarantor, joint, 600, None, 9).await?;
    stage.pass(4).await?;
    joint_credits::form(db, &stage.actor(lead).await?, joint, 4).await?;
    stage.pass(20).await?;
    joint_credits::open_data(db, &enterprise, joint, 5, &[Identity, Contact, Business, Finance], 1).await?;
    let own = joint_credits::orders_of_joint(db.read(), joint).await?;
    // The lead's part was changed when it was opened, the others' by the share and the opening as well.
    for (who, version) in [(lead, 4), (member, 4), (guarantor, 3)] {
        stage.pass(26).await?;
        if who != lead {
            let actor = stage.actor(who).await?;
            let order = *own.get(&actor.org).ok_or_else(|| Error::internal("a member without an order"))?;
            orders::contact(db, &actor, order, 1, &first_contact()).await?;
            stage.pass(5).await?;
            orders::start_review(db, &actor, order, 2).await?;
        }
        joint_credits::approve(db, &stage.actor(who).await?, joint, version, Some("按季提供财务报表。")).await?;
    }
    stage.pass(8).await?;
    let annual_cost = joint_credits::enterprise_joint(db, &enterprise, joint).await?.annual_cost();
    joint_credits::accept(db, &enterprise, joint, 10, &AcceptIn { complete: false, annual_cost }).await?;
    for (who, version, wan, rate) in [(lead, 7, 500, 368), (member, 5, 700, 382)] {
        let lender = stage.actor(who).await?;
        let order = *own.get(&lender.org).ok_or_else(|| Error::internal("a member without an order"))?;
        stage.pass(24).await?;
        let today = local_date(db.world().now());
        let guarantee = Guarantee::GuaranteeCompany;
        let paid = Disbursement { guarantee, ..payment(today, order, wan, rate, 24, false) };
        orders::disburse(db, &lender, order, version, &paid).await?;
        stage.pass(6).await?;
        orders::confirm_disbursement(db, &enterprise, order, version + 1).await?;
        stage.repays(order, who).await;
    }
    Ok(())
}

/// One invites and has half of it, one waits for the enterprise's answer.
pub async fn under_way(stage: &Stage) -> Result<()> {
    stage.pass_until_days_before(LATELY).await?;
    let order = led(stage, "qiye1", "jigou1", 1_000).await?;
    contacted(stage, "jigou1", order).await?;
    let joint = proposed(stage, ("jigou1", order, 3), (1_000, 300, 400), &["jigou2", "yinhang3", "danbao4"]).await?;
    joint_credits::consent(&stage.db, &stage.actor("qiye1").await?, joint, 1).await?;
    committed(stage, "yinhang3", joint, 200, Some(375), 0).await?;
    let order = led(stage, "qiye2", "jigou2", 900).await?;
    contacted(stage, "jigou2", order).await?;
    proposed(stage, ("jigou2", order, 3), (900, 400, 0), &["jigou1", "yinhang9"]).await.map(|_| ())
}
