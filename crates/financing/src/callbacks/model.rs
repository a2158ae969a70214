//! States of a call-back, and what was answered. Pure.

use jinqiao_kernel::{Checks, Error, Machine, Result, transitions_by};
use sea_orm::{DeriveActiveEnum, EnumIter, Iterable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a call-back stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum CallbackState {
    /// 待回访.
    Open,
    /// 未接通: it may be tried again.
    Missed,
    /// 已回访.
    Done,
}

use CallbackState::{Done, Missed, Open};

/// What can be done with a call-back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CallbackActionKind {
    /// Note what was answered.
    Answer,
    /// Note that nobody was reached.
    Miss,
}

impl CallbackState {
    /// The state that `action` leads to.
    ///
    /// # Errors
    /// `callbacks.wrong_state`.
    pub fn after(self, action: CallbackActionKind) -> Result<Self> {
        match (action, self) {
            (CallbackActionKind::Answer, Open | Missed) => Ok(Done),
            (CallbackActionKind::Miss, Open | Missed) => Ok(Missed),
            _ => Err(Error::conflict("callbacks.wrong_state", "已完成回访，不能再次登记")),
        }
    }
}

/// Its transitions, for the documents.
pub const MACHINE: Machine = Machine {
    name: "Call-back (满意度回访)",
    transitions: || transitions_by(CallbackState::iter(), CallbackActionKind::iter(), CallbackState::after),
};

/// How satisfied somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Satisfaction {
    /// 满意.
    Satisfied,
    /// 一般.
    Fair,
    /// 不满意.
    Dissatisfied,
}

/// The three answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CallbackAnswers {
    /// Were amount, rate and fees as they had been said? (收费与放款是否与告知一致)
    pub as_told: Satisfaction,
    /// Was the work quick and friendly? (办理效率与服务态度)
    pub service: Satisfaction,
    /// Was the need met? (是否满足资金需要)
    pub need: Satisfaction,
    /// What was said, up to 500 characters; 5 at least where somebody is not satisfied.
    #[schema(max_length = 500)]
    pub note: Option<String>,
}

impl CallbackAnswers {
    fn all(&self) -> [Satisfaction; 3] {
        [self.as_told, self.service, self.need]
    }

    /// Checks them.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self) -> Result<()> {
        let mut checks = Checks::new();
        checks.optional_text("note", self.note.as_deref(), 500);
        if self.all().contains(&Satisfaction::Dissatisfied) {
            let said = self.note.as_deref().unwrap_or_default().trim().chars().count();
            checks.that("note", said >= 5, "有不满意的，请写明企业的意见（至少 5 个字）");
        }
        checks.done()
    }

    /// Is the enterprise satisfied on the whole? Two of three are, and nothing is found wanting.
    pub fn satisfied(&self) -> bool {
        let count = |wanted| self.all().iter().filter(|answer| **answer == wanted).count();
        count(Satisfaction::Satisfied) >= 2 && count(Satisfaction::Dissatisfied) == 0
    }
}

/// Is an order whose id is `id` in a sample of `percent` of all? The same answer each time it is asked.
pub fn sampled(id: u128, percent: i64) -> bool {
    // The low half of an id is random.
    i64::try_from(id % 100).is_ok_and(|place| place < percent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_and_action() {
        use CallbackActionKind::{Answer, Miss};
        for (action, from, to) in [
            (Answer, Open, Some(Done)),
            (Answer, Missed, Some(Done)),
            (Answer, Done, None),
            (Miss, Open, Some(Missed)),
            (Miss, Missed, Some(Missed)),
            (Miss, Done, None),
        ] {
            assert_eq!(from.after(action).ok(), to, "{from:?} {action:?}");
        }
    }

    #[test]
    fn satisfied_on_the_whole() {
        use Satisfaction::{Dissatisfied, Fair, Satisfied};
        let of = |as_told, service, need| CallbackAnswers { as_told, service, need, note: None };
        for (answers, want) in [
            (of(Satisfied, Satisfied, Satisfied), true),
            (of(Satisfied, Fair, Satisfied), true),
            (of(Satisfied, Fair, Fair), false),
            (of(Satisfied, Satisfied, Dissatisfied), false),
        ] {
            assert_eq!(answers.satisfied(), want, "{answers:?}");
        }
        assert!(of(Satisfied, Satisfied, Dissatisfied).check().is_err());
        let said =
            CallbackAnswers { note: Some("多收了评估费".into()), ..of(Satisfied, Satisfied, Dissatisfied) };
        assert!(said.check().is_ok());
    }

    #[test]
    fn a_sample_is_about_its_share() {
        let hits = (0..10_000_u128).filter(|id| sampled(id * 7_919, 20)).count();
        assert_eq!(hits, 2_000);
        assert!(!sampled(0, 0) && sampled(99, 100));
    }
}
