//! From values and weights to the score. Pure.

use super::{
    Indicator, ScoreGrade, ScoreGroup, ScoreStage,
    measure::{Measured, measure},
    table::{RiskCap, ScoreTable, WeightRow},
};
use crate::enterprises::{Enterprise, FinanceYear, model::full_years};
use jinqiao_kernel::{Money, NaiveDate};
use sea_orm::Iterable;

/// One indicator with what it brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The indicator.
    pub indicator: Indicator,
    /// Its value, and where it comes from.
    pub measured: Measured,
    /// What it counts for.
    pub row: WeightRow,
    /// What it brought, hundredths of a point.
    pub points: i32,
}

/// A score with all that made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// Stage of the firm.
    pub stage: ScoreStage,
    /// Points before the negative list, 0 to 100.
    pub raw: i32,
    /// What values bring that nobody has verified, hundredths of a point, before the most that they may.
    pub unverified: i32,
    /// The most that they may bring together, points.
    pub unverified_most: i32,
    /// Points, 0 to 100.
    pub points: i32,
    /// Their grade.
    pub grade: ScoreGrade,
    /// Each indicator.
    pub indicators: Vec<Counted>,
    /// Risks that are not repaired, with the most that a firm scores while it has them.
    pub negatives: Vec<RiskCap>,
}

impl Score {
    /// What a group brought, hundredths of a point.
    pub fn of_group(&self, group: ScoreGroup) -> i32 {
        let own = self.indicators.iter().filter(|counted| counted.indicator.group() == group);
        own.map(|counted| counted.points).sum()
    }
}

/// What a value brings, hundredths of a point.
fn brought(row: &WeightRow, value: Option<i64>) -> i32 {
    let Some(value) = value else { return 0 };
    let most = i128::from(row.weight) * 100;
    let (above, range) = (i128::from(value) - i128::from(row.low), i128::from(row.full) - i128::from(row.low));
    if range <= 0 {
        return 0;
    }
    i32::try_from((most * above / range).clamp(0, most)).unwrap_or_default()
}

/// The score of a firm on `today`; none while age or revenue are not known, because they decide about the stage. Values that nobody
/// has verified bring `unverified_most` points together at most.
pub fn score(
    table: &ScoreTable,
    profile: &Enterprise,
    years: &[FinanceYear],
    unverified_most: i32,
    today: NaiveDate,
) -> Option<Score> {
    let revenue = Money(measure(Indicator::Revenue, profile, years, today).value?);
    let stage = table.rule.stage(full_years(profile.founded_on?, today), revenue);
    let counted = |indicator| {
        let (measured, row) = (measure(indicator, profile, years, today), *table.row(stage, indicator)?);
        Some(Counted { indicator, measured, row, points: brought(&row, measured.value) })
    };
    let indicators: Vec<_> = Indicator::iter().filter_map(counted).collect();
    let sum = |verified: bool| -> i32 {
        let those = indicators.iter().filter(|counted| counted.measured.verified == verified);
        those.map(|counted| counted.points).sum()
    };
    let unverified = sum(false);
    let raw = (sum(true) + unverified.min(unverified_most.saturating_mul(100)) + 50) / 100;
    let lasting = |kind| {
        let risks = &profile.extras.0.risks;
        risks.iter().any(|risk| risk.kind == kind && risk.repaired_on.is_none_or(|day| day > today))
    };
    let negatives: Vec<_> = table.caps.iter().copied().filter(|cap| lasting(cap.kind)).collect();
    let points = negatives.iter().map(|cap| cap.cap).fold(raw, Ord::min);
    Some(Score {
        stage,
        raw,
        unverified,
        unverified_most,
        points,
        grade: table.grades.grade(points),
        indicators,
        negatives,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::enterprises::{Origin, Risk, RiskKind, Source, score::table::shipped};
    use proptest::prelude::*;
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn firm() -> Enterprise {
        let mut row = Enterprise::empty(Uuid::nil().into());
        row.founded_on = Some(day("2023-05-01"));
        row.revenue = Some(Money::wan(1_000));
        (row.staff, row.rd_staff) = (Some(10), Some(3));
        row
    }

    fn of(row: &Enterprise) -> Score {
        score(&shipped(), row, &[], 100, day("2026-11-23")).expect("age and revenue are known")
    }

    #[test]
    fn a_value_brings_its_share_between_the_thresholds() {
        let row =
            |low, full| WeightRow { stage: ScoreStage::Startup, indicator: Indicator::RdShare, weight: 12, low, full };
        for (low, full, value, want) in [
            (300, 1_500, None, 0),
            (300, 1_500, Some(299), 0),
            (300, 1_500, Some(300), 0),
            (300, 1_500, Some(900), 600),
            (300, 1_500, Some(1_500), 1_200),
            (300, 1_500, Some(i64::MAX), 1_200),
            (300, 1_500, Some(i64::MIN), 0),
            (-500, 500, Some(0), 600),
        ] {
            assert_eq!(brought(&row(low, full), value), want, "{low}..{full}: {value:?}");
        }
    }

    #[test]
    fn a_young_firm_with_little_said() {
        let score = of(&firm());
        assert_eq!(score.stage, ScoreStage::Startup);
        // Revenue 1,000 of 1,000 for 3 points; three of ten in research: half of 10.
        assert_eq!((score.raw, score.points, score.grade), (8, 8, ScoreGrade::E));
        assert_eq!((score.of_group(ScoreGroup::Growth), score.of_group(ScoreGroup::Technology)), (300, 500));
        assert_eq!(score.indicators.len(), 18);
        let unknown = Enterprise { founded_on: None, ..firm() };
        assert_eq!(super::score(&shipped(), &unknown, &[], 100, day("2026-11-23")), None);
    }

    #[test]
    fn what_nobody_has_verified_brings_no_more_than_its_most() {
        let mut table = shipped();
        for row in &mut table.rows {
            row.weight = if matches!(row.indicator, Indicator::Revenue | Indicator::RdStaffShare) { 50 } else { 0 };
        }
        let mut row = firm();
        (row.staff, row.rd_staff) = (Some(10), Some(10));
        let scored = |row: &Enterprise, most, today: &str| {
            super::score(&table, row, &[], most, day(today)).expect("a score").points
        };
        assert_eq!((scored(&row, 100, "2026-11-23"), scored(&row, 40, "2026-11-23")), (100, 40));
        let tax =
            Origin { source: Source::Tax, on: day("2026-03-31"), expires_on: Some(day("2027-03-31")), verifier: None };
        row.origins.0.insert("revenue".into(), tax);
        for (today, want) in [("2026-11-23", 90), ("2027-03-31", 90), ("2027-04-01", 40)] {
            assert_eq!(scored(&row, 40, today), want, "{today}");
        }
    }

    #[test]
    fn risks_cap_the_score_until_they_are_repaired() {
        let mut table = shipped();
        // Everything for one indicator, so that the firm would have a hundred.
        for row in &mut table.rows {
            row.weight = if row.indicator == Indicator::Revenue { 100 } else { 0 };
        }
        let mut row = firm();
        for (kind, since, repaired, want) in [
            (RiskKind::Penalty, "2026-01-01", None, 70),
            (RiskKind::AbnormalOperation, "2026-01-01", None, 50),
            (RiskKind::TaxArrears, "2026-01-01", None, 40),
            (RiskKind::Enforcement, "2026-01-01", None, 40),
            (RiskKind::SeriousViolation, "2026-01-01", None, 0),
            (RiskKind::SeriousViolation, "2026-01-01", Some("2026-11-23"), 100),
            (RiskKind::SeriousViolation, "2026-01-01", Some("2026-11-24"), 0),
        ] {
            let repaired_on = repaired.map(|text| day(text).into());
            row.extras.0.risks = vec![Risk { kind, since: Some(day(since).into()), repaired_on, note: None }];
            let score = super::score(&table, &row, &[], 100, day("2026-11-23")).expect("a score");
            assert_eq!((score.raw, score.points), (100, want), "{kind:?} {repaired:?}");
        }
        row.extras.0.risks = [RiskKind::Penalty, RiskKind::TaxArrears]
            .map(|kind| Risk { kind, since: None, repaired_on: None, note: None })
            .to_vec();
        let score = super::score(&table, &row, &[], 100, day("2026-11-23")).expect("a score");
        assert_eq!((score.points, score.negatives.len()), (40, 2), "the lowest counts");
    }

    proptest! {
        #[test]
        fn more_never_scores_less_and_a_score_stays_within_its_bounds(
            staff in 1_i32..5_000, research in 0_i32..5_000, more in 0_i32..100, graduates in 0_i32..100,
            contracts in 0_i64..100_000, age in 0_i64..40,
        ) {
            let mut row = firm();
            row.founded_on = day("2026-11-23").checked_sub_days(chrono::Days::new(age.unsigned_abs() * 365));
            (row.staff, row.rd_staff) = (Some(staff), Some(research));
            row.extras.0.innovation.tech_contracts = Some(Money::wan(contracts));
            let before = of(&row);
            row.extras.0.innovation.graduates = Some(graduates);
            row.extras.0.innovation.provincial_projects = Some(more);
            let after = of(&row);
            prop_assert!(after.points >= before.points);
            prop_assert!((0..=100).contains(&after.points));
            prop_assert!(after.indicators.iter().all(|one| (0..=one.row.weight * 100).contains(&one.points)));
        }
    }
}
