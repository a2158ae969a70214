//! What is written to whom when something has happened to a complaint. Nothing here tells an institution who an enterprise is.

use super::{ComplaintFact, ComplaintKind, ComplaintStep};
use jinqiao_financing::orders;
use jinqiao_kernel::{AccountId, Role};
use jinqiao_platform::letter::{Letter, MessageTopic, Recipient, Writer};

/// Letters of this concept.
pub const LETTERS: Writer = Writer {
    name: "complaints.letters",
    about: &["complaints."],
    topic: MessageTopic::Complaint,
    write: |tx, fact| {
        Box::pin(async move {
            let fact: ComplaintFact = fact.decode()?;
            let officer = match fact.order {
                Some(order) => Some(orders::officer_of(tx.conn(), order).await?),
                None => None,
            };
            Ok(of_complaint(&fact, officer))
        })
    },
};

/// How a kind is called in a sentence.
fn named(kind: ComplaintKind) -> &'static str {
    match kind {
        ComplaintKind::Disbursement => "放款异议",
        ComplaintKind::Institution | ComplaintKind::Enterprise => "投诉",
        ComplaintKind::Objection => "数据或评分异议",
        ComplaintKind::Feedback => "意见反馈",
        ComplaintKind::Incident => "异常情况",
    }
}

/// Those who are told of one complaint, each with the page where they read it.
struct Readers<'a> {
    fact: &'a ComplaintFact,
    /// Who answers for the order that it is about, if it is about one.
    officer: Option<AccountId>,
}

impl Readers<'_> {
    fn letter(&self, to: Recipient, centre: &str, title: &'static str, body: String) -> Letter {
        Letter { to, title, body, link: format!("/{centre}/complaints/{}", self.fact.complaint) }
    }

    fn complainant(&self, title: &'static str, body: String) -> Letter {
        let centre = match self.fact.role {
            Role::Institution => "institution",
            Role::Supervisor => "government",
            _ => "enterprise",
        };
        self.letter(self.back(), centre, title, body)
    }

    fn back(&self) -> Recipient {
        match (self.fact.kind, self.officer) {
            (ComplaintKind::Enterprise, Some(officer)) => Recipient::Officer(self.fact.complainant, officer),
            _ => Recipient::Organization(self.fact.complainant),
        }
    }

    fn about(&self, title: &'static str, body: String) -> Option<Letter> {
        let about = self.fact.about?;
        Some(match (self.fact.kind, self.officer) {
            (ComplaintKind::Enterprise, _) => self.letter(Recipient::Organization(about), "enterprise", title, body),
            (_, Some(officer)) => self.letter(Recipient::Officer(about, officer), "institution", title, body),
            _ => return None,
        })
    }

    fn operators(&self, title: &'static str, body: String) -> Letter {
        let to = self.fact.handler.map_or(Recipient::Role(Role::Operator), Recipient::Account);
        self.letter(to, "operator", title, body)
    }

    fn supervisors(&self, title: &'static str, body: String) -> Option<Letter> {
        // Incidents are the supervisors' own.
        let copied = self.fact.kind.visible_to_government() && self.fact.kind != ComplaintKind::Incident;
        copied.then(|| self.letter(Recipient::Role(Role::Supervisor), "government", title, body))
    }
}

/// On a step of a complaint.
fn of_complaint(fact: &ComplaintFact, officer: Option<AccountId>) -> Vec<Letter> {
    let readers = Readers { fact, officer };
    let what = match &fact.order_no {
        Some(order) => format!("{}（{}，对接单 {order}）", fact.no, named(fact.kind)),
        None => format!("{}（{}）", fact.no, named(fact.kind)),
    };
    let why = fact.reason.as_ref().map(|reason| format!("：{reason}")).unwrap_or_default();
    let letters = match fact.step {
        ComplaintStep::Opened => [
            Some(readers.operators("新的投诉与异议待受理", format!("{what} 已提出，请指定经办人。"))),
            readers.about("收到投诉或异议", format!("{what} 涉及贵单位，可在平台答复前说明情况。")),
            readers.supervisors("投诉抄送", format!("{what} 已提出，抄送监督人员。")),
        ],
        ComplaintStep::Assigned => [
            Some(readers.operators("您经办的投诉与异议", format!("{what} 由您经办，请在时限内核查并答复。"))),
            Some(readers.complainant("平台已受理", format!("{what} 已受理，平台正在核查。"))),
            None,
        ],
        ComplaintStep::Explained => [
            Some(readers.operators("被反映方已说明情况", format!("{what}：被反映方已说明情况。"))),
            Some(readers.complainant("对方已说明情况", format!("{what}：对方已说明情况，请查看。"))),
            None,
        ],
        ComplaintStep::Answered => [
            Some(readers.complainant("平台已答复", format!("{what} 已答复，请确认；不满意的可要求重新处理。"))),
            readers.about("投诉或异议已答复", format!("{what} 已答复，请查看核查结论。")),
            None,
        ],
        ComplaintStep::Confirmed => [
            Some(readers.operators("提出方已确认答复", format!("{what}：答复已确认。"))),
            readers.about("投诉待整改", format!("{what}：提出方已确认答复，请按答复完成整改。")),
            None,
        ],
        ComplaintStep::Reopened => [
            Some(readers.operators("要求重新处理", format!("{what} 要求重新处理{why}"))),
            readers.about("投诉重新处理", format!("{what} 将重新处理，可再次说明情况。")),
            readers.supervisors("投诉重新处理", format!("{what}：提出方要求重新处理。")),
        ],
        ComplaintStep::Rectified => [
            Some(readers.complainant("整改完成", format!("{what} 已登记整改{why}"))),
            readers.about("整改已登记", format!("{what} 的整改已登记。")),
            None,
        ],
        ComplaintStep::Withdrawn => [
            Some(readers.operators("提出方已撤回", format!("{what} 已撤回{why}"))),
            readers.about("投诉或异议已撤回", format!("{what} 已由提出方撤回。")),
            None,
        ],
        ComplaintStep::Reminded if fact.complainants_turn => {
            let body = format!("{what} 的答复待您确认，逾期视为确认。");
            [Some(readers.complainant("请确认答复", body)), None, None]
        }
        ComplaintStep::Reminded => {
            [Some(readers.operators("投诉办理时限将至", format!("{what} 办理时限将至。"))), None, None]
        }
        ComplaintStep::Overdue => [
            // Whoever handles it did not; so all of the operator's people are told.
            Some(readers.letter(
                Recipient::Role(Role::Operator),
                "operator",
                "投诉办理超过时限",
                format!("{what} 已超过办理时限，请立即处理。"),
            )),
            readers.supervisors("投诉办理超过时限", format!("{what} 已超过办理时限。")),
            None,
        ],
        ComplaintStep::Lapsed => {
            let body = format!("{what}：期限内没有收到您的意见，视为确认答复。");
            [Some(readers.complainant("视为确认答复", body)), None, None]
        }
        ComplaintStep::Closed => [readers.supervisors("投诉已办结", format!("{what} 已办结。")), None, None],
    };
    letters.into_iter().flatten().collect()
}
