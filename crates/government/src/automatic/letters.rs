//! What is written to whom about lists of 免申即享.

use super::facts::{AutomaticFact, AutomaticStep};
use jinqiao_platform::letter::{Letter, MessageTopic, Recipient, Writer};

/// Letters of this concept.
pub const LETTERS: Writer = Writer {
    name: "automatic.letters",
    about: &["automatic."],
    topic: MessageTopic::Policy,
    write: |_, fact| Box::pin(async move { Ok(of_list(&fact.decode()?)) }),
};

/// The department when a list waits, the firm when it is asked.
fn of_list(fact: &AutomaticFact) -> Vec<Letter> {
    let AutomaticFact { title: item, list, .. } = fact;
    match (fact.step, fact.enterprise) {
        (AutomaticStep::Found, _) => vec![Letter {
            to: Recipient::Organization(fact.department),
            title: "免申即享名单待核对",
            body: format!("“{item}”的免申即享名单已生成，请由生成人以外的人员核对。"),
            link: format!("/government/automatic/{list}"),
        }],
        (AutomaticStep::Notified, Some(enterprise)) => {
            let amount = fact.amount.map(|amount| format!("，可享受 {amount}")).unwrap_or_default();
            vec![Letter {
                to: Recipient::Organization(enterprise),
                title: "贵企业可免申享受政策",
                body: format!(
                    "贵企业符合“{item}”的条件{amount}。无需申请，请在时限内确认收款账户并作出承诺；逾期未确认视为不享受。"
                ),
                link: "/enterprise/automatic".into(),
            }]
        }
        _ => vec![],
    }
}
