//! What is written to whom when something has happened. Nothing here tells an institution who an enterprise is.

use crate::{
    certifications::{CertificationFact, CertificationStep},
    demands::{DemandFact, DemandState, DemandStep},
    files::{Disk, StorageLow},
    organizations::{OrgStep, OrganizationFact},
    products::{ProductFact, ProductStep},
    reviews::ReviewFact,
};
use jinqiao_kernel::{AccountId, OrderId, OrgId, OrgKind, Role};

/// Who gets a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    /// Every active account of an organisation.
    Organization(OrgId),
    /// Those at an institution who answer for an order: its officer of then, and the primary account.
    Officer(OrgId, OrderId),
    /// One account.
    Account(AccountId),
    /// Every active account of a role.
    Role(Role),
    /// The primary account of an organisation.
    Primary(OrgId),
}

/// A message to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    pub to: To,
    pub title: &'static str,
    pub body: String,
    /// Path of the page where the reader can act.
    pub link: String,
}

/// The reason as it is added to a message.
pub fn because(reason: Option<&String>) -> String {
    reason.map(|reason| format!("原因：{reason}")).unwrap_or_default()
}

/// On a review that is nearly, or already, late: to those who review.
pub fn of_review(fact: &ReviewFact) -> Letter {
    let (title, words) = if fact.over {
        ("审核已超过时限", "已超过审核时限，请立即处理。")
    } else {
        ("审核时限将至", "审核时限将至，请及时处理。")
    };
    let body = format!("{}：{words}", fact.title);
    Letter { to: To::Role(Role::Operator), title, body, link: "/operator".into() }
}

/// On a disk that is nearly full: to those who run the platform.
pub fn of_storage(fact: &StorageLow) -> Letter {
    let words = match Disk::of(fact.percent) {
        Disk::Scarce => "已停止接收附件上传，其他业务不受影响。请立即清理或扩容。",
        Disk::Low | Disk::Plenty => "达到 95% 时将停止接收附件上传，请尽快清理或扩容。",
    };
    let body = format!("存储空间已使用 {}%。{words}", fact.percent);
    Letter { to: To::Role(Role::Operator), title: "存储空间不足", body, link: "/operator".into() }
}

/// On a step of an organisation.
pub fn of_organization(fact: &OrganizationFact) -> Letter {
    let why = because(fact.reason.as_ref());
    let own =
        |title, body: String, link: &str| Letter { to: To::Organization(fact.org), title, body, link: link.into() };
    let home = match fact.kind {
        OrgKind::Enterprise => "/enterprise",
        OrgKind::Institution => "/institution",
        OrgKind::Agency => "/agency",
        OrgKind::Department => "/government",
        OrgKind::Operator => "/operator",
    };
    let operators = |title| Letter {
        to: To::Role(Role::Operator),
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
            to: To::Primary(fact.org),
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

/// On a step of an application to be certified.
pub fn of_certification(fact: &CertificationFact) -> Letter {
    match fact.step {
        CertificationStep::Applied => Letter {
            to: To::Role(Role::Operator),
            title: "新的认证申请待审核",
            body: format!("{} 申请平台认证，请审核。", fact.name),
            link: format!("/operator/certifications/{}", fact.org),
        },
        CertificationStep::Refused => {
            let home = if fact.kind == OrgKind::Agency { "/agency/card" } else { "/institution/card" };
            let body = format!("可按意见修改后再次申请。{}", because(fact.reason.as_ref()));
            Letter { to: To::Organization(fact.org), title: "认证申请未通过", body, link: home.into() }
        }
    }
}

/// On a step of a product.
pub fn of_product(fact: &ProductFact) -> Option<Letter> {
    let (name, why) = (&fact.name, because(fact.reason.as_ref()));
    let own = |title, body: String| {
        let link = format!("/institution/products/{}", fact.product);
        Some(Letter { to: To::Organization(fact.institution), title, body, link })
    };
    match fact.step {
        ProductStep::Submitted => Some(Letter {
            to: To::Role(Role::Operator),
            title: "新的产品待审核",
            body: format!("产品“{name}”第 {} 版已提交，请审核。", fact.number),
            link: format!("/operator/products/{}", fact.product),
        }),
        ProductStep::Approved => own("产品已上架", format!("产品“{name}”第 {} 版已通过审核并上架。", fact.number)),
        ProductStep::Returned => own("产品需要补正", format!("产品“{name}”需要补正后重新提交。{why}")),
        ProductStep::Refused => own("产品未通过审核", format!("产品“{name}”未通过审核。{why}")),
        ProductStep::ForcedOff => own("产品已被平台下架", format!("产品“{name}”已被平台下架。{why}")),
        ProductStep::Uncertified => own("产品已下架", format!("贵机构的认证已取消，产品“{name}”已下架。")),
        // The institution did it itself.
        ProductStep::Recalled | ProductStep::TakenOff | ProductStep::PutOn | ProductStep::Archived => None,
    }
}

/// On a step of a demand.
pub fn of_demand(fact: &DemandFact) -> Option<Letter> {
    let why = because(fact.reason.as_ref());
    let no = &fact.no;
    let own = |title, body: String| {
        let link = format!("/enterprise/demands/{}", fact.demand);
        Some(Letter { to: To::Organization(fact.enterprise), title, body, link })
    };
    match fact.step {
        DemandStep::Submitted => Some(Letter {
            to: To::Role(Role::Operator),
            title: "新的需求待审核",
            body: format!("需求 {no} 已提交，请审核。"),
            link: format!("/operator/demands/{}", fact.demand),
        }),
        DemandStep::Approved if fact.to == DemandState::Dispatched => {
            own("需求已通过审核", format!("需求 {no} 已通过审核，平台正在推送给匹配的机构。"))
        }
        DemandStep::Approved => own("需求已发布", format!("需求 {no} 已通过审核并发布，认证机构可以抢单。")),
        DemandStep::Dispatched => {
            let told = fact.reason.as_ref()?;
            own("需求已推送机构", format!("需求 {no}：{told}。机构接单后，您会收到报价。"))
        }
        DemandStep::Opened => own("需求公开抢单", format!("需求 {no} 已向全部认证机构公开，您会陆续收到报价。")),
        DemandStep::DraftReminded => own("草稿尚未提交", format!("需求草稿 {no} 尚未提交，完善后即可提交审核。")),
        DemandStep::CorrectionReminded => {
            own("补正时限将至", format!("需求 {no} 的补正时限将至，请尽快修改并重新提交。"))
        }
        DemandStep::ClosedExpired => {
            own("需求已关闭", format!("需求 {no} 未在补正时限内重新提交，已关闭。您可以复制为新的需求。"))
        }
        DemandStep::Unmatched => own(
            "需求未成功，可修改后重新提交",
            format!("需求 {no} 公开期满仍无机构报价。页面上列出了最接近的产品和改进建议，修改后可重新提交。"),
        ),
        DemandStep::Unanswered => Some(Letter {
            to: To::Role(Role::Operator),
            title: "需求无人报价，请人工推介",
            body: format!("需求 {no} 公开后暂无机构报价，请联系机构和企业。"),
            link: "/operator/unanswered".into(),
        }),
        DemandStep::DraftLapsed => Some(Letter {
            to: To::Organization(fact.enterprise),
            title: "草稿已删除",
            body: format!("需求草稿 {no} 长期未提交，已按规则删除。"),
            link: "/enterprise/demands".into(),
        }),
        DemandStep::Returned => own("需求需要补正", format!("需求 {no} 需要补正后重新提交。{why}")),
        DemandStep::Refused => own("需求未通过审核", format!("需求 {no} 未通过审核。{why}")),
        DemandStep::Reopened => own("需求重新公开", format!("需求 {no} 目前没有对接中的机构，已重新公开抢单。")),
        DemandStep::ClosedUnmatched => own(
            "申请未成功，可转为公开需求",
            format!("需求 {no} 的申请未成功。您可以修改后提交审核，转为公开需求，由其他认证机构报价。"),
        ),
        DemandStep::Agreed => own("需求已达成", format!("需求 {no} 已达成，不再接受其他报价。")),
        DemandStep::Fulfilled => own("融资完成", format!("需求 {no} 的资金已全部到位。")),
        DemandStep::PartiallyFulfilled => own("融资结束", format!("需求 {no} 已结束，部分金额已放款。")),
        // The order's own message says it already, or the enterprise did it itself.
        DemandStep::Applied | DemandStep::Continued | DemandStep::Negotiating | DemandStep::Withdrawn => None,
        // What follows from it says it.
        DemandStep::CorrectionLapsed | DemandStep::MarketLapsed | DemandStep::FollowedUp => None,
    }
}
