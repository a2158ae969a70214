//! What is written to whom about a loan that runs.

use super::{DrawFact, DrawStep};
use crate::orders::officer_of;
use jinqiao_kernel::AccountId;
use jinqiao_platform::letter::{Letter, MessageTopic, Recipient, Writer, because};

/// Letters of this part.
pub const LETTERS: Writer = Writer {
    name: "servicing.letters",
    about: &["servicing."],
    topic: MessageTopic::Order,
    write: |tx, fact| {
        Box::pin(async move {
            let fact: DrawFact = fact.decode()?;
            let officer = officer_of(tx.conn(), fact.order).await?;
            Ok(of_draw(&fact, officer))
        })
    },
};

fn of_draw(fact: &DrawFact, officer: AccountId) -> Vec<Letter> {
    let (no, order, why) = (&fact.voucher_no, &fact.order_no, because(fact.reason.as_ref()));
    let amount = fact.amount.map(|amount| amount.to_string()).unwrap_or_default();
    let day = fact.day.map(|day| day.to_string()).unwrap_or_default();
    let firm = |title, body: String| {
        let (to, link) = (Recipient::Organization(fact.enterprise), format!("/enterprise/loans/{}", fact.draw));
        Letter { to, title, body, link }
    };
    let bank = |title, body: String| {
        let (to, link) = (Recipient::Officer(fact.institution, officer), format!("/institution/loans/{}", fact.draw));
        Letter { to, title, body, link }
    };
    match fact.step {
        DrawStep::Recorded => {
            vec![firm("请确认提款", format!("对接单 {order}：机构登记提款 {amount}，借据号 {no}，请核对后确认。"))]
        }
        DrawStep::AnswerSoon => {
            vec![firm("确认提款的时限将至", format!("借据 {no}：请核对提款金额并确认，逾期视为确认。"))]
        }
        DrawStep::Rejected => vec![bank("企业认为提款登记有误", format!("借据 {no}：企业未确认提款。{why}"))],
        DrawStep::Withdrawn => vec![firm("提款登记已撤回", format!("借据 {no}：机构撤回了提款登记。{why}"))],
        DrawStep::Collected => vec![firm("还款已登记", format!("借据 {no}：机构登记 {day} 还款 {amount}。"))],
        DrawStep::CollectedEarly => {
            vec![firm("提前还款已登记", format!("借据 {no}：机构登记 {day} 提前还款 {amount}，还款计划已重算。"))]
        }
        DrawStep::Reversed => vec![firm("还款登记已冲正", format!("借据 {no}：机构冲正了一笔还款登记。{why}"))],
        DrawStep::Settled => vec![firm("贷款已结清", format!("借据 {no} 已结清。{why}"))],
        DrawStep::Extended => vec![firm("还款计划已更新", format!("借据 {no} 展期至 {day}，还款计划已重算。"))],
        DrawStep::Checked => vec![firm("贷款用途核查", format!("借据 {no}：机构登记了用途核查。{why}"))],
        DrawStep::Signal => vec![bank("贷后风险信号", format!("借据 {no}：{why}请关注还款安排。"))],
        DrawStep::DueSoon => {
            vec![firm("还款日将至", format!("借据 {no}：{day} 应还本息 {amount}，请提前备足资金。"))]
        }
        DrawStep::Overdue => {
            let stage = fact.stage.map(|stage| stage.text()).unwrap_or_default();
            vec![
                firm("贷款已逾期", format!("借据 {no}：{stage}，应还未还本息 {amount}，请尽快与机构联系。")),
                bank("贷款逾期", format!("借据 {no}：{stage}，应还未还本息 {amount}。")),
            ]
        }
        DrawStep::Recovered => vec![bank("逾期已还清", format!("借据 {no}：逾期本息已还清。"))],
        // The order's own letter says that the payment was confirmed; the rest leads to something that is told.
        DrawStep::Opened | DrawStep::Look | DrawStep::Late => vec![],
    }
}
