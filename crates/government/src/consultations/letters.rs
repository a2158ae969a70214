//! What is written to whom about consultations.

use super::facts::{ConsultationFact, ConsultationStep as Step};
use crate::applications::ApplicationStep;
use jinqiao_platform::letter::{Letter, MessageTopic, Recipient, Writer};

/// Letters of this concept.
pub const LETTERS: Writer = Writer {
    name: "consultations.letters",
    about: &["consultations."],
    topic: MessageTopic::Policy,
    write: |_, fact| Box::pin(async move { Ok(of_consultation(&fact.decode()?)) }),
};

/// The department that is asked when something waits for it or does not any more, whoever asked when the answer is there or does not come.
fn of_consultation(fact: &ConsultationFact) -> Vec<Letter> {
    let what = format!("“{}”申请（{}）", fact.title, fact.no);
    let asked = |title, body: String| Letter {
        to: Recipient::Pool(fact.asked),
        title,
        body,
        link: format!("/government/applications/consultations/{}", fact.consultation),
    };
    let asker = |title, body: String| Letter {
        to: Recipient::Account(fact.asked_by),
        title,
        body,
        link: format!("/government/applications/{}", fact.application),
    };
    let ended = || match fact.ended_by {
        Some(ApplicationStep::Withdrawn) => "申请已由企业撤回",
        Some(ApplicationStep::SentBack) => "申请已退回初审",
        _ => "复审已结束",
    };
    match fact.step {
        Step::Asked => vec![asked("有申请商请会商", format!("{what}商请贵部门会商，请在时限内答复。"))],
        Step::Reminded => vec![asked("会商时限将至", format!("{what}的会商时限将至，请尽快答复。"))],
        Step::Answered => {
            let verdict = fact.verdict.map(|verdict| verdict.text()).unwrap_or_default();
            vec![asker("收到会商意见", format!("{what}的会商已答复：{verdict}。"))]
        }
        Step::Closed => vec![asked("会商已结束", format!("{what}的会商已结束：{}，无需再答复。", ended()))],
        Step::Due => vec![
            asked("会商已逾期", format!("{what}的会商已逾期；复审结束前仍可答复。")),
            asker("会商逾期未答复", format!("{what}的会商逾期未答复，您可以直接作出复审决定。")),
        ],
    }
}
