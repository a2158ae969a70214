//! What is written to whom about notices of change.

use super::facts::{AdjustmentFact, AdjustmentStep};
use jinqiao_kernel::{OrgId, Role};
use jinqiao_platform::letter::{Letter, MessageTopic, Recipient, Writer, because};

/// Letters of this concept.
pub const LETTERS: Writer = Writer {
    name: "adjustments.letters",
    about: &["adjustments."],
    topic: MessageTopic::Policy,
    write: |_, fact| Box::pin(async move { Ok(vec![of_adjustment(&fact.decode()?, fact.org)]) }),
};

/// The operators are told of what waits, the department of every step; each of what the other one took down. `by`: whose person it was.
fn of_adjustment(fact: &AdjustmentFact, by: Option<OrgId>) -> Letter {
    let AdjustmentFact { title: notice, adjustment, .. } = fact;
    let operators = fact.handler.map_or(Recipient::Role(Role::Operator), Recipient::Account);
    let department = Recipient::Organization(fact.department);
    let (to, title, body) = match fact.step {
        AdjustmentStep::Reported => (
            operators,
            "政策调整通知待处理",
            format!("部门提交了政策调整通知：{notice}。请在时限内确认事项已更新，或发布说明。"),
        ),
        AdjustmentStep::Reminder => (operators, "政策调整通知将到期", format!("政策调整通知将到办理期限：{notice}。")),
        AdjustmentStep::Overdue => (
            Recipient::Role(Role::Operator),
            "政策调整通知已逾期",
            format!("政策调整通知已超过办理期限：{notice}。请尽快处理。"),
        ),
        AdjustmentStep::Taken => (
            department,
            "政策调整通知已受理",
            format!("平台已受理政策调整通知：{notice}。如需修改事项，请尽快发布新版本。"),
        ),
        AdjustmentStep::Renewed => (department, "政策调整通知已办结", format!("平台已确认事项更新：{notice}。")),
        AdjustmentStep::Explained => {
            (department, "政策调整说明已发布", format!("调整说明已在事项页面发布：{notice}。"))
        }
        AdjustmentStep::Recalled => (
            if by == Some(fact.department) { operators } else { department },
            "政策调整说明已撤下",
            format!("调整说明已从事项页面撤下：{notice}。{}", because(fact.reason.as_ref())),
        ),
        AdjustmentStep::Returned => (
            department,
            "政策调整通知被退回",
            format!("政策调整通知被退回：{notice}。{}", because(fact.reason.as_ref())),
        ),
    };
    let centre = if to == department { "government" } else { "operator" };
    Letter { to, title, body, link: format!("/{centre}/adjustments/{adjustment}") }
}
