//! What the two sides of finished orders think of each other.

use super::stage::Stage;
use jinqiao_financing::orders::{self, Aspect, Mark, RatingIn, RatingParty};
use jinqiao_kernel::{Actor, OrderId, Result};

fn rating(party: RatingParty, scores: [i32; 4], text: &str) -> RatingIn {
    let marks = party.aspects().into_iter().zip(scores).map(|(aspect, score): (Aspect, i32)| Mark { aspect, score });
    RatingIn { marks: marks.collect(), text: Some(text.into()) }
}

/// Both sides are content.
pub async fn satisfied(stage: &Stage, order: OrderId, firm: &Actor, lender: &Actor, turn: usize) -> Result<()> {
    use RatingParty::{Enterprise, Institution};
    let scores = [[5, 5, 5, 5], [4, 5, 4, 4], [4, 4, 3, 4]][turn % 3];
    let text = ["客户经理专业，流程清楚。", "放款及时，材料要求明确。", "总体满意，审批时间略长。"][turn % 3];
    orders::rate(&stage.db, firm, order, Enterprise, &rating(Enterprise, scores, text)).await?;
    let back = rating(Institution, [5, 5, 4, 5], "资料完整，沟通顺畅。");
    orders::rate(&stage.db, lender, order, Institution, &back).await
}

/// Both sides rate; where the enterprise is unhappy, the institution appeals.
pub async fn rated(stage: &Stage, order: OrderId, (firm, bank): (&str, &str), unhappy: bool) -> Result<()> {
    use RatingParty::{Enterprise, Institution};
    let (scores, text) = if unhappy {
        ([2, 3, 1, 2], "放款前临时提出评估费，与当初的报价说明不一致。")
    } else {
        ([5, 5, 4, 5], "响应及时，一次说清需要的材料，放款比预期快。")
    };
    let (firm, bank) = (stage.actor(firm).await?, stage.actor(bank).await?);
    stage.pass(20).await?;
    orders::rate(&stage.db, &firm, order, Enterprise, &rating(Enterprise, scores, text)).await?;
    stage.pass(6).await?;
    let back = rating(Institution, [5, 4, 5, 5], "资料完整真实，配合尽调积极。");
    orders::rate(&stage.db, &bank, order, Institution, &back).await?;
    if unhappy {
        let why = "评估费由第三方评估机构收取，报价时已书面说明，请平台核实。";
        orders::appeal(&stage.db, &bank, order, Institution, why).await?;
    }
    Ok(())
}
