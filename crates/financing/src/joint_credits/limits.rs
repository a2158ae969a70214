//! Rules and limits of a joint credit, frozen when it is proposed. Pure but for reading the parameters.

use super::{
    model::JointState,
    parameters::{
        JOINT_ANSWER_DAYS, JOINT_DISTRIBUTED_PERCENT, JOINT_INVITE_DAYS, JOINT_LEAD_PERCENT, JOINT_LENDERS,
        JOINT_OFFER_DAYS, JOINT_REVIEW_DAYS,
    },
    shares::least_of_lead,
};
use jinqiao_db::Reading;
use jinqiao_kernel::{DateTime, Money, Result};
use jinqiao_platform::{
    calendar::{WORKING_DAY, WorkCalendar},
    permissions::Parameters,
};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;
use utoipa::ToSchema;

/// What the operator had set when the joint credit was proposed; limits in working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JointRules {
    /// The lead's least share, percent.
    pub lead_percent: i64,
    /// What others than the lead take at least, percent; zero where it was not asked for yet.
    #[serde(default)]
    pub distributed_percent: i64,
    /// At least so many lenders, the lead among them.
    pub lenders: i64,
    /// An invitation, its extension, and a share that is placed again.
    pub invite: i32,
    /// The enterprise, or the lead, answers.
    pub answer: i32,
    /// A member decides.
    pub review: i32,
    /// The enterprise decides about the sheet.
    pub offer: i32,
}

impl JointRules {
    /// As the operator has set them now.
    pub async fn now(conn: &impl Reading) -> Result<Self> {
        let set = Parameters::now(conn).await?;
        Ok(Self {
            lead_percent: set.value(JOINT_LEAD_PERCENT),
            distributed_percent: set.value(JOINT_DISTRIBUTED_PERCENT),
            lenders: set.value(JOINT_LENDERS),
            invite: set.days(JOINT_INVITE_DAYS)?,
            answer: set.days(JOINT_ANSWER_DAYS)?,
            review: set.days(JOINT_REVIEW_DAYS)?,
            offer: set.days(JOINT_OFFER_DAYS)?,
        })
    }

    /// The least and the most that the lead takes of `total`, fen: others take their part, and at least 10,000 yuan.
    pub fn lead_share(&self, total: Money) -> RangeInclusive<Money> {
        let others = least_of_lead(total, self.distributed_percent).max(Money::wan(1));
        least_of_lead(total, self.lead_percent)..=Money((total.0 - others.0).max(0))
    }

    /// So many lenders, as a count.
    pub fn least_lenders(&self) -> usize {
        usize::try_from(self.lenders).unwrap_or(usize::MAX)
    }

    /// When the limit of a state that is entered `now` ends; none where each member has its own, or nothing is due.
    pub fn due(&self, calendar: &WorkCalendar, state: JointState, now: DateTime) -> Option<DateTime> {
        let days = match state {
            JointState::Inviting => self.invite,
            JointState::Proposed | JointState::Short | JointState::ShrinkProposed | JointState::Formed => self.answer,
            JointState::JointOffer => self.offer,
            _ => return None,
        };
        Some(calendar.due(now, days))
    }
}

/// How long before its end a limit is called to mind, minutes of working time.
pub const fn remind_before(state: JointState) -> i64 {
    match state {
        JointState::JointOffer => 3 * WORKING_DAY,
        _ => WORKING_DAY,
    }
}

/// The same for a member's decision (domain 2.2, row 5).
pub const REMIND_REVIEW: i64 = 2 * WORKING_DAY;

/// Whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum JointTurn {
    /// The enterprise has to answer.
    Enterprise,
    /// The lead has to act.
    Lead,
    /// Those who are invited, or who review.
    Members,
}

/// Whose turn it is in a state; nobody's when it has ended.
pub fn turn(state: JointState) -> Option<JointTurn> {
    use JointState::{Disbursing, Formed, Inviting, JointOffer, JointReview, Proposed, Short, ShrinkProposed};
    match state {
        Proposed | ShrinkProposed | Formed | JointOffer => Some(JointTurn::Enterprise),
        Short => Some(JointTurn::Lead),
        Inviting | JointReview | Disbursing => Some(JointTurn::Members),
        _ => None,
    }
}
