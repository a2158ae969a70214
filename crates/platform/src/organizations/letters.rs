//! What is written to an organisation about its registration, certification and suspension.

use super::{OrgStep, OrganizationFact};
use crate::letter::{Letter, MessageTopic, Recipient, Writer, because};
use jinqiao_kernel::{OrgKind, Role};

/// Letters of this concept.
pub const LETTERS: Writer = Writer {
    name: "organizations.letters",
    about: &["organizations."],
    topic: MessageTopic::Organization,
    write: |_, fact| Box::pin(async move { Ok(vec![of_organization(&fact.decode()?)]) }),
};

/// On a step of an organisation.
fn of_organization(fact: &OrganizationFact) -> Letter {
    let why = because(fact.reason.as_ref());
    let own = |title, body: String, link: &str| Letter {
        to: Recipient::Organization(fact.org),
        title,
        body,
        link: link.into(),
    };
    let home = match fact.kind {
        OrgKind::Enterprise => "/enterprise",
        OrgKind::Institution => "/institution",
        OrgKind::Agency => "/agency",
        OrgKind::Department => "/government",
        OrgKind::Operator => "/operator",
    };
    let operators = |title| Letter {
        to: Recipient::Role(Role::Operator),
        title,
        body: format!("{} 提交了注册资料，请审核。", fact.name),
        link: format!("/operator/organizations/{}", fact.org),
    };
    match fact.step {
        OrgStep::Registered => operators("新的注册待审核"),
        OrgStep::Resubmitted => operators("补正后的注册待审核"),
        OrgStep::Approved => own("注册审核通过", "贵单位的注册已通过审核，可以开始使用平台。".into(), home),
        OrgStep::Returned => own("注册资料需要补正", format!("请按提示补正后重新提交。{why}"), "/registration"),
        OrgStep::Refused => own("注册未通过审核", why, "/registration"),
        OrgStep::Certified => {
            let market = fact.kind == OrgKind::Institution;
            let more = if market { "，可以查看需求市场并抢单" } else { "，单位名片已公开" };
            own("已通过认证", format!("贵单位已通过平台认证{more}。"), home)
        }
        OrgStep::Uncertified => own("认证已取消", why, home),
        OrgStep::CodeClaimed => Letter {
            to: Recipient::Primary(fact.org),
            title: "有人使用贵单位的信用代码申请注册",
            body: "平台收到一份使用贵单位统一社会信用代码的注册申请，正在核实，贵单位的账号不受影响。\
                如为同事办理，请由主账号为其添加子账号；如非贵单位所为，可联系平台客服说明情况。"
                .into(),
            link: "/registration".into(),
        },
        OrgStep::Suspended => own("单位已被暂停使用", format!("平台暂停了贵单位的使用，账号暂时不能登录。{why}"), home),
        OrgStep::Resumed => own(
            "单位已恢复使用",
            format!("贵单位已恢复使用，产品、需求和对接单恢复办理，时限按暂停前的剩余时间继续计算。{why}"),
            home,
        ),
    }
}
