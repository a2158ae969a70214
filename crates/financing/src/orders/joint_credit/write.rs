//! How every step that somebody asks for is written.

use super::{
    access::ActionContext,
    group::Group,
    model::{JointActionKind, JointState},
};
use crate::orders::{steps::follow, store::Scope, suspension::check_runs};
use jinqiao_db::{Db, Intent};
use jinqiao_kernel::{Actor, Error, JointCreditId, Kind, OrgKind, Result};

/// One step, asked for by somebody who saw `version`: of the joint credit, or of the own part where a member acts.
pub struct Asked {
    pub action: JointActionKind,
    pub name: &'static str,
    pub version: i32,
    pub reason: Option<String>,
}

pub fn asked(action: JointActionKind, name: &'static str, version: i32, reason: Option<&str>) -> Asked {
    Asked { action, name, version, reason: reason.map(str::to_owned) }
}

/// What a step does to the demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// Nothing: no order was moved.
    Rest,
    /// It follows its orders.
    Follow,
    /// The same, and it takes no further offers.
    Close,
}

/// Who sees what, by the actor's organisation.
pub fn scope(actor: &Actor) -> Scope {
    match actor.org_kind {
        OrgKind::Enterprise => Scope::Enterprise(actor.org),
        _ => Scope::of_institution(actor),
    }
}

/// Only the lead may do it.
fn check_seat(group: &Group, actor: &Actor, action: JointActionKind) -> Result<()> {
    let of_lead = JointActionKind::OF_LEAD.contains(&action) && !JointActionKind::OF_MEMBER.contains(&action);
    if of_lead && group.joint.lead_id != actor.org {
        return Err(Error::new(Kind::Forbidden, "joint_credits.not_lead", "只有牵头机构可以操作"));
    }
    Ok(())
}

/// The version that the actor has to have seen: members act on their own part, so that they do not get in each other's way.
fn version(ground: &ActionContext<'_>, action: JointActionKind) -> i32 {
    if JointActionKind::OF_MEMBER.contains(&action) {
        ground.own.map_or(0, |own| own.version)
    } else {
        ground.joint.version
    }
}

/// Writes one step: `fill` does it to the locked group; the state that it leads to is given.
pub async fn write<F, Fut>(db: &Db, actor: &Actor, id: JointCreditId, asked: &Asked, fill: F) -> Result<()>
where
    F: Fn(Group, JointState) -> Fut + Send + Sync,
    Fut: Future<Output = Result<Then>> + Send,
{
    let mut intent = Intent::by(actor, asked.name).on(id);
    if let Some(reason) = &asked.reason {
        intent = intent.detail(reason);
    }
    let fill = &fill;
    db.write_once(intent, |tx| async move {
        let group = Group::seen_by(&tx, &scope(actor), actor.certified, id).await?;
        check_seat(&group, actor, asked.action)?;
        let ground = group.ground(actor.org);
        let to = ground.check(asked.action)?;
        if version(&ground, asked.action) != asked.version {
            return Err(Error::stale());
        }
        if !asked.action.ends() {
            check_runs(tx.conn(), group.parties()).await?;
        }
        let demand = group.demand.clone();
        match fill(group, to).await? {
            Then::Rest => Ok(()),
            then => follow(&tx, &demand, then == Then::Close).await,
        }
    })
    .await
}
