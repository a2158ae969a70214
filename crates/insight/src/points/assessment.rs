//! 机构评级与考核: every institution's figures and grade in a quarter, computed from ledger, records and ratings.

use super::{
    PointSide,
    figures::ServiceFigures,
    grade::{self, Grade, Graded, InstitutionInputs},
    ledger,
    quarter::Quarter,
    records::{self, Settled},
};
use jinqiao_db::{Db, Reading, shared};
use jinqiao_financing::orders;
use jinqiao_kernel::{DateTime, OrgId, OrgKind, Page, PageQuery, Result};
use jinqiao_platform::organizations::{self, InstitutionType, Organization};
use serde::{Deserialize, Serialize};
use std::{cmp::Ordering, collections::HashMap, sync::Arc};
use utoipa::{IntoParams, ToSchema};

/// An institution in a quarter.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct AssessmentRow {
    /// The institution.
    pub id: OrgId,
    /// Its name.
    pub name: String,
    /// What it is.
    pub institution_type: Option<InstitutionType>,
    /// Its figures.
    pub figures: ServiceFigures,
    /// Its grade.
    pub graded: Graded,
}

/// By what the table is sorted; a hyphen before turns it round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AssessmentSort {
    /// Best grade first.
    #[default]
    #[serde(rename = "-grade")]
    BestGrade,
    #[serde(rename = "grade")]
    WorstGrade,
    #[serde(rename = "-points")]
    MostPoints,
    #[serde(rename = "points")]
    FewestPoints,
    #[serde(rename = "-limits")]
    MostLimits,
    #[serde(rename = "limits")]
    FewestLimits,
    #[serde(rename = "-answered")]
    MostAnswered,
    #[serde(rename = "answered")]
    FewestAnswered,
    #[serde(rename = "-conversion")]
    MostConversion,
    #[serde(rename = "conversion")]
    FewestConversion,
    #[serde(rename = "-decision")]
    SlowestDecision,
    #[serde(rename = "decision")]
    QuickestDecision,
    #[serde(rename = "-overdue")]
    MostOverdue,
    #[serde(rename = "overdue")]
    FewestOverdue,
    #[serde(rename = "-rating")]
    BestRating,
    #[serde(rename = "rating")]
    WorstRating,
}

/// Which institutions are wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct AssessmentFilter {
    /// `2026Q4`; the one that runs unless told.
    #[param(value_type = Option<String>, max_length = 8)]
    pub(super) quarter: Option<Quarter>,
    /// Only of this type.
    institution_type: Option<InstitutionType>,
    /// Only with this grade.
    grade: Option<Grade>,
    #[serde(default)]
    #[param(value_type = Option<String>, max_length = 40)]
    sort: AssessmentSort,
}

/// All institutions that were there in a quarter: certified now, or with something in it. Everybody reads the same, counted anew
/// once the last count is a minute old.
pub async fn all(conn: &impl Reading, quarter: Quarter) -> Result<Arc<Vec<AssessmentRow>>> {
    shared(conn, &quarter.to_string(), async { Ok(Arc::new(counted(conn, quarter).await?)) }).await
}

async fn counted(conn: &impl Reading, quarter: Quarter) -> Result<Vec<AssessmentRow>> {
    let span = quarter.span();
    let ids = organizations::ids_named(conn, OrgKind::Institution).await?;
    let orgs = organizations::names(conn, ids.iter().copied()).await?;
    let points = ledger::gained(conn, PointSide::Institution, &span).await?;
    let mut records: HashMap<OrgId, Vec<Settled>> = HashMap::new();
    for row in records::settled(conn, &span).await? {
        records.entry(row.institution_id).or_default().push(row);
    }
    let ratings = orders::reputations_in(conn, ids, &span).await?;
    let figures = |org: &Organization| {
        let own = records.get(&org.id).map(Vec::as_slice).unwrap_or_default();
        ServiceFigures::of(own, points.get(&org.id).copied().unwrap_or_default(), ratings.get(&org.id).copied())
    };
    let mut counted: Vec<_> = orgs.into_values().map(|org| (figures(&org), org)).collect();
    counted.retain(|(figures, org)| org.certified || !figures.nothing());
    let all: Vec<i64> = counted.iter().map(|(figures, _)| figures.points).collect();
    let mut rows: Vec<_> = counted.into_iter().map(|(figures, org)| row(org, figures, &all)).collect();
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(rows)
}

fn row(org: Organization, figures: ServiceFigures, all: &[i64]) -> AssessmentRow {
    let inputs = InstitutionInputs {
        points: grade::percentile(figures.points, all),
        limits: figures.limits.percent(),
        conversion: figures.conversion.percent(),
        marks: figures.rating.map(|rating| rating.average),
        cases: figures.cases(),
    };
    let mut graded = grade::of_institution(inputs);
    if figures.nothing() {
        // Who did nothing is not worse than others: there is nothing to be graded.
        (graded.grade, graded.mean) = (None, None);
    }
    AssessmentRow { id: org.id, name: org.name, institution_type: org.institution_type, figures, graded }
}

/// Missing values come last, whichever way it is sorted.
fn by<T: PartialOrd>(a: Option<T>, b: Option<T>, down: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => {
            let order = a.partial_cmp(&b).unwrap_or(Ordering::Equal);
            if down { order.reverse() } else { order }
        }
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

impl AssessmentSort {
    fn compare(self, a: &AssessmentRow, b: &AssessmentRow) -> Ordering {
        let on = |figure: fn(&AssessmentRow) -> Option<i64>, down| by(figure(a), figure(b), down);
        let mean = |row: &AssessmentRow| row.graded.mean.map(i64::from);
        let limits = |row: &AssessmentRow| share(row.figures.limits);
        let answered = |row: &AssessmentRow| share(row.figures.answered);
        let conversion = |row: &AssessmentRow| share(row.figures.conversion);
        let rating = |row: &AssessmentRow| row.figures.rating.map(|rating| rating.average);
        match self {
            Self::BestGrade => on(mean, true),
            Self::WorstGrade => on(mean, false),
            Self::MostPoints => on(|row| Some(row.figures.points), true),
            Self::FewestPoints => on(|row| Some(row.figures.points), false),
            Self::MostLimits => on(limits, true),
            Self::FewestLimits => on(limits, false),
            Self::MostAnswered => on(answered, true),
            Self::FewestAnswered => on(answered, false),
            Self::MostConversion => on(conversion, true),
            Self::FewestConversion => on(conversion, false),
            Self::SlowestDecision => on(|row| row.figures.decision_tenths, true),
            Self::QuickestDecision => on(|row| row.figures.decision_tenths, false),
            Self::MostOverdue => on(|row| Some(row.figures.overdue), true),
            Self::FewestOverdue => on(|row| Some(row.figures.overdue), false),
            Self::BestRating => on(rating, true),
            Self::WorstRating => on(rating, false),
        }
    }
}

/// Ten-thousandths, to sort by.
fn share(share: super::figures::Share) -> Option<i64> {
    (share.whole > 0).then(|| share.part * 10_000 / share.whole)
}

/// The page that is wanted of the table. There are a few hundred institutions at most, so it is sorted here.
pub async fn page(
    db: &Db,
    filter: &AssessmentFilter,
    quarter: Quarter,
    wanted: &PageQuery,
) -> Result<Page<AssessmentRow>> {
    let (page, size) = wanted.check()?;
    let mut rows = all(db.read(), quarter).await?.to_vec();
    rows.retain(|row| filter.institution_type.is_none_or(|wanted| row.institution_type == Some(wanted)));
    rows.retain(|row| filter.grade.is_none_or(|wanted| row.graded.grade == Some(wanted)));
    rows.sort_by(|a, b| filter.sort.compare(a, b));
    let total = u64::try_from(rows.len()).unwrap_or_default();
    let skip = usize::try_from((page - 1) * size).unwrap_or(usize::MAX);
    let items = rows.into_iter().skip(skip).take(usize::try_from(size).unwrap_or_default()).collect();
    Ok(Page { items, total, capped: false, page, size })
}

/// The quarter whose grades hold at `now`: the last whole one, or the one that runs while that has none.
pub async fn holding(conn: &impl Reading, now: DateTime) -> Result<(Quarter, Arc<Vec<AssessmentRow>>)> {
    let running = Quarter::of(now);
    let last = running.before();
    let rows = all(conn, last).await?;
    if rows.iter().any(|row| row.graded.grade.is_some()) {
        return Ok((last, rows));
    }
    Ok((running, all(conn, running).await?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_values_come_last_either_way() {
        let mut values = [Some(2), None, Some(3), Some(1)];
        values.sort_by(|a, b| by(*a, *b, true));
        assert_eq!(values, [Some(3), Some(2), Some(1), None]);
        values.sort_by(|a, b| by(*a, *b, false));
        assert_eq!(values, [Some(1), Some(2), Some(3), None]);
    }
}
