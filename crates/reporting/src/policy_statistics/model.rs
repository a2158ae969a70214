//! What is told, and how it is reckoned from what was counted; pure.

use jinqiao_government::applications::{ApplicationState, FirmFigures, StateFigures};
use jinqiao_kernel::{DateTime, Money, OrgId, PolicyId};
use jinqiao_platform::enterprises::{IndustrySection, Size};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Policies in figures, of the applications that were handed in in one year.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct PolicyStatistics {
    /// When it was counted.
    pub(super) at: DateTime,
    pub(super) year: i32,
    /// The twelve months as `yyyymm`.
    pub(super) months: Vec<String>,
    /// Applications by state, in the order of their way.
    pub(super) states: Vec<PolicyStateRow>,
    pub(super) outcome: PolicyOutcome,
    /// Medians of the reviews, working days.
    pub(super) reviews: PolicyReviews,
    /// Sums of all items.
    pub(super) funds: PolicyFunds,
    /// Budgets of the items, last moved first; the first 200 of them.
    pub(super) items: Vec<PolicyItemRow>,
    /// What moved in their budgets in each quarter of the year.
    pub(super) quarters: Vec<PolicyQuarter>,
    pub(super) firms: PolicyFirms,
    /// Items to choose from, the 1,000 whose budgets moved last.
    pub(super) choices: Vec<StatisticsChoice>,
}

/// Applications in one state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PolicyStateRow {
    pub(super) state: ApplicationState,
    /// Handed in in each month.
    pub(super) months: Vec<i64>,
    pub(super) count: i64,
    /// Granted, once that stands, fen.
    pub(super) amount: Money,
}

/// What became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PolicyOutcome {
    pub(super) count: i64,
    /// Granted and not taken back.
    pub(super) granted: i64,
    /// Refused, or not accepted.
    pub(super) refused: i64,
    /// Granted of those that were granted or refused, basis points; none before the first decision.
    pub(super) rate: Option<i64>,
    /// How often something had to be corrected …
    pub(super) corrections: i64,
    /// … and in how many applications.
    pub(super) corrected: i64,
}

/// How long reviews took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PolicyReviews {
    /// 初审, tenths of a working day; none before the first one has ended.
    pub(super) first: Option<i64>,
    /// Of how many.
    pub(super) first_count: i64,
    /// 复审, in the same way.
    pub(super) second: Option<i64>,
    pub(super) second_count: i64,
}

/// The budgets of all items together, fen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PolicyFunds {
    /// How many items; the list may show fewer.
    pub(super) items: i64,
    /// Of those that have a bound; none where none has.
    pub(super) total: Option<Money>,
    pub(super) reserved: Money,
    pub(super) listed: Money,
    pub(super) paid: Money,
    pub(super) recovered: Money,
}

/// The budget of an item, fen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PolicyItemRow {
    pub(super) policy_id: PolicyId,
    pub(super) title: String,
    pub(super) department: String,
    /// None without a bound.
    pub(super) total: Option<Money>,
    /// 已批准待拨付.
    pub(super) reserved: Money,
    /// 拨付中.
    pub(super) listed: Money,
    pub(super) paid: Money,
    pub(super) recovered: Money,
}

/// What moved in a quarter, fen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PolicyQuarter {
    /// 1 to 4.
    pub(super) quarter: i32,
    /// Approved, less what was given back.
    pub(super) approved: Money,
    /// Put on lists of payments, less what failed.
    pub(super) listed: Money,
    pub(super) paid: Money,
    pub(super) recovered: Money,
}

/// Which firms were granted something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PolicyFirms {
    pub(super) reached: i64,
    /// Those among them that were granted nothing in any year before.
    pub(super) first_time: i64,
    /// By section of the industry, most firms first.
    pub(super) sections: Vec<PolicySection>,
    pub(super) sizes: Vec<PolicySize>,
}

/// Firms of an industry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PolicySection {
    /// None where they do not say.
    pub(super) section: Option<IndustrySection>,
    pub(super) firms: i64,
    /// Fen.
    pub(super) amount: Money,
}

/// Firms of a size.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PolicySize {
    /// None where it cannot be told.
    pub(super) size: Option<Size>,
    pub(super) firms: i64,
    /// Fen.
    pub(super) amount: Money,
}

/// An item to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StatisticsChoice {
    pub(super) policy_id: PolicyId,
    pub(super) title: String,
    pub(super) department_id: OrgId,
    pub(super) department: String,
}

/// `part` of `whole`, basis points rounded half up; none of nothing.
fn share(part: i64, whole: i64) -> Option<i64> {
    (whole > 0).then(|| (2 * part * 10_000 + whole) / (2 * whole))
}

/// What became of applications in these states.
pub fn outcome(states: &[StateFigures]) -> PolicyOutcome {
    use ApplicationState::{Approved, Granted, NotAccepted, Paid, Paying, Refused};
    let of = |wanted: &[ApplicationState]| -> i64 {
        states.iter().filter(|one| wanted.contains(&one.state)).flat_map(|one| &one.months).sum()
    };
    let (granted, refused) = (of(&[Approved, Paying, Paid, Granted]), of(&[NotAccepted, Refused]));
    PolicyOutcome {
        count: states.iter().flat_map(|one| &one.months).sum(),
        granted,
        refused,
        rate: share(granted, granted + refused),
        corrections: states.iter().map(|one| one.corrections).sum(),
        corrected: states.iter().map(|one| one.corrected).sum(),
    }
}

/// The rows of states, in the order of an application's way. What reviewers may still change is not told.
pub fn state_rows(mut states: Vec<StateFigures>) -> Vec<PolicyStateRow> {
    states.sort_by_key(|one| one.state.place());
    let row = |one: StateFigures| PolicyStateRow {
        state: one.state,
        count: one.months.iter().sum(),
        amount: if one.state.decided() { one.amount } else { Money::ZERO },
        months: one.months,
    };
    states.into_iter().map(row).collect()
}

/// The one in the middle, the mean of two rounded down; none of nothing.
pub fn median(mut values: Vec<i64>) -> Option<i64> {
    values.sort_unstable();
    let upper = *values.get(values.len() / 2)?;
    let lower = values[(values.len() - 1) / 2];
    Some(i64::midpoint(lower, upper))
}

/// Groups of firms, added up by one of their two kinds.
fn grouped<K: Copy + PartialEq>(
    figures: &[FirmFigures],
    kind: impl Fn(&FirmFigures) -> Option<K>,
) -> Vec<(Option<K>, i64, Money)> {
    let mut found: Vec<(Option<K>, i64, Money)> = vec![];
    for one in figures {
        let key = kind(one);
        match found.iter_mut().find(|(known, ..)| *known == key) {
            Some((_, firms, amount)) => (*firms, amount.0) = (*firms + one.firms, amount.0 + one.amount.0),
            None => found.push((key, one.firms, one.amount)),
        }
    }
    found.sort_by_key(|(_, firms, amount)| std::cmp::Reverse((*firms, amount.0)));
    found
}

/// Which firms were reached, and how many of them for the first time.
pub fn firms(figures: &[FirmFigures], first_time: i64) -> PolicyFirms {
    let sections = grouped(figures, |one| one.section).into_iter();
    let sizes = grouped(figures, |one| one.size).into_iter();
    PolicyFirms {
        reached: figures.iter().map(|one| one.firms).sum(),
        first_time,
        sections: sections.map(|(section, firms, amount)| PolicySection { section, firms, amount }).collect(),
        sizes: sizes.map(|(size, firms, amount)| PolicySize { size, firms, amount }).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ApplicationState::{FirstReview, NotAccepted, Paid, Paying, Refused};

    fn state(state: ApplicationState, months: [i64; 2], fen: i64, corrections: i64) -> StateFigures {
        let corrected = corrections.min(months.iter().sum());
        StateFigures { state, months: months.to_vec(), amount: Money(fen), corrections, corrected }
    }

    #[test]
    fn the_rate_is_of_what_was_decided() {
        let states = vec![
            state(Paid, [1, 1], 70, 3),
            state(Paying, [0, 2], 30, 0),
            state(FirstReview, [4, 0], 9, 1),
            state(Refused, [1, 0], 5, 0),
            state(NotAccepted, [0, 1], 0, 0),
        ];
        let want = PolicyOutcome { count: 10, granted: 4, refused: 2, rate: Some(6_667), corrections: 4, corrected: 3 };
        assert_eq!(outcome(&states), want);
        let rows: Vec<_> = state_rows(states).into_iter().map(|row| (row.state, row.count, row.amount.0)).collect();
        let want = [(FirstReview, 4, 0), (Paying, 2, 30), (Paid, 2, 70), (NotAccepted, 1, 0), (Refused, 1, 0)];
        assert_eq!(rows, want);
        assert_eq!(outcome(&[]).rate, None);
    }

    #[test]
    fn the_median_is_in_the_middle() {
        for (values, want) in
            [(vec![], None), (vec![7], Some(7)), (vec![9, 1, 3], Some(3)), (vec![4, 1, 10, 7], Some(5))]
        {
            assert_eq!(median(values), want);
        }
    }

    #[test]
    fn each_firm_is_in_one_industry_and_one_size() {
        let of = |section, size, firms, fen| FirmFigures { section, size, firms, amount: Money(fen) };
        let figures = [
            of(Some(IndustrySection::C), Some(Size::Small), 2, 10),
            of(Some(IndustrySection::C), Some(Size::Micro), 1, 5),
            of(None, Some(Size::Small), 1, 1),
        ];
        let found = firms(&figures, 2);
        assert_eq!((found.reached, found.first_time), (4, 2));
        let sections: Vec<_> = found.sections.iter().map(|one| (one.section, one.firms, one.amount.0)).collect();
        assert_eq!(sections, [(Some(IndustrySection::C), 3, 15), (None, 1, 1)]);
        let sizes: Vec<_> = found.sizes.iter().map(|one| (one.size, one.firms)).collect();
        assert_eq!(sizes, [(Some(Size::Small), 3), (Some(Size::Micro), 1)]);
    }
}
