//! What is written about a review that takes long.

use super::ReviewFact;
use crate::letter::{Letter, MessageTopic, Recipient, Writer};
use jinqiao_kernel::Role;

/// Letters of this concept.
pub const LETTERS: Writer = Writer {
    name: "reviews.letters",
    about: &["reviews.overdue", "reviews.reminded"],
    topic: MessageTopic::Review,
    write: |_, fact| Box::pin(async move { Ok(vec![of_review(&fact.decode()?)]) }),
};

/// On a review that is nearly, or already, late: to those who review.
fn of_review(fact: &ReviewFact) -> Letter {
    let (title, words) = if fact.over {
        ("审核已超过时限", "已超过审核时限，请立即处理。")
    } else {
        ("审核时限将至", "审核时限将至，请及时处理。")
    };
    let body = format!("{}：{words}", fact.title);
    Letter { to: Recipient::Role(Role::Operator), title, body, link: "/operator".into() }
}
