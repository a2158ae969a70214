//! What is written to whom when something has happened. Nothing here tells an institution who an enterprise is.

use crate::{
    certifications::{CertificationFact, CertificationStep},
    demands::{DemandFact, DemandStep},
    orders::{OrderFact, OrderStep, RatingFact, RatingParty, RatingStep, Turn},
    organizations::{OrgStep, OrganizationFact},
    products::{FinancingKind, ProductFact, ProductStep},
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

fn because(reason: Option<&String>) -> String {
    reason.map(|reason| format!("原因：{reason}")).unwrap_or_default()
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
        DemandStep::Approved => own("需求已发布", format!("需求 {no} 已通过审核并发布，认证机构可以抢单。")),
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
        DemandStep::Applied | DemandStep::Negotiating | DemandStep::Withdrawn => None,
    }
}

/// On a step of an order: always to the other side.
pub fn of_order(fact: &OrderFact) -> Letter {
    let why = because(fact.reason.as_ref());
    let (no, demand) = (&fact.no, &fact.demand_no);
    let equity = fact.financing == FinancingKind::Equity;
    let amount = fact.amount.map(|amount| amount.to_string()).unwrap_or_default();
    let enterprise = |title, body: String| Letter {
        to: To::Organization(fact.enterprise),
        title,
        body,
        link: format!("/enterprise/orders/{}", fact.order),
    };
    let institution = |title, body: String| Letter {
        to: To::Officer(fact.institution, fact.order),
        title,
        body,
        link: format!("/institution/orders/{}", fact.order),
    };
    match fact.step {
        OrderStep::Reminded | OrderStep::Overdue => of_limit(fact),
        OrderStep::Corrected => {
            enterprise("机构更正了放款记录", format!("对接单 {no}：机构将放款金额更正为 {amount}，请核对。"))
        }
        OrderStep::Disputed => institution(
            "企业对放款有异议",
            format!("对接单 {no}：企业对登记的放款数据提出异议，请核对；确有错误的，请更正放款记录。"),
        ),
        OrderStep::DisputeSettled => {
            institution("放款异议已办结", format!("对接单 {no}：企业对放款数据的异议已办结。"))
        }
        OrderStep::HandedOver => {
            enterprise("机构更换了经办人", format!("对接单 {no}：机构更换了经办人，对接照常进行。"))
        }
        OrderStep::TranchePaid => {
            enterprise("投资款到账", format!("对接单 {no}：机构登记到账 {amount}，后续款项待付，请核对。"))
        }
        OrderStep::Disbursed if equity => {
            enterprise("投资款已付清", format!("对接单 {no}：机构登记最后一笔到账 {amount}，请核对并确认。"))
        }
        OrderStep::Approved if equity => {
            enterprise("收到投资条款书", format!("对接单 {no}：机构提交投资条款书 {amount}，请在有效期内确认。"))
        }
        OrderStep::Applied => institution(
            "企业申请贵机构的产品",
            format!("对接单 {no}：企业直接申请贵机构的产品，金额 {amount}，请在 1 个工作日内受理或说明不受理的原因。"),
        ),
        OrderStep::TakenOn => {
            enterprise("机构已受理申请", format!("对接单 {no}：机构已受理您的申请，将尽快与您联系。"))
        }
        OrderStep::MaterialsRequested => enterprise(
            "机构请您补充材料",
            format!("对接单 {no}：请补充 {}。", fact.reason.as_deref().unwrap_or_default()),
        ),
        OrderStep::MaterialsRecalled => {
            enterprise("不再需要补充材料", format!("对接单 {no}：机构撤回了补充材料的要求。"))
        }
        OrderStep::MaterialsProvided => {
            institution("企业已补充材料", format!("对接单 {no}：企业已补充材料，请继续尽职调查。"))
        }
        OrderStep::ReviewStarted if equity => enterprise("进入投资决策", format!("对接单 {no} 已进入投资决策。")),
        OrderStep::Refused if equity => enterprise("机构决定不投资", format!("对接单 {no} 未获投资。{why}")),
        OrderStep::Accepted if equity => {
            institution("企业接受投资条款", format!("对接单 {no}：企业接受投资条款 {amount}，请安排签约和付款。"))
        }
        OrderStep::OfferDeclined if equity => {
            institution("企业未接受投资条款", format!("对接单 {no}：企业未接受投资条款。{why}"))
        }
        OrderStep::Closed if equity => {
            institution("企业确认到账", format!("对接单 {no}：企业已确认投资款到账 {amount}，对接完成。"))
        }
        OrderStep::Grabbed => {
            enterprise("收到新的报价", format!("需求 {demand} 收到一家机构的意向报价 {amount}，请查看并选择。"))
        }
        OrderStep::Retracted => enterprise("机构撤回报价", format!("需求 {demand} 的一家机构撤回了报价。{why}")),
        OrderStep::Contacted => enterprise("机构已联系", format!("对接单 {no}：机构已登记首次联系，开始尽职调查。")),
        OrderStep::ReviewStarted => enterprise("进入授信审批", format!("对接单 {no} 已进入授信审批。")),
        OrderStep::Approved => {
            enterprise("机构同意授信", format!("对接单 {no}：机构同意授信 {amount}，请在有效期内确认。"))
        }
        OrderStep::Refused => enterprise("机构未同意授信", format!("对接单 {no} 未获授信。{why}")),
        OrderStep::Disbursed => {
            enterprise("机构已登记放款", format!("对接单 {no}：机构登记放款 {amount}，请核对并确认。"))
        }
        OrderStep::Confirmed => {
            institution("企业确认对接", format!("对接单 {no}：企业已确认对接并授权开放信息，请尽快联系。"))
        }
        OrderStep::Declined => {
            institution("企业未选择", format!("对接单 {no}（需求 {demand}）：企业未选择贵机构的报价。{why}"))
        }
        OrderStep::Accepted => {
            institution("企业接受授信", format!("对接单 {no}：企业接受授信 {amount}，请安排签约和放款。"))
        }
        OrderStep::OfferDeclined => institution("企业未接受授信", format!("对接单 {no}：企业未接受授信。{why}")),
        OrderStep::Withdrawn => institution("企业退出对接", format!("对接单 {no}：企业退出对接。{why}")),
        OrderStep::Closed => institution("企业确认放款", format!("对接单 {no}：企业已确认放款 {amount}，对接完成。")),
        OrderStep::Lost => {
            institution("企业已选择其他机构", format!("对接单 {no}（需求 {demand}）已结束：企业已选择其他机构。"))
        }
        OrderStep::Fallen => institution("需求已撤回", format!("对接单 {no}（需求 {demand}）已结束：企业撤回了需求。")),
    }
}

/// On a limit, to whom it binds.
fn of_limit(fact: &OrderFact) -> Letter {
    let (title, words) = if fact.step == OrderStep::Overdue {
        ("已超过办理时限", "已超过办理时限，请立即处理")
    } else {
        ("办理时限将至", "办理时限将至，请及时处理")
    };
    let (to, side) = match fact.turn {
        Some(Turn::Enterprise) => (To::Organization(fact.enterprise), "enterprise"),
        _ => (To::Officer(fact.institution, fact.order), "institution"),
    };
    Letter {
        to, title, body: format!("对接单 {}：{words}。", fact.no), link: format!("/{side}/orders/{}", fact.order)
    }
}

/// On a hand-over, what the institution's own people read.
pub fn of_hand_over(fact: &OrderFact, by: Option<AccountId>) -> Vec<Letter> {
    let Some(handed) = &fact.handed else { return vec![] };
    let new = Letter {
        to: To::Officer(fact.institution, fact.order),
        title: "对接单移交",
        body: format!("对接单 {}已{}", fact.no, handed.note),
        link: format!("/institution/orders/{}", fact.order),
    };
    let old = Letter {
        to: To::Account(handed.from),
        title: "您经办的对接单已移交",
        body: format!("对接单 {}已{}", fact.no, handed.note),
        link: "/institution/orders".into(),
    };
    if by == Some(handed.from) { vec![new] } else { vec![new, old] }
}

/// On a step of a rating. No marks and no words: they are read where the rules about who may see them hold.
pub fn of_rating(fact: &RatingFact) -> Letter {
    let no = &fact.order_no;
    let at = |org: OrgId| {
        let rates = org == fact.from;
        let enterprise = (fact.party == RatingParty::Enterprise) == rates;
        let side = if enterprise { "enterprise" } else { "institution" };
        let to = if enterprise { To::Organization(org) } else { To::Officer(org, fact.order) };
        (to, format!("/{side}/orders/{}", fact.order))
    };
    let letter = |(to, link), title, body| Letter { to, title, body, link };
    let why = because(fact.reason.as_ref());
    match fact.step {
        RatingStep::Given => letter(
            at(fact.to),
            "对方已完成评价",
            format!("对接单 {no}：对方已评价。请在评价期内完成评价，双方都评价后或评价期满后公开。"),
        ),
        RatingStep::Opened => letter(at(fact.to), "评价已公开", format!("对接单 {no}：双方评价均已公开，请查看。")),
        RatingStep::Replied => letter(at(fact.from), "对方回复了评价", format!("对接单 {no}：对方回复了您的评价。")),
        RatingStep::Appealed => letter(
            (To::Role(Role::Operator), format!("/operator/rating-appeals/{}", fact.rating)),
            "新的评价申诉",
            format!("对接单 {no} 的评价被申诉，请处理。"),
        ),
        RatingStep::Upheld => {
            letter(at(fact.to), "评价申诉成立", format!("对接单 {no}：申诉成立，该评价不再计入。{why}"))
        }
        RatingStep::Rejected => letter(at(fact.to), "评价申诉不成立", format!("对接单 {no}：申诉不成立。{why}")),
    }
}
