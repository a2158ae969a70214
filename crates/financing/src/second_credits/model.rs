//! What a second credit (二次授信, domain 2.5) is about, and its states. Pure.

use jinqiao_kernel::{Error, Machine, Result, Transition, transitions_by, transitions_of};
use jinqiao_platform::reviews::ReviewKind;
use sea_orm::{DeriveActiveEnum, EnumIter, Iterable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A second credit whose earlier ratings are missing or low, in the operator's queue (二次授信审核).
pub const REVIEW: ReviewKind =
    ReviewKind { name: "second_credit", text: "二次授信", page: "/operator/second-credits" };

/// A side of the first order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum SecondSide {
    /// The enterprise.
    Enterprise,
    /// The institution.
    Institution,
}

/// What is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum SecondKind {
    /// 追加额度: the institution offers more beside the loan that runs.
    TopUp,
    /// 再授信: the institution offers another loan.
    Again,
    /// 续贷: the enterprise wants to go on when the loan ends.
    Renewal,
    /// 增额: the enterprise wants a larger one.
    Increase,
    /// 展期: the enterprise wants the loan that runs to end later; nothing is paid out.
    Extension,
}

impl SecondKind {
    /// Who asks for it.
    pub const fn side(self) -> SecondSide {
        match self {
            Self::TopUp | Self::Again => SecondSide::Institution,
            Self::Renewal | Self::Increase | Self::Extension => SecondSide::Enterprise,
        }
    }
}

/// Where a second credit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum SecondState {
    /// 待对方确认.
    Requested,
    /// 待平台审核: earlier ratings are missing or low.
    Reviewing,
    /// 已进入授信审批: the new order goes on by itself.
    Opened,
    /// 展期审批中.
    Deciding,
    /// 展期方案待企业接受.
    Offered,
    /// 已展期.
    Extended,
    /// 对方未同意.
    Declined,
    /// 已撤回.
    Withdrawn,
    /// 逾期未确认.
    Expired,
    /// 平台审核未通过.
    NotAllowed,
    /// 机构不同意展期.
    Refused,
    /// 企业未接受展期方案.
    OfferDeclined,
    /// 展期方案已失效.
    OfferExpired,
    /// 机构逾期未决定.
    Voided,
}

use SecondState::{
    Deciding, Declined, Expired, Extended, NotAllowed, OfferDeclined, OfferExpired, Offered, Opened, Refused,
    Requested, Reviewing, Voided, Withdrawn,
};

/// What can be done with a second credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SecondActionKind {
    /// The other side: agree.
    Confirm,
    /// The other side: do not.
    Decline,
    /// Whoever asked: take it back.
    Withdraw,
    /// Operator: let it go on.
    Allow,
    /// Operator: do not.
    Forbid,
    /// Institution: agree to the extension.
    Approve,
    /// Institution: do not.
    Refuse,
    /// Enterprise: accept how the loan is extended.
    Accept,
    /// Enterprise: do not.
    DeclineOffer,
}

use SecondActionKind::{Accept, Allow, Approve, Confirm, Decline, DeclineOffer, Forbid, Refuse, Withdraw};

/// How a request goes on once both sides want it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course {
    /// What is wanted.
    pub kind: SecondKind,
    /// Both sides have rated the other with 3 or better.
    pub trusted: bool,
}

fn wrong_state() -> Error {
    Error::conflict("second_credits.wrong_state", "二次授信当前状态不允许此操作")
}

impl SecondState {
    /// The state that `action` leads to.
    ///
    /// # Errors
    /// `second_credits.wrong_state` where the action makes no sense.
    pub fn after(self, action: SecondActionKind, course: Course) -> Result<Self> {
        let on = if course.kind == SecondKind::Extension { Deciding } else { Opened };
        let next = match (action, self) {
            (Confirm, Requested) if course.trusted => on,
            (Confirm, Requested) => Reviewing,
            (Decline, Requested) => Declined,
            (Withdraw, Requested | Reviewing) => Withdrawn,
            (Allow, Reviewing) => on,
            (Forbid, Reviewing) => NotAllowed,
            (Approve, Deciding) => Offered,
            (Refuse, Deciding) => Refused,
            (Accept, Offered) => Extended,
            (DeclineOffer, Offered) => OfferDeclined,
            _ => return Err(wrong_state()),
        };
        Ok(next)
    }

    /// The limit of the state is over.
    ///
    /// # Errors
    /// `second_credits.wrong_state` where the state has none.
    pub fn expire(self) -> Result<Self> {
        match self {
            Requested => Ok(Expired),
            Deciding => Ok(Voided),
            Offered => Ok(OfferExpired),
            _ => Err(wrong_state()),
        }
    }

    /// Something may still happen to it here; what was opened goes on as an order.
    pub fn running(self) -> bool {
        matches!(self, Requested | Reviewing | Deciding | Offered)
    }
}

/// Who may do `action`, where a side does it.
pub const fn side_of(action: SecondActionKind, asked_by: SecondSide) -> Option<SecondSide> {
    match (action, asked_by) {
        (Withdraw, side) => Some(side),
        (Confirm | Decline, SecondSide::Enterprise) | (Approve | Refuse, _) => Some(SecondSide::Institution),
        (Confirm | Decline, SecondSide::Institution) | (Accept | DeclineOffer, _) => Some(SecondSide::Enterprise),
        (Allow | Forbid, _) => None,
    }
}

/// Whose turn it is; nobody's of the two where the operator reviews, or it has ended.
pub const fn turn(state: SecondState, asked_by: SecondSide) -> Option<SecondSide> {
    match state {
        Requested => side_of(Confirm, asked_by),
        Deciding => Some(SecondSide::Institution),
        Offered => Some(SecondSide::Enterprise),
        _ => None,
    }
}

/// Marks from here on are good enough to go on without the operator.
const TRUSTED: i32 = 3;

/// Have both sides rated the other well enough? A rating that was never given, or was struck after an appeal, is none.
pub fn trusted(overall: &[i32]) -> bool {
    overall.len() == 2 && overall.iter().all(|mark| *mark >= TRUSTED)
}

/// Its transitions, for the documents: of a renewal and of an extension, with good ratings and without.
pub const MACHINE: Machine = Machine {
    name: "Second credit (二次授信)",
    transitions: || {
        let courses = [(SecondKind::Renewal, true), (SecondKind::Renewal, false), (SecondKind::Extension, true)];
        let mut all: Vec<Transition> = vec![];
        for course in courses.map(|(kind, trusted)| Course { kind, trusted }) {
            let found = transitions_by(SecondState::iter(), SecondActionKind::iter(), |state: SecondState, action| {
                state.after(action, course)
            });
            let new: Vec<_> = found.into_iter().filter(|one| !all.contains(one)).collect();
            all.extend(new);
        }
        all.extend(transitions_of(SecondState::iter(), &[("limit over", SecondState::expire)]));
        all
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_and_action() {
        for kind in SecondKind::iter() {
            for trusted in [true, false] {
                let course = Course { kind, trusted };
                let on = if kind == SecondKind::Extension { Deciding } else { Opened };
                let allowed = [
                    (Confirm, Requested, if trusted { on } else { Reviewing }),
                    (Decline, Requested, Declined),
                    (Withdraw, Requested, Withdrawn),
                    (Withdraw, Reviewing, Withdrawn),
                    (Allow, Reviewing, on),
                    (Forbid, Reviewing, NotAllowed),
                    (Approve, Deciding, Offered),
                    (Refuse, Deciding, Refused),
                    (Accept, Offered, Extended),
                    (DeclineOffer, Offered, OfferDeclined),
                ];
                for action in SecondActionKind::iter() {
                    for state in SecondState::iter() {
                        let want = allowed.iter().find(|(a, from, _)| *a == action && *from == state);
                        assert_eq!(
                            state.after(action, course).ok(),
                            want.map(|(_, _, to)| *to),
                            "{state:?} {action:?}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn every_limit_ends_somewhere_and_somebody_has_it() {
        for state in SecondState::iter() {
            let want = match state {
                Requested => Some(Expired),
                Deciding => Some(Voided),
                Offered => Some(OfferExpired),
                _ => None,
            };
            assert_eq!(state.expire().ok(), want, "{state:?}");
            for side in SecondSide::iter() {
                assert_eq!(turn(state, side).is_some(), want.is_some(), "{state:?}");
                assert!(turn(Requested, side) != Some(side), "nobody confirms what they asked for");
            }
            assert_eq!(state.running(), want.is_some() || state == Reviewing, "{state:?}");
        }
    }

    #[test]
    fn both_ratings_count() {
        for (marks, want) in [(vec![3, 3], true), (vec![5, 2], false), (vec![5], false), (vec![], false)] {
            assert_eq!(trusted(&marks), want, "{marks:?}");
        }
    }
}
