//! What is written to an organisation when the operator has done something to its points.

use super::{PointsFact, PointsStep};
use jinqiao_kernel::OrgKind;
use jinqiao_platform::letter::{Letter, MessageTopic, Recipient, Writer};

/// Letters of this concept.
pub const LETTERS: Writer = Writer {
    name: "points.letters",
    about: &["points."],
    topic: MessageTopic::Points,
    write: |_, fact| Box::pin(async move { Ok(of_points(&fact.decode()?).into_iter().collect()) }),
};

/// On what the operator does to somebody's points.
fn of_points(fact: &PointsFact) -> Option<Letter> {
    let link = match fact.kind {
        OrgKind::Enterprise => "/enterprise/points",
        OrgKind::Institution => "/institution/points",
        OrgKind::Agency => "/agency/points",
        OrgKind::Department | OrgKind::Operator => return None,
    };
    let (points, reason) = (fact.points, &fact.reason);
    let (title, body) = match fact.step {
        PointsStep::Found => {
            ("平台作出扣分认定", format!("贵单位的信用积分变动 {points:+}。认定情况：{reason}。如有异议，请联系平台。"))
        }
        PointsStep::Reversed => ("信用积分记录已冲正", format!("贵单位的信用积分变动 {points:+}。原因：{reason}")),
    };
    Some(Letter { to: Recipient::Organization(fact.org), title, body, link: link.into() })
}
