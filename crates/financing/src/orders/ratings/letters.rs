//! What is written to whom about a rating.

use super::{RatingFact, RatingParty, RatingStep};
use crate::orders::officer_of;
use jinqiao_kernel::{AccountId, OrgId, Role};
use jinqiao_platform::letter::{Letter, MessageTopic, Recipient, Writer, because};

/// Letters of this part.
pub const LETTERS: Writer = Writer {
    name: "ratings.letters",
    about: &["ratings."],
    topic: MessageTopic::Order,
    write: |tx, fact| {
        Box::pin(async move {
            let fact: RatingFact = fact.decode()?;
            let officer = officer_of(tx.conn(), fact.order).await?;
            Ok(vec![of_rating(&fact, officer)])
        })
    },
};

/// On a step of a rating. No marks and no words: they are read where the rules about who may see them hold.
fn of_rating(fact: &RatingFact, officer: AccountId) -> Letter {
    let no = &fact.order_no;
    let at = |org: OrgId| {
        let rates = org == fact.from;
        let enterprise = (fact.party == RatingParty::Enterprise) == rates;
        let side = if enterprise { "enterprise" } else { "institution" };
        let to = if enterprise { Recipient::Organization(org) } else { Recipient::Officer(org, officer) };
        (to, format!("/{side}/orders/{}", fact.order))
    };
    let letter = |(to, link), title, body| Letter { to, title, body, link };
    let why = because(fact.reason.as_ref());
    match fact.step {
        RatingStep::Given => letter(
            at(fact.to),
            "对方已完成评价",
            format!("对接单 {no}：对方已评价。请在评价期内完成评价，双方都评价后或评价期满后公开。"),
        ),
        RatingStep::Opened => letter(at(fact.to), "评价已公开", format!("对接单 {no}：双方评价均已公开，请查看。")),
        RatingStep::WindowEnded => {
            letter(at(fact.to), "评价已公开", format!("对接单 {no}：评价期已满，对方的评价已公开，请查看。"))
        }
        RatingStep::Replied => letter(at(fact.from), "对方回复了评价", format!("对接单 {no}：对方回复了您的评价。")),
        RatingStep::Appealed => letter(
            (Recipient::Role(Role::Operator), format!("/operator/rating-appeals/{}", fact.rating)),
            "新的评价申诉",
            format!("对接单 {no} 的评价被申诉，请处理。"),
        ),
        RatingStep::Upheld => {
            letter(at(fact.to), "评价申诉成立", format!("对接单 {no}：申诉成立，该评价不再计入。{why}"))
        }
        RatingStep::Rejected => letter(at(fact.to), "评价申诉不成立", format!("对接单 {no}：申诉不成立。{why}")),
    }
}
