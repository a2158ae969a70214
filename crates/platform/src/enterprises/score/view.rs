//! A score and a table as people read them.

use super::{
    Indicator, Score, ScoreGrade, ScoreGroup, ScoreStage, ScoreTable, Unit,
    compute::Counted,
    entity::Model,
    table::{RiskCap, StageRule},
};
use crate::enterprises::Source;
use jinqiao_kernel::{DateTime, NaiveDate};
use sea_orm::Iterable;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One indicator with what it brought.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct IndicatorView {
    indicator: Indicator,
    group: ScoreGroup,
    unit: Unit,
    /// Fen, basis points or pieces; none when it is not known.
    value: Option<i64>,
    source: Option<Source>,
    /// The day for which the source speaks; of what the firm typed, the day it was last changed.
    dated: Option<NaiveDate>,
    /// A register or a document says so, and not too long ago.
    verified: bool,
    /// It was verified once, but too long ago.
    expired: bool,
    /// Points that it can bring.
    weight: i32,
    /// Up to this value it brings nothing …
    low: i64,
    /// … from this one on all of its points.
    full: i64,
    /// What it brought, hundredths of a point.
    points: i32,
}

impl From<&Counted> for IndicatorView {
    fn from(counted: &Counted) -> Self {
        let Counted { indicator, measured, row, points } = *counted;
        Self {
            indicator,
            group: indicator.group(),
            unit: indicator.unit(),
            value: measured.value,
            source: measured.source,
            dated: measured.dated,
            verified: measured.verified,
            expired: measured.expired,
            weight: row.weight,
            low: row.low,
            full: row.full,
            points,
        }
    }
}

/// What a group brought.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct GroupPoints {
    group: ScoreGroup,
    /// Hundredths of a point.
    points: i32,
    /// Points that it can bring.
    weight: i32,
}

fn groups(score: &Score) -> Vec<GroupPoints> {
    let view = |group| {
        let own = score.indicators.iter().filter(|counted| counted.indicator.group() == group);
        GroupPoints { group, points: score.of_group(group), weight: own.map(|counted| counted.row.weight).sum() }
    };
    ScoreGroup::iter().map(view).collect()
}

/// A score in full, for its enterprise.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ScoreResult {
    /// 0 to 100.
    points: i32,
    /// Before the negative list.
    raw: i32,
    /// What values bring that nobody has verified, hundredths of a point …
    unverified: i32,
    /// … and the most that they may bring together, points.
    unverified_most: i32,
    grade: ScoreGrade,
    stage: ScoreStage,
    groups: Vec<GroupPoints>,
    indicators: Vec<IndicatorView>,
    /// Risks that are not repaired, with the most that a firm scores while it has them.
    negatives: Vec<RiskCap>,
}

/// The own score.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ScoreView {
    /// None while age or revenue are not known.
    result: Option<ScoreResult>,
    /// What decides about the stage.
    rule: StageRule,
    /// The weights are those of the official annex.
    official: bool,
    /// Where the weights come from.
    source: String,
    /// From which day on they count.
    effective_on: NaiveDate,
    at: DateTime,
}

impl ScoreView {
    pub(super) fn new(score: Option<&Score>, table: Model, at: DateTime) -> Self {
        let result = score.map(|score| ScoreResult {
            points: score.points,
            raw: score.raw,
            unverified: score.unverified,
            unverified_most: score.unverified_most,
            grade: score.grade,
            stage: score.stage,
            groups: groups(score),
            indicators: score.indicators.iter().map(IndicatorView::from).collect(),
            negatives: score.negatives.clone(),
        });
        Self {
            result,
            rule: table.body.0.rule,
            official: table.official,
            source: table.source,
            effective_on: table.effective_on,
            at,
        }
    }
}

/// A score, for the institution that a consent opens it to.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct OpenedScore {
    /// 0 to 100.
    points: i32,
    /// What values bring that nobody has verified, hundredths of a point …
    unverified: i32,
    /// … and the most that they may bring together, points.
    unverified_most: i32,
    grade: ScoreGrade,
    stage: ScoreStage,
    groups: Vec<GroupPoints>,
    /// Their values tell revenue and expense: only where the consent opens the finances too.
    indicators: Vec<IndicatorView>,
    negatives: Vec<RiskCap>,
}

impl OpenedScore {
    /// The score as a consent opens it; `finance` with the values of the indicators.
    pub fn new(score: &Score, finance: bool) -> Self {
        let indicators = if finance { score.indicators.iter().map(IndicatorView::from).collect() } else { vec![] };
        Self {
            points: score.points,
            unverified: score.unverified,
            unverified_most: score.unverified_most,
            grade: score.grade,
            stage: score.stage,
            groups: groups(score),
            indicators,
            negatives: score.negatives.clone(),
        }
    }
}

/// A table of weights, for the operator.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ScoreTableView {
    effective_on: NaiveDate,
    official: bool,
    source: String,
    version: i32,
    /// It counts now.
    in_force: bool,
    /// It came with the platform.
    shipped: bool,
    /// It may still be changed.
    editable: bool,
    updated_at: DateTime,
    table: ScoreTable,
}

impl ScoreTableView {
    pub(super) fn new(row: Model, in_force: bool, today: NaiveDate) -> Self {
        Self {
            shipped: row.version == 0,
            editable: row.version > 0 && row.effective_on >= today,
            effective_on: row.effective_on,
            official: row.official,
            source: row.source,
            version: row.version,
            in_force,
            updated_at: row.updated_at,
            table: row.body.0,
        }
    }
}
