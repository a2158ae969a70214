//! A department reports that a policy has changed.

use super::{
    AdjustmentState,
    bounds::{ADJUSTMENTS, MOST_ITEMS},
    entity::{adjustment, item},
    facts::{AdjustmentFact, AdjustmentStep, named},
    parameters::ADJUSTMENT_DAYS,
    store,
};
use crate::policies::{self, Policy, is_link};
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_kernel::{Actor, Checks, Day, Error, PolicyId, Result};
use jinqiao_platform::{
    calendar::{WORKING_DAY, calendar},
    organizations,
    permissions::days_of,
};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// What a department reports.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AdjustmentIn {
    /// Number of the new document (文号); this or the link.
    #[serde(default)]
    #[schema(max_length = 60)]
    pub basis: String,
    /// Where it can be read; https.
    #[serde(default)]
    #[schema(max_length = 300)]
    pub link: String,
    /// What has changed, 10 to 2000 characters.
    #[schema(max_length = 2000)]
    pub change: String,
    /// Which of the own items it is about, one at least.
    #[schema(max_items = 10)]
    pub policies: Vec<PolicyId>,
    /// From when it counts.
    pub effective_on: Day,
}

impl AdjustmentIn {
    fn check(&self) -> Result<()> {
        let mut checks = Checks::new();
        checks
            .optional_line("basis", Some(&self.basis), 60)
            .that("basis", !self.basis.trim().is_empty() || !self.link.is_empty(), "请填写文号或原文网址")
            .optional_line("link", Some(&self.link), 300)
            .that("link", self.link.is_empty() || is_link(&self.link), "请填写以 https:// 开头的网址")
            .text("change", &self.change, 10..=2_000)
            .that("policies", !self.policies.is_empty(), "请选择涉及的政策事项")
            .that("policies", self.policies.len() <= MOST_ITEMS, &format!("最多 {MOST_ITEMS} 个事项"));
        let ids: Vec<_> = self.policies.iter().map(ToString::to_string).collect();
        checks.distinct("policies", &ids, "同一事项只需选择一次").done()
    }
}

/// The items, which are the department's own and published.
async fn own_items(tx: &Tx, actor: &Actor, ids: &[PolicyId]) -> Result<Vec<(Policy, i32)>> {
    let mut found = policies::by_ids(tx.conn(), ids.iter().copied()).await?;
    let own = |id: &PolicyId| {
        let item = found.remove(id)?;
        let number = item.published.filter(|_| item.listed && item.department_id == actor.org)?;
        Some((item, number))
    };
    ids.iter().map(own).collect::<Option<_>>().ok_or_else(Error::not_found)
}

/// Puts a notice before the operator, due in as many working days as are set.
///
/// # Errors
/// `validation`; `organizations.full`; `not_found` where an item is not the department's, or not published.
pub async fn report(db: &Db, actor: &Actor, input: &AdjustmentIn) -> Result<Uuid> {
    input.check()?;
    db.write_once(Intent::by(actor, "adjustments.report").detail(&input.change), |tx| async move {
        organizations::check_room(&tx, actor.org, ADJUSTMENTS, store::waiting_of(actor.org)).await?;
        let items = own_items(&tx, actor, &input.policies).await?;
        let calendar = calendar(tx.conn()).await?;
        let due_at = calendar.due(tx.now(), days_of(tx.conn(), ADJUSTMENT_DAYS).await?);
        let row = adjustment::Model {
            id: tx.id(),
            no: tx.document_no("TZ").await?,
            department_id: actor.org,
            state: AdjustmentState::Reported,
            waits: true,
            version: 1,
            basis: input.basis.trim().to_owned(),
            link: input.link.clone(),
            change: input.change.clone(),
            effective_on: input.effective_on.into(),
            reported_by: actor.account,
            created_at: tx.now(),
            due_at,
            taken_by: None,
            taken_at: None,
            ended_at: None,
            explanation: None,
            reason: None,
        };
        let id = row.id;
        tx.about(id);
        let titles: Vec<_> = items.iter().map(|(item, _)| item.latest_title.clone()).collect();
        let title = named(&row.no, &titles);
        let told = |step| AdjustmentFact {
            step,
            adjustment: id,
            title: title.clone(),
            department: row.department_id,
            handler: None,
            reason: None,
        };
        let reminder = (calendar.before(due_at, WORKING_DAY), told(AdjustmentStep::Reminder));
        tx.watch(id, [reminder], [(due_at, told(AdjustmentStep::Overdue))]).await?;
        tx.emit(&told(AdjustmentStep::Reported)).await?;
        adjustment::Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx.conn()).await?;
        let rows = items.iter().map(|(policy, number)| {
            let row = item::Model { adjustment_id: id, policy_id: policy.id, number: *number, explained_at: None };
            row.into_active_model().reset_all()
        });
        item::Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
        Ok(id)
    })
    .await
}
