//! What the operator does to points: a finding, one that is taken back, and a rule that will change.

use super::stage::Stage;
use chrono::{Datelike, NaiveDate};
use jinqiao_insight::points::{FindingIn, PointEvent, PointSide, RuleIn, RuleTerms, correct, find};
use jinqiao_kernel::{Result, local_date};

/// Findings against two firms, of which one was a mistake.
pub async fn found(stage: &Stage) -> Result<()> {
    let operator = stage.actor("yunying1").await?;
    let finding = |reason: &str| FindingIn { event: PointEvent::OutOfContact, order_no: None, reason: reason.into() };
    let firm = stage.actor("chuangxin7").await?.org;
    find(&stage.db, &operator, firm, &finding("机构三次致电均无人接听，平台核实后仍未回复。")).await?;
    let firm = stage.actor("qiye1").await?.org;
    let mistaken = find(&stage.db, &operator, firm, &finding("机构反映联系电话无人接听。")).await?;
    stage.pass(20).await?;
    let why = "经核实，机构拨打的是已停用的旧号码，企业联系方式有效。";
    correct(&stage.db, &operator, firm, mistaken, why).await
}

/// First loans will count more from the next month on.
pub async fn planned(stage: &Stage) -> Result<()> {
    let today = local_date(stage.db.world().now());
    let next = (today.month0() + 1) % 12 + 1;
    let year = today.year() + i32::from(next == 1);
    let change = RuleIn {
        event: PointEvent::FirstLoan,
        side: PointSide::Institution,
        number: 1,
        terms: RuleTerms { points: 8, ..RuleTerms::default() },
        valid_from: NaiveDate::from_ymd_opt(year, next, 1).map(Into::into),
        note: "鼓励金融机构拓展首贷户".into(),
    };
    jinqiao_insight::points::change(&stage.db, &stage.actor("yunying1").await?, &change).await
}
