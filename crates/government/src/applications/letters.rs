//! What is written to whom when something has happened to an application.

use super::{
    ApplicationFact, ApplicationState, ApplicationStep,
    seats::{NOBODY_LEFT, anybody_left},
    store,
};
use jinqiao_db::Tx;
use jinqiao_kernel::{OrgId, Result};
use jinqiao_platform::letter::{Letter, MessageTopic, Recipient, Writer};
use sea_orm::ActiveEnum as _;

/// Letters of this concept.
pub const LETTERS: Writer = Writer {
    name: "applications.letters",
    about: &["applications."],
    topic: MessageTopic::Policy,
    write: |tx, fact| {
        Box::pin(async move {
            let fact: ApplicationFact = fact.decode()?;
            // Whoever holds it now, which a reminder set before could not know.
            let holder = store::holder(tx.conn(), fact.application).await?;
            let waiting = store::waiting(tx.conn(), fact.department, fact.state).await?;
            let held = ApplicationFact { claimed_by: holder.or(fact.claimed_by), ..fact.clone() };
            let mut letters = of_application(&held, waiting);
            if matches!(fact.step, ApplicationStep::Objected | ApplicationStep::Appealed) {
                // Before the others: nobody gets two letters about one fact.
                letters.splice(..0, nobody_left(&tx, &fact).await?);
            }
            if matches!(fact.step, ApplicationStep::ObjectionUpheld | ApplicationStep::ObjectionDismissed) {
                let last = store::objections(tx.conn(), fact.application).await?.pop();
                letters.extend(last.map(|objection| to_objector(&fact, objection.org_id)));
            }
            Ok(letters)
        })
    },
};

/// To whoever objected: what came of it.
fn to_objector(fact: &ApplicationFact, org: OrgId) -> Letter {
    let upheld = fact.step == ApplicationStep::ObjectionUpheld;
    let what = if upheld { "成立，部门将重新审核" } else { "不成立，继续公示" };
    Letter {
        to: Recipient::Organization(org),
        title: "公示异议已答复",
        body: format!("贵单位对“{}”公示提出的异议{what}{}", fact.title, why(fact)),
        link: "/publicity".into(),
    }
}

/// To the primary account: everybody has decided about it already, so that somebody else has to join.
async fn nobody_left(tx: &Tx, fact: &ApplicationFact) -> Result<Option<Letter>> {
    let row = store::reviewed(tx.conn(), fact.department, fact.application).await?;
    let left = anybody_left(tx.conn(), &row, None).await?;
    Ok((!left).then(|| Letter {
        to: Recipient::Primary(fact.department),
        title: "请添加一位审核人员",
        body: format!("“{}”申请（{}）的异议或申诉须由另一人处理。{NOBODY_LEFT}。", fact.title, fact.no),
        link: format!("/government/applications/{}", fact.application),
    }))
}

/// 。, or 。原因：…。
fn why(fact: &ApplicationFact) -> String {
    let reason = fact.reason.as_deref().map(|reason| reason.trim_end_matches('。'));
    reason.map_or_else(|| "。".to_owned(), |reason| format!("。原因：{reason}。"))
}

/// On a step of an application: the department when something waits for it, the enterprise about everything that others do. `waiting` of
/// the department's wait for the same; one letter to whoever could take them up says how many.
fn of_application(fact: &ApplicationFact, waiting: u64) -> Vec<Letter> {
    let ApplicationFact { no, title: item, .. } = fact;
    let why = why(fact);
    let amount = fact.amount.map(|amount| format!("，金额 {amount}")).unwrap_or_default();
    let what = format!("“{item}”申请（{no}）");
    let pool = |title, body: String| Letter {
        to: Recipient::Pool(fact.department),
        title,
        body: format!("{body}目前{}的申请共 {waiting} 件。", fact.state.text()),
        // With the state: a letter takes the place of an unread one that says the same of the same work, and of no other.
        link: match fact.state.in_pool() {
            true => format!("/government/applications?view=all&state={}", fact.state.to_value()),
            false => format!("/government/payments?state={}", fact.state.to_value()),
        },
    };
    let late = matches!(fact.step, ApplicationStep::Reminded | ApplicationStep::Overdue);
    let shared =
        fact.state.in_pool() || late && matches!(fact.state, ApplicationState::Approved | ApplicationState::Paying);
    // Whoever works on it, else whoever could.
    let department = |title, body: String| match fact.claimed_by {
        None if shared => pool(title, body),
        holder => Letter {
            to: holder.map_or(Recipient::Organization(fact.department), Recipient::Account),
            title,
            body,
            link: format!("/government/applications/{}", fact.application),
        },
    };
    let enterprise = |title, body: String| Letter {
        to: Recipient::Organization(fact.enterprise),
        title,
        body,
        link: format!("/enterprise/applications/{}", fact.application),
    };
    let waits_for_enterprise = fact.state == ApplicationState::Correction;
    use ApplicationStep as Step;
    match fact.step {
        Step::Submitted => vec![department("新的政策申请待受理", format!("{what}已提交，请在时限内决定是否受理。"))],
        Step::Resubmitted => vec![department("政策申请已补正", format!("{what}已按要求补正，请继续初审。"))],
        Step::Withdrawn => vec![department("企业撤回政策申请", format!("{what}已由企业撤回{why}"))],
        Step::Accepted => vec![enterprise("政策申请已受理", format!("{what}已受理，正在初审。"))],
        Step::NotAccepted => vec![enterprise("政策申请不予受理", format!("{what}不予受理{why}如有异议，可申诉一次。"))],
        Step::FirstPassed => vec![
            enterprise("政策申请初审通过", format!("{what}初审通过，等待复审。")),
            pool("政策申请待复审", format!("{what}初审通过{amount}，请由初审人以外的人员复审。")),
        ],
        Step::Returned => vec![enterprise("政策申请需要补正", format!("{what}需要补正{why}请在时限内补正后提交。"))],
        Step::Refused => vec![enterprise("政策申请未通过", format!("{what}未通过审核{why}如有异议，可申诉一次。"))],
        Step::SecondPassed => vec![enterprise("政策申请复审通过", format!("{what}复审通过{amount}。"))],
        Step::SentBack => vec![department("复审退回初审", format!("{what}由复审退回初审{why}"))],
        Step::Objected => vec![
            department("公示期间收到异议", format!("{what}收到异议，请在时限内核实处理。")),
            enterprise("公示期间收到异议", format!("{what}在公示期间收到异议，正在核实。")),
        ],
        Step::ObjectionUpheld => vec![enterprise("公示异议成立", format!("{what}的公示异议成立，重新初审{why}"))],
        Step::ObjectionDismissed => vec![enterprise("公示异议不成立", format!("{what}的公示异议不成立，继续公示。"))],
        Step::Approved => vec![enterprise("政策申请审批通过", format!("{what}审批通过{amount}。"))],
        Step::Appealed => {
            vec![department("收到政策申请申诉", format!("{what}提出申诉{why}请由未参与审核的人员处理。"))]
        }
        Step::AppealUpheld => vec![enterprise("申诉成立", format!("{what}的申诉成立，重新初审{why}"))],
        Step::AppealDismissed => vec![enterprise("申诉不成立", format!("{what}的申诉不成立{why}"))],
        Step::Paid => vec![enterprise("政策资金已拨付", format!("{what}的资金已拨付{amount}，请注意查收。"))],
        Step::PaymentFailed => {
            vec![enterprise("政策资金拨付失败", format!("{what}的拨付未成功{why}请核对收款账户，等待重新拨付。"))]
        }
        Step::Recovered => vec![enterprise("政策资金已追回", format!("{what}的资金已追回{amount}{why}"))],
        Step::Lapsed => {
            vec![enterprise("政策申请逾期失效", format!("{what}未在时限内补正，已失效；受理期内可重新申请。"))]
        }
        Step::Reminded if waits_for_enterprise => {
            vec![enterprise("补正时限将至", format!("{what}请在时限内补正，逾期申请失效。"))]
        }
        Step::Reminded => vec![department("政策申请办理时限将至", format!("{what}的办理时限将至，请尽快处理。"))],
        Step::Overdue => vec![department("政策申请超过办理时限", format!("{what}已超过办理时限，请立即处理。"))],
        Step::Revoked => {
            vec![enterprise("政策申请审批被撤销", format!("{what}的审批已撤销{why}如有异议，可申诉一次。"))]
        }
        Step::PayeeCorrected => {
            vec![department("企业更正收款账户", format!("{what}的收款账户已由企业更正，拨付前请核对。"))]
        }
        Step::Consulted | Step::Advised | Step::Listed | Step::Ended => vec![],
    }
}
