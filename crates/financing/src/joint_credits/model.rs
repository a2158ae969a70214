//! States of a joint credit (联合授信, domain 2.4) and of its members. Pure.

use jinqiao_kernel::{Error, Result};
use jinqiao_platform::organizations::InstitutionType;
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a joint credit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum JointState {
    /// 已发起，待企业同意邀请.
    Proposed,
    /// 邀请认购中.
    Inviting,
    /// 认购不足，待牵头机构处理: the invitation has ended with too little.
    Short,
    /// 拟缩减金额，待企业同意.
    ShrinkProposed,
    /// 已成团，待企业向成员开放信息.
    Formed,
    /// 联合审批.
    JointReview,
    /// 联合方案待企业接受.
    JointOffer,
    /// 已接受，各成员放款.
    Disbursing,
    /// 已完成.
    Closed,
    /// 企业不同意邀请.
    Rejected,
    /// 未成团.
    Failed,
    /// 牵头机构已终止.
    Cancelled,
    /// 企业未接受方案.
    Declined,
    /// 方案已过有效期.
    Expired,
}

use JointState::{
    Cancelled, Declined, Disbursing, Expired, Failed, Formed, Inviting, JointOffer, JointReview, Proposed, Rejected,
    Short, ShrinkProposed,
};

/// What can be done with a joint credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum JointActionKind {
    /// Enterprise: let others be invited.
    Consent,
    /// Enterprise: do not.
    Reject,
    /// Enterprise: a smaller total will do.
    AgreeShrink,
    /// Enterprise: it will not.
    RefuseShrink,
    /// Enterprise: open the data to the members.
    OpenData,
    /// Enterprise: not to this member.
    DropMember,
    /// Enterprise: accept the sheet.
    Accept,
    /// Enterprise: do not accept it.
    Decline,
    /// Lead: invite more, or everybody.
    Invite,
    /// Lead: enough has come together.
    Form,
    /// Lead: ask for a smaller total.
    ProposeShrink,
    /// Lead: give more time, once.
    Extend,
    /// Lead: give the whole thing up.
    Cancel,
    /// Member: take a share, or change it.
    Commit,
    /// Member: take none.
    Pass,
    /// Member: grant the share.
    Approve,
    /// Member: do not grant it.
    Refuse,
}

use JointActionKind::{
    Accept, AgreeShrink, Approve, Cancel, Commit, Consent, Decline, DropMember, Extend, Form, Invite, OpenData, Pass,
    ProposeShrink, Refuse, RefuseShrink, Reject,
};

impl JointActionKind {
    /// It takes somebody out, or brings the whole to an end: open while one of its parties is suspended, too.
    pub fn ends(self) -> bool {
        matches!(self, Reject | RefuseShrink | DropMember | Decline | Cancel | Pass | Refuse)
    }

    /// Actions of the enterprise.
    pub const OF_ENTERPRISE: &[Self] =
        &[Consent, Reject, AgreeShrink, RefuseShrink, OpenData, DropMember, Accept, Decline];
    /// Actions of the lead.
    pub const OF_LEAD: &[Self] = &[Commit, Invite, Form, Extend, ProposeShrink, Approve, Refuse, Cancel];
    /// Actions of the other members.
    pub const OF_MEMBER: &[Self] = &[Commit, Pass, Approve, Refuse];
}

pub(super) fn wrong_state() -> Error {
    Error::conflict("joint_credits.wrong_state", "联合授信当前状态不允许此操作")
}

impl JointState {
    /// The state that `action` leads to, before what it adds up to is looked at ([`JointState::settled`]).
    ///
    /// # Errors
    /// `joint_credits.wrong_state` where the action makes no sense.
    pub fn after(self, action: JointActionKind) -> Result<Self> {
        let next = match (action, self) {
            (Consent, Proposed) => Inviting,
            (Reject, Proposed) => Rejected,
            (Invite | Commit | Pass, Inviting) => Inviting,
            (Form, Inviting) | (AgreeShrink, ShrinkProposed) => Formed,
            (ProposeShrink, Short) => ShrinkProposed,
            (Extend, Short) | (DropMember, Formed) => Inviting,
            (RefuseShrink, ShrinkProposed) => Short,
            (OpenData, Formed) => JointReview,
            // A member that was opened earlier decides while the share of another is being placed again.
            (Approve, deciding) if deciding.deciding() => deciding,
            (Refuse, deciding) if deciding.deciding() => Inviting,
            (Accept, JointOffer) => Disbursing,
            (Decline, JointOffer) => Declined,
            (Cancel, Proposed) => Cancelled,
            (Cancel, forming) if forming.deciding() => Cancelled,
            _ => return Err(wrong_state()),
        };
        Ok(next)
    }

    /// The limit of the state is over. `full`: as much as is wanted has come together.
    ///
    /// # Errors
    /// `joint_credits.wrong_state` where the state has no limit.
    pub fn expire(self, full: bool) -> Result<Self> {
        match self {
            Inviting => Ok(if full { Formed } else { Short }),
            Proposed | Short | ShrinkProposed | Formed => Ok(Failed),
            JointOffer => Ok(Expired),
            _ => Err(wrong_state()),
        }
    }

    /// Where a group that stands, or that reviews, is now: the enterprise has still to open its data to `unopened` members, and
    /// `undecided` have still to decide.
    #[must_use]
    pub fn settled(self, unopened: usize, undecided: usize) -> Self {
        match self {
            Formed | JointReview if unopened > 0 => Formed,
            Formed | JointReview if undecided > 0 => JointReview,
            Formed | JointReview => JointOffer,
            other => other,
        }
    }

    /// The group is being put together or reviews: nothing is promised to the enterprise yet.
    pub fn deciding(self) -> bool {
        matches!(self, Inviting | Short | ShrinkProposed | Formed | JointReview)
    }

    /// Something may still happen to it.
    pub fn running(self) -> bool {
        self == Proposed || self.deciding() || matches!(self, JointOffer | Disbursing)
    }
}

/// What an institution does in a joint credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum JointRole {
    /// 牵头机构: lends, and speaks for all (代理行).
    Lead,
    /// 参加机构: lends.
    Lender,
    /// 担保机构: guarantees for a fee.
    Guarantor,
}

/// What an institution of this type may do beside the lead; none for those that only invest.
pub fn role_of(institution: InstitutionType) -> Option<JointRole> {
    match institution {
        InstitutionType::Guarantor | InstitutionType::Insurer => Some(JointRole::Guarantor),
        InstitutionType::EquityFund => None,
        InstitutionType::Bank
        | InstitutionType::MicroLoan
        | InstitutionType::Leasing
        | InstitutionType::Factoring
        | InstitutionType::GovernmentFund => Some(JointRole::Lender),
    }
}

/// Where a member stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum JointMemberState {
    /// 已邀请，待答复.
    Invited,
    /// 已认购.
    Committed,
    /// 企业已开放信息，审批中.
    Reviewing,
    /// 已同意.
    Approved,
    /// 未参加.
    Passed,
    /// 不同意.
    Refused,
    /// 超过审批时限.
    Lapsed,
    /// 企业未选择.
    Dropped,
    /// 已退出.
    Left,
}

impl JointMemberState {
    /// Takes part with a share.
    pub fn stands(self) -> bool {
        matches!(self, Self::Committed | Self::Reviewing | Self::Approved)
    }

    /// The enterprise has opened its data for this part, and it holds.
    pub fn opened(self) -> bool {
        matches!(self, Self::Reviewing | Self::Approved)
    }

    /// May still be asked, or asked again: nobody who decided or was turned down.
    pub fn may_be_invited(self) -> bool {
        matches!(self, Self::Invited | Self::Passed)
    }

    /// The member takes a share, or changes it.
    ///
    /// # Errors
    /// `joint_credits.wrong_state` once its data were opened, or when it was turned down.
    pub fn commit(self) -> Result<Self> {
        match self {
            Self::Invited | Self::Committed | Self::Passed => Ok(Self::Committed),
            _ => Err(wrong_state()),
        }
    }

    /// The member takes none.
    ///
    /// # Errors
    /// As for [`JointMemberState::commit`].
    pub fn pass(self) -> Result<Self> {
        match self {
            Self::Invited | Self::Committed => Ok(Self::Passed),
            _ => Err(wrong_state()),
        }
    }

    /// The enterprise opens its data to the member.
    ///
    /// # Errors
    /// Unless it has taken a share.
    pub fn open(self) -> Result<Self> {
        if self == Self::Committed { Ok(Self::Reviewing) } else { Err(wrong_state()) }
    }

    /// The enterprise does not want the member.
    ///
    /// # Errors
    /// Unless it has taken a share and knows nothing of the enterprise yet.
    pub fn drop_it(self) -> Result<Self> {
        if self == Self::Committed { Ok(Self::Dropped) } else { Err(wrong_state()) }
    }

    /// The member grants its share.
    ///
    /// # Errors
    /// Unless it reviews.
    pub fn approve(self) -> Result<Self> {
        if self == Self::Reviewing { Ok(Self::Approved) } else { Err(wrong_state()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::Iterable;

    const DECIDING: [JointState; 5] = [Inviting, Short, ShrinkProposed, Formed, JointReview];

    #[test]
    fn every_state_and_action() {
        let mut allowed = vec![
            (Consent, Proposed, Inviting),
            (Reject, Proposed, Rejected),
            (Cancel, Proposed, Cancelled),
            (Invite, Inviting, Inviting),
            (Commit, Inviting, Inviting),
            (Pass, Inviting, Inviting),
            (Form, Inviting, Formed),
            (ProposeShrink, Short, ShrinkProposed),
            (Extend, Short, Inviting),
            (AgreeShrink, ShrinkProposed, Formed),
            (RefuseShrink, ShrinkProposed, Short),
            (OpenData, Formed, JointReview),
            (DropMember, Formed, Inviting),
            (Accept, JointOffer, Disbursing),
            (Decline, JointOffer, Declined),
        ];
        for state in DECIDING {
            allowed.extend([(Approve, state, state), (Refuse, state, Inviting), (Cancel, state, Cancelled)]);
        }
        for action in JointActionKind::iter() {
            for state in JointState::iter() {
                let want = allowed.iter().find(|(a, from, _)| *a == action && *from == state).map(|(_, _, to)| *to);
                assert_eq!(state.after(action).ok(), want, "{state:?} {action:?}");
            }
        }
    }

    #[test]
    fn every_limit_ends_somewhere() {
        for state in JointState::iter() {
            let want = match state {
                Inviting => Some((Formed, Short)),
                Proposed | Short | ShrinkProposed | Formed => Some((Failed, Failed)),
                JointOffer => Some((Expired, Expired)),
                _ => None,
            };
            assert_eq!(state.expire(true).ok().zip(state.expire(false).ok()), want, "{state:?}");
            assert_eq!(
                state.running(),
                DECIDING.contains(&state) || matches!(state, Proposed | JointOffer | Disbursing),
                "{state:?}"
            );
        }
    }

    #[test]
    fn a_group_that_stands_is_opened_then_reviews_then_offers() {
        for state in JointState::iter() {
            let standing = matches!(state, Formed | JointReview);
            for (unopened, undecided, want) in [(2, 2, Formed), (1, 0, Formed), (0, 1, JointReview), (0, 0, JointOffer)]
            {
                assert_eq!(state.settled(unopened, undecided), if standing { want } else { state }, "{state:?}");
            }
        }
    }

    #[test]
    fn every_member_state_and_action() {
        use JointMemberState::{Approved, Committed, Dropped, Invited, Passed, Reviewing};
        for state in JointMemberState::iter() {
            let uncommitted = matches!(state, Invited | Committed | Passed);
            assert_eq!(state.commit().ok(), uncommitted.then_some(Committed), "{state:?}");
            assert_eq!(state.pass().ok(), matches!(state, Invited | Committed).then_some(Passed), "{state:?}");
            assert_eq!(state.open().ok(), (state == Committed).then_some(Reviewing), "{state:?}");
            assert_eq!(state.drop_it().ok(), (state == Committed).then_some(Dropped), "{state:?}");
            assert_eq!(state.approve().ok(), (state == Reviewing).then_some(Approved), "{state:?}");
            assert_eq!(state.stands(), matches!(state, Committed | Reviewing | Approved), "{state:?}");
            assert_eq!(state.opened(), matches!(state, Reviewing | Approved), "{state:?}");
        }
    }
}
