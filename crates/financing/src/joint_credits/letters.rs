//! What is written to whom about a joint credit. Members who do not know the enterprise yet read figures only.

use super::{
    JointFact, JointMemberFact, JointMemberStep, JointStep, JointTurn, figures::JointFigures, model::JointState,
};
use crate::orders::officer_of;
use jinqiao_kernel::{AccountId, Money, OrgId};
use jinqiao_platform::{
    letter::{Letter, MessageTopic, Recipient, Writer, because},
    organizations,
};

/// Letters about joint credits.
pub const LETTERS: Writer = Writer {
    name: "joint_credits.letters",
    about: &["joint_credits."],
    topic: MessageTopic::Order,
    write: |tx, fact| {
        Box::pin(async move {
            let fact: JointFact = fact.decode()?;
            let officer = officer_of(tx.conn(), fact.order).await?;
            let about = match fact.about {
                Some(about) => organizations::names(tx.conn(), [about]).await?.remove(&about).map(|org| org.name),
                None => None,
            };
            Ok(of_joint(&fact, officer, &about.unwrap_or_else(|| "一家成员".to_owned())))
        })
    },
};

/// Letters about members' own limits.
pub const MEMBER_LETTERS: Writer = Writer {
    name: "joint_members.letters",
    about: &["joint_members."],
    topic: MessageTopic::Order,
    write: |tx, fact| {
        Box::pin(async move {
            let fact: JointMemberFact = fact.decode()?;
            let officer = officer_of(tx.conn(), fact.order).await?;
            Ok(of_joint_member(&fact, officer).into_iter().collect())
        })
    },
};

/// On a step of a joint credit, which is about `who`: the enterprise and the lead know each member, and members each other once their data
/// were opened.
fn of_joint(fact: &JointFact, officer: AccountId, who: &str) -> Vec<Letter> {
    use JointStep::{
        Accepted, Approved, Cancelled, Closed, Committed, Consented, Declined, Dropped, Expired, Extended, Failed,
        FellShort, Formed, Invited, Lapsed, Left, Offered, Opened, Overdue, Passed, Proposed, Refused, Rejected,
        Reminded, ShrinkProposed, ShrinkRefused, Shrunk,
    };
    let (no, demand, why) = (&fact.no, &fact.demand_no, because(fact.reason.as_ref()));
    let amount = fact.amount.map(|amount| amount.to_string()).unwrap_or_default();
    let enterprise = |title, body: String| Letter {
        to: Recipient::Organization(fact.enterprise),
        title,
        body,
        link: format!("/enterprise/joint-credits/{}", fact.joint),
    };
    let link = || format!("/institution/joint-credits/{}", fact.joint);
    let lead = |title, body: String| Letter { to: Recipient::Officer(fact.lead, officer), title, body, link: link() };
    let one = |org: OrgId, title, body: String| Letter { to: Recipient::Organization(org), title, body, link: link() };
    let members =
        |title, body: &str| fact.members.iter().map(|org| one(*org, title, body.to_owned())).collect::<Vec<_>>();
    let asked =
        |title, body: &str| fact.invited.iter().map(|org| one(*org, title, body.to_owned())).collect::<Vec<_>>();
    let of_others = fact.about.is_some_and(|about| about != fact.lead);
    let invitation = format!("联合授信 {no}：贵机构受邀认购份额，请在邀请期内答复。企业信息在成团并经企业授权后开放。");
    match fact.step {
        Proposed => vec![enterprise(
            "机构提议联合授信",
            format!("需求 {demand}：对接机构提议联合其他机构共同授信，总额 {amount}，请答复是否同意邀请。"),
        )],
        Consented => {
            let told = lead("企业同意联合授信", format!("联合授信 {no}：企业同意邀请其他机构，邀请期已开始。"));
            [vec![told], asked("邀请参加联合授信", &invitation)].concat()
        }
        Invited => asked("邀请参加联合授信", &invitation),
        Rejected => vec![lead(
            "企业不同意联合授信",
            format!("联合授信 {no}：企业不同意邀请其他机构，贵机构可继续单独办理。{why}"),
        )],
        Committed if of_others => vec![lead("收到份额认购", format!("联合授信 {no}：收到{who}的认购 {amount}。"))],
        Passed => vec![lead("机构不参加联合授信", format!("联合授信 {no}：{who}答复不参加。"))],
        Formed => {
            let own =
                enterprise("联合授信已成团", format!("联合授信 {no} 已认购足额 {amount}，请确认成员并授权开放信息。"));
            let told = lead("联合授信已成团", format!("联合授信 {no} 已认购足额 {amount}，等待企业向成员开放信息。"));
            let body = format!("联合授信 {no} 已成团，请查看贵机构的份额；企业授权后开始审批。");
            [vec![own, told], members("联合授信已成团", &body)].concat()
        }
        FellShort => vec![lead(
            "联合授信认购不足",
            format!("联合授信 {no}：邀请期结束，共认购 {amount}，请选择延长邀请期、提议缩减总额或终止。"),
        )],
        Extended => asked("联合授信延长邀请期", &invitation),
        ShrinkProposed => vec![enterprise(
            "机构提议缩减联合授信总额",
            format!("联合授信 {no}：认购不足，牵头机构提议总额缩减为 {amount}，请答复。"),
        )],
        Shrunk => {
            let body = format!("联合授信 {no}：企业同意总额缩减为 {amount}，联合授信成团。");
            [vec![lead("企业同意缩减总额", body.clone())], members("联合授信已成团", &body)].concat()
        }
        ShrinkRefused => vec![lead("企业不同意缩减总额", format!("联合授信 {no}：企业不同意缩减总额。{why}"))],
        Opened => {
            vec![lead("企业已向成员开放信息", format!("联合授信 {no}：联合审批已开始，请在时限内审批贵机构的份额。"))]
        }
        Dropped => {
            let dropped =
                fact.about.map(|org| one(org, "企业未选择贵机构", format!("联合授信 {no}：企业未将贵机构纳入成员。")));
            let told =
                lead("企业未选择一家成员", format!("联合授信 {no}：企业未选择{who}，其份额（{amount}）重新认购。"));
            std::iter::once(told).chain(dropped).collect()
        }
        Approved if of_others => vec![lead("成员同意授信", format!("联合授信 {no}：{who}同意其份额 {amount}。"))],
        Refused | Left | Lapsed => {
            let (title, did) = match fact.step {
                Refused => ("成员不同意授信", "不同意授信"),
                Left => ("成员退出联合授信", "已退出"),
                _ => ("成员超过审批时限", "未在时限内审批"),
            };
            let body = format!("联合授信 {no}：{who}{did}，其份额为 {amount}。");
            let late = fact.about.filter(|_| fact.step == Lapsed);
            let late =
                late.map(|org| one(org, title, format!("联合授信 {no}：贵机构未在时限内审批，份额已重新认购。")));
            match &fact.figures {
                Some(left) => of_leaving(fact, left, &body, (title, enterprise, lead, one)),
                None => [enterprise(title, body.clone()), lead(title, body)].into_iter().chain(late).collect(),
            }
        }
        Offered => vec![enterprise(
            "收到联合授信方案",
            format!("联合授信 {no}：全部成员同意，方案总额 {amount}，请在有效期内答复。"),
        )],
        Accepted => {
            let guarantees =
                |org: &OrgId| fact.figures.as_ref().and_then(|of| of.part(*org)).is_some_and(|of| of.guarantees);
            let body = |act: &str| format!("联合授信 {no}：企业接受联合方案 {amount}，请安排{act}。");
            let title = "企业接受联合授信方案";
            let told = |org: &OrgId| {
                one(
                    *org,
                    title,
                    body(if guarantees(org) {
                        "签订担保合同，放款以担保落实为前提"
                    } else {
                        "签约和放款"
                    }),
                )
            };
            let of_members: Vec<_> = fact.members.iter().map(told).collect();
            [vec![lead(title, body("签约和放款"))], of_members].concat()
        }
        Declined => {
            let body = format!("联合授信 {no}：企业未接受联合方案。{why}");
            [vec![lead("企业未接受联合授信方案", body.clone())], members("企业未接受联合授信方案", &body)].concat()
        }
        Expired => {
            let body = format!("联合授信 {no}：方案超过有效期，已失效。");
            let both = vec![enterprise("联合授信方案已失效", body.clone()), lead("联合授信方案已失效", body.clone())];
            [both, members("联合授信方案已失效", &body)].concat()
        }
        Closed => {
            let rest = fact.figures.as_ref().zip(fact.amount).filter(|(of, paid)| of.total > *paid);
            let rest = rest.map(|(of, paid)| format!("，其余 {} 分次提款", Money(of.total.0 - paid.0)));
            let rest = rest.unwrap_or_default();
            let body = format!("联合授信 {no}：各机构均已放款，合计 {amount}{rest}，联合授信完成。");
            let title = "联合授信完成";
            let changed = |of: &&JointFigures| of.annual_cost != of.annual_cost_before;
            let guarantee = fact.figures.as_ref().filter(|of| of.guaranteed > Money::ZERO || changed(of));
            let whole = format!("{body}{}", guarantee.map(JointFigures::sentence).unwrap_or_default());
            let both = vec![enterprise(title, whole.clone()), lead(title, whole)];
            let own = |org: &OrgId| guarantee.map(|of| of.own_sentence(*org)).unwrap_or_default();
            let told = |org: &OrgId| one(*org, title, format!("{body}{}", own(org)));
            both.into_iter().chain(fact.members.iter().map(told)).collect()
        }
        Failed | Cancelled => {
            let body = format!("联合授信 {no} 未达成。{why}");
            let alone = |words: &str| if fact.goes_on { format!("{body}{words}") } else { body.clone() };
            let own = enterprise("联合授信未达成", alone("牵头机构的对接单可继续单独办理。"));
            let told = (fact.step == Failed).then(|| lead("联合授信未达成", alone("贵机构可继续单独办理。")));
            std::iter::once(own).chain(told).chain(members("联合授信未达成", &body)).collect()
        }
        Reminded => of_reminder(fact, enterprise, lead, asked),
        // The institution did it itself, or what follows from the limit is told by its own letter.
        Committed | Approved | Overdue => vec![],
    }
}

/// On a member that left what was promised: everybody reads what is left of it, each its own part too.
fn of_leaving(
    fact: &JointFact,
    left: &JointFigures,
    body: &str,
    (title, enterprise, lead, one): (
        &'static str,
        impl Fn(&'static str, String) -> Letter,
        impl Fn(&'static str, String) -> Letter,
        impl Fn(OrgId, &'static str, String) -> Letter,
    ),
) -> Vec<Letter> {
    let whole = format!("{body}{}", left.sentence());
    let free = match fact.to {
        JointState::Disbursing => "如不再合适，尚未放款的对接单可以退出。",
        _ => "请按现方案答复。",
    };
    let members = fact.members.iter().map(|org| one(*org, title, format!("{whole}{}", left.own_sentence(*org))));
    let lead = lead(title, format!("{whole}{}", left.own_sentence(fact.lead)));
    [enterprise(title, format!("{whole}{free}")), lead].into_iter().chain(members).collect()
}

/// On a limit whose end is near, to whom it binds.
fn of_reminder(
    fact: &JointFact,
    enterprise: impl Fn(&'static str, String) -> Letter,
    lead: impl Fn(&'static str, String) -> Letter,
    asked: impl Fn(&'static str, &str) -> Vec<Letter>,
) -> Vec<Letter> {
    let (title, body) = ("办理时限将至", format!("联合授信 {}：办理时限将至，请及时处理。", fact.no));
    match fact.turn {
        Some(JointTurn::Enterprise) => vec![enterprise(title, body)],
        Some(JointTurn::Lead) => vec![lead(title, body)],
        Some(JointTurn::Members) => {
            let told = lead("联合授信邀请期将至", format!("联合授信 {}：邀请期即将结束，请关注认购情况。", fact.no));
            std::iter::once(told).chain(asked(title, &body)).collect()
        }
        None => vec![],
    }
}

/// On a member's own limit.
fn of_joint_member(fact: &JointMemberFact, officer: AccountId) -> Option<Letter> {
    (fact.step == JointMemberStep::Reminded).then(|| Letter {
        to: Recipient::Officer(fact.institution, officer),
        title: "办理时限将至",
        body: format!("联合授信 {}：贵机构的审批时限将至，逾期份额将重新认购。", fact.no),
        link: format!("/institution/joint-credits/{}", fact.joint),
    })
}
