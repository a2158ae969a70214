//! What is written to whom when something has happened to a consent. The institution reads nothing of the enterprise's
//! reasons. It stands here because the order knows who at the institution answers for it.

use super::officer_of;
use jinqiao_kernel::{AccountId, local_date};
use jinqiao_platform::{
    consents::{ConsentFact, ConsentStep},
    letter::{Letter, MessageTopic, Recipient, Writer},
};

/// Letters about consents.
pub const CONSENT_LETTERS: Writer = Writer {
    name: "consents.letters",
    about: &["consents."],
    topic: MessageTopic::Order,
    write: |tx, fact| {
        Box::pin(async move {
            let fact: ConsentFact = fact.decode()?;
            let officer = officer_of(tx.conn(), fact.order).await?;
            Ok(of_consent(&fact, officer))
        })
    },
};

/// On a step of a consent.
fn of_consent(fact: &ConsentFact, officer: AccountId) -> Vec<Letter> {
    let (no, day) = (&fact.order_no, local_date(fact.expires_at));
    let enterprise = |title, body: String| Letter {
        to: Recipient::Organization(fact.enterprise),
        title,
        body,
        link: format!("/enterprise/consents/{}", fact.consent),
    };
    let institution = |title, body: String| Letter {
        to: Recipient::Officer(fact.grantee, officer),
        title,
        body,
        link: format!("/institution/orders/{}", fact.order),
    };
    match fact.step {
        ConsentStep::Renewed => {
            let body = format!("对接单 {no}：企业重新签署了授权，有效期至 {day}，请查看开放的资料。");
            vec![institution("企业更新了授权", body)]
        }
        ConsentStep::Narrowed => {
            let body = format!("对接单 {no}：企业缩小了授权范围，部分资料不能再查看。");
            vec![institution("企业缩小了授权范围", body)]
        }
        ConsentStep::Revoked => {
            let body = format!("对接单 {no}：企业撤回了授权，不能再查看企业资料。");
            vec![institution("企业撤回授权", body)]
        }
        ConsentStep::Expiring => {
            let body =
                format!("对接单 {no} 的资料授权将于 {day} 到期。对接仍在进行的，可以延长授权；到期后机构不能再查看。");
            vec![enterprise("资料授权即将到期", body)]
        }
        ConsentStep::Expired => vec![
            enterprise("资料授权已到期", format!("对接单 {no} 的资料授权已到期，机构不能再查看贵企业的资料。")),
            institution("企业的授权已到期", format!("对接单 {no}：企业的授权已到期，不能再查看企业资料。")),
        ],
        // The order's own message says it already.
        ConsentStep::Granted | ConsentStep::Replaced | ConsentStep::OrderEnded => vec![],
    }
}
