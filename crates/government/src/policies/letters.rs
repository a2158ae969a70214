//! What is written to whom when something has happened to an item.

use super::{PolicyFact, PolicyStep};
use jinqiao_kernel::Role;
use jinqiao_platform::letter::{Letter, MessageTopic, Recipient, Writer};

/// Letters of this concept.
pub const LETTERS: Writer = Writer {
    name: "policies.letters",
    about: &["policies."],
    topic: MessageTopic::Policy,
    write: |_, fact| Box::pin(async move { Ok(of_policy(&fact.decode()?)) }),
};

/// On a step of an item: those who check are told that one waits, the department what became of it.
fn of_policy(fact: &PolicyFact) -> Vec<Letter> {
    let PolicyFact { title: item, number, .. } = fact;
    let why = fact.reason.as_ref().map(|reason| format!("：{reason}")).unwrap_or_default();
    let (to, title, body) = match fact.step {
        PolicyStep::Submitted => {
            let body = format!("“{item}”（第 {number} 版）已提交，请由编写人以外的人员核校。");
            (Recipient::Role(Role::Government), "政策事项待核校", body)
        }
        PolicyStep::Checked => {
            let body = format!("“{item}”（第 {number} 版）核校通过，可以发布。");
            (Recipient::Organization(fact.department), "政策事项核校通过", body)
        }
        PolicyStep::Returned => {
            let body = format!("“{item}”（第 {number} 版）被退回补正{why}");
            (Recipient::Organization(fact.department), "政策事项核校退回", body)
        }
        PolicyStep::Published => {
            let body = format!("“{item}”（第 {number} 版）已发布，企业可在平台查看。");
            (Recipient::Organization(fact.department), "政策事项已发布", body)
        }
        PolicyStep::Recalled
        | PolicyStep::Scheduled
        | PolicyStep::Due
        | PolicyStep::Suspended
        | PolicyStep::Resumed
        | PolicyStep::Closed
        | PolicyStep::Archived => return vec![],
    };
    vec![Letter { to, title, body, link: format!("/government/policies/{}", fact.policy) }]
}
