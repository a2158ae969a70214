//! What happens when a limit is over: decided by how things stand then, so that it happens once and never to what has gone on.

use super::{
    entity::{Member, member},
    facts::{JointFact, JointMemberFact, JointStep},
    group::{Group, StepDetails},
    model::{JointMemberState, JointRole, JointState},
};
use crate::orders::{follow, stands_still};
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx};
use jinqiao_kernel::{JointCreditId, JointMemberId, Result};
use sea_orm::Set;

/// Reactions of this part.
pub fn reactions() -> Vec<Reaction> {
    vec![Reaction::new("joint_credits.limits", wants, run)]
}

fn wants(kind: &str) -> bool {
    matches!(kind, "joint_credits.overdue" | "joint_members.overdue")
}

fn run(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        if fact.kind == "joint_members.overdue" {
            let late = fact.decode::<JointMemberFact>()?;
            return Ok(member_is_late(&tx, late.joint, late.member).await?);
        }
        let late = fact.decode::<JointFact>()?;
        Ok(state_is_over(&tx, late.joint, late.to).await?)
    })
}

async fn state_is_over(tx: &Tx, id: JointCreditId, state: JointState) -> Result<()> {
    let mut group = Group::locked(tx, id).await?;
    let over = group.joint.due_at.is_some_and(|due| due <= tx.now());
    if group.joint.state != state || !over {
        return Ok(());
    }
    if stands_still(tx.conn(), group.parties()).await? {
        return group.postpone().await;
    }
    let full = group.context(group.joint.lead_id).full();
    let to = state.expire(full)?;
    match to {
        JointState::Formed => group.form(Default::default(), JointStep::Formed, StepDetails::default()).await?,
        JointState::Short => {
            group.move_members(JointMemberState::Invited, JointMemberState::Passed).await?;
            let telling = StepDetails { amount: Some(group.gathered().loan), ..StepDetails::default() };
            group.move_to(to, Default::default(), JointStep::FellShort, telling, true).await?;
        }
        JointState::Expired => {
            let reason = "企业未在有效期内答复联合方案".to_owned();
            group.turn_down(to, JointStep::Expired, reason).await?;
        }
        _ => {
            let reason = match state {
                JointState::Proposed => "企业未在时限内答复",
                JointState::Formed => "企业未在时限内向成员开放信息",
                JointState::ShrinkProposed => "企业未在时限内答复缩减提议",
                _ => "认购不足，牵头机构未在时限内处理",
            };
            group.end(to, JointStep::Failed, reason.to_owned()).await?;
        }
    }
    follow(tx, &group.demand, false).await
}

async fn member_is_late(tx: &Tx, id: JointCreditId, whose: JointMemberId) -> Result<()> {
    let mut group = Group::locked(tx, id).await?;
    let late = |known: &&Member| {
        known.id == whose
            && known.state == JointMemberState::Reviewing
            && known.due_at.is_some_and(|due| due <= tx.now())
    };
    let Some(late) = group.members.iter().find(late).cloned() else { return Ok(()) };
    if !group.joint.state.deciding() {
        return Ok(());
    }
    if stands_still(tx.conn(), group.parties()).await? {
        let Some(order) = group.orders().await?.into_iter().find(|order| Some(order.id) == late.order_id) else {
            return Ok(());
        };
        let due = group.calendar.due(tx.now(), 1);
        group.put(&late, member::ActiveModel { due_at: Set(Some(due)), ..Default::default() }).await?;
        return group.watch_member(&late, &order, due).await;
    }
    let reason = "未在时限内审批联合授信份额".to_owned();
    let row = member::ActiveModel {
        state: Set(JointMemberState::Lapsed),
        reason: Set(Some(reason.clone())),
        due_at: Set(None),
        ..Default::default()
    };
    group.put(&late, row).await?;
    if late.role == JointRole::Lead {
        group.end(JointState::Failed, JointStep::Failed, format!("牵头机构{reason}")).await?;
    } else {
        let orders = group.orders().await?;
        if let Some(order) = orders.iter().find(|order| Some(order.id) == late.order_id) {
            let lapsed = Member { state: JointMemberState::Lapsed, ..late.clone() };
            group.let_go(&lapsed, order, &reason).await?;
        }
        group.reopen_invitation(&late, JointStep::Lapsed).await?;
    }
    follow(tx, &group.demand, false).await
}
