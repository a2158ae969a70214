//! How every step that somebody asks for is written.

use super::{
    group::Group,
    model::{JointActionKind, JointState},
};
use crate::orders::{Scope, check_runs, follow};
use jinqiao_db::{Asked, Db, Stepping};
use jinqiao_kernel::{Actor, Error, JointCreditId, Kind, OrgId, OrgKind, Result};

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
fn check_seat(group: &Group, party: OrgId, action: JointActionKind) -> Result<()> {
    let of_lead = JointActionKind::OF_LEAD.contains(&action) && !JointActionKind::OF_MEMBER.contains(&action);
    if of_lead && group.joint.lead_id != party {
        return Err(Error::new(Kind::Forbidden, "joint_credits.not_lead", "只有牵头机构可以操作"));
    }
    Ok(())
}

/// A joint credit as one of its parties is about to move it.
struct Moving {
    group: Group,
    party: OrgId,
}

impl Stepping for Moving {
    type Action = JointActionKind;
    type State = JointState;

    fn after(&self, action: JointActionKind) -> Result<JointState> {
        check_seat(&self.group, self.party, action)?;
        self.group.context(self.party).check(action)
    }

    /// Members act on their own part, so that they do not get in each other's way.
    fn version(&self, action: JointActionKind) -> i32 {
        if JointActionKind::OF_MEMBER.contains(&action) {
            self.group.member(self.party).map_or(0, |own| own.version)
        } else {
            self.group.joint.version
        }
    }
}

/// Writes one step: `fill` does it to the locked group; the state that it leads to is given.
pub async fn write<F, Fut>(
    db: &Db,
    actor: &Actor,
    id: JointCreditId,
    asked: &Asked<JointActionKind>,
    fill: F,
) -> Result<()>
where
    F: Fn(Group, JointState) -> Fut + Send + Sync,
    Fut: Future<Output = Result<Then>> + Send,
{
    let (scope, fill) = (&scope(actor), &fill);
    db.step(
        actor,
        id,
        asked,
        |tx| async move {
            let group = Group::seen_by(&tx, scope, actor.certified, id).await?;
            Ok(Moving { group, party: actor.org })
        },
        |tx, Moving { group, .. }, to| async move {
            if !asked.action.ends() {
                check_runs(tx.conn(), group.parties()).await?;
            }
            let demand = group.demand.clone();
            match fill(group, to).await? {
                Then::Rest => Ok(()),
                then => follow(&tx, &demand, then == Then::Close).await,
            }
        },
    )
    .await
}
