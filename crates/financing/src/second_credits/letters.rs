//! What is written to whom about a second credit.

use super::{SecondFact, SecondKind, SecondSide, SecondStep};
use crate::orders::officer_of;
use jinqiao_kernel::{AccountId, Role};
use jinqiao_platform::letter::{Letter, MessageTopic, Recipient, Writer, because};

/// Letters of this part.
pub const LETTERS: Writer = Writer {
    name: "second_credits.letters",
    about: &["second_credits."],
    topic: MessageTopic::Order,
    write: |tx, fact| {
        Box::pin(async move {
            let fact: SecondFact = fact.decode()?;
            let officer = officer_of(tx.conn(), fact.first_order).await?;
            Ok(of_second(&fact, officer))
        })
    },
};

fn called(kind: SecondKind) -> &'static str {
    match kind {
        SecondKind::TopUp => "追加额度",
        SecondKind::Again => "再授信",
        SecondKind::Renewal => "续贷",
        SecondKind::Increase => "增额",
        SecondKind::Extension => "展期",
    }
}

/// On a step of a second credit: to the other side, to both where the platform or the clock acts.
fn of_second(fact: &SecondFact, officer: AccountId) -> Vec<Letter> {
    use SecondSide::{Enterprise, Institution};
    let (no, first, kind, why) = (&fact.no, &fact.first_no, called(fact.kind), because(fact.reason.as_ref()));
    let amount = fact.amount.map(|amount| amount.to_string()).unwrap_or_default();
    let to = |side: SecondSide, title, body: String| {
        let (to, centre) = match side {
            Enterprise => (Recipient::Organization(fact.enterprise), "enterprise"),
            Institution => (Recipient::Officer(fact.institution, officer), "institution"),
        };
        Letter { to, title, body, link: format!("/{centre}/second-credits/{}", fact.second) }
    };
    let other = if fact.asked_by == Enterprise { Institution } else { Enterprise };
    let both = |title, body: String| vec![to(Enterprise, title, body.clone()), to(Institution, title, body)];
    match fact.step {
        SecondStep::Requested => vec![to(
            other,
            "收到二次授信申请",
            format!("对接单 {first}：对方提出{kind} {amount}，请在时限内确认或说明不同意的原因。"),
        )],
        SecondStep::Submitted => {
            let mine = to(
                fact.asked_by,
                "二次授信提交平台审核",
                format!("{no}：对方已同意{kind}，因历史评价情况需平台审核。"),
            );
            let operators = Letter {
                to: Recipient::Role(Role::Operator),
                title: "新的二次授信待审核",
                body: format!("二次授信 {no} 的历史评价缺失或偏低，请审核。"),
                link: format!("/operator/second-credits/{}", fact.second),
            };
            vec![mine, operators]
        }
        SecondStep::Opened => {
            vec![to(Enterprise, "二次授信进入审批", format!("{no}：{kind} {amount}已进入授信审批。"))]
        }
        SecondStep::Deciding => both("展期进入审批", format!("{no}：双方同意展期 {amount}，由机构在时限内审批。")),
        SecondStep::Declined => vec![to(fact.asked_by, "对方未同意二次授信", format!("{no}：对方未同意{kind}。{why}"))],
        SecondStep::Withdrawn => vec![to(other, "二次授信申请已撤回", format!("{no}：对方撤回{kind}申请。{why}"))],
        SecondStep::Expired => both("二次授信申请已失效", format!("{no}：{kind}申请未在时限内确认，已失效。")),
        SecondStep::NotAllowed => both("二次授信未通过平台审核", format!("{no}：{kind}未通过平台审核。{why}")),
        SecondStep::Approved => {
            vec![to(Enterprise, "机构同意展期", format!("{no}：机构同意展期 {amount}，请在有效期内答复。"))]
        }
        SecondStep::Refused => vec![to(Enterprise, "机构不同意展期", format!("{no}：机构不同意展期。{why}"))],
        SecondStep::Extended => {
            let until = fact.reason.as_deref().unwrap_or_default();
            both("贷款已展期", format!("{no}：企业接受展期方案，{until}。"))
        }
        SecondStep::OfferDeclined => {
            vec![to(Institution, "企业未接受展期方案", format!("{no}：企业未接受展期方案。{why}"))]
        }
        SecondStep::OfferExpired => both("展期方案已失效", format!("{no}：展期方案超过有效期，已失效。")),
        SecondStep::Voided => both("展期申请已失效", format!("{no}：机构未在时限内决定，展期申请已失效。")),
        SecondStep::Reminded => {
            let late = |side| to(side, "办理时限将至", format!("二次授信 {no}：办理时限将至，请及时处理。"));
            fact.turn.map(late).into_iter().collect()
        }
        // What follows is told by its own letter.
        SecondStep::Overdue => vec![],
    }
}
