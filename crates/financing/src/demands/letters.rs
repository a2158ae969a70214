//! What is written about a demand. Nothing here tells an institution who an enterprise is.

use super::{DemandFact, DemandState, DemandStep};
use jinqiao_kernel::Role;
use jinqiao_platform::letter::{Letter, MessageTopic, Recipient, Writer, because};

/// Letters of this concept.
pub const LETTERS: Writer = Writer {
    name: "demands.letters",
    about: &["demands."],
    topic: MessageTopic::Demand,
    write: |_, fact| Box::pin(async move { Ok(of_demand(&fact.decode()?).into_iter().collect()) }),
};

/// On a step of a demand.
fn of_demand(fact: &DemandFact) -> Option<Letter> {
    let why = because(fact.reason.as_ref());
    let no = &fact.no;
    let own = |title, body: String| {
        let link = format!("/enterprise/demands/{}", fact.demand);
        Some(Letter { to: Recipient::Organization(fact.enterprise), title, body, link })
    };
    match fact.step {
        DemandStep::Submitted => Some(Letter {
            to: Recipient::Role(Role::Operator),
            title: "新的需求待审核",
            body: format!("需求 {no} 已提交，请审核。"),
            link: format!("/operator/demands/{}", fact.demand),
        }),
        DemandStep::Approved if fact.to == DemandState::Dispatched => {
            own("需求已通过审核", format!("需求 {no} 已通过审核，平台正在推送给匹配的机构。"))
        }
        DemandStep::Approved => own("需求已发布", format!("需求 {no} 已通过审核并发布，认证机构可以抢单。")),
        DemandStep::Dispatched => {
            let told = fact.reason.as_ref()?;
            own("需求已推送机构", format!("需求 {no}：{told}。机构接单后，您会收到报价。"))
        }
        DemandStep::Opened => own("需求公开抢单", format!("需求 {no} 已向全部认证机构公开，您会陆续收到报价。")),
        DemandStep::DraftReminded => own("草稿尚未提交", format!("需求草稿 {no} 尚未提交，完善后即可提交审核。")),
        DemandStep::CorrectionReminded => {
            own("补正时限将至", format!("需求 {no} 的补正时限将至，请尽快修改并重新提交。"))
        }
        DemandStep::ClosedExpired => {
            own("需求已关闭", format!("需求 {no} 未在补正时限内重新提交，已关闭。您可以复制为新的需求。"))
        }
        DemandStep::Unmatched => own(
            "需求未成功，可修改后重新提交",
            format!("需求 {no} 公开期满仍无机构报价。页面上列出了最接近的产品和改进建议，修改后可重新提交。"),
        ),
        DemandStep::Unanswered => Some(Letter {
            to: Recipient::Role(Role::Operator),
            title: "需求无人报价，请人工推介",
            body: format!("需求 {no} 公开后暂无机构报价，请联系机构和企业。"),
            link: "/operator/unanswered".into(),
        }),
        DemandStep::DraftLapsed => Some(Letter {
            to: Recipient::Organization(fact.enterprise),
            title: "草稿已删除",
            body: format!("需求草稿 {no} 长期未提交，已按规则删除。"),
            link: "/enterprise/demands".into(),
        }),
        DemandStep::Returned => own("需求需要补正", format!("需求 {no} 需要补正后重新提交。{why}")),
        DemandStep::Refused => own("需求未通过审核", format!("需求 {no} 未通过审核。{why}")),
        DemandStep::Reopened => own("需求重新公开", format!("需求 {no} 目前没有对接中的机构，已重新公开抢单。")),
        DemandStep::ClosedUnmatched => own(
            "申请未成功，可转为公开需求",
            format!("需求 {no} 的申请未成功。您可以修改后提交审核，转为公开需求，由其他认证机构报价。"),
        ),
        DemandStep::Agreed => own("需求已达成", format!("需求 {no} 已达成，不再接受其他报价。")),
        DemandStep::Fulfilled => own("融资完成", format!("需求 {no} 的资金已全部到位。")),
        DemandStep::PartiallyFulfilled => own("融资结束", format!("需求 {no} 已结束，部分金额已放款。")),
        // The order's own message says it already, or the enterprise did it itself.
        DemandStep::Applied | DemandStep::Continued | DemandStep::Negotiating | DemandStep::Withdrawn => None,
        // What follows from it says it.
        DemandStep::CorrectionLapsed | DemandStep::MarketLapsed | DemandStep::FollowedUp => None,
    }
}
