//! What the operator does by hand: note a finding, and correct an entry by a reversing one. Each needs a reason.

use super::{
    PointEvent, PointSide, PointsFact, PointsStep,
    ledger::{self, PointTrigger},
};
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_financing::orders;
use jinqiao_kernel::{Actor, Checks, Error, OrgId, OrgKind, Result};
use jinqiao_platform::organizations;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A finding against an organisation.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingIn {
    /// What was found; only what the operator notes.
    pub event: PointEvent,
    /// Number of the order that it is about; none where it is about the organisation as a whole.
    #[schema(max_length = 40)]
    pub order_no: Option<String>,
    /// What was found, 5 to 500 characters; the organisation reads it.
    #[schema(min_length = 5, max_length = 500)]
    pub reason: String,
}

/// What a finding is about: one of the organisation's orders, or itself.
async fn subject_of(tx: &Tx, org: OrgId, order_no: Option<&str>) -> Result<Uuid> {
    let Some(no) = order_no.map(str::trim).filter(|no| !no.is_empty()) else { return Ok(org.into()) };
    let order = orders::of_party(tx.conn(), org, no).await?;
    order.map(Uuid::from).ok_or_else(|| Error::field("order_no", "该单位没有这张对接单"))
}

/// Notes a finding. Returns the number of its entry.
///
/// # Errors
/// `validation`; `not_found` for an organisation without points; `points.already_found` when the same was noted on that
/// order; `points.no_rule` when no points are taken for it now.
pub async fn find(db: &Db, actor: &Actor, org: OrgId, input: &FindingIn) -> Result<i64> {
    let mut checks = Checks::new();
    checks.text("reason", &input.reason, 5..=500).optional_line("order_no", input.order_no.as_deref(), 40);
    checks.that("event", input.event.finding(), "此项由系统自动计分").done()?;
    db.write_once(Intent::by(actor, "points.find").on(org).detail(&input.reason), |tx| async move {
        let (kind, side) = party(&tx, org).await?;
        if !input.event.sides().contains(&side) {
            return Err(Error::field("event", "此项不适用于该类单位"));
        }
        let subject = subject_of(&tx, org, input.order_no.as_deref()).await?;
        let on_order = subject != Uuid::from(org);
        if on_order && ledger::standing_entry(&tx, org, input.event, subject).await?.is_some() {
            return Err(Error::conflict("points.already_found", "该对接单已作过此项认定"));
        }
        let earlier = ledger::count(&tx, org, input.event, subject).await?;
        let occasion = PointTrigger {
            reference: format!("finding {}", earlier + 1),
            reason: Some(input.reason.trim().into()),
            ..PointTrigger::new(input.event, (side, org), subject, tx.now())
        };
        let entered = ledger::award(&tx, &occasion).await?;
        let number = entered.ok_or_else(|| Error::conflict("points.no_rule", "该项目前不扣分，或已达到扣分上限"))?;
        let entry = ledger::entry_of(&tx, org, number).await?;
        let fact = PointsFact {
            step: PointsStep::Found,
            org,
            number,
            kind,
            event: input.event,
            points: entry.points,
            reason: input.reason.trim().into(),
        };
        tx.emit(&fact).await?;
        Ok(number)
    })
    .await
}

/// An organisation with points, and its side.
async fn party(tx: &Tx, org: OrgId) -> Result<(OrgKind, PointSide)> {
    let kind = organizations::by_id(tx.conn(), org).await?.kind;
    Ok((kind, PointSide::of(kind).ok_or_else(Error::not_found)?))
}

/// Corrects an entry: a reversing one takes it back.
///
/// # Errors
/// `validation`; `not_found`; `points.reversed`.
pub async fn correct(db: &Db, actor: &Actor, org: OrgId, number: i64, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 5..=500).done()?;
    let detail = format!("冲正第 {number} 条：{reason}");
    db.write_once(Intent::by(actor, "points.reverse").on(org).detail(detail), |tx| async move {
        let entry = ledger::reverse(&tx, org, number, reason.trim()).await?;
        let (kind, _) = party(&tx, org).await?;
        let fact = PointsFact {
            step: PointsStep::Reversed,
            org,
            number,
            kind,
            event: entry.event,
            points: -entry.points,
            reason: reason.trim().into(),
        };
        tx.emit(&fact).await
    })
    .await
}
