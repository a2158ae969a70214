//! The weights: per stage and indicator a weight and two thresholds, what decides about the stage, what a risk does to the score, and
//! where the grades begin. Pure.

use super::{Indicator, ScoreGrade, ScoreStage};
use crate::enterprises::RiskKind;
use jinqiao_kernel::{Checks, Day, Money, NaiveDate, Result};
use sea_orm::Iterable;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What one indicator counts for in one stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WeightRow {
    /// The stage.
    pub stage: ScoreStage,
    /// The indicator.
    pub indicator: Indicator,
    /// Points that it can bring; those of a stage sum to 100.
    pub weight: i32,
    /// Up to this value it brings nothing (fen, basis points or pieces) …
    pub low: i64,
    /// … from this one on all of its points, in between a share.
    pub full: i64,
}

/// From age and revenue to the stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StageRule {
    /// Younger than so many full years …
    pub startup_years: i32,
    /// … and not above this revenue (fen): startup.
    pub startup_revenue: Money,
    /// At least so many full years …
    pub stable_years: i32,
    /// … and above this revenue (fen): stable. Everything else is growing.
    pub stable_revenue: Money,
}

impl StageRule {
    /// The stage of a firm.
    pub fn stage(&self, years: i32, revenue: Money) -> ScoreStage {
        if years < self.startup_years && revenue <= self.startup_revenue {
            ScoreStage::Startup
        } else if years >= self.stable_years && revenue > self.stable_revenue {
            ScoreStage::Stable
        } else {
            ScoreStage::Growing
        }
    }
}

/// The most that a firm scores while it has a risk of this kind (负面清单); 0 voids the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RiskCap {
    /// The risk, while it is not repaired.
    pub kind: RiskKind,
    /// Points at most.
    pub cap: i32,
}

/// Where the grades begin; below `d` is E.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GradeSteps {
    pub a: i32,
    pub b: i32,
    pub c: i32,
    pub d: i32,
}

impl GradeSteps {
    /// The grade of `points`.
    pub fn grade(&self, points: i32) -> ScoreGrade {
        match points {
            points if points >= self.a => ScoreGrade::A,
            points if points >= self.b => ScoreGrade::B,
            points if points >= self.c => ScoreGrade::C,
            points if points >= self.d => ScoreGrade::D,
            _ => ScoreGrade::E,
        }
    }
}

/// A table of weights.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScoreTable {
    /// Every indicator in every stage.
    pub rows: Vec<WeightRow>,
    /// What decides about the stage.
    pub rule: StageRule,
    /// What risks do.
    pub caps: Vec<RiskCap>,
    /// Where the grades begin.
    pub grades: GradeSteps,
}

/// A table as the operator writes it.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScoreTableIn {
    /// From which day on it counts, today at the earliest.
    pub effective_on: Day,
    /// The weights are those of the official annex.
    pub official: bool,
    /// Where the weights come from, 5 to 200 characters.
    #[schema(min_length = 5, max_length = 200)]
    pub source: String,
    /// The weights.
    pub table: ScoreTable,
}

/// Larger than any value that is counted.
const MOST: i64 = Money::wan(1_000_000_000).0;

impl ScoreTable {
    /// The row of an indicator in a stage.
    pub fn row(&self, stage: ScoreStage, indicator: Indicator) -> Option<&WeightRow> {
        self.rows.iter().find(|row| row.stage == stage && row.indicator == indicator)
    }

    /// Notes what is wrong.
    fn check(&self, checks: &mut Checks) {
        let wanted = ScoreStage::iter().count() * Indicator::iter().count();
        let whole = self.rows.len() == wanted
            && ScoreStage::iter().all(|stage| Indicator::iter().all(|one| self.row(stage, one).is_some()));
        checks.that("table.rows", whole, "每个阶段须包含全部 18 项指标，每项一行");
        for stage in ScoreStage::iter() {
            let sum: i64 = self.rows.iter().filter(|row| row.stage == stage).map(|row| i64::from(row.weight)).sum();
            checks.that("table.rows", sum == 100, &format!("{}各项权重之和须为 100，现为 {sum}", name(stage)));
        }
        for (i, row) in self.rows.iter().take(wanted).enumerate() {
            let field = |name: &str| format!("table.rows[{i}].{name}");
            checks.range(&field("weight"), row.weight, 0..=100, "权重须在 0 至 100 之间");
            checks.range(&field("low"), row.low, -MOST..=MOST, "数值过大");
            checks.range(&field("full"), row.full, -MOST..=MOST, "数值过大");
            checks.that(&field("full"), row.low < row.full, "满分值须大于零分值");
        }
        let StageRule { startup_years, startup_revenue, stable_years, stable_revenue } = self.rule;
        for (field, value) in [("startup_years", startup_years), ("stable_years", stable_years)] {
            checks.range(&format!("table.rule.{field}"), value, 1..=50, "年数须在 1 至 50 之间");
        }
        for (field, value) in [("startup_revenue", startup_revenue), ("stable_revenue", stable_revenue)] {
            checks.range(&format!("table.rule.{field}"), value, Money::ZERO..=Money(MOST), "金额不正确");
        }
        let apart = startup_years <= stable_years || startup_revenue <= stable_revenue;
        checks.that("table.rule.stable_years", apart, "初创期与稳定期的条件不能重叠");
        let once = RiskKind::iter().all(|kind| self.caps.iter().filter(|cap| cap.kind == kind).count() == 1);
        checks.that("table.caps", once && self.caps.len() == RiskKind::iter().count(), "每类风险须填写一项上限");
        for (i, cap) in self.caps.iter().take(RiskKind::iter().count()).enumerate() {
            checks.range(&format!("table.caps[{i}].cap"), cap.cap, 0..=100, "上限须在 0 至 100 之间");
        }
        let GradeSteps { a, b, c, d } = self.grades;
        let descending = a <= 100 && a > b && b > c && c > d && d > 0;
        checks.that("table.grades", descending, "等级分数线须从 A 到 D 依次降低，在 1 至 100 之间");
    }
}

fn name(stage: ScoreStage) -> &'static str {
    match stage {
        ScoreStage::Startup => "初创期",
        ScoreStage::Growing => "成长期",
        ScoreStage::Stable => "稳定期",
    }
}

impl ScoreTableIn {
    /// Checks a table that is written on `today`, Shanghai.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self, today: NaiveDate) -> Result<()> {
        let mut checks = Checks::new();
        checks.that("effective_on", self.effective_on >= today, "生效日期不能早于今天");
        checks.line("source", &self.source, 5..=200);
        self.table.check(&mut checks);
        checks.done()
    }
}

/// What the platform ships: an example of its own, because the official weights are not known to it (平台示范权重).
pub fn shipped() -> ScoreTable {
    use Indicator as I;
    let wan = |amount: i64| Money::wan(amount).0;
    let weights: [(Indicator, [i32; 3], i64, [i64; 3]); 18] = [
        (I::RdExpense, [8, 8, 8], 0, [wan(200), wan(800), wan(3_000)]),
        (I::RdGrowth, [8, 7, 5], 0, [3_000, 2_500, 1_500]),
        (I::RdShare, [12, 8, 7], 300, [1_500, 1_000, 600]),
        (I::RdStaffShare, [10, 7, 6], 1_000, [5_000, 4_000, 3_000]),
        (I::InventionApplications, [9, 8, 7], 0, [5, 10, 20]),
        (I::Pct, [3, 3, 3], 0, [2, 3, 5]),
        (I::TechContracts, [5, 4, 4], 0, [wan(200), wan(1_000), wan(3_000)]),
        (I::HightechRevenue, [4, 7, 9], 0, [wan(500), wan(3_000), wan(20_000)]),
        (I::Revenue, [3, 6, 9], 0, [wan(1_000), wan(5_000), wan(40_000)]),
        (I::RevenueGrowth, [6, 9, 7], 0, [5_000, 3_000, 1_500]),
        (I::MasterShare, [6, 5, 4], 0, [3_000, 2_500, 2_000]),
        (I::NetAssetMargin, [2, 5, 7], 0, [1_000, 1_200, 1_500]),
        (I::HightechShare, [4, 6, 6], 3_000, [7_000, 7_000, 7_000]),
        (I::Graduates, [4, 3, 3], 0, [3, 8, 20]),
        (I::ProvincialPlatforms, [4, 4, 5], 0, [1, 2, 3]),
        (I::ProvincialAwards, [3, 3, 4], 0, [1, 1, 2]),
        (I::ProvincialProjects, [4, 4, 4], 0, [1, 2, 4]),
        (I::VentureCapital, [5, 3, 2], 0, [wan(500), wan(2_000), wan(5_000)]),
    ];
    let rows = ScoreStage::iter().enumerate().flat_map(|(place, stage)| {
        weights.map(|(indicator, weight, low, full)| WeightRow {
            stage,
            indicator,
            weight: weight[place],
            low,
            full: full[place],
        })
    });
    let cap = |kind| {
        let cap = match kind {
            RiskKind::SeriousViolation => 0,
            RiskKind::Enforcement | RiskKind::TaxArrears => 40,
            RiskKind::AbnormalOperation => 50,
            RiskKind::Penalty => 70,
        };
        RiskCap { kind, cap }
    };
    ScoreTable {
        rows: rows.collect(),
        rule: StageRule {
            startup_years: 5,
            startup_revenue: Money::wan(2_000),
            stable_years: 10,
            stable_revenue: Money::wan(5_000),
        },
        caps: RiskKind::iter().map(cap).collect(),
        grades: GradeSteps { a: 80, b: 65, c: 50, d: 35 },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn written(table: ScoreTable) -> Result<()> {
        let (effective_on, source) = (day("2026-12-01").into(), "平台示范权重".into());
        ScoreTableIn { effective_on, official: false, source, table }.check(day("2026-11-23"))
    }

    #[test]
    fn the_shipped_table_is_whole() {
        assert!(written(shipped()).is_ok());
    }

    #[test]
    fn each_broken_rule_is_refused() {
        let changed = |change: fn(&mut ScoreTable)| {
            let mut table = shipped();
            change(&mut table);
            written(table)
        };
        let wrong: [fn(&mut ScoreTable); 9] = [
            |table| table.rows[0].weight += 1,
            |table| table.rows[0].full = table.rows[0].low,
            |table| table.rows[3].low = i64::MAX,
            |table| table.rows[1] = table.rows[0],
            |table| {
                table.rows.pop();
            },
            |table| table.caps[0].cap = 101,
            |table| table.caps[1] = table.caps[0],
            |table| table.grades.b = table.grades.a,
            |table| table.rule.stable_years = 0,
        ];
        for (place, change) in wrong.into_iter().enumerate() {
            assert!(changed(change).is_err(), "{place}");
        }
        let late = ScoreTableIn {
            effective_on: day("2026-11-22").into(),
            official: true,
            source: "官方附件".into(),
            table: shipped(),
        };
        assert_eq!(late.check(day("2026-11-23")).expect_err("past, and too short a source").fields().len(), 2);
    }

    #[test]
    fn stages_by_age_and_revenue() {
        let rule = shipped().rule;
        for (years, wan, want) in [
            (0, 0, ScoreStage::Startup),
            (4, 2_000, ScoreStage::Startup),
            (4, 2_001, ScoreStage::Growing),
            (5, 100, ScoreStage::Growing),
            (9, 90_000, ScoreStage::Growing),
            (10, 5_000, ScoreStage::Growing),
            (10, 5_001, ScoreStage::Stable),
        ] {
            assert_eq!(rule.stage(years, Money::wan(wan)), want, "{years} years, {wan}");
        }
    }

    #[test]
    fn grades_begin_at_their_points() {
        let grades = shipped().grades;
        for (points, want) in [
            (100, ScoreGrade::A),
            (80, ScoreGrade::A),
            (79, ScoreGrade::B),
            (65, ScoreGrade::B),
            (64, ScoreGrade::C),
            (50, ScoreGrade::C),
            (49, ScoreGrade::D),
            (35, ScoreGrade::D),
            (34, ScoreGrade::E),
            (0, ScoreGrade::E),
        ] {
            assert_eq!(grades.grade(points), want, "{points}");
        }
    }
}
