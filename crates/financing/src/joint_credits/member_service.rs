//! Steps of a member, the lead among them.

use super::{
    access::check_role,
    course::order_of,
    entity::{Member, member},
    facts::JointStep,
    group::{Group, StepDetails},
    model::{JointActionKind, JointMemberState, JointRole, JointState},
    write::{Then, write},
};
use crate::orders::{Order, OrderState, check_certified, mine};
use jinqiao_db::{Asked, Db};
use jinqiao_kernel::{Actor, Checks, Error, JointCreditId, Money, Rate, Result};
use jinqiao_platform::organizations;
use sea_orm::Set;
use serde::Deserialize;
use utoipa::ToSchema;

/// A share that an institution takes.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommitIn {
    /// Of the loan, or of the guarantee, fen.
    pub amount: Money,
    /// Lenders: yearly rate, 0.001 %.
    pub rate: Option<Rate>,
    /// Guarantors: fee over the whole term, fen.
    #[serde(default)]
    pub fee: Money,
}

impl CommitIn {
    fn check(&self, group: &Group, role: JointRole) -> Result<()> {
        let mut checks = Checks::new();
        let (total, guaranteed) = (group.joint.total, group.joint.guaranteed);
        let (least, most) = match role {
            JointRole::Lead => group.joint.rules.0.lead_share(total).into_inner(),
            JointRole::Lender => (Money::wan(1), total),
            JointRole::Guarantor => (Money::wan(1).min(guaranteed), guaranteed),
        };
        checks.range("amount", self.amount, least..=most, &format!("份额须在 {least}至 {most}之间"));
        if role == JointRole::Guarantor {
            checks.that("rate", self.rate.is_none(), "担保机构不填写利率").range(
                "fee",
                self.fee,
                Money::ZERO..=self.amount,
                "担保费不超过担保金额",
            );
        } else {
            let rate = self.rate.unwrap_or(Rate(0));
            checks.range("rate", rate, Rate::LEAST..=Rate::MOST, "年化利率须在 0.001% 至 24% 之间").that(
                "fee",
                self.fee == Money::ZERO,
                "出资机构不收取担保费",
            );
        }
        checks.done()
    }
}

/// An institution that has made the enterprise an offer of its own takes part with that order, or not at all.
async fn check_own_order(group: &Group, actor: &Actor) -> Result<()> {
    let own = mine(group.tx.conn(), actor.org, vec![group.demand.id]).await?;
    let usable = |order: &Order| order.joint_id.is_none() && order.state.bind_to_joint_credit().is_ok();
    if own.iter().all(usable) {
        Ok(())
    } else {
        Err(Error::conflict("joint_credits.has_order", "贵机构在此需求上的对接已有结果，不能参加联合授信"))
    }
}

/// The actor's own part; one that came by itself gets it now.
async fn part_of(group: &mut Group, actor: &Actor) -> Result<Member> {
    if let Some(own) = group.member(actor.org) {
        return Ok(own.clone());
    }
    let own = organizations::by_id(group.tx.conn(), actor.org).await?;
    let role = check_role(own.institution_type)?;
    if role == JointRole::Guarantor && group.joint.guaranteed == Money::ZERO {
        return Err(Error::conflict("joint_credits.wrong_type", "方案中没有担保金额，担保机构不能参加"));
    }
    group.add(actor.org, role, JointMemberState::Invited).await
}

/// Takes a share, or changes it, until the group stands.
///
/// # Errors
/// `organizations.not_certified`; `validation`; `joint_credits.wrong_state`, `joint_credits.wrong_type`,
/// `joint_credits.has_order`; `conflict.stale`; `not_found`.
pub async fn commit(db: &Db, actor: &Actor, id: JointCreditId, version: i32, input: &CommitIn) -> Result<()> {
    check_certified(actor)?;
    let asked = Asked::new(JointActionKind::Commit, "joint_credits.commit", version);
    write(db, actor, id, &asked, |mut group, to| async move {
        if !organizations::by_id(group.tx.conn(), actor.org).await?.certified {
            return Err(Error::forbidden("贵机构的认证已被取消"));
        }
        let own = part_of(&mut group, actor).await?;
        if own.role != JointRole::Lead {
            check_own_order(&group, actor).await?;
        }
        input.check(&group, own.role)?;
        let mut row = member::ActiveModel {
            state: Set(own.state.commit()?),
            wanted: Set(input.amount),
            share: Set(input.amount),
            rate: Set(input.rate),
            fee: Set(input.fee),
            // Why it passed before no longer holds.
            reason: Set(None),
            committed_at: Set(Some(group.tx.now())),
            ..Default::default()
        };
        if own.role != JointRole::Lead {
            (row.officer_id, row.unit_id) = (Set(Some(actor.account)), Set(Some(actor.unit)));
        }
        group.put(&own, row).await?;
        let telling = StepDetails { about: Some(actor.org), amount: Some(input.amount), ..StepDetails::default() };
        group.move_to(to, Default::default(), JointStep::Committed, telling, false).await?;
        Ok(Then::Rest)
    })
    .await
}

/// Takes no share, or gives it back before the group stands.
///
/// # Errors
/// `validation`; `joint_credits.wrong_state`; `conflict.stale`.
pub async fn pass(db: &Db, actor: &Actor, id: JointCreditId, version: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 2..=500).done()?;
    let asked = Asked::new(JointActionKind::Pass, "joint_credits.pass", version).because(reason);
    write(db, actor, id, &asked, |mut group, to| async move {
        let own = group.member(actor.org).cloned().ok_or_else(Error::not_found)?;
        let row = member::ActiveModel {
            state: Set(own.state.pass()?),
            reason: Set(Some(reason.to_owned())),
            wanted: Set(Money::ZERO),
            share: Set(Money::ZERO),
            ..Default::default()
        };
        group.put(&own, row).await?;
        let telling = StepDetails { about: Some(actor.org), ..StepDetails::default() };
        group.move_to(to, Default::default(), JointStep::Passed, telling, false).await?;
        Ok(Then::Rest)
    })
    .await
}

/// Grants the own share; with the last one the sheet goes to the enterprise.
///
/// # Errors
/// `validation`; `joint_credits.wrong_state`; `joint_credits.not_ready` while the own order is not in credit review;
/// `conflict.stale`.
pub async fn approve(db: &Db, actor: &Actor, id: JointCreditId, version: i32, conditions: Option<&str>) -> Result<()> {
    Checks::new().optional_text("conditions", conditions, 1_000).done()?;
    let asked = Asked::new(JointActionKind::Approve, "joint_credits.approve", version);
    write(db, actor, id, &asked, |mut group, to| async move {
        let own = group.member(actor.org).cloned().ok_or_else(Error::not_found)?;
        let orders = group.orders().await?;
        if order_of(&own, &orders)?.state != OrderState::CreditReview {
            let message = "请先在对接单中完成尽职调查、进入授信审批，再审批联合授信份额";
            return Err(Error::conflict("joint_credits.not_ready", message));
        }
        group.tx.disarm(own.id).await?;
        let row = member::ActiveModel {
            state: Set(own.state.approve()?),
            conditions: Set(conditions.filter(|text| !text.trim().is_empty()).map(str::to_owned)),
            decided_at: Set(Some(group.tx.now())),
            due_at: Set(None),
            ..Default::default()
        };
        group.put(&own, row).await?;
        let telling = StepDetails { about: Some(actor.org), amount: Some(own.share), ..StepDetails::default() };
        group.move_to(to, Default::default(), JointStep::Approved, telling, false).await?;
        if group.settled(group.joint.state) == JointState::JointOffer {
            group.offer().await?;
            return Ok(Then::Follow);
        }
        Ok(Then::Rest)
    })
    .await
}
