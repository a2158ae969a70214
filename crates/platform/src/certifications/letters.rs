//! What is written about an application to be certified.

use super::{CertificationFact, CertificationStep};
use crate::letter::{Letter, MessageTopic, Recipient, Writer, because};
use jinqiao_kernel::{OrgKind, Role};

/// Letters of this concept.
pub const LETTERS: Writer = Writer {
    name: "certifications.letters",
    about: &["certifications."],
    topic: MessageTopic::Organization,
    write: |_, fact| Box::pin(async move { Ok(vec![of_certification(&fact.decode()?)]) }),
};

/// On a step of an application to be certified, and when its picture was taken away.
fn of_certification(fact: &CertificationFact) -> Letter {
    let home = if fact.kind == OrgKind::Agency { "/agency/card" } else { "/institution/card" };
    let own = |title, body| Letter { to: Recipient::Organization(fact.org), title, body, link: home.into() };
    match fact.step {
        CertificationStep::Applied => Letter {
            to: Recipient::Role(Role::Operator),
            title: "新的认证申请待审核",
            body: format!("{} 申请平台认证，请审核。", fact.name),
            link: format!("/operator/certifications/{}", fact.org),
        },
        CertificationStep::Refused => {
            let body = format!("可按意见修改后再次申请。{}", because(fact.reason.as_ref()));
            own("认证申请未通过", body)
        }
        CertificationStep::MarkTaken => {
            let body =
                format!("平台撤下了贵单位的标识，改为显示单位简称，可以重新上传。{}", because(fact.reason.as_ref()));
            own("单位标识已被撤下", body)
        }
    }
}
