//! 积分规则管理, 企业评级, 机构评级: rules with effective dates, an append-only ledger, and grades with their inputs.
//! The platform enters what facts call for; the operator changes rules, notes findings and corrects.

mod assessment;
mod duties;
mod elapsed;
mod entity;
mod facts;
mod figures;
mod findings;
mod first_rules;
mod grade;
mod grants;
mod http;
mod http_operator;
mod ledger;
mod letters;
mod migrations;
mod model;
mod operator;
mod parameters;
mod quarter;
mod reactions;
mod records;
mod rules;
mod statement;
mod words;

pub use facts::{PointsFact, PointsStep};
pub use findings::{FindingIn, correct, find};
pub use first_rules::first_rules;
pub use grade::Grade;
pub use ledger::{Mismatch, PointTrigger, award, mismatches, take_back};
use migrations::migrations;
pub use model::{
    Cap, CapPeriod, CapUnit, Measure, PointEvent, PointSide, RuleTerms, Used, limit_by_caps, share_of_points,
};
use reactions::reactions;
pub use rules::{RuleIn, RuleStanding, RuleVersion, RuleView, change, publish_first_rules};
pub use statement::{FirmStanding, firm_standing};

use grants::PERMISSIONS;
use jinqiao_db::Reading;
use jinqiao_http::Routes;
use jinqiao_kernel::{DateTime, OrgId, Result};
use jinqiao_platform::concept::Concept;
use std::collections::HashMap;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations,
    reactions,
    letters: &[letters::LETTERS],
    words: &[words::WORDS],
    start: Some(|db| Box::pin(publish_first_rules(db))),
    codes: &["points.already_found", "points.no_rule", "points.reversed"],
    permissions: PERMISSIONS,
    parameters: &[parameters::PARAMETERS],
    published: &[parameters::QUARTER_POINTS],
    ..Concept::new("points")
};

/// Routes of this concept.
fn routes() -> Routes {
    http::routes().merge(http_operator::routes())
}

/// How an institution has worked.
#[derive(Clone, Copy, Debug, Default)]
pub struct InstitutionStanding {
    /// Its grade.
    pub grade: Option<Grade>,
    /// Limits kept of those that it had (时限达标率), thousandths; none for fewer than five.
    pub limits_kept: Option<i32>,
}

/// How institutions stand at `now`: by the last whole quarter, or by the one that runs while that has none.
pub async fn institution_standings(conn: &impl Reading, now: DateTime) -> Result<HashMap<OrgId, InstitutionStanding>> {
    let (_, rows) = assessment::holding(conn, now).await?;
    let standing = |row: &assessment::AssessmentRow| {
        let kept = row.figures.limits;
        let limits_kept = (kept.whole >= 5).then(|| i32::try_from(kept.part * 1_000 / kept.whole).unwrap_or_default());
        (row.id, InstitutionStanding { grade: row.graded.grade, limits_kept })
    };
    Ok(rows.iter().map(standing).collect())
}
