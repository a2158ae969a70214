//! What went wrong, and how it was put right.

use super::{
    scenes::{confirmed, grabbed, granted, paid, reviewed, wanted},
    stage::Stage,
};
use jinqiao_financing::products::{Guarantee, UseKind};
use jinqiao_kernel::{ComplaintId, OrderId, Result, local_date};
use jinqiao_oversight::complaints::{
    self, AnswerIn, ComplaintIn, ComplaintKind, DisputedFigure, Finding, ObjectionSubject, RectificationIn,
};

fn complaint(kind: ComplaintKind, order: Option<OrderId>, title: &str, text: &str) -> ComplaintIn {
    let (order_id, title, text) = (order, title.into(), text.into());
    ComplaintIn { kind, order_id, figure: None, claimed: None, objection_to: None, title, text, attachments: vec![] }
}

async fn opened(stage: &Stage, login: &str, input: ComplaintIn) -> Result<ComplaintId> {
    stage.pass(2).await?;
    complaints::open(&stage.db, &stage.actor(login).await?, &input).await
}

async fn assigned(stage: &Stage, id: ComplaintId, version: i32) -> Result<()> {
    stage.pass(3).await?;
    let handler = stage.actor("yunying2").await?.account;
    complaints::assign(&stage.db, &stage.actor("yunying1").await?, id, version, handler).await
}

async fn answered(stage: &Stage, id: ComplaintId, version: i32, finding: Option<Finding>, text: &str) -> Result<()> {
    stage.pass(20).await?;
    let answer = AnswerIn { text: text.into(), finding };
    complaints::answer(&stage.db, &stage.actor("yunying2").await?, id, version, &answer).await
}

/// Some weeks ago: one complaint put right, one still to be, one not justified.
pub async fn settled(stage: &Stage, orders: &[OrderId]) -> Result<()> {
    for (turn, (order, firm)) in orders.iter().zip(["qiye1", "chuangxin3", "chuangxin5"]).enumerate() {
        let title = ["收费与报价不一致", "放款比约定晚了四天", "临时要求追加担保"][turn];
        let text = [
            "报价时说明无其他费用，签约时要求支付账户管理费，希望退还。",
            "签约时承诺三个工作日内放款，实际晚了四天，影响采购付款。",
            "授信批准以后又口头要求追加个人连带担保，与授信条件不符。",
        ][turn];
        let finding = [Finding::Justified, Finding::Partly, Finding::Unjustified][turn];
        let answer = [
            "经核查属实，机构承认收费不当，已要求限期退还并公示收费标准。",
            "经核查，晚放款与企业补充合同用印有关，机构通知不够及时，已要求改进。",
            "经核查，授信条件中已载明担保方式，机构没有追加要求。",
        ][turn];
        let id = opened(stage, firm, complaint(ComplaintKind::Institution, Some(*order), title, text)).await?;
        assigned(stage, id, 1).await?;
        answered(stage, id, 2, Some(finding), answer).await?;
        stage.pass(10).await?;
        complaints::confirm(&stage.db, &stage.actor(firm).await?, id, 3).await?;
        if turn == 0 {
            stage.pass(30).await?;
            let (note, done_on) =
                ("已退还账户管理费，并在网点和平台公示收费标准。", local_date(stage.db.world().now()));
            let done = RectificationIn { note: note.into(), done_on: done_on.into() };
            complaints::rectify(&stage.db, &stage.actor("yunying2").await?, id, 4, &done).await?;
        }
    }
    Ok(())
}

/// A dispute on a payment that has to be confirmed.
async fn disputed(stage: &Stage) -> Result<()> {
    let text = "采购储能电芯，交付园区示范项目订单";
    let demand = stage.published("chuangxin4", wanted(240, 12, UseKind::SupplyChain, text, Guarantee::Credit)).await?;
    let order = grabbed(stage, "jigou1", demand, 240, 372, 12, 0).await?;
    confirmed(stage, "chuangxin4", order).await?;
    reviewed(stage, "jigou1", order).await?;
    granted(stage, "jigou1", order, 240, 368, 12).await?;
    paid(stage, "chuangxin4", "jigou1", order, 240, 368, 12).await?;
    let text = "合同约定年利率 3.60%，机构登记为 3.68%，请核对合同后更正。";
    let input = ComplaintIn {
        figure: Some(DisputedFigure::Rate),
        claimed: Some("年利率 3.60%".into()),
        ..complaint(ComplaintKind::Disbursement, Some(order), "登记的利率与合同不一致", text)
    };
    let id = opened(stage, "chuangxin4", input).await?;
    let words = "正在与支行核对合同原件，如确系录入错误将立即更正。";
    stage.pass(2).await?;
    complaints::explain(&stage.db, &stage.actor("jigou1").await?, id, 1, words).await?;
    assigned(stage, id, 2).await
}

/// Today and yesterday: one of each kind, in the states in between.
pub async fn under_way(stage: &Stage, orders: &[OrderId]) -> Result<()> {
    disputed(stage).await?;
    let text = "某机构账号在非工作时间连续查看多家企业的完整手机号码，请核查是否与业务有关。";
    let id = opened(stage, "jiandu1", complaint(ComplaintKind::Incident, None, "夜间集中查看企业号码", text)).await?;
    assigned(stage, id, 1).await?;
    let text = "经核查，该账号当日集中办理首次联系，均有登记；已提醒机构在工作时间联系企业。";
    answered(stage, id, 2, Some(Finding::Unjustified), text).await?;
    let text = "上年研发费用应以审计报告为准，目前显示的是自填数据，请复核。";
    let input = ComplaintIn {
        objection_to: Some(ObjectionSubject::Data),
        ..complaint(ComplaintKind::Objection, None, "研发费用数据有误", text)
    };
    let id = opened(stage, "qiye1", input).await?;
    assigned(stage, id, 1).await?;
    let text = "希望对接单列表能够导出为表格，便于行内统计。";
    let id = opened(stage, "jigou2", complaint(ComplaintKind::Feedback, None, "希望增加导出功能", text)).await?;
    assigned(stage, id, 1).await?;
    answered(stage, id, 2, None, "感谢建议，导出功能已列入改进计划，上线后会通知贵机构。").await?;
    let text = "企业放款后未按合同约定提供资金用途凭证，多次提醒没有回复。";
    let on = orders.first().copied();
    opened(stage, "jigou1", complaint(ComplaintKind::Enterprise, on, "未提供用途凭证", text)).await?;
    let text = "尽调人员两次改期，没有提前通知，影响后续安排。";
    opened(stage, "qiye1", complaint(ComplaintKind::Institution, on, "上门安排多次变更", text)).await.map(|_| ())
}
