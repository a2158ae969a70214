//! The state machines of a joint credit as the documents show them.

use super::model::{JointActionKind, JointMemberState, JointState, wrong_state};
use jinqiao_kernel::{Action, Machine, transitions_by, transitions_of};
use sea_orm::Iterable;

/// Transitions of a joint credit, for the documents.
pub const MACHINE: Machine = Machine {
    name: "Joint credit (联合授信)",
    transitions: || {
        let mut all = transitions_by(JointState::iter(), JointActionKind::iter(), JointState::after);
        let by_itself: &[Action<JointState>] = &[
            ("limit over, enough has come together", |state| state.expire(true)),
            ("limit over", |state| state.expire(false)),
            ("all members have decided", |state| match state {
                JointState::JointReview => Ok(state.settled(0, 0)),
                _ => Err(wrong_state()),
            }),
        ];
        all.extend(transitions_of(JointState::iter(), by_itself));
        all
    },
};

/// Transitions of a member, for the documents.
pub const MEMBER_MACHINE: Machine = Machine {
    name: "Member of a joint credit (参加机构)",
    transitions: || {
        transitions_of(
            JointMemberState::iter(),
            &[
                ("commit", JointMemberState::commit),
                ("pass", JointMemberState::pass),
                ("open data", JointMemberState::open),
                ("drop", JointMemberState::drop_it),
                ("approve", JointMemberState::approve),
            ],
        )
    },
};
