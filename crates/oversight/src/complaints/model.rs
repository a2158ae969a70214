//! Kinds and states of a complaint (domain 2.9), pure.

use jinqiao_kernel::{Error, Machine, Result, Role, Transition, transitions_by};
use sea_orm::{DeriveActiveEnum, EnumIter, Iterable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Limits as the operator had set them at the opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Working days until it is assigned.
    pub assign: i32,
    /// Working days from then to the answer.
    pub answer: i32,
    /// Working days in which the complainant confirms or reopens.
    pub confirm: i32,
    /// Calendar days from the opening to the answer, instead, for objections.
    pub objection: i32,
}

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ComplaintKind {
    /// 放款异议: the enterprise disputes the recorded payment of an order.
    Disbursement,
    /// 投诉机构: the enterprise complains about the institution of an order.
    Institution,
    /// 投诉企业: the institution complains about the enterprise of an order.
    Enterprise,
    /// 数据或评分异议: the enterprise objects to its score or its data.
    Objection,
    /// 意见反馈.
    Feedback,
    /// 异常情况: what the supervisor finds out of order on the platform.
    Incident,
}

use ComplaintKind::{Disbursement, Enterprise, Feedback, Incident, Institution, Objection};

impl ComplaintKind {
    /// Who may open it.
    pub fn open_to(self, role: Role) -> bool {
        match self {
            Disbursement | Institution | Objection => role == Role::Enterprise,
            Enterprise => role == Role::Institution,
            Feedback => matches!(role, Role::Enterprise | Role::Institution),
            Incident => role == Role::Supervisor,
        }
    }

    /// It is about an order.
    pub fn on_order(self) -> bool {
        matches!(self, Disbursement | Institution | Enterprise)
    }

    /// The government reads it too: it is about an institution, or its own supervisor wrote it.
    pub fn visible_to_government(self) -> bool {
        matches!(self, Disbursement | Institution | Incident)
    }

    /// The operator finds whether it is justified.
    pub fn judged(self) -> bool {
        self != Feedback
    }
}

/// Which figure of a payment is disputed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum DisputedFigure {
    /// 金额.
    Amount,
    /// 利率或价格.
    Rate,
    /// 期限.
    Term,
    /// 日期.
    Date,
    /// 费用.
    Fees,
    /// 其他.
    Other,
}

/// To what an enterprise objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ObjectionSubject {
    /// 创新积分.
    Score,
    /// 企业数据.
    Data,
}

/// What the operator found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// 属实.
    Justified,
    /// 部分属实.
    Partly,
    /// 不属实.
    Unjustified,
}

impl Finding {
    /// Something has to be put right (整改).
    pub fn requires_rectification(self) -> bool {
        self != Self::Unjustified
    }
}

/// Where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ComplaintState {
    /// 待受理.
    Open,
    /// 处理中.
    Assigned,
    /// 已答复，待确认.
    Answered,
    /// 要求重新处理.
    Reopened,
    /// 已确认，待整改: the complainant is content, what was found has still to be put right.
    Confirmed,
    /// 已办结.
    Closed,
}

use ComplaintState::{Answered, Assigned, Closed, Confirmed, Open, Reopened};

/// What can be done with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ComplaintAction {
    /// Operator: give it to a colleague.
    Assign,
    /// Operator: answer.
    Answer,
    /// Operator: record that what was found has been put right.
    Rectify,
    /// The other side: say how it sees the matter.
    Explain,
    /// Complainant: content with the answer.
    Confirm,
    /// Complainant: not content.
    Reopen,
    /// Complainant: take it back.
    Withdraw,
    /// Nobody: the complainant was silent.
    Lapse,
}

use ComplaintAction::{Answer, Assign, Confirm, Explain, Lapse, Rectify, Reopen, Withdraw};

impl ComplaintAction {
    /// Actions of the operator.
    pub const OF_OPERATOR: &[Self] = &[Assign, Answer, Rectify];
    /// Actions of whoever complained.
    pub const OF_COMPLAINANT: &[Self] = &[Confirm, Reopen, Withdraw];
    /// Actions of the side that it is about.
    pub const OF_RESPONDENT: &[Self] = &[Explain];
}

/// At most so many times an answer is sent back.
pub const MOST_REOPENINGS: i32 = 2;

impl ComplaintState {
    /// The state that `action` leads to; `owing` when something was found that has not been put right yet.
    ///
    /// # Errors
    /// `complaints.wrong_state` where the action makes no sense.
    pub fn after(self, action: ComplaintAction, owing: bool) -> Result<Self> {
        let content = if owing { Confirmed } else { Closed };
        let next = match (action, self) {
            (Assign, Open | Assigned | Reopened) => Assigned,
            (Answer, Assigned | Reopened) => Answered,
            (Explain, open @ (Open | Assigned | Reopened)) => open,
            (Confirm | Lapse, Answered) => content,
            (Reopen, Answered) => Reopened,
            (Rectify, Answered) if owing => Answered,
            (Rectify, Confirmed) if owing => Closed,
            (Withdraw, Open | Assigned | Answered | Reopened) => Closed,
            _ => return Err(Error::conflict("complaints.wrong_state", "当前状态不允许此操作")),
        };
        Ok(next)
    }

    /// The matter itself is not settled yet.
    pub fn unsettled(self) -> bool {
        !matches!(self, Confirmed | Closed)
    }
}

/// Its transitions, for the documents, with something to put right and without.
pub const MACHINE: Machine = Machine {
    name: "Complaint (投诉与异议)",
    transitions: || {
        let mut all: Vec<Transition> = vec![];
        for owing in [false, true] {
            let found =
                transitions_by(ComplaintState::iter(), ComplaintAction::iter(), |state: ComplaintState, action| {
                    state.after(action, owing)
                });
            let new: Vec<_> = found.into_iter().filter(|one| !all.contains(one)).collect();
            all.extend(new);
        }
        all
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_and_action() {
        let allowed = [
            (Assign, Open, Assigned, Assigned),
            (Assign, Assigned, Assigned, Assigned),
            (Assign, Reopened, Assigned, Assigned),
            (Answer, Assigned, Answered, Answered),
            (Answer, Reopened, Answered, Answered),
            (Explain, Open, Open, Open),
            (Explain, Assigned, Assigned, Assigned),
            (Explain, Reopened, Reopened, Reopened),
            (Confirm, Answered, Closed, Confirmed),
            (Lapse, Answered, Closed, Confirmed),
            (Reopen, Answered, Reopened, Reopened),
            (Withdraw, Open, Closed, Closed),
            (Withdraw, Assigned, Closed, Closed),
            (Withdraw, Answered, Closed, Closed),
            (Withdraw, Reopened, Closed, Closed),
        ];
        for action in ComplaintAction::iter().filter(|action| *action != Rectify) {
            for state in ComplaintState::iter() {
                let want = allowed.iter().find(|(a, from, ..)| *a == action && *from == state);
                assert_eq!(state.after(action, false).ok(), want.map(|row| row.2), "{state:?} {action:?}");
                assert_eq!(state.after(action, true).ok(), want.map(|row| row.3), "{state:?} {action:?} owing");
            }
        }
        // Only what is owed is put right, and only once it was found.
        for state in ComplaintState::iter() {
            assert!(state.after(Rectify, false).is_err(), "{state:?}");
            let want = [(Answered, Answered), (Confirmed, Closed)].into_iter().find(|(from, _)| *from == state);
            assert_eq!(state.after(Rectify, true).ok(), want.map(|(_, to)| to), "{state:?} owing");
        }
    }

    #[test]
    fn each_kind_is_open_to_those_whom_it_concerns() {
        for (kind, roles) in [
            (Disbursement, &[Role::Enterprise][..]),
            (Institution, &[Role::Enterprise]),
            (Enterprise, &[Role::Institution]),
            (Objection, &[Role::Enterprise]),
            (Feedback, &[Role::Enterprise, Role::Institution]),
            (Incident, &[Role::Supervisor]),
        ] {
            for role in Role::ALL {
                assert_eq!(kind.open_to(role), roles.contains(&role), "{kind:?} {role:?}");
            }
        }
    }
}
