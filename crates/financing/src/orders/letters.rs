//! What is written to whom about an order. Nothing here tells an institution who an enterprise is.

use super::{
    OrderFact, OrderState, OrderStep, Turn, officer_of,
    parameters::{LIVE_ORDERS, TAKE_ON_DAYS},
};
use crate::{demands, products::FinancingKind};
use jinqiao_db::Tx;
use jinqiao_kernel::{AccountId, Result, Role};
use jinqiao_platform::{
    letter::{Letter, MessageTopic, Recipient, Writer, because},
    permissions::Parameters,
};

/// Letters about orders.
pub const LETTERS: Writer = Writer {
    name: "orders.letters",
    about: &["orders."],
    topic: MessageTopic::Order,
    write: |tx, fact| {
        Box::pin(async move {
            let told: OrderFact = fact.decode()?;
            let officer = officer_of(tx.conn(), told.order).await?;
            let circumstances = Circumstances::of(&tx, &told).await?;
            Ok(of_order(&told, fact.account, officer, &circumstances))
        })
    },
};

/// What the words of a letter depend on besides the step, as it is at the time of writing.
struct Circumstances {
    /// Working days in which an institution takes an application on.
    take_on_days: i64,
    /// The enterprise can have its demand offered to further institutions.
    rematch: bool,
}

impl Circumstances {
    async fn of(tx: &Tx, fact: &OrderFact) -> Result<Self> {
        let set = Parameters::now(tx.conn()).await?;
        let demand = demands::by_id(tx.conn(), fact.demand).await?;
        let room = i64::from(demand.live_orders) < set.value(LIVE_ORDERS);
        Ok(Self { take_on_days: set.value(TAKE_ON_DAYS), rematch: demand.on_market && room })
    }
}

/// On a step of an order: to the other side; about limits to whoever has to know.
fn of_order(fact: &OrderFact, by: Option<AccountId>, officer: AccountId, circumstances: &Circumstances) -> Vec<Letter> {
    let Circumstances { take_on_days, rematch } = *circumstances;
    let why = because(fact.reason.as_ref());
    let (no, demand) = (&fact.no, &fact.demand_no);
    let equity = fact.financing == FinancingKind::Equity;
    let amount = fact.amount.map(|amount| amount.to_string()).unwrap_or_default();
    let enterprise = |title, body: String| Letter {
        to: Recipient::Organization(fact.enterprise),
        title,
        body,
        link: format!("/enterprise/orders/{}", fact.order),
    };
    let institution = |title, body: String| Letter {
        to: Recipient::Officer(fact.institution, officer),
        title,
        body,
        link: format!("/institution/orders/{}", fact.order),
    };
    let letter = match fact.step {
        // What is done jointly is told once, by the joint credit.
        _ if fact.told_jointly() => return vec![],
        OrderStep::Reminded => near(fact, officer),
        OrderStep::Overdue => return over(fact, officer, rematch),
        OrderStep::ExpiredEnt | OrderStep::ExpiredInst | OrderStep::ExpiredOffer | OrderStep::Voided => {
            return ended(fact, officer, rematch);
        }
        // Who let it pass knows; what follows is the dispatch's business.
        OrderStep::Passed => return vec![],
        OrderStep::HandedOver => {
            let words = format!("对接单 {no}：机构更换了经办人，对接照常进行。");
            let inside = of_hand_over(fact, by, officer);
            return std::iter::once(enterprise("机构更换了经办人", words)).chain(inside).collect();
        }
        OrderStep::Invited => institution(
            "平台派单，请优先处理",
            format!(
                "需求 {demand}（{amount}）与贵机构的产品匹配，平台优先派给贵机构，请在派单时限内接单或说明不接单。"
            ),
        ),
        OrderStep::MaterialsLapsed => institution(
            "企业逾期未补充材料",
            format!("对接单 {no}：企业未在时限内补充材料，办理时限恢复计算，请根据已有材料继续办理。"),
        ),
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
            format!(
                "对接单 {no}：企业直接申请贵机构的产品，金额 {amount}，请在 {take_on_days} 个工作日内受理或说明不受理的原因。"
            ),
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
        OrderStep::JointOpened => institution(
            "企业在联合授信中确认贵机构",
            format!(
                "对接单 {no}：企业已向贵机构开放信息。请先联系企业并完成尽职调查，再在时限内审批联合授信份额 {amount}。"
            ),
        ),
        OrderStep::SecondOpened => institution(
            "二次授信进入审批",
            format!("对接单 {no}：双方已同意二次授信 {amount}，请在时限内作出授信决定。"),
        ),
        OrderStep::Held | OrderStep::Released => return standing_still(fact, officer),
        OrderStep::EndedWhileSuspended if fact.to == OrderState::Passed => return vec![],
        OrderStep::EndedWhileSuspended => {
            return both(fact, officer, "对接已终止", "因一方单位被平台暂停使用，对接已终止，不计入评价和信用积分。");
        }
        OrderStep::MaturityNear | OrderStep::MaturityClose | OrderStep::MaturityNext => return maturing(fact, officer),
        OrderStep::JointEnded => institution("联合授信结束", format!("对接单 {no} 随联合授信结束。{why}")),
        OrderStep::JointFulfilled => {
            institution("担保生效", format!("对接单 {no}：联合授信各机构均已放款，贵机构的担保生效。"))
        }
        OrderStep::Lost => {
            institution("企业已选择其他机构", format!("对接单 {no}（需求 {demand}）已结束：企业已选择其他机构。"))
        }
        OrderStep::WithdrawnWithDemand => {
            institution("需求已撤回", format!("对接单 {no}（需求 {demand}）已结束：企业撤回了需求。"))
        }
    };
    vec![letter]
}

/// One side is suspended, or at work again: both are told, the suspended one reads it afterwards.
fn standing_still(fact: &OrderFact, officer: AccountId) -> Vec<Letter> {
    let (title, words) = match fact.step {
        OrderStep::Held => (
            "对接暂停办理",
            "因一方单位被平台暂停使用，办理时限暂停计算。您可以等待恢复，也可以终止对接，不影响评价和信用积分。",
        ),
        _ => ("对接恢复办理", "单位已恢复使用，办理时限按剩余时间继续计算。"),
    };
    both(fact, officer, title, words)
}

fn both(fact: &OrderFact, officer: AccountId, title: &'static str, words: &str) -> Vec<Letter> {
    let letter = |to, side: &str| Letter {
        to,
        title,
        body: format!("对接单 {}：{words}", fact.no),
        link: format!("/{side}/orders/{}", fact.order),
    };
    // What nobody has taken is not the enterprise's yet.
    let enterprise =
        (fact.to != OrderState::Invited).then(|| letter(Recipient::Organization(fact.enterprise), "enterprise"));
    let institution = letter(Recipient::Officer(fact.institution, officer), "institution");
    enterprise.into_iter().chain([institution]).collect()
}

/// The loan ends soon: both sides may go on with it.
fn maturing(fact: &OrderFact, officer: AccountId) -> Vec<Letter> {
    let (no, when) = (&fact.no, fact.reason.as_deref().unwrap_or_default());
    let letter = |to, words: &str, side: &str| Letter {
        to,
        title: "贷款即将到期",
        body: format!("对接单 {no}：{when}，{words}"),
        link: format!("/{side}/orders/{}", fact.order),
    };
    vec![
        letter(Recipient::Organization(fact.enterprise), "需要继续使用资金的，可申请续贷或展期。", "enterprise"),
        letter(Recipient::Officer(fact.institution, officer), "请关注还款安排，可主动提供再授信。", "institution"),
    ]
}

/// Whoever has to act.
fn actor_of(fact: &OrderFact, officer: AccountId) -> (Recipient, String) {
    match fact.turn {
        Some(Turn::Enterprise) => {
            (Recipient::Organization(fact.enterprise), format!("/enterprise/orders/{}", fact.order))
        }
        _ => (Recipient::Officer(fact.institution, officer), format!("/institution/orders/{}", fact.order)),
    }
}

fn near(fact: &OrderFact, officer: AccountId) -> Letter {
    let (to, link) = actor_of(fact, officer);
    Letter {
        to, title: "办理时限将至", body: format!("对接单 {}：办理时限将至，请及时处理。", fact.no), link
    }
}

/// The escalation (domain 2.2): whoever has to act, then the operator, then the supervisor, then the other side. What
/// ends at once is told by its ending.
fn over(fact: &OrderFact, officer: AccountId, rematch: bool) -> Vec<Letter> {
    let (no, days) = (&fact.no, fact.late_days);
    let first = matches!(
        fact.to,
        OrderState::Contacting | OrderState::DueDiligence | OrderState::CreditReview | OrderState::Contracting
    );
    if fact.turn != Some(Turn::Institution) || !first {
        return vec![];
    }
    let (to, link) = actor_of(fact, officer);
    let body = match days {
        0 => format!("对接单 {no}：已超过办理时限，请立即处理。"),
        _ => format!("对接单 {no}：已超过办理时限 {days} 个工作日，请立即处理，逾期计入机构评价。"),
    };
    let mut letters = vec![Letter { to, title: "已超过办理时限", body, link }];
    let deciding = matches!(fact.to, OrderState::DueDiligence | OrderState::CreditReview);
    let above = |role, link: &str| {
        let body = format!("对接单 {no}（需求 {}）：机构已超过办理时限 {days} 个工作日。", fact.demand_no);
        Letter { to: Recipient::Role(role), title: "机构逾期未办理", body, link: link.into() }
    };
    match (fact.to, days) {
        (OrderState::Contacting, 1) | (OrderState::Contracting, 3) => {
            letters.push(above(Role::Operator, "/operator/overdue"));
        }
        (_, 3) if deciding => {
            letters.push(above(Role::Operator, "/operator/overdue"));
            letters.push(above(Role::Supervisor, "/government/overdue"));
        }
        (_, 5) if deciding => letters.push(Letter {
            to: Recipient::Organization(fact.enterprise),
            title: if rematch { "机构逾期，可重新匹配" } else { "机构逾期未办理" },
            body: format!(
                "对接单 {no}：机构已超过办理时限 {days} 个工作日。您可以继续等待，也可以{}。",
                if rematch { "重新匹配其他机构" } else { "撤回对接" }
            ),
            link: format!("/enterprise/orders/{}", fact.order),
        }),
        _ => {}
    }
    letters
}

/// The order ended by itself: both sides are told.
fn ended(fact: &OrderFact, officer: AccountId, rematch: bool) -> Vec<Letter> {
    let why = because(fact.reason.as_ref());
    let (title, enterprise, institution) = match fact.step {
        OrderStep::ExpiredEnt => {
            ("报价已失效", "您未在时限内选择该机构，报价已失效。", "企业未在时限内选择，报价已失效。")
        }
        OrderStep::ExpiredInst => {
            ("申请已结束", "机构未在时限内受理您的申请，您可以转为公开需求。", "贵机构未在时限内受理，申请已结束。")
        }
        OrderStep::ExpiredOffer => {
            ("授信已失效", "您未在有效期内接受，授信已失效。", "企业未在有效期内接受，授信已失效。")
        }
        _ => (
            "对接已作废",
            if rematch {
                "机构长时间未办理，对接已作废，您可以重新匹配其他机构。"
            } else {
                "机构长时间未办理，对接已作废。"
            },
            "逾期未办理，对接已作废，名额已退回。",
        ),
    };
    let letter = |to, words: &str, side: &str| Letter {
        to,
        title,
        body: format!("对接单 {}：{words}{why}", fact.no),
        link: format!("/{side}/orders/{}", fact.order),
    };
    vec![
        letter(Recipient::Organization(fact.enterprise), enterprise, "enterprise"),
        letter(Recipient::Officer(fact.institution, officer), institution, "institution"),
    ]
}

/// On a hand-over, what the institution's own people read.
fn of_hand_over(fact: &OrderFact, by: Option<AccountId>, officer: AccountId) -> Vec<Letter> {
    let Some(handed) = &fact.handed else { return vec![] };
    let new = Letter {
        to: Recipient::Officer(fact.institution, officer),
        title: "对接单移交",
        body: format!("对接单 {}已{}", fact.no, handed.note),
        link: format!("/institution/orders/{}", fact.order),
    };
    let old = Letter {
        to: Recipient::Account(handed.from),
        title: "您经办的对接单已移交",
        body: format!("对接单 {}已{}", fact.no, handed.note),
        link: "/institution/orders".into(),
    };
    if by == Some(handed.from) { vec![new] } else { vec![new, old] }
}
