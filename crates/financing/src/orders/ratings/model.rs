//! Who may rate when, what a rating consists of, and when the other side may read it.

use super::super::OrderState;
use chrono::TimeDelta;
use jinqiao_kernel::{Checks, DateTime, Error, Result};
use jinqiao_platform::reviews::ReviewKind;
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An appeal against a rating, in the operator's queue (评价申诉).
pub const REVIEW: ReviewKind =
    ReviewKind { name: "rating_appeal", text: "评价申诉", page: "/operator/rating-appeals" };

/// A side of an order that rates the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum RatingParty {
    /// The enterprise rates the institution.
    Enterprise,
    /// The institution rates the enterprise.
    Institution,
}

/// What is marked from 1 to 5 (domain 2.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// 响应速度, of an institution.
    Responsiveness,
    /// 专业, of an institution.
    Professionalism,
    /// 收费透明, of an institution.
    FeeTransparency,
    /// 资料真实, of an enterprise.
    Truthfulness,
    /// 配合度, of an enterprise.
    Cooperation,
    /// 履约, of an enterprise.
    Fulfilment,
    /// 整体, of both.
    Overall,
}

/// A mark from 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// What is marked.
    pub aspect: Aspect,
    /// 1 (worst) to 5 (best).
    pub score: i32,
}

/// Where an appeal against a rating stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum AppealState {
    /// The operator has to decide.
    Open,
    /// The rating does not count.
    Upheld,
    /// The rating stands.
    Rejected,
}

impl AppealState {
    /// The operator decides.
    ///
    /// # Errors
    /// `ratings.wrong_state` unless open.
    pub fn decide(self, uphold: bool) -> Result<Self> {
        match (self, uphold) {
            (Self::Open, true) => Ok(Self::Upheld),
            (Self::Open, false) => Ok(Self::Rejected),
            _ => Err(Error::conflict("ratings.wrong_state", "该申诉已经处理")),
        }
    }
}

/// Days after its end in which an order may be rated, and after which a single rating is opened.
const WINDOW_DAYS: i64 = 15;

/// Marks up to this are negative: words are mandatory, and the other side may appeal.
const NEGATIVE: i32 = 2;

impl RatingParty {
    /// The aspects that this party marks, the overall one last.
    pub const fn aspects(self) -> [Aspect; 4] {
        use Aspect::{
            Cooperation, FeeTransparency, Fulfilment, Overall, Professionalism, Responsiveness, Truthfulness,
        };
        match self {
            Self::Enterprise => [Responsiveness, Professionalism, FeeTransparency, Overall],
            Self::Institution => [Truthfulness, Cooperation, Fulfilment, Overall],
        }
    }

    /// The other party.
    pub const fn other(self) -> Self {
        match self {
            Self::Enterprise => Self::Institution,
            Self::Institution => Self::Enterprise,
        }
    }

    /// Checks marks and words: every aspect once, and words where the overall mark is negative.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(self, marks: &[Mark], text: Option<&str>) -> Result<()> {
        let mut checks = Checks::new();
        let wanted = self.aspects();
        let complete =
            marks.len() == wanted.len() && wanted.iter().all(|aspect| marks.iter().any(|mark| mark.aspect == *aspect));
        checks.that("marks", complete, "请对每一项评分");
        checks.that("marks", marks.iter().all(|mark| (1..=5).contains(&mark.score)), "评分须为 1 至 5 分");
        checks.optional_text("text", text, 500);
        let written = text.is_some_and(|text| text.trim().chars().count() >= 10);
        checks.that("text", !negative(overall(marks)) || written, "1 至 2 分的评价须写明原因，至少 10 个字");
        checks.done()
    }
}

/// The overall mark; 0 when it is missing.
pub fn overall(marks: &[Mark]) -> i32 {
    marks.iter().find(|mark| mark.aspect == Aspect::Overall).map_or(0, |mark| mark.score)
}

/// 1 to 2 points.
pub fn negative(overall: i32) -> bool {
    (1..=NEGATIVE).contains(&overall)
}

/// Until when an order that ended at `closed_at` may be rated.
pub fn window_ends(closed_at: DateTime) -> DateTime {
    closed_at + TimeDelta::days(WINDOW_DAYS)
}

/// May an order in `state`, ended at `closed_at`, be rated at `now`? Orders that others won are not rated (domain 2.12).
///
/// # Errors
/// `ratings.not_ended`, `ratings.not_rated` or `ratings.too_late`.
pub fn may_rate(state: OrderState, closed_at: Option<DateTime>, now: DateTime) -> Result<()> {
    match closed_at {
        _ if matches!(state, OrderState::Lost | OrderState::Passed) => {
            Err(Error::conflict("ratings.not_rated", "企业选择其他机构或机构未接单的，不参与评价"))
        }
        None => Err(Error::conflict("ratings.not_ended", "对接完成或终止后才能评价")),
        Some(closed_at) if now >= window_ends(closed_at) => {
            Err(Error::conflict("ratings.too_late", format!("评价期已过（对接结束后 {WINDOW_DAYS} 天内）")))
        }
        Some(_) => Ok(()),
    }
}

/// May a rating be read by the side it is about? When both have been given, or nobody can give one any more; so neither
/// can answer the other's marks with its own.
pub fn visible(both_given: bool, closed_at: Option<DateTime>, now: DateTime) -> bool {
    both_given || closed_at.is_some_and(|closed_at| now >= window_ends(closed_at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::Iterable;

    fn at(text: &str) -> DateTime {
        text.parse().expect("a time")
    }

    #[test]
    fn only_ended_orders_are_rated_and_only_for_fifteen_days() {
        let closed = at("2026-11-01T02:00:00Z");
        for state in OrderState::iter() {
            let ended = state.ended();
            let closed_at = ended.then_some(closed);
            let wanted = ended && !matches!(state, OrderState::Lost | OrderState::Passed);
            assert_eq!(may_rate(state, closed_at, at("2026-11-16T01:59:59Z")).is_ok(), wanted, "{state:?}");
            assert!(may_rate(state, closed_at, at("2026-11-16T02:00:00Z")).is_err(), "{state:?} too late");
        }
    }

    #[test]
    fn blind_until_both_or_until_the_window_ends() {
        let closed = Some(at("2026-11-01T02:00:00Z"));
        for (both, now, want) in [
            (false, "2026-11-10T00:00:00Z", false),
            (true, "2026-11-10T00:00:00Z", true),
            (false, "2026-11-16T02:00:00Z", true),
        ] {
            assert_eq!(visible(both, closed, at(now)), want, "{both} {now}");
        }
        assert!(!visible(false, None, at("2027-01-01T00:00:00Z")));
    }

    #[test]
    fn every_aspect_once_and_words_for_a_negative_mark() {
        let marks = |party: RatingParty, score| party.aspects().map(|aspect| Mark { aspect, score });
        for party in RatingParty::iter() {
            assert!(party.check(&marks(party, 4), None).is_ok());
            assert!(party.check(&marks(party, 2), None).is_err(), "no words");
            assert!(party.check(&marks(party, 2), Some("收费与承诺不一致，多次沟通未果")).is_ok());
            assert!(party.check(&marks(party, 6), None).is_err());
            assert!(party.check(&marks(party.other(), 5), None).is_err(), "the other side's aspects");
            assert!(party.check(&marks(party, 5)[..3], None).is_err());
        }
    }

    #[test]
    fn an_appeal_is_decided_once() {
        assert_eq!(AppealState::Open.decide(true).ok(), Some(AppealState::Upheld));
        assert_eq!(AppealState::Open.decide(false).ok(), Some(AppealState::Rejected));
        for decided in [AppealState::Upheld, AppealState::Rejected] {
            assert!(decided.decide(true).is_err() && decided.decide(false).is_err());
        }
    }
}
