//! 整改率: what was found of each institution in a month, and how much of it was put right.

use super::{
    ComplaintKind, Finding,
    entity::{Column, Entity},
};
use jinqiao_db::Db;
use jinqiao_kernel::{BasisPoints, Checks, OrgId, Result, local_month};
use jinqiao_platform::organizations;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};

/// Which month is wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct MonthQuery {
    /// `2026-11`; none is the month that runs.
    #[param(max_length = 7)]
    month: Option<String>,
}

/// What was found of one institution.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct RectificationRow {
    institution: String,
    /// Complaints and disputes answered in the month.
    answered: i64,
    /// Of these justified, wholly or partly.
    justified: i64,
    /// Of these put right by now.
    rectified: i64,
    /// Share of the justified that were put right, basis points; none when nothing was justified.
    rate: Option<BasisPoints>,
}

/// The table of one month, the institution with most to put right first.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct RectificationTable {
    /// `2026-11`.
    month: String,
    rows: Vec<RectificationRow>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Found {
    answered: i64,
    justified: i64,
    rectified: i64,
}

impl Found {
    fn add(self, finding: Finding, answered: i64, rectified: i64) -> Self {
        let justified = if finding.requires_rectification() { answered } else { 0 };
        Self {
            answered: self.answered + answered,
            justified: self.justified + justified,
            rectified: self.rectified + rectified,
        }
    }

    fn rate(self) -> Option<BasisPoints> {
        (self.justified > 0).then(|| BasisPoints::of(self.rectified, self.justified))
    }
}

/// `2026-11` as the column has it; none when it is no month.
fn column_of(month: &str) -> Option<String> {
    let (year, number) = month.split_once('-')?;
    let digits = |text: &str, length| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    let holds = digits(year, 4) && digits(number, 2) && ("01"..="12").contains(&number);
    holds.then(|| format!("{year}{number}"))
}

/// The table of a month.
pub(super) async fn table(db: &Db, query: &MonthQuery) -> Result<RectificationTable> {
    let running = local_month(db.world().now());
    let wanted = query.month.as_deref().map_or(Some(running), column_of);
    Checks::new().that("month", wanted.is_some(), "月份须写成 2026-11").done()?;
    let wanted = wanted.unwrap_or_default();
    let grouped = Entity::find()
        .select_only()
        .column(Column::AboutOrg)
        .column(Column::Finding)
        .column_as(Column::Id.count(), "answered")
        .column_as(Column::RectifiedOn.count(), "rectified")
        .filter(Column::FoundMonth.eq(&wanted))
        .filter(Column::Kind.is_in([ComplaintKind::Disbursement, ComplaintKind::Institution]))
        .filter(Column::AboutOrg.is_not_null())
        .group_by(Column::AboutOrg)
        .group_by(Column::Finding);
    let groups: Vec<(OrgId, Finding, i64, i64)> = grouped.into_tuple().all(db.read()).await?;
    let mut found: BTreeMap<OrgId, Found> = BTreeMap::new();
    for (org, finding, answered, rectified) in groups {
        let known = found.entry(org).or_default();
        *known = known.add(finding, answered, rectified);
    }
    let names = organizations::names(db.read(), found.keys().copied()).await?;
    let row = |(org, found): (OrgId, Found)| RectificationRow {
        institution: names.get(&org).map(|org| org.name.clone()).unwrap_or_default(),
        answered: found.answered,
        justified: found.justified,
        rectified: found.rectified,
        rate: found.rate(),
    };
    let mut rows: Vec<_> = found.into_iter().map(row).collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(row.justified - row.rectified), row.institution.clone()));
    let month = wanted.split_at_checked(4).map(|(year, number)| format!("{year}-{number}")).unwrap_or_default();
    Ok(RectificationTable { month, rows })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months() {
        for (text, want) in [
            ("2026-11", Some("202611")),
            ("2026-00", None),
            ("2026-13", None),
            ("2026-1", None),
            ("26-01", None),
            ("2026/01", None),
            ("", None),
        ] {
            assert_eq!(column_of(text).as_deref(), want, "{text}");
        }
    }

    #[test]
    fn only_what_is_justified_is_put_right() {
        let found = Found::default().add(Finding::Unjustified, 3, 0);
        assert_eq!((found.justified, found.rate()), (0, None));
        let found = found.add(Finding::Justified, 2, 1).add(Finding::Partly, 1, 1);
        assert_eq!((found.answered, found.justified, found.rectified), (6, 3, 2));
        assert_eq!(found.rate(), Some(BasisPoints(6_666)));
    }
}
