//! 积分规则管理, 企业评级, 机构评级: rules with effective dates, an append-only ledger, and grades with their inputs.
//! The platform enters what facts call for; the operator changes rules, notes findings and corrects.

mod assessment;
mod entity;
mod facts;
mod figures;
mod findings;
mod grade;
mod http;
mod http_operator;
mod ledger;
mod migrations;
mod model;
mod operator;
mod quarter;
mod reactions;
mod records;
mod rules;
mod statement;
mod tempo;

pub use facts::{PointsFact, PointsStep};
pub use findings::{FindingIn, correct, find};
pub use grade::Grade;
pub use ledger::{Mismatch, Occasion, award, mismatches};
pub use migrations::migrations;
pub use model::{Cap, CapPeriod, CapUnit, Measure, PointEvent, PointSide, RuleTerms, Used, cut, first_rules, shared};
pub use reactions::reactions;
pub use rules::{RuleIn, RuleStanding, RuleVersion, RuleView, change, publish_first_rules};

use jinqiao_http::Routes;
use jinqiao_kernel::{DateTime, OrgId, Result};
use sea_orm::ConnectionTrait;
use std::collections::HashMap;

/// Routes of this concept.
pub fn routes() -> Routes {
    http::routes().merge(http_operator::routes())
}

/// Grades of institutions as they hold at `now`: those of the last whole quarter, or of the one that runs while that has none.
///
/// # Errors
/// When the database fails.
pub async fn institution_grades(conn: &impl ConnectionTrait, now: DateTime) -> Result<HashMap<OrgId, Grade>> {
    let (_, rows) = assessment::holding(conn, now).await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.id, row.graded.grade?))).collect())
}
