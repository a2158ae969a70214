//! What each side may do with a joint credit now, and why not. Pure.

use super::{
    entity::{Joint, Member},
    model::{JointActionKind, JointRole, JointState, role_of},
    shares::Gathered,
};
use jinqiao_kernel::{Error, Result};
use jinqiao_platform::organizations::InstitutionType;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An action, and whether it is allowed now.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct JointAction {
    action: JointActionKind,
    allowed: bool,
    /// Why not, in Chinese.
    why: Option<String>,
}

/// What an action is judged by.
#[derive(Clone, Copy)]
pub struct ActionContext<'a> {
    pub joint: &'a Joint,
    pub gathered: Gathered,
    /// The actor's own part; none for the enterprise, and for an institution that was not invited.
    pub own: Option<&'a Member>,
}

impl ActionContext<'_> {
    /// Has enough come together?
    pub fn full(&self) -> bool {
        self.gathered.full(self.joint.total, self.joint.guaranteed, self.joint.rules.0.least_lenders())
    }

    /// The state that `action` leads to.
    ///
    /// # Errors
    /// `joint_credits.wrong_state`, `joint_credits.not_full`, `joint_credits.too_few`, `joint_credits.extended`.
    pub fn check(&self, action: JointActionKind) -> Result<JointState> {
        use JointActionKind::{Approve, Commit, Extend, Form, Pass, ProposeShrink, Refuse};
        let to =
            self.joint.state.after(action).map_err(|_| Error::conflict("joint_credits.wrong_state", why(action)))?;
        let own = |wrong: &'static str, right: fn(&Member) -> bool| match self.own {
            Some(own) if right(own) => Ok(()),
            _ => Err(Error::conflict("joint_credits.wrong_state", wrong)),
        };
        match action {
            Form if !self.full() => Err(Error::conflict("joint_credits.not_full", "认购尚未足额，或参加机构不足")),
            Extend if self.joint.extended => Err(Error::conflict("joint_credits.extended", "邀请期只能延长一次")),
            ProposeShrink if self.gathered.lenders < self.joint.rules.0.least_lenders() => {
                Err(Error::conflict("joint_credits.too_few", "参加机构不足，不能缩减总额成团"))
            }
            Commit if self.own.is_none() => {
                if self.joint.open {
                    Ok(())
                } else {
                    Err(Error::conflict("joint_credits.wrong_state", "未受邀请"))
                }
            }
            Commit => own("贵机构的份额已确定，不能再修改", |own| own.state.commit().is_ok()),
            Pass => own("贵机构没有待答复的邀请或可撤回的认购", |own| {
                own.role != JointRole::Lead && own.state.pass().is_ok()
            }),
            Approve | Refuse => own("目前没有待贵机构审批的份额", |own| own.state.approve().is_ok()),
            _ => Ok(()),
        }?;
        Ok(to)
    }

    /// Each of `kinds`.
    pub fn actions(&self, kinds: &[JointActionKind]) -> Vec<JointAction> {
        let judged = |&action: &JointActionKind| {
            let refused = self.check(action).err();
            JointAction { action, allowed: refused.is_none(), why: refused.map(|error| error.message().to_owned()) }
        };
        kinds.iter().map(judged).collect()
    }
}

/// What an institution that was not invited, or not yet, would be.
///
/// # Errors
/// `joint_credits.wrong_type` for those that only invest.
pub fn check_role(institution: Option<InstitutionType>) -> Result<JointRole> {
    let role = institution.and_then(role_of);
    role.ok_or_else(|| Error::conflict("joint_credits.wrong_type", "该机构类型不参加联合授信"))
}

fn why(action: JointActionKind) -> &'static str {
    use JointActionKind::{
        Accept, AgreeShrink, Approve, Cancel, Commit, Consent, Decline, DropMember, Extend, Form, Invite, OpenData,
        Pass, ProposeShrink, Refuse, RefuseShrink, Reject,
    };
    match action {
        Consent | Reject => "只能答复待同意的联合授信",
        AgreeShrink | RefuseShrink => "目前没有待答复的缩减提议",
        OpenData => "成团后才需要向成员开放信息",
        DropMember => "成团后、开放信息前才能不纳入成员",
        Accept | Decline => "全部成员同意后才能答复方案",
        Invite => "邀请期内才能邀请机构",
        Form => "邀请期内认购足额后才能成团",
        ProposeShrink | Extend => "邀请期结束且认购不足时才能操作",
        Cancel => "方案提交企业后不能终止",
        Commit | Pass => "邀请期内才能答复",
        Approve | Refuse => "企业开放信息后才能审批",
    }
}
